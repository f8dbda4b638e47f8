//! The hour of a post: it makes the deliveries of what is not out yet, and what becomes of them moves the post on.
//!
//! Never makes a second delivery of a part that is out or on its way.

use super::delivery::{self, Intent};
use super::journal::Act;
use super::post::{self, Answer};
use super::{StoreResult, approval, journey, variant, workspace};
use crate::domain::account::Access;
use crate::domain::conflict::Conflict;
use crate::domain::delivery::{Act as Deed, Delivery, Journey, Stage};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::Visibility;
use crate::domain::post::{Missing, Post, PostState, Variant};
use crate::domain::thread::{self, Before, Place, Progress};
use crate::domain::time::Moment;
use crate::domain::{PostId, VariantId};
use rusqlite::Connection;
use serde_json::{Value, json as object};

/// Sets the instant and makes the deliveries of each connected account: one for each part that is not out
/// there. An hour given for the first time is part of what was validated; another hour than the validated one
/// needs a new validation.
pub(super) fn schedule(conn: &Connection, id: PostId, due: Moment, at: Moment) -> StoreResult<Answer> {
    let before = post::read(conn, id)?;
    if workspace::brand(conn, before.brand)?.on_hold {
        return Err(Conflict::OnHold.into());
    }
    let mut after = Post { due: Some(due), state: PostState::Scheduled, ..before.clone() };
    if before.due.is_none() {
        approval::vouch_for_hour(&before, &mut after);
    }
    let checked = Post { state: before.state, ..after.clone() };
    if let Err(missing) = checked.may_become(PostState::Scheduled) {
        return Ok(Err(missing));
    }
    let alive = delivery::of_post(conn, id)?.into_iter().any(|delivery| !delivery.journey.stage().rests());
    if alive {
        // A second key press: it is scheduled already, or on its way.
        return if before.due == Some(due) { Ok(Ok(before)) } else { Err(Conflict::Left.into()) };
    }
    let mut wanted = Vec::new();
    for variant in &after.variants {
        // What a person publishes by hand has no delivery.
        if workspace::account(conn, variant.account)?.access == Access::Connected {
            match missing_parts(conn, &after, variant)? {
                Ok(parts) => wanted.push((variant, parts)),
                Err(missing) => return Ok(Err(missing)),
            }
        }
    }
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    let stored = post::store(conn, &mut act, Some(&before), &after, Verb::Scheduled)?;
    for (variant, parts) in wanted {
        hold_parts(conn, &mut act, &stored, variant, parts)?;
    }
    // Where the last part that lacked was left out, all is out already.
    settle(conn, &stored, at)?;
    Ok(Ok(post::read(conn, id)?))
}

/// What is still to be sent of a variant, in its order: all of it, or what follows the parts that are out.
fn missing_parts(conn: &Connection, post: &Post, variant: &Variant) -> StoreResult<Result<Vec<(Deed, Place)>, Missing>> {
    let sent = delivery::of_variant(conn, variant.id)?;
    let progress = Progress::of(sent.iter());
    let is_whole = match &progress {
        Some(progress) if progress.out > 0 => progress.is_whole(),
        // Nothing was sent: what the CM said of it holds.
        Some(_) | None => variant.remote_id.is_some() || variant::is_out(conn, variant.id)?,
    };
    if is_whole {
        return Ok(Ok(Vec::new()));
    }
    let texts = thread::parts(post.text_of(variant));
    let of = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    let out = progress.map_or(0, |progress| progress.out);
    let mut before = None;
    for part in 1..=out {
        let Some(known) = sent.iter().rev().find(|known| known.place.part == part && known.journey.stage() == Stage::Done) else { break };
        if texts.get(part as usize - 1) != known.act.text() {
            return Ok(Err(Missing::PartAsOut(part)));
        }
        before = Some(known);
    }
    let mut after = None;
    if let Some(last) = before.filter(|_| out < of) {
        after = delivery::learn(conn, last)?;
        if after.is_none() {
            return Ok(Err(Missing::PartUnknown(out)));
        }
    }
    let follows = before.map(|last| Before { id: last.id, stage: last.journey.stage() });
    let parts = texts.into_iter().zip(1..).skip(out as usize).map(|(text, part)| {
        // Files go with the first part.
        let media = if part == 1 { post.media.clone() } else { Vec::new() };
        let first = part == out + 1;
        let deed = Deed::Publish { text, media, visibility: Visibility::Public, after: after.clone().filter(|_| first) };
        (deed, Place { part, of, after: follows.clone().filter(|_| first) })
    });
    Ok(Ok(parts.collect()))
}

