//! The day of a CM: its blocks, and what must not slip.

use super::facts::WithinFacts;
use super::message::StateName;
use super::reaction::Reactions;
use super::sweep::{Receipt, Slot};
use super::text::SafeText;
use super::time::{Day, Moment};
use super::{AccountId, MessageId, PersonId, PostId};
use serde::{Deserialize, Serialize};

/// What one day of a brand comes to, for the screen that opens in the morning.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DayBoard {
    /// The sweeps of the day, in the order of the slots: what was done of each, if it began.
    pub sweeps: Vec<(Slot, Option<SweepLine>)>,
    /// Messages by state, now.
    pub counts: Vec<(StateName, u32)>,
    /// Accounts whose sheet of yesterday is complete, and all accounts.
    pub sheet: (u32, u32),
    /// Posts by what they wait for: to create, to validate, leaving today.
    pub to_create: u32,
    /// Posts that wait for a validation.
    pub to_validate: u32,
    /// Posts that left today.
    pub published_today: u32,
    /// What networks told of likes, shares and follows since yesterday began.
    pub reactions: Reactions,
    /// What must not slip, most pressing first.
    pub slipping: Vec<Slip>,
    /// The last five working days, oldest first: (day, sweeps done, posts published).
    pub week: Vec<(Day, u32, u32)>,
    /// Working days in a row on which every sweep was done.
    pub streak: u32,
    /// How fast the messages of the last 30 days were answered.
    pub exchanges: Exchanges,
    /// The newest highlights: (when, kind code, text).
    pub highlights: Vec<super::highlight::Highlight>,
}

/// How many messages of some days needed an answer, how many had one, and how fast: the counts behind each figure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Exchanges {
    /// The days, the first and the last.
    pub days: Option<(Day, Day)>,
    /// Received.
    pub received: u32,
    /// Closed as needing no answer, or hidden; spam is not among them.
    pub set_aside: u32,
    /// Spam.
    pub spam: u32,
    /// Received, less set aside, less spam.
    pub needing: u32,
    /// Of these, answered.
    pub answered: u32,
    /// Of these, still without an outcome, delegated or snoozed.
    pub waiting: u32,
    /// How many first answers have a known time.
    pub timed: u32,
    /// The median of these times in working seconds.
    pub median: Option<i64>,
    /// Their ninth decile.
    pub ninth: Option<i64>,
    /// How many delegated messages came to their end.
    pub resolved: u32,
    /// The median working seconds that took.
    pub resolution: Option<i64>,
    /// Answered within the target, by type.
    pub within: Vec<WithinFacts>,
    /// The oldest that still waits: its author and instant.
    pub oldest: Option<(SafeText, Moment)>,
}

impl Exchanges {
    /// Answered within the target and needing an answer, over the types that have a target; `None` without one.
    #[must_use]
    pub fn within_target(&self) -> Option<(u32, u32)> {
        let sum = |of: fn(&WithinFacts) -> u32| self.within.iter().map(of).sum::<u32>();
        (!self.within.is_empty()).then(|| (sum(|within| within.answered), sum(|within| within.needing)))
    }
}

/// One sweep of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepLine {
    /// What it came to so far.
    pub receipt: Receipt,
    /// When it began.
    pub started: Moment,
    /// When it ended, if it did.
    pub ended: Option<Moment>,
}

/// Something that must not slip, in the order in which it presses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "slip", rename_all = "kebab-case")]
pub enum Slip {
    /// A delivery whose outcome nobody knows.
    Unclear {
        /// How many.
        count: u32,
    },
    /// Complaints without an outcome.
    Complaints {
        /// How many.
        count: u32,
        /// The oldest.
        oldest: Moment,
        /// The message to open.
        message: MessageId,
    },
    /// A delegated message past its date.
    Overdue {
        /// Whom it was delegated to.
        contact: SafeText,
        /// Since when.
        due: Moment,
        /// The message to open.
        message: MessageId,
        /// Whether it came back already and is open again.
        open: bool,
    },
    /// Messages delegated whose date is still to come.
    Waiting {
        /// How many.
        count: u32,
        /// Who is waited for longest.
        contact: SafeText,
        /// Since when.
        since: Moment,
        /// That message.
        message: MessageId,
    },
    /// Answers written for spaces kept by hand and not noted as sent.
    Unsent {
        /// How many.
        count: u32,
        /// The message to open.
        message: MessageId,
    },
    /// A promise to a person whose day has come.
    Promise {
        /// What was promised.
        text: SafeText,
        /// To whom.
        name: SafeText,
        /// For which day.
        due: Day,
        /// The person, to show their card.
        person: PersonId,
        /// A message of theirs to open: the one it was made about, else their newest.
        message: Option<MessageId>,
    },
    /// A publication that missed its hour.
    Missed {
        /// Its title.
        title: SafeText,
        /// Its hour.
        due: Moment,
        /// The post to open.
        post: PostId,
    },
    /// A publication of the day.
    Leaving {
        /// Its title.
        title: SafeText,
        /// Its hour.
        due: Moment,
        /// The post to open.
        post: PostId,
    },
    /// Contents that wait for a validation.
    Validation {
        /// How many.
        count: u32,
    },
    /// An account whose token was refused.
    Expired {
        /// The account.
        account: AccountId,
        /// Its handle.
        handle: SafeText,
    },
    /// The report of the last month, not exported yet.
    Report {
        /// The first day of the month.
        month: Day,
    },
}
