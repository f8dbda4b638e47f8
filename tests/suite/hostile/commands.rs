//! What the commands print of a stranger's words, and what they write into files.

use super::{acts, corpus, world};
use crate::given::{at, incoming};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ronde::app::effect::{Job, Page, Stream};
use ronde::domain::AccountId;
use ronde::domain::message::Incoming;
use ronde::domain::text::SafeText;
use ronde::store::{Store, serve};
use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What stands in every field.
const WORDS: &str = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}étrangère";
/// What is left of it.
const LEFT: &str = "étrangère";
/// What is typed on a command line.
const TYPED: &str = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}étrangère-nul";

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
    let page =
        Page { stream: Stream::Incoming, incoming: messages.collect(), own: Vec::new(), reactions: Vec::new(), cursor: None, more: false };
    serve(&mut store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(900) }).expect("it is taken");
    folder
}

fn environment(folder: &Path) -> Vec<(&'static str, OsString)> {
    let path = |name: &str| folder.join(name).into_os_string();
    vec![
        ("HOME", folder.as_os_str().to_owned()),
        ("RONDE_SECRETS", "file".into()),
        ("RONDE_NOW", "2026-11-04T10:00:00Z".into()),
        ("RONDE_DB", path("data/ronde.db")),
        ("RONDE_CONFIG", path("config.toml")),
        ("LANG", "fr_FR.UTF-8".into()),
    ]
}

fn run(folder: &Path, args: &[&str], json: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
    command.env_clear().envs(environment(folder)).current_dir(folder).stdin(Stdio::null());
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

/// What each command is tried with: all that can be typed has a line here, or a reason in [`UNTRIED`].
const TRIED: &[&[&str]] = &[
    &["inbox", "--view", "all", "--limit", "1000"],
    &["inbox", "--view", LEFT],
    &["inbox", "--view", "vue étrangère"],
    &["inbox", "--view", "delegated"],
    &["inbox", "--filter", "colis"],
    &["brand", "list"],
    &["brand", "hold", "--off"],
    &["account", "list"],
    &["account", "check"],
    &["contact", "list"],
    &["rule", "list"],
    &["rule", "test", "1"],
    &["rule", "test", "2", "--last", "1000"],
    &["replies", "list"],
    &["replies", "export"],
    &["replies", "import", "replies.toml", "--dry-run"],
    &["replies", "import", "replies.toml", "--replace"],
    &["brief", "9"],
    &["brief", "9", "--chase"],
    &["brief", "8"],
    &["brief", "9", "--answer", TYPED],
    &["delegate", "4", "--to", "1", "--until", "2026-11-23", "--ask", TYPED],
    &["post", "list"],
    &["post", "show", "1"],
    &["post", "show", "4"],
    &["post", "approve", "1", "--of", "plan", "--by", TYPED, "--words", TYPED],
    &["post", "cancel", "5"],
    &["post", "schedule", "5", "--at", "2026-11-04 18:00"],
    &["readings"],
    &["readings", "--month", "2026-10"],
    &["log", "1", "followers=12", "--yes"],
    &["publish", "--dry-run"],
    &["publish"],
    &["pull"],
    &["pull", "--account", "1"],
    &["report", "--month", "2026-10", "--force"],
    &["export", "whole", "--force"],
    &["doctor"],
    &["help", "inbox"],
    &["help", TYPED],
    &["person", "export", "1", "--out", "person.json", "--force"],
    &["reply", "1", "--text", TYPED],
    &["close", "1", "--reason", TYPED],
    &["snooze", "3", "--until", "2026-11-23"],
    &["contact", "add", TYPED, "--role", TYPED, "--email", TYPED],
    &["account", "add", "manual", "--network", "other", "--handle", TYPED],
    &["account", "remove", "2"],
    &["post", "add", "--title", TYPED, "--text", TYPED, "--account", "1", "--pillar", TYPED, "--note", TYPED],
    &["post", "edit", "1", "--title", TYPED, "--text", TYPED],
    &["backup", "copy-\u{1b}]0;pwned\u{7}\u{202e}.db"],
    &["person", "erase", "1", "--yes"],
    &["brand", "add", TYPED],
];

/// The commands that print nothing of anybody, or nothing of their own.
const UNTRIED: &[&str] = &[
    // Opens the screens.
    "demo",
    // Print what was built with the program.
    "completions",
    "man",
    // Prints what `pull` and `publish` print, until it is stopped.
    "run",
];

/// What is tried and names nobody in its lines: it counts, or names files.
const SILENT: &[&str] = &["replies import", "report", "export", "help inbox", "close", "snooze", "backup", "person erase"];

/// Every command that does something, as the program itself tells them to a shell.
fn commands(folder: &Path) -> Vec<String> {
    let told = String::from_utf8(run(folder, &["completions", "bash"], false).stdout).expect("UTF-8");
    let paths = told.split("cmd=\"ronde__subcmd__").skip(1).filter_map(|rest| rest.split('"').next());
    let mut paths: Vec<String> = paths.map(|path| path.replace("__subcmd__", " ")).collect();
    paths.sort();
    paths.dedup();
    let leads = |path: &String| paths.iter().any(|other| other.starts_with(&format!("{path} ")));
    paths.iter().filter(|path| !leads(path)).cloned().collect()
}

#[test]
fn every_command_is_tried_with_a_strangers_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands = commands(folder.path());
    assert!(commands.len() > 35, "{commands:?}");
    let tried = |command: &String| TRIED.iter().any(|args| args.join(" ").starts_with(command.as_str()));
    let untried: Vec<_> = commands.iter().filter(|command| !tried(command) && !UNTRIED.contains(&command.as_str())).collect();
    assert!(untried.is_empty(), "{untried:?} are not tried with a stranger's words");
    let gone: Vec<_> = UNTRIED.iter().filter(|known| !commands.iter().any(|command| command == *known)).collect();
    assert!(gone.is_empty(), "{gone:?} are no commands");
}

