//! Labels to be put on messages or taken off, and the labels of a brand themselves.

use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, LabelId, MessageId};

/// What labels are put on which messages, and which are taken off: one act, undone whole.
///
/// Labels are named, not numbered: a name that the brand does not know yet becomes one of its words, and accents
/// and case make no other label of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelling {
    /// Which messages.
    pub messages: Vec<MessageId>,
    /// Names to put on.
    pub put: Vec<SafeText>,
    /// Names to take off.
    pub take: Vec<SafeText>,
    /// When.
    pub at: Moment,
}

/// Work about the labels of a brand themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelWork {
    /// What each is used for → `LabelUses`.
    Uses(BrandId),
    /// Gives one another name; rules and saved views that name it follow → `Done`.
    Rename(LabelId, SafeText, Moment),
    /// Takes one off every message and away → `Done`.
    Remove(LabelId, Moment),
}

impl LabelWork {
    /// Whether it changes the file.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Uses(_))
    }
}
