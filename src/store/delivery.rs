//! Deliveries: made once, held first, and found again by what they publish or answer.
//!
//! Nothing moves here: `journey` alone takes a step.

use super::journal::Act;
use super::value::{Columns, json, seconds};
use super::{StoreError, StoreResult};
use crate::domain::delivery::{Act as Deed, Delivery, HOLD, Journey, Stage};
use crate::domain::journal::{Subject, Verb};
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
    standing_part(conn, known.variant, known.place.part)
}

/// The newest delivery of a part that is on its way or out.
fn standing_part(conn: &Connection, variant: Option<VariantId>, part: u32) -> StoreResult<Option<Delivery>> {
    let parts = variant.map_or(Ok(Vec::new()), |variant| of_variant(conn, variant))?;
    Ok(parts.into_iter().rev().find(|known| known.place.part == part && !known.journey.stage().came_to_nothing()))
}

/// The deliveries that wait for this one to be out.
pub(super) fn followers(conn: &Connection, id: DeliveryId) -> StoreResult<Vec<Delivery>> {
    list(conn, "WHERE follows = ?1 ORDER BY id", [id.0])
}

/// An answer of the same words to the same message that is on its way.
pub(super) fn same_reply(conn: &Connection, message: MessageId, text: &SafeText) -> StoreResult<Option<Delivery>> {
    let moving = list(conn, "WHERE message = ?1 AND stage IN ('held', 'queued', 'sending', 'unknown')", [message.0])?;
    Ok(moving.into_iter().find(|delivery| matches!(&delivery.act, Deed::Reply { text: said, .. } if said == text)))
}

/// The answer that is out under an id of its network.
pub(super) fn known_as(conn: &Connection, account: AccountId, remote_id: &SafeText) -> StoreResult<Option<Delivery>> {
    Ok(list(conn, "WHERE account = ?1 AND remote_id = ?2 AND name = 'reply' ORDER BY id", params![account.0, remote_id.as_str()])?.pop())
}

/// The first answer to a message that is out, but for one.
pub(super) fn other_answer(conn: &Connection, message: MessageId, but: DeliveryId) -> StoreResult<Option<Delivery>> {
    let out = list(conn, "WHERE message = ?1 AND name = 'reply' AND stage = 'done' ORDER BY created DESC, id DESC", [message.0])?;
    Ok(out.into_iter().rfind(|delivery| delivery.id != but))
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
    // A post keeps its hour: where that is past, the CM is asked before it leaves.
    let due = Some(former.due).filter(|due| former.variant.is_some() || *due > at + HOLD);
    let place = Place { after: standing_before(conn, &former)?, ..former.place };
    let intent =
        Intent { brand: former.brand, account: former.account, deed: former.act, due, message: former.message, variant: former.variant };
    insert(conn, &intent, &place, at)
}

/// The delivery that stands now for the part before this one.
fn standing_before(conn: &Connection, delivery: &Delivery) -> StoreResult<Option<Before>> {
    let Some(before) = &delivery.place.after else { return Ok(None) };
    let standing = standing_part(conn, delivery.variant, delivery.place.part.saturating_sub(1))?;
    let newest = standing.map(|part| Before { id: part.id, stage: part.journey.stage() });
    Ok(Some(newest.unwrap_or_else(|| before.clone())))
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
