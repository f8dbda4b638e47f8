//! Posts and engagement: the figures, the accounts, the pillars, the best and the weakest posts.

use super::{Block, Cell, Table, Teller};
use crate::domain::account::Network;
use crate::domain::facts::Section;
use crate::domain::metric::Formula;
use crate::domain::reading::Metric;
use crate::domain::report::PostPart;
use crate::lang::Text;
use crate::report::chart::{Bar, Chart, Plot};
use crate::report::say;

impl Teller<'_> {
    pub(super) fn content(&self) -> Vec<Block> {
        let mut blocks = vec![self.figures(self.report.lines_of(Section::Content))];
        if self.report.posts.is_empty() {
            blocks.push(self.note("report-no-posts"));
            return blocks;
        }
        blocks.push(self.heading("report-content-table"));
        blocks.push(self.posts_by_account());
        blocks.extend(self.not_given_note(&[Formula::EngagementByReach]));
        blocks.push(self.engagement_by_account());
        blocks.extend(self.pillars());
        blocks.extend(self.ranking("report-best", &self.report.best));
        blocks.extend(self.ranking("report-weakest", &self.report.weakest));
        blocks.extend(self.post_notes());
        blocks
    }

    fn posts_by_account(&self) -> Block {
        let columns = [
            ("report-column-posts", Formula::Posts),
            ("report-column-interactions", Formula::Interactions),
            ("report-column-engagement", Formula::EngagementByReach),
            ("report-column-thousand", Formula::PerThousand),
        ];
        let rows = self.report.accounts.iter().map(|account| {
            let cells = columns.iter().map(|(_, formula)| {
                let Some(line) = account.line(*formula).filter(|line| line.now.value.is_some()) else {
                    return self.absent(account.network, *formula);
                };
                let cell = Cell::new(say::figure(self.voice.lang, &line.now));
                if line.change.shift.is_some() { cell.noted(say::change(self.voice, *formula, line.change)) } else { cell }
            });
            std::iter::once(Cell::new(self.account(account.account))).chain(cells).collect()
        });
        let head = std::iter::once("report-column-account").chain(columns.iter().map(|(id, _)| *id)).map(|id| self.voice.t(id)).collect();
        Block::Table(Table { head, words: 1, dense: false, rows: rows.collect() })
    }

    fn engagement_by_account(&self) -> Block {
        let bars = self.report.accounts.iter().filter_map(|account| {
            let line = account.line(Formula::EngagementByReach)?;
            let division = say::division(self.voice, &line.now).map_or_else(String::new, |division| format!("  ({division})"));
            let value = match line.now.value {
                Some(_) => say::figure(self.voice.lang, &line.now),
                None => say::absent(self.voice, account.network, Formula::EngagementByReach),
            };
            let said = format!("{value}{division}");
            Some(Bar { label: self.account(account.account), value: line.now.value, said })
        });
        Block::Chart(Chart {
            title: self.voice.t("report-engagement-chart"),
            about: self.voice.t("report-engagement-about"),
            plot: Plot::Bars(bars.collect()),
        })
    }

    fn pillars(&self) -> Option<Block> {
        let named = self.report.pillars.iter().any(|pillar| !pillar.name.is_blank());
        let bars = self.report.pillars.iter().map(|pillar| {
            let name = if pillar.name.is_blank() { self.voice.t("report-no-pillar") } else { pillar.name.to_string() };
            let value = say::value(self.voice.lang, self.report.ranked_by, pillar.median);
            Bar { label: name, value: pillar.median, said: format!("{value}  ({})", pillar.rated) }
        });
        named.then(|| {
            Block::Chart(Chart {
                title: self.voice.t("report-pillars-chart"),
                about: self.voice.t("report-pillars-about"),
                plot: Plot::Bars(bars.collect()),
            })
        })
    }

    fn ranking(&self, title: &'static str, places: &[usize]) -> Vec<Block> {
        if places.is_empty() {
            return vec![];
        }
        let head = [
            "report-column-post",
            "report-column-day",
            "report-column-account",
            "report-column-reach",
            "report-column-interactions",
            "report-column-engagement",
        ];
        let rows = places.iter().filter_map(|place| self.report.posts.get(*place)).map(|post| self.post(post)).collect();
        let figure = say::name(self.voice, self.report.ranked_by);
        let ranked = self.voice.say(&Text::new("report-ranked").with("figure", lower_first(&figure)));
        vec![
            self.heading(title),
            Block::Note { text: ranked },
            Block::Table(Table { head: head.map(|id| self.voice.t(id)).to_vec(), words: 3, dense: false, rows }),
        ]
    }

    fn count_or(&self, count: Option<u64>, absent: Cell) -> Cell {
        if count.is_some() { self.count(count) } else { absent }
    }

    fn post(&self, post: &PostPart) -> Vec<Cell> {
        let network = self.report.account(post.account).map_or(Network::Other, |account| account.network);
        let absent = |formula| self.absent(network, formula);
        vec![
            Cell::new(post.title.as_str()).noted(post.pillar.as_str()),
            Cell::new(self.day(post.day)),
            Cell::new(self.account(post.account)),
            self.count_or(post.value(Metric::Reach), absent(Formula::SummedReach)),
            self.count(post.interactions),
            post.rate(self.report.ranked_by).map_or_else(
                || absent(self.report.ranked_by),
                |rate| Cell::new(say::value(self.voice.lang, self.report.ranked_by, Some(rate))),
            ),
        ]
    }

    fn post_notes(&self) -> Vec<Block> {
        let young = self.report.posts.iter().filter(|post| post.young).count();
        let outliers: Vec<&str> = self.report.posts.iter().filter(|post| post.outlier).map(|post| post.title.as_str()).collect();
        let mut notes = vec![];
        if young > 0 {
            notes.push(Block::Note { text: self.voice.say(&Text::new("report-young").count("count", young)) });
        }
        if !outliers.is_empty() {
            notes.push(Block::Note { text: self.voice.say(&Text::new("report-outliers").with("posts", outliers.join(", "))) });
        }
        notes
    }
}

/// A name within a sentence begins small, unless it is one of capitals.
fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
