//! A reading: one figure of one account or post on one day, with its source. Unknown is not 0.

use super::account::Network;
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
    /// What becomes of a figure on a network.
    Given {
        /// Fetched for the account, day by day.
        Daily = "daily",
        /// Fetched for each post, never for the account and the day.
        PerPost = "per-post",
        /// Not fetched: the network shows it to its owner, who types it or imports a file.
        ByHand = "by-hand",
        /// The network counts no such thing, or tells it to nobody.
        Never = "never",
    }
}

impl Network {
    /// What becomes of `metric` on this network.
    ///
    /// Mastodon: docs.joinmastodon.org, entities Account and Status; saves are private to who saves. Bluesky:
    /// lexicons `app.bsky.actor.defs#profileViewDetailed` and `app.bsky.feed.defs#postView`. Neither counts views or
    /// clicks, and what a day brought in likes can't be told from them: one taken back leaves no trace.
    #[must_use]
    pub const fn gives(self, metric: Metric) -> Given {
        match (self, metric) {
            (Self::Mastodon | Self::Bluesky, Metric::Followers | Metric::Posts) => Given::Daily,
            (Self::Mastodon | Self::Bluesky, Metric::Likes | Metric::Comments | Metric::Shares) | (Self::Bluesky, Metric::Saves) => {
                Given::PerPost
            }
            (Self::Mastodon | Self::Bluesky, Metric::Reach | Metric::Views | Metric::Impressions | Metric::Clicks | Metric::Saves) => {
                Given::Never
            }
            (
                Self::Instagram | Self::Facebook | Self::LinkedIn | Self::YouTube | Self::Threads | Self::TikTok | Self::X | Self::Other,
                _,
            ) => Given::ByHand,
        }
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
    use super::{Given, Metric, Network, is_unlikely};

    #[test]
    fn what_no_network_counts_is_told_from_what_the_owner_can_read_there() {
        assert_eq!(Network::Bluesky.gives(Metric::Reach), Given::Never);
        assert_eq!(Network::Bluesky.gives(Metric::Saves), Given::PerPost);
        assert_eq!(Network::Mastodon.gives(Metric::Saves), Given::Never);
        assert_eq!(Network::Instagram.gives(Metric::Reach), Given::ByHand);
        assert_eq!(Network::Bluesky.gives(Metric::Followers), Given::Daily);
    }

    #[test]
    fn a_digit_too_many_is_unlikely_and_a_good_day_is_not() {
        assert!(is_unlikely(8700, Some(844)));
        assert!(is_unlikely(87, Some(844)));
        assert!(!is_unlikely(870, Some(844)));
        assert!(!is_unlikely(9, Some(3)));
        assert!(!is_unlikely(870, None));
    }
}
