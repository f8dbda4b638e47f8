//! Sessions on the real network: tokens that expired, were altered or withdrawn, and a server that limits.

use super::super::super::somebody::{Somebody, unique};
use super::super::super::stage::{by_hand, delivery, publish, pull_by, send_by};
use super::{connect, connecting, directories, person, real_limits};
use crate::given::setting;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::trouble::Cause;
use ronde::domain::AccountId;
use ronde::domain::account::Account;
use ronde::domain::delivery::Answer;
use ronde::network::{Networks, serve};
use ronde::runtime::clock;
use ronde::secrets::Vault;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The key with which the reference network signs its tokens in tests (its `dev-env`).
const KEY: &[u8] = b"jwt-secret";

/// HMAC with SHA-256 (RFC 2104), for keys of less than a block.
fn signed(text: &str) -> String {
    let pad = |with: u8| -> Vec<u8> { (0..64).map(|at| KEY.get(at).copied().unwrap_or(0) ^ with).collect() };
    let inner = Sha256::digest([pad(0x36), text.as_bytes().to_vec()].concat());
    URL_SAFE_NO_PAD.encode(Sha256::digest([pad(0x5c), inner.to_vec()].concat()))
}

/// The same token, as the server would have made it `earlier` seconds before. It says nothing of when it
/// ends to who does not look, for its end is moved by as much.
fn aged(token: &str, earlier: i64) -> String {
    let mut parts = token.split('.');
    let (head, claims) = (parts.next().expect("a head"), parts.next().expect("claims"));
    let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).expect("base64")).expect("JSON");
    for name in ["iat", "exp"] {
        claims[name] = json!(claims[name].as_i64().expect("an instant") - earlier);
    }
    let text = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
    format!("{text}.{}", signed(&text))
}

/// A session as it is kept, with its parts.
fn parts(session: &Secret) -> Value {
    serde_json::from_str(session.0.expose_secret()).expect("a session")
}

fn with(session: &Value, name: &str, value: &str) -> Secret {
    let mut changed = session.clone();
    changed[name] = json!(value);
    Secret::new(&changed.to_string())
}

/// A session of alice's in a file, for as many processes as a test wants.
struct Scene {
    folder: tempfile::TempDir,
    account: Account,
    session: Value,
}

impl Scene {
    async fn new() -> Option<Self> {
        let (handle, password) = person("ALICE")?;
        let networks = Networks::new(Vault::in_memory(), real_limits()).looking_in(directories()?);
        let (account, session) = connect(&networks, &handle, "", &password).await;
        let account = Account { id: AccountId(1), ..account };
        Some(Self { folder: tempfile::tempdir().expect("a folder"), account, session: parts(&session) })
    }

    fn vault(&self) -> Vault {
        Vault::file_only(self.folder.path().join("secrets.json"), Path::new("/ronde.db"))
    }

    fn keep(&self, secret: &Secret) {
        self.vault().keep(AccountId(1), secret).expect("kept");
    }

    fn kept(&self) -> Value {
        parts(&self.vault().find(AccountId(1)).expect("it answers").expect("it is there"))
    }

    /// A window of Ronde, at an instant.
    async fn pulls(&self, at: chrono::DateTime<chrono::Utc>) -> Result<(), Cause> {
        let networks = Networks::new(self.vault(), real_limits());
        let call = Call::Pull { account: Box::new(self.account.clone()), stream: Stream::Own, cursor: None };
        serve(&networks, call, at).await.map(|_| ()).map_err(|trouble| trouble.cause)
    }

    fn text(&self, name: &str) -> &str {
        self.session[name].as_str().expect("a token")
    }
}

