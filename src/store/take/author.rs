//! Who wrote what comes in: made if new, renamed if they changed their name. Nobody is joined to anybody here.

use super::Intake;
use crate::domain::PersonId;
use crate::domain::journal::{Subject, Verb};
use crate::domain::message::Incoming;
use crate::domain::text::SafeText;
use crate::store::StoreResult;
use crate::store::value::seconds;
use rusqlite::{OptionalExtension, params};
use serde_json::json;

/// How many of their newest messages are found by the new name of somebody who renamed.
const RENAMED: u16 = 1_000;

/// An author as stored.
#[derive(Debug, Clone)]
pub(super) struct Author {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) handle: String,
}

impl Intake<'_> {
    /// The person who wrote a message, made if new, renamed if they changed their name.
    pub(super) fn author(&mut self, message: &Incoming) -> StoreResult<Author> {
        let key = [&message.author_id, &message.handle, &message.author].into_iter().find(|text| !text.is_blank());
        let key = key.map_or("", SafeText::as_str);
        let (name, handle) = (message.author.as_str(), message.handle.as_str());
        if let Some(author) = self.people.get(key).filter(|author| author.name == name && author.handle == handle) {
            return Ok(author.clone());
        }
        let author = match self.find_author(key)? {
            None => self.make_author(key, message)?,
            Some(author) if author.name != name || author.handle != handle => self.rename(author, message)?,
            Some(author) => author,
        };
        self.people.insert(key.to_owned(), author.clone());
        Ok(author)
    }

    fn find_author(&mut self, key: &str) -> StoreResult<Option<Author>> {
        let found = self.ready.author.query_row(params![self.account.id.0, key], |row| {
            Ok(Author { person: PersonId(row.get(0)?), name: row.get(1)?, handle: row.get(2)? })
        });
        Ok(found.optional()?)
    }

    fn make_author(&self, key: &str, message: &Incoming) -> StoreResult<Author> {
        let (name, handle) = (message.author.as_str().to_owned(), message.handle.as_str().to_owned());
        self.conn.prepare_cached("INSERT INTO person (brand, name, handle, since) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            self.account.brand.0,
            name,
            handle,
            seconds(message.at)
        ])?;
        let person = PersonId(self.conn.last_insert_rowid());
        self.conn.prepare_cached("INSERT INTO handle (account, remote_id, person) VALUES (?1, ?2, ?3)")?.execute(params![
            self.account.id.0,
            key,
            person.0
        ])?;
        Ok(Author { person, name, handle })
    }

    /// Follows a new name; messages written under the old one keep it.
    fn rename(&mut self, author: Author, message: &Incoming) -> StoreResult<Author> {
        let newest: Option<i64> =
            self.conn.prepare_cached("SELECT max(at) FROM message WHERE person = ?1")?.query_row([author.person.0], |row| row.get(0))?;
        if newest.is_some_and(|newest| newest > seconds(message.at)) {
            return Ok(author);
        }
        let (name, handle) = (message.author.as_str().to_owned(), message.handle.as_str().to_owned());
        if author.name != name {
            self.conn
                .prepare_cached("UPDATE message SET author = ?2 WHERE person = ?1 AND author IS NULL")?
                .execute(params![author.person.0, author.name])?;
        }
        self.conn.prepare_cached("UPDATE person SET name = ?2, handle = ?3 WHERE id = ?1")?.execute(params![
            author.person.0,
            name,
            handle
        ])?;
        self.index_by_both_names(&author, &name, &handle)?;
        let (was, is) = (json!({ "name": author.name, "handle": author.handle }), json!({ "name": name, "handle": handle }));
        self.act.line(Verb::Renamed, Subject::Person, author.person.0, Some(&was), Some(&is))?;
        Ok(Author { name, handle, ..author })
    }

    /// Old messages are found by the new name as well as by the one that they bear: the newest of them, so that a
    /// rename of somebody who wrote for years does not hold up a pull.
    fn index_by_both_names(&self, was: &Author, name: &str, handle: &str) -> StoreResult<()> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM message WHERE person = ?1 ORDER BY at DESC LIMIT ?2")?;
        let written = statement.query_map(params![was.person.0, RENAMED], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut forget = self.conn.prepare_cached("DELETE FROM message_word WHERE rowid = ?1")?;
        let mut again = self.conn.prepare_cached(
            "INSERT INTO message_word (rowid, text, author, handle)
             SELECT id, text, coalesce(author, ?2) || ' ' || ?3, ?4 || ' ' || ?5 FROM message WHERE id = ?1",
        )?;
        // What came with this page is indexed at its end.
        for id in written.into_iter().filter(|id| self.words.iter().all(|words| words.message.0 != *id)) {
            forget.execute([id])?;
            again.execute(params![id, was.name, name, was.handle, handle])?;
        }
        Ok(())
    }
}
