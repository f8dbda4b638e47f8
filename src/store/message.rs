//! Messages: reading them, and the one way in which what was decided for them is written.

use super::journal::{Act, difference};
use super::sweep::Former;
use super::tally::{Counted, Tally};
use super::value::{Coded, Columns, seconds};
use super::workspace::Clock;
use super::{StoreError, StoreResult, label, proposal};
use crate::domain::journal::{Subject, Verb};
use crate::domain::message::{Message, MessageKind, MessageState, StateName, Tone, draft_with};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{AccountId, BrandId, ContactId, MessageId, PersonId, SweepId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What was decided and said of a message: all of it that may change by a key of the CM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fate {
    pub(super) state: MessageState,
    pub(super) kind: MessageKind,
    pub(super) tone: Tone,
    pub(super) urgent: bool,
    pub(super) answered_at: Option<Moment>,
    /// Working seconds from receipt to the first answer.
    pub(super) first_answer: Option<i64>,
    pub(super) delegated_at: Option<Moment>,
    /// Working seconds from the delegation to the end.
    pub(super) resolution: Option<i64>,
}

impl Fate {
    /// That of a message nobody has looked at.
    pub(super) const fn new(state: MessageState) -> Self {
        Self {
            state,
            kind: MessageKind::Unsorted,
            tone: Tone::Unrated,
            urgent: false,
            answered_at: None,
            first_answer: None,
            delegated_at: None,
            resolution: None,
        }
    }

    /// The fate after a decision at `at` for a message received at `received`.
    pub(super) fn decided(self, state: MessageState, at: Moment, received: Moment, earlier: bool, clock: &Clock) -> Self {
        let ends = matches!(state, MessageState::Answered | MessageState::Closed | MessageState::Hidden);
        let mut next = Self { state, ..self };
        if state == MessageState::Answered && self.answered_at.is_none() {
            next.answered_at = Some(at);
            // What was there before Ronde began is outside response rates.
            next.first_answer = (!earlier).then(|| clock.between(received, at));
        }
        if matches!(state, MessageState::Delegated { .. }) {
            next.delegated_at = self.delegated_at.or(Some(at));
        }
        next.resolution = next.delegated_at.filter(|_| ends && !earlier).map(|since| clock.between(since, at));
        next
    }
}

/// A message as far as deciding for it needs it.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: MessageId,
    pub(super) brand: BrandId,
    pub(super) account: AccountId,
    pub(super) at: Moment,
    pub(super) earlier: bool,
    /// What the column of its proposal holds, as it is.
    pub(super) proposal: Option<String>,
    pub(super) fate: Fate,
}

impl Known {
    /// What it counts as with another fate.
    pub(super) const fn counted(&self, fate: &Fate) -> Counted {
        Counted {
            account: self.account,
            at: self.at,
            earlier: self.earlier,
            kind: fate.kind,
            tone: fate.tone,
            state: fate.state.name(),
            delegated: fate.delegated_at.is_some(),
        }
    }
}

fn state_of(row: &Row<'_>) -> rusqlite::Result<MessageState> {
    let back = || row.moment("back");
    Ok(match row.number("state")? {
        StateName::Open => MessageState::Open,
        StateName::Answered => MessageState::Answered,
        StateName::Delegated => MessageState::Delegated { contact: ContactId(row.get("contact")?), due: back()? },
        StateName::Snoozed => MessageState::Snoozed { until: back()? },
        StateName::Closed => MessageState::Closed,
        StateName::Hidden => MessageState::Hidden,
    })
}

fn known_of(row: &Row<'_>) -> rusqlite::Result<Known> {
    Ok(Known {
        id: MessageId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        account: AccountId(row.get("account")?),
        at: row.moment("at")?,
        earlier: row.get("earlier")?,
        proposal: row.get("proposal")?,
        fate: Fate {
            state: state_of(row)?,
            kind: row.number("kind")?,
            tone: row.number("tone")?,
            urgent: row.get("urgent")?,
            answered_at: row.some_moment("answered_at")?,
            first_answer: row.get("first_answer")?,
            delegated_at: row.some_moment("delegated_at")?,
            resolution: row.get("resolution")?,
        },
    })
}

/// A message as far as deciding for it needs it, if it is there.
pub(super) fn known(conn: &Connection, id: MessageId) -> StoreResult<Option<Known>> {
    Ok(conn.prepare_cached("SELECT * FROM message WHERE id = ?1")?.query_row([id.0], known_of).optional()?)
}

