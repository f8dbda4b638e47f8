//! One server, one token: sends a request and says what the answer means.

use super::wire;
use crate::app::effect::Secret;
use crate::app::event::{Cause, Trouble};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::http::{Answered, Body, Failure, Http, Method, Request};
use secrecy::ExposeSecret;
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

/// Why a request did not bring what it asked for.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// It surely did not leave.
    #[error(transparent)]
    NotSent(Failure),
    /// It left, or may have, and no whole answer came.
    #[error(transparent)]
    Lost(Failure),
    /// The server refused it.
    #[error("{words}")]
    Refused {
        /// The status code.
        status: u16,
        /// The server's own words, else the code.
        words: SafeText,
        /// Until when it asks to wait, if it does.
        wait: Option<Moment>,
    },
    /// The answer is not what the call promises.
    #[error("the answer can't be read: {0}")]
    Unreadable(SafeText),
}

impl ApiError {
    /// Whether the server says that there is no such thing, or no such call.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Refused { status: 404 | 405 | 410 | 501, .. })
    }

    /// Whether the token was refused.
    pub const fn is_unauthorized(&self) -> bool {
        matches!(self, Self::Refused { status: 401, .. })
    }

    /// The kind of trouble this is for the person.
    pub fn cause(&self) -> Cause {
        match self {
            Self::NotSent(Failure::Address(_)) => Cause::BadAddress,
            Self::NotSent(Failure::NoConnection { .. }) | Self::Lost(Failure::Broken { .. }) => Cause::Unreachable,
            Self::Lost(Failure::TooLarge(_)) => Cause::TooLarge,
            Self::NotSent(_) | Self::Lost(_) => Cause::TimedOut,
            Self::Unreadable(_) => Cause::Unreadable,
            Self::Refused { wait: Some(until), .. } => Cause::RateLimited(*until),
            Self::Refused { status, words, wait: None } => match status {
                300..=399 => Cause::BadAddress,
                401 => Cause::AuthExpired,
                403 if words.as_str().contains("scope") => Cause::ScopeMissing,
                404 | 410 => Cause::NotFound,
                501 => Cause::NotOffered,
                500..=599 => Cause::ServerFailed,
                _ => Cause::Rejected,
            },
        }
    }

    /// The same, as the person is told.
    pub fn trouble(&self) -> Trouble {
        Trouble { cause: self.cause(), account: None, detail: self.words() }
    }

    /// What happened, in words.
    pub fn words(&self) -> SafeText {
        SafeText::line(&self.to_string())
    }
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
        let request = Request { method, url, token: self.token.clone(), key: key.map(str::to_owned), body };
        let answered = self.http.send(request).await.map_err(split)?;
        self.judge(answered).map(|(_, body)| body)
    }

    /// Tells a 2xx answer from the rest.
    pub fn judge(&self, answered: Answered) -> Result<(u16, Vec<u8>), ApiError> {
        match answered.status {
            200..=299 => answered.body.map(|body| (answered.status, body)).map_err(ApiError::Lost),
            status => {
                let waits = status == 429 || status == 503 && answered.says_when();
                Err(ApiError::Refused {
                    status,
                    words: words(&answered, self.token.as_ref()),
                    wait: waits.then(|| answered.wait(self.now)),
                })
            }
        }
    }
}

/// Tells what surely did not leave from what may have.
pub fn split(failure: Failure) -> ApiError {
    if failure.may_have_left() { ApiError::Lost(failure) } else { ApiError::NotSent(failure) }
}

/// A form, or nothing where there are no fields.
pub fn form(fields: Fields) -> Body {
    if fields.is_empty() { Body::Empty } else { Body::Form(fields) }
}

/// Reads JSON. The reason never quotes more than a line of what was sent.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|error| {
        let start = body.iter().find(|byte| !byte.is_ascii_whitespace());
        let why = if start == Some(&b'<') { "a web page came instead of data".to_owned() } else { error.to_string() };
        ApiError::Unreadable(SafeText::line(&why.chars().take(200).collect::<String>()))
    })
}

/// The server's own words about what it refused, less the token, should it say it back.
fn words(answered: &Answered, token: Option<&Secret>) -> SafeText {
    let said = answered.body.as_ref().ok().and_then(|body| serde_json::from_slice::<wire::Complaint>(body).ok());
    let said = said.map(|complaint| if complaint.error_description.is_empty() { complaint.error } else { complaint.error_description });
    let code = match &answered.elsewhere {
        Some(elsewhere) => format!("HTTP {}: {elsewhere}", answered.status),
        None => format!("HTTP {}", answered.status),
    };
    let words = said.filter(|words| !words.trim().is_empty()).unwrap_or(code);
    let words = match token.map(|token| token.0.expose_secret()).filter(|token| !token.is_empty()) {
        Some(token) => words.replace(token, "…"),
        None => words,
    };
    SafeText::line(&words.chars().take(500).collect::<String>())
}
