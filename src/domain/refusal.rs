//! Why Ronde itself refuses an act before it leaves: data, so that each language says it its own way.
//!
//! It travels where a network's words do, under a mark that no network's words begin with.

use super::text::SafeText;
use serde::{Deserialize, Serialize};

/// Marks words that are data.
const MARK: &str = "~refusal:";

/// Why an act can't be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Refusal {
    /// The text has more signs than the network takes.
    TooLong {
        /// The signs it has.
        used: u64,
        /// The most there may be.
        limit: u64,
    },
    /// The text has more bytes than the network takes: emoji hold many.
    TooManyBytes {
        /// The bytes it has.
        used: u64,
        /// The most there may be.
        limit: u64,
    },
    /// More files than the network takes.
    TooManyMedia {
        /// How many there are.
        used: u64,
        /// The most there may be.
        limit: u64,
    },
    /// A file is not there any more.
    FileMissing {
        /// The file.
        file: SafeText,
    },
    /// A file is there, and the system does not let it be read.
    FileUnreadable {
        /// The file.
        file: SafeText,
    },
    /// A folder, or something else that holds no picture.
    NotAFile {
        /// What was taken for a file.
        file: SafeText,
    },
    /// A file is larger than Ronde sends.
    FileTooLarge {
        /// The file.
        file: SafeText,
        /// Its bytes.
        bytes: u64,
        /// The most there may be.
        limit: u64,
    },
    /// The files took longer to arrive than Ronde waits.
    UploadTooSlow {
        /// The file that was on its way.
        file: SafeText,
        /// How long was waited for all of them.
        seconds: u64,
    },
    /// A file is larger than the network takes.
    MediaTooLarge {
        /// The file.
        file: SafeText,
        /// Its bytes.
        bytes: u64,
        /// The most there may be.
        limit: u64,
    },
    /// A file is not a picture that the network takes.
    NotAPicture {
        /// The file.
        file: SafeText,
    },
    /// A description is longer than the network takes.
    AltTooLong {
        /// The file.
        file: SafeText,
        /// The signs it has.
        used: u64,
        /// The most there may be.
        limit: u64,
    },
    /// The account does not offer this.
    NotOffered,
    /// What it is about is not there any more.
    Gone,
    /// The author blocks the account, or the account blocks the author.
    Blocked,
    /// The author of the conversation lets only some people answer.
    RepliesClosed,
    /// The author does not let it be quoted.
    QuotesClosed,
    /// What is beneath somebody else's post can't be hidden.
    NotBeneathOurs,
    /// What somebody else said can't be deleted.
    NotOurs,
    /// No more answers can be hidden beneath one post.
    GateFull {
        /// The most there may be.
        limit: u64,
    },
}

impl Refusal {
    /// As it is kept in the place of a network's words.
    #[must_use]
    pub fn to_words(&self) -> SafeText {
        SafeText::line(&format!("{MARK}{}", serde_json::to_string(self).unwrap_or_default()))
    }

    /// From what is kept; `None` if these are the network's own words.
    #[must_use]
    pub fn from_words(words: &SafeText) -> Option<Self> {
        serde_json::from_str(words.as_str().strip_prefix(MARK)?).ok()
    }

    /// The stable word for it in `--json`, without its figures.
    #[must_use]
    pub fn code(&self) -> String {
        let data = serde_json::to_value(self).unwrap_or_default();
        data.get("why").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_comes_back_from_its_words_and_a_networks_words_stay_words() {
        for refusal in [
            Refusal::TooLong { used: 312, limit: 300 },
            Refusal::MediaTooLarge { file: SafeText::line("une tasse \"x\".png"), bytes: 3_200_000, limit: 1_000_000 },
            Refusal::Gone,
        ] {
            assert_eq!(Refusal::from_words(&refusal.to_words()), Some(refusal));
        }
        assert_eq!(Refusal::TooLong { used: 312, limit: 300 }.code(), "too-long");
        for words in ["Text is too long", "~refusal:", "~refusal:{\"why\":\"other\"}", ""] {
            assert_eq!(Refusal::from_words(&SafeText::line(words)), None);
        }
    }
}
