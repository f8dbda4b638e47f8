//! What the tests of the networks stand on: accounts, deliveries, and a server that misbehaves.

use crate::contract::description::Description;
use crate::contract::wire::Asked;
use ronde::app::effect::{Call, Page, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::Trouble;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::count::CountRule;
use ronde::domain::delivery::{Act, Answer, Delivery, Journey, Sighting};
use ronde::domain::message::Visibility;
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, BrandId, DeliveryId};
use ronde::network::http::Limits;
use ronde::network::http::page::Pages;
use ronde::network::{Networks, serve};
use ronde::secrets::Vault;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use wiremock::http::{HeaderName, HeaderValue};
use wiremock::{Match, Mock, MockServer, Request, ResponseTemplate};

/// A token that must be seen nowhere.
pub const CANARY: &str = "canary-5f1c7e";

pub fn now() -> Moment {
    "2026-11-22T10:00:00Z".parse().expect("an instant")
}

/// Short, so that a silent server is given up at once.
pub fn limits() -> Limits {
    let short = Duration::from_millis(400);
    Limits {
        connect: short,
        whole: short,
        bytes: 64 * 1024,
        upload: short,
        poll: Duration::from_millis(1),
        consent: Duration::from_secs(10),
        pages: Pages::ThisComputer,
    }
}

pub fn networks() -> Networks {
    let vault = Vault::in_memory();
    vault.keep(AccountId(1), &Secret::new(CANARY)).expect("memory takes all");
    Networks::new(vault, limits())
}

pub fn account(server: &str) -> Account {
    let capabilities = Capabilities {
        server: SafeText::line("Mastodon 4.6.0"),
        can: Ability::ALL.iter().copied().collect(),
        count: CountRule::of(Network::Mastodon),
        media_limit: 4,
        alt_limit: 1500,
        media_bytes: None,
    };
    Account {
        id: AccountId(1),
        brand: BrandId(1),
        network: Network::Mastodon,
        access: Access::Connected,
        handle: SafeText::line("@cafe@here.example"),
        server: SafeText::line(server),
        remote_id: SafeText::line("7"),
        capabilities,
        standing: Standing::Well,
    }
}

pub fn publish(text: &str) -> Act {
    Act::Publish { text: SafeText::clean(text), media: Vec::new(), visibility: Visibility::Public, after: None }
}

pub fn reply(to: &str, text: &str) -> Act {
    let (to, handle) = (SafeText::line(to), SafeText::line("@ninon@there.example"));
    Act::Reply { to, handle, text: SafeText::clean(text), visibility: Visibility::Unlisted }
}

pub fn delivery(act: Act, since: Moment) -> Delivery {
    Delivery {
        id: DeliveryId(1),
        brand: BrandId(1),
        account: AccountId(1),
        act,
        journey: Journey::Sending { since },
        key: "key-1".to_owned(),
        created: since,
        due: since,
        not_before: None,
        attempts: 1,
        message: None,
        variant: None,
        place: ronde::domain::thread::Place::default(),
        late_allowed: false,
    }
}

pub async fn send_by(networks: &Networks, account: &Account, delivery: &Delivery, at: Moment) -> Result<Answer, Trouble> {
    let call = Call::Send { account: Box::new(account.clone()), delivery: Box::new(delivery.clone()) };
    match serve(networks, call, at).await? {
        News::Answer(_, answer) => Ok(answer),
        other => panic!("an answer, not {other:?}"),
    }
}

pub async fn send(server: &str, act: Act) -> Result<Answer, Trouble> {
    send_by(&networks(), &account(server), &delivery(act, now()), now()).await
}

pub async fn look_up_by(networks: &Networks, account: &Account, delivery: &Delivery, at: Moment) -> Result<Sighting, Trouble> {
    let call = Call::LookUp { account: Box::new(account.clone()), delivery: Box::new(delivery.clone()) };
    match serve(networks, call, at).await? {
        News::Sighting(_, sighting) => Ok(sighting),
        other => panic!("a sighting, not {other:?}"),
    }
}

