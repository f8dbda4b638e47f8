//! Looks an unclear act up: it is there, it is not, or the server can't tell.
//!
//! `Absent` is a licence to send again, so it is said only when the list of what the account said
//! reaches back to before the request, and nothing in it looks alike.

use super::client::Client;
use super::read;
use super::walk::Walk;
use super::wire::{self, Status};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::{Ability, Account};
use crate::domain::delivery::{Act, Delivery, Journey, Sighting};
use crate::domain::message::Visibility;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::api::ApiError;
use crate::network::html;
use chrono::Duration;
use std::collections::BTreeSet;

/// How far the clocks of the server and of this computer may be apart.
const CLOCKS: Duration = Duration::minutes(2);
/// How many pages of what the account said are read.
const PAGES: usize = 10;
/// A server that gives so few in all, and no more, has given everything.
const SURELY_ALL: usize = 20;

/// What is looked for.
struct Wanted<'a> {
    text: &'a str,
    parent: Option<&'a str>,
    since: Moment,
}

/// Looks for the act of a delivery.
pub async fn look_up(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
    let since = match delivery.journey {
        Journey::Sending { since } | Journey::Unknown { since } => since,
        _ => delivery.created,
    } - CLOCKS;
    let found = match &delivery.act {
        Act::Publish { text, visibility, after, .. } => {
            let parent = after.as_ref().map(SafeText::as_str);
            search(client, account, &Wanted { text: text.as_str(), parent, since }, *visibility).await
        }
        Act::Quote { text, visibility, .. } => {
            search(client, account, &Wanted { text: text.as_str(), parent: None, since }, *visibility).await
        }
        Act::Reply { to, text, visibility, .. } => {
            search(client, account, &Wanted { text: text.as_str(), parent: Some(to.as_str()), since }, *visibility).await
        }
        Act::Like { of } => liked(client, of).await,
        Act::Delete { what } => deleted(client, what).await,
        // To do any of these twice changes nothing.
        Act::Repost { .. } | Act::Hide { .. } | Act::Mute { .. } | Act::Block { .. } => Ok(Sighting::Absent),
        // Reports can't be listed.
        Act::Report { .. } => Ok(Sighting::CantTell),
    };
    match found {
        Ok(sighting) => Ok(sighting),
        Err(error) if matches!(error.cause(), Cause::AuthExpired | Cause::ScopeMissing | Cause::RateLimited(_)) => Err(error.trouble()),
        Err(error) => Ok(Sighting::Failed { why: error.words() }),
    }
}

async fn liked(client: &Client<'_>, of: &SafeText) -> Result<Sighting, ApiError> {
    let status: Status = client.get(client.url_about("api/v1/statuses", of.as_str(), "")).await?;
    Ok(if status.favourited == Some(true) { there(&status) } else { Sighting::Absent })
}

async fn deleted(client: &Client<'_>, what: &SafeText) -> Result<Sighting, ApiError> {
    match client.get::<Status>(client.url_about("api/v1/statuses", what.as_str(), "")).await {
        Ok(_) => Ok(Sighting::Absent),
        Err(error) if error.is_absent() => Ok(Sighting::There { remote_id: what.clone(), url: None }),
        Err(error) => Err(error),
    }
}

async fn search(client: &Client<'_>, account: &Account, wanted: &Wanted<'_>, visibility: Visibility) -> Result<Sighting, ApiError> {
    let (said, complete) = match said_since(client, account, wanted.since).await {
        Err(error) if error.is_absent() => (Vec::new(), false),
        said => said?,
    };
    let beneath = match wanted.parent {
        Some(parent) => match read::around(client, parent).await {
            Err(error) if error.is_absent() => Vec::new(),
            around => around?.descendants.into_iter().filter(|status| status.account.id == account.remote_id.as_str()).collect(),
        },
        None => Vec::new(),
    };
    // Where private messages are not told from others, they may not be listed either.
    let listed = visibility == Visibility::Public || account.capabilities.offers(Ability::Direct);
    Ok(judge(wanted, said.iter().chain(&beneath), complete && listed))
}

/// What the account said since an instant, and whether that is all of it.
async fn said_since(client: &Client<'_>, account: &Account, since: Moment) -> Result<(Vec<Status>, bool), ApiError> {
    let mut said: Vec<Status> = Vec::new();
    let mut walk = Walk::from_cursor(None);
    for _ in 0..PAGES {
        let page = read::statuses(client, account, &walk).await?;
        let reaches_back = page.iter().any(|status| status.created_at < since);
        let fresh: Vec<Status> = page.into_iter().filter(|status| walk.is_new(&status.id)).collect();
        let ends = fresh.is_empty();
        let cursor = walk.stride(&fresh.iter().map(|status| status.id.as_str())).cursor;
        said.extend(fresh);
        if reaches_back {
            return Ok((said, true));
        }
        if ends {
            let all = said.len() < SURELY_ALL;
            return Ok((said, all));
        }
        walk = Walk::from_cursor(cursor.as_deref());
    }
    Ok((said, false))
}

