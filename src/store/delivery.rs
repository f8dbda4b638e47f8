//! Deliveries: made once, moved only along their arrows by an update guarded by the former stage.

use super::journal::Act;
use super::value::{Columns, json, seconds};
use super::{StoreError, StoreResult, come_back, inbox, post, quote, take, undo, unsay};
use crate::app::event::Reply;
use crate::domain::conflict::Conflict;
use crate::domain::delivery::{Act as Deed, Delivery, HOLD, Journey, Move, Stage};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::Own;
use crate::domain::text::SafeText;
use crate::domain::thread::{Before, Place};
use crate::domain::time::Moment;
use crate::domain::{AccountId, BrandId, DeliveryId, MessageId, PostId, VariantId};
use rusqlite::{Connection, Row, params};
use serde_json::{Value, json as object};

/// What is to be done, before it is a delivery.
#[derive(Debug, Clone)]
pub(super) struct Intent {
    pub(super) brand: BrandId,
    pub(super) account: AccountId,
    pub(super) deed: Deed,
    /// When it leaves; as soon as its hold is over where nothing is said.
    pub(super) due: Option<Moment>,
    pub(super) message: Option<MessageId>,
    pub(super) variant: Option<VariantId>,
}

fn delivery_of(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let follows: Option<i64> = row.get("follows")?;
    let after = match follows {
        Some(id) => Some(Before { id: DeliveryId(id), stage: row.code("stage_before")? }),
        None => None,
    };
    Ok(Delivery {
        id: DeliveryId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        account: AccountId(row.get("account")?),
        act: row.json("act")?,
        journey: row.json("journey")?,
        key: row.get("key")?,
        created: row.moment("created")?,
        due: row.moment("due")?,
        not_before: row.some_moment("not_before")?,
        attempts: row.get("attempts")?,
        message: row.get::<_, Option<i64>>("message")?.map(MessageId),
        variant: row.get::<_, Option<i64>>("variant")?.map(VariantId),
        place: Place { part: row.get("part")?, of: row.get("parts")?, after },
        late_allowed: row.get("late_allowed")?,
    })
}

fn list(conn: &Connection, rest: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Delivery>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT *, (SELECT b.stage FROM delivery b WHERE b.id = delivery.follows) AS stage_before FROM delivery {rest}"
    ))?;
    let found = statement.query_map(given, delivery_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A delivery, if it is there.
pub(super) fn read(conn: &Connection, id: DeliveryId) -> StoreResult<Option<Delivery>> {
    Ok(list(conn, "WHERE id = ?1", [id.0])?.pop())
}

/// A delivery that must be there.
pub(super) fn must_read(conn: &Connection, id: DeliveryId) -> StoreResult<Delivery> {
    read(conn, id)?.ok_or_else(|| StoreError::missing("delivery", id.0))
}

/// Every delivery that is not at rest. What would leave in the name of a brand on hold stays out; what
/// has left is still followed.
pub(super) fn moving(conn: &Connection) -> StoreResult<Vec<Delivery>> {
    list(
        conn,
        "WHERE stage IN ('held', 'queued', 'sending', 'unknown')
           AND (stage IN ('sending', 'unknown') OR brand NOT IN (SELECT id FROM brand WHERE on_hold)) ORDER BY due, id",
        [],
    )
}

/// The newest deliveries of a brand.
pub(super) fn outbox(conn: &Connection, brand: BrandId, most: u16) -> StoreResult<Vec<Delivery>> {
    list(conn, "WHERE brand = ?1 ORDER BY id DESC LIMIT ?2", params![brand.0, most])
}

/// The newest delivery about a message.
pub(super) fn newest_about(conn: &Connection, message: MessageId) -> StoreResult<Option<Delivery>> {
    Ok(list(conn, "WHERE message = ?1 ORDER BY id DESC LIMIT 1", [message.0])?.pop())
}

/// The deliveries that publish variants of a post, newest first.
pub(super) fn of_post(conn: &Connection, post: PostId) -> StoreResult<Vec<Delivery>> {
    list(conn, "WHERE variant IN (SELECT id FROM variant WHERE post = ?1) ORDER BY id DESC", [post.0])
}

/// The deliveries that publish the posts of a brand on which there is still something to do.
pub(super) fn publishing(conn: &Connection, brand: BrandId) -> StoreResult<Vec<Delivery>> {
    list(
        conn,
        "WHERE variant IN (SELECT v.id FROM post p JOIN variant v ON v.post = p.id
           WHERE p.brand = ?1 AND p.state IN ('planned', 'drafting', 'in-review', 'approved', 'scheduled')) ORDER BY id DESC",
        [brand.0],
    )
}

