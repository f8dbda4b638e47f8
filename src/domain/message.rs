//! A message: something somebody wrote to the brand, and what was decided for it.

use super::rule::Proposal;
use super::text::SafeText;
use super::time::{Day, Moment};
use super::{AccountId, BrandId, ContactId, MessageId, PersonId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// How a message reached the brand.
    Channel {
        /// A comment or reply under something of the brand.
        Reply = "reply",
        /// A mention elsewhere.
        Mention = "mention",
        /// A private message.
        Direct = "direct",
        /// A review with stars.
        Review = "review",
        /// Typed by the CM: a forum, a group, the phone.
        Manual = "manual",
    }
}

coded! {
    /// What a message is, as the CM says.
    MessageKind {
        /// Not said yet.
        Unsorted = "unsorted",
        /// Asks something.
        Question = "question",
        /// Complains.
        Complaint = "complaint",
        /// Wants to buy.
        Purchase = "purchase",
        /// Praises.
        Praise = "praise",
        /// Names the brand only.
        Mention = "mention",
        /// Unwanted.
        Spam = "spam",
    }
}

coded! {
    /// The tone of a message, set by a person.
    Tone { Unrated = "unrated", Positive = "positive", Neutral = "neutral", Negative = "negative" }
}

coded! {
    /// Who can read a message or an answer to it, widest first.
    Visibility { Public = "public", Unlisted = "unlisted", Followers = "followers", Direct = "direct" }
}

coded! {
    /// The name of a state, without its particulars: what lists filter by and counters count.
    StateName { Open = "open", Answered = "answered", Delegated = "delegated", Snoozed = "snoozed", Closed = "closed", Hidden = "hidden" }
}

/// What was decided for a message. One without an outcome is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum MessageState {
    /// Nothing was decided.
    Open,
    /// An answer was given, here or in the network's own app.
    Answered,
    /// Somebody else was asked; comes back on `due`.
    Delegated {
        /// Who was asked.
        contact: ContactId,
        /// When it comes back.
        due: Moment,
    },
    /// Comes back at `until`.
    Snoozed {
        /// When it comes back.
        until: Moment,
    },
    /// Needs no answer.
    Closed,
    /// Was hidden, deleted or its author blocked or muted.
    Hidden,
}

impl MessageState {
    /// The state without its particulars.
    #[must_use]
    pub const fn name(self) -> StateName {
        match self {
            Self::Open => StateName::Open,
            Self::Answered => StateName::Answered,
            Self::Delegated { .. } => StateName::Delegated,
            Self::Snoozed { .. } => StateName::Snoozed,
            Self::Closed => StateName::Closed,
            Self::Hidden => StateName::Hidden,
        }
    }

    /// When it comes back by itself, if it does.
    #[must_use]
    pub const fn comes_back(self) -> Option<Moment> {
        match self {
            Self::Delegated { due: at, .. } | Self::Snoozed { until: at } => Some(at),
            Self::Open | Self::Answered | Self::Closed | Self::Hidden => None,
        }
    }

    /// Whether the message waits for the CM.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open)
    }
}

/// Something somebody wrote to the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its row; 0 before it is stored.
    pub id: MessageId,
    /// The brand it was written to.
    pub brand: BrandId,
    /// The account that received it.
    pub account: AccountId,
    /// Who wrote it.
    pub person: PersonId,
    /// The network's id of it.
    pub remote_id: SafeText,
    /// The network's id of what it answers, if it does.
    pub parent: Option<SafeText>,
    /// The name of its author when it was written.
    pub author: SafeText,
    /// The handle of its author.
    pub handle: SafeText,
    /// What it says.
    pub text: SafeText,
    /// What it said before its author edited it, if they did after it was read.
    pub text_before: Option<SafeText>,
    /// How it came.
    pub channel: Channel,
    /// Who can read it.
    pub visibility: Visibility,
    /// What it is.
    pub kind: MessageKind,
    /// Its tone.
    pub tone: Tone,
    /// Whether the CM raised it to the top.
    pub urgent: bool,
    /// Whether the network had filtered it away.
    pub filtered: bool,
    /// What was decided.
    pub state: MessageState,
    /// Where it stands on the web, if known. Only `http` and `https`.
    pub url: Option<SafeText>,
    /// When it was written.
    pub at: Moment,
    /// When the first answer was given.
    pub answered_at: Option<Moment>,
    /// The account had it before Ronde began: outside response rates.
    pub earlier: bool,
    /// What the rules propose for it, until the CM takes it or leaves it.
    pub proposal: Option<Proposal>,
    /// When its network takes no answer any more, where it closes conversations.
    pub deadline: Option<Moment>,
    /// The names of its labels, in their order.
    pub labels: Vec<SafeText>,
}

impl Message {
    /// Whether its author was erased: it counts, and says nothing any more.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.remote_id.as_str().starts_with("~erased-")
    }
}

/// A message as a network or an import brings it, before it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// The network's id of it.
    pub remote_id: SafeText,
    /// The network's id of what it answers, if it does.
    pub parent: Option<SafeText>,
    /// The network's id of its author.
    pub author_id: SafeText,
    /// The name of its author.
    pub author: SafeText,
    /// The handle of its author.
    pub handle: SafeText,
    /// What it says.
    pub text: SafeText,
    /// How it came.
    pub channel: Channel,
    /// Who can read it.
    pub visibility: Visibility,
    /// Whether the network had filtered it away.
    pub filtered: bool,
    /// Where it stands on the web, if known.
    pub url: Option<SafeText>,
    /// When it was written.
    pub at: Moment,
}

/// Something the account itself said, as the network tells it: an answer given elsewhere, or a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// The network's id of it.
    pub remote_id: SafeText,
    /// The network's id of what it answers, if it does.
    pub parent: Option<SafeText>,
    /// What it says.
    pub text: SafeText,
    /// Where it stands on the web, if known.
    pub url: Option<SafeText>,
    /// When it was said.
    pub at: Moment,
    /// Likes it has now; `None` here and below where the network does not tell.
    pub likes: Option<u64>,
    /// Shares it has now, quotes among them: see [`shares`].
    pub shares: Option<u64>,
    /// Answers it has now. A quote is none of them.
    pub comments: Option<u64>,
    /// How many readers put it aside.
    pub saves: Option<u64>,
}

/// Shares: those that pass a post on as it is, and those that quote it. What is not told counts for nothing beside
/// what is told; where neither is told, shares are unknown.
///
/// Mastodon counts quotes since 4.5 (`Status#quotes_count`, null or absent elsewhere: reblogs alone there); Bluesky
/// counts them apart from reposts and from replies (lexicon `app.bsky.feed.defs#postView`).
#[must_use]
pub fn shares(passed_on: Option<u64>, quoted: Option<u64>) -> Option<u64> {
    [passed_on, quoted].into_iter().flatten().reduce(u64::saturating_add)
}

/// The day on which a message waiting since `at` stops being "recent": older ones are set aside
/// at the first pull of an account.
#[must_use]
pub fn recent_since(today: Day) -> Day {
    today - chrono::Duration::days(14)
}
/// A draft that was kept with what was typed before it was read; what one begins with may stand in it already.
#[must_use]
pub fn draft_with(kept: &SafeText, typed: &SafeText) -> SafeText {
    if kept.as_str().contains(typed.as_str()) { kept.clone() } else { SafeText::clean(&format!("{kept}{typed}")) }
}
