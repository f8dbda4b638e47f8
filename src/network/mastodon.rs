//! Mastodon and all that speaks its client API.
//!
//! What a server lacks is data ([`probe`]), never a question asked elsewhere. Wire types stay here.

mod catch;
mod client;
mod look_up;
mod media;
mod oauth;
mod probe;
mod reactions;
mod read;
mod walk;
mod wire;
mod write;

pub(crate) use oauth::Pending;

use super::Connector;
use super::address;
use super::api::ApiError;
use super::http::Http;
use crate::app::effect::{Page, Secret, Stream};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::AccountId;
use crate::domain::BrandId;
use crate::domain::account::{Access, Account, Capabilities, Network, Standing};
use crate::domain::conversation::Turn;
use crate::domain::delivery::{Answer, Delivery, Sighting};
use crate::domain::reading::Reading;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use client::Client;

/// Carries out calls on one server.
pub(crate) struct Mastodon<'a> {
    client: Client<'a>,
}

impl<'a> Mastodon<'a> {
    /// Takes the address as typed.
    pub fn new(http: &'a Http, server: &str, token: Option<Secret>, now: Moment) -> Result<Self, Trouble> {
        let server = address::server(server).map_err(|error| Trouble {
            cause: Cause::BadAddress,
            account: None,
            detail: SafeText::line(&error.to_string()),
        })?;
        Ok(Self { client: Client { http, server, token, now } })
    }

    /// The root of the server, as it is stored and as attempts are kept under.
    pub fn server(&self) -> String {
        self.client.server.as_str().trim_end_matches('/').to_owned()
    }

    /// Begins an authorization; gives the address to open.
    pub async fn start_authorization(&self) -> Result<(String, Pending), Trouble> {
        oauth::start(&self.client).await
    }

    /// Ends an authorization; gives the token.
    pub async fn finish_authorization(&self, pending: &Pending, code: &str) -> Result<Secret, Trouble> {
        pending.finish(&self.client, code).await
    }

    /// The account of the token.
    pub async fn connect(&self, brand: BrandId) -> Result<Account, Trouble> {
        let me = self.me().await?;
        let probed = probe::probe(&self.client).await?;
        let handle = if me.acct.contains('@') { format!("@{}", me.acct) } else { format!("@{}@{}", me.acct, probed.domain) };
        Ok(Account {
            id: AccountId(0),
            brand,
            network: Network::Mastodon,
            access: Access::Connected,
            handle: SafeText::line(&handle),
            server: SafeText::line(&self.server()),
            remote_id: SafeText::line(&me.id),
            capabilities: probed.capabilities,
            standing: Standing::Well,
        })
    }

    async fn me(&self) -> Result<wire::Person, Trouble> {
        let url = self.client.url("/api/v1/accounts/verify_credentials", &[]);
        self.client.get(url).await.map_err(|error| {
            // snac says 422 to a bad token here.
            let is_bad_token = matches!(error, ApiError::Refused { status: 401 | 422, .. });
            Trouble { cause: if is_bad_token { Cause::AuthExpired } else { error.cause() }, ..error.trouble() }
        })
    }
}

fn told<T>(result: Result<T, ApiError>) -> Result<T, Trouble> {
    result.map_err(|error| error.trouble())
}

impl Connector for Mastodon<'_> {
    async fn probe(&self) -> Result<Capabilities, Trouble> {
        Ok(probe::probe(&self.client).await?.capabilities)
    }

    async fn check(&self, account: &Account) -> Result<Account, Trouble> {
        let found = self.connect(account.brand).await?;
        if found.remote_id != account.remote_id {
            return Err(Trouble { cause: Cause::Conflict, account: None, detail: found.handle });
        }
        Ok(Account { id: account.id, ..found })
    }

    async fn pull(&self, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        told(read::page(&self.client, account, stream, cursor).await)
    }

    async fn context(&self, account: &Account, remote_id: &SafeText) -> Result<Vec<Turn>, Trouble> {
        told(read::context(&self.client, account, remote_id.as_str()).await)
    }

    async fn figures(&self, account: &Account, day: Day) -> Result<Vec<Reading>, Trouble> {
        let me = self.me().await?;
        Ok(read::figures(&self.client, account, &me, day))
    }

    async fn send(&self, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
        write::send(&self.client, account, delivery).await
    }

    async fn look_up(&self, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
        look_up::look_up(&self.client, account, delivery).await
    }
}
