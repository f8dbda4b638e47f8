//! The journal: everything that was decided or done, in order. Undo, receipts, response times and
//! the report read it; no other table repeats it.

use super::time::Moment;
use super::{BrandId, EntryId, coded};
use serde::{Deserialize, Serialize};

/// How many steps can be undone.
pub const STEPS: usize = 100;

coded! {
    /// What a line of the journal is about.
    Subject {
        Message = "message", Sweep = "sweep", Post = "post", Delivery = "delivery", Reading = "reading", Person = "person",
        SavedReply = "saved-reply",
        Contact = "contact", Account = "account", Brand = "brand", Highlight = "highlight", Section = "section", Rule = "rule",
        Label = "label", View = "view", Brief = "brief", Promise = "promise",
    }
}

coded! {
    /// What happened.
    Verb {
        Received = "received", Edited = "edited", Reopened = "reopened", Answered = "answered", AnsweredElsewhere = "answered-elsewhere",
        Delegated = "delegated", Snoozed = "snoozed", Closed = "closed", Hidden = "hidden", Sorted = "sorted", Rated = "rated",
        Raised = "raised", Labelled = "labelled", Noted = "noted", Liked = "liked",
        /// It was shared, as it is or with words of ours.
        Shared = "shared",
        SweepStarted = "sweep-started", SweepEnded = "sweep-ended",
        Created = "created", Changed = "changed", Removed = "removed", Moved = "moved", Approved = "approved", PassedOver = "passed-over",
        Voided = "voided", Scheduled = "scheduled", Published = "published",
        Held = "held", TakenBack = "taken-back", Sending = "sending", Sent = "sent", Refused = "refused", Unclear = "unclear", Waiting = "waiting",
        Typed = "typed", Fetched = "fetched", Imported = "imported",
        Connected = "connected", Expired = "expired", Pulled = "pulled", Exported = "exported",
        /// A person was joined to another, or separated again.
        Joined = "joined",
        /// The network tells another name of a person.
        Renamed = "renamed",
        /// A person was taken out of every file.
        Erased = "erased",
        Undone = "undone", Redone = "redone",
        /// Undo went past an act that has left and stands as it is.
        LeftOut = "left-out",
        /// Redo came back past such an act: it is the next that undo meets again.
        CameBack = "came-back",
        /// A proposal of the rules was left.
        Declined = "declined",
    }
}

coded! {
    /// Who did it.
    Actor { Cm = "cm", Ronde = "ronde", Network = "network" }
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its row: later lines have higher ones.
    pub id: EntryId,
    /// When.
    pub at: Moment,
    /// The brand.
    pub brand: BrandId,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub verb: Verb,
    /// What it is about.
    pub subject: Subject,
    /// The row it is about.
    pub row: i64,
    /// What the row held before, where the act can be undone.
    pub before: Option<serde_json::Value>,
    /// What it held after.
    pub after: Option<serde_json::Value>,
    /// The first line of the act it belongs to: acts on several rows are undone whole.
    pub act: EntryId,
}

/// What undo and redo would do next, read from the journal's lines, oldest first.
///
/// Each element names an act by its first line. A new undoable act forgets what could be redone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    /// Acts that can be undone, oldest first, at most [`STEPS`].
    pub undo: Vec<EntryId>,
    /// Acts that can be redone, the next one last.
    pub redo: Vec<EntryId>,
}

impl Verb {
    /// Whether undo and redo wrote it: it says where they went, and is no act of its own.
    #[must_use]
    pub const fn travels(self) -> bool {
        matches!(self, Self::Undone | Self::Redone | Self::LeftOut | Self::CameBack)
    }
}

impl Steps {
    /// Reads the lines of one brand, oldest first.
    pub fn read<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut steps = Self::default();
        for entry in entries {
            match entry.verb {
                Verb::Undone | Verb::LeftOut => {
                    steps.undo.retain(|act| *act != entry.act);
                    steps.redo.push(entry.act);
                }
                Verb::Redone | Verb::CameBack => {
                    steps.redo.retain(|act| *act != entry.act);
                    steps.undo.push(entry.act);
                }
                _ if entry.actor == Actor::Cm && entry.before.is_some() && steps.undo.last() != Some(&entry.act) => {
                    steps.undo.push(entry.act);
                    steps.redo.clear();
                }
                _ => {}
            }
        }
        let extra = steps.undo.len().saturating_sub(STEPS);
        steps.undo.drain(..extra);
        steps
    }
}
