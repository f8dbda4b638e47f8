//! Instants, days and periods as a person types them, in French or in English.
//!
//! An hour that the change of clocks skips is refused, and the next one offered.

use super::args::Span;
use super::failure::Failure;
use super::session::clean;
use crate::domain::brand::Brand;
use crate::domain::time::{Day, Moment, Period, Wall, day_in, wall_in};
use crate::lang::Text;
use chrono::{Datelike, Duration, NaiveDateTime, NaiveTime, Weekday};

/// Reads an instant to come: `2026-11-23`, `2026-11-23T09:00`, `tomorrow`, `lundi 14:00`, `2h`, `3j`.
///
/// A day alone is meant at the opening hour of the brand.
pub(super) fn instant(typed: &str, brand: &Brand, now: Moment) -> Result<Moment, Failure> {
    let unreadable = || Failure::usage(Text::new("cli-bad-when").with("typed", clean(typed))).todo(Text::new("cli-bad-when-todo"));
    if let Ok(exact) = chrono::DateTime::parse_from_rfc3339(typed) {
        return to_come(exact.to_utc(), now);
    }
    if let Some(span) = span_of_hours(typed) {
        return to_come(now + span, now);
    }
    let (day, hour) = match typed.split_once(['T', ' ']) {
        Some((day, hour)) if day.len() > 1 => (day, Some(clock(hour.trim()).ok_or_else(unreadable)?)),
        _ => (typed, None),
    };
    let today = day_in(brand.zone, now);
    let day = date(day, today).ok_or_else(unreadable)?;
    match wall_in(brand.zone, NaiveDateTime::new(day, hour.unwrap_or(brand.hours.opens))) {
        Wall::At(moment) => to_come(moment, now),
        Wall::Absent { next } => {
            let offered = next.with_timezone(&brand.zone).format("%Y-%m-%dT%H:%M").to_string();
            Err(Failure::usage(Text::new("cli-absent-hour").with("typed", clean(typed)).with("next", offered)))
        }
    }
}

/// Reads a day: `2026-11-23`, `today`, `hier`, `lundi` (the next one), `3d`.
pub(super) fn day(typed: &str, today: Day) -> Result<Day, Failure> {
    date(typed, today).ok_or_else(|| Failure::usage(Text::new("cli-bad-day").with("typed", clean(typed))))
}

/// Reads a period; the month of `today` where none is given.
pub(super) fn period(span: &Span, today: Day) -> Result<Period, Failure> {
    let bad = |typed: &str| Failure::usage(Text::new("cli-bad-period").with("typed", clean(typed)));
    if let Some(month) = &span.month {
        let first = format!("{month}-01").parse().map_err(|_| bad(month))?;
        return Ok(Period::month_of(first));
    }
    if let Some(week) = &span.week {
        let (year, number) = week.split_once("-W").or_else(|| week.split_once("-S")).ok_or_else(|| bad(week))?;
        let (year, number) = (year.parse().map_err(|_| bad(week))?, number.parse().map_err(|_| bad(week))?);
        let monday = Day::from_isoywd_opt(year, number, Weekday::Mon).ok_or_else(|| bad(week))?;
        return Ok(Period::week_of(monday));
    }
    match (&span.from, &span.to) {
        (Some(from), Some(to)) => Ok(Period::new(day(from, today)?, day(to, today)?)),
        _ => Ok(Period::month_of(today)),
    }
}

fn to_come(moment: Moment, now: Moment) -> Result<Moment, Failure> {
    if moment > now { Ok(moment) } else { Err(Failure::usage(Text::new("cli-past"))) }
}

/// `2h`, `30min`: less than a day is counted from now.
fn span_of_hours(typed: &str) -> Option<Duration> {
    let unit = typed.find(|c: char| !c.is_ascii_digit())?;
    let number: i64 = typed[..unit].parse().ok().filter(|number| *number <= 10_000)?;
    match &typed[unit..] {
        "h" => Some(Duration::hours(number)),
        "min" | "m" => Some(Duration::minutes(number)),
        _ => None,
    }
}

