//! The recordings of real servers: each exchange as a person can read it, and nothing secret in it.
//!
//! A recording is played back in its order: an equal request gets the next answer it got. What is not on
//! it is said, never made up. Times and keys stay as they were in the recording run, for requests hold them.

use super::wire::{Asked, Content, Said};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ronde::domain::time::Moment;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What stands on a cassette for the server it was recorded from.
pub const THERE: &str = "there.example";

/// The recording of one clause on one server.
#[derive(Debug, Clone)]
pub struct Cassette {
    /// When the recording run began.
    pub now: Moment,
    /// The word that made its texts unique.
    pub run: String,
    /// What was asked and answered, and how often the same.
    exchanges: Vec<Exchange>,
}

#[derive(Debug, Clone)]
struct Exchange {
    asked: Value,
    said: Value,
    times: u64,
}

/// The folder of the recordings of a server.
fn file(server: &str, clause: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(server).join(format!("{clause}.json"))
}

impl Cassette {
    /// An empty one.
    pub const fn new(now: Moment, run: String) -> Self {
        Self { now, run, exchanges: Vec::new() }
    }

    /// The recording of a clause on a server.
    pub fn open(server: &str, clause: &str) -> Result<Self, String> {
        let place = file(server, clause);
        let unread = |why: &dyn std::fmt::Display| format!("{}: {why} (tests/servers/record.sh makes it)", place.display());
        let whole: Value =
            serde_json::from_slice(&std::fs::read(&place).map_err(|error| unread(&error))?).map_err(|error| unread(&error))?;
        let exchange = |shown: &Value| Exchange {
            asked: shown["asked"].clone(),
            said: shown["said"].clone(),
            times: shown["times"].as_u64().unwrap_or(1),
        };
        let now = whole["now"].as_str().and_then(|now| now.parse().ok()).ok_or_else(|| unread(&"no instant"))?;
        let exchanges = whole["exchanges"].as_array().ok_or_else(|| unread(&"no exchanges"))?.iter().map(exchange).collect();
        Ok(Self { now, run: whole["run"].as_str().unwrap_or_default().to_owned(), exchanges })
    }

    /// Writes the recording of a clause on a server.
    pub fn save(&self, server: &str, clause: &str) {
        let exchanges: Vec<Value> = self.exchanges.iter().map(Exchange::to_value).collect();
        let whole = json!({"now": self.now, "run": self.run, "exchanges": exchanges});
        let place = file(server, clause);
        std::fs::create_dir_all(place.parent().expect("it has a folder")).expect("a folder");
        std::fs::write(&place, readable(&whole)).expect("the recording is written");
    }

    /// Adds what was asked and answered.
    pub fn add(&mut self, asked: Value, said: Value) {
        // The same answer as the last time the same was asked is counted, not written again.
        match self.exchanges.iter_mut().rfind(|exchange| exchange.asked == asked) {
            Some(last) if last.said == said => last.times += 1,
            _ => self.exchanges.push(Exchange { asked, said, times: 1 }),
        }
    }

    /// The answer to a request; it is not given again.
    ///
    /// # Errors
    /// That the request is not on it, with what is left of the same address.
    pub fn play(&mut self, asked: &Value) -> Result<Said, String> {
        let Some(found) = self.exchanges.iter_mut().find(|exchange| exchange.times > 0 && exchange.asked == *asked) else {
            let near = self.exchanges.iter().filter(|exchange| exchange.times > 0 && exchange.asked["path"] == asked["path"]);
            let near: Vec<String> = near.map(|exchange| exchange.asked.to_string()).take(2).collect();
            return Err(format!("not on the cassette: {asked}; left there: [{}]", near.join(", ")));
        };
        found.times -= 1;
        Said::from_value(&found.said).ok_or_else(|| format!("the cassette holds no answer to {asked}"))
    }
}

impl Exchange {
    fn to_value(&self) -> Value {
        let mut shown = json!({"asked": self.asked, "said": self.said});
        if self.times > 1 {
            shown["times"] = json!(self.times);
        }
        shown
    }
}

