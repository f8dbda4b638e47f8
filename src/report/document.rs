//! A report said in words: headings, tiles, tables, charts and quotes, in the report's language.
//!
//! Plain text throughout: each format escapes all of it for itself, whoever wrote it.

mod cover;
mod exchanges;
mod method;
mod posts;
mod reach;

use super::chart::Chart;
use super::say;
use crate::domain::AccountId;
use crate::domain::account::Network;
use crate::domain::facts::Section;
use crate::domain::metric::change::{Change, Shift};
use crate::domain::metric::{Figure, Formula};
use crate::domain::report::{Line, Report};
use crate::domain::time::Day;
use crate::lang::{Text, Voice, format};
use serde::Serialize;

/// A report in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// `fr` or `en`.
    pub lang: &'static str,
    /// The brand.
    pub brand: String,
    /// The brand's colour, by its code.
    pub colour: &'static str,
    /// What it is.
    pub title: String,
    /// The period.
    pub period: String,
    /// With what it compares, when it was made.
    pub meta: Vec<String>,
    /// Words that must not be missed: provisional, demonstration data, still running.
    pub badges: Vec<String>,
    /// Why it is provisional; may be empty.
    pub provisional: String,
    /// The figures of the cover.
    pub tiles: Vec<Tile>,
    /// Its sections.
    pub chapters: Vec<Chapter>,
    /// The word for the table of contents.
    pub contents: String,
    /// The last line.
    pub colophon: String,
    /// What an e-mail says of the attached report.
    pub attached: String,
}

/// A figure of the cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tile {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// The value before.
    pub before: String,
    /// How it moved; empty where nothing can be said.
    pub change: String,
    /// How it is to be seen.
    pub trend: Trend,
    /// What it rests on; may be empty.
    pub note: String,
    /// The code of its formula: where the method tells it.
    pub code: &'static str,
}

/// How a movement is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Trend {
    /// For the better.
    Good,
    /// For the worse.
    Bad,
    /// Neither.
    Plain,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chapter {
    /// Which.
    #[serde(skip)]
    pub section: Section,
    /// Its code: where links go.
    pub code: &'static str,
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// What the CM writes there.
    pub lead: Option<Lead>,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// The CM's own words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lead {
    /// What is asked.
    pub label: String,
    /// What the CM wrote, by paragraph; empty when nothing was.
    pub paragraphs: Vec<String>,
    /// What stands there instead.
    pub missing: String,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Block {
    /// A heading.
    Heading {
        /// What it says.
        text: String,
    },
    /// A remark.
    Note {
        /// What it says.
        text: String,
    },
    /// Short lines.
    List {
        /// What they say.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
    /// A chart; HTML draws it, the other forms tell it.
    Chart(Chart),
    /// What people said.
    Quotes {
        /// In their order.
        quotes: Vec<Quote>,
    },
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// The heads of the columns; the first one is of words, the others of numbers unless said.
    pub head: Vec<String>,
    /// How many columns at the left hold words.
    pub words: usize,
    /// Whether it is a long one of small print.
    pub dense: bool,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// A remark below; may be empty.
    pub note: String,
    /// The code of the formula that the method tells; may be empty.
    pub code: &'static str,
    /// Where the method tells a formula, its code; may be empty.
    pub anchor: &'static str,
}

impl Cell {
    /// A cell without remark.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The same with a remark.
    #[must_use]
    pub fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Who and when.
    pub by: String,
}

impl Document {
    /// Says a report.
    #[must_use]
    pub fn of(report: &Report, voice: Voice<'_>) -> Self {
        let teller = Teller { report, voice };
        let chapters = Section::ALL.iter().enumerate().map(|(place, section)| teller.chapter(*section, place + 1)).collect();
        cover::of(&teller, chapters)
    }

    /// One chapter alone, for a preview that is drawn often.
    #[must_use]
    pub fn chapter_of(report: &Report, voice: Voice<'_>, section: Section) -> Chapter {
        let number = Section::ALL.iter().position(|listed| *listed == section).unwrap_or(0) + 1;
        Teller { report, voice }.chapter(section, number)
    }

    /// The figures of the cover alone.
    #[must_use]
    pub fn tiles_of(report: &Report, voice: Voice<'_>) -> Vec<Tile> {
        cover::tiles(&Teller { report, voice })
    }

    /// The chapter of a section.
    #[must_use]
    pub fn chapter(&self, section: Section) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.section == section)
    }
}

/// Says the parts of a report.
struct Teller<'a> {
    report: &'a Report,
    voice: Voice<'a>,
}

