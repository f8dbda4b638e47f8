//! Undo and redo, read from the journal: each line says which fields it changed, from what to what.
//!
//! Refuses where a row no longer holds what the act left, and where a delivery has left.

use super::journal::{self, Act};
use super::message::{self, Fate};
use super::tally::Tally;
use super::{
    StoreError, StoreResult, brief, by_hand, come_back, delivery, highlight, journey, label, person, post, promise, proposal, reading,
    relabel, rule, saved_reply, sweep, variant, view, workspace,
};
use crate::domain::conflict::Conflict;
use crate::domain::delivery::Delivery;
use crate::domain::journal::{Actor, Entry, Subject, Verb};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, Zone, day_in};
use crate::domain::{
    BrandId, BriefId, ContactId, DeliveryId, EntryId, HighlightId, LabelId, MessageId, PersonId, PostId, PromiseId, RuleId, SavedReplyId,
    SweepId, ViewId,
};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::{Value, json, to_value};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Redo,
}

impl Way {
    const fn verb(self) -> Verb {
        match self {
            Self::Undo => Verb::Undone,
            Self::Redo => Verb::Redone,
        }
    }
}

/// Undoes the last act of the CM.
pub(super) fn undo(conn: &Connection, brand: BrandId, at: Moment) -> StoreResult<Vec<Entry>> {
    match journal::steps(conn, brand)?.undo.last() {
        Some(act) => travel(conn, brand, *act, Way::Undo, at),
        None => Ok(Vec::new()),
    }
}

/// Leaves the act that would be undone next as it is, if this delivery of it has left: the next undo goes on to
/// the act before. Redo puts it back in its place.
pub(super) fn pass_over(conn: &Connection, brand: BrandId, left: DeliveryId, at: Moment) -> StoreResult<()> {
    let (Some(first), Some(found)) = (journal::steps(conn, brand)?.undo.last().copied(), in_the_way(conn, brand)?) else { return Ok(()) };
    if found.id == left {
        Act::again(conn, brand, at, first).line(Verb::LeftOut, Subject::Delivery, left.0, None, None)?;
    }
    Ok(())
}

/// Does again what was undone last.
pub(super) fn redo(conn: &Connection, brand: BrandId, at: Moment) -> StoreResult<Vec<Entry>> {
    match journal::steps(conn, brand)?.redo.last() {
        Some(act) => travel(conn, brand, *act, Way::Redo, at),
        None => Ok(Vec::new()),
    }
}

