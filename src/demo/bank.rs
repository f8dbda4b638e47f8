//! The banks of sentences under `assets/demo`, read into lines and filled with names.
//!
//! Invents nothing: every sentence was written by hand; only names, coffees and numbers vary.

use super::chance::{Chance, Deck};
use crate::domain::message::MessageKind;
use crate::domain::text::SafeText;
use crate::lang::Lang;

macro_rules! bank {
    ($lang:expr, $name:literal) => {
        match $lang {
            Lang::Fr => include_str!(concat!("../../assets/demo/fr/", $name, ".txt")),
            Lang::En => include_str!(concat!("../../assets/demo/en/", $name, ".txt")),
        }
    };
}

/// The topics of the public, each with its bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    Question,
    Complaint,
    /// A complaint about the late parcels of October.
    Late,
    Praise,
    Purchase,
    Mention,
    Spam,
}

impl Topic {
    const ALL: [Self; 7] = [Self::Question, Self::Complaint, Self::Late, Self::Praise, Self::Purchase, Self::Mention, Self::Spam];

    pub(super) const fn kind(self) -> MessageKind {
        match self {
            Self::Question => MessageKind::Question,
            Self::Complaint | Self::Late => MessageKind::Complaint,
            Self::Praise => MessageKind::Praise,
            Self::Purchase => MessageKind::Purchase,
            Self::Mention => MessageKind::Mention,
            Self::Spam => MessageKind::Spam,
        }
    }

    const fn source(self, lang: Lang) -> &'static str {
        match self {
            Self::Question => bank!(lang, "question"),
            Self::Complaint => bank!(lang, "complaint"),
            Self::Late => bank!(lang, "late"),
            Self::Praise => bank!(lang, "praise"),
            Self::Purchase => bank!(lang, "purchase"),
            Self::Mention => bank!(lang, "mention"),
            Self::Spam => bank!(lang, "spam"),
        }
    }
}

/// What somebody writes and what the brand answers; an empty answer needs none.
pub(super) struct Said {
    pub(super) text: SafeText,
    pub(super) answer: SafeText,
}

/// Who writes, for the places that a sentence keeps open.
pub(super) struct Names<'a> {
    pub(super) first_name: &'a str,
    pub(super) weekday: &'static str,
}

/// One language's sentences of the public.
pub(super) struct Bank {
    lang: Lang,
    topics: Vec<(Vec<(&'static str, &'static str)>, Deck)>,
    openings: Vec<&'static str>,
    closings: Vec<&'static str>,
    elsewhere: Vec<&'static str>,
    members: Vec<&'static str>,
}

const COFFEES: &[&str] = &["Guji", "Sidama", "Nyeri", "Petit Jour", "Tarrazú", "Caturra"];
const SHOPS_FR: &[&str] = &["rue des Tisserands", "quai aux Toiles", "à l’atelier"];
const SHOPS_EN: &[&str] = &["rue des Tisserands", "on the quai aux Toiles", "at the workshop"];

impl Bank {
    pub(super) fn read(lang: Lang) -> Self {
        let topics = Topic::ALL.map(|topic| {
            let lines: Vec<_> = rows(topic.source(lang)).map(|line| line.split_once(" ⇒ ").unwrap_or((line, ""))).collect();
            let deck = Deck::new(lines.len());
            (lines, deck)
        });
        Self {
            lang,
            topics: topics.into(),
            openings: bank!(lang, "openings").lines().collect(),
            closings: bank!(lang, "closings").lines().collect(),
            elsewhere: rows(bank!(lang, "elsewhere")).collect(),
            members: rows(bank!(lang, "members")).collect(),
        }
    }

    /// What `names` writes about `topic`, and the answer.
    pub(super) fn say(&mut self, chance: &mut Chance, topic: Topic, names: &Names<'_>) -> Said {
        let (lines, deck) = &mut self.topics[topic as usize];
        let (comment, answer) = lines[deck.deal(chance)];
        let coffee = chance.index(COFFEES.len());
        let other = (coffee + 1 + chance.index(COFFEES.len() - 1)) % COFFEES.len();
        let shops = if self.lang == Lang::Fr { SHOPS_FR } else { SHOPS_EN };
        let shop = chance.pick(shops);
        let order = format!("LU-{}", chance.between(18_200, 20_799));
        let fill = |line: &str| {
            line.replace("{cafe}", COFFEES[coffee])
                .replace("{autre}", COFFEES[other])
                .replace("{boutique}", shop)
                .replace("{commande}", &order)
                .replace("{prenom}", names.first_name)
                .replace("{jour}", names.weekday)
        };
        let mut text = fill(comment);
        if !matches!(topic, Topic::Spam | Topic::Mention) {
            text = self.wrap(chance, &text);
        }
        Said { text: SafeText::clean(&text), answer: typeset(self.lang, fill(answer).trim()) }
    }

    /// Some say hello first, some say thank you after.
    fn wrap(&self, chance: &mut Chance, text: &str) -> String {
        let greeted = ["Bonjour", "Bonsoir", "Petit coucou", "Hello", "Hi"].iter().any(|word| text.starts_with(word));
        let opening = if !greeted && chance.percent(40) { *chance.pick(&self.openings) } else { "" };
        let closing =
            if !text.contains("erci") && !text.contains("hank") && chance.percent(30) { *chance.pick(&self.closings) } else { "" };
        let mut chars = text.chars();
        let (first, rest) = (chars.next().unwrap_or_default(), chars.as_str());
        let goes_on = opening.ends_with(", ") && !text.starts_with("I ") && !text.starts_with("LU-");
        let first = if goes_on { first.to_lowercase().to_string() } else { first.to_string() };
        format!("{opening}{first}{rest}{closing}")
    }

