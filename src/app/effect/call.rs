//! Work for the networks, and the secrets on their way to where secrets are kept.

use super::Stream;
use crate::domain::account::{Account, Network};
use crate::domain::delivery::Delivery;
use crate::domain::text::SafeText;
use crate::domain::time::Day;
use crate::domain::{AccountId, BrandId, MessageId};

/// Work for a network. The secrets of the account are found where secrets are kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Call {
    /// What a server is and how one connects to it → `Server`.
    Probe {
        /// Its address as typed.
        server: SafeText,
        /// The network.
        network: Network,
    },
    /// Registers Ronde with a server and makes the address at which the CM allows it → `Authorize`.
    /// Waits on a loopback port for the code, where the server takes one.
    StartAuthorization {
        /// The address of the server.
        server: SafeText,
    },
    /// Exchanges the code for a token, keeps the token, tells the account → `Connected`.
    FinishAuthorization {
        /// The brand it will speak for.
        brand: BrandId,
        /// The address of the server.
        server: SafeText,
        /// What the CM pasted, or what the loopback port caught.
        code: SafeText,
    },
    /// Tries a token or a password that the CM pasted; tells the account → `Connected`, with what is to be kept.
    Connect {
        /// The brand it will speak for.
        brand: BrandId,
        /// The network.
        network: Network,
        /// The address of the server; empty where the network finds it by the name.
        server: SafeText,
        /// The handle, where the network asks for one beside the secret; else empty.
        name: SafeText,
        /// The token, or the password made for Ronde.
        token: Secret,
    },
    /// Keeps the token of an account under its row, now that it has one → `Kept`.
    KeepSecret(AccountId, Secret),
    /// Forgets the token of an account → `Kept`.
    DropSecret(AccountId),
    /// Whether the account answers → `Checked`.
    Check(Box<Account>),
    /// A page → `Page`.
    Pull {
        /// The account.
        account: Box<Account>,
        /// The stream.
        stream: Stream,
        /// Where it was left.
        cursor: Option<String>,
    },
    /// The conversation around a message → `Context`.
    Context {
        /// The account.
        account: Box<Account>,
        /// The message.
        message: MessageId,
        /// The network's id of it.
        remote_id: SafeText,
    },
    /// The account's own figures of now → `Figures`.
    Figures {
        /// The account.
        account: Box<Account>,
        /// The day they are written under.
        day: Day,
    },
    /// Does the act of a delivery that stands at *sending* → `Answer`.
    Send {
        /// The account.
        account: Box<Account>,
        /// The delivery.
        delivery: Box<Delivery>,
    },
    /// Looks for the act of an unclear delivery → `Sighting`.
    LookUp {
        /// The account.
        account: Box<Account>,
        /// The delivery.
        delivery: Box<Delivery>,
    },
}

/// A secret on its way to where secrets are kept. It can't be printed.
#[derive(Clone)]
pub struct Secret(pub secrecy::SecretString);

impl Secret {
    /// Takes a secret as typed or read; spaces around it go.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        Self(secrecy::SecretString::from(raw.trim().to_owned()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        use secrecy::ExposeSecret;
        self.0.expose_secret() == other.0.expose_secret()
    }
}
