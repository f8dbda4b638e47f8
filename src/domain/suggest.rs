//! How alike two messages are, by their words: what chooses the past answers that are suggested.
//!
//! A rare word says more than a common one; words that every message holds say nothing.

use super::fold;
use super::text::SafeText;
use super::time::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// Below this two messages are not alike enough to suggest anything.
pub const LIKE: f64 = 0.24;
/// How many answers are suggested.
pub const BEST: usize = 3;
/// The most words of a message that are compared.
const MOST_WORDS: usize = 40;

/// Words that say nothing of what a message is about.
const EMPTY: &[&str] = &[
    "and", "are", "aux", "avec", "avez", "bonjour", "bonsoir", "but", "can", "ces", "cest", "cette", "chez", "comme", "dans", "des",
    "elle", "est", "etes", "fait", "for", "from", "hello", "ils", "les", "leur", "mais", "merci", "mes", "moi", "mon", "non", "nos", "not",
    "notre", "nous", "oui", "par", "pas", "plus", "pour", "que", "qui", "ses", "son", "sont", "sur", "thanks", "that", "the", "this",
    "tout", "tres", "une", "vos", "votre", "vous", "was", "with", "you", "your",
];

/// An answer that the CM gave before, to a message much like this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What was answered, with the name it was for left open.
    pub answer: SafeText,
    /// What it answered, on one line.
    pub asked: SafeText,
    /// When that was asked.
    pub at: Moment,
    /// How alike the two messages are, 1 to 100.
    pub likeness: u8,
}

/// The words of a message that tell what it is about, folded, each once.
#[must_use]
pub fn telling(text: &str) -> BTreeSet<String> {
    let words = fold::words(text).filter(|word| word.chars().count() >= 3 && !EMPTY.contains(&word.as_str()));
    let mut telling = BTreeSet::new();
    for word in words {
        if telling.len() >= MOST_WORDS {
            break;
        }
        telling.insert(word);
    }
    telling
}

/// What a word weighs that stands in so many messages.
#[must_use]
pub fn weight(messages: u32) -> f64 {
    1.0 / (1.0 + f64::from(messages).ln_1p() / 4.0)
}

/// How alike two sets of words are, from 0 (nothing in common) to 1 (the same): twice the weight of what
/// they share over the weight of both (Dice).
#[must_use]
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>, weights: &BTreeMap<String, f64>) -> f64 {
    let weigh = |word: &String| weights.get(word).copied().unwrap_or(0.5);
    let shared: f64 = one.intersection(other).map(weigh).sum();
    let all: f64 = one.iter().map(weigh).sum::<f64>() + other.iter().map(weigh).sum::<f64>();
    if all > 0.0 { 2.0 * shared / all } else { 0.0 }
}

/// The best suggestions, the likest first; of two with the same words the likest stays.
#[must_use]
pub fn best(mut found: Vec<Suggestion>) -> Vec<Suggestion> {
    found.sort_by(|one, other| other.likeness.cmp(&one.likeness).then(other.at.cmp(&one.at)));
    let mut said = BTreeSet::new();
    found.retain(|suggestion| said.insert(fold::fold(suggestion.answer.as_str())));
    found.truncate(BEST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(answer: &str, likeness: u8) -> Suggestion {
        Suggestion { answer: answer.into(), asked: "?".into(), at: Moment::UNIX_EPOCH, likeness }
    }

    #[test]
    fn greetings_tell_nothing() {
        assert!(telling("Bonjour, merci à vous !").is_empty());
        assert_eq!(telling("Bonjour, le COFFRET existe-t-il en décaféiné ?").len(), 3);
    }

    #[test]
    fn the_same_words_are_alike_and_rare_ones_count_more() {
        let one = telling("le coffret décaféiné existe ?");
        let same = telling("Coffret decafeine, existe ?");
        assert!((likeness(&one, &same, &BTreeMap::new()) - 1.0).abs() < 1e-9);
        assert!(likeness(&one, &telling("horaires dimanche"), &BTreeMap::new()) < 1e-9);
        let weights = BTreeMap::from([("coffret".to_owned(), weight(100_000)), ("decafeine".to_owned(), weight(3))]);
        let rare = likeness(&one, &telling("décaféiné grains"), &weights);
        let common = likeness(&one, &telling("coffret grains"), &weights);
        assert!(rare > common, "{rare} {common}");
        assert!(likeness(&BTreeSet::new(), &BTreeSet::new(), &weights) < 1e-9);
    }

    #[test]
    fn one_answer_is_suggested_once_and_the_likest_come_first() {
        let found = vec![suggestion("Oui !", 30), suggestion("oui !", 60), suggestion("Non.", 40), suggestion("a", 5), suggestion("b", 4)];
        let best: Vec<_> = best(found).into_iter().map(|found| (found.answer.to_string(), found.likeness)).collect();
        assert_eq!(best, [("oui !".to_owned(), 60), ("Non.".to_owned(), 40), ("a".to_owned(), 5)]);
    }
}
