//! The counted facts of a brand over a period: all that a report is made of, before any formula.

use super::account::Network;
use super::highlight::Highlight;
use super::message::{MessageKind, Tone};
use super::reading::{Metric, Reading};
use super::sweep::{Receipt, Slot};
use super::text::SafeText;
use super::time::{Day, Moment, Period};
use super::{AccountId, VariantId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// A part of the report, in its order.
    Section {
        Essentials = "essentials", Goals = "goals", Audience = "audience", Visibility = "visibility", Content = "content",
        Exchanges = "exchanges", Voice = "voice", Next = "next", Method = "method",
    }
}

impl Section {
    /// Whether the CM writes a text for it.
    #[must_use]
    pub const fn has_text(self) -> bool {
        !matches!(self, Self::Method)
    }
}

/// What happened to a brand over a period. Counts are of rows; nothing is estimated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The days it covers.
    pub period: Period,
    /// One for each account, in the order of the accounts.
    pub accounts: Vec<AccountFacts>,
    /// What was published, oldest first.
    pub posts: Vec<PostFacts>,
    /// Messages received in the period, by kind; kinds without a message are left out.
    pub messages: Vec<MessageFacts>,
    /// Working seconds from receipt to first answer, one for each answered message received in the
    /// period, in no order.
    pub first_answers: Vec<i64>,
    /// How many were answered within the target of their type; types without a target are left out.
    #[serde(default)]
    pub within: Vec<WithinFacts>,
    /// Working seconds from delegation or receipt to the end, for messages that were delegated.
    pub resolutions: Vec<i64>,
    /// Messages received by weekday (Monday first) and hour of the brand's zone.
    pub by_hour: Vec<[u32; 24]>,
    /// Messages received on each day that had some, oldest first.
    pub by_day: Vec<(Day, u32)>,
    /// Rated messages by tone.
    pub tones: Vec<(Tone, u32)>,
    /// Acts of moderation sent, by the act's code.
    pub moderation: Vec<(String, u32)>,
    /// Answers that left from Ronde in the period.
    pub replies_sent: u32,
    /// Acts whose outcome nobody knows.
    pub unclear: u32,
    /// The sweeps of the period, oldest first.
    pub sweeps: Vec<(Day, Slot, Receipt)>,
    /// How long those of them lasted that ended, in seconds, in no order.
    #[serde(default)]
    pub sweep_seconds: Vec<i64>,
    /// What was kept for the report, oldest first.
    pub highlights: Vec<Highlight>,
    /// The oldest message that still waits at the end of the period: its author and instant.
    pub oldest_open: Option<(SafeText, Moment)>,
    /// What the CM wrote, by section.
    pub texts: Vec<(Section, SafeText)>,
}

/// One account over the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFacts {
    /// The account.
    pub account: AccountId,
    /// Its network.
    pub network: Network,
    /// Its handle.
    pub handle: SafeText,
    /// The last count of followers before the period, if there is one.
    pub followers_before: Option<u64>,
    /// Its own readings (not those of posts) within the period, by day then metric.
    pub readings: Vec<Reading>,
}

/// One published variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostFacts {
    /// The variant.
    pub variant: VariantId,
    /// The account.
    pub account: AccountId,
    /// Its network.
    pub network: Network,
    /// The post's title.
    pub title: SafeText,
    /// Its pillar, may be empty.
    pub pillar: SafeText,
    /// Where it stands on the web.
    pub url: Option<SafeText>,
    /// When it came out.
    pub at: Moment,
    /// Followers of the account at that time, if known.
    pub followers: Option<u64>,
    /// Its newest figures up to seven days of age.
    pub figures: Vec<(Metric, u64)>,
}

/// Messages of one kind that had to be answered within a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithinFacts {
    /// The kind.
    pub kind: MessageKind,
    /// The target in working minutes.
    pub minutes: u32,
    /// Those that needed an answer.
    pub needing: u32,
    /// Those answered within the target.
    pub answered: u32,
}

/// Messages of one kind received in the period, by what was decided for them up to now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFacts {
    /// The kind.
    pub kind: MessageKind,
    /// Received.
    pub received: u32,
    /// Closed as needing no answer, or hidden.
    pub set_aside: u32,
    /// Answered.
    pub answered: u32,
    /// Delegated at some time.
    pub delegated: u32,
    /// Delegated at some time, and answered or closed since.
    pub delegated_done: u32,
    /// Still without an outcome, delegated or snoozed.
    pub waiting: u32,
}
