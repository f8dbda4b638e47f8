//! What the rules propose, kept with the message until the CM takes it or leaves it.
//!
//! Only messages that wait and that the CM has not sorted get a proposal. Nothing here acts in public.

use super::inbox::{Hand, by_brand};
use super::message::{self, Fate, Remark};
use super::value::{Columns, count};
use super::{StoreResult, label, rule, sweep, window};
use crate::app::effect::{Progress, ProposeFrom, Trial};
use crate::app::event::Reply;
use crate::domain::account::Network;
use crate::domain::journal::{Actor, Verb};
use crate::domain::message::{Channel, MessageKind, MessageState, Tone};
use crate::domain::query::Key;
use crate::domain::rule::{Facts, Judge, Proposal, Rule};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, MessageId, PersonId, SweepId};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

/// Stands in the place of a proposal that was settled while its message goes on waiting: none is made again.
const SETTLED: &str = r#"{"settled":true}"#;
/// How many messages are held against the rules in one transaction.
const BATCH: usize = 200;

/// The proposal of a row; one that was settled, or that can't be read, is none.
pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Option<Proposal>> {
    Ok(row.get_ref("proposal")?.as_str_or_null()?.and_then(read))
}

fn read(raw: &str) -> Option<Proposal> {
    serde_json::from_str(raw).ok()
}

/// Writes what a message holds for a proposal, and where it stands by it.
fn write(conn: &Connection, id: MessageId, raw: Option<&str>) -> StoreResult<()> {
    let rank = raw.and_then(read).map_or(0, |proposal| proposal.rank());
    conn.prepare_cached("UPDATE message SET proposal = ?2, proposed_rank = ?3 WHERE id = ?1")?.execute(params![id.0, raw, rank])?;
    Ok(())
}

/// What becomes of a proposal when the CM, or an answer given elsewhere, decides: an outcome or a type of
/// their own ends it, a tone or an urgency of their own takes the place of what was proposed.
fn after(raw: Option<&str>, old: &Fate, new: &Fate, settles: bool) -> StoreResult<Option<String>> {
    let Some(raw) = raw else { return Ok(None) };
    if old.state != new.state || old.kind != new.kind {
        return Ok(None);
    }
    if settles {
        return Ok(Some(SETTLED.to_owned()));
    }
    if (old.tone, old.urgent) == (new.tone, new.urgent) {
        return Ok(Some(raw.to_owned()));
    }
    match read(raw).map(|proposal| proposal.beside(new.tone, new.urgent)) {
        None => Ok(Some(raw.to_owned())),
        Some(None) => Ok(None),
        Some(Some(left)) => Ok(Some(serde_json::to_string(&left)?)),
    }
}

/// Follows a change of fate, and tells both sides of the journal's line what changed. Gives whether it did.
pub(super) fn follow(
    conn: &Connection,
    message: &message::Known,
    fate: &Fate,
    settles: bool,
    before: &mut Value,
    now: &mut Value,
) -> StoreResult<bool> {
    let left = after(message.proposal.as_deref(), &message.fate, fate, settles)?;
    if left == message.proposal {
        return Ok(false);
    }
    write(conn, message.id, left.as_deref())?;
    for (side, raw) in [(before, &message.proposal), (now, &left)] {
        if let Some(raw) = raw {
            side["proposal"] = Value::from(raw.as_str());
        }
    }
    Ok(true)
}

/// Undo and redo: gives a proposal back, to the byte, unless the rules propose something else by now.
pub(super) fn travel(conn: &Connection, id: MessageId, is: &Value, becomes: &Value) -> StoreResult<()> {
    let (is, becomes) = (is.get("proposal").and_then(Value::as_str), becomes.get("proposal").and_then(Value::as_str));
    if is == becomes {
        return Ok(());
    }
    let now: Option<String> = conn.query_row("SELECT proposal FROM message WHERE id = ?1", [id.0], |row| row.get(0))?;
    if now.as_deref() == is { write(conn, id, becomes) } else { Ok(()) }
}

// ---- the CM takes it or leaves it

