//! Taking back what is out already: an answer that left is deleted on its network, by a delivery like any other.

use super::delivery::{self, Intent};
use super::journal::Act;
use super::value::Columns;
use super::{StoreError, StoreResult, unanswer, undo};
use crate::app::event::Reply;
use crate::domain::conflict::Conflict;
use crate::domain::delivery::{Act as Deed, Delivery, Journey};
use crate::domain::journal::Actor;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, DeliveryId};
use rusqlite::{Connection, OptionalExtension, params};

/// Undoes the last act of the CM, or gives the delivery by which it has left.
pub(super) fn undo(conn: &Connection, brand: BrandId, at: Moment) -> StoreResult<Reply> {
    conn.execute_batch("SAVEPOINT undo")?;
    let undone = undo::undo(conn, brand, at);
    match undone {
        Ok(entries) => {
            conn.execute_batch("RELEASE undo")?;
            Ok(Reply::Undone(entries))
        }
        Err(StoreError::Conflict(Conflict::Left)) => {
            conn.execute_batch("ROLLBACK TO undo; RELEASE undo")?;
            let left = undo::in_the_way(conn, brand)?.ok_or(StoreError::Conflict(Conflict::Left))?;
            Ok(Reply::HasLeft(Box::new(left)))
        }
        Err(error) => Err(error),
    }
}

/// Makes the delivery that deletes an answer which is out. Asked twice, it is one.
pub(super) fn unsay(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<Reply> {
    let said = delivery::must_read(conn, id)?;
    let (Deed::Reply { .. }, Journey::Done { remote_id: Some(what), .. }, Some(message)) = (&said.act, &said.journey, said.message) else {
        return Err(Conflict::Manual.into());
    };
    let deed = Deed::Delete { what: what.clone() };
    if let Some(same) = delivery::same_act(conn, message, &deed)? {
        return Ok(Reply::Delivery(Box::new(same)));
    }
    let mut act = Act::new(conn, said.brand, Actor::Cm, at);
    let intent = Intent { brand: said.brand, account: said.account, deed, due: None, message: Some(message), variant: None };
    Ok(Reply::Delivery(Box::new(delivery::hold(conn, &mut act, &intent, "")?)))
}

/// The answer is no more on its network: its message waits again, and its words are a draft.
pub(super) fn done(conn: &Connection, delivery: &Delivery, what: &SafeText, at: Moment) -> StoreResult<()> {
    let given = params![delivery.account.0, what.as_str()];
    let text = conn
        .query_row("SELECT text FROM own WHERE account = ?1 AND remote_id = ?2", given, |row| row.text("text"))
        .optional()?
        .unwrap_or_default();
    conn.execute("DELETE FROM own WHERE account = ?1 AND remote_id = ?2", given)?;
    let Some(message) = delivery.message else { return Ok(()) };
    conn.execute("DELETE FROM turn WHERE message = ?1 AND remote_id = ?2 AND ours", params![message.0, what.as_str()])?;
    let said = delivery::known_as(conn, delivery.account, what)?;
    unanswer::unanswer(conn, said.as_ref().unwrap_or(delivery), message, &text, at)
}
