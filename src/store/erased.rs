//! Who was erased, as fingerprints that can't be turned back: what they wrote before is not taken in again.
//!
//! What they write after it is: a person who comes back is a new one, and is answered.

use super::StoreResult;
use super::message;
use super::value::moment;
use super::workspace;
use crate::domain::MessageId;
use crate::domain::account::Account;
use crate::domain::conversation::Turn;
use crate::domain::message::{Incoming, Own};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The setting that holds the salt; it is there since the first erasure.
const SALT: &str = "~erased-salt";

/// What a fingerprint is of.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    /// The network's id of an author.
    Author,
    /// A handle.
    Handle,
    /// The network's id of a message.
    Message,
}

/// The fingerprints of one account's server; empty where nobody was ever erased.
#[derive(Debug, Clone)]
pub(super) struct Erased {
    salt: Option<String>,
    /// Ids mean something on the server of the account only, and brands never mix.
    scope: String,
}

impl Erased {
    /// Those that matter for what an account receives.
    pub(super) fn of(conn: &Connection, account: &Account) -> StoreResult<Self> {
        let salt = conn.prepare_cached("SELECT value FROM setting WHERE name = ?1")?.query_row([SALT], |row| row.get(0)).optional()?;
        Ok(Self { salt, scope: format!("{}\n{}\n{}", account.brand, account.network.code(), account.server) })
    }

    /// The same, with a salt made now where there was none.
    pub(super) fn with_salt(conn: &Connection, account: &Account) -> StoreResult<Self> {
        conn.execute("INSERT INTO setting (name, value) VALUES (?1, lower(hex(randomblob(16)))) ON CONFLICT DO NOTHING", [SALT])?;
        Self::of(conn, account)
    }

    fn fingerprint(&self, what: What, key: &str) -> Option<[u8; 32]> {
        let salt = self.salt.as_ref()?;
        let key = match what {
            What::Handle => key.to_lowercase(),
            What::Author | What::Message => key.to_owned(),
        };
        Some(Sha256::digest(format!("{salt}\n{}\n{what:?}\n{key}", self.scope)).into())
    }

    /// Remembers that something was erased.
    pub(super) fn remember(&self, conn: &Connection, what: What, key: &str, at: i64) -> StoreResult<()> {
        if let Some(fingerprint) = self.fingerprint(what, key).filter(|_| !key.trim().is_empty()) {
            conn.prepare_cached("INSERT INTO erased (fingerprint, at) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET at = excluded.at")?
                .execute((fingerprint, at))?;
        }
        Ok(())
    }

    /// Whether something written at `at` was erased.
    fn holds(&self, conn: &Connection, what: What, key: &str, at: Moment) -> StoreResult<bool> {
        let Some(fingerprint) = self.fingerprint(what, key) else { return Ok(false) };
        let found = conn
            .prepare_cached("SELECT at FROM erased WHERE fingerprint = ?1")?
            .query_row([fingerprint], |row| row.get::<_, i64>(0))
            .optional()?;
        Ok(found.and_then(moment).is_some_and(|erased| at <= erased))
    }

    /// Whether a message is one of a person who was erased since.
    pub(super) fn covers(&self, conn: &Connection, message: &Incoming) -> StoreResult<bool> {
        if self.salt.is_none() {
            return Ok(false);
        }
        let key = [&message.author_id, &message.handle, &message.author].into_iter().find(|text| !text.is_blank());
        let author = key.map_or("", SafeText::as_str);
        Ok(self.holds(conn, What::Author, author, message.at)?
            || self.holds(conn, What::Message, message.remote_id.as_str(), message.at)?)
    }

    /// Whether what an author did at an instant is of a person who was erased since.
    pub(super) fn covers_author(&self, conn: &Connection, author: &SafeText, at: Moment) -> StoreResult<bool> {
        self.holds(conn, What::Author, author.as_str(), at)
    }

    /// What the account said, without its words where they answer a person who was erased.
    pub(super) fn bare<'o>(&self, conn: &Connection, own: &'o Own) -> StoreResult<Cow<'o, Own>> {
        let erased = match &own.parent {
            Some(parent) => self.holds(conn, What::Message, parent.as_str(), own.at)?,
            None => false,
        };
        Ok(if erased { Cow::Owned(Own { parent: None, text: SafeText::default(), url: None, ..own.clone() }) } else { Cow::Borrowed(own) })
    }
}

/// The turns of a conversation without those of persons who were erased since.
pub(super) fn without(conn: &Connection, id: MessageId, turns: &[Turn]) -> StoreResult<Vec<Turn>> {
    let account = workspace::account(conn, message::must_know(conn, id)?.account)?;
    let erased = Erased::of(conn, &account)?;
    if erased.salt.is_none() {
        return Ok(turns.to_vec());
    }
    let mut kept = Vec::with_capacity(turns.len());
    for turn in turns {
        let theirs = erased.holds(conn, What::Message, turn.remote_id.as_str(), turn.at)?
            || erased.holds(conn, What::Handle, turn.handle.as_str(), turn.at)?;
        let to_them = match &turn.parent {
            Some(parent) => turn.ours && erased.holds(conn, What::Message, parent.as_str(), turn.at)?,
            None => false,
        };
        if !theirs && !to_them {
            kept.push(turn.clone());
        }
    }
    Ok(kept)
}
