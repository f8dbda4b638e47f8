//! What goes wrong, each with its own cause and, where something was to leave, with what is known of it.

use super::super::stage::{delivery, limits, now, publish, reply, send_by};
use super::sessions::{DID, account, memory, networks, said};
use chrono::Duration;
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::BrandId;
use ronde::domain::account::Network;
use ronde::domain::delivery::{Act, Answer};
use ronde::domain::message::Visibility;
use ronde::domain::refusal::Refusal;
use ronde::domain::text::SafeText;
use ronde::network::http::Limits;
use ronde::network::http::page::Pages;
use ronde::network::{Directories, Networks, serve};
use ronde::secrets::Vault;
use serde_json::{Value, json};
use wiremock::matchers::{body_partial_json, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

const OPEN: &str = "com.atproto.server.createSession";
const PUT: &str = "com.atproto.repo.putRecord";
const POSTS: &str = "app.bsky.feed.getPosts";
const THEIRS: &str = "at://did:plc:bbbbbbbbbbbbbbbbbbbbbbbb/app.bsky.feed.post/3kaaaaaaaaa22";

fn error(name: &str) -> Value {
    json!({ "error": name, "message": format!("{name} in words") })
}

async fn connect(networks: &Networks, server: &str, name: &str) -> Result<News, Trouble> {
    let call = Call::Connect {
        brand: BrandId(1),
        network: Network::Bluesky,
        server: SafeText::line(server),
        name: SafeText::line(name),
        token: Secret::new("abcd-efgh-ijkl-mnop"),
    };
    serve(networks, call, now()).await
}

fn cause(told: Result<News, Trouble>) -> Option<Cause> {
    told.map_err(|trouble| trouble.cause).err()
}

#[tokio::test]
async fn each_way_not_to_get_in_has_its_own_cause() {
    for (status, name, expected) in [
        (401, "AuthenticationRequired", Cause::WrongPassword),
        (401, "AuthFactorTokenRequired", Cause::NeedsAppPassword),
        (401, "AccountTakedown", Cause::Suspended),
        (400, "AccountDeactivated", Cause::Suspended),
        (500, "InternalServerError", Cause::ServerFailed),
        (404, "NotFound", Cause::BadAddress),
    ] {
        let server = MockServer::start().await;
        said(OPEN, status, &error(name)).mount(&server).await;
        let told = connect(&networks(Vault::in_memory()), &server.uri(), "@cafelumen.test").await;
        assert_eq!(cause(told), Some(expected), "{name}");
    }
    let server = MockServer::start().await;
    let paused =
        json!({ "did": DID, "handle": "cafelumen.test", "accessJwt": "a", "refreshJwt": "b", "active": false, "status": "takendown" });
    said(OPEN, 200, &paused).mount(&server).await;
    let told = connect(&networks(Vault::in_memory()), &server.uri(), "@cafelumen.test").await;
    assert!(matches!(told, Err(Trouble { cause: Cause::Suspended, detail, .. }) if detail == "takendown"));
    // The server is gone.
    assert_eq!(cause(connect(&networks(Vault::in_memory()), "http://127.0.0.1:1", "@cafelumen.test").await), Some(Cause::Unreachable));
}

/// A resolver and a directory that tell `document` of one handle.
async fn directory(document: Value) -> (MockServer, Networks) {
    let server = MockServer::start().await;
    Mock::given(path("/xrpc/com.atproto.identity.resolveHandle"))
        .and(query_param("handle", "cafelumen.test"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "did": DID })))
        .mount(&server)
        .await;
    said("com.atproto.identity.resolveHandle", 400, &error("HandleNotFound")).mount(&server).await;
    Mock::given(path(format!("/{DID}"))).respond_with(ResponseTemplate::new(200).set_body_json(document)).mount(&server).await;
    let directories = Directories { resolver: server.uri(), plc: server.uri() };
    let networks = Networks::new(Vault::in_memory(), limits()).looking_in(directories);
    (server, networks)
}

