//! What was said in conversations, read from the service's log; first what is unread in them.
//!
//! The log begins at the instant it is first asked for. So that instant is taken first, then what is unread:
//! what comes in between is told by both, and is one row. The cursor stands beside that of the notifications.

use super::super::client::{Client, Fields};
use super::wire::{Convo, Convos, Entry, Log, Message};
use super::{Direct, convo, is_refusal, messages};
use crate::app::effect::{Page, Stream};
use crate::domain::account::Account;
use crate::domain::message::{Channel, Incoming, Own, Visibility};
use crate::domain::text::SafeText;
use crate::network::api::ApiError;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many pages of conversations the first pull reads, and how many are on one.
const FIRST_PAGES: u32 = 5;
const CONVOS: u32 = 10;
/// How many messages of a conversation are asked for.
const NEWEST: u32 = 50;
/// How many pages of the log are taken in together.
const TOGETHER: usize = 4;

/// Where the log was left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tail {
    /// The service's cursor; none before it was first asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    log: Option<String>,
    /// Where the next page of unread conversations begins, during the first pull.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unread: Option<String>,
    /// How many pages of them the first pull still reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<u32>,
}

impl Tail {
    /// Reads it from the cursor of the stream; an older cursor holds none.
    pub fn from_cursor(cursor: Option<&str>) -> Self {
        let whole: Option<Value> = cursor.and_then(|cursor| serde_json::from_str(cursor).ok());
        whole.and_then(|mut whole| serde_json::from_value(whole.get_mut("chat")?.take()).ok()).unwrap_or_default()
    }

