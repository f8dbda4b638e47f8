//! The cover: brand, period, what must not be missed, and the figures that stand for all.

use super::{Chapter, Document, Teller, Tile, trend};
use crate::domain::facts::Section;
use crate::domain::report::{Line, Report};
use crate::domain::time::day_in;
use crate::lang::{Text, format};
use crate::report::say;
use chrono::Datelike;

pub(super) fn of(teller: &Teller<'_>, chapters: Vec<Chapter>) -> Document {
    let (report, voice) = (teller.report, teller.voice);
    let made = Text::new("report-made")
        .with("day", format::date(voice.lang, day_in(report.zone, report.made)))
        .with("hour", format::clock(report.zone, report.made));
    let mut meta = vec![voice.say(&Text::new("report-compared").with("period", say::period(voice, report.before))), voice.say(&made)];
    if report.is_running() {
        meta.push(voice.say(&Text::new("report-running").count("days", report.elapsed).count("of", report.period.days())));
    }
    let mut badges = vec![];
    if report.demo {
        badges.push(voice.t("report-demo"));
    }
    if report.is_provisional() {
        badges.push(voice.t("report-provisional"));
    }
    Document {
        lang: voice.lang.code(),
        brand: report.brand.to_string(),
        colour: report.colour.code(),
        title: voice.t("report-title"),
        period: say::period(voice, report.period),
        meta,
        badges,
        provisional: provisional(teller),
        tiles: tiles(teller),
        chapters,
        contents: voice.t("report-contents"),
        colophon: voice.say(
            &Text::new("report-colophon").with("version", &report.version).with("print", report.fingerprint.get(..16).unwrap_or_default()),
        ),
        attached: voice.t("report-mail-attached"),
    }
}

/// The figures of the cover.
pub(super) fn tiles(teller: &Teller<'_>) -> Vec<Tile> {
    Report::TILES.iter().filter_map(|formula| teller.report.line(*formula)).map(|line| tile(teller, line)).collect()
}

/// Which texts are still to be written; empty when none is.
fn provisional(teller: &Teller<'_>) -> String {
    let left: Vec<String> = Section::ALL
        .iter()
        .filter(|section| teller.report.is_unwritten(**section))
        .map(|section| teller.voice.coded("report-section", section.code()))
        .collect();
    if left.is_empty() {
        return String::new();
    }
    teller.voice.say(&Text::new("report-provisional-why").count("count", left.len()).with("sections", left.join(", ")))
}

fn tile(teller: &Teller<'_>, line: &Line) -> Tile {
    let voice = teller.voice;
    let before = say::figure(voice.lang, &line.before);
    let same_year = teller.report.before.from.year() == teller.report.period.from.year();
    let before = if teller.report.before.is_month() && same_year {
        let month = format::month_name(voice.lang, teller.report.before.from.month());
        Text::new("report-previous-month").with("value", before).with("month", month)
    } else if teller.report.before.is_month() {
        // December beside January, or the same month last year: the year is told.
        let month = say::period(voice, teller.report.before);
        Text::new("report-previous-month").with("value", before).with("month", month)
    } else {
        Text::new("report-previous").with("value", before)
    };
    let mut notes = say::coverage(voice, &line.now);
    if line.change.small && line.change.shift.is_some() {
        notes.push(voice.t("report-small"));
    }
    Tile {
        name: say::name(voice, line.now.formula),
        value: say::figure(voice.lang, &line.now),
        before: voice.say(&before),
        change: line.change.shift.map_or_else(String::new, |_| say::change(voice, line.now.formula, line.change)),
        trend: trend(line.now.formula, line.change),
        note: notes.join(" · "),
        code: line.now.formula.code(),
    }
}
