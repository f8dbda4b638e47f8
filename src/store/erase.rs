//! Takes a person out of every file of ours: rows, the index of words, free pages, the WAL, copies.
//!
//! Emptied messages stay as rows without a word, so that every figure stays as it was. Nothing here can be undone.

use super::erased::{Erased, What};
use super::journal::Act;
use super::message::{self, Remark};
use super::tally::Tally;
use super::value::{count, seconds};
use super::{Place, Store, StoreError, StoreResult, backup, mention, person, workspace};
use crate::app::event::{PersonReply, Reply};
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::MessageState;
use crate::domain::person::{Erasure, Person};
use crate::domain::time::Moment;
use crate::domain::{AccountId, PersonId};
use rusqlite::{Connection, TransactionBehavior, params};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The setting that is there while the journal may be changed.
const ERASING: &str = "~erasing";
/// The setting that is there until the file was written anew and the copies are gone.
const OWED: &str = "~erased-owed";

/// Erases a person: the rows in one transaction, then what the rows leave behind.
pub(super) fn run(store: &mut Store, id: PersonId, at: Moment) -> StoreResult<Reply> {
    store.commit_with(super::Durability::Full)?;
    let transaction = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut erasure = rows(&transaction, id, at)?;
    transaction.commit()?;
    // What follows may fail where another program holds the file; it is owed then, and done at the next start.
    match clean(store) {
        Ok(copies) => erasure.copies = copies,
        Err(_) => erasure.whole = false,
    }
    Ok(Reply::Person(PersonReply::Erased(Box::new(erasure))))
}

/// Does what an erasure that was cut short still owes.
pub(super) fn finish(store: &Store) -> StoreResult<()> {
    let owed: bool = store.conn.query_row("SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?1)", [OWED], |row| row.get(0))?;
    if owed {
        // Whoever holds the file now is no reason not to open it: it stays owed.
        drop(clean(store));
    }
    Ok(())
}

// ---- the rows

/// What is erased, as tables of the moment.
const GONE: &str = "
  CREATE TEMP TABLE gone_person (id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE gone_message (id INTEGER PRIMARY KEY, account INTEGER NOT NULL, remote_id TEXT NOT NULL);
  CREATE TEMP TABLE gone_line (id INTEGER PRIMARY KEY, act INTEGER NOT NULL);
  CREATE INDEX temp.gone_remote ON gone_message (remote_id, account);";
const GONE_NO_MORE: &str = "DROP TABLE temp.gone_line; DROP TABLE temp.gone_message; DROP TABLE temp.gone_person;";

/// Everything of one person, emptied or deleted.
fn rows(conn: &Connection, id: PersonId, at: Moment) -> StoreResult<Erasure> {
    let main = person::root(conn, id)?;
    let who = person::read(conn, main)?.ok_or_else(|| StoreError::missing("person", main.0))?;
    conn.execute_batch(GONE)?;
    conn.execute(&format!("INSERT INTO gone_person SELECT id FROM {}", person::GROUP), [main.0])?;
    conn.execute("INSERT INTO gone_message SELECT id, account, remote_id FROM message WHERE person IN (SELECT id FROM gone_person)", [])?;
    let moving: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM delivery WHERE message IN (SELECT id FROM gone_message)
           AND stage IN ('held', 'queued', 'sending', 'unknown'))",
        [],
        |row| row.get(0),
    )?;
    if moving {
        conn.execute_batch(GONE_NO_MORE)?;
        return Err(Conflict::OnItsWay.into());
    }
    let handles = handles(conn, &who)?;
    remember(conn, &handles, at)?;
    let closed = close(conn, &who, at)?;
    workspace::save_setting(conn, ERASING, "1")?;
    journal(conn)?;
    let messages = conn.execute(EMPTY_MESSAGES, [main.0])?;
    conn.execute_batch(DELETE)?;
    for gone in person::group(conn, main)? {
        conn.execute("DELETE FROM setting WHERE name = ?1", [person::known::note_setting(gone)])?;
    }
    forms(conn, &who, &handles)?;
    conn.execute("UPDATE person SET name = '', handle = '', kind = 'unknown', note = '', joined = NULL WHERE id = ?1", [main.0])?;
    conn.execute("DELETE FROM person WHERE id IN (SELECT id FROM gone_person) AND id <> ?1", [main.0])?;
    conn.execute("INSERT INTO message_word (rowid, text, author, handle) SELECT id, '', '', '' FROM gone_message", [])?;
    for handle in &handles {
        conn.execute(
            "DELETE FROM turn WHERE lower(handle) = ?1 AND message IN (SELECT id FROM message WHERE brand = ?2)",
            params![handle.to_ascii_lowercase(), who.brand.0],
        )?;
    }
    mention::remove(conn, &handles)?;
    conn.execute("DELETE FROM setting WHERE name = ?1", [ERASING])?;
    workspace::save_setting(conn, OWED, "1")?;
    let messages = count(messages.cast_signed() as i64);
    let after = json!({ "messages": messages });
    Act::new(conn, who.brand, Actor::Cm, at).line(Verb::Erased, Subject::Person, main.0, Some(&Value::Null), Some(&after))?;
    conn.execute_batch(GONE_NO_MORE)?;
    Ok(Erasure { name: if who.name.is_blank() { who.handle } else { who.name }, messages, closed, copies: 0, whole: true })
}

