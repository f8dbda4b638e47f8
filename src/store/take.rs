//! Taking in what a network brings: a page whole, with its cursor, its words and its counters.
//!
//! Writes only where something changed; a page that is known writes nothing.

mod author;
mod own;

pub(super) use own::remember_own;

use super::erased::Erased;
use super::journal::Act;
use super::message::{self, Fate, Known, Remark};
use super::tally::Tally;
use super::value::{Coded, seconds};
use super::workspace::{self, Clock};
use super::{StoreResult, by_hand, deadline, last_word, proposal, reaction, rule, sweep};
use crate::app::effect::{Page, Stream};
use crate::app::event::Reply;
use crate::domain::account::Account;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::{Channel, Incoming, MessageState, recent_since};
use crate::domain::rule::Judge;
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use crate::domain::{AccountId, MessageId, PersonId};
use author::Author;
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use serde_json::json;
use std::collections::HashMap;

/// What a page brought.
#[derive(Debug, Clone, Copy, Default)]
struct Brought {
    new: u32,
    changed: u32,
    answered: u32,
    reactions: u32,
}

/// One page on its way in.
struct Intake<'c> {
    conn: &'c Connection,
    ready: Ready<'c>,
    account: Account,
    clock: Clock,
    /// What was written before this instant was there before Ronde began.
    began: Option<Moment>,
    /// Who was erased and must not come back.
    erased: Erased,
    tally: Tally,
    act: Act<'c>,
    people: HashMap<String, Author>,
    words: Vec<Words>,
    /// The rules of the brand, made ready once a page.
    judge: Judge,
    /// Whether anything was promised for later, and whether the account answered anything: mostly not.
    promised: bool,
    answered: bool,
    brought: Brought,
    at: Moment,
    /// The row that the next new message takes: that of one whose logging was undone.
    row: Option<MessageId>,
}

/// What is asked and written for each message, made ready once a page.
struct Ready<'c> {
    stored: CachedStatement<'c>,
    answered: CachedStatement<'c>,
    author: CachedStatement<'c>,
    insert: CachedStatement<'c>,
}

impl<'c> Ready<'c> {
    fn new(conn: &'c Connection) -> StoreResult<Self> {
        Ok(Self {
            stored: conn.prepare_cached("SELECT id, text <> ?3 FROM message WHERE account = ?1 AND remote_id = ?2")?,
            answered: conn.prepare_cached("SELECT min(at) FROM own WHERE account = ?1 AND parent = ?2")?,
            author: conn.prepare_cached(
                "SELECT p.id, p.name, p.handle FROM handle h JOIN person p ON p.id = h.person WHERE h.account = ?1 AND h.remote_id = ?2",
            )?,
            insert: conn.prepare_cached(
                "INSERT INTO message (id, brand, account, person, remote_id, parent, author, text, url, channel, visibility, kind, tone,
                   urgent, filtered, earlier, state, at, answered_at, first_answer, deadline)
                 VALUES (?20, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
            )?,
        })
    }
}

/// A row of the index of words to be written after the page.
struct Words {
    message: MessageId,
    text: String,
    author: String,
    handle: String,
    known: bool,
}

/// Takes a page in and moves the cursor with it.
pub(super) fn page(conn: &Connection, account: AccountId, page: &Page, at: Moment) -> StoreResult<Reply> {
    let mut intake = Intake::new(conn, account, Actor::Network, at)?;
    let since = workspace::account_since(conn, account)?;
    let zone = intake.clock.zone;
    intake.began = Some(crate::domain::time::day_start(zone, recent_since(day_in(zone, since))));
    // What the account said comes first: an answer may arrive before or with what it answers.
    for own in &page.own {
        intake.own(own)?;
    }
    if !page.incoming.is_empty() {
        intake.promised = any(conn, "SELECT 1 FROM message WHERE back IS NOT NULL", [])?;
        intake.answered = any(conn, "SELECT 1 FROM own WHERE account = ?1 AND parent IS NOT NULL", [account.0])?;
    }
    intake.messages(&page.incoming)?;
    intake.brought.reactions = reaction::take(conn, &intake.account, &intake.erased, &page.reactions)?;
    if let Some(cursor) = &page.cursor {
        save_cursor(conn, account, page.stream, cursor)?;
    }
    intake.finish(page.more)
}

/// Takes in messages that the CM logs by hand; without an id of a network they get one of our own.
pub(super) fn by_hand(conn: &Connection, account: AccountId, logged: &[Incoming], at: Moment) -> StoreResult<Reply> {
    let mut intake = Intake::new(conn, account, Actor::Cm, at)?;
    let mut logged = logged.to_vec();
    let last: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM message", [], |row| row.get(0))?;
    for (message, number) in logged.iter_mut().zip(last + 1..) {
        if message.remote_id.is_blank() {
            message.remote_id = SafeText::clean(&format!("hand-{number}"));
        }
    }
    let people: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM person", [], |row| row.get(0))?;
    intake.messages(&logged)?;
    let new: Vec<MessageId> = intake.words.iter().filter(|words| !words.known).map(|words| words.message).collect();
    for id in new {
        by_hand::note(conn, &mut intake.act, id, people)?;
    }
    intake.finish(false)
}

