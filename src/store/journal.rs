//! Lines of the journal: written once, never changed.
//!
//! A message that is received has no line of its own: its row says when and from whom, and a line a
//! pull says when Ronde saw it. Everything that changes afterwards has a line for each row.

use super::StoreResult;
use super::value::{Columns, seconds};
use crate::domain::journal::{Actor, Entry, Steps, Subject, Verb};
use crate::domain::time::Moment;
use crate::domain::{BrandId, DeliveryId, EntryId};
use rusqlite::{Connection, Row, params};
use serde_json::{Map, Value};

/// Lines that belong together and are undone whole.
pub(super) struct Act<'c> {
    conn: &'c Connection,
    brand: BrandId,
    actor: Actor,
    at: Moment,
    first: Option<EntryId>,
    stepped: bool,
}

impl<'c> Act<'c> {
    /// A new act.
    pub(super) const fn new(conn: &'c Connection, brand: BrandId, actor: Actor, at: Moment) -> Self {
        Self { conn, brand, actor, at, first: None, stepped: false }
    }

    /// More lines of a former act: what undoes it or does it again.
    pub(super) const fn again(conn: &'c Connection, brand: BrandId, at: Moment, first: EntryId) -> Self {
        Self { conn, brand, actor: Actor::Cm, at, first: Some(first), stepped: false }
    }

    /// When the act happens.
    pub(super) const fn at(&self) -> Moment {
        self.at
    }

    /// Writes a line.
    pub(super) fn line(
        &mut self,
        verb: Verb,
        subject: Subject,
        row: i64,
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> StoreResult<EntryId> {
        let step = !self.stepped && (verb.travels() || (self.actor == Actor::Cm && before.is_some()));
        self.stepped |= step;
        let id: i64 = self.conn.prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM journal")?.query_row([], |row| row.get(0))?;
        let first = *self.first.get_or_insert(EntryId(id));
        self.conn
            .prepare_cached(
                "INSERT INTO journal (id, at, brand, actor, verb, subject, row, act, step, before, after)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                id,
                seconds(self.at),
                self.brand.0,
                self.actor.code(),
                verb.code(),
                subject.code(),
                row,
                first.0,
                step,
                before.map(Value::to_string),
                after.map(Value::to_string),
            ])?;
        Ok(EntryId(id))
    }
}

/// The fields in which two objects differ, as they were and as they are; `None` if they don't. What a
/// side does not have is left out of it.
pub(super) fn difference(before: &Value, after: &Value) -> Option<(Value, Value)> {
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        return (before != after).then(|| (before.clone(), after.clone()));
    };
    let changed: Vec<&String> = new.keys().filter(|key| old.get(*key) != new.get(*key)).collect();
    let pick = |from: &Map<String, Value>| {
        let held = changed.iter().filter_map(|key| from.get(*key).map(|value| ((*key).clone(), value.clone())));
        Value::Object(held.filter(|(_, value)| !value.is_null()).collect())
    };
    (!changed.is_empty()).then(|| (pick(old), pick(new)))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let value = |column: &str| -> rusqlite::Result<Option<Value>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    };
    Ok(Entry {
        id: EntryId(row.get("id")?),
        at: row.moment("at")?,
        brand: BrandId(row.get("brand")?),
        actor: row.code("actor")?,
        verb: row.code("verb")?,
        subject: row.code("subject")?,
        row: row.get("row")?,
        before: value("before")?,
        after: value("after")?,
        act: EntryId(row.get("act")?),
    })
}

const COLUMNS: &str = "SELECT id, at, brand, actor, verb, subject, row, act, before, after FROM journal";

fn entries(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Entry>> {
    let mut statement = conn.prepare_cached(&format!("{COLUMNS} {rest}"))?;
    let found = statement.query_map(given, entry)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The newest lines of a brand, newest first.
pub(super) fn newest(conn: &Connection, brand: BrandId, most: u16) -> StoreResult<Vec<Entry>> {
    entries(conn, "WHERE brand = ?1 ORDER BY id DESC LIMIT ?2", params![brand.0, most])
}

/// The newest lines about a row, newest first.
pub(super) fn about(conn: &Connection, subject: Subject, row: i64, most: u16) -> StoreResult<Vec<Entry>> {
    entries(conn, "WHERE row = ?2 AND subject = ?1 ORDER BY id DESC LIMIT ?3", params![subject.code(), row, most])
}

/// The newest line by which a delivery was made, undone or made again: its act holds all that was done with it.
pub(super) fn making(conn: &Connection, delivery: DeliveryId) -> StoreResult<Option<Entry>> {
    let made = entries(
        conn,
        "WHERE row = ?1 AND subject = 'delivery' AND verb IN ('held', 'undone', 'redone', 'left-out', 'came-back') ORDER BY id DESC LIMIT 1",
        [delivery.0],
    )?;
    Ok(made.into_iter().next())
}

/// All lines of an act, oldest first: as it was done, then as it was undone and redone.
pub(super) fn of_act(conn: &Connection, act: EntryId) -> StoreResult<Vec<Entry>> {
    entries(conn, "WHERE act = ?1 ORDER BY id", [act.0])
}

/// What undo and redo would do next. The newest 400 steps are enough for the 100 that can be undone.
pub(super) fn steps(conn: &Connection, brand: BrandId) -> StoreResult<Steps> {
    let mut lines = entries(conn, "WHERE brand = ?1 AND step = 1 ORDER BY id DESC LIMIT 400", [brand.0])?;
    lines.reverse();
    Ok(Steps::read(&lines))
}

#[cfg(test)]
mod tests {
    use super::difference;
    use serde_json::json;

    #[test]
    fn only_what_changed_is_kept() {
        let (before, after) = difference(&json!({"a": 1, "b": 2}), &json!({"a": 1, "b": 3})).expect("they differ");
        assert_eq!((before, after), (json!({"b": 2}), json!({"b": 3})));
        assert_eq!(difference(&json!({"a": 1}), &json!({"a": 1})), None);
        assert_eq!(difference(&json!({"a": null}), &json!({"a": 1})), Some((json!({}), json!({"a": 1}))));
    }
}
