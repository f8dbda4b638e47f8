//! What the service of direct messages sends, as far as Ronde reads it.

use super::super::wire::{Facet, Post, Profile, readable};
use super::super::words;
use super::Direct;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Convos {
    pub convos: Vec<Convo>,
    pub cursor: Option<String>,
}

#[derive(Deserialize)]
pub struct Told {
    pub convo: Convo,
}

/// A conversation, as the account sees it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Convo {
    pub id: String,
    pub members: Vec<Profile>,
    /// `request` until the account accepts to talk.
    pub status: Option<String>,
    #[serde(default)]
    pub unread_count: usize,
    #[serde(default)]
    kind: Value,
}

impl Convo {
    /// Whether more than two people talk in it.
    pub fn is_group(&self) -> bool {
        self.kind["$type"].as_str().is_some_and(|kind| kind.ends_with("#groupConvo"))
    }
}

#[derive(Deserialize)]
pub struct Messages {
    pub messages: Vec<Message>,
    pub cursor: Option<String>,
}

/// Something in a conversation: words, words that were deleted, or what the service tells of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    #[serde(rename = "$type", default)]
    kind: String,
    pub id: String,
    #[serde(default)]
    pub text: String,
    #[serde(default, deserialize_with = "readable")]
    facets: Vec<Facet>,
    embed: Option<Value>,
    sender: Option<Sender>,
    pub sent_at: Moment,
    #[serde(default)]
    reply_to: Value,
}

#[derive(Deserialize)]
struct Sender {
    did: String,
}

impl Message {
    /// Who said it, where it is words that stand.
    pub fn said_by(&self) -> Option<&str> {
        let stands = self.kind.is_empty() || self.kind.ends_with("#messageView");
        self.sender.as_ref().filter(|_| stands).map(|sender| sender.did.as_str())
    }

    /// Whether somebody sent it, deleted or not.
    pub fn is_of(&self, did: &str) -> bool {
        self.sender.as_ref().is_some_and(|sender| sender.did == did)
    }

    /// What it says, and the post it points to.
    pub fn words(&self) -> SafeText {
        let post = Post { text: self.text.clone(), facets: self.facets.clone(), embed: self.embed.clone(), ..Post::default() };
        words::of(&post, None)
    }

    /// What it answers, where its author said so.
    pub fn answers(&self, convo: &str) -> Option<Direct> {
        Direct::new(convo, self.reply_to["id"].as_str()?, self.reply_to["sender"]["did"].as_str()?)
    }
}

#[derive(Deserialize)]
pub struct Log {
    pub logs: Vec<Entry>,
    pub cursor: Option<String>,
}

/// Something that happened in a conversation; what it is about has as many shapes as there are kinds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    #[serde(rename = "$type")]
    kind: String,
    #[serde(default)]
    pub convo_id: String,
    #[serde(default)]
    pub message: Value,
}

impl Entry {
    /// Whether it is of a kind of the log, as `logCreateMessage`.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.strip_prefix("chat.bsky.convo.defs#") == Some(kind)
    }
}
