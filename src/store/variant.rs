//! Variants: what each account publishes of a post.
//!
//! An account has one variant of a post, for what is sent is counted by variant: by way of a second one, all of it
//! would be sent again. What is out or on its way keeps its variant, however often the account is switched off and
//! on ([`keep_what_is_out`]), and what the CM published by hand is out as well; a delivery that undoing brings back joins the one that is there ([`join`]).

use super::value::{Columns, seconds};
use super::{StoreResult, delivery};
use crate::domain::conflict::Conflict;
use crate::domain::delivery::Stage;
use crate::domain::journal::{Actor, Entry, Verb};
use crate::domain::post::{Post, PostState, Variant};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{AccountId, DeliveryId, PostId, VariantId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

/// The variants of a post, in their order.
pub(super) fn of(conn: &Connection, post: PostId) -> StoreResult<Vec<Variant>> {
    let mut statement = conn.prepare_cached("SELECT * FROM variant WHERE post = ?1 ORDER BY place")?;
    let read = |row: &Row<'_>| {
        Ok(Variant {
            id: VariantId(row.get("id")?),
            account: AccountId(row.get("account")?),
            text: row.some_text("text")?,
            url: row.some_text("url")?,
            remote_id: row.some_text("remote_id")?,
        })
    };
    let found = statement.query_map([post.0], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Writes the variants of a post: those not given any more go, the others keep their rows.
pub(super) fn write(conn: &Connection, post: PostId, wanted: &[Variant]) -> StoreResult<()> {
    for known in of(conn, post)? {
        if !wanted.iter().any(|variant| variant.id == known.id) {
            conn.execute("DELETE FROM variant WHERE id = ?1", [known.id.0])?;
        }
    }
    let mut put = conn.prepare_cached(
        "INSERT INTO variant (id, post, place, account, text, url, remote_id) VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET place = ?3, account = ?4, text = ?5, url = ?6, remote_id = ?7",
    )?;
    for (place, variant) in wanted.iter().enumerate() {
        put.execute(params![
            variant.id.0,
            post.0,
            place.cast_signed() as i64,
            variant.account.0,
            variant.text.as_ref().map(SafeText::as_str),
            variant.url.as_ref().map(SafeText::as_str),
            variant.remote_id.as_ref().map(SafeText::as_str),
        ])?;
    }
    Ok(())
}

/// Lets the variants of a post that is saved be those that the file has: an account given anew takes its row again;
/// one left out stays where it, or a part of it, is out.
///
/// # Errors
/// One that is left out is on its way: nobody knows yet whether it is out.
pub(super) fn keep_what_is_out(conn: &Connection, before: &Post, after: &mut Post) -> StoreResult<()> {
    for known in &before.variants {
        if after.variants.iter().any(|variant| variant.id == known.id) {
            continue;
        }
        if let Some(same) = after.variants.iter_mut().find(|variant| variant.account == known.account) {
            same.id = known.id;
            continue;
        }
        let sent = delivery::of_variant(conn, known.id)?;
        if known.remote_id.is_some() || is_out(conn, known.id)? || sent.iter().any(|delivery| delivery.journey.stage() == Stage::Done) {
            after.variants.push(known.clone());
        } else if sent.iter().any(|delivery| matches!(delivery.journey.stage(), Stage::Sending | Stage::Unknown)) {
            return Err(Conflict::Left.into());
        }
    }
    for variant in &mut after.variants {
        if let Some(known) = before.variants.iter().find(|known| known.id == variant.id) {
            variant.remote_id = variant.remote_id.take().or_else(|| known.remote_id.clone());
            variant.url = variant.url.take().or_else(|| known.url.clone());
        }
    }
    Ok(())
}

/// Gives a delivery whose variant was removed that of its account in a post, where it came back: a delivery without
/// one would be sent beside another.
pub(super) fn join(conn: &Connection, delivery: DeliveryId, post: PostId) -> StoreResult<()> {
    conn.execute(
        "UPDATE delivery SET variant = (SELECT v.id FROM variant v WHERE v.post = ?2 AND v.account = delivery.account)
         WHERE id = ?1 AND variant IS NULL AND name = 'publish'",
        [delivery.0, post.0],
    )?;
    Ok(())
}

/// The post of a variant, if the variant is still there.
pub(super) fn post(conn: &Connection, id: VariantId) -> StoreResult<Option<PostId>> {
    let mut statement = conn.prepare_cached("SELECT post FROM variant WHERE id = ?1")?;
    Ok(statement.query_row([id.0], |row| row.get(0).map(PostId)).optional()?)
}

/// What an account published under an id of its network.
pub(super) fn known_as(conn: &Connection, account: AccountId, remote_id: &SafeText) -> StoreResult<Option<VariantId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM variant WHERE account = ?1 AND remote_id = ?2 AND remote_id IS NOT NULL")?;
    Ok(statement.query_row(params![account.0, remote_id.as_str()], |row| row.get(0).map(VariantId)).optional()?)
}

/// Notes that a variant is out, and where, as far as that is known.
pub(super) fn note_out(
    conn: &Connection,
    id: VariantId,
    remote_id: Option<&SafeText>,
    url: Option<&SafeText>,
    at: Moment,
) -> StoreResult<()> {
    conn.execute(
        "UPDATE variant SET remote_id = coalesce(?2, remote_id), url = coalesce(?3, url), out = ?4 WHERE id = ?1",
        params![id.0, remote_id.map(SafeText::as_str), url.map(SafeText::as_str), seconds(at)],
    )?;
    Ok(())
}

/// Whether a variant is out, or a part of it, by a delivery or by the CM's hand.
pub(super) fn is_out(conn: &Connection, id: VariantId) -> StoreResult<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM variant WHERE id = ?1 AND out IS NOT NULL")?;
    Ok(statement.exists([id.0])?)
}

/// Notes of those variants of a post that were not out that they are.
pub(super) fn all_are_out(conn: &Connection, post: PostId, at: Moment) -> StoreResult<()> {
    conn.execute("UPDATE variant SET out = ?2 WHERE post = ?1 AND out IS NULL", params![post.0, seconds(at)])?;
    Ok(())
}

/// Turns back, or does again, what a line of the journal says of what is out by the CM's hand: what its network has
/// stays out.
pub(super) fn travel(conn: &Connection, line: &Entry, undoes: bool) -> StoreResult<()> {
    let state = |side: &Option<Value>| side.as_ref().and_then(|side| side.get("state")).cloned();
    let published = serde_json::to_value(PostState::Published)?;
    if line.actor != Actor::Cm || state(&line.after).as_ref() != Some(&published) {
        return Ok(());
    }
    let post = PostId(line.row);
    match (line.verb, undoes) {
        (Verb::Published, true) => {
            conn.execute(
                "UPDATE variant SET out = NULL WHERE post = ?1 AND out = ?2 AND remote_id IS NULL
                   AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.variant = variant.id AND d.name = 'publish' AND d.stage = 'done')",
                params![post.0, seconds(line.at)],
            )?;
            Ok(())
        }
        (Verb::Published, false) => all_are_out(conn, post, line.at),
        // One that was brought in as published: its hour says when it came out.
        (Verb::Created, false) => match super::post::read(conn, post)?.due {
            Some(due) => all_are_out(conn, post, due),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether a variant of a post is not out.
pub(super) fn waits(conn: &Connection, post: PostId) -> StoreResult<bool> {
    let waits = conn.query_row("SELECT EXISTS (SELECT 1 FROM variant WHERE post = ?1 AND out IS NULL)", [post.0], |row| row.get(0))?;
    Ok(waits)
}
