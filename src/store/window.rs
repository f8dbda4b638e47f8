//! Windows of rows, by key: never by offset, never the whole table.

use super::filter::{Filter, List};
use super::message::{columns, message_of};
use super::value::{Columns, seconds};
use super::{StoreResult, label, search, sweep, tally, walk, workspace};
use crate::app::event::{Row, Window};
use crate::domain::message::Message;
use crate::domain::query::{Anchor, Ask, Key};
use crate::domain::text::SafeText;
use crate::domain::{MessageId, PersonId};
use rusqlite::{Connection, OptionalExtension};

/// The bytes of a text that a row of a list holds.
const ROW_BYTES: usize = 400;

/// A window of rows and the counters of the brand.
pub(super) fn read(conn: &Connection, ask: &Ask) -> StoreResult<Window> {
    let (rows, above, below) = match ask.sweep {
        Some(sweep) => of_keys(conn, &sweep::left(conn, sweep)?, ask)?,
        None => of_query(conn, ask)?,
    };
    Ok(Window { ask: ask.clone(), rows, above, below, counts: tally::counts(conn, ask.brand)? })
}

/// Rows, and whether others stand above and below them.
type Rows = (Vec<Row>, bool, bool);

/// What is searched is found by its keys, and so is a label of few messages; everything else is walked.
fn of_query(conn: &Connection, ask: &Ask) -> StoreResult<Rows> {
    let list = List::of(ask);
    let zone = workspace::clock(conn, ask.brand)?.zone;
    let mut filter = Filter::of(conn, ask, list, zone)?;
    label::narrow(conn, ask, &mut filter)?;
    if search::needs_words(&ask.query) {
        return of_keys(conn, &search::keys(conn, ask, &filter)?, ask);
    }
    match label::keys(conn, ask, &filter, list)? {
        Some(keys) => of_keys(conn, &keys, ask),
        None => walk::slice(conn, ask, list, &filter),
    }
}

/// The first characters of a text: at most as many as bytes are kept.
pub(super) const SHORT: &str = "substr(m.text, 1, 400)";

/// A row with its place in a list.
pub(super) fn row_of(row: &rusqlite::Row<'_>, list: List) -> rusqlite::Result<Row> {
    let mut message = message_of(row)?;
    message.text = first_bytes(&message.text);
    let key = match list {
        List::State(_) => Key { rank: row.get("rank")?, order: row.get("ord")?, id: message.id },
        List::All => Key { rank: 0, order: -seconds(message.at), id: message.id },
    };
    Ok(Row { key, message, draft: row.get("draft")?, asked: row.some_moment("asked_at")? })
}

/// A message with the beginning of its text, if it is there.
pub(super) fn short(conn: &Connection, id: MessageId) -> StoreResult<Option<Message>> {
    let mut statement = conn.prepare_cached(&format!("{} WHERE m.id = ?1", columns(SHORT)))?;
    Ok(statement.query_row([id.0], |row| row_of(row, List::All)).optional()?.map(|row| row.message))
}

fn first_bytes(text: &SafeText) -> SafeText {
    let text = text.as_str();
    SafeText::clean(&text[..text.floor_char_boundary(ROW_BYTES)])
}

/// The part of sorted keys that an anchor asks for, and whether others stand above and below it.
fn cut(keys: &[Key], anchor: Anchor, most: usize) -> (&[Key], bool, bool) {
    let (from, to) = match anchor {
        Anchor::Top => (0, most),
        Anchor::Bottom => (keys.len().saturating_sub(most), keys.len()),
        Anchor::After(key) => {
            let from = keys.partition_point(|other| *other <= key);
            (from, from + most)
        }
        Anchor::From(key) => {
            let from = keys.partition_point(|other| *other < key);
            (from, from + most)
        }
        Anchor::Before(key) => {
            let to = keys.partition_point(|other| *other < key);
            (to.saturating_sub(most), to)
        }
    };
    let to = to.min(keys.len());
    (&keys[from..to], from > 0, to < keys.len())
}

/// The rows of sorted keys that are asked for: those of a search, or of a list that is frozen in a sweep.
fn of_keys(conn: &Connection, keys: &[Key], ask: &Ask) -> StoreResult<Rows> {
    let (keys, above, below) = cut(keys, ask.anchor, usize::from(ask.rows));
    let mut statement = conn.prepare_cached(&format!("{} WHERE m.id = ?1", columns(SHORT)))?;
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys {
        let row = statement.query_row([key.id.0], |row| row_of(row, List::All))?;
        rows.push(Row { key: *key, ..row });
    }
    Ok((rows, above, below))
}

/// At most so many messages of one person, newest first, older than `before`.
pub(super) fn of_person(conn: &Connection, person: PersonId, before: Option<Key>, most: usize) -> StoreResult<Vec<Row>> {
    let sql =
        format!("{} WHERE m.person = ?1 AND (m.at < ?2 OR (m.at = ?2 AND m.id > ?3)) ORDER BY m.at DESC, m.id LIMIT ?4", columns(SHORT));
    let (at, id) = before.map_or((i64::MAX, 0), |key| (-key.order, key.id.0));
    let mut statement = conn.prepare_cached(&sql)?;
    let given = (person.0, at, id, most.cast_signed() as i64);
    let rows = statement.query_map(given, |row| row_of(row, List::All))?.collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_tells_what_stands_around_it() {
        let key = |order| Key { rank: 0, order, id: MessageId(order) };
        let keys: Vec<Key> = (0..10).map(key).collect();
        assert_eq!(cut(&keys, Anchor::Top, 3), (&keys[..3], false, true));
        assert_eq!(cut(&keys, Anchor::Bottom, 3), (&keys[7..], true, false));
        assert_eq!(cut(&keys, Anchor::After(key(2)), 3), (&keys[3..6], true, true));
        assert_eq!(cut(&keys, Anchor::From(key(2)), 20), (&keys[2..], true, false));
        assert_eq!(cut(&keys, Anchor::Before(key(2)), 3), (&keys[..2], false, true));
        assert_eq!(cut(&keys, Anchor::After(key(99)), 3), (&keys[10..], true, false));
    }
}
