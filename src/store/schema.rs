//! The schema and its migrations. A released migration is stone; a newer file is refused untouched.

use super::{StoreError, StoreResult, backup};
use rusqlite::Connection;
use std::path::Path;

/// The migrations, in order: the first makes schema 1.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/0001_start.sql"),
    include_str!("../../assets/migrations/0002_inbox.sql"),
    include_str!("../../assets/migrations/0003_thread.sql"),
    include_str!("../../assets/migrations/0004_reaction.sql"),
];
/// What tells a file of Ronde from another `SQLite` file.
const APPLICATION: i64 = 1_383_034_468;

/// The newest schema this program knows.
pub(super) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("there are few migrations")
}

/// The schema of the file.
pub(super) fn version(conn: &Connection) -> StoreResult<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Refuses a file that is not one of Ronde or is of a newer version. Writes nothing.
pub(super) fn check(conn: &Connection, known: u32) -> StoreResult<u32> {
    let found = version(conn)?;
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: bool = conn.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
    if application != APPLICATION && (application != 0 || found != 0 || tables) {
        return Err(StoreError::Damaged("this is a database of another program".to_owned()));
    }
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok(found)
}

/// Brings the file to the newest schema, each step in one transaction, a copy of the file kept
/// beside it before the first one.
pub(super) fn migrate(conn: &mut Connection, path: Option<&Path>, migrations: &[&str]) -> StoreResult<()> {
    let found = version(conn)?;
    let missing = migrations.iter().zip(1_u32..).skip(found as usize);
    for (index, (sql, target)) in missing.enumerate() {
        if let Some(path) = path.filter(|_| index == 0 && found > 0) {
            backup::before_migration(conn, path, target)?;
        }
        let step = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
        // Another process may have been quicker.
        if version(&step)? < target {
            step.execute_batch(sql)?;
            step.pragma_update(None, "user_version", target)?;
        }
        step.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "PRAGMA application_id = 1383034468; CREATE TABLE song (name TEXT) STRICT; INSERT INTO song VALUES ('la');";
    const SECOND: &str = "ALTER TABLE song ADD COLUMN year INTEGER;";
    const BROKEN: &str = "ALTER TABLE song ADD COLUMN tune TEXT; ALTER TABLE song ADD COLUMN tune TEXT;";

    fn songs(conn: &Connection) -> i64 {
        conn.query_row("SELECT count(*) FROM song", [], |row| row.get(0)).expect("a count")
    }

    #[test]
    fn a_migration_keeps_a_copy_of_the_file_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ronde.db");
        let mut conn = Connection::open(&path).expect("it opens");
        migrate(&mut conn, Some(&path), &[FIRST]).expect("it is made");
        assert!(!folder.path().join("ronde.db.before-v1").exists(), "a new file needs no copy");
        migrate(&mut conn, Some(&path), &[FIRST, SECOND]).expect("it is migrated");
        assert_eq!(version(&conn).expect("a version"), 2);
        let copy = Connection::open(folder.path().join("ronde.db.before-v2")).expect("the copy opens");
        assert_eq!((version(&copy).expect("a version"), songs(&copy)), (1, 1));
        assert!(copy.prepare("SELECT year FROM song").is_err());
    }

    #[test]
    fn a_migration_that_fails_leaves_the_version_before_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ronde.db");
        let mut conn = Connection::open(&path).expect("it opens");
        migrate(&mut conn, Some(&path), &[FIRST, SECOND, BROKEN]).expect_err("the third is broken");
        assert_eq!((version(&conn).expect("a version"), songs(&conn)), (2, 1));
        assert!(conn.prepare("SELECT tune FROM song").is_err(), "half a step is no step");
        assert!(folder.path().join("ronde.db").exists());
    }

    #[test]
    fn the_released_schema_opens_and_says_whose_it_is() {
        let mut conn = Connection::open_in_memory().expect("it opens");
        migrate(&mut conn, None, MIGRATIONS).expect("it is made");
        assert_eq!(check(&conn, newest()).expect("it is ours"), newest());
        assert!(matches!(check(&conn, 0), Err(StoreError::Newer { .. })));
    }
}
