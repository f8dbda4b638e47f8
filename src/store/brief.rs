//! Briefs: what contacts were asked about messages, and what they answered. Sends nothing.

use super::journal::{Act, difference};
use super::message::{self, Remark};
use super::tally::Tally;
use super::value::{Columns, seconds};
use super::{StoreError, StoreResult, inbox, sweep, workspace};
use crate::app::effect::BriefWork;
use crate::app::event::{Asked, Reply};
use crate::domain::brief::Brief;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, BriefId, ContactId, MessageId, SweepId};
use rusqlite::{Connection, Row, params};
use serde_json::{Value, to_value};

/// Carries out a piece of work.
pub(super) fn serve(conn: &Connection, work: BriefWork) -> StoreResult<Reply> {
    match work {
        BriefWork::Read(messages) => Ok(Reply::Briefs(asked(conn, &messages)?)),
        BriefWork::Find(id) => {
            let brief = must_read(conn, id)?;
            let message = message::read(conn, brief.message)?.ok_or_else(|| StoreError::missing("message", brief.message.0))?;
            Ok(Reply::Briefs(vec![Asked { brief, message }]))
        }
        BriefWork::Ask(briefs, text, at) => ask(conn, &briefs, &text, at),
        BriefWork::Chase { briefs, due, sweep, at } => chase(conn, &briefs, due, sweep, at),
        BriefWork::Answer { brief, text, at } => answer(conn, brief, &text, at),
        BriefWork::Acknowledge { message, text, at, by_hand } => inbox::acknowledge(conn, message, &text, at, by_hand),
    }
}

fn brief_of(row: &Row<'_>) -> rusqlite::Result<Brief> {
    Ok(Brief {
        id: BriefId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        message: MessageId(row.get("message")?),
        contact: ContactId(row.get("contact")?),
        asked: row.text("asked")?,
        at: row.moment("at")?,
        due: row.moment("due")?,
        chased: row.some_moment("chased")?,
        answer: row.text("answer")?,
        answered: row.some_moment("answered")?,
    })
}