    /// The cursor of the stream: `walk`, that of the notifications, and this beside it.
    pub fn beside(&self, walk: Option<String>) -> Option<String> {
        if *self == Self::default() {
            return walk;
        }
        let walk = walk.unwrap_or_else(|| r#"{"read":[]}"#.to_owned());
        let mut whole: Value = serde_json::from_str(&walk).ok()?;
        whole.as_object_mut()?.insert("chat".to_owned(), serde_json::to_value(self).ok()?);
        Some(whole.to_string())
    }
}

/// What conversations brought.
#[derive(Default)]
pub struct Heard {
    incoming: Vec<Incoming>,
    own: Vec<Own>,
    tail: Tail,
    more: bool,
}

/// Adds what was said in conversations to a page of the notifications that is the last of its walk.
///
/// Notifications never wait for a service that fails: they are given first, and the next page tells the trouble.
pub async fn add(client: &Client<'_>, account: &Account, page: Page, tail: &Tail) -> Result<Page, ApiError> {
    match hear(client, account, tail).await {
        Ok(heard) => {
            let cursor = heard.tail.beside(page.cursor);
            let incoming = page.incoming.into_iter().chain(heard.incoming).collect();
            Ok(Page { stream: Stream::Incoming, incoming, own: heard.own, reactions: Vec::new(), cursor, more: heard.more })
        }
        // The password is for posts alone since: checking the account tells it.
        Err(error) if is_refusal(&error) => Ok(Page { cursor: tail.beside(page.cursor), ..page }),
        Err(error) if page.incoming.is_empty() => Err(error),
        Err(_) => Ok(Page { cursor: tail.beside(page.cursor), more: true, ..page }),
    }
}

async fn hear(client: &Client<'_>, account: &Account, tail: &Tail) -> Result<Heard, ApiError> {
    match tail {
        Tail { log: None, .. } => {
            let Some(log) = log(client, None).await?.cursor else { return Ok(Heard::default()) };
            unread(client, account, Tail { log: Some(log), unread: None, left: Some(FIRST_PAGES) }).await
        }
        Tail { left: Some(_), .. } => unread(client, account, tail.clone()).await,
        Tail { log: Some(since), .. } => said_since(client, account, since).await,
    }
}

async fn log(client: &Client<'_>, since: Option<&str>) -> Result<Log, ApiError> {
    let query: Fields = since.map(|cursor| ("cursor", cursor.to_owned())).into_iter().collect();
    client.query("chat.bsky.convo.getLog", &query).await
}

/// A page of conversations that hold something unread, with what that is.
async fn unread(client: &Client<'_>, account: &Account, tail: Tail) -> Result<Heard, ApiError> {
    let mut query: Fields = vec![("limit", CONVOS.to_string()), ("readState", "unread".to_owned())];
    query.extend(tail.unread.clone().map(|cursor| ("cursor", cursor)));
    let told: Convos = client.query(super::LIST, &query).await?;
    let mut heard = Heard::default();
    for convo in told.convos.iter().filter(|convo| !convo.is_group() && convo.unread_count > 0) {
        let newest = messages(client, &convo.id, NEWEST, None).await?.messages;
        let theirs = newest.iter().filter(|message| !message.is_of(account.remote_id.as_str()));
        heard.incoming.extend(theirs.take(convo.unread_count).filter_map(|message| incoming(convo, message)));
    }
    heard.once();
    let left = tail.left.unwrap_or_default().saturating_sub(1);
    heard.more = left > 0 && !told.convos.is_empty() && told.cursor.is_some() && told.cursor != tail.unread;
    let (unread, left) = if heard.more { (told.cursor, Some(left)) } else { (None, None) };
    heard.tail = Tail { log: tail.log, unread, left };
    Ok(heard)
}

/// What the log tells behind a cursor, a few pages together.
async fn said_since(client: &Client<'_>, account: &Account, since: &str) -> Result<Heard, ApiError> {
    let mut logs: Vec<Entry> = Vec::new();
    let (mut here, mut more) = (since.to_owned(), false);
    for _ in 0..TOGETHER {
        let told = log(client, Some(&here)).await?;
        let next = told.cursor.filter(|next| *next != here);
        more = !told.logs.is_empty() && next.is_some();
        logs.extend(told.logs);
        here = next.unwrap_or(here);
        if !more {
            break;
        }
    }
    let mut heard = heard_in(client, account, &logs).await?;
    heard.once();
    Ok(Heard { tail: Tail { log: Some(here), ..Tail::default() }, more, ..heard })
}

/// The messages of a log, in its order.
async fn heard_in(client: &Client<'_>, account: &Account, logs: &[Entry]) -> Result<Heard, ApiError> {
    let deleted: BTreeSet<&str> =
        logs.iter().filter(|log| log.is("logDeleteMessage")).filter_map(|log| log.message["id"].as_str()).collect();
    let mut convos = BTreeMap::new();
    // What others said last, by conversation.
    let mut last: BTreeMap<&str, SafeText> = BTreeMap::new();
    let mut heard = Heard::default();
    for log in logs.iter().filter(|log| log.is("logCreateMessage")) {
        let message = Message::deserialize(&log.message).map_err(|error| ApiError::Unreadable(SafeText::line(&error.to_string())))?;
        if deleted.contains(message.id.as_str()) {
            continue;
        }
        if !convos.contains_key(&log.convo_id) {
            convos.insert(&log.convo_id, known(client, &log.convo_id).await?);
        }
        let Some(Some(convo)) = convos.get(&log.convo_id) else { continue };
        if !message.is_of(account.remote_id.as_str()) {
            let theirs = incoming(convo, &message);
            last.extend(theirs.as_ref().map(|theirs| (log.convo_id.as_str(), theirs.remote_id.clone())));
            heard.incoming.extend(theirs);
            continue;
        }
        if !last.contains_key(log.convo_id.as_str()) {
            last.extend(answered(client, account, convo, &message).await?.map(|above| (log.convo_id.as_str(), above.to_id())));
        }
        heard.own.extend(own(convo, &message, last.get(log.convo_id.as_str())));
    }
    Ok(heard)
}

/// A conversation of two; none where more talk or the account left it.
async fn known(client: &Client<'_>, id: &str) -> Result<Option<Convo>, ApiError> {
    match convo(client, id).await {
        Ok(convo) => Ok(Some(convo).filter(|convo| !convo.is_group())),
        Err(error) if is_refusal(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What somebody else said last before something of the account's own.
async fn answered(client: &Client<'_>, account: &Account, convo: &Convo, own: &Message) -> Result<Option<Direct>, ApiError> {
    let newest = messages(client, &convo.id, NEWEST, None).await?.messages;
    let before = newest.iter().skip_while(|message| message.id != own.id).skip(1);
    let mut theirs = before.filter(|message| !message.is_of(account.remote_id.as_str()));
    Ok(theirs.find_map(|message| Direct::of(&convo.id, message)))
}

fn incoming(convo: &Convo, message: &Message) -> Option<Incoming> {
    let name = Direct::of(&convo.id, message)?;
    let (author, handle) = convo.names(&name.author);
    Some(Incoming {
        remote_id: name.to_id(),
        parent: message.answers(&convo.id).map(|above| above.to_id()),
        author_id: SafeText::line(&name.author),
        author,
        handle,
        text: message.words(),
        channel: Channel::Direct,
        visibility: Visibility::Direct,
        filtered: false,
        url: None,
        at: message.sent_at,
    })
}

fn own(convo: &Convo, message: &Message, last: Option<&SafeText>) -> Option<Own> {
    Some(Own {
        remote_id: Direct::of(&convo.id, message)?.to_id(),
        parent: message.answers(&convo.id).map(|above| above.to_id()).or_else(|| last.cloned()),
        text: message.words(),
        url: None,
        at: message.sent_at,
        likes: None,
        shares: None,
        comments: None,
        saves: None,
    })
}

impl Heard {
    /// One row an id.
    fn once(&mut self) {
        let mut ids = BTreeSet::new();
        self.incoming.retain(|message| ids.insert(message.remote_id.to_string()));
        self.own.retain(|own| ids.insert(own.remote_id.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_cursor_is_read_and_keeps_its_walk() {
        let old = r#"{"read":[[1795000000000,7]]}"#;
        assert_eq!(Tail::from_cursor(Some(old)), Tail::default());
        assert_eq!(Tail::default().beside(Some(old.to_owned())).as_deref(), Some(old));
        let tail = Tail { log: Some("3k".to_owned()), ..Tail::default() };
        let whole = tail.beside(Some(old.to_owned())).expect("a cursor");
        assert_eq!(Tail::from_cursor(Some(&whole)), tail);
        assert_eq!(super::super::super::walk::Walk::from_cursor(Some(&whole)), super::super::super::walk::Walk::from_cursor(Some(old)));
        let alone = tail.beside(None).expect("a cursor");
        assert_eq!(Tail::from_cursor(Some(&alone)), tail);
        assert_eq!(super::super::super::walk::Walk::from_cursor(Some(&alone)), super::super::super::walk::Walk::from_cursor(None));
    }
}
