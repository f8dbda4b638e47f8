//! Saved replies: each change has its line of the journal, so that it can be undone to the byte.

use super::journal::{Act, difference};
use super::value::Columns;
use super::{StoreError, StoreResult};
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::saved_reply::SavedReply;
use crate::domain::time::Moment;
use crate::domain::{BrandId, SavedReplyId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, to_value};

fn reply_of(row: &Row<'_>) -> rusqlite::Result<SavedReply> {
    Ok(SavedReply {
        id: SavedReplyId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        name: row.text("name")?,
        language: row.code("language")?,
        text: row.text("text")?,
    })
}

/// Those of all brands, by name.
pub(super) fn all(conn: &Connection) -> StoreResult<Vec<SavedReply>> {
    let mut statement = conn.prepare_cached("SELECT * FROM saved_reply ORDER BY brand, name, language DESC")?;
    let found = statement.query_map([], reply_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A saved reply, if it is there.
pub(super) fn read(conn: &Connection, id: SavedReplyId) -> StoreResult<Option<SavedReply>> {
    Ok(conn.prepare_cached("SELECT * FROM saved_reply WHERE id = ?1")?.query_row([id.0], reply_of).optional()?)
}

/// Writes a saved reply; id 0 makes a new one.
pub(super) fn save(conn: &Connection, given: &SavedReply, at: Moment) -> StoreResult<SavedReply> {
    save_within(conn, &mut Act::new(conn, given.brand, Actor::Cm, at), given)
}

/// Writes several as one act, undone whole.
pub(super) fn save_all(conn: &Connection, given: &[SavedReply], at: Moment) -> StoreResult<()> {
    let Some(brand) = given.first().map(|reply| reply.brand) else { return Ok(()) };
    let mut act = Act::new(conn, brand, Actor::Cm, at);
    for reply in given.iter().filter(|reply| reply.brand == brand) {
        save_within(conn, &mut act, reply)?;
    }
    Ok(())
}

fn save_within(conn: &Connection, act: &mut Act<'_>, given: &SavedReply) -> StoreResult<SavedReply> {
    if given.name.is_blank() || given.text.is_blank() {
        return Err(Conflict::Blank.into());
    }
    let before = if given.id.0 == 0 {
        Value::Null
    } else {
        to_value(read(conn, given.id)?.ok_or_else(|| StoreError::missing("saved reply", given.id.0))?)?
    };
    let id = write(conn, given)?;
    let after = read(conn, id)?.ok_or_else(|| StoreError::missing("saved reply", id.0))?;
    let verb = if before.is_null() { Verb::Created } else { Verb::Changed };
    if let Some((old, new)) = difference(&before, &to_value(&after)?) {
        act.line(verb, Subject::SavedReply, id.0, Some(&old), Some(&new))?;
    }
    Ok(after)
}

/// Writes a saved reply as it is; refuses a name that another one has in that language.
pub(super) fn write(conn: &Connection, given: &SavedReply) -> StoreResult<SavedReplyId> {
    let taken: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM saved_reply WHERE brand = ?1 AND name = ?2 AND language = ?3 AND id <> ?4)")?
        .query_row(params![given.brand.0, given.name.as_str(), given.language.code(), given.id.0], |row| row.get(0))?;
    if taken {
        return Err(Conflict::NameTaken.into());
    }
    conn.prepare_cached(
        "INSERT INTO saved_reply (id, brand, name, language, text) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET name = ?3, language = ?4, text = ?5",
    )?
    .execute(params![given.id.0, given.brand.0, given.name.as_str(), given.language.code(), given.text.as_str()])?;
    Ok(if given.id.0 == 0 { SavedReplyId(conn.last_insert_rowid()) } else { given.id })
}

/// Removes a saved reply.
pub(super) fn remove(conn: &Connection, id: SavedReplyId, at: Moment) -> StoreResult<()> {
    let gone = read(conn, id)?.ok_or_else(|| StoreError::missing("saved reply", id.0))?;
    delete(conn, id)?;
    let before = to_value(&gone)?;
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::SavedReply, id.0, Some(&before), Some(&Value::Null))?;
    Ok(())
}

/// Deletes its row.
pub(super) fn delete(conn: &Connection, id: SavedReplyId) -> StoreResult<()> {
    conn.execute("DELETE FROM saved_reply WHERE id = ?1", [id.0])?;
    Ok(())
}
