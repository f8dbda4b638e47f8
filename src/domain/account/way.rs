//! How one connects to a network: what it asks for, and what can be told about that before it is asked.
//!
//! It sends nothing and keeps nothing: whether a password is right only the network knows.

use super::Network;
use crate::domain::text::SafeText;

/// What a network asks for when an account is connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The address of a server; then an authorization in the browser, or a token made there.
    Authorization,
    /// The handle, and a password made for Ronde alone; the server is found by the handle, or named.
    Password,
}

/// Why a handle can't be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandleFault {
    /// Nothing was typed.
    Empty,
    /// It is an e-mail address.
    Email,
    /// It lacks its end: `alice` for `alice.bsky.social`.
    NoEnd,
    /// It has signs that no handle has.
    Signs,
}

impl HandleFault {
    /// The stable word for it, in the ids of its texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Email => "email",
            Self::NoEnd => "no-end",
            Self::Signs => "signs",
        }
    }
}

impl Network {
    /// How Ronde connects an account of it today; the others are kept by hand.
    #[must_use]
    pub const fn connects_by(self) -> Option<Way> {
        match self {
            Self::Mastodon => Some(Way::Authorization),
            Self::Bluesky => Some(Way::Password),
            Self::Instagram | Self::Facebook | Self::LinkedIn | Self::YouTube | Self::Threads | Self::TikTok | Self::X | Self::Other => {
                None
            }
        }
    }

    /// Every network, those that connect first: the order in which a new account chooses one.
    #[must_use]
    pub fn listed() -> Vec<Self> {
        let mut networks = Self::ALL.to_vec();
        networks.sort_by_key(|network| network.connects_by().is_none());
        networks
    }

    /// Where a password for one app is made, for a network that connects by one; empty for the others.
    #[must_use]
    pub const fn passwords_at(self) -> &'static str {
        match self {
            Self::Bluesky => "https://bsky.app/settings/app-passwords",
            Self::Mastodon
            | Self::Instagram
            | Self::Facebook
            | Self::LinkedIn
            | Self::YouTube
            | Self::Threads
            | Self::TikTok
            | Self::X
            | Self::Other => "",
        }
    }

    /// Whether its id of an account is the same on every server, so that one that moved is still known by it.
    #[must_use]
    pub const fn ids_outlive_servers(self) -> bool {
        matches!(self, Self::Bluesky)
    }
}

/// The handle in what was typed: with or without `@`, or within the address of a profile. A DID is one too.
///
/// A handle of the AT Protocol is a domain name (<https://atproto.com/specs/handle>): letters, digits and hyphens,
/// at least one dot, at most 253 signs, none of its parts longer than 63 or with a hyphen at an end.
///
/// # Errors
/// Why it can't be one.
pub fn handle_in(typed: &str) -> Result<SafeText, HandleFault> {
    let typed = SafeText::line(typed.trim());
    // A handle copied from a page brings marks of direction with it, which nobody sees.
    let seen: String = typed
        .as_str()
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .collect();
    let path = seen.split_once("/profile/").map_or(seen.as_str(), |(_, rest)| rest);
    let path = path.strip_prefix("at://").unwrap_or(path);
    let name = path.split(['/', '?', '#']).next().unwrap_or_default().trim().trim_start_matches('@').trim_end_matches('.');
    if name.is_empty() {
        return Err(HandleFault::Empty);
    }
    if name.starts_with("did:plc:") || name.starts_with("did:web:") {
        let clean = name.chars().all(|c| c.is_ascii_alphanumeric() || ":.-_%".contains(c));
        return if clean { Ok(SafeText::line(name)) } else { Err(HandleFault::Signs) };
    }
    if name.contains('@') {
        return Err(HandleFault::Email);
    }
    let name = name.to_lowercase();
    let is_part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    if name.len() > 253 || !name.split('.').all(is_part) {
        return Err(HandleFault::Signs);
    }
    if name.contains('.') { Ok(SafeText::line(&name)) } else { Err(HandleFault::NoEnd) }
}

/// Whether a secret has the shape of a password made for one app (`xxxx-xxxx-xxxx-xxxx`): another one may well be
/// the password of the account itself.
#[must_use]
pub fn is_app_password(secret: &str) -> bool {
    let secret = secret.trim();
    let parts: Vec<&str> = secret.split('-').collect();
    parts.len() == 4 && parts.iter().all(|part| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_found_in_what_people_paste() {
        for typed in [
            "alice.bsky.social",
            "@alice.bsky.social",
            "  @Alice.Bsky.Social ",
            "https://bsky.app/profile/alice.bsky.social",
            "bsky.app/profile/alice.bsky.social/post/3kabc",
            "https://bsky.app/profile/alice.bsky.social?x=1",
            "at://alice.bsky.social",
            "\u{202a}@alice.bsky.social\u{202c}",
        ] {
            assert_eq!(handle_in(typed), Ok("alice.bsky.social".into()), "{typed}");
        }
        assert_eq!(handle_in("bsky.app/profile/did:plc:abc123"), Ok("did:plc:abc123".into()));
        assert_eq!(handle_in("cafe-lumen.fr"), Ok("cafe-lumen.fr".into()));
    }

    #[test]
    fn what_is_no_handle_says_why() {
        for (typed, fault) in [
            ("", HandleFault::Empty),
            (" @ ", HandleFault::Empty),
            ("alice@example.org", HandleFault::Email),
            ("alice", HandleFault::NoEnd),
            ("alice bsky.social", HandleFault::Signs),
            ("alice..social", HandleFault::Signs),
            ("-alice.social", HandleFault::Signs),
            ("café.social", HandleFault::Signs),
        ] {
            assert_eq!(handle_in(typed), Err(fault), "{typed}");
        }
    }

    #[test]
    fn an_app_password_is_known_by_its_shape() {
        assert!(is_app_password("abcd-efgh-2345-wxyz"));
        assert!(is_app_password(" abcd-efgh-2345-wxyz\n"));
        for other in ["", "hunter2", "abcd-efgh-2345", "abcd-efgh-2345-wxyz-abcd", "abcd-efgh-2345-wxy!", "correct-horse-battery-staple"] {
            assert!(!is_app_password(other), "{other}");
        }
    }

    #[test]
    fn the_networks_that_connect_are_listed_first() {
        let listed = Network::listed();
        let last = listed.iter().rposition(|network| network.connects_by().is_some());
        let first = listed.iter().position(|network| network.connects_by().is_none());
        assert!(last < first);
        assert_eq!(listed.len(), Network::ALL.len());
        assert!(
            listed.iter().filter(|network| network.connects_by() == Some(Way::Password)).all(|network| !network.passwords_at().is_empty())
        );
    }
}
