//! What a server's answer means, whichever network it speaks: done, refused with words, told to
//! wait, lost on the way. Says of each failure whether the request may have left.

use super::http::{Answered, Failure};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use serde::Deserialize;
use serde::de::DeserializeOwned;

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
        /// The server's name for the error, where it has names for them; else empty.
        code: String,
        /// The server's own words, else the code.
        words: SafeText,
        /// Until when it asks to wait, if it does.
        wait: Option<Moment>,
    },
    /// The answer is not what the call promises.
    #[error("the answer can't be read: {0}")]
    Unreadable(SafeText),
    /// The secret can't be found or kept, so it was not asked for.
    #[error("{0}")]
    NoSecret(SafeText),
    /// What has to come first failed, so it was not asked for.
    #[error("{0}")]
    NotAsked(Box<ApiError>),
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

    /// The server's name for the error, where it has one.
    pub fn code(&self) -> &str {
        if let Self::Refused { code, .. } = self { code } else { "" }
    }

    /// The kind of trouble this is for the person.
    pub fn cause(&self) -> Cause {
        match self {
            Self::NotSent(Failure::Address(_)) => Cause::BadAddress,
            Self::NotSent(Failure::NoConnection { .. }) | Self::Lost(Failure::Broken { .. }) => Cause::Unreachable,
            Self::Lost(Failure::TooLarge(_)) => Cause::TooLarge,
            Self::NotSent(_) | Self::Lost(_) => Cause::TimedOut,
            Self::Unreadable(_) => Cause::Unreadable,
            Self::NoSecret(_) => Cause::NoSecret,
            Self::NotAsked(first) => first.cause(),
            Self::Refused { wait: Some(until), .. } => Cause::RateLimited(*until),
            Self::Refused { status, code, words, wait: None } => named(code, words.as_str()).unwrap_or(match status {
                300..=399 => Cause::BadAddress,
                401 => Cause::AuthExpired,
                403 if words.as_str().contains("scope") => Cause::ScopeMissing,
                404 | 410 => Cause::NotFound,
                501 => Cause::NotOffered,
                500..=599 => Cause::ServerFailed,
                _ => Cause::Rejected,
            }),
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

/// The errors that AT Protocol servers name, whatever the status they come with.
fn named(code: &str, words: &str) -> Option<Cause> {
    Some(match code {
        // "Bad token method" is said of an app password that is not made for direct messages.
        "ExpiredToken" | "InvalidToken" if words.contains("scope") || words.contains("token method") => Cause::ScopeMissing,
        "ExpiredToken" | "InvalidToken" | "AuthMissing" => Cause::AuthExpired,
        "AuthFactorTokenRequired" => Cause::NeedsAppPassword,
        "AccountTakedown" | "AccountDeactivated" | "AccountSuspended" | "RepoTakendown" | "RepoDeactivated" | "RepoSuspended" => {
            Cause::Suspended
        }
        "NotFound" | "RecordNotFound" | "RepoNotFound" | "ActorNotFound" => Cause::NotFound,
        "HandleNotFound" => Cause::UnknownHandle,
        "MethodNotImplemented" => Cause::NotOffered,
        _ => return None,
    })
}

/// Tells what surely did not leave from what may have.
pub fn split(failure: Failure) -> ApiError {
    if failure.may_have_left() { ApiError::Lost(failure) } else { ApiError::NotSent(failure) }
}

/// Tells a 2xx answer from the rest.
pub fn judge(answered: Answered, now: Moment) -> Result<(u16, Vec<u8>), ApiError> {
    match answered.status {
        200..=299 => answered.body.map(|body| (answered.status, body)).map_err(ApiError::Lost),
        status => {
            let waits = status == 429 || status == 503 && answered.says_when();
            let (code, words) = words(&answered);
            Err(ApiError::Refused { status, code, words, wait: waits.then(|| answered.wait(now)) })
        }
    }
}

/// Reads JSON. The reason never quotes more than a line of what was sent.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|error| {
        let start = body.iter().find(|byte| !byte.is_ascii_whitespace());
        let why = if start == Some(&b'<') { "a web page came instead of data".to_owned() } else { error.to_string() };
        ApiError::Unreadable(SafeText::line(&why.chars().take(200).collect::<String>()))
    })
}

/// What servers say beside a status: OAuth and Mastodon `error` and `error_description`, AT Protocol `error` (a name)
/// and `message`.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Complaint {
    error: String,
    error_description: String,
    message: String,
}

/// The server's name for what it refused, if it has one, and its own words about it.
fn words(answered: &Answered) -> (String, SafeText) {
    let said = answered.body.as_ref().ok().and_then(|body| serde_json::from_slice::<Complaint>(body).ok()).unwrap_or_default();
    let is_name = !said.error.is_empty() && said.error.len() <= 64 && said.error.chars().all(|c| c.is_ascii_alphanumeric());
    let code = match &answered.elsewhere {
        Some(elsewhere) => format!("HTTP {}: {elsewhere}", answered.status),
        None => format!("HTTP {}", answered.status),
    };
    let words = [said.error_description, said.message, said.error.clone()].into_iter().find(|words| !words.trim().is_empty());
    // Only Ronde's own refusals begin with this sign (`domain::refusal`).
    let words = words.unwrap_or(code);
    let words = SafeText::line(&words.trim_start().trim_start_matches('~').chars().take(500).collect::<String>());
    (if is_name { said.error } else { String::new() }, words)
}
