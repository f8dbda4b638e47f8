//! The commands: arguments in; standard output, standard error and exit code out. The real binary, on its own files.

mod accounts;
mod briefs;
mod config;
mod figures;
mod files;
mod help;
mod json;
mod messages;
mod network;
mod person;
mod queue;
mod replies;
mod rules;
mod running;
mod secrets;
mod threads;

use ronde::app::effect::{Job, RuleJob};
use ronde::app::event::Reply;
use ronde::domain::message::{Channel, Incoming, MessageKind, Visibility};
use ronde::domain::rule::{Rule, keywords};
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId};
use ronde::store::{Store, serve};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The instant at which every command of these tests is typed: a Sunday, 20:30 in Paris.
const NOW: &str = "2026-11-22T19:30:00Z";

/// A home of its own for some commands.
struct Home {
    folder: tempfile::TempDir,
}

/// What a command left.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Home {
    /// An empty one.
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// One with a brand and an account kept by hand.
    fn with_account() -> Self {
        let home = Self::new();
        home.does(&["brand", "add", "Café Lumen"]);
        home.does(&["account", "add", "manual", "--network", "instagram", "--handle", "@cafelumen"]);
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.fed(args, "")
    }

    /// Runs with something on standard input.
    fn fed(&self, args: &[&str], input: &str) -> Ran {
        self.at(NOW, args, input)
    }

    fn at(&self, now: &str, args: &[&str], input: &str) -> Ran {
        let mut command = assert_cmd::Command::cargo_bin("ronde").expect("the binary is built");
        command.env_clear().env("RONDE_NOW", now).env("RONDE_SECRETS", "file").env("LANG", "en_GB.UTF-8").env("HOME", self.folder());
        command.env("RONDE_DB", self.path("data/ronde.db")).env("RONDE_CONFIG", self.path("conf/config.toml"));
        let output = command.args(args).write_stdin(input).current_dir(self.folder()).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Ran { code: output.status.code().expect("it ends by itself"), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs what has to work, and gives what it printed.
    fn does(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// Runs with `--json` what has to work.
    fn json(&self, args: &[&str]) -> Value {
        let ran = self.run(&[args, &["--json"]].concat());
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        ran.json()
    }

    /// Writes a rule of keywords for complaints into the file, as the screens do.
    fn has_rule(&self, name: &str, words: &str) {
        let mut store = Store::open(&self.path("data/ronde.db")).expect("the file opens");
        let mut rule = Rule { name: name.into(), ..Rule::new(BrandId(1)) };
        rule.conditions.keywords = keywords(words);
        rule.proposes.kind = Some(MessageKind::Complaint);
        let at = "2026-11-22T10:00:00Z".parse().expect("an instant");
        serve(&mut store, Job::Rule(RuleJob::Save(Box::new(rule), at))).expect("the rule is stored");
    }

    /// Puts messages into the file as the screens do for an account kept by hand.
    fn receives(&self, texts: &[&str]) {
        self.receives_from("Marie", texts);
    }

    /// Messages come in, by a person of this name, blank for one whom no network names.
    fn receives_from(&self, name: &str, texts: &[&str]) {
        let id = name.to_lowercase();
        let mut store = Store::open(&self.path("data/ronde.db")).expect("the file opens");
        let at = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let incoming = texts.iter().enumerate().map(|(place, text)| Incoming {
            remote_id: SafeText::line(&format!("by-hand-{id}-{place}-{}", text.len())),
            parent: None,
            author_id: SafeText::line(if id.is_empty() { "4711" } else { &id }),
            author: SafeText::line(name),
            handle: SafeText::line(&if id.is_empty() { String::new() } else { format!("@{id}") }),
            text: SafeText::clean(text),
            channel: Channel::Manual,
            visibility: Visibility::Public,
            filtered: false,
            url: None,
            at,
        });
        let job = Job::LogByHand(AccountId(1), incoming.collect(), at);
        let taken = serve(&mut store, job).expect("the messages are taken");
        assert!(matches!(taken, Reply::Taken { .. }), "{taken:?}");
    }
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}
