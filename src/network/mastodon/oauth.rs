//! The CM allows Ronde in the browser: Ronde registers, makes the address, takes the code.
//!
//! The code comes back to a port of this computer; where no port opens, the server shows it.

use super::catch;
use super::client::Client;
use super::wire;
use crate::app::effect::Secret;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::text::SafeText;
use crate::network::http;
use base64::Engine;
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use std::net::TcpListener;

/// The least that Ronde needs, and nothing that follows, boosts or changes the profile.
const SCOPES: &str = "read:accounts read:statuses read:notifications write:statuses write:media write:favourites \
                      write:mutes write:blocks write:reports";
/// Where a server shows the code itself.
const OUT_OF_BAND: &str = "urn:ietf:wg:oauth:2.0:oob";

/// An authorization that was begun.
#[derive(Debug)]
pub struct Pending {
    client_id: String,
    client_secret: Secret,
    redirect: String,
    state: String,
    verifier: Secret,
    listener: Option<TcpListener>,
}

/// Registers Ronde and makes the address at which the CM allows it.
pub async fn start(client: &Client<'_>) -> Result<(String, Pending), Trouble> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).ok();
    let port = listener.as_ref().and_then(|listener| listener.local_addr().ok()).map(|address| address.port());
    let redirect = port.map_or_else(|| OUT_OF_BAND.to_owned(), |port| format!("http://127.0.0.1:{port}/"));
    let fields = vec![("client_name", "Ronde".to_owned()), ("redirect_uris", redirect.clone()), ("scopes", SCOPES.to_owned())];
    let answered = client.post(client.url("/api/v1/apps", &[]), fields).await;
    let application: wire::Application = answered.map_err(|error| error.trouble())?;
    let (state, verifier) = (chance()?, chance()?);
    let challenge = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let url = client.url(
        "/oauth/authorize",
        &[
            ("response_type", "code".to_owned()),
            ("client_id", application.client_id.clone()),
            ("redirect_uri", redirect.clone()),
            ("scope", SCOPES.to_owned()),
            ("state", state.clone()),
            // Servers that don't know it have to ignore it (RFC 6749, 3.1).
            ("code_challenge", challenge),
            ("code_challenge_method", "S256".to_owned()),
        ],
    );
    let listener = listener.filter(|_| port.is_some());
    let pending = Pending {
        client_id: application.client_id,
        client_secret: Secret::new(&application.client_secret),
        redirect,
        state,
        verifier: Secret::new(&verifier),
        listener,
    };
    Ok((url.into(), pending))
}

impl Pending {
    /// Whether a port of this computer waits for the code.
    pub const fn is_caught(&self) -> bool {
        self.listener.is_some()
    }

    /// Exchanges the code for a token. An empty code waits for the one that the port catches.
    pub async fn finish(&self, client: &Client<'_>, typed: &str) -> Result<Secret, Trouble> {
        let code = match (self.code_in(typed)?, &self.listener) {
            (Some(code), _) => code,
            (None, Some(listener)) => catch::code(listener, &self.state, client.http.limits().consent).await?,
            (None, None) => return Err(trouble(Cause::Conflict, "no code was given")),
        };
        let fields = vec![
            ("grant_type", "authorization_code".to_owned()),
            ("code", code),
            ("client_id", self.client_id.clone()),
            ("client_secret", self.client_secret.0.expose_secret().to_owned()),
            ("redirect_uri", self.redirect.clone()),
            ("code_verifier", self.verifier.0.expose_secret().to_owned()),
            ("scope", SCOPES.to_owned()),
        ];
        let token: wire::Token = client.post(client.url("/oauth/token", &[]), fields).await.map_err(|error| {
            // A wrong code is not an expired token: nothing was connected yet.
            let cause = if error.cause() == Cause::AuthExpired { Cause::Rejected } else { error.cause() };
            Trouble { cause, account: None, detail: error.words() }
        })?;
        Ok(Secret::new(&token.access_token))
    }

    /// The code that was typed, or that of the whole address that a browser elsewhere shows.
    fn code_in(&self, typed: &str) -> Result<Option<String>, Trouble> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if !typed.contains("://") {
            return Ok(Some(typed.to_owned()));
        }
        let url = url::Url::parse(typed).map_err(|_| trouble(Cause::Rejected, "this address holds no code"))?;
        match catch::code_of(&url, &self.state) {
            catch::Caught::Code(code) => Ok(Some(code)),
            catch::Caught::Denied(why) => Err(trouble(Cause::Rejected, &why)),
            catch::Caught::Nothing => Err(trouble(Cause::Rejected, "this address holds no code of this attempt")),
        }
    }
}

fn chance() -> Result<String, Trouble> {
    http::chance().map_err(|why| trouble(Cause::Failed, &why))
}

fn trouble(cause: Cause, detail: &str) -> Trouble {
    Trouble { cause, account: None, detail: SafeText::line(detail) }
}
