//! Whether what a post says and shows fits each of its accounts, checked before it is validated and before it is sent.
//!
//! It names the first thing that does not, with both figures. It changes nothing and shortens nothing.

use super::AccountId;
use super::account::Account;
use super::file::Look;
use super::post::{Media, Post, Variant};
use super::text::SafeText;
use super::thread;

/// What of a post does not fit an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The account.
    pub account: AccountId,
    /// What it is.
    pub fault: Fault,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A text is too long.
    TooLong {
        /// Which part of the thread.
        part: Part,
        /// Its length, as the network counts.
        used: u32,
        /// The most it may have.
        limit: u32,
    },
    /// A text is short enough, and its bytes are too many.
    TooHeavy {
        /// Which part of the thread.
        part: Part,
        /// Its length, as the network counts.
        used: u32,
        /// Its bytes.
        bytes: u32,
        /// The most bytes it may have.
        most: u32,
    },
    /// There are too many files.
    TooManyFiles {
        /// How many there are.
        count: u32,
        /// The most there may be.
        limit: u32,
    },
    /// What is said of a file is too long.
    AltTooLong {
        /// The file.
        file: SafeText,
        /// Its characters.
        used: u32,
        /// The most it may have.
        limit: u32,
    },
    /// A file is not there, or can't be read.
    NoFile {
        /// The file.
        file: SafeText,
    },
    /// A file is none that the network takes.
    NotTaken {
        /// The file.
        file: SafeText,
    },
    /// A file has too many bytes.
    FileTooLarge {
        /// The file.
        file: SafeText,
        /// Its bytes.
        bytes: u64,
        /// The most it may have.
        limit: u64,
    },
}

impl Fault {
    /// The stable word for it, in `--json`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::TooHeavy { .. } => "too-heavy",
            Self::TooManyFiles { .. } => "too-many-files",
            Self::AltTooLong { .. } => "alt-too-long",
            Self::NoFile { .. } => "no-file",
            Self::NotTaken { .. } => "not-taken",
            Self::FileTooLarge { .. } => "file-too-large",
        }
    }
}

/// The number of a part, and of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// Checks all that a post makes public, for each of its accounts; files as they were found, if they were looked at.
///
/// # Errors
/// The first thing that does not fit.
pub fn check(post: &Post, accounts: &[Account], files: &[Look]) -> Result<(), Misfit> {
    for variant in &post.variants {
        if let Some(account) = accounts.iter().find(|account| account.id == variant.account) {
            let fault = words(post, variant, account).and_then(|()| media(&post.media, account, files));
            fault.map_err(|fault| Misfit { account: account.id, fault })?;
        }
    }
    Ok(())
}

fn words(post: &Post, variant: &Variant, account: &Account) -> Result<(), Fault> {
    let parts = thread::parts(post.text_of(variant));
    let of = number(parts.len());
    parts.iter().zip(1..).try_for_each(|(text, number)| part(account, text, Part { number, of }))
}

/// Checks one part of a text.
///
/// # Errors
/// What does not fit.
pub fn part(account: &Account, text: &SafeText, part: Part) -> Result<(), Fault> {
    let count = account.capabilities.count.count(text.as_str());
    match count.bytes {
        Some((bytes, most)) => Err(Fault::TooHeavy { part, used: count.used, bytes, most }),
        None if count.over => Err(Fault::TooLong { part, used: count.used, limit: count.limit }),
        None => Ok(()),
    }
}

