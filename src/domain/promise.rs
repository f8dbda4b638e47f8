//! A promise: something said to a person for a day, that comes back on it. Reminds the CM; sends nothing.

use super::text::SafeText;
use super::time::{Day, Moment};
use super::{BrandId, MessageId, PersonId, PromiseId};
use serde::{Deserialize, Serialize};

/// Something promised to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Its row; 0 before it is stored.
    pub id: PromiseId,
    /// The brand in whose name it was made.
    pub brand: BrandId,
    /// To whom: the main person where several are joined.
    pub person: PersonId,
    /// The message it was made about, if one.
    pub message: Option<MessageId>,
    /// What was promised.
    pub text: SafeText,
    /// The day on which it comes back.
    pub due: Day,
    /// When it was made.
    pub made: Moment,
    /// When it was kept, if it was.
    pub kept: Option<Moment>,
}

impl Promise {
    /// Whether it is still owed.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        self.kept.is_none()
    }

    /// Whether it is to be kept today, or should have been.
    #[must_use]
    pub fn presses(&self, today: Day) -> bool {
        self.is_owed() && self.due <= today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_promise_presses_from_its_day_on_until_it_is_kept() {
        let made: Moment = "2026-11-22T09:00:00Z".parse().expect("an instant");
        let promise = Promise {
            id: PromiseId(1),
            brand: BrandId(1),
            person: PersonId(1),
            message: None,
            text: "rappeler".into(),
            due: day("2026-12-01"),
            made,
            kept: None,
        };
        assert!(!promise.presses(day("2026-11-30")));
        assert!(promise.presses(day("2026-12-01")) && promise.presses(day("2026-12-05")));
        assert!(!Promise { kept: Some(made), ..promise }.presses(day("2026-12-05")));
    }
}
