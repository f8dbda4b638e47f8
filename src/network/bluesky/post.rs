//! A post on its way to become a record: what is refused before it leaves, then its facets, its
//! language, its pictures or the card of its link.

use super::card;
use super::client::Client;
use super::media;
use super::richtext::{self, Found, Kind};
use super::uri::POST;
use super::wire::{self, Facet, Feature, ReplyRef, Span, StrongRef};
use super::write::instant;
use crate::domain::account::Account;
use crate::domain::language::language_of;
use crate::domain::post::Media;
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::api::ApiError;
use serde_json::{Value, json};

/// The most bytes of a text (lexicon `app.bsky.feed.post`).
const BYTES: usize = 3000;

/// Why what goes before an act is not there.
#[derive(Debug)]
pub enum Stop {
    /// The server.
    Api(ApiError),
    /// What is asked for can't be.
    Refused(Refusal),
    /// What it is about is there, but the network does not show it yet.
    Later,
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A post, as far as it is known before the network is asked.
pub struct Draft<'a> {
    text: &'a str,
    found: Vec<Found>,
    account: &'a Account,
    at: Moment,
    /// What it answers.
    pub reply: Option<ReplyRef>,
    /// What it quotes.
    pub quote: Option<StrongRef>,
}

impl<'a> Draft<'a> {
    /// Takes the words, if they fit.
    pub fn new(text: &'a SafeText, account: &'a Account, at: Moment) -> Result<Self, Refusal> {
        let text = text.as_str().trim_end();
        let count = account.capabilities.count.count(text);
        if count.used > count.limit {
            return Err(Refusal::TooLong { used: count.used.into(), limit: count.limit.into() });
        }
        if text.len() > BYTES {
            return Err(Refusal::TooManyBytes { used: text.len() as u64, limit: BYTES as u64 });
        }
        Ok(Self { text, found: richtext::find(text), account, at, reply: None, quote: None })
    }

    /// The record, after what it needs of the network.
    pub async fn finish(self, client: &Client<'_>, files: &[Media]) -> Result<Value, Stop> {
        let files = media::read(files, &self.account.capabilities)?;
        let facets = facets(client, &self.found).await?;
        let embed = match (&self.quote, files.is_empty()) {
            (Some(quoted), _) => Some(json!({ "$type": "app.bsky.embed.record", "record": quoted })),
            (None, false) => Some(media::upload(client, files).await?),
            (None, true) => card::of(client, &self.found).await,
        };
        let mut record = json!({ "$type": POST, "text": self.text, "createdAt": instant(self.at) });
        if !facets.is_empty() {
            record["facets"] = json!(facets);
        }
        if let Some(language) = language_of(self.text) {
            record["langs"] = json!([language]);
        }
        if let Some(reply) = self.reply {
            record["reply"] = json!(reply);
        }
        if let Some(embed) = embed {
            record["embed"] = embed;
        }
        Ok(record)
    }
}

/// The facets of what was found; a handle that nobody has stays words.
pub async fn facets(client: &Client<'_>, found: &[Found]) -> Result<Vec<Facet>, ApiError> {
    let mut facets = Vec::with_capacity(found.len());
    for Found { start, end, kind } in found {
        let feature = match kind {
            Kind::Link(uri) => Feature::Link { uri: uri.clone() },
            Kind::Tag(tag) => Feature::Tag { tag: tag.clone() },
            Kind::Mention(handle) => match resolve(client, handle).await? {
                Some(did) => Feature::Mention { did },
                None => continue,
            },
        };
        facets.push(Facet { index: Span { byte_start: *start, byte_end: *end }, features: vec![feature] });
    }
    Ok(facets)
}

async fn resolve(client: &Client<'_>, handle: &str) -> Result<Option<String>, ApiError> {
    match client.query::<wire::Did>("com.atproto.identity.resolveHandle", &[("handle", handle.to_owned())]).await {
        Ok(found) => Ok(Some(found.did)),
        Err(ApiError::Refused { status: 400 | 404, wait: None, .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