/// Undoes the act that made a delivery, if that act can still be undone whole.
pub(super) fn undo_delivery(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<bool> {
    let Some(made) = journal::making(conn, delivery.id)? else { return Ok(false) };
    if !journal::steps(conn, delivery.brand)?.undo.contains(&made.act) {
        return Ok(false);
    }
    // A row that was changed since is left as it is now: then only the delivery is taken back.
    let whole = conn
        .execute_batch("SAVEPOINT take_back")
        .map_err(StoreError::from)
        .and_then(|()| travel(conn, delivery.brand, made.act, Way::Undo, at));
    match whole {
        Ok(_) => {
            conn.execute_batch("RELEASE take_back")?;
            Ok(true)
        }
        // Of several that one act made, another may have left.
        Err(StoreError::Conflict(Conflict::ChangedSince | Conflict::Left)) => {
            conn.execute_batch("ROLLBACK TO take_back; RELEASE take_back")?;
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// The newest delivery of the act that would be undone next, where it has left.
pub(super) fn in_the_way(conn: &Connection, brand: BrandId) -> StoreResult<Option<Delivery>> {
    let Some(act) = journal::steps(conn, brand)?.undo.last().copied() else { return Ok(None) };
    let rows = journal::of_act(conn, act)?.into_iter().filter(|line| line.subject == Subject::Delivery).map(|line| line.row);
    rows.max().map_or(Ok(None), |row| delivery::read(conn, DeliveryId(row)))
}

fn travel(conn: &Connection, brand: BrandId, first: EntryId, way: Way, at: Moment) -> StoreResult<Vec<Entry>> {
    let all = journal::of_act(conn, first)?;
    if let Some(erased) = all.iter().find(|line| line.verb == Verb::Erased) {
        // Nothing is left to bring back: it is told once, and the next undo goes on to the act before.
        let mut act = Act::again(conn, brand, at, first);
        act.line(way.verb(), erased.subject, erased.row, erased.before.as_ref(), erased.after.as_ref())?;
        return Ok(vec![erased.clone()]);
    }
    let newest = all.iter().rev().find(|line| line.verb.travels());
    // Before there was a word for it, an act was left out by a line that says undone and passed.
    let is_left_out = |line: &&Entry| line.verb == Verb::LeftOut || line.after.as_ref().is_some_and(|after| after.get("passed").is_some());
    if let Some(passed) = newest.filter(|line| way == Way::Redo && is_left_out(line)) {
        // It was never undone: it stands where it stood.
        Act::again(conn, brand, at, first).line(Verb::CameBack, passed.subject, passed.row, None, None)?;
        return Ok(vec![Entry { verb: Verb::CameBack, ..passed.clone() }]);
    }
    let (mut done, returned): (Vec<Entry>, Vec<Entry>) =
        all.into_iter().filter(|line| line.before.is_some()).partition(|line| !line.verb.travels());
    if way == Way::Undo {
        done.reverse();
    }
    let zone = workspace::clock(conn, brand)?.zone;
    let mut trip =
        Trip { conn, way, at, zone, tally: Tally::new(brand, zone), act: Act::again(conn, brand, at, first), returned, post: None };
    for line in &done {
        trip.line(line)?;
    }
    trip.tally.write(conn)?;
    // Told as what was done with them now: undone, or done again.
    Ok(done.into_iter().map(|line| Entry { verb: way.verb(), ..line }).collect())
}

/// One act on its way back or forth.
struct Trip<'c> {
    conn: &'c Connection,
    way: Way,
    at: Moment,
    zone: Zone,
    tally: Tally,
    act: Act<'c>,
    returned: Vec<Entry>,
    /// The post of the act, once it stands as it will.
    post: Option<PostId>,
}

impl Trip<'_> {
    fn line(&mut self, line: &Entry) -> StoreResult<()> {
        let (Some(before), Some(after)) = (&line.before, &line.after) else { return Ok(()) };
        let (is, becomes) = match self.way {
            Way::Undo => (after, before),
            Way::Redo => (before, after),
        };
        match line.subject {
            Subject::Message if line.verb == Verb::Created => {
                by_hand::travel(self.conn, &mut self.tally, line, self.way == Way::Undo, self.at)?;
            }
            Subject::Message => self.message(MessageId(line.row), line, is, becomes)?,
            Subject::Delivery => return self.delivery(line),
            Subject::Reading => self.whole(
                is,
                becomes,
                reading::read(self.conn, line.row)?,
                |conn, new| reading::put(conn, Some(line.row), &new).map(drop),
                |conn| reading::delete(conn, line.row),
            )?,
            Subject::Post => {
                self.whole(
                    is,
                    becomes,
                    post::find(self.conn, PostId(line.row))?,
                    |conn, new| post::write(conn, &new).map(drop),
                    |conn| post::delete(conn, PostId(line.row)),
                )?;
                variant::travel(self.conn, line, self.way == Way::Undo)?;
                self.post = Some(PostId(line.row));
            }
            Subject::Contact => self.whole(
                is,
                becomes,
                workspace::contact(self.conn, ContactId(line.row))?,
                |conn, new| workspace::write_contact(conn, &new),
                |conn| workspace::delete_contact(conn, ContactId(line.row)),
            )?,
            Subject::Brief => self.whole(
                is,
                becomes,
                brief::read(self.conn, BriefId(line.row))?,
                |conn, new| brief::write(conn, &new).map(drop),
                |conn| brief::delete(conn, BriefId(line.row)),
            )?,
            Subject::Highlight => self.whole(
                is,
                becomes,
                highlight::read(self.conn, HighlightId(line.row))?,
                |conn, new| highlight::write(conn, &new).map(drop),
                |conn| highlight::delete(conn, HighlightId(line.row)),
            )?,
            Subject::Rule => self.whole(
                is,
                becomes,
                rule::find(self.conn, RuleId(line.row))?,
                |conn, new| rule::write(conn, &new).map(drop),
                |conn| rule::delete(conn, RuleId(line.row)),
            )?,
            Subject::Label => relabel::travel(self.conn, LabelId(line.row), is, becomes)?,
            Subject::View => self.whole(
                is,
                becomes,
                view::read(self.conn, ViewId(line.row))?,
                |conn, new| view::write(conn, &new).map(drop),
                |conn| view::delete(conn, ViewId(line.row)),
            )?,
            Subject::Brand => {
                let known = workspace::brand(self.conn, BrandId(line.row))?;
                self.whole(is, becomes, Some(known), |conn, new| workspace::write_brand(conn, &new).map(drop), |_| Ok(()))?;
            }
            Subject::Promise => self.whole(
                is,
                becomes,
                promise::read(self.conn, PromiseId(line.row))?,
                |conn, new| promise::write(conn, &new).map(drop),
                |conn| promise::delete(conn, PromiseId(line.row)),
            )?,
            Subject::Person => self.person(PersonId(line.row), is, becomes)?,
            Subject::SavedReply => self.whole(
                is,
                becomes,
                saved_reply::read(self.conn, SavedReplyId(line.row))?,
                |conn, new| saved_reply::write(conn, &new).map(drop),
                |conn| saved_reply::delete(conn, SavedReplyId(line.row)),
            )?,
            Subject::Section => self.section(line.row, is, becomes)?,
            // These are never written with what they held before.
            Subject::Account | Subject::Sweep => return Ok(()),
        }
        self.note(line.subject, line.row, is, becomes)
    }

    /// The line of the journal for what was just done.
    fn note(&mut self, subject: Subject, row: i64, is: &Value, becomes: &Value) -> StoreResult<()> {
        self.act.line(self.way.verb(), subject, row, Some(is), Some(becomes))?;
        Ok(())
    }

    /// A row kept as one value: made, changed or removed.
    fn whole<T: serde::Serialize + DeserializeOwned>(
        &self,
        is: &Value,
        becomes: &Value,
        known: Option<T>,
        write: impl FnOnce(&Connection, T) -> StoreResult<()>,
        delete: impl FnOnce(&Connection) -> StoreResult<()>,
    ) -> StoreResult<()> {
        let now = known.map_or(Ok(Value::Null), to_value)?;
        match patch(&now, is, becomes)? {
            Value::Null => delete(self.conn),
            new => write(self.conn, serde_json::from_value(new)?),
        }
    }

    fn message(&mut self, id: MessageId, line: &Entry, is: &Value, becomes: &Value) -> StoreResult<()> {
        let known = message::must_know(self.conn, id)?;
        let now = to_value(known.fate)?;
        let fate: Fate = if self.way == Way::Undo && come_back::holds(&known.fate, is, becomes)? && self.was_refused(id, line)? {
            // What a network refused has come back already: only where it stood before is left to be turned back.
            come_back::before(&known.fate, becomes)?
        } else {
            come_back::still(serde_json::from_value(patch(&now, is, becomes)?)?)
        };
        message::write_fate(self.conn, &mut self.tally, &known, &fate)?;
        proposal::travel(self.conn, id, is, becomes)?;
        label::restore(self.conn, known.brand, id, is, becomes)?;
        let (before, after) = (line.before.as_ref(), line.after.as_ref());
        if let Some(draft) = before.and_then(|before| before.get("draft")).and_then(Value::as_str).map(SafeText::clean) {
            let written = before.and_then(|before| before.get("draft_at")).and_then(Value::as_i64).and_then(super::value::moment);
            match self.way {
                Way::Undo => message::return_draft(self.conn, id, &draft, written.unwrap_or(self.at))?,
                // What was written since is no part of what is done again.
                Way::Redo if message::draft(self.conn, id)? != draft => {}
                Way::Redo => message::keep_draft(self.conn, id, &SafeText::default(), self.at)?,
            }
        }
        if self.way == Way::Undo {
            sweep::step_back(self.conn, id)?;
        } else if fate.state.is_open() {
            sweep::jump(self.conn, known.brand, day_in(self.zone, self.at))?;
        }
        let Some(sweep) = after.and_then(|after| after.get("sweep")).and_then(Value::as_i64).map(SweepId) else { return Ok(()) };
        match self.way {
            Way::Undo => {
                let was = sweep::read(self.conn, sweep)?;
                let outcome = before.and_then(|before| before.get("outcome")).and_then(Value::as_i64);
                sweep::set_outcome(self.conn, sweep, id, outcome)?;
                if was.ended.is_some() && was.receipt.left() == 0 && outcome.is_none() {
                    sweep::reopen(self.conn, sweep)?;
                }
            }
            Way::Redo => {
                sweep::count(self.conn, sweep, id, fate.state.name())?;
                sweep::settle_again(self.conn, sweep, self.at)?;
            }
        }
        Ok(())
    }

    /// Whether a network reopened a message since this line was written.
    fn was_refused(&self, id: MessageId, line: &Entry) -> StoreResult<bool> {
        let lines = journal::about(self.conn, Subject::Message, id.0, 50)?;
        Ok(lines
            .iter()
            .any(|later| later.id > line.id && later.actor == Actor::Network && matches!(later.verb, Verb::Reopened | Verb::Refused)))
    }

    fn person(&self, id: PersonId, is: &Value, becomes: &Value) -> StoreResult<()> {
        let known = to_value(person::known::read(self.conn, id)?)?;
        person::known::write(self.conn, id, &serde_json::from_value(patch(&known, is, becomes)?)?)
    }

    fn section(&self, id: i64, is: &Value, becomes: &Value) -> StoreResult<()> {
        let known = highlight::section(self.conn, id)?.ok_or_else(|| StoreError::missing("section", id))?;
        let new = patch(&json!({ "text": known }), is, becomes)?;
        highlight::write_section(self.conn, id, &serde_json::from_value(new["text"].clone())?)
    }

    /// A delivery is never brought back to life: what is done again is a new one of the same words.
    fn delivery(&mut self, line: &Entry) -> StoreResult<()> {
        let made = line.verb == Verb::Held;
        let current = self.current(line.row);
        if let Some(post) = self.post {
            // Its variant may have been away meanwhile.
            variant::join(self.conn, current, post)?;
        }
        // Undoing another act may have made one anew: that is the one to take back, and beside it none is made.
        let standing = delivery::standing(self.conn, current)?.map(|delivery| delivery.id);
        let alive = standing.unwrap_or(current);
        let takes_back = made == (self.way == Way::Undo);
        if !takes_back && standing.is_some() {
            return Err(Conflict::ChangedSince.into());
        }
        let row = if takes_back {
            let came_to_nothing = |delivery: Delivery| delivery.journey.stage().came_to_nothing();
            if !journey::withdraw(self.conn, alive, self.at)? && !delivery::read(self.conn, alive)?.is_some_and(came_to_nothing) {
                return Err(Conflict::Left.into());
            }
            alive
        } else {
            delivery::renew(self.conn, alive, self.at)?.id
        };
        self.note(Subject::Delivery, row.0, &json!({ "first": line.row }), &json!({ "first": line.row, "taken_back": takes_back }))
    }

    /// The delivery that stands now for the one that the act made first.
    fn current(&self, first: i64) -> DeliveryId {
        let newest = self.returned.iter().rev().find(|line| {
            line.subject == Subject::Delivery
                && line.after.as_ref().and_then(|after| after.get("first")).and_then(Value::as_i64) == Some(first)
        });
        DeliveryId(newest.map_or(first, |line| line.row))
    }
}

/// Fields of a line that are no fields of the row.
const REMARKS: &[&str] = &["reason", "sweep", "outcome", "draft", "draft_at", "proposal"];

/// A value with the fields of `is` turned into those of `becomes`; refuses where it does not hold `is`.
pub(super) fn patch(now: &Value, is: &Value, becomes: &Value) -> StoreResult<Value> {
    let (Value::Object(old), Value::Object(expected), Value::Object(new)) = (now, is, becomes) else {
        return if now == is { Ok(becomes.clone()) } else { Err(Conflict::ChangedSince.into()) };
    };
    let mut patched = old.clone();
    let fields = expected.keys().chain(new.keys()).filter(|field| old.contains_key(*field) && !REMARKS.contains(&field.as_str()));
    for field in fields {
        // What a side leaves out, it did not have.
        if old.get(field) != Some(expected.get(field).unwrap_or(&Value::Null)) {
            return Err(Conflict::ChangedSince.into());
        }
        patched.insert(field.clone(), new.get(field).cloned().unwrap_or(Value::Null));
    }
    Ok(Value::Object(patched))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_fields_of_the_line_are_turned_back() {
        let now = json!({"a": 2, "b": 7});
        assert_eq!(patch(&now, &json!({"a": 2, "reason": "x"}), &json!({"a": 1})).ok(), Some(json!({"a": 1, "b": 7})));
        assert!(patch(&now, &json!({"a": 3}), &json!({"a": 1})).is_err());
        assert_eq!(patch(&json!({"a": null}), &json!({}), &json!({"a": 1})).ok(), Some(json!({"a": 1})));
        assert!(patch(&json!({"a": 2}), &json!({}), &json!({"a": 1})).is_err());
        assert!(patch(&Value::Null, &now, &Value::Null).is_err());
    }
}
