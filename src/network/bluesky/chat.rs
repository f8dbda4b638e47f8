//! Direct messages: a service of its own, to which the account's server passes calls on.
//!
//! Offered where it answers the account: an app password that is not made for them is turned away.
//! Conversations of more than two are left alone, and nothing is marked as read.

pub mod log;
mod wire;

use super::client::Client;
use super::identity::is_did;
use super::post::{self, Stop};
use super::{read, richtext};
use crate::app::trouble::Trouble;
use crate::domain::account::{Ability, Account};
use crate::domain::conversation::Turn;
use crate::domain::delivery::{Answer, Delivery, Journey, Sighting};
use crate::domain::message::Visibility;
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::network::api::{ApiError, parse};
use crate::network::outcome::after;
use chrono::Duration;
use serde_json::{Value, json};
use wire::{Convo, Convos, Message, Messages, Told};

/// The service that a server passes these calls on to.
pub const SERVICE: &str = "did:web:api.bsky.chat#bsky_chat";
/// What the names of its calls begin with.
pub const CALLS: &str = "chat.bsky.";

const LIST: &str = "chat.bsky.convo.listConvos";
const CONVO: &str = "chat.bsky.convo.getConvo";
const MESSAGES: &str = "chat.bsky.convo.getMessages";
/// How many messages a conversation is told with.
const AROUND: u32 = 50;
/// How many messages a look-up asks for at once, and how often.
const MOST: u32 = 100;
const PAGES: usize = 10;
/// How far the clocks of the service and of this computer may be apart.
const CLOCKS: Duration = Duration::minutes(2);

/// The name of a direct message: its conversation, itself, and who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direct {
    convo: String,
    message: String,
    /// Whose words these are.
    pub author: String,
}

impl Direct {
    /// Reads a name.
    pub fn read(raw: &str) -> Option<Self> {
        let mut parts = raw.strip_prefix("convo:")?.split('/');
        let direct = Self::new(parts.next()?, parts.next()?, parts.next()?)?;
        parts.next().is_none().then_some(direct)
    }

    fn new(convo: &str, message: &str, author: &str) -> Option<Self> {
        let is_plain =
            |part: &str| (1..=128).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric() || b"._-".contains(&c));
        let is_whole = is_plain(convo) && is_plain(message) && is_did(author);
        is_whole.then(|| Self { convo: convo.to_owned(), message: message.to_owned(), author: author.to_owned() })
    }

    /// That of a message; none where it was deleted, is no person's, or is named oddly.
    fn of(convo: &str, message: &Message) -> Option<Self> {
        Self::new(convo, &message.id, message.said_by()?)
    }

    fn to_id(&self) -> SafeText {
        SafeText::line(&format!("convo:{}/{}/{}", self.convo, self.message, self.author))
    }
}

/// Whether the account may write and read direct messages; where that can't be told now, what was `known`.
pub async fn is_offered(client: &Client<'_>, known: bool) -> bool {
    match client.query::<Convos>(LIST, &[("limit", "1".to_owned())]).await {
        Ok(_) => true,
        Err(error) if is_refusal(&error) => false,
        Err(_) => known,
    }
}

/// Whether the account is turned away, for more than a while.
pub const fn is_refusal(error: &ApiError) -> bool {
    match error {
        ApiError::Refused { status, wait: None, .. } => matches!(*status, 300..=407 | 409..=499 | 501),
        _ => false,
    }
}

async fn convo(client: &Client<'_>, id: &str) -> Result<Convo, ApiError> {
    Ok(client.query::<Told>(CONVO, &[("convoId", id.to_owned())]).await?.convo)
}

/// Messages of a conversation, newest first.
async fn messages(client: &Client<'_>, id: &str, limit: u32, cursor: Option<String>) -> Result<Messages, ApiError> {
    let mut query = vec![("convoId", id.to_owned()), ("limit", limit.to_string())];
    query.extend(cursor.map(|cursor| ("cursor", cursor)));
    client.query(MESSAGES, &query).await
}

/// The conversation around a message, oldest first.
pub async fn context(client: &Client<'_>, account: &Account, direct: &Direct) -> Result<Vec<Turn>, ApiError> {
    let convo = convo(client, &direct.convo).await?;
    let told = messages(client, &direct.convo, AROUND, None).await?.messages;
    let turn = |message: &Message| {
        let name = Direct::of(&convo.id, message)?;
        let (author, handle) = convo.names(&name.author);
        Some(Turn {
            remote_id: name.to_id(),
            parent: message.answers(&convo.id).map(|above| above.to_id()),
            author,
            handle,
            text: message.words(),
            at: message.sent_at,
            ours: name.author == account.remote_id.as_str(),
        })
    };
    Ok(told.iter().rev().filter_map(turn).collect())
}

