//! The real program, killed while it publishes to the real server: one record an intent, and the session lives on.

use super::super::super::somebody::unique;
use super::super::super::stage::by_hand;
use super::{connect, directories, person, real_limits};
use crate::given::setting;
use chrono::Duration as Span;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::BrandId;
use ronde::domain::account::Account;
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::network::Networks;
use ronde::runtime::clock;
use ronde::secrets::Vault;
use ronde::store::{Store, serve};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

/// How many kills: a few in CI, as many as asked for otherwise.
fn kills() -> u32 {
    std::env::var("RONDE_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(16)
}

/// When the program is killed: at one of its requests, before or after the server has it.
#[derive(Default)]
struct Trap {
    /// The requests that pass before it springs; negative, it is not set.
    left: AtomicI64,
    /// Whether the server gets that request.
    after: AtomicU32,
    pid: AtomicU32,
}

impl Trap {
    fn set(&self, left: i64, after: bool, pid: u32) {
        self.after.store(after.into(), Ordering::SeqCst);
        self.pid.store(pid, Ordering::SeqCst);
        self.left.store(left, Ordering::SeqCst);
    }

    fn springs(&self) -> bool {
        self.left.fetch_sub(1, Ordering::SeqCst) == 0
    }

    fn kill(&self) {
        let pid = self.pid.load(Ordering::SeqCst).to_string();
        drop(Command::new("sh").args(["-c", "kill -9 $0", &pid]).stderr(Stdio::null()).status());
    }
}

/// A server in front of the network that passes everything on, and springs the trap.
fn relay(server: &str, trap: Arc<Trap>) -> String {
    let behind = server.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let request = super::super::super::stage::read_request(&mut stream);
            let springs = trap.springs();
            let after = trap.after.load(Ordering::SeqCst) == 1;
            if springs && !after {
                trap.kill();
                continue;
            }
            // Without this line the server would keep the connection open.
            let request = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
            let mut there = TcpStream::connect(&behind).expect("a connection");
            there.write_all(request.as_bytes()).expect("passed on");
            let mut answer = Vec::new();
            drop(there.read_to_end(&mut answer));
            if springs {
                trap.kill();
            }
            // The program may be gone.
            drop(stream.write_all(&answer));
        }
    });
    address
}

/// A home for the program, with an account on the network.
struct Desk {
    folder: tempfile::TempDir,
    trap: Arc<Trap>,
    did: String,
    now: Moment,
}

impl Desk {
    async fn new() -> Option<Self> {
        let (handle, password) = person("CAROL")?;
        let networks = Networks::new(Vault::in_memory(), real_limits()).looking_in(directories()?);
        let (account, session) = connect(&networks, &handle, "", &password).await;
        let trap = Arc::new(Trap { left: AtomicI64::new(-1), ..Trap::default() });
        let server = relay(account.server.as_str(), Arc::clone(&trap));
        let desk = Self { folder: tempfile::tempdir().expect("a folder"), trap, did: account.remote_id.to_string(), now: clock::now() };
        desk.does(&["brand", "add", "Café", "--validates-alone"]);
        let account = Account { brand: BrandId(1), server: SafeText::line(&server), ..account };
        let saved = serve(&mut desk.store(), Job::SaveAccount(Box::new(account), desk.now));
        let Ok(Reply::Account(account)) = saved else { panic!("an account, not {saved:?}") };
        let vault = Vault::file_only(desk.folder.path().join("secrets.json"), &desk.database());
        vault.keep(account.id, &session).expect("kept");
        Some(desk)
    }

    fn database(&self) -> std::path::PathBuf {
        self.folder.path().join("data/ronde.db")
    }

    fn store(&self) -> Store {
        Store::open(&self.database()).expect("the file opens")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
        command.env_clear().env("HOME", self.folder.path()).env("RONDE_SECRETS", "file").env("LANG", "fr_FR.UTF-8");
        command.env("RONDE_DB", self.database()).env("RONDE_CONFIG", self.folder.path().join("config.toml"));
        command.env("RONDE_NOW", self.now.to_rfc3339()).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn does(&self, args: &[&str]) -> String {
        let output = self.command(args).output().expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{args:?}: {}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout)
    }

