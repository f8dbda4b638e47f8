//! A thread: the parts that a text falls into, where each stands, and how far a thread is on its network.
//!
//! A text without the sign is one part, to the byte. Nothing here sends or counts.

use super::DeliveryId;
use super::delivery::{Act, Delivery, Journey, Stage};
use super::text::SafeText;
use serde::{Deserialize, Serialize};

/// The line that sets two parts apart. It holds nothing else but spaces.
pub const SIGN: &str = "---";

/// The parts of a text, in their order, without the white space around them; one without the sign is itself.
///
/// A part may be empty: [`empty_part`] names it.
#[must_use]
pub fn parts(text: &SafeText) -> Vec<SafeText> {
    if !text.as_str().lines().any(is_sign) {
        return vec![text.clone()];
    }
    let mut parts = vec![String::new()];
    for line in text.as_str().lines() {
        if is_sign(line) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts.iter().map(|part| SafeText::clean(part.trim())).collect()
}

/// The number of the first part that says nothing, in a text of several parts.
#[must_use]
pub fn empty_part(text: &SafeText) -> Option<u32> {
    let parts = parts(text);
    let place = parts.iter().position(SafeText::is_blank).filter(|_| parts.len() > 1);
    place.map(number)
}

/// The number of the part that holds the byte at `caret`.
#[must_use]
pub fn part_at(text: &str, caret: usize) -> u32 {
    let before = text.get(..caret).unwrap_or(text);
    // A sign that is still being typed sets nothing apart before its line ends.
    number(before.split_inclusive('\n').filter(|line| line.ends_with('\n') && is_sign(line)).count())
}

fn is_sign(line: &str) -> bool {
    line.trim() == SIGN
}

/// The number that a person gives to a place.
fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

/// Where a delivery stands in what its variant says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The number of its part, from 1.
    pub part: u32,
    /// How many parts there were when it was made.
    pub of: u32,
    /// The part before it, which has to be out first.
    pub after: Option<Before>,
}

impl Default for Place {
    fn default() -> Self {
        Self { part: 1, of: 1, after: None }
    }
}

/// The delivery of the part before, as it stood when this was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The delivery.
    pub id: DeliveryId,
    /// Where it stood.
    pub stage: Stage,
}

/// How far what one account publishes of a post is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// How many parts are out.
    pub out: u32,
    /// How many there are.
    pub of: u32,
    /// Where the first part that is not out stands, and which delivery says so; `None` where all are out.
    pub next: Option<Next>,
}

/// The first part that is not out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// Its number.
    pub part: u32,
    /// The delivery that was last made for it.
    pub delivery: DeliveryId,
    /// Where that stands.
    pub stage: Stage,
    /// Why it was refused, where it was.
    pub why: Option<SafeText>,
}

impl Progress {
    /// Read from the deliveries that publish one variant, in any order; `None` where there is none.
    #[must_use]
    pub fn of<'a>(deliveries: impl Iterator<Item = &'a Delivery>) -> Option<Self> {
        let mut all: Vec<&Delivery> = deliveries.filter(|delivery| matches!(delivery.act, Act::Publish { .. })).collect();
        all.sort_by_key(|delivery| delivery.id);
        let of = all.last()?.place.of;
        let is_out = |part: u32| all.iter().any(|known| known.place.part == part && known.journey.stage() == Stage::Done);
        let out = (1..=of).take_while(|part| is_out(*part)).count();
        let part = number(out);
        let newest = all.iter().rev().find(|known| known.place.part == part).filter(|_| part <= of);
        let next = newest.map(|known| {
            let why = if let Journey::Refused { why } = &known.journey { Some(why.clone()) } else { None };
            Next { part, delivery: known.id, stage: known.journey.stage(), why }
        });
        Some(Self { out: part - 1, of, next })
    }

    /// Whether every part is out.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.out >= self.of
    }

    /// Whether something is out and what follows will not leave by itself.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let rests = self.next.as_ref().is_none_or(|next| next.stage.came_to_nothing());
        self.out > 0 && !self.is_whole() && rests
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        parts(&SafeText::clean(text)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_line_of_the_sign_alone_sets_parts_apart() {
        assert_eq!(said("un\n---\ndeux\n  --- \n\ntrois\nencore\n"), ["un", "deux", "trois\nencore"]);
    }

    #[test]
    fn a_text_without_the_sign_is_one_part_to_the_byte() {
        for text in ["", "  un \n", "un --- deux", "un\n----\ndeux", "un\n- - -\n", "—\n–––\n"] {
            assert_eq!(parts(&SafeText::clean(text)), [SafeText::clean(text)], "{text:?}");
        }
    }

    #[test]
    fn an_empty_part_is_named_by_its_number() {
        for (text, empty) in
            [("---\nun", Some(1)), ("un\n---\n \n---\ntrois", Some(2)), ("un\n---", Some(2)), ("un\n---\ndeux", None), ("", None)]
        {
            assert_eq!(empty_part(&SafeText::clean(text)), empty, "{text:?}");
        }
    }

    #[test]
    fn the_caret_is_in_the_part_that_is_written() {
        let text = "un\n---\ndeux";
        assert_eq!([0, 2, 6, 7, text.len(), 99].map(|caret| part_at(text, caret)), [1, 1, 1, 2, 2, 2]);
    }
}