/// Takes a message that was logged by hand in again, under its own row.
pub(super) fn again(conn: &Connection, account: AccountId, row: MessageId, message: &Incoming, at: Moment) -> StoreResult<()> {
    let mut intake = Intake::new(conn, account, Actor::Cm, at)?;
    intake.row = Some(row);
    intake.insert(message)?;
    intake.finish(false).map(drop)
}

/// Whether there is such a row.
fn any(conn: &Connection, sql: &str, given: impl rusqlite::Params) -> StoreResult<bool> {
    Ok(conn.prepare_cached(sql)?.exists(given)?)
}

/// Where a stream was left.
pub(super) fn cursor(conn: &Connection, account: AccountId, stream: Stream) -> StoreResult<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT value FROM cursor WHERE account = ?1 AND stream = ?2")?;
    Ok(statement.query_row(params![account.0, stream.code()], |row| row.get(0)).optional()?)
}

fn save_cursor(conn: &Connection, account: AccountId, stream: Stream, value: &str) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO cursor (account, stream, value) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
    )?
    .execute(params![account.0, stream.code(), value])?;
    Ok(())
}

/// What is stored of a message that a page brings again.
struct Stored {
    id: MessageId,
    changed: bool,
}

impl<'c> Intake<'c> {
    fn new(conn: &'c Connection, account: AccountId, actor: Actor, at: Moment) -> StoreResult<Self> {
        let account = workspace::account(conn, account)?;
        let clock = workspace::clock(conn, account.brand)?;
        let erased = Erased::of(conn, &account)?;
        Ok(Self {
            conn,
            tally: Tally::new(account.brand, clock.zone),
            act: Act::new(conn, account.brand, actor, at),
            judge: rule::judge(conn, account.brand)?,
            account,
            clock,
            began: None,
            erased,
            people: HashMap::new(),
            words: Vec::new(),
            ready: Ready::new(conn)?,
            promised: true,
            answered: true,
            brought: Brought::default(),
            at,
            row: None,
        })
    }

    /// Writes the words and counters of the page.
    fn finish(mut self, more: bool) -> StoreResult<Reply> {
        // The index takes rows fastest in their order.
        self.words.sort_by_key(|words| words.message);
        let mut remove = self.conn.prepare_cached("DELETE FROM message_word WHERE rowid = ?1")?;
        for words in self.words.iter().filter(|words| words.known) {
            remove.execute([words.message.0])?;
        }
        let mut insert = self.conn.prepare_cached("INSERT INTO message_word (rowid, text, author, handle) VALUES (?1, ?2, ?3, ?4)")?;
        for words in &self.words {
            insert.execute(params![words.message.0, words.text, words.author, words.handle])?;
        }
        self.tally.write(self.conn)?;
        sweep::jump(self.conn, self.account.brand, day_in(self.clock.zone, self.at))?;
        let Brought { new, changed, answered, reactions } = self.brought;
        Ok(Reply::Taken { account: self.account.id, new, changed, answered, reactions, more })
    }

    /// Takes messages in, oldest first so that their rows stand in the order of time.
    fn messages(&mut self, incoming: &[Incoming]) -> StoreResult<()> {
        let mut in_time: Vec<&Incoming> = incoming.iter().collect();
        in_time.sort_by_key(|message| message.at);
        for message in in_time {
            match self.stored(message)? {
                None if self.erased.covers(self.conn, message)? => {}
                None => self.insert(message)?,
                Some(stored) if stored.changed => self.edit(stored.id, message)?,
                Some(_) => {}
            }
        }
        Ok(())
    }

    fn stored(&mut self, message: &Incoming) -> StoreResult<Option<Stored>> {
        let found = self.ready.stored.query_row(params![self.account.id.0, message.remote_id.as_str(), message.text.as_str()], |row| {
            Ok(Stored { id: MessageId(row.get(0)?), changed: row.get(1)? })
        });
        Ok(found.optional()?)
    }

