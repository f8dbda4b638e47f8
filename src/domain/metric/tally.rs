//! Sums, ratios of sums and quantiles: all the arithmetic that figures need.
//!
//! A row that does not know both sides of a ratio is in neither (rules H2 and H3).

use super::super::AccountId;
use super::super::time::Day;
use super::{Cover, Figure, Formula, Origin, Unit};
use std::collections::BTreeSet;

/// Adds up the two sides of a ratio over the rows that know both (rules H2 and H3).
#[derive(Debug, Clone, Default)]
pub struct Tally {
    top: f64,
    bottom: f64,
    rows: u64,
    accounts: BTreeSet<AccountId>,
    days: BTreeSet<Day>,
    origins: BTreeSet<Origin>,
}

impl Tally {
    /// Adds a row, unless one of its sides is unknown.
    pub fn add(&mut self, account: AccountId, day: Day, origin: Origin, top: Option<f64>, bottom: Option<f64>) {
        let (Some(top), Some(bottom)) = (top, bottom) else { return };
        self.top += top;
        self.bottom += bottom;
        self.rows += 1;
        self.accounts.insert(account);
        self.days.insert(day);
        self.origins.insert(origin);
    }

    /// The ratio of the sums; unknown if no row knew both sides.
    #[must_use]
    pub fn ratio(&self, formula: Formula, factor: f64, scope: Scope) -> Figure {
        if self.rows == 0 {
            return self.told(Figure::unknown(formula), scope);
        }
        let mut told = self.told(Figure::ratio(formula, self.top, self.bottom, factor), scope);
        // A part of a whole rests on the whole; a mean for a post rests on the posts.
        if matches!(formula.unit(), Unit::Ratio | Unit::Times) {
            told.n = whole(self.bottom);
        }
        told
    }

    /// Adds up the sides of ratios of the same formula, those that are known.
    #[must_use]
    pub fn of_ratios<'a>(formula: Formula, factor: f64, figures: impl IntoIterator<Item = &'a Figure>) -> Figure {
        let (mut top, mut bottom, mut all, mut known) = (0.0, 0.0, 0, 0);
        let (mut days, mut origins) = (Cover::default(), BTreeSet::new());
        for figure in figures {
            all += 1;
            let Some((one, other)) = figure.numerator.zip(figure.denominator) else { continue };
            top += one;
            bottom += other;
            known += 1;
            days = if known == 1 || figure.days.known < days.known { figure.days } else { days };
            origins.extend(figure.origins.iter().copied());
        }
        let figure = if known == 0 { Figure::unknown(formula) } else { Figure::ratio(formula, top, bottom, factor) };
        Figure { origins, ..figure }.resting_on(whole(bottom)).covering(days, Cover::new(known, all))
    }

    /// The sum of the tops; unknown if there was no row.
    #[must_use]
    pub fn sum(&self, formula: Formula, scope: Scope) -> Figure {
        let value = (self.rows > 0).then_some(self.top);
        let figure = Figure { value, ..Figure::unknown(formula) };
        let mut told = self.told(figure, scope);
        told.n = whole(self.top);
        told
    }

    fn told(&self, mut figure: Figure, scope: Scope) -> Figure {
        figure.n = self.rows;
        figure.origins.clone_from(&self.origins);
        figure.covering(Cover::new(self.days.len(), scope.days), Cover::new(self.accounts.len(), scope.accounts))
    }
}

/// What there would be to cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Days of the period that are over or begun.
    pub days: usize,
    /// Accounts that could have the figure.
    pub accounts: usize,
}

/// The value below which the part `p` of `values` lies, linear between neighbours (type 7, as
/// spreadsheets do); `None` of nothing.
#[must_use]
pub fn quantile(values: &[f64], p: f64) -> Option<f64> {
    let place = p.clamp(0.0, 1.0) * number(values.len().checked_sub(1)? as u64);
    let part = place.fract();
    // Only the value at its place and the next one are put in order: a year has some hundred thousand.
    let mut values = values.to_vec();
    let (_, low, above) = values.select_nth_unstable_by(whole(place) as usize, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    Some(low + (high - low) * part)
}

/// A count as a number to divide.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub const fn number(count: u64) -> f64 {
    count as f64
}

/// The whole part of a number that counts things.
#[must_use]
#[expect(clippy::cast_sign_loss, reason = "what is below zero counts nothing, and `as` makes it 0")]
pub const fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 1e-9)
    }

    #[test]
    fn v2_one_late_answer_does_not_move_the_median() {
        assert!(near(quantile(&[0.17, 0.75, 2.0, 20.0, 0.88], 0.5), 0.88));
    }

    #[test]
    fn v13_the_ninth_decile_is_linear_between_neighbours() {
        let hours: Vec<f64> = (1..=10).map(f64::from).collect();
        assert!(near(quantile(&hours, 0.5), 5.5));
        assert!(near(quantile(&hours, 0.9), 9.1));
        assert_eq!(quantile(&[], 0.5), None);
        assert!(near(quantile(&[3.0], 0.9), 3.0));
    }
}
