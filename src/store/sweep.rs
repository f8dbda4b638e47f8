//! Sweeps: a list frozen at the start, what was decided for each message of it, a receipt.
//!
//! Frozen places begin at 1; what can't wait for the next sweep jumps in before them, at 0 and below. An
//! outcome found at the end, not decided within the sweep, is kept with a minus sign.

use super::journal::{self, Act};
use super::value::{Coded, Columns, count as to_count, day_number, seconds};
use super::{StoreError, StoreResult};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::StateName;
use crate::domain::query::Key;
use crate::domain::sweep::{Receipt, Slot, Sweep};
use crate::domain::time::{Day, Moment, Period};
use crate::domain::{BrandId, MessageId, SweepId};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

/// The longest list of one sweep.
const LONGEST: i64 = 2_000;

/// Freezes the list of a new sweep, or takes up the newest of that slot and day that was not walked to its end.
pub(super) fn start(conn: &Connection, brand: BrandId, day: Day, slot: Slot, at: Moment) -> StoreResult<Sweep> {
    let mut statement =
        conn.prepare_cached("SELECT id, ended FROM sweep WHERE brand = ?1 AND day = ?2 AND slot = ?3 ORDER BY id DESC LIMIT 1")?;
    let newest =
        statement.query_row(params![brand.0, day_number(day), slot.code()], |row| Ok((SweepId(row.get("id")?), row.some_moment("ended")?)));
    match newest.optional()? {
        Some((id, None)) => {
            jump(conn, brand, day)?;
            return read(conn, id);
        }
        Some((id, Some(ended))) if any_left(conn, id)? => return take_up(conn, brand, id, ended, at),
        _ => {}
    }
    conn.execute(
        "INSERT INTO sweep (brand, day, slot, started) VALUES (?1, ?2, ?3, ?4)",
        params![brand.0, day_number(day), slot.code(), seconds(at)],
    )?;
    let id = SweepId(conn.last_insert_rowid());
    conn.execute(
        "INSERT INTO sweep_item (sweep, message, place)
         SELECT ?1, id, row_number() OVER (ORDER BY rank, ord, id)
         FROM (SELECT id, rank, ord FROM message WHERE brand = ?2 AND state = 0 ORDER BY rank, ord, id LIMIT ?3)",
        params![id.0, brand.0, LONGEST],
    )?;
    let sweep = read(conn, id)?;
    let after = json!({ "slot": slot, "listed": sweep.receipt.listed });
    Act::new(conn, brand, Actor::Cm, at).line(Verb::SweepStarted, Subject::Sweep, id.0, None, Some(&after))?;
    Ok(sweep)
}

/// Opens a sweep again that was ended early. The time in between is none of it: its start moves by as much.
fn take_up(conn: &Connection, brand: BrandId, id: SweepId, ended: Moment, at: Moment) -> StoreResult<Sweep> {
    reopen(conn, id)?;
    let aside = (seconds(at) - seconds(ended)).max(0);
    conn.execute("UPDATE sweep SET started = started + ?2 WHERE id = ?1", params![id.0, aside])?;
    let sweep = read(conn, id)?;
    let after = json!({ "slot": sweep.slot, "listed": sweep.receipt.listed, "taken_up": true });
    Act::new(conn, brand, Actor::Cm, at).line(Verb::SweepStarted, Subject::Sweep, id.0, None, Some(&after))?;
    jump(conn, brand, sweep.day)?;
    read(conn, id)
}

/// Whether a message of the list still waits.
fn any_left(conn: &Connection, id: SweepId) -> StoreResult<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT 1 FROM sweep_item i JOIN message m ON m.id = i.message
         WHERE i.sweep = ?1 AND (i.outcome IS NULL OR i.outcome < 0) AND m.state = 0 LIMIT 1",
    )?;
    Ok(statement.query_row([id.0], |_| Ok(())).optional()?.is_some())
}

