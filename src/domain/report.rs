//! The report: the facts of two periods turned into figures that explain themselves.
//!
//! Values only: no sentence, no rounding, no file. What is not known is told as such.

mod build;

use super::account::Network;
use super::brand::Colour;
use super::facts::{Section, WithinFacts};
use super::highlight::Highlight;
use super::message::{MessageKind, Tone};
use super::metric::audience::Break;
use super::metric::change::Change;
use super::metric::{Cover, Figure, Formula};
use super::reading::{Metric, Source};
use super::sweep::Receipt;
use super::text::SafeText;
use super::time::{Day, Moment, Period, Zone};
use super::{AccountId, coded};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

coded! {
    /// A form in which a report is written.
    Format { Markdown = "md", Html = "html", Csv = "csv" }
}

/// A report, ready to be shown or written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The brand's name.
    pub brand: SafeText,
    /// The brand's colour.
    pub colour: Colour,
    /// The zone in which its days begin.
    pub zone: Zone,
    /// The language in which it is written; that of the screens may be another one.
    pub lang: Lang,
    /// The days it is about.
    pub period: Period,
    /// The days it compares with.
    pub before: Period,
    /// How many days of the period are over or begun; fewer than it has while it runs.
    pub elapsed: u32,
    /// When it was made.
    pub made: Moment,
    /// Whether the facts are those of the demo.
    pub demo: bool,
    /// The version of Ronde that made it.
    pub version: String,
    /// SHA-256 of the facts of both periods.
    pub fingerprint: String,
    /// What the CM wrote.
    pub texts: Vec<(Section, SafeText)>,
    /// The figures of the brand, in the order of the sections.
    pub lines: Vec<Line>,
    /// The accounts.
    pub accounts: Vec<AccountPart>,
    /// Changes of definition, which no line and no sum crosses.
    pub breaks: Vec<Break>,
    /// The posts, oldest first.
    pub posts: Vec<PostPart>,
    /// The best posts, best first, and the weakest, weakest first: places in `posts`.
    pub best: Vec<usize>,
    /// See `best`. The two lists share no post.
    pub weakest: Vec<usize>,
    /// By which rate posts were ranked.
    pub ranked_by: Formula,
    /// The posts by pillar, the largest first.
    pub pillars: Vec<Pillar>,
    /// Messages by kind, the most first.
    pub kinds: Vec<KindPart>,
    /// Messages received by weekday (Monday first) and hour.
    pub by_hour: Vec<[u32; 24]>,
    /// Messages received on each day of the period that is over or begun.
    pub by_day: Vec<(Day, u32)>,
    /// Those of these days on which the brand does not work.
    pub days_off: Vec<Day>,
    /// Rated messages by tone.
    pub tones: Vec<(Tone, u32)>,
    /// Acts of moderation, by the act's code.
    pub moderation: Vec<(String, u32)>,
    /// Acts whose outcome nobody knows.
    pub unclear: u32,
    /// The sweeps that were held: how many days had one, how many there were, what they came to.
    pub sweeps: Sweeps,
    /// What was kept for the report.
    pub highlights: Vec<Highlight>,
    /// The oldest message that still waits, and its author.
    pub oldest_open: Option<(SafeText, Moment)>,
    /// How many messages were answered within the target of their type, for the types that have one.
    #[serde(default)]
    pub within: Vec<WithinFacts>,
}

/// A figure beside that of the period before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Where it is told.
    pub section: Section,
    /// The figure.
    pub now: Figure,
    /// The same figure of the period before.
    pub before: Figure,
    /// How it moved.
    pub change: Change,
}

/// What the report says of one account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AccountPart {
    /// The account.
    pub account: AccountId,
    /// Its network.
    pub network: Network,
    /// Its handle.
    pub handle: SafeText,
    /// Followers at the start, if known.
    pub start: Option<u64>,
    /// Its figures.
    pub lines: Vec<Line>,
    /// Its daily values, by metric; a day that is not known has none.
    pub days: Vec<(Metric, Vec<Option<u64>>)>,
    /// Days that have a reading, of those that are over.
    pub known: Cover,
    /// Days without any reading.
    pub missing: Vec<Day>,
    /// Where its readings come from.
    pub sources: BTreeSet<Source>,
}

impl AccountPart {
    /// Its line for a formula.
    #[must_use]
    pub fn line(&self, formula: Formula) -> Option<&Line> {
        self.lines.iter().find(|line| line.now.formula == formula)
    }

