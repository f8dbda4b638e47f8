//! The networks: carries out every [`Call`], for the screens, the commands and the tests alike.
//!
//! Keeps nothing but tokens in use and authorizations under way; reads no clock and no setting.

mod address;
mod api;
mod bluesky;
mod demo;
mod figures;
mod files;
mod html;
pub mod http;
mod keeper;
mod mastodon;
mod offered;
mod outcome;

pub use bluesky::Directories;

use crate::app::effect::{Call, Page, Secret, Stream};
use crate::app::event::News;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::AccountId;
use crate::domain::account::{Access, Account, Capabilities, Network};
use crate::domain::conversation::Turn;
use crate::domain::delivery::{Answer, Delivery, Sighting};
use crate::domain::reading::Reading;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::secrets::{Vault, VaultError};
use bluesky::Bluesky;
use demo::Demo;
use http::{Http, Limits};
use keeper::Keeper;
use mastodon::{Mastodon, Pending};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::Pin;

/// What a network has to know how to do. One file a network implements it.
///
/// An `Err` of `send` says that surely nothing happened and that a person has to act first. What else a
/// connector promises is tried on each by `tests/suite/contract.rs`.
#[expect(async_fn_in_trait, reason = "calls are carried out one after the other, on the thread that asks")]
pub trait Connector {
    /// What the server is and can do.
    async fn probe(&self) -> Result<Capabilities, Trouble>;
    /// Whether the account answers, and what it can do now.
    async fn check(&self, account: &Account) -> Result<Account, Trouble>;
    /// A page of a stream.
    async fn pull(&self, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble>;
    /// The conversation around a message, oldest first.
    async fn context(&self, account: &Account, remote_id: &SafeText) -> Result<Vec<Turn>, Trouble>;
    /// The account's own figures of now.
    async fn figures(&self, account: &Account, day: Day) -> Result<Vec<Reading>, Trouble>;
    /// Does the act of a delivery, once.
    async fn send(&self, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble>;
    /// Looks for the act of a delivery.
    async fn look_up(&self, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble>;
}

/// The networks and what is needed to reach them.
#[derive(Debug)]
pub struct Networks {
    reach: Reach,
    keeper: Keeper,
    directories: Directories,
    /// Authorizations under way, by server.
    pending: RefCell<BTreeMap<String, Pending>>,
}

#[derive(Debug)]
enum Reach {
    /// The demo: there is no client, so nothing can leave.
    Nowhere,
    World(Http),
    /// A connector of the caller's.
    Given(Given),
}

/// What comes of a call, once it has come.
type Coming = Pin<Box<dyn Future<Output = Result<News, Trouble>>>>;

/// What asks a connector of the caller's.
struct Given(Box<dyn Fn(Call, Moment) -> Coming>);

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Given(…)")
    }
}

impl Networks {
    /// The networks, with tokens from `vault`.
    ///
    /// Where no secure connection can be made, every call fails and says why.
    #[must_use]
    pub fn new(vault: Vault, limits: Limits) -> Self {
        Self::reaching(Reach::World(Http::new(limits)), vault)
    }

    /// Networks that answer everything themselves and send nothing.
    #[must_use]
    pub fn demo() -> Self {
        Self::reaching(Reach::Nowhere, Vault::in_memory())
    }

    fn reaching(reach: Reach, vault: Vault) -> Self {
        Self { reach, keeper: Keeper::new(vault), directories: Directories::default(), pending: RefCell::default() }
    }

    /// The same, with other places to look identities of Bluesky up.
    #[must_use]
    pub fn looking_in(self, directories: Directories) -> Self {
        Self { directories, ..self }
    }

    /// The network of a connector of the caller's, which is made anew for each call, with its instant.
    ///
    /// It serves the calls about an account; connecting one is not its task.
    #[must_use]
    pub fn with<C: Connector + 'static>(make: impl Fn(Moment) -> C + 'static) -> Self {
        let ask = move |call, now| -> Coming {
            let there = make(now);
            Box::pin(async move { on_account(&there, call).await })
        };
        Self::reaching(Reach::Given(Given(Box::new(ask))), Vault::in_memory())
    }