/// Takes what is proposed for messages, or leaves it. A close that is taken is the outcome of its message.
pub(super) fn settle(conn: &Connection, messages: &[MessageId], take: bool, at: Moment, within: Option<SweepId>) -> StoreResult<Reply> {
    for (brand, known) in by_brand(conn, messages)? {
        let mut hand = Hand::new(conn, brand, Actor::Cm, at)?;
        for one in &known {
            let Some(proposal) = one.proposal.as_deref().and_then(read) else { continue };
            let reason = proposal.by();
            let mut remark = Remark { reason: &reason, settles: true, ..Remark::default() };
            let (mut fate, mut verb) = (one.fate, Verb::Declined);
            if take {
                verb = Verb::Sorted;
                if proposal.close && fate.state == MessageState::Open {
                    fate = fate.decided(MessageState::Closed, at, one.at, one.earlier, &hand.clock);
                    let counted = within.map(|sweep| sweep::count(conn, sweep, one.id, fate.state.name())).transpose()?;
                    remark.sweep = within.zip(counted.flatten());
                    verb = Verb::Closed;
                }
                fate.kind = proposal.kind.unwrap_or(fate.kind);
                fate.tone = proposal.tone.unwrap_or(fate.tone);
                fate.urgent |= proposal.urgent;
                remark.labels = &proposal.labels;
            }
            message::change(conn, &mut hand.tally, &mut hand.act, one, &fate, verb, &remark)?;
        }
        hand.tally.write(conn)?;
    }
    let sweep = within.map(|sweep| sweep::settle(conn, sweep, at)).transpose()?;
    Ok(Reply::Decided { messages: messages.to_vec(), sweep: sweep.map(Box::new) })
}

/// Puts the labels that were taken on a message. Gives what undo has to know.
pub(super) fn put_labels(conn: &Connection, message: &message::Known, labels: &[SafeText]) -> StoreResult<Vec<label::Put>> {
    let put = labels.iter().map(|name| label::put(conn, message.brand, message.id, name));
    Ok(put.collect::<StoreResult<Vec<_>>>()?.into_iter().flatten().collect())
}

// ---- holding messages against the rules

/// A message that waits, as far as the rules have to know it.
struct Waiting {
    key: Key,
    person: PersonId,
    at: i64,
    text: String,
    network: Network,
    channel: Channel,
    kind: MessageKind,
    tone: Tone,
    urgent: bool,
    proposal: Option<String>,
}

fn waiting_of(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    Ok(Waiting {
        key: Key { rank: row.get("rank")?, order: row.get("ord")?, id: MessageId(row.get("id")?) },
        person: PersonId(row.get("person")?),
        at: row.get("at")?,
        text: row.get("text")?,
        network: row.code("network")?,
        channel: row.number("channel")?,
        kind: row.number("kind")?,
        tone: row.number("tone")?,
        urgent: row.get("urgent")?,
        proposal: row.get("proposal")?,
    })
}

fn waiting(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Waiting>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT m.id, m.person, m.at, m.text, m.channel, m.kind, m.tone, m.urgent, m.proposal, m.rank, m.ord, a.network
         FROM message m JOIN account a ON a.id = m.account WHERE {rest}"
    ))?;
    let found = statement.query_map(given, waiting_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Whether a message is the first of its author.
fn is_first(conn: &Connection, id: MessageId, person: PersonId, at: i64) -> StoreResult<bool> {
    let mut statement =
        conn.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM message WHERE person = ?1 AND (at < ?2 OR (at = ?2 AND id < ?3)))")?;
    Ok(statement.query_row(params![person.0, at, id.0], |row| row.get(0))?)
}

/// What the rules propose for a message that waits, beside what the CM said of it.
fn verdict(conn: &Connection, judge: &Judge, one: &Waiting) -> StoreResult<Option<String>> {
    if judge.is_empty() {
        return Ok(None);
    }
    let new_person = judge.asks_person() && is_first(conn, one.key.id, one.person, one.at)?;
    let text = SafeText::clean(&one.text);
    let facts = Facts { text: text.as_str(), network: one.network, channel: one.channel, new_person };
    let proposal = judge.propose(facts).and_then(|proposal| proposal.beside(one.tone, one.urgent));
    Ok(proposal.map(|proposal| serde_json::to_string(&proposal)).transpose()?)
}

