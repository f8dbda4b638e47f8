//! The CM allows Ronde in the browser; the code comes back by itself or by hand.

use super::stage::{CANARY, by_hand, described_server, networks, now};
use ronde::app::effect::{Call, Secret};
use ronde::app::event::News;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::BrandId;
use ronde::domain::text::SafeText;
use ronde::network::{Networks, serve};
use serde_json::json;
use std::collections::BTreeMap;
use url::Url;
use wiremock::matchers::{body_string_contains, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

async fn server() -> MockServer {
    let server = described_server().await;
    let answers = [
        ("GET", "/api/v2/instance", json!({"domain": "here.example", "version": "4.6.0"})),
        ("POST", "/api/v1/apps", json!({"client_id": "id-1", "client_secret": "secret-1"})),
        ("GET", "/api/v1/accounts/verify_credentials", json!({"id": "7", "acct": "cafe"})),
    ];
    for (verb, at, body) in answers {
        Mock::given(method(verb)).and(path(at)).respond_with(ResponseTemplate::new(200).set_body_json(body)).mount(&server).await;
    }
    let token = Mock::given(path("/oauth/token")).and(body_string_contains("code=good")).and(body_string_contains("code_verifier="));
    token.respond_with(ResponseTemplate::new(200).set_body_json(json!({"access_token": CANARY}))).mount(&server).await;
    let refused = json!({"error": "invalid_grant", "error_description": "This code is not valid"});
    Mock::given(path("/oauth/token")).respond_with(ResponseTemplate::new(400).set_body_json(refused)).mount(&server).await;
    server
}

async fn start(networks: &Networks, server: &MockServer) -> BTreeMap<String, String> {
    let call = Call::StartAuthorization { server: SafeText::line(&server.uri()) };
    let Ok(News::Authorize { url, caught: true }) = serve(networks, call, now()).await else { panic!("an address") };
    let url = Url::parse(url.as_str()).expect("an address");
    assert_eq!(url.path(), "/oauth/authorize");
    url.query_pairs().into_owned().collect()
}

async fn finish(networks: &Networks, server: &MockServer, code: &str) -> Result<News, Trouble> {
    let call = Call::FinishAuthorization { brand: BrandId(1), server: SafeText::line(&server.uri()), code: SafeText::line(code) };
    serve(networks, call, now()).await
}

#[tokio::test]
async fn the_least_is_asked_for_and_the_exchange_is_proved() {
    let server = server().await;
    let asked = start(&networks(), &server).await;
    assert_eq!(asked["code_challenge_method"], "S256");
    assert_eq!(asked["code_challenge"].len(), 43);
    assert!(asked["redirect_uri"].starts_with("http://127.0.0.1:"));
    for scope in asked["scope"].split(' ') {
        assert!(scope.starts_with("read:") || scope.starts_with("write:"), "{scope}");
    }
    assert!(!asked["scope"].contains("follow"));
}

#[tokio::test]
async fn the_code_comes_back_by_itself_and_strangers_are_ignored() {
    let (server, networks) = (server().await, networks());
    let asked = start(&networks, &server).await;
    let (redirect, state) = (asked["redirect_uri"].clone(), asked["state"].clone());
    let browser = std::thread::spawn(move || {
        // A browser connects ahead and asks for an icon; a stranger guesses.
        let _idle = std::net::TcpStream::connect(redirect.trim_start_matches("http://").trim_end_matches('/'));
        let icon = by_hand(&redirect, "GET /favicon.ico", "text/plain", "");
        let stranger = by_hand(&redirect, "GET /?code=evil&state=guess", "text/plain", "");
        let page = by_hand(&redirect, &format!("GET /?code=good&state={state}"), "text/plain", "");
        (icon, stranger, page)
    });
    let connected = finish(&networks, &server, "").await;
    let (icon, stranger, page) = browser.join().expect("the browser");
    assert!(icon.starts_with("HTTP/1.1 404") && stranger.starts_with("HTTP/1.1 404"));
    assert!(page.contains("revenez dans Ronde") && page.contains("go back to Ronde"));
    let Ok(News::Connected(account, token)) = connected else { panic!("{connected:?}") };
    assert_eq!((account.handle.as_str(), token), ("@cafe@here.example", Secret::new(CANARY)));
}

#[tokio::test]
async fn a_code_or_the_whole_address_can_be_pasted_and_a_typo_can_be_mended() {
    let (server, networks) = (server().await, networks());
    let asked = start(&networks, &server).await;
    let wrong = finish(&networks, &server, "god").await.expect_err("refused");
    assert_eq!((wrong.cause, wrong.detail.as_str()), (Cause::Rejected, "This code is not valid"));
    let stale = finish(&networks, &server, "http://127.0.0.1:9/?code=good&state=other").await.expect_err("refused");
    assert_eq!(stale.cause, Cause::Rejected);
    let address = format!("http://127.0.0.1:9/?code=good&state={}", asked["state"]);
    assert!(matches!(finish(&networks, &server, &address).await, Ok(News::Connected(..))));
    let again = finish(&networks, &server, "good").await.expect_err("it is over");
    assert_eq!(again.cause, Cause::Conflict);
}

#[tokio::test]
async fn a_no_in_the_browser_ends_the_wait() {
    let (server, networks) = (server().await, networks());
    let asked = start(&networks, &server).await;
    let request = format!("GET /?error=access_denied&error_description=Non&state={}", asked["state"]);
    let redirect = asked["redirect_uri"].clone();
    let browser = std::thread::spawn(move || by_hand(&redirect, &request, "text/plain", ""));
    let denied = finish(&networks, &server, "").await.expect_err("denied");
    assert_eq!((denied.cause, denied.detail.as_str()), (Cause::Rejected, "Non"));
    assert!(browser.join().expect("the browser").contains("was not allowed"));
}
