//! Names of records: `at://did/collection/key`, and the key that a delivery gives to what it writes.

use crate::domain::delivery::Delivery;
use crate::domain::text::SafeText;
use sha2::{Digest, Sha256};

pub const POST: &str = "app.bsky.feed.post";
pub const LIKE: &str = "app.bsky.feed.like";
pub const REPOST: &str = "app.bsky.feed.repost";
pub const GATE: &str = "app.bsky.feed.threadgate";
pub const BLOCK: &str = "app.bsky.graph.block";

/// A record, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtUri {
    pub did: String,
    pub collection: String,
    pub key: String,
}

impl AtUri {
    /// Reads a name; the account is named by its DID.
    pub fn read(raw: &str) -> Option<Self> {
        let mut parts = raw.strip_prefix("at://")?.split('/');
        let (did, collection, key) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && super::identity::is_did(did) && !collection.is_empty() && !key.is_empty();
        is_whole.then(|| Self { did: did.to_owned(), collection: collection.to_owned(), key: key.to_owned() })
    }

    /// Where a post stands on the web.
    pub fn page(&self) -> SafeText {
        SafeText::line(&format!("https://bsky.app/profile/{}/post/{}", self.did, self.key))
    }
}

impl std::fmt::Display for AtUri {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "at://{}/{}/{}", self.did, self.collection, self.key)
    }
}

/// The key of what a delivery writes: a timestamp identifier (TID) of the second in which it was decided,
/// and within that second of its number, so that no two of one file share a key and the parts of a thread
/// sort in their order; the rest tells the deliveries of several files apart. The same at each attempt.
pub fn key_of(delivery: &Delivery) -> String {
    let digest = Sha256::digest(delivery.key.as_bytes());
    let second = u64::try_from(delivery.created.timestamp()).unwrap_or(0);
    let chance = digest.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let number = u64::try_from(delivery.id.0.rem_euclid(1_000)).unwrap_or(0);
    tid(second * 1_000_000 + number * 1_000 + chance % 1_000, (chance >> 32) & 0x3ff)
}

/// 53 bits of microseconds and 10 bits that tell clocks apart, as 13 signs that sort as they do.
fn tid(micros: u64, clock: u64) -> String {
    const SIGNS: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";
    let whole = (micros & ((1 << 53) - 1)) << 10 | clock;
    (0..13).rev().map(|place| char::from(SIGNS[usize::try_from(whole >> (place * 5) & 31).unwrap_or(0)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::delivery::{Act, Journey};
    use crate::domain::thread::Place;
    use crate::domain::time::Moment;
    use crate::domain::{AccountId, BrandId, DeliveryId};

    #[test]
    fn a_name_is_read_whole_or_not_at_all() {
        let raw = "at://did:plc:abc/app.bsky.feed.post/3k";
        let uri = AtUri::read(raw).expect("a name");
        assert_eq!((uri.to_string().as_str(), uri.page().as_str()), (raw, "https://bsky.app/profile/did:plc:abc/post/3k"));
        for other in
            ["", "at://", "at://did:plc:abc", "at://did:plc:abc/a", "at://alice.test/a/b", "at://did:plc:abc/a/b/c", "https://x/a/b"]
        {
            assert_eq!(AtUri::read(other), None, "{other}");
        }
    }

    #[test]
    fn the_parts_of_a_thread_sort_in_their_order_and_a_repeat_has_the_same_key() {
        let created = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let keys: Vec<String> = (1..=25).map(|number| key_of(&delivery(number, created))).collect();
        assert!(keys.is_sorted_by(|one, other| one < other), "{keys:?}");
        assert_eq!(key_of(&delivery(7, created)), keys[6]);
        let elsewhere = Delivery { key: "another file".to_owned(), ..delivery(7, created) };
        assert_ne!(key_of(&elsewhere), keys[6]);
    }

    fn delivery(number: i64, created: Moment) -> Delivery {
        Delivery {
            id: DeliveryId(number),
            brand: BrandId(1),
            account: AccountId(1),
            act: Act::Like { of: SafeText::line("at://did:plc:abc/app.bsky.feed.post/3k") },
            journey: Journey::Queued,
            key: format!("key {number}"),
            created,
            due: created,
            not_before: None,
            attempts: 0,
            message: None,
            variant: None,
            place: Place::default(),
            late_allowed: false,
        }
    }

    #[test]
    fn keys_sort_as_their_instants_and_have_thirteen_signs() {
        let keys: Vec<String> = [0, 1, 31, 32, 1_795_397_498_000_000, 1_795_397_498_000_001].map(|micros| tid(micros, 0)).into();
        assert!(keys.is_sorted() && keys.iter().all(|key| key.len() == 13), "{keys:?}");
        assert_eq!(tid(0, 0), "2222222222222");
        assert_eq!(tid((1 << 53) - 1, 0x3ff), "bzzzzzzzzzzzz", "the highest bit stays free");
    }
}
