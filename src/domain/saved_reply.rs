//! A saved reply: a text with placeholders that the CM keeps, in French or in English.
//!
//! Replies of one name are the variants of each other, one a language.

use super::fold::words;
use super::text::SafeText;
use super::{BrandId, SavedReplyId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// The language of a saved reply.
    Tongue { French = "fr", English = "en" }
}

/// Common words of French that English does not have.
const FRENCH: &[&str] = &[
    "au", "aux", "avec", "bonjour", "bonsoir", "c", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "elle", "en", "est", "et", "il",
    "j", "je", "l", "la", "le", "les", "leur", "ma", "mais", "merci", "mes", "moi", "mon", "ne", "nous", "on", "ou", "par", "pas", "plus",
    "pour", "qu", "que", "quel", "quelle", "qui", "s", "sa", "sont", "sur", "trop", "tres", "un", "une", "vos", "votre", "vous", "y",
];
/// Common words of English that French does not have.
const ENGLISH: &[&str] = &[
    "and", "any", "are", "can", "did", "do", "does", "for", "from", "has", "have", "hello", "hi", "how", "i", "in", "is", "it", "m", "my",
    "not", "of", "our", "please", "so", "thank", "thanks", "that", "the", "there", "they", "this", "to", "was", "we", "what", "when",
    "where", "will", "with", "would", "you", "your",
];

impl Tongue {
    /// The language that a text seems to be in, by its common words; `None` where they don't tell.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let (mut french, mut english) = (0, 0);
        for word in words(text).take(200) {
            french += u32::from(FRENCH.contains(&word.as_str()));
            english += u32::from(ENGLISH.contains(&word.as_str()));
        }
        match french.cmp(&english) {
            std::cmp::Ordering::Greater => Some(Self::French),
            std::cmp::Ordering::Less => Some(Self::English),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::French => Self::English,
            Self::English => Self::French,
        }
    }
}

/// A saved reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedReply {
    /// Its row; 0 before it is stored.
    pub id: SavedReplyId,
    /// The brand in whose name it speaks.
    pub brand: BrandId,
    /// By what it is found, one line.
    pub name: SafeText,
    /// Its language.
    pub language: Tongue,
    /// What it says, with placeholders.
    pub text: SafeText,
}

/// The variant of `name` in `tongue`, else the one there is.
#[must_use]
pub fn variant<'a>(replies: &[&'a SavedReply], name: &SafeText, tongue: Tongue) -> Option<&'a SavedReply> {
    let of_name = || replies.iter().copied().filter(|reply| reply.name == *name);
    of_name().find(|reply| reply.language == tongue).or_else(|| of_name().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_told_by_its_common_words() {
        assert_eq!(Tongue::of("Bonjour, où est mon colis ?"), Some(Tongue::French));
        assert_eq!(Tongue::of("Hi, where is my parcel?"), Some(Tongue::English));
        assert_eq!(Tongue::of("Super ! 🎉"), None);
        assert_eq!(Tongue::of(""), None);
    }
}
