//! One server and a session on it: sends a request, renews the session once where it has expired.

use super::chat;
use super::session::{Pair, Session};
use crate::domain::time::Moment;
use crate::network::api::{ApiError, judge, parse, split};
use crate::network::http::{Body, Http, Method, Request};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::Duration;
use url::Url;

/// Fields of a query; a name may come several times.
pub type Fields = Vec<(&'static str, String)>;

/// A server, in whose name, and when.
pub struct Client<'a> {
    pub http: &'a Http,
    pub server: Url,
    pub session: Session<'a>,
    pub now: Moment,
}

impl Client<'_> {
    /// Asks a question.
    pub async fn query<T: DeserializeOwned>(&self, method: &str, query: &[(&'static str, String)]) -> Result<T, ApiError> {
        parse(&self.ask(Method::Get, self.url(method, query), Body::Empty).await?)
    }

    /// Does, and gives what came of it as it was sent.
    pub async fn procedure(&self, method: &str, data: Value) -> Result<Vec<u8>, ApiError> {
        self.ask(Method::Post, self.url(method, &[]), Body::Json(data)).await
    }

    /// Uploads a file; gives what came of it as it was sent.
    pub async fn upload(&self, mime: &'static str, bytes: Vec<u8>) -> Result<Vec<u8>, ApiError> {
        self.ask(Method::Post, self.url("com.atproto.repo.uploadBlob", &[]), Body::Bytes { mime, bytes }).await
    }

    /// The address of a call.
    fn url(&self, method: &str, query: &[(&'static str, String)]) -> Url {
        address(&self.server, method, query)
    }

    async fn ask(&self, method: Method, url: Url, body: Body) -> Result<Vec<u8>, ApiError> {
        let first = match &self.session {
            Session::None => return self.once(method, url, body, None).await,
            Session::Open(pair) => return self.once(method, url, body, Some(pair)).await,
            Session::Kept(kept) => kept.pair(self).await.map_err(not_asked)?,
        };
        match self.once(method, url.clone(), body.clone(), Some(&first)).await {
            Err(error) if is_stale(&error) => {
                let Session::Kept(kept) = &self.session else { return Err(error) };
                let renewed = kept.renew(self, &first).await.map_err(not_asked)?;
                self.once(method, url, body, Some(&renewed)).await
            }
            answer => answer,
        }
    }

    async fn once(&self, method: Method, url: Url, body: Body, pair: Option<&Pair>) -> Result<Vec<u8>, ApiError> {
        let token = pair.map(|pair| pair.access.clone());
        let proxy = url.path().strip_prefix("/xrpc/").is_some_and(|call| call.starts_with(chat::CALLS)).then_some(chat::SERVICE);
        let request = Request { method, url, token, key: None, proxy, body };
        judge(self.http.send(request).await.map_err(split)?, self.now).map(|(_, body)| body)
    }

    /// Renews a session with the token made for that.
    pub async fn renew(&self, pair: &Pair) -> Result<Vec<u8>, ApiError> {
        let url = self.url("com.atproto.server.refreshSession", &[]);
        let request = Request { method: Method::Post, url, token: Some(pair.refresh.clone()), key: None, proxy: None, body: Body::Empty };
        judge(self.http.send(request).await.map_err(split)?, self.now).map(|(_, body)| body)
    }

    /// How long what comes before an act may take.
    pub const fn preparation(&self) -> Duration {
        self.http.limits().upload
    }
}

/// The address of a call on a server.
pub fn address(server: &Url, method: &str, query: &[(&'static str, String)]) -> Url {
    let mut url = server.clone();
    url.set_path(&format!("/xrpc/{method}"));
    if !query.is_empty() {
        url.query_pairs_mut().extend_pairs(query);
    }
    url
}

/// Whether a session is refused that may only have to be renewed.
fn is_stale(error: &ApiError) -> bool {
    error.cause() == crate::app::trouble::Cause::AuthExpired
}

fn not_asked(error: ApiError) -> ApiError {
    ApiError::NotAsked(Box::new(error))
}
