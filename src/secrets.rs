//! Where tokens are kept: the system's keyring, else a file that its owner alone can read.
//!
//! Never prints one, never keeps one anywhere else, never waits for a locked keyring longer than
//! three seconds.

mod file;
mod keyring;

pub use file::FileError;

use crate::app::effect::Secret;
use crate::domain::AccountId;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why a secret could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The file can't be used.
    #[error(transparent)]
    File(#[from] FileError),
    /// The keyring is there but does not give it.
    #[error("the keyring does not answer: {0}")]
    Keyring(String),
}

/// Where secrets are kept for the accounts of one database.
pub struct Vault {
    place: Place,
    /// Tells the accounts of this database from those of another one.
    database: String,
}

enum Place {
    /// The keyring, and the file for what it does not take.
    Keyring(PathBuf),
    File(PathBuf),
    Memory(RefCell<BTreeMap<String, Secret>>),
}

impl Vault {
    /// The keyring if the system has one, else `file`.
    #[must_use]
    pub fn open(file: PathBuf, database: &Path) -> Self {
        let place = if keyring::answers() { Place::Keyring(file) } else { Place::File(file) };
        Self { place, database: fingerprint(database) }
    }

    /// The file, whatever the system has.
    #[must_use]
    pub fn file_only(file: PathBuf, database: &Path) -> Self {
        Self { place: Place::File(file), database: fingerprint(database) }
    }

    /// Nothing that outlives the program.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { place: Place::Memory(RefCell::default()), database: String::new() }
    }

    /// Keeps the token of an account. Tells the file where that is where it went.
    ///
    /// # Errors
    /// If neither the keyring nor the file takes it.
    pub fn keep(&self, account: AccountId, secret: &Secret) -> Result<Option<&Path>, VaultError> {
        let name = self.name(account);
        match &self.place {
            Place::Keyring(file) if keyring::keep(&name, secret).is_ok() => {
                // An older one in the file would come back if the keyring went away.
                file::forget(file, &name)?;
                Ok(None)
            }
            Place::Keyring(file) | Place::File(file) => {
                file::keep(file, &name, secret)?;
                Ok(Some(file))
            }
            Place::Memory(kept) => {
                kept.borrow_mut().insert(name, secret.clone());
                Ok(None)
            }
        }
    }

    /// The token of an account, if one is kept.
    ///
    /// # Errors
    /// If the place where it may be can't be read.
    pub fn find(&self, account: AccountId) -> Result<Option<Secret>, VaultError> {
        let name = self.name(account);
        match &self.place {
            Place::Keyring(file) => match keyring::find(&name) {
                Ok(Some(secret)) => Ok(Some(secret)),
                Ok(None) => Ok(file::find(file, &name)?),
                Err(why) => file::find(file, &name)?.map(Some).ok_or(VaultError::Keyring(why)),
            },
            Place::File(file) => Ok(file::find(file, &name)?),
            Place::Memory(kept) => Ok(kept.borrow().get(&name).cloned()),
        }
    }

    /// Forgets the token of an account, wherever it is.
    ///
    /// # Errors
    /// If the place where it may be can't be written.
    pub fn forget(&self, account: AccountId) -> Result<(), VaultError> {
        let name = self.name(account);
        match &self.place {
            Place::Keyring(file) => {
                file::forget(file, &name)?;
                keyring::forget(&name).map_err(VaultError::Keyring)
            }
            Place::File(file) => Ok(file::forget(file, &name)?),
            Place::Memory(kept) => {
                kept.borrow_mut().remove(&name);
                Ok(())
            }
        }
    }

    /// The turn to renew the secret of an account, if no other process has it; it ends when it is dropped.
    ///
    /// # Errors
    /// If the folder of the file can't be used.
    pub fn try_turn(&self, account: AccountId) -> Result<Option<Turn>, VaultError> {
        match &self.place {
            Place::Keyring(file) | Place::File(file) => {
                let lock = file.with_extension(format!("{account}-{}.lock", self.database));
                Ok(file::try_lock(&lock)?.map(|held| Turn { _held: Some(held) }))
            }
            Place::Memory(_) => Ok(Some(Turn { _held: None })),
        }
    }

    /// The file where secrets are kept, where the system has no keyring.
    #[must_use]
    pub fn in_file(&self) -> Option<&Path> {
        match &self.place {
            Place::File(file) => Some(file),
            Place::Keyring(_) | Place::Memory(_) => None,
        }
    }

    fn name(&self, account: AccountId) -> String {
        format!("account-{account}@{}", self.database)
    }
}

/// The turn to renew a secret, among all the processes of this computer.
#[derive(Debug)]
pub struct Turn {
    /// The lock goes with the open file.
    _held: Option<std::fs::File>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.place {
            Place::Keyring(_) => "Vault(keyring)",
            Place::File(_) => "Vault(file)",
            Place::Memory(_) => "Vault(memory)",
        })
    }
}

fn fingerprint(database: &Path) -> String {
    let whole = std::path::absolute(database).unwrap_or_else(|_| database.to_owned());
    let digest = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let half = digest.iter().take(8).fold(0_u64, |half, byte| half << 8 | u64::from(*byte));
    format!("{half:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_in_memory_is_found_and_forgotten() {
        let vault = Vault::in_memory();
        vault.keep(AccountId(1), &Secret::new("canary")).expect("memory takes all");
        assert_eq!(vault.find(AccountId(1)).expect("memory answers"), Some(Secret::new("canary")));
        assert!(!format!("{vault:?}").contains("canary"));
        vault.forget(AccountId(1)).expect("memory forgets");
        assert_eq!(vault.find(AccountId(1)).expect("memory answers"), None);
    }

    #[test]
    fn two_databases_have_two_names() {
        assert_ne!(fingerprint(Path::new("/a/ronde.db")), fingerprint(Path::new("/b/ronde.db")));
    }
}
