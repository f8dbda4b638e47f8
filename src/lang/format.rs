//! Numbers, dates, hours, durations and percentages as each language writes them.
//!
//! French: narrow no-break space (U+202F) between thousands and before `%`, comma for decimals.

use super::{Lang, Text, Voice};
use crate::domain::count::Count;
use crate::domain::time::{Day, Moment, Zone};
use chrono::{Datelike, Timelike};

/// The narrow no-break space of French typography.
pub const NARROW: char = '\u{202f}';

/// A whole number with its thousands grouped.
#[must_use]
pub fn integer(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mark = match lang {
        Lang::Fr => NARROW,
        Lang::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    if number < 0 { format!("−{grouped}") } else { grouped }
}

/// A number with `decimals` places, rounded half away from zero (rule H14).
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "figures of a report stay far below 2^63")]
pub fn decimal(lang: Lang, number: f64, decimals: u32) -> String {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    // The nudge undoes binary representation: 1.005 is meant to be half way.
    let scaled = (number.abs() * scale + 1e-9).round();
    let whole = (scaled / scale).trunc();
    let sign = if number < 0.0 && scaled > 0.0 { "−" } else { "" };
    let head = integer(lang, whole as i64);
    if decimals == 0 {
        return format!("{sign}{head}");
    }
    let mark = match lang {
        Lang::Fr => ',',
        Lang::En => '.',
    };
    let tail = (scaled - whole * scale) as i64;
    format!("{sign}{head}{mark}{tail:0width$}", width = decimals as usize)
}

/// A percentage: one decimal, two below 1 % (rule H14). `ratio` 0.043 is `4,3 %` in French.
#[must_use]
pub fn percent(lang: Lang, ratio: f64) -> String {
    let value = ratio * 100.0;
    let decimals = if value != 0.0 && value.abs() < 1.0 { 2 } else { 1 };
    match lang {
        Lang::Fr => format!("{}{NARROW}%", decimal(lang, value, decimals)),
        Lang::En => format!("{}%", decimal(lang, value, decimals)),
    }
}

/// A number with its sign, `+` or `−`; zero has none.
#[must_use]
pub fn signed(lang: Lang, number: i64) -> String {
    if number > 0 { format!("+{}", integer(lang, number)) } else { integer(lang, number) }
}

/// The time of day, `09:12` in both languages.
#[must_use]
pub fn clock(zone: Zone, at: Moment) -> String {
    let local = at.with_timezone(&zone);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

const MONTHS: [[&str; 12]; 2] = [
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];
const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];
const SHORT_WEEKDAYS: [[&str; 7]; 2] =
    [["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]];

const fn column(lang: Lang) -> usize {
    match lang {
        Lang::Fr => 0,
        Lang::En => 1,
    }
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month_name(lang: Lang, month: u32) -> &'static str {
    MONTHS[column(lang)][(month.clamp(1, 12) - 1) as usize]
}

/// The initials or short names of the weekdays, Monday first.
#[must_use]
pub fn short_weekdays(lang: Lang) -> [&'static str; 7] {
    SHORT_WEEKDAYS[column(lang)]
}

/// `novembre 2026`, `November 2026`.
#[must_use]
pub fn month(lang: Lang, day: Day) -> String {
    format!("{} {}", month_name(lang, day.month()), day.year())
}

/// `lundi 16 novembre 2026`, `Monday 16 November 2026`. The first of a French month is `1er`.
#[must_use]
pub fn long_day(lang: Lang, day: Day) -> String {
    let weekday = WEEKDAYS[column(lang)][day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {} {}", ordinal(lang, day.day()), month_name(lang, day.month()), day.year())
}

/// `16 novembre 2026`, `16 November 2026`.
#[must_use]
pub fn date(lang: Lang, day: Day) -> String {
    format!("{} {} {}", ordinal(lang, day.day()), month_name(lang, day.month()), day.year())
}

/// `lun. 16 nov.`, `Mon 16 Nov`.
#[must_use]
pub fn short_day(lang: Lang, day: Day) -> String {
    let weekday = SHORT_WEEKDAYS[column(lang)][day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {}", ordinal(lang, day.day()), SHORT_MONTHS[column(lang)][day.month0() as usize])
}

/// `16/11`, `16 Nov`.
#[must_use]
pub fn tiny_day(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}", day.day(), day.month()),
        Lang::En => format!("{} {}", day.day(), SHORT_MONTHS[1][day.month0() as usize]),
    }
}

fn ordinal(lang: Lang, day: u32) -> String {
    if lang == Lang::Fr && day == 1 { "1er".to_owned() } else { day.to_string() }
}

/// A length of time in its two largest units: `48 s`, `3 min`, `1 h 20`, `2 j 4 h` (`2 d 4 h`).
#[must_use]
pub fn duration(lang: Lang, seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    let day = match lang {
        Lang::Fr => 'j',
        Lang::En => 'd',
    };
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds}\u{a0}s"),
        (0, 0, _) => format!("{minutes}\u{a0}min"),
        (0, _, 0) => format!("{hours}\u{a0}h"),
        (0, _, _) => format!("{hours}\u{a0}h\u{a0}{minutes:02}"),
        (_, 0, _) => format!("{days}\u{a0}{day}"),
        _ => format!("{days}\u{a0}{day} {hours}\u{a0}h"),
    }
}

