//! What a network counts, as figures: what it does not tell is unknown, never 0.

use crate::domain::account::Account;
use crate::domain::reading::{Metric, Reading, Source};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};

/// A count as a network tells it. Some say "not known" by a number below 0.
pub fn count(told: Option<i64>) -> Option<u64> {
    u64::try_from(told?).ok()
}

/// The readings of what a profile counts.
pub fn readings<const N: usize>(account: &Account, day: Day, at: Moment, told: [(Metric, Option<i64>); N]) -> Vec<Reading> {
    let reading = |(metric, told)| {
        Some(Reading {
            account: account.id,
            variant: None,
            day,
            metric,
            value: Some(count(told)?),
            source: Source::Api,
            definition: SafeText::line(account.network.code()),
            at,
        })
    };
    told.into_iter().filter_map(reading).collect()
}
