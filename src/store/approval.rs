//! Validations of a post: each vouches for what it was given for, to the letter; whatever changes that voids it.
//!
//! A voided one stays in the file and says since when.

use super::StoreResult;
use super::journal::Act;
use super::post::{self, Answer};
use super::value::{Columns, seconds};
use crate::domain::PostId;
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Verb};
use crate::domain::post::{Approval, ApprovalOf, Missing, Post, PostState};
use crate::domain::time::Moment;
use rusqlite::{Connection, Row, params};

/// The validations of a post, oldest first.
pub(super) fn of(conn: &Connection, post: PostId) -> StoreResult<Vec<Approval>> {
    let mut statement = conn.prepare_cached("SELECT * FROM approval WHERE post = ?1 ORDER BY place")?;
    let read = |row: &Row<'_>| {
        Ok(Approval {
            of: row.code("of")?,
            by: row.text("by")?,
            at: row.moment("at")?,
            words: row.text("words")?,
            passed_over: row.get("passed_over")?,
            fingerprint: row.get("fingerprint")?,
            voided: row.some_moment("voided")?,
        })
    };
    let found = statement.query_map([post.0], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Writes the validations of a post anew; none are left where none are given.
pub(super) fn write(conn: &Connection, post: PostId, wanted: &[Approval]) -> StoreResult<()> {
    conn.execute("DELETE FROM approval WHERE post = ?1", [post.0])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO approval (post, place, of, by, at, words, passed_over, fingerprint, voided) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (place, approval) in wanted.iter().enumerate() {
        insert.execute(params![
            post.0,
            place.cast_signed() as i64,
            approval.of.code(),
            approval.by.as_str(),
            seconds(approval.at),
            approval.words.as_str(),
            approval.passed_over,
            approval.fingerprint,
            approval.voided.map(seconds),
        ])?;
    }
    Ok(())
}

/// Gives a validation, or passes it over with a reason; the post goes on to what it waited for.
pub(super) fn approve(conn: &Connection, id: PostId, approval: Approval) -> StoreResult<Answer> {
    let before = post::read(conn, id)?;
    if before.state == PostState::Published {
        return Ok(Err(Missing::AlreadyOut));
    }
    if approval.passed_over && approval.words.is_blank() {
        return Err(Conflict::NoReason.into());
    }
    let (of, at, passed_over) = (approval.of, approval.at, approval.passed_over);
    let mut after = before.clone();
    after.approvals.push(Approval { fingerprint: before.fingerprint(of), voided: None, ..approval });
    after.state = match (of, before.state) {
        (ApprovalOf::Plan, PostState::Planned) => PostState::Drafting,
        (ApprovalOf::Content, PostState::InReview) => PostState::Approved,
        (ApprovalOf::Plan | ApprovalOf::Content, state) => state,
    };
    let verb = if passed_over { Verb::PassedOver } else { Verb::Approved };
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    Ok(Ok(post::store(conn, &mut act, Some(&before), &after, verb)?))
}

/// Voids the validations that no longer vouch for the post, and tells of what they were.
pub(super) fn void(post: &mut Post, at: Moment) -> Vec<ApprovalOf> {
    let mut voided = Vec::new();
    for of in ApprovalOf::ALL {
        let fingerprint = post.fingerprint(*of);
        for approval in post.approvals.iter_mut().filter(|approval| approval.of == *of && approval.voided.is_none()) {
            if approval.fingerprint != fingerprint {
                approval.voided = Some(at);
                voided.push(*of);
            }
        }
    }
    voided.dedup();
    voided
}

/// Where a post goes back to when validations fall.
pub(super) fn state_without(voided: &[ApprovalOf], state: PostState) -> PostState {
    let latest = if voided.contains(&ApprovalOf::Plan) { PostState::Planned } else { PostState::Drafting };
    match state {
        PostState::Archived | PostState::Published => state,
        _ => state.min(latest),
    }
}

/// The fields vouched for that differ.
pub(super) fn changed_parts(before: &Post, after: &Post, of: ApprovalOf) -> Vec<&'static str> {
    let texts = |post: &Post| post.variants.iter().map(|variant| (variant.account, variant.text.clone())).collect::<Vec<_>>();
    let parts = match of {
        ApprovalOf::Plan => vec![("title", before.title != after.title), ("day", before.day != after.day)],
        ApprovalOf::Content => vec![
            ("text", before.text != after.text),
            ("media", before.media != after.media),
            ("variants", texts(before) != texts(after)),
            ("due", before.due != after.due),
        ],
    };
    parts.into_iter().filter(|(_, changed)| *changed).map(|(name, _)| name).collect()
}

/// The hour given for the first time is part of what was validated: what vouched for the post without one vouches for it now.
pub(super) fn vouch_for_hour(before: &Post, after: &mut Post) {
    let (old, new) = (before.fingerprint(ApprovalOf::Content), after.fingerprint(ApprovalOf::Content));
    for approval in after.approvals.iter_mut().filter(|approval| approval.of == ApprovalOf::Content && approval.fingerprint == old) {
        approval.fingerprint.clone_from(&new);
    }
}