/// Forms left unfinished: those about their messages, and a message being logged that names them.
fn forms(conn: &Connection, who: &Person, handles: &[String]) -> StoreResult<()> {
    conn.execute_batch(
        "DELETE FROM setting WHERE name IN (SELECT '~form-win-' || id FROM gone_message UNION SELECT '~form-feedback-' || id FROM gone_message
           UNION SELECT '~form-quote-' || id FROM gone_message
           UNION SELECT '~form-answer-' || id FROM brief WHERE message IN (SELECT id FROM gone_message))",
    )?;
    let names = handles.iter().map(String::as_str).chain([who.name.as_str()]).filter(|name| !name.trim().is_empty());
    for name in names {
        conn.execute("DELETE FROM setting WHERE name LIKE '~form-log-%' AND instr(lower(value), lower(?1)) > 0", [name])?;
    }
    Ok(())
}

/// The messages stay as rows that count, without a word of anybody.
const EMPTY_MESSAGES: &str = "
  UPDATE message SET person = ?1, remote_id = '~erased-' || id, parent = NULL, author = NULL, text = '', text_before = NULL, url = NULL,
    proposal = NULL, proposed_rank = 0, deadline = NULL WHERE id IN (SELECT id FROM gone_message)";

/// What surrounds the messages: conversations, what we said to them, drafts, acts, briefs, keepsakes, promises.
const DELETE: &str = "
  UPDATE message SET parent = NULL WHERE parent IS NOT NULL AND (parent, account) IN (SELECT remote_id, account FROM gone_message);
  DELETE FROM message_word WHERE rowid IN (SELECT id FROM gone_message);
  DELETE FROM turn WHERE message IN (SELECT id FROM gone_message);
  DELETE FROM turn WHERE (remote_id, (SELECT account FROM message WHERE id = turn.message)) IN (SELECT remote_id, account FROM gone_message);
  DELETE FROM turn WHERE ours <> 0
    AND (parent, (SELECT account FROM message WHERE id = turn.message)) IN (SELECT remote_id, account FROM gone_message);
  UPDATE turn SET parent = NULL WHERE parent IS NOT NULL
    AND (parent, (SELECT account FROM message WHERE id = turn.message)) IN (SELECT remote_id, account FROM gone_message);
  UPDATE own SET text = '', url = NULL, parent = NULL WHERE parent IS NOT NULL
    AND (parent, account) IN (SELECT remote_id, account FROM gone_message);
  UPDATE sweep_item SET outcome = 4 WHERE outcome IS NULL AND message IN (SELECT id FROM gone_message)
    AND sweep IN (SELECT id FROM sweep WHERE ended IS NULL);
  DELETE FROM draft WHERE message IN (SELECT id FROM gone_message);
  DELETE FROM highlight WHERE message IN (SELECT id FROM gone_message);
  DELETE FROM promise WHERE person IN (SELECT id FROM gone_person) OR message IN (SELECT id FROM gone_message);
  DELETE FROM setting WHERE name LIKE 'brief-what-%' AND value IN (
    SELECT asked FROM brief WHERE message IN (SELECT id FROM gone_message) AND asked <> '');
  DELETE FROM message_label WHERE message IN (SELECT id FROM gone_message);
  UPDATE brief SET asked = '', answer = '' WHERE message IN (SELECT id FROM gone_message);
  UPDATE delivery SET
    act = CASE name
      WHEN 'reply' THEN json_set(act, '$.to', '', '$.handle', '', '$.text', '')
      WHEN 'like' THEN json_set(act, '$.of', '')
      WHEN 'repost' THEN json_set(act, '$.of', '')
      WHEN 'quote' THEN json_set(act, '$.of', '', '$.text', '')
      WHEN 'hide' THEN json_set(act, '$.what', '')
      WHEN 'report' THEN json_set(act, '$.what', '', '$.reason', '')
      WHEN 'delete' THEN act
      ELSE json_set(act, '$.author_of', '') END,
    journey = CASE stage
      WHEN 'done' THEN json_set(journey, '$.url', NULL)
      WHEN 'refused' THEN json_set(journey, '$.why', '')
      ELSE journey END
    WHERE message IN (SELECT id FROM gone_message);
  DELETE FROM reaction WHERE (account, author) IN (SELECT account, remote_id FROM handle WHERE person IN (SELECT id FROM gone_person));
  DELETE FROM handle WHERE person IN (SELECT id FROM gone_person);";

