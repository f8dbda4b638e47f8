//! Readings: one cell each. What a person wrote is never overwritten by what a network tells.

use super::journal::{Act, difference};
use super::value::{Columns, count, day_number, seconds};
use super::{StoreResult, variant, workspace};
use crate::app::event::{Sheet, SheetRow};
use crate::domain::account::Account;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::Own;
use crate::domain::reading::{Metric, Reading, Source};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Period};
use crate::domain::{AccountId, BrandId, VariantId};
use chrono::Duration;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, to_value};

fn reading_of(row: &Row<'_>) -> rusqlite::Result<Reading> {
    let variant: i64 = row.get("variant")?;
    Ok(Reading {
        account: AccountId(row.get("account")?),
        variant: (variant != 0).then_some(VariantId(variant)),
        day: row.day("day")?,
        metric: row.code("metric")?,
        value: row.get::<_, Option<i64>>("value")?.and_then(|value| u64::try_from(value).ok()),
        source: row.code("source")?,
        definition: row.text("definition")?,
        at: row.moment("at")?,
    })
}

/// Readings by a condition.
pub(super) fn list(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Reading>> {
    let mut statement = conn.prepare_cached(&format!("SELECT r.* FROM reading r {rest}"))?;
    let found = statement.query_map(given, reading_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The cell of a reading: its row and what it holds.
fn cell(conn: &Connection, reading: &Reading) -> StoreResult<Option<(i64, Reading)>> {
    let mut statement = conn.prepare_cached("SELECT * FROM reading WHERE account = ?1 AND variant = ?2 AND day = ?3 AND metric = ?4")?;
    let given = params![reading.account.0, reading.variant.map_or(0, |id| id.0), day_number(reading.day), reading.metric.code()];
    Ok(statement.query_row(given, |row| Ok((row.get("id")?, reading_of(row)?))).optional()?)
}

/// The reading of a row, if it is there.
pub(super) fn read(conn: &Connection, id: i64) -> StoreResult<Option<Reading>> {
    Ok(list(conn, "WHERE r.id = ?1", [id])?.pop())
}

/// Writes a reading into its row, or into a new one.
pub(super) fn put(conn: &Connection, id: Option<i64>, reading: &Reading) -> StoreResult<i64> {
    conn.prepare_cached(
        "INSERT INTO reading (id, account, variant, day, metric, value, source, definition, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET value = ?6, source = ?7, definition = ?8, at = ?9",
    )?
    .execute(params![
        id,
        reading.account.0,
        reading.variant.map_or(0, |id| id.0),
        day_number(reading.day),
        reading.metric.code(),
        reading.value.map(u64::cast_signed),
        reading.source.code(),
        reading.definition.as_str(),
        seconds(reading.at),
    ])?;
    Ok(id.unwrap_or_else(|| conn.last_insert_rowid()))
}

/// Removes a row.
pub(super) fn delete(conn: &Connection, id: i64) -> StoreResult<()> {
    conn.execute("DELETE FROM reading WHERE id = ?1", [id])?;
    Ok(())
}

/// Writes figures in one act. What did not change is left alone; a network never overwrites a person.
pub(super) fn write(conn: &Connection, readings: &[Reading], actor: Actor, at: Moment) -> StoreResult<()> {
    let mut acts: Vec<(BrandId, Act<'_>)> = Vec::new();
    for reading in readings {
        let brand = workspace::account(conn, reading.account)?.brand;
        let known = cell(conn, reading)?;
        if known.as_ref().is_some_and(|(_, known)| keeps(known, reading)) {
            continue;
        }
        let id = put(conn, known.as_ref().map(|(id, _)| *id), reading)?;
        let before = known.map_or(Ok(Value::Null), |(_, known)| to_value(known))?;
        let Some((old, new)) = difference(&before, &to_value(reading)?) else { continue };
        let verb = match reading.source {
            Source::Api => Verb::Fetched,
            Source::File => Verb::Imported,
            Source::Typed => Verb::Typed,
        };
        let place = acts.iter().position(|(of, _)| *of == brand).unwrap_or_else(|| {
            acts.push((brand, Act::new(conn, brand, actor, at)));
            acts.len() - 1
        });
        acts[place].1.line(verb, Subject::Reading, id, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Whether what is known stays.
fn keeps(known: &Reading, new: &Reading) -> bool {
    let same = known.value == new.value && known.definition == new.definition;
    let written_by_a_person = known.source != Source::Api;
    match new.source {
        Source::Api => same || written_by_a_person,
        Source::File | Source::Typed => same && known.source == new.source,
    }
}

/// Keeps the figures that a network tells of something we published. They have no line of the
/// journal: they come with every pull and can be fetched again.
pub(super) fn take_figures(conn: &Connection, account: &Account, own: &Own, day: Day, at: Moment) -> StoreResult<()> {
    if [own.likes, own.shares, own.comments, own.saves].iter().all(Option::is_none) {
        return Ok(());
    }
    let Some(variant) = variant::known_as(conn, account.id, &own.remote_id)? else { return Ok(()) };
    let comments = match own.comments {
        Some(comments) => Some(comments.saturating_sub(continued(conn, variant, own)?)),
        None => None,
    };
    let figures = [(Metric::Likes, own.likes), (Metric::Shares, own.shares), (Metric::Comments, comments), (Metric::Saves, own.saves)];
    for (metric, value) in figures {
        if value.is_none() {
            continue;
        }
        let reading = Reading {
            account: account.id,
            variant: Some(variant),
            day,
            metric,
            value,
            source: Source::Api,
            definition: SafeText::default(),
            at,
        };
        let known = cell(conn, &reading)?;
        if !known.as_ref().is_some_and(|(_, known)| keeps(known, &reading)) {
            put(conn, known.map(|(id, _)| id), &reading)?;
        }
    }
    Ok(())
}

/// How many of the answers that a network counts beneath the first part of a thread are the thread's own next part.
fn continued(conn: &Connection, variant: VariantId, first: &Own) -> StoreResult<u64> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM delivery d JOIN own o ON o.account = d.account AND o.remote_id = d.remote_id
         WHERE d.variant = ?1 AND d.part > 1 AND o.parent = ?2",
    )?;
    let parts: i64 = statement.query_row(params![variant.0, first.remote_id.as_str()], |row| row.get(0))?;
    Ok(parts.unsigned_abs())
}

/// Readings of the accounts of a brand, and of what they published, over a period.
pub(super) fn over(conn: &Connection, brand: BrandId, period: Period, metric: Option<Metric>) -> StoreResult<Vec<Reading>> {
    list(
        conn,
        "JOIN account a ON a.id = r.account WHERE a.brand = ?1 AND r.day BETWEEN ?2 AND ?3 AND (?4 IS NULL OR r.metric = ?4)
         ORDER BY r.day, r.account, r.variant, r.metric",
        params![brand.0, day_number(period.from), day_number(period.to), metric.map(Metric::code)],
    )
}

/// The daily sheet.
pub(super) fn sheet(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<Sheet> {
    let accounts = workspace::load(conn)?.accounts.into_iter().filter(|account| account.brand == brand);
    let mut rows = Vec::new();
    for account in accounts {
        rows.push(sheet_row(conn, account.id, day)?);
    }
    Ok(Sheet { day, rows, gaps: gaps(conn, brand, day)? })
}

fn sheet_row(conn: &Connection, account: AccountId, day: Day) -> StoreResult<SheetRow> {
    let today = list(conn, "WHERE r.account = ?1 AND r.variant = 0 AND r.day = ?2 ORDER BY r.metric", params![account.0, day_number(day)])?;
    let week = list(
        conn,
        "WHERE r.account = ?1 AND r.variant = 0 AND r.day BETWEEN ?2 - 7 AND ?2 - 1 ORDER BY r.day DESC, r.metric",
        params![account.0, day_number(day)],
    )?;
    let mut before: Vec<Reading> = Vec::new();
    for reading in week {
        if !before.iter().any(|newer| newer.metric == reading.metric) {
            before.push(reading);
        }
    }
    Ok(SheetRow { account, today, before })
}

/// Days of the last 31 on which an account that had been read before has no reading at all. The day of
/// the sheet is still being filled and is no gap.
fn gaps(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<Vec<Day>> {
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE days (day) AS (SELECT ?2 - 31 UNION ALL SELECT day + 1 FROM days WHERE day < ?2 - 1),
           followed (account, first) AS (
             SELECT a.id, (SELECT min(r.day) FROM reading r WHERE r.account = a.id AND r.variant = 0)
             FROM account a WHERE a.brand = ?1 AND a.closed IS NULL)
         SELECT day FROM days WHERE EXISTS (
           SELECT 1 FROM followed f WHERE f.first <= days.day
             AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.account = f.account AND r.variant = 0 AND r.day = days.day))
         ORDER BY day",
    )?;
    let found = statement.query_map(params![brand.0, day_number(day)], |row| row.day("day"))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Accounts whose sheet of `day` is complete, and all accounts: an account is complete when it has a
/// reading for all that was read of it in the week before, and at least one.
pub(super) fn complete(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<(u32, u32)> {
    let sheet = sheet(conn, brand, day)?;
    let whole = sheet.rows.iter().filter(|row| {
        let has = |metric: Metric| row.today.iter().any(|reading| reading.metric == metric);
        !row.today.is_empty() && row.before.iter().all(|reading| has(reading.metric))
    });
    Ok((count(whole.count().cast_signed() as i64), count(sheet.rows.len().cast_signed() as i64)))
}

/// The last day on which something was read of an account before `day`, for a figure.
pub(super) fn last_before(conn: &Connection, account: AccountId, metric: Metric, day: Day) -> StoreResult<Option<u64>> {
    let found = list(
        conn,
        "WHERE r.account = ?1 AND r.variant = 0 AND r.day < ?2 AND r.metric = ?3 AND r.value IS NOT NULL ORDER BY r.day DESC LIMIT 1",
        params![account.0, day_number(day), metric.code()],
    )?;
    Ok(found.first().and_then(|reading| reading.value))
}

/// The day after, for a search that includes the day itself.
pub(super) fn next(day: Day) -> Day {
    day + Duration::days(1)
}
