//! Who had the last word: a message is open as long as it is theirs, wherever the answer was given.
//!
//! An answer covers what the same person said before it in the same branch of a conversation, not their other
//! comments under the same post: those are questions of their own.

use super::journal::Act;
use super::message::{self, Known, Remark};
use super::tally::Tally;
use super::value::{Coded, moment, seconds};
use super::workspace::Clock;
use super::{StoreResult, sweep};
use crate::domain::journal::Verb;
use crate::domain::message::{Channel, Incoming, MessageState, StateName};
use crate::domain::time::Moment;
use crate::domain::{AccountId, MessageId, PersonId, SweepId};
use rusqlite::{Connection, OptionalExtension, params};

/// The most steps up a conversation: beyond it lies a circle or a hostile server.
const DEEPEST: usize = 100;
/// The newest messages of a person that are looked at.
const NEWEST: usize = 100;

/// What stands in a conversation: what it answers, and whether it is theirs.
fn step(conn: &Connection, account: AccountId, remote_id: &str) -> StoreResult<Option<(Option<String>, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT parent, 1 FROM message WHERE account = ?1 AND remote_id = ?2
         UNION ALL SELECT parent, 0 FROM own WHERE account = ?1 AND remote_id = ?2 LIMIT 1",
    )?;
    Ok(statement.query_row(params![account.0, remote_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The message that something of the account was said to: `remote_id` itself, or the nearest one above.
pub(super) fn heard(conn: &Connection, account: AccountId, remote_id: &str) -> StoreResult<Option<MessageId>> {
    let mut here = remote_id.to_owned();
    for _ in 0..DEEPEST {
        match step(conn, account, &here)? {
            Some((_, true)) => return message::find(conn, account, &here),
            Some((Some(parent), false)) => here = parent,
            Some((None, false)) | None => break,
        }
    }
    Ok(None)
}

/// The topmost message of others above something, as far as it is known: what names its branch.
fn branch(conn: &Connection, account: AccountId, remote_id: &str, coming: Option<&Incoming>) -> StoreResult<Option<String>> {
    let (mut top, mut here) = (None, remote_id.to_owned());
    for _ in 0..DEEPEST {
        let found = match coming.filter(|coming| coming.remote_id.as_str() == here) {
            Some(coming) => Some((coming.parent.as_ref().map(ToString::to_string), true)),
            None => step(conn, account, &here)?,
        };
        let Some((parent, theirs)) = found else { break };
        if theirs {
            top = Some(here);
        }
        match parent {
            Some(parent) => here = parent,
            None => break,
        }
    }
    Ok(top)
}

/// When the account had the last word after a message that only comes in now.
pub(super) fn said_after(conn: &Connection, account: AccountId, person: PersonId, message: &Incoming) -> StoreResult<Option<Moment>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT m.remote_id, m.channel, min(o.at) AS said
         FROM (SELECT remote_id, channel FROM message WHERE person = ?1 AND account = ?2 ORDER BY at DESC LIMIT {NEWEST}) m
         CROSS JOIN own o ON o.account = ?2 AND o.parent = m.remote_id
         WHERE o.at >= ?3 GROUP BY m.remote_id ORDER BY said"
    ))?;
    let direct = message.channel == Channel::Direct;
    let mut rows = statement.query(params![person.0, account.0, seconds(message.at)])?;
    let mut here = None;
    while let Some(row) = rows.next()? {
        let (remote_id, channel): (String, i64) = (row.get(0)?, row.get(1)?);
        let same = if direct || channel == Channel::Direct.number() {
            direct && channel == Channel::Direct.number()
        } else {
            if here.is_none() {
                here = branch(conn, account, message.remote_id.as_str(), Some(message))?;
            }
            branch(conn, account, &remote_id, Some(message))? == here
        };
        if same {
            return Ok(moment(row.get(2)?));
        }
    }
    Ok(None)
}

/// What the same person said until an instant in the conversation of a message, and is open: the message itself
/// is not among it.
pub(super) fn open_until(conn: &Connection, of: MessageId, until: Moment) -> StoreResult<Vec<Known>> {
    let Some(of) = message::read(conn, of)? else { return Ok(Vec::new()) };
    let open = message::known_where(
        conn,
        &format!(
            "id IN (SELECT id FROM message WHERE person = ?1 AND at <= ?3 ORDER BY at DESC LIMIT {NEWEST})
             AND account = ?2 AND state = ?4 AND id <> ?5 ORDER BY at"
        ),
        params![of.person.0, of.account.0, seconds(until), StateName::Open.number(), of.id.0],
    )?;
    let mut found = Vec::new();
    let here = branch(conn, of.account, of.remote_id.as_str(), None)?;
    for known in open {
        let Some(other) = message::read(conn, known.id)? else { continue };
        let same = match (of.channel, other.channel) {
            (Channel::Direct, Channel::Direct) => true,
            (Channel::Direct, _) | (_, Channel::Direct) => false,
            _ => branch(conn, other.account, other.remote_id.as_str(), None)? == here,
        };
        if same {
            found.push(known);
        }
    }
    Ok(found)
}

/// The answer that the CM gives here covers what went before it: each gets its line in the same act. Gives how
/// many they are.
pub(super) fn answer_before(
    conn: &Connection,
    (tally, act): (&mut Tally, &mut Act<'_>),
    clock: &Clock,
    answered: MessageId,
    at: Moment,
    sweep: Option<SweepId>,
) -> StoreResult<u32> {
    let mut covered = 0;
    for known in open_until(conn, answered, at)? {
        let fate = known.fate.decided(MessageState::Answered, at, known.at, known.earlier, clock);
        let counted = sweep.map(|sweep| sweep::count(conn, sweep, known.id, StateName::Answered)).transpose()?;
        let remark = Remark { sweep: sweep.zip(counted.flatten()), ..Remark::default() };
        message::change(conn, tally, act, &known, &fate, Verb::Answered, &remark)?;
        covered += 1;
    }
    Ok(covered)
}
