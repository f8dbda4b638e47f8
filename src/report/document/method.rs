//! The method: how each figure is counted, what is missing, and by which rules.

use super::{Block, Cell, Table, Teller};
use crate::domain::metric::{Figure, Formula};
use crate::domain::reading::Metric;
use crate::domain::time::Day;
use crate::lang::{Text, format};
use crate::report::say;
use std::collections::BTreeSet;

impl Teller<'_> {
    pub(super) fn method(&self) -> Vec<Block> {
        let mut blocks = vec![self.heading("report-definitions"), self.definitions()];
        blocks.extend([self.heading("report-completeness"), self.completeness()]);
        if !self.report.breaks.is_empty() {
            blocks.extend([self.heading("report-breaks"), Block::List { items: self.breaks() }]);
        }
        let rules = ["report-rule-unknown", "report-rule-not-given", "report-rule-change", "report-rule-gaps", "report-rule-hours"];
        blocks.push(self.heading("report-rules"));
        let rules = rules.map(|id| self.voice.t(id)).into_iter();
        blocks.push(Block::List { items: rules.chain(self.never_given()).collect() });
        blocks.push(Block::Note { text: self.voice.say(&Text::new("report-fingerprint").with("print", &self.report.fingerprint)) });
        blocks
    }

    /// What each network of the report never gives.
    fn never_given(&self) -> Vec<String> {
        let networks: BTreeSet<_> = self.report.accounts.iter().map(|account| account.network).collect();
        let said = networks.into_iter().filter_map(|network| {
            let withheld = Metric::ALL.iter().filter(|metric| !network.gives(**metric));
            let names: Vec<String> = withheld.map(|metric| self.voice.coded("report-metric", metric.code())).collect();
            let text = Text::new("report-never-given").with("network", network.name()).with("figures", names.join(", "));
            (!names.is_empty()).then(|| self.voice.say(&text))
        });
        said.collect()
    }

    fn definitions(&self) -> Block {
        let head = ["report-column-figure", "report-column-definition", "report-column-counts"];
        let rows = self.report.formulas().into_iter().map(|formula| self.definition(formula)).collect();
        Block::Table(Table { head: head.map(|id| self.voice.t(id)).to_vec(), words: 3, dense: true, rows })
    }

    fn definition(&self, formula: Formula) -> Vec<Cell> {
        let brand = self.report.line(formula).map(|line| &line.now);
        let counts = brand.filter(|figure| figure.value.is_some()).map_or_else(String::new, |figure| self.counts(figure));
        let of_accounts = self.report.accounts.iter().filter_map(|account| account.line(formula)).map(|line| &line.now);
        let origins: BTreeSet<_> = brand.into_iter().chain(of_accounts).flat_map(|figure| &figure.origins).collect();
        let origins: Vec<String> = origins.into_iter().map(|origin| self.voice.coded("report-origin", origin.code())).collect();
        vec![
            Cell { anchor: formula.code(), ..Cell::new(say::name(self.voice, formula)) },
            Cell::new(say::definition(self.voice, formula)),
            Cell::new(counts).noted(origins.join(", ")),
        ]
    }

    /// The value with what it is made of.
    fn counts(&self, figure: &Figure) -> String {
        let grounds = say::grounds(self.voice, figure);
        let mark = if figure.numerator.is_some() { "=" } else { "·" };
        let value = say::figure(self.voice.lang, figure);
        if grounds.is_empty() { value } else { format!("{value} {mark} {grounds}") }
    }

    fn completeness(&self) -> Block {
        let head = ["report-column-account", "report-column-days", "report-column-missing", "report-column-source"];
        let rows = self.report.accounts.iter().map(|account| {
            let sources: Vec<String> = account.sources.iter().map(|source| self.voice.coded("report-origin", source.code())).collect();
            let missing = if account.missing.is_empty() { self.voice.t("report-no-missing") } else { self.spans(&account.missing) };
            let days = format!("{} / {}", account.known.known, account.known.of);
            vec![Cell::new(self.account(account.account)), Cell::new(days), Cell::new(missing), Cell::new(sources.join(", "))]
        });
        Block::Table(Table { head: head.map(|id| self.voice.t(id)).to_vec(), words: 4, dense: false, rows: rows.collect() })
    }

    /// Days in a row as one span: `3, 7–9 oct.` is said `03/10, 07/10–09/10`.
    fn spans(&self, days: &[Day]) -> String {
        let mut spans: Vec<(Day, Day)> = vec![];
        for &day in days {
            match spans.last_mut() {
                Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
                _ => spans.push((day, day)),
            }
        }
        let said =
            spans.iter().map(|(from, to)| if from == to { self.day(*from) } else { format!("{} – {}", self.day(*from), self.day(*to)) });
        said.collect::<Vec<_>>().join(", ")
    }

    fn breaks(&self) -> Vec<String> {
        let said = self.report.breaks.iter().map(|found| {
            let text = Text::new("report-break")
                .with("account", self.account(found.account))
                .and("metric", Text::coded("report-metric", found.metric.code()))
                .with("day", format::date(self.voice.lang, found.day))
                .with("from", found.from.on_one_line())
                .with("to", found.to.on_one_line());
            self.voice.say(&text)
        });
        said.collect()
    }
}