/// A length of working time: hours are not turned into days, for a working day is no 24 h.
#[must_use]
pub fn working(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds}\u{a0}s"),
        (0, _) => format!("{minutes}\u{a0}min"),
        (_, 0) => format!("{hours}\u{a0}h"),
        _ => format!("{hours}\u{a0}h\u{a0}{minutes:02}"),
    }
}

/// How long a text is for one network: `210/300`; where its bytes alone are too many, they are told too.
#[must_use]
pub fn counted(voice: Voice<'_>, count: Count) -> String {
    let integer = |number: u32| integer(voice.lang, i64::from(number));
    let length = format!("{}/{}", integer(count.used), integer(count.limit));
    let Some((bytes, most)) = count.bytes else { return length };
    let bytes = Text::new("composer-bytes").with("bytes", integer(bytes)).with("most", integer(most));
    format!("{length} · {}", voice.say(&bytes))
}

/// A sentence and the next one; the words of a network often end without a sign, and then get theirs.
#[must_use]
pub fn followed(said: &str, next: &str) -> String {
    let ends = said.trim_end().ends_with(['.', '!', '?', '…', ':', ';', ')', '»', '”']);
    if ends { format!("{said} {next}") } else { format!("{said}. {next}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_typography() {
        assert_eq!(integer(Lang::Fr, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(integer(Lang::En, -1_234), "−1,234");
        assert_eq!(percent(Lang::Fr, 0.0432), "4,3\u{202f}%");
        assert_eq!(percent(Lang::En, 0.0078_9), "0.79%");
        assert_eq!(decimal(Lang::En, 12.5, 0), "13", "half rounds away from zero");
        assert_eq!(decimal(Lang::En, -0.04, 1), "0.0", "no minus before zero");
    }

    #[test]
    fn a_first_of_the_month_is_an_ordinal_in_french() {
        let day: Day = "2026-11-01".parse().expect("a day");
        assert_eq!(long_day(Lang::Fr, day), "dimanche 1er novembre 2026");
        assert_eq!(long_day(Lang::En, day), "Sunday 1 November 2026");
    }

    #[test]
    fn durations_keep_two_units() {
        assert_eq!(duration(Lang::Fr, 4_800), "1\u{a0}h\u{a0}20");
        assert_eq!(duration(Lang::En, 187_200), "2\u{a0}d 4\u{a0}h");
        assert_eq!(working(93_600), "26\u{a0}h");
    }
}