/// What is sent to answer a message, after a request to talk was accepted.
pub async fn answer(client: &Client<'_>, account: &Account, to: &Direct, text: &SafeText) -> Result<Value, Stop> {
    if !account.capabilities.offers(Ability::Direct) {
        return Err(Refusal::NotOffered.into());
    }
    let text = text.as_str().trim_end();
    fits(account, text)?;
    let convo = convo(client, &to.convo).await.map_err(|error| match error.code() {
        "InvalidConvo" => Stop::Refused(Refusal::Gone),
        _ => Stop::Api(error),
    })?;
    if convo.is_group() {
        return Err(Refusal::NotOffered.into());
    }
    let mut message = json!({ "text": text });
    let facets = post::facets(client, &richtext::find(text)).await?;
    if !facets.is_empty() {
        message["facets"] = json!(facets);
    }
    if convo.status.as_deref() == Some("request") {
        client.procedure("chat.bsky.convo.acceptConvo", json!({ "convoId": to.convo })).await?;
    }
    Ok(json!({ "convoId": to.convo, "message": message }))
}

fn fits(account: &Account, text: &str) -> Result<(), Refusal> {
    let rule = account.count_rule(Visibility::Direct);
    let count = rule.count(text);
    if count.used > count.limit {
        return Err(Refusal::TooLong { used: count.used.into(), limit: count.limit.into() });
    }
    match rule.bytes() {
        Some(limit) if text.len() as u64 > u64::from(limit) => Err(Refusal::TooManyBytes { used: text.len() as u64, limit: limit.into() }),
        _ => Ok(()),
    }
}

/// Sends it, once: the service knows no key by which a repeat could be told.
pub async fn say(client: &Client<'_>, to: &Direct, data: Value, key: &str) -> Result<Answer, Trouble> {
    let said = client.procedure("chat.bsky.convo.sendMessage", data).await;
    let refused = |refusal: Refusal| Ok(Answer::Refused { why: refusal.to_words() });
    match said.and_then(|body| parse::<Message>(&body)) {
        Ok(message) => Ok(Answer::Done { remote_id: Direct::of(&to.convo, &message).map(|name| name.to_id()), url: None }),
        Err(error) if error.code() == "InvalidConvo" => refused(Refusal::Gone),
        Err(error) if error.code() == "ConvoLocked" => refused(Refusal::RepliesClosed),
        Err(error) => after(&error, key),
    }
}

/// Looks for an answer. It is absent only if all that was said since before the request is known, and it is not there.
pub async fn sight(
    client: &Client<'_>,
    account: &Account,
    delivery: &Delivery,
    to: &Direct,
    text: &SafeText,
) -> Result<Sighting, ApiError> {
    let since = match delivery.journey {
        Journey::Sending { since } | Journey::Unknown { since } => since,
        _ => delivery.created,
    } - CLOCKS;
    let (mut cursor, mut lost) = (None, false);
    for _ in 0..PAGES {
        let told = messages(client, &to.convo, MOST, cursor.clone()).await?;
        let ours = |message: &&Message| message.is_of(account.remote_id.as_str()) && message.sent_at >= since;
        for message in told.messages.iter().filter(ours) {
            match Direct::of(&to.convo, message) {
                Some(name) if message.text.trim() == text.as_str().trim() => {
                    return Ok(Sighting::There { remote_id: name.to_id(), url: None });
                }
                Some(_) => {}
                // What was deleted since may have been it.
                None => lost = true,
            }
        }
        let reaches_back = told.messages.iter().any(|message| message.sent_at < since);
        if reaches_back || told.cursor.is_none() || told.messages.is_empty() {
            return Ok(if lost { Sighting::CantTell } else { Sighting::Absent });
        }
        if told.cursor == cursor {
            break;
        }
        cursor = told.cursor;
    }
    Ok(Sighting::CantTell)
}

impl Convo {
    /// The name and the handle of somebody in it.
    fn names(&self, did: &str) -> (SafeText, SafeText) {
        match self.members.iter().find(|member| member.did == did) {
            Some(member) => (read::name(member), read::handle(member)),
            None => (SafeText::line(did), SafeText::line(did)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_whole_or_not_at_all() {
        let raw = "convo:3kconvo/3kmessage/did:plc:bob";
        let direct = Direct::read(raw).expect("a name");
        assert_eq!((direct.to_id().as_str(), direct.author.as_str()), (raw, "did:plc:bob"));
        for other in [
            "convo:3kconvo/3kmessage",
            "convo:3kconvo/3kmessage/bob",
            "convo:3kconvo//did:plc:bob",
            "convo:3k convo/3k/did:plc:bob",
            "convo:a/b/did:plc:bob/c",
            "at://did:plc:bob/app.bsky.feed.post/3k",
        ] {
            assert_eq!(Direct::read(other), None, "{other}");
        }
    }
}
