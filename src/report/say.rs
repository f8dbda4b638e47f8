//! Figures, changes and periods in words: the one place that rounds them (rule H14).

use crate::domain::account::Network;
use crate::domain::metric::change::{Change, Shift};
use crate::domain::metric::{Figure, Formula, Unit};
use crate::domain::time::Period;
use crate::lang::{Lang, Text, Voice, format};
use chrono::Datelike;

/// What is not known.
pub const UNKNOWN: &str = "—";

/// A value in the unit of its formula; « — » if it is unknown (rule H2).
#[must_use]
pub fn value(lang: Lang, formula: Formula, value: Option<f64>) -> String {
    let Some(value) = value else { return UNKNOWN.to_owned() };
    match formula.unit() {
        Unit::Count if formula.is_difference() => signed(lang, value, 0),
        Unit::Count => format::decimal(lang, value, 0),
        Unit::Ratio if formula == Formula::Growth && value > 0.0 => format!("+{}", format::percent(lang, value)),
        Unit::Ratio => format::percent(lang, value),
        Unit::PerPost | Unit::Times => format::decimal(lang, value, 1),
        Unit::Seconds => format::working(minutes(value)),
        Unit::Score => signed(lang, value, 1),
    }
}

/// The value of a figure.
#[must_use]
pub fn figure(lang: Lang, figure: &Figure) -> String {
    value(lang, figure.formula, figure.value)
}

/// What stands for a value that is not there: unknown, or never given by the network.
#[must_use]
pub fn absent(voice: Voice<'_>, network: Network, formula: Formula) -> String {
    if network.allows(formula) { UNKNOWN.to_owned() } else { voice.t("report-not-given") }
}

fn signed(lang: Lang, number: f64, decimals: u32) -> String {
    let text = format::decimal(lang, number, decimals);
    let is_zero = text.chars().all(|c| !('1'..='9').contains(&c));
    if number > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// A time to the minute: what is less than one is told in seconds.
fn minutes(seconds: f64) -> i64 {
    if seconds < 60.0 { seconds.round() as i64 } else { (seconds / 60.0).round() as i64 * 60 }
}

/// How a figure moved: `+11 %`, `+0,3 pt`, `−35 min`; « — » where nothing can be said.
#[must_use]
pub fn change(voice: Voice<'_>, formula: Formula, change: Change) -> String {
    let lang = voice.lang;
    let Some(shift) = change.shift else { return UNKNOWN.to_owned() };
    let said = match shift {
        Shift::Percent(by) => percent(lang, by),
        Shift::Points(by) => {
            let id = if formula.unit() == Unit::Score { "report-change-score" } else { "report-change-points" };
            voice.say(&Text::new(id).with("by", signed(lang, by, 1)))
        }
        Shift::Difference(by) if formula.unit() == Unit::Seconds => {
            let sign = if by < 0.0 { "−" } else { "+" };
            let by = minutes(by.abs());
            if by == 0 { voice.t("report-no-change") } else { format!("{sign}{}", format::working(by)) }
        }
        Shift::Difference(0.0) => voice.t("report-no-change"),
        Shift::Difference(by) => signed(lang, by, u32::from(matches!(formula.unit(), Unit::PerPost | Unit::Times))),
    };
    if change.by_day { voice.say(&Text::new("report-change-by-day").with("change", said)) } else { said }
}

/// A change in per cent, without decimals (vector V5).
fn percent(lang: Lang, by: f64) -> String {
    let number = signed(lang, by * 100.0, 0);
    match lang {
        Lang::Fr => format!("{number}{}%", format::NARROW),
        Lang::En => format!("{number}%"),
    }
}

/// What a figure is made of and covers: `1 118 ÷ 25 880 · 3 comptes sur 5`. Empty if it covers all
/// and is no ratio.
#[must_use]
pub fn grounds(voice: Voice<'_>, figure: &Figure) -> String {
    let mut parts = Vec::new();
    parts.extend(division(voice, figure));
    if matches!(figure.formula.unit(), Unit::Seconds | Unit::Score) || figure.formula == Formula::MedianEngagement {
        parts.push(voice.say(&Text::new("report-sample").with("n", format::integer(voice.lang, i64::try_from(figure.n).unwrap_or(0)))));
    }
    parts.extend(coverage(voice, figure));
    parts.join(" · ")
}

/// The two sides of a ratio.
#[must_use]
pub fn division(voice: Voice<'_>, figure: &Figure) -> Option<String> {
    let side = |number: f64| format::decimal(voice.lang, number, u32::from(number.fract() > 0.049 && number < 1_000.0));
    let (top, bottom) = figure.numerator.zip(figure.denominator)?;
    Some(voice.say(&Text::new("report-division").with("top", side(top)).with("bottom", side(bottom))))
}

/// The accounts and days that a figure covers, where that is not all of them.
#[must_use]
pub fn coverage(voice: Voice<'_>, figure: &Figure) -> Vec<String> {
    let told = |id: &'static str, cover: crate::domain::metric::Cover| {
        (!cover.is_whole()).then(|| voice.say(&Text::new(id).count("known", cover.known).count("of", cover.of)))
    };
    [told("report-coverage-accounts", figure.accounts), told("report-coverage-days", figure.days)].into_iter().flatten().collect()
}

