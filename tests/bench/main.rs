//! Speed, beside the limit measured in the same run: `cargo bench`, on Linux.
//!
//! `RONDE_BENCH_ROWS` sets the number of comments (100,000 unless told); `cargo bench -- pull search`
//! measures these parts only. Asserts no duration.

mod comments;
mod home;
mod limits;
mod measure;
mod peers;
mod program;
mod pull;
mod replies;
mod screens;

use home::Home;
use measure::{Aim, Sample, Table, real, timed};
use ronde::app::key::{Code, Key};
use screens::Screens;
use std::path::Path;

/// The parts, in their order.
const PARTS: [&str; 7] = ["pull", "peers", "file", "keys", "search", "replies", "program"];

fn main() {
    let rows: u64 = std::env::var("RONDE_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if let Some(unknown) = named.iter().find(|word| !PARTS.contains(&word.as_str())) {
        println!("There is no part {unknown}. The parts: {}.", PARTS.join(" "));
        return;
    }
    let wanted = |part: &str| named.is_empty() || named.iter().any(|word| word == part);
    let folder = tempfile::tempdir().expect("a folder");
    let table = Table::begin(rows);
    if wanted("pull") {
        pull_first(&table, folder.path(), rows.min(100_000));
    }
    if wanted("peers") {
        peers::compare(folder.path(), rows);
        println!();
    }
    if !["file", "keys", "search", "replies", "program"].into_iter().any(wanted) {
        return;
    }
    let mut home = Home::new(folder.path(), rows);
    if wanted("file") {
        fill_measured(&table, &mut home, folder.path(), rows);
    } else {
        home.take_all();
    }
    if wanted("search") {
        search_untouched(&table, &mut home);
    }
    home.decide_most();
    if wanted("file") {
        work_measured(&table, &mut home, rows);
    }
    if wanted("keys") {
        press_keys(&table, &home);
    }
    if wanted("search") {
        search(&table, &home);
    }
    if wanted("replies") {
        replies::suggestions(&table, &mut home, rows.cast_signed());
        replies::long_answer(&table, &mut Screens::open(&home.file));
    }
    if wanted("program") {
        run_program(&table, &home, folder.path());
    }
}

/// A first pull from end to end, beside the limit on as many rows.
fn pull_first(table: &Table, folder: &Path, rows: u64) {
    let folder = folder.join("pull");
    std::fs::create_dir(&folder).expect("a folder");
    let raw = limits::raw(&folder, rows).insert;
    let pulled = pull::pull(&folder, rows, false);
    table.line(&format!("first pull of {rows}: fetched, parsed, cleaned, stored"), pulled, "rows/s", Some(raw), Aim::Least(25_000.0));
    table.line("  beside SQLite alone: ratio", pulled / raw, "times", None, Aim::Least(0.5));
    let folder = folder.join("rules");
    std::fs::create_dir(&folder).expect("a folder");
    let judged = pull::pull(&folder, rows, true);
    table.line("the same with six rules in use (limit: without)", judged, "rows/s", Some(pulled), Aim::None);
}

/// The file: filled, and filled again with what is known.
fn fill_measured(table: &Table, home: &mut Home, folder: &Path, rows: u64) {
    let raw = limits::raw(folder, rows);
    let taken = home.take_all();
    let aim = Aim::Least(25_000.0_f64.max(raw.insert / 2.0));
    table.line("first sync, stored and indexed, rows per CPU s", taken, "rows/s", Some(raw.insert), aim);
    table.line("disk, bytes a comment", real(home.bytes()) / real(rows), "bytes", None, Aim::Most(450.0));
    let again = home.take_all();
    table.line("sync of known comments, rows per CPU s", again, "rows/s", Some(raw.again), Aim::Least(60_000.0));
}

/// The file: written to and asked for facts.
fn work_measured(table: &Table, home: &mut Home, rows: u64) {
    let durable = limits::durable(&home.file.with_extension("row"));
    let [outcome, draft, undo] = home.durable(rows.cast_signed());
    for (what, sample) in [("an outcome on disk", outcome), ("a draft on disk", draft), ("an undo on disk", undo)] {
        table.line(&format!("{what}, p95 wall"), sample.at(95), "ms", Some(durable), Aim::Most(15.0));
    }
    let (facts, received) = home.facts();
    table.line(&format!("facts of a year ({received} comments), CPU"), facts, "ms", None, Aim::Most(50.0));
}

/// Screens inside this process: start, then `j`.
fn press_keys(table: &Table, home: &Home) {
    let plain = limits::raw_draw();
    let (start, mut screens) = timed(|| Screens::open(&home.file));
    let (inbox, ()) = timed(|| screens.press(Key::char('2')));
    table.line("start inside a process: today, then the inbox, CPU", start + inbox, "ms", None, Aim::None);
    for view in ["open", "all"] {
        let mut keys = Sample::default();
        let before = screens.bytes();
        for _ in 0..1000 {
            keys.add(timed(|| screens.press(Key::char('j'))).0);
        }
        let bytes = real(screens.bytes() - before) / 1000.0;
        table.line(&format!("`j` 1000 times, {view}: mean CPU a key"), keys.mean(), "ms", Some(plain), Aim::Most(1.5));
        table.line(&format!("`j` 1000 times, {view}: p99 CPU a key"), keys.at(99), "ms", None, Aim::Most(16.0));
        table.line(&format!("`j` 1000 times, {view}: bytes a key"), bytes, "bytes", None, Aim::Most(1500.0));
        if view == "open" {
            // The last view is everything; the views stand in a ring.
            screens.press(Key::plain(Code::BackTab));
        }
    }
}

