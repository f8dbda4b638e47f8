//! What a server is and what it can do: what it says of itself, and one table of what each family
//! of software is known to lack.

use super::client::Client;
use super::wire;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::{Ability, Capabilities, Network};
use crate::domain::count::CountRule;
use crate::domain::text::SafeText;
use crate::network::api::ApiError;
use std::collections::BTreeSet;

/// A family of servers and what it lacks of Mastodon's API.
struct Family {
    /// The name it gives itself (nodeinfo).
    name: &'static str,
    lacks: &'static [Ability],
}

/// Seen on snac 2.75: no deletion, no mute, no report, the key is ignored, a private message comes
/// as one for followers, and the counts of an account are 0 whatever they are.
/// `GoToSocial` reads no key and knows no filtered mentions; of the others nothing is certain.
const FAMILIES: &[Family] = &[
    Family { name: "mastodon", lacks: &[] },
    Family { name: "gotosocial", lacks: &[Ability::Idempotency, Ability::Filtered] },
    Family { name: "pleroma", lacks: &[Ability::Idempotency, Ability::Filtered] },
    Family { name: "akkoma", lacks: &[Ability::Idempotency, Ability::Filtered] },
    Family {
        name: "snac",
        lacks: &[
            Ability::Delete,
            Ability::Mute,
            Ability::Report,
            Ability::Idempotency,
            Ability::Filtered,
            Ability::Direct,
            Ability::Figures,
        ],
    },
];

/// What is not relied upon where the software is not known.
const UNKNOWN_LACKS: &[Ability] = &[Ability::Idempotency, Ability::Filtered];

/// What a server is.
pub struct Probed {
    /// What an account on it can do.
    pub capabilities: Capabilities,
    /// The part of a handle after the last `@`.
    pub domain: String,
}

/// Asks a server what it is.
pub async fn probe(client: &Client<'_>) -> Result<Probed, Trouble> {
    let instance = match instance(client).await {
        // Another kind of site, or a name that was mistyped.
        Err(error) if error.is_absent() || matches!(error, ApiError::Unreadable(_)) => return Err(no_server(client)),
        answer => answer.map_err(|error| error.trouble())?,
    };
    let software = software(client).await.unwrap_or_else(|| guess(&instance));
    if instance.version.is_empty() && software.name.is_empty() {
        return Err(no_server(client));
    }
    let domain = [&instance.domain, &instance.uri].into_iter().find(|name| !name.is_empty());
    let domain = domain.map_or_else(|| crate::network::address::host(&client.server), |name| strip(name));
    Ok(Probed { capabilities: capabilities(&instance, &software), domain })
}

fn no_server(client: &Client<'_>) -> Trouble {
    let detail = format!("{}: no Mastodon server", crate::network::address::host(&client.server));
    Trouble { cause: Cause::BadAddress, account: None, detail: SafeText::line(&detail) }
}

async fn instance(client: &Client<'_>) -> Result<wire::Instance, ApiError> {
    match client.get(client.url("/api/v2/instance", &[])).await {
        Err(error) if error.is_absent() || error.is_unauthorized() || matches!(error, ApiError::Unreadable(_)) => {
            client.get(client.url("/api/v1/instance", &[])).await
        }
        answer => answer,
    }
}

/// The software by its own name; the link is followed on the same server only.
async fn software(client: &Client<'_>) -> Option<wire::Software> {
    let links: wire::NodeLinks = client.get(client.url("/.well-known/nodeinfo", &[])).await.ok()?;
    let path = links.links.iter().filter_map(|link| url::Url::parse(&link.href).ok()).next_back()?.path().to_owned();
    let node: wire::Node = client.get(client.url(&path, &[])).await.ok()?;
    Some(wire::Software { name: node.software.name.to_lowercase(), version: node.software.version })
}

/// The software by its version: others say which one they are compatible with.
fn guess(instance: &wire::Instance) -> wire::Software {
    let (version, source) = (instance.version.to_lowercase(), instance.source_url.to_lowercase());
    let known =
        FAMILIES.iter().map(|family| family.name).find(|name| *name != "mastodon" && (version.contains(name) || source.contains(name)));
    let is_plain = version.split(['.', '+', '-']).take(3).all(|part| part.parse::<u32>().is_ok());
    let name = known.unwrap_or(if is_plain && source.contains("/mastodon") { "mastodon" } else { "" });
    wire::Software { name: name.to_owned(), version: instance.version.clone() }
}

