//! An account: a presence of the brand on a network, with what that network lets it do.

mod gives;
mod way;

pub use way::{HandleFault, Way, handle_in, is_app_password};

use super::count::CountRule;
use super::message::{Channel, Visibility};
use super::text::SafeText;
use super::{AccountId, BrandId, coded};
use chrono::Duration;
use serde::{Deserialize, Serialize};

coded! {
    /// A network. This is the one list of them.
    Network {
        /// Mastodon and all that speaks its client API (`GoToSocial`, snac, Pleroma…).
        Mastodon = "mastodon",
        Bluesky = "bluesky",
        Instagram = "instagram",
        Facebook = "facebook",
        LinkedIn = "linkedin",
        YouTube = "youtube",
        Threads = "threads",
        TikTok = "tiktok",
        X = "x",
        /// Any other place: a forum, a group, the shop's counter.
        Other = "other",
    }
}

impl Network {
    /// Its proper name, the same in every language; `Other` has none and is translated.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mastodon => "Mastodon",
            Self::Bluesky => "Bluesky",
            Self::Instagram => "Instagram",
            Self::Facebook => "Facebook",
            Self::LinkedIn => "LinkedIn",
            Self::YouTube => "YouTube",
            Self::Threads => "Threads",
            Self::TikTok => "TikTok",
            Self::X => "X",
            Self::Other => "…",
        }
    }

    /// The two letters that stand for it in lists.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Mastodon => "MA",
            Self::Bluesky => "BS",
            Self::Instagram => "IG",
            Self::Facebook => "FB",
            Self::LinkedIn => "LI",
            Self::YouTube => "YT",
            Self::Threads => "TH",
            Self::TikTok => "TT",
            Self::X => "X ",
            Self::Other => "··",
        }
    }

    /// How long after a person's last message its network takes an answer, where it closes the conversation.
    ///
    /// Meta's standard messaging window: 24 hours for private messages of Pages and of Instagram. The week of the
    /// "human agent" tag needs a permission that a lone CM does not get. Comments stay open.
    #[must_use]
    pub const fn reply_window(self, channel: Channel) -> Option<Duration> {
        match (self, channel) {
            (Self::Facebook | Self::Instagram, Channel::Direct) => Some(Duration::hours(24)),
            (_, Channel::Reply | Channel::Mention | Channel::Direct | Channel::Review | Channel::Manual) => None,
        }
    }

    /// Whether an answer begins with the name of whom it answers, so that they are told of it.
    #[must_use]
    pub const fn names_whom_it_answers(self) -> bool {
        matches!(self, Self::Mastodon)
    }

    /// Whether Ronde can connect an account of it today. The others are kept by hand.
    #[must_use]
    pub const fn connects(self) -> bool {
        self.connects_by().is_some()
    }
}

coded! {
    /// How Ronde reaches an account.
    Access {
        /// Through the network's API.
        Connected = "connected",
        /// Not at all: the CM types, copies and opens.
        Manual = "manual",
    }
}

coded! {
    /// Something an account may be able to do.
    Ability {
        Reply = "reply",
        Like = "like",
        /// Sharing a message as it is.
        Repost = "repost",
        /// Sharing a message with words of our own.
        Quote = "quote",
        /// Hiding an answer beneath something of our own.
        Hide = "hide",
        Delete = "delete",
        Mute = "mute",
        Block = "block",
        Report = "report",
        Publish = "publish",
        Media = "media",
        /// Private messages stay private when answered.
        Direct = "direct",
        Context = "context",
        Figures = "figures",
        /// Own posts can be listed, so an unclear act can be looked up.
        LookUp = "look-up",
        /// A repeated request with the same key is known to be honoured.
        Idempotency = "idempotency",
        /// Mentions that the server filters away can be asked for.
        Filtered = "filtered",
    }
}

