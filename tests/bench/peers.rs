//! Beside neomutt and notmuch, where they are installed: the same comments as mail, the same terminal.
//!
//! They are asked what they are good at; what one of them does not do is a dash, not a zero.

use crate::comments::{Comment, comments};
use crate::home::Home;
use crate::measure::{Sample, cpu_of_the_ended, lasted, ms, real};
use crate::program::Screens;
use portable_pty::CommandBuilder;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A maildir is a file a message: a million of them would take longer than all that is measured.
const MOST: u64 = 100_000;
/// What is looked for: often there, less often, with an accent, nowhere.
const WORDS: [&str; 4] = ["colis", "remboursement", "théière", "zzqx"];

/// Measures Ronde and the others on up to [`MOST`] comments, and prints a table of its own.
pub fn compare(folder: &Path, rows: u64) {
    let peers = ["neomutt", "notmuch"].map(|name| (name, in_path(name)));
    for (name, _) in peers.iter().filter(|(_, found)| !found) {
        println!("\n{name} is not installed here: there is nothing of it to stand beside.");
    }
    if peers.iter().all(|(_, found)| !found) {
        return;
    }
    let rows = rows.min(MOST);
    println!("\nBeside others, on {rows} of the comments, as mail for them (at most {MOST}: a file a message).");
    let folder = folder.join("peers");
    std::fs::create_dir(&folder).expect("a folder");
    let ours = ronde(&folder, rows);
    write_mail(&folder.join("mail"), rows);
    let neomutt = if peers[0].1 { neomutt(&folder, rows) } else { Figures::default() };
    let notmuch = if peers[1].1 { notmuch(&folder, rows) } else { Figures::default() };
    println!("{:<56}{:>12}{:>12}{:>12}", "what", "Ronde", "neomutt", "notmuch");
    let shown = |figure: Option<f64>| figure.map_or("–".to_owned(), |figure| format!("{figure:.1}"));
    for (what, figure) in FIGURES {
        println!("{what:<56}{:>12}{:>12}{:>12}", shown(figure(&ours)), shown(figure(&neomutt)), shown(figure(&notmuch)));
    }
}

/// What one program costs.
#[derive(Debug, Default)]
struct Figures {
    taken: Option<f64>,
    start: Option<f64>,
    memory: Option<f64>,
    key: Option<f64>,
    bytes: Option<f64>,
    search: Option<f64>,
    outcome: Option<f64>,
    undo: Option<f64>,
}

type Figure = fn(&Figures) -> Option<f64>;

const FIGURES: [(&str, Figure); 8] = [
    ("read in for the first time, messages per CPU s", |all| all.taken),
    ("start to the list, ms CPU", |all| all.start),
    ("memory then, MiB", |all| all.memory),
    ("`j` held, 30 a second: ms CPU a key", |all| all.key),
    ("`j` held, 30 a second: bytes a key", |all| all.bytes),
    ("a word looked for in every text, ms CPU", |all| all.search),
    ("an outcome, or a tag, on disk: p95, ms wall", |all| all.outcome),
    ("the same undone: p95, ms wall", |all| all.undo),
];

fn in_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// The comments as a maildir, a file each.
fn write_mail(folder: &Path, rows: u64) {
    for part in ["cur", "new", "tmp"] {
        std::fs::create_dir_all(folder.join(part)).expect("a folder");
    }
    for comment in comments(rows) {
        let file = folder.join("cur").join(format!("{}.{}.bench:2,", comment.at.timestamp(), comment.number));
        std::fs::write(file, mail(&comment)).expect("a file");
    }
}

fn mail(comment: &Comment) -> String {
    let parent = comment.parent.map_or(String::new(), |parent| format!("In-Reply-To: <{parent}@place.example>\n"));
    let handle = comment.handle();
    format!(
        "From: \"{}\" <{}>\nTo: brume{}@place.example\nSubject: {}\nDate: {}\nMessage-ID: <{}@place.example>\n{parent}MIME-Version: 1.0\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}\n",
        comment.name,
        handle.trim_start_matches('@'),
        comment.account,
        comment.text.chars().take(60).collect::<String>(),
        comment.at.to_rfc2822(),
        comment.number,
        comment.text,
    )
}