/// What a command writes on a terminal of its own, with what it says on standard error.
fn on_a_terminal(folder: &Path, args: &[&str]) -> String {
    let size = PtySize { rows: 50, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ronde"));
    command.env_clear();
    for (name, value) in environment(folder) {
        command.env(name, value);
    }
    command.env("TERM", "xterm-256color");
    command.cwd(folder);
    command.args(args);
    let mut out = pair.master.try_clone_reader().expect("what it writes");
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut said = Vec::new();
    // A terminal whose program has ended can't be read any more: that is its end.
    let _ = out.read_to_end(&mut said);
    child.wait().expect("it ended");
    String::from_utf8(said).expect("UTF-8")
}

#[test]
fn no_command_prints_what_acts_on_a_terminal() {
    let folder = filled();
    let exported = run(folder.path(), &["replies", "export"], false).stdout;
    std::fs::write(folder.path().join("replies.toml"), exported).expect("written");
    for args in TRIED {
        for json in [false, true] {
            let output = run(folder.path(), args, json);
            let said = String::from_utf8_lossy(&[output.stdout.clone(), output.stderr.clone()].concat()).into_owned();
            let silent = json || SILENT.iter().any(|command| args.join(" ").starts_with(command));
            assert!(silent || said.contains(LEFT), "{args:?} names nobody: {said}");
            assert!(json || output.status.code() != Some(2) || args[0] == "help", "{args:?}: {said}");
            says_nothing_that_acts(args, output);
        }
        let said = on_a_terminal(folder.path(), args);
        let acting: Vec<char> = said.replace("\r\n", "\n").chars().filter(|c| *c != '\n' && acts(*c)).collect();
        assert!(acting.is_empty() && !said.is_empty(), "{args:?} on a terminal: {acting:?}");
    }
    logs_plain_lines(folder.path());
}

/// What the commands have logged is plain lines.
fn logs_plain_lines(folder: &Path) {
    let log = std::fs::read_to_string(folder.join(".local/state/ronde/ronde.log")).expect("a log");
    let acting: Vec<char> = log.chars().filter(|c| *c != '\n' && acts(*c)).collect();
    assert!(acting.is_empty(), "{acting:?}");
    assert!(log.lines().any(|line| line.contains(" delivery ")), "{log}");
    assert!(log.lines().any(|line| line.contains(" warn network ")), "{log}");
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
