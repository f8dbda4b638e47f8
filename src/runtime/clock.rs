//! The clock: the one place that tells the time.

use crate::domain::time::Moment;
use chrono::{SubsecRound, Utc};

/// The instant, in whole seconds. `RONDE_NOW` (RFC 3339) sets it instead, for tests and rehearsals.
///
/// The variable moves what Ronde writes down, not what a network sees.
#[must_use]
pub fn now() -> Moment {
    let set = std::env::var("RONDE_NOW").ok().and_then(|text| text.parse().ok());
    set.unwrap_or_else(Utc::now).trunc_subsecs(0)
}
