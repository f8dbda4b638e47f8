//! Until when a network takes an answer. The person's last private message sets it for all that went before.

use super::StoreResult;
use super::value::{Coded, moment, seconds};
use crate::domain::PersonId;
use crate::domain::account::Account;
use crate::domain::message::{Incoming, StateName};
use crate::domain::time::Moment;
use rusqlite::{Connection, OptionalExtension, params};

/// The deadline of a message that comes in, if its network closes conversations; those of the person's other
/// messages that wait there move with it.
pub(super) fn take(conn: &Connection, account: &Account, person: PersonId, message: &Incoming) -> StoreResult<Option<Moment>> {
    let Some(window) = account.network.reply_window(message.channel) else { return Ok(None) };
    let channel = message.channel.number();
    let newest = conn
        .prepare_cached("SELECT at FROM message WHERE person = ?1 AND account = ?2 AND channel = ?3 ORDER BY at DESC LIMIT 1")?
        .query_row(params![person.0, account.id.0, channel], |row| row.get(0))
        .optional()?;
    let last = newest.and_then(moment).map_or(message.at, |newest: Moment| newest.max(message.at));
    let deadline = last + window;
    let waits = [StateName::Open, StateName::Delegated, StateName::Snoozed].map(Coded::number);
    conn.prepare_cached(
        "UPDATE message SET deadline = ?4 WHERE person = ?1 AND account = ?2 AND channel = ?3 AND state IN (?5, ?6, ?7) AND deadline < ?4",
    )?
    .execute(params![person.0, account.id.0, channel, seconds(deadline), waits[0], waits[1], waits[2]])?;
    Ok(Some(deadline))
}
