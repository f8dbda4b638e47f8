//! What people do without words: they like, they share, they follow. Nobody answers it and nothing of it waits.
//!
//! What is counted here is what networks told of, one by one; how many likes a post has is a figure and comes elsewhere.

use super::coded;
use super::text::SafeText;
use super::time::Moment;
use serde::{Deserialize, Serialize};

coded! {
    /// What somebody did without words.
    ReactionKind {
        /// Liked something of ours. Mastodon calls it a favourite.
        Like = "like",
        /// Shared something of ours as it is: a repost, a boost.
        Share = "share",
        /// Began to follow an account. That somebody stopped is told by no network.
        Follow = "follow",
    }
}

/// Something that somebody did without words, as the network tells it.
///
/// Who it was is told by the network's id alone: of those who only react, neither name nor handle is kept.
/// Sources: the lexicon `app.bsky.notification.listNotifications` (reasons `like`, `repost`, `follow`) and the
/// entity Notification of docs.joinmastodon.org (types `favourite`, `reblog`, `follow`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// What was done.
    pub kind: ReactionKind,
    /// The network's id of it; the same act taken back and done again has another one.
    pub remote_id: SafeText,
    /// The network's id of who did it.
    pub author_id: SafeText,
    /// The network's id of the account's own post that it is about; none for a follow.
    pub about: Option<SafeText>,
    /// When.
    pub at: Moment,
}

/// How many reactions networks told of, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reactions {
    /// Likes.
    pub likes: u32,
    /// Shares.
    pub shares: u32,
    /// Follows.
    pub follows: u32,
}

impl Reactions {
    /// Each kind of which there is any, with how many.
    pub fn each(self) -> impl Iterator<Item = (ReactionKind, u32)> {
        let count = move |kind: ReactionKind| match kind {
            ReactionKind::Like => self.likes,
            ReactionKind::Share => self.shares,
            ReactionKind::Follow => self.follows,
        };
        ReactionKind::ALL.iter().map(move |kind| (*kind, count(*kind))).filter(|(_, count)| *count > 0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Counts some more.
    pub fn add(&mut self, kind: ReactionKind, count: u32) {
        match kind {
            ReactionKind::Like => self.likes += count,
            ReactionKind::Share => self.shares += count,
            ReactionKind::Follow => self.follows += count,
        }
    }
}

/// What one person did without words, as far as networks told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attention {
    /// What they did, counted.
    pub count: Reactions,
    /// When they first followed an account of the brand.
    pub followed: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_there_is_told() {
        assert!(Reactions::default().is_empty());
        assert_eq!(Reactions::default().each().count(), 0);
        let mut some = Reactions::default();
        some.add(ReactionKind::Follow, 2);
        some.add(ReactionKind::Like, 1);
        some.add(ReactionKind::Like, 4);
        assert!(!some.is_empty());
        assert_eq!(some.each().collect::<Vec<_>>(), [(ReactionKind::Like, 5), (ReactionKind::Follow, 2)]);
    }
}