fn document(handle: &str, pds: &str) -> Value {
    json!({ "id": DID, "alsoKnownAs": [format!("at://{handle}")], "service": [{ "id": "#atproto_pds", "serviceEndpoint": pds }] })
}

#[tokio::test]
async fn a_handle_leads_to_its_server_only_if_both_agree() {
    let pds = MockServer::start().await;
    let session = json!({ "did": DID, "handle": "cafelumen.test", "accessJwt": "a", "refreshJwt": "b" });
    said(OPEN, 200, &session).mount(&pds).await;
    said("com.atproto.server.describeServer", 200, &json!({ "did": "did:web:x" })).mount(&pds).await;
    let (_server, networks) = directory(document("cafelumen.test", &pds.uri())).await;
    let Ok(News::Connected(account, _)) = connect(&networks, "", "CafeLumen.test").await else { panic!("connected") };
    assert_eq!(account.server.as_str(), pds.uri());

    for (typed, document, expected) in [
        ("nobody.test", document("nobody.test", &pds.uri()), Cause::UnknownHandle),
        ("ninon@cafelumen.test", document("cafelumen.test", &pds.uri()), Cause::UnknownHandle),
        ("cafelumen.test", document("other.test", &pds.uri()), Cause::UnknownHandle),
        ("cafelumen.test", json!({ "id": DID, "alsoKnownAs": ["at://cafelumen.test"], "service": [] }), Cause::UnknownHandle),
        ("cafelumen.test", document("cafelumen.test", "ftp://pds.example"), Cause::BadAddress),
        ("cafelumen.test", document("cafelumen.test", "http://pds.example"), Cause::BadAddress),
    ] {
        let (_server, networks) = directory(document.clone()).await;
        assert_eq!(cause(connect(&networks, "", typed).await), Some(expected), "{typed} {document}");
    }
    // Another account answers at that server.
    let elsewhere = MockServer::start().await;
    let other = json!({ "did": "did:plc:other", "handle": "cafelumen.test", "accessJwt": "a", "refreshJwt": "b" });
    said(OPEN, 200, &other).mount(&elsewhere).await;
    let (_server, networks) = directory(document("cafelumen.test", &elsewhere.uri())).await;
    assert_eq!(cause(connect(&networks, "", "cafelumen.test").await), Some(Cause::Conflict));
}

async fn sent(server: &MockServer, act: Act) -> Result<Answer, Trouble> {
    send_by(&networks(memory("access", "refresh")), &account(&server.uri()), &delivery(act, now()), now()).await
}

fn word(answer: &Result<Answer, Trouble>) -> String {
    match answer {
        Ok(Answer::Done { .. }) => "done".to_owned(),
        Ok(Answer::Refused { .. }) => "refused".to_owned(),
        Ok(Answer::Wait { until }) => format!("wait {}", (*until - now()).num_seconds() / 30 * 30),
        Ok(Answer::NotSent { .. }) => "not sent".to_owned(),
        Ok(Answer::Unclear { .. }) => "unclear".to_owned(),
        Err(trouble) => format!("{:?}", trouble.cause),
    }
}

#[tokio::test]
async fn an_act_that_the_server_refuses_or_loses_is_known_for_what_it_is() {
    for (status, name, expected) in [
        (400, "InvalidRequest", "refused"),
        (403, "AccountTakedown", "Suspended"),
        (400, "AccountDeactivated", "Suspended"),
        (401, "AuthMissing", "AuthExpired"),
        (400, "InvalidToken", "AuthExpired"),
        (500, "InternalServerError", "unclear"),
        (502, "UpstreamFailure", "unclear"),
        (504, "UpstreamTimeout", "unclear"),
        (200, "Nonsense", "unclear"),
    ] {
        let server = MockServer::start().await;
        said(PUT, status, &error(name)).mount(&server).await;
        said("com.atproto.server.refreshSession", 400, &error("ExpiredToken")).mount(&server).await;
        assert_eq!(word(&sent(&server, publish("Bonjour")).await), expected, "{name}");
    }
}

