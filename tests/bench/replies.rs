//! What answering costs: past answers looked for, and a key in an answer of 256 KB.

use crate::home::Home;
use crate::measure::{Aim, Sample, Table, timed};
use crate::screens::Screens;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::app::key::Key;
use ronde::domain::MessageId;
use ronde::domain::text::{MAX_BYTES, SafeText};
use ronde::store::serve;

/// How many messages are asked about.
const ASKED: i64 = 200;

/// The past answers to the newest messages: cold pages first, then warm ones.
pub fn suggestions(table: &Table, home: &mut Home, rows: i64) {
    let mut sample = Sample::default();
    let mut found = 0;
    for step in 0..ASKED {
        let (time, reply) = timed(|| serve(&mut home.store, Job::Suggest(MessageId(rows - step))).expect("suggestions"));
        let Reply::Suggestions(_, suggestions) = reply else { panic!("no suggestions") };
        found += suggestions.len();
        sample.add(time);
    }
    table.line(&format!("past answers suggested ({found} for {ASKED}): p95 CPU"), sample.at(95), "ms", None, Aim::Most(25.0));
    table.line("past answers suggested: the slowest, CPU", sample.most(), "ms", None, Aim::None);
}

/// A key in the composer, in a short answer and in the longest that a field holds.
pub fn long_answer(table: &Table, screens: &mut Screens) {
    screens.press(Key::char('2'));
    screens.press(Key::char('r'));
    for (what, bytes) in [("a short answer", 200), ("an answer of 250 KB", MAX_BYTES - 8_192)] {
        screens.paste(&SafeText::clean(&"le même mot ".repeat(bytes / 13)));
        let mut keys = Sample::default();
        for _ in 0..50 {
            keys.add(timed(|| screens.press(Key::char('e'))).0);
        }
        table.line(&format!("a key in {what}, drawn and kept: p95 CPU"), keys.at(95), "ms", None, Aim::Most(16.0));
    }
}
