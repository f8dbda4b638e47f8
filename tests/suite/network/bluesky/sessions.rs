//! Sessions on a server of the test's own: renewed once, kept before they are used, by one at a time.

use super::super::stage::{CANARY, delivery, limits, now, publish, send_by};
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Ability, Account, Network};
use ronde::domain::delivery::Answer;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId};
use ronde::network::{Directories, Networks, serve};
use ronde::secrets::Vault;
use serde_json::{Value, json};
use std::path::Path;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

pub const DID: &str = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";

/// A session as it is kept.
pub fn pair(access: &str, refresh: &str) -> Secret {
    Secret::new(&json!({ "did": DID, "access": access, "refresh": refresh }).to_string())
}

pub fn account(server: &str) -> Account {
    let mut account = super::super::stage::account(server);
    account.network = Network::Bluesky;
    account.handle = SafeText::line("@cafelumen.test");
    account.remote_id = SafeText::line(DID);
    account.capabilities.count = ronde::domain::count::CountRule::of(Network::Bluesky);
    account.capabilities.media_bytes = Some(1_000_000);
    account.capabilities.can.remove(&Ability::Direct);
    account
}

pub fn networks(vault: Vault) -> Networks {
    Networks::new(vault, limits())
}

pub fn memory(access: &str, refresh: &str) -> Vault {
    let vault = Vault::in_memory();
    vault.keep(AccountId(1), &pair(access, refresh)).expect("memory takes all");
    vault
}

fn file(folder: &Path) -> Vault {
    Vault::file_only(folder.join("secrets.json"), Path::new("/ronde.db"))
}

fn kept(folder: &Path) -> Secret {
    file(folder).find(AccountId(1)).expect("it answers").expect("it is there")
}

pub fn said(method_name: &str, status: u16, body: &Value) -> Mock {
    Mock::given(path(format!("/xrpc/{method_name}"))).respond_with(ResponseTemplate::new(status).set_body_json(body))
}

fn bearer(token: &str) -> impl wiremock::Match + 'static {
    header("authorization", format!("Bearer {token}"))
}

const PROFILE: &str = "app.bsky.actor.getProfile";
const RENEW: &str = "com.atproto.server.refreshSession";

/// A server whose session expires: `old` no longer works, `renew` gives `new`.
async fn expiring(error: &str, status: u16) -> MockServer {
    let server = MockServer::start().await;
    let refused = ResponseTemplate::new(status).set_body_json(json!({ "error": error, "message": "Token has expired" }));
    Mock::given(path(format!("/xrpc/{PROFILE}"))).and(bearer("old")).respond_with(refused).mount(&server).await;
    let told = ResponseTemplate::new(200).set_body_json(json!({ "did": DID, "followersCount": 3 }));
    Mock::given(path(format!("/xrpc/{PROFILE}"))).and(bearer("new")).respond_with(told).mount(&server).await;
    let session = json!({ "did": DID, "handle": "cafelumen.test", "accessJwt": "new", "refreshJwt": "renew-2" });
    // It thinks a while, so that others come in between.
    let slow = ResponseTemplate::new(200).set_body_json(session).set_delay(std::time::Duration::from_millis(60));
    Mock::given(method("POST")).and(path(format!("/xrpc/{RENEW}"))).and(bearer("renew-1")).respond_with(slow).mount(&server).await;
    server
}

async fn figures(networks: &Networks, server: &str) -> Result<usize, Cause> {
    let call = Call::Figures { account: Box::new(account(server)), day: now().date_naive() };
    match serve(networks, call, now()).await {
        Ok(News::Figures(_, readings)) => Ok(readings.len()),
        Ok(other) => panic!("figures, not {other:?}"),
        Err(trouble) => Err(trouble.cause),
    }
}

async fn renewals(server: &MockServer) -> usize {
    let asked = server.received_requests().await.expect("requests are kept");
    asked.iter().filter(|request| request.url.path().ends_with(RENEW)).count()
}

#[tokio::test]
async fn an_expired_session_is_renewed_once_and_kept_before_it_is_used() {
    for (error, status) in [("ExpiredToken", 400), ("InvalidToken", 401), ("", 401)] {
        let (server, folder) = (expiring(error, status).await, tempfile::tempdir().expect("a folder"));
        file(folder.path()).keep(AccountId(1), &pair("old", "renew-1")).expect("kept");
        let networks = networks(file(folder.path()));
        assert_eq!(figures(&networks, &server.uri()).await, Ok(1), "{error}");
        assert_eq!(kept(folder.path()), pair("new", "renew-2"));
        assert_eq!(figures(&networks, &server.uri()).await, Ok(1));
        assert_eq!(renewals(&server).await, 1);
    }
}

#[tokio::test]
async fn calls_at_the_same_time_renew_it_once_among_them_all() {
    let (server, folder) = (expiring("ExpiredToken", 400).await, tempfile::tempdir().expect("a folder"));
    file(folder.path()).keep(AccountId(1), &pair("old", "renew-1")).expect("kept");
    // The screens and a command, each with what it knows.
    let (one, other) = (networks(file(folder.path())), networks(file(folder.path())));
    let uri = server.uri();
    let told = tokio::join!(figures(&one, &uri), figures(&one, &uri), figures(&other, &uri), figures(&other, &uri));
    assert_eq!(told, (Ok(1), Ok(1), Ok(1), Ok(1)));
    assert_eq!(renewals(&server).await, 1);
    assert_eq!(kept(folder.path()), pair("new", "renew-2"));
}

