//! Work for the desktop: the browser, the clipboard, the CM's own editor, files.

use crate::domain::facts::Section;
use crate::domain::text::SafeText;
use crate::domain::{MessageId, PostId, VariantId};

/// Work for the desktop.
#[derive(Debug, Clone, PartialEq)]
pub enum Desktop {
    /// Opens an `http(s)` address in the browser.
    Browse(SafeText),
    /// Puts a text on the clipboard.
    Copy(SafeText),
    /// Lets the CM write in their own editor → `Event::Edited`.
    Edit {
        /// What the answer is for.
        what: EditWhat,
        /// The text so far.
        text: SafeText,
    },
    /// Writes a report to files → `Event::Wrote`.
    WriteReport {
        /// What it says.
        report: Box<crate::domain::report::Report>,
        /// In which forms.
        formats: Vec<crate::domain::report::Format>,
        /// Into which folder; empty for the one of the settings.
        folder: SafeText,
    },
    /// Reads a file of public holidays → `Event::Holidays`.
    ReadHolidays(SafeText),
    /// Stops the program until the shell brings it back.
    Suspend,
}

/// What a text edited outside is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditWhat {
    /// The answer being written.
    Answer(MessageId),
    /// The text of a post.
    Post(PostId, Option<VariantId>),
    /// A text of the report.
    Section(Section),
}
