//! The journey of a delivery: a step is taken along an arrow, if the row is still where it leaves from; then what
//! follows from it is done, for its message, its variant and the parts behind it.
//!
//! Whoever comes second changes nothing.

use super::delivery;
use super::journal::Act;
use super::value::{json, seconds};
use super::{StoreResult, come_back, quote, schedule, take, unanswer, undo, unsay};
use crate::app::event::Reply;
use crate::domain::DeliveryId;
use crate::domain::conflict::Conflict;
use crate::domain::delivery::{Act as Deed, Delivery, Journey, Move, Stage};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::Own;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use rusqlite::{Connection, params};
use serde_json::json as object;

/// Whether a stage may follow another.
const fn leads(from: Stage, to: Stage) -> bool {
    matches!(
        (from, to),
        (Stage::Held, Stage::Queued | Stage::TakenBack)
            | (Stage::Queued, Stage::Sending | Stage::TakenBack | Stage::Refused)
            | (Stage::Sending, Stage::Done | Stage::Refused | Stage::Queued | Stage::Unknown)
            | (Stage::Unknown, Stage::Done | Stage::Queued | Stage::Unknown)
    )
}

/// The guarded update: whoever comes second changes nothing.
fn apply(conn: &Connection, step: &Move, at: Moment) -> StoreResult<bool> {
    let to = step.to.stage();
    if !leads(step.from, to) {
        return Err(Conflict::NoSuchArrow.into());
    }
    let remote_id = match &step.to {
        Journey::Done { remote_id, .. } => remote_id.as_ref().map(SafeText::as_str),
        Journey::Held { .. }
        | Journey::Queued
        | Journey::Sending { .. }
        | Journey::Refused { .. }
        | Journey::Unknown { .. }
        | Journey::TakenBack => None,
    };
    let written = conn
        .prepare_cached(
            // An answer whose hold is ended early is due at once; a post keeps its hour.
            "UPDATE delivery SET stage = ?3, journey = ?4, not_before = ?5, remote_id = ?6, attempts = attempts + ?7, settled = ?8,
                 due = iif(?2 = 'held' AND ?3 = 'queued' AND variant IS NULL, min(due, ?9), due)
             WHERE id = ?1 AND stage = ?2 AND attempts = ?10 AND NOT (?3 = 'sending' AND brand IN (SELECT id FROM brand WHERE on_hold))
               AND NOT (?3 = 'sending' AND follows IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM delivery b WHERE b.id = delivery.follows AND b.stage = 'done' AND b.remote_id IS NOT NULL))",
        )?
        .execute(params![
            step.id.0,
            step.from.code(),
            to.code(),
            json(&step.to)?,
            step.not_before.map(seconds),
            remote_id,
            to == Stage::Sending,
            to.rests().then(|| seconds(at)),
            seconds(at),
            step.attempts,
        ])?;
    Ok(written > 0)
}

/// A step along an arrow, and what follows from it.
pub(super) fn advance(conn: &Connection, step: &Move, at: Moment) -> StoreResult<Option<Delivery>> {
    if !apply(conn, step, at)? {
        return Ok(None);
    }
    let delivery = delivery::must_read(conn, step.id)?;
    record(conn, &delivery, step.from, at)?;
    match &delivery.journey {
        Journey::Done { remote_id, url } => done(conn, &delivery, remote_id.as_ref(), url.as_ref(), at)?,
        Journey::Refused { .. } => refused(conn, &delivery, at)?,
        Journey::Held { .. } | Journey::Queued | Journey::Sending { .. } | Journey::Unknown { .. } | Journey::TakenBack => {}
    }
    Ok(Some(delivery))
}

/// Writes the line of the journal for a step; the end of a hold and a repeated look-up have none.
fn record(conn: &Connection, delivery: &Delivery, from: Stage, at: Moment) -> StoreResult<()> {
    let name = delivery.act.code();
    let (actor, verb, after) = match &delivery.journey {
        Journey::Held { .. } => return Ok(()),
        Journey::Queued if from == Stage::Held => return Ok(()),
        Journey::Unknown { .. } if from == Stage::Unknown => return Ok(()),
        Journey::Queued => (Actor::Ronde, Verb::Waiting, object!({ "act": name, "not_before": delivery.not_before })),
        Journey::Sending { .. } => (Actor::Ronde, Verb::Sending, object!({ "act": name, "attempt": delivery.attempts })),
        Journey::Done { remote_id, url } => (Actor::Network, Verb::Sent, object!({ "act": name, "remote_id": remote_id, "url": url })),
        Journey::Refused { why } => (Actor::Network, Verb::Refused, object!({ "act": name, "why": why })),
        Journey::Unknown { .. } => (Actor::Network, Verb::Unclear, object!({ "act": name })),
        Journey::TakenBack => (Actor::Ronde, Verb::TakenBack, object!({ "act": name })),
    };
    Act::new(conn, delivery.brand, actor, at).line(verb, Subject::Delivery, delivery.id.0, None, Some(&after))?;
    Ok(())
}

