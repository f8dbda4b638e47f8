//! Instants, days and periods; the only calendar arithmetic of the program.
//!
//! Reads no clock: "now" is always given.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// An instant. Stored as whole seconds since 1970 in UTC.
pub type Moment = DateTime<Utc>;
/// A calendar day, in the time zone of a brand.
pub type Day = NaiveDate;
/// An IANA time zone.
pub type Zone = chrono_tz::Tz;

/// The day on which `moment` falls in `zone`.
#[must_use]
pub fn day_in(zone: Zone, moment: Moment) -> Day {
    moment.with_timezone(&zone).date_naive()
}

/// What a wall time means in a zone: daylight saving makes some hours absent and some double.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wall {
    /// The hour exists once. Of a double hour, the first one.
    At(Moment),
    /// The hour is skipped by the change of clocks; the next one that exists is offered.
    Absent {
        /// The first instant after the gap.
        next: Moment,
    },
}

impl Wall {
    /// The instant, or the next one offered.
    #[must_use]
    pub const fn moment(self) -> Moment {
        match self {
            Self::At(moment) | Self::Absent { next: moment } => moment,
        }
    }
}

/// The instant at which the clocks of `zone` show `wall`.
#[must_use]
pub fn wall_in(zone: Zone, wall: NaiveDateTime) -> Wall {
    let found = zone.from_local_datetime(&wall).earliest();
    if let Some(at) = found {
        return Wall::At(at.with_timezone(&Utc));
    }
    // No zone of today skips more than three hours; a minute is the finest step they use.
    let next = (1..=240)
        .find_map(|minutes| zone.from_local_datetime(&(wall + Duration::minutes(minutes))).earliest())
        .map_or_else(|| Utc.from_utc_datetime(&wall), |at| at.with_timezone(&Utc));
    Wall::Absent { next }
}

/// The first instant of `day` in `zone`.
#[must_use]
pub fn day_start(zone: Zone, day: Day) -> Moment {
    wall_in(zone, day.and_time(chrono::NaiveTime::MIN)).moment()
}

/// A day as a person types it: `2026-11-23`, or `23/11` for the next such day from `today` on.
#[must_use]
pub fn parse_day(typed: &str, today: Day) -> Option<Day> {
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let (day, month) = typed.split_once('/')?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let this_year = Day::from_ymd_opt(today.year(), month, day)?;
    if this_year >= today { Some(this_year) } else { Day::from_ymd_opt(today.year() + 1, month, day) }
}

/// Consecutive days, both ends included; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Period {
    /// The days from the earlier to the later of two.
    #[must_use]
    pub fn new(one: Day, other: Day) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// The calendar month that holds `day`.
    #[must_use]
    pub fn month_of(day: Day) -> Self {
        let from = day.with_day(1).unwrap_or(day);
        let next = from.checked_add_months(chrono::Months::new(1)).unwrap_or(Day::MAX);
        Self { from, to: next.pred_opt().unwrap_or(next) }
    }

    /// The ISO week that holds `day`, Monday to Sunday.
    #[must_use]
    pub fn week_of(day: Day) -> Self {
        let from = day - Duration::days(i64::from(day.weekday().num_days_from_monday()));
        Self { from, to: from + Duration::days(6) }
    }

    /// Whether this is exactly one calendar month.
    #[must_use]
    pub fn is_month(&self) -> bool {
        *self == Self::month_of(self.from)
    }

    /// The period to compare with: the month before a month, else as many days just before.
    #[must_use]
    pub fn previous(&self) -> Self {
        let before = self.from.pred_opt().unwrap_or(self.from);
        if self.is_month() {
            return Self::month_of(before);
        }
        Self { from: before - Duration::days(self.days() - 1), to: before }
    }

    /// How many days it has, at least one.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Whether `day` lies within.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Each day, in order.
    pub fn iter(&self) -> impl Iterator<Item = Day> + use<> {
        self.from.iter_days().take(usize::try_from(self.days()).unwrap_or(0))
    }

    /// From the first instant of the first day to the first instant after the last one, in `zone`.
    #[must_use]
    pub fn bounds(&self, zone: Zone) -> (Moment, Moment) {
        (day_start(zone, self.from), day_start(zone, self.to + Duration::days(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn the_month_before_march_is_the_whole_of_february() {
        let march = Period::month_of(day("2026-03-31"));
        assert_eq!(march.previous(), Period::new(day("2026-02-01"), day("2026-02-28")));
    }

    #[test]
    fn ten_days_are_compared_with_the_ten_before() {
        let span = Period::new(day("2026-03-11"), day("2026-03-20"));
        assert_eq!(span.previous(), Period::new(day("2026-03-01"), day("2026-03-10")));
    }

    #[test]
    fn an_hour_skipped_in_spring_offers_the_next_one() {
        let zone = chrono_tz::Europe::Paris;
        let wall = day("2026-03-29").and_hms_opt(2, 30, 0).expect("a time");
        let Wall::Absent { next } = wall_in(zone, wall) else { panic!("02:30 does not exist") };
        assert_eq!(next.to_rfc3339(), "2026-03-29T01:00:00+00:00");
    }

    #[test]
    fn a_double_hour_in_autumn_is_its_first_occurrence() {
        let zone = chrono_tz::Europe::Paris;
        let wall = day("2026-10-25").and_hms_opt(2, 30, 0).expect("a time");
        assert_eq!(wall_in(zone, wall).moment().to_rfc3339(), "2026-10-25T00:30:00+00:00");
    }
}
