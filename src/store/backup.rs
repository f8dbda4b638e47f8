//! Copies of the file: whole, of one instant, while others write. Never over a file that exists.

use super::value;
use super::{StoreError, StoreResult, connection};
use crate::domain::conflict::Conflict;
use crate::domain::time::Day;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::{Path, PathBuf};

/// How many days a daily copy is kept.
const DAYS_KEPT: i64 = 7;

/// Copies the database to `path` through a temporary file in the same folder.
pub(super) fn copy(conn: &Connection, path: &Path) -> StoreResult<()> {
    if path.symlink_metadata().is_ok() {
        return Err(Conflict::Exists.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |error| StoreError::file(path, error);
    let temporary = tempfile::Builder::new().prefix(".ronde-").tempfile_in(folder).map_err(failed)?;
    {
        let mut target = Connection::open(temporary.path())?;
        let backup = Backup::new(conn, &mut target)?;
        // One step for all pages: the copy is of one instant.
        match backup.step(-1)? {
            StepResult::Done => {}
            StepResult::More | StepResult::Busy | StepResult::Locked | _ => {
                return Err(StoreError::Sqlite(rusqlite::Error::SqliteFailure(
                    rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
                    None,
                )));
            }
        }
        drop(backup);
        // A copy that is moved about must be one file.
        target.pragma_update(None, "journal_mode", "DELETE")?;
    }
    temporary.as_file().sync_all().map_err(failed)?;
    match temporary.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Err(Conflict::Exists.into()),
        Err(error) => Err(failed(error.error)),
    }
}

/// Keeps `NAME.before-vN` beside the file; one that is there already is an older attempt's, and stays.
pub(super) fn before_migration(conn: &Connection, path: &Path, target: u32) -> StoreResult<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".before-v{target}"));
    match copy(conn, Path::new(&name)) {
        Err(StoreError::Conflict(Conflict::Exists)) | Ok(()) => Ok(()),
        Err(error) => Err(error),
    }
}

/// How the daily copies of a file begin, so that each of several files in one folder has its own: `ronde-` for
/// `ronde.db`, `ronde.sqlite.` for `ronde.sqlite`.
fn daily_prefix(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.strip_suffix(".db").map_or_else(|| format!("{name}."), |stem| format!("{stem}-"))
}

/// The day of a daily copy of the file with this prefix; `None` for any other file.
fn day_of(prefix: &str, name: &str) -> Option<Day> {
    name.strip_prefix(prefix)?.strip_suffix(".db")?.parse().ok()
}

/// Keeps the copy of the day of the file at `path` in `folder` and drops its copies older than a week.
pub(super) fn daily(conn: &Connection, path: &Path, folder: &Path, today: Day) -> StoreResult<Option<PathBuf>> {
    if !folder.exists() {
        connection::make_folder(folder)?;
    }
    let prefix = daily_prefix(path);
    let path = folder.join(format!("{prefix}{today}.db"));
    let made = match copy(conn, &path) {
        Ok(()) => Some(path),
        Err(StoreError::Conflict(Conflict::Exists)) => None,
        Err(error) => return Err(error),
    };
    for found in std::fs::read_dir(folder).map_err(|error| StoreError::file(folder, error))?.flatten() {
        let day = found.file_name().to_str().and_then(|name| day_of(&prefix, name));
        if day.is_some_and(|day| value::day_number(today) - value::day_number(day) >= DAYS_KEPT) {
            std::fs::remove_file(found.path()).map_err(|error| StoreError::file(&found.path(), error))?;
        }
    }
    Ok(made)
}

/// Removes every copy that Ronde keeps beside the file and makes one new copy of the day in their place. Copies
/// that the CM made elsewhere are not touched. Gives how many went.
pub(super) fn anew(conn: &Connection, path: &Path) -> StoreResult<u32> {
    let folder = path.with_file_name("backups");
    let name = |found: &Path| found.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = name(path);
    let beside = found_in(path.parent().unwrap_or(Path::new(".")), |name| {
        name.starts_with(&format!("{own}.before-v")) || name.starts_with(".ronde-")
    })?;
    let prefix = daily_prefix(path);
    let daily = found_in(&folder, |name| day_of(&prefix, name).is_some() || name.starts_with(".ronde-"))?;
    let newest = daily.iter().map(|path| name(path)).filter(|name| day_of(&prefix, name).is_some()).max();
    let fresh = folder.join(format!(".{prefix}new"));
    if newest.is_some() {
        drop(std::fs::remove_file(&fresh));
        copy(conn, &fresh)?;
    }
    let mut gone = 0;
    for path in beside.iter().chain(&daily) {
        std::fs::remove_file(path).map_err(|error| StoreError::file(path, error))?;
        gone += 1;
    }
    if let Some(newest) = newest {
        let place = folder.join(newest);
        std::fs::rename(&fresh, &place).map_err(|error| StoreError::file(&place, error))?;
    }
    Ok(gone)
}

/// The files of a folder whose name is one of ours; none where there is no folder.
fn found_in(folder: &Path, is_ours: impl Fn(&str) -> bool) -> StoreResult<Vec<PathBuf>> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::file(folder, error)),
    };
    Ok(entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(&is_ours))
        .collect())
}
