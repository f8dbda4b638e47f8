//! Working time: the hours of a brand, its days off, and the time that passed within them.

use super::holiday::Holidays;
use super::time::{Day, Moment, Zone, day_in, wall_in};
use chrono::{Datelike, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// When a brand works: the same hours on some days of the week, but for the days off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// When a working day begins.
    pub opens: NaiveTime,
    /// When it ends, later than it begins.
    pub closes: NaiveTime,
    /// Which days of the week, Monday first.
    pub weekdays: [bool; 7],
    /// Days off: leave, and what is closed by a day's own decision.
    pub days_off: BTreeSet<Day>,
    /// The public holidays that are kept.
    #[serde(default)]
    pub holidays: Holidays,
}

impl Default for WorkingHours {
    /// From 9 to 17, Monday to Friday, no day off.
    fn default() -> Self {
        Self {
            opens: NaiveTime::from_hms_opt(9, 0, 0).expect("9:00 is a time"),
            closes: NaiveTime::from_hms_opt(17, 0, 0).expect("17:00 is a time"),
            weekdays: [true, true, true, true, true, false, false],
            days_off: BTreeSet::new(),
            holidays: Holidays::None,
        }
    }
}

impl WorkingHours {
    /// Whether the brand works on `day`.
    #[must_use]
    pub fn works_on(&self, day: Day) -> bool {
        self.weekdays[day.weekday().num_days_from_monday() as usize] && !self.is_off(day)
    }

    /// Whether `day` is a day off or a public holiday, whatever day of the week it is.
    #[must_use]
    pub fn is_off(&self, day: Day) -> bool {
        self.days_off.contains(&day) || self.holidays.holds(day)
    }

    /// The working seconds between two instants, 0 if `to` is not after `from`.
    ///
    /// Received on Friday at 16:30 and answered on Monday at 9:30, with hours from 9 to 17 on
    /// weekdays, is one hour (vector V14). Looks at no more than 400 days.
    #[must_use]
    pub fn between(&self, zone: Zone, from: Moment, to: Moment) -> i64 {
        let last = day_in(zone, to);
        day_in(zone, from)
            .iter_days()
            .take(400)
            .take_while(|day| *day <= last)
            .filter(|day| self.works_on(*day))
            .map(|day| {
                let opens = wall_in(zone, day.and_time(self.opens)).moment().max(from);
                let closes = wall_in(zone, day.and_time(self.closes)).moment().min(to);
                (closes - opens).num_seconds().max(0)
            })
            .sum()
    }

    /// The next instant at or after `from` at which the brand works, within 60 days; else `from`.
    #[must_use]
    pub fn next_opening(&self, zone: Zone, from: Moment) -> Moment {
        day_in(zone, from)
            .iter_days()
            .take(60)
            .filter(|day| self.works_on(*day))
            .map(|day| (wall_in(zone, day.and_time(self.opens)).moment(), wall_in(zone, day.and_time(self.closes)).moment()))
            .find(|(_, closes)| *closes > from)
            .map_or(from, |(opens, _)| opens.max(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().expect("an instant")
    }

    #[test]
    fn v14_a_weekend_does_not_count() {
        let hours = WorkingHours::default();
        let zone = chrono_tz::Europe::Paris;
        // 2026-11-13 is a Friday; Paris is one hour ahead of UTC.
        let seconds = hours.between(zone, at("2026-11-13T15:30:00Z"), at("2026-11-16T08:30:00Z"));
        assert_eq!(seconds, 3600);
    }

    #[test]
    fn a_day_off_does_not_count() {
        let mut hours = WorkingHours::default();
        hours.days_off.insert("2026-11-11".parse().expect("a day"));
        let zone = chrono_tz::Europe::Paris;
        let seconds = hours.between(zone, at("2026-11-10T15:00:00Z"), at("2026-11-12T09:00:00Z"));
        assert_eq!(seconds, 2 * 3600);
    }

    #[test]
    fn a_public_holiday_does_not_count_where_the_brand_keeps_it() {
        let zone = chrono_tz::Europe::Paris;
        let between = |hours: &WorkingHours| hours.between(zone, at("2026-11-10T15:00:00Z"), at("2026-11-12T09:00:00Z"));
        let plain = WorkingHours::default();
        assert_eq!(between(&plain), 10 * 3600);
        let france = WorkingHours { holidays: Holidays::France, ..plain.clone() };
        assert_eq!(between(&france), 2 * 3600);
        let elsewhere = Holidays::File { name: "Ailleurs".into(), days: ["2026-11-12".parse().expect("a day")].into() };
        assert_eq!(between(&WorkingHours { holidays: elsewhere, ..plain }), 9 * 3600);
    }

    #[test]
    fn a_message_of_the_night_waits_for_the_morning() {
        let hours = WorkingHours::default();
        let zone = chrono_tz::Europe::Paris;
        assert_eq!(hours.next_opening(zone, at("2026-11-13T20:00:00Z")), at("2026-11-16T08:00:00Z"));
    }
}
