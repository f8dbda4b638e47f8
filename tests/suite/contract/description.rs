//! What the networks say of their own calls, and whether a request of ours is one of them.
//!
//! The descriptions are in `tests/descriptions`, cut down to what Ronde calls. A name that is not described
//! is wrong here, though a server may overlook it.

mod lexicon;
mod openapi;

use super::wire::{Asked, Fields};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The description of a network's calls.
pub enum Description {
    /// An `OpenAPI` document.
    OpenApi(Value),
    /// Lexicons, by their names.
    Lexicons(Map<String, Value>),
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/descriptions")
}

fn read(file: &Path) -> Value {
    let told = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_slice(&told).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

impl Description {
    /// Mastodon's client API.
    pub fn of_mastodon() -> Self {
        Self::OpenApi(read(&folder().join("mastodon/openapi.json")))
    }

    /// The AT Protocol and Bluesky's own calls.
    pub fn of_bluesky() -> Self {
        let files = std::fs::read_dir(folder().join("atproto")).expect("the lexicons are there");
        let files = files.map(|file| file.expect("a file").path()).filter(|file| file.extension().is_some_and(|end| end == "json"));
        let lexicon = |file: PathBuf| {
            let lexicon = read(&file);
            (lexicon["id"].as_str().expect("a lexicon has its name").to_owned(), lexicon)
        };
        Self::Lexicons(files.map(lexicon).collect())
    }

    /// What is wrong with a request; nothing if it is as described.
    pub fn violations(&self, asked: &Asked) -> Vec<String> {
        // What every server may tell of itself is described elsewhere (RFC 8615, nodeinfo, did:web).
        if asked.path.starts_with("/.well-known/") || asked.path.contains("nodeinfo") {
            return Vec::new();
        }
        let found = match self {
            Self::OpenApi(document) => openapi::violations(document, asked),
            Self::Lexicons(lexicons) => lexicon::violations(lexicons, asked),
        };
        found.into_iter().map(|wrong| format!("{} {}: {wrong}", asked.method, asked.path)).collect()
    }
}

/// Fields as an object: `name[]`, and a name that comes again where a list is meant, is a list.
fn object(fields: &Fields, is_list: impl Fn(&str) -> bool) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        let plain = name.trim_end_matches("[]");
        let listed = plain.len() < name.len() || is_list(plain);
        match object.get_mut(plain) {
            Some(Value::Array(list)) => list.push(json!(value)),
            _ if listed => drop(object.insert(plain.to_owned(), json!([value]))),
            _ => drop(object.insert(plain.to_owned(), json!(value))),
        }
    }
    Value::Object(object)
}

