//! The session of an account: two tokens, of which the one that renews can be used once.
//!
//! A renewed pair is kept before it is used, by one process at a time. A process that dies between
//! renewing and keeping leaves the former pair, which servers accept for some time more.

use super::client::Client;
use super::wire;
use crate::app::effect::Secret;
use crate::domain::AccountId;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::api::{ApiError, parse};
use crate::network::http::Failure;
use crate::network::keeper::Keeper;
use crate::secrets::VaultError;
use base64::Engine;
use chrono::Duration;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

/// A token that ends so soon is renewed before it is used.
const NEARLY_OVER: Duration = Duration::minutes(2);

/// In whose name a server is asked.
pub enum Session<'a> {
    /// In nobody's.
    None,
    /// In that of a session that was just opened and is kept nowhere yet.
    Open(Pair),
    /// In that of an account.
    Kept(Kept<'a>),
}

/// The session of an account, where secrets are kept.
pub struct Kept<'a> {
    pub keeper: &'a Keeper,
    pub account: AccountId,
}

/// The two tokens of a session, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub did: String,
    pub access: Secret,
    pub refresh: Secret,
}

/// A pair as it is kept.
#[derive(Serialize, Deserialize)]
struct Written {
    access: String,
    did: String,
    refresh: String,
}

impl Pair {
    /// What a server gave.
    pub fn of(session: &wire::Session) -> Self {
        Self { did: session.did.clone(), access: Secret::new(&session.access_jwt), refresh: Secret::new(&session.refresh_jwt) }
    }

    /// As one secret, to be kept.
    pub fn to_secret(&self) -> Secret {
        let written = Written {
            access: self.access.0.expose_secret().to_owned(),
            did: self.did.clone(),
            refresh: self.refresh.0.expose_secret().to_owned(),
        };
        Secret::new(&serde_json::to_string(&written).unwrap_or_default())
    }

    /// From the secret that was kept.
    pub fn from_secret(secret: &Secret) -> Option<Self> {
        let written: Written = serde_json::from_str(secret.0.expose_secret()).ok()?;
        Some(Self { did: written.did, access: Secret::new(&written.access), refresh: Secret::new(&written.refresh) })
    }

    /// When the token of every day ends, where it says so.
    fn ends(&self) -> Option<Moment> {
        #[derive(Deserialize)]
        struct Claims {
            exp: i64,
        }
        let middle = self.access.0.expose_secret().split('.').nth(1)?;
        let claims = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(middle).ok()?;
        Moment::from_timestamp(serde_json::from_slice::<Claims>(&claims).ok()?.exp, 0)
    }
}

impl Kept<'_> {
    /// The pair to use now.
    pub async fn pair(&self, client: &Client<'_>) -> Result<Pair, ApiError> {
        let pair = read(self.keeper.find(self.account))?;
        if pair.ends().is_some_and(|end| end < client.now + NEARLY_OVER) { self.renew(client, &pair).await } else { Ok(pair) }
    }

    /// A newer pair than `stale`: one that somebody else got meanwhile, else a new one.
    pub async fn renew(&self, client: &Client<'_>, stale: &Pair) -> Result<Pair, ApiError> {
        let turn = self.keeper.turn(self.account).await.map_err(|error| lost(&error))?;
        let Some(_turn) = turn else {
            return Err(ApiError::NotSent(Failure::TimedOut("another window of Ronde".to_owned())));
        };
        let kept = read(self.keeper.find_again(self.account))?;
        if kept != *stale {
            return Ok(kept);
        }
        let session: wire::Session = parse(&client.renew(&kept).await?)?;
        let renewed = Pair::of(&session);
        if renewed.did != kept.did || session.access_jwt.is_empty() || session.refresh_jwt.is_empty() {
            return Err(ApiError::Unreadable(SafeText::line("the session that came is not of this account")));
        }
        // The account may have been connected anew while the server thought.
        let still = read(self.keeper.find_again(self.account))?;
        if still != kept {
            return Ok(still);
        }
        self.keeper.keep(self.account, &renewed.to_secret()).map_err(|error| lost(&error))?;
        Ok(renewed)
    }
}

fn read(found: Result<Option<Secret>, VaultError>) -> Result<Pair, ApiError> {
    let secret = found.map_err(|error| lost(&error))?;
    secret.as_ref().and_then(Pair::from_secret).ok_or_else(|| ApiError::NoSecret(SafeText::line("no session is kept")))
}

fn lost(error: &VaultError) -> ApiError {
    ApiError::NoSecret(SafeText::line(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_kept_as_one_secret_and_never_printed() {
        let pair = Pair { did: "did:plc:a".to_owned(), access: Secret::new("canary-a"), refresh: Secret::new("canary-b") };
        assert_eq!(Pair::from_secret(&pair.to_secret()), Some(pair.clone()));
        assert!(!format!("{pair:?}").contains("canary"));
        assert_eq!(Pair::from_secret(&Secret::new("a token of another kind")), None);
    }

    #[test]
    fn the_end_of_a_token_is_read_where_it_says_so() {
        let claims = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(r#"{"exp":1795397498}"#);
        let pair = |access: &str| Pair { did: String::new(), access: Secret::new(access), refresh: Secret::new("") };
        assert_eq!(pair(&format!("head.{claims}.sign")).ends().map(|end| end.timestamp()), Some(1_795_397_498));
        for other in ["", "opaque", "a.b.c", "a.e30.c"] {
            assert_eq!(pair(other).ends(), None, "{other}");
        }
    }
}