    /// Writes, validates and schedules a post for ten minutes from now.
    fn post(&self, text: &str) {
        let day = self.now.date_naive().to_string();
        let added = self.does(&["post", "add", "--text", text, "--title", text, "--account", "1", "--day", &day, "--json"]);
        let added: Value = serde_json::from_str(&added).expect("JSON");
        let id = added["post"]["id"].to_string();
        self.does(&["post", "approve", &id, "--of", "plan", "--by", "Moi"]);
        self.does(&["post", "approve", &id, "--of", "content", "--by", "Moi"]);
        self.does(&["post", "schedule", &id, "--at", &(self.now + Span::minutes(10)).to_rfc3339()]);
    }

    /// Publishes and is killed at its request number `left`, before or after the server has it.
    fn killed(&self, left: i64, after: bool) -> bool {
        let mut child = self.command(&["publish"]).spawn().expect("it starts");
        self.trap.set(left, after, child.id());
        let status = child.wait().expect("it ends");
        self.trap.left.store(-1, Ordering::SeqCst);
        status.code().is_none()
    }

    fn moving(&self) -> Vec<ronde::domain::delivery::Delivery> {
        match serve(&mut self.store(), Job::Moving) {
            Ok(Reply::Deliveries(moving)) => moving,
            other => panic!("deliveries, not {other:?}"),
        }
    }

    /// What the account has on the network, as its server lists it.
    fn records(&self) -> Vec<String> {
        let server = setting("BSKY_PDS_URL").expect("the network");
        let (mut texts, mut cursor) = (Vec::new(), String::new());
        loop {
            let did = &self.did;
            let request = format!("GET /xrpc/com.atproto.repo.listRecords?repo={did}&collection=app.bsky.feed.post&limit=100{cursor}");
            let answer = by_hand(&server, &request, "text/plain", "");
            let body = answer.split_once("\r\n\r\n").expect("an answer").1;
            let page: Value = serde_json::from_str(&body[body.find('{').expect("JSON")..=body.rfind('}').expect("JSON")]).expect("JSON");
            let records = page["records"].as_array().expect("records");
            texts.extend(records.iter().filter_map(|record| record["value"]["text"].as_str().map(str::to_owned)));
            match page["cursor"].as_str().filter(|_| !records.is_empty()) {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return texts,
            }
        }
    }
}

#[tokio::test]
async fn killed_while_it_publishes_one_record_an_intent_is_there() {
    let Some(mut desk) = Desk::new().await else { return };
    let mark = unique("Envoi");
    let (mut texts, mut killed) = (Vec::new(), 0);
    for round in 0..kills() {
        let text = format!("{mark} numéro {round} #fête");
        desk.post(&text);
        texts.push(text);
        desk.now += Span::minutes(11);
        // The first request renews the session, for its hour is long past; the second writes the record.
        killed += u32::from(desk.killed(i64::from(round / 2 % 3), round % 2 == 0));
        desk.now += Span::minutes(3);
    }
    // Some starts later nothing moves any more; what is late by then, the person allows.
    for _ in 0..12 {
        desk.now += Span::minutes(2);
        drop(desk.command(&["publish"]).output().expect("it runs"));
        for delivery in desk.moving() {
            drop(desk.command(&["publish", "--allow-late", &delivery.id.to_string()]).output().expect("it runs"));
        }
    }
    assert_eq!(desk.moving(), []);
    let there = desk.records();
    for text in &texts {
        assert_eq!(there.iter().filter(|said| *said == text).count(), 1, "{text}");
    }
    assert!(killed >= kills() / 2, "{killed} of {} were killed in time", kills());
    // The session was renewed and the program killed around it many a time: it still is one.
    desk.does(&["account", "check"]);
    eprintln!("{killed} kills, {} records", texts.len());
}
