//! How long a text is, as each network counts it.

use super::account::Network;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// How a network counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRule {
    /// What one is.
    pub unit: Unit,
    /// The most that a text may have.
    pub limit: u32,
    /// What every link counts, however long it is; `None` counts its characters.
    pub link: Option<u32>,
}

/// What a network counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// What a person sees as one character.
    Grapheme,
    /// The same, and remote mentions (`@user@server`) count as `@user` (Mastodon).
    Mastodon,
    /// Weighted code points, where most of Latin counts one and the rest two (X, twitter-text config v3).
    Weighted,
    /// UTF-16 code units (Meta's networks, `LinkedIn`, `YouTube`).
    Utf16,
}

/// How long a text is for one network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Its length in the network's units.
    pub used: u32,
    /// The most it may have.
    pub limit: u32,
    /// Whether the network refuses it: too long, or (Bluesky) of too many bytes.
    pub over: bool,
    /// Its bytes and the most it may have, where they alone are why it is refused.
    pub bytes: Option<(u32, u32)>,
}

impl Count {
    /// How many of its units are too many; 0 where its bytes alone are.
    #[must_use]
    pub const fn excess(self) -> u32 {
        self.used.saturating_sub(self.limit)
    }
}

/// What Bluesky takes of a post (lexicon `app.bsky.feed.post`) and of a direct message (`chat.bsky.convo.defs`):
/// graphemes, and bytes beside them.
const BLUESKY_POST: (u32, u32) = (300, 3_000);
const BLUESKY_DIRECT: (u32, u32) = (1_000, 10_000);

impl CountRule {
    /// The rule of a network as published; a Mastodon server tells its own limit when it is probed.
    #[must_use]
    pub const fn of(network: Network) -> Self {
        let (unit, limit, link) = match network {
            Network::Mastodon => (Unit::Mastodon, 500, Some(23)),
            Network::Bluesky => (Unit::Grapheme, BLUESKY_POST.0, None),
            Network::X => (Unit::Weighted, 280, Some(23)),
            Network::Instagram | Network::TikTok => (Unit::Utf16, 2_200, None),
            Network::Facebook => (Unit::Utf16, 63_206, None),
            Network::LinkedIn => (Unit::Utf16, 3_000, None),
            Network::Threads => (Unit::Grapheme, 500, None),
            Network::YouTube => (Unit::Utf16, 10_000, None),
            Network::Other => (Unit::Grapheme, 100_000, None),
        };
        Self { unit, limit, link }
    }

    /// The rule of a direct message, where the network counts those otherwise than posts.
    #[must_use]
    pub const fn of_direct(network: Network) -> Option<Self> {
        match network {
            Network::Bluesky => Some(Self { unit: Unit::Grapheme, limit: BLUESKY_DIRECT.0, link: None }),
            _ => None,
        }
    }

    /// Counts `text`.
    #[must_use]
    pub fn count(&self, text: &str) -> Count {
        let used = pieces(text).map(|piece| self.weigh(piece)).sum();
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let bytes = self.bytes().filter(|most| used <= self.limit && length > *most).map(|most| (length, most));
        Count { used, limit: self.limit, over: used > self.limit || bytes.is_some(), bytes }
    }

    /// The most bytes that a text may have, where the network counts them too.
    #[must_use]
    pub fn bytes(&self) -> Option<u32> {
        let known = [BLUESKY_POST, BLUESKY_DIRECT].into_iter().find(|(signs, _)| self.unit == Unit::Grapheme && self.limit == *signs);
        known.map(|(_, bytes)| bytes)
    }

    fn weigh(&self, piece: Piece<'_>) -> u32 {
        match (piece, self.link) {
            (Piece::Link(_), Some(weight)) => weight,
            (Piece::Mention(text), _) if self.unit == Unit::Mastodon => {
                let local = text[1..].find('@').map_or(text, |at| &text[..=at]);
                self.weigh_words(local)
            }
            (Piece::Link(text) | Piece::Words(text) | Piece::Mention(text), _) => self.weigh_words(text),
        }
    }