/// What one account can do and count, probed once and kept as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// The software and version of the server, for the person to read; may be empty.
    pub server: SafeText,
    /// What it can do; what is not listed is not offered.
    pub can: std::collections::BTreeSet<Ability>,
    /// How a text is counted.
    pub count: CountRule,
    /// The most media of one post.
    pub media_limit: u8,
    /// The most characters of an alternative text.
    pub alt_limit: u32,
    /// The most bytes of one image, where that is known.
    #[serde(default)]
    pub media_bytes: Option<u64>,
}

impl Capabilities {
    /// What an account kept by hand can do: nothing by itself; texts are counted as its network does.
    #[must_use]
    pub fn manual(network: Network) -> Self {
        Self {
            server: SafeText::default(),
            can: std::collections::BTreeSet::new(),
            count: CountRule::of(network),
            media_limit: 10,
            alt_limit: 1500,
            media_bytes: None,
        }
    }

    /// Whether `ability` is offered.
    #[must_use]
    pub fn offers(&self, ability: Ability) -> bool {
        self.can.contains(&ability)
    }
}

/// Whether an account answers, and if not, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Standing {
    /// Works, as far as is known.
    Well,
    /// The network refused its token: needs a person.
    Expired,
    /// Told to wait.
    Limited {
        /// Until when.
        until: super::time::Moment,
    },
}

/// A presence of the brand on a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its row; 0 before it is stored. Secrets are filed under it.
    pub id: AccountId,
    /// The brand it speaks for.
    pub brand: BrandId,
    /// The network.
    pub network: Network,
    /// How it is reached.
    pub access: Access,
    /// Its handle: what the CM recognises it by.
    pub handle: SafeText,
    /// The address of its server (`https://example.social`), empty for an account kept by hand.
    pub server: SafeText,
    /// The network's id of it, empty for an account kept by hand.
    pub remote_id: SafeText,
    /// What it can do.
    pub capabilities: Capabilities,
    /// Whether it answers.
    pub standing: Standing,
}

impl Account {
    /// Whether it is the same presence on the same network, perhaps on a server that it moved to.
    #[must_use]
    pub fn is_same_place(&self, other: &Self) -> bool {
        let server = self.server == other.server || self.network.ids_outlive_servers();
        self.network == other.network && self.remote_id == other.remote_id && server
    }

    /// How what is said to those who can read it is counted.
    #[must_use]
    pub fn count_rule(&self, visibility: Visibility) -> CountRule {
        let direct = CountRule::of_direct(self.network).filter(|_| visibility == Visibility::Direct);
        direct.unwrap_or(self.capabilities.count)
    }

    /// How long an answer to `handle` is, with all that its network puts in front of it.
    #[must_use]
    pub fn count_answer(&self, text: &str, handle: &str, visibility: Visibility) -> super::count::Count {
        let in_front = self.access == Access::Connected && self.network.names_whom_it_answers();
        let name = handle.trim_start_matches('@');
        let own = self.handle.as_str().rsplit('@').next().unwrap_or_default();
        // People of the same server are named without it.
        let short = name.split_once('@').filter(|(_, domain)| domain.eq_ignore_ascii_case(own)).map_or(name, |(short, _)| short);
        if !in_front || name.is_empty() || super::count::names(text, name) || super::count::names(text, short) {
            return self.count_rule(visibility).count(text);
        }
        self.count_rule(visibility).count(&format!("@{name} {text}"))
    }

    /// Why `ability` can't be used on this account, if it can't.
    ///
    /// # Errors
    /// The reason to show to the person.
    pub fn check(&self, ability: Ability) -> Result<(), Lack> {
        if self.access == Access::Manual {
            return Err(Lack::Manual);
        }
        if self.standing == Standing::Expired {
            return Err(Lack::Expired);
        }
        if self.capabilities.offers(ability) { Ok(()) } else { Err(Lack::Server(ability)) }
    }
}

/// Why an account can't do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It is kept by hand.
    Manual,
    /// Its token was refused.
    Expired,
    /// Its server does not offer this.
    Server(Ability),
}
