//! Windows of rows, by key: never by offset, never the whole table.

use super::message::{columns, message_of};
use super::value::{Coded, Columns, seconds};
use super::{StoreResult, label, search, sweep, tally, workspace};
use crate::app::event::{Row, Window};
use crate::domain::MessageId;
use crate::domain::PersonId;
use crate::domain::message::{Message, MessageKind, StateName};
use crate::domain::query::{Anchor, Ask, Key, Query, View};
use crate::domain::text::SafeText;
use crate::domain::time::{Zone, day_start};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// The bytes of a text that a row of a list holds.
const ROW_BYTES: usize = 400;

/// As many rows can be read and sorted on a key press.
const FEW: i64 = 10_000;

/// A list and its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// One state in its own order: open by urgency then age, promised by date of return, the rest newest first.
    State(StateName),
    /// Everything, newest first.
    All,
}

impl List {
    fn of(ask: &Ask) -> Self {
        match (ask.query.state, ask.view) {
            (Some(state), _) => Self::State(state),
            (None, View::Open) => Self::State(StateName::Open),
            (None, View::Delegated) => Self::State(StateName::Delegated),
            (None, View::Snoozed) => Self::State(StateName::Snoozed),
            (None, View::Answered) => Self::State(StateName::Answered),
            (None, View::All) => Self::All,
        }
    }
}

/// Conditions on the columns of `message m`, with their values in order.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    sql: String,
    values: Vec<Value>,
    /// The list that is walked in its own order, if one is.
    walks: Option<StateName>,
    /// Whether that list is short enough to be read whole.
    is_short: bool,
    /// What the query asks of the time, said of the order of what is open and does not press.
    in_order: Vec<(&'static str, i64)>,
}

impl Filter {
    /// The brand, the state of a list, and what the query asks of columns.
    fn of(conn: &Connection, ask: &Ask, list: List, zone: Zone) -> StoreResult<Self> {
        let Ask { brand, query, .. } = ask;
        let mut filter = Self { sql: String::new(), values: Vec::new(), walks: None, is_short: false, in_order: Vec::new() };
        filter.add("m.brand = ?", [Value::from(brand.0)]);
        filter.add_indexed(query, zone);
        if let List::State(state) = list {
            // A list is walked in its own order, which is long where hardly a row is as asked: such rows
            // are found by what is asked, and sorted.
            let is_few = filter.finds_few(conn, query)?;
            filter.add(if is_few { "+m.state = ?" } else { "m.state = ?" }, [Value::from(state.number())]);
            filter.walks = (!is_few).then_some(state);
            if !is_few {
                filter.follow_time(query, state, zone);
            }
            if !is_few && search::needs_words(query) {
                filter.is_short = is_short(conn, brand.0, state)?;
            }
            if state == StateName::Open && query.kind == Some(MessageKind::Complaint) {
                // They stand above the rest, and the index of the list knows it.
                filter.add("m.rank < -1", []);
            }
        }
        filter.add_rest(query);
        if let Some(network) = query.network {
            let mut account = conn.prepare_cached("SELECT 1 FROM account WHERE brand = ?1 AND network = ?2")?;
            if !account.exists((brand.0, network.code()))? {
                filter.add("0", []);
            }
        }
        Ok(filter)
    }

    /// Says of the order of a list what is asked of the time, so that its walk begins and ends there.
    fn follow_time(&mut self, query: &Query, state: StateName, zone: Zone) {
        let (before, after) = (query.before.map(|day| seconds(day_start(zone, day))), query.after.map(|day| seconds(day_start(zone, day))));
        match state {
            // What does not press stands in the order of its time.
            StateName::Open => {
                self.in_order.extend(before.map(|at| ("m.ord < ?", at)));
                self.in_order.extend(after.map(|at| ("m.ord >= ?", at)));
            }
            StateName::Answered | StateName::Closed | StateName::Hidden => {
                for (condition, at) in before.map(|at| ("m.ord > ?", -at)).into_iter().chain(after.map(|at| ("m.ord <= ?", -at))) {
                    self.add("m.rank = 0", []);
                    self.add(condition, [Value::from(at)]);
                }
            }
            // They stand in the order of their return.
            StateName::Delegated | StateName::Snoozed => {}
        }
    }

    /// The parts of the list in the order of a walk: what presses, and what doesn't, which is bounded by its time.
    fn parts(&self, way: Way) -> Vec<Self> {
        if self.in_order.is_empty() {
            return vec![self.clone()];
        }
        let (mut pressing, mut rest) = (self.clone(), self.clone());
        pressing.add("m.rank < 0", []);
        rest.add("m.rank = 0", []);
        for (condition, at) in &self.in_order {
            rest.add(condition, [Value::from(*at)]);
        }
        match way {
            Way::Down => vec![pressing, rest],
            Way::Up => vec![rest, pressing],
        }
    }

