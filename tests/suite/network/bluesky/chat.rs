//! Direct messages: on a double of their service whose every request is held against the lexicons, and on the real
//! network, which has none.

use super::super::somebody::Somebody;
use super::super::stage::{delivery, described_by, look_up_by, now, pull_by, reply, send_by};
use super::sessions::{DID, account as plain, memory, networks, said};
use crate::contract::description::Description;
use crate::contract::relay::{Behind, Relay};
use chrono::Duration;
use ronde::app::effect::{Call, Page, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::account::{Ability, Account, Network};
use ronde::domain::delivery::{Act, Answer, Sighting};
use ronde::domain::message::{Channel, Visibility};
use ronde::domain::refusal::Refusal;
use ronde::domain::text::SafeText;
use ronde::domain::{BrandId, MessageId};
use ronde::network::serve;
use ronde::secrets::Vault;
use serde_json::{Value, json};
use wiremock::matchers::{header, path, query_param, query_param_is_missing};
use wiremock::{Match, Mock, MockBuilder, MockServer, Request, ResponseTemplate};

const BOB: &str = "did:plc:bbbbbbbbbbbbbbbbbbbbbbbb";
const LIST: &str = "chat.bsky.convo.listConvos";
const LOG: &str = "chat.bsky.convo.getLog";
const CONVO: &str = "chat.bsky.convo.getConvo";
const MESSAGES: &str = "chat.bsky.convo.getMessages";
const SEND: &str = "chat.bsky.convo.sendMessage";
const ACCEPT: &str = "chat.bsky.convo.acceptConvo";
const THEIRS: &str = "convo:3kconvo/3kone/did:plc:bbbbbbbbbbbbbbbbbbbbbbbb";

async fn server() -> MockServer {
    described_by(Description::of_bluesky()).await
}

/// A call of the service, as the account's server passes it on.
fn asked(call: &str) -> MockBuilder {
    Mock::given(path(format!("/xrpc/{call}"))).and(header("atproto-proxy", "did:web:api.bsky.chat#bsky_chat"))
}

fn told(body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

async fn tells(server: &MockServer, call: &str, body: &Value) {
    asked(call).respond_with(told(body)).mount(server).await;
}

fn refusing(status: u16, name: &str, words: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({ "error": name, "message": words }))
}

fn direct(server: &str) -> Account {
    let mut account = plain(server);
    account.capabilities.can.insert(Ability::Direct);
    account
}

fn message(id: &str, by: &str, text: &str, minute: u32) -> Value {
    json!({
        "$type": "chat.bsky.convo.defs#messageView", "id": id, "rev": id, "text": text,
        "sender": { "did": by }, "sentAt": format!("2026-11-22T09:{minute:02}:00.000Z"),
    })
}

fn deleted(id: &str, by: &str, minute: u32) -> Value {
    let mut gone = message(id, by, "", minute);
    gone["$type"] = json!("chat.bsky.convo.defs#deletedMessageView");
    gone
}

fn convo(id: &str, status: &str, unread: u32) -> Value {
    let members = json!([{ "did": DID, "handle": "cafelumen.test" }, { "did": BOB, "handle": "bob.test", "displayName": "Bob" }]);
    json!({ "id": id, "rev": "3k", "members": members, "muted": false, "unreadCount": unread, "status": status,
        "kind": { "$type": "chat.bsky.convo.defs#directConvo" } })
}

fn group(id: &str) -> Value {
    let mut group = convo(id, "accepted", 1);
    group["kind"]["$type"] = json!("chat.bsky.convo.defs#groupConvo");
    group
}

fn created(convo: &str, message: &Value) -> Value {
    json!({ "$type": "chat.bsky.convo.defs#logCreateMessage", "rev": "3k", "convoId": convo, "message": message })
}

async fn silent_notifications(server: &MockServer) {
    said("app.bsky.notification.listNotifications", 200, &json!({ "notifications": [] })).mount(server).await;
}

async fn pull(server: &MockServer, cursor: Option<String>) -> Result<Page, Trouble> {
    pull_by(&networks(memory("access", "refresh")), &direct(&server.uri()), Stream::Incoming, cursor).await
}

async fn sent(server: &MockServer, act: Act) -> Answer {
    send_by(&networks(memory("access", "refresh")), &direct(&server.uri()), &delivery(act, now()), now()).await.expect("an answer")
}

async fn requests(server: &MockServer, call: &str) -> Vec<Request> {
    let asked = server.received_requests().await.expect("kept");
    asked.into_iter().filter(|request| request.url.path().ends_with(call)).collect()
}

fn texts(page: &Page) -> Vec<&str> {
    page.incoming.iter().map(|message| message.text.as_str()).collect()
}

/// A server that lets somebody in, and whose service of direct messages answers this.
async fn lets_in(chat: ResponseTemplate) -> MockServer {
    let server = server().await;
    let session = json!({ "did": DID, "handle": "cafelumen.test", "accessJwt": "access", "refreshJwt": "refresh" });
    said("com.atproto.server.createSession", 200, &session).mount(&server).await;
    said("com.atproto.server.getSession", 200, &json!({ "did": DID, "handle": "cafelumen.test" })).mount(&server).await;
    said("com.atproto.server.describeServer", 200, &json!({ "did": "did:web:x" })).mount(&server).await;
    said("com.atproto.server.refreshSession", 200, &session).mount(&server).await;
    asked(LIST).and(query_param("limit", "1")).respond_with(chat).mount(&server).await;
    server
}

#[tokio::test]
async fn direct_messages_are_offered_where_the_service_lets_the_account_in() {
    let no_list = || told(&json!({ "convos": [] }));
    for (chat, connected, known, checked) in [
        (no_list(), true, false, true),
        (refusing(400, "InvalidToken", "Bad token method"), false, true, false),
        (refusing(400, "InvalidToken", "Bad token scope"), false, true, false),
        (refusing(404, "XRPCNotSupported", "no such method"), false, true, false),
        (refusing(501, "MethodNotImplemented", "Method Not Implemented"), false, true, false),
        (refusing(400, "InvalidRequest", "could not resolve proxy did"), false, true, false),
        // Nothing is learnt of a service that fails, or that asks to wait.
        (refusing(502, "UpstreamFailure", "Upstream"), false, true, true),
        (refusing(502, "UpstreamFailure", "Upstream"), false, false, false),
        (refusing(429, "RateLimitExceeded", "Too many"), false, true, true),
        (told(&json!("odd")), false, true, true),
        (no_list().set_delay(std::time::Duration::from_secs(2)), false, true, true),
    ] {
        let server = lets_in(chat).await;
        let call = Call::Connect {
            brand: BrandId(1),
            network: Network::Bluesky,
            server: SafeText::line(&server.uri()),
            name: SafeText::line("cafelumen.test"),
            token: Secret::new("abcd-efgh-ijkl-mnop"),
        };
        let Ok(News::Connected(account, _)) = serve(&networks(Vault::in_memory()), call, now()).await else { panic!("connected") };
        assert_eq!(account.capabilities.offers(Ability::Direct), connected);
        let before = if known { direct(&server.uri()) } else { plain(&server.uri()) };
        let checked_now = serve(&networks(memory("access", "refresh")), Call::Check(Box::new(before)), now()).await;
        let Ok(News::Checked(account)) = checked_now else { panic!("checked, not {checked_now:?}") };
        assert_eq!(account.capabilities.offers(Ability::Direct), checked);
        assert!(requests(&server, "refreshSession").await.is_empty(), "a session that is good is not renewed");
    }
}

#[tokio::test]
async fn what_is_unread_comes_first_then_what_the_log_tells_each_once() {
    let server = server().await;
    silent_notifications(&server).await;
    asked(LOG).and(query_param_is_missing("cursor")).respond_with(told(&json!({ "cursor": "tail-1", "logs": [] }))).mount(&server).await;
    tells(&server, LIST, &json!({ "convos": [convo("3kconvo", "request", 2), group("3kgroup")] })).await;
    let newest = [message("3ktwo", BOB, "À quelle heure ?", 2), message("3kone", BOB, "Bonjour", 1), message("3kzero", BOB, "Lu", 0)];
    tells(&server, MESSAGES, &json!({ "messages": newest })).await;
    let first = pull(&server, None).await.expect("a page");
    assert_eq!(texts(&first), ["À quelle heure ?", "Bonjour"]);
    let bonjour = &first.incoming[1];
    assert_eq!(bonjour.remote_id.as_str(), THEIRS);
    assert_eq!((bonjour.channel, bonjour.visibility), (Channel::Direct, Visibility::Direct));
    assert_eq!((bonjour.author.as_str(), bonjour.handle.as_str(), bonjour.author_id.as_str()), ("Bob", "@bob.test", BOB));
    assert!(!first.more);

    // The log tells one of them again, new ones, our own answer, a deletion, and what a group says.
    let mut answer = message("3kfour", DID, "Dès 9 h", 4);
    answer["facets"] = json!([{ "index": { "byteStart": -1, "byteEnd": 9 }, "features": [] }]);
    let logs = json!([
        created("3kconvo", &message("3kone", BOB, "Bonjour", 1)),
        created("3kconvo", &message("3kthree", BOB, "Merci !", 3)),
        created("3kconvo", &message("3kthree", BOB, "Merci !", 3)),
        { "$type": "chat.bsky.convo.defs#logReadConvo", "rev": "3k", "convoId": "3kconvo", "message": { "$type": "x" } },
        created("3kconvo", &answer),
        created("3kconvo", &message("3kgone", BOB, "Oups", 5)),
        { "$type": "chat.bsky.convo.defs#logDeleteMessage", "rev": "3k", "convoId": "3kconvo", "message": deleted("3kgone", BOB, 5) },
        created("3kconvo", &deleted("3kalso", BOB, 5)),
        created("3kgroup", &message("3knot", BOB, "À tous", 6)),
    ]);
    asked(LOG).and(query_param("cursor", "tail-1")).respond_with(told(&json!({ "cursor": "tail-2", "logs": logs }))).mount(&server).await;
    asked(LOG).and(query_param("cursor", "tail-2")).respond_with(told(&json!({ "cursor": "tail-2", "logs": [] }))).mount(&server).await;
    asked(CONVO)
        .and(query_param("convoId", "3kconvo"))
        .respond_with(told(&json!({ "convo": convo("3kconvo", "accepted", 0) })))
        .mount(&server)
        .await;
    asked(CONVO).and(query_param("convoId", "3kgroup")).respond_with(told(&json!({ "convo": group("3kgroup") }))).mount(&server).await;
    let second = pull(&server, first.cursor.clone()).await.expect("a page");
    assert_eq!(texts(&second), ["Bonjour", "Merci !"]);
    let [own] = second.own.as_slice() else { panic!("one answer of ours, not {:?}", second.own) };
    assert_eq!(own.text.as_str(), "Dès 9 h");
    assert_eq!(own.parent.as_ref(), Some(&second.incoming[1].remote_id), "it answers what came last");
    let third = pull(&server, second.cursor.clone()).await.expect("a page");
    assert!(third.incoming.is_empty() && third.own.is_empty() && !third.more);
    // Nothing was done there: reading marks nothing as read.
    let all = server.received_requests().await.expect("kept");
    assert!(all.iter().all(|request| request.method.as_str() == "GET"));
}

#[tokio::test]
async fn an_answer_given_elsewhere_names_what_it_answers_though_that_came_before() {
    let server = server().await;
    silent_notifications(&server).await;
    let logs = json!([created("3kconvo", &message("3kfour", DID, "Dès 9 h", 4))]);
    asked(LOG).and(query_param("cursor", "tail-1")).respond_with(told(&json!({ "cursor": "tail-2", "logs": logs }))).mount(&server).await;
    tells(&server, LOG, &json!({ "cursor": "tail-2", "logs": [] })).await;
    tells(&server, CONVO, &json!({ "convo": convo("3kconvo", "accepted", 0) })).await;
    let newest = [
        message("3kfive", BOB, "Après", 5),
        message("3kfour", DID, "Dès 9 h", 4),
        message("3kme", DID, "Bonjour", 2),
        message("3kone", BOB, "Ouvert ?", 1),
    ];
    tells(&server, MESSAGES, &json!({ "messages": newest })).await;
    let page = pull(&server, Some(r#"{"read":[],"chat":{"log":"tail-1"}}"#.to_owned())).await.expect("a page");
    assert_eq!(page.own.first().and_then(|own| own.parent.clone()), Some(SafeText::line(THEIRS)));
}

#[tokio::test]
async fn a_service_that_fails_holds_up_no_notification_and_moves_no_cursor() {
    let note = json!({
        "uri": format!("at://{BOB}/app.bsky.feed.post/3kaaaaaaaaa22"), "reason": "mention", "indexedAt": "2026-11-22T09:00:00Z",
        "author": { "did": BOB, "handle": "bob.test" }, "record": { "text": "En public" },
    });
    let damaged =
        json!({ "cursor": "tail-2", "logs": [created("3kconvo", &message("3kone", BOB, "Bonjour", 1)), created("3kconvo", &json!({}))] });
    for chat in [refusing(502, "UpstreamFailure", "Upstream"), told(&damaged), told(&json!({ "logs": [{}] }))] {
        let server = server().await;
        said("app.bsky.notification.listNotifications", 200, &json!({ "notifications": [note] })).mount(&server).await;
        asked(LOG).respond_with(chat).mount(&server).await;
        tells(&server, CONVO, &json!({ "convo": convo("3kconvo", "accepted", 0) })).await;
        let first = pull(&server, Some(r#"{"read":[],"chat":{"log":"tail-1"}}"#.to_owned())).await.expect("a page");
        assert_eq!((texts(&first), first.more), (vec!["En public"], true));
        assert!(first.cursor.as_deref().is_some_and(|cursor| cursor.contains("tail-1")));
        let trouble = pull(&server, first.cursor).await.expect_err("then the trouble is told");
        assert!(matches!(trouble.cause, Cause::ServerFailed | Cause::Unreadable), "{trouble:?}");
    }
}

#[tokio::test]
async fn an_account_that_is_offered_none_asks_for_none() {
    let server = server().await;
    silent_notifications(&server).await;
    let page = pull_by(&networks(memory("access", "refresh")), &plain(&server.uri()), Stream::Incoming, None).await.expect("a page");
    assert_eq!((page.more, page.cursor), (false, None));
    let all = server.received_requests().await.expect("kept");
    assert!(!all.is_empty() && all.iter().all(|request| !request.url.path().contains("chat.bsky")));
}

#[tokio::test]
async fn a_conversation_is_told_from_its_oldest_message() {
    let server = server().await;
    tells(&server, CONVO, &json!({ "convo": convo("3kconvo", "accepted", 0) })).await;
    let system = json!({ "$type": "chat.bsky.convo.defs#systemMessageView", "id": "3ks", "rev": "3k", "sentAt": "2026-11-22T09:03:00Z", "data": {} });
    let newest = [message("3ktwo", DID, "Bonjour Bob", 4), system, deleted("3kx", BOB, 2), message("3kone", BOB, "Bonjour", 1)];
    tells(&server, MESSAGES, &json!({ "messages": newest })).await;
    let call = Call::Context { account: Box::new(direct(&server.uri())), message: MessageId(1), remote_id: SafeText::line(THEIRS) };
    let Ok(News::Context(_, turns)) = serve(&networks(memory("access", "refresh")), call, now()).await else { panic!("a conversation") };
    let told: Vec<_> = turns.iter().map(|turn| (turn.author.as_str(), turn.text.as_str(), turn.ours)).collect();
    assert_eq!(told, [("Bob", "Bonjour", false), ("cafelumen.test", "Bonjour Bob", true)]);
    assert_eq!(turns[0].remote_id.as_str(), THEIRS);
}

#[tokio::test]
async fn an_answer_stays_in_its_conversation_after_the_request_was_accepted() {
    for (status, accepts) in [("request", 1), ("accepted", 0)] {
        let server = server().await;
        tells(&server, CONVO, &json!({ "convo": convo("3kconvo", status, 0) })).await;
        tells(&server, ACCEPT, &json!({ "rev": "3k" })).await;
        tells(&server, SEND, &message("3ktwo", DID, "Dès 9 h", 5)).await;
        let answer = sent(&server, reply(THEIRS, "Dès 9 h : https://cafelumen.example/été")).await;
        let Answer::Done { remote_id: Some(name), url: None } = answer else { panic!("done, not {answer:?}") };
        assert_eq!(name.as_str(), format!("convo:3kconvo/3ktwo/{DID}"));
        assert_eq!(requests(&server, ACCEPT).await.len(), accepts, "{status}");
        let [request] = requests(&server, SEND).await.try_into().expect("one message");
        let body: Value = serde_json::from_slice(&request.body).expect("JSON");
        assert_eq!((&body["convoId"], &body["message"]["text"]), (&json!("3kconvo"), &json!("Dès 9 h : https://cafelumen.example/été")));
        assert_eq!(body["message"]["facets"][0]["features"][0]["uri"], "https://cafelumen.example/été");
        assert!(requests(&server, "putRecord").await.is_empty(), "nothing of it is public");
    }
}

#[tokio::test]
async fn what_cant_be_answered_is_refused_before_it_leaves() {
    let long = "é".repeat(1001);
    let heavy = "👩‍👩‍👧".repeat(600);
    for (text, expected) in [
        (long.as_str(), Refusal::TooLong { used: 1001, limit: 1000 }),
        (heavy.as_str(), Refusal::TooManyBytes { used: heavy.len() as u64, limit: 10_000 }),
    ] {
        let server = server().await;
        let Answer::Refused { why } = sent(&server, reply(THEIRS, text)).await else { panic!("refused: {expected:?}") };
        assert_eq!(Refusal::from_words(&why), Some(expected));
        assert!(server.received_requests().await.expect("kept").is_empty());
    }
    // As the composer counts it.
    let count = direct("https://pds.example").count_answer(&"é".repeat(999), "@bob.test", Visibility::Direct);
    assert_eq!((count.used, count.limit, count.over), (999, 1000, false));
    assert_eq!(direct("https://pds.example").count_answer("é", "@bob.test", Visibility::Public).limit, 300);

    let server = server().await;
    tells(&server, CONVO, &json!({ "convo": group("3kconvo") })).await;
    let of = || SafeText::line(THEIRS);
    let quote = Act::Quote { of: of(), text: SafeText::line("Oui"), visibility: Visibility::Public };
    let report = Act::Report { what: of(), reason: SafeText::line("Pub") };
    let acts = [Act::Like { of: of() }, Act::Repost { of: of() }, quote, Act::Hide { what: of() }, Act::Delete { what: of() }, report];
    for act in acts.into_iter().chain([reply(THEIRS, "À tous ?")]) {
        let Answer::Refused { why } = sent(&server, act.clone()).await else { panic!("refused: {act:?}") };
        assert_eq!(Refusal::from_words(&why), Some(Refusal::NotOffered), "{act:?}");
    }
    let networks = networks(memory("access", "refresh"));
    let answer = send_by(&networks, &plain(&server.uri()), &delivery(reply(THEIRS, "Oui"), now()), now()).await;
    assert!(matches!(answer, Ok(Answer::Refused { why }) if Refusal::from_words(&why) == Some(Refusal::NotOffered)));
}

#[tokio::test]
async fn the_author_of_a_direct_message_is_muted_and_blocked_by_it() {
    let server = server().await;
    Mock::given(path("/xrpc/app.bsky.graph.muteActor")).respond_with(ResponseTemplate::new(200)).mount(&server).await;
    said("app.bsky.actor.getProfile", 200, &json!({ "did": BOB, "handle": "bob.test" })).mount(&server).await;
    said("com.atproto.repo.putRecord", 500, &json!({ "error": "InternalServerError" })).mount(&server).await;
    let of = || SafeText::line(THEIRS);
    assert!(matches!(sent(&server, Act::Mute { author_of: of() }).await, Answer::Done { .. }));
    assert!(matches!(sent(&server, Act::Block { author_of: of() }).await, Answer::Unclear { .. }), "it left");
    let body = |request: &Request| serde_json::from_slice::<Value>(&request.body).expect("JSON");
    assert_eq!(body(&requests(&server, "muteActor").await[0])["actor"], BOB);
    assert_eq!(body(&requests(&server, "putRecord").await[0])["record"]["subject"], BOB);
}

#[tokio::test]
async fn each_end_of_an_answer_is_known_for_what_it_is() {
    for (status, name, expected) in [
        (400, "InvalidConvo", Some(Refusal::Gone)),
        (400, "ConvoLocked", Some(Refusal::RepliesClosed)),
        (502, "UpstreamFailure", None),
        (200, "Nonsense", None),
    ] {
        let server = server().await;
        tells(&server, CONVO, &json!({ "convo": convo("3kconvo", "accepted", 0) })).await;
        asked(SEND).respond_with(refusing(status, name, name)).mount(&server).await;
        match (sent(&server, reply(THEIRS, "Oui")).await, expected) {
            (Answer::Refused { why }, Some(expected)) => assert_eq!(Refusal::from_words(&why), Some(expected)),
            (Answer::Unclear { .. }, None) => {}
            (other, expected) => panic!("{name}: {expected:?}, not {other:?}"),
        }
    }
    let server = server().await;
    asked(CONVO).respond_with(refusing(502, "UpstreamFailure", "Upstream")).mount(&server).await;
    assert!(matches!(sent(&server, reply(THEIRS, "Oui")).await, Answer::NotSent { .. }), "nothing left yet");
}

/// Whether a request has a cursor.
struct Further;

impl Match for Further {
    fn matches(&self, request: &Request) -> bool {
        request.url.query_pairs().any(|(name, _)| name == "cursor")
    }
}

#[tokio::test]
async fn an_answer_whose_outcome_is_unknown_is_looked_for_back_to_before_it_was_sent() {
    let since = now() - Duration::minutes(30);
    let ours = |text: &str, minute| message("3kours", DID, text, minute);
    let old = message("3kold", BOB, "Bonjour", 1);
    for (pages, expected) in [
        (vec![vec![message("3knew", BOB, "Alors ?", 40), ours("Dès 9 h", 31)], vec![old.clone()]], "there"),
        (vec![vec![message("3knew", BOB, "Alors ?", 40)], vec![ours("Dès 9 h", 31), old.clone()]], "there"),
        (vec![vec![message("3knew", BOB, "Dès 9 h", 40)], vec![old.clone()]], "absent"),
        (vec![vec![ours("Autre chose", 31), old.clone()]], "absent"),
        // The same words, said earlier.
        (vec![vec![message("3knew", BOB, "Alors ?", 40), ours("Dès 9 h", 20)]], "absent"),
        (vec![vec![deleted("3kours", DID, 31), old.clone()]], "can't tell"),
        // It goes on for ever, and never back.
        (vec![vec![message("3knew", BOB, "Alors ?", 40)], vec![message("3knew", BOB, "Alors ?", 40)]], "can't tell"),
    ] {
        let server = server().await;
        let page = |messages: &[Value]| json!({ "messages": messages, "cursor": "further" });
        if let Some(second) = pages.get(1) {
            asked(MESSAGES).and(Further).respond_with(told(&page(second))).mount(&server).await;
        }
        tells(&server, MESSAGES, &page(&pages[0])).await;
        let networks = networks(memory("access", "refresh"));
        let found = look_up_by(&networks, &direct(&server.uri()), &delivery(reply(THEIRS, "Dès 9 h"), since), now()).await;
        let word = match found.expect("a sighting") {
            Sighting::There { remote_id, .. } => {
                assert_eq!(remote_id.as_str(), format!("convo:3kconvo/3kours/{DID}"));
                "there"
            }
            Sighting::Absent => "absent",
            Sighting::CantTell => "can't tell",
            Sighting::Failed { .. } => "failed",
        };
        assert_eq!(word, expected, "{pages:?}");
    }
}

#[tokio::test]
async fn a_network_without_the_service_offers_none_and_is_never_asked_for_them() {
    let Some(alice) = Somebody::connect("ALICE", 1).await else { return };
    assert!(!alice.account.capabilities.offers(Ability::Direct));
    let call = Call::Check(Box::new(alice.account.clone()));
    let Ok(News::Checked(checked)) = serve(&alice.networks, call, ronde::runtime::clock::now()).await else { panic!("checked") };
    assert!(!checked.capabilities.offers(Ability::Direct));
    // Everything is pulled, and the service is asked for nothing.
    let relay = Relay::start(Behind::Server(alice.account.server.to_string()), Vec::new());
    let through = Somebody { account: Account { server: SafeText::line(&relay.url), ..alice.account.clone() }, ..alice };
    let (incoming, _) = through.pull(Stream::Incoming, &mut None).await;
    let heard = relay.heard();
    assert!(!heard.is_empty() && heard.iter().all(|heard| !heard.asked.path.contains("chat.bsky")));
    // An answer to what could only be a direct message is refused before it leaves.
    assert!(incoming.iter().all(|message| message.channel != Channel::Direct));
    let answer = through.send(&through.delivery(reply(THEIRS, "Oui"), "direct")).await;
    assert!(relay.heard().is_empty());
    assert!(matches!(answer, Answer::Refused { why } if Refusal::from_words(&why) == Some(Refusal::NotOffered)));
}