/// The deliveries that publish a variant, oldest first.
pub(super) fn of_variant(conn: &Connection, variant: VariantId) -> StoreResult<Vec<Delivery>> {
    list(conn, "WHERE variant = ?1 AND name = 'publish' ORDER BY id", [variant.0])
}

/// The delivery that stands now for what this one publishes, if another act made one since: it is on its way or out.
pub(super) fn standing(conn: &Connection, id: DeliveryId) -> StoreResult<Option<Delivery>> {
    let Some(known) = read(conn, id)? else { return Ok(None) };
    let of_same = known.variant.map_or(Ok(Vec::new()), |variant| of_variant(conn, variant))?;
    let stands =
        |other: &Delivery| other.place.part == known.place.part && !matches!(other.journey.stage(), Stage::Refused | Stage::TakenBack);
    Ok(of_same.into_iter().rev().find(stands))
}

/// The deliveries that wait for this one to be out.
fn followers(conn: &Connection, id: DeliveryId) -> StoreResult<Vec<Delivery>> {
    list(conn, "WHERE follows = ?1 ORDER BY id", [id.0])
}

/// An answer of the same words to the same message that is on its way.
pub(super) fn same_reply(conn: &Connection, message: MessageId, text: &SafeText) -> StoreResult<Option<Delivery>> {
    let moving = list(conn, "WHERE message = ?1 AND stage IN ('held', 'queued', 'sending', 'unknown')", [message.0])?;
    Ok(moving.into_iter().find(|delivery| matches!(&delivery.act, Deed::Reply { text: said, .. } if said == text)))
}

/// The same act on the same message that is on its way or done.
pub(super) fn same_act(conn: &Connection, message: MessageId, deed: &Deed) -> StoreResult<Option<Delivery>> {
    let alive = list(conn, "WHERE message = ?1 AND stage IN ('held', 'queued', 'sending', 'unknown', 'done')", [message.0])?;
    Ok(alive.into_iter().find(|delivery| delivery.act == *deed))
}

/// Makes a delivery, held for as long as it can be taken back, with its line of the journal.
pub(super) fn hold(conn: &Connection, act: &mut Act<'_>, intent: &Intent, reason: &str) -> StoreResult<Delivery> {
    hold_part(conn, act, intent, &Place::default(), reason)
}

/// The same for a part of a thread.
pub(super) fn hold_part(conn: &Connection, act: &mut Act<'_>, intent: &Intent, place: &Place, reason: &str) -> StoreResult<Delivery> {
    let held = insert(conn, intent, place, act.at())?;
    let mut after = object!({ "act": held.act.code(), "due": held.due });
    if place.of > 1 {
        after["part"] = object!(place.part);
    }
    if !reason.is_empty() {
        after["reason"] = object!(reason);
    }
    act.line(Verb::Held, Subject::Delivery, held.id.0, Some(&Value::Null), Some(&after))?;
    Ok(held)
}

