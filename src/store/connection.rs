//! Opening the file: modes, pragmas, refusals. Never creates over, repairs or replaces a file.

use super::{StoreError, StoreResult, schema};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long one process waits for another to finish writing.
const PATIENCE: Duration = Duration::from_secs(5);
/// The pages of the log after which a commit writes it back by itself: a pull writes the same pages
/// over and over, and a quiet moment mostly comes first.
const LOG_PAGES: i64 = 4_000;
/// The first `SQLite` without the bug that lets a WAL reset lose commits.
const OLDEST: i32 = 3_051_003;

/// Opens the file to write, making it and its folder where they are missing.
pub(super) fn writer(path: &Path) -> StoreResult<Connection> {
    check_version()?;
    if exists(path)? {
        refuse(path)?;
        for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm")] {
            if file.exists() {
                tighten(&file)?;
            }
        }
    } else {
        create(path)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    prepare(&conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "cache_size", -16_384)?;
    conn.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    schema::migrate(&mut conn, Some(path), schema::MIGRATIONS)?;
    Ok(conn)
}

/// Opens the file to read only.
pub(super) fn reader(path: &Path) -> StoreResult<Connection> {
    check_version()?;
    refuse(path)?;
    let conn = read_only(path)?;
    prepare(&conn)?;
    conn.pragma_update(None, "cache_size", -8_192)?;
    Ok(conn)
}

/// Opens a database in memory that other connections of this process reach under `name`.
pub(super) fn memory(name: &str, first: bool) -> StoreResult<Connection> {
    check_version()?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(format!("file:/{name}?vfs=memdb"), flags)?;
    prepare(&conn)?;
    if first {
        schema::migrate(&mut conn, None, schema::MIGRATIONS)?;
    } else {
        conn.pragma_update(None, "query_only", true)?;
    }
    Ok(conn)
}

fn check_version() -> StoreResult<()> {
    if rusqlite::version_number() < OLDEST {
        return Err(StoreError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}

fn prepare(conn: &Connection) -> StoreResult<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.set_prepared_statement_cache_capacity(128);
    // Plans must not look at bound values: with partial indexes they would, and every statement kept
    // ready would then be prepared anew each time that it is bound.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn read_only(path: &Path) -> StoreResult<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Whether there is something at the path; an empty file counts as nothing.
fn exists(path: &Path) -> StoreResult<bool> {
    match std::fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(found.len() > 0),
        Ok(_) => Err(StoreError::Damaged("this is not a file".to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::file(path, error)),
    }
}

/// Looks at an existing file without writing to it, and refuses what Ronde must not touch.
fn refuse(path: &Path) -> StoreResult<()> {
    use std::io::Read;
    let mut head = [0_u8; 16];
    let mut file = std::fs::File::open(path).map_err(|error| StoreError::file(path, error))?;
    let is_sqlite = file.read_exact(&mut head).is_ok() && &head == b"SQLite format 3\0";
    if !is_sqlite {
        return Err(StoreError::Damaged("this is not a database".to_owned()));
    }
    let conn = read_only(path)?;
    conn.busy_timeout(PATIENCE)?;
    schema::check(&conn, schema::newest())?;
    Ok(())
}

/// The file that `SQLite` keeps beside the database under this ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes an empty file that its owner alone can read. `SQLite` gives its mode to `-wal` and `-shm`.
fn create(path: &Path) -> StoreResult<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_folder(folder)?;
    }
    private_file(path)?;
    tighten(path)
}

#[cfg(unix)]
pub(super) fn make_folder(folder: &Path) -> StoreResult<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    let failed = |error| StoreError::file(folder, error);
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(failed)?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).map_err(failed)
}

#[cfg(not(unix))]
pub(super) fn make_folder(folder: &Path) -> StoreResult<()> {
    std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, error))
}

#[cfg(unix)]
fn private_file(path: &Path) -> StoreResult<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let opened = std::fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path);
    opened.map(drop).map_err(|error| StoreError::file(path, error))
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> StoreResult<()> {
    let opened = std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(path);
    opened.map(drop).map_err(|error| StoreError::file(path, error))
}

/// Takes the file from everybody but its owner.
#[cfg(unix)]
fn tighten(path: &Path) -> StoreResult<()> {
    use std::os::unix::fs::PermissionsExt;
    let failed = |error| StoreError::file(path, error);
    let mode = std::fs::metadata(path).map_err(failed)?.permissions().mode();
    if mode & 0o777 == 0o600 {
        return Ok(());
    }
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
        // A file of somebody else or on a read-only disk: opening it says so.
        Err(error) if mode & 0o077 != 0 || error.kind() != std::io::ErrorKind::ReadOnlyFilesystem => Err(failed(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(not(unix))]
fn tighten(_path: &Path) -> StoreResult<()> {
    Ok(())
}