/// Checks the files that go with a post.
///
/// # Errors
/// What does not fit.
pub fn media(media: &[Media], account: &Account, files: &[Look]) -> Result<(), Fault> {
    let can = &account.capabilities;
    let (count, limit) = (number(media.len()), u32::from(can.media_limit));
    if count > limit {
        return Err(Fault::TooManyFiles { count, limit });
    }
    for media in media {
        let (file, used) = (media.name(), number(media.alt.as_str().chars().count()));
        if used > can.alt_limit {
            return Err(Fault::AltTooLong { file, used, limit: can.alt_limit });
        }
        let Some(look) = files.iter().find(|look| look.path == media.path) else { continue };
        match (look.found, can.media_bytes) {
            (None, _) => return Err(Fault::NoFile { file }),
            (Some((kind, _)), _) if !account.network.takes(kind) => return Err(Fault::NotTaken { file }),
            (Some((kind, bytes)), Some(limit)) if kind.is_image() && bytes > limit => {
                return Err(Fault::FileTooLarge { file, bytes, limit });
            }
            (Some(_), _) => {}
        }
    }
    Ok(())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::account::{Access, Capabilities, Network, Standing};
    use super::super::file::Kind;
    use super::super::post::PostState;
    use super::super::{BrandId, PostId, VariantId};
    use super::*;

    fn account(id: i64, network: Network) -> Account {
        Account {
            id: AccountId(id),
            brand: BrandId(1),
            network,
            access: Access::Connected,
            handle: "@brume".into(),
            server: "https://example.social".into(),
            remote_id: "1".into(),
            capabilities: Capabilities { media_limit: 4, alt_limit: 100, media_bytes: Some(1_000_000), ..Capabilities::manual(network) },
            standing: Standing::Well,
        }
    }

    fn post(text: &str) -> Post {
        let variant = |account| Variant { id: VariantId(0), account: AccountId(account), text: None, url: None, remote_id: None };
        Post {
            id: PostId(1),
            brand: BrandId(1),
            title: "Torréfaction".into(),
            text: SafeText::clean(text),
            media: Vec::new(),
            pillar: "".into(),
            state: PostState::Drafting,
            day: None,
            due: None,
            variants: vec![variant(1), variant(2)],
            approvals: Vec::new(),
            note: "".into(),
        }
    }

    fn fault(post: &Post, files: &[Look]) -> Option<(i64, Fault)> {
        let accounts = [account(1, Network::Mastodon), account(2, Network::Bluesky)];
        check(post, &accounts, files).err().map(|misfit| (misfit.account.0, misfit.fault))
    }

    #[test]
    fn each_part_is_counted_for_its_own_account() {
        let text = format!("un\n---\n{}", "a".repeat(400));
        let part = Part { number: 2, of: 2 };
        assert_eq!(fault(&post(&text), &[]), Some((2, Fault::TooLong { part, used: 400, limit: 300 })));
        let mut own = post(&text);
        own.variants[1].text = Some("court".into());
        assert_eq!(fault(&own, &[]), None);
    }

    #[test]
    fn three_hundred_graphemes_may_be_too_many_bytes_and_both_figures_are_told() {
        let part = Part { number: 1, of: 1 };
        let heavy = Fault::TooHeavy { part, used: 300, bytes: 7_500, most: 3_000 };
        assert_eq!(fault(&post(&"👩‍👩‍👧‍👦".repeat(300)), &[]), Some((2, heavy)));
    }

    #[test]
    fn files_are_checked_by_number_words_kind_and_bytes() {
        let media = |path: &str, alt: &str| Media { path: path.into(), alt: SafeText::clean(alt) };
        let with = |media| Post { media, ..post("un") };
        let look = |found| [Look { path: "/a/b.jpg".into(), full: "/a/b.jpg".into(), found }];
        assert!(matches!(fault(&with(vec![media("b", ""); 5]), &[]), Some((1, Fault::TooManyFiles { count: 5, limit: 4 }))));
        let long = with(vec![media("/a/b.jpg", &"é".repeat(101))]);
        assert!(matches!(fault(&long, &[]), Some((1, Fault::AltTooLong { used: 101, limit: 100, .. }))));
        let one = with(vec![media("/a/b.jpg", "une tasse")]);
        assert_eq!(fault(&one, &look(None)), Some((1, Fault::NoFile { file: "b.jpg".into() })));
        assert_eq!(fault(&one, &look(Some((Kind::Video, 9_000_000)))), Some((2, Fault::NotTaken { file: "b.jpg".into() })));
        let large = Fault::FileTooLarge { file: "b.jpg".into(), bytes: 1_000_001, limit: 1_000_000 };
        assert_eq!(fault(&one, &look(Some((Kind::Png, 1_000_001)))), Some((1, large)));
        assert_eq!(fault(&one, &look(Some((Kind::Png, 1_000_000)))), None);
    }
}
