//! What the CM does with messages: deciding, classifying, answering, opening. Sends nothing itself.

use super::journal::{self, Act};
use super::message::{self, Fate, Known, Remark};
use super::tally::Tally;
use super::trouble::Conflict;
use super::value::{Columns, count, seconds};
use super::workspace::{self, Clock};
use super::{StoreError, StoreResult, delivery, moderation, sweep, window};
use crate::app::effect::{ActName, Classify};
use crate::app::event::{Opened, Reply};
use crate::domain::account::Access;
use crate::domain::conversation::Turn;
use crate::domain::delivery::Act as Deed;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::{Message, MessageState};
use crate::domain::person::{Person, PersonKind};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use crate::domain::{BrandId, MessageId, PersonId, SweepId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;
use std::collections::BTreeMap;

/// One act on messages of one brand.
pub(super) struct Hand<'c> {
    pub(super) clock: Clock,
    pub(super) tally: Tally,
    pub(super) act: Act<'c>,
}

impl<'c> Hand<'c> {
    pub(super) fn new(conn: &'c Connection, brand: BrandId, actor: Actor, at: Moment) -> StoreResult<Self> {
        let clock = workspace::clock(conn, brand)?;
        Ok(Self { tally: Tally::new(brand, clock.zone), act: Act::new(conn, brand, actor, at), clock })
    }
}

/// The messages that are there, by brand: acts belong to one brand.
pub(super) fn by_brand(conn: &Connection, messages: &[MessageId]) -> StoreResult<BTreeMap<BrandId, Vec<Known>>> {
    let mut found: BTreeMap<BrandId, Vec<Known>> = BTreeMap::new();
    for id in messages {
        let known = message::must_know(conn, *id)?;
        found.entry(known.brand).or_default().push(known);
    }
    Ok(found)
}

/// Gives messages an outcome.
pub(super) fn decide(
    conn: &Connection,
    messages: &[MessageId],
    state: MessageState,
    at: Moment,
    sweep: Option<SweepId>,
    reason: &SafeText,
) -> StoreResult<Reply> {
    for (brand, known) in by_brand(conn, messages)? {
        if let MessageState::Delegated { contact, .. } = state {
            let whom = workspace::contact(conn, contact)?.filter(|whom| whom.brand == brand);
            whom.ok_or_else(|| StoreError::missing("contact", contact.0))?;
        }
        let mut hand = Hand::new(conn, brand, Actor::Cm, at)?;
        for one in &known {
            let fate = one.fate.decided(state, at, one.at, one.earlier, &hand.clock);
            let counted = sweep.map(|sweep| sweep::count(conn, sweep, one.id, state.name())).transpose()?;
            let remark = Remark { reason: reason.as_str(), sweep: sweep.zip(counted.flatten()), ..Remark::default() };
            message::change(conn, &mut hand.tally, &mut hand.act, one, &fate, message::verb_of(state), &remark)?;
        }
        hand.tally.write(conn)?;
    }
    let sweep = sweep.map(|sweep| sweep::settle(conn, sweep, at)).transpose()?;
    Ok(Reply::Decided { messages: messages.to_vec(), sweep: sweep.map(Box::new) })
}

/// Says what messages are.
pub(super) fn classify(conn: &Connection, messages: &[MessageId], change: Classify, at: Moment) -> StoreResult<Reply> {
    for (brand, known) in by_brand(conn, messages)? {
        let mut hand = Hand::new(conn, brand, Actor::Cm, at)?;
        for one in &known {
            let (fate, verb) = match change {
                Classify::Kind(kind) => (Fate { kind, ..one.fate }, Verb::Sorted),
                Classify::Tone(tone) => (Fate { tone, ..one.fate }, Verb::Rated),
                Classify::Urgent(urgent) => (Fate { urgent, ..one.fate }, Verb::Raised),
            };
            message::change(conn, &mut hand.tally, &mut hand.act, one, &fate, verb, &Remark::default())?;
        }
        let day = day_in(hand.clock.zone, at);
        hand.tally.write(conn)?;
        sweep::jump(conn, brand, day)?;
    }
    Ok(Reply::Decided { messages: messages.to_vec(), sweep: None })
}

