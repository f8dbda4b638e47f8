//! Bluesky and every server of the AT Protocol. Records have a key that Ronde chooses before it
//! sends, so a repeat changes nothing and a look-up is exact. Wire types stay here.

mod card;
mod chat;
mod client;
mod gate;
mod identity;
mod media;
mod post;
mod reactions;
mod read;
mod record;
mod richtext;
mod session;
mod subject;
mod uri;
mod walk;
mod wire;
mod words;
mod write;

pub use identity::Directories;

use super::address;
use super::api::ApiError;
use super::http::Http;
use super::keeper::Keeper;
use super::{Connector, trouble};
use crate::app::effect::{Page, Secret, Stream};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use crate::domain::conversation::Turn;
use crate::domain::count::CountRule;
use crate::domain::delivery::{Answer, Delivery, Sighting};
use crate::domain::reading::Reading;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::domain::{AccountId, BrandId};
use client::Client;
use secrecy::ExposeSecret;
use session::{Kept, Pair, Session};
use url::Url;

/// What the lexicon of posts lets one hold.
const MEDIA: u8 = 4;
const ALT: u32 = 2000;
/// What servers take of one image today; the lexicon lets newer ones take twice as much.
const IMAGE_BYTES: u64 = 1_000_000;

/// Carries out calls on one server.
pub(crate) struct Bluesky<'a> {
    client: Client<'a>,
}

impl<'a> Bluesky<'a> {
    /// A server whose address somebody typed, in nobody's name.
    pub fn new(http: &'a Http, server: &str, now: Moment) -> Result<Self, Trouble> {
        let server = address::server(server).map_err(|error| trouble(Cause::BadAddress, &error.to_string()))?;
        Ok(Self { client: Client { http, server, session: Session::None, now } })
    }

    /// The server of an account, in its name.
    pub fn of(http: &'a Http, keeper: &'a Keeper, account: &Account, now: Moment) -> Result<Self, Trouble> {
        let there = Self::new(http, account.server.as_str(), now)?;
        let session = Session::Kept(Kept { keeper, account: account.id });
        Ok(Self { client: Client { session, ..there.client } })
    }

    /// Opens a session; tells the account, and the session to be kept. The password is kept nowhere.
    pub async fn connect(http: &'a Http, directories: &Directories, asked: &Asked<'_>, now: Moment) -> Result<(Account, Secret), Trouble> {
        let handle = identity::handle(asked.name)?;
        let (server, did) = if asked.server.trim().is_empty() {
            let found = identity::find(http, directories, &handle, now).await?;
            (found.pds, Some(found.did))
        } else {
            (Self::new(http, asked.server, now)?.client.server, None)
        };
        let mut there = Self { client: Client { http, server, session: Session::None, now } };
        let opened = there.open(&handle, asked.password).await?;
        if did.is_some_and(|did| did != opened.did) {
            return Err(trouble(Cause::Conflict, &format!("{handle}: {}", opened.did)));
        }
        if let Some(home) = identity::server_of(opened.did_doc.as_ref(), &opened.did, &there.client.server) {
            there.client.server = home;
        }
        let pair = Pair::of(&opened);
        there.client.session = Session::Open(pair.clone());
        let account = there.account(asked.brand, &opened, &handle).await?;
        Ok((there.with_direct(account, false).await, pair.to_secret()))
    }

    async fn open(&self, handle: &str, password: &Secret) -> Result<wire::Session, Trouble> {
        let data = serde_json::json!({ "identifier": handle, "password": password.0.expose_secret() });
        let opened = self.client.procedure("com.atproto.server.createSession", data).await;
        let opened: wire::Session = match opened.and_then(|body| super::api::parse(&body)) {
            Err(error) if matches!(error, ApiError::Unreadable(_)) || error.is_absent() => return Err(self.no_server()),
            Err(error) if error.cause() == Cause::AuthExpired => return Err(Trouble { cause: Cause::WrongPassword, ..error.trouble() }),
            opened => told(opened)?,
        };
        if opened.access_jwt.is_empty() || opened.refresh_jwt.is_empty() || !identity::is_did(&opened.did) {
            return Err(self.no_server());
        }
        Ok(opened)
    }

