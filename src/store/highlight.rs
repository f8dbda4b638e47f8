//! What is kept for the report: highlights, and the texts the CM writes.

use super::journal::{Act, difference};
use super::value::{Columns, day_number, seconds};
use super::{StoreError, StoreResult};
use crate::domain::facts::Section;
use crate::domain::highlight::Highlight;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, Period};
use crate::domain::{BrandId, ContactId, HighlightId, MessageId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, json, to_value};

fn highlight_of(row: &Row<'_>) -> rusqlite::Result<Highlight> {
    Ok(Highlight {
        id: HighlightId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        kind: row.code("kind")?,
        text: row.text("text")?,
        author: row.text("author")?,
        url: row.some_text("url")?,
        message: row.get::<_, Option<i64>>("message")?.map(MessageId),
        contact: row.get::<_, Option<i64>>("contact")?.map(ContactId),
        at: row.moment("at")?,
        consent: row.code("consent")?,
        consent_where: row.text("consent_where")?,
    })
}

/// A highlight, if it is there.
pub(super) fn read(conn: &Connection, id: HighlightId) -> StoreResult<Option<Highlight>> {
    Ok(conn.prepare_cached("SELECT * FROM highlight WHERE id = ?1")?.query_row([id.0], highlight_of).optional()?)
}

/// Highlights by a condition.
pub(super) fn list(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Highlight>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM highlight WHERE {rest}"))?;
    let found = statement.query_map(given, highlight_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Writes a highlight as it is.
pub(super) fn write(conn: &Connection, given: &Highlight) -> StoreResult<HighlightId> {
    conn.execute(
        "INSERT INTO highlight (id, brand, kind, text, author, url, message, contact, at, consent, consent_where)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET kind = ?3, text = ?4, author = ?5, url = ?6, message = ?7, contact = ?8, at = ?9,
           consent = ?10, consent_where = ?11",
        params![
            given.id.0,
            given.brand.0,
            given.kind.code(),
            given.text.as_str(),
            given.author.as_str(),
            given.url.as_ref().map(SafeText::as_str),
            given.message.map(|id| id.0),
            given.contact.map(|id| id.0),
            seconds(given.at),
            given.consent.code(),
            given.consent_where.as_str(),
        ],
    )?;
    Ok(if given.id.0 == 0 { HighlightId(conn.last_insert_rowid()) } else { given.id })
}

/// Removes the row.
pub(super) fn delete(conn: &Connection, id: HighlightId) -> StoreResult<()> {
    conn.execute("DELETE FROM highlight WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Keeps something for the report.
pub(super) fn keep(conn: &Connection, given: &Highlight) -> StoreResult<()> {
    let before =
        if given.id.0 == 0 { None } else { Some(read(conn, given.id)?.ok_or_else(|| StoreError::missing("highlight", given.id.0))?) };
    let id = write(conn, given)?;
    let verb = if before.is_some() { Verb::Changed } else { Verb::Created };
    let old = before.map_or(Ok(Value::Null), to_value)?;
    if let Some((old, new)) = difference(&old, &to_value(read(conn, id)?)?) {
        Act::new(conn, given.brand, Actor::Cm, given.at).line(verb, Subject::Highlight, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Forgets a highlight.
pub(super) fn forget(conn: &Connection, id: HighlightId, at: Moment) -> StoreResult<()> {
    let gone = read(conn, id)?.ok_or_else(|| StoreError::missing("highlight", id.0))?;
    delete(conn, id)?;
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::Highlight, id.0, Some(&to_value(&gone)?), Some(&Value::Null))?;
    Ok(())
}

// ---- the texts of the report

/// Keeps a text of the CM.
pub(super) fn save_section(
    conn: &Connection,
    brand: BrandId,
    period: Period,
    section: Section,
    text: &SafeText,
    at: Moment,
) -> StoreResult<()> {
    let given = params![brand.0, day_number(period.from), day_number(period.to), section.code()];
    let known: Option<(i64, String)> = conn
        .query_row("SELECT id, text FROM section WHERE brand = ?1 AND first_day = ?2 AND last_day = ?3 AND name = ?4", given, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (id, before) = if let Some(known) = known {
        known
    } else {
        conn.execute(
            "INSERT INTO section (brand, first_day, last_day, name, text, at) VALUES (?1, ?2, ?3, ?4, '', ?5)",
            params![brand.0, day_number(period.from), day_number(period.to), section.code(), seconds(at)],
        )?;
        (conn.last_insert_rowid(), String::new())
    };
    if before == text.as_str() {
        return Ok(());
    }
    write_section(conn, id, text)?;
    let what = |text: &str| json!({ "text": text });
    Act::new(conn, brand, Actor::Cm, at).line(Verb::Changed, Subject::Section, id, Some(&what(&before)), Some(&what(text.as_str())))?;
    Ok(())
}

/// The text of a row, if it is there.
pub(super) fn section(conn: &Connection, id: i64) -> StoreResult<Option<SafeText>> {
    Ok(conn.query_row("SELECT text FROM section WHERE id = ?1", [id], |row| row.text("text")).optional()?)
}

/// Writes the text of a row.
pub(super) fn write_section(conn: &Connection, id: i64, text: &SafeText) -> StoreResult<()> {
    conn.execute("UPDATE section SET text = ?2 WHERE id = ?1", params![id, text.as_str()])?;
    Ok(())
}

/// What the CM wrote for a period, by section in the order of the report.
pub(super) fn texts(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<(Section, SafeText)>> {
    let mut statement =
        conn.prepare_cached("SELECT name, text FROM section WHERE brand = ?1 AND first_day = ?2 AND last_day = ?3 AND text <> ''")?;
    let given = params![brand.0, day_number(period.from), day_number(period.to)];
    let mut found = statement.query_map(given, |row| Ok((row.code("name")?, row.text("text")?)))?.collect::<rusqlite::Result<Vec<_>>>()?;
    found.sort_by_key(|(section, _)| *section);
    Ok(found)
}

/// Notes that a report was written to files.
pub(super) fn exported(conn: &Connection, brand: BrandId, period: Period, at: Moment) -> StoreResult<()> {
    Act::new(conn, brand, Actor::Cm, at).line(Verb::Exported, Subject::Brand, brand.0, None, Some(&to_value(period)?))?;
    Ok(())
}

/// Whether the report of a period was written to files.
pub(super) fn was_exported(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal WHERE brand = ?1 AND verb = 'exported' AND after ->> 'from' = ?2 AND after ->> 'to' = ?3)",
    )?;
    Ok(statement.query_row(params![brand.0, period.from.to_string(), period.to.to_string()], |row| row.get(0))?)
}