/// A message that must be there.
pub(super) fn must_know(conn: &Connection, id: MessageId) -> StoreResult<Known> {
    known(conn, id)?.ok_or_else(|| StoreError::missing("message", id.0))
}

/// Messages by a condition on their columns.
pub(super) fn known_where(conn: &Connection, condition: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Known>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM message WHERE {condition}"))?;
    let found = statement.query_map(given, known_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The columns of [`message_of`]; `{text}` stands for the text or a part of it.
pub(super) fn columns(text: &str) -> String {
    format!(
        "SELECT m.id, m.brand, m.account, m.person, m.remote_id, m.parent, coalesce(m.author, p.name) AS author, p.handle AS handle,
           {text} AS text, m.text_before, m.channel, m.visibility, m.kind, m.tone, m.urgent, m.filtered, m.state, m.contact, m.back,
           m.url, m.at, m.answered_at, m.earlier, m.deadline, m.proposal, m.rank, m.ord,
           (SELECT json_group_array(l.name ORDER BY l.folded) FROM message_label b JOIN label l ON l.id = b.label
            WHERE b.message = m.id) AS labels, EXISTS (SELECT 1 FROM draft d WHERE d.message = m.id) AS draft,
           iif(m.state = 2, coalesce((SELECT max(b.at) FROM brief b WHERE b.message = m.id), m.delegated_at), NULL) AS asked_at
         FROM message m JOIN person p ON p.id = m.person"
    )
}

/// A whole message from a row of [`columns`].
pub(super) fn message_of(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: MessageId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        account: AccountId(row.get("account")?),
        person: PersonId(row.get("person")?),
        remote_id: row.text("remote_id")?,
        parent: row.some_text("parent")?,
        author: row.text("author")?,
        handle: row.text("handle")?,
        text: row.text("text")?,
        text_before: row.some_text("text_before")?,
        channel: row.number("channel")?,
        visibility: row.number("visibility")?,
        kind: row.number("kind")?,
        tone: row.number("tone")?,
        urgent: row.get("urgent")?,
        filtered: row.get("filtered")?,
        state: state_of(row)?,
        url: row.some_text("url")?,
        at: row.moment("at")?,
        answered_at: row.some_moment("answered_at")?,
        earlier: row.get("earlier")?,
        proposal: proposal::of_row(row)?,
        deadline: row.some_moment("deadline")?,
        labels: row.json("labels")?,
    })
}

/// A whole message, if it is there.
pub(super) fn read(conn: &Connection, id: MessageId) -> StoreResult<Option<Message>> {
    let mut statement = conn.prepare_cached(&format!("{} WHERE m.id = ?1", columns("m.text")))?;
    Ok(statement.query_row([id.0], message_of).optional()?)
}

/// The id of a message on an account.
pub(super) fn find(conn: &Connection, account: AccountId, remote_id: &str) -> StoreResult<Option<MessageId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM message WHERE account = ?1 AND remote_id = ?2")?;
    Ok(statement.query_row(params![account.0, remote_id], |row| row.get(0)).optional()?.map(MessageId))
}

/// Writes a fate and counts it. The one statement by which a decision reaches the file.
pub(super) fn write_fate(conn: &Connection, tally: &mut Tally, message: &Known, fate: &Fate) -> StoreResult<()> {
    let contact = match fate.state {
        MessageState::Delegated { contact, .. } => Some(contact.0),
        MessageState::Open | MessageState::Answered | MessageState::Snoozed { .. } | MessageState::Closed | MessageState::Hidden => None,
    };
    conn.prepare_cached(
        "UPDATE message SET state = ?2, contact = ?3, back = ?4, kind = ?5, tone = ?6, urgent = ?7, answered_at = ?8,
           first_answer = ?9, delegated_at = ?10, resolution = ?11 WHERE id = ?1",
    )?
    .execute(params![
        message.id.0,
        fate.state.name().number(),
        contact,
        fate.state.comes_back().map(seconds),
        fate.kind.number(),
        fate.tone.number(),
        fate.urgent,
        fate.answered_at.map(seconds),
        fate.first_answer,
        fate.delegated_at.map(seconds),
        fate.resolution,
    ])?;
    tally.change(&message.counted(&message.fate), &message.counted(fate));
    Ok(())
}

/// What a line of the journal keeps besides the fields that changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Remark<'a> {
    /// The reason, the rule quoted.
    pub(super) reason: &'a str,
    /// What the answer says, where nothing else keeps it.
    pub(super) text: Option<&'a SafeText>,
    /// The sweep it was decided in, and the outcome that the sweep knew before.
    pub(super) sweep: Option<(SweepId, Former)>,
    /// The draft that went with the answer, and when it was written.
    pub(super) draft: Option<(&'a SafeText, Moment)>,
    /// Whether what was proposed is settled by it.
    pub(super) settles: bool,
    /// Labels that go with it.
    pub(super) labels: &'a [SafeText],
}