/// The name of a figure.
#[must_use]
pub fn name(voice: Voice<'_>, formula: Formula) -> String {
    voice.coded("report-figure", formula.code())
}

/// How a figure is counted, in one or two sentences.
#[must_use]
pub fn definition(voice: Voice<'_>, formula: Formula) -> String {
    voice.coded("report-how", formula.code())
}

/// A period as the reader says it: a month by its name, a week by its number, else both ends.
#[must_use]
pub fn period(voice: Voice<'_>, period: Period) -> String {
    let lang = voice.lang;
    if period.is_month() {
        return format::month(lang, period.from);
    }
    let (id, week) = if period == Period::week_of(period.from) {
        ("report-period-week", period.from.iso_week().week())
    } else {
        ("report-period-span", 0)
    };
    let text = Text::new(id).with("from", format::date(lang, period.from)).with("to", format::date(lang, period.to));
    voice.say(&if week > 0 { text.with("week", week) } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::metric::Cover;
    use crate::lang::Texts;

    fn between(formula: Formula, now: f64, before: f64) -> (Figure, Change) {
        let figure = |value| Figure { value: Some(value), n: 100, ..Figure::unknown(formula) };
        (figure(now), Change::between(&figure(now), &figure(before)))
    }

    #[test]
    fn changes_are_said_in_the_unit_that_is_honest() {
        let texts = Texts::load();
        let said = |lang, formula, now, before| change(texts.voice(lang), formula, between(formula, now, before).1);
        assert_eq!(said(Lang::Fr, Formula::SummedReach, 38_200.0, 31_000.0), "+23\u{202f}%");
        assert_eq!(said(Lang::En, Formula::SummedReach, 22_400.0, 24_100.0), "−7%");
        assert_eq!(said(Lang::Fr, Formula::EngagementByReach, 0.0292, 0.0264), "+0,3\u{a0}pt");
        assert_eq!(said(Lang::En, Formula::EngagementByReach, 0.0729, 0.0612), "+1.2\u{a0}pp");
        assert_eq!(said(Lang::Fr, Formula::MedianAnswer, 4_800.0, 6_900.0), "−35\u{a0}min");
        assert_eq!(said(Lang::En, Formula::Followers, 50.0, 0.0), "+50");
    }

    #[test]
    fn values_carry_their_unit_and_unknown_is_a_dash() {
        assert_eq!(value(Lang::Fr, Formula::NetFollowers, Some(212.0)), "+212");
        assert_eq!(value(Lang::Fr, Formula::Growth, Some(0.2)), "+20,0\u{202f}%");
        assert_eq!(value(Lang::En, Formula::NetTone, Some(42.3)), "+42.3");
        assert_eq!(value(Lang::En, Formula::MedianAnswer, Some(4_800.0)), "1\u{a0}h\u{a0}20");
        assert_eq!(value(Lang::En, Formula::Views, None), "—");
    }

    #[test]
    fn a_figure_says_what_it_rests_on() {
        let texts = Texts::load();
        let figure = Figure::ratio(Formula::EngagementByReach, 1_118.0, 25_880.0, 1.0).covering(Cover::new(7, 7), Cover::new(3, 5));
        assert_eq!(grounds(texts.voice(Lang::Fr), &figure), "1\u{202f}118 ÷ 25\u{202f}880 · 3 comptes sur 5");
        assert_eq!(grounds(texts.voice(Lang::En), &figure), "1,118 ÷ 25,880 · 3 of 5 accounts");
    }
}
