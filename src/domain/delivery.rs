//! A delivery: one outgoing act and its journey to the network, moved only along its arrows.
//!
//! `held → queued → sending → done | refused | unknown`; `unknown` is looked up before anything
//! else. The store applies a [`Move`] guarded by the state it leaves, so two senders can't both win.

use super::message::Visibility;
use super::post::Media;
use super::text::SafeText;
use super::thread::Place;
use super::time::Moment;
use super::{AccountId, BrandId, DeliveryId, MessageId, VariantId, coded};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// How long an answer is held before it leaves: the time in which `u` takes it back.
pub const HOLD: Duration = Duration::seconds(10);
/// How late a scheduled act may leave without asking.
pub const LATE: Duration = Duration::minutes(15);
/// What is done on the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "lowercase")]
pub enum Act {
    /// Publishes a variant of a post.
    Publish {
        /// What it says.
        text: SafeText,
        /// The files that go with it.
        media: Vec<Media>,
        /// Who can read it.
        visibility: Visibility,
        /// The network's id of the part before it, where it goes on a thread.
        #[serde(default)]
        after: Option<SafeText>,
    },
    /// Answers a message.
    Reply {
        /// The network's id of the message.
        to: SafeText,
        /// The handle of its author.
        handle: SafeText,
        /// What the answer says, without the handle that the network may want in front.
        text: SafeText,
        /// That of the message.
        visibility: Visibility,
    },
    /// Likes a message.
    Like {
        /// The network's id of it.
        of: SafeText,
    },
    /// Shares a message as it is.
    Repost {
        /// The network's id of it.
        of: SafeText,
    },
    /// Shares a message with words of our own above it.
    Quote {
        /// The network's id of it.
        of: SafeText,
        /// The words.
        text: SafeText,
        /// Who can read it.
        visibility: Visibility,
    },
    /// Hides a message beneath something of our own, for everybody.
    Hide {
        /// The network's id of it.
        what: SafeText,
    },
    /// Deletes something of our own.
    Delete {
        /// The network's id of it.
        what: SafeText,
    },
    /// Mutes an author.
    Mute {
        /// The network's id of the message they wrote.
        author_of: SafeText,
    },
    /// Blocks an author.
    Block {
        /// The network's id of the message they wrote.
        author_of: SafeText,
    },
    /// Reports a message to those who run its server.
    Report {
        /// The network's id of it.
        what: SafeText,
        /// Why, in the CM's words.
        reason: SafeText,
    },
}

impl Act {
    /// Whether doing it twice would be seen in public: what must never be sent twice.
    #[must_use]
    pub const fn speaks(&self) -> bool {
        matches!(self, Self::Publish { .. } | Self::Reply { .. } | Self::Quote { .. })
    }

    /// Whether its message is hidden here too.
    #[must_use]
    pub const fn hides(&self) -> bool {
        matches!(self, Self::Hide { .. } | Self::Mute { .. } | Self::Block { .. } | Self::Report { .. })
    }

    /// The stable word for it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Publish { .. } => "publish",
            Self::Reply { .. } => "reply",
            Self::Like { .. } => "like",
            Self::Repost { .. } => "repost",
            Self::Quote { .. } => "quote",
            Self::Hide { .. } => "hide",
            Self::Delete { .. } => "delete",
            Self::Mute { .. } => "mute",
            Self::Block { .. } => "block",
            Self::Report { .. } => "report",
        }
    }

    /// The text it makes public, if it does.
    #[must_use]
    pub const fn text(&self) -> Option<&SafeText> {
        match self {
            Self::Publish { text, .. } | Self::Reply { text, .. } | Self::Quote { text, .. } => Some(text),
            Self::Like { .. }
            | Self::Repost { .. }
            | Self::Hide { .. }
            | Self::Delete { .. }
            | Self::Mute { .. }
            | Self::Block { .. }
            | Self::Report { .. } => None,
        }
    }
}

coded! {
    /// The name of a state, without its particulars: what the store's guard compares.
    Stage {
        Held = "held", Queued = "queued", Sending = "sending", Done = "done", Refused = "refused", Unknown = "unknown",
        /// Taken back before it left.
        TakenBack = "taken-back",
    }
}

impl Stage {
    /// Whether nothing of it is under way any more.
    #[must_use]
    pub const fn rests(self) -> bool {
        matches!(self, Self::Done) || self.came_to_nothing()
    }

    /// Whether it is not out, and never will be.
    #[must_use]
    pub const fn came_to_nothing(self) -> bool {
        matches!(self, Self::Refused | Self::TakenBack)
    }
}