fn judge<'a>(wanted: &Wanted<'_>, said: impl Iterator<Item = &'a Status>, complete: bool) -> Sighting {
    let own = core(wanted.text);
    let mut alike = false;
    for status in said.filter(|status| status.created_at >= wanted.since && status.reblog.is_none()) {
        if status.in_reply_to_id.as_deref() != wanted.parent {
            continue;
        }
        let shown = html::text(&status.content);
        if core(shown.as_str()) == own {
            return there(status);
        }
        alike |= share(wanted.text, shown.as_str()) >= 0.5;
    }
    if complete && !alike { Sighting::Absent } else { Sighting::CantTell }
}

fn there(status: &wire::Status) -> Sighting {
    Sighting::There { remote_id: SafeText::line(&status.id), url: status.link().map(SafeText::line) }
}

/// What of a text a server does not change: names in front go, and so do servers in names, spaces
/// and ASCII signs, of which some servers make bold letters, lists and curly quotes.
fn core(text: &str) -> String {
    let words = text.split_whitespace().skip_while(|word| word.starts_with('@')).map(short_name);
    let kept: String = words.flat_map(str::chars).filter(|c| !c.is_ascii_punctuation()).collect();
    if kept.is_empty() { text.chars().filter(|c| !c.is_whitespace()).collect() } else { kept.to_lowercase() }
}

/// `@name` of `@name@server`.
fn short_name(word: &str) -> &str {
    match word.strip_prefix('@').and_then(|rest| rest.find('@')) {
        Some(at) => &word[..=at],
        None => word,
    }
}

/// How much of the words of two texts is common to both, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn share(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().filter(|word| !word.starts_with('@')).map(core).collect() };
    let (one, other) = (words(one), words(other));
    let most = one.len().max(other.len());
    if most == 0 { 1.0 } else { one.intersection(&other).count() as f64 / most as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(text: &str, at: &str, parent: Option<&str>) -> Status {
        let json = serde_json::json!({
            "id": "1", "created_at": at, "account": {"id": "7", "acct": "cafe"}, "content": text,
            "in_reply_to_id": parent, "visibility": "public",
        });
        serde_json::from_value(json).expect("a status")
    }

    fn judged(text: &str, parent: Option<&str>, said: &[Status], complete: bool) -> Sighting {
        let since = "2026-11-22T10:00:00Z".parse().expect("an instant");
        judge(&Wanted { text, parent, since }, said.iter(), complete)
    }

    const AT: &str = "2026-11-22T10:01:00Z";

    #[test]
    fn it_is_there_whatever_a_server_makes_of_its_signs() {
        for shown in [
            "<p>@ninon Oui, *samedi* dès 9 h — à bientôt !</p>",
            "<p><span class=\"h-card\"><a href=\"#\">@ninon@ailleurs.example</a></span> Oui, <b>samedi</b> dès 9\u{a0}h — à bientôt !</p>",
        ] {
            let found = judged("Oui, *samedi* dès 9 h — à bientôt !", Some("5"), &[status(shown, AT, Some("5"))], true);
            assert!(matches!(found, Sighting::There { .. }), "{shown}");
        }
    }

    #[test]
    fn an_older_one_another_parent_or_other_words_are_not_it() {
        let text = "Oui, samedi dès 9 h";
        for other in [
            status("<p>Oui, samedi dès 9 h</p>", "2026-11-22T09:59:59Z", Some("5")),
            status("<p>Oui, samedi dès 9 h</p>", AT, Some("6")),
            status("<p>Oui, samedi dès 9 h</p>", AT, None),
            status("<p>Nos cartes arrivent</p>", AT, Some("5")),
        ] {
            assert_eq!(judged(text, Some("5"), &[other], true), Sighting::Absent);
        }
        assert_eq!(judged(text, Some("5"), &[], false), Sighting::CantTell);
    }

    #[test]
    fn what_looks_alike_is_asked() {
        let edited = status("<p>Oui, samedi dès 10 h</p>", AT, Some("5"));
        assert_eq!(judged("Oui, samedi dès 9 h", Some("5"), &[edited], true), Sighting::CantTell);
    }

    #[test]
    fn a_text_of_signs_alone_is_still_told_from_another() {
        assert_ne!(core("!!!"), core("???"));
        assert_eq!(core("❤️ 🎉"), core("❤️🎉"));
    }
}
