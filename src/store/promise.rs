//! Promises to persons: made, moved, kept, removed, each with its line of the journal.

use super::journal::{Act, difference};
use super::value::{Columns, day_number, seconds};
use super::{StoreError, StoreResult, person};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::promise::Promise;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::domain::today::Slip;
use crate::domain::{BrandId, MessageId, PersonId, PromiseId};
use rusqlite::{Connection, Row, params};
use serde_json::{Value, to_value};

fn promise_of(row: &Row<'_>) -> rusqlite::Result<Promise> {
    Ok(Promise {
        id: PromiseId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        person: PersonId(row.get("person")?),
        message: row.get::<_, Option<i64>>("message")?.map(MessageId),
        text: row.text("text")?,
        due: row.day("due")?,
        made: row.moment("made")?,
        kept: row.some_moment("kept")?,
    })
}

fn list(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Promise>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM promise WHERE {rest}"))?;
    let found = statement.query_map(given, promise_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A promise, if it is there.
pub(super) fn read(conn: &Connection, id: PromiseId) -> StoreResult<Option<Promise>> {
    Ok(list(conn, "id = ?1", [id.0])?.pop())
}

/// What was promised to a person and all that were joined to them: what is owed first, then the newest kept.
pub(super) fn to(conn: &Connection, main: PersonId) -> StoreResult<Vec<Promise>> {
    list(conn, &format!("person IN {} ORDER BY kept IS NOT NULL, iif(kept IS NULL, due, -kept), id LIMIT 100", person::GROUP), [main.0])
}

/// What is owed to a person, the nearest day first.
pub(super) fn owed_to(conn: &Connection, main: PersonId) -> StoreResult<Vec<Promise>> {
    list(conn, &format!("person IN {} AND kept IS NULL ORDER BY due, id LIMIT 5", person::GROUP), [main.0])
}

/// What a brand owes on a day or since before, the oldest first.
pub(super) fn slipping(conn: &Connection, brand: BrandId, day: Day, most: usize) -> StoreResult<Vec<Slip>> {
    let owed = list(
        conn,
        "brand = ?1 AND kept IS NULL AND due <= ?2 ORDER BY due, id LIMIT ?3",
        params![brand.0, day_number(day), most.cast_signed() as i64],
    )?;
    owed.into_iter()
        .map(|promise| {
            let main = person::root(conn, promise.person)?;
            let mut name = conn.prepare_cached("SELECT iif(name = '', handle, name) AS name FROM person WHERE id = ?1")?;
            let name: SafeText = name.query_row([main.0], |row| row.text("name"))?;
            let message = match promise.message {
                Some(message) => Some(message),
                None => person::past(conn, main, None, 1)?.rows.first().map(|row| row.message.id),
            };
            Ok(Slip::Promise { text: promise.text, name, due: promise.due, person: main, message })
        })
        .collect()
}

/// Writes a promise as it is.
pub(super) fn write(conn: &Connection, given: &Promise) -> StoreResult<PromiseId> {
    conn.execute(
        "INSERT INTO promise (id, brand, person, message, text, due, made, kept) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET person = ?3, message = ?4, text = ?5, due = ?6, made = ?7, kept = ?8",
        params![
            given.id.0,
            given.brand.0,
            given.person.0,
            given.message.map(|id| id.0),
            given.text.as_str(),
            day_number(given.due),
            seconds(given.made),
            given.kept.map(seconds),
        ],
    )?;
    Ok(if given.id.0 == 0 { PromiseId(conn.last_insert_rowid()) } else { given.id })
}

/// Removes the row.
pub(super) fn delete(conn: &Connection, id: PromiseId) -> StoreResult<()> {
    conn.execute("DELETE FROM promise WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Makes or changes a promise.
pub(super) fn keep(conn: &Connection, given: &Promise, at: Moment) -> StoreResult<()> {
    if given.text.is_blank() {
        return Err(crate::domain::conflict::Conflict::Blank.into());
    }
    let before = if given.id.0 == 0 { None } else { Some(must_read(conn, given.id)?) };
    let id = write(conn, given)?;
    let verb = if before.is_some() { Verb::Changed } else { Verb::Created };
    let old = before.map_or(Ok(Value::Null), to_value)?;
    if let Some((old, new)) = difference(&old, &to_value(must_read(conn, id)?)?) {
        Act::new(conn, given.brand, Actor::Cm, at).line(verb, Subject::Promise, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Removes a promise.
pub(super) fn remove(conn: &Connection, id: PromiseId, at: Moment) -> StoreResult<()> {
    let gone = must_read(conn, id)?;
    delete(conn, id)?;
    let line = (Some(&to_value(&gone)?), Some(&Value::Null));
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::Promise, id.0, line.0, line.1)?;
    Ok(())
}

fn must_read(conn: &Connection, id: PromiseId) -> StoreResult<Promise> {
    read(conn, id)?.ok_or_else(|| StoreError::missing("promise", id.0))
}