#[tokio::test]
async fn an_access_token_that_expired_is_renewed_without_a_word() {
    let Some(scene) = Scene::new().await else { return };
    let old = aged(scene.text("access"), 7200 + 60);
    scene.keep(&with(&scene.session, "access", &old));
    // A clock that is behind does not see that it has expired: the server says so.
    assert_eq!(scene.pulls(clock::now() - chrono::Duration::hours(1)).await, Ok(()));
    let renewed = scene.kept();
    assert!(renewed["access"] != json!(old) && renewed["refresh"] != scene.session["refresh"]);
    assert_eq!(scene.pulls(clock::now()).await, Ok(()));
    assert_eq!(scene.kept(), renewed, "once");

    // A token that was altered is refused in other words, and renewed as well.
    scene.keep(&with(&renewed, "access", &format!("{}x", renewed["access"].as_str().expect("a token"))));
    assert_eq!(scene.pulls(clock::now()).await, Ok(()));
    // An act leaves with the renewed one.
    scene.keep(&with(&scene.kept(), "access", &old));
    let networks = Networks::new(scene.vault(), real_limits());
    let post = delivery(publish(&unique("Renouvelé")), clock::now());
    let answer = send_by(&networks, &scene.account, &post, clock::now() - chrono::Duration::hours(1)).await;
    assert!(matches!(answer, Ok(Answer::Done { .. })), "{answer:?}");
}

#[tokio::test]
async fn two_windows_renew_at_the_same_time_and_both_go_on() {
    let Some(scene) = Scene::new().await else { return };
    for round in 0..5 {
        scene.keep(&with(&scene.kept_or_first(), "access", &aged(scene.text("access"), 7200 + 60 + round)));
        let before = scene.kept();
        let at = clock::now() - chrono::Duration::hours(1);
        let told = tokio::join!(scene.pulls(at), scene.pulls(at), scene.pulls(at));
        assert_eq!(told, (Ok(()), Ok(()), Ok(())), "round {round}");
        assert_ne!(scene.kept()["refresh"], before["refresh"]);
    }
}

impl Scene {
    fn kept_or_first(&self) -> Value {
        self.vault().find(AccountId(1)).expect("it answers").map_or_else(|| self.session.clone(), |secret| parts(&secret))
    }
}

#[tokio::test]
async fn a_window_that_died_before_it_kept_the_new_session_loses_nothing() {
    let Some(scene) = Scene::new().await else { return };
    let old = with(&scene.session, "access", &aged(scene.text("access"), 7200 + 60));
    scene.keep(&old);
    assert_eq!(scene.pulls(clock::now()).await, Ok(()));
    let renewed = scene.kept();
    // As if it had been killed between the answer and the disk.
    scene.keep(&old);
    assert_eq!(scene.pulls(clock::now()).await, Ok(()), "the former one is taken for a while");
    let end = |token: &Value| token["refresh"].as_str().expect("a token").split('.').nth(1).map(|claims| URL_SAFE_NO_PAD.decode(claims));
    assert!(end(&scene.kept()).is_some() && end(&renewed).is_some());
}

#[tokio::test]
async fn a_session_that_was_withdrawn_pauses_the_account() {
    let Some(scene) = Scene::new().await else { return };
    scene.keep(&with(&scene.session, "access", &aged(scene.text("access"), 7200 + 60)));
    let server = setting("BSKY_PDS_URL").expect("the network");
    // The words after the path end the first line and add a header.
    let request =
        format!("POST /xrpc/com.atproto.server.deleteSession HTTP/1.1\r\nAuthorization: Bearer {}\r\nX-Was:", scene.text("refresh"));
    let told = by_hand(&server, &request, "text/plain", "");
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    assert_eq!(scene.pulls(clock::now()).await, Err(Cause::AuthExpired));
    // A token that expired altogether is refused the same way.
    scene.keep(&with(&with_parts(&scene.session, "access", "old"), "refresh", &aged(scene.text("refresh"), 91 * 86_400)));
    assert_eq!(scene.pulls(clock::now()).await, Err(Cause::AuthExpired));
}

fn with_parts(session: &Value, name: &str, value: &str) -> Value {
    parts(&with(session, name, value))
}

