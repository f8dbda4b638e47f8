//! The labels of a brand themselves: what they are used for, another name, taken away. Rules and saved views follow
//! a new name; what a label stood on comes back with it.

use super::journal::{Act, difference};
use super::label::{delete, named, read, write};
use super::undo::patch;
use super::value::count;
use super::{StoreError, StoreResult, rule, view};
use crate::domain::conflict::Conflict;
use crate::domain::fold::fold;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::label::{Label, LabelUse, is_asked_for, name_of, renamed_in};
use crate::domain::rule::{Proposes, Rule};
use crate::domain::saved_view::SavedView;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, LabelId};
use rusqlite::{Connection, params};
use serde_json::{Value, from_value, json, to_value};

/// What of a line of the journal tells the messages that a label was taken off.
const BORNE: &str = "messages";

/// What the labels of a brand are used for, in their order.
pub(super) fn uses(conn: &Connection, brand: BrandId) -> StoreResult<Vec<LabelUse>> {
    let mut statement = conn.prepare_cached(
        "SELECT l.id, (SELECT count(*) FROM message_label b WHERE b.label = l.id) FROM label l WHERE l.brand = ?1 ORDER BY l.folded",
    )?;
    let found = statement.query_map([brand.0], |row| Ok((LabelId(row.get(0)?), count(row.get(1)?))))?;
    let found: Vec<(LabelId, u32)> = found.collect::<rusqlite::Result<_>>()?;
    let (rules, views) = (rule::list(conn, brand)?, view::all(conn)?);
    let mut uses = Vec::with_capacity(found.len());
    for (id, messages) in found {
        let label = read(conn, id)?.ok_or_else(|| StoreError::missing("label", id.0))?;
        let rules = rules.iter().filter(|rule| proposes(rule, &label)).count();
        let views = views.iter().filter(|view| view.brand == brand && is_asked_for(view.query.as_str(), label.name.as_str())).count();
        uses.push(LabelUse { label: id, messages, rules: small(rules), views: small(views) });
    }
    Ok(uses)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn proposes(rule: &Rule, label: &Label) -> bool {
    rule.proposes.label.as_ref().is_some_and(|name| fold(name.as_str()) == fold(label.name.as_str()))
}

/// Gives a label another name, which the rules and the saved views that name it take over: one act.
pub(super) fn rename(conn: &Connection, id: LabelId, given: &SafeText, at: Moment) -> StoreResult<()> {
    let before = read(conn, id)?.ok_or_else(|| StoreError::missing("label", id.0))?;
    let name = name_of(given.as_str()).ok_or(Conflict::Blank)?;
    if named(conn, before.brand, name.as_str())?.is_some_and(|other| other.id != id) {
        return Err(Conflict::NameTaken.into());
    }
    let after = Label { name: name.clone(), ..before.clone() };
    write(conn, &after)?;
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    note(&mut act, Subject::Label, id.0, &to_value(&before)?, &to_value(&after)?)?;
    for old in rule::list(conn, before.brand)?.into_iter().filter(|rule| proposes(rule, &before)) {
        let new = Rule { proposes: Proposes { label: Some(name.clone()), ..old.proposes.clone() }, ..old.clone() };
        rule::write(conn, &new)?;
        note(&mut act, Subject::Rule, old.id.0, &to_value(&old)?, &to_value(&new)?)?;
    }
    for old in view::all(conn)?.into_iter().filter(|view| view.brand == before.brand) {
        let Some(query) = renamed_in(old.query.as_str(), before.name.as_str(), name.as_str()) else { continue };
        let new = SavedView { query: SafeText::line(&query), ..old.clone() };
        view::write(conn, &new)?;
        note(&mut act, Subject::View, old.id.0, &to_value(&old)?, &to_value(&new)?)?;
    }
    Ok(())
}

fn note(act: &mut Act<'_>, subject: Subject, row: i64, before: &Value, after: &Value) -> StoreResult<()> {
    if let Some((old, new)) = difference(before, after) {
        act.line(Verb::Changed, subject, row, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Takes a label off every message and away. The line of the journal keeps which messages bore it.
pub(super) fn remove(conn: &Connection, id: LabelId, at: Moment) -> StoreResult<()> {
    let gone = read(conn, id)?.ok_or_else(|| StoreError::missing("label", id.0))?;
    let mut before = to_value(&gone)?;
    before[BORNE] = json!(borne(conn, id)?);
    conn.execute("DELETE FROM message_label WHERE label = ?1", [id.0])?;
    delete(conn, id)?;
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::Label, id.0, Some(&before), Some(&Value::Null))?;
    Ok(())
}

/// The messages that bear a label.
fn borne(conn: &Connection, id: LabelId) -> StoreResult<Vec<i64>> {
    let mut statement = conn.prepare_cached("SELECT message FROM message_label WHERE label = ?1 ORDER BY message")?;
    let found = statement.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Turns a label from one side of a line of the journal into the other, with the messages that bore it.
pub(super) fn travel(conn: &Connection, id: LabelId, is: &Value, becomes: &Value) -> StoreResult<()> {
    let split = |side: &Value| {
        let mut label = side.clone();
        let messages = label.as_object_mut().and_then(|fields| fields.remove(BORNE));
        (label, messages)
    };
    let ((is, bore), (becomes, bears)) = (split(is), split(becomes));
    let now = read(conn, id)?.map_or(Ok(Value::Null), to_value)?;
    match patch(&now, &is, &becomes)? {
        Value::Null => {
            // One that was put on more messages since is not taken off those.
            if let Some(bore) = bore {
                if json!(borne(conn, id)?) != bore {
                    return Err(Conflict::ChangedSince.into());
                }
                conn.execute("DELETE FROM message_label WHERE label = ?1", [id.0])?;
            }
            delete(conn, id)
        }
        label => {
            write(conn, &from_value(label)?)?;
            let mut insert = conn.prepare_cached("INSERT INTO message_label (label, message) SELECT ?1, id FROM message WHERE id = ?2")?;
            for message in bears.map_or_else(|| Ok(Vec::new()), from_value::<Vec<i64>>)? {
                insert.execute(params![id.0, message])?;
            }
            Ok(())
        }
    }
}
