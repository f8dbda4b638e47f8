//! Mastodon's API: each call as its servers mean it, down to the fields.

use super::stage::{CANARY, account, delivery, described_server, look_up, networks, now, publish, pull, pull_by, reply, send, send_by};
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network};
use ronde::domain::delivery::{Act, Answer, Sighting};
use ronde::domain::message::{Channel, Visibility};
use ronde::domain::post::Media;
use ronde::domain::reading::Metric;
use ronde::domain::refusal::Refusal;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId};
use ronde::network::{Networks, serve};
use serde_json::{Value, json};
use wiremock::matchers::{body_string_contains, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn ok(body: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

async fn answer(server: &MockServer, verb: &str, at: &str, body: Value) {
    Mock::given(method(verb)).and(path(at)).respond_with(ok(body)).mount(server).await;
}

fn person(id: &str, acct: &str) -> Value {
    json!({"id": id, "acct": acct, "username": acct.split('@').next(), "display_name": "Ninon 🌻", "followers_count": 844, "statuses_count": 12})
}

fn status(id: &str, author: &Value, content: &str, parent: Option<(&str, &str)>) -> Value {
    json!({
        "id": id, "created_at": "2026-11-22T09:58:30.000Z", "account": author, "content": content, "visibility": "public",
        "url": format!("https://there.example/@ninon/{id}"), "in_reply_to_id": parent.map(|(id, _)| id),
        "in_reply_to_account_id": parent.map(|(_, author)| author), "favourites_count": 3, "reblogs_count": 1, "replies_count": 2,
        "media_attachments": [], "reblog": null, "favourited": false, "spoiler_text": "",
    })
}

fn mention(id: &str, status: &Value) -> Value {
    json!({"id": id, "type": "mention", "created_at": "2026-11-22T09:58:31Z", "account": status["account"], "status": status})
}

async fn instance(server: &MockServer, software: &str, version: &str) {
    let told = json!({"domain": "here.example", "version": version, "source_url": "https://github.com/mastodon/mastodon", "configuration": {
        "statuses": {"max_characters": 1000, "max_media_attachments": 4, "characters_reserved_per_url": 23},
        "media_attachments": {"description_limit": 1200}}});
    answer(server, "GET", "/api/v2/instance", told).await;
    let link = format!("{}/nodeinfo/2.0", server.uri());
    answer(server, "GET", "/.well-known/nodeinfo", json!({"links": [{"rel": "2.0", "href": link}]})).await;
    answer(server, "GET", "/nodeinfo/2.0", json!({"software": {"name": software, "version": version}})).await;
}

async fn probe(server: &str) -> Result<Capabilities, Cause> {
    let call = Call::Probe { server: SafeText::line(server), network: Network::Mastodon };
    match serve(&networks(), call, now()).await {
        Ok(News::Server(capabilities)) => Ok(*capabilities),
        Ok(other) => panic!("{other:?}"),
        Err(trouble) => Err(trouble.cause),
    }
}

#[tokio::test]
async fn a_server_tells_its_limits_and_its_family_what_it_lacks() {
    let server = described_server().await;
    instance(&server, "mastodon", "4.6.0").await;
    let capabilities = probe(&server.uri()).await.expect("a server");
    assert_eq!(capabilities.server, "Mastodon 4.6.0");
    assert_eq!((capabilities.count.limit, capabilities.count.link, capabilities.alt_limit), (1000, Some(23), 1200));
    let lacks: Vec<Ability> = Ability::ALL.iter().copied().filter(|ability| !capabilities.offers(*ability)).collect();
    assert_eq!(lacks, [Ability::Hide], "nobody hides what another wrote");

    let small = described_server().await;
    instance(&small, "snac", "2.75").await;
    let capabilities = probe(&small.uri()).await.expect("a server");
    assert!(capabilities.offers(Ability::Reply) && !capabilities.offers(Ability::Delete) && !capabilities.offers(Ability::Idempotency));
}

#[tokio::test]
async fn a_server_with_the_first_version_of_the_call_alone_is_known_too() {
    let server = described_server().await;
    answer(
        &server,
        "GET",
        "/api/v1/instance",
        json!({"uri": "old.example", "version": "2.7.2 (compatible; Pleroma 2.9.0)", "max_toot_chars": 5000}),
    )
    .await;
    let capabilities = probe(&server.uri()).await.expect("a server");
    assert_eq!(capabilities.count.limit, 5000);
    assert!(!capabilities.offers(Ability::Idempotency));
}

#[tokio::test]
async fn what_is_no_such_server_is_said_to_be_a_wrong_address() {
    let empty = described_server().await;
    assert_eq!(probe(&empty.uri()).await, Err(Cause::BadAddress));
    let site = described_server().await;
    Mock::given(method("GET")).respond_with(ResponseTemplate::new(200).set_body_string("<html>Welcome</html>")).mount(&site).await;
    assert_eq!(probe(&site.uri()).await, Err(Cause::BadAddress));
    assert_eq!(probe("http://far.example").await, Err(Cause::BadAddress));
}

async fn connect(server: &MockServer) -> Result<News, Cause> {
    let token = Secret::new(CANARY);
    let call = Call::Connect {
        brand: BrandId(3),
        network: Network::Mastodon,
        name: SafeText::default(),
        server: SafeText::line(&server.uri()),
        token,
    };
    serve(&networks(), call, now()).await.map_err(|trouble| trouble.cause)
}

#[tokio::test]
async fn a_pasted_token_connects_its_account() {
    let server = described_server().await;
    instance(&server, "mastodon", "4.6.0").await;
    let verify = Mock::given(path("/api/v1/accounts/verify_credentials")).and(header("authorization", format!("Bearer {CANARY}")));
    verify.respond_with(ok(person("7", "cafe"))).mount(&server).await;
    let Ok(News::Connected(account, token)) = connect(&server).await else { panic!("connected") };
    assert_eq!((account.handle.as_str(), account.remote_id.as_str(), account.brand), ("@cafe@here.example", "7", BrandId(3)));
    assert_eq!(account.server.as_str(), server.uri());
    assert_eq!(token, Secret::new(CANARY));
}

#[tokio::test]
async fn a_bad_token_is_an_expired_one_whatever_code_says_so() {
    for code in [401, 422] {
        let server = described_server().await;
        instance(&server, "mastodon", "4.6.0").await;
        Mock::given(path("/api/v1/accounts/verify_credentials")).respond_with(ResponseTemplate::new(code)).mount(&server).await;
        assert_eq!(connect(&server).await, Err(Cause::AuthExpired), "{code}");
    }
}

#[tokio::test]
async fn a_new_token_is_used_at_once_and_a_dropped_one_no_more() {
    let server = described_server().await;
    for (token, mention) in [(CANARY, "old"), ("newer", "new")] {
        let asked = Mock::given(path("/api/v1/notifications")).and(header("authorization", format!("Bearer {token}")));
        let words = format!("<p>{mention}</p>");
        asked
            .respond_with(ok(json!([super::mastodon::mention("1", &status("101", &person("21", "a"), &words, None))])))
            .mount(&server)
            .await;
    }
    let (networks, account) = (networks(), account(&server.uri()));
    let read = async || pull_by(&networks, &account, Stream::Incoming, None).await.map(|page| page.incoming[0].text.to_string());
    assert_eq!(read().await, Ok("old".to_owned()));
    serve(&networks, Call::KeepSecret(AccountId(1), Secret::new("newer")), now()).await.expect("kept");
    assert_eq!(read().await, Ok("new".to_owned()));
    serve(&networks, Call::DropSecret(AccountId(1)), now()).await.expect("dropped");
    assert_eq!(read().await.map_err(|trouble| trouble.cause), Err(Cause::NoSecret));
}

#[tokio::test]
async fn messages_come_with_their_channel_parent_and_plain_text() {
    let server = described_server().await;
    let ninon = || person("21", "ninon@there.example");
    let beneath = status("101", &ninon(), "<p>À quelle heure\u{202f}?</p><p>Merci</p>", Some(("50", "7")));
    let elsewhere = status("102", &person("22", "bob"), "<p>@cafe un avis\u{202f}?</p>", Some(("51", "99")));
    let mut private = status("103", &ninon(), "<p>En privé</p>", Some(("50", "7")));
    private["visibility"] = json!("direct");
    private["media_attachments"] = json!([{"id": "1", "url": "https://there.example/a.png", "description": "Une tasse"}]);
    let like = json!({"id": "4", "type": "favourite", "account": ninon(), "status": status("50", &person("7", "cafe"), "", None)});
    let page = json!([mention("3", &private), like, mention("2", &elsewhere), mention("1", &beneath)]);
    let asked =
        Mock::given(path("/api/v1/notifications")).and(query_param("types[]", "mention")).and(query_param("include_filtered", "true"));
    asked.respond_with(ok(page)).mount(&server).await;

    let page = pull(&server.uri(), None).await.expect("a page");
    let [private, elsewhere, beneath] = page.incoming.as_slice() else { panic!("three: {page:?}") };
    assert_eq!((beneath.channel, beneath.parent.as_ref().map(SafeText::as_str)), (Channel::Reply, Some("50")));
    assert_eq!(beneath.text, "À quelle heure\u{202f}?\n\nMerci");
    assert_eq!((beneath.author.as_str(), beneath.handle.as_str()), ("Ninon 🌻", "@ninon@there.example"));
    assert_eq!((elsewhere.channel, elsewhere.handle.as_str()), (Channel::Mention, "@bob@here.example"));
    assert_eq!((private.channel, private.visibility), (Channel::Direct, Visibility::Direct));
    assert_eq!(private.text, "En privé\n\n[Une tasse] https://there.example/a.png");
}

#[tokio::test]
async fn a_second_pull_brings_nothing_even_from_a_server_that_ignores_bounds() {
    let server = described_server().await;
    let page = json!([
        mention("2", &status("102", &person("21", "a"), "<p>b</p>", None)),
        mention("1", &status("101", &person("21", "a"), "<p>a</p>", None))
    ]);
    answer(&server, "GET", "/api/v1/notifications", page).await;
    let first = pull(&server.uri(), None).await.expect("a page");
    assert_eq!(first.incoming.len(), 2);
    assert!(first.more, "only a page without anything new is the end");
    let end = pull(&server.uri(), first.cursor).await.expect("a page");
    assert_eq!((end.incoming.len(), end.more), (0, false));
    let again = pull(&server.uri(), end.cursor).await.expect("a page");
    assert_eq!((again.incoming.len(), again.more), (0, false));
}

#[tokio::test]
async fn where_private_comes_as_for_followers_the_narrower_is_believed() {
    let server = described_server().await;
    let mut secret = status("101", &person("21", "a"), "<p>psst</p>", None);
    secret["visibility"] = json!("private");
    answer(&server, "GET", "/api/v1/notifications", json!([mention("1", &secret)])).await;
    let mut account = account(&server.uri());
    account.capabilities.can.remove(&Ability::Direct);
    let page = pull_by(&networks(), &account, Stream::Incoming, None).await.expect("a page");
    assert_eq!((page.incoming[0].channel, page.incoming[0].visibility), (Channel::Direct, Visibility::Direct));
}

#[tokio::test]
async fn what_the_account_said_comes_with_its_counts_each_time() {
    let server = described_server().await;
    let mut boost = status("90", &person("7", "cafe"), "", None);
    boost["reblog"] = status("1", &person("21", "ninon"), "<p>Ailleurs</p>", None);
    let said = json!([status("92", &person("7", "cafe"), "<p>Oui</p>", Some(("50", "21"))), boost]);
    let asked = Mock::given(path("/api/v1/accounts/7/statuses")).and(query_param("exclude_reblogs", "true"));
    asked.respond_with(ok(said)).mount(&server).await;
    let mut cursor = None;
    for _ in 0..2 {
        let page = pull_by(&networks(), &account(&server.uri()), Stream::Own, cursor).await.expect("a page");
        let [own] = page.own.as_slice() else { panic!("one: {page:?}") };
        assert_eq!((own.likes, own.shares, own.comments), (Some(3), Some(1), Some(2)));
        assert_eq!((own.text.as_str(), own.parent.as_ref().map(SafeText::as_str)), ("Oui", Some("50")));
        cursor = Some(r#"{"top":"92"}"#.to_owned());
    }
}

#[tokio::test]
async fn quotes_are_among_the_shares_where_the_server_counts_them() {
    let (four, three) = (json!(4), json!(3));
    for (reblogs, quotes, shares) in
        [(&four, &three, Some(7)), (&four, &json!(null), Some(4)), (&json!(null), &three, Some(3)), (&json!(null), &json!(null), None)]
    {
        let server = described_server().await;
        let mut said = status("92", &person("7", "cafe"), "<p>Oui</p>", None);
        (said["reblogs_count"], said["quotes_count"]) = (reblogs.clone(), quotes.clone());
        answer(&server, "GET", "/api/v1/accounts/7/statuses", json!([said])).await;
        let page = pull_by(&networks(), &account(&server.uri()), Stream::Own, None).await.expect("a page");
        assert_eq!((page.own[0].shares, page.own[0].saves), (shares, None), "{reblogs} and {quotes}");
    }
}

#[tokio::test]
async fn a_conversation_is_told_oldest_first_and_ours_are_marked() {
    let server = described_server().await;
    answer(&server, "GET", "/api/v1/statuses/101", status("101", &person("21", "ninon"), "<p>Quand\u{202f}?</p>", Some(("50", "7")))).await;
    let around = json!({"ancestors": [status("50", &person("7", "cafe"), "<p>On ouvre</p>", None)],
        "descendants": [status("102", &person("7", "cafe"), "<p>Samedi</p>", Some(("101", "21")))]});
    answer(&server, "GET", "/api/v1/statuses/101/context", around).await;
    let call = Call::Context { account: Box::new(account(&server.uri())), message: MessageId(4), remote_id: SafeText::line("101") };
    let Ok(News::Context(MessageId(4), turns)) = serve(&networks(), call, now()).await else { panic!("a conversation") };
    let told: Vec<_> = turns.iter().map(|turn| (turn.remote_id.as_str(), turn.ours, turn.text.as_str())).collect();
    assert_eq!(told, [("50", true, "On ouvre"), ("101", false, "Quand\u{202f}?"), ("102", true, "Samedi")]);
}

#[tokio::test]
async fn figures_are_those_the_network_counts() {
    let server = described_server().await;
    answer(&server, "GET", "/api/v1/accounts/verify_credentials", person("7", "cafe")).await;
    let call = Call::Figures { account: Box::new(account(&server.uri())), day: now().date_naive() };
    let Ok(News::Figures(AccountId(1), readings)) = serve(&networks(), call, now()).await else { panic!("figures") };
    let told: Vec<_> = readings.iter().map(|reading| (reading.metric, reading.value)).collect();
    assert_eq!(told, [(Metric::Followers, Some(844)), (Metric::Posts, Some(12))]);
}

#[tokio::test]
async fn an_answer_goes_under_its_parent_with_its_name_key_and_visibility() {
    let server = described_server().await;
    let asked = Mock::given(method("POST"))
        .and(path("/api/v1/statuses"))
        .and(header("idempotency-key", "key-1"))
        .and(header("authorization", format!("Bearer {CANARY}")))
        .and(body_string_contains("in_reply_to_id=101"))
        .and(body_string_contains("visibility=unlisted"))
        .and(body_string_contains("status=%40ninon%40there.example+Samedi"));
    asked.respond_with(ok(json!({"id": "102", "url": "https://here.example/@cafe/102"}))).expect(1).mount(&server).await;
    let done = send(&server.uri(), reply("101", "Samedi")).await;
    let url = Some(SafeText::line("https://here.example/@cafe/102"));
    assert_eq!(done, Ok(Answer::Done { remote_id: Some(SafeText::line("102")), url }));
}

#[tokio::test]
async fn files_are_described_uploaded_and_waited_for_before_the_post() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tasse.png");
    std::fs::write(&file, b"not really a picture").expect("a file");
    let media = vec![Media { path: SafeText::line(&file.display().to_string()), alt: SafeText::line("Une tasse bleue") }];
    let post = || Act::Publish { text: SafeText::line("Nouveau"), media: media.clone(), visibility: Visibility::Public, after: None };

    let server = described_server().await;
    let upload = Mock::given(method("POST")).and(path("/api/v2/media")).and(body_string_contains("Une tasse bleue"));
    upload
        .and(body_string_contains("filename=\"tasse.png\""))
        .respond_with(ResponseTemplate::new(202).set_body_json(json!({"id": "m1"})))
        .mount(&server)
        .await;
    let ready = Mock::given(method("GET")).and(path("/api/v1/media/m1"));
    ready.respond_with(ResponseTemplate::new(206)).up_to_n_times(2).mount(&server).await;
    answer(&server, "GET", "/api/v1/media/m1", json!({"id": "m1", "url": "https://here.example/m1.png"})).await;
    let asked = Mock::given(path("/api/v1/statuses")).and(body_string_contains("media_ids%5B%5D=m1"));
    asked.respond_with(ok(json!({"id": "1"}))).expect(1).mount(&server).await;
    assert!(matches!(send(&server.uri(), post()).await, Ok(Answer::Done { .. })));

    let old = described_server().await;
    answer(&old, "POST", "/api/v1/media", json!({"id": "m2"})).await;
    answer(&old, "POST", "/api/v1/statuses", json!({"id": "2"})).await;
    assert!(matches!(send(&old.uri(), post()).await, Ok(Answer::Done { .. })));

    for (code, expected) in [(422, "refused"), (500, "not sent"), (429, "wait")] {
        let server = described_server().await;
        Mock::given(path("/api/v2/media")).respond_with(ResponseTemplate::new(code)).mount(&server).await;
        Mock::given(path("/api/v1/statuses")).respond_with(ok(json!({"id": "1"}))).expect(0).mount(&server).await;
        let answer = match send(&server.uri(), post()).await {
            Ok(Answer::Refused { .. }) => "refused",
            Ok(Answer::NotSent { .. }) => "not sent",
            Ok(Answer::Wait { .. }) => "wait",
            other => panic!("{other:?}"),
        };
        assert_eq!(answer, expected, "{code}");
    }
    std::fs::remove_file(&file).expect("removed");
    let Ok(Answer::Refused { why }) = send(&server.uri(), post()).await else { panic!("refused") };
    assert_eq!(Refusal::from_words(&why), Some(Refusal::FileMissing { file: SafeText::line("tasse.png") }));
}

#[tokio::test]
async fn a_file_that_arrives_too_slowly_is_given_up_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tasse.png");
    std::fs::write(&file, b"not really a picture").expect("a file");
    let media = vec![Media { path: SafeText::line(&file.display().to_string()), alt: SafeText::line("") }];
    // It is never done with the file.
    let accepted = ResponseTemplate::new(202).set_body_json(json!({"id": "m1"}));
    let slow = described_server().await;
    Mock::given(path("/api/v2/media")).respond_with(accepted).mount(&slow).await;
    Mock::given(path("/api/v1/media/m1")).respond_with(ResponseTemplate::new(206)).mount(&slow).await;
    Mock::given(path("/api/v1/statuses")).respond_with(ok(json!({"id": "1"}))).expect(0).mount(&slow).await;
    let post = Act::Publish { text: SafeText::line("Nouveau"), media, visibility: Visibility::Public, after: None };
    let Ok(Answer::Refused { why }) = send(&slow.uri(), post).await else { panic!("refused") };
    let told = Refusal::from_words(&why);
    assert!(matches!(&told, Some(Refusal::UploadTooSlow { file, .. }) if *file == SafeText::line("tasse.png")), "{told:?}");
}

#[tokio::test]
async fn a_server_cannot_speak_for_ronde() {
    let server = described_server().await;
    let feigned = ResponseTemplate::new(422).set_body_json(json!({"error": Refusal::Gone.to_words()}));
    Mock::given(method("POST")).and(path("/api/v1/statuses")).respond_with(feigned).mount(&server).await;
    let Ok(Answer::Refused { why }) = send(&server.uri(), reply("101", "Samedi")).await else { panic!("it is refused") };
    assert_eq!(Refusal::from_words(&why), None, "{why}");
    assert!(why.as_str().contains("gone"), "{why}");
}

#[tokio::test]
async fn likes_mutes_blocks_reports_and_deletions_reach_their_call() {
    let server = described_server().await;
    answer(&server, "GET", "/api/v1/statuses/101", status("101", &person("21", "ninon"), "", None)).await;
    for (verb, at, words) in [
        ("POST", "/api/v1/statuses/101/favourite", ""),
        ("DELETE", "/api/v1/statuses/101", ""),
        ("POST", "/api/v1/accounts/21/mute", ""),
        ("POST", "/api/v1/accounts/21/block", ""),
        ("POST", "/api/v1/reports", "account_id=21&status_ids%5B%5D=101&comment=Insultes"),
    ] {
        Mock::given(method(verb)).and(path(at)).and(body_string_contains(words)).respond_with(ok(json!({}))).expect(1).mount(&server).await;
    }
    let id = || SafeText::line("101");
    let acts = [
        Act::Like { of: id() },
        Act::Delete { what: id() },
        Act::Mute { author_of: id() },
        Act::Block { author_of: id() },
        Act::Report { what: id(), reason: SafeText::line("Insultes") },
    ];
    for act in acts {
        assert_eq!(send(&server.uri(), act.clone()).await, Ok(Answer::Done { remote_id: None, url: None }), "{act:?}");
    }
}

async fn said(server: &MockServer, statuses: Value) {
    answer(server, "GET", "/api/v1/accounts/7/statuses", statuses).await;
    answer(server, "GET", "/api/v1/statuses/101/context", json!({"ancestors": [], "descendants": []})).await;
}

#[tokio::test]
async fn an_unclear_answer_is_found_under_its_parent_or_surely_absent() {
    let server = described_server().await;
    let mut older = status("40", &person("7", "cafe"), "<p>Samedi</p>", Some(("101", "21")));
    older["created_at"] = json!("2026-11-21T10:00:00Z");
    let out = status("60", &person("7", "cafe"), "<p><span>@ninon</span> Samedi</p>", Some(("101", "21")));
    said(&server, json!([out, older])).await;
    assert!(matches!(look_up(&server.uri(), reply("101", "Samedi")).await, Ok(Sighting::There { remote_id, .. }) if remote_id == "60"));
    assert_eq!(look_up(&server.uri(), publish("Samedi")).await, Ok(Sighting::Absent));
    assert_eq!(look_up(&server.uri(), publish("Rien de tel")).await, Ok(Sighting::Absent));
}

#[tokio::test]
async fn absence_is_claimed_of_a_list_that_reaches_back_only() {
    // A server that repeats one page of fresh posts, whatever is asked: older ones may hide behind.
    let server = described_server().await;
    let fresh: Vec<Value> = (100..140).rev().map(|id| status(&id.to_string(), &person("7", "cafe"), "<p>Autre chose</p>", None)).collect();
    said(&server, json!(fresh)).await;
    assert_eq!(look_up(&server.uri(), publish("Samedi")).await, Ok(Sighting::CantTell));

    // An account that said nothing yet.
    let new = described_server().await;
    said(&new, json!([])).await;
    assert_eq!(look_up(&new.uri(), publish("Samedi")).await, Ok(Sighting::Absent));

    // A server that lists nothing.
    let mute = described_server().await;
    assert_eq!(look_up(&mute.uri(), publish("Samedi")).await, Ok(Sighting::CantTell));

    // A server that fails.
    let failing = described_server().await;
    Mock::given(method("GET")).respond_with(ResponseTemplate::new(500)).mount(&failing).await;
    assert!(matches!(look_up(&failing.uri(), publish("Samedi")).await, Ok(Sighting::Failed { .. })));
}

#[tokio::test]
async fn a_like_and_a_deletion_are_looked_up_on_the_message_itself() {
    let server = described_server().await;
    let mut liked = status("101", &person("21", "ninon"), "", None);
    answer(&server, "GET", "/api/v1/statuses/102", liked.clone()).await;
    liked["favourited"] = json!(true);
    answer(&server, "GET", "/api/v1/statuses/101", liked).await;
    let like = |id: &str| Act::Like { of: SafeText::line(id) };
    assert!(matches!(look_up(&server.uri(), like("101")).await, Ok(Sighting::There { .. })));
    assert_eq!(look_up(&server.uri(), like("102")).await, Ok(Sighting::Absent));
    let delete = |id: &str| Act::Delete { what: SafeText::line(id) };
    assert_eq!(look_up(&server.uri(), delete("101")).await, Ok(Sighting::Absent));
    assert!(matches!(look_up(&server.uri(), delete("gone")).await, Ok(Sighting::There { .. })));
}

#[tokio::test]
async fn an_id_cannot_leave_its_place_in_the_path() {
    let server = described_server().await;
    Mock::given(method("DELETE"))
        .and(path("/api/v1/statuses/..%2F..%2Faccounts%2F7"))
        .respond_with(ok(json!({})))
        .expect(1)
        .mount(&server)
        .await;
    let done = send(&server.uri(), Act::Delete { what: SafeText::line("../../accounts/7") }).await;
    assert!(matches!(done, Ok(Answer::Done { .. })), "{done:?}");
}

#[tokio::test]
async fn the_demo_answers_everything_and_opens_no_connection() {
    let server = described_server().await;
    let (demo, account) = (Networks::demo(), account(&server.uri()));
    let done = send_by(&demo, &account, &delivery(publish("Bonjour"), now()), now()).await;
    assert_eq!(done, Ok(Answer::Done { remote_id: Some(SafeText::line("demo-1")), url: None }));
    let page = pull_by(&demo, &account, Stream::Incoming, None).await.expect("a page");
    assert!(page.incoming.is_empty() && !page.more);
    let call = Call::Connect {
        brand: BrandId(1),
        network: Network::Mastodon,
        name: SafeText::default(),
        server: account.server.clone(),
        token: Secret::new(CANARY),
    };
    assert_eq!(serve(&demo, call, now()).await.map_err(|trouble| trouble.cause), Err(Cause::Demo));
    assert!(server.received_requests().await.is_some_and(|requests| requests.is_empty()));
}

#[tokio::test]
async fn an_account_kept_by_hand_and_one_without_its_token_ask_nothing_of_any_server() {
    let server = described_server().await;
    let by_hand = Account { access: Access::Manual, ..account(&server.uri()) };
    let unknown = Account { id: AccountId(2), ..account(&server.uri()) };
    for (account, cause) in [(by_hand, Cause::NotOffered), (unknown, Cause::NoSecret)] {
        let trouble = send_by(&networks(), &account, &delivery(publish("Bonjour"), now()), now()).await.expect_err("a trouble");
        assert_eq!((trouble.cause, trouble.account), (cause, Some(account.id)));
    }
    assert!(server.received_requests().await.is_some_and(|requests| requests.is_empty()));
}
