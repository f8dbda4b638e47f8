//! The commands against a server on loopback: connecting, fetching, answering, publishing, and its faults.

use super::Home;
use serde_json::{Value, json};
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A token that must not come out anywhere.
pub(super) const TOKEN: &str = "canary-5f1e0c7a";

/// A server that speaks as much of Mastodon's API as the commands need.
pub(super) struct Server {
    runtime: tokio::runtime::Runtime,
    server: MockServer,
}

impl Server {
    /// Alice's account, with one mention by Bob.
    pub(super) fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let server = runtime.block_on(MockServer::start());
        let this = Self { runtime, server };
        this.gives(
            "GET",
            "/api/v2/instance",
            json!({"version": "4.5.1", "domain": "example.test", "source_url": "https://github.com/mastodon/mastodon"}),
        );
        this.mount(
            Mock::given(method("GET"))
                .and(path("/api/v1/accounts/verify_credentials"))
                .and(header("authorization", format!("Bearer {TOKEN}")))
                .respond_with(ResponseTemplate::new(200).set_body_json(alice())),
        );
        let bob = json!({"id": "2", "acct": "bob", "username": "bob", "display_name": "Bob"});
        let status = json!({"id": "101", "created_at": "2026-11-22T18:00:00Z", "account": bob, "content": "<p>Êtes-vous ouverts demain ?</p>",
            "visibility": "public", "url": "https://example.test/@bob/101"});
        let note = json!({"id": "7", "type": "mention", "created_at": "2026-11-22T18:00:00Z", "account": bob, "status": status});
        this.mount(Mock::given(method("GET")).and(path("/api/v1/notifications")).respond_with(move |asked: &Request| {
            let fresh = !asked.url.query_pairs().any(|(name, _)| name == "min_id" || name == "since_id" || name == "max_id");
            ResponseTemplate::new(200).set_body_json(if fresh { json!([note]) } else { json!([]) })
        }));
        this.gives("GET", "/api/v1/accounts/1/statuses", json!([]));
        this
    }

    pub(super) fn url(&self) -> String {
        self.server.uri()
    }

    pub(super) fn mount(&self, mock: Mock) {
        self.runtime.block_on(mock.mount(&self.server));
    }

    fn gives(&self, verb: &str, at: &str, body: Value) {
        self.mount(Mock::given(method(verb)).and(path(at)).respond_with(ResponseTemplate::new(200).set_body_json(body)));
    }

    /// Takes posts, and gives each an id.
    fn takes_posts(&self) {
        let said = json!({"id": "555", "created_at": "2026-11-22T19:30:00Z", "account": alice(), "content": "<p>x</p>", "visibility": "public",
            "url": "https://example.test/@alice/555"});
        self.gives("POST", "/api/v1/statuses", said);
    }

    /// The bodies of the posts that reached it.
    pub(super) fn posts(&self) -> Vec<String> {
        let requests = self.runtime.block_on(self.server.received_requests()).expect("requests are recorded");
        let posts = requests.into_iter().filter(|request| request.method.as_str() == "POST" && request.url.path() == "/api/v1/statuses");
        posts.map(|request| String::from_utf8_lossy(&request.body).into_owned()).collect()
    }

    /// A home with Alice's account, connected by a token from standard input.
    pub(super) fn connected(&self) -> Home {
        let home = Home::new();
        let ran = home.fed(&["account", "add", "mastodon", "--server", &self.url(), "--token-stdin", "--brand", "Lumen"], TOKEN);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        home
    }
}

fn alice() -> Value {
    json!({"id": "1", "acct": "alice", "username": "alice", "display_name": "Alice", "followers_count": 844, "statuses_count": 12})
}

#[test]
fn an_account_is_connected_pulled_and_answered_once() {
    let server = Server::start();
    server.takes_posts();
    let home = server.connected();
    let pulled = home.json(&["pull"]);
    assert_eq!((&pulled["accounts"][0]["new"], &pulled["accounts"][0]["error"]), (&1.into(), &Value::Null), "{pulled}");
    assert_eq!(home.json(&["pull"])["accounts"][0]["new"], 0, "nothing comes twice");
    let inbox = home.json(&["inbox"]);
    assert_eq!(inbox["messages"][0]["text"], "Êtes-vous ouverts demain ?");
    let id = inbox["messages"][0]["id"].to_string();
    let replied = home.json(&["reply", &id, "--text", "Oui, dès 9 h."]);
    assert_eq!(replied["deliveries"][0]["outcome"], "done", "{replied}");
    assert_eq!(replied["deliveries"][0]["url"], "https://example.test/@alice/555");
    home.does(&["publish"]);
    assert_eq!(server.posts().len(), 1);
    assert!(server.posts()[0].contains("101"), "under its parent: {:?}", server.posts());
    assert_eq!(home.json(&["inbox"])["counts"]["answered"], 1);
}

#[test]
fn a_held_answer_leaves_with_the_next_publish_alone() {
    let server = Server::start();
    server.takes_posts();
    let home = server.connected();
    home.does(&["pull"]);
    assert_eq!(home.json(&["reply", "1", "--text", "Oui.", "--hold"])["deliveries"][0]["stage"], "held");
    assert_eq!(server.posts().len(), 0);
    let later = "2026-11-22T19:31:00Z";
    let dry = home.at(later, &["publish", "--dry-run", "--json"], "").json();
    assert_eq!(dry["deliveries"][0]["would"], "send", "{dry}");
    assert_eq!(server.posts().len(), 0);
    for _ in 0..2 {
        assert_eq!(home.at(later, &["publish"], "").code, 0);
    }
    assert_eq!(server.posts().len(), 1);
}

