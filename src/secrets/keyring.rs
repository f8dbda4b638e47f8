//! The system's keyring, asked from a plain thread with a time limit.
//!
//! Its calls block, panic inside an async runtime, and never answer when it is locked and nobody
//! types the password: hence the thread, which is left behind if it does not come back.

use crate::app::effect::Secret;
use secrecy::ExposeSecret;
use std::sync::mpsc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(3);
#[cfg(target_os = "linux")]
const SERVICE: &str = "ronde";

/// Whether the system has a keyring that answers.
pub fn answers() -> bool {
    ask("probe", |entry| match entry.get_password() {
        Ok(_) | Err(keyring_core::Error::NoEntry) => Ok(()),
        Err(error) => Err(error),
    })
    .is_ok()
}

/// Keeps a secret.
pub fn keep(name: &str, secret: &Secret) -> Result<(), String> {
    let secret = secret.clone();
    ask(name, move |entry| entry.set_password(secret.0.expose_secret()))
}

/// The secret kept under a name.
pub fn find(name: &str) -> Result<Option<Secret>, String> {
    ask(name, |entry| match entry.get_password() {
        Ok(secret) => Ok(Some(Secret::new(&secret))),
        Err(keyring_core::Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    })
}

/// Forgets a secret; one that is not there is forgotten already.
pub fn forget(name: &str) -> Result<(), String> {
    ask(name, |entry| match entry.delete_credential() {
        Ok(()) | Err(keyring_core::Error::NoEntry) => Ok(()),
        Err(error) => Err(error),
    })
}

fn ask<T: Send + 'static>(
    name: &str,
    question: impl FnOnce(&keyring_core::Entry) -> keyring_core::Result<T> + Send + 'static,
) -> Result<T, String> {
    let (tell, hear) = mpsc::channel();
    let name = name.to_owned();
    let thread = std::thread::Builder::new().name("keyring".to_owned()).spawn(move || {
        let answer = entry(&name).and_then(|entry| question(&entry));
        // Nobody listens any more if it took too long.
        let _ = tell.send(answer.map_err(|error| words(&error)));
    });
    thread.map_err(|error| error.to_string())?;
    hear.recv_timeout(PATIENCE).unwrap_or_else(|_| Err("no answer within 3 s, it may be locked".to_owned()))
}

#[cfg(target_os = "linux")]
fn entry(name: &str) -> keyring_core::Result<keyring_core::Entry> {
    use keyring_core::api::CredentialStoreApi;
    zbus_secret_service_keyring_store::Store::new()?.build(SERVICE, name, None)
}

#[cfg(not(target_os = "linux"))]
fn entry(_name: &str) -> keyring_core::Result<keyring_core::Entry> {
    Err(keyring_core::Error::NoDefaultStore)
}

/// The kind of error alone: some carry the bytes of the secret.
fn words(error: &keyring_core::Error) -> String {
    match error {
        keyring_core::Error::PlatformFailure(why) | keyring_core::Error::NoStorageAccess(why) => why.to_string(),
        keyring_core::Error::NoDefaultStore => "none on this system".to_owned(),
        _ => "it holds something that can't be read".to_owned(),
    }
}