    /// The account of a session.
    async fn account(&self, brand: BrandId, session: &wire::Session, named: &str) -> Result<Account, Trouble> {
        if session.active == Some(false) {
            return Err(trouble(Cause::Suspended, session.status.as_deref().unwrap_or_default()));
        }
        // A handle whose domain has lapsed is told as this one.
        let handle = if session.handle == "handle.invalid" { named } else { &session.handle };
        Ok(Account {
            id: AccountId(0),
            brand,
            network: Network::Bluesky,
            access: Access::Connected,
            handle: SafeText::line(&format!("@{}", handle.trim_start_matches('@'))),
            server: SafeText::line(root(&self.client.server)),
            remote_id: SafeText::line(&session.did),
            capabilities: self.capabilities().await?,
            standing: Standing::Well,
        })
    }

    /// The same, with direct messages if they are offered to it.
    async fn with_direct(&self, mut account: Account, known: bool) -> Account {
        if chat::is_offered(&self.client, known).await {
            account.capabilities.can.insert(Ability::Direct);
        }
        account
    }

    async fn capabilities(&self) -> Result<Capabilities, Trouble> {
        let server: wire::Server = match self.client.query("com.atproto.server.describeServer", &[]).await {
            Err(error) if error.is_absent() || matches!(error, ApiError::Unreadable(_)) => return Err(self.no_server()),
            server => told(server)?,
        };
        if server.did.is_empty() {
            return Err(self.no_server());
        }
        // Direct messages are offered to accounts, not by servers.
        let lacks = [Ability::Idempotency, Ability::Filtered, Ability::Direct];
        Ok(Capabilities {
            server: SafeText::line(&format!("AT Protocol, {}", address::host(&self.client.server))),
            can: Ability::ALL.iter().copied().filter(|ability| !lacks.contains(ability)).collect(),
            count: CountRule::of(Network::Bluesky),
            media_limit: MEDIA,
            alt_limit: ALT,
            media_bytes: Some(server.blob_upload_limit.map_or(IMAGE_BYTES, |limit| limit.min(IMAGE_BYTES))),
        })
    }

    fn no_server(&self) -> Trouble {
        trouble(Cause::BadAddress, &format!("{}: no Bluesky server", address::host(&self.client.server)))
    }
}

/// What a person gives to connect an account.
pub(crate) struct Asked<'a> {
    pub brand: BrandId,
    pub name: &'a str,
    pub server: &'a str,
    pub password: &'a Secret,
}

fn root(server: &Url) -> &str {
    server.as_str().trim_end_matches('/')
}

fn told<T>(result: Result<T, ApiError>) -> Result<T, Trouble> {
    result.map_err(|error| error.trouble())
}

impl Connector for Bluesky<'_> {
    async fn probe(&self) -> Result<Capabilities, Trouble> {
        self.capabilities().await
    }

    async fn check(&self, account: &Account) -> Result<Account, Trouble> {
        let session: wire::Session = told(self.client.query("com.atproto.server.getSession", &[]).await)?;
        if session.did != account.remote_id.as_str() {
            return Err(trouble(Cause::Conflict, &session.handle));
        }
        let found = self.account(account.brand, &session, account.handle.as_str()).await?;
        let found = Account { id: account.id, ..found };
        Ok(self.with_direct(found, account.capabilities.offers(Ability::Direct)).await)
    }

    async fn pull(&self, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        told(read::page(&self.client, account, stream, cursor).await)
    }

    async fn context(&self, account: &Account, remote_id: &SafeText) -> Result<Vec<Turn>, Trouble> {
        told(read::context(&self.client, account, remote_id.as_str()).await)
    }

    async fn figures(&self, account: &Account, day: Day) -> Result<Vec<Reading>, Trouble> {
        told(read::figures(&self.client, account, day).await)
    }

    async fn send(&self, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
        write::send(&self.client, account, delivery).await
    }

    async fn look_up(&self, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
        write::look_up(&self.client, account, delivery).await
    }
}
