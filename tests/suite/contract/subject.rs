//! A network under test: what its clauses can't know by themselves. One function a server.

use super::broken::{Broken, Fraud};
use super::description::Description;
use super::wire::Asked;
use crate::given::setting;
use ronde::domain::account::{Account, Network};
use ronde::network::Networks;

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// What the real server answered once.
    Recorded,
    /// The real server, where it runs.
    Real,
    /// The small server in this process.
    Village,
}

/// A network under test, on one server.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The folder of its recordings, and what the settings of its real server begin with.
    pub name: &'static str,
    /// The network.
    pub network: Network,
    /// What describes its calls.
    pub description: fn() -> Description,
    /// What the names of the settings of its real server begin with, and end with for its address and its secrets.
    settings: (&'static str, &'static str, &'static str),
    /// Whether people have a name to be typed beside their secret.
    named: bool,
    /// Whether a request changes what others see; what only prepares it does not.
    pub is_act: fn(&Asked) -> bool,
    /// What a server of it says how long to wait by, beside `Retry-After`: the header, and 240 s after an instant as it writes them.
    pub waits: &'static [(&'static str, WaitForm)],
    /// How somebody is written to.
    pub mention: fn(&Account) -> String,
    /// What the connector does wrong on purpose.
    pub fraud: Fraud,
}

/// How a header writes an instant.
#[derive(Debug, Clone, Copy)]
pub enum WaitForm {
    /// A date, as `2026-11-22T10:04:00Z`.
    Date,
    /// Seconds since 1970.
    Epoch,
}

impl Subject {
    /// The address of its real server, and the name and the secret of alice, bob and carol there.
    pub fn people(&self) -> Option<(String, [(String, String); 3])> {
        let (prefix, url, secret) = self.settings;
        let of = |what: &str, who: &str| setting(&format!("{prefix}_{what}_{who}"));
        let name = |who: &str| if self.named { of("HANDLE", who) } else { Some(String::new()) };
        let person = |who: &str| Some((name(who)?, of(secret, who)?));
        Some((setting(&format!("{prefix}_{url}"))?, [person("ALICE")?, person("BOB")?, person("CAROL")?]))
    }

    /// The name of somebody on a recording.
    pub fn made_up_name(&self, who: &str) -> String {
        if self.named { format!("{who}.test") } else { String::new() }
    }

    /// The same network with a fraud in it.
    pub fn broken(self, fraud: Fraud) -> Self {
        Self { fraud, ..self }
    }

    /// The networks, or a fraud in their place.
    pub fn wrapped(&self, networks: Networks) -> Networks {
        match self.fraud {
            Fraud::None => networks,
            fraud => Networks::with(Broken::maker(networks, fraud)),
        }
    }
}

fn mastodon(name: &'static str, settings: (&'static str, &'static str, &'static str)) -> Subject {
    Subject {
        name,
        network: Network::Mastodon,
        description: Description::of_mastodon,
        settings,
        named: false,
        is_act: |asked| asked.method != "GET" && !asked.path.ends_with("/media") && !asked.path.ends_with("/apps"),
        waits: &[("X-RateLimit-Reset", WaitForm::Date)],
        // snac takes a name with its port for no name.
        mention: |account| format!("@{}", account.handle.as_str().split('@').nth(1).unwrap_or_default()),
        fraud: Fraud::None,
    }
}

/// Mastodon's API as snac serves it: a part, with its own ideas.
pub fn snac() -> Subject {
    mastodon("snac", ("SNAC", "URL", "TOKEN"))
}

/// Mastodon's API as `mastodon_mock` serves it: whole.
pub fn mastodon_mock() -> Subject {
    mastodon("mastodon_mock", ("MMOCK", "URL", "TOKEN"))
}

/// Bluesky as the reference network serves it.
pub fn bluesky() -> Subject {
    const ACTS: [&str; 6] = ["putRecord", "createRecord", "deleteRecord", "applyWrites", "muteActor", "createReport"];
    Subject {
        name: "bluesky",
        network: Network::Bluesky,
        description: Description::of_bluesky,
        settings: ("BSKY", "PDS_URL", "APP_PASSWORD"),
        named: true,
        is_act: |asked| asked.path.rsplit('.').next().is_some_and(|call| ACTS.contains(&call)),
        waits: &[("RateLimit-Reset", WaitForm::Epoch)],
        mention: |account| account.handle.to_string(),
        fraud: Fraud::None,
    }
}

/// Mastodon's API as the small server in this process serves it.
pub fn village() -> Subject {
    mastodon("village", ("VILLAGE", "URL", "TOKEN"))
}
