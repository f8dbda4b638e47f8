//! What others wrote, what the account said, the conversation around a message, and its figures.

use super::client::{Client, Fields};
use super::uri::{AtUri, POST};
use super::walk::{Item, Walk};
use super::wire::{self, PostView, StrongRef};
use super::{chat, reactions, words};
use crate::app::effect::{Page, Stream};
use crate::domain::account::{Ability, Account};
use crate::domain::conversation::Turn;
use crate::domain::message::{Channel, Incoming, Own, Visibility, shares};
use crate::domain::reading::{Metric, Reading};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::network::api::ApiError;
use crate::network::figures::{count, readings};
use serde_json::Value;
use std::collections::BTreeMap;

/// The most that a server gives of a list.
pub const PAGE: usize = 100;
/// The most posts that are asked for by name at once.
const NAMED: usize = 25;
/// What others write to somebody.
const REASONS: [&str; 3] = ["reply", "mention", "quote"];
/// How far a conversation is told above and beneath a message.
const ABOVE: u32 = 80;
const BENEATH: u32 = 10;

/// A page of a stream.
pub async fn page(client: &Client<'_>, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, ApiError> {
    let walk = Walk::from_cursor(cursor);
    match stream {
        Stream::Incoming => incoming(client, account, walk, &chat::log::Tail::from_cursor(cursor)).await,
        Stream::Own => own(client, account, walk).await,
        Stream::Reactions => reactions::page(client, account, walk).await,
    }
}

/// What a page of a list is asked for by.
pub fn bounds(walk: &Walk) -> Fields {
    let mut query = vec![("limit", PAGE.to_string())];
    query.extend(walk.ask().map(|cursor| ("cursor", cursor)));
    query
}

async fn incoming(client: &Client<'_>, account: &Account, walk: Walk, tail: &chat::log::Tail) -> Result<Page, ApiError> {
    let mut query = bounds(&walk);
    query.extend(REASONS.map(|reason| ("reasons", reason.to_owned())));
    let told: wire::Notifications = client.query("app.bsky.notification.listNotifications", &query).await?;
    let items: Vec<Item<'_>> = told.notifications.iter().map(|note| Item { id: &note.uri, at: note.indexed_at }).collect();
    let mut notes: Vec<&wire::Notification> = Vec::new();
    for note in &told.notifications {
        let is_new = walk.is_new(Item { id: &note.uri, at: note.indexed_at });
        // A server that knows no reasons tells of everything.
        if is_new && REASONS.contains(&note.reason.as_str()) && notes.iter().all(|other| other.uri != note.uri) {
            notes.push(note);
        }
    }
    let shown = shown(client, &notes).await?;
    let incoming = notes.iter().filter_map(|note| message(account, note, shown.get(&note.uri))).collect();
    let stride = walk.stride(&items, told.cursor);
    let page =
        Page { stream: Stream::Incoming, incoming, own: Vec::new(), reactions: Vec::new(), cursor: stride.cursor, more: stride.more };
    if page.more || !account.capabilities.offers(Ability::Direct) {
        return Ok(Page { cursor: tail.beside(page.cursor), ..page });
    }
    chat::log::add(client, account, page, tail).await
}

/// The posts of notifications that hold more than words, as the server shows them.
async fn shown(client: &Client<'_>, notes: &[&wire::Notification]) -> Result<BTreeMap<String, PostView>, ApiError> {
    let with_more: Vec<&str> = notes.iter().filter(|note| note.record.get("embed").is_some()).map(|note| note.uri.as_str()).collect();
    let mut shown = BTreeMap::new();
    for some in with_more.chunks(NAMED) {
        shown.extend(posts(client, some).await?.into_iter().map(|post| (post.uri.clone(), post)));
    }
    Ok(shown)
}

/// Posts by their names, at most 25; those that are not there are left out.
pub async fn posts(client: &Client<'_>, uris: &[&str]) -> Result<Vec<PostView>, ApiError> {
    let query: Fields = uris.iter().map(|uri| ("uris", (*uri).to_owned())).collect();
    Ok(client.query::<wire::Posts>("app.bsky.feed.getPosts", &query).await?.posts)
}

async fn own(client: &Client<'_>, account: &Account, walk: Walk) -> Result<Page, ApiError> {
    let mut query = bounds(&walk);
    query.extend([("actor", account.remote_id.to_string()), ("filter", "posts_with_replies".to_owned())]);
    let told: wire::Feed = client.query("app.bsky.feed.getAuthorFeed", &query).await?;
    let items: Vec<Item<'_>> = told.feed.iter().map(|item| Item { id: &item.post.uri, at: item.post.indexed_at }).collect();
    // The newest page is given whole each time: its likes, shares and answers may have changed.
    let is_told = |item: &&wire::FeedItem| {
        let is_ours = item.reason.is_none() && item.post.author.did == account.remote_id.as_str();
        is_ours && (walk.is_at_head() || walk.is_new(Item { id: &item.post.uri, at: item.post.indexed_at }))
    };
    let own = told.feed.iter().filter(is_told).map(|item| said(client.now, &item.post)).collect();
    let stride = walk.stride(&items, told.cursor);
    Ok(Page { stream: Stream::Own, incoming: Vec::new(), own, reactions: Vec::new(), cursor: stride.cursor, more: stride.more })
}

