//! Working hours as one types them: `9-17 lun-ven`, `8:45-17h30 mon,tue,thu`. Both languages are read.

use crate::domain::hours::WorkingHours;
use crate::lang::{Lang, format};
use chrono::{NaiveTime, Timelike};

/// The days as they may begin, Monday first: two letters tell them apart in each language.
const DAYS: [&[&str]; 7] = [&["lu", "mo"], &["ma", "tu"], &["me", "we"], &["je", "th"], &["ve", "fr"], &["sa"], &["di", "su"]];

/// Writes hours as they are read.
pub(super) fn write(lang: Lang, hours: &WorkingHours) -> String {
    let names = format::short_weekdays(lang).map(|name| name.trim_end_matches('.'));
    let works = |day: usize| hours.weekdays.get(day).copied().unwrap_or(false);
    let mut parts = Vec::new();
    let mut day = 0;
    while day < 7 {
        let end = (day..7).take_while(|day| works(*day)).last();
        match end {
            Some(end) if end > day => parts.push(format!("{}-{}", names[day], names[end])),
            Some(_) => parts.push(names[day].to_owned()),
            None => {}
        }
        day = end.unwrap_or(day) + 1;
    }
    format!("{}-{} {}", clock(hours.opens), clock(hours.closes), parts.join(","))
}

fn clock(time: NaiveTime) -> String {
    if time.minute() == 0 { time.hour().to_string() } else { time.format("%H:%M").to_string() }
}

/// Reads hours; without days, Monday to Friday. `None` if they can't be understood.
pub(super) fn read(typed: &str) -> Option<WorkingHours> {
    let typed = typed.trim().to_lowercase().replace(['–', '—', 'à'], "-").replace([' ', '\u{a0}', '\u{202f}'], " ");
    let split = typed.find(|c: char| c.is_alphabetic() && c != 'h').unwrap_or(typed.len());
    let (span, days) = typed.split_at(split);
    let (opens, closes) = span.split_once('-')?;
    let (opens, closes) = (time(opens)?, time(closes)?);
    let weekdays = if days.trim().is_empty() { WorkingHours::default().weekdays } else { weekdays(days)? };
    (opens < closes).then(|| WorkingHours { opens, closes, weekdays, ..WorkingHours::default() })
}

/// Reads `9`, `9h`, `9 h 30`, `9:30` or `9h30`.
fn time(typed: &str) -> Option<NaiveTime> {
    let compact: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = compact.splitn(2, ['h', ':']);
    let hour = parts.next()?.parse().ok()?;
    let minute = match parts.next() {
        None | Some("") => 0,
        Some(minute) => minute.parse().ok()?,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Reads `lun-ven`, `mon,wed,fri` or `mar-jeu sam`.
fn weekdays(typed: &str) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    for part in typed.split([',', ' ', ';']).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (weekday(from)?, weekday(to)?);
        days.get_mut(from..=to)?.fill(true);
    }
    days.contains(&true).then_some(days)
}

fn weekday(typed: &str) -> Option<usize> {
    let typed = typed.trim();
    DAYS.iter().position(|names| names.iter().any(|name| typed.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for lang in Lang::ALL {
            for typed in ["9-17", "8:45-17:30 lun-ven", "10-19 mar-sam", "9-12 lun,mer,ven", "9-18 lun-mar,jeu-dim"] {
                let hours = read(typed).expect("the hours are understood");
                assert_eq!(read(&write(lang, &hours)), Some(hours), "{typed}");
            }
        }
    }

    #[test]
    fn both_languages_and_habits_of_writing_are_understood() {
        let expected = read("8:30-18:00 mon-fri");
        assert!(expected.is_some());
        for typed in ["8h30-18h lundi-vendredi", "8 h 30 – 18 h lun-ven", "08:30 à 18:00 lun-ven", "8:30-18 Monday-Friday"] {
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for typed in ["", "9", "17-9", "9-17 foo", "25-26", "9-17 ven-lun", "neuf"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
