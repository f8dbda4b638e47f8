//! What a list of messages is asked for: a view, words, and words with a meaning (`de:marie`).

mod parse;
mod term;

pub use parse::{Nonsense, Why, near};
pub use term::{Pair, Term, state_word};

use super::account::Network;
use super::coded;
use super::message::{MessageKind, StateName, Tone};
use super::time::Day;
use super::{BrandId, MessageId};
use serde::{Deserialize, Serialize};

coded! {
    /// A view of the inbox.
    View { Open = "open", Delegated = "delegated", Snoozed = "snoozed", Answered = "answered", All = "all" }
}

#[expect(clippy::derivable_impls, reason = "the macro that writes the codes of an enum marks no default")]
impl Default for View {
    fn default() -> Self {
        Self::Open
    }
}

/// What messages must match. Everything that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Query {
    /// Words that begin a word of the text, author, handle or note; accents and case are folded.
    pub words: Vec<String>,
    /// Words in a row.
    pub phrases: Vec<String>,
    /// Words that must not occur.
    pub without: Vec<String>,
    /// Part of the author's name or handle.
    pub from: Option<String>,
    /// The network.
    pub network: Option<Network>,
    /// What it is.
    pub kind: Option<MessageKind>,
    /// Its tone.
    pub tone: Option<Tone>,
    /// What was decided; the view says nothing then.
    pub state: Option<StateName>,
    /// Written before this day begins.
    pub before: Option<Day>,
    /// Written on this day or later.
    pub after: Option<Day>,
    /// Labels that it bears, all of them: their names, or how these begin.
    pub labels: Vec<String>,
}

impl Query {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it needs the index of words.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !(self.words.is_empty() && self.phrases.is_empty() && self.without.is_empty())
    }
}

/// The place of a row in its list: rank, then instant, then row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// The lowest first.
    pub rank: i64,
    /// Seconds that order rows of one rank, the lowest first.
    pub order: i64,
    /// The row.
    pub id: MessageId,
}

/// From where a window of rows is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// From the first row on.
    Top,
    /// The last rows.
    Bottom,
    /// The rows after this one.
    After(Key),
    /// The rows before this one.
    Before(Key),
    /// This one and the rows after it, or what follows its place.
    From(Key),
}

/// A request for a window of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The brand.
    pub brand: BrandId,
    /// The view.
    pub view: View,
    /// What must match.
    pub query: Query,
    /// From where.
    pub anchor: Anchor,
    /// How many rows at most.
    pub rows: u16,
    /// Within this sweep: what is left of its frozen list, in its order. View and query say nothing then.
    pub sweep: Option<super::SweepId>,
}