/// Lets complaints and what was raised jump into the sweep under way on this day: before its list, in their
/// own order.
pub(super) fn jump(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<()> {
    let mut statement = conn.prepare_cached("SELECT id FROM sweep WHERE brand = ?1 AND ended IS NULL ORDER BY id DESC LIMIT 1")?;
    let running: Option<i64> = statement.query_row([brand.0], |row| row.get(0)).optional()?;
    let Some(id) = running else { return Ok(()) };
    conn.prepare_cached(
        "INSERT INTO sweep_item (sweep, message, place)
         SELECT s.id, m.id, min(1, (SELECT coalesce(min(place), 1) FROM sweep_item WHERE sweep = s.id))
                            - row_number() OVER (ORDER BY m.rank DESC, m.ord DESC, m.id DESC)
         FROM sweep s JOIN message m INDEXED BY message_list ON m.brand = s.brand AND m.state = 0 AND m.rank <= -2
         WHERE s.id = ?1 AND s.day = ?2 AND NOT EXISTS (SELECT 1 FROM sweep_item i WHERE i.sweep = s.id AND i.message = m.id)",
    )?
    .execute(params![id, day_number(day)])?;
    Ok(())
}

/// Takes a message that jumped in out of the list again, now that it no longer presses: what made it jump is undone.
pub(super) fn step_back(conn: &Connection, message: MessageId) -> StoreResult<()> {
    conn.prepare_cached(
        "DELETE FROM sweep_item WHERE message = ?1 AND place < 1 AND outcome IS NULL
           AND sweep IN (SELECT id FROM sweep WHERE ended IS NULL) AND (SELECT rank FROM message WHERE id = ?1) > -2",
    )?
    .execute([message.0])?;
    Ok(())
}

/// Notes that the CM had messages of a sweep before them.
pub(super) fn seen(conn: &Connection, sweep: SweepId, messages: &[MessageId]) -> StoreResult<()> {
    let mut statement = conn.prepare_cached("UPDATE sweep_item SET seen = 1 WHERE sweep = ?1 AND message = ?2 AND seen = 0")?;
    for message in messages {
        statement.execute(params![sweep.0, message.0])?;
    }
    Ok(())
}

/// The outcome that a sweep knew of a message of its list, as the number of a state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Former(pub(super) Option<i64>);

/// Notes the outcome of a message within a sweep. Gives what the sweep knew before, or `None` where
/// the message is not of its list.
pub(super) fn count(conn: &Connection, sweep: SweepId, message: MessageId, state: StateName) -> StoreResult<Option<Former>> {
    let mut statement = conn.prepare_cached("SELECT outcome FROM sweep_item WHERE sweep = ?1 AND message = ?2")?;
    let known = statement.query_row(params![sweep.0, message.0], |row| row.get(0).map(Former)).optional()?;
    if known.is_some() {
        let outcome = (state != StateName::Open).then(|| state.number());
        set_outcome(conn, sweep, message, outcome)?;
    }
    Ok(known)
}

/// Sets the outcome of a message within a sweep.
pub(super) fn set_outcome(conn: &Connection, sweep: SweepId, message: MessageId, outcome: Option<i64>) -> StoreResult<()> {
    conn.prepare_cached("UPDATE sweep_item SET outcome = ?3 WHERE sweep = ?1 AND message = ?2")?
        .execute(params![sweep.0, message.0, outcome])?;
    Ok(())
}

/// Counts a message as done no more: an outcome of this state that it got since an instant came to nothing. Of a
/// sweep that has ended, the receipt is corrected.
pub(super) fn uncount(conn: &Connection, brand: BrandId, message: MessageId, state: StateName, since: Moment) -> StoreResult<()> {
    conn.prepare_cached(
        "UPDATE sweep_item SET outcome = NULL WHERE message = ?1 AND abs(outcome) = ?2
           AND sweep IN (SELECT id FROM sweep WHERE brand = ?3 AND (ended IS NULL OR ended >= ?4))",
    )?
    .execute(params![message.0, state.number(), brand.0, seconds(since)])?;
    Ok(())
}

/// Ends a sweep whose last message got its outcome.
pub(super) fn settle(conn: &Connection, id: SweepId, at: Moment) -> StoreResult<Sweep> {
    let sweep = read(conn, id)?;
    if sweep.receipt.left() == 0 && sweep.receipt.listed > 0 { end(conn, id, at) } else { Ok(sweep) }
}

/// Ends a sweep whose last outcome is given again, at the instant at which it had ended.
pub(super) fn settle_again(conn: &Connection, id: SweepId, at: Moment) -> StoreResult<()> {
    let ended = journal::about(conn, Subject::Sweep, id.0, 50)?.into_iter().find(|line| line.verb == Verb::SweepEnded);
    settle(conn, id, ended.map_or(at, |line| line.at))?;
    Ok(())
}

/// Ends a sweep: what was decided elsewhere meanwhile is now written into its list.
pub(super) fn end(conn: &Connection, id: SweepId, at: Moment) -> StoreResult<Sweep> {
    let sweep = read(conn, id)?;
    if sweep.ended.is_some() {
        return Ok(sweep);
    }
    conn.execute(
        "UPDATE sweep_item SET outcome = (SELECT nullif(-m.state, 0) FROM message m WHERE m.id = message) WHERE sweep = ?1 AND outcome IS NULL",
        [id.0],
    )?;
    conn.execute("UPDATE sweep SET ended = ?2 WHERE id = ?1", params![id.0, seconds(at)])?;
    let sweep = read(conn, id)?;
    let mut after = serde_json::to_value(sweep.receipt)?;
    after["lasted"] = json!(sweep.lasted());
    Act::new(conn, sweep.brand, Actor::Cm, at).line(Verb::SweepEnded, Subject::Sweep, id.0, None, Some(&after))?;
    Ok(sweep)
}

/// Opens a sweep again as it was before it ended.
pub(super) fn reopen(conn: &Connection, id: SweepId) -> StoreResult<()> {
    conn.execute("UPDATE sweep_item SET outcome = NULL WHERE sweep = ?1 AND outcome < 0", [id.0])?;
    conn.execute("UPDATE sweep SET ended = NULL WHERE id = ?1", [id.0])?;
    Ok(())
}

/// A sweep with its list and its receipt.
pub(super) fn read(conn: &Connection, id: SweepId) -> StoreResult<Sweep> {
    let found = conn
        .prepare_cached("SELECT * FROM sweep WHERE id = ?1")?
        .query_row([id.0], |row| {
            Ok(Sweep {
                id,
                brand: BrandId(row.get("brand")?),
                day: row.day("day")?,
                slot: row.code("slot")?,
                started: row.moment("started")?,
                ended: row.some_moment("ended")?,
                messages: Vec::new(),
                receipt: Receipt::default(),
            })
        })
        .optional()?;
    let mut sweep = found.ok_or_else(|| StoreError::missing("sweep", id.0))?;
    let mut statement = conn.prepare_cached("SELECT message FROM sweep_item WHERE sweep = ?1 ORDER BY place")?;
    sweep.messages = statement.query_map([id.0], |row| row.get(0).map(MessageId))?.collect::<rusqlite::Result<_>>()?;
    sweep.receipt = receipt(conn, id, sweep.ended.is_none())?;
    Ok(sweep)
}

/// The keys of what is left of a sweep's list, in its order.
pub(super) fn left(conn: &Connection, id: SweepId) -> StoreResult<Vec<Key>> {
    let mut statement = conn.prepare_cached(
        "SELECT i.place, i.message FROM sweep_item i JOIN message m ON m.id = i.message
         WHERE i.sweep = ?1 AND i.outcome IS NULL AND m.state = 0 ORDER BY i.place",
    )?;
    let key = |row: &rusqlite::Row<'_>| Ok(Key { rank: 0, order: row.get(0)?, id: MessageId(row.get(1)?) });
    let found = statement.query_map([id.0], key)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// What a sweep came to. While it runs, a message decided elsewhere counts by its own state.
fn receipt(conn: &Connection, id: SweepId, runs: bool) -> StoreResult<Receipt> {
    let outcome = if runs { "coalesce(abs(i.outcome), m.state)" } else { "coalesce(abs(i.outcome), 0)" };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {outcome} AS outcome, count(*), sum(i.seen) FROM sweep_item i JOIN message m ON m.id = i.message WHERE i.sweep = ?1 GROUP BY 1"
    ))?;
    let mut receipt = Receipt::default();
    let mut rows = statement.query([id.0])?;
    while let Some(row) = rows.next()? {
        let number = to_count(row.get(1)?);
        receipt.listed += number;
        receipt.read += to_count(row.get(2)?);
        match row.number("outcome")? {
            StateName::Open => {}
            StateName::Answered => receipt.answered = number,
            StateName::Delegated => receipt.delegated = number,
            StateName::Snoozed => receipt.snoozed = number,
            StateName::Closed => receipt.closed = number,
            StateName::Hidden => receipt.hidden = number,
        }
    }
    Ok(receipt)
}

/// One line about a sweep.
pub(super) struct Line {
    pub(super) day: Day,
    pub(super) slot: Slot,
    pub(super) started: Moment,
    pub(super) ended: Option<Moment>,
    pub(super) receipt: Receipt,
}

impl Line {
    /// How long it lasted, in seconds, if it ended.
    pub(super) fn lasted(&self) -> Option<i64> {
        self.ended.map(|ended| (seconds(ended) - seconds(self.started)).max(0))
    }
}

/// The sweeps of a period, oldest first.
pub(super) fn lines(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<Line>> {
    let mut statement = conn.prepare_cached("SELECT * FROM sweep WHERE brand = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, id")?;
    let mut rows = statement.query(params![brand.0, day_number(period.from), day_number(period.to)])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let ended = row.some_moment("ended")?;
        lines.push(Line {
            day: row.day("day")?,
            slot: row.code("slot")?,
            started: row.moment("started")?,
            ended,
            receipt: receipt(conn, SweepId(row.get("id")?), ended.is_none())?,
        });
    }
    Ok(lines)
}
