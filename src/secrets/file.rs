//! Secrets in one file, readable by its owner alone, written whole or not at all.
//!
//! Refuses a file that others can read and a path that is a link; says what to type.

use crate::app::effect::Secret;
use secrecy::ExposeSecret;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why the file of secrets can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Others can read the file or write its folder.
    #[error("others can reach {path}; type: chmod {mode} '{path}'")]
    OpenToOthers {
        /// The file or its folder.
        path: PathBuf,
        /// The mode it should have.
        mode: &'static str,
    },
    /// It is a link, a folder or a device.
    #[error("{0} is not a plain file")]
    NotAFile(PathBuf),
    /// It holds something else.
    #[error("{0} can't be read as Ronde's secrets; move it away, then connect the accounts again")]
    Unreadable(PathBuf),
    /// The system refused.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

type Kept = BTreeMap<String, String>;

/// Keeps a secret.
pub fn keep(file: &Path, name: &str, secret: &Secret) -> Result<(), FileError> {
    change(file, |kept| {
        kept.insert(name.to_owned(), secret.0.expose_secret().to_owned());
        true
    })
}

/// Forgets a secret; one that is not there is forgotten already.
pub fn forget(file: &Path, name: &str) -> Result<(), FileError> {
    if !file.exists() {
        return Ok(());
    }
    change(file, |kept| kept.remove(name).is_some())
}

/// The secret kept under a name.
pub fn find(file: &Path, name: &str) -> Result<Option<Secret>, FileError> {
    Ok(read(file)?.get(name).map(|raw| Secret::new(raw)))
}

fn read(file: &Path) -> Result<Kept, FileError> {
    let about = match std::fs::symlink_metadata(file) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Kept::new()),
        Err(error) => return Err(io(file, error)),
    };
    if !about.is_file() {
        return Err(FileError::NotAFile(file.to_owned()));
    }
    if is_open(&about, 0o077) {
        return Err(FileError::OpenToOthers { path: file.to_owned(), mode: "600" });
    }
    let raw = std::fs::read(file).map_err(|error| io(file, error))?;
    // The error of the parser would quote what it read.
    serde_json::from_slice(&raw).map_err(|_| FileError::Unreadable(file.to_owned()))
}

/// Reads, changes and writes under a lock, so that two processes don't lose each other's secret.
fn change(file: &Path, change: impl FnOnce(&mut Kept) -> bool) -> Result<(), FileError> {
    let folder = file.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let lock = open_lock(&file.with_extension("lock")).map_err(|error| io(file, error))?;
    lock.lock().map_err(|error| io(file, error))?;
    let mut kept = read(file)?;
    if change(&mut kept) { write(file, folder, &kept).map_err(|error| io(file, error)) } else { Ok(()) }
}

/// Locks a file of its own if nobody else has, without waiting.
pub fn try_lock(path: &Path) -> Result<Option<std::fs::File>, FileError> {
    make_folder(path.parent().unwrap_or(Path::new(".")))?;
    let lock = open_lock(path).map_err(|error| io(path, error))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(error)) => Err(io(path, error)),
    }
}

fn write(file: &Path, folder: &Path, kept: &Kept) -> io::Result<()> {
    // A temporary file is made for its owner alone, whatever the umask.
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut draft, kept)?;
    draft.write_all(b"\n")?;
    draft.as_file().sync_all()?;
    draft.persist(file).map_err(|error| error.error)?;
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

fn make_folder(folder: &Path) -> Result<(), FileError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| io(folder, error))?;
    let about = std::fs::metadata(folder).map_err(|error| io(folder, error))?;
    if is_open(&about, 0o022) {
        return Err(FileError::OpenToOthers { path: folder.to_owned(), mode: "700" });
    }
    Ok(())
}

fn open_lock(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_open(about: &std::fs::Metadata, to: u32) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & to != 0
}

#[cfg(not(unix))]
fn is_open(_about: &std::fs::Metadata, _to: u32) -> bool {
    false
}

fn io(path: &Path, error: io::Error) -> FileError {
    FileError::Io { path: path.to_owned(), error }
}
