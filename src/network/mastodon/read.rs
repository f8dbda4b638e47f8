//! What others wrote, what the account said, the conversation around a message, and its figures.

use super::client::Client;
use super::reactions;
use super::walk::Walk;
use super::wire::{self, Status};
use crate::app::effect::{Page, Stream};
use crate::domain::account::{Ability, Account};
use crate::domain::conversation::Turn;
use crate::domain::message::{Channel, Incoming, Own, Visibility, shares};
use crate::domain::reading::{Metric, Reading};
use crate::domain::text::SafeText;
use crate::domain::time::Day;
use crate::network::api::ApiError;
use crate::network::figures::{count, readings};
use crate::network::html;

/// The most that Mastodon gives of notifications, and of statuses.
const NOTIFICATIONS: u32 = 80;
const STATUSES: u32 = 40;
/// The pages of notifications that are taken in together.
const TOGETHER: usize = 4;

/// A page of a stream.
pub async fn page(client: &Client<'_>, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, ApiError> {
    let walk = Walk::from_cursor(cursor);
    match stream {
        Stream::Incoming => incoming(client, account, walk).await,
        Stream::Own => own(client, account, walk).await,
        Stream::Reactions => reactions::page(client, walk).await,
    }
}

/// What others wrote. The newest page comes alone, to be seen at once; older ones come a few together,
/// for they cost less to store so.
async fn incoming(client: &Client<'_>, account: &Account, mut walk: Walk) -> Result<Page, ApiError> {
    let most = if walk.is_at_head() { 1 } else { TOGETHER };
    let mut whole = notified(client, account, &walk).await?;
    for _ in 1..most {
        if !whole.more {
            break;
        }
        walk = Walk::from_cursor(whole.cursor.as_deref());
        // What came is kept; the next pull asks again and tells the trouble.
        let Ok(older) = notified(client, account, &walk).await else { break };
        whole.incoming.extend(older.incoming);
        (whole.cursor, whole.more) = (older.cursor, older.more);
    }
    Ok(whole)
}

/// One page as the server cuts it.
async fn notified(client: &Client<'_>, account: &Account, walk: &Walk) -> Result<Page, ApiError> {
    let mut query = walk.query(NOTIFICATIONS);
    query.push(("types[]", "mention".to_owned()));
    if account.capabilities.offers(Ability::Filtered) {
        query.push(("include_filtered", "true".to_owned()));
    }
    let notifications: Vec<wire::Notification> = client.get(client.url("/api/v1/notifications", &query)).await?;
    // Some servers send every kind whatever was asked for: the cursor moves over them all.
    let mentions = notifications.iter().filter(|note| note.kind == "mention" && walk.is_new(&note.id));
    let incoming = mentions.filter_map(|note| Some(message(account, note.status.as_ref()?, note.filtered))).collect();
    let stride = walk.clone().stride(&notifications.iter().map(|note| note.id.as_str()));
    Ok(Page { stream: Stream::Incoming, incoming, own: Vec::new(), reactions: Vec::new(), cursor: stride.cursor, more: stride.more })
}

async fn own(client: &Client<'_>, account: &Account, walk: Walk) -> Result<Page, ApiError> {
    let statuses = statuses(client, account, &walk).await?;
    // The newest page is given whole each time: its likes, shares and answers may have changed.
    let told = statuses.iter().filter(|status| walk.is_at_head() || walk.is_new(&status.id));
    let own = told.filter(|status| status.reblog.is_none()).map(said).collect();
    let stride = walk.stride(&statuses.iter().map(|status| status.id.as_str()));
    Ok(Page { stream: Stream::Own, incoming: Vec::new(), own, reactions: Vec::new(), cursor: stride.cursor, more: stride.more })
}

/// A page of what the account said, newest first.
pub async fn statuses(client: &Client<'_>, account: &Account, walk: &Walk) -> Result<Vec<Status>, ApiError> {
    let mut query = walk.query_unbounded(STATUSES);
    query.push(("exclude_reblogs", "true".to_owned()));
    let mut url = client.url_about("api/v1/accounts", account.remote_id.as_str(), "statuses");
    url.query_pairs_mut().extend_pairs(&query);
    client.get(url).await
}

