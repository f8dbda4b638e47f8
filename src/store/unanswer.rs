//! An answer that did not leave was not given: its message waits again, and what it had covered with it; its words
//! are a draft.
//!
//! A message for which something else was decided since stays as it was decided, but has no response time.

use super::inbox::Hand;
use super::message::{self, Fate, Remark};
use super::{StoreResult, delivery, journal, sweep};
use crate::domain::MessageId;
use crate::domain::delivery::Delivery;
use crate::domain::journal::{Actor, Entry, Subject, Verb};
use crate::domain::message::{MessageState, StateName};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use rusqlite::Connection;
use serde_json::to_value;

/// Takes away what an answer had done here; `text` is what it said.
pub(super) fn unanswer(conn: &Connection, delivery: &Delivery, message: MessageId, text: &SafeText, at: Moment) -> StoreResult<()> {
    let mut hand = Hand::new(conn, delivery.brand, Actor::Network, at)?;
    for line in given(conn, delivery)? {
        reopen(conn, &mut hand, delivery, &line)?;
    }
    let day = day_in(hand.clock.zone, at);
    hand.tally.write(conn)?;
    sweep::jump(conn, delivery.brand, day)?;
    message::return_draft(conn, message, text, at)
}

/// The lines by which its act answered messages.
fn given(conn: &Connection, delivery: &Delivery) -> StoreResult<Vec<Entry>> {
    let Some(made) = journal::making(conn, delivery.id)? else { return Ok(Vec::new()) };
    let lines = journal::of_act(conn, made.act)?;
    Ok(lines.into_iter().filter(|line| line.verb == Verb::Answered && line.subject == Subject::Message).collect())
}

/// One message that it answered, or had covered.
fn reopen(conn: &Connection, hand: &mut Hand<'_>, delivery: &Delivery, line: &Entry) -> StoreResult<()> {
    let id = MessageId(line.row);
    let known = message::must_know(conn, id)?;
    let said = line.after.as_ref().and_then(|after| after.get("answered_at"));
    let counted = said.is_some() && said == Some(&to_value(known.fate.answered_at)?);
    let covered = delivery.message != Some(id);
    if covered && !counted {
        return Ok(());
    }
    let mut fate = known.fate;
    if counted {
        // Another answer to it may be out: then that one is the first.
        let out = delivery::other_answer(conn, id, delivery.id)?.map(|other| other.created);
        let first_answer = out.filter(|_| !known.earlier).map(|out| hand.clock.between(known.at, out));
        fate = Fate { answered_at: out, first_answer, ..fate };
    }
    let waits = known.fate.state == MessageState::Answered;
    if waits {
        fate = Fate { state: MessageState::Open, resolution: None, ..fate };
    }
    let verb = if waits { Verb::Reopened } else { Verb::Refused };
    message::change(conn, &mut hand.tally, &mut hand.act, &known, &fate, verb, &Remark::default())?;
    if waits { sweep::uncount(conn, known.brand, id, StateName::Answered, line.at) } else { Ok(()) }
}
