//! Which figures a network gives at all: what it never gives is neither unknown nor nil, and is not asked for.
//!
//! A table of what the networks publish, no more: a figure that is not certain to be withheld counts as given.

use super::Network;
use crate::domain::metric::Formula;
use crate::domain::reading::Metric;

impl Network {
    /// Whether it gives this figure of an account or of its posts, by its API or on its own screens.
    ///
    /// Mastodon's API counts favourites, reblogs, replies and (since 4.5) quotes of a post and followers of an account:
    /// no reach, no views, no clicks, and bookmarks are private (docs.joinmastodon.org, entities Status and Account).
    /// Bluesky's counts likes, reposts, replies, quotes and bookmarks of a post and followers of an account
    /// (lexicons `app.bsky.feed.defs#postView`, `app.bsky.actor.defs#profileViewDetailed`).
    /// Meta replaced impressions by views on Instagram (v22, April 2025) and on Pages (November 2025); a Page post has
    /// views, unique views, reactions, comments, shares and clicks, and nothing says how often it was saved; Threads
    /// Insights have views, likes, replies, reposts, quotes and clicks, and neither reach nor saves (Meta's insights
    /// references).
    /// `LinkedIn` counts impressions, unique impressions, clicks, reactions, comments and reposts, no saves (its share
    /// statistics); `YouTube` views, likes, comments, shares and subscribers, neither unique viewers, saves nor clicks
    /// (`YouTube` Data and Analytics APIs); X impressions, likes, replies, reposts, quotes, bookmarks and clicks on a
    /// link, no reach (post metrics of API v2); `TikTok` views, likes, comments, shares and, in its export, favourites,
    /// neither reach nor clicks (Display API).
    #[must_use]
    pub const fn gives(self, metric: Metric) -> bool {
        match self {
            Self::Mastodon => !matches!(metric, Metric::Reach | Metric::Views | Metric::Impressions | Metric::Saves | Metric::Clicks),
            Self::Bluesky => !matches!(metric, Metric::Reach | Metric::Views | Metric::Impressions | Metric::Clicks),
            Self::Threads => !matches!(metric, Metric::Reach | Metric::Impressions | Metric::Saves),
            Self::Instagram => !matches!(metric, Metric::Impressions),
            Self::Facebook => !matches!(metric, Metric::Impressions | Metric::Saves),
            Self::LinkedIn => !matches!(metric, Metric::Saves),
            Self::YouTube => !matches!(metric, Metric::Reach | Metric::Saves | Metric::Clicks),
            Self::X => !matches!(metric, Metric::Reach),
            Self::TikTok => !matches!(metric, Metric::Reach | Metric::Clicks),
            Self::Other => true,
        }
    }

    /// Whether Ronde is told of each like, share and follow; elsewhere they are only counted.
    #[must_use]
    pub const fn tells_who_reacts(self) -> bool {
        matches!(self, Self::Mastodon | Self::Bluesky)
    }

    /// Whether it gives what this figure is counted from.
    #[must_use]
    pub fn allows(self, formula: Formula) -> bool {
        formula.needs().iter().any(|way| way.iter().all(|metric| self.gives(*metric)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_tells_its_followers_and_what_people_do() {
        for network in Network::ALL {
            for metric in [Metric::Followers, Metric::Likes, Metric::Comments, Metric::Shares, Metric::Posts] {
                assert!(network.gives(metric), "{network:?} {metric:?}");
            }
        }
    }

    #[test]
    fn each_network_gives_what_its_references_name_and_no_more() {
        use Metric::{Clicks, Impressions, Reach, Saves, Views};
        let withheld: [(Network, &[Metric]); 10] = [
            (Network::Mastodon, &[Reach, Views, Impressions, Saves, Clicks]),
            (Network::Bluesky, &[Reach, Views, Impressions, Clicks]),
            (Network::Facebook, &[Impressions, Saves]),
            (Network::Instagram, &[Impressions]),
            (Network::Threads, &[Reach, Impressions, Saves]),
            (Network::YouTube, &[Reach, Saves, Clicks]),
            (Network::LinkedIn, &[Saves]),
            (Network::X, &[Reach]),
            (Network::TikTok, &[Reach, Clicks]),
            (Network::Other, &[]),
        ];
        assert_eq!(withheld.len(), Network::ALL.len());
        for (network, never) in withheld {
            let found: Vec<Metric> = Metric::ALL.iter().copied().filter(|metric| !network.gives(*metric)).collect();
            assert_eq!(found, never, "{network:?}");
        }
    }

    #[test]
    fn networks_without_reach_allow_no_rate_by_reach_and_the_rate_for_a_thousand_followers() {
        for network in [Network::Mastodon, Network::Bluesky] {
            for formula in [Formula::EngagementByReach, Formula::DailyReach, Formula::Views, Formula::Clicks, Formula::ClickThrough] {
                assert!(!network.allows(formula), "{network:?} {formula:?}");
            }
            for formula in [Formula::PerThousand, Formula::Followers, Formula::ResponseRate, Formula::Interactions] {
                assert!(network.allows(formula), "{network:?} {formula:?}");
            }
        }
        // Clicks by impressions, or by views where a network has those.
        assert!(Network::Instagram.allows(Formula::ClickThrough));
        assert!(!Network::Instagram.allows(Formula::Impressions));
    }
}
