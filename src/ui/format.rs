//! Small ways of writing that several screens share.

use crate::domain::time::{Moment, Zone};
use crate::lang::{Lang, format};

/// How long ago something was, in its largest unit: `4h`, `12min`, `3j`.
#[must_use]
pub fn age(lang: Lang, now: Moment, at: Moment) -> String {
    let seconds = (now - at).num_seconds().max(0);
    let day = match lang {
        Lang::Fr => "j",
        Lang::En => "d",
    };
    match (seconds / 86_400, seconds / 3_600, seconds / 60) {
        (0, 0, 0) => "<1min".to_owned(),
        (0, 0, minutes) => format!("{minutes}min"),
        (0, hours, _) => format!("{hours}h"),
        (days, _, _) => format!("{days}{day}"),
    }
}

/// The same within a sentence: `4 h`, `12 min`, `3 j`; the space does not break.
#[must_use]
pub fn age_said(lang: Lang, now: Moment, at: Moment) -> String {
    let age = age(lang, now, at);
    let unit = age.find(|c: char| c.is_alphabetic()).unwrap_or(age.len());
    format!("{}{}{}", &age[..unit], format::NARROW, &age[unit..])
}

/// A text whose first letter is a capital: a month at the head of a title.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `16/11 09:12`, `16 Nov 09:12`.
#[must_use]
pub fn day_and_clock(lang: Lang, zone: Zone, at: Moment) -> String {
    format!("{} {}", format::tiny_day(lang, crate::domain::time::day_in(zone, at)), format::clock(zone, at))
}

/// A bar of `width` cells, `done` out of `all` of them full.
#[must_use]
pub fn bar(done: u32, all: u32, width: usize) -> String {
    let full = if all == 0 { 0 } else { (done as usize * width + all as usize / 2) / all as usize };
    let full = full.min(width);
    format!("{}{}", "█".repeat(full), "░".repeat(width - full))
}

/// A line of eighths, one sign a value; a gap stays a gap.
#[must_use]
pub fn sparkline(values: &[Option<f64>]) -> String {
    const SIGNS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
    let known = values.iter().flatten().copied();
    let (low, high) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let span = (high - low).max(f64::EPSILON);
    #[expect(clippy::cast_sign_loss, reason = "a share of 0 to 6")]
    let sign = |value: f64| SIGNS[(((value - low) / span * 6.0).round() as usize).min(6)];
    values.iter().map(|value| value.map_or(' ', sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_in_a_line_is_not_a_zero() {
        assert_eq!(sparkline(&[Some(0.0), None, Some(6.0)]), "▁ ▇");
    }

    #[test]
    fn a_bar_is_full_at_its_end_and_empty_without_anything() {
        assert_eq!(bar(4, 4, 4), "████");
        assert_eq!(bar(0, 0, 4), "░░░░");
    }
}
