//! What Mastodon's API sends, as far as Ronde reads it. Servers leave much out: only what can't
//! be missed is required.

use crate::domain::message::Visibility;
use crate::domain::time::Moment;
use serde::Deserialize;

/// An answer about an instance, of version 1 or 2 of the call.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Instance {
    pub version: String,
    /// The name in handles: version 2, then version 1.
    pub domain: String,
    pub uri: String,
    pub source_url: String,
    pub configuration: Configuration,
    /// Pleroma.
    pub max_toot_chars: Option<u32>,
    pub description_limit: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Configuration {
    pub statuses: StatusLimits,
    pub media_attachments: MediaLimits,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct StatusLimits {
    pub max_characters: Option<u32>,
    pub max_media_attachments: Option<u32>,
    pub characters_reserved_per_url: Option<u32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MediaLimits {
    pub description_limit: Option<u32>,
    pub image_size_limit: Option<u64>,
}

#[derive(Deserialize)]
pub struct NodeLinks {
    pub links: Vec<NodeLink>,
}

#[derive(Deserialize)]
pub struct NodeLink {
    pub href: String,
}

#[derive(Deserialize)]
pub struct Node {
    pub software: Software,
}

#[derive(Deserialize, Default, Clone)]
pub struct Software {
    pub name: String,
    #[serde(default)]
    pub version: String,
}

#[derive(Deserialize)]
pub struct Person {
    pub id: String,
    pub acct: String,
    #[serde(default)]
    pub username: String,
    #[serde(default)]
    pub display_name: String,
    pub followers_count: Option<i64>,
    pub statuses_count: Option<i64>,
}

#[derive(Deserialize)]
pub struct Status {
    pub id: String,
    pub created_at: Moment,
    pub account: Person,
    #[serde(default)]
    pub content: String,
    pub in_reply_to_id: Option<String>,
    pub in_reply_to_account_id: Option<String>,
    #[serde(default)]
    pub visibility: String,
    pub url: Option<String>,
    pub uri: Option<String>,
    #[serde(default)]
    pub spoiler_text: String,
    pub favourited: Option<bool>,
    pub favourites_count: Option<i64>,
    pub reblogs_count: Option<i64>,
    /// Since Mastodon 4.5; elsewhere quotes are not counted.
    pub quotes_count: Option<i64>,
    pub replies_count: Option<i64>,
    pub reblog: Option<Box<Status>>,
    #[serde(default)]
    pub media_attachments: Vec<Media>,
}

impl Status {
    /// Where it stands on the web.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().or(self.uri.as_deref()).filter(|url| url.starts_with("http"))
    }

    /// Who can read it. A word that is not known is taken for the narrowest.
    pub fn visibility(&self) -> Visibility {
        match self.visibility.as_str() {
            "public" => Visibility::Public,
            "unlisted" => Visibility::Unlisted,
            "private" => Visibility::Followers,
            _ => Visibility::Direct,
        }
    }
}

/// The word for who can read a status.
pub const fn visibility_word(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Unlisted => "unlisted",
        Visibility::Followers => "private",
        Visibility::Direct => "direct",
    }
}

#[derive(Deserialize)]
pub struct Notification {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub status: Option<Status>,
    #[serde(default)]
    pub filtered: bool,
}

#[derive(Deserialize)]
pub struct Context {
    pub ancestors: Vec<Status>,
    pub descendants: Vec<Status>,
}

#[derive(Deserialize)]
pub struct Media {
    pub id: Option<String>,
    pub url: Option<String>,
    pub description: Option<String>,
}

/// A status that was published, as little of it as must be there.
#[derive(Deserialize)]
pub struct Published {
    pub id: String,
    pub url: Option<String>,
    pub uri: Option<String>,
}

#[derive(Deserialize)]
pub struct Application {
    pub client_id: String,
    pub client_secret: String,
}

#[derive(Deserialize)]
pub struct Token {
    pub access_token: String,
}
