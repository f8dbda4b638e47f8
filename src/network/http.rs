//! The one HTTP client: time, size, redirect and address rules, and whether a request left.
//!
//! Follows no redirect, keeps no cookie, repeats nothing by itself. An error holds no query and
//! no header.

pub mod page;

use super::address::{self, BadAddress};
use crate::app::effect::Secret;
use crate::domain::time::Moment;
use chrono::{DateTime, Duration as Span, Utc};
use secrecy::ExposeSecret;
use std::cell::OnceCell;
use std::time::Duration;
use url::Url;

/// How long and how much Ronde takes of one answer.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// To find the server and shake hands with it.
    pub connect: Duration,
    /// From the first byte sent to the last byte received.
    pub whole: Duration,
    /// Of a body, after decompression.
    pub bytes: usize,
    /// For all the files of one post; with `whole` it stays under the time after which a sender
    /// is taken for dead.
    pub upload: Duration,
    /// Between two questions whether an uploaded file is ready.
    pub poll: Duration,
    /// For the person to allow Ronde in the browser.
    pub consent: Duration,
    /// Where the pages that texts point to may be fetched from.
    pub pages: page::Pages,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(30),
            bytes: 16 * 1024 * 1024,
            upload: Duration::from_secs(50),
            poll: Duration::from_secs(1),
            consent: Duration::from_mins(5),
            pages: page::Pages::Outside,
        }
    }
}

/// What is asked of a server.
#[derive(Debug, Clone)]
pub struct Request {
    /// The verb.
    pub method: Method,
    /// Where.
    pub url: Url,
    /// In whose name.
    pub token: Option<Secret>,
    /// The key by which a server can tell a repeated request.
    pub key: Option<String>,
    /// The service that an AT Protocol server passes the request on to.
    pub proxy: Option<&'static str>,
    /// What goes with it.
    pub body: Body,
}

/// The verb of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does.
    Post,
    /// Takes away.
    Delete,
}

