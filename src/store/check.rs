//! Checking the file: integrity, the index of words, counters against their rows. Repairs nothing.

use super::{StoreResult, schema, tally, workspace};
use crate::app::event::Health;
use rusqlite::Connection;

/// How the file is.
pub(super) fn read(conn: &Connection) -> StoreResult<Health> {
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    let lines = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut damage: Vec<String> = lines.into_iter().filter(|line| line != "ok").collect();
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let orphans =
        statement.query_map([], |row| Ok(format!("{} {:?}: no parent", row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?)))?;
    damage.extend(orphans.collect::<rusqlite::Result<Vec<String>>>()?);
    let mut counters = Vec::new();
    for brand in workspace::load(conn)?.brands {
        counters.extend(tally::recount(conn, brand.id, brand.zone)?.differences(conn)?);
    }
    let messages: i64 = conn.query_row("SELECT count(*) FROM message", [], |row| row.get(0))?;
    Ok(Health {
        damage,
        index_ok: index_agrees(conn)?,
        counters,
        schema: schema::version(conn)?,
        sqlite: rusqlite::version().to_owned(),
        messages: messages.unsigned_abs(),
    })
}

/// Whether each message has its row in the index of words, and the index no other. `integrity_check`
/// above looks into the index itself.
fn index_agrees(conn: &Connection) -> StoreResult<bool> {
    let odd: bool = conn.query_row(
        "SELECT EXISTS (SELECT id FROM message EXCEPT SELECT id FROM message_word_docsize)
             OR EXISTS (SELECT id FROM message_word_docsize EXCEPT SELECT id FROM message)",
        [],
        |row| row.get(0),
    )?;
    Ok(!odd)
}
