//! Figures of posts: what each brought, and what they brought together.
//!
//! A post whose network gives no reach is left out of both sides of a rate, never counted as 0.

use super::super::facts::PostFacts;
use super::super::reading::Metric;
use super::super::time::{Day, Moment, Zone, day_in};
use super::tally::{Scope, Tally, number, quantile};
use super::{Cover, Figure, Formula, Origin};
use std::collections::BTreeSet;

/// The value of a metric of a post, if its network gives it.
#[must_use]
pub fn value(post: &PostFacts, metric: Metric) -> Option<u64> {
    post.figures.iter().find(|(known, _)| *known == metric).map(|(_, value)| *value)
}

/// Likes, comments, shares and saves together; `None` if none of them is known.
#[must_use]
pub fn interactions(post: &PostFacts) -> Option<u64> {
    [Metric::Likes, Metric::Comments, Metric::Shares, Metric::Saves]
        .into_iter()
        .filter_map(|metric| value(post, metric))
        .reduce(|a, b| a + b)
}

/// Times a post was shown: impressions, else views (another definition, which repeats count in).
#[must_use]
pub fn shown(post: &PostFacts) -> Option<u64> {
    value(post, Metric::Impressions).or_else(|| value(post, Metric::Views))
}

/// The rate of one post by its reach.
#[must_use]
pub fn rate(post: &PostFacts) -> Option<f64> {
    let reach = value(post, Metric::Reach).filter(|reach| *reach > 0)?;
    Some(number(interactions(post)?) / number(reach))
}

/// The rate of one post by the followers it had when it came out.
#[must_use]
pub fn rate_by_followers(post: &PostFacts) -> Figure {
    let unknown = Figure::unknown(Formula::EngagementByFollowers);
    let (Some(top), Some(followers)) = (interactions(post), post.followers) else { return unknown };
    Figure::ratio(Formula::EngagementByFollowers, number(top), number(followers), 1.0).resting_on(followers).from_origin(Origin::Posts)
}

/// Posts are compared at the same age (rule H8): how old, in days.
pub const AGE: i64 = 7;

/// Whether a post is too young to be compared (rule H8).
#[must_use]
pub fn is_young(post: &PostFacts, now: Moment) -> bool {
    now - post.at < chrono::Duration::days(AGE)
}

/// The posts of a brand or of one account, with what is needed to tell what figures cover.
#[derive(Debug, Clone)]
pub struct Posts<'a> {
    all: Vec<&'a PostFacts>,
    zone: Zone,
    days: usize,
}

impl<'a> Posts<'a> {
    /// Takes posts that came out within `days` days.
    pub fn new(posts: impl IntoIterator<Item = &'a PostFacts>, zone: Zone, days: usize) -> Self {
        Self { all: posts.into_iter().collect(), zone, days }
    }

    fn day(&self, post: &PostFacts) -> Day {
        day_in(self.zone, post.at)
    }

    /// Posts stand on some days only; what is covered is told in posts and accounts, and the days
    /// are those of the period.
    fn told(&self, tally: &Tally, figure: impl Fn(&Tally, Scope) -> Figure) -> Figure {
        let accounts: BTreeSet<_> = self.all.iter().map(|post| post.account).collect();
        let mut figure = figure(tally, Scope { days: self.days, accounts: accounts.len() });
        figure.days = Cover::new(self.days, self.days);
        figure
    }

    fn tally(&self, top: impl Fn(&PostFacts) -> Option<u64>, bottom: impl Fn(&PostFacts) -> Option<f64>) -> Tally {
        let mut tally = Tally::default();
        for post in &self.all {
            tally.add(post.account, self.day(post), Origin::Posts, top(post).map(number), bottom(post));
        }
        tally
    }

    fn ratio(
        &self,
        formula: Formula,
        factor: f64,
        top: impl Fn(&PostFacts) -> Option<u64>,
        bottom: impl Fn(&PostFacts) -> Option<f64>,
    ) -> Figure {
        self.told(&self.tally(top, bottom), |tally, scope| tally.ratio(formula, factor, scope))
    }

    fn sum(&self, formula: Formula, top: impl Fn(&PostFacts) -> Option<u64>) -> Figure {
        self.told(&self.tally(top, |_| Some(1.0)), |tally, scope| tally.sum(formula, scope))
    }

    /// How many came out.
    #[must_use]
    pub fn published(&self) -> Figure {
        let count = Figure::count(Formula::Posts, self.all.len() as u64).from_origin(Origin::Journal);
        count.covering(Cover::new(self.days, self.days), Cover::default())
    }

    /// Interactions they had.
    #[must_use]
    pub fn interactions(&self) -> Figure {
        self.sum(Formula::Interactions, interactions)
    }

    /// The sum of their reaches, which is not a number of people (rule H4).
    #[must_use]
    pub fn summed_reach(&self) -> Figure {
        self.sum(Formula::SummedReach, |post| value(post, Metric::Reach))
    }

    /// Engagement by reach: ratio of the sums (rule H3).
    #[must_use]
    pub fn engagement(&self) -> Figure {
        self.ratio(Formula::EngagementByReach, 1.0, interactions, |post| value(post, Metric::Reach).map(number))
    }