/// What goes with a request.
#[derive(Clone)]
pub enum Body {
    /// Nothing.
    Empty,
    /// Data.
    Json(serde_json::Value),
    /// The bytes of a file, alone.
    Bytes {
        /// Its kind, as `image/png`.
        mime: &'static str,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// Fields of a form.
    Form(Vec<(&'static str, String)>),
    /// A file and fields beside it.
    File {
        /// Its name.
        name: String,
        /// Its kind, as `image/png`.
        mime: &'static str,
        /// What it holds.
        bytes: Vec<u8>,
        /// The fields beside it.
        fields: Vec<(&'static str, String)>,
    },
}

impl std::fmt::Debug for Body {
    /// Names the fields; their values may be secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Json(_) => f.write_str("Json"),
            Self::Bytes { bytes, .. } => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::Form(fields) => f.debug_list().entries(fields.iter().map(|(name, _)| name)).finish(),
            Self::File { name, bytes, .. } => write!(f, "File({name:?}, {} bytes)", bytes.len()),
        }
    }
}

/// What a server answered, whatever it means.
#[derive(Debug)]
pub struct Answered {
    /// The status code.
    pub status: u16,
    /// Whether it says that the body is JSON.
    pub json: bool,
    /// Where it sends instead, less path and query.
    pub elsewhere: Option<String>,
    /// `Retry-After`, `RateLimit-Reset` or `X-RateLimit-Reset`, as sent.
    wait: Option<String>,
    /// The body, or why it did not come whole.
    pub body: Result<Vec<u8>, Failure>,
}

/// How long a server may ask to wait.
const LONGEST_WAIT: Span = Span::hours(1);
/// How long to wait when it does not say.
const USUAL_WAIT: Span = Span::minutes(1);

impl Answered {
    /// Until when the server asks to wait: at least a second, at most an hour.
    #[must_use]
    pub fn wait(&self, now: Moment) -> Moment {
        let asked = self.wait.as_deref().and_then(|raw| read_wait(raw, now)).unwrap_or(now + USUAL_WAIT);
        asked.clamp(now + Span::seconds(1), now + LONGEST_WAIT)
    }

    /// Whether the server says when to come back.
    #[must_use]
    pub const fn says_when(&self) -> bool {
        self.wait.is_some()
    }
}

/// Reads seconds, seconds since 1970, an HTTP date or an ISO 8601 date.
fn read_wait(raw: &str, now: Moment) -> Option<Moment> {
    const A_YEAR: i64 = 366 * 86_400;
    let raw = raw.trim();
    if raw.chars().all(|c| c.is_ascii_digit()) && !raw.is_empty() {
        // More seconds than fit, or than a year has, are an absurd wait or a date.
        let seconds = raw.parse::<i64>().unwrap_or(A_YEAR);
        let date = DateTime::from_timestamp(seconds, 0).filter(|date| seconds > A_YEAR && *date < now + Span::days(366));
        return Some(date.unwrap_or(now + Span::seconds(seconds.min(A_YEAR))));
    }
    let date = DateTime::parse_from_rfc2822(raw).or_else(|_| DateTime::parse_from_rfc3339(raw)).ok()?;
    Some(date.with_timezone(&Utc))
}

/// Why no whole answer came. It says whether the request may have left.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Failure {
    /// The address is not one Ronde goes to. Nothing left.
    #[error(transparent)]
    Address(#[from] BadAddress),
    /// No connection. Nothing left.
    #[error("no connection to {host}: {why}")]
    NoConnection {
        /// The server.
        host: String,
        /// In the words of the system.
        why: String,
    },
    /// The answer did not come in time. The request may have left.
    #[error("{0} took too long to answer")]
    TimedOut(String),
    /// The connection broke. The request may have left.
    #[error("the connection to {host} broke: {why}")]
    Broken {
        /// The server.
        host: String,
        /// In the words of the system.
        why: String,
    },
    /// The answer is larger than Ronde takes. The request left.
    #[error("the answer of {0} is too large")]
    TooLarge(String),
}

impl Failure {
    /// Whether the request may have left.
    #[must_use]
    pub const fn may_have_left(&self) -> bool {
        match self {
            Self::Address(_) | Self::NoConnection { .. } => false,
            Self::TimedOut(_) | Self::Broken { .. } | Self::TooLarge(_) => true,
        }
    }
}

/// The client. Each half is made when it is first needed: the certificates of a system are many files,
/// and neither a start nor a command that stays at home must wait for them.
#[derive(Clone)]
pub struct Http {
    outside: OnceCell<reqwest::Client>,
    /// For this computer: never through a proxy.
    inside: OnceCell<reqwest::Client>,
    limits: Limits,
}

impl Http {
    /// A client that has opened nothing yet.
    #[must_use]
    pub const fn new(limits: Limits) -> Self {
        Self { outside: OnceCell::new(), inside: OnceCell::new(), limits }
    }

    /// The half for an address. Fails, before anything left, if the system has no certificates to trust.
    fn client(&self, url: &Url, host: &str) -> Result<&reqwest::Client, Failure> {
        let inside = address::is_this_computer(url);
        let half = if inside { &self.inside } else { &self.outside };
        if let Some(made) = half.get() {
            return Ok(made);
        }
        use_ring();
        let builder = if inside { builder(self.limits).no_proxy() } else { builder(self.limits) };
        let made = builder.build().map_err(|error| Failure::NoConnection { host: host.to_owned(), why: innermost(&error) })?;
        Ok(half.get_or_init(|| made))
    }

    /// Its limits.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// Sends a request once and reads the answer.
    ///
    /// # Errors
    /// If no status came; the failure says whether the request may have left.
    pub async fn send(&self, request: Request) -> Result<Answered, Failure> {
        self.send_within(request, self.limits.whole).await
    }

    /// The same with another limit for the whole.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn send_within(&self, request: Request, whole: Duration) -> Result<Answered, Failure> {
        address::check(&request.url)?;
        let host = address::host(&request.url);
        let deadline = tokio::time::Instant::now() + whole;
        let token = request.token.clone();
        let sent = self.prepare(request, &host)?.send();
        let mut response = match tokio::time::timeout_at(deadline, sent).await {
            Err(_) => return Err(Failure::TimedOut(host)),
            Ok(Err(error)) => return Err(failure(&error.without_url(), host)),
            Ok(Ok(response)) => response,
        };
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (status, json) = (response.status().as_u16(), header("content-type").is_some_and(|kind| kind.contains("json")));
        let wait =
            header("retry-after").or_else(|| header("ratelimit-reset").or_else(|| header("x-ratelimit-reset")).filter(|_| status == 429));
        let elsewhere = header("location").and_then(|to| Url::parse(&to).ok()).map(|url| url.origin().ascii_serialization());
        let body = match tokio::time::timeout_at(deadline, read(&mut response, self.limits.bytes, &host)).await {
            Err(_) => Err(Failure::TimedOut(host)),
            Ok(body) if status < 300 => body,
            Ok(body) => body.map(|body| without(token.as_ref(), body)),
        };
        Ok(Answered { status, json, elsewhere, wait, body })
    }

    fn prepare(&self, request: Request, host: &str) -> Result<reqwest::RequestBuilder, Failure> {
        let client = self.client(&request.url, host)?;
        let mut builder = match request.method {
            Method::Get => client.get(request.url),
            Method::Post => client.post(request.url),
            Method::Delete => client.delete(request.url),
        };
        if let Some(token) = &request.token {
            builder = builder.bearer_auth(token.0.expose_secret());
        }
        if let Some(key) = &request.key {
            builder = builder.header("Idempotency-Key", key);
        }
        if let Some(service) = request.proxy {
            builder = builder.header("atproto-proxy", service);
        }
        Ok(match request.body {
            Body::Empty => builder,
            Body::Json(data) => builder.json(&data),
            Body::Bytes { mime, bytes } => builder.header("Content-Type", mime).body(bytes),
            Body::Form(fields) => builder.form(&fields),
            Body::File { name, mime, bytes, fields } => {
                let part = reqwest::multipart::Part::bytes(bytes)
                    .file_name(name)
                    .mime_str(mime)
                    .map_err(|error| Failure::NoConnection { host: host.to_owned(), why: innermost(&error) })?;
                let form = fields.into_iter().fold(reqwest::multipart::Form::new(), |form, (name, value)| form.text(name, value));
                builder.multipart(form.part("file", part))
            }
        })
    }
}

impl std::fmt::Debug for Http {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Http").field("limits", &self.limits).finish_non_exhaustive()
    }
}

