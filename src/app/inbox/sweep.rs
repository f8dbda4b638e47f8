//! The sweep: a frozen list, one key a message, a receipt at the end.

use super::super::command::Reason;
use super::super::effect::Job;
use super::super::model::{Asker, Model, Tab};
use super::list;
use crate::domain::delivery::Delivery;
use crate::domain::journal::{Entry, Subject, Verb};
use crate::domain::sweep::{Slot, Sweep};
use crate::domain::{MessageId, SweepId};
use crate::lang::Text;
use chrono::Timelike;
use std::collections::BTreeSet;

/// A sweep being walked, or just ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The sweep as stored.
    pub sweep: Sweep,
    /// What jumped in and was not turned to yet.
    jumped: BTreeSet<MessageId>,
    /// What the CM had before them: not written down yet, and written.
    read: BTreeSet<MessageId>,
    written: BTreeSet<MessageId>,
}

/// How many messages that were read wait at most to be written down.
const UNWRITTEN: usize = 10;

impl Walk {
    /// Takes the sweep as it is now. Gives how many messages jumped in since.
    fn renew(&mut self, sweep: Sweep) -> usize {
        let known: BTreeSet<MessageId> = self.sweep.messages.iter().copied().collect();
        let came: Vec<MessageId> = sweep.messages.iter().copied().filter(|message| !known.contains(message)).collect();
        self.jumped.extend(&came);
        self.sweep = sweep;
        came.len()
    }

    /// Whether messages of it are still to be walked.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        self.sweep.ended.is_none()
    }

    /// Seconds left at the pace so far; `None` before the third message.
    #[must_use]
    pub fn seconds_left(&self, now: crate::domain::time::Moment) -> Option<i64> {
        let done = i64::from(self.sweep.receipt.done());
        if done < 3 {
            return None;
        }
        let passed = (now - self.sweep.started).num_seconds().max(0);
        Some(passed * i64::from(self.sweep.receipt.left()) / done)
    }
}

/// Whether a sweep is under way.
pub fn is_sweeping(model: &Model) -> Result<(), Reason> {
    current(model).map(|_| ()).ok_or_else(|| Text::new("inbox-not-sweeping"))
}

/// The sweep that outcomes are counted in.
#[must_use]
pub fn current(model: &Model) -> Option<SweepId> {
    model.inbox.walk.as_ref().filter(|walk| walk.is_under_way()).map(|walk| walk.sweep.id)
}

/// Starts the sweep of a part of the day, or takes it up, and shows the inbox.
pub fn start(model: &mut Model, slot: Slot) {
    let Some(brand) = model.brand else { return };
    let job = Job::StartSweep { brand, day: model.day(), slot, at: model.now };
    model.ask(Asker::Tab(Tab::Inbox), job);
    model.tab = Tab::Inbox;
}

/// Starts the sweep that fits the hour.
pub fn start_now(model: &mut Model) {
    let Some(sweeps) = model.brand().map(|brand| brand.sweeps_per_day) else { return };
    let hour = model.now.with_timezone(&model.zone()).hour();
    start(model, Slot::at_hour(hour, sweeps));
}

/// Asks whether something came that can't wait for the next sweep.
pub fn look_again(model: &mut Model) {
    let Some(walk) = model.inbox.walk.as_ref().filter(|walk| walk.is_under_way()) else { return };
    let (brand, day, slot) = (walk.sweep.brand, walk.sweep.day, walk.sweep.slot);
    model.ask(Asker::Tab(Tab::Inbox), Job::StartSweep { brand, day, slot, at: model.now });
}

/// The message that is open was before the CM.
pub fn saw(model: &mut Model) {
    let Some(message) = model.inbox.opened.as_ref().map(|opened| opened.message.id) else { return };
    let Some(walk) = model.inbox.walk.as_mut().filter(|walk| walk.is_under_way()) else { return };
    walk.jumped.remove(&message);
    if !walk.written.contains(&message) && walk.sweep.messages.contains(&message) {
        walk.read.insert(message);
    }
    if walk.read.len() >= UNWRITTEN {
        write_seen(model);
    }
}

/// Writes down what the CM had before them.
pub fn write_seen(model: &mut Model) {
    let Some(walk) = &mut model.inbox.walk else { return };
    let read = std::mem::take(&mut walk.read);
    if !read.is_empty() {
        walk.written.extend(&read);
        let job = Job::Seen(walk.sweep.id, read.into_iter().collect());
        model.asks.store(job);
    }
}