/// Answers a message. The same answer asked twice, by a double key press, is one delivery.
pub(super) fn answer(
    conn: &Connection,
    id: MessageId,
    text: &SafeText,
    at: Moment,
    sweep: Option<SweepId>,
    by_hand: bool,
) -> StoreResult<Reply> {
    if text.is_blank() {
        return Err(Conflict::Blank.into());
    }
    let known = message::must_know(conn, id)?;
    let about = message::read(conn, id)?.ok_or_else(|| StoreError::missing("message", id.0))?;
    let account = workspace::account(conn, known.account)?;
    let by_hand = by_hand || account.access == Access::Manual;
    if let Some(same) = delivery::same_reply(conn, id, text)? {
        let sweep = sweep.map(|sweep| sweep::read(conn, sweep)).transpose()?;
        return Ok(Reply::Answered { delivery: Some(Box::new(same)), message: id, sweep: sweep.map(Box::new) });
    }
    let mut hand = Hand::new(conn, known.brand, Actor::Cm, at)?;
    let counted = sweep.map(|sweep| sweep::count(conn, sweep, id, MessageState::Answered.name())).transpose()?;
    // The draft that comes back when the answer is undone: what was typed last, or what it was begun beside.
    let draft = match message::dated_draft(conn, id)? {
        Some((kept, written)) if kept == *text || !text.as_str().starts_with(kept.as_str()) => (kept, written),
        Some(_) | None => (text.clone(), at),
    };
    message::keep_draft(conn, id, &SafeText::default(), at)?;
    let fate = known.fate.decided(MessageState::Answered, at, known.at, known.earlier, &hand.clock);
    let remark = Remark { text: Some(text), sweep: sweep.zip(counted.flatten()), draft: Some((&draft.0, draft.1)), ..Remark::default() };
    message::change(conn, &mut hand.tally, &mut hand.act, &known, &fate, Verb::Answered, &remark)?;
    let delivery = if by_hand {
        None
    } else {
        let deed = Deed::Reply { to: about.remote_id, handle: about.handle, text: text.clone(), visibility: about.visibility };
        let intent = delivery::Intent { brand: known.brand, account: known.account, deed, due: None, message: Some(id), variant: None };
        Some(Box::new(delivery::hold(conn, &mut hand.act, &intent, "")?))
    };
    hand.tally.write(conn)?;
    let sweep = sweep.map(|sweep| sweep::settle(conn, sweep, at)).transpose()?;
    Ok(Reply::Answered { delivery, message: id, sweep: sweep.map(Box::new) })
}

/// Makes a held delivery that is not an answer.
pub(super) fn act(conn: &Connection, id: MessageId, name: ActName, reason: &SafeText, at: Moment) -> StoreResult<Reply> {
    let about = message::read(conn, id)?.ok_or_else(|| StoreError::missing("message", id.0))?;
    if workspace::account(conn, about.account)?.access == Access::Manual {
        return Err(Conflict::Manual.into());
    }
    let deed = moderation::deed(conn, &about, name, reason)?;
    if let Some(same) = delivery::same_act(conn, id, &deed)? {
        return Ok(Reply::Delivery(Box::new(same)));
    }
    let mut act = Act::new(conn, about.brand, Actor::Cm, at);
    let intent = delivery::Intent { brand: about.brand, account: about.account, deed, due: None, message: Some(id), variant: None };
    let held = delivery::hold(conn, &mut act, &intent, reason.as_str())?;
    if name == ActName::Like {
        act.line(Verb::Liked, Subject::Message, id.0, None, None)?;
    }
    Ok(Reply::Delivery(Box::new(held)))
}

/// Brings back what was delegated or snoozed until now.
pub(super) fn wake(conn: &Connection, now: Moment) -> StoreResult<Reply> {
    let due = message::known_where(conn, "back IS NOT NULL AND back <= ?1 ORDER BY back", [seconds(now)])?;
    let woken = count(due.len().cast_signed() as i64);
    let mut brands: BTreeMap<BrandId, Vec<Known>> = BTreeMap::new();
    for known in due {
        brands.entry(known.brand).or_default().push(known);
    }
    for (brand, known) in brands {
        let mut hand = Hand::new(conn, brand, Actor::Ronde, now)?;
        for one in known {
            let fate = one.fate.decided(MessageState::Open, now, one.at, one.earlier, &hand.clock);
            message::change(conn, &mut hand.tally, &mut hand.act, &one, &fate, Verb::Reopened, &Remark::default())?;
        }
        let day = day_in(hand.clock.zone, now);
        hand.tally.write(conn)?;
        sweep::jump(conn, brand, day)?;
    }
    Ok(Reply::Woken(woken))
}

/// Reopens a message whose answer did not leave, as if it had not been given; its text is a draft again.
pub(super) fn reopen_unanswered(conn: &Connection, id: MessageId, text: &SafeText, at: Moment) -> StoreResult<()> {
    let known = message::must_know(conn, id)?;
    if known.fate.state == MessageState::Answered {
        let mut hand = Hand::new(conn, known.brand, Actor::Network, at)?;
        let fate = Fate { state: MessageState::Open, answered_at: None, first_answer: None, resolution: None, ..known.fate };
        message::change(conn, &mut hand.tally, &mut hand.act, &known, &fate, Verb::Reopened, &Remark::default())?;
        hand.tally.write(conn)?;
    }
    message::return_draft(conn, id, text, at)
}

// ---- one message opened

/// A message with its person, conversation, draft and neighbours.
pub(super) fn open(conn: &Connection, id: MessageId) -> StoreResult<Option<Opened>> {
    let Some(message) = message::read(conn, id)? else { return Ok(None) };
    let person = person(conn, message.person)?.ok_or_else(|| StoreError::missing("person", message.person.0))?;
    Ok(Some(Opened {
        turns: turns(conn, &message)?,
        draft: message::draft(conn, id)?,
        past: window::past(conn, message.person, id)?,
        delivery: delivery::newest_about(conn, id)?,
        journal: journal::about(conn, Subject::Message, id.0, 50)?,
        person,
        message,
    }))
}