#[tokio::test]
async fn what_another_process_renewed_is_used() {
    let (server, folder) = (expiring("ExpiredToken", 400).await, tempfile::tempdir().expect("a folder"));
    file(folder.path()).keep(AccountId(1), &pair("old", "renew-1")).expect("kept");
    let networks = networks(file(folder.path()));
    // It has read the old one when another process keeps the new one.
    assert_eq!(figures(&networks, "http://127.0.0.1:1").await, Err(Cause::Unreachable));
    file(folder.path()).keep(AccountId(1), &pair("new", "renew-2")).expect("kept");
    assert_eq!(figures(&networks, &server.uri()).await, Ok(1));
    assert_eq!(renewals(&server).await, 0);
}

#[tokio::test]
async fn a_session_that_cant_be_renewed_pauses_the_account_and_nothing_storms() {
    let server = MockServer::start().await;
    let refused = json!({ "error": "ExpiredToken", "message": "Token has been revoked" });
    Mock::given(wiremock::matchers::any()).respond_with(ResponseTemplate::new(400).set_body_json(refused)).mount(&server).await;
    let networks = networks(memory("old", "renew-1"));
    assert_eq!(figures(&networks, &server.uri()).await, Err(Cause::AuthExpired));
    assert_eq!(server.received_requests().await.expect("kept").len(), 2, "the call and the renewal");
    let answer = send_by(&networks, &account(&server.uri()), &delivery(publish("x"), now()), now()).await;
    assert_eq!(answer.map_err(|trouble| trouble.cause), Err(Cause::AuthExpired), "surely nothing left");
}

#[tokio::test]
async fn where_the_renewal_fails_the_act_has_surely_not_left() {
    let server = MockServer::start().await;
    said("com.atproto.repo.putRecord", 400, &json!({ "error": "ExpiredToken", "message": "x" })).mount(&server).await;
    said(RENEW, 502, &json!({ "error": "UpstreamFailure", "message": "x" })).mount(&server).await;
    let networks = networks(memory("old", "renew-1"));
    let answer = send_by(&networks, &account(&server.uri()), &delivery(publish("x"), now()), now()).await;
    assert!(matches!(answer, Ok(Answer::NotSent { .. })), "{answer:?}");
}

#[tokio::test]
async fn a_token_that_is_nearly_over_is_renewed_before_it_is_used() {
    use base64::Engine;
    let (server, folder) = (expiring("ExpiredToken", 400).await, tempfile::tempdir().expect("a folder"));
    let claims = json!({ "exp": now().timestamp() + 60 }).to_string();
    let old = format!("head.{}.sign", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(claims));
    file(folder.path()).keep(AccountId(1), &pair(&old, "renew-1")).expect("kept");
    assert_eq!(figures(&networks(file(folder.path())), &server.uri()).await, Ok(1));
    let asked = server.received_requests().await.expect("kept");
    assert!(asked[0].url.path().ends_with(RENEW), "{}", asked[0].url);
}

#[tokio::test]
async fn the_password_is_kept_nowhere_and_nothing_secret_is_told() {
    let server = MockServer::start().await;
    let session = json!({ "did": DID, "handle": "cafelumen.test", "accessJwt": "canary-access", "refreshJwt": "canary-refresh" });
    said("com.atproto.server.createSession", 200, &session).mount(&server).await;
    said("com.atproto.server.describeServer", 200, &json!({ "did": "did:web:x", "blobUploadLimit": 600_000 })).mount(&server).await;
    let networks = networks(Vault::in_memory()).looking_in(Directories { resolver: server.uri(), plc: server.uri() });
    let call = Call::Connect {
        brand: BrandId(1),
        network: Network::Bluesky,
        server: SafeText::line(&server.uri()),
        name: SafeText::line("@cafelumen.test"),
        token: Secret::new(CANARY),
    };
    assert!(!format!("{call:?}").contains(CANARY));
    let connected = serve(&networks, call, now()).await;
    assert!(!format!("{connected:?}").contains("canary"), "{connected:?}");
    let Ok(News::Connected(account, session)) = connected else { panic!("connected") };
    assert_eq!(session, pair("canary-access", "canary-refresh"), "the session and nothing else");
    assert_eq!((account.handle.as_str(), account.remote_id.as_str()), ("@cafelumen.test", DID));
    assert_eq!(account.capabilities.media_bytes, Some(600_000));
    // A secret of another kind is as good as none.
    let vault = Vault::in_memory();
    vault.keep(AccountId(1), &Secret::new(CANARY)).expect("memory takes all");
    let call = Call::Pull { account: Box::new(super::sessions::account(&server.uri())), stream: Stream::Incoming, cursor: None };
    let told = serve(&self::networks(vault), call, now()).await.map_err(|trouble| (trouble.cause, trouble.detail));
    assert!(matches!(&told, Err((Cause::NoSecret, detail)) if !detail.as_str().contains("canary")), "{told:?}");
}