#[test]
fn a_scheduled_post_is_published_once() {
    let server = Server::start();
    server.takes_posts();
    let home = server.connected();
    home.does(&["post", "add", "--title", "Tasse", "--account", "1", "--text", "Une tasse.", "--day", "2026-11-23"]);
    home.does(&["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    home.does(&["post", "schedule", "1", "--at", "2026-11-23T09:00"]);
    assert!(home.does(&["publish"]).contains("Nothing"), "its hour has not come");
    for _ in 0..2 {
        let ran = home.at("2026-11-23T08:01:00Z", &["publish"], "");
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    }
    assert_eq!(server.posts().len(), 1);
    assert_eq!(home.json(&["post", "show", "1"])["post"]["state"], "published");
}

#[test]
fn a_late_post_asks_before_it_leaves() {
    let server = Server::start();
    server.takes_posts();
    let home = server.connected();
    home.does(&["post", "add", "--title", "Tasse", "--account", "1", "--text", "Une tasse.", "--day", "2026-11-23"]);
    home.does(&["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    home.does(&["post", "schedule", "1", "--at", "2026-11-23T09:00"]);
    let late = "2026-11-23T09:00:00Z";
    let ran = home.at(late, &["publish"], "");
    assert_eq!(ran.code, 4, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("--allow-late 1"), "{}", ran.err);
    assert_eq!(server.posts().len(), 0);
    assert_eq!(home.at(late, &["publish", "--allow-late", "1"], "").code, 0);
    assert_eq!(server.posts().len(), 1);
}

#[test]
fn an_answer_that_nobody_can_read_is_never_sent_twice() {
    let server = Server::start();
    server.mount(Mock::given(method("POST")).and(path("/api/v1/statuses")).respond_with(ResponseTemplate::new(504)));
    let home = server.connected();
    home.does(&["pull"]);
    let ran = home.run(&["reply", "1", "--text", "Oui.", "--json"]);
    assert_ne!(ran.code, 0, "{}", ran.out);
    let posts = server.posts().len();
    home.run(&["publish"]);
    assert!(posts == 1, "{posts}");
}

#[test]
fn a_brand_on_hold_sends_nothing() {
    let server = Server::start();
    server.takes_posts();
    let home = server.connected();
    home.does(&["pull"]);
    home.does(&["reply", "1", "--text", "Oui.", "--hold"]);
    home.does(&["brand", "hold"]);
    assert_eq!(home.at("2026-11-22T19:31:00Z", &["publish"], "").code, 0);
    assert_eq!(server.posts().len(), 0);
}

#[test]
fn a_refused_token_needs_a_person() {
    let server = Server::start();
    let home = server.connected();
    server.mount(Mock::given(method("GET")).and(path("/api/v1/notifications")).respond_with(ResponseTemplate::new(401)).with_priority(1));
    let ran = home.run(&["pull"]);
    assert_eq!(ran.code, 4, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("ronde account add"), "{}", ran.err);
    assert_eq!(home.run(&["pull"]).code, 4, "it stays paused");
    assert_eq!(home.json(&["account", "list"])["accounts"][0]["standing"], "expired");
}

#[test]
fn a_server_that_asks_to_wait_is_not_asked_again_before_its_time() {
    let server = Server::start();
    let home = server.connected();
    let wait = ResponseTemplate::new(429).insert_header("retry-after", "600");
    server.mount(Mock::given(method("GET")).and(path("/api/v1/notifications")).respond_with(wait).with_priority(1).expect(1));
    assert_eq!(home.run(&["pull"]).code, 1);
    let again = home.run(&["pull", "--json"]);
    assert_eq!((again.code, &again.json()["accounts"][0]["skipped"]), (1, &"rate-limited".into()), "{}", again.out);
}

#[test]
fn a_wrong_token_a_dead_server_and_a_web_page_connect_nothing() {
    let server = Server::start();
    let page = MockServerPage::start();
    for (url, token) in [(server.url(), "wrong"), ("http://127.0.0.1:9".to_owned(), TOKEN), (page.url(), TOKEN)] {
        let home = Home::new();
        let ran = home.fed(&["account", "add", "mastodon", "--server", &url, "--token-stdin", "--brand", "Lumen"], token);
        assert!([1, 4].contains(&ran.code), "{url}: {} {}", ran.code, ran.err);
        assert!(!ran.err.contains(token), "{}", ran.err);
        assert_eq!(home.json(&["brand", "list"])["brands"].as_array().map(Vec::len), Some(0), "{url}");
    }
    let ran = Home::new().run(&["account", "add", "mastodon", "--brand", "Lumen"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

/// A server that answers every request with a web page.
struct MockServerPage(Server);

impl MockServerPage {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let server = runtime.block_on(MockServer::start());
        let this = Server { runtime, server };
        let page = ResponseTemplate::new(200).set_body_raw("<html><body>Sign in</body></html>", "text/html");
        this.mount(Mock::given(wiremock::matchers::any()).respond_with(page));
        Self(this)
    }

    fn url(&self) -> String {
        self.0.url()
    }
}