#[tokio::test]
async fn a_limit_is_obeyed_as_the_server_tells_it() {
    let reset = (now() + Duration::minutes(5)).timestamp().to_string();
    for (headers, expected) in [
        (vec![("RateLimit-Reset", reset.as_str()), ("RateLimit-Limit", "30"), ("RateLimit-Policy", "30;w=300")], "wait 300"),
        (vec![("Retry-After", "120"), ("RateLimit-Reset", reset.as_str())], "wait 120"),
        (vec![], "wait 60"),
    ] {
        let server = MockServer::start().await;
        let limited = headers.iter().fold(ResponseTemplate::new(429), |answer, (name, value)| answer.insert_header(*name, *value));
        let limited = limited.set_body_json(error("RateLimitExceeded"));
        Mock::given(path(format!("/xrpc/{PUT}"))).respond_with(limited).mount(&server).await;
        assert_eq!(word(&sent(&server, publish("Bonjour")).await), expected, "{headers:?}");
    }
}

#[tokio::test]
async fn what_goes_before_an_act_leaves_nothing_when_it_fails() {
    for (status, body, expected) in [
        (502, error("UpstreamFailure"), "not sent"),
        (500, error("InternalServerError"), "not sent"),
        (200, json!({ "posts": [] }), "refused"),
        (200, json!("odd"), "not sent"),
    ] {
        let server = MockServer::start().await;
        said(POSTS, status, &body).mount(&server).await;
        assert_eq!(word(&sent(&server, reply(THEIRS, "Oui")).await), expected, "{body}");
        let asked = server.received_requests().await.expect("kept");
        assert!(asked.iter().all(|request| !request.url.path().ends_with(PUT)), "{body}");
    }
    // An answer that its author forbids, and a post that may not be quoted.
    let closed = json!({ "posts": [{
        "uri": THEIRS, "cid": "x", "author": { "did": "did:plc:b" }, "indexedAt": "2026-11-22T10:00:00Z",
        "viewer": { "replyDisabled": true, "embeddingDisabled": true },
    }] });
    let server = MockServer::start().await;
    said(POSTS, 200, &closed).mount(&server).await;
    let quote = Act::Quote { of: SafeText::line(THEIRS), text: SafeText::line("Oui"), visibility: Visibility::Public };
    for (act, expected) in [(reply(THEIRS, "Oui"), Refusal::RepliesClosed), (quote, Refusal::QuotesClosed)] {
        let Ok(Answer::Refused { why }) = sent(&server, act).await else { panic!("refused: {expected:?}") };
        assert_eq!(Refusal::from_words(&why), Some(expected));
    }
}

#[tokio::test]
async fn what_the_account_just_said_is_waited_for_until_the_network_shows_it() {
    let ours = format!("at://{DID}/app.bsky.feed.post/3kaaaaaaaaa22");
    let server = MockServer::start().await;
    said(POSTS, 200, &json!({ "posts": [] })).mount(&server).await;
    said("com.atproto.repo.getRecord", 200, &json!({ "uri": ours, "cid": "x", "value": { "text": "Bonjour" } })).mount(&server).await;
    assert_eq!(word(&sent(&server, Act::Repost { of: SafeText::line(&ours) }).await), "not sent");
    // An answer beneath it needs nothing of the rest of the network.
    said(PUT, 500, &error("InternalServerError")).mount(&server).await;
    assert_eq!(word(&sent(&server, reply(&ours, "Suite")).await), "unclear", "it left");
    let gone = MockServer::start().await;
    said(POSTS, 200, &json!({ "posts": [] })).mount(&gone).await;
    said("com.atproto.repo.getRecord", 400, &error("RecordNotFound")).mount(&gone).await;
    assert_eq!(word(&sent(&gone, Act::Repost { of: SafeText::line(&ours) }).await), "refused");
    // A closed account is told as that, not as a post that is gone.
    let closed = MockServer::start().await;
    said("com.atproto.repo.getRecord", 400, &error("RepoTakendown")).mount(&closed).await;
    assert_eq!(sent(&closed, reply(&ours, "Suite")).await.map_err(|trouble| trouble.cause), Err(Cause::Suspended));
}