/// Makes the deliveries of a variant, each behind the one before.
fn hold_parts(conn: &Connection, act: &mut Act<'_>, post: &Post, variant: &Variant, parts: Vec<(Deed, Place)>) -> StoreResult<()> {
    let mut last: Option<Before> = None;
    for (deed, place) in parts {
        let place = Place { after: last.or(place.after), ..place };
        let intent = Intent { brand: post.brand, account: variant.account, deed, due: post.due, message: None, variant: Some(variant.id) };
        let held = delivery::hold_part(conn, act, &intent, &place, "")?;
        last = Some(Before { id: held.id, stage: held.journey.stage() });
    }
    Ok(())
}

/// Takes the deliveries of a scheduled post back; it is approved again.
pub(super) fn unschedule(conn: &Connection, id: PostId, at: Moment) -> StoreResult<Answer> {
    let before = post::read(conn, id)?;
    if before.state != PostState::Scheduled {
        return Ok(Ok(before));
    }
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    if !take_back(conn, &mut act, &before)? {
        return Err(Conflict::Left.into());
    }
    let after = Post { state: PostState::Approved, ..before.clone() };
    Ok(Ok(post::store(conn, &mut act, Some(&before), &after, Verb::Moved)?))
}

/// Takes back what of a post has not left; `false` if something is on its way, of which nobody knows yet whether it is out.
pub(super) fn take_back(conn: &Connection, act: &mut Act<'_>, post: &Post) -> StoreResult<bool> {
    for delivery in delivery::of_post(conn, post.id)? {
        match delivery.journey {
            Journey::Held { .. } | Journey::Queued => {
                if !journey::withdraw(conn, delivery.id, act.at())? {
                    return Ok(false);
                }
                act.line(Verb::TakenBack, Subject::Delivery, delivery.id.0, Some(&object!({ "act": "publish" })), Some(&Value::Null))?;
            }
            Journey::Sending { .. } | Journey::Unknown { .. } => return Ok(false),
            Journey::Done { .. } | Journey::Refused { .. } | Journey::TakenBack => {}
        }
    }
    Ok(true)
}

/// Lets the CM say that a post is out only where nothing of it leaves by itself: it would be out twice.
pub(super) fn must_rest(conn: &Connection, post: &Post) -> StoreResult<()> {
    let deliveries = delivery::of_post(conn, post.id)?;
    if deliveries.iter().any(|delivery| matches!(delivery.journey.stage(), Stage::Sending | Stage::Unknown)) {
        return Err(Conflict::Left.into());
    }
    if deliveries.iter().any(|delivery| !delivery.journey.stage().rests()) {
        return Err(Conflict::Leaves.into());
    }
    Ok(())
}

/// A part of a variant is out; with the last one of the last variant the post is published.
///
/// The first part is what a thread is known by: its place on the web, its figures, the day it came out.
pub(super) fn part_is_out(conn: &Connection, id: VariantId, part: &Delivery, at: Moment) -> StoreResult<()> {
    if part.place.part == 1
        && let Journey::Done { remote_id, url } = &part.journey
    {
        variant::note_out(conn, id, remote_id.as_ref(), url.as_ref(), at)?;
    }
    match variant::post(conn, id)? {
        Some(id) => settle(conn, &post::read(conn, id)?, at),
        None => Ok(()),
    }
}

/// Publishes a scheduled post of which every part of every variant is out.
fn settle(conn: &Connection, post: &Post, at: Moment) -> StoreResult<()> {
    if variant::waits(conn, post.id)? || post.state == PostState::Published {
        return Ok(());
    }
    for variant in &post.variants {
        // Of what the CM published by hand no part was sent, and none lacks.
        let lacks = |progress: Progress| {
            progress.out > 0 && !progress.is_whole() && (progress.out as usize) < thread::parts(post.text_of(variant)).len()
        };
        if Progress::of(delivery::of_variant(conn, variant.id)?.iter()).is_some_and(lacks) {
            return Ok(());
        }
    }
    let after = Post { state: PostState::Published, ..post.clone() };
    let mut act = Act::new(conn, post.brand, Actor::Network, at);
    post::store(conn, &mut act, Some(post), &after, Verb::Published)?;
    Ok(())
}

/// A variant did not leave. Where nothing else of its post is out or on its way, the post is approved
/// again, to be scheduled anew.
pub(super) fn variant_was_refused(conn: &Connection, id: VariantId, at: Moment) -> StoreResult<()> {
    let Some(id) = variant::post(conn, id)? else { return Ok(()) };
    let post = post::read(conn, id)?;
    let alive = delivery::of_post(conn, post.id)?.into_iter().any(|delivery| !delivery.journey.stage().came_to_nothing());
    if alive || post.state != PostState::Scheduled {
        return Ok(());
    }
    let after = Post { state: PostState::Approved, ..post.clone() };
    let mut act = Act::new(conn, post.brand, Actor::Network, at);
    post::store(conn, &mut act, Some(&post), &after, Verb::Moved)?;
    Ok(())
}