fn insert(conn: &Connection, intent: &Intent, place: &Place, at: Moment) -> StoreResult<Delivery> {
    let until = at + HOLD;
    conn.prepare_cached(
        "INSERT INTO delivery (brand, account, name, act, stage, journey, key, created, due, message, variant, part, parts, follows)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, lower(hex(randomblob(16))), ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        intent.brand.0,
        intent.account.0,
        intent.deed.code(),
        json(&intent.deed)?,
        Stage::Held.code(),
        json(&Journey::Held { until })?,
        seconds(at),
        seconds(intent.due.unwrap_or(until)),
        intent.message.map(|id| id.0),
        intent.variant.map(|id| id.0),
        place.part,
        place.of,
        place.after.as_ref().map(|before| before.id.0),
    ])?;
    must_read(conn, DeliveryId(conn.last_insert_rowid()))
}

/// Makes a new delivery for what one that was taken back said: a stage at rest is never left again.
pub(super) fn renew(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<Delivery> {
    let former = must_read(conn, id)?;
    let due = Some(former.due).filter(|due| *due > at + HOLD);
    let place = Place { after: standing_before(conn, &former)?, ..former.place };
    let intent =
        Intent { brand: former.brand, account: former.account, deed: former.act, due, message: former.message, variant: former.variant };
    insert(conn, &intent, &place, at)
}

/// Gives a delivery whose variant was removed that of its account in a post, where it came back.
pub(super) fn join_variant(conn: &Connection, id: DeliveryId, post: PostId) -> StoreResult<()> {
    conn.execute(
        "UPDATE delivery SET variant = (SELECT v.id FROM variant v WHERE v.post = ?2 AND v.account = delivery.account)
         WHERE id = ?1 AND variant IS NULL AND name = 'publish'",
        [id.0, post.0],
    )?;
    Ok(())
}

/// The delivery that stands now for the part before this one.
fn standing_before(conn: &Connection, delivery: &Delivery) -> StoreResult<Option<Before>> {
    let Some(before) = &delivery.place.after else { return Ok(None) };
    let parts = delivery.variant.map_or(Ok(Vec::new()), |variant| of_variant(conn, variant))?;
    let alive =
        |part: &&Delivery| part.place.part + 1 == delivery.place.part && !matches!(part.journey.stage(), Stage::Refused | Stage::TakenBack);
    let newest = parts.iter().rev().find(alive).map(|part| Before { id: part.id, stage: part.journey.stage() });
    Ok(Some(newest.unwrap_or_else(|| before.clone())))
}

/// Takes a delivery back, if nothing of it has left.
pub(super) fn withdraw(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<bool> {
    let Some(step) = must_read(conn, id)?.take_back() else { return Ok(false) };
    apply(conn, &step, at)
}

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
    let rests = matches!(to, Stage::Done | Stage::Refused | Stage::TakenBack);
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
            rests.then(|| seconds(at)),
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
    let delivery = must_read(conn, step.id)?;
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
        };
        take::remember_own(conn, delivery.account, &own)?;
    }
    match remote_id {
        Some(remote_id) => lead(conn, delivery, remote_id, at)?,
        // What nobody can point at can't be followed.
        None => strand(conn, delivery, at)?,
    }
    match delivery.variant {
        Some(variant) => post::part_is_out(conn, variant, delivery, at),
        None => Ok(()),
    }
}

/// A part is out: those that follow it learn where, and may leave from now on.
fn lead(conn: &Connection, delivery: &Delivery, remote_id: &SafeText, at: Moment) -> StoreResult<()> {
    for follower in followers(conn, delivery.id)? {
        let Deed::Publish { text, media, visibility, .. } = follower.act else { continue };
        let deed = Deed::Publish { text, media, visibility, after: Some(remote_id.clone()) };
        conn.prepare_cached("UPDATE delivery SET act = ?2, due = max(due, ?3) WHERE id = ?1 AND stage IN ('held', 'queued')")?
            .execute(params![follower.id.0, json(&deed)?, seconds(at)])?;
    }
    Ok(())
}

