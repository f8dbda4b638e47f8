//! What can go wrong in the file, and how it is told to the person.

use crate::app::trouble::{Cause, Trouble};
use crate::domain::conflict::Conflict;
use crate::domain::text::SafeText;
use rusqlite::ErrorCode;

/// A failure of the store. Nothing was changed: each job is one transaction.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `SQLite` said no.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The file system said no.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What it said.
        source: std::io::Error,
    },
    /// The file was written by a newer Ronde.
    #[error("the file is of version {found}, this program knows version {known}")]
    Newer {
        /// The version found.
        found: u32,
        /// The newest version known.
        known: u32,
    },
    /// The file is not one of Ronde, or not whole.
    #[error("{0}")]
    Damaged(String),
    /// The `SQLite` that runs has a bug that loses data.
    #[error("SQLite {0} may lose data; 3.51.3 or later is needed")]
    OldSqlite(String),
    /// What was asked for is not there.
    #[error("{0}")]
    Missing(String),
    /// It can't be done now.
    #[error("{}", .0.words())]
    Conflict(Conflict),
    /// A value could not be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// What the store gives back.
pub type StoreResult<T> = Result<T, StoreError>;

impl StoreError {
    /// A failure at a path.
    pub(super) fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), source }
    }

    /// A row that is not there.
    pub(super) fn missing(what: &str, id: i64) -> Self {
        Self::Missing(format!("{what} {id}"))
    }

    /// What kind of trouble it is.
    #[must_use]
    pub fn cause(&self) -> Cause {
        match self {
            Self::Sqlite(error) => cause_of_code(error),
            Self::File { source, .. } => match source.kind() {
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Cause::DiskFull,
                std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Cause::ReadOnly,
                std::io::ErrorKind::AlreadyExists => Cause::Conflict,
                _ => Cause::Failed,
            },
            Self::Newer { .. } => Cause::Newer,
            Self::Damaged(_) => Cause::Damaged,
            Self::Missing(_) => Cause::Missing,
            Self::Conflict(_) => Cause::Conflict,
            Self::OldSqlite(_) | Self::Json(_) => Cause::Failed,
        }
    }
}

fn cause_of_code(error: &rusqlite::Error) -> Cause {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Cause::Locked,
        Some(ErrorCode::DiskFull) => Cause::DiskFull,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Cause::ReadOnly,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Cause::Damaged,
        Some(_) => Cause::Failed,
        None => match error {
            rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..) => Cause::Damaged,
            rusqlite::Error::QueryReturnedNoRows => Cause::Missing,
            _ => Cause::Failed,
        },
    }
}

impl From<Conflict> for StoreError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self { cause: error.cause(), account: None, detail: SafeText::line(&error.to_string()) }
    }
}
