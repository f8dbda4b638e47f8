//! Exchanges and the voice of the community: what people wrote, what became of it, what was kept.

use super::{Block, Cell, Quote, Table, Teller};
use crate::domain::facts::Section;
use crate::domain::highlight::{Highlight, HighlightKind};
use crate::domain::message::Tone;
use crate::domain::metric::Formula;
use crate::domain::time::day_in;
use crate::lang::{Lang, Text, format};
use crate::report::chart::{Bar, Chart, Column, Heat, Plot};

impl Teller<'_> {
    pub(super) fn exchanges(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("report-exchanges-table"), self.figures(self.report.lines_of(Section::Exchanges))];
        let received: u32 = self.report.kinds.iter().map(|kind| kind.received).sum();
        if received == 0 {
            blocks.push(self.note("report-no-messages"));
        } else {
            blocks.extend([
                self.kinds_chart(),
                self.heading("report-kinds-table"),
                self.kinds_table(),
                self.days_chart(),
                self.hours_chart(),
            ]);
            blocks.extend(self.targets());
            blocks.push(self.oldest());
        }
        blocks.extend(self.sweeps());
        blocks.extend(self.moderation());
        if self.report.unclear > 0 {
            blocks.push(Block::Note { text: self.voice.say(&Text::new("report-unclear").count("count", self.report.unclear)) });
        }
        blocks
    }

    fn kinds_chart(&self) -> Block {
        let bars = self.report.kinds.iter().map(|kind| Bar {
            label: self.voice.coded("report-kind", kind.kind.code()),
            value: Some(f64::from(kind.received)),
            said: self.integer(kind.received.into()),
        });
        Block::Chart(Chart {
            title: self.voice.t("report-kinds-chart"),
            about: self.voice.t("report-kinds-about"),
            plot: Plot::Bars(bars.collect()),
        })
    }

    fn kinds_table(&self) -> Block {
        let head = [
            "report-column-kind",
            "report-column-received",
            "report-column-before",
            "report-column-needing",
            "report-column-answered",
            "report-column-delegated",
            "report-column-waiting",
        ];
        let rows = self.report.kinds.iter().map(|kind| {
            let counts = [kind.received, kind.received_before, kind.needing, kind.answered, kind.delegated, kind.waiting];
            let name = Cell::new(self.voice.coded("report-kind", kind.kind.code()));
            std::iter::once(name).chain(counts.iter().map(|count| self.count(Some(u64::from(*count))))).collect()
        });
        Block::Table(Table { head: head.map(|id| self.voice.t(id)).to_vec(), words: 1, dense: false, rows: rows.collect() })
    }

    fn days_chart(&self) -> Block {
        let last = self.report.by_day.len().saturating_sub(1);
        // A label a week, and none so near the last one that they would touch.
        let step = (self.report.by_day.len() / 5).max(1);
        let columns = self.report.by_day.iter().enumerate().map(|(place, (day, count))| Column {
            label: self.day(*day),
            marked: place == last || (place % step == 0 && place + step / 2 < last),
            value: *count,
            quiet: self.report.days_off.contains(day),
        });
        Block::Chart(Chart {
            title: self.voice.t("report-days-chart"),
            about: self.voice.t("report-days-about"),
            plot: Plot::Columns(columns.collect()),
        })
    }

    /// The hours of the day in which somebody wrote, and those between.
    fn hours_chart(&self) -> Block {
        let busy = |hour: usize| self.report.by_hour.iter().any(|day| day.get(hour).is_some_and(|count| *count > 0));
        let first = (0..24).find(|hour| busy(*hour)).unwrap_or(0).min(8);
        let last = (0..24).rev().find(|hour| busy(*hour)).unwrap_or(23).max(18);
        let heat = Heat {
            rows: format::short_weekdays(self.voice.lang).iter().take(self.report.by_hour.len()).map(|&name| name.to_owned()).collect(),
            columns: (first..=last).map(|hour| hour.to_string()).collect(),
            cells: self.report.by_hour.iter().map(|day| day[first..=last].to_vec()).collect(),
        };
        Block::Chart(Chart { title: self.voice.t("report-hours-chart"), about: self.voice.t("report-hours-about"), plot: Plot::Heat(heat) })
    }

    fn oldest(&self) -> Block {
        let Some((author, at)) = &self.report.oldest_open else { return self.note("report-nothing-waits") };
        let day = format::date(self.voice.lang, day_in(self.report.zone, *at));
        Block::Note { text: self.voice.say(&Text::new("report-oldest").with("author", author.on_one_line()).with("day", day)) }
    }

    fn sweeps(&self) -> Option<Block> {
        let sweeps = self.report.sweeps;
        let receipt = sweeps.receipt;
        let text = Text::new("report-sweeps")
            .with("total", sweeps.total.map_or_else(|| "—".to_owned(), |seconds| format::duration(self.voice.lang, seconds)))
            .with("median", sweeps.median.map_or_else(|| "—".to_owned(), |seconds| format::duration(self.voice.lang, seconds)))
            .count("read", receipt.read)
            .count("held", sweeps.held)
            .count("days", sweeps.days)
            .count("done", receipt.done())
            .count("listed", receipt.listed)
            .count("answered", receipt.answered)
            .count("delegated", receipt.delegated)
            .count("snoozed", receipt.snoozed)
            .count("closed", receipt.closed)
            .count("hidden", receipt.hidden);
        (sweeps.held > 0).then(|| Block::Note { text: self.voice.say(&text) })
    }

    /// How many messages of each type were answered within its target, and what the targets are.
    fn targets(&self) -> Option<Block> {
        let parts = self.report.within.iter().map(|within| {
            let share = format::percent(self.voice.lang, f64::from(within.answered) / f64::from(within.needing.max(1)));
            let text = Text::new("report-within-part")
                .and("kind", Text::coded("report-kind", within.kind.code()))
                .with("target", format::working(i64::from(within.minutes) * 60))
                .count("answered", within.answered)
                .count("needing", within.needing)
                .with("share", share);
            self.voice.say(&text)
        });
        let parts: Vec<String> = parts.collect();
        let between = match self.voice.lang {
            Lang::Fr => "\u{202f}; ",
            Lang::En => "; ",
        };
        (!parts.is_empty()).then(|| Block::Note { text: self.voice.say(&Text::new("report-within").with("parts", parts.join(between))) })
    }

    fn moderation(&self) -> Option<Block> {
        let acts: Vec<String> =
            self.report.moderation.iter().map(|(act, count)| self.part(*count, Text::coded("report-act", act))).collect();
        (!acts.is_empty()).then(|| Block::Note { text: self.voice.say(&Text::new("report-moderation").with("acts", acts.join(", "))) })
    }

    fn part(&self, count: u32, name: Text) -> String {
        self.voice.say(&Text::new("report-part").count("count", count).and("name", name))
    }

    pub(super) fn community(&self) -> Vec<Block> {
        let mut blocks = vec![];
        if self.report.line(Formula::NetTone).is_some_and(|line| line.now.value.is_some() || line.before.value.is_some()) {
            blocks.push(self.figures(self.report.lines_of(Section::Voice)));
            let rated = self.report.tones.iter().filter(|(tone, count)| *tone != Tone::Unrated && *count > 0);
            let tones: Vec<String> = rated.map(|(tone, count)| self.part(*count, Text::coded("report-tone", tone.code()))).collect();
            if !tones.is_empty() {
                blocks.push(Block::Note { text: self.voice.say(&Text::new("report-tones").with("tones", tones.join(", "))) });
            }
        }
        if self.report.highlights.is_empty() {
            blocks.push(self.note("report-no-highlights"));
        }
        for (kind, title) in
            [(HighlightKind::Win, "report-wins"), (HighlightKind::Feedback, "report-feedback"), (HighlightKind::Note, "report-notes")]
        {
            let kept: Vec<&Highlight> = self.report.highlights.iter().filter(|kept| kept.kind == kind).collect();
            if !kept.is_empty() {
                blocks.push(self.heading(title));
                blocks.push(Block::Quotes { quotes: kept.into_iter().map(|kept| self.quote(kept)).collect() });
            }
        }
        blocks
    }

    fn quote(&self, kept: &Highlight) -> Quote {
        let day = self.day(day_in(self.report.zone, kept.at));
        let mut by = if kept.named().is_blank() { day } else { format!("{} · {day}", kept.named().on_one_line()) };
        if kept.kind == HighlightKind::Win && !kept.author.is_blank() {
            let consent = self.voice.coded("report-consent", kept.consent.code());
            by = if kept.consent_where.is_blank() {
                format!("{by} · {consent}")
            } else {
                format!("{by} · {consent} ({})", kept.consent_where)
            };
        }
        Quote { text: kept.text.as_str().trim().to_owned(), by }
    }
}
