//! The clock: the one place that tells the time, and where on earth it is.

use crate::domain::time::{Moment, Zone};
use chrono::{SubsecRound, Utc};
use std::time::Instant;

/// The instant, in whole seconds. `RONDE_NOW` (RFC 3339) sets it instead, for tests and rehearsals.
///
/// The variable moves what Ronde writes down, not what a network sees.
#[must_use]
pub fn now() -> Moment {
    let set = std::env::var("RONDE_NOW").ok().and_then(|text| text.parse().ok());
    set.unwrap_or_else(Utc::now).trunc_subsecs(0)
}

/// The time zone of the machine, as far as it tells.
#[must_use]
pub fn home() -> Zone {
    iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Zone::UTC)
}

/// A clock that runs from an instant on: the real one, or that of the demo.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    began: Option<(Moment, Instant)>,
}

impl Clock {
    /// The clock of the machine.
    #[must_use]
    pub const fn real() -> Self {
        Self { began: None }
    }

    /// A clock that shows `start` now and goes on from there.
    #[must_use]
    pub fn from(start: Moment) -> Self {
        Self { began: Some((start, Instant::now())) }
    }

    /// The instant, in whole seconds.
    #[must_use]
    pub fn now(&self) -> Moment {
        match self.began {
            None => now(),
            Some((start, began)) => start + chrono::Duration::seconds(i64::try_from(began.elapsed().as_secs()).unwrap_or(0)),
        }
    }
}
