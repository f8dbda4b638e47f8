//! The three months of the demo: its working days, its quiet week, its crisis.

use super::cast::{ZONE, brand};
use crate::domain::time::{Day, Moment, day_in, wall_in};
use chrono::{Datelike, Duration};

/// The first day, a Monday.
pub(super) const FIRST: Day = Day::from_ymd_opt(2026, 8, 17).expect("the first day exists");
/// The last day, that of the demo's clock.
pub(super) const LAST: Day = Day::from_ymd_opt(2026, 11, 16).expect("the last day exists");

/// Every day, in order.
pub(super) fn days() -> impl Iterator<Item = Day> {
    FIRST.iter_days().take_while(|day| *day <= LAST)
}

/// A day of the year of the demo.
pub(super) const fn day(month: u32, day: u32) -> Day {
    Day::from_ymd_opt(2026, month, day).expect("the days named in the demo exist")
}

/// When the clocks of Paris show this hour.
pub(super) fn instant(day: Day, hour: u32, minute: u32) -> Moment {
    let wall = day.and_hms_opt(hour, minute, 0).expect("the hours named in the demo exist");
    wall_in(ZONE, wall).moment()
}

/// The day on which an instant falls in Paris.
pub(super) fn day_of(at: Moment) -> Day {
    day_in(ZONE, at)
}

/// Whether the CM works on `day`.
pub(super) fn works(day: Day) -> bool {
    brand().hours.works_on(day)
}

/// The working day that is `count` working days after `day`.
pub(super) fn working_day_after(day: Day, count: u32) -> Day {
    let days = day.iter_days().skip(1).filter(|day| works(*day));
    days.take(count as usize).last().unwrap_or(day)
}

/// The school holidays, when little is said.
pub(super) fn is_quiet(day: Day) -> bool {
    day >= self::day(10, 26) && day <= self::day(11, 1)
}

/// The days of the late parcels.
pub(super) fn is_crisis(day: Day) -> bool {
    day >= self::day(10, 7) && day <= self::day(10, 9)
}

/// How lively a weekday is, in percent of a Monday.
pub(super) fn rhythm(day: Day) -> u32 {
    [100, 108, 104, 110, 96, 78, 84][day.weekday().num_days_from_monday() as usize]
}

/// The name of a weekday in French, for those who complain.
pub(super) fn weekday(day: Day) -> &'static str {
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"][day.weekday().num_days_from_monday() as usize]
}

/// How many days after the first one, from 0.
pub(super) fn age(day: Day) -> u32 {
    u32::try_from((day - FIRST).num_days()).unwrap_or(0)
}

/// The day before.
pub(super) fn eve(day: Day) -> Day {
    day - Duration::days(1)
}
