//! The day, end to end, as its user lives it: the real program in a terminal and on the command line, a
//! real server. Runs where `tests/servers/*.sh start` said where the servers are.

use crate::terminal::Terminal;
use chrono::Duration;
use ronde::runtime::clock;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where a real server is, and who speaks there: the brand, and one of its public.
pub struct Server {
    url: String,
    brand: String,
    public: String,
    /// How the public writes to the brand.
    mention: &'static str,
}

impl Server {
    /// The server of a script; without it the test says that it did nothing.
    pub fn of(script: &str, brand: &str, public: &str, mention: &'static str) -> Option<Self> {
        let setting = |name: String| std::env::var(name).ok().filter(|value| !value.is_empty());
        let token = |who: &str| setting(format!("{script}_TOKEN_{who}"));
        let found = setting(format!("{script}_URL")).zip(token(brand)).zip(token(public));
        if found.is_none() {
            eprintln!("skipped: {script}_URL is not set (see tests/servers)");
        }
        let ((url, brand), public) = found?;
        Some(Self { url, brand, public, mention })
    }

    /// Asks the server as a browser would, with the token of someone.
    fn ask(&self, token: &str, path: &str, form: &[&str]) -> Value {
        let mut curl = Command::new("curl");
        curl.args(["-fsS", "-H", &format!("Authorization: Bearer {token}")]);
        for field in form {
            curl.args(["--data-urlencode", field]);
        }
        let out = curl.arg(format!("{}{path}", self.url)).output().expect("curl runs");
        assert!(out.status.success(), "{path}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).expect("the server answers JSON")
    }

    /// How the public writes to the brand.
    pub const fn mention(&self) -> &'static str {
        self.mention
    }

    /// Asks the server as one of the public.
    pub fn ask_as_public(&self, path: &str, form: &[&str]) -> Value {
        self.ask(&self.public, path, form)
    }

    /// What the brand said that holds these words.
    pub fn said(&self, words: &str) -> Vec<Value> {
        let me = self.ask(&self.brand, "/api/v1/accounts/verify_credentials", &[]);
        let id = me["id"].as_str().expect("an id");
        let said = self.ask(&self.brand, &format!("/api/v1/accounts/{id}/statuses?limit=40"), &[]);
        let holds = |status: &&Value| status["content"].as_str().is_some_and(|content| content.contains(words));
        said.as_array().expect("a list").iter().filter(holds).cloned().collect()
    }
}

