//! What the CM does with messages: deciding, classifying, answering, opening. Sends nothing itself.

use super::journal::{self, Act};
use super::message::{self, Fate, Known, Remark};
use super::tally::Tally;
use super::value::{Columns, count, seconds};
use super::workspace::{self, Clock};
use super::{StoreError, StoreResult, brief, delivery, erased, last_word, moderation, person, promise, sweep};
use crate::app::effect::{ActName, Classify};
use crate::app::event::{Opened, Reply};
use crate::domain::account::Access;
use crate::domain::conflict::Conflict;
use crate::domain::conversation::Turn;
use crate::domain::delivery::Act as Deed;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::{Message, MessageState};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use crate::domain::{BrandId, MessageId, SweepId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One act on messages of one brand.
pub(super) struct Hand<'c> {
    pub(super) clock: Clock,
    pub(super) tally: Tally,
    pub(super) act: Act<'c>,
}

impl<'c> Hand<'c> {
    /// Begins it.
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
            let changed = message::change(conn, &mut hand.tally, &mut hand.act, one, &fate, message::verb_of(state), &remark)?;
            if let (true, MessageState::Delegated { contact, due }) = (changed, state) {
                brief::make(conn, &mut hand.act, (brand, one.id), (contact, due), reason)?;
            }
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
                Classify::Both(kind, tone) => (Fate { kind, tone, ..one.fate }, Verb::Sorted),
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
    say(conn, id, text, at, sweep, by_hand, false)
}

/// Sends the author a word while a contact is waited for: a delegated message stays delegated.
pub(super) fn acknowledge(conn: &Connection, id: MessageId, text: &SafeText, at: Moment, by_hand: bool) -> StoreResult<Reply> {
    say(conn, id, text, at, None, by_hand, true)
}

/// The one way in which an answer is written; `stays` leaves a delegation as it is.
fn say(
    conn: &Connection,
    id: MessageId,
    text: &SafeText,
    at: Moment,
    sweep: Option<SweepId>,
    by_hand: bool,
    stays: bool,
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
        return Ok(Reply::Answered { delivery: Some(Box::new(same)), message: id, also: 0, sweep: sweep.map(Box::new) });
    }
    let mut hand = Hand::new(conn, known.brand, Actor::Cm, at)?;
    let counted = sweep.map(|sweep| sweep::count(conn, sweep, id, MessageState::Answered.name())).transpose()?;
    // The draft that comes back when the answer is undone: what was typed last, or what it was begun beside.
    let draft = match message::dated_draft(conn, id)? {
        Some((kept, written)) if kept == *text || !text.as_str().starts_with(kept.as_str()) => (kept, written),
        Some(_) | None => (text.clone(), at),
    };
    message::keep_draft(conn, id, &SafeText::default(), at)?;
    let mut fate = known.fate.decided(MessageState::Answered, at, known.at, known.earlier, &hand.clock);
    if stays && matches!(known.fate.state, MessageState::Delegated { .. }) {
        fate = Fate { state: known.fate.state, resolution: known.fate.resolution, ..fate };
    }
    let remark = Remark { text: Some(text), sweep: sweep.zip(counted.flatten()), draft: Some((&draft.0, draft.1)), ..Remark::default() };
    let also = last_word::answer_before(conn, (&mut hand.tally, &mut hand.act), &hand.clock, id, at, sweep)?;
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
    Ok(Reply::Answered { delivery, message: id, also, sweep: sweep.map(Box::new) })
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
    if let Some(verb) = moderation::told(name) {
        act.line(verb, Subject::Message, id.0, None, None)?;
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

// ---- one message opened

/// A message with its person, conversation, draft and neighbours.
pub(super) fn open(conn: &Connection, id: MessageId) -> StoreResult<Option<Opened>> {
    let Some(message) = message::read(conn, id)? else { return Ok(None) };
    let root = person::root(conn, message.person)?;
    let person = person::read(conn, root)?.ok_or_else(|| StoreError::missing("person", root.0))?;
    Ok(Some(Opened {
        turns: turns(conn, &message)?,
        draft: message::draft(conn, id)?,
        promises: promise::owed_to(conn, root)?,
        gone: gone(conn, id)?,
        past: person::past(conn, root, None, 9)?.rows.into_iter().filter(|row| row.message.id != id).take(8).collect(),
        delivery: delivery::newest_about(conn, id)?,
        briefs: brief::of_message(conn, id)?,
        journal: journal::about(conn, Subject::Message, id.0, 50)?,
        person,
        message,
    }))
}

/// Keeps the conversation as a network tells it now.
pub(super) fn take_context(conn: &Connection, id: MessageId, turns: &[Turn]) -> StoreResult<Option<Opened>> {
    if message::known(conn, id)?.is_none() {
        return Ok(None);
    }
    let turns = erased::without(conn, id, turns)?;
    let (turns, lost) = with_the_lost(conn, id, turns)?;
    write_turns(conn, id, &turns, &lost)?;
    open(conn, id)
}

/// The network knows a message no more: what was read of it and around it stays, and says so.
pub(super) fn lose(conn: &Connection, id: MessageId) -> StoreResult<Option<Opened>> {
    let Some(message) = message::read(conn, id)? else { return Ok(None) };
    let known = turns(conn, &message)?;
    let mut lost: BTreeSet<SafeText> = gone(conn, id)?.into_iter().collect();
    lost.insert(message.remote_id);
    write_turns(conn, id, &known, &lost)?;
    open(conn, id)
}

fn write_turns(conn: &Connection, id: MessageId, turns: &[Turn], lost: &BTreeSet<SafeText>) -> StoreResult<()> {
    conn.prepare_cached("DELETE FROM turn WHERE message = ?1")?.execute([id.0])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO turn (message, place, remote_id, parent, author, handle, text, at, ours, gone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
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
            lost.contains(&turn.remote_id),
        ])?;
    }
    Ok(())
}

/// The turns as the network tells them now, and among them those that it told before and tells no more:
/// what was read once is not lost because its author deleted it.
fn with_the_lost(conn: &Connection, id: MessageId, mut turns: Vec<Turn>) -> StoreResult<(Vec<Turn>, BTreeSet<SafeText>)> {
    if turns.is_empty() {
        return Ok((turns, BTreeSet::new()));
    }
    let mut known = conn.prepare_cached("SELECT * FROM turn WHERE message = ?1 ORDER BY place")?;
    let known: Vec<Turn> = known.query_map([id.0], turn_of)?.collect::<rusqlite::Result<_>>()?;
    let told: HashSet<SafeText> = turns.iter().map(|turn| turn.remote_id.clone()).collect();
    let lost: Vec<Turn> = known.into_iter().filter(|old| !told.contains(&old.remote_id)).collect();
    let ids = lost.iter().map(|turn| turn.remote_id.clone()).collect();
    for old in lost {
        let place = turns.iter().position(|turn| turn.at > old.at).unwrap_or(turns.len());
        turns.insert(place, old);
    }
    Ok((turns, ids))
}

/// The ids of the turns that the network tells no more.
fn gone(conn: &Connection, id: MessageId) -> StoreResult<Vec<SafeText>> {
    let mut statement = conn.prepare_cached("SELECT remote_id FROM turn WHERE message = ?1 AND gone <> 0 ORDER BY place")?;
    let found = statement.query_map([id.0], |row| row.text("remote_id"))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
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
