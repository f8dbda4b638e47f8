//! Acts on the network for messages, one or many: made with the outcome that goes with them, undone whole.
//!
//! What an account can't do is not asked of it: its messages are hidden here alone.

use super::inbox::{Hand, by_brand};
use super::journal::Act;
use super::message::{self, Known, Remark};
use super::{StoreError, StoreResult, delivery, sweep, workspace};
use crate::app::effect::ActName;
use crate::app::event::Reply;
use crate::domain::account::{Ability, Access, Account};
use crate::domain::conflict::Conflict;
use crate::domain::delivery::Act as Deed;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::{Channel, Message, MessageState, Visibility};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in};
use crate::domain::{MessageId, PersonId, SweepId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// What an act needs of the account.
pub(super) const fn ability(name: ActName) -> Ability {
    match name {
        ActName::Like => Ability::Like,
        ActName::Repost => Ability::Repost,
        ActName::Hide => Ability::Hide,
        ActName::Mute => Ability::Mute,
        ActName::Block => Ability::Block,
        ActName::Report => Ability::Report,
        ActName::DeleteAnswer => Ability::Delete,
    }
}

/// What the journal says of the message besides that the act is held.
pub(super) const fn told(name: ActName) -> Option<Verb> {
    match name {
        ActName::Like => Some(Verb::Liked),
        ActName::Repost => Some(Verb::Shared),
        ActName::Hide | ActName::Mute | ActName::Block | ActName::Report | ActName::DeleteAnswer => None,
    }
}

/// Whether a message was written for all: no other one is shared.
pub(super) const fn is_for_all(visibility: Visibility) -> bool {
    matches!(visibility, Visibility::Public | Visibility::Unlisted)
}

/// Whether an act makes sense for a message, whatever its network can: only what stands beneath something of ours
/// is hidden there.
fn suits(about: &Message, name: ActName) -> bool {
    match name {
        ActName::Repost => is_for_all(about.visibility),
        ActName::Hide => about.channel == Channel::Reply,
        ActName::Like | ActName::Mute | ActName::Block | ActName::Report | ActName::DeleteAnswer => true,
    }
}

/// What is done on the network, with the ids of the network.
pub(super) fn deed(conn: &Connection, about: &Message, name: ActName, reason: &SafeText) -> StoreResult<Deed> {
    let of = about.remote_id.clone();
    Ok(match name {
        ActName::Like => Deed::Like { of },
        ActName::Repost => Deed::Repost { of },
        ActName::Hide => Deed::Hide { what: of },
        ActName::Mute => Deed::Mute { author_of: of },
        ActName::Block => Deed::Block { author_of: of },
        ActName::Report => Deed::Report { what: of, reason: reason.clone() },
        ActName::DeleteAnswer => Deed::Delete { what: our_answer(conn, about)?.ok_or(Conflict::NoAnswer)? },
    })
}

/// The newest answer of the account to a message that is out: one that was pulled, or that stands in the
/// conversation as the screens show it.
fn our_answer(conn: &Connection, about: &Message) -> StoreResult<Option<SafeText>> {
    let mut statement = conn.prepare_cached(
        "SELECT remote_id FROM (
           SELECT remote_id, at FROM own WHERE account = ?1 AND parent = ?2
           UNION ALL SELECT remote_id, at FROM turn WHERE message = ?3 AND ours <> 0 AND gone = 0 AND parent = ?2)
         ORDER BY at DESC LIMIT 1",
    )?;
    let given = params![about.account.0, about.remote_id.as_str(), about.id.0];
    let found: Option<String> = statement.query_row(given, |row| row.get(0)).optional()?;
    Ok(found.map(|id| SafeText::clean(&id)))
}

/// One moderation, or one like, of one or many messages.
pub(super) struct Order<'a> {
    pub(super) messages: &'a [MessageId],
    pub(super) act: ActName,
    pub(super) reason: &'a SafeText,
    pub(super) at: Moment,
    /// Whether the messages are hidden here too.
    pub(super) hides: bool,
    pub(super) sweep: Option<SweepId>,
}

/// Does it for every message, in one act of the journal for each brand.
pub(super) fn all(conn: &Connection, order: &Order<'_>) -> StoreResult<Reply> {
    for (brand, known) in by_brand(conn, order.messages)? {
        let mut hand = Hand::new(conn, brand, Actor::Cm, order.at)?;
        let mut authors = BTreeSet::new();
        for one in &known {
            if order.hides {
                hide(conn, &mut hand, one, order)?;
            }
            hold(conn, &mut hand.act, one, order, &mut authors)?;
        }
        let day = day_in(hand.clock.zone, order.at);
        hand.tally.write(conn)?;
        sweep::jump(conn, brand, day)?;
    }
    let sweep = order.sweep.map(|sweep| sweep::settle(conn, sweep, order.at)).transpose()?;
    Ok(Reply::Decided { messages: order.messages.to_vec(), sweep: sweep.map(Box::new) })
}

fn hide(conn: &Connection, hand: &mut Hand<'_>, one: &Known, order: &Order<'_>) -> StoreResult<()> {
    let fate = one.fate.decided(MessageState::Hidden, order.at, one.at, one.earlier, &hand.clock);
    let counted = order.sweep.map(|sweep| sweep::count(conn, sweep, one.id, fate.state.name())).transpose()?;
    let remark = Remark { reason: order.reason.as_str(), sweep: order.sweep.zip(counted.flatten()), ..Remark::default() };
    message::change(conn, &mut hand.tally, &mut hand.act, one, &fate, Verb::Hidden, &remark)?;
    Ok(())
}

/// Makes the held delivery. What is done to an author is done once, however many of their messages are marked.
fn hold(conn: &Connection, act: &mut Act<'_>, one: &Known, order: &Order<'_>, authors: &mut BTreeSet<PersonId>) -> StoreResult<()> {
    let account: Account = workspace::account(conn, one.account)?;
    if account.access == Access::Manual || !account.capabilities.offers(ability(order.act)) {
        return Ok(());
    }
    let about = message::read(conn, one.id)?.ok_or_else(|| StoreError::missing("message", one.id.0))?;
    if !suits(&about, order.act) {
        return Ok(());
    }
    let of_author = matches!(order.act, ActName::Mute | ActName::Block);
    if of_author && !authors.insert(about.person) {
        return Ok(());
    }
    // Of many messages some may have no answer of ours: those of the others are deleted all the same.
    if order.act == ActName::DeleteAnswer && order.messages.len() > 1 && our_answer(conn, &about)?.is_none() {
        return Ok(());
    }
    let deed = deed(conn, &about, order.act, order.reason)?;
    if delivery::same_act(conn, one.id, &deed)?.is_some() {
        return Ok(());
    }
    let intent = delivery::Intent { brand: one.brand, account: one.account, deed, due: None, message: Some(one.id), variant: None };
    delivery::hold(conn, act, &intent, order.reason.as_str())?;
    if let Some(verb) = told(order.act) {
        act.line(verb, Subject::Message, one.id.0, None, None)?;
    }
    Ok(())
}
