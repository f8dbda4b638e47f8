//! Reading what was typed. It never fails: what can't be understood is left out and told.

use super::super::time::Day;
use super::Query;
use super::term::{Pair, Term, kind, network, state, tone};
use crate::domain::fold::fold;

/// A word of a query that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nonsense {
    /// The word as typed; of a label its name alone.
    pub word: String,
    /// Why it means nothing.
    pub why: Why,
}

/// Why a word of a query means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No word of a query is called so; perhaps another one was meant.
    Key(Option<Term>),
    /// It does not take this value; perhaps another one was meant.
    Value(Term, Option<Pair>),
    /// This is no day.
    Day(Term),
    /// The brand has no such label; perhaps another one was meant.
    Label(Option<String>),
    /// A minus goes before plain words only.
    Without,
}

impl Query {
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
                Token::Value(key, value) => query.set(&key, &value, &mut nonsense),
            }
        }
        (query, nonsense)
    }

    /// The key at the end of what was typed that waits for its value.
    #[must_use]
    pub fn waits_for(typed: &str) -> Option<Term> {
        let (_, last) = typed.rsplit_once(char::is_whitespace).unwrap_or(("", typed));
        last.strip_suffix(':').and_then(Term::named)
    }

    /// Takes out labels that the brand does not have, and tells them. `known` are the names of those it has.
    pub fn check_labels<'a>(&mut self, known: &(impl Iterator<Item = &'a str> + Clone)) -> Vec<Nonsense> {
        let is_known = |wanted: &str| known.clone().any(|name| fold(name).starts_with(wanted));
        let mut nonsense = Vec::new();
        self.labels.retain(|label| {
            let found = is_known(&fold(label));
            if !found {
                nonsense.push(Nonsense { word: label.clone(), why: Why::Label(near(label, known.clone()).map(str::to_owned)) });
            }
            found
        });
        nonsense
    }

    fn take(&mut self, word: &str, nonsense: &mut Vec<Nonsense>) {
        let key = |word: &str| word.split_once(':').map(|(key, _)| key.to_owned()).filter(|key| is_key(key));
        if let Some(rest) = word.strip_prefix('-').filter(|rest| !rest.is_empty()) {
            match key(rest).filter(|key| Term::named(key).is_some()) {
                Some(_) => nonsense.push(Nonsense { word: word.to_owned(), why: Why::Without }),
                None => self.without.extend(Some(plain_sign(rest)).filter(|rest| says_something(rest))),
            }
            return;
        }
        let Some((key, value)) = word.split_once(':').filter(|(key, value)| is_key(key) && !value.starts_with("//")) else {
            self.words.extend(Some(plain_sign(word)).filter(|word| says_something(word)));
            return;
        };
        self.set(key, value, nonsense);
    }

    fn set(&mut self, key: &str, value: &str, nonsense: &mut Vec<Nonsense>) {
        let word = format!("{key}:{value}");
        let Some(term) = Term::named(key) else {
            let names = Term::ALL.iter().flat_map(|term| term.names());
            nonsense.push(Nonsense { word, why: Why::Key(near(key, names).and_then(Term::named)) });
            return;
        };
        // A half-typed `de:` asks for nothing yet.
        if value.is_empty() {
            return;
        }
        let day = || value.parse::<Day>().ok().or_else(|| french_day(value));
        let known = match term {
            Term::From => put(&mut self.from, Some(value.to_owned())),
            Term::Network => put(&mut self.network, network(value)),
            Term::Kind => put(&mut self.kind, kind(value)),
            Term::Tone => put(&mut self.tone, tone(value)),
            Term::State => put(&mut self.state, state(value)),
            Term::Before => put(&mut self.before, day()),
            Term::After => put(&mut self.after, day()),
            Term::Label => {
                self.labels.push(value.to_owned());
                true
            }
        };
        if !known {
            let why = match term {
                Term::Before | Term::After => Why::Day(term),
                Term::From | Term::Network | Term::Kind | Term::Tone | Term::State | Term::Label => {
                    let values = term.values();
                    let found = near(value, values.iter().flatten().copied());
                    Why::Value(term, found.and_then(|found| values.iter().find(|pair| pair.contains(&found)).copied()))
                }
            };
            nonsense.push(Nonsense { word, why });
        }
    }
}

fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if known {
        *place = value;
    }
    known
}

/// A day as French people write it: `01/11/2026`.
fn french_day(value: &str) -> Option<Day> {
    Day::parse_from_str(value, "%d/%m/%Y").ok()
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(char::is_alphabetic)
}

/// Whether a word holds something to look for: a letter, a digit, an emoji. Bare punctuation does not.
fn says_something(word: &str) -> bool {
    word.chars().any(|c| c.is_alphanumeric() || is_sign(c))
}

/// An emoji or another sign that people write for its own sake.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{20a0}'..='\u{20cf}' | '\u{2100}'..='\u{2bff}' | '\u{3030}'..='\u{303d}' | '\u{1f000}'..='\u{1faff}')
}

