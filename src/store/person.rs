//! Persons: their names, and what they wrote on all networks. Brands never mix.
//!
//! A person that was joined to another points to the main one; every read is of all of them, by index.

mod everything;
pub(super) mod known;

use super::value::{Columns, count};
use super::{StoreError, StoreResult, promise, reaction, search, window};
use crate::app::effect::PersonJob;
use crate::app::event::{PastPage, PersonReply, Reply};
use crate::domain::person::{Alias, Card, Person, Tones};
use crate::domain::query::Key;
use crate::domain::text::SafeText;
use crate::domain::{AccountId, BrandId, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many messages the card holds at once.
const PAGE: usize = 100;
/// How many newest messages are looked at for names of one or two letters.
const NEWEST: u16 = 2_000;

/// The rows of a person and of those joined to them; `?1` is the main one.
pub(super) const GROUP: &str = "(SELECT id FROM person WHERE id = ?1 OR joined = ?1)";

/// Carries out a job.
pub(super) fn serve(conn: &Connection, job: PersonJob) -> StoreResult<Reply> {
    Ok(match job {
        PersonJob::Card(id) => Reply::Person(PersonReply::Card(card(conn, id)?.map(Box::new))),
        PersonJob::Past(id, before) => Reply::Person(PersonReply::Past(past(conn, root(conn, id)?, Some(before), PAGE)?)),
        PersonJob::Find(brand, typed, most) => Reply::Person(PersonReply::Found(find(conn, brand, &typed, usize::from(most))?)),
        PersonJob::BeginNote(id, text) => {
            known::begin_note(conn, root(conn, id)?, text.as_ref())?;
            Reply::Saved
        }
        PersonJob::Note(id, note, at) => {
            known::change(conn, id, at, |known| known.note = note)?;
            known::begin_note(conn, root(conn, id)?, None)?;
            Reply::Done
        }
        PersonJob::Kind(id, kind, at) => {
            known::change(conn, id, at, |known| known.kind = kind)?;
            Reply::Done
        }
        PersonJob::Join { main, other, at } => {
            known::join(conn, main, other, at)?;
            Reply::Done
        }
        PersonJob::Separate(id, at) => {
            known::separate(conn, id, at)?;
            Reply::Done
        }
        PersonJob::Promise(given, at) => {
            promise::keep(conn, &given, at)?;
            Reply::Done
        }
        PersonJob::DropPromise(id, at) => {
            promise::remove(conn, id, at)?;
            Reply::Done
        }
        PersonJob::Dump(id) => Reply::Person(PersonReply::Dump(Box::new(everything::of(conn, id)?))),
        // Served before a transaction is begun: it writes the file anew after its own.
        PersonJob::Erase(..) => Reply::Done,
    })
}

/// The main person of one.
pub(super) fn root(conn: &Connection, id: PersonId) -> StoreResult<PersonId> {
    let found =
        conn.prepare_cached("SELECT coalesce(joined, id) FROM person WHERE id = ?1")?.query_row([id.0], |row| row.get(0)).optional()?;
    found.map(PersonId).ok_or_else(|| StoreError::missing("person", id.0))
}

/// A main person and all that were joined to them, the main one first.
pub(super) fn group(conn: &Connection, root: PersonId) -> StoreResult<Vec<PersonId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM person WHERE id = ?1 OR joined = ?1 ORDER BY id <> ?1, id")?;
    let found = statement.query_map([root.0], |row| row.get(0).map(PersonId))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
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

/// A main person with the counts of all that were joined to them.
pub(super) fn read(conn: &Connection, root: PersonId) -> StoreResult<Option<Person>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT p.*, g.messages, g.answered, coalesce(g.first, p.since) AS first FROM person p,
           (SELECT count(*) AS messages, count(answered_at) AS answered, min(at) AS first FROM message WHERE person IN {GROUP}) g
         WHERE p.id = ?1"
    ))?;
    Ok(statement.query_row([root.0], person_of).optional()?)
}

/// Messages of a person on all networks, newest first: each row's newest by its index, and the newest of these.
pub(super) fn past(conn: &Connection, root: PersonId, before: Option<Key>, most: usize) -> StoreResult<PastPage> {
    let mut rows = Vec::new();
    for id in group(conn, root)? {
        rows.extend(window::of_person(conn, id, before, most + 1)?);
    }
    rows.sort_by_key(|row| row.key);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok(PastPage { rows, more })
}

