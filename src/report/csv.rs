//! The CSV form: one long table for a spreadsheet, a row for each value (RFC 4180, UTF-8 with mark).
//!
//! No cell of words can begin a formula; numbers are written plainly, with a point.

use super::WriteError;
use super::say;
use crate::domain::account::Network;
use crate::domain::facts::Section;
use crate::domain::metric::change::Shift;
use crate::domain::metric::{Formula, Unit};
use crate::domain::reading::Metric;
use crate::domain::report::{Line, Report};
use crate::domain::time::{Day, day_in};
use crate::lang::Voice;

/// The heads of the columns; stable names, whatever the language.
pub const COLUMNS: [&str; 19] = [
    "section",
    "code",
    "figure",
    "account",
    "day",
    "value",
    "unit",
    "numerator",
    "denominator",
    "n",
    "previous",
    "change",
    "change_unit",
    "days",
    "days_of",
    "accounts",
    "accounts_of",
    "source",
    "text",
];

/// A row, before it is written. Words and numbers are kept apart: only words are made harmless.
#[derive(Default)]
struct Row {
    section: &'static str,
    code: String,
    figure: String,
    account: String,
    day: Option<Day>,
    value: Option<f64>,
    unit: &'static str,
    ratio: Option<(f64, f64)>,
    n: Option<u64>,
    previous: Option<f64>,
    change: Option<(f64, &'static str)>,
    cover: Option<[u32; 4]>,
    source: String,
    text: String,
}

impl Row {
    fn cells(&self) -> [String; 19] {
        let [days, days_of, accounts, accounts_of] = self.cover.map_or_else(Default::default, |cover| cover.map(|count| count.to_string()));
        [
            words(self.section),
            words(&self.code),
            words(&self.figure),
            words(&self.account),
            self.day.map_or_else(String::new, |day| day.to_string()),
            self.value.map_or_else(String::new, number),
            words(self.unit),
            self.ratio.map_or_else(String::new, |(top, _)| number(top)),
            self.ratio.map_or_else(String::new, |(_, bottom)| number(bottom)),
            self.n.map_or_else(String::new, |n| n.to_string()),
            self.previous.map_or_else(String::new, number),
            self.change.map_or_else(String::new, |(by, _)| number(by)),
            words(self.change.map_or("", |(_, unit)| unit)),
            days,
            days_of,
            accounts,
            accounts_of,
            words(&self.source),
            words(&self.text),
        ]
    }
}

/// Writes a report.
pub fn write(report: &Report, voice: Voice<'_>) -> Result<Vec<u8>, WriteError> {
    // Spreadsheets read UTF-8 as such only where a mark says so.
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS)?;
    let table = Table { report, voice };
    for row in table
        .head()
        .into_iter()
        .chain(table.figures())
        .chain(table.daily())
        .chain(table.posts())
        .chain(table.messages())
        .chain(table.words())
    {
        writer.write_record(row.cells())?;
    }
    writer.into_inner().map_err(|error| WriteError::Table(error.into_error().into()))
}

struct Table<'a> {
    report: &'a Report,
    voice: Voice<'a>,
}

