//! A brief: what a contact was asked about a message, and what they answered.
//!
//! Rows and rules alone: what a brief says to whom is written in the language of the screens, elsewhere.

use super::text::SafeText;
use super::time::Moment;
use super::{BrandId, BriefId, ContactId, MessageId};
use serde::{Deserialize, Serialize};

/// What a contact was asked about a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// Its row; 0 before it is stored.
    pub id: BriefId,
    /// The brand.
    pub brand: BrandId,
    /// The message it is about.
    pub message: MessageId,
    /// Who was asked.
    pub contact: ContactId,
    /// What is asked, one line, may be empty.
    pub asked: SafeText,
    /// When it was asked.
    pub at: Moment,
    /// When the answer is expected.
    pub due: Moment,
    /// When it was last asked after.
    pub chased: Option<Moment>,
    /// What the contact answered; empty before they did.
    pub answer: SafeText,
    /// When they answered.
    pub answered: Option<Moment>,
}

impl Brief {
    /// Whether the contact has not answered yet.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.answered.is_none()
    }

    /// Whether the answer should be here by now.
    #[must_use]
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.waits() && self.due <= now
    }
}

/// The longest `mailto:` that the mail programs of every system open whole, in bytes.
pub const MAILTO_LIMIT: usize = 1_900;

/// The address that opens a new mail with its subject and its text, by RFC 6068.
///
/// Everything but letters and digits is escaped, so that an address or a text can't add a copy, a line of the
/// header or another recipient. `None` if it would be longer than [`MAILTO_LIMIT`].
#[must_use]
pub fn mailto(address: &str, subject: &str, body: &str) -> Option<String> {
    let mut url = String::from("mailto:");
    escape(&mut url, address, true);
    url.push_str("?subject=");
    escape(&mut url, subject, false);
    url.push_str("&body=");
    escape(&mut url, body, false);
    (url.len() <= MAILTO_LIMIT).then_some(url)
}

fn escape(url: &mut String, text: &str, is_address: bool) {
    use std::fmt::Write;
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(byte)),
            b'@' if is_address => url.push('@'),
            // Lines of a mail end in both.
            b'\n' => url.push_str("%0D%0A"),
            _ => {
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_mail_can_add_a_recipient_or_a_header() {
        let url = mailto("nadia@example.org?bcc=x@y.example,z@y.example", "Une & deux\nBcc: x", "é=1&cc=x\n+").expect("short");
        assert_eq!(
            url,
            "mailto:nadia@example.org%3Fbcc%3Dx@y.example%2Cz@y.example?subject=Une%20%26%20deux%0D%0ABcc%3A%20x&body=%C3%A9%3D1%26cc%3Dx%0D%0A%2B"
        );
    }

    #[test]
    fn a_mail_that_would_be_cut_is_refused() {
        assert_eq!(mailto("a@b.example", "s", &"é".repeat(400)), None);
        assert!(mailto("a@b.example", "s", &"é".repeat(300)).is_some());
    }
}
