//! A person who wrote to the brand.

use super::message::Tone;
use super::promise::Promise;
use super::reaction::Attention;
use super::text::SafeText;
use super::time::Moment;
use super::{AccountId, BrandId, PersonId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// What a person is to the brand.
    PersonKind {
        /// Not told yet.
        Unknown = "unknown",
        /// Buys or bought.
        Client = "client",
        /// Might buy.
        Prospect = "prospect",
        /// Of the community.
        Member = "member",
        /// Writes for the press.
        Journalist = "journalist",
        /// Is followed by many.
        Influencer = "influencer",
    }
}

/// Who wrote, as the CM knows them. Where the CM joined several, the main one, with the counts of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Its row.
    pub id: PersonId,
    /// The brand that knows them.
    pub brand: BrandId,
    /// The name shown.
    pub name: SafeText,
    /// Their handle on the network where they wrote.
    pub handle: SafeText,
    /// What they are to the brand.
    pub kind: PersonKind,
    /// What the CM noted, may be empty.
    pub note: SafeText,
    /// When they first wrote.
    pub since: Moment,
    /// How many messages they wrote.
    pub messages: u32,
    /// How many of these were answered.
    pub answered: u32,
}

/// One of the names by which a person is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The row that bears it: the main person, or one that was joined to them.
    pub person: PersonId,
    /// The name shown.
    pub name: SafeText,
    /// The handle.
    pub handle: SafeText,
    /// The accounts to which they wrote under it.
    pub accounts: Vec<AccountId>,
}

/// How often the messages of a person were rated so by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tones {
    /// Positive.
    pub positive: u32,
    /// Neutral.
    pub neutral: u32,
    /// Negative.
    pub negative: u32,
}

impl Tones {
    /// How many were rated.
    #[must_use]
    pub const fn rated(self) -> u32 {
        self.positive + self.neutral + self.negative
    }

    /// The tone that most of the rated messages have, and how many; `None` where none is rated or two tones tie.
    #[must_use]
    pub fn usual(self) -> Option<(Tone, u32)> {
        let mut tones = [(Tone::Positive, self.positive), (Tone::Neutral, self.neutral), (Tone::Negative, self.negative)];
        tones.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        (tones[0].1 > tones[1].1).then_some(tones[0])
    }
}

/// What is known of a person, beyond the messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The person.
    pub person: Person,
    /// Every name by which networks know them, the main one first.
    pub aliases: Vec<Alias>,
    /// Names and handles they had before, the newest first.
    pub former: Vec<SafeText>,
    /// The tones of their messages.
    pub tones: Tones,
    /// How many of their messages wait for an outcome.
    pub waiting: u32,
    /// What was promised, what is owed first.
    pub promises: Vec<Promise>,
    /// What they did without words.
    pub attention: Attention,
    /// A note that was being written when Ronde was left.
    pub begun: Option<SafeText>,
}

/// What the erasure of a person took away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// The name they had.
    pub name: SafeText,
    /// Messages emptied.
    pub messages: u32,
    /// Messages that waited for an outcome and were closed.
    pub closed: u32,
    /// Copies of the file that were removed for a new one.
    pub copies: u32,
    /// Whether the file was written anew; else another program held it, and that is done at the next start.
    pub whole: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_tone_is_that_of_most_rated_messages_and_unknown_where_two_tie() {
        let tones = |positive, neutral, negative| Tones { positive, neutral, negative };
        assert_eq!(Tones::default().usual(), None);
        assert_eq!(tones(3, 1, 0).usual(), Some((Tone::Positive, 3)));
        assert_eq!(tones(0, 1, 2).usual(), Some((Tone::Negative, 2)));
        assert_eq!(tones(2, 0, 2).usual(), None);
        assert_eq!(tones(2, 0, 2).rated(), 4);
    }
}
