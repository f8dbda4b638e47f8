//! A sweep: one round over the open messages, its list frozen at the start, its receipt at the end.

use super::time::{Day, Moment};
use super::{BrandId, MessageId, SweepId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// The part of the day a sweep belongs to.
    Slot { Morning = "morning", Midday = "midday", Afternoon = "afternoon" }
}

impl Slot {
    /// The slots of a brand with this many sweeps a day.
    #[must_use]
    pub fn of_day(sweeps: u8) -> &'static [Self] {
        match sweeps {
            0 | 1 => &[Self::Morning],
            2 => &[Self::Morning, Self::Afternoon],
            _ => &[Self::Morning, Self::Midday, Self::Afternoon],
        }
    }

    /// The slot that fits an hour of the day (0 to 23).
    #[must_use]
    pub fn at_hour(hour: u32, sweeps: u8) -> Self {
        let wanted = match hour {
            0..=11 => Self::Morning,
            12 | 13 => Self::Midday,
            _ => Self::Afternoon,
        };
        let slots = Self::of_day(sweeps);
        if slots.contains(&wanted) { wanted } else { *slots.last().unwrap_or(&Self::Morning) }
    }
}

/// One round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sweep {
    /// Its row.
    pub id: SweepId,
    /// The brand whose messages it walks.
    pub brand: BrandId,
    /// The day, in the brand's zone.
    pub day: Day,
    /// The part of the day.
    pub slot: Slot,
    /// When it began; later by as long as it was left aside, where it was taken up again.
    pub started: Moment,
    /// When its last message got an outcome, or when the CM ended it.
    pub ended: Option<Moment>,
    /// The frozen list: message ids in the order they are walked, those that jumped in first.
    pub messages: Vec<MessageId>,
    /// What was decided so far.
    pub receipt: Receipt,
}

/// What a sweep came to. Each message of the list is counted once, by its last outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Receipt {
    /// Messages in the list.
    pub listed: u32,
    /// Those of them that the CM had before them.
    #[serde(default)]
    pub read: u32,
    /// Ended as answered.
    pub answered: u32,
    /// Ended as delegated.
    pub delegated: u32,
    /// Ended as snoozed.
    pub snoozed: u32,
    /// Ended as closed.
    pub closed: u32,
    /// Ended as hidden.
    pub hidden: u32,
}

impl Sweep {
    /// How long it lasted, in seconds; `None` while it runs.
    #[must_use]
    pub fn lasted(&self) -> Option<i64> {
        self.ended.map(|ended| (ended - self.started).num_seconds().max(0))
    }
}

impl Receipt {
    /// How many messages got an outcome.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.answered + self.delegated + self.snoozed + self.closed + self.hidden
    }

    /// How many are left.
    #[must_use]
    pub fn left(&self) -> u32 {
        self.listed.saturating_sub(self.done())
    }
}
