//! Counters and totals by day, kept in the same transaction as the messages they count.
//!
//! A message counts under the day on which it was written, in the zone of its brand. What an account
//! had before Ronde began is counted by state only, never in a total.

use super::StoreResult;
use super::value::{Coded, Columns, count, day_number};
use crate::domain::message::{MessageKind, StateName, Tone};
use crate::domain::time::{Moment, Zone};
use crate::domain::{AccountId, BrandId};
use chrono::Timelike;
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// What a message counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) account: AccountId,
    pub(super) at: Moment,
    pub(super) earlier: bool,
    pub(super) kind: MessageKind,
    pub(super) tone: Tone,
    pub(super) state: StateName,
    pub(super) delegated: bool,
}

/// The columns of a day's total after `kind`, in the order of the table.
const COLUMNS: usize = 9;

/// Changes gathered over a job, written once.
pub(super) struct Tally {
    brand: BrandId,
    zone: Zone,
    states: [i64; 6],
    days: HashMap<(i64, i64, i64), [i64; COLUMNS]>,
    hours: HashMap<(i64, u32), i64>,
}

impl Tally {
    pub(super) fn new(brand: BrandId, zone: Zone) -> Self {
        Self { brand, zone, states: [0; 6], days: HashMap::new(), hours: HashMap::new() }
    }

    /// Counts a message that is new.
    pub(super) fn add(&mut self, message: &Counted) {
        self.count(message, 1, true);
    }

    /// Counts a message no more: its arrival is undone.
    pub(super) fn remove(&mut self, message: &Counted) {
        self.count(message, -1, true);
    }

    /// Counts a message that changed.
    pub(super) fn change(&mut self, before: &Counted, after: &Counted) {
        if before != after {
            self.count(before, -1, false);
            self.count(after, 1, false);
        }
    }

    fn count(&mut self, message: &Counted, by: i64, arrives: bool) {
        self.states[usize::try_from(message.state.number()).expect("a place in a list")] += by;
        if message.earlier {
            return;
        }
        let local = message.at.with_timezone(&self.zone);
        let day = day_number(local.date_naive());
        if arrives {
            *self.hours.entry((day, local.hour())).or_default() += by;
        }
        let cell = self.days.entry((day, message.account.0, message.kind.number())).or_default();
        for (column, holds) in cell.iter_mut().zip(marks(message)) {
            *column += by * i64::from(holds);
        }
    }

    /// Writes what was gathered.
    pub(super) fn write(self, conn: &Connection) -> StoreResult<()> {
        let mut counter = conn.prepare_cached(
            "INSERT INTO counter (brand, state, count) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET count = count + excluded.count",
        )?;
        for (state, by) in self.states.iter().enumerate().filter(|(_, by)| **by != 0) {
            counter.execute(params![self.brand.0, state.cast_signed() as i64, by])?;
        }
        let mut hour = conn.prepare_cached(
            "INSERT INTO hour_total (brand, day, hour, received) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET received = received + excluded.received",
        )?;
        for ((day, at), by) in &self.hours {
            hour.execute(params![self.brand.0, day, at, by])?;
        }
        let mut total = conn.prepare_cached(
            "INSERT INTO day_total (brand, day, account, kind, received, answered, set_aside, waiting, delegated, delegated_done,
                                    positive, neutral, negative)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT DO UPDATE SET received = received + excluded.received, answered = answered + excluded.answered,
               set_aside = set_aside + excluded.set_aside, waiting = waiting + excluded.waiting,
               delegated = delegated + excluded.delegated, delegated_done = delegated_done + excluded.delegated_done,
               positive = positive + excluded.positive, neutral = neutral + excluded.neutral, negative = negative + excluded.negative",
        )?;
        for ((day, account, kind), by) in self.days.iter().filter(|(_, by)| by.iter().any(|by| *by != 0)) {
            let key = [self.brand.0, *day, *account, *kind];
            total.execute(rusqlite::params_from_iter(key.iter().chain(by)))?;
        }
        self.forget_zeros(conn)
    }
}

impl Tally {
    /// Removes the rows that count nothing any more, so that what is undone leaves no trace.
    fn forget_zeros(&self, conn: &Connection) -> StoreResult<()> {
        let mut counter = conn.prepare_cached("DELETE FROM counter WHERE brand = ?1 AND state = ?2 AND count = 0")?;
        for (state, _) in self.states.iter().enumerate().filter(|(_, by)| **by < 0) {
            counter.execute(params![self.brand.0, state.cast_signed() as i64])?;
        }
        let mut total = conn.prepare_cached(
            "DELETE FROM day_total WHERE brand = ?1 AND day = ?2 AND account = ?3 AND kind = ?4 AND received = 0 AND answered = 0
               AND set_aside = 0 AND waiting = 0 AND delegated = 0 AND delegated_done = 0 AND positive = 0 AND neutral = 0 AND negative = 0",
        )?;
        for ((day, account, kind), _) in self.days.iter().filter(|(_, by)| by[0] < 0) {
            total.execute(params![self.brand.0, day, account, kind])?;
        }
        Ok(())
    }
}

