//! A quote: a message shared with words of ours above it, made once and held like an answer.
//!
//! Its draft stays until it is out: what is taken back or refused is there to be written on.

use super::journal::Act;
use super::{StoreError, StoreResult, delivery, message, moderation, workspace};
use crate::app::event::Reply;
use crate::domain::MessageId;
use crate::domain::account::{Ability, Access};
use crate::domain::conflict::Conflict;
use crate::domain::delivery::Act as Deed;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use rusqlite::Connection;

/// Makes the held delivery. The same words about the same message, asked twice, are one.
pub(super) fn quote(conn: &Connection, id: MessageId, text: &SafeText, at: Moment) -> StoreResult<Reply> {
    let about = message::read(conn, id)?.ok_or_else(|| StoreError::missing("message", id.0))?;
    let account = workspace::account(conn, about.account)?;
    let can =
        account.access == Access::Connected && account.capabilities.offers(Ability::Quote) && moderation::is_for_all(about.visibility);
    if !can {
        return Err(Conflict::Manual.into());
    }
    let deed = Deed::Quote { of: about.remote_id, text: text.clone(), visibility: about.visibility };
    if let Some(same) = delivery::same_act(conn, id, &deed)? {
        return Ok(Reply::Delivery(Box::new(same)));
    }
    let mut act = Act::new(conn, about.brand, Actor::Cm, at);
    let intent = delivery::Intent { brand: about.brand, account: about.account, deed, due: None, message: Some(id), variant: None };
    let held = delivery::hold(conn, &mut act, &intent, "")?;
    act.line(Verb::Shared, Subject::Message, id.0, None, None)?;
    Ok(Reply::Delivery(Box::new(held)))
}

/// It is out: nothing is left to write.
pub(super) fn done(conn: &Connection, message: Option<MessageId>) -> StoreResult<()> {
    match message {
        Some(id) => workspace::forget_setting(conn, &format!("~form-quote-{id}")),
        None => Ok(()),
    }
}
