//! The gate of a thread of our own: which answers beneath it are hidden from everybody.
//!
//! Changes nothing else in it, and never writes over what another client wrote meanwhile.

use super::client::Client;
use super::uri::{AtUri, GATE};
use super::{read, record, write};
use crate::app::trouble::Trouble;
use crate::domain::delivery::{Answer, Sighting};
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::network::api::ApiError;
use crate::network::outcome::{after, before};
use serde_json::{Value, json};

/// The most answers a gate hides (lexicon `app.bsky.feed.threadgate`).
const MOST: usize = 300;
/// How often a gate that others change at the same time is tried.
const TRIES: usize = 4;

/// Hides an answer beneath a post of our own.
pub async fn hide(client: &Client<'_>, root: &AtUri, what: &str, key: &str) -> Result<Answer, Trouble> {
    let uri = AtUri { collection: GATE.to_owned(), ..root.clone() };
    let mut last = None;
    for _ in 0..TRIES {
        let found = match read::record(client, &uri).await {
            Ok(found) => found,
            Err(error) => return before(&error, key),
        };
        let cid = found.as_ref().and_then(|found| found.cid.clone());
        let gate = found.map_or_else(|| new(client, root), |found| found.value);
        let gate = match with_hidden(gate, what) {
            Ok(Some(gate)) => gate,
            Ok(None) => return Ok(Answer::Done { remote_id: None, url: None }),
            Err(refusal) => return Ok(Answer::Refused { why: refusal.to_words() }),
        };
        match record::put(client, &uri, gate, cid.as_deref()).await {
            Ok(()) => return Ok(Answer::Done { remote_id: None, url: None }),
            Err(error) if error.code() == "InvalidSwap" => last = Some(error),
            Err(error) => return after(&error, key),
        }
    }
    let words = last.map(|error: ApiError| error.words()).unwrap_or_default();
    Ok(Answer::NotSent { why: words })
}

/// Whether an answer is hidden.
pub async fn sight(client: &Client<'_>, gate: &AtUri, what: &SafeText) -> Result<Sighting, ApiError> {
    let found = read::record(client, gate).await?;
    let is_hidden = found.is_some_and(|found| hidden(&found.value).any(|hidden| hidden == what.as_str()));
    Ok(if is_hidden { Sighting::There { remote_id: what.clone(), url: None } } else { Sighting::Absent })
}

/// A gate that lets everybody answer.
fn new(client: &Client<'_>, root: &AtUri) -> Value {
    json!({ "$type": GATE, "post": root.to_string(), "createdAt": write::instant(client.now) })
}

fn hidden(gate: &Value) -> impl Iterator<Item = &str> {
    gate.get("hiddenReplies").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The gate with one more answer hidden; `None` if it is already.
fn with_hidden(mut gate: Value, what: &str) -> Result<Option<Value>, Refusal> {
    let mut all: Vec<Value> = hidden(&gate).map(Value::from).collect();
    if all.iter().any(|hidden| hidden == what) {
        return Ok(None);
    }
    if all.len() >= MOST {
        return Err(Refusal::GateFull { limit: MOST as u64 });
    }
    all.push(what.into());
    gate["hiddenReplies"] = all.into();
    Ok(Some(gate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hiding_keeps_what_a_gate_holds_already() {
        let gate =
            json!({ "$type": GATE, "allow": [{ "$type": "app.bsky.feed.threadgate#followingRule" }], "hiddenReplies": ["a"], "new": 1 });
        let changed = with_hidden(gate.clone(), "b").expect("there is room").expect("it changes");
        assert_eq!(changed["hiddenReplies"], json!(["a", "b"]));
        assert_eq!((&changed["allow"], &changed["new"]), (&gate["allow"], &gate["new"]));
        assert_eq!(with_hidden(gate, "a"), Ok(None));
        assert_eq!(with_hidden(json!({}), "a").expect("there is room"), Some(json!({ "hiddenReplies": ["a"] })));
    }

    #[test]
    fn a_full_gate_says_how_many_it_holds() {
        let all: Vec<String> = (0..300).map(|n| n.to_string()).collect();
        assert_eq!(with_hidden(json!({ "hiddenReplies": all }), "b"), Err(Refusal::GateFull { limit: 300 }));
    }
}
