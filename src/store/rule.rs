//! The rules of a brand: written, ordered, removed, each with its line of the journal. Judges nothing itself.

use super::journal::{Act, difference};
use super::value::{Columns, json};
use super::{StoreError, StoreResult, proposal};
use crate::app::effect::{RuleJob, RuleReply};
use crate::app::event::Reply;
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::rule::{Judge, Rule};
use crate::domain::time::Moment;
use crate::domain::{BrandId, RuleId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, to_value};

/// Carries out what is asked about rules.
pub(super) fn serve(conn: &Connection, job: RuleJob) -> StoreResult<Reply> {
    Ok(Reply::Rule(match job {
        RuleJob::List(brand) => RuleReply::List(list(conn, brand)?),
        RuleJob::Save(rule, at) => RuleReply::Changed(add(conn, &[*rule], at)?),
        RuleJob::Add(rules, at) => RuleReply::Changed(add(conn, &rules, at)?),
        RuleJob::Remove(rule, at) => RuleReply::Changed(remove(conn, rule, at)?),
        RuleJob::Step(rule, up, at) => RuleReply::Changed(step(conn, rule, up, at)?),
        RuleJob::Try(rule, most) => RuleReply::Tried(Box::new(proposal::try_rule(conn, &rule, most)?)),
        RuleJob::Propose(brand, after) => RuleReply::Proposed(proposal::propose(conn, brand, after)?),
        RuleJob::Settle { messages, take, at, sweep } => return proposal::settle(conn, &messages, take, at, sweep),
    }))
}

fn rule_of(row: &Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        id: RuleId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        place: row.get("place")?,
        name: row.text("name")?,
        conditions: row.json("conditions")?,
        proposes: row.json("proposes")?,
        active: row.get("active")?,
    })
}

/// The rules of a brand, in their order.
pub(super) fn list(conn: &Connection, brand: BrandId) -> StoreResult<Vec<Rule>> {
    let mut statement = conn.prepare_cached("SELECT * FROM rule WHERE brand = ?1 ORDER BY place, id")?;
    let found = statement.query_map([brand.0], rule_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A rule, if it is there.
pub(super) fn find(conn: &Connection, id: RuleId) -> StoreResult<Option<Rule>> {
    Ok(conn.prepare_cached("SELECT * FROM rule WHERE id = ?1")?.query_row([id.0], rule_of).optional()?)
}

/// The rules of a brand that are in use, ready to judge.
pub(super) fn judge(conn: &Connection, brand: BrandId) -> StoreResult<Judge> {
    let mut statement = conn.prepare_cached("SELECT * FROM rule WHERE brand = ?1 AND active <> 0 ORDER BY place, id")?;
    let active = statement.query_map([brand.0], rule_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Judge::new(&active))
}

/// Writes a rule as it is; open messages are held against the rules again.
pub(super) fn write(conn: &Connection, given: &Rule) -> StoreResult<RuleId> {
    conn.execute(
        "INSERT INTO rule (id, brand, place, name, conditions, proposes, active) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET place = ?3, name = ?4, conditions = ?5, proposes = ?6, active = ?7",
        params![
            given.id.0,
            given.brand.0,
            given.place,
            given.name.as_str(),
            json(&given.conditions)?,
            json(&given.proposes)?,
            given.active
        ],
    )?;
    let id = if given.id.0 == 0 { RuleId(conn.last_insert_rowid()) } else { given.id };
    proposal::mark_stale(conn, given.brand)?;
    Ok(id)
}

/// Removes the row.
pub(super) fn delete(conn: &Connection, id: RuleId) -> StoreResult<()> {
    if let Some(gone) = find(conn, id)? {
        proposal::mark_stale(conn, gone.brand)?;
    }
    conn.execute("DELETE FROM rule WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Writes rules of one brand as one act; new ones go to the end.
fn add(conn: &Connection, given: &[Rule], at: Moment) -> StoreResult<Vec<Rule>> {
    let brand = given.first().ok_or(Conflict::Flawed)?.brand;
    let mut act = Act::new(conn, brand, Actor::Cm, at);
    for rule in given {
        let known = list(conn, brand)?;
        if rule.brand != brand || rule.flaw(&known).is_some() {
            return Err(Conflict::Flawed.into());
        }
        let before = known.iter().find(|known| known.id == rule.id);
        if rule.id.0 != 0 && before.is_none() {
            return Err(StoreError::missing("rule", rule.id.0));
        }
        let last = known.last().map_or(0, |last| last.place);
        let placed = Rule { place: before.map_or(last + 1, |before| before.place), ..rule.clone() };
        note(conn, &mut act, before, &placed)?;
    }
    list(conn, brand)
}

/// Writes a rule with its line of the journal; nothing where nothing changes.
fn note(conn: &Connection, act: &mut Act<'_>, before: Option<&Rule>, given: &Rule) -> StoreResult<()> {
    if before == Some(given) {
        return Ok(());
    }
    let id = write(conn, given)?;
    let verb = if before.is_some() { Verb::Changed } else { Verb::Created };
    let old = before.map_or(Ok(Value::Null), to_value)?;
    if let Some((old, new)) = difference(&old, &to_value(Rule { id, ..given.clone() })?) {
        act.line(verb, Subject::Rule, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

fn remove(conn: &Connection, id: RuleId, at: Moment) -> StoreResult<Vec<Rule>> {
    let gone = find(conn, id)?.ok_or_else(|| StoreError::missing("rule", id.0))?;
    delete(conn, id)?;
    let mut act = Act::new(conn, gone.brand, Actor::Cm, at);
    act.line(Verb::Removed, Subject::Rule, id.0, Some(&to_value(&gone)?), Some(&Value::Null))?;
    list(conn, gone.brand)
}

/// Moves a rule one place up or down: it changes places with its neighbour.
fn step(conn: &Connection, id: RuleId, up: bool, at: Moment) -> StoreResult<Vec<Rule>> {
    let rule = find(conn, id)?.ok_or_else(|| StoreError::missing("rule", id.0))?;
    let all = list(conn, rule.brand)?;
    let here = all.iter().position(|other| other.id == id).unwrap_or(0);
    let other = if up { here.checked_sub(1) } else { Some(here + 1) };
    if let Some(other) = other.and_then(|other| all.get(other)) {
        let mut act = Act::new(conn, rule.brand, Actor::Cm, at);
        note(conn, &mut act, Some(&rule), &Rule { place: other.place, ..rule.clone() })?;
        note(conn, &mut act, Some(other), &Rule { place: rule.place, ..other.clone() })?;
    }
    list(conn, rule.brand)
}