/// Every handle they have and had.
fn handles(conn: &Connection, who: &Person) -> StoreResult<Vec<String>> {
    let mut handles: BTreeSet<String> = person::former(conn, who.id)?.iter().map(ToString::to_string).collect();
    let mut statement = conn.prepare("SELECT handle FROM person WHERE id IN (SELECT id FROM gone_person)")?;
    handles.extend(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?);
    // The longest first: a short one is the beginning of a longer one.
    let mut handles: Vec<String> = handles.into_iter().filter(|handle| !handle.trim().is_empty()).collect();
    handles.sort_by_key(|handle| std::cmp::Reverse(handle.len()));
    Ok(handles)
}

/// Remembers by fingerprints what a pull must not bring back.
fn remember(conn: &Connection, handles: &[String], at: Moment) -> StoreResult<()> {
    let at = seconds(at);
    let pairs = |sql: &str| -> StoreResult<Vec<(i64, String)>> {
        let mut statement = conn.prepare(sql)?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
    };
    let authors = pairs("SELECT account, remote_id FROM handle WHERE person IN (SELECT id FROM gone_person)")?;
    let messages = pairs("SELECT account, remote_id FROM gone_message")?;
    let accounts: BTreeSet<i64> = authors.iter().chain(&messages).map(|(account, _)| *account).collect();
    for account in accounts {
        let known = workspace::account(conn, AccountId(account))?;
        let erased = Erased::with_salt(conn, &known)?;
        for (of, key) in &authors {
            if *of == account {
                erased.remember(conn, What::Author, key, at)?;
            }
        }
        for (of, key) in &messages {
            if *of == account {
                erased.remember(conn, What::Message, key, at)?;
            }
        }
        for handle in handles {
            erased.remember(conn, What::Handle, handle, at)?;
        }
    }
    Ok(())
}

/// Closes what still waits: nobody can be answered any more. The totals count it as they count all that is closed.
fn close(conn: &Connection, who: &Person, at: Moment) -> StoreResult<u32> {
    let waiting = message::known_where(conn, "id IN (SELECT id FROM gone_message) AND state IN (0, 2, 3)", [])?;
    let clock = workspace::clock(conn, who.brand)?;
    let mut tally = Tally::new(who.brand, clock.zone);
    let mut act = Act::new(conn, who.brand, Actor::Ronde, at);
    for known in &waiting {
        let fate = known.fate.decided(MessageState::Closed, at, known.at, known.earlier, &clock);
        message::change(conn, &mut tally, &mut act, known, &fate, Verb::Closed, &Remark::default())?;
    }
    tally.write(conn)?;
    Ok(count(waiting.len().cast_signed() as i64))
}

/// The fields of a line that say nothing of anybody.
const PLAIN: &[&str] = &[
    "state",
    "kind",
    "tone",
    "urgent",
    "answered_at",
    "first_answer",
    "delegated_at",
    "resolution",
    "sweep",
    "outcome",
    "first",
    "taken_back",
    "act",
    "due",
];

