//! What a list is narrowed to: the conditions of a query on the columns of a message, so that an index answers them.
//!
//! Words are looked up elsewhere (`search`), labels in `label`.

use super::value::{Coded, seconds};
use super::walk::Way;
use super::{StoreResult, search};
use crate::domain::message::{MessageKind, StateName};
use crate::domain::query::{Ask, Query, View};
use crate::domain::time::{Zone, day_start};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

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
    /// The list that is asked for.
    pub(super) fn of(ask: &Ask) -> Self {
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
    pub(super) fn of(conn: &Connection, ask: &Ask, list: List, zone: Zone) -> StoreResult<Self> {
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
    pub(super) fn parts(&self, way: Way) -> Vec<Self> {
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
