//! What the CM says of a person: the kind, the note, and that two are one. Each row keeps its own.
//!
//! What is noted belongs to the main one of those that were joined; brands never mix.

use super::{group, root};
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::person::PersonKind;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, PersonId};
use crate::store::journal::{self, Act};
use crate::store::value::Columns;
use crate::store::{StoreError, StoreResult, workspace};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::to_value;

/// What of a row the CM can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct Known {
    pub(in crate::store) kind: PersonKind,
    pub(in crate::store) note: SafeText,
    pub(in crate::store) joined: Option<PersonId>,
}

/// What the CM said of one row.
pub(in crate::store) fn read(conn: &Connection, id: PersonId) -> StoreResult<Known> {
    let known = |row: &Row<'_>| {
        let joined: Option<i64> = row.get("joined")?;
        Ok(Known { kind: row.code("kind")?, note: row.text("note")?, joined: joined.map(PersonId) })
    };
    let found = conn.prepare_cached("SELECT kind, note, joined FROM person WHERE id = ?1")?.query_row([id.0], known).optional()?;
    found.ok_or_else(|| StoreError::missing("person", id.0))
}

/// Writes what the CM said of one row.
pub(in crate::store) fn write(conn: &Connection, id: PersonId, new: &Known) -> StoreResult<()> {
    conn.prepare_cached("UPDATE person SET kind = ?2, note = ?3, joined = ?4 WHERE id = ?1")?.execute(params![
        id.0,
        new.kind.code(),
        new.note.as_str(),
        new.joined.map(|main| main.0)
    ])?;
    Ok(())
}

/// Changes one row with its line of the journal.
fn change_row(conn: &Connection, act: &mut Act<'_>, id: PersonId, verb: Verb, change: impl FnOnce(&mut Known)) -> StoreResult<()> {
    let before = read(conn, id)?;
    let mut after = before.clone();
    change(&mut after);
    if let Some((old, new)) = journal::difference(&to_value(&before)?, &to_value(&after)?) {
        write(conn, id, &after)?;
        act.line(verb, Subject::Person, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Changes what is noted of a person: it belongs to the main one.
pub(super) fn change(conn: &Connection, id: PersonId, at: Moment, change: impl FnOnce(&mut Known)) -> StoreResult<()> {
    let main = root(conn, id)?;
    let mut act = Act::new(conn, brand_of(conn, main)?, Actor::Cm, at);
    change_row(conn, &mut act, main, Verb::Noted, change)
}

/// Writes what the CM knows of a person.
pub(in crate::store) fn save(conn: &Connection, id: PersonId, kind: PersonKind, note: &SafeText, at: Moment) -> StoreResult<()> {
    change(conn, id, at, |known| {
        known.kind = kind;
        known.note = note.clone();
    })
}

fn brand_of(conn: &Connection, id: PersonId) -> StoreResult<BrandId> {
    let found = conn.prepare_cached("SELECT brand FROM person WHERE id = ?1")?.query_row([id.0], |row| row.get(0)).optional()?;
    found.map(BrandId).ok_or_else(|| StoreError::missing("person", id.0))
}

/// Says that two are one. The note of the one that is joined is added to that of the main one, and kept where it was.
pub(super) fn join(conn: &Connection, main: PersonId, other: PersonId, at: Moment) -> StoreResult<()> {
    let (main, other) = (root(conn, main)?, root(conn, other)?);
    if main == other {
        return Ok(());
    }
    let brand = brand_of(conn, main)?;
    if brand_of(conn, other)? != brand {
        return Err(Conflict::OtherBrand.into());
    }
    let brought = read(conn, other)?;
    let mut act = Act::new(conn, brand, Actor::Cm, at);
    for id in group(conn, other)? {
        change_row(conn, &mut act, id, Verb::Joined, |known| known.joined = Some(main))?;
    }
    change_row(conn, &mut act, main, Verb::Joined, |known| {
        if known.kind == PersonKind::Unknown {
            known.kind = brought.kind;
        }
        if known.note.is_blank() {
            known.note = brought.note;
        } else if !brought.note.is_blank() && !known.note.as_str().contains(brought.note.as_str()) {
            known.note = SafeText::clean(&format!("{}\n{}", known.note, brought.note));
        }
    })
}

/// Takes one that was joined apart again.
pub(super) fn separate(conn: &Connection, id: PersonId, at: Moment) -> StoreResult<()> {
    let mut act = Act::new(conn, brand_of(conn, id)?, Actor::Cm, at);
    change_row(conn, &mut act, id, Verb::Joined, |known| known.joined = None)
}

/// The name of the setting that holds a note being written.
pub(in crate::store) fn note_setting(main: PersonId) -> String {
    format!("~note-{main}")
}

/// Keeps a note being written, or forgets it.
pub(super) fn begin_note(conn: &Connection, main: PersonId, text: Option<&SafeText>) -> StoreResult<()> {
    let name = note_setting(main);
    match text {
        Some(text) => workspace::save_setting(conn, &name, text.as_str()),
        None => Ok(conn.prepare_cached("DELETE FROM setting WHERE name = ?1")?.execute([name]).map(drop)?),
    }
}

/// The note being written, if one is.
pub(super) fn begun_note(conn: &Connection, main: PersonId) -> StoreResult<Option<SafeText>> {
    let mut statement = conn.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    Ok(statement.query_row([note_setting(main)], |row| row.text("value")).optional()?)
}