/// The conversation around a post or a direct message, oldest first.
pub async fn context(client: &Client<'_>, account: &Account, uri: &str) -> Result<Vec<Turn>, ApiError> {
    if let Some(direct) = chat::Direct::read(uri) {
        return chat::context(client, account, &direct).await;
    }
    let query = [("uri", uri.to_owned()), ("depth", BENEATH.to_string()), ("parentHeight", ABOVE.to_string())];
    let thread: wire::Thread = client.query("app.bsky.feed.getPostThread", &query).await?;
    let mut above = Vec::new();
    let mut parent = thread.thread.parent.as_deref();
    while let Some(node) = parent {
        above.extend(node.post.as_ref());
        parent = node.parent.as_deref();
    }
    let mut posts: Vec<&PostView> = above.into_iter().rev().collect();
    beneath(&thread.thread, &mut posts);
    Ok(posts.into_iter().map(|post| turn(client.now, account, post)).collect())
}

fn beneath<'a>(node: &'a wire::Node, posts: &mut Vec<&'a PostView>) {
    posts.extend(node.post.as_ref());
    let mut replies: Vec<&wire::Node> = node.replies.iter().collect();
    replies.sort_by_key(|node| node.post.as_ref().map(|post| post.indexed_at));
    for reply in replies {
        beneath(reply, posts);
    }
}

/// The figures of an account. Followers and posts are all that a profile counts.
pub async fn figures(client: &Client<'_>, account: &Account, day: Day) -> Result<Vec<Reading>, ApiError> {
    let me: wire::Profile = client.query("app.bsky.actor.getProfile", &[("actor", account.remote_id.to_string())]).await?;
    let told = [(Metric::Followers, me.followers_count), (Metric::Posts, me.posts_count)];
    Ok(readings(account, day, client.now, told))
}

fn message(account: &Account, note: &wire::Notification, shown: Option<&PostView>) -> Option<Incoming> {
    let uri = AtUri::read(&note.uri).filter(|uri| uri.collection == POST)?;
    let post = wire::Post::read(&note.record);
    let me = account.remote_id.as_str();
    let is_ours = |of: &StrongRef| AtUri::read(&of.uri).is_some_and(|uri| uri.did == me);
    let answers_us = post.reply.as_ref().is_some_and(|reply| is_ours(&reply.parent) || is_ours(&reply.root));
    Some(Incoming {
        remote_id: SafeText::line(&note.uri),
        parent: post.reply.as_ref().map(|reply| SafeText::line(&reply.parent.uri)),
        author_id: SafeText::line(&note.author.did),
        author: name(&note.author),
        handle: handle(&note.author),
        text: words::of(&post, shown.and_then(|post| post.embed.as_ref())),
        channel: if answers_us || note.reason == "reply" { Channel::Reply } else { Channel::Mention },
        visibility: Visibility::Public,
        filtered: false,
        url: Some(uri.page()),
        at: note.indexed_at,
    })
}

fn said(now: Moment, view: &PostView) -> Own {
    let post = wire::Post::read(&view.record);
    Own {
        remote_id: SafeText::line(&view.uri),
        parent: post.reply.as_ref().map(|reply| SafeText::line(&reply.parent.uri)),
        text: words::of(&post, view.embed.as_ref()),
        url: AtUri::read(&view.uri).map(|uri| uri.page()),
        at: written(now, &post, view),
        likes: count(view.like_count),
        shares: shares(count(view.repost_count), count(view.quote_count)),
        comments: count(view.reply_count),
        saves: count(view.bookmark_count),
    }
}

fn turn(now: Moment, account: &Account, view: &PostView) -> Turn {
    let post = wire::Post::read(&view.record);
    Turn {
        remote_id: SafeText::line(&view.uri),
        parent: post.reply.as_ref().map(|reply| SafeText::line(&reply.parent.uri)),
        author: name(&view.author),
        handle: handle(&view.author),
        text: words::of(&post, view.embed.as_ref()),
        at: written(now, &post, view),
        ours: view.author.did == account.remote_id.as_str(),
    }
}

/// When a post was written: as its author says, unless that is still to come.
fn written(now: Moment, post: &wire::Post, view: &PostView) -> Moment {
    post.created_at.filter(|at| *at <= now).unwrap_or(view.indexed_at)
}

/// The name of somebody, else the handle.
pub fn name(person: &wire::Profile) -> SafeText {
    let shown = SafeText::line(person.display_name.as_deref().unwrap_or_default());
    if shown.is_blank() { SafeText::line(&person.handle) } else { shown }
}

/// The handle of somebody, as it is shown.
pub fn handle(person: &wire::Profile) -> SafeText {
    SafeText::line(&format!("@{}", person.handle))
}

/// A record of the account's own, as its server keeps it.
pub async fn record(client: &Client<'_>, uri: &AtUri) -> Result<Option<wire::Record>, ApiError> {
    let query = [("repo", uri.did.clone()), ("collection", uri.collection.clone()), ("rkey", uri.key.clone())];
    match client.query("com.atproto.repo.getRecord", &query).await {
        Ok(record) => Ok(Some(record)),
        Err(error) if is_no_record(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a server says that there is no such record. Older ones say it in words alone.
fn is_no_record(error: &ApiError) -> bool {
    error.code() == "RecordNotFound"
        || matches!(error, ApiError::Refused { status: 400, words, .. } if words.as_str().starts_with("Could not locate record"))
}

/// The text of a value that may be there.
pub fn text_at<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    value.pointer(path).and_then(Value::as_str)
}