fn done(conn: &Connection, delivery: &Delivery, remote_id: Option<&SafeText>, url: Option<&SafeText>, at: Moment) -> StoreResult<()> {
    let (parent, text) = match &delivery.act {
        Deed::Reply { to, text, .. } => (Some(to.clone()), text),
        Deed::Publish { text, after, .. } => (after.clone(), text),
        Deed::Quote { text, .. } => {
            quote::done(conn, delivery.message)?;
            (None, text)
        }
        Deed::Delete { what } => return unsay::done(conn, delivery, what, at),
        Deed::Like { .. } | Deed::Repost { .. } | Deed::Hide { .. } | Deed::Mute { .. } | Deed::Block { .. } | Deed::Report { .. } => {
            return Ok(());
        }
    };
    if let Some(remote_id) = remote_id {
        let own = Own {
            remote_id: remote_id.clone(),
            parent,
            text: text.clone(),
            url: url.cloned(),
            at,
            likes: None,
            shares: None,
            comments: None,
            saves: None,
        };
        take::remember_own(conn, delivery.account, &own)?;
    }
    match remote_id {
        Some(remote_id) => lead(conn, delivery, remote_id, at)?,
        // What nobody can point at can't be followed.
        None => strand(conn, delivery, at)?,
    }
    match delivery.variant {
        Some(variant) => schedule::part_is_out(conn, variant, delivery, at),
        None => Ok(()),
    }
}

/// A part is out: those that follow it learn where, and may leave from now on.
fn lead(conn: &Connection, delivery: &Delivery, remote_id: &SafeText, at: Moment) -> StoreResult<()> {
    for follower in delivery::followers(conn, delivery.id)? {
        let Deed::Publish { text, media, visibility, .. } = follower.act else { continue };
        let deed = Deed::Publish { text, media, visibility, after: Some(remote_id.clone()) };
        conn.prepare_cached("UPDATE delivery SET act = ?2, due = max(due, ?3) WHERE id = ?1 AND stage IN ('held', 'queued')")?
            .execute(params![follower.id.0, json(&deed)?, seconds(at)])?;
    }
    Ok(())
}

/// A part will not be out: those that follow it are taken back, one after the other.
fn strand(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<()> {
    for follower in delivery::followers(conn, delivery.id)? {
        if withdraw(conn, follower.id, at)? {
            let why = object!({ "act": follower.act.code(), "part": follower.place.part });
            Act::new(conn, follower.brand, Actor::Ronde, at).line(Verb::TakenBack, Subject::Delivery, follower.id.0, None, Some(&why))?;
        }
        strand(conn, &follower, at)?;
    }
    Ok(())
}

fn refused(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<()> {
    strand(conn, delivery, at)?;
    match (&delivery.act, delivery.message, delivery.variant) {
        (Deed::Reply { text, .. }, Some(message), _) => unanswer::unanswer(conn, delivery, message, text, at),
        (Deed::Publish { .. }, _, Some(variant)) => schedule::variant_was_refused(conn, variant, at),
        _ => come_back::unhide(conn, delivery, at),
    }
}

/// Takes a delivery back, if nothing of it has left.
pub(super) fn withdraw(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<bool> {
    let Some(step) = delivery::must_read(conn, id)?.take_back() else { return Ok(false) };
    apply(conn, &step, at)
}

/// Takes a delivery back by the CM's key. An answer is undone whole: the message is as it was before.
pub(super) fn take_back(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<Reply> {
    let delivery = delivery::must_read(conn, id)?;
    if delivery.take_back().is_none() {
        return Ok(Reply::TakenBack(None));
    }
    let text = delivery.act.text().cloned().unwrap_or_default();
    if !undo::undo_delivery(conn, &delivery, at)? {
        withdraw(conn, id, at)?;
        Act::new(conn, delivery.brand, Actor::Cm, at).line(Verb::TakenBack, Subject::Delivery, id.0, None, None)?;
        strand(conn, &delivery, at)?;
        match (&delivery.act, delivery.message, delivery.variant) {
            (Deed::Reply { text, .. }, Some(message), _) => unanswer::unanswer(conn, &delivery, message, text, at)?,
            (_, _, Some(variant)) => schedule::variant_was_refused(conn, variant, at)?,
            _ => come_back::unhide(conn, &delivery, at)?,
        }
    }
    Ok(Reply::TakenBack(Some((id, delivery.message, text))))
}

/// Lets a late delivery leave all the same.
pub(super) fn allow_late(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<Option<Delivery>> {
    let written = conn.execute("UPDATE delivery SET late_allowed = 1 WHERE id = ?1 AND stage IN ('held', 'queued')", [id.0])?;
    if written == 0 {
        return Ok(None);
    }
    let delivery = delivery::must_read(conn, id)?;
    Act::new(conn, delivery.brand, Actor::Cm, at).line(
        Verb::Changed,
        Subject::Delivery,
        id.0,
        None,
        Some(&object!({ "late_allowed": true })),
    )?;
    Ok(Some(delivery))
}

/// Follows what the CM says of an unclear act.
pub(super) fn resolve(conn: &Connection, id: DeliveryId, out: bool, at: Moment) -> StoreResult<Option<Delivery>> {
    let delivery = delivery::must_read(conn, id)?;
    let step = if out { delivery.confirm_out() } else { delivery.confirm_absent() };
    let seen = if out { delivery::address(conn, &delivery)? } else { None };
    let step = step.map(|step| match seen {
        Some((remote_id, url)) => Move { to: Journey::Done { remote_id: Some(remote_id), url }, ..step },
        None => step,
    });
    match step {
        Some(step) => advance(conn, &step, at),
        None => Ok(None),
    }
}