/// Holds one message against the rules again. Gives whether something else is proposed now.
fn hold(conn: &Connection, judge: &Judge, one: &Waiting) -> StoreResult<bool> {
    if one.kind != MessageKind::Unsorted || one.proposal.as_deref() == Some(SETTLED) {
        return Ok(false);
    }
    let verdict = verdict(conn, judge, one)?;
    let changed = verdict != one.proposal;
    if changed {
        write(conn, one.key.id, verdict.as_deref())?;
    }
    Ok(changed)
}

/// Holds a message that was just stored, or edited by its author, against the rules.
pub(super) fn take(conn: &Connection, judge: &Judge, id: MessageId) -> StoreResult<()> {
    for one in waiting(conn, "m.id = ?1 AND m.state = 0", [id.0])? {
        hold(conn, judge, &one)?;
    }
    Ok(())
}

/// The setting that says that the rules of a brand changed since its open messages were held against them.
fn stale(brand: BrandId) -> String {
    format!("~rules-changed-{brand}")
}

/// Notes that the rules of a brand changed.
pub(super) fn mark_stale(conn: &Connection, brand: BrandId) -> StoreResult<()> {
    conn.prepare_cached("INSERT INTO setting (name, value) VALUES (?1, '') ON CONFLICT DO NOTHING")?.execute([stale(brand)])?;
    Ok(())
}

fn is_stale(conn: &Connection, brand: BrandId) -> StoreResult<bool> {
    let mut statement = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?1)")?;
    Ok(statement.query_row([stale(brand)], |row| row.get(0))?)
}

/// Holds the next open messages against the rules, in the order of the list: a row that moves by it is
/// looked at twice at worst, never missed. A stop in between is made good at the next start.
pub(super) fn propose(conn: &Connection, brand: BrandId, from: ProposeFrom) -> StoreResult<Progress> {
    let mut progress = Progress { brand, looked: 0, changed: 0, next: None };
    let first = Key { rank: i64::MIN, order: i64::MIN, id: MessageId(0) };
    let from = match from {
        ProposeFrom::Unfinished if !is_stale(conn, brand)? => return Ok(progress),
        ProposeFrom::Unfinished => first,
        ProposeFrom::Start => {
            mark_stale(conn, brand)?;
            first
        }
        ProposeFrom::After(key) => key,
    };
    let judge = rule::judge(conn, brand)?;
    let batch = waiting(
        conn,
        "m.brand = ?1 AND m.state = 0 AND (m.rank, m.ord, m.id) > (?2, ?3, ?4) ORDER BY m.rank, m.ord, m.id LIMIT ?5",
        params![brand.0, from.rank, from.order, from.id.0, BATCH.cast_signed() as i64],
    )?;
    for one in &batch {
        progress.changed += u32::from(hold(conn, &judge, one)?);
    }
    progress.looked = count(batch.len().cast_signed() as i64);
    progress.next = batch.last().filter(|_| batch.len() == BATCH).map(|one| one.key);
    if progress.next.is_none() {
        conn.execute("DELETE FROM setting WHERE name = ?1", [stale(brand)])?;
    }
    Ok(progress)
}

/// What a rule alone would have proposed for the newest messages of its brand. Changes nothing.
pub(super) fn try_rule(conn: &Connection, rule: &Rule, most: u16) -> StoreResult<Trial> {
    let judge = Judge::of(rule);
    let newest = waiting(conn, "m.brand = ?1 ORDER BY m.at DESC, m.id LIMIT ?2", params![rule.brand.0, most])?;
    let mut trial = Trial { looked: count(newest.len().cast_signed() as i64), found: Vec::new() };
    for one in &newest {
        let fresh = Waiting { tone: Tone::Unrated, urgent: false, text: one.text.clone(), proposal: None, ..*one };
        let Some(raw) = verdict(conn, &judge, &fresh)? else { continue };
        if let Some(mut message) = window::short(conn, one.key.id)? {
            message.proposal = read(&raw);
            trial.found.push(message);
        }
    }
    Ok(trial)
}