    fn token(&self, account: &Account) -> Result<Secret, Trouble> {
        let token = self.keeper.find(account.id).map_err(|error| lost(&error))?;
        token.ok_or_else(|| trouble(Cause::NoSecret, account.handle.as_str()))
    }
}

/// Carries out a call.
///
/// For [`Call::Send`] an `Err` says that surely nothing left or happened (no token, token refused,
/// account kept by hand): the delivery may wait where it was. Everything else is an [`Answer`].
///
/// # Errors
/// What went wrong, with the account it is about.
pub async fn serve(networks: &Networks, call: Call, now: Moment) -> Result<News, Trouble> {
    let account = about(&call);
    let served = match (&networks.reach, offered::refusal(&call)) {
        (Reach::Nowhere, _) => rehearse(networks, call).await,
        (Reach::World(_) | Reach::Given(_), Some(refusal)) => refusal,
        (Reach::World(http), None) => carry_out(networks, http, call, now).await,
        (Reach::Given(Given(ask)), None) => ask(call, now).await,
    };
    served.map_err(|trouble| {
        if let (Cause::AuthExpired, Some(id)) = (trouble.cause, account) {
            // Another process may have kept a new one since.
            networks.keeper.let_go(id);
        }
        Trouble { account: trouble.account.or(account), ..trouble }
    })
}

/// The account a call is about.
fn about(call: &Call) -> Option<AccountId> {
    match call {
        Call::Probe { .. } | Call::StartAuthorization { .. } | Call::FinishAuthorization { .. } | Call::Connect { .. } => None,
        Call::KeepSecret(id, _) | Call::DropSecret(id) => Some(*id),
        Call::Check(account)
        | Call::Pull { account, .. }
        | Call::Context { account, .. }
        | Call::Figures { account, .. }
        | Call::Send { account, .. }
        | Call::LookUp { account, .. } => Some(account.id),
    }
}

async fn carry_out(networks: &Networks, http: &Http, call: Call, now: Moment) -> Result<News, Trouble> {
    match call {
        Call::Probe { server, network: Network::Mastodon } => {
            let there = Mastodon::new(http, server.as_str(), None, now)?;
            Ok(News::Server(Box::new(there.probe().await?)))
        }
        Call::Probe { server, network: Network::Bluesky } => {
            let there = Bluesky::new(http, server.as_str(), now)?;
            Ok(News::Server(Box::new(there.probe().await?)))
        }
        Call::StartAuthorization { server } => {
            let there = Mastodon::new(http, server.as_str(), None, now)?;
            let (url, pending) = there.start_authorization().await?;
            let caught = pending.is_caught();
            networks.pending.borrow_mut().insert(there.server(), pending);
            Ok(News::Authorize { url: SafeText::line(&url), caught })
        }
        Call::FinishAuthorization { brand, server, code } => {
            let there = Mastodon::new(http, server.as_str(), None, now)?;
            let key = there.server();
            let pending = networks.pending.borrow_mut().remove(&key);
            let pending = pending.ok_or_else(|| trouble(Cause::Conflict, "no authorization was begun"))?;
            let finished = there.finish_authorization(&pending, code.as_str()).await;
            if finished.is_err() {
                // A code can be mistyped: the attempt stays open.
                networks.pending.borrow_mut().insert(key, pending);
            }
            connect(http, server.as_str(), brand, finished?, now).await
        }
        Call::Connect { brand, network: Network::Mastodon, server, token, .. } => connect(http, server.as_str(), brand, token, now).await,
        Call::Connect { brand, network: Network::Bluesky, server, name, token } => {
            let asked = bluesky::Asked { brand, name: name.as_str(), server: server.as_str(), password: &token };
            let (account, session) = Bluesky::connect(http, &networks.directories, &asked, now).await?;
            Ok(News::Connected(Box::new(account), session))
        }
        Call::Probe { network, .. } | Call::Connect { network, .. } => Err(trouble(Cause::NotOffered, network.name())),
        Call::KeepSecret(id, secret) => {
            let file = networks.keeper.keep(id, &secret).map_err(|error| lost(&error))?;
            Ok(News::Kept { in_file: file.map(|path| SafeText::line(&path.display().to_string())) })
        }
        Call::DropSecret(id) => {
            networks.keeper.forget(id).map_err(|error| lost(&error))?;
            Ok(News::Kept { in_file: None })
        }
        Call::Check(ref account)
        | Call::Pull { ref account, .. }
        | Call::Context { ref account, .. }
        | Call::Figures { ref account, .. }
        | Call::Send { ref account, .. }
        | Call::LookUp { ref account, .. } => {
            // A new network is one line here, and its own arms above.
            match (account.access, account.network) {
                (Access::Connected, Network::Mastodon) => {
                    let there = Mastodon::new(http, account.server.as_str(), Some(networks.token(account)?), now)?;
                    on_account(&there, call).await
                }
                (Access::Connected, Network::Bluesky) => on_account(&Bluesky::of(http, &networks.keeper, account, now)?, call).await,
                (Access::Manual | Access::Connected, _) => Err(trouble(Cause::NotOffered, account.network.name())),
            }
        }
    }
}