/// Writes another fate with its line of the journal; nothing where nothing changes.
pub(super) fn change(
    conn: &Connection,
    tally: &mut Tally,
    act: &mut Act<'_>,
    message: &Known,
    fate: &Fate,
    verb: Verb,
    remark: &Remark<'_>,
) -> StoreResult<bool> {
    let (old, new) = (serde_json::to_value(message.fate)?, serde_json::to_value(fate)?);
    let differs = difference(&old, &new);
    let fated = differs.is_some();
    let (mut before, mut after) = differs.unwrap_or_else(|| (json!({}), json!({})));
    let proposed = proposal::follow(conn, message, fate, remark.settles, &mut before, &mut after)?;
    let labelled = label::change(conn, act, message.brand, message.id, remark.labels, &[])?;
    // A second answer changes nothing of the message, but its draft went.
    if !(fated || proposed || remark.draft.is_some()) {
        return Ok(labelled);
    }
    note(&mut before, &mut after, remark);
    if fated {
        write_fate(conn, tally, message, fate)?;
    }
    act.line(verb, Subject::Message, message.id.0, Some(&before), Some(&after))?;
    Ok(true)
}

/// Adds a remark to the two sides of a line.
fn note(before: &mut Value, after: &mut Value, remark: &Remark<'_>) {
    if !remark.reason.is_empty() {
        after["reason"] = json!(remark.reason);
    }
    if let Some(text) = remark.text {
        after["text"] = json!(text);
    }
    if let Some((sweep, Former(outcome))) = remark.sweep {
        after["sweep"] = json!(sweep);
        before["outcome"] = json!(outcome);
    }
    if let Some((draft, at)) = remark.draft {
        before["draft"] = json!(draft);
        before["draft_at"] = json!(seconds(at));
    }
}

/// The word of the journal for a decision.
pub(super) const fn verb_of(state: MessageState) -> Verb {
    match state {
        MessageState::Open => Verb::Reopened,
        MessageState::Answered => Verb::Answered,
        MessageState::Delegated { .. } => Verb::Delegated,
        MessageState::Snoozed { .. } => Verb::Snoozed,
        MessageState::Closed => Verb::Closed,
        MessageState::Hidden => Verb::Hidden,
    }
}

// ---- drafts

/// The draft of an answer, empty if there is none.
pub(super) fn draft(conn: &Connection, id: MessageId) -> StoreResult<SafeText> {
    Ok(dated_draft(conn, id)?.map(|(text, _)| text).unwrap_or_default())
}

/// The draft of an answer and when it was written, if there is one.
pub(super) fn dated_draft(conn: &Connection, id: MessageId) -> StoreResult<Option<(SafeText, Moment)>> {
    let mut statement = conn.prepare_cached("SELECT text, at FROM draft WHERE message = ?1")?;
    Ok(statement.query_row([id.0], |row| Ok((row.text("text")?, row.moment("at")?))).optional()?)
}

/// Keeps a draft; a blank one is forgotten.
pub(super) fn keep_draft(conn: &Connection, id: MessageId, text: &SafeText, at: Moment) -> StoreResult<()> {
    if text.is_blank() {
        conn.prepare_cached("DELETE FROM draft WHERE message = ?1")?.execute([id.0])?;
    } else {
        conn.prepare_cached(
            "INSERT INTO draft (message, text, at) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at",
        )?
        .execute(params![id.0, text.as_str(), seconds(at)])?;
    }
    Ok(())
}

/// Keeps what was typed before the draft was read.
pub(super) fn add_to_draft(conn: &Connection, id: MessageId, typed: &SafeText, at: Moment) -> StoreResult<()> {
    let kept = draft(conn, id)?;
    keep_draft(conn, id, &draft_with(&kept, typed), at)
}

/// Puts the text of an answer that did not leave back; a draft begun meanwhile stays, below it.
pub(super) fn return_draft(conn: &Connection, id: MessageId, text: &SafeText, at: Moment) -> StoreResult<()> {
    let begun = draft(conn, id)?;
    if begun.is_blank() || begun == *text {
        return keep_draft(conn, id, text, at);
    }
    keep_draft(conn, id, &SafeText::clean(&format!("{text}\n\n{begun}")), at)
}
