//! Posts: read and written whole, their variants and validations with them, and moved from state to state.
//!
//! A state is reached only as `Post::may_become` allows.

use super::journal::{Act, difference};
use super::value::{Columns, day_number, json, seconds};
use super::{StoreError, StoreResult, approval, schedule, variant, workspace};
use crate::domain::conflict::Conflict;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::post::{ApprovalOf, Missing, Post, PostState, Variant};
use crate::domain::time::{Day, Moment, Period};
use crate::domain::{BrandId, PostId};
use rusqlite::{Connection, Row, params};
use serde_json::{Value, json as object, to_value};

/// A post as stored, or why it may not go there.
pub(super) type Answer = Result<Post, Missing>;

fn post_of(row: &Row<'_>) -> rusqlite::Result<Post> {
    let day: Option<i64> = row.get("day")?;
    Ok(Post {
        id: PostId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        title: row.text("title")?,
        text: row.text("text")?,
        media: row.json("media")?,
        pillar: row.text("pillar")?,
        state: row.code("state")?,
        day: day.map(|_| row.day("day")).transpose()?,
        due: row.some_moment("due")?,
        variants: Vec::new(),
        approvals: Vec::new(),
        note: row.text("note")?,
    })
}

fn list(conn: &Connection, condition: &str, given: impl rusqlite::Params) -> StoreResult<Vec<Post>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM post WHERE {condition}"))?;
    let mut posts = statement.query_map(given, post_of)?.collect::<rusqlite::Result<Vec<_>>>()?;
    for post in &mut posts {
        post.variants = variant::of(conn, post.id)?;
        post.approvals = approval::of(conn, post.id)?;
    }
    Ok(posts)
}

/// A post, if it is there.
pub(super) fn find(conn: &Connection, id: PostId) -> StoreResult<Option<Post>> {
    Ok(list(conn, "id = ?1", [id.0])?.pop())
}

/// A post that must be there.
pub(super) fn read(conn: &Connection, id: PostId) -> StoreResult<Post> {
    find(conn, id)?.ok_or_else(|| StoreError::missing("post", id.0))
}

/// Posts that are not archived, published ones of the period included.
pub(super) fn over(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<Post>> {
    let zone = workspace::clock(conn, brand)?.zone;
    let (from, to) = period.bounds(zone);
    list(
        conn,
        "brand = ?1 AND state <> 'archived' AND (state <> 'published' OR day BETWEEN ?2 AND ?3 OR (due >= ?4 AND due < ?5)
           OR id IN (SELECT post FROM variant WHERE out >= ?4 AND out < ?5))
         ORDER BY coalesce(due, day * 86400, 9e15), id",
        params![brand.0, day_number(period.from), day_number(period.to), seconds(from), seconds(to)],
    )
}

/// Posts of a brand in a state.
pub(super) fn in_state(conn: &Connection, brand: BrandId, state: PostState) -> StoreResult<Vec<Post>> {
    list(conn, "brand = ?1 AND state = ?2 ORDER BY due, id", params![brand.0, state.code()])
}

/// Writes a post whole, its variants and validations with it: what saving and undoing share.
pub(super) fn write(conn: &Connection, post: &Post) -> StoreResult<PostId> {
    conn.prepare_cached(
        "INSERT INTO post (id, brand, title, text, media, pillar, state, day, due, note)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET title = ?3, text = ?4, media = ?5, pillar = ?6, state = ?7, day = ?8, due = ?9, note = ?10",
    )?
    .execute(params![
        post.id.0,
        post.brand.0,
        post.title.as_str(),
        post.text.as_str(),
        json(&post.media)?,
        post.pillar.as_str(),
        post.state.code(),
        post.day.map(day_number),
        post.due.map(seconds),
        post.note.as_str(),
    ])?;
    let id = if post.id.0 == 0 { PostId(conn.last_insert_rowid()) } else { post.id };
    variant::write(conn, id, &post.variants)?;
    approval::write(conn, id, &post.approvals)?;
    Ok(id)
}

