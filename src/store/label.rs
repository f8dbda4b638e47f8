//! Labels: the words of a brand, put on messages by name and taken off, with a line of the journal each.

use super::filter::{Filter, List};
use super::journal::Act;
use super::value::Columns;
use super::{StoreError, StoreResult, message};
use crate::app::effect::Labelling;
use crate::app::event::Reply;
use crate::domain::conflict::Conflict;
use crate::domain::fold::fold;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::label::{Label, name_of};
use crate::domain::query::{Ask, Key};
use crate::domain::text::SafeText;
use crate::domain::{BrandId, LabelId, MessageId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// Up to how many messages of a label are looked at one by one; where there are more, the list is walked.
const FEW: i64 = 2_000;

fn label_of(row: &Row<'_>) -> rusqlite::Result<Label> {
    Ok(Label { id: LabelId(row.get("id")?), brand: BrandId(row.get("brand")?), name: row.text("name")? })
}

/// All labels, by brand and name.
pub(super) fn all(conn: &Connection) -> StoreResult<Vec<Label>> {
    let mut statement = conn.prepare_cached("SELECT * FROM label ORDER BY brand, folded")?;
    let found = statement.query_map([], label_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A label, if it is there.
pub(super) fn read(conn: &Connection, id: LabelId) -> StoreResult<Option<Label>> {
    Ok(conn.prepare_cached("SELECT * FROM label WHERE id = ?1")?.query_row([id.0], label_of).optional()?)
}

/// Writes a label as it is.
pub(super) fn write(conn: &Connection, label: &Label) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO label (id, brand, name, folded) VALUES (nullif(?1, 0), ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded",
    )?
    .execute(params![label.id.0, label.brand.0, label.name.as_str(), fold(label.name.as_str())])?;
    Ok(())
}

/// Deletes a label that no message bears; one that is borne stays.
pub(super) fn delete(conn: &Connection, id: LabelId) -> StoreResult<()> {
    conn.execute("DELETE FROM label WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM message_label WHERE label = ?1)", [id.0])?;
    Ok(())
}

/// The label of this name, however it is written.
pub(super) fn named(conn: &Connection, brand: BrandId, name: &str) -> StoreResult<Option<Label>> {
    let mut statement = conn.prepare_cached("SELECT * FROM label WHERE brand = ?1 AND folded = ?2")?;
    Ok(statement.query_row(params![brand.0, fold(name)], label_of).optional()?)
}

/// The label of this name, made where there is none.
fn obtain(conn: &Connection, act: &mut Act<'_>, brand: BrandId, name: &SafeText) -> StoreResult<Label> {
    if let Some(known) = named(conn, brand, name.as_str())? {
        return Ok(known);
    }
    write(conn, &Label { id: LabelId(0), brand, name: name.clone() })?;
    let made = named(conn, brand, name.as_str())?.ok_or_else(|| StoreError::Missing(format!("label {name}")))?;
    act.line(Verb::Created, Subject::Label, made.id.0, Some(&Json::Null), Some(&serde_json::to_value(&made)?))?;
    Ok(made)
}

/// The names of the labels of a message, in their order.
pub(super) fn of_message(conn: &Connection, id: MessageId) -> StoreResult<Vec<SafeText>> {
    let mut statement =
        conn.prepare_cached("SELECT l.name FROM message_label b JOIN label l ON l.id = b.label WHERE b.message = ?1 ORDER BY l.folded")?;
    let names = statement.query_map([id.0], |row| row.text("name"))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// Puts labels on a message and takes others off, by name; a name that is new to the brand becomes one of its words.
///
/// Gives whether anything changed. For what the CM decides and for what proposals bring.
pub(super) fn change(
    conn: &Connection,
    act: &mut Act<'_>,
    brand: BrandId,
    id: MessageId,
    put: &[SafeText],
    take: &[SafeText],
) -> StoreResult<bool> {
    let before = of_message(conn, id)?;
    let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO message_label (label, message) VALUES (?1, ?2)")?;
    let mut remove = conn.prepare_cached("DELETE FROM message_label WHERE label = ?1 AND message = ?2")?;
    for name in put.iter().filter_map(|name| name_of(name.as_str())) {
        let label = obtain(conn, act, brand, &name)?;
        insert.execute([label.id.0, id.0])?;
    }
    for name in take {
        if let Some(label) = named(conn, brand, name.as_str())? {
            remove.execute([label.id.0, id.0])?;
        }
    }
    let after = of_message(conn, id)?;
    if before == after {
        return Ok(false);
    }
    let (old, new) = (json!({ "labels": before }), json!({ "labels": after }));
    act.line(Verb::Labelled, Subject::Message, id.0, Some(&old), Some(&new))?;
    Ok(true)
}

/// Labels messages by the CM's key.
pub(super) fn label(conn: &Connection, asked: &Labelling) -> StoreResult<Reply> {
    let mut acts: BTreeMap<BrandId, Act<'_>> = BTreeMap::new();
    for id in &asked.messages {
        let brand = message::must_know(conn, *id)?.brand;
        let act = acts.entry(brand).or_insert_with(|| Act::new(conn, brand, Actor::Cm, asked.at));
        change(conn, act, brand, *id, &asked.put, &asked.take)?;
    }
    Ok(Reply::Decided { messages: asked.messages.clone(), sweep: None })
}

/// Gives a message the labels that a line of the journal tells, if it bears those of the other side.
pub(super) fn restore(conn: &Connection, brand: BrandId, id: MessageId, is: &Json, becomes: &Json) -> StoreResult<()> {
    let Some(wanted) = becomes.get("labels") else { return Ok(()) };
    if is.get("labels") != Some(&json!(of_message(conn, id)?)) {
        return Err(Conflict::ChangedSince.into());
    }
    conn.execute("DELETE FROM message_label WHERE message = ?1", [id.0])?;
    let names: Vec<SafeText> = serde_json::from_value(wanted.clone())?;
    for name in names {
        let label = named(conn, brand, name.as_str())?.ok_or(Conflict::ChangedSince)?;
        conn.execute("INSERT INTO message_label (label, message) VALUES (?1, ?2)", [label.id.0, id.0])?;
    }
    Ok(())
}

// ---- looking for labels

/// The labels that each word of a query means: that of this name, else those whose names begin so.
fn meant(conn: &Connection, ask: &Ask) -> StoreResult<Vec<Vec<i64>>> {
    let mut begun = conn.prepare_cached("SELECT id FROM label WHERE brand = ?1 AND folded >= ?2 AND folded < ?2 || char(1114111)")?;
    let mut groups = Vec::new();
    for word in &ask.query.labels {
        let folded = fold(word);
        groups.push(match named(conn, ask.brand, word)? {
            Some(label) => vec![label.id.0],
            None => begun.query_map(params![ask.brand.0, folded], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?,
        });
    }
    Ok(groups)
}

fn list_of(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}

/// Adds to a filter what the query asks of labels.
pub(super) fn narrow(conn: &Connection, ask: &Ask, filter: &mut Filter) -> StoreResult<()> {
    for ids in meant(conn, ask)? {
        let sql = format!("EXISTS (SELECT 1 FROM message_label b WHERE b.message = m.id AND b.label IN ({}))", list_of(&ids));
        filter.add(&sql, []);
    }
    Ok(())
}

/// The keys of the messages that a label which few bear gives, in the order of the list. `None` if none is rare:
/// then the list itself is walked, and a window of it is full soon.
pub(super) fn keys(conn: &Connection, ask: &Ask, filter: &Filter, list: List) -> StoreResult<Option<Vec<Key>>> {
    let mut rarest: Option<(i64, String)> = None;
    for ids in meant(conn, ask)? {
        let labels = list_of(&ids);
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM message_label WHERE label IN ({labels}) LIMIT {})", FEW + 1);
        let count: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
        if rarest.as_ref().is_none_or(|(least, _)| count < *least) {
            rarest = Some((count, labels));
        }
    }
    let Some((_, labels)) = rarest.filter(|(count, _)| *count <= FEW) else { return Ok(None) };
    let sql = format!(
        "SELECT DISTINCT m.id, m.at, m.rank, m.ord FROM message_label f CROSS JOIN message m ON m.id = f.message
         WHERE f.label IN ({labels}) AND {}",
        filter.sql()
    );
    let values: Vec<&Value> = filter.values().collect();
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), |row| {
        let id = MessageId(row.get(0)?);
        Ok(match list {
            List::State(_) => Key { rank: row.get(2)?, order: row.get(3)?, id },
            List::All => Key { rank: 0, order: -row.get::<_, i64>(1)?, id },
        })
    })?;
    let mut keys: Vec<Key> = found.collect::<rusqlite::Result<_>>()?;
    keys.sort_unstable();
    Ok(Some(keys))
}