    /// Whether an index of what is asked leads to few rows, whatever their state.
    fn finds_few(&self, conn: &Connection, query: &Query) -> StoreResult<bool> {
        let has_index = query.kind.is_some_and(|kind| kind.number() != 0)
            || query.tone.is_some_and(|tone| tone.number() != 0)
            || query.before.is_some()
            || query.after.is_some();
        if !has_index {
            return Ok(false);
        }
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM message m WHERE {} LIMIT {FEW})", self.sql);
        let found: i64 = conn.prepare_cached(&sql)?.query_row(params_from_iter(&self.values), |row| row.get(0))?;
        Ok(found < FEW)
    }

    /// Whether [`Self::newest_first`] gives rows so. A short list is read whole, as it stands: down the time, all
    /// that was ever decided would be passed.
    pub(super) fn is_in_time(&self) -> bool {
        !(self.is_short && matches!(self.walks, Some(StateName::Open | StateName::Delegated | StateName::Snoozed)))
    }

    /// How rows are read newest first: in the order of the list where that is the same.
    pub(super) fn newest_first(&self) -> &'static str {
        if !self.is_in_time() {
            return "";
        }
        match self.walks {
            Some(StateName::Answered | StateName::Closed | StateName::Hidden) => "ORDER BY m.rank, m.ord, m.id",
            Some(StateName::Open | StateName::Delegated | StateName::Snoozed) | None => "ORDER BY m.at DESC, m.id",
        }
    }

    /// Adds a condition with its values.
    pub(super) fn add(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        if !self.sql.is_empty() {
            self.sql.push_str(" AND ");
        }
        self.sql.push_str(condition);
        self.values.extend(values);
    }

    /// What one index answers: the kind, else the tone, and the time.
    fn add_indexed(&mut self, query: &Query, zone: Zone) {
        if let Some(kind) = query.kind {
            self.add("m.kind = ?", [Value::from(kind.number())]);
            if kind.number() != 0 {
                // Says what the partial index says, so that it can be used.
                self.add("m.kind <> 0", []);
            }
        } else {
            self.add_tone(query);
        }
        if let Some(before) = query.before {
            self.add("m.at < ?", [Value::from(seconds(day_start(zone, before)))]);
        }
        if let Some(after) = query.after {
            self.add("m.at >= ?", [Value::from(seconds(day_start(zone, after)))]);
        }
    }

    fn add_tone(&mut self, query: &Query) {
        if let Some(tone) = query.tone {
            self.add("m.tone = ?", [Value::from(tone.number())]);
            if tone.number() != 0 {
                self.add("m.tone <> 0", []);
            }
        }
    }

    /// What else the query asks of columns; words are looked up elsewhere.
    fn add_rest(&mut self, query: &Query) {
        if query.kind.is_some() {
            self.add_tone(query);
        }
        if let Some(network) = query.network {
            self.add("m.account IN (SELECT id FROM account WHERE network = ?)", [Value::from(network.code().to_owned())]);
        }
    }

    /// The conditions.
    pub(super) fn sql(&self) -> &str {
        &self.sql
    }

    /// Their values.
    pub(super) fn values(&self) -> impl Iterator<Item = &Value> {
        self.values.iter()
    }
}

/// Whether a state has fewer rows than a search for one letter looks at; its index alone tells.
fn is_short(conn: &Connection, brand: i64, state: StateName) -> StoreResult<bool> {
    let sql = format!("SELECT count(*) FROM (SELECT 1 FROM message WHERE brand = ?1 AND state = ?2 LIMIT {})", search::NEWEST);
    let found: i64 = conn.prepare_cached(&sql)?.query_row((brand, state.number()), |row| row.get(0))?;
    Ok(found < i64::from(search::NEWEST))
}

/// A window of rows and the counters of the brand.
pub(super) fn read(conn: &Connection, ask: &Ask) -> StoreResult<Window> {
    if let Some(sweep) = ask.sweep {
        let keys = sweep::left(conn, sweep)?;
        let (keys, above, below) = cut(&keys, ask.anchor, usize::from(ask.rows));
        return Ok(Window { ask: ask.clone(), rows: by_keys(conn, keys)?, above, below, counts: tally::counts(conn, ask.brand)? });
    }
    let list = List::of(ask);
    let zone = workspace::clock(conn, ask.brand)?.zone;
    let mut filter = Filter::of(conn, ask, list, zone)?;
    label::narrow(conn, ask, &mut filter)?;
    let (rows, above, below) = if search::needs_words(&ask.query) {
        let keys = search::keys(conn, ask, &filter)?;
        let (keys, above, below) = cut(&keys, ask.anchor, usize::from(ask.rows));
        (by_keys(conn, keys)?, above, below)
    } else if let Some(keys) = label::keys(conn, ask, &filter, list)? {
        let (keys, above, below) = cut(&keys, ask.anchor, usize::from(ask.rows));
        (by_keys(conn, keys)?, above, below)
    } else {
        slice(conn, ask, list, &filter)?
    };
    Ok(Window { ask: ask.clone(), rows, above, below, counts: tally::counts(conn, ask.brand)? })
}

// ---- a list in its own order

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Down,
    Up,
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

/// The window of a list, and whether rows stand above and below it.
fn slice(conn: &Connection, ask: &Ask, list: List, filter: &Filter) -> StoreResult<(Vec<Row>, bool, bool)> {
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

const fn opposite(way: Way) -> Way {
    match way {
        Way::Down => Way::Up,
        Way::Up => Way::Down,
    }
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

/// The first characters of a text: at most as many as bytes are kept.
const SHORT: &str = "substr(m.text, 1, 400)";

fn row_of(row: &rusqlite::Row<'_>, list: List) -> rusqlite::Result<Row> {
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

// ---- a list of keys: searched, or frozen in a sweep

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

fn by_keys(conn: &Connection, keys: &[Key]) -> StoreResult<Vec<Row>> {
    let mut statement = conn.prepare_cached(&format!("{} WHERE m.id = ?1", columns(SHORT)))?;
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys {
        let row = statement.query_row([key.id.0], |row| row_of(row, List::All))?;
        rows.push(Row { key: *key, ..row });
    }
    Ok(rows)
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
    use crate::domain::MessageId;

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