/// Deletes a post that an undone act had made.
pub(super) fn delete(conn: &Connection, id: PostId) -> StoreResult<()> {
    approval::write(conn, id, &[])?;
    variant::write(conn, id, &[])?;
    conn.execute("DELETE FROM post WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Writes a post and its line of the journal; gives it as stored.
pub(super) fn store(conn: &Connection, act: &mut Act<'_>, before: Option<&Post>, after: &Post, verb: Verb) -> StoreResult<Post> {
    let id = write(conn, after)?;
    let stored = read(conn, id)?;
    let old = before.map_or(Ok(Value::Null), to_value)?;
    if let Some((old, new)) = difference(&old, &to_value(&stored)?) {
        act.line(verb, Subject::Post, id.0, Some(&old), Some(&new))?;
    }
    Ok(stored)
}

/// Writes what the CM edited. Its state and validations are those of the file; a validation of
/// something that changed is voided, and the post goes back to where it needs that validation.
pub(super) fn save(conn: &Connection, given: &Post, at: Moment) -> StoreResult<Answer> {
    let mut act = Act::new(conn, given.brand, Actor::Cm, at);
    if given.id.0 == 0 {
        let new = Post { state: first_state(given), approvals: Vec::new(), ..given.clone() };
        let stored = store(conn, &mut act, None, &new, Verb::Created)?;
        if let Some(out) = stored.due.filter(|_| stored.state == PostState::Published) {
            variant::all_are_out(conn, stored.id, out)?;
        }
        return Ok(Ok(stored));
    }
    let before = read(conn, given.id)?;
    let mut after = Post { state: before.state, approvals: before.approvals.clone(), brand: before.brand, ..given.clone() };
    variant::keep_what_is_out(conn, &before, &mut after)?;
    if before.state == PostState::Published {
        let same = ApprovalOf::ALL.iter().all(|of| before.fingerprint(*of) == after.fingerprint(*of));
        if !same {
            return Ok(Err(Missing::AlreadyOut));
        }
    }
    let voided = approval::void(&mut after, at);
    if !voided.is_empty() {
        after.state = approval::state_without(&voided, before.state);
        if before.state == PostState::Scheduled && !schedule::take_back(conn, &mut act, &before)? {
            return Err(Conflict::Left.into());
        }
    }
    let stored = store(conn, &mut act, Some(&before), &after, Verb::Changed)?;
    for of in voided {
        let what = object!({ "of": of, "changed": approval::changed_parts(&before, &stored, of) });
        act.line(Verb::Voided, Subject::Post, stored.id.0, None, Some(&what))?;
    }
    Ok(Ok(stored))
}

/// Where a new post begins. One that is out already, as an import brings it, says when and where; no
/// other may begin beyond the plan.
fn first_state(given: &Post) -> PostState {
    let is_out = |variant: &Variant| variant.url.is_some() || variant.remote_id.is_some();
    match given.state {
        PostState::Planned if given.day.is_some() => PostState::Planned,
        PostState::Published if given.due.is_some() && !given.variants.is_empty() && given.variants.iter().all(is_out) => {
            PostState::Published
        }
        _ => PostState::Idea,
    }
}

/// Moves a post to a state that its rules allow.
pub(super) fn go(conn: &Connection, id: PostId, next: PostState, at: Moment) -> StoreResult<Answer> {
    let before = read(conn, id)?;
    if let (PostState::Scheduled, Some(due)) = (next, before.due) {
        return schedule::schedule(conn, id, due, at);
    }
    if let Err(missing) = before.may_become(next) {
        return Ok(Err(missing));
    }
    if next == PostState::Published {
        schedule::must_rest(conn, &before)?;
    }
    let mut act = Act::new(conn, before.brand, Actor::Cm, at);
    if before.state == PostState::Scheduled && next != PostState::Published && !schedule::take_back(conn, &mut act, &before)? {
        return Err(Conflict::Left.into());
    }
    let after = Post { state: next, ..before.clone() };
    let verb = if next == PostState::Published { Verb::Published } else { Verb::Moved };
    let stored = store(conn, &mut act, Some(&before), &after, verb)?;
    if next == PostState::Published {
        variant::all_are_out(conn, id, at)?;
    }
    Ok(Ok(stored))
}

/// How many posts came out on a day.
pub(super) fn published_on(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<u32> {
    let zone = workspace::clock(conn, brand)?.zone;
    let (from, to) = Period::new(day, day).bounds(zone);
    let mut statement = conn.prepare_cached(
        "SELECT count(DISTINCT v.post) FROM variant v JOIN post p ON p.id = v.post WHERE p.brand = ?1 AND v.out >= ?2 AND v.out < ?3",
    )?;
    Ok(statement.query_row(params![brand.0, seconds(from), seconds(to)], |row| row.get(0))?)
}
