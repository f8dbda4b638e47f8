//! The public holidays of a country: those of mainland France computed, those of others read from a file.
//!
//! Alsace, Moselle and the overseas departments have more of their own: they need a file too.

pub mod file;

use super::text::SafeText;
use super::time::Day;
use chrono::{Datelike, Duration};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The public holidays that a brand keeps, besides its own days off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "lowercase")]
pub enum Holidays {
    /// None.
    #[default]
    None,
    /// Those of mainland France, of every year.
    France,
    /// Those of a file, as it was when it was read.
    File {
        /// What the file calls them.
        name: SafeText,
        /// The days.
        days: BTreeSet<Day>,
    },
}

impl Holidays {
    /// Whether a day is one.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        match self {
            Self::None => false,
            Self::France => is_french(day),
            Self::File { days, .. } => days.contains(&day),
        }
    }
}

/// Whether a day is a public holiday of mainland France.
#[must_use]
pub fn is_french(day: Day) -> bool {
    FIXED.contains(&(day.month(), day.day()))
        || easter(day.year()).is_some_and(|easter| AFTER_EASTER.iter().any(|after| easter + Duration::days(*after) == day))
}

/// Month and day of those that don't move.
const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
/// Easter Monday, Ascension, Whit Monday: days after Easter.
const AFTER_EASTER: [i64; 3] = [1, 39, 50];

/// The eleven public holidays of mainland France in a year (Code du travail, L3133-1), in order.
#[must_use]
pub fn french(year: i32) -> Vec<Day> {
    let mut days: Vec<Day> = FIXED.into_iter().filter_map(|(month, day)| Day::from_ymd_opt(year, month, day)).collect();
    if let Some(easter) = easter(year) {
        days.extend(AFTER_EASTER.map(|after| easter + Duration::days(after)));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// Easter Sunday of a Gregorian year: the first Sunday after the full moon of the computus
/// (the anonymous algorithm, as in Meeus, Astronomical Algorithms, chapter 8).
#[must_use]
pub fn easter(year: i32) -> Option<Day> {
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15).rem_euclid(30);
    let shift = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * shift) / 451;
    let sum = moon + shift - 7 * late + 114;
    Day::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, expected) in [
            (1954, "1954-04-18"),
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year).map(|day| day.to_string()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn france_rests_eleven_days_in_2026() {
        let days: Vec<String> = french(2026).iter().map(|day| day.format("%m-%d").to_string()).collect();
        assert_eq!(days, ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"]);
    }

    #[test]
    fn a_day_is_a_holiday_where_the_list_of_its_year_says_so() {
        for year in [2008, 2026, 2027] {
            let days = french(year);
            let first = Day::from_ymd_opt(year, 1, 1).expect("a day");
            for day in first.iter_days().take(365) {
                assert_eq!(Holidays::France.holds(day), days.contains(&day), "{day}");
                assert!(!Holidays::None.holds(day));
            }
        }
    }

    #[test]
    fn ascension_on_the_first_of_may_is_one_day() {
        // 2008: Ascension fell on 1 May.
        assert_eq!(french(2008).len(), 10);
    }
}