/// Where a delivery is on its journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum Journey {
    /// Waits, and can be taken back.
    Held {
        /// Until when.
        until: Moment,
    },
    /// May leave as soon as its hour has come.
    Queued,
    /// A request may have left; committed before it does.
    Sending {
        /// Since when.
        since: Moment,
    },
    /// Is out.
    Done {
        /// The network's id of the result, where it has one.
        remote_id: Option<SafeText>,
        /// Where it stands on the web.
        url: Option<SafeText>,
    },
    /// The network said no, or the CM did.
    Refused {
        /// Why, in words.
        why: SafeText,
    },
    /// The request left and no clear answer came: perhaps it is out, perhaps not.
    Unknown {
        /// When it left.
        since: Moment,
    },
    /// Taken back before it left.
    TakenBack,
}

impl Journey {
    /// The state without its particulars.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Held { .. } => Stage::Held,
            Self::Queued => Stage::Queued,
            Self::Sending { .. } => Stage::Sending,
            Self::Done { .. } => Stage::Done,
            Self::Refused { .. } => Stage::Refused,
            Self::Unknown { .. } => Stage::Unknown,
            Self::TakenBack => Stage::TakenBack,
        }
    }
}

/// One outgoing act and its journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Its row; 0 before it is stored.
    pub id: DeliveryId,
    /// The brand in whose name it is.
    pub brand: BrandId,
    /// The account that does it.
    pub account: AccountId,
    /// What is done.
    pub act: Act,
    /// Where it is.
    pub journey: Journey,
    /// The key by which a network can tell a repeated request; made once, with the row.
    pub key: String,
    /// When it was decided.
    pub created: Moment,
    /// When it is to leave.
    pub due: Moment,
    /// Not before this: the network asked to wait.
    pub not_before: Option<Moment>,
    /// How many requests may have left.
    pub attempts: u32,
    /// The message it answers or moderates.
    pub message: Option<MessageId>,
    /// The variant it publishes.
    pub variant: Option<VariantId>,
    /// Where it stands in the thread that its variant is.
    #[serde(default)]
    pub place: Place,
    /// Whether the CM said to send it although it is late.
    pub late_allowed: bool,
}

/// A step along an arrow, to be applied only if the delivery is still at `from`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The delivery.
    pub id: DeliveryId,
    /// Where it must be.
    pub from: Stage,
    /// How many requests may have left when this was decided: what was learnt before a later one says nothing of it.
    pub attempts: u32,
    /// Where it goes.
    pub to: Journey,
    /// Not before this, where the network asked to wait.
    pub not_before: Option<Moment>,
}

/// What a network said of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// It is done.
    Done {
        /// The network's id of the result, where it has one.
        remote_id: Option<SafeText>,
        /// Where it stands on the web.
        url: Option<SafeText>,
    },
    /// It said no, and nothing happened.
    Refused {
        /// Why, in words.
        why: SafeText,
    },
    /// It asked to wait, and nothing happened.
    Wait {
        /// Until when.
        until: Moment,
    },
    /// The request never left: no connection, no name, no token.
    NotSent {
        /// Why, in words.
        why: SafeText,
    },
    /// The request left, and nobody knows.
    Unclear {
        /// What was seen, in words.
        why: SafeText,
    },
}

/// What a look-up on the network found of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "found", rename_all = "kebab-case")]
pub enum Sighting {
    /// It is there.
    There {
        /// The network's id of it.
        remote_id: SafeText,
        /// Where it stands on the web.
        url: Option<SafeText>,
    },
    /// It is not there, for sure.
    Absent,
    /// The network can't tell.
    CantTell,
    /// The look-up itself failed; to be tried again.
    Failed {
        /// Why, in words.
        why: SafeText,
    },
}

/// What is to be done with a delivery now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing, for ever.
    Rest,
    /// Nothing before this instant.
    Wait(Moment),
    /// Nothing before the part before it is out.
    Follow,
    /// Let it into the queue: its hold is over.
    Release,
    /// Ask the CM: its hour is more than 15 minutes past.
    AskLate,
    /// Commit `sending`, then send.
    Send,
    /// Look it up on the network.
    LookUp,
}

/// How long after a request left its silence is taken for a crash of the sender.
const LOST: Duration = Duration::seconds(90);
/// How long after a request left its absence on the network is proof.
pub const DOUBT: Duration = Duration::seconds(60);
/// How long to wait before a request that did not leave is tried again.
const RETRY: Duration = Duration::seconds(60);