fn person_of(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        name: row.text("name")?,
        handle: row.text("handle")?,
        kind: row.code("kind")?,
        note: row.text("note")?,
        since: row.moment("first")?,
        messages: count(row.get("messages")?),
        answered: count(row.get("answered")?),
    })
}

/// A person with their counts.
pub(super) fn person(conn: &Connection, id: PersonId) -> StoreResult<Option<Person>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.*, count(m.id) AS messages, count(m.answered_at) AS answered, coalesce(min(m.at), p.since) AS first
         FROM person p LEFT JOIN message m ON m.person = p.id WHERE p.id = ?1 GROUP BY p.id",
    )?;
    Ok(statement.query_row([id.0], person_of).optional()?)
}

/// Writes what the CM knows of a person, with a line of the journal.
pub(super) fn save_person(conn: &Connection, id: PersonId, kind: PersonKind, note: &SafeText, at: Moment) -> StoreResult<()> {
    let before = person(conn, id)?.ok_or_else(|| StoreError::missing("person", id.0))?;
    write_person(conn, id, kind, note)?;
    let old = json!({ "kind": before.kind, "note": before.note });
    let new = json!({ "kind": kind, "note": note });
    if let Some((old, new)) = journal::difference(&old, &new) {
        Act::new(conn, before.brand, Actor::Cm, at).line(Verb::Noted, Subject::Person, id.0, Some(&old), Some(&new))?;
    }
    Ok(())
}

/// Writes the two fields of a person that the CM may change.
pub(super) fn write_person(conn: &Connection, id: PersonId, kind: PersonKind, note: &SafeText) -> StoreResult<()> {
    conn.execute("UPDATE person SET kind = ?2, note = ?3 WHERE id = ?1", params![id.0, kind.code(), note.as_str()])?;
    Ok(())
}

/// Keeps the conversation as a network tells it now.
pub(super) fn take_context(conn: &Connection, id: MessageId, turns: &[Turn]) -> StoreResult<Option<Opened>> {
    if message::known(conn, id)?.is_none() {
        return Ok(None);
    }
    conn.prepare_cached("DELETE FROM turn WHERE message = ?1")?.execute([id.0])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO turn (message, place, remote_id, parent, author, handle, text, at, ours) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (place, turn) in turns.iter().enumerate() {
        insert.execute(params![
            id.0,
            place.cast_signed() as i64,
            turn.remote_id.as_str(),
            turn.parent.as_ref().map(SafeText::as_str),
            turn.author.as_str(),
            turn.handle.as_str(),
            turn.text.as_str(),
            seconds(turn.at),
            turn.ours,
        ])?;
    }
    open(conn, id)
}

fn turn_of(row: &Row<'_>) -> rusqlite::Result<Turn> {
    Ok(Turn {
        remote_id: row.text("remote_id")?,
        parent: row.some_text("parent")?,
        author: row.text("author")?,
        handle: row.text("handle")?,
        text: row.text("text")?,
        at: row.moment("at")?,
        ours: row.get("ours")?,
    })
}

/// The conversation as last fetched, else what is known of what stands above the message and below it.
fn turns(conn: &Connection, message: &Message) -> StoreResult<Vec<Turn>> {
    let mut fetched = conn.prepare_cached("SELECT * FROM turn WHERE message = ?1 ORDER BY place")?;
    let fetched: Vec<Turn> = fetched.query_map([message.id.0], turn_of)?.collect::<rusqlite::Result<_>>()?;
    if !fetched.is_empty() {
        return Ok(fetched);
    }
    let handle = workspace::account(conn, message.account)?.handle;
    let mut one = conn.prepare_cached(
        "SELECT m.remote_id, m.parent, coalesce(m.author, p.name) AS author, p.handle AS handle, m.text, m.at, 0 AS ours
         FROM message m JOIN person p ON p.id = m.person WHERE m.account = ?1 AND m.remote_id = ?2
         UNION ALL SELECT remote_id, parent, ?3, ?3, text, at, 1 FROM own WHERE account = ?1 AND remote_id = ?2 LIMIT 1",
    )?;
    let mut found = Vec::new();
    let mut wanted = Some(message.remote_id.clone());
    while let Some(remote_id) = wanted.filter(|_| found.len() < 40) {
        let turn = one.query_row(params![message.account.0, remote_id.as_str(), handle.as_str()], turn_of).optional()?;
        wanted = turn.as_ref().and_then(|turn| turn.parent.clone());
        found.extend(turn);
    }
    let mut below = conn.prepare_cached(
        "SELECT remote_id, parent, ?3 AS author, ?3 AS handle, text, url, at, 1 AS ours FROM own WHERE account = ?1 AND parent = ?2 ORDER BY at LIMIT 20",
    )?;
    let answers = below.query_map(params![message.account.0, message.remote_id.as_str(), handle.as_str()], turn_of)?;
    found.extend(answers.collect::<rusqlite::Result<Vec<_>>>()?);
    found.sort_by_key(|turn| turn.at);
    Ok(found)
}