    fn insert(&mut self, message: &Incoming) -> StoreResult<()> {
        let author = self.author(message)?;
        let earlier = self.began.is_some_and(|began| message.at < began);
        let mut fate = Fate::new(if earlier { MessageState::Closed } else { MessageState::Open });
        let answer = self.answered_before(author.person, message)?;
        let deadline = deadline::take(self.conn, &self.account, author.person, message)?;
        if let Some(answer) = answer {
            fate = fate.decided(MessageState::Answered, answer, message.at, earlier, &self.clock);
        }
        let written_as = (author.name != message.author.as_str()).then(|| message.author.as_str());
        self.ready.insert.execute(params![
            self.account.brand.0,
            self.account.id.0,
            author.person.0,
            message.remote_id.as_str(),
            message.parent.as_ref().map(SafeText::as_str),
            written_as,
            message.text.as_str(),
            message.url.as_ref().map(SafeText::as_str),
            message.channel.number(),
            message.visibility.number(),
            fate.kind.number(),
            fate.tone.number(),
            message.filtered,
            earlier,
            fate.state.name().number(),
            seconds(message.at),
            fate.answered_at.map(seconds),
            fate.first_answer,
            deadline.map(seconds),
            self.row.take().map(|row| row.0),
        ])?;
        let id = MessageId(self.conn.last_insert_rowid());
        let known = Known { id, brand: self.account.brand, account: self.account.id, at: message.at, earlier, proposal: None, fate };
        self.tally.add(&known.counted(&fate));
        self.brought.new += 1;
        self.words.push(Words {
            message: id,
            text: message.text.as_str().to_owned(),
            author: message.author.as_str().to_owned(),
            handle: author.handle,
            known: false,
        });
        if !self.judge.is_empty() && fate.state.is_open() {
            proposal::take(self.conn, &self.judge, id)?;
        }
        if let Some(answer) = answer {
            self.brought.answered += 1;
            let after = json!({ "state": fate.state, "answered_at": fate.answered_at });
            self.act.line(Verb::AnsweredElsewhere, Subject::Message, id.0, None, Some(&after))?;
            for before in last_word::open_until(self.conn, id, answer)? {
                self.answer_elsewhere(&before, answer, None)?;
            }
        } else if self.promised && !earlier {
            self.reopen(author.person, message)?;
        }
        Ok(())
    }

    /// When the account answered this message, or had the last word after it, if that was seen before the message itself.
    fn answered_before(&mut self, person: PersonId, message: &Incoming) -> StoreResult<Option<Moment>> {
        if !self.answered {
            return Ok(None);
        }
        let at: Option<i64> = self.ready.answered.query_row(params![self.account.id.0, message.remote_id.as_str()], |row| row.get(0))?;
        match at.and_then(super::value::moment) {
            Some(at) => Ok(Some(at)),
            None => last_word::said_after(self.conn, self.account.id, person, message),
        }
    }

    /// Brings back what was delegated or snoozed of the same person in the same conversation.
    fn reopen(&mut self, person: PersonId, message: &Incoming) -> StoreResult<()> {
        let promised = message::known_where(self.conn, "person = ?1 AND back IS NOT NULL", [person.0])?;
        if promised.is_empty() {
            return Ok(());
        }
        let here = root(self.conn, self.account.id, message.remote_id.as_str())?;
        // An older message that comes in late is no new word.
        for known in promised.into_iter().filter(|known| known.account == self.account.id && known.at <= message.at) {
            let other = message::read(self.conn, known.id)?;
            let Some(other) = other else { continue };
            let both_direct = message.channel == Channel::Direct && other.channel == Channel::Direct;
            if !both_direct && root(self.conn, self.account.id, other.remote_id.as_str())? != here {
                continue;
            }
            let fate = known.fate.decided(MessageState::Open, self.at, known.at, known.earlier, &self.clock);
            let mut act = Act::new(self.conn, known.brand, Actor::Ronde, self.at);
            message::change(self.conn, &mut self.tally, &mut act, &known, &fate, Verb::Reopened, &Remark::default())?;
        }
        Ok(())
    }

    fn edit(&mut self, id: MessageId, message: &Incoming) -> StoreResult<()> {
        let author = self.author(message)?;
        let before: String = self.conn.query_row("SELECT text FROM message WHERE id = ?1", [id.0], |row| row.get(0))?;
        self.conn
            .prepare_cached("UPDATE message SET text_before = coalesce(text_before, text), text = ?2 WHERE id = ?1")?
            .execute(params![id.0, message.text.as_str()])?;
        self.act.line(Verb::Edited, Subject::Message, id.0, Some(&json!({ "text": before })), Some(&json!({ "text": message.text })))?;
        if !self.judge.is_empty() {
            proposal::take(self.conn, &self.judge, id)?;
        }
        self.brought.changed += 1;
        self.words.push(Words {
            message: id,
            text: message.text.as_str().to_owned(),
            author: message.author.as_str().to_owned(),
            handle: author.handle,
            known: true,
        });
        Ok(())
    }
}

/// The most steps up a conversation: beyond it lies a circle or a hostile server.
const DEEPEST: usize = 100;

/// The top of the conversation of something, as far as it is known.
fn root(conn: &Connection, account: AccountId, remote_id: &str) -> StoreResult<String> {
    let mut statement = conn.prepare_cached(
        "SELECT parent FROM message WHERE account = ?1 AND remote_id = ?2 AND parent IS NOT NULL
         UNION ALL SELECT parent FROM own WHERE account = ?1 AND remote_id = ?2 AND parent IS NOT NULL LIMIT 1",
    )?;
    let mut here = remote_id.to_owned();
    for _ in 0..DEEPEST {
        let above: Option<String> = statement.query_row(params![account.0, here], |row| row.get(0)).optional()?;
        match above {
            Some(above) => here = above,
            None => break,
        }
    }
    Ok(here)
}
