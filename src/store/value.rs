//! How the words of the domain stand in a column: codes, numbers, seconds, days.
//!
//! Text read back is cleaned again: a file may have been written by something else.

use super::{StoreError, StoreResult};
use crate::domain::account::{Access, Network};
use crate::domain::brand::{Colour, ReportsTo};
use crate::domain::delivery::Stage;
use crate::domain::facts::Section;
use crate::domain::highlight::{Consent, HighlightKind};
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::message::{Channel, MessageKind, StateName, Tone, Visibility};
use crate::domain::person::PersonKind;
use crate::domain::post::{ApprovalOf, PostState};
use crate::domain::reaction::ReactionKind;
use crate::domain::reading::{Metric, Source};
use crate::domain::saved_reply::Tongue;
use crate::domain::sweep::Slot;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use serde::de::DeserializeOwned;

/// An enum of the domain that has a code, and a number: its place in the list of its values.
pub(super) trait Coded: Copy + PartialEq + 'static {
    /// Every value.
    const EVERY: &'static [Self];
    /// The value with this code.
    fn of_code(code: &str) -> Option<Self>;

    /// The place in the list.
    fn number(self) -> i64 {
        let place = Self::EVERY.iter().position(|value| *value == self).expect("the list holds every value");
        place.cast_signed() as i64
    }

    /// The value at this place.
    fn of_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|place| Self::EVERY.get(place).copied())
    }
}

macro_rules! coded {
    ($($name:ident),+ $(,)?) => {$(
        impl Coded for $name {
            const EVERY: &'static [Self] = Self::ALL;
            fn of_code(code: &str) -> Option<Self> { Self::from_code(code) }
        }
    )+};
}
coded!(
    Access,
    Actor,
    ApprovalOf,
    Channel,
    Colour,
    Consent,
    HighlightKind,
    MessageKind,
    Metric,
    Network,
    PersonKind,
    PostState,
    ReactionKind,
    ReportsTo,
    Section,
    Slot,
    Source,
    Stage,
    StateName,
    Subject,
    Tone,
    Tongue,
    Verb,
    Visibility,
);

/// Reads the columns of a row as words of the domain.
pub(super) trait Columns {
    /// An enum kept as its code.
    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T>;
    /// An enum kept as its number.
    fn number<T: Coded>(&self, column: &str) -> rusqlite::Result<T>;
    /// A text.
    fn text(&self, column: &str) -> rusqlite::Result<SafeText>;
    /// A text that may be missing.
    fn some_text(&self, column: &str) -> rusqlite::Result<Option<SafeText>>;
    /// An instant.
    fn moment(&self, column: &str) -> rusqlite::Result<Moment>;
    /// An instant that may be missing.
    fn some_moment(&self, column: &str) -> rusqlite::Result<Option<Moment>>;
    /// A day.
    fn day(&self, column: &str) -> rusqlite::Result<Day>;
    /// JSON.
    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T>;
}

impl Columns for Row<'_> {
    fn code<T: Coded>(&self, column: &str) -> rusqlite::Result<T> {
        let code = self.get_ref(column)?.as_str().map_err(|error| unreadable(column, error))?;
        T::of_code(code).ok_or_else(|| unreadable(column, format!("{code:?} means nothing")))
    }

    fn number<T: Coded>(&self, column: &str) -> rusqlite::Result<T> {
        let number = self.get(column)?;
        T::of_number(number).ok_or_else(|| unreadable(column, format!("{number} means nothing")))
    }

    fn text(&self, column: &str) -> rusqlite::Result<SafeText> {
        let text = self.get_ref(column)?.as_str().map_err(|error| unreadable(column, error))?;
        Ok(SafeText::clean(text))
    }

    fn some_text(&self, column: &str) -> rusqlite::Result<Option<SafeText>> {
        let text = self.get_ref(column)?.as_str_or_null().map_err(|error| unreadable(column, error))?;
        Ok(text.map(SafeText::clean))
    }

    fn moment(&self, column: &str) -> rusqlite::Result<Moment> {
        moment(self.get(column)?).ok_or_else(|| unreadable(column, "not an instant"))
    }

    fn some_moment(&self, column: &str) -> rusqlite::Result<Option<Moment>> {
        let seconds: Option<i64> = self.get(column)?;
        seconds.map(|seconds| moment(seconds).ok_or_else(|| unreadable(column, "not an instant"))).transpose()
    }

    fn day(&self, column: &str) -> rusqlite::Result<Day> {
        day(self.get(column)?).ok_or_else(|| unreadable(column, "not a day"))
    }

    fn json<T: DeserializeOwned>(&self, column: &str) -> rusqlite::Result<T> {
        let text = self.get_ref(column)?.as_str().map_err(|error| unreadable(column, error))?;
        serde_json::from_str(text).map_err(|error| unreadable(column, error))
    }
}

fn unreadable(column: &str, why: impl std::fmt::Display) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, FromSqlError::Other(format!("{column}: {why}").into()).into())
}

/// The instant of these seconds.
pub(super) fn moment(seconds: i64) -> Option<Moment> {
    Moment::from_timestamp(seconds, 0)
}

/// The whole seconds of an instant: finer parts are not kept.
pub(super) const fn seconds(moment: Moment) -> i64 {
    moment.timestamp()
}

/// The day of this number.
pub(super) fn day(number: i64) -> Option<Day> {
    let since_christ = i32::try_from(number).ok()?.checked_add(EPOCH_DAY)?;
    Day::from_num_days_from_ce_opt(since_christ)
}

/// The number of a day: 0 is the first of January 1970.
pub(super) fn day_number(day: Day) -> i64 {
    use chrono::Datelike;
    i64::from(day.num_days_from_ce() - EPOCH_DAY)
}

const EPOCH_DAY: i32 = 719_163;

/// A value as JSON for a column.
pub(super) fn json<T: serde::Serialize>(value: &T) -> StoreResult<String> {
    serde_json::to_string(value).map_err(StoreError::from)
}

/// A count for the domain; a file never holds one that is negative or larger.
pub(super) fn count(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_is_0_and_days_come_back() {
        let first: Day = "1970-01-01".parse().expect("a day");
        assert_eq!(day_number(first), 0);
        let leap: Day = "2028-02-29".parse().expect("a day");
        assert_eq!(day(day_number(leap)), Some(leap));
    }

    #[test]
    fn numbers_of_a_released_schema_stay() {
        assert_eq!(StateName::Open.number(), 0);
        assert_eq!(StateName::Delegated.number(), 2);
        assert_eq!(MessageKind::Complaint.number(), 2);
        assert_eq!(MessageKind::of_number(99), None);
    }
}
