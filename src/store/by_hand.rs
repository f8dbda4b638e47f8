//! Messages logged by hand, and their way back: what one paste brought is undone whole.
//!
//! A message that was touched since, answered, noted or walked in a sweep, is left where it is.

use super::journal::Act;
use super::message::{self, Fate};
use super::tally::Tally;
use super::{StoreError, StoreResult, take};
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Entry, Subject, Verb};
use crate::domain::message::{Incoming, MessageState};
use crate::domain::time::Moment;
use crate::domain::{AccountId, MessageId};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value, to_value};

/// What the journal keeps of a message that was logged: all that brings it back.
#[derive(Debug, Serialize, Deserialize)]
struct Logged {
    account: AccountId,
    incoming: Incoming,
    person: i64,
    /// Whether its author was not known before.
    made: bool,
}

/// Writes the line of a message that was just logged; persons above `people` are new with it.
pub(super) fn note(conn: &Connection, act: &mut Act<'_>, id: MessageId, people: i64) -> StoreResult<()> {
    let stored = message::read(conn, id)?.ok_or_else(|| StoreError::missing("message", id.0))?;
    let first: Option<i64> = conn.query_row("SELECT min(id) FROM message WHERE person = ?1", [stored.person.0], |row| row.get(0))?;
    let author_id =
        conn.query_row("SELECT remote_id FROM handle WHERE account = ?1 AND person = ?2", [stored.account.0, stored.person.0], |row| {
            row.get::<_, String>(0)
        })?;
    let logged = Logged {
        account: stored.account,
        person: stored.person.0,
        made: stored.person.0 > people && first == Some(id.0),
        incoming: Incoming {
            remote_id: stored.remote_id,
            parent: stored.parent,
            author_id: author_id.into(),
            author: stored.author,
            handle: stored.handle,
            text: stored.text,
            channel: stored.channel,
            visibility: stored.visibility,
            filtered: stored.filtered,
            url: stored.url,
            at: stored.at,
        },
    };
    act.line(Verb::Created, Subject::Message, id.0, Some(&Value::Null), Some(&to_value(&logged)?))?;
    Ok(())
}

/// Takes a logged message away again, or brings it back under the same row.
pub(super) fn travel(conn: &Connection, tally: &mut Tally, line: &Entry, away: bool, at: Moment) -> StoreResult<()> {
    let Some(after) = &line.after else { return Ok(()) };
    let logged: Logged = serde_json::from_value(after.clone())?;
    let id = MessageId(line.row);
    if away { forget(conn, tally, id, &logged) } else { bring_back(conn, id, &logged, at) }
}

fn forget(conn: &Connection, tally: &mut Tally, id: MessageId, logged: &Logged) -> StoreResult<()> {
    let known = message::must_know(conn, id)?;
    if known.fate != Fate::new(MessageState::Open) || is_used(conn, id)? {
        return Err(Conflict::ChangedSince.into());
    }
    conn.execute("DELETE FROM message_word WHERE rowid = ?1", [id.0])?;
    conn.execute("DELETE FROM turn WHERE message = ?1", [id.0])?;
    conn.execute("DELETE FROM message WHERE id = ?1", [id.0])?;
    tally.remove(&known.counted(&known.fate));
    // Of a person about whom something was noted meanwhile the card stays.
    let bare = "SELECT count(*) = 1 FROM person p WHERE id = ?1 AND note = '' AND kind = 'unknown' AND joined IS NULL
                AND NOT EXISTS (SELECT 1 FROM message WHERE person = p.id) AND NOT EXISTS (SELECT 1 FROM promise WHERE person = p.id)
                AND NOT EXISTS (SELECT 1 FROM person o WHERE o.joined = p.id)";
    if logged.made && conn.query_row(bare, [logged.person], |row| row.get(0))? {
        conn.execute("DELETE FROM handle WHERE person = ?1", [logged.person])?;
        conn.execute("DELETE FROM person WHERE id = ?1", [logged.person])?;
    }
    Ok(())
}

/// Whether something else holds on to a message.
fn is_used(conn: &Connection, id: MessageId) -> StoreResult<bool> {
    let used = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM draft WHERE message = ?1) OR EXISTS (SELECT 1 FROM brief WHERE message = ?1)
             OR EXISTS (SELECT 1 FROM delivery WHERE message = ?1) OR EXISTS (SELECT 1 FROM highlight WHERE message = ?1)
             OR EXISTS (SELECT 1 FROM message_label WHERE message = ?1) OR EXISTS (SELECT 1 FROM promise WHERE message = ?1)
             OR EXISTS (SELECT 1 FROM sweep_item WHERE message = ?1)",
        [id.0],
        |row| row.get(0),
    )?;
    Ok(used)
}

fn bring_back(conn: &Connection, id: MessageId, logged: &Logged, at: Moment) -> StoreResult<()> {
    if message::known(conn, id)?.is_some() || message::find(conn, logged.account, logged.incoming.remote_id.as_str())?.is_some() {
        return Err(Conflict::ChangedSince.into());
    }
    let Incoming { author, handle, author_id, at: since, .. } = &logged.incoming;
    if logged.made {
        conn.execute(
            "INSERT INTO person (id, brand, name, handle, since) SELECT ?1, brand, ?3, ?4, ?5 FROM account WHERE id = ?2 ON CONFLICT DO NOTHING",
            params![logged.person, logged.account.0, author.as_str(), handle.as_str(), super::value::seconds(*since)],
        )?;
        conn.execute(
            "INSERT INTO handle (account, remote_id, person) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![logged.account.0, author_id.as_str(), logged.person],
        )?;
    }
    take::again(conn, logged.account, id, &logged.incoming, at)
}