/// The lines about the person and all that is theirs: what was decided stays, words go, and nothing is left to undo.
fn journal(conn: &Connection) -> StoreResult<()> {
    conn.execute_batch(
        "INSERT INTO gone_line SELECT id, act FROM journal WHERE
           (subject = 'message' AND row IN (SELECT id FROM gone_message))
           OR (subject = 'person' AND row IN (SELECT id FROM gone_person))
           OR (subject = 'delivery' AND row IN (SELECT id FROM delivery WHERE message IN (SELECT id FROM gone_message)))
           OR (subject = 'brief' AND row IN (SELECT id FROM brief WHERE message IN (SELECT id FROM gone_message)))
           OR (subject = 'highlight' AND (row IN (SELECT id FROM highlight WHERE message IN (SELECT id FROM gone_message))
             OR (before ->> 'message') IN (SELECT id FROM gone_message) OR (after ->> 'message') IN (SELECT id FROM gone_message)))
           OR (subject = 'promise' AND (row IN (SELECT id FROM promise WHERE person IN (SELECT id FROM gone_person))
             OR (before ->> 'person') IN (SELECT id FROM gone_person) OR (after ->> 'person') IN (SELECT id FROM gone_person)))",
    )?;
    // Changes of a highlight or a promise name only the field that changed: their row was found by another line.
    conn.execute_batch(
        "INSERT OR IGNORE INTO gone_line SELECT j.id, j.act FROM journal j JOIN gone_line g JOIN journal k ON k.id = g.id
         WHERE j.subject IN ('highlight', 'promise') AND k.subject = j.subject AND k.row = j.row",
    )?;
    let mut lines = conn.prepare("SELECT j.id, j.after FROM gone_line g JOIN journal j ON j.id = g.id WHERE j.verb <> 'erased'")?;
    let lines = lines.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<Vec<(i64, Option<String>)>>>()?;
    let mut update = conn.prepare("UPDATE journal SET before = NULL, after = ?2 WHERE id = ?1")?;
    for (id, after) in lines {
        let after = after.and_then(|text| serde_json::from_str::<Value>(&text).ok()).map(plain);
        update.execute(params![id, after.map(|value| value.to_string())])?;
    }
    // An act on several persons can still be undone for the others: a line of theirs stands for it now.
    conn.execute_batch(
        "UPDATE journal SET step = 0 WHERE act IN (SELECT act FROM gone_line) AND before IS NULL AND verb NOT IN ('undone', 'redone', 'left-out', 'came-back');
         UPDATE journal SET step = 1 WHERE id IN (
           SELECT min(id) FROM journal WHERE act IN (SELECT act FROM gone_line) AND before IS NOT NULL AND actor = 'cm'
             AND verb NOT IN ('undone', 'redone', 'left-out', 'came-back') GROUP BY act);
         UPDATE journal SET step = 0 WHERE act IN (SELECT act FROM gone_line) AND NOT EXISTS (
           SELECT 1 FROM journal k WHERE k.act = journal.act AND k.before IS NOT NULL AND k.actor = 'cm' AND k.verb NOT IN ('undone', 'redone', 'left-out', 'came-back'));",
    )?;
    Ok(())
}

/// What of a line says nothing of anybody.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(fields.into_iter().filter(|(name, _)| PLAIN.contains(&name.as_str())).collect()),
        _ => Value::Null,
    }
}

// ---- what the rows leave behind

/// Writes the index of words and the file anew, empties the WAL, and makes one new copy of those that are kept
/// beside the file. Gives how many copies went.
fn clean(store: &Store) -> StoreResult<u32> {
    store.conn.execute_batch("INSERT INTO message_word (message_word) VALUES ('optimize')")?;
    let Place::File(path) = &store.place else {
        store.conn.execute("DELETE FROM setting WHERE name = ?1", [OWED])?;
        return Ok(0);
    };
    write_anew(&store.conn)?;
    let copies = backup::anew(&store.conn, path)?;
    store.conn.execute("DELETE FROM setting WHERE name = ?1", [OWED])?;
    Ok(copies)
}

/// Leaves no free page and no page in the WAL.
fn write_anew(conn: &Connection) -> StoreResult<()> {
    conn.execute_batch("VACUUM")?;
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy != 0 {
        return Err(StoreError::Sqlite(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None)));
    }
    Ok(())
}
