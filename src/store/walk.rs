//! A list walked in its own order, down or up from a key; what it is narrowed to is `filter`'s.

use super::StoreResult;
use super::filter::{Filter, List};
use super::message::columns;
use super::window::{SHORT, row_of};
use crate::app::event::Row;
use crate::domain::query::{Anchor, Ask, Key};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Down,
    Up,
}

const fn opposite(way: Way) -> Way {
    match way {
        Way::Down => Way::Up,
        Way::Up => Way::Down,
    }
}

/// The window of a list, and whether rows stand above and below it.
pub(super) fn slice(conn: &Connection, ask: &Ask, list: List, filter: &Filter) -> StoreResult<(Vec<Row>, bool, bool)> {
    let most = usize::from(ask.rows);
    let (way, from) = match ask.anchor {
        Anchor::Top => (Way::Down, None),
        Anchor::Bottom => (Way::Up, None),
        Anchor::After(key) => (Way::Down, Some((key, false))),
        Anchor::From(key) => (Way::Down, Some((key, true))),
        Anchor::Before(key) => (Way::Up, Some((key, false))),
    };
    let mut rows = run(conn, list, filter, way, from, most + 1)?;
    let further = rows.len() > most;
    rows.truncate(most);
    if way == Way::Up {
        rows.reverse();
    }
    let edge = if way == Way::Down { rows.first() } else { rows.last() };
    let behind = match (edge.map(|row| row.key), from) {
        (_, None) => false,
        (Some(edge), Some(_)) => any(conn, list, filter, opposite(way), edge, false)?,
        (None, Some((key, with))) => {
            any(conn, list, filter, opposite(way), key, !with && way == Way::Up)? || (!with && exists_at(conn, list, filter, key)?)
        }
    };
    Ok(if way == Way::Down { (rows, behind, further) } else { (rows, further, behind) })
}

fn run(conn: &Connection, list: List, filter: &Filter, way: Way, from: Option<(Key, bool)>, most: usize) -> StoreResult<Vec<Row>> {
    let mut rows = Vec::new();
    for mut part in filter.parts(way) {
        if let Some((key, with)) = from {
            part.add(beyond(list, way, with), key_values(list, key));
        }
        let sql = format!("{} WHERE {} {} LIMIT {}", columns(SHORT), part.sql(), order(list, way), most - rows.len());
        let mut statement = conn.prepare_cached(&sql)?;
        for row in statement.query_map(params_from_iter(part.values()), |row| row_of(row, list))? {
            rows.push(row?);
        }
        if rows.len() >= most {
            break;
        }
    }
    Ok(rows)
}

fn any(conn: &Connection, list: List, filter: &Filter, way: Way, key: Key, with: bool) -> StoreResult<bool> {
    for mut part in filter.parts(way) {
        part.add(beyond(list, way, with), key_values(list, key));
        let sql = format!("SELECT 1 FROM message m WHERE {} {} LIMIT 1", part.sql(), order(list, way));
        if conn.prepare_cached(&sql)?.query_row(params_from_iter(part.values()), |_| Ok(())).optional()?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn exists_at(conn: &Connection, list: List, filter: &Filter, key: Key) -> StoreResult<bool> {
    let mut filter = filter.clone();
    filter.add(beyond(list, Way::Down, true), key_values(list, key));
    filter.add("m.id = ?", [Value::from(key.id.0)]);
    let sql = format!("SELECT 1 FROM message m WHERE {} LIMIT 1", filter.sql());
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(filter.values()), |_| Ok(())).optional()?.is_some())
}

/// The condition for rows beyond a key, the order of the list, and how each reads.
fn beyond(list: List, way: Way, with: bool) -> &'static str {
    match (list, way, with) {
        (List::State(_), Way::Down, false) => "(m.rank, m.ord, m.id) > (?, ?, ?)",
        (List::State(_), Way::Down, true) => "(m.rank, m.ord, m.id) >= (?, ?, ?)",
        (List::State(_), Way::Up, _) => "(m.rank, m.ord, m.id) < (?, ?, ?)",
        // Newest first, and of one second the lower row first: no row value says that.
        (List::All, Way::Down, false) => "m.at <= ? AND (m.at < ? OR m.id > ?)",
        (List::All, Way::Down, true) => "m.at <= ? AND (m.at < ? OR m.id >= ?)",
        (List::All, Way::Up, _) => "m.at >= ? AND (m.at > ? OR m.id < ?)",
    }
}

const fn order(list: List, way: Way) -> &'static str {
    match (list, way) {
        (List::State(_), Way::Down) => "ORDER BY m.rank, m.ord, m.id",
        (List::State(_), Way::Up) => "ORDER BY m.rank DESC, m.ord DESC, m.id DESC",
        (List::All, Way::Down) => "ORDER BY m.at DESC, m.id",
        (List::All, Way::Up) => "ORDER BY m.at, m.id DESC",
    }
}

fn key_values(list: List, key: Key) -> [Value; 3] {
    match list {
        List::State(_) => [Value::from(key.rank), Value::from(key.order), Value::from(key.id.0)],
        List::All => [Value::from(-key.order), Value::from(-key.order), Value::from(key.id.0)],
    }
}
