//! What is known of an act once its request was answered, refused or lost: the same for every network.
//!
//! An `Err` says that surely nothing happened and that a person has to act first (the token).

use super::api::ApiError;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::delivery::Answer;
use chrono::Duration;

/// The answer when the act itself was asked for.
pub fn after(error: &ApiError, key: &str) -> Result<Answer, Trouble> {
    let why = error.words();
    match error {
        ApiError::NotSent(_) => Ok(Answer::NotSent { why }),
        ApiError::NoSecret(_) => Err(error.trouble()),
        ApiError::NotAsked(first) => before(first, key),
        ApiError::Refused { wait: Some(until), .. } => Ok(Answer::Wait { until: *until + spread(key) }),
        ApiError::Lost(_) | ApiError::Unreadable(_) | ApiError::Refused { status: 408 | 500..=599, .. } => Ok(Answer::Unclear { why }),
        ApiError::Refused { .. } => refused(error),
    }
}

/// The answer when something that goes before the act failed: nothing was done yet.
pub fn before(error: &ApiError, key: &str) -> Result<Answer, Trouble> {
    match after(error, key)? {
        Answer::Unclear { why } => Ok(Answer::NotSent { why }),
        answer => Ok(answer),
    }
}

fn refused(error: &ApiError) -> Result<Answer, Trouble> {
    match error.cause() {
        Cause::AuthExpired | Cause::ScopeMissing | Cause::Suspended => Err(error.trouble()),
        _ => Ok(Answer::Refused { why: error.words() }),
    }
}

/// Up to ten seconds more, so that those who were told to wait don't come back at once. The same
/// delivery always waits the same.
fn spread(key: &str) -> Duration {
    let sum: u32 = key.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    Duration::milliseconds(i64::from(sum % 10_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_is_short_and_always_the_same() {
        for key in ["", "a", "delivery-1", "delivery-2"] {
            assert_eq!(spread(key), spread(key));
            assert!(spread(key) < Duration::seconds(10));
        }
        assert_ne!(spread("delivery-1"), spread("delivery-2"));
    }
}
