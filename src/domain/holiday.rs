//! The public holidays of a country, computed: fixed days and those that follow Easter.
//!
//! Mainland France alone; Alsace, Moselle and the overseas departments have more of their own.

use super::time::Day;
use chrono::Duration;

/// The eleven public holidays of mainland France in a year (Code du travail, L3133-1), in order.
#[must_use]
pub fn french(year: i32) -> Vec<Day> {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let mut days: Vec<Day> = fixed.into_iter().filter_map(|(month, day)| Day::from_ymd_opt(year, month, day)).collect();
    if let Some(easter) = easter(year) {
        // Easter Monday, Ascension, Whit Monday.
        days.extend([1, 39, 50].map(|after| easter + Duration::days(after)));
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
    fn ascension_on_the_first_of_may_is_one_day() {
        // 2008: Ascension fell on 1 May.
        assert_eq!(french(2008).len(), 10);
    }
}
