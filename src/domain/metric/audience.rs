//! Figures of the daily readings of an account: followers, views, reach of a day, clicks.
//!
//! Daily reaches are never added up (rule H4), missing days are never filled in (rule H6), and what
//! was counted by another definition is never mixed in (rule H7).

use super::super::AccountId;
use super::super::facts::{AccountFacts, Facts};
use super::super::reading::{Metric, Reading};
use super::super::text::SafeText;
use super::super::time::{Day, Period};
use super::tally::{Scope, Tally, number, whole};
use super::{Cover, Figure, Formula, Origin};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A change of definition: from `day` on, `metric` of the account is counted otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// The account.
    pub account: AccountId,
    /// What is counted.
    pub metric: Metric,
    /// The first day of the new definition.
    pub day: Day,
    /// The definition before.
    pub from: SafeText,
    /// The definition since.
    pub to: SafeText,
}

/// The known readings of one metric, by day.
pub fn series(account: &AccountFacts, metric: Metric) -> impl Iterator<Item = &Reading> {
    account.readings.iter().filter(move |reading| reading.metric == metric && reading.variant.is_none() && reading.value.is_some())
}

/// The changes of definition of an account, `earlier` being its readings of the period before.
/// A reading without a definition (typed) is taken to follow that of its neighbours.
#[must_use]
pub fn breaks(earlier: Option<&AccountFacts>, account: &AccountFacts) -> Vec<Break> {
    let mut found = Vec::new();
    for &metric in Metric::ALL {
        let mut last: Option<&SafeText> = earlier
            .and_then(|earlier| series(earlier, metric).filter(|reading| !reading.definition.is_blank()).last())
            .map(|r| &r.definition);
        for reading in series(account, metric).filter(|reading| !reading.definition.is_blank()) {
            if let Some(from) = last.filter(|from| **from != reading.definition) {
                found.push(Break {
                    account: account.account,
                    metric,
                    day: reading.day,
                    from: from.clone(),
                    to: reading.definition.clone(),
                });
            }
            last = Some(&reading.definition);
        }
    }
    found
}

/// The days of `period` on which an account has no reading at all, up to `until` (excluded).
#[must_use]
pub fn missing(account: &AccountFacts, period: Period, until: Day) -> Vec<Day> {
    let known: BTreeSet<Day> = account.readings.iter().map(|reading| reading.day).collect();
    period.iter().filter(|day| *day < until && !known.contains(day)).collect()
}

/// The daily readings of one account, by the definitions that hold at the end of the period.
#[derive(Debug, Clone)]
pub struct Daily<'a> {
    account: &'a AccountFacts,
    by_day: BTreeMap<Day, BTreeMap<Metric, &'a Reading>>,
    days: usize,
}

impl<'a> Daily<'a> {
    /// Reads an account over `days` days. `current` tells which definition of a metric holds now:
    /// readings of another one are left out.
    pub fn new(account: &'a AccountFacts, days: usize, current: impl Fn(Metric) -> Option<SafeText>) -> Self {
        let mut by_day: BTreeMap<Day, BTreeMap<Metric, &Reading>> = BTreeMap::new();
        for &metric in Metric::ALL {
            let wanted = current(metric);
            for reading in series(account, metric) {
                if reading.definition.is_blank() || wanted.as_ref().is_none_or(|wanted| *wanted == reading.definition) {
                    by_day.entry(reading.day).or_default().insert(metric, reading);
                }
            }
        }
        Self { account, by_day, days }
    }

    fn scope(&self) -> Scope {
        Scope { days: self.days, accounts: 1 }
    }

    fn value(readings: &BTreeMap<Metric, &Reading>, metric: Metric) -> Option<u64> {
        readings.get(&metric).and_then(|reading| reading.value)
    }

    fn tally(
        &self,
        top: impl Fn(&BTreeMap<Metric, &Reading>) -> Option<u64>,
        bottom: impl Fn(&BTreeMap<Metric, &Reading>) -> Option<u64>,
    ) -> Tally {
        let mut tally = Tally::default();
        for (day, readings) in &self.by_day {
            let origin = readings.values().next().map_or(Origin::Typed, |reading| reading.source.into());
            tally.add(self.account.account, *day, origin, top(readings).map(number), bottom(readings).map(number));
        }
        tally
    }

    /// The value of a metric on a day.
    #[must_use]
    pub fn on(&self, day: Day, metric: Metric) -> Option<u64> {
        self.by_day.get(&day).and_then(|readings| Self::value(readings, metric))
    }