fn list(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Brief>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM brief {rest}"))?;
    let found = statement.query_map(given, brief_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A brief, if it is there.
pub(super) fn read(conn: &Connection, id: BriefId) -> StoreResult<Option<Brief>> {
    Ok(list(conn, "WHERE id = ?1", [id.0])?.pop())
}

fn must_read(conn: &Connection, id: BriefId) -> StoreResult<Brief> {
    read(conn, id)?.ok_or_else(|| StoreError::missing("brief", id.0))
}

/// The briefs of a message, oldest first.
pub(super) fn of_message(conn: &Connection, message: MessageId) -> StoreResult<Vec<Brief>> {
    list(conn, "WHERE message = ?1 ORDER BY id", [message.0])
}

/// Messages that somebody was asked about, each with its newest brief.
fn asked(conn: &Connection, messages: &[MessageId]) -> StoreResult<Vec<Asked>> {
    let mut found = Vec::with_capacity(messages.len());
    for id in messages {
        if let (Some(brief), Some(message)) = (of_message(conn, *id)?.pop(), message::read(conn, *id)?) {
            found.push(Asked { brief, message });
        }
    }
    Ok(found)
}

/// Writes a brief as it is.
pub(super) fn write(conn: &Connection, given: &Brief) -> StoreResult<BriefId> {
    conn.prepare_cached(
        "INSERT INTO brief (id, brand, message, contact, asked, at, due, chased, answer, answered)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET contact = ?4, asked = ?5, at = ?6, due = ?7, chased = ?8, answer = ?9, answered = ?10",
    )?
    .execute(params![
        given.id.0,
        given.brand.0,
        given.message.0,
        given.contact.0,
        given.asked.as_str(),
        seconds(given.at),
        seconds(given.due),
        given.chased.map(seconds),
        given.answer.as_str(),
        given.answered.map(seconds),
    ])?;
    Ok(if given.id.0 == 0 { BriefId(conn.last_insert_rowid()) } else { given.id })
}

/// Removes the row.
pub(super) fn delete(conn: &Connection, id: BriefId) -> StoreResult<()> {
    conn.prepare_cached("DELETE FROM brief WHERE id = ?1")?.execute([id.0])?;
    Ok(())
}

/// Writes another state of a brief, with its line of the journal.
fn change(conn: &Connection, act: &mut Act<'_>, before: Option<&Brief>, after: &Brief, verb: Verb) -> StoreResult<()> {
    let id = write(conn, after)?;
    let old = before.map_or(Ok(Value::Null), to_value)?;
    if let Some((old, new)) = difference(&old, &to_value(Brief { id, ..after.clone() })?) {
        act.line(verb, Subject::Brief, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Makes the brief of a delegation, within the act that delegates.
pub(super) fn make(
    conn: &Connection,
    act: &mut Act<'_>,
    (brand, message): (BrandId, MessageId),
    (contact, due): (ContactId, Moment),
    asked: &SafeText,
) -> StoreResult<()> {
    let new = Brief {
        id: BriefId(0),
        brand,
        message,
        contact,
        asked: asked.on_one_line(),
        at: act.at(),
        due,
        chased: None,
        answer: SafeText::EMPTY,
        answered: None,
    };
    change(conn, act, None, &new, Verb::Created)
}

fn ask(conn: &Connection, briefs: &[BriefId], text: &SafeText, at: Moment) -> StoreResult<Reply> {
    let mut act = None;
    for id in briefs {
        let before = must_read(conn, *id)?;
        let act = act.get_or_insert_with(|| Act::new(conn, before.brand, Actor::Cm, at));
        change(conn, act, Some(&before), &Brief { asked: text.on_one_line(), ..before.clone() }, Verb::Changed)?;
    }
    Ok(Reply::Done)
}

/// Notes that a contact was asked after. With a new date, what came back is delegated again until then.
fn chase(conn: &Connection, briefs: &[BriefId], due: Option<Moment>, within: Option<SweepId>, at: Moment) -> StoreResult<Reply> {
    let mut messages = Vec::with_capacity(briefs.len());
    let Some(first) = briefs.first().map(|id| must_read(conn, *id)).transpose()? else {
        return Ok(Reply::Decided { messages, sweep: None });
    };
    let clock = workspace::clock(conn, first.brand)?;
    let mut act = Act::new(conn, first.brand, Actor::Cm, at);
    let mut tally = Tally::new(first.brand, clock.zone);
    for id in briefs {
        let before = must_read(conn, *id)?;
        if let Some(due) = due {
            let state = MessageState::Delegated { contact: before.contact, due };
            let known = message::must_know(conn, before.message)?;
            let fate = known.fate.decided(state, at, known.at, known.earlier, &clock);
            let counted = within.map(|within| sweep::count(conn, within, known.id, state.name())).transpose()?;
            let remark = Remark { sweep: within.zip(counted.flatten()), ..Remark::default() };
            message::change(conn, &mut tally, &mut act, &known, &fate, Verb::Delegated, &remark)?;
        }
        let after = Brief { chased: Some(at), due: due.unwrap_or(before.due), ..before.clone() };
        change(conn, &mut act, Some(&before), &after, Verb::Changed)?;
        messages.push(before.message);
    }
    tally.write(conn)?;
    let sweep = within.map(|within| sweep::settle(conn, within, at)).transpose()?;
    Ok(Reply::Decided { messages, sweep: sweep.map(Box::new) })
}

/// Keeps what a contact answered; a message that waited for it is open again.
fn answer(conn: &Connection, id: BriefId, text: &SafeText, at: Moment) -> StoreResult<Reply> {
    if text.is_blank() {
        return Err(crate::domain::conflict::Conflict::Blank.into());
    }
    let before = must_read(conn, id)?;
    let clock = workspace::clock(conn, before.brand)?;
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    let mut tally = Tally::new(before.brand, clock.zone);
    let known = message::must_know(conn, before.message)?;
    if matches!(known.fate.state, MessageState::Delegated { .. }) {
        let fate = known.fate.decided(MessageState::Open, at, known.at, known.earlier, &clock);
        message::change(conn, &mut tally, &mut act, &known, &fate, Verb::Reopened, &Remark::default())?;
    }
    let after = Brief { answer: text.clone(), answered: Some(at), ..before.clone() };
    change(conn, &mut act, Some(&before), &after, Verb::Changed)?;
    tally.write(conn)?;
    Ok(Reply::Decided { messages: vec![before.message], sweep: None })
}

/// Briefs whose answer should be here, of messages that still wait: those that came back, and those about to.
/// The longest overdue first.
pub(super) fn overdue(conn: &Connection, brand: BrandId, now: Moment, most: usize) -> StoreResult<Vec<Brief>> {
    list(
        conn,
        "b JOIN message m ON m.id = b.message
         WHERE b.brand = ?1 AND b.answered IS NULL AND b.due <= ?2 AND m.state IN (0, 2)
           AND b.id = (SELECT max(id) FROM brief WHERE message = b.message) ORDER BY b.due, b.id LIMIT ?3",
        params![brand.0, seconds(now), most.cast_signed() as i64],
    )
}

/// The delegated messages whose date is still to come: how many, and the one that waits longest.
pub(super) fn waiting(conn: &Connection, brand: BrandId, now: Moment) -> StoreResult<Option<(u32, MessageId, SafeText, Moment)>> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) AS number, m.id, c.name, min(coalesce((SELECT max(at) FROM brief WHERE message = m.id), m.delegated_at)) AS since
         FROM message m JOIN contact c ON c.id = m.contact WHERE m.brand = ?1 AND m.state = 2 AND m.back > ?2",
    )?;
    let read = |row: &Row<'_>| {
        let number: u32 = row.get("number")?;
        if number == 0 {
            return Ok(None);
        }
        Ok(Some((number, MessageId(row.get("id")?), row.text("name")?, row.moment("since")?)))
    };
    Ok(statement.query_row(params![brand.0, seconds(now)], read)?)
}