fn capabilities(instance: &wire::Instance, software: &wire::Software) -> Capabilities {
    let lacks = FAMILIES.iter().find(|family| family.name == software.name).map_or(UNKNOWN_LACKS, |family| family.lacks);
    // Nobody hides what another wrote; quotes came with 4.5, and of the others nothing is certain.
    let quotes = software.name == "mastodon" && major_minor(&software.version) >= (4, 5);
    let mut can: BTreeSet<Ability> = Ability::ALL.iter().copied().filter(|ability| !lacks.contains(ability)).collect();
    can.remove(&Ability::Hide);
    if !quotes {
        can.remove(&Ability::Quote);
    }
    // Mentions that were filtered away can be asked for since 4.3.
    if major_minor(&software.version) < (4, 3) {
        can.remove(&Ability::Filtered);
    }
    let statuses = &instance.configuration.statuses;
    let usual = CountRule::of(Network::Mastodon);
    let count = CountRule {
        limit: statuses.max_characters.or(instance.max_toot_chars).unwrap_or(usual.limit),
        link: statuses.characters_reserved_per_url.or(usual.link),
        ..usual
    };
    let alt = instance.configuration.media_attachments.description_limit.or(instance.description_limit);
    Capabilities {
        server: SafeText::line(format!("{} {}", proper(&software.name), software.version).trim()),
        can,
        count,
        media_limit: statuses.max_media_attachments.map_or(4, |most| u8::try_from(most).unwrap_or(u8::MAX)),
        alt_limit: alt.unwrap_or(1500),
        media_bytes: instance.configuration.media_attachments.image_size_limit,
    }
}

fn proper(name: &str) -> &str {
    match name {
        "mastodon" => "Mastodon",
        "gotosocial" => "GoToSocial",
        "pleroma" => "Pleroma",
        "akkoma" => "Akkoma",
        other => other,
    }
}

fn major_minor(version: &str) -> (u32, u32) {
    let mut parts = version.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// A server may name itself with its scheme.
fn strip(name: &str) -> String {
    let bare = name.split_once("://").map_or(name, |(_, rest)| rest);
    bare.split('/').next().unwrap_or(bare).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instance(version: &str, source: &str) -> wire::Instance {
        wire::Instance { version: version.to_owned(), source_url: source.to_owned(), ..wire::Instance::default() }
    }

    #[test]
    fn software_is_told_by_its_version_where_it_has_no_nodeinfo() {
        for (version, source, name) in [
            ("4.5.1", "https://github.com/mastodon/mastodon", "mastodon"),
            ("4.0.0 (not true; really snac/2.75)", "https://comam.es/what-is-snac", "snac"),
            ("2.7.2 (compatible; Pleroma 2.9.0)", "", "pleroma"),
            ("0.20.1+git-3f2ab", "https://codeberg.org/superseriousbusiness/gotosocial", "gotosocial"),
            ("4.2.0", "https://example.org/something", ""),
        ] {
            assert_eq!(guess(&instance(version, source)).name, name, "{version}");
        }
    }

    #[test]
    fn a_key_is_trusted_on_mastodon_alone() {
        for (name, version, trusted) in
            [("mastodon", "4.6.0", true), ("gotosocial", "0.20.1", false), ("snac", "2.75", false), ("newcomer", "9", false)]
        {
            let software = wire::Software { name: name.to_owned(), version: version.to_owned() };
            assert_eq!(capabilities(&instance(version, ""), &software).offers(Ability::Idempotency), trusted, "{name}");
        }
    }

    #[test]
    fn the_limits_are_those_the_server_tells_else_the_usual_ones() {
        let software = wire::Software { name: "mastodon".to_owned(), version: "4.2.10".to_owned() };
        let usual = capabilities(&instance("4.2.10", ""), &software);
        assert_eq!((usual.count.limit, usual.count.link, usual.media_limit, usual.alt_limit), (500, Some(23), 4, 1500));
        assert!(!usual.offers(Ability::Filtered));
        let mut told = instance("4.2.10", "");
        told.max_toot_chars = Some(5000);
        assert_eq!(capabilities(&told, &software).count.limit, 5000);
    }
}
