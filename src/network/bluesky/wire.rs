//! What AT Protocol servers send, as far as Ronde reads it. What others write into records is free
//! in form: a part that can't be read is left out, never the whole.

use crate::domain::time::Moment;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A session, as it is opened, renewed or asked for; the tokens are absent where it is asked for.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub did: String,
    pub handle: String,
    #[serde(default)]
    pub access_jwt: String,
    #[serde(default)]
    pub refresh_jwt: String,
    #[serde(default, deserialize_with = "lenient")]
    pub did_doc: Option<DidDocument>,
    pub active: Option<bool>,
    pub status: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct DidDocument {
    pub id: String,
    pub also_known_as: Vec<String>,
    pub service: Vec<Service>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Service {
    pub id: String,
    pub service_endpoint: Value,
}

impl DidDocument {
    /// Where the account's server stands, as the document says.
    pub fn pds(&self) -> Option<&str> {
        let whole = format!("{}#atproto_pds", self.id);
        let found = self.service.iter().find(|service| service.id == "#atproto_pds" || service.id == whole);
        found?.service_endpoint.as_str()
    }
}

#[derive(Deserialize)]
pub struct Did {
    pub did: String,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Server {
    pub did: String,
    pub available_user_domains: Vec<String>,
    pub blob_upload_limit: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    pub did: String,
    #[serde(default)]
    pub handle: String,
    #[serde(default)]
    pub display_name: Option<String>,
    pub followers_count: Option<i64>,
    pub posts_count: Option<i64>,
    #[serde(default)]
    pub viewer: ProfileViewer,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct ProfileViewer {
    /// The account's block of them.
    pub blocking: Option<String>,
    /// Whether they block the account.
    pub blocked_by: bool,
}

#[derive(Deserialize)]
pub struct Notifications {
    pub notifications: Vec<Notification>,
    pub cursor: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    pub uri: String,
    pub author: Profile,
    pub reason: String,
    /// What it is about, where that is a record.
    pub reason_subject: Option<String>,
    #[serde(default)]
    pub record: Value,
    pub indexed_at: Moment,
}

#[derive(Deserialize)]
pub struct Posts {
    pub posts: Vec<PostView>,
}

#[derive(Deserialize)]
pub struct Feed {
    pub feed: Vec<FeedItem>,
    pub cursor: Option<String>,
}

#[derive(Deserialize)]
pub struct FeedItem {
    pub post: PostView,
    /// Why it is in the feed, where it is not the account's own: a repost.
    pub reason: Option<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PostView {
    pub uri: String,
    pub cid: String,
    pub author: Profile,
    #[serde(default)]
    pub record: Value,
    pub embed: Option<Value>,
    pub like_count: Option<i64>,
    pub repost_count: Option<i64>,
    pub quote_count: Option<i64>,
    pub reply_count: Option<i64>,
    pub bookmark_count: Option<i64>,
    pub indexed_at: Moment,
    #[serde(default)]
    pub viewer: PostViewer,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct PostViewer {
    pub like: Option<String>,
    pub repost: Option<String>,
    pub reply_disabled: bool,
    pub embedding_disabled: bool,
}

#[derive(Deserialize)]
pub struct Thread {
    pub thread: Node,
}

/// A place in a thread; one without a post was deleted or is blocked.
#[derive(Deserialize)]
pub struct Node {
    pub post: Option<PostView>,
    #[serde(default, deserialize_with = "lenient")]
    pub parent: Option<Box<Node>>,
    #[serde(default)]
    pub replies: Vec<Node>,
}

/// A record of a repository.
#[derive(Deserialize)]
pub struct Record {
    pub uri: String,
    pub cid: Option<String>,
    #[serde(default)]
    pub value: Value,
}

impl Record {
    /// Its name, where its version is known.
    pub fn strong_ref(&self) -> Option<StrongRef> {
        Some(StrongRef { uri: self.uri.clone(), cid: self.cid.clone()? })
    }
}

/// Names one version of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StrongRef {
    pub uri: String,
    pub cid: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyRef {
    pub root: StrongRef,
    pub parent: StrongRef,
}

/// Something said, as its author's repository holds it.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Post {
    pub text: String,
    #[serde(deserialize_with = "readable")]
    pub facets: Vec<Facet>,
    #[serde(deserialize_with = "lenient")]
    pub reply: Option<ReplyRef>,
    pub embed: Option<Value>,
    #[serde(deserialize_with = "lenient")]
    pub created_at: Option<Moment>,
}

impl Post {
    /// Reads a record; one of another shape says nothing.
    pub fn read(record: &Value) -> Self {
        Self::deserialize(record).unwrap_or_default()
    }
}

/// A stretch of a text, in bytes, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub index: Span,
    #[serde(deserialize_with = "readable")]
    pub features: Vec<Feature>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    pub byte_start: usize,
    pub byte_end: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "$type")]
pub enum Feature {
    #[serde(rename = "app.bsky.richtext.facet#link")]
    Link { uri: String },
    #[serde(rename = "app.bsky.richtext.facet#mention")]
    Mention { did: String },
    #[serde(rename = "app.bsky.richtext.facet#tag")]
    Tag { tag: String },
}

/// A value, or nothing where it can't be read.
fn lenient<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(T::deserialize(Value::deserialize(deserializer)?).ok())
}

/// Those of a list that can be read.
pub fn readable<'de, D: Deserializer<'de>, T: serde::de::DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let all = Value::deserialize(deserializer)?;
    Ok(all.as_array().into_iter().flatten().filter_map(|one| T::deserialize(one).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_cant_be_read_is_left_out_and_the_words_stay() {
        let post = Post::read(&serde_json::json!({
            "text": "Bonjour",
            "createdAt": "yesterday",
            "reply": {"root": "nonsense"},
            "facets": [
                {"index": {"byteStart": -1, "byteEnd": 3}, "features": []},
                {"index": {"byteStart": 0, "byteEnd": 3}, "features": [{"$type": "x.y#new"}, {"$type": "app.bsky.richtext.facet#tag", "tag": "t"}]},
            ],
        }));
        assert_eq!((post.text.as_str(), post.created_at, post.reply), ("Bonjour", None, None));
        assert_eq!(post.facets.len(), 1);
        assert_eq!(post.facets[0].features, [Feature::Tag { tag: "t".to_owned() }]);
        assert_eq!(Post::read(&serde_json::json!("odd")).text, "");
    }

    #[test]
    fn the_server_of_an_account_is_named_by_its_document() {
        let document = |id: &str| {
            let service = serde_json::json!([{"id": "#other", "serviceEndpoint": "https://no.example"}, {"id": id, "serviceEndpoint": "https://pds.example"}]);
            serde_json::from_value::<DidDocument>(serde_json::json!({"id": "did:plc:a", "service": service})).expect("a document")
        };
        assert_eq!(document("#atproto_pds").pds(), Some("https://pds.example"));
        assert_eq!(document("did:plc:a#atproto_pds").pds(), Some("https://pds.example"));
        assert_eq!(document("did:plc:b#atproto_pds").pds(), None);
    }
}
