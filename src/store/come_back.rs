//! What an act had hidden here and did not do on its network: its messages stand again where they stood.
//!
//! A message for which something else was decided since stays as it was decided.

use super::inbox::Hand;
use super::message::{self, Fate, Remark};
use super::undo::patch;
use super::{StoreResult, journal, proposal, sweep};
use crate::domain::delivery::{Act as Deed, Delivery};
use crate::domain::journal::{Actor, Entry, Subject, Verb};
use crate::domain::message::{MessageState, StateName};
use crate::domain::time::{Moment, day_in};
use crate::domain::{MessageId, SweepId};
use rusqlite::Connection;
use serde_json::{Value, to_value};

/// Brings back what the act of a delivery that will not be done had hidden: its message, and for what is done to an
/// author the other messages of theirs that went with it.
pub(super) fn unhide(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<()> {
    let Some(message) = delivery.message else { return Ok(()) };
    if !delivery.act.hides() {
        return Ok(());
    }
    let whole = matches!(delivery.act, Deed::Mute { .. } | Deed::Block { .. });
    let Some(made) = journal::making(conn, delivery.id)? else { return Ok(()) };
    let author = message::read(conn, message)?.map(|message| message.person);
    let mut hand = Hand::new(conn, delivery.brand, Actor::Network, at)?;
    for line in journal::of_act(conn, made.act)? {
        let id = MessageId(line.row);
        if line.verb != Verb::Hidden || line.subject != Subject::Message {
            continue;
        }
        if id == message || (whole && message::read(conn, id)?.map(|message| message.person) == author) {
            put_back(conn, &mut hand, id, &line)?;
        }
    }
    let day = day_in(hand.clock.zone, at);
    hand.tally.write(conn)?;
    sweep::jump(conn, delivery.brand, day)
}

/// One message: as its line of the journal says that it was.
fn put_back(conn: &Connection, hand: &mut Hand<'_>, id: MessageId, line: &Entry) -> StoreResult<()> {
    let (Some(before), Some(after)) = (&line.before, &line.after) else { return Ok(()) };
    let known = message::must_know(conn, id)?;
    let Ok(was) = patch(&to_value(known.fate)?, after, before) else { return Ok(()) };
    let fate: Fate = serde_json::from_value(was)?;
    if !message::change(conn, &mut hand.tally, &mut hand.act, &known, &fate, Verb::Reopened, &Remark::default())? {
        return Ok(());
    }
    proposal::travel(conn, id, after, before)?;
    // The round does not count as done what was not; one that has ended stays ended.
    if let Some(sweep) = after.get("sweep").and_then(Value::as_i64).map(SweepId) {
        sweep::set_outcome(conn, sweep, id, before.get("outcome").and_then(Value::as_i64))?;
    }
    sweep::uncount(conn, known.brand, id, StateName::Hidden, line.at)
}

/// Whether what a line did to a message was taken away from it again, so that it holds nothing more of it: it stands
/// as it did before, or waits.
pub(super) fn holds(fate: &Fate, is: &Value, becomes: &Value) -> StoreResult<bool> {
    let answered = is.get("state").cloned().map(serde_json::from_value::<MessageState>).transpose()? == Some(MessageState::Answered);
    Ok((answered && fate.state.is_open()) || patch(&to_value(fate)?, becomes, is).is_ok())
}

/// A message as it was before a line whose act came to nothing.
pub(super) fn before(fate: &Fate, becomes: &Value) -> StoreResult<Fate> {
    let mut was = to_value(fate)?;
    for field in ["state", "answered_at", "first_answer", "resolution"] {
        if let Some(value) = becomes.get(field) {
            was[field] = value.clone();
        }
    }
    Ok(serde_json::from_value(was)?)
}

/// A message as undoing leaves it: one that is said to be answered, whose answer came to nothing meanwhile, waits.
pub(super) fn still(fate: Fate) -> Fate {
    match fate.state {
        MessageState::Answered if fate.answered_at.is_none() => Fate { state: MessageState::Open, ..fate },
        _ => fate,
    }
}