fn ronde(folder: &Path, rows: u64) -> Figures {
    let mut home = Home::new(folder, rows);
    let taken = home.take_all();
    home.decide_most();
    let [outcome, _, undo] = home.durable(rows.cast_signed());
    let open = || Screens::start(&home.file, &[]);
    let mut screens = open();
    screens.settle();
    screens.press("2");
    screens.rest();
    let (start, memory) = (screens.cpu(), screens.memory());
    let (key, bytes) = hold(&mut screens);
    // Everything, not only what is open: the others know no such thing.
    screens.press("\x1b[Z");
    let search = words(&mut screens, |word| format!("/{word}"), "\x1b");
    screens.quit();
    Figures {
        taken: Some(taken),
        start: Some(start),
        memory: Some(memory / 1_048_576.0),
        key: Some(key),
        bytes: Some(bytes),
        search: Some(search),
        outcome: Some(outcome.at(95)),
        undo: Some(undo.at(95)),
    }
}

fn neomutt(folder: &Path, rows: u64) -> Figures {
    let settings = folder.join("neomuttrc");
    let (mail, cache) = (folder.join("mail"), folder.join("headers"));
    let lines = format!(
        "set folder=\"{0}\"\nset spool_file=\"{0}\"\nset mbox_type=Maildir\nset header_cache=\"{1}\"\nset quit=yes\nset sort=reverse-date\n\
         set mail_check=600\nset wait_key=no\nset thorough_search=no\n",
        mail.display(),
        cache.display()
    );
    std::fs::write(&settings, lines).expect("a file");
    let open = || {
        let mut command = CommandBuilder::new("neomutt");
        command.args(["-n", "-F"]);
        command.arg(&settings);
        command.env("HOME", folder);
        Screens::of(command)
    };
    let first = open();
    first.rest();
    let taken = real(rows) / first.cpu() * 1e3;
    first.leave("q");
    let mut screens = open();
    screens.rest();
    let (start, memory) = (screens.cpu(), screens.memory());
    let (key, bytes) = hold(&mut screens);
    let search = words(&mut screens, |word| format!("l\x15~b {word}\n"), "");
    screens.leave("q");
    Figures {
        taken: Some(taken),
        start: Some(start),
        memory: Some(memory / 1_048_576.0),
        key: Some(key),
        bytes: Some(bytes),
        search: Some(search),
        ..Figures::default()
    }
}

fn notmuch(folder: &Path, rows: u64) -> Figures {
    let settings = folder.join("notmuch");
    let lines = format!(
        "[database]\npath={}\n[user]\nname=bench\nprimary_email=brume@place.example\n[new]\ntags=inbox\n[search]\nexclude_tags=\n",
        folder.join("mail").display()
    );
    std::fs::write(&settings, lines).expect("a file");
    let taken = real(rows) / run(&settings, &["new", "--quiet"]) * 1e3;
    let mut search = 0.0;
    for word in WORDS.iter().cycle().take(WORDS.len() * 10) {
        search += run(&settings, &["search", "--limit=60", "--sort=newest-first", word]);
    }
    let tag = |change: &str| {
        let mut wall = Sample::default();
        for number in 0..40 {
            wall.add(lasted(|| run(&settings, &["tag", change, "--", &format!("id:{number}@place.example")])).0);
        }
        wall.at(95)
    };
    let (outcome, undo) = (tag("+closed"), tag("-closed"));
    Figures {
        taken: Some(taken),
        search: Some(search / real((WORDS.len() * 10) as u64)),
        outcome: Some(outcome),
        undo: Some(undo),
        ..Figures::default()
    }
}

/// Runs notmuch to its end. Gives the milliseconds of processor.
fn run(settings: &PathBuf, words: &[&str]) -> f64 {
    let before = cpu_of_the_ended();
    let mut command = Command::new("notmuch");
    let status = command.args(words).env("NOTMUCH_CONFIG", settings).stdout(Stdio::null()).status().expect("notmuch runs");
    assert!(status.success(), "notmuch {words:?} fails");
    ms(cpu_of_the_ended().saturating_sub(before))
}

/// Milliseconds of processor and bytes for each `j` of a hundred, thirty a second.
fn hold(screens: &mut Screens) -> (f64, f64) {
    const KEYS: u64 = 100;
    let before = (screens.cpu(), screens.bytes());
    for _ in 0..KEYS {
        screens.press("j");
        std::thread::sleep(Duration::from_millis(33));
    }
    screens.rest();
    ((screens.cpu() - before.0) / real(KEYS), real(screens.bytes() - before.1) / real(KEYS))
}

/// Milliseconds of processor for each word, from its first letter to its last row.
fn words(screens: &mut Screens, typed: impl Fn(&str) -> String, after: &str) -> f64 {
    let mut all = 0.0;
    for word in WORDS {
        let before = screens.cpu();
        screens.press(&typed(word));
        screens.rest();
        all += screens.cpu() - before;
        screens.press(after);
        screens.rest();
    }
    all / real(WORDS.len() as u64)
}