/// Makes ring the cryptography of every TLS connection; may be called any number of times.
pub fn use_ring() {
    // An error says that it was done before.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Random letters and digits of 32 bytes of chance, fit for an address.
///
/// # Errors
/// If the system gives no chance.
pub fn chance() -> Result<String, String> {
    use base64::Engine;
    let mut bytes = [0_u8; 32];
    let source = rustls::crypto::ring::default_provider().secure_random;
    source.fill(&mut bytes).map_err(|_| "the system gives no random numbers".to_owned())?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

fn builder(limits: Limits) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(concat!("Ronde/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(limits.connect)
        .redirect(reqwest::redirect::Policy::none())
        // A request is sent once: what comes after is decided by those who know what it says.
        .retry(reqwest::retry::never())
        // A kept connection may close just as a request leaves on it, and nobody would know.
        .pool_max_idle_per_host(0)
        .referer(false)
}

async fn read(response: &mut reqwest::Response, most: usize, host: &str) -> Result<Vec<u8>, Failure> {
    // As much as is announced, within reason: what a server says is not what it sends.
    let announced = response.content_length().and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(0);
    let mut body = Vec::with_capacity(announced.min(most).min(1024 * 1024));
    loop {
        match response.chunk().await {
            Ok(None) => return Ok(body),
            Ok(Some(chunk)) if body.len() + chunk.len() > most => return Err(Failure::TooLarge(host.to_owned())),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Err(error) => return Err(failure(&error.without_url(), host.to_owned())),
        }
    }
}

/// A refusal less the token, should it say it back: its words are shown and written down.
fn without(token: Option<&Secret>, body: Vec<u8>) -> Vec<u8> {
    match (token.map(|token| token.0.expose_secret()), std::str::from_utf8(&body)) {
        (Some(token), Ok(text)) if !token.is_empty() && text.contains(token) => text.replace(token, "…").into_bytes(),
        _ => body,
    }
}

fn failure(error: &reqwest::Error, host: String) -> Failure {
    let why = innermost(error);
    if error.is_connect() || error.is_builder() {
        Failure::NoConnection { host, why }
    } else if error.is_timeout() {
        Failure::TimedOut(host)
    } else {
        Failure::Broken { host, why }
    }
}

/// The last of a chain of errors, the one that says what happened.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string().chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Moment {
        "2026-11-22T10:00:00Z".parse().expect("an instant")
    }

    fn waited(raw: Option<&str>) -> i64 {
        let answered = Answered { status: 429, json: true, elsewhere: None, wait: raw.map(str::to_owned), body: Ok(Vec::new()) };
        (answered.wait(now()) - now()).num_seconds()
    }

    #[test]
    fn a_wait_is_read_in_every_form_servers_use_and_never_exceeds_an_hour() {
        assert_eq!(waited(Some("30")), 30);
        assert_eq!(waited(Some("Sun, 22 Nov 2026 10:05:00 GMT")), 300);
        assert_eq!(waited(Some("2026-11-22T10:04:59.000Z")), 299);
        assert_eq!(waited(Some("1795341900")), 300, "seconds since 1970");
        for absurd in ["999999999999", "86400", "99999999999999999999999", "Fri, 01 Jan 2100 00:00:00 GMT"] {
            assert_eq!(waited(Some(absurd)), 3600, "{absurd}");
        }
        for past in ["0", "Sun, 22 Nov 2020 10:05:00 GMT"] {
            assert_eq!(waited(Some(past)), 1, "{past}");
        }
        for unknown in [None, Some(""), Some("soon"), Some("-5")] {
            assert_eq!(waited(unknown), 60, "{unknown:?}");
        }
    }

    #[test]
    fn two_draws_differ() {
        assert_ne!(chance(), chance());
        assert_eq!(chance().map(|word| word.len()), Ok(43));
    }

    #[test]
    fn the_values_of_a_form_are_not_printed() {
        let body = Body::Form(vec![("code", "canary".to_owned())]);
        assert!(!format!("{body:?}").contains("canary"));
    }
}
