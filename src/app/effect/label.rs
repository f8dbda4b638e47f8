//! Labels to be put on messages or taken off.

use crate::domain::MessageId;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;

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