/// `09:00`, `9:00`, `9h`, `9h30`, `09:00:00`.
fn clock(typed: &str) -> Option<NaiveTime> {
    let (hours, minutes) = typed.split_once([':', 'h']).unwrap_or((typed, "0"));
    let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

fn date(typed: &str, today: Day) -> Option<Day> {
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let word = typed.to_lowercase();
    match word.as_str() {
        "today" | "aujourd’hui" | "aujourd'hui" => return Some(today),
        "tomorrow" | "demain" => return today.succ_opt(),
        "yesterday" | "hier" => return today.pred_opt(),
        _ => {}
    }
    if let Some(weekday) = weekday(&word) {
        let ahead = weekday.days_since(today.weekday());
        return today.checked_add_days(chrono::Days::new(u64::from(if ahead == 0 { 7 } else { ahead })));
    }
    let unit = word.find(|c: char| !c.is_ascii_digit())?;
    let number: u64 = word[..unit].parse().ok().filter(|number| *number <= 3_660)?;
    let days = match &word[unit..] {
        "d" | "j" => number,
        "w" | "sem" => number * 7,
        _ => return None,
    };
    today.checked_add_days(chrono::Days::new(days))
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "lundi" => Weekday::Mon,
        "tuesday" | "tue" | "mardi" => Weekday::Tue,
        "wednesday" | "wed" | "mercredi" => Weekday::Wed,
        "thursday" | "thu" | "jeudi" => Weekday::Thu,
        "friday" | "fri" | "vendredi" => Weekday::Fri,
        "saturday" | "sat" | "samedi" => Weekday::Sat,
        "sunday" | "sun" | "dimanche" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand() -> Brand {
        super::super::brand::new("Lumen", chrono_tz::Europe::Paris)
    }

    fn at(typed: &str) -> Result<String, Failure> {
        // A Sunday, 20:30 in Paris.
        let now = "2026-11-22T19:30:00Z".parse().expect("an instant");
        instant(typed, &brand(), now).map(|moment| moment.with_timezone(&chrono_tz::Europe::Paris).format("%a %F %H:%M").to_string())
    }

    #[test]
    fn a_day_alone_is_meant_at_the_opening_hour() {
        for typed in ["2026-11-23", "tomorrow", "demain", "monday", "Lundi", "1d", "1j"] {
            assert_eq!(at(typed).as_deref(), Ok("Mon 2026-11-23 09:00"), "{typed}");
        }
        assert_eq!(at("dimanche").as_deref(), Ok("Sun 2026-11-29 09:00"), "the next one, not today");
    }

    #[test]
    fn hours_are_read_as_both_languages_write_them() {
        for typed in ["2026-11-23T14:30", "2026-11-23 14:30", "demain 14h30", "monday 14:30", "2026-11-23T13:30:00Z"] {
            assert_eq!(at(typed).as_deref(), Ok("Mon 2026-11-23 14:30"), "{typed}");
        }
        assert_eq!(at("2h").as_deref(), Ok("Sun 2026-11-22 22:30"));
        assert_eq!(at("45min").as_deref(), Ok("Sun 2026-11-22 21:15"));
    }

    #[test]
    fn what_is_past_or_unreadable_is_refused() {
        for typed in ["2026-11-22", "yesterday", "soon", "", "T", "25:00", "2026-13-01", "99999999999999h", "2026-11-23T99:00"] {
            assert_eq!(at(typed).map_err(|failure| failure.exit), Err(super::super::failure::Exit::Usage), "{typed}");
        }
    }

    #[test]
    fn an_hour_that_the_clocks_skip_is_refused_and_the_next_one_offered() {
        let failure = at("2027-03-28T02:30").expect_err("02:30 does not exist");
        let texts = crate::lang::Texts::load();
        assert!(failure.say(texts.voice(crate::lang::Lang::En)).contains("2027-03-28T03:00"));
    }

    #[test]
    fn a_period_is_a_month_a_week_or_two_days() {
        let today = "2026-11-22".parse().expect("a day");
        let read = |span: Span| period(&span, today).map(|period| format!("{}/{}", period.from, period.to)).map_err(|failure| failure.exit);
        assert_eq!(read(Span { month: Some("2026-10".into()), ..Span::default() }).as_deref(), Ok("2026-10-01/2026-10-31"));
        assert_eq!(read(Span { week: Some("2026-W43".into()), ..Span::default() }).as_deref(), Ok("2026-10-19/2026-10-25"));
        assert_eq!(read(Span::default()).as_deref(), Ok("2026-11-01/2026-11-30"));
        assert!(read(Span { month: Some("octobre".into()), ..Span::default() }).is_err());
    }
}