/// Runs a command on the files of a home and gives what it printed.
pub fn ronde(home: &Path, args: &[&str], typed: &str, now: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
    command.env("HOME", home).env("LANG", "fr_FR.UTF-8").env("RONDE_SECRETS", "file");
    command.env("RONDE_DB", home.join("data/ronde.db")).env("RONDE_CONFIG", home.join("config.toml"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(now) = now {
        command.env("RONDE_NOW", now);
    }
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("its input").write_all(typed.as_bytes()).expect("it reads");
    let out = child.wait_with_output().expect("it ends");
    assert!(out.status.success(), "{args:?}: {}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("text")
}

fn json(home: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&ronde(home, &[args, &["--json"]].concat(), "", None)).expect("JSON")
}

/// How many messages wait.
pub fn open_messages(home: &Path) -> u64 {
    json(home, &["inbox"])["counts"]["open"].as_u64().expect("a count")
}

/// A brand, its account on the server, a contact; what others wrote to this account before is closed.
pub fn begin(server: &Server, home: &Path) {
    ronde(home, &["brand", "add", "Atelier", "--validates-alone"], "", None);
    ronde(home, &["account", "add", "mastodon", "--server", &server.url, "--token-stdin"], &format!("{}\n", server.brand), None);
    ronde(home, &["contact", "add", "Nadia", "--role", "SAV"], "", None);
    ronde(home, &["pull"], "", None);
    let earlier = json(home, &["inbox", "--limit", "200"]);
    let ids: Vec<String> = earlier["messages"].as_array().expect("a list").iter().map(|message| message["id"].to_string()).collect();
    if !ids.is_empty() {
        ronde(home, &[vec!["close"], ids.iter().map(String::as_str).collect()].concat(), "", None);
    }
}

/// The whole day of `day`'s issue: connect, pull, sweep four messages, publish, report.
fn live_a_day(server: &Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().to_owned();
    begin(server, &home);
    for words in ["où est la boutique ?", "quel bel atelier !", "mon colis est en retard", "et pour Noël ?"] {
        server.ask(&server.public, "/api/v1/statuses", &[&format!("status={} {words}", server.mention)]);
    }
    // They reach the account through the server's own queue: pulled until they are there, a bounded number of times.
    let came = (0..300).any(|_| {
        ronde(&home, &["pull"], "", None);
        open_messages(&home) >= 4
    });
    assert!(came, "four messages came");

    let mark = format!("Merci, à bientôt {}", clock::now().timestamp());
    let mut screen = Terminal::start_in(folder, &[]);
    screen.until_says("Ma journée");
    screen.press("\r");
    screen.until_says("0/4");
    screen.until_says("Attend depuis");
    screen.press("r");
    screen.until_says("Ctrl+D");
    screen.press(&mark);
    screen.until_says("enregistré");
    screen.press("\x04");
    screen.until_says("1/4");
    screen.press("a");
    screen.until_says("2/4");
    screen.press("d");
    screen.until_says("Nadia");
    screen.press("1");
    screen.until_says("quand");
    screen.press("1");
    screen.until_says("3/4");
    screen.press("s");
    screen.until_says("jusqu’à quand");
    screen.press("2");
    screen.until_says("4 messages en");
    for line in ["1 réponse", "1 délégué", "1 suspendu", "1 archivé", "0 modéré"] {
        screen.until_says(line);
    }
    screen.until_says("C’est parti");
    screen.press("q");
    assert_eq!(screen.ends(), 0);

    let said = server.said(&mark);
    assert_eq!(said.len(), 1, "the answer is there exactly once: {said:?}");
    assert!(said[0]["in_reply_to_id"].is_string(), "under what it answers: {}", said[0]);
    let pulled = json(&home, &["pull"]);
    assert_eq!(pulled["accounts"][0]["new"], 0, "a second pull brings nothing twice");
    assert_eq!(open_messages(&home), 0);

    publish_once(server, &home);
    report_counts(&home);
}

fn publish_once(server: &Server, home: &Path) {
    let words = format!("Atelier ouvert dimanche {}", clock::now().timestamp());
    ronde(home, &["post", "add", "--title", "Dimanche", "--account", "1", "--text", &words, "--day", "today"], "", None);
    ronde(home, &["post", "approve", "1", "--of", "plan", "--by", "Paul"], "", None);
    ronde(home, &["post", "approve", "1", "--of", "content", "--by", "Paul"], "", None);
    let at = |minutes: i64| (clock::now() + Duration::minutes(minutes)).to_rfc3339();
    ronde(home, &["post", "schedule", "1", "--at", &at(2)], "", None);
    ronde(home, &["publish"], "", None);
    assert_eq!(server.said(&words).len(), 0, "not before its hour");
    for _ in 0..2 {
        ronde(home, &["publish"], "", Some(&at(3)));
        assert_eq!(server.said(&words).len(), 1, "on the server once");
    }
}

fn report_counts(home: &Path) {
    let out = home.join("reports");
    ronde(home, &["report", "--from", "today", "--to", "today", "--format", "md,html,csv", "--out", &out.display().to_string()], "", None);
    let mut forms = Vec::new();
    for entry in std::fs::read_dir(&out).expect("the folder") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("text");
        if path.extension().is_some_and(|extension| extension == "csv") {
            // What was closed before the day began was received too.
            let count = |code: &str| {
                let row = text.lines().find(|line| line.starts_with(&format!("exchanges,{code},"))).expect("a row");
                row.split(',').nth(5).and_then(|value| value.parse::<u32>().ok()).expect("a count")
            };
            assert_eq!((count("answered"), count("delegated"), count("replies")), (1, 1, 1), "{text}");
        }
        forms.push(path.extension().expect("a form").to_owned());
    }
    forms.sort();
    assert_eq!(forms, ["csv", "html", "md"]);
}

#[test]
fn a_real_day_is_lived_on_snac() {
    if let Some(server) = Server::of("SNAC", "CAROL", "BOB", "@carol") {
        live_a_day(&server);
    }
}

#[test]
fn a_real_day_is_lived_on_the_mock_of_mastodon() {
    if let Some(server) = Server::of("MMOCK", "CAROL", "BOB", "@carol") {
        live_a_day(&server);
    }
}
