//! Work for the desktop: the browser, the clipboard, the CM's own editor, files.

use crate::domain::facts::Section;
use crate::domain::text::SafeText;
use crate::domain::{MessageId, PostId, VariantId};

/// Work for the desktop.
#[derive(Debug, Clone, PartialEq)]
pub enum Desktop {
    /// Opens an `http(s)` address in the browser.
    Browse(SafeText),
    /// Opens a new mail by its `mailto:` address.
    Mail(SafeText),
    /// Writes a brief into the folder of briefs → `Event::WroteBrief`.
    WriteBrief {
        /// The name of the file, of our own making.
        name: SafeText,
        /// What it says.
        text: SafeText,
    },
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
    /// Writes all that is known of a person beside the reports → `Event::WrotePerson`.
    WritePerson {
        /// The name of the file.
        name: SafeText,
        /// What is in it.
        text: String,
    },
    /// Reads or writes a file of saved replies → `Event::Replies`.
    Replies(crate::replies::file::FileAsk),
    /// Reads a file of public holidays → `Event::Holidays`.
    ReadHolidays(SafeText),
    /// Looks at the files that go with a post → `Event::LookedAt`.
    LookAt {
        /// The post.
        post: PostId,
        /// The files.
        paths: Vec<SafeText>,
    },
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
    /// The text of the notebook that is being written.
    Notebook,
}