    fn weigh_words(&self, text: &str) -> u32 {
        let count = match self.unit {
            Unit::Grapheme | Unit::Mastodon => text.graphemes(true).count(),
            Unit::Utf16 => text.encode_utf16().count(),
            Unit::Weighted => text.graphemes(true).map(weight).sum(),
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}

/// Whether a text names somebody by `@name`: whole, whatever sign ends it.
#[must_use]
pub fn names(text: &str, name: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '_');
        word.strip_prefix('@').is_some_and(|word| word.eq_ignore_ascii_case(name))
    })
}

/// The weight of one grapheme on X: an emoji is 2 whatever it is made of.
fn weight(grapheme: &str) -> usize {
    let is_light = |c: char| matches!(u32::from(c), 0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247);
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) if is_light(only) => 1,
        (Some(_), Some(_)) if grapheme.chars().all(is_light) => grapheme.chars().count(),
        _ => 2,
    }
}

enum Piece<'a> {
    Link(&'a str),
    Mention(&'a str),
    Words(&'a str),
}

/// Splits at white space; what begins like a link or a mention is one, less the punctuation at its end.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split_inclusive(char::is_whitespace).flat_map(|chunk| {
        let start = ["https://", "http://"].iter().filter_map(|scheme| chunk.find(scheme)).min();
        let found = start.or_else(|| chunk.starts_with('@').then_some(0));
        let Some(start) = found else { return vec![Piece::Words(chunk)] };
        let (before, rest) = chunk.split_at(start);
        let body = rest.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)]}»\"'".contains(c));
        let after = &rest[body.len()..];
        let middle = if rest.starts_with('@') { Piece::Mention(body) } else { Piece::Link(body) };
        vec![Piece::Words(before), if body.len() > 1 { middle } else { Piece::Words(body) }, Piece::Words(after)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROASTING: &str = "Derrière chaque tasse, 14 minutes de torréfaction…\nOn vous emmène dans l'atelier : posez vos questions\nà Aïcha. https://cafelumen.example/atelier";

    fn used(network: Network, text: &str) -> u32 {
        CountRule::of(network).count(text).used
    }

    #[test]
    fn v10_x_weighs_the_signs_of_french() {
        for (text, expected) in
            [("é", 1), ("œ", 1), ("«", 1), ("»", 1), ("—", 1), ("’", 1), ("\u{a0}", 1), ("…", 2), ("€", 2), ("👩‍👩‍👧", 2), ("\u{202f}", 2)]
        {
            assert_eq!(used(Network::X, text), expected, "{text:?}");
        }
        assert_eq!(used(Network::X, "https://exemple.fr/une/adresse/tres/longue/vraiment"), 23);
    }

    #[test]
    fn v11_the_same_text_on_three_networks() {
        let bluesky = used(Network::Bluesky, ROASTING);
        assert_eq!(bluesky, 145);
        assert_eq!(used(Network::Mastodon, ROASTING), 135);
        assert_eq!(used(Network::X, ROASTING), 136);
    }

    #[test]
    fn mastodon_counts_the_name_of_a_remote_mention_alone() {
        assert_eq!(used(Network::Mastodon, "@ninon@piaille.example merci"), used(Network::Mastodon, "@ninon merci"));
    }

    #[test]
    fn bluesky_refuses_bytes_that_its_graphemes_allow() {
        let families = "👩‍👩‍👧‍👦".repeat(200);
        let count = CountRule::of(Network::Bluesky).count(&families);
        assert_eq!(count.used, 200);
        assert!(count.over);
        assert_eq!(count.bytes, Some((5_000, 3_000)), "the letters are not what is too many");
        let both = CountRule::of(Network::Bluesky).count(&"é".repeat(1_600));
        assert_eq!((both.over, both.bytes, both.excess()), (true, None, 1_300));
        assert_eq!(CountRule::of(Network::Threads).count(&families).bytes, None);
    }

    #[test]
    fn somebody_is_named_by_the_whole_of_their_name() {
        assert!(names("merci @Ninon@piaille.example !", "ninon@piaille.example"));
        assert!(!names("merci @ninonette", "ninon"));
    }
}