impl Table<'_> {
    fn head(&self) -> Vec<Row> {
        let period = self.report.period;
        let row = |code: &str, text: String| Row { section: "report", code: code.to_owned(), text, ..Row::default() };
        let before = self.report.before;
        vec![
            row("brand", self.report.brand.to_string()),
            row("period", format!("{}/{}", period.from, period.to)),
            row("compared", format!("{}/{}", before.from, before.to)),
            row("made", self.report.made.to_rfc3339()),
            row("version", self.report.version.clone()),
            row("fingerprint", self.report.fingerprint.clone()),
            row("provisional", if self.report.is_provisional() { "yes" } else { "no" }.to_owned()),
            row("demo", if self.report.demo { "yes" } else { "no" }.to_owned()),
        ]
    }

    fn figures(&self) -> Vec<Row> {
        let brand = self.report.lines.iter().map(|line| self.figure(line, String::new(), None));
        let accounts = self.report.accounts.iter().flat_map(|account| {
            let name = format!("{} {}", account.network.code(), account.handle);
            account.lines.iter().map(move |line| self.figure(line, name.clone(), Some(account.network)))
        });
        brand.chain(accounts).collect()
    }

    fn figure(&self, line: &Line, account: String, network: Option<Network>) -> Row {
        let figure = &line.now;
        let withheld = figure.value.is_none() && network.is_some_and(|network| !network.allows(figure.formula));
        let sources: Vec<&str> = figure.origins.iter().map(|origin| origin.code()).collect();
        Row {
            section: line.section.code(),
            code: figure.formula.code().to_owned(),
            figure: say::name(self.voice, figure.formula),
            account,
            value: figure.value,
            unit: figure.formula.unit().code(),
            ratio: figure.numerator.zip(figure.denominator),
            n: Some(figure.n),
            previous: line.before.value,
            change: line.change.shift.map(|shift| (shift.by(), change_unit(shift, figure.formula, line.change.by_day))),
            cover: Some([figure.days.known, figure.days.of, figure.accounts.known, figure.accounts.of]),
            source: sources.join(" "),
            // An empty value is unknown; one that the network never gives says so.
            text: if withheld { "not-given".to_owned() } else { String::new() },
            ..Row::default()
        }
    }

    fn daily(&self) -> impl Iterator<Item = Row> {
        self.report.accounts.iter().flat_map(move |account| {
            account.days.iter().flat_map(move |(metric, values)| {
                self.report.period.iter().zip(values).filter_map(move |(day, value)| {
                    Some(Row {
                        section: if *metric == Metric::Followers { Section::Audience.code() } else { Section::Visibility.code() },
                        code: format!("day-{}", metric.code()),
                        figure: self.voice.coded("report-metric", metric.code()),
                        account: format!("{} {}", account.network.code(), account.handle),
                        day: Some(day),
                        value: Some(crate::domain::metric::tally::number((*value)?)),
                        unit: Unit::Count.code(),
                        ..Row::default()
                    })
                })
            })
        })
    }

    fn posts(&self) -> Vec<Row> {
        let mut rows = vec![];
        for post in &self.report.posts {
            let account =
                self.report.account(post.account).map_or_else(String::new, |part| format!("{} {}", part.network.code(), part.handle));
            let row = |code: String, figure: String, value: Option<f64>, unit: Unit| Row {
                section: Section::Content.code(),
                code,
                figure,
                account: account.clone(),
                day: Some(post.day),
                value,
                unit: unit.code(),
                text: post.title.to_string(),
                ..Row::default()
            };
            for (metric, value) in &post.figures {
                let name = self.voice.coded("report-metric", metric.code());
                rows.push(row(format!("post-{}", metric.code()), name, Some(crate::domain::metric::tally::number(*value)), Unit::Count));
            }
            for formula in [Formula::EngagementByReach, Formula::EngagementByFollowers] {
                let value = post.rate(formula);
                if value.is_some() {
                    rows.push(row(format!("post-{}", formula.code()), say::name(self.voice, formula), value, Unit::Ratio));
                }
            }
        }
        rows
    }

    fn messages(&self) -> Vec<Row> {
        let count = |code: String, figure: String, value: u32| Row {
            section: Section::Exchanges.code(),
            code,
            figure,
            value: Some(f64::from(value)),
            unit: Unit::Count.code(),
            ..Row::default()
        };
        let mut rows = vec![];
        for kind in &self.report.kinds {
            let name = self.voice.coded("report-kind", kind.kind.code());
            let code = kind.kind.code();
            rows.push(Row {
                previous: Some(f64::from(kind.received_before)),
                ..count(format!("received-{code}"), name.clone(), kind.received)
            });
            rows.push(count(format!("needing-{code}"), name.clone(), kind.needing));
            rows.push(count(format!("answered-{code}"), name.clone(), kind.answered));
            rows.push(count(format!("delegated-{code}"), name.clone(), kind.delegated));
            rows.push(count(format!("waiting-{code}"), name, kind.waiting));
        }
        let received = say::name(self.voice, Formula::Received);
        rows.extend(
            self.report
                .by_day
                .iter()
                .map(|(day, value)| Row { day: Some(*day), ..count("day-received".to_owned(), received.clone(), *value) }),
        );
        rows.extend(
            self.report.moderation.iter().map(|(act, value)| count(format!("act-{act}"), self.voice.coded("report-act", act), *value)),
        );
        rows
    }

    fn words(&self) -> Vec<Row> {
        let texts = self.report.texts.iter().map(|(section, text)| Row {
            section: section.code(),
            code: "text".to_owned(),
            figure: self.voice.coded("report-lead", section.code()),
            text: text.to_string(),
            ..Row::default()
        });
        let kept = self.report.highlights.iter().map(|kept| Row {
            section: Section::Voice.code(),
            code: kept.kind.code().to_owned(),
            account: kept.named().to_string(),
            day: Some(day_in(self.report.zone, kept.at)),
            text: kept.text.to_string(),
            ..Row::default()
        });
        texts.chain(kept).collect()
    }
}

const fn change_unit(shift: Shift, formula: Formula, by_day: bool) -> &'static str {
    match (shift, by_day) {
        (Shift::Percent(_), false) => "part",
        (Shift::Percent(_), true) => "part-by-day",
        (Shift::Points(_), _) => "points",
        (Shift::Difference(_), _) => formula.unit().code(),
    }
}

/// A number as every program reads it, without needless decimals.
fn number(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.6}").trim_end_matches('0').to_owned() }
}

/// Words that no spreadsheet takes for a formula: an apostrophe stands before `=`, `+`, `-`, `@`, a
/// tab or a return at the start of a cell, and after what splits cells elsewhere (`;`, a tab, a line).
#[must_use]
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut starts = true;
    for c in text.chars() {
        let acts = matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
        if starts && acts {
            out.push('\'');
        }
        out.push(c);
        starts = matches!(c, ';' | '\t' | '\n' | '\r') || (starts && !acts && (c.is_whitespace() || c == '"'));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_begin_a_formula_and_numbers_stay_numbers() {
        for attack in ["=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "  =1", "\"=1", "=cmd|' /C calc'!A0", "＝1"] {
            assert!(words(attack).trim_start_matches([' ', '"']).starts_with('\''), "{attack:?} → {:?}", words(attack));
        }
        assert_eq!(words("oui;=1+1"), "oui;'=1+1");
        assert_eq!(words("un\n=1+1"), "un\n'=1+1");
        assert_eq!(words("a-b = c, +1"), "a-b = c, +1");
        assert_eq!(number(-12.0), "-12");
        assert_eq!(number(0.043_2), "0.0432");
    }
}
