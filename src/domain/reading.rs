//! A reading: one figure of one account or post on one day, with its source. Unknown is not 0.

use super::text::SafeText;
use super::time::{Day, Moment};
use super::{AccountId, VariantId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// What is counted. One name for one meaning; never added across networks.
    Metric {
        /// Those who follow the account, at the end of the day.
        Followers = "followers",
        /// Unique accounts that saw something.
        Reach = "reach",
        /// Times something was shown; repeats count.
        Views = "views",
        Impressions = "impressions",
        Likes = "likes",
        Comments = "comments",
        Shares = "shares",
        Saves = "saves",
        /// Clicks on a link.
        Clicks = "clicks",
        /// Posts on the account so far.
        Posts = "posts",
    }
}

impl Metric {
    /// Those of the daily sheet, in its order.
    pub const SHEET: &'static [Self] =
        &[Self::Followers, Self::Reach, Self::Views, Self::Likes, Self::Comments, Self::Shares, Self::Saves, Self::Clicks];

    /// Whether it is a level (its value at the end of a day), not a flow (what the day brought).
    #[must_use]
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Followers | Self::Posts)
    }
}

coded! {
    /// Where a figure comes from.
    Source { Api = "api", File = "file", Typed = "typed" }
}

/// One figure of one account on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The account.
    pub account: AccountId,
    /// The variant, where the figure is of one post.
    pub variant: Option<VariantId>,
    /// The day, in the brand's zone.
    pub day: Day,
    /// What is counted.
    pub metric: Metric,
    /// The value; `None` says that the network does not give it (not available, typed as such).
    pub value: Option<u64>,
    /// Where it comes from.
    pub source: Source,
    /// By which definition the network counted; another one breaks the series. May be empty.
    pub definition: SafeText,
    /// When it was written down.
    pub at: Moment,
}

/// Whether `value` is unlikely beside the value of the day before: more than 50 % away, and more
/// than 10 in number.
#[must_use]
pub fn is_unlikely(value: u64, before: Option<u64>) -> bool {
    before.is_some_and(|before| {
        let gap = value.abs_diff(before);
        gap > 10 && gap.saturating_mul(2) > before
    })
}

#[cfg(test)]
mod tests {
    use super::is_unlikely;

    #[test]
    fn a_digit_too_many_is_unlikely_and_a_good_day_is_not() {
        assert!(is_unlikely(8700, Some(844)));
        assert!(is_unlikely(87, Some(844)));
        assert!(!is_unlikely(870, Some(844)));
        assert!(!is_unlikely(9, Some(3)));
        assert!(!is_unlikely(870, None));
    }
}