fn card(conn: &Connection, id: PersonId) -> StoreResult<Option<(Card, PastPage)>> {
    let Ok(main) = root(conn, id) else { return Ok(None) };
    let Some(person) = read(conn, main)? else { return Ok(None) };
    if is_erased(conn, main)? {
        return Ok(None);
    }
    let mut statement = conn.prepare_cached(&format!(
        "SELECT coalesce(sum(tone = 1), 0), coalesce(sum(tone = 2), 0), coalesce(sum(tone = 3), 0), coalesce(sum(state = 0), 0)
         FROM message WHERE person IN {GROUP}"
    ))?;
    let (tones, waiting) = statement.query_row([main.0], |row| {
        Ok((Tones { positive: count(row.get(0)?), neutral: count(row.get(1)?), negative: count(row.get(2)?) }, count(row.get(3)?)))
    })?;
    let card = Card {
        aliases: aliases(conn, main)?,
        former: former(conn, main)?,
        tones,
        waiting,
        promises: promise::to(conn, main)?,
        attention: reaction::of_person(conn, main)?,
        begun: known::begun_note(conn, main)?,
        person,
    };
    Ok(Some((card, past(conn, main, None, PAGE)?)))
}

/// Whether a person was erased: the journal says so. One whose name and handle are blank may well write.
fn is_erased(conn: &Connection, main: PersonId) -> StoreResult<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE subject = 'person' AND row = ?1 AND verb = 'erased')";
    Ok(conn.prepare_cached(sql)?.query_row([main.0], |row| row.get(0))?)
}

/// Every name by which networks know a person.
fn aliases(conn: &Connection, main: PersonId) -> StoreResult<Vec<Alias>> {
    let mut names = conn.prepare_cached("SELECT name, handle FROM person WHERE id = ?1")?;
    let mut accounts = conn.prepare_cached("SELECT DISTINCT account FROM message WHERE person = ?1 ORDER BY account")?;
    let alias = |id: PersonId| {
        let (name, handle) = names.query_row([id.0], |row| Ok((row.text("name")?, row.text("handle")?)))?;
        let accounts = accounts.query_map([id.0], |row| row.get(0).map(AccountId))?.collect::<rusqlite::Result<_>>()?;
        Ok(Alias { person: id, name, handle, accounts })
    };
    group(conn, main)?.into_iter().map(alias).collect()
}

/// Names and handles of before, the newest first: the journal says when a network told another.
pub(super) fn former(conn: &Connection, main: PersonId) -> StoreResult<Vec<SafeText>> {
    let mut now = BTreeSet::new();
    let mut names = Vec::new();
    for alias in aliases(conn, main)? {
        now.extend([alias.name, alias.handle]);
    }
    let mut statement = conn.prepare_cached(&format!(
        "SELECT before FROM journal WHERE subject = 'person' AND verb = 'renamed' AND row IN {GROUP} AND before IS NOT NULL ORDER BY id DESC"
    ))?;
    let lines = statement.query_map([main.0], |row| row.json::<Value>("before"))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for line in lines {
        for field in ["handle", "name"] {
            let text = SafeText::line(line[field].as_str().unwrap_or_default());
            if !text.is_blank() && now.insert(text.clone()) {
                names.push(text);
            }
        }
    }
    Ok(names)
}

/// Persons of a brand whose name or handle begins with each word typed, those who wrote last first.
///
/// Asks the index of words, which knows the author and the handle of each message; one or two letters are
/// looked for among the newest messages only.
fn find(conn: &Connection, brand: BrandId, typed: &str, most: usize) -> StoreResult<Vec<Person>> {
    let tokens = search::tokens(typed);
    let long = tokens.last().is_some_and(|last| last.chars().count() >= 3);
    let roots: Vec<i64> = if long {
        let expression = format!("{{author handle}} : {}*", search::quote(&tokens));
        let mut statement = conn.prepare_cached(
            "SELECT coalesce(p.joined, p.id) AS main, max(m.at) AS newest
             FROM (SELECT rowid AS id FROM message_word WHERE message_word MATCH ?1 ORDER BY rowid DESC LIMIT 2000) f
             CROSS JOIN message m ON m.id = f.id JOIN person p ON p.id = m.person WHERE m.brand = ?2 GROUP BY main ORDER BY newest DESC LIMIT ?3",
        )?;
        statement.query_map(params![expression, brand.0, most.cast_signed() as i64], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
    } else {
        let wanted = tokens.join(" ");
        let mut statement = conn.prepare_cached(
            "SELECT coalesce(p.joined, p.id), p.name || ' ' || p.handle FROM (SELECT person FROM message WHERE brand = ?1 ORDER BY at DESC LIMIT ?2) m
             JOIN person p ON p.id = m.person",
        )?;
        let mut seen = Vec::new();
        let mut rows = statement.query(params![brand.0, NEWEST])?;
        while let Some(row) = rows.next()? {
            let (main, names): (i64, String) = (row.get(0)?, row.get(1)?);
            if seen.len() < most && !seen.contains(&main) && search::has_beginning(&names, &wanted) {
                seen.push(main);
            }
        }
        seen
    };
    roots.into_iter().filter_map(|id| read(conn, PersonId(id)).transpose()).collect()
}