    /// The median rate of a post.
    #[must_use]
    pub fn median_engagement(&self) -> Figure {
        let rates: Vec<f64> = self.all.iter().filter_map(|post| rate(post)).collect();
        let figure = self.engagement();
        let value = quantile(&rates, 0.5);
        Figure { formula: Formula::MedianEngagement, value, numerator: None, denominator: None, n: rates.len() as u64, ..figure }
    }

    /// Interactions for 1,000 followers and one post. `followers` tells the mean of an account.
    #[must_use]
    pub fn per_thousand(&self, followers: impl Fn(&PostFacts) -> Option<f64>) -> Figure {
        self.ratio(Formula::PerThousand, 1_000.0, interactions, followers)
    }

    /// Shares, comments or likes for one post: counts, not percentages.
    #[must_use]
    pub fn per_post(&self, formula: Formula, metric: Metric) -> Figure {
        self.ratio(formula, 1.0, |post| value(post, metric), |_| Some(1.0))
    }

    /// Shares by reach.
    #[must_use]
    pub fn virality(&self) -> Figure {
        self.ratio(Formula::Virality, 1.0, |post| value(post, Metric::Shares), |post| value(post, Metric::Reach).map(number))
    }

    /// How many times those who were reached saw a post.
    #[must_use]
    pub fn frequency(&self) -> Figure {
        self.ratio(Formula::Frequency, 1.0, shown, |post| value(post, Metric::Reach).map(number))
    }

    /// Clicks by impressions or views.
    #[must_use]
    pub fn click_through(&self) -> Figure {
        self.ratio(Formula::ClickThrough, 1.0, |post| value(post, Metric::Clicks), |post| shown(post).map(number))
    }

    /// The median reach of those that know it.
    #[must_use]
    pub fn median_reach(&self) -> Option<f64> {
        let reaches: Vec<f64> = self.all.iter().filter_map(|post| value(post, Metric::Reach)).map(number).collect();
        quantile(&reaches, 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::account::Network;
    use super::super::super::{AccountId, VariantId};
    use super::*;

    fn post(account: i64, reach: Option<u64>, likes: u64) -> PostFacts {
        let mut figures = vec![(Metric::Likes, likes)];
        figures.extend(reach.map(|reach| (Metric::Reach, reach)));
        PostFacts {
            variant: VariantId(1),
            account: AccountId(account),
            network: Network::Other,
            title: "post".into(),
            pillar: "".into(),
            url: None,
            at: "2026-10-05T10:00:00Z".parse().expect("an instant"),
            followers: Some(1_000),
            figures,
        }
    }

    fn of(posts: &[PostFacts]) -> Posts<'_> {
        Posts::new(posts, chrono_tz::Europe::Paris, 31)
    }

    #[test]
    fn v8_h3_a_rate_of_posts_is_a_ratio_of_sums() {
        let rate = of(&[post(1, Some(2), 1), post(1, Some(1_001), 1_000)]).engagement();
        assert!((rate.value.expect("a rate") - 0.998).abs() < 0.000_1);
        assert_eq!((rate.numerator, rate.denominator, rate.n), (Some(1_001.0), Some(1_003.0), 1_003));
    }

    #[test]
    fn v16_an_account_without_reach_is_left_out_of_both_sides() {
        let rate = of(&[post(1, Some(1_000), 100), post(2, None, 900)]).engagement();
        assert_eq!(rate.value, Some(0.1));
        assert_eq!(rate.accounts, Cover { known: 1, of: 2 });
        let none = of(&[post(2, None, 900)]).engagement();
        assert_eq!((none.value, none.accounts), (None, Cover { known: 0, of: 1 }));
    }

    #[test]
    fn v9_frequency_needs_the_reach_of_the_same_scope() {
        let seen = PostFacts { figures: vec![(Metric::Views, 9), (Metric::Reach, 3)], ..post(1, None, 0) };
        assert_eq!(of(&[seen]).frequency().value, Some(3.0));
        let daily_only = PostFacts { figures: vec![(Metric::Views, 9)], ..post(1, None, 0) };
        assert_eq!(of(&[daily_only]).frequency().value, None);
    }

    #[test]
    fn amplification_is_a_count_of_shares_by_post() {
        let mut shared = post(1, None, 4);
        shared.figures.push((Metric::Shares, 6));
        let figure = of(&[shared.clone(), PostFacts { figures: vec![(Metric::Shares, 3)], ..shared }])
            .per_post(Formula::Amplification, Metric::Shares);
        assert_eq!((figure.value, figure.denominator), (Some(4.5), Some(2.0)));
    }

    #[test]
    fn a_thousand_followers_make_networks_comparable() {
        let figure =
            of(&[post(1, None, 20), post(2, None, 30)]).per_thousand(|post| Some(if post.account.0 == 1 { 1_000.0 } else { 4_000.0 }));
        assert_eq!(figure.value, Some(10.0), "50 interactions by 5,000 followers");
    }

    #[test]
    fn a_post_by_its_followers_at_that_time() {
        assert_eq!(rate_by_followers(&post(1, None, 100)).value, Some(0.1));
        assert_eq!(rate_by_followers(&PostFacts { followers: None, ..post(1, None, 100) }).value, None);
    }

    #[test]
    fn h8_a_post_of_six_days_is_young() {
        let at = |text: &str| text.parse().expect("an instant");
        assert!(is_young(&post(1, None, 1), at("2026-10-11T10:00:00Z")));
        assert!(!is_young(&post(1, None, 1), at("2026-10-12T10:00:00Z")));
    }
}