/// The conversation around a status, oldest first.
pub async fn context(client: &Client<'_>, account: &Account, id: &str) -> Result<Vec<Turn>, ApiError> {
    let status: Status = client.get(client.url_about("api/v1/statuses", id, "")).await?;
    let around = around(client, id).await?;
    let whole = around.ancestors.iter().chain([&status]).chain(&around.descendants);
    Ok(whole.map(|status| turn(account, status)).collect())
}

/// What a status answers, and what answers it.
pub async fn around(client: &Client<'_>, id: &str) -> Result<wire::Context, ApiError> {
    client.get(client.url_about("api/v1/statuses", id, "context")).await
}

/// The figures of an account. Followers and posts are all that the API counts.
pub fn figures(client: &Client<'_>, account: &Account, me: &wire::Person, day: Day) -> Vec<Reading> {
    readings(account, day, client.now, [(Metric::Followers, me.followers_count), (Metric::Posts, me.statuses_count)])
}

fn message(account: &Account, status: &Status, filtered: bool) -> Incoming {
    let visibility = visibility(account, status);
    let channel = if visibility == Visibility::Direct {
        Channel::Direct
    } else if status.in_reply_to_account_id.as_deref() == Some(account.remote_id.as_str()) {
        Channel::Reply
    } else {
        Channel::Mention
    };
    Incoming {
        remote_id: SafeText::line(&status.id),
        parent: status.in_reply_to_id.as_deref().map(SafeText::line),
        author_id: SafeText::line(&status.account.id),
        author: name(&status.account),
        handle: handle(account, &status.account),
        text: words(status),
        channel,
        visibility,
        filtered,
        url: status.link().map(SafeText::line),
        at: status.created_at,
    }
}

/// Where private messages come as messages for followers, the narrower of both is believed.
fn visibility(account: &Account, status: &Status) -> Visibility {
    match status.visibility() {
        Visibility::Followers if !account.capabilities.offers(Ability::Direct) => Visibility::Direct,
        visibility => visibility,
    }
}

fn said(status: &Status) -> Own {
    Own {
        remote_id: SafeText::line(&status.id),
        parent: status.in_reply_to_id.as_deref().map(SafeText::line),
        text: words(status),
        url: status.link().map(SafeText::line),
        at: status.created_at,
        likes: count(status.favourites_count),
        shares: shares(count(status.reblogs_count), count(status.quotes_count)),
        comments: count(status.replies_count),
        // Who puts a status aside is known to nobody else.
        saves: None,
    }
}

fn turn(account: &Account, told: &Status) -> Turn {
    // Some servers put a share in the place of what was shared: the words are within.
    let status = told.reblog.as_deref().unwrap_or(told);
    Turn {
        remote_id: SafeText::line(&status.id),
        parent: status.in_reply_to_id.as_deref().map(SafeText::line),
        author: name(&status.account),
        handle: handle(account, &status.account),
        text: words(status),
        at: status.created_at,
        ours: status.account.id == account.remote_id.as_str(),
    }
}

fn name(person: &wire::Person) -> SafeText {
    let shown = SafeText::line(&person.display_name);
    if shown.is_blank() { SafeText::line(if person.username.is_empty() { &person.acct } else { &person.username }) } else { shown }
}

/// `@name@server`; people of the account's own server come without theirs.
fn handle(account: &Account, person: &wire::Person) -> SafeText {
    if person.acct.contains('@') {
        return SafeText::line(&format!("@{}", person.acct));
    }
    SafeText::line(&format!("@{}@{}", person.acct, domain(account)))
}

/// The part of the account's handle after its name.
pub fn domain(account: &Account) -> &str {
    account.handle.as_str().trim_start_matches('@').split_once('@').map_or("", |(_, domain)| domain)
}

/// The warning in front, what is said, and what the pictures show.
fn words(status: &Status) -> SafeText {
    let said = html::text(&status.content);
    if status.spoiler_text.is_empty() && status.media_attachments.is_empty() && !said.is_blank() {
        return said;
    }
    let mut parts = vec![SafeText::clean(&status.spoiler_text), said];
    for media in &status.media_attachments {
        let shown = media.description.as_deref().unwrap_or("…");
        parts.push(SafeText::clean(format!("[{shown}] {}", media.url.as_deref().unwrap_or_default()).trim()));
    }
    let parts: Vec<&str> = parts.iter().map(SafeText::as_str).filter(|part| !part.trim().is_empty()).collect();
    SafeText::clean(&parts.join("\n\n"))
}
