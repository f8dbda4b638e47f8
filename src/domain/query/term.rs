//! The words of a query that have a meaning, and the values they take, in both languages. The one list of them.

use super::super::account::Network;
use super::super::coded;
use super::super::message::{MessageKind, StateName, Tone};
use crate::domain::fold::fold;

coded! {
    /// A word before a colon.
    Term {
        From = "from", Network = "network", Kind = "type", Tone = "tone", State = "state", Before = "before", After = "after",
        Label = "label",
    }
}

/// A word in French and in English.
pub type Pair = [&'static str; 2];

impl Term {
    /// Its names as screens write them.
    #[must_use]
    pub const fn names(self) -> Pair {
        match self {
            Self::From => ["de", "from"],
            Self::Network => ["réseau", "network"],
            Self::Kind => ["type", "type"],
            Self::Tone => ["ton", "tone"],
            Self::State => ["état", "state"],
            Self::Before => ["avant", "before"],
            Self::After => ["après", "after"],
            Self::Label => ["étiquette", "label"],
        }
    }

    /// Other names that are understood.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::From => &["par", "by", "auteur", "author"],
            Self::Network | Self::Tone => &[],
            Self::Kind => &["kind"],
            Self::State => &["statut", "status"],
            Self::Before => &["until"],
            Self::After => &["depuis", "since"],
            Self::Label => &["tag"],
        }
    }

    /// The term of this name, in either language, accents and case folded.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let wanted = fold(name);
        let is = |term: &&Self| term.names().iter().chain(term.aliases()).any(|known| fold(known) == wanted);
        Self::ALL.iter().find(is).copied()
    }

    /// The values it takes, as screens write them; empty where anything goes.
    #[must_use]
    pub fn values(self) -> Vec<Pair> {
        match self {
            Self::Network => Network::ALL.iter().map(|network| network_names(*network)).collect(),
            Self::Kind => KINDS.iter().map(|(names, _)| *names).collect(),
            Self::Tone => TONES.iter().map(|(names, _)| *names).collect(),
            Self::State => STATES.iter().map(|(names, _)| *names).collect(),
            Self::From | Self::Before | Self::After | Self::Label => Vec::new(),
        }
    }
}

/// The names of a network: its code, but for the one that has no name of its own.
const fn network_names(network: Network) -> Pair {
    match network {
        Network::Other => ["autre", "other"],
        named => [named.code(), named.code()],
    }
}

const KINDS: &[(Pair, MessageKind)] = &[
    (["question", "question"], MessageKind::Question),
    (["plainte", "complaint"], MessageKind::Complaint),
    (["achat", "purchase"], MessageKind::Purchase),
    (["compliment", "praise"], MessageKind::Praise),
    (["mention", "mention"], MessageKind::Mention),
    (["spam", "spam"], MessageKind::Spam),
    (["aucun", "unsorted"], MessageKind::Unsorted),
];
const TONES: &[(Pair, Tone)] = &[
    (["+", "+"], Tone::Positive),
    (["=", "="], Tone::Neutral),
    (["-", "-"], Tone::Negative),
    (["positif", "positive"], Tone::Positive),
    (["neutre", "neutral"], Tone::Neutral),
    (["négatif", "negative"], Tone::Negative),
    (["aucun", "unrated"], Tone::Unrated),
];
const STATES: &[(Pair, StateName)] = &[
    (["ouvert", "open"], StateName::Open),
    (["répondu", "answered"], StateName::Answered),
    (["délégué", "delegated"], StateName::Delegated),
    (["suspendu", "snoozed"], StateName::Snoozed),
    (["archivé", "closed"], StateName::Closed),
    (["masqué", "hidden"], StateName::Hidden),
];

fn named<T: Copy>(table: &[(Pair, T)], name: &str) -> Option<T> {
    let wanted = fold(name);
    table.iter().find(|(names, _)| names.iter().any(|known| fold(known) == wanted)).map(|(_, value)| *value)
}

/// The type of this name.
pub(super) fn kind(name: &str) -> Option<MessageKind> {
    named(KINDS, name)
}

/// The tone of this name or sign.
pub(super) fn tone(name: &str) -> Option<Tone> {
    // Keyboards and texts bring longer dashes for a minus.
    named(TONES, if matches!(name, "−" | "–" | "—") { "-" } else { name })
}

/// The state of this name.
pub(super) fn state(name: &str) -> Option<StateName> {
    named(STATES, name)
}

/// The words that ask for a state, `état:ouvert` or `state:open`.
#[must_use]
pub fn state_word(state: StateName, french: bool) -> String {
    let column = usize::from(!french);
    let names = STATES.iter().find(|(_, known)| *known == state).map_or("", |(names, _)| names[column]);
    format!("{}:{names}", Term::State.names()[column])
}

/// The network of this name.
pub(super) fn network(name: &str) -> Option<Network> {
    let wanted = fold(name);
    Network::ALL.iter().find(|network| network_names(**network).iter().any(|known| fold(known) == wanted)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_that_is_offered_is_understood_in_both_languages() {
        let understood = |term: Term, word: &str| match term {
            Term::Network => network(word).is_some(),
            Term::Kind => kind(word).is_some(),
            Term::Tone => tone(word).is_some(),
            Term::State => state(word).is_some(),
            Term::From | Term::Before | Term::After | Term::Label => true,
        };
        for term in Term::ALL {
            for name in term.names() {
                assert_eq!(Term::named(name), Some(*term), "{name}");
            }
            for word in term.values().into_iter().flatten() {
                assert!(understood(*term, word), "{word}");
            }
        }
    }

    #[test]
    fn a_state_is_asked_for_in_the_words_of_the_screen() {
        assert_eq!(state_word(StateName::Open, true), "état:ouvert");
        assert_eq!(state_word(StateName::Snoozed, false), "state:snoozed");
    }
}