#[tokio::test]
async fn why_a_post_of_another_is_not_shown_is_told_by_what_is_true() {
    let there = json!({ "uri": THEIRS, "cid": "x", "value": { "text": "Bonjour" } });
    let profile = |viewer: Value| json!({ "did": "did:plc:b", "handle": "b.test", "viewer": viewer });
    let gone = Some(Refusal::Gone);
    for (name, record, author, expected) in [
        ("deleted", (400, error("RecordNotFound")), (200, profile(json!({}))), ("refused", gone.clone())),
        (
            "on a server that reads nothing for others",
            (501, error("MethodNotImplemented")),
            (200, profile(json!({}))),
            ("refused", gone.clone()),
        ),
        ("of a closed account", (200, there.clone()), (400, error("AccountDeactivated")), ("refused", gone)),
        (
            "of somebody who is blocked",
            (200, there.clone()),
            (200, profile(json!({ "blocking": "at://did/x/y" }))),
            ("refused", Some(Refusal::Blocked)),
        ),
        ("of somebody who blocks", (200, there.clone()), (200, profile(json!({ "blockedBy": true }))), ("refused", Some(Refusal::Blocked))),
        ("not shown yet", (200, there.clone()), (200, profile(json!({}))), ("not sent", None)),
        ("not to be known", (200, there.clone()), (502, error("UpstreamFailure")), ("not sent", None)),
    ] {
        let server = MockServer::start().await;
        said(POSTS, 200, &json!({ "posts": [] })).mount(&server).await;
        said("com.atproto.repo.getRecord", record.0, &record.1).mount(&server).await;
        said("app.bsky.actor.getProfile", author.0, &author.1).mount(&server).await;
        let answer = sent(&server, reply(THEIRS, "Oui")).await;
        let refusal = match &answer {
            Ok(Answer::Refused { why }) => Refusal::from_words(why),
            _ => None,
        };
        assert_eq!((word(&answer).as_str(), refusal), expected, "{name}");
    }
}

#[tokio::test]
async fn whoever_was_blocked_is_still_reported() {
    let server = MockServer::start().await;
    said(POSTS, 200, &json!({ "posts": [] })).mount(&server).await;
    said("com.atproto.repo.getRecord", 200, &json!({ "uri": THEIRS, "cid": "x", "value": { "text": "Spam" } })).mount(&server).await;
    let subject = json!({ "subject": { "$type": "com.atproto.repo.strongRef", "uri": THEIRS, "cid": "x" } });
    let report = Mock::given(path("/xrpc/com.atproto.moderation.createReport")).and(body_partial_json(subject));
    report.respond_with(ResponseTemplate::new(200).set_body_json(json!({}))).expect(1).mount(&server).await;
    let act = Act::Report { what: SafeText::line(THEIRS), reason: SafeText::line("Publicité") };
    assert_eq!(word(&sent(&server, act).await), "done");
}

