//! Why a text can't leave, as the person is told: the words of the charter's check.

use crate::domain::charter::Refusal;
use crate::lang::Text;

/// Against an answer.
#[must_use]
pub fn of_answer(refusal: &Refusal) -> Text {
    match refusal {
        Refusal::Empty => Text::new("composer-empty"),
        Refusal::TooLong(over) => Text::new("composer-too-long").count("count", *over),
        Refusal::TooHeavy(over) => Text::new("composer-too-heavy").count("count", *over),
        Refusal::Placeholder(what) => Text::new("composer-placeholder").with("what", what),
        Refusal::OtherBrand(name) => Text::new("composer-other-brand").with("name", name),
        Refusal::Banned(word) => Text::new("charter-banned").with("word", word),
    }
}

/// Against a post.
#[must_use]
pub fn of_post(refusal: &Refusal) -> Text {
    match refusal {
        Refusal::Empty => Text::new("queue-lacks-text"),
        Refusal::TooLong(over) => Text::new("composer-too-long").count("count", *over),
        Refusal::TooHeavy(over) => Text::new("composer-too-heavy").count("count", *over),
        Refusal::Placeholder(what) => Text::new("composer-placeholder").with("what", what),
        Refusal::OtherBrand(name) => Text::new("queue-other-brand").with("name", name),
        Refusal::Banned(word) => Text::new("charter-banned").with("word", word),
    }
}
