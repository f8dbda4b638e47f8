//! How a figure moved since the period before: counts in per cent, rates in points (rule H5).

use super::{Figure, Formula, SMALL, Unit};
use serde::{Deserialize, Serialize};

/// How a figure moved. What can't be said honestly is not said.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The movement; `None` where one of the two values is unknown.
    pub shift: Option<Shift>,
    /// One of the two rests on fewer than 30 things.
    pub small: bool,
    /// The two periods have different lengths and were compared by the day (rule H6).
    pub by_day: bool,
}

/// A movement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "in", content = "by", rename_all = "lowercase")]
pub enum Shift {
    /// A part of the value before: 0.2 is +20 %.
    Percent(f64),
    /// Percentage points, or points of a score: 0.3 is +0.3 pt.
    Points(f64),
    /// A difference in the unit of the figure: where the value before was 0, or the figure is
    /// itself a difference or a time.
    Difference(f64),
}

impl Shift {
    /// The number, whatever it counts.
    #[must_use]
    pub const fn by(self) -> f64 {
        match self {
            Self::Percent(by) | Self::Points(by) | Self::Difference(by) => by,
        }
    }
}

impl Change {
    /// Nothing can be said.
    pub const NONE: Self = Self { shift: None, small: false, by_day: false };

    /// How `now` moved since `before`.
    #[must_use]
    pub fn between(now: &Figure, before: &Figure) -> Self {
        let (Some(new), Some(old)) = (now.value, before.value) else { return Self::NONE };
        let small = now.n.min(before.n) < SMALL;
        let other_days = now.days.known != before.days.known && now.days.known > 0 && before.days.known > 0;
        let by_day = other_days && now.formula.grows_with_days();
        // Posts are a decision, not what a day brings: over other days their number is told, no more.
        let plain = now.formula.is_difference() || (other_days && now.formula == Formula::Posts);
        let shift = match now.formula.unit() {
            Unit::Ratio => Shift::Points((new - old) * 100.0),
            Unit::Score => Shift::Points(new - old),
            Unit::Seconds => Shift::Difference(new - old),
            Unit::Count | Unit::PerPost | Unit::Times => {
                let (new, old) = if by_day { (new / f64::from(now.days.known), old / f64::from(before.days.known)) } else { (new, old) };
                if old == 0.0 || plain { Shift::Difference(new - old) } else { Shift::Percent((new - old) / old.abs()) }
            }
        };
        // By the day, a difference would be a fraction of a thing: then nothing is said.
        let shift = if by_day && matches!(shift, Shift::Difference(_)) { None } else { Some(shift) };
        Self { shift, small, by_day }
    }

    /// Whether more of this figure is better, for those where that is clear.
    #[must_use]
    pub const fn good_is_up(formula: Formula) -> Option<bool> {
        match formula {
            Formula::MedianAnswer | Formula::LateAnswer | Formula::Resolution => Some(false),
            Formula::Received | Formula::Needing | Formula::Delegated | Formula::Frequency | Formula::Posts => None,
            _ => Some(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cover;
    use super::*;
    use crate::lang::{Lang, format};

    fn count(formula: Formula, value: u64) -> Figure {
        Figure::count(formula, value).covering(Cover::new(30, 30), Cover::new(1, 1))
    }

    fn percent(now: u64, before: u64) -> String {
        let change = Change::between(&count(Formula::SummedReach, now), &count(Formula::SummedReach, before));
        let Some(Shift::Percent(by)) = change.shift else { panic!("a percentage for {before} → {now}") };
        format::decimal(Lang::En, by * 100.0, 0)
    }

    #[test]
    fn v5_counts_move_in_per_cent_and_half_rounds_away_from_zero() {
        assert_eq!(percent(38_200, 31_000), "23");
        assert_eq!(percent(22_400, 24_100), "−7");
        assert_eq!(percent(9, 8), "13");
        assert_eq!(percent(306, 220), "39");
        assert_eq!(percent(430, 300), "43");
    }

    #[test]
    fn v6_rates_move_in_points() {
        for (now, before, points) in [(2.92, 2.64, "0.3"), (7.29, 6.12, "1.2")] {
            let now = Figure::ratio(Formula::EngagementByReach, now, 100.0, 1.0);
            let before = Figure::ratio(Formula::EngagementByReach, before, 100.0, 1.0);
            let Some(Shift::Points(by)) = Change::between(&now, &before).shift else { panic!("points") };
            assert_eq!(format::decimal(Lang::En, by, 1), points);
        }
    }

    #[test]
    fn h5_from_zero_or_from_nothing_there_is_no_percentage() {
        let change = Change::between(&count(Formula::Followers, 50), &count(Formula::Followers, 0));
        assert_eq!(change.shift, Some(Shift::Difference(50.0)));
        assert_eq!(Change::between(&count(Formula::Followers, 50), &Figure::unknown(Formula::Followers)), Change::NONE);
    }

    #[test]
    fn h5_fewer_than_thirty_is_a_small_sample() {
        assert!(Change::between(&count(Formula::Posts, 9), &count(Formula::Posts, 8)).small);
        assert!(!Change::between(&count(Formula::Received, 30), &count(Formula::Received, 31)).small);
    }

    #[test]
    fn h6_months_of_different_lengths_are_compared_by_the_day() {
        let now = Figure::count(Formula::Received, 310).covering(Cover::new(31, 31), Cover::default());
        let before = Figure::count(Formula::Received, 280).covering(Cover::new(28, 28), Cover::default());
        let change = Change::between(&now, &before);
        assert!(change.by_day);
        assert_eq!(change.shift, Some(Shift::Percent(0.0)), "ten a day in both");
    }

    #[test]
    fn a_shorter_wait_is_better_and_more_messages_are_neither() {
        assert_eq!(Change::good_is_up(Formula::MedianAnswer), Some(false));
        assert_eq!(Change::good_is_up(Formula::Received), None);
    }
}
