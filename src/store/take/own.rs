//! What the account itself said, here or elsewhere: an answer given elsewhere counts.

use super::Intake;
use crate::domain::AccountId;
use crate::domain::journal::Verb;
use crate::domain::message::{MessageState, Own};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use crate::store::message::{self, Known, Remark};
use crate::store::value::seconds;
use crate::store::{StoreResult, last_word, reading};
use rusqlite::{Connection, params};

impl Intake<'_> {
    /// Takes in what the account said: an answer given elsewhere counts, figures are kept.
    pub(super) fn own(&mut self, own: &Own) -> StoreResult<()> {
        let own = &*self.erased.bare(self.conn, own)?;
        let new = remember_own(self.conn, self.account.id, own)?;
        if let Some(parent) = own.parent.as_ref().filter(|_| new) {
            self.answered_elsewhere(parent, own)?;
        }
        reading::take_figures(self.conn, &self.account, own, day_in(self.clock.zone, self.at), self.at)
    }

    fn answered_elsewhere(&mut self, parent: &SafeText, own: &Own) -> StoreResult<()> {
        let Some(id) = last_word::heard(self.conn, self.account.id, parent.as_str())? else { return Ok(()) };
        let known = message::must_know(self.conn, id)?;
        let answered = message::find(self.conn, self.account.id, parent.as_str())? == Some(id);
        let waits = matches!(known.fate.state, MessageState::Open | MessageState::Delegated { .. } | MessageState::Snoozed { .. });
        // What came before it in the same conversation has had the last word of the account too.
        for before in last_word::open_until(self.conn, id, own.at)? {
            self.answer_elsewhere(&before, own.at, Some(&own.text))?;
        }
        if waits && answered { self.answer_elsewhere(&known, own.at, Some(&own.text)) } else { Ok(()) }
    }

    pub(super) fn answer_elsewhere(&mut self, known: &Known, at: Moment, text: Option<&SafeText>) -> StoreResult<()> {
        let fate = known.fate.decided(MessageState::Answered, at, known.at, known.earlier, &self.clock);
        let remark = Remark { text, ..Remark::default() };
        message::change(self.conn, &mut self.tally, &mut self.act, known, &fate, Verb::AnsweredElsewhere, &remark)?;
        self.brought.answered += 1;
        Ok(())
    }
}

/// Keeps what the account said; tells whether it is new.
pub(in crate::store) fn remember_own(conn: &Connection, account: AccountId, own: &Own) -> StoreResult<bool> {
    let written = conn
        .prepare_cached(
            "INSERT INTO own (account, remote_id, parent, text, url, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            account.0,
            own.remote_id.as_str(),
            own.parent.as_ref().map(SafeText::as_str),
            own.text.as_str(),
            own.url.as_ref().map(SafeText::as_str),
            seconds(own.at),
        ])?;
    Ok(written > 0)
}