/// Turns to what jumped in, if it is in the list: it is next.
pub fn turn_to_jumped(model: &mut Model) {
    let inbox = &mut model.inbox;
    let Some(walk) = inbox.walk.as_mut().filter(|walk| walk.is_under_way()) else { return };
    if let Some(row) = inbox.rows.iter().position(|row| walk.jumped.remove(&row.message.id)) {
        inbox.cursor = row;
    }
}

/// Ends the sweep before its list is at its end.
pub fn end(model: &mut Model) {
    write_seen(model);
    if let Some(sweep) = current(model) {
        model.ask(Asker::Tab(Tab::Inbox), Job::EndSweep(sweep, model.now));
    }
}

/// Takes a sweep as stored: walks it, or shows its receipt.
pub fn take(model: &mut Model, sweep: Sweep) {
    let started = model.inbox.walk.as_ref().is_none_or(|walk| walk.sweep.id != sweep.id);
    if started {
        model.inbox.marks.clear();
        model.inbox.trail.clear();
    }
    if started && sweep.ended.is_none() && sweep.receipt.left() == 0 {
        model.ask(Asker::Tab(Tab::Inbox), Job::EndSweep(sweep.id, model.now));
    }
    let goes_on = !started && sweep.ended.is_none();
    if let Some(walk) = model.inbox.walk.as_mut().filter(|_| !started) {
        let came = walk.renew(sweep);
        if came > 0 {
            model.tell(Text::new("inbox-jumped").count("count", came));
        }
    } else {
        let (jumped, read, written) = Default::default();
        model.inbox.walk = Some(Walk { sweep, jumped, read, written });
    }
    if goes_on {
        list::again(model);
    } else {
        list::restart(model);
    }
}

/// Follows the sweep after an outcome; at its last message it ends, and the receipt shows.
pub fn follow(model: &mut Model, sweep: Option<Box<Sweep>>) {
    let Some(sweep) = sweep else { return };
    let ends = sweep.ended.is_none() && sweep.receipt.left() == 0;
    let id = sweep.id;
    if let Some(walk) = &mut model.inbox.walk {
        walk.renew(*sweep);
    }
    if ends {
        model.ask(Asker::Tab(Tab::Inbox), Job::EndSweep(id, model.now));
    }
}

/// What a delivery was for came to nothing: the receipt that is shown is read again, if it counted it.
pub fn read_again(model: &mut Model, delivery: &Delivery) {
    let Some(walk) = model.inbox.walk.as_ref().filter(|walk| !walk.is_under_way()) else { return };
    if delivery.message.is_some_and(|message| walk.sweep.messages.contains(&message)) {
        // One that has ended is read as it is.
        let job = Job::EndSweep(walk.sweep.id, model.now);
        model.ask(Asker::Tab(Tab::Inbox), job);
    }
}

/// Outcomes were undone, or decided again: reads again what the sweep of the moment came to.
pub fn follow_undo(model: &mut Model, entries: &[Entry]) {
    let Some(walk) = &model.inbox.walk else { return };
    let (sweep, under_way) = (&walk.sweep, walk.is_under_way());
    let of_sweep = |entry: &&Entry| {
        let of = entry.after.as_ref().and_then(|after| after.get("sweep")).and_then(serde_json::Value::as_i64);
        entry.subject == Subject::Message && of == Some(sweep.id.0)
    };
    let counted: Vec<&Entry> = entries.iter().filter(of_sweep).collect();
    let left = sweep.receipt.left() as usize;
    let take_up = Job::StartSweep { brand: sweep.brand, day: sweep.day, slot: sweep.slot, at: model.now };
    let Some(verb) = counted.first().map(|entry| entry.verb) else { return };
    let job = match verb {
        // The last outcomes of its list are back: it has ended again.
        Verb::Redone if under_way && left <= counted.len() => Job::EndSweep(sweep.id, model.now),
        _ if under_way => take_up,
        // It had ended by the outcome that is taken away, which opens it again.
        Verb::Undone if left == 0 => take_up,
        _ => return,
    };
    model.ask(Asker::Tab(Tab::Inbox), job);
}