    /// Its values of a metric, by day of the period.
    #[must_use]
    pub fn daily(&self, metric: Metric) -> &[Option<u64>] {
        self.days.iter().find(|(known, _)| *known == metric).map_or(&[], |(_, values)| values)
    }
}

/// What the report says of one post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostPart {
    /// The account.
    pub account: AccountId,
    /// Its network.
    pub network: Network,
    /// Its title.
    pub title: SafeText,
    /// Its pillar, may be empty.
    pub pillar: SafeText,
    /// Where it stands on the web.
    pub url: Option<SafeText>,
    /// The day it came out.
    pub day: Day,
    /// Its figures, at seven days of age at most.
    pub figures: Vec<(Metric, u64)>,
    /// Its interactions, if known.
    pub interactions: Option<u64>,
    /// Engagement by reach.
    pub by_reach: Option<f64>,
    /// Engagement by followers.
    pub by_followers: Option<f64>,
    /// Younger than seven days: not compared (rule H8).
    pub young: bool,
    /// Over three times the median reach: told, and kept in the totals (rule H10).
    pub outlier: bool,
}

impl PostPart {
    /// The value of a metric, if known.
    #[must_use]
    pub fn value(&self, metric: Metric) -> Option<u64> {
        self.figures.iter().find(|(known, _)| *known == metric).map(|(_, value)| *value)
    }

    /// The rate by which posts are ranked.
    #[must_use]
    pub fn rate(&self, formula: Formula) -> Option<f64> {
        if formula == Formula::EngagementByFollowers { self.by_followers } else { self.by_reach }
    }
}

/// The posts of one pillar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// Its name; empty for posts without one.
    pub name: SafeText,
    /// How many posts it has.
    pub posts: u32,
    /// The median rate of those that are not young.
    pub median: Option<f64>,
    /// How many rates the median is of.
    pub rated: u32,
}

/// Messages of one kind, in two periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindPart {
    /// The kind.
    pub kind: MessageKind,
    /// Received.
    pub received: u32,
    /// Needing an answer.
    pub needing: u32,
    /// Answered.
    pub answered: u32,
    /// Delegated at some time.
    pub delegated: u32,
    /// Still waiting.
    pub waiting: u32,
    /// Received in the period before.
    pub received_before: u32,
}

/// The sweeps of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sweeps {
    /// How many were held.
    pub held: u32,
    /// On how many days.
    pub days: u32,
    /// What they came to, together.
    pub receipt: Receipt,
    /// How long they lasted in all, in seconds; unknown where none ended.
    #[serde(default)]
    pub total: Option<i64>,
    /// The median of how long one lasted.
    #[serde(default)]
    pub median: Option<i64>,
}

impl Report {
    /// The figures of the cover, in their order.
    pub const TILES: [Formula; 4] = [Formula::EngagementByReach, Formula::NetFollowers, Formula::MedianAnswer, Formula::Posts];

    /// What the CM wrote for a section, if anything.
    #[must_use]
    pub fn text(&self, section: Section) -> Option<&SafeText> {
        self.texts.iter().find(|(of, text)| *of == section && !text.is_blank()).map(|(_, text)| text)
    }

    /// Whether a section waits for the CM's text.
    #[must_use]
    pub fn is_unwritten(&self, section: Section) -> bool {
        section.has_text() && self.text(section).is_none()
    }

    /// Whether a text is still missing: then it is « provisoire ».
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.is_running() || Section::ALL.iter().any(|section| self.is_unwritten(*section))
    }

    /// Whether the period is not over.
    #[must_use]
    pub fn is_running(&self) -> bool {
        i64::from(self.elapsed) < self.period.days()
    }

    /// The lines of a section.
    pub fn lines_of(&self, section: Section) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.section == section)
    }

    /// The brand's line for a formula.
    #[must_use]
    pub fn line(&self, formula: Formula) -> Option<&Line> {
        self.lines.iter().find(|line| line.now.formula == formula)
    }

    /// The account with this id.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&AccountPart> {
        self.accounts.iter().find(|part| part.account == id)
    }

    /// Every formula of which it tells a known value, once, in the order of the list.
    #[must_use]
    pub fn formulas(&self) -> Vec<Formula> {
        let lines = self.lines.iter().chain(self.accounts.iter().flat_map(|account| &account.lines));
        let mut used: BTreeSet<Formula> = lines.filter(|line| line.now.value.is_some()).map(|line| line.now.formula).collect();
        if !self.best.is_empty() {
            used.insert(self.ranked_by);
        }
        used.into_iter().collect()
    }
}