impl Teller<'_> {
    fn chapter(&self, section: Section, number: usize) -> Chapter {
        let blocks = match section {
            Section::Essentials | Section::Next => vec![],
            Section::Goals => self.goals(),
            Section::Audience => self.audience(),
            Section::Visibility => self.visibility(),
            Section::Content => self.content(),
            Section::Exchanges => self.exchanges(),
            Section::Voice => self.community(),
            Section::Method => self.method(),
        };
        let title = self.voice.coded("report-section", section.code());
        Chapter { section, code: section.code(), number, title, lead: self.lead(section), blocks }
    }

    fn lead(&self, section: Section) -> Option<Lead> {
        let paragraphs = self.report.text(section).map_or_else(Vec::new, |text| {
            text.as_str().split("\n\n").map(|paragraph| paragraph.trim().to_owned()).filter(|paragraph| !paragraph.is_empty()).collect()
        });
        section.has_text().then(|| Lead {
            label: self.voice.coded("report-lead", section.code()),
            paragraphs,
            missing: self.voice.t("report-to-write"),
        })
    }

    fn goals(&self) -> Vec<Block> {
        let wanted = [
            Formula::EngagementByReach,
            Formula::PerThousand,
            Formula::NetFollowers,
            Formula::Posts,
            Formula::Received,
            Formula::ResponseRate,
            Formula::MedianAnswer,
            Formula::WithinTarget,
        ];
        let lines = wanted.iter().filter_map(|formula| self.report.line(*formula));
        vec![self.heading("report-results"), self.figures(lines), self.note("report-no-goals")]
    }

    /// A table of figures beside those of the period before; what is unknown in both is left out.
    fn figures<'l>(&self, lines: impl Iterator<Item = &'l Line>) -> Block {
        let rows = lines
            .filter(|line| Report::TILES.contains(&line.now.formula) || line.now.value.is_some() || line.before.value.is_some())
            .map(|line| self.row(line))
            .collect();
        let head = vec![
            self.voice.t("report-column-figure"),
            say::period(self.voice, self.report.period),
            say::period(self.voice, self.report.before),
            self.voice.t("report-column-change"),
        ];
        Block::Table(Table { head, words: 1, dense: false, rows })
    }

    /// Which networks of the report never give what a figure is counted from; empty where all do.
    fn withheld(&self, formula: Formula) -> String {
        let mut names: Vec<&str> = Vec::new();
        for network in self.report.accounts.iter().map(|account| account.network).filter(|network| !network.allows(formula)) {
            if !names.contains(&network.name()) {
                names.push(network.name());
            }
        }
        if names.is_empty() { String::new() } else { self.voice.say(&Text::new("report-withheld").with("networks", names.join(", "))) }
    }

    fn row(&self, line: &Line) -> Vec<Cell> {
        let mut notes = say::coverage(self.voice, &line.now);
        let withheld = if line.now.accounts.is_whole() { String::new() } else { self.withheld(line.now.formula) };
        notes.extend(Some(withheld).filter(|said| !said.is_empty()));
        if line.change.small && line.change.shift.is_some() {
            notes.push(self.voice.t("report-small"));
        }
        let figure = Cell { code: line.now.formula.code(), ..Cell::new(say::name(self.voice, line.now.formula)) };
        vec![
            figure.noted(notes.join(" · ")),
            Cell::new(say::figure(self.voice.lang, &line.now)),
            Cell::new(say::figure(self.voice.lang, &line.before)),
            self.change(line),
        ]
    }

    fn change(&self, line: &Line) -> Cell {
        Cell::new(say::change(self.voice, line.now.formula, line.change))
    }

    fn heading(&self, id: &'static str) -> Block {
        Block::Heading { text: self.voice.t(id) }
    }

    fn note(&self, id: &'static str) -> Block {
        Block::Note { text: self.voice.t(id) }
    }

    fn integer(&self, count: u64) -> String {
        format::integer(self.voice.lang, i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn count(&self, count: Option<u64>) -> Cell {
        Cell::new(count.map_or_else(|| say::UNKNOWN.to_owned(), |count| self.integer(count)))
    }

    /// What stands for a figure that an account does not have.
    fn absent(&self, network: Network, formula: Formula) -> Cell {
        Cell::new(say::absent(self.voice, network, formula))
    }

    fn day(&self, day: Day) -> String {
        format::tiny_day(self.voice.lang, day)
    }

    /// The name of an account: its network; its handle too where the brand has two there.
    fn account(&self, account: AccountId) -> String {
        let Some(part) = self.report.account(account) else { return say::UNKNOWN.to_owned() };
        let alone = self.report.accounts.iter().filter(|other| other.network == part.network).count() == 1;
        match (part.network, alone) {
            (Network::Other, _) => part.handle.to_string(),
            (network, true) => network.name().to_owned(),
            (network, false) => format!("{} {}", network.name(), part.handle),
        }
    }

    fn said(&self, figure: Option<&Figure>) -> Cell {
        figure.map_or_else(
            || Cell::new(say::UNKNOWN),
            |figure| Cell::new(say::figure(self.voice.lang, figure)).noted(say::coverage(self.voice, figure).join(" · ")),
        )
    }
}

/// How a movement is to be seen.
fn trend(formula: Formula, change: Change) -> Trend {
    let by = change.shift.map_or(0.0, Shift::by);
    match Change::good_is_up(formula) {
        Some(up) if by != 0.0 && !change.small => {
            if (by > 0.0) == up {
                Trend::Good
            } else {
                Trend::Bad
            }
        }
        _ => Trend::Plain,
    }
}