/// The inbox of one who never decided anything, a message in fifty a complaint: the longest list of what is open.
fn search_untouched(table: &Table, home: &mut Home) {
    home.complain(50);
    let mut screens = Screens::open(&home.file);
    screens.press(Key::char('2'));
    let (mut keys, mut slowest) = (Sample::default(), (0.0, String::new()));
    for typed in UNTOUCHED {
        screens.type_filter(typed, |so_far, time| {
            keys.add(time);
            if time > slowest.0 {
                slowest = (time, so_far.to_owned());
            }
        });
    }
    table.line(&format!("a filter where all are open, {} keys: p95 CPU", keys.count()), keys.at(95), "ms", None, Aim::Most(25.0));
    table.line(&format!("  the slowest ({}), CPU", slowest.1), keys.most(), "ms", None, Aim::Most(60.0));
}

/// What is typed where nothing was decided yet.
const UNTOUCHED: [&str; 5] = ["type:plainte", "ton:négatif", "type:plainte colis", "avant:2025-06-01", "après:2026-06-01"];

/// The filter of the inbox, typed letter by letter: where everything is, then what is open.
fn search(table: &Table, home: &Home) {
    let raw = limits::raw_search(&home.file);
    let mut screens = Screens::open(&home.file);
    screens.press(Key::char('2'));
    let mut keys = Sample::default();
    let mut slowest = (0.0, String::new());
    for (view, typed) in [("open", &NARROW[..]), ("all", &TYPED[..])] {
        for typed in typed {
            screens.type_filter(typed, |so_far, time| {
                keys.add(time);
                if time > slowest.0 {
                    slowest = (time, format!("{so_far}, {view}"));
                }
            });
        }
        if view == "open" {
            // The last view is everything; the views stand in a ring.
            screens.press(Key::plain(Code::BackTab));
        }
    }
    table.line(&format!("search as typed, {} keys: p50 CPU", keys.count()), keys.at(50), "ms", Some(raw), Aim::None);
    table.line("search as typed: p95 CPU", keys.at(95), "ms", Some(raw), Aim::Most(25.0));
    table.line(&format!("search as typed: the slowest ({}), CPU", slowest.1), keys.most(), "ms", Some(raw), Aim::Most(60.0));
}

/// What is typed where messages are open: much of it finds hardly anything.
const NARROW: [&str; 4] = ["type:plainte", "ton:négatif", "avant:2024-11-20", "réseau:mastodon théière"];

/// What is typed into the filter: words, accents, phrases, short words, signs, what is nowhere.
const TYPED: [&str; 18] = [
    "livraison",
    "remboursement",
    "théière",
    "été",
    "l",
    "à",
    "o",
    "colis bloqué",
    "\"coffret découverte\"",
    "\"service",
    "de:solène",
    "parcel -refund",
    "-merci",
    "🥳",
    "zzqx",
    "x y z",
    "réseau:mastodon bol",
    "type:plainte",
];

/// The program itself: start, memory, idle, commands, the demo.
fn run_program(table: &Table, home: &Home, folder: &Path) {
    let small = folder.join("small");
    std::fs::create_dir(&small).expect("a folder");
    let mut few = Home::new(&small, 1000);
    few.take_all();
    few.decide_most();
    let little = program::start(&few.file, &[]);
    let start = program::start(&home.file, &[]);
    table.line("the program, from its start to the inbox: CPU", start.cpu, "ms", Some(little.cpu), Aim::Most(25.0));
    table.line("  (its limit is the same with 1,000 comments): ratio", start.cpu / little.cpu, "times", None, Aim::Most(1.25));
    table.line("  memory then, MiB", start.memory / 1_048_576.0, "MiB", Some(little.memory / 1_048_576.0), Aim::Most(32.0));
    table.line("  first screen, wall", start.wall, "ms", Some(little.wall), Aim::None);
    table.line("idle for 3 s: CPU, 0.1 % of a core is 3 ms", start.idle.0, "ms", None, Aim::Most(3.0));
    table.line("idle for 3 s: bytes to the terminal", start.idle.1, "bytes", None, Aim::Most(0.0));
    let demo = program::start(&few.file, &["demo"]);
    table.line("ronde demo: first screen, wall", demo.wall, "ms", None, Aim::Most(1000.0));
    table.line("ronde demo: CPU to the inbox", demo.cpu, "ms", None, Aim::None);
    for words in [&["--help"][..], &["inbox", "--limit", "20"], &["inbox", "--filter", "colis", "--limit", "20"]] {
        let cost = program::command(&home.file, words);
        let name = format!("ronde {}", words.join(" "));
        table.line(&format!("{name}: CPU"), cost.cpu, "ms", None, Aim::Most(10.0));
        table.line(&format!("{name}: memory, MiB"), real(cost.memory) / 1_048_576.0, "MiB", None, Aim::Most(12.0));
        table.line("  of it not the mapped program, MiB", real(cost.own) / 1_048_576.0, "MiB", None, Aim::None);
        if cost.printed.lines().count() < 3 {
            println!("  it only said: {}", cost.printed.trim());
        }
    }
}