/// A request as a cassette shows it: in whose name instead of the token, parts of a form by their names.
pub fn shown(asked: &Asked) -> Value {
    let mut shown = Map::new();
    shown.insert("method".to_owned(), json!(asked.method));
    shown.insert("path".to_owned(), json!(asked.path));
    if !asked.query.is_empty() {
        shown.insert("query".to_owned(), json!(asked.query));
    }
    if let Some(token) = asked.token() {
        shown.insert("as".to_owned(), json!(token));
    }
    for name in ["idempotency-key", "atproto-proxy", "atproto-accept-labelers"] {
        if let Some(value) = asked.header(name) {
            shown.insert(name.to_owned(), json!(value));
        }
    }
    match asked.content() {
        Content::Nothing => {}
        Content::Form(fields) => drop(shown.insert("form".to_owned(), json!(fields))),
        Content::Json(json) => drop(shown.insert("json".to_owned(), json)),
        Content::Parts(parts) => {
            let part = |(name, file, bytes): (String, Option<String>, Vec<u8>)| {
                let value =
                    String::from_utf8(bytes).map_or_else(|error| json!({"base64": STANDARD.encode(error.as_bytes())}), |text| json!(text));
                json!({"name": name, "file": file, "value": value})
            };
            shown.insert("parts".to_owned(), parts.into_iter().map(part).collect());
        }
        Content::Bytes(kind, bytes) => {
            let mut digest = String::new();
            for byte in Sha256::digest(&bytes) {
                write!(digest, "{byte:02x}").expect("a string takes all");
            }
            shown.insert("bytes".to_owned(), json!({"kind": kind, "length": bytes.len(), "sha256": digest}));
        }
    }
    Value::Object(shown)
}

/// Puts made-up words in the place of secrets and of this machine's addresses, wherever they stand.
pub fn replace(value: Value, words: &[(String, String)]) -> Value {
    let said = |text: &str| {
        words.iter().filter(|(real, _)| !real.is_empty()).fold(text.to_owned(), |text, (real, other)| text.replace(real, other))
    };
    match value {
        Value::String(text) => Value::String(unsigned(&said(&text))),
        Value::Array(items) => items.into_iter().map(|item| replace(item, words)).collect(),
        Value::Object(fields) => Value::Object(fields.into_iter().map(|(name, value)| (name, replace(value, words))).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

/// A signed token without what makes it one: it says the same, and opens nothing.
fn unsigned(text: &str) -> String {
    let mut parts: Vec<&str> = text.split('.').collect();
    let told = |part: &str| URL_SAFE_NO_PAD.decode(part).is_ok_and(|bytes| bytes.first() == Some(&b'{'));
    if parts.len() == 3 && told(parts[0]) && told(parts[1]) {
        parts[2] = "made-up";
        return parts.join(".");
    }
    text.to_owned()
}

/// JSON on lines: what fits on one stands on one.
fn readable(value: &Value) -> String {
    let mut text = String::new();
    lay_out(value, 0, &mut text);
    text.push('\n');
    text
}

fn lay_out(value: &Value, depth: usize, text: &mut String) {
    let plain = value.to_string();
    if plain.chars().count() + 2 * depth <= 140 {
        text.push_str(&plain);
        return;
    }
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    };
    match value {
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                text.push_str(if place > 0 { "," } else { "" });
                line(text, depth + 1);
                lay_out(item, depth + 1, text);
            }
            line(text, depth);
            text.push(']');
        }
        Value::Object(fields) => {
            text.push('{');
            for (place, (name, field)) in fields.iter().enumerate() {
                text.push_str(if place > 0 { "," } else { "" });
                line(text, depth + 1);
                text.push_str(&json!(name).to_string());
                text.push_str(": ");
                lay_out(field, depth + 1, text);
            }
            line(text, depth);
            text.push('}');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => text.push_str(&plain),
    }
}