/// A word without what only changes the looks of an emoji: it is found however it was written.
fn plain_sign(word: &str) -> String {
    if word.chars().any(char::is_alphanumeric) {
        return word.to_owned();
    }
    word.chars().filter(|c| !matches!(c, '\u{fe0e}' | '\u{fe0f}')).collect()
}

/// The known word that was probably meant: one or two letters away.
#[must_use]
pub fn near<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    let letters = typed.chars().count();
    let most = if letters <= 3 { 1 } else { 2 };
    known
        .map(|word| (strsim::damerau_levenshtein(&typed, &fold(word)), word))
        .filter(|(apart, word)| *apart <= most && *apart < letters && *apart < word.chars().count())
        .min_by_key(|(apart, _)| *apart)
        .map(|(_, word)| word)
}

enum Token {
    Word(String),
    Phrase(String),
    /// `étiquette:"deux mots"`.
    Value(String, String),
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
        let phrase: String = chars.by_ref().take_while(|c| *c != closing).collect();
        let phrase = phrase.trim();
        if let Some(key) = word.strip_suffix(':').filter(|key| is_key(key)) {
            tokens.push(Token::Value(key.to_owned(), phrase.to_owned()));
            word.clear();
            continue;
        }
        push_word(&mut tokens, &mut word);
        if phrase.chars().any(char::is_alphanumeric) {
            tokens.push(Token::Phrase(phrase.to_owned()));
        } else if says_something(phrase) {
            // The index knows letters and digits alone.
            tokens.push(Token::Word(phrase.to_owned()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::{MessageKind, Tone};

    fn whys(typed: &str) -> Vec<Why> {
        Query::parse(typed).1.into_iter().map(|nonsense| nonsense.why).collect()
    }

    #[test]
    fn french_and_english_keys_mean_the_same() {
        let (french, none) =
            Query::parse("de:marie réseau:mastodon type:plainte ton:- état:ouvert avant:2026-11-01 étiquette:sav \"mot exact\" -mot");
        let (english, also_none) = Query::parse(
            "from:marie network:mastodon kind:complaint tone:negative state:open before:01/11/2026 label:sav “mot exact” -mot",
        );
        assert_eq!(none, []);
        assert_eq!(also_none, []);
        assert_eq!(french, english);
        assert_eq!(french.kind, Some(MessageKind::Complaint));
        assert_eq!(french.phrases, ["mot exact"]);
        assert_eq!(french.without, ["mot"]);
        assert_eq!(french.labels, ["sav"]);
    }

    #[test]
    fn what_means_nothing_is_told_and_the_rest_still_asks() {
        let (query, nonsense) = Query::parse("colis type:plinte");
        assert_eq!(query.words, ["colis"]);
        assert_eq!(nonsense, [Nonsense { word: "type:plinte".into(), why: Why::Value(Term::Kind, Some(["plainte", "complaint"])) }]);
        assert_eq!(
            whys("resau:x ton:zzzzzz avant:hier foobar:1 -type:spam"),
            [Why::Key(Some(Term::Network)), Why::Value(Term::Tone, None), Why::Day(Term::Before), Why::Key(None), Why::Without,]
        );
    }

    #[test]
    fn a_label_that_is_not_there_is_left_out_and_the_nearest_is_told() {
        let (mut query, _) = Query::parse("étiquette:sva étiquette:SA label:\"Salon du thé\" label:xyz");
        let nonsense = query.check_labels(&["SAV", "Salon du thé"].into_iter());
        assert_eq!(query.labels, ["SA", "Salon du thé"]);
        let near = |nonsense: &Nonsense| match &nonsense.why {
            Why::Label(near) => near.clone(),
            other => panic!("a label, not {other:?}"),
        };
        assert_eq!(nonsense.iter().map(near).collect::<Vec<_>>(), [Some("SAV".to_owned()), None]);
    }

    #[test]
    fn an_emoji_is_a_word_and_bare_punctuation_is_none() {
        assert_eq!(Query::parse("🎉 ❤️ … ! -").0.words, ["🎉", "❤"]);
        assert_eq!(Query::parse("\"🎉🎉\" -🙏").0, Query { words: vec!["🎉🎉".into()], without: vec!["🙏".into()], ..Query::default() });
    }

    #[test]
    fn a_link_is_a_word_and_a_minus_of_any_length_a_tone() {
        assert_eq!(Query::parse("https://exemple.fr").0.words, ["https://exemple.fr"]);
        assert_eq!(Query::parse("ton:−").0.tone, Some(Tone::Negative));
    }

    #[test]
    fn a_key_without_its_value_asks_for_nothing_and_says_what_it_takes() {
        assert_eq!(Query::parse("type:"), (Query::default(), Vec::new()));
        assert_eq!(Query::waits_for("colis type:"), Some(Term::Kind));
        assert_eq!(Query::waits_for("colis type:p"), None);
    }
}
