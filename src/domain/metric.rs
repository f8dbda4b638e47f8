//! The formulas of every figure, each with its numerator, its denominator and what it covers.
//!
//! Unknown is `None`, never 0; no rate is ever a mean of rates; nothing is rounded here
//! (`lang::format` does that).

pub mod answers;
pub mod audience;
pub mod change;
pub mod posts;
pub mod tally;

use super::coded;
use super::reading::{Metric, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

coded! {
    /// A figure of the report, by its formula.
    Formula {
        /// Σ interactions ÷ Σ reach of the posts whose reach is known.
        EngagementByReach = "er-r",
        /// The median of the same rate, post by post.
        MedianEngagement = "er-r-median",
        /// Σ interactions ÷ Σ reach of the day, over the days that know both.
        DailyEngagement = "er-r-daily",
        /// Interactions ÷ followers at the time of publishing, of one post.
        EngagementByFollowers = "er-f",
        /// Interactions for 1,000 followers and one post: compares networks.
        PerThousand = "i1000",
        /// Shares ÷ posts: a count.
        Amplification = "amp",
        /// Comments ÷ posts: a count.
        Conversation = "conv",
        /// Likes ÷ posts: a count.
        Applause = "app",
        /// Shares ÷ reach.
        Virality = "vir",
        /// Clicks ÷ impressions, or ÷ views where a network counts these.
        ClickThrough = "ctr",
        /// Impressions or views ÷ reach, of the same post.
        Frequency = "freq",
        /// Interactions: likes, comments, shares and saves. Clicks are not among them.
        Interactions = "interactions",
        /// The sum of the reaches of posts: one person may count several times.
        SummedReach = "reach-sum",
        /// The mean reach of a day. Daily reaches are never added up.
        DailyReach = "reach-day",
        Views = "views",
        Impressions = "impressions",
        Clicks = "clicks",
        /// Posts published.
        Posts = "posts",
        /// Followers at the end.
        Followers = "followers",
        /// Followers at the end less those at the start.
        NetFollowers = "net-followers",
        /// The same ÷ followers at the start.
        Growth = "grow",
        /// Messages received.
        Received = "received",
        /// Received, less closed as needing no answer, hidden and spam.
        Needing = "needing",
        Answered = "answered",
        /// Answered ÷ needing an answer.
        ResponseRate = "resp",
        /// The median working time to the first answer.
        MedianAnswer = "t50",
        /// The ninth decile of the same.
        LateAnswer = "t90",
        /// Answered within the target ÷ needing an answer.
        WithinTarget = "sla",
        Delegated = "delegated",
        /// The median working time to the end of what was delegated.
        Resolution = "tres",
        /// (Positive − negative) ÷ all rated × 100.
        NetTone = "net",
        /// Answers that left from Ronde.
        RepliesSent = "replies",
    }
}

coded! {
    /// What a figure is counted in.
    Unit {
        /// Things.
        Count = "count",
        /// A part of a whole: 0.04 is 4 %.
        Ratio = "ratio",
        /// A number with decimals, for one post.
        PerPost = "per-post",
        /// How many times.
        Times = "times",
        /// Working seconds.
        Seconds = "seconds",
        /// From −100 to +100.
        Score = "score",
    }
}

coded! {
    /// Where the counts of a figure come from.
    Origin {
        /// Fetched from the network.
        Api = "api",
        /// Imported from a file.
        File = "file",
        /// Typed by the CM.
        Typed = "typed",
        /// The figures kept of each post.
        Posts = "posts",
        /// What was received and decided in Ronde.
        Journal = "journal",
    }
}

impl From<Source> for Origin {
    fn from(source: Source) -> Self {
        match source {
            Source::Api => Self::Api,
            Source::File => Self::File,
            Source::Typed => Self::Typed,
        }
    }
}

impl Formula {
    /// What it is counted in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::EngagementByReach
            | Self::MedianEngagement
            | Self::DailyEngagement
            | Self::EngagementByFollowers
            | Self::Virality
            | Self::ClickThrough
            | Self::Growth
            | Self::ResponseRate
            | Self::WithinTarget => Unit::Ratio,
            Self::PerThousand | Self::Amplification | Self::Conversation | Self::Applause => Unit::PerPost,
            Self::Frequency => Unit::Times,
            Self::MedianAnswer | Self::LateAnswer | Self::Resolution => Unit::Seconds,
            Self::NetTone => Unit::Score,
            Self::Interactions
            | Self::SummedReach
            | Self::DailyReach
            | Self::Views
            | Self::Impressions
            | Self::Clicks
            | Self::Posts
            | Self::Followers
            | Self::NetFollowers
            | Self::Received
            | Self::Needing
            | Self::Answered
            | Self::Delegated
            | Self::RepliesSent => Unit::Count,
        }
    }

    /// Whether a longer period brings more of it: then periods of different lengths are compared
    /// by the day (rule H6).
    #[must_use]
    pub const fn grows_with_days(self) -> bool {
        matches!(
            self,
            Self::Interactions
                | Self::SummedReach
                | Self::Views
                | Self::Impressions
                | Self::Clicks
                | Self::Received
                | Self::Needing
                | Self::Answered
                | Self::Delegated
                | Self::RepliesSent
        )
    }

    /// The figures of a network that it can't be counted without: one of these sets, all of that set.
    #[must_use]
    pub const fn needs(self) -> &'static [&'static [Metric]] {
        match self {
            Self::EngagementByReach
            | Self::MedianEngagement
            | Self::DailyEngagement
            | Self::Virality
            | Self::SummedReach
            | Self::DailyReach => &[&[Metric::Reach]],
            Self::Frequency => &[&[Metric::Reach, Metric::Impressions], &[Metric::Reach, Metric::Views]],
            Self::ClickThrough => &[&[Metric::Clicks, Metric::Impressions], &[Metric::Clicks, Metric::Views]],
            Self::Views => &[&[Metric::Views]],
            Self::Impressions => &[&[Metric::Impressions]],
            Self::Clicks => &[&[Metric::Clicks]],
            Self::EngagementByFollowers | Self::PerThousand | Self::Followers | Self::NetFollowers | Self::Growth => {
                &[&[Metric::Followers]]
            }
            Self::Amplification => &[&[Metric::Shares]],
            Self::Conversation => &[&[Metric::Comments]],
            Self::Applause => &[&[Metric::Likes]],
            Self::Interactions
            | Self::Posts
            | Self::Received
            | Self::Needing
            | Self::Answered
            | Self::ResponseRate
            | Self::MedianAnswer
            | Self::LateAnswer
            | Self::WithinTarget
            | Self::Delegated
            | Self::Resolution
            | Self::NetTone
            | Self::RepliesSent => &[&[]],
        }
    }

    /// Whether it is already a difference, which a percentage of would mislead.
    #[must_use]
    pub const fn is_difference(self) -> bool {
        matches!(self, Self::NetFollowers)
    }
}

