//! One server, one token: sends a request and reads the answer.

use crate::app::effect::Secret;
use crate::domain::time::Moment;
use crate::network::api::{ApiError, judge, parse, split};
use crate::network::http::{Body, Http, Method, Request};
use serde::de::DeserializeOwned;
use url::Url;

/// Fields of a query or a form.
pub type Fields = Vec<(&'static str, String)>;

/// A server, in whose name, and when.
pub struct Client<'a> {
    pub http: &'a Http,
    pub server: Url,
    pub token: Option<Secret>,
    pub now: Moment,
}

impl Client<'_> {
    /// The address of a call.
    pub fn url(&self, path: &str, query: &[(&'static str, String)]) -> Url {
        let mut url = self.server.clone();
        url.set_path(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// The address of a call about something with an id: the id can't leave its place in the path.
    pub fn url_about(&self, before: &str, id: &str, after: &str) -> Url {
        let mut url = self.server.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.clear().extend(before.split('/')).push(if matches!(id, "" | "." | "..") { "-" } else { id });
            segments.extend(after.split('/').filter(|part| !part.is_empty()));
        }
        url
    }

    /// Reads.
    pub async fn get<T: DeserializeOwned>(&self, url: Url) -> Result<T, ApiError> {
        parse(&self.ask(Method::Get, url, Body::Empty, None).await?)
    }

    /// Does, and reads what came of it.
    pub async fn post<T: DeserializeOwned>(&self, url: Url, fields: Fields) -> Result<T, ApiError> {
        parse(&self.ask(Method::Post, url, form(fields), None).await?)
    }

    /// Sends a request; gives the body of a 2xx answer.
    pub async fn ask(&self, method: Method, url: Url, body: Body, key: Option<&str>) -> Result<Vec<u8>, ApiError> {
        let request = Request { method, url, token: self.token.clone(), key: key.map(str::to_owned), proxy: None, body };
        let answered = self.http.send(request).await.map_err(split)?;
        judge(answered, self.now).map(|(_, body)| body)
    }
}

/// A form, or nothing where there are no fields.
pub fn form(fields: Fields) -> Body {
    if fields.is_empty() { Body::Empty } else { Body::Form(fields) }
}
