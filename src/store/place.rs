//! Where a message stands in a list: the window that begins with it, for who comes back to it.

use super::value::Coded;
use super::{StoreResult, message, sweep, window};
use crate::app::event::Window;
use crate::domain::MessageId;
use crate::domain::message::StateName;
use crate::domain::query::{Anchor, Ask, Key, View};
use rusqlite::{Connection, OptionalExtension};

/// The window of a list that begins with a message; the first one where the message is not in that list.
pub(super) fn read(conn: &Connection, ask: &Ask, message: MessageId) -> StoreResult<Window> {
    let anchor = key(conn, ask, message)?.map_or(Anchor::Top, Anchor::From);
    window::read(conn, &Ask { anchor, ..ask.clone() })
}

/// The key of a message in a list, if it stands there.
fn key(conn: &Connection, ask: &Ask, id: MessageId) -> StoreResult<Option<Key>> {
    if let Some(sweep) = ask.sweep {
        return Ok(sweep::left(conn, sweep)?.into_iter().find(|key| key.id == id));
    }
    let Some(known) = message::known(conn, id)?.filter(|known| known.brand == ask.brand) else { return Ok(None) };
    if ask.view == View::All {
        return Ok(Some(Key { rank: 0, order: -super::value::seconds(known.at), id }));
    }
    let wanted = match ask.view {
        View::Open | View::All => StateName::Open,
        View::Delegated => StateName::Delegated,
        View::Snoozed => StateName::Snoozed,
        View::Answered => StateName::Answered,
    };
    let mut statement = conn.prepare_cached("SELECT rank, ord FROM message WHERE id = ?1 AND state = ?2")?;
    let found = statement.query_row([id.0, wanted.number()], |row| Ok(Key { rank: row.get(0)?, order: row.get(1)?, id })).optional()?;
    Ok(found)
}
