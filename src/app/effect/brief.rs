//! Work for the file on briefs: what contacts were asked, and what they answered.

use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BriefId, MessageId, SweepId};

/// Work on briefs. A delegation itself is a decision like the others, and makes its brief.
#[derive(Debug, Clone, PartialEq)]
pub enum BriefWork {
    /// These messages, each with its newest brief → `Briefs`.
    Read(Vec<MessageId>),
    /// A brief by its row → `Briefs`.
    Find(BriefId),
    /// Asks something else → `Done`.
    Ask(Vec<BriefId>, SafeText, Moment),
    /// Notes that the contact was asked after; with another date the messages are delegated until then → `Decided`.
    Chase {
        /// Which.
        briefs: Vec<BriefId>,
        /// The new date, if one was agreed.
        due: Option<Moment>,
        /// Within which sweep.
        sweep: Option<SweepId>,
        /// When.
        at: Moment,
    },
    /// Keeps what the contact answered; the message is open again → `Decided`.
    Answer {
        /// Which.
        brief: BriefId,
        /// Their words.
        text: SafeText,
        /// When.
        at: Moment,
    },
    /// Sends the author a word while the contact is waited for: the message stays delegated → `Answered`.
    Acknowledge {
        /// Which.
        message: MessageId,
        /// What it says.
        text: SafeText,
        /// When.
        at: Moment,
        /// Whether it is only noted: the CM sent it by hand.
        by_hand: bool,
    },
}

impl BriefWork {
    /// Whether it changes the file.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Read(_) | Self::Find(_))
    }
}