fn marks(message: &Counted) -> [bool; COLUMNS] {
    let waits = matches!(message.state, StateName::Open | StateName::Delegated | StateName::Snoozed);
    let aside = matches!(message.state, StateName::Closed | StateName::Hidden);
    [
        true,
        message.state == StateName::Answered,
        aside,
        waits,
        message.delegated,
        message.delegated && !waits,
        message.tone == Tone::Positive,
        message.tone == Tone::Neutral,
        message.tone == Tone::Negative,
    ]
}

/// Messages of a brand by state, in the order of the states.
pub(super) fn counts(conn: &Connection, brand: BrandId) -> StoreResult<Vec<(StateName, u32)>> {
    let mut counts: Vec<(StateName, u32)> = StateName::ALL.iter().map(|state| (*state, 0)).collect();
    let mut statement = conn.prepare_cached("SELECT state, count FROM counter WHERE brand = ?1")?;
    let mut rows = statement.query([brand.0])?;
    while let Some(row) = rows.next()? {
        let state = usize::from(row.get::<_, u8>(0)?);
        if let Some((_, number)) = counts.get_mut(state) {
            *number = count(row.get(1)?);
        }
    }
    Ok(counts)
}

/// Counts everything of a brand anew: its zone changed, so its days begin elsewhere.
pub(super) fn rebuild(conn: &Connection, brand: BrandId, zone: Zone) -> StoreResult<()> {
    for table in ["counter", "day_total", "hour_total"] {
        conn.execute(&format!("DELETE FROM {table} WHERE brand = ?1"), [brand.0])?;
    }
    recount(conn, brand, zone)?.write(conn)
}

/// What the counters of a brand must hold, from the messages themselves.
pub(super) fn recount(conn: &Connection, brand: BrandId, zone: Zone) -> StoreResult<Tally> {
    let mut tally = Tally::new(brand, zone);
    let mut statement = conn.prepare_cached(
        "SELECT account, at, earlier, kind, tone, state, delegated_at IS NOT NULL AS delegated FROM message WHERE brand = ?1",
    )?;
    let mut rows = statement.query([brand.0])?;
    while let Some(row) = rows.next()? {
        tally.add(&Counted {
            account: AccountId(row.get("account")?),
            at: row.moment("at")?,
            earlier: row.get("earlier")?,
            kind: row.number("kind")?,
            tone: row.number("tone")?,
            state: row.number("state")?,
            delegated: row.get("delegated")?,
        });
    }
    Ok(tally)
}

impl Tally {
    /// Counters and totals of the file that differ from these, in words.
    pub(super) fn differences(&self, conn: &Connection) -> StoreResult<Vec<String>> {
        let mut found = Vec::new();
        for ((state, kept), truly) in counts(conn, self.brand)?.into_iter().zip(self.states) {
            if i64::from(kept) != truly {
                found.push(format!("brand {}, {}: {kept}, really {truly}", self.brand, state.code()));
            }
        }
        let mut statement = conn.prepare("SELECT day, account, kind, received, answered, set_aside, waiting, delegated, delegated_done, positive, neutral, negative FROM day_total WHERE brand = ?1")?;
        let mut left: HashMap<_, _> = self.days.clone();
        let mut rows = statement.query([self.brand.0])?;
        while let Some(row) = rows.next()? {
            let key: (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let mut kept = [0; COLUMNS];
            for (place, column) in kept.iter_mut().enumerate() {
                *column = row.get(place + 3)?;
            }
            if left.remove(&key).unwrap_or_default() != kept {
                found.push(format!("brand {}, day {}, account {}, kind {}", self.brand, key.0, key.1, key.2));
            }
        }
        found.extend(
            left.iter()
                .filter(|(_, by)| by.iter().any(|by| *by != 0))
                .map(|(key, _)| format!("brand {}, day {}: missing", self.brand, key.0)),
        );
        let mut statement = conn.prepare("SELECT day, hour, received FROM hour_total WHERE brand = ?1")?;
        let mut left = self.hours.clone();
        let mut rows = statement.query([self.brand.0])?;
        while let Some(row) = rows.next()? {
            let key: (i64, u32) = (row.get(0)?, row.get(1)?);
            if left.remove(&key).unwrap_or_default() != row.get::<_, i64>(2)? {
                found.push(format!("brand {}, day {}, hour {}", self.brand, key.0, key.1));
            }
        }
        found.extend(left.keys().map(|key| format!("brand {}, day {}, hour {}: missing", self.brand, key.0, key.1)));
        Ok(found)
    }
}