#[tokio::test]
async fn who_is_not_let_in_is_told_why() {
    let Some(alice) = Somebody::connect("ALICE", 1).await else { return };
    let server = alice.account.server.as_str();
    for (handle, server, password, expected) in [
        ("alice.test", "", "not-the-pass-word", Cause::WrongPassword),
        ("alice.test", server, "not-the-pass-word", Cause::WrongPassword),
        ("nobody-at-all.test", "", "x", Cause::UnknownHandle),
        ("alice@example.test", "", "x", Cause::UnknownHandle),
        ("alice.test", "http://127.0.0.1:1", "x", Cause::Unreachable),
    ] {
        let told = serve(&alice.networks, connecting(handle, server, password), clock::now()).await;
        assert_eq!(told.map_err(|trouble| trouble.cause).err(), Some(expected), "{handle} at {server:?}");
    }
    // The AppView in the place of a PDS knows no accounts.
    let appview = setting("BSKY_APPVIEW_URL").expect("the network");
    let told = serve(&alice.networks, connecting("alice.test", &appview, "x"), clock::now()).await;
    assert_eq!(told.map_err(|trouble| trouble.cause).err(), Some(Cause::BadAddress));
}

#[tokio::test]
async fn an_account_that_was_taken_down_says_so() {
    let (Some(server), Some(admin)) = (setting("BSKY_PDS_URL"), setting("BSKY_ADMIN_PASSWORD")) else { return };
    let name = format!("d{:08}.test", clock::now().timestamp_micros() % 100_000_000);
    let data = json!({ "handle": name, "email": format!("{name}@mail.test"), "password": "a password" }).to_string();
    let made = by_hand(&server, "POST /xrpc/com.atproto.server.createAccount", "application/json", &data);
    assert!(made.starts_with("HTTP/1.1 200"), "{made}");
    let networks = Networks::new(Vault::in_memory(), real_limits());
    let (account, session) = connect(&networks, &name, &server, "a password").await;
    let account = Account { id: AccountId(1), ..account };
    serve(&networks, Call::KeepSecret(account.id, session), clock::now()).await.expect("kept");
    let down = json!({
        "subject": { "$type": "com.atproto.admin.defs#repoRef", "did": account.remote_id.as_str() },
        "takedown": { "applied": true, "ref": "1" },
    });
    let basic = base64::engine::general_purpose::STANDARD.encode(format!("admin:{admin}"));
    let request = format!("POST /xrpc/com.atproto.admin.updateSubjectStatus HTTP/1.1\r\nAuthorization: Basic {basic}\r\nX-Was:");
    let told = by_hand(&server, &request, "application/json", &down.to_string());
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    let told = serve(&networks, connecting(&name, &server, "a password"), clock::now()).await;
    assert_eq!(told.map_err(|trouble| trouble.cause).err(), Some(Cause::Suspended));
    let answer = send_by(&networks, &account, &delivery(publish("x"), clock::now()), clock::now()).await;
    assert_eq!(answer.map_err(|trouble| trouble.cause), Err(Cause::Suspended), "surely nothing left");
}

/// Needs a network that limits (`BSKY_LIMITED_PDS_URL` and `BSKY_LIMITED_APP_PASSWORD_ALICE`).
#[tokio::test]
async fn a_server_that_limits_is_obeyed() {
    let (Some(server), Some(password)) = (setting("BSKY_LIMITED_PDS_URL"), setting("BSKY_LIMITED_APP_PASSWORD_ALICE")) else { return };
    let networks = Networks::new(Vault::in_memory(), real_limits());
    let mut told = None;
    // It lets 30 in within five minutes.
    for _ in 0..40 {
        let at = clock::now();
        let answer = serve(&networks, connecting("alice.test", &server, &password), at).await;
        if let Err(trouble) = answer {
            told = Some((trouble.cause, at));
            break;
        }
    }
    let Some((Cause::RateLimited(until), at)) = told else { panic!("told to wait, not {told:?}") };
    let wait = (until - at).num_seconds();
    assert!((1..=300).contains(&wait), "{wait} s");
}

/// Pages that are taken one by one bring the same as one pull, each once.
#[tokio::test]
async fn a_pull_goes_on_where_it_was_left() {
    let Some(alice) = Somebody::connect("ALICE", 1).await else { return };
    let page = pull_by(&alice.networks, &alice.account, Stream::Incoming, None).await.expect("a page");
    let (all, _) = alice.pull(Stream::Incoming, &mut None).await;
    assert!(page.incoming.iter().all(|message| all.contains(message)));
    let mut ids: Vec<_> = all.iter().map(|message| message.remote_id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len());
}
