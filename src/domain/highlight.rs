//! A highlight: something kept for the report the moment it happens.

use super::text::SafeText;
use super::time::Moment;
use super::{BrandId, ContactId, HighlightId, MessageId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// What is kept.
    HighlightKind {
        /// A win: praise, press, a result (« bravo »).
        Win = "win",
        /// A request or a suggestion passed to a colleague (« retour »).
        Feedback = "feedback",
        /// A note.
        Note = "note",
    }
}

coded! {
    /// Whether the author agreed that their words are shown with their name.
    Consent {
        /// Nobody asked.
        NotAsked = "not-asked",
        /// They were asked, and have not said yet.
        Asked = "asked",
        /// They agreed.
        Given = "given",
    }
}

/// Something kept for the report. It holds its own text: the message may be deleted by its author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    /// Its row; 0 before it is stored.
    pub id: HighlightId,
    /// The brand.
    pub brand: BrandId,
    /// What is kept.
    pub kind: HighlightKind,
    /// The words.
    pub text: SafeText,
    /// Who said it, may be empty.
    pub author: SafeText,
    /// Where it stands on the web.
    pub url: Option<SafeText>,
    /// The message it comes from.
    pub message: Option<MessageId>,
    /// To whom a feedback goes.
    pub contact: Option<ContactId>,
    /// When it was kept.
    pub at: Moment,
    /// Whether its author may be named.
    #[serde(default = "not_asked")]
    pub consent: Consent,
    /// Where they said so, one line, may be empty.
    #[serde(default)]
    pub consent_where: SafeText,
}

/// What lines of the journal from before consents were kept mean.
const fn not_asked() -> Consent {
    Consent::NotAsked
}

impl Highlight {
    /// Whom a report may name: a win names its author only with their consent.
    #[must_use]
    pub fn named(&self) -> &SafeText {
        const NOBODY: &SafeText = &SafeText::EMPTY;
        match (self.kind, self.consent) {
            (HighlightKind::Win, Consent::NotAsked | Consent::Asked) => NOBODY,
            (HighlightKind::Win, Consent::Given) | (HighlightKind::Feedback | HighlightKind::Note, _) => &self.author,
        }
    }
}
