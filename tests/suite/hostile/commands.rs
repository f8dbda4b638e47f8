//! What the commands print of a stranger's words, and what they write into files.

use super::{acts, corpus, world};
use crate::given::{at, incoming};
use ronde::app::effect::{Job, Page, Stream};
use ronde::domain::AccountId;
use ronde::domain::message::Incoming;
use ronde::domain::text::SafeText;
use ronde::store::{Store, serve};
use std::path::Path;
use std::process::{Command, Output};

/// What stands in every field.
const WORDS: &str = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}x";
/// What is typed on a command line.
const TYPED: &str = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}nul";

/// A file that holds the words of one stranger in every field, and those of six hundred in as many messages.
fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(&folder.path().join("data/ronde.db")).expect("a new file");
    world::fill(&mut store, &world::Said::Same(WORDS));
    let messages = corpus().into_iter().zip(100..).map(|((_, words), number)| Incoming {
        author_id: "another".into(),
        author: SafeText::line(&words),
        handle: SafeText::line(&words),
        text: SafeText::clean(&words),
        ..incoming(number)
    });
    let page = Page { stream: Stream::Incoming, incoming: messages.collect(), own: Vec::new(), cursor: None, more: false };
    serve(&mut store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(900) }).expect("it is taken");
    folder
}

fn run(folder: &Path, args: &[&str], json: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
    command.env_clear().env("HOME", folder).env("RONDE_SECRETS", "file").env("RONDE_NOW", "2026-11-04T10:00:00Z");
    command.env("RONDE_DB", folder.join("data/ronde.db")).env("RONDE_CONFIG", folder.join("config.toml"));
    command.args(args).args(json.then_some("--json")).output().expect("it runs")
}

/// Says nothing that acts, and says something.
#[track_caller]
fn says_nothing_that_acts(args: &[&str], output: Output) {
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    let acting: Vec<char> = said.chars().filter(|c| *c != '\n' && acts(*c)).collect();
    assert!(acting.is_empty(), "{args:?}: {acting:?}");
    assert!(!said.is_empty(), "{args:?}");
}

#[test]
fn no_command_prints_what_acts_on_a_terminal() {
    let folder = filled();
    let lists: &[&[&str]] = &[
        &["inbox", "--view", "all", "--limit", "1000"],
        &["inbox", "--view", "x"],
        &["inbox", "--view", "vue x"],
        &["inbox", "--view", "delegated"],
        &["inbox", "--filter", "colis"],
        &["brand", "list"],
        &["account", "list"],
        &["contact", "list"],
        &["rule", "list"],
        &["rule", "test", "1"],
        &["rule", "test", "2", "--last", "1000"],
        &["replies", "list"],
        &["replies", "export"],
        &["brief", "9"],
        &["brief", "9", "--chase"],
        &["brief", "8"],
        &["delegate", "4", "--to", "1", "--until", "2026-11-23", "--ask", TYPED],
        &["post", "list"],
        &["post", "show", "1"],
        &["readings"],
        &["publish", "--dry-run"],
        &["doctor"],
    ];
    for args in lists {
        for json in [false, true] {
            let output = run(folder.path(), args, json);
            let is_doctor = args[0] == "doctor";
            assert!(output.status.success() || is_doctor, "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
            says_nothing_that_acts(args, output);
        }
    }
}

#[test]
fn no_refusal_repeats_what_acts_on_a_terminal() {
    let folder = filled();
    let refused: &[&[&str]] = &[
        &["inbox", "--filter", TYPED],
        &["inbox", "--filter", "type:\u{1b}]0;pwned\u{7}\u{202e}"],
        &["inbox", "--view", TYPED],
        &["inbox", "--brand", TYPED],
        &["inbox", "--limit", TYPED],
        &[TYPED],
        &["rule", "test", TYPED],
        &["rule", "list", "--brand", TYPED],
        &["replies", "import", TYPED],
        &["replies", "export", "/\u{1b}]0;pwned\u{7}\u{202e}/x"],
        &["brief", TYPED],
        &["delegate", "1", "--to", TYPED, "--until", "2026-11-23"],
        &["delegate", "1", "--to", "x", "--until", TYPED],
        &["person", "erase", TYPED, "--yes"],
        &["person", "export", TYPED, "--out", "x.json"],
        &["person", "export", "1", "--out", "/\u{1b}]0;pwned\u{7}\u{202e}/x"],
        &["log", TYPED, "followers=1"],
        &["account", "check", TYPED],
    ];
    for args in refused {
        for json in [false, true] {
            says_nothing_that_acts(args, run(folder.path(), args, json));
        }
    }
}

/// A file of JSON that reads back and holds control characters only as JSON writes them.
#[track_caller]
fn is_clean_json(path: &Path) {
    let text = std::fs::read_to_string(path).expect("UTF-8");
    let acting: Vec<char> = text.chars().filter(|c| *c != '\n' && acts(*c)).collect();
    assert!(acting.is_empty(), "{}: {acting:?}", path.display());
    serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|wrong| panic!("{}: {wrong}", path.display()));
}

#[test]
fn what_is_exported_is_json_without_anything_that_acts() {
    let folder = filled();
    let out = folder.path().join("export");
    let args = ["export", out.to_str().expect("UTF-8")];
    let output = run(folder.path(), &args, false);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    says_nothing_that_acts(&args, output);
    let files: Vec<_> = std::fs::read_dir(&out).expect("a folder").flatten().map(|entry| entry.path()).collect();
    assert!(files.len() > 15, "{files:?}");
    for path in &files {
        is_clean_json(path);
    }
    let person = folder.path().join("person.json");
    let args = ["person", "export", "1", "--out", person.to_str().expect("UTF-8")];
    let output = run(folder.path(), &args, false);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    says_nothing_that_acts(&args, output);
    is_clean_json(&person);
    let output = run(folder.path(), &["person", "erase", "1", "--yes"], false);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    says_nothing_that_acts(&["person", "erase"], output);
}
