//! Saved views: queries of the inbox under a name, one by name in a brand.

use super::journal::{Act, difference};
use super::value::Columns;
use super::{StoreError, StoreResult};
use crate::domain::conflict::Conflict;
use crate::domain::fold::fold;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::saved_view::SavedView;
use crate::domain::time::Moment;
use crate::domain::{BrandId, ViewId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

fn view_of(row: &Row<'_>) -> rusqlite::Result<SavedView> {
    Ok(SavedView { id: ViewId(row.get("id")?), brand: BrandId(row.get("brand")?), name: row.text("name")?, query: row.text("query")? })
}

/// All of them, in the order in which they were made.
pub(super) fn all(conn: &Connection) -> StoreResult<Vec<SavedView>> {
    let mut statement = conn.prepare_cached("SELECT * FROM saved_view ORDER BY id")?;
    let found = statement.query_map([], view_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A saved view, if it is there.
pub(super) fn read(conn: &Connection, id: ViewId) -> StoreResult<Option<SavedView>> {
    Ok(conn.prepare_cached("SELECT * FROM saved_view WHERE id = ?1")?.query_row([id.0], view_of).optional()?)
}

/// Writes a saved view as it is.
pub(super) fn write(conn: &Connection, view: &SavedView) -> StoreResult<ViewId> {
    conn.execute(
        "INSERT INTO saved_view (id, brand, name, query) VALUES (nullif(?1, 0), ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET name = ?3, query = ?4",
        params![view.id.0, view.brand.0, view.name.as_str(), view.query.as_str()],
    )?;
    Ok(if view.id.0 == 0 { ViewId(conn.last_insert_rowid()) } else { view.id })
}

/// Deletes a saved view.
pub(super) fn delete(conn: &Connection, id: ViewId) -> StoreResult<()> {
    conn.execute("DELETE FROM saved_view WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Saves a view with a line of the journal. A new one of a name that is known takes the place of that one.
pub(super) fn save(conn: &Connection, given: &SavedView, at: Moment) -> StoreResult<SavedView> {
    if given.name.is_blank() {
        return Err(Conflict::Blank.into());
    }
    let same = |view: &SavedView| view.brand == given.brand && fold(view.name.as_str()) == fold(given.name.as_str());
    let other = all(conn)?.into_iter().find(same).filter(|other| other.id != given.id);
    let mut given = given.clone();
    match other {
        Some(_) if given.id.0 != 0 => return Err(Conflict::NameTaken.into()),
        Some(other) => given.id = other.id,
        None => {}
    }
    let before = serde_json::to_value(read(conn, given.id)?)?;
    let id = write(conn, &given)?;
    let after = read(conn, id)?.ok_or_else(|| StoreError::missing("view", id.0))?;
    let verb = if before.is_null() { Verb::Created } else { Verb::Changed };
    if let Some((old, new)) = difference(&before, &serde_json::to_value(&after)?) {
        Act::new(conn, after.brand, Actor::Cm, at).line(verb, Subject::View, id.0, Some(&old), Some(&new))?;
    }
    Ok(after)
}

/// Removes a saved view with a line of the journal.
pub(super) fn remove(conn: &Connection, id: ViewId, at: Moment) -> StoreResult<()> {
    let gone = read(conn, id)?.ok_or_else(|| StoreError::missing("view", id.0))?;
    delete(conn, id)?;
    let before = serde_json::to_value(&gone)?;
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::View, id.0, Some(&before), Some(&Value::Null))?;
    Ok(())
}