    /// Followers at the end of the last day that knows them.
    #[must_use]
    pub fn followers(&self) -> Figure {
        let known: Vec<u64> = self.levels();
        let value = known.last().copied().map(number);
        let origins = self.tally(|readings| Self::value(readings, Metric::Followers), |_| Some(1));
        Figure { value, n: known.last().copied().unwrap_or(0), ..origins.sum(Formula::Followers, self.scope()) }
    }

    fn levels(&self) -> Vec<u64> {
        self.by_day.values().filter_map(|readings| Self::value(readings, Metric::Followers)).collect()
    }

    /// The mean of the days that know the followers.
    #[must_use]
    pub fn mean_followers(&self) -> Option<f64> {
        let known = self.levels();
        (!known.is_empty()).then(|| known.iter().map(|count| number(*count)).sum::<f64>() / number(known.len() as u64))
    }

    /// Followers at the start: the last count before the period, else the first within.
    #[must_use]
    pub fn start(&self) -> Option<u64> {
        self.account.followers_before.or_else(|| self.levels().first().copied())
    }

    /// Followers won or lost.
    #[must_use]
    pub fn net(&self) -> Figure {
        let end = self.followers();
        let value = end.value.zip(self.start()).map(|(end, start)| end - number(start));
        Figure { formula: Formula::NetFollowers, value, n: self.start().unwrap_or(0), ..end }
    }

    /// The same by followers at the start; from 0 there is no rate (vector V4).
    #[must_use]
    pub fn growth(&self) -> Figure {
        let net = self.net();
        match (net.value, self.start()) {
            (Some(won), Some(start)) => {
                let ratio = Figure::ratio(Formula::Growth, won, number(start), 1.0);
                Figure { formula: Formula::Growth, value: ratio.value, numerator: ratio.numerator, denominator: ratio.denominator, ..net }
            }
            _ => Figure { formula: Formula::Growth, value: None, ..net },
        }
    }

    /// The mean reach of the days that know it: not a sum, not a number of people over the period.
    #[must_use]
    pub fn mean_reach(&self) -> Figure {
        let tally = self.tally(|readings| Self::value(readings, Metric::Reach), |_| Some(1));
        let mut figure = tally.ratio(Formula::DailyReach, 1.0, self.scope());
        figure.n = whole(figure.numerator.unwrap_or(0.0));
        figure
    }

    /// The sum of what each day brought.
    #[must_use]
    pub fn sum(&self, formula: Formula, metric: Metric) -> Figure {
        self.tally(|readings| Self::value(readings, metric), |_| Some(1)).sum(formula, self.scope())
    }

    /// What people did on a day: likes, comments, shares and saves.
    fn interactions(readings: &BTreeMap<Metric, &Reading>) -> Option<u64> {
        [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Saves]
            .iter()
            .filter_map(|metric| Self::value(readings, *metric))
            .reduce(|a, b| a + b)
    }

    /// Interactions of the days by the sum of their reaches.
    #[must_use]
    pub fn engagement(&self) -> Figure {
        self.tally(Self::interactions, |readings| Self::value(readings, Metric::Reach)).ratio(Formula::DailyEngagement, 1.0, self.scope())
    }

    /// The rate of one day.
    #[must_use]
    pub fn rate_on(&self, day: Day) -> Option<f64> {
        let readings = self.by_day.get(&day)?;
        let reach = Self::value(readings, Metric::Reach).filter(|reach| *reach > 0)?;
        Some(number(Self::interactions(readings)?) / number(reach))
    }

    /// Clicks by impressions, else by views.
    #[must_use]
    pub fn click_through(&self) -> Figure {
        let shown = |readings: &BTreeMap<Metric, &Reading>| {
            Self::value(readings, Metric::Impressions).or_else(|| Self::value(readings, Metric::Views))
        };
        self.tally(|readings| Self::value(readings, Metric::Clicks), shown).ratio(Formula::ClickThrough, 1.0, self.scope())
    }
}

/// The definition by which each metric of an account is counted at the end of a period.
#[must_use]
pub fn current(account: &AccountFacts) -> BTreeMap<Metric, SafeText> {
    let mut newest = BTreeMap::new();
    for reading in account.readings.iter().filter(|reading| !reading.definition.is_blank() && reading.value.is_some()) {
        newest.insert(reading.metric, reading.definition.clone());
    }
    newest
}