pub async fn look_up(server: &str, act: Act) -> Result<Sighting, Trouble> {
    look_up_by(&networks(), &account(server), &delivery(act, now()), now()).await
}

pub async fn pull_by(networks: &Networks, account: &Account, stream: Stream, cursor: Option<String>) -> Result<Page, Trouble> {
    match serve(networks, Call::Pull { account: Box::new(account.clone()), stream, cursor }, now()).await? {
        News::Page(page) => Ok(*page),
        other => panic!("a page, not {other:?}"),
    }
}

pub async fn pull(server: &str, cursor: Option<String>) -> Result<Page, Trouble> {
    pull_by(&networks(), &account(server), Stream::Incoming, cursor).await
}

/// A server whose every request is held against Mastodon's own description.
pub async fn described_server() -> MockServer {
    described_by(Description::of_mastodon()).await
}

/// A server whose every request is held against a description.
pub async fn described_by(description: Description) -> MockServer {
    let server = MockServer::start().await;
    let held = AsDescribed(description);
    Mock::given(held).respond_with(ResponseTemplate::new(500)).with_priority(1).mount(&server).await;
    server
}

struct AsDescribed(Description);

impl Match for AsDescribed {
    /// Answers nothing itself. A request that is not as described is never answered.
    fn matches(&self, request: &Request) -> bool {
        let header =
            |(name, value): (&HeaderName, &HeaderValue)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned());
        let asked = Asked {
            method: request.method.to_string(),
            path: request.url.path().to_owned(),
            query: request.url.query_pairs().into_owned().collect(),
            headers: request.headers.iter().map(header).collect(),
            body: request.body.clone(),
        };
        assert_eq!(self.0.violations(&asked), Vec::<String>::new());
        false
    }
}

/// What a raw server does with each connection.
#[derive(Clone)]
pub enum Manner {
    /// Closes at once, reading nothing.
    Close,
    /// Reads the request, then closes.
    ReadAndClose,
    /// Reads the request, then says nothing.
    Hang,
    /// Reads the request, answers this, closes.
    Say(Vec<u8>),
}

/// A server on loopback that behaves in one manner; its requests come out of the channel.
pub fn raw_server(manner: Manner) -> (String, Receiver<String>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (tell, hear) = channel();
    std::thread::spawn(move || {
        // Connections that hang stay open as long as the server.
        let mut kept = Vec::new();
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            if !matches!(manner, Manner::Close) && tell.send(read_request(&mut stream)).is_err() {
                return;
            }
            match &manner {
                Manner::Close | Manner::ReadAndClose => {}
                Manner::Hang => kept.push(stream),
                Manner::Say(bytes) => drop(stream.write_all(bytes)),
            }
        }
    });
    (address, hear)
}

/// Reads a request whole: its head, then as many bytes as it says.
pub fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0_u8; 4096];
    while let Ok(read) = stream.read(&mut chunk) {
        bytes.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let length = text.to_lowercase().split_once("content-length: ").and_then(|(_, rest)| rest.split("\r\n").next()?.parse().ok());
        let body = text.split_once("\r\n\r\n").map(|(_, body)| body.len());
        if read == 0 || body.is_some_and(|body| body >= length.unwrap_or(0)) {
            return text;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Speaks plain HTTP to a server on loopback, as a browser or a test's own hand would.
pub fn by_hand(server: &str, request: &str, kind: &str, body: &str) -> String {
    let host = server.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("a connection");
    let length = body.len();
    write!(
        stream,
        "{request} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// An answer with its length.
pub fn http(status: &str, headers: &str, body: &str) -> Manner {
    let length = body.len();
    Manner::Say(format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}").into_bytes())
}

/// A server in front of another one that passes requests on and loses every answer.
pub fn losing_answers_of(server: &str) -> String {
    let behind = server.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let request = read_request(&mut stream);
            let mut there = TcpStream::connect(&behind).expect("a connection");
            there.write_all(request.as_bytes()).expect("passed on");
            // It has committed once it answers.
            read_request(&mut there);
        }
    });
    address
}
