//! Why a text or a post can't leave, as the person is told: the words of the charter's check and of the networks' limits.

use crate::domain::account::Account;
use crate::domain::charter::Refusal;
use crate::domain::fit::{Fault, Misfit, Part};
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

/// Against a post that does not fit one of its accounts: both figures, and what to do.
#[must_use]
pub fn of_misfit(misfit: &Misfit, accounts: &[Account]) -> Text {
    let handle = accounts.iter().find(|account| account.id == misfit.account).map(|account| account.handle.clone()).unwrap_or_default();
    let text = match &misfit.fault {
        Fault::TooLong { part: Part { of: 1, .. }, used, limit } => {
            Text::new("queue-too-long").count("count", used.saturating_sub(*limit)).count("used", *used).count("limit", *limit)
        }
        Fault::TooLong { part, used, limit } => {
            let text = Text::new("queue-part-too-long").count("count", used.saturating_sub(*limit));
            of_part(text, *part).count("used", *used).count("limit", *limit)
        }
        Fault::TooHeavy { part: Part { of: 1, .. }, used, bytes, most } => {
            Text::new("queue-too-heavy").count("used", *used).count("bytes", *bytes).count("most", *most)
        }
        Fault::TooHeavy { part, used, bytes, most } => {
            let text = Text::new("queue-part-too-heavy").count("used", *used).count("bytes", *bytes).count("most", *most);
            of_part(text, *part)
        }
        Fault::TooManyFiles { count, limit } => Text::new("queue-too-many-files").count("count", *count).count("limit", *limit),
        Fault::AltTooLong { file, used, limit } => {
            Text::new("queue-alt-too-long").with("file", file).count("used", *used).count("limit", *limit)
        }
        Fault::NoFile { file } => return Text::new("queue-no-file").with("file", file),
        Fault::NotTaken { file } => Text::new("queue-file-not-taken").with("file", file),
        // What is over stays over when it is rounded.
        Fault::FileTooLarge { file, bytes, limit } => {
            let text = Text::new("queue-file-too-large").with("file", file);
            text.count("used", bytes.div_ceil(1000)).count("limit", limit / 1000)
        }
    };
    text.with("account", handle)
}

fn of_part(text: Text, part: Part) -> Text {
    text.count("part", part.number).count("of", part.of)
}