async fn connect(http: &Http, server: &str, brand: crate::domain::BrandId, token: Secret, now: Moment) -> Result<News, Trouble> {
    let there = Mastodon::new(http, server, Some(token.clone()), now)?;
    Ok(News::Connected(Box::new(there.connect(brand).await?), token))
}

/// The calls about an account that is connected: the same for every network.
async fn on_account(there: &impl Connector, call: Call) -> Result<News, Trouble> {
    Ok(match call {
        Call::Check(account) => News::Checked(Box::new(there.check(&account).await?)),
        Call::Pull { account, stream, cursor } => News::Page(Box::new(there.pull(&account, stream, cursor.as_deref()).await?)),
        Call::Context { account, message, remote_id } => News::Context(message, there.context(&account, &remote_id).await?),
        Call::Figures { account, day } => News::Figures(account.id, there.figures(&account, day).await?),
        Call::Send { account, delivery } => News::Answer(delivery.id, there.send(&account, &delivery).await?),
        Call::LookUp { account, delivery } => News::Sighting(delivery.id, there.look_up(&account, &delivery).await?),
        Call::Probe { .. }
        | Call::StartAuthorization { .. }
        | Call::FinishAuthorization { .. }
        | Call::Connect { .. }
        | Call::KeepSecret(..)
        | Call::DropSecret(_) => return Err(trouble(Cause::NotOffered, "")),
    })
}

/// The demo's answers.
async fn rehearse(networks: &Networks, call: Call) -> Result<News, Trouble> {
    match call {
        Call::Probe { .. } => Ok(News::Server(Box::new(Demo.probe().await?))),
        Call::StartAuthorization { .. } | Call::FinishAuthorization { .. } | Call::Connect { .. } => Err(trouble(Cause::Demo, "")),
        Call::KeepSecret(id, secret) => {
            networks.keeper.keep(id, &secret).map_err(|error| lost(&error))?;
            Ok(News::Kept { in_file: None })
        }
        Call::DropSecret(id) => {
            networks.keeper.forget(id).map_err(|error| lost(&error))?;
            Ok(News::Kept { in_file: None })
        }
        call => on_account(&Demo, call).await,
    }
}

fn lost(error: &VaultError) -> Trouble {
    trouble(Cause::NoSecret, &error.to_string())
}

fn trouble(cause: Cause, detail: &str) -> Trouble {
    Trouble { cause, account: None, detail: SafeText::line(detail) }
}
