//! The secrets in use, and whose turn it is to renew one: one at a time in this process and among
//! all the processes of this computer.

use crate::app::effect::Secret;
use crate::domain::AccountId;
use crate::secrets::{self, Vault, VaultError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

/// How long the turn of another process is waited for: as long as a renewal may take.
const PATIENCE: Duration = Duration::from_secs(35);
/// How often it is asked whether that turn has ended.
const AGAIN: Duration = Duration::from_millis(20);

/// Secrets in use: a keyring takes a tenth of a second for each question.
#[derive(Debug)]
pub struct Keeper {
    vault: Vault,
    used: RefCell<BTreeMap<AccountId, Secret>>,
    turns: RefCell<BTreeMap<AccountId, Rc<Semaphore>>>,
}

/// The turn to renew a secret, held until it is dropped.
pub struct Turn {
    _here: LocalPermit,
    _everywhere: secrets::Turn,
}

/// A permit of a semaphore of this thread.
struct LocalPermit {
    semaphore: Rc<Semaphore>,
}

impl Drop for LocalPermit {
    fn drop(&mut self) {
        self.semaphore.add_permits(1);
    }
}

impl Keeper {
    pub fn new(vault: Vault) -> Self {
        Self { vault, used: RefCell::default(), turns: RefCell::default() }
    }

    /// The secret of an account, as it was last found or kept.
    pub fn find(&self, id: AccountId) -> Result<Option<Secret>, VaultError> {
        if let Some(secret) = self.used.borrow().get(&id) {
            return Ok(Some(secret.clone()));
        }
        self.find_again(id)
    }

    /// The secret as it is kept now: another process may have renewed it.
    pub fn find_again(&self, id: AccountId) -> Result<Option<Secret>, VaultError> {
        let found = self.vault.find(id)?;
        self.let_go(id);
        if let Some(secret) = &found {
            self.used.borrow_mut().insert(id, secret.clone());
        }
        Ok(found)
    }

    /// Keeps a secret. Tells the file where that is where it went.
    pub fn keep(&self, id: AccountId, secret: &Secret) -> Result<Option<&Path>, VaultError> {
        self.let_go(id);
        self.vault.keep(id, secret)
    }

    /// Forgets a secret, wherever it is.
    pub fn forget(&self, id: AccountId) -> Result<(), VaultError> {
        self.let_go(id);
        self.vault.forget(id)
    }

    /// Asks where secrets are kept the next time.
    pub fn let_go(&self, id: AccountId) {
        self.used.borrow_mut().remove(&id);
    }

    /// Waits for the turn to renew a secret; `None` if another process keeps it too long.
    pub async fn turn(&self, id: AccountId) -> Result<Option<Turn>, VaultError> {
        let semaphore = Rc::clone(self.turns.borrow_mut().entry(id).or_insert_with(|| Rc::new(Semaphore::new(1))));
        if let Ok(permit) = semaphore.acquire().await {
            permit.forget();
        }
        let here = LocalPermit { semaphore };
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(everywhere) = self.vault.try_turn(id)? {
                return Ok(Some(Turn { _here: here, _everywhere: everywhere }));
            }
            if Instant::now() >= deadline {
                return Ok(None);
            }
            sleep(AGAIN).await;
        }
    }
}
