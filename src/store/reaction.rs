//! Reactions: each is one row, taken in with its page. Who did it is a network's id; a person is found by their names.
//!
//! Nothing here is a message: no state, no counter, no line of the journal.

use super::erased::Erased;
use super::value::{Columns, count, seconds};
use super::{StoreResult, person};
use crate::domain::account::Account;
use crate::domain::reaction::{Attention, Reaction, ReactionKind, Reactions};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, PersonId};
use rusqlite::{Connection, params};

/// The reactions of a person and of those joined to them, as a condition; `?1` is the main one.
pub(super) const OF_GROUP: &str =
    "(account, author) IN (SELECT account, remote_id FROM handle WHERE person IN (SELECT id FROM person WHERE id = ?1 OR joined = ?1))";

/// Takes in what an account is told. Gives how many were not known.
pub(super) fn take(conn: &Connection, account: &Account, erased: &Erased, reactions: &[Reaction]) -> StoreResult<u32> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO reaction (brand, account, author, kind, about, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
    )?;
    let mut new = 0;
    for reaction in reactions.iter().filter(|reaction| !reaction.author_id.is_blank()) {
        if erased.covers_author(conn, &reaction.author_id, reaction.at)? {
            continue;
        }
        new += insert.execute(params![
            account.brand.0,
            account.id.0,
            reaction.author_id.as_str(),
            reaction.kind.code(),
            reaction.about.as_ref().map_or("", SafeText::as_str),
            seconds(reaction.at),
        ])?;
    }
    Ok(count(new.cast_signed() as i64))
}

const OF_PERSON: &str = "SELECT r.kind, count(*) AS count, min(r.at) AS first
  FROM handle h CROSS JOIN reaction r ON r.account = h.account AND r.author = h.remote_id WHERE h.person = ?1 GROUP BY r.kind";

/// What a person and all that were joined to them did without words.
pub(super) fn of_person(conn: &Connection, main: PersonId) -> StoreResult<Attention> {
    let mut attention = Attention::default();
    let mut statement = conn.prepare_cached(OF_PERSON)?;
    for id in person::group(conn, main)? {
        let found = statement.query_map([id.0], |row| Ok((row.code("kind")?, count(row.get("count")?), row.moment("first")?)))?;
        for row in found {
            let (kind, count, first) = row?;
            attention.count.add(kind, count);
            if kind == ReactionKind::Follow {
                attention.followed = Some(attention.followed.map_or(first, |known: Moment| known.min(first)));
            }
        }
    }
    Ok(attention)
}

const SINCE: &str = "SELECT kind, count(*) AS count FROM reaction WHERE brand = ?1 AND at >= ?2 GROUP BY kind";

/// What all accounts of a brand were told since an instant.
pub(super) fn since(conn: &Connection, brand: BrandId, from: Moment) -> StoreResult<Reactions> {
    let mut statement = conn.prepare_cached(SINCE)?;
    let mut all = Reactions::default();
    for row in statement.query_map(params![brand.0, seconds(from)], |row| Ok((row.code("kind")?, count(row.get("count")?))))? {
        let (kind, count) = row?;
        all.add(kind, count);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn what_screens_ask_of_reactions_is_found_by_index() {
        let store = Store::in_memory().expect("memory opens");
        let whole = format!("SELECT * FROM reaction WHERE {OF_GROUP}");
        for sql in [OF_PERSON, SINCE, &whole] {
            let mut plan = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a statement");
            let given: Vec<i64> = vec![1; plan.parameter_count()];
            let steps = plan.query_map(rusqlite::params_from_iter(given), |row| row.get::<_, String>("detail")).expect("a plan");
            let steps: Vec<String> = steps.map(|step| step.expect("a step")).collect();
            assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{sql}: {steps:?}");
            assert!(steps.iter().any(|step| step.contains("reaction_")), "{sql}: {steps:?}");
        }
    }
}
