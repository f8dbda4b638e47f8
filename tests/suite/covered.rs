//! What the inbox can do and say, each with keys that lead there and words that the screen must then show.
//!
//! The lists come from the code (the enums, the command table, the texts by which it says no): whatever is new there
//! and has no entry here fails by its name.

mod causes;
mod commands;
mod refusals;
mod views;
mod words;
mod world;

use crate::screen::{Screen, shown};
use ronde::domain::text::SafeText;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// One thing: its name in the code, where it begins, the keys, and the words that the screen shows then.
struct Entry {
    name: &'static str,
    stage: fn() -> Screen,
    /// Keys set apart by spaces; `"…"` is typed, `<…>` is pasted (`|` for a line break), `~9` lets seconds pass.
    keys: &'static str,
    /// The words; `desktop:` before what the desktop was asked instead.
    shows: &'static str,
    /// What happens between the keys and the words, where keys can't do it: an answer of the world.
    then: fn(&mut Screen),
}

const fn entry(name: &'static str, stage: fn() -> Screen, keys: &'static str, shows: &'static str) -> Entry {
    Entry { name, stage, keys, shows, then: |_| {} }
}

const fn with(name: &'static str, stage: fn() -> Screen, keys: &'static str, then: fn(&mut Screen), shows: &'static str) -> Entry {
    Entry { name, stage, keys, shows, then }
}

/// Presses what an entry says.
fn play(screen: &mut Screen, script: &str) {
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = |close: char| rest[1..].split_once(close).expect("what is opened is closed");
        let after = match first {
            '"' => {
                let (text, after) = quoted('"');
                screen.type_text(text);
                after
            }
            '<' => {
                let (text, after) = quoted('>');
                screen.paste(&text.replace('|', "\n"));
                after
            }
            _ => {
                let (key, after) = rest.split_once(' ').unwrap_or((rest, ""));
                match key.strip_prefix('~').and_then(|seconds| seconds.parse().ok()) {
                    Some(seconds) => screen.tick(seconds),
                    None => screen.keys(key),
                };
                after
            }
        };
        rest = after.trim_start();
    }
}

/// Plays one entry and checks what the screen, or the desktop, then has.
fn check(entry: &Entry) {
    let mut screen = (entry.stage)();
    play(&mut screen, entry.keys);
    (entry.then)(&mut screen);
    if let Some(asked) = entry.shows.strip_prefix("desktop:") {
        assert!(format!("{:?}", screen.desktop).contains(asked), "{:?}", screen.desktop);
    } else {
        let text = screen.text();
        assert!(shown(&text).contains(&shown(entry.shows)), "“{}” is not on this screen:\n{text}", entry.shows);
    }
}

/// Plays every entry, and tells all that fail by their names.
fn run(entries: &[Entry]) {
    let failed: Vec<&str> =
        entries.iter().filter(|entry| catch_unwind(AssertUnwindSafe(|| check(entry))).is_err()).map(|entry| entry.name).collect();
    assert!(failed.is_empty(), "{} of {} fail: {failed:?}", failed.len(), entries.len());
}

/// Checks that what the code has is what is listed here, each once, and tells the difference by name.
fn complete<'a>(what: &str, in_code: impl IntoIterator<Item = &'a str>, listed: impl IntoIterator<Item = &'a str>) {
    let in_code: BTreeSet<&str> = in_code.into_iter().collect();
    let mut here = BTreeSet::new();
    for name in listed {
        assert!(here.insert(name), "{what}: {name} is listed twice");
    }
    let missing: Vec<_> = in_code.difference(&here).collect();
    assert!(missing.is_empty(), "{what} without keys and words: {missing:?}");
    let left: Vec<_> = here.difference(&in_code).collect();
    assert!(left.is_empty(), "{what} that the code has no more: {left:?}");
}

/// A long text, for what must not fit.
fn long(bytes: usize) -> SafeText {
    SafeText::clean(&"é".repeat(bytes / 2))
}