/// The account of `facts` with this id.
#[must_use]
pub fn find(facts: &Facts, account: AccountId) -> Option<&AccountFacts> {
    facts.accounts.iter().find(|found| found.account == account)
}

/// Followers won or lost on all accounts that know both ends. A person who follows two accounts
/// counts twice, so no total of followers is made.
#[must_use]
pub fn net_of_all(daily: &[Daily<'_>]) -> Figure {
    let known: Vec<Figure> = daily.iter().map(Daily::net).filter(|figure| figure.value.is_some()).collect();
    let value = known.iter().filter_map(|figure| figure.value).reduce(|a, b| a + b);
    let days = known.iter().map(|figure| figure.days).min_by_key(|days| days.known).unwrap_or_default();
    let origins = known.iter().flat_map(|figure| figure.origins.iter().copied()).collect();
    let n = known.iter().map(|figure| figure.n).sum();
    Figure { value, n, origins, ..Figure::unknown(Formula::NetFollowers) }.covering(days, Cover::new(known.len(), daily.len()))
}

#[cfg(test)]
mod tests {
    use super::super::super::account::Network;
    use super::super::super::reading::Source;
    use super::*;

    fn account(before: Option<u64>, readings: &[(&str, Metric, u64, &str)]) -> AccountFacts {
        let readings = readings.iter().map(|(day, metric, value, definition)| Reading {
            account: AccountId(1),
            variant: None,
            day: day.parse().expect("a day"),
            metric: *metric,
            value: Some(*value),
            source: Source::Typed,
            definition: (*definition).into(),
            at: "2026-10-31T10:00:00Z".parse().expect("an instant"),
        });
        AccountFacts {
            account: AccountId(1),
            network: Network::Instagram,
            handle: "@cafe".into(),
            followers_before: before,
            readings: readings.collect(),
        }
    }

    fn daily(account: &AccountFacts) -> Daily<'_> {
        let current = current(account);
        Daily::new(account, 31, move |metric| current.get(&metric).cloned())
    }

    #[test]
    fn v4_growth_is_told_with_its_count_and_from_zero_the_count_alone() {
        let grown = account(Some(1_000), &[("2026-10-31", Metric::Followers, 1_200, "")]);
        assert_eq!(daily(&grown).growth().value, Some(0.2));
        assert_eq!(daily(&grown).net().value, Some(200.0));
        let born = account(Some(0), &[("2026-10-31", Metric::Followers, 50, "")]);
        assert_eq!(daily(&born).growth().value, None);
        assert_eq!(daily(&born).net().value, Some(50.0));
    }

    #[test]
    fn v9_h4_daily_reaches_are_not_added_up() {
        let seen = account(
            None,
            &[
                ("2026-10-01", Metric::Reach, 3, ""),
                ("2026-10-01", Metric::Views, 4, ""),
                ("2026-10-02", Metric::Reach, 1, ""),
                ("2026-10-02", Metric::Views, 3, ""),
                ("2026-10-03", Metric::Reach, 2, ""),
                ("2026-10-03", Metric::Views, 2, ""),
            ],
        );
        let reach = daily(&seen).mean_reach();
        assert_eq!(reach.value, Some(2.0), "a mean of days, not 6 people");
        assert_eq!(daily(&seen).sum(Formula::Views, Metric::Views).value, Some(9.0));
        assert_eq!(reach.days, Cover { known: 3, of: 31 });
    }

    #[test]
    fn h6_missing_days_are_listed_and_not_filled_in() {
        let two = account(None, &[("2026-10-01", Metric::Views, 4, ""), ("2026-10-03", Metric::Views, 2, "")]);
        let period = Period::new("2026-10-01".parse().expect("a day"), "2026-10-05".parse().expect("a day"));
        let gaps = missing(&two, period, "2026-10-05".parse().expect("a day"));
        assert_eq!(gaps.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-10-02", "2026-10-04"]);
        assert_eq!(daily(&two).sum(Formula::Views, Metric::Views).value, Some(6.0));
    }

    #[test]
    fn h7_a_sum_holds_one_definition() {
        let broken = account(
            None,
            &[("2026-10-01", Metric::Views, 100, "v1"), ("2026-10-02", Metric::Views, 7, "v2"), ("2026-10-03", Metric::Views, 5, "")],
        );
        assert_eq!(daily(&broken).sum(Formula::Views, Metric::Views).value, Some(12.0));
        let found = breaks(None, &broken);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].day.to_string().as_str(), found[0].to.as_str()), ("2026-10-02", "v2"));
    }
}