/// A text as the kind of value it stands for, where it can.
fn typed(value: &Value, kind: Option<&str>) -> Value {
    let Some(text) = value.as_str() else { return value.clone() };
    match kind {
        Some("integer" | "number") => text.parse::<i64>().map_or_else(|_| value.clone(), |number| json!(number)),
        Some("boolean") if text == "true" || text == "1" => json!(true),
        Some("boolean") if text == "false" || text == "0" => json!(false),
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::Description;
    use crate::contract::wire::Asked;
    use serde_json::{Value, json};

    fn asked(method: &str, path: &str, query: &[(&str, &str)], kind: &str, body: &str) -> Asked {
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let headers = vec![("content-type".to_owned(), kind.to_owned()), ("authorization".to_owned(), "Bearer x".to_owned())];
        let (method, path, body) = (method.to_owned(), path.to_owned(), body.as_bytes().to_vec());
        Asked { method, path, query: query.iter().map(pair).collect(), headers, body }
    }

    const FORM: &str = "application/x-www-form-urlencoded";

    #[test]
    fn a_field_with_a_wrong_name_a_wrong_value_or_none_at_all_is_named() {
        let mastodon = Description::of_mastodon();
        for (method, path, query, body, wrong) in [
            ("POST", "/api/v1/statuses", vec![], "status=Hi&in_reply_to=1", Some("in_reply_to")),
            ("POST", "/api/v1/statuses", vec![], "status=Hi&visibility=everybody", Some("visibility")),
            ("POST", "/api/v1/statuses", vec![], "visibility=public", Some("status")),
            ("POST", "/api/v1/statuses", vec![], "status=Hi&in_reply_to_id=1&visibility=public", None),
            ("POST", "/api/v1/reports", vec![], "status_ids%5B%5D=1", Some("account_id")),
            ("GET", "/api/v1/notifications", vec![("limit", "many")], "", Some("limit")),
            ("GET", "/api/v1/notifications", vec![("type[]", "mention")], "", Some("type")),
            ("GET", "/api/v1/notifications", vec![("types[]", "remark")], "", Some("types")),
            ("GET", "/api/v1/notifications", vec![("types[]", "mention"), ("limit", "80")], "", None),
            ("PATCH", "/api/v1/statuses/1", vec![], "", Some("PATCH")),
            ("GET", "/api/v1/nothing", vec![], "", Some("no such call")),
        ] {
            let found = mastodon.violations(&asked(method, path, &query, FORM, body));
            match wrong {
                None => assert_eq!(found, Vec::<String>::new()),
                Some(wrong) => assert!(found.iter().any(|said| said.contains(wrong)), "{method} {path} {query:?} {body}: {found:?}"),
            }
        }
    }

    fn put(record: &Value) -> Vec<String> {
        let body =
            json!({"repo": "did:plc:w6hgeko6s7dz2qwucfqejhhb", "collection": record["$type"], "rkey": "3n2wxlsofm22w", "record": record});
        let path = "/xrpc/com.atproto.repo.putRecord";
        Description::of_bluesky().violations(&asked("POST", path, &[], "application/json", &body.to_string()))
    }

    #[test]
    fn a_record_is_held_against_its_lexicon() {
        let at = "2026-11-22T10:00:00.000Z";
        let post = |more: Value| {
            let mut post = json!({"$type": "app.bsky.feed.post", "text": "Hi", "createdAt": at});
            post.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            post
        };
        let there = json!({"uri": "at://did:plc:w6hgeko6s7dz2qwucfqejhhb/app.bsky.feed.post/3n2wxlsofm22w",
            "cid": "bafyreibhqzgdqjgqxzydsksj5f3zn73owhvv5qsrc6areqi6zbiyctwika"});
        assert_eq!(put(&post(json!({"langs": ["fr"], "reply": {"root": there, "parent": there}}))), Vec::<String>::new());
        let facet = |feature: Value| json!({"facets": [{"index": {"byteStart": 0, "byteEnd": 2}, "features": [feature]}]});
        assert_eq!(put(&post(facet(json!({"$type": "app.bsky.richtext.facet#tag", "tag": "ouvert"})))), Vec::<String>::new());
        for (record, wrong) in [
            (json!({"$type": "app.bsky.feed.post", "text": "Hi"}), "createdAt"),
            (post(json!({"createdAt": "yesterday"})), "createdAt"),
            (post(json!({"text": "y".repeat(3001)})), "text"),
            (post(json!({"text": "é".repeat(301)})), "text"),
            (post(json!({"reply": {"root": there}})), "parent"),
            (post(json!({"language": ["fr"]})), "language"),
            (post(facet(json!({"$type": "app.bsky.richtext.facet#tags", "tag": "ouvert"}))), "facet#tags"),
            (post(facet(json!({"$type": "app.bsky.richtext.facet#tag"}))), "tag"),
            (post(json!({"embed": {"$type": "app.bsky.embed.images", "images": [{"alt": "A dot"}]}})), "image"),
            (json!({"$type": "app.bsky.feed.pots", "text": "Hi", "createdAt": at}), "app.bsky.feed.pots"),
        ] {
            let found = put(&record);
            assert!(found.iter().any(|said| said.contains(wrong)), "{wrong} in {record}: {found:?}");
        }
    }

    #[test]
    fn a_call_of_the_protocol_is_held_against_its_lexicon() {
        let bluesky = Description::of_bluesky();
        let list = "/xrpc/app.bsky.notification.listNotifications";
        for (method, path, query, wrong) in [
            ("GET", list, vec![("limit", "100"), ("reasons", "reply"), ("reasons", "mention")], None),
            ("GET", list, vec![("limit", "101")], Some("limit")),
            ("GET", list, vec![("reason", "reply")], Some("reason")),
            ("POST", list, vec![], Some("POST")),
            ("GET", "/xrpc/app.bsky.feed.getPostThread", vec![], Some("uri")),
            ("GET", "/xrpc/app.bsky.feed.getPost", vec![], Some("no such call")),
        ] {
            let found = bluesky.violations(&asked(method, path, &query, "", ""));
            match wrong {
                None => assert_eq!(found, Vec::<String>::new()),
                Some(wrong) => assert!(found.iter().any(|said| said.contains(wrong)), "{path} {query:?}: {found:?}"),
            }
        }
    }
}