    /// What the CM answered from the network's own app.
    pub(super) fn elsewhere(&self, chance: &mut Chance) -> SafeText {
        typeset(self.lang, self.elsewhere[chance.index(self.elsewhere.len())])
    }

    /// What one member says to another.
    pub(super) fn member(&self, chance: &mut Chance) -> SafeText {
        SafeText::clean(&chance.pick(self.members.as_slice()).replace("{boutique}", SHOPS_FR[0]))
    }
}

/// A publication: its pillar, its title, its text.
pub(super) struct Draft {
    pub(super) pillar: SafeText,
    pub(super) title: SafeText,
    pub(super) text: SafeText,
}

/// The publications of the three months, in order.
pub(super) fn published(lang: Lang) -> Vec<Draft> {
    drafts(lang, bank!(lang, "posts"))
}

/// The publications to come, in order.
pub(super) fn coming(lang: Lang) -> Vec<Draft> {
    drafts(lang, bank!(lang, "next"))
}

/// The titles of the ideas.
pub(super) fn ideas(lang: Lang) -> Vec<SafeText> {
    rows(bank!(lang, "ideas")).map(|line| typeset(lang, line)).collect()
}

fn drafts(lang: Lang, source: &'static str) -> Vec<Draft> {
    let draft = |(number, line): (usize, &str)| {
        let line = line.replace("{cafe}", COFFEES[number % COFFEES.len()]).replace("{autre}", COFFEES[(number + 1) % COFFEES.len()]);
        let mut parts = line.split(" | ").map(|part| typeset(lang, part));
        let mut part = || parts.next().expect("a line of the bank has a pillar, a title and a text");
        Draft { pillar: part(), title: part(), text: part() }
    };
    rows(source).enumerate().map(draft).collect()
}

/// A message that waits now, written out whole.
pub(super) struct Waiting {
    pub(super) parts: [&'static str; 7],
}

/// The messages that wait now.
pub(super) fn waiting(lang: Lang) -> Vec<Waiting> {
    let waiting = |line: &'static str| {
        let parts: Vec<_> = line.split(" | ").collect();
        Waiting { parts: parts.try_into().expect("a line of the bank has seven parts") }
    };
    rows(bank!(lang, "now")).map(waiting).collect()
}

/// What the CM and the contacts write for themselves, by name.
pub(super) fn desk(lang: Lang, name: &str) -> SafeText {
    let line = rows(bank!(lang, "desk")).find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    typeset(lang, line.expect("the bank holds every text that the demo names"))
}

fn rows(source: &'static str) -> impl Iterator<Item = &'static str> {
    source.lines().filter(|line| !line.trim().is_empty())
}

/// What the brand writes: in French with the no-break spaces of its typography.
fn typeset(lang: Lang, line: &str) -> SafeText {
    if lang == Lang::En {
        return SafeText::clean(line);
    }
    let mut text = String::with_capacity(line.len() + 16);
    for (at, c) in line.char_indices() {
        let before = line[..at].chars().next_back();
        text.push(if c == ' ' { space(before, &line[at + 1..]) } else { c });
    }
    SafeText::clean(&text)
}

/// The space that stands between `before` and `after` in French.
fn space(before: Option<char>, after: &str) -> char {
    let unit = after.split(|c: char| !c.is_alphabetic() && !matches!(c, '€' | '°')).next().unwrap_or_default();
    let counts = before.is_some_and(|c| c.is_ascii_digit()) && matches!(unit, "€" | "kg" | "g" | "h" | "°C" | "mg" | "min");
    match after.chars().next() {
        Some('!' | '?' | ';' | '%' | '»') => '\u{202f}',
        _ if before == Some('«') => '\u{202f}',
        Some(':') => '\u{a0}',
        _ if counts => '\u{a0}',
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_line() -> Vec<(Lang, &'static str)> {
        let sources = |lang| {
            let mut all: Vec<_> = Topic::ALL.iter().map(|topic| topic.source(lang)).collect();
            all.extend([bank!(lang, "posts"), bank!(lang, "next"), bank!(lang, "ideas"), bank!(lang, "now"), bank!(lang, "desk")]);
            all
        };
        Lang::ALL.into_iter().flat_map(|lang| sources(lang).into_iter().flat_map(rows).map(move |line| (lang, line))).collect()
    }

    #[test]
    fn every_sentence_is_safe_as_it_stands() {
        for (_, line) in every_line() {
            assert_eq!(SafeText::clean(line), *line);
        }
    }

    #[test]
    fn every_link_leads_to_a_reserved_name() {
        for (_, line) in every_line() {
            for link in line.split("https://").skip(1) {
                let host = link.split(['/', ' ', '.']).nth(1);
                assert_eq!(host, Some("example"), "{line}");
            }
        }
    }

    #[test]
    fn no_place_stays_open() {
        for lang in Lang::ALL {
            let (mut bank, mut chance) = (Bank::read(lang), Chance::new(3));
            for topic in Topic::ALL {
                for _ in 0..40 {
                    let said = bank.say(&mut chance, topic, &Names { first_name: "Ana", weekday: "jeudi" });
                    assert!(!said.text.as_str().contains('{') && !said.answer.as_str().contains('{'), "{}", said.text);
                }
            }
        }
    }

    #[test]
    fn french_answers_keep_their_signs_on_the_line() {
        assert_eq!(
            typeset(Lang::Fr, "Vous l’aimez ? « Oui » : 9 € !"),
            "Vous l’aimez\u{202f}? «\u{202f}Oui\u{202f}»\u{a0}: 9\u{a0}€\u{202f}!"
        );
    }
}
