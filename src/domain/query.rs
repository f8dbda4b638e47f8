//! What a list of messages is asked for: a view, words, and words with a meaning (`de:marie`).

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
}

/// A word of a query that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nonsense {
    /// The word as typed.
    pub word: String,
    /// The values that its key takes; empty where the key itself is unknown.
    pub allowed: Vec<&'static str>,
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

    /// Reads what was typed. French and English keys and values are both understood, always.
    ///
    /// What can't be understood is left out and told, so that something is still shown.
    #[must_use]
    pub fn parse(typed: &str) -> (Self, Vec<Nonsense>) {
        let mut query = Self::default();
        let mut nonsense = Vec::new();
        for token in tokens(typed) {
            match token {
                Token::Phrase(phrase) => query.phrases.push(phrase),
                Token::Word(word) => query.take(&word, &mut nonsense),
            }
        }
        (query, nonsense)
    }

    fn take(&mut self, word: &str, nonsense: &mut Vec<Nonsense>) {
        if let Some(rest) = word.strip_prefix('-').filter(|rest| !rest.is_empty() && !rest.contains(':')) {
            self.without.push(rest.to_owned());
            return;
        }
        let Some((key, value)) = word.split_once(':').filter(|(key, _)| !key.is_empty() && key.chars().all(char::is_alphabetic)) else {
            if word.chars().any(char::is_alphanumeric) {
                self.words.push(word.to_owned());
            }
            return;
        };
        if value.starts_with("//") {
            self.words.push(word.to_owned());
            return;
        }
        if let Err(allowed) = self.set(&fold(key), value) {
            // A half-typed `de:` asks for nothing yet.
            if !value.is_empty() || allowed.is_empty() {
                nonsense.push(Nonsense { word: word.to_owned(), allowed });
            }
        }
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Vec<&'static str>> {
        match key {
            "de" | "from" | "par" | "by" if value.is_empty() => {}
            "de" | "from" | "par" | "by" => self.from = Some(value.to_owned()),
            "reseau" | "network" => {
                let wanted = fold(value);
                let found =
                    Network::ALL.iter().find(|network| network.code() == wanted || (wanted == "autre" && **network == Network::Other));
                self.network = Some(*found.ok_or_else(|| Network::ALL.iter().map(|network| network.code()).collect::<Vec<_>>())?);
            }
            "type" | "kind" => self.kind = Some(one_of(KINDS, value)?),
            "ton" | "tone" => self.tone = Some(one_of(TONES, value)?),
            "etat" | "state" => self.state = Some(one_of(STATES, value)?),
            "avant" | "before" => self.before = Some(day(value)?),
            "apres" | "depuis" | "after" | "since" => self.after = Some(day(value)?),
            _ => return Err(Vec::new()),
        }
        Ok(())
    }
}

const KINDS: &[(&str, MessageKind)] = &[
    ("question", MessageKind::Question),
    ("plainte", MessageKind::Complaint),
    ("complaint", MessageKind::Complaint),
    ("achat", MessageKind::Purchase),
    ("purchase", MessageKind::Purchase),
    ("compliment", MessageKind::Praise),
    ("praise", MessageKind::Praise),
    ("mention", MessageKind::Mention),
    ("spam", MessageKind::Spam),
    ("aucun", MessageKind::Unsorted),
    ("unsorted", MessageKind::Unsorted),
];
const TONES: &[(&str, Tone)] = &[
    ("+", Tone::Positive),
    ("=", Tone::Neutral),
    ("-", Tone::Negative),
    ("positif", Tone::Positive),
    ("positive", Tone::Positive),
    ("neutre", Tone::Neutral),
    ("neutral", Tone::Neutral),
    ("negatif", Tone::Negative),
    ("negative", Tone::Negative),
];
const STATES: &[(&str, StateName)] = &[
    ("ouvert", StateName::Open),
    ("open", StateName::Open),
    ("repondu", StateName::Answered),
    ("answered", StateName::Answered),
    ("delegue", StateName::Delegated),
    ("delegated", StateName::Delegated),
    ("suspendu", StateName::Snoozed),
    ("snoozed", StateName::Snoozed),
    ("archive", StateName::Closed),
    ("closed", StateName::Closed),
    ("masque", StateName::Hidden),
    ("hidden", StateName::Hidden),
];

fn one_of<T: Copy>(table: &[(&'static str, T)], value: &str) -> Result<T, Vec<&'static str>> {
    let wanted = fold(value);
    let found = table.iter().find(|(word, _)| *word == wanted);
    found.map(|(_, value)| *value).ok_or_else(|| table.iter().map(|(word, _)| *word).collect())
}

fn day(value: &str) -> Result<Day, Vec<&'static str>> {
    value.parse().map_err(|_| vec!["2026-11-01"])
}

/// Lower case without the accents of French, for the words of the query itself.
fn fold(word: &str) -> String {
    let plain = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'û' | 'ù' => 'u',
        'ç' => 'c',
        _ => c,
    };
    word.to_lowercase().chars().map(plain).collect()
}

enum Token {
    Word(String),
    Phrase(String),
}

/// Splits what was typed at spaces; quotes, straight or French, hold words together. A quote that
/// is not closed yet holds up to the end.
fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut chars = typed.chars();
    while let Some(c) = chars.next() {
        let closing = match c {
            '"' => '"',
            '«' => '»',
            '“' => '”',
            _ if c.is_whitespace() => {
                push_word(&mut tokens, &mut word);
                continue;
            }
            _ => {
                word.push(c);
                continue;
            }
        };
        push_word(&mut tokens, &mut word);
        let phrase: String = chars.by_ref().take_while(|c| *c != closing).collect();
        if phrase.chars().any(char::is_alphanumeric) {
            tokens.push(Token::Phrase(phrase.trim().to_owned()));
        }
    }
    push_word(&mut tokens, &mut word);
    tokens
}

fn push_word(tokens: &mut Vec<Token>, word: &mut String) {
    if !word.is_empty() {
        tokens.push(Token::Word(std::mem::take(word)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_english_keys_mean_the_same() {
        let (french, none) = Query::parse("de:marie réseau:mastodon type:plainte ton:- état:ouvert avant:2026-11-01 \"mot exact\" -mot");
        let (english, also_none) =
            Query::parse("from:marie network:mastodon kind:complaint tone:negative state:open before:2026-11-01 “mot exact” -mot");
        assert_eq!(none, []);
        assert_eq!(also_none, []);
        assert_eq!(french, english);
        assert_eq!(french.kind, Some(MessageKind::Complaint));
        assert_eq!(french.phrases, ["mot exact"]);
        assert_eq!(french.without, ["mot"]);
    }

    #[test]
    fn what_means_nothing_is_told_and_the_rest_still_asks() {
        let (query, nonsense) = Query::parse("colis type:plinte");
        assert_eq!(query.words, ["colis"]);
        assert_eq!(nonsense[0].word, "type:plinte");
        assert!(nonsense[0].allowed.contains(&"plainte"));
    }

    #[test]
    fn a_link_is_a_word() {
        assert_eq!(Query::parse("https://exemple.fr").0.words, ["https://exemple.fr"]);
    }
}
