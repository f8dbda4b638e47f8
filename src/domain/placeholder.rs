//! Placeholders of a text: words in braces that are filled in before it leaves.
//!
//! A pair of braces around anything else is a text of its own and is left alone.

use super::fold::fold;
use std::ops::Range;

/// The longest name of a placeholder, in bytes.
const LONGEST: usize = 40;

/// What a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The first name of who wrote.
    FirstName,
    /// The account that answers.
    Account,
    /// Anything else: asked when the text is inserted. `{lien}` is, too: only the CM knows which one.
    Asked,
}

impl Slot {
    /// What the name in the braces stands for, in French or in English.
    #[must_use]
    pub fn of(name: &str) -> Self {
        match fold(name).as_str() {
            "prenom" | "firstname" | "first name" => Self::FirstName,
            "compte" | "account" => Self::Account,
            _ => Self::Asked,
        }
    }
}

/// What is known without asking.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// The first name of who wrote, if their name tells one.
    pub first_name: Option<&'a str>,
    /// The account that answers.
    pub account: Option<&'a str>,
}

/// The places of all placeholders of a text, braces included.
#[must_use]
pub fn places(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('{').map(|at| from + at) {
        let inside = &text[at + 1..];
        let near = &inside[..inside.floor_char_boundary(LONGEST + 1)];
        match near.find('}').filter(|to| is_name(&inside[..*to])) {
            Some(to) => {
                places.push(at..at + to + 2);
                from = at + to + 2;
            }
            None => from = at + 1,
        }
    }
    places
}

fn is_name(word: &str) -> bool {
    word.trim() == word && !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || " _-'’".contains(c))
}

/// The first placeholder of a text, braces included.
#[must_use]
pub fn first(text: &str) -> Option<&str> {
    places(text).first().map(|place| &text[place.clone()])
}

/// Fills in what is known. What is not stays as it is.
#[must_use]
pub fn fill(text: &str, known: Known<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut end = 0;
    for place in places(text) {
        filled.push_str(&text[end..place.start]);
        end = place.end;
        let whole = &text[place];
        let value = match Slot::of(&whole[1..whole.len() - 1]) {
            Slot::FirstName => known.first_name,
            Slot::Account => known.account,
            Slot::Asked => None,
        };
        filled.push_str(value.unwrap_or(whole));
    }
    filled.push_str(&text[end..]);
    filled
}

/// The placeholders that are left, each once, in their order, braces included.
#[must_use]
pub fn left(text: &str) -> Vec<String> {
    let mut left: Vec<String> = Vec::new();
    for place in places(text) {
        let whole = &text[place];
        if !left.iter().any(|known| known == whole) {
            left.push(whole.to_owned());
        }
    }
    left
}

/// The first name that a name tells; `None` for one that is no name of a person.
#[must_use]
pub fn first_name(author: &str) -> Option<String> {
    let word = author.split_whitespace().next()?.trim_end_matches([',', '.']);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_name = letters >= 2 && word.chars().all(|c| c.is_alphabetic() || "-'’".contains(c));
    let mut chars = word.chars();
    let head = chars.next().filter(|_| is_name)?;
    Some(head.to_uppercase().chain(chars).collect())
}

/// A text in which the first name of `author` is a placeholder again: an answer once given to one person
/// never greets another by that name.
#[must_use]
pub fn without_name(text: &str, author: &str) -> String {
    let Some(name) = first_name(author).filter(|name| name.chars().count() >= 2) else { return text.to_owned() };
    let mut open = String::with_capacity(text.len());
    let mut end = 0;
    for (at, found) in text.match_indices(&name) {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[at + found.len()..].chars().next().is_some_and(char::is_alphanumeric);
        if before || after {
            continue;
        }
        open.push_str(&text[end..at]);
        open.push_str("{prénom}");
        end = at + found.len();
    }
    open.push_str(&text[end..]);
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_braces_is_a_placeholder_and_code_is_not() {
        assert_eq!(first("Bonjour {prénom} !"), Some("{prénom}"));
        assert_eq!(first("{{prénom}}"), Some("{prénom}"));
        assert_eq!(first("fn main() { }"), None);
        assert_eq!(first("{ \"a\": 1 }"), None);
        assert_eq!(first(&format!("{{{}}}", "é".repeat(40))), None);
    }

    #[test]
    fn what_is_known_is_filled_in_and_the_rest_is_left_to_ask() {
        let known = Known { first_name: Some("Léa"), account: Some("@lumen") };
        let filled = fill("Bonjour {prénom} ! {Account} : {lien}, {numéro de commande}, {lien}", known);
        assert_eq!(filled, "Bonjour Léa ! @lumen : {lien}, {numéro de commande}, {lien}");
        assert_eq!(left(&filled), ["{lien}", "{numéro de commande}"]);
        assert_eq!(fill("Hi {firstname}", Known::default()), "Hi {firstname}");
    }

    #[test]
    fn a_first_name_is_told_by_a_name_only() {
        assert_eq!(first_name("Élodie Petit").as_deref(), Some("Élodie"));
        assert_eq!(first_name("jean-luc").as_deref(), Some("Jean-luc"));
        for name in ["julie_mrt", "@lea", "x", "🌱 Vert", "coffee4you", ""] {
            assert_eq!(first_name(name), None, "{name}");
        }
    }

    #[test]
    fn an_answer_forgets_the_name_it_was_for() {
        assert_eq!(without_name("Bonjour Léa, Léandre est là", "Léa Martin"), "Bonjour {prénom}, Léandre est là");
        assert_eq!(without_name("Bonjour !", "cafe_99"), "Bonjour !");
    }
}