#[tokio::test]
async fn a_page_of_messages_is_taken_whole_or_not_at_all() {
    let note = |uri: &str| {
        json!({
            "uri": uri, "reason": "mention", "indexedAt": "2026-11-22T10:00:00Z",
            "author": { "did": "did:plc:b", "handle": "b.test" }, "record": { "text": "Bonjour" },
        })
    };
    let pull = async |body: Value| {
        let server = MockServer::start().await;
        said("app.bsky.notification.listNotifications", 200, &body).mount(&server).await;
        let call = Call::Pull { account: Box::new(account(&server.uri())), stream: Stream::Incoming, cursor: None };
        match serve(&networks(memory("access", "refresh")), call, now()).await {
            Ok(News::Page(page)) => Ok(page.incoming.len()),
            Ok(other) => panic!("a page, not {other:?}"),
            Err(trouble) => Err(trouble.cause),
        }
    };
    assert_eq!(pull(json!({ "notifications": [note(THEIRS), note(THEIRS)] })).await, Ok(1), "one row an id");
    assert_eq!(pull(json!({ "notifications": [note("at://nonsense")] })).await, Ok(0));
    let mut broken = note(THEIRS);
    broken["indexedAt"] = json!("yesterday");
    assert_eq!(pull(json!({ "notifications": [note(THEIRS), broken] })).await, Err(Cause::Unreadable));
    assert_eq!(pull(json!({})).await, Err(Cause::Unreadable));
}

#[tokio::test]
async fn a_link_gets_the_card_of_its_page_and_never_waits_for_one() {
    const PAGE: &str = r#"<html><head><meta property="og:title" content="L’atelier"><meta property="og:description" content="Dès 9 h">
        <meta property="og:image" content="/tasse.png"></head></html>"#;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0".to_vec();
    let site = MockServer::start().await;
    let html = |body: &str| ResponseTemplate::new(200).set_body_raw(body.as_bytes(), "text/html; charset=utf-8");
    Mock::given(path("/atelier")).respond_with(html(PAGE)).mount(&site).await;
    Mock::given(path("/moved")).respond_with(ResponseTemplate::new(302).insert_header("location", "/atelier")).mount(&site).await;
    Mock::given(path("/loop")).respond_with(ResponseTemplate::new(302).insert_header("location", "/loop")).mount(&site).await;
    let outside = ResponseTemplate::new(302).insert_header("location", "http://10.0.0.1/");
    Mock::given(path("/inside")).respond_with(outside).mount(&site).await;
    Mock::given(path("/file")).respond_with(ResponseTemplate::new(200).set_body_raw(png.clone(), "image/png")).mount(&site).await;
    Mock::given(path("/tasse.png")).respond_with(ResponseTemplate::new(200).set_body_raw(png, "image/png")).mount(&site).await;
    let pds = MockServer::start().await;
    let blob = json!({ "$type": "blob", "ref": { "$link": "bafkrei" }, "mimeType": "image/png", "size": 29 });
    said("com.atproto.repo.uploadBlob", 200, &json!({ "blob": blob })).mount(&pds).await;
    said(PUT, 500, &error("InternalServerError")).mount(&pds).await;
    let embed = async |link: String, pages: Pages| {
        let networks = Networks::new(memory("access", "refresh"), Limits { pages, ..limits() });
        let delivery = delivery(publish(&format!("Lisez {link}")), now());
        send_by(&networks, &account(&pds.uri()), &delivery, now()).await.expect("an answer");
        let asked = pds.received_requests().await.expect("kept");
        let put = asked.iter().rfind(|request| request.url.path().ends_with(PUT)).expect("it was asked for");
        serde_json::from_slice::<Value>(&put.body).expect("JSON")["record"]["embed"].take()
    };
    for way in ["atelier", "moved"] {
        let link = format!("{}/{way}", site.uri());
        let card = embed(link.clone(), Pages::ThisComputer).await;
        let expected = json!({ "uri": link, "title": "L’atelier", "description": "Dès 9 h", "thumb": blob });
        assert_eq!(card, json!({ "$type": "app.bsky.embed.external", "external": expected }));
    }
    for way in ["loop", "inside", "file", "nothing"] {
        assert_eq!(embed(format!("{}/{way}", site.uri()), Pages::ThisComputer).await, Value::Null, "{way}");
    }
    // On a person's machine nothing of this computer is ever asked for.
    let before = site.received_requests().await.expect("kept").len();
    assert_eq!(embed(format!("{}/atelier", site.uri()), Pages::Outside).await, Value::Null);
    assert_eq!(site.received_requests().await.expect("kept").len(), before);
}