impl Delivery {
    /// What is to be done now. The one place that knows the order of the journey.
    #[must_use]
    pub fn step(&self, now: Moment) -> Step {
        let ready = self.not_before.map_or(self.due, |instant| instant.max(self.due));
        match &self.journey {
            Journey::Held { until } if *until > now => Step::Wait(*until),
            Journey::Held { .. } => Step::Release,
            Journey::Queued if !self.may_follow() => Step::Follow,
            Journey::Queued if ready > now => Step::Wait(ready),
            Journey::Queued if self.is_late(now) => Step::AskLate,
            Journey::Queued => Step::Send,
            // A sender that lives settles within its time limit; an older one died half way.
            Journey::Sending { since } if *since + LOST > now => Step::Wait(*since + LOST),
            Journey::Sending { .. } => Step::LookUp,
            Journey::Unknown { .. } => self.not_before.filter(|instant| *instant > now).map_or(Step::LookUp, Step::Wait),
            Journey::Done { .. } | Journey::Refused { .. } | Journey::TakenBack => Step::Rest,
        }
    }

    /// Whether the part before it is out, where there is one.
    #[must_use]
    pub fn may_follow(&self) -> bool {
        self.place.after.as_ref().is_none_or(|before| before.stage == Stage::Done)
    }

    /// Whether its hour is too long past to leave without asking.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        !self.late_allowed && now - self.due > LATE
    }

    /// How long to wait before the next try, doubled with each that failed, up to 15 minutes.
    fn backoff(&self) -> Duration {
        let doublings = self.attempts.saturating_sub(1).min(5);
        (RETRY * (1 << doublings)).min(LATE) - RETRY
    }

    fn to(&self, to: Journey) -> Move {
        Move { id: self.id, from: self.journey.stage(), attempts: self.attempts, to, not_before: None }
    }

    /// Takes it back. Only while nothing left.
    #[must_use]
    pub fn take_back(&self) -> Option<Move> {
        matches!(self.journey, Journey::Held { .. } | Journey::Queued).then(|| self.to(Journey::TakenBack))
    }

    /// Ends its hold.
    #[must_use]
    pub fn release(&self) -> Option<Move> {
        matches!(self.journey, Journey::Held { .. }).then(|| self.to(Journey::Queued))
    }

    /// Marks that a request is about to leave. To be committed before it does.
    #[must_use]
    pub fn start(&self, now: Moment) -> Option<Move> {
        matches!(self.journey, Journey::Queued).then(|| self.to(Journey::Sending { since: now }))
    }

    /// Follows the network's answer.
    #[must_use]
    pub fn settle(&self, answer: Answer, now: Moment) -> Option<Move> {
        let Journey::Sending { since } = self.journey else { return None };
        Some(match answer {
            Answer::Done { remote_id, url } => self.to(Journey::Done { remote_id, url }),
            Answer::Refused { why } => self.to(Journey::Refused { why }),
            Answer::Wait { until } => Move { not_before: Some(until), ..self.to(Journey::Queued) },
            Answer::NotSent { .. } => Move { not_before: Some(now + RETRY), ..self.to(Journey::Queued) },
            Answer::Unclear { .. } => self.to(Journey::Unknown { since }),
        })
    }

    /// A request that may have left and whose sender died: nobody knows.
    #[must_use]
    pub fn lose(&self, now: Moment) -> Option<Move> {
        match self.journey {
            Journey::Sending { since } if since + LOST <= now => Some(self.to(Journey::Unknown { since })),
            _ => None,
        }
    }

    /// Follows what a look-up found. Back into the queue only on proof of absence.
    #[must_use]
    pub fn follow(&self, sighting: Sighting, now: Moment) -> Option<Move> {
        let Journey::Unknown { since } = self.journey else { return None };
        match sighting {
            Sighting::There { remote_id, url } => Some(self.to(Journey::Done { remote_id: Some(remote_id), url })),
            // A slow server may still commit what it was sent: too fresh an absence proves nothing.
            Sighting::Absent if now < since + DOUBT => {
                Some(Move { not_before: Some(since + DOUBT), ..self.to(Journey::Unknown { since }) })
            }
            Sighting::Absent => Some(Move { not_before: Some(now + self.backoff()), ..self.to(Journey::Queued) }),
            // Asks the person; the next look-up is an hour away so that nothing storms.
            Sighting::CantTell => Some(Move { not_before: Some(now + Duration::hours(1)), ..self.to(Journey::Unknown { since }) }),
            Sighting::Failed { .. } => Some(Move { not_before: Some(now + RETRY), ..self.to(Journey::Unknown { since }) }),
        }
    }

    /// The CM looked: it is out.
    #[must_use]
    pub fn confirm_out(&self) -> Option<Move> {
        matches!(self.journey, Journey::Unknown { .. }).then(|| self.to(Journey::Done { remote_id: None, url: None }))
    }

    /// The CM looked: it is not out; send it again.
    #[must_use]
    pub fn confirm_absent(&self) -> Option<Move> {
        matches!(self.journey, Journey::Unknown { .. }).then(|| self.to(Journey::Queued))
    }
}