/// How much of what there is to know is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cover {
    /// Known.
    pub known: u32,
    /// In all.
    pub of: u32,
}

impl Cover {
    /// `known` of `of`.
    #[must_use]
    pub fn new(known: usize, of: usize) -> Self {
        Self { known: u32::try_from(known).unwrap_or(u32::MAX), of: u32::try_from(of).unwrap_or(u32::MAX) }
    }

    /// Whether nothing is missing.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.known >= self.of
    }
}

/// A figure that explains itself (rule H1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// By which formula.
    pub formula: Formula,
    /// Its value; `None` is unknown, which is not 0 (rule H2).
    pub value: Option<f64>,
    /// What stands above the line, for a ratio.
    pub numerator: Option<f64>,
    /// What stands below the line, for a ratio.
    pub denominator: Option<f64>,
    /// On how many things it rests; fewer than 30 is a small sample.
    pub n: u64,
    /// Where its counts come from.
    pub origins: BTreeSet<Origin>,
    /// The days it covers, of those of the period.
    pub days: Cover,
    /// The accounts it covers, of those that could have it.
    pub accounts: Cover,
}

/// Fewer things than this are a small sample (rule H5).
pub const SMALL: u64 = 30;

impl Figure {
    /// A figure that is not known.
    #[must_use]
    pub fn unknown(formula: Formula) -> Self {
        Self {
            formula,
            value: None,
            numerator: None,
            denominator: None,
            n: 0,
            origins: BTreeSet::new(),
            days: Cover::default(),
            accounts: Cover::default(),
        }
    }

    /// A count that is known.
    #[must_use]
    pub fn count(formula: Formula, count: u64) -> Self {
        Self { value: Some(tally::number(count)), n: count, ..Self::unknown(formula) }
    }

    /// `numerator ÷ denominator × factor`; unknown without a denominator.
    #[must_use]
    pub fn ratio(formula: Formula, numerator: f64, denominator: f64, factor: f64) -> Self {
        let value = (denominator > 0.0).then(|| numerator / denominator * factor);
        Self { value, numerator: Some(numerator), denominator: Some(denominator), ..Self::unknown(formula) }
    }

    /// The same, resting on `n` things.
    #[must_use]
    pub fn resting_on(mut self, n: u64) -> Self {
        self.n = n;
        self
    }

    /// The same, from one origin.
    #[must_use]
    pub fn from_origin(mut self, origin: Origin) -> Self {
        self.origins.insert(origin);
        self
    }

    /// The same, with what it covers.
    #[must_use]
    pub fn covering(mut self, days: Cover, accounts: Cover) -> Self {
        self.days = days;
        self.accounts = accounts;
        self
    }

    /// Whether it rests on few things (rule H5).
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.value.is_some() && self.n < SMALL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: Option<f64>, other: f64) -> bool {
        one.is_some_and(|one| (one - other).abs() < 1e-9)
    }

    #[test]
    fn v1_a_rate_is_interactions_by_reach_or_by_followers() {
        assert!(near(Figure::ratio(Formula::EngagementByReach, 100.0, 1_000.0, 1.0).value, 0.10));
        assert!(near(Figure::ratio(Formula::EngagementByFollowers, 100.0, 10_000.0, 1.0).value, 0.01));
    }

    #[test]
    fn v7_sign_ups_by_sessions() {
        let rate = Figure::ratio(Formula::ClickThrough, 45.0, 570.0, 1.0).value.expect("a rate");
        assert_eq!(crate::lang::format::decimal(crate::lang::Lang::En, rate * 100.0, 2), "7.89");
    }

    #[test]
    fn h2_a_ratio_without_denominator_is_unknown_not_zero() {
        assert_eq!(Figure::ratio(Formula::ResponseRate, 0.0, 0.0, 1.0).value, None);
        assert!(near(Figure::ratio(Formula::ResponseRate, 0.0, 5.0, 1.0).value, 0.0));
    }
}
