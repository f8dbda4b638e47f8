//! Audience and visibility: what each account has, and how it went day by day.

use super::{Block, Cell, Table, Teller};
use crate::domain::metric::Formula;
use crate::domain::reading::Metric;
use crate::domain::report::AccountPart;
use crate::report::chart::{Chart, Panel, Plot};
use crate::report::say;

/// The columns of the table of visibility.
const SHOWN: [(&str, Formula); 7] = [
    ("report-column-views", Formula::Views),
    ("report-column-impressions", Formula::Impressions),
    ("report-column-reach-day", Formula::DailyReach),
    ("report-column-reach-sum", Formula::SummedReach),
    ("report-column-clicks", Formula::Clicks),
    ("report-column-ctr", Formula::ClickThrough),
    ("report-column-engagement", Formula::DailyEngagement),
];

impl Teller<'_> {
    pub(super) fn audience(&self) -> Vec<Block> {
        if self.report.accounts.is_empty() {
            return vec![self.note("report-accounts-none")];
        }
        let head = [
            "report-column-account",
            "report-column-start",
            "report-column-end",
            "report-column-net",
            "report-column-growth",
            "report-column-change",
        ];
        let rows = self.report.accounts.iter().map(|account| {
            let figure = |formula| account.line(formula).map(|line| &line.now);
            vec![
                Cell::new(self.account(account.account)),
                self.count(account.start),
                self.said(figure(Formula::Followers)),
                Cell { note: String::new(), ..self.said(figure(Formula::NetFollowers)) },
                Cell { note: String::new(), ..self.said(figure(Formula::Growth)) },
                account.line(Formula::Growth).map_or_else(|| Cell::new(say::UNKNOWN), |line| self.change(line)),
            ]
        });
        let mut blocks = vec![
            self.heading("report-followers-table"),
            Block::Table(Table { head: head.map(|id| self.voice.t(id)).to_vec(), words: 1, dense: false, rows: rows.collect() }),
        ];
        blocks.extend(self.curves("report-followers-chart", Metric::Followers));
        blocks
    }

    pub(super) fn visibility(&self) -> Vec<Block> {
        if self.report.accounts.is_empty() {
            return vec![self.note("report-accounts-none")];
        }
        let mut blocks = vec![self.heading("report-visibility-table"), self.visibility_table(), self.note("report-reach-note")];
        blocks.extend(self.not_given_note(&SHOWN.map(|(_, formula)| formula)));
        let lines: Vec<_> = self.report.lines_of(crate::domain::facts::Section::Visibility).collect();
        if lines.iter().any(|line| line.now.value.is_some() || line.before.value.is_some()) {
            blocks.push(self.figures(lines.into_iter()));
        }
        blocks.extend(self.curves("report-views-chart", Metric::Views));
        blocks.extend(self.curves("report-impressions-chart", Metric::Impressions));
        blocks
    }

    /// A column for each figure that at least one account has.
    fn visibility_table(&self) -> Block {
        let known = |formula: Formula| {
            self.report.accounts.iter().any(|account| account.line(formula).is_some_and(|line| line.now.value.is_some()))
        };
        let shown: Vec<_> = SHOWN.into_iter().filter(|(_, formula)| known(*formula)).collect();
        let rows = self.report.accounts.iter().map(|account| {
            let cells = shown.iter().map(|(_, formula)| self.moved(account, *formula));
            std::iter::once(Cell::new(self.account(account.account))).chain(cells).collect()
        });
        let head = std::iter::once("report-column-account").chain(shown.iter().map(|(id, _)| *id)).map(|id| self.voice.t(id)).collect();
        Block::Table(Table { head, words: 1, dense: false, rows: rows.collect() })
    }

    /// What the sign of a figure that is not given means, where a network of the report withholds one of these.
    pub(super) fn not_given_note(&self, formulas: &[Formula]) -> Option<Block> {
        let withheld = |formula: &Formula| self.report.accounts.iter().any(|account| !account.network.allows(*formula));
        formulas.iter().any(withheld).then(|| self.note("report-not-given-note"))
    }

    /// A value with its change below.
    fn moved(&self, account: &AccountPart, formula: Formula) -> Cell {
        let Some(line) = account.line(formula).filter(|line| line.now.value.is_some()) else {
            return self.absent(account.network, formula);
        };
        let cell = Cell::new(say::figure(self.voice.lang, &line.now));
        if line.change.shift.is_some() { cell.noted(say::change(self.voice, formula, line.change)) } else { cell }
    }

    /// The curves of the accounts that know the metric; none if no account does.
    fn curves(&self, title: &'static str, metric: Metric) -> Option<Block> {
        let panels: Vec<Panel> = self.report.accounts.iter().filter_map(|account| self.panel(account, metric)).collect();
        (!panels.is_empty()).then(|| {
            Block::Chart(Chart { title: self.voice.t(title), about: self.voice.t("report-lines-about"), plot: Plot::Lines(panels) })
        })
    }

    fn panel(&self, account: &AccountPart, metric: Metric) -> Option<Panel> {
        let values = account.daily(metric);
        let known: Vec<u64> = values.iter().flatten().copied().collect();
        let (low, high) = (known.iter().min()?, known.iter().max()?);
        let period = self.report.period;
        let breaks = self.report.breaks.iter().filter(|found| found.account == account.account && found.metric == metric);
        let place = |day: crate::domain::time::Day| usize::try_from((day - period.from).num_days()).unwrap_or(0);
        Some(Panel {
            name: self.account(account.account),
            points: values.iter().map(|value| value.map(crate::domain::metric::tally::number)).collect(),
            breaks: breaks.map(|found| place(found.day)).collect(),
            last: self.integer(*known.last()?),
            range: (self.integer(*low), self.integer(*high)),
            days: (self.day(period.from), self.day(period.to)),
        })
    }
}