/// A part will not be out: those that follow it are taken back, one after the other.
fn strand(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<()> {
    for follower in followers(conn, delivery.id)? {
        if withdraw(conn, follower.id, at)? {
            let why = object!({ "act": follower.act.code(), "part": follower.place.part });
            Act::new(conn, follower.brand, Actor::Ronde, at).line(Verb::TakenBack, Subject::Delivery, follower.id.0, None, Some(&why))?;
        }
        strand(conn, &follower, at)?;
    }
    Ok(())
}

/// Where a part is on its network. Of one that only the CM saw, what was pulled since tells it.
pub(super) fn address(conn: &Connection, part: &Delivery) -> StoreResult<Option<(SafeText, Option<SafeText>)>> {
    if let Journey::Done { remote_id: Some(remote_id), url } = &part.journey {
        return Ok(Some((remote_id.clone(), url.clone())));
    }
    let Some(said) = part.act.text().map(SafeText::on_one_line) else { return Ok(None) };
    let mut statement = conn.prepare_cached(
        "SELECT remote_id, url, text FROM own WHERE account = ?1 AND at >= ?2 - 120
           AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.account = own.account AND d.remote_id = own.remote_id) ORDER BY at",
    )?;
    let mut rows = statement.query(params![part.account.0, seconds(part.created)])?;
    while let Some(row) = rows.next()? {
        // A pulled post tells what its files show behind its words.
        let words = row.text("text")?.on_one_line();
        let rest = words.as_str().strip_prefix(said.as_str());
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" [")) {
            return Ok(Some((row.text("remote_id")?, row.some_text("url")?)));
        }
    }
    Ok(None)
}

/// Where a part that is out stands, written down now if it was not known before.
pub(super) fn learn(conn: &Connection, part: &Delivery) -> StoreResult<Option<SafeText>> {
    let Some((remote_id, url)) = address(conn, part)? else { return Ok(None) };
    let known = Journey::Done { remote_id: Some(remote_id.clone()), url };
    conn.prepare_cached("UPDATE delivery SET remote_id = ?2, journey = ?3 WHERE id = ?1 AND stage = 'done' AND remote_id IS NULL")?
        .execute(params![part.id.0, remote_id.as_str(), json(&known)?])?;
    Ok(Some(remote_id))
}

fn refused(conn: &Connection, delivery: &Delivery, at: Moment) -> StoreResult<()> {
    strand(conn, delivery, at)?;
    match (&delivery.act, delivery.message, delivery.variant) {
        (Deed::Reply { text, .. }, Some(message), _) => inbox::reopen_unanswered(conn, message, text, delivery.created, at),
        (Deed::Publish { .. }, _, Some(variant)) => post::variant_was_refused(conn, variant, at),
        _ => come_back::unhide(conn, delivery, at),
    }
}

/// Takes a delivery back by the CM's key. An answer is undone whole: the message is as it was before.
pub(super) fn take_back(conn: &Connection, id: DeliveryId, at: Moment) -> StoreResult<Reply> {
    let delivery = must_read(conn, id)?;
    if delivery.take_back().is_none() {
        return Ok(Reply::TakenBack(None));
    }
    let text = delivery.act.text().cloned().unwrap_or_default();
    if !undo::undo_delivery(conn, &delivery, at)? {
        withdraw(conn, id, at)?;
        Act::new(conn, delivery.brand, Actor::Cm, at).line(Verb::TakenBack, Subject::Delivery, id.0, None, None)?;
        strand(conn, &delivery, at)?;
        match (&delivery.act, delivery.message, delivery.variant) {
            (Deed::Reply { text, .. }, Some(message), _) => inbox::reopen_unanswered(conn, message, text, delivery.created, at)?,
            (_, _, Some(variant)) => post::variant_was_refused(conn, variant, at)?,
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
    let delivery = must_read(conn, id)?;
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
    let delivery = must_read(conn, id)?;
    let step = if out { delivery.confirm_out() } else { delivery.confirm_absent() };
    let seen = if out { address(conn, &delivery)? } else { None };
    let step = step.map(|step| match seen {
        Some((remote_id, url)) => Move { to: Journey::Done { remote_id: Some(remote_id), url }, ..step },
        None => step,
    });
    match step {
        Some(step) => advance(conn, &step, at),
        None => Ok(None),
    }
}
