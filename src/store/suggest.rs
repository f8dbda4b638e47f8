//! The CM's own past answers to messages much like one: found by its rarest words, on this machine, at once.
//!
//! Never ranks the whole index: it looks at the newest messages of a few rare words, and no further.

use super::StoreResult;
use super::message;
use super::value::moment;
use crate::domain::delivery::Act as Deed;
use crate::domain::message::Message;
use crate::domain::placeholder;
use crate::domain::suggest::{BEST, LIKE, Suggestion, best, likeness, telling, weight};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{AccountId, MessageId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};

/// Up to how many messages of a word are counted: beyond, it is common.
const COUNTED: u32 = 512;
/// How many words of the message are counted.
const WORDS: usize = 16;
/// By how many of its rarest words others are looked for.
const RARE: usize = 5;
/// How many of the newest messages of each of these words are looked at.
const NEWEST: usize = 200;
/// How many texts are compared.
const COMPARED: usize = 120;
/// How many of the likest are looked up for their answers.
const ASKED: usize = 24;

/// The best answers to messages like this one; none if it is gone or says nothing.
pub(super) fn find(conn: &Connection, id: MessageId) -> StoreResult<Vec<Suggestion>> {
    let Some(message) = message::read(conn, id)? else { return Ok(Vec::new()) };
    let words = telling(message.text.as_str());
    let (weights, rare) = weigh(conn, &words)?;
    let candidates = candidates(conn, &message, &rare, &weights)?;
    let mut found = Vec::new();
    for past in alike(conn, &candidates, &words, &weights)?.into_iter().take(ASKED) {
        if let Some(answer) = answer(conn, &past)? {
            let open = placeholder::without_name(strip_mentions(answer.as_str()), past.author.as_str());
            let answer = SafeText::clean(&open);
            if !answer.is_blank() {
                found.push(Suggestion { answer, asked: SafeText::line(&past.text), at: past.at, likeness: percent(past.likeness) });
            }
        }
        // Each is as like as those before it or less: enough different ones are the best.
        if found.len() >= BEST && best(found.clone()).len() >= BEST {
            break;
        }
    }
    Ok(best(found))
}

/// What each word weighs, and the rarest of them, those that stand elsewhere too.
fn weigh(conn: &Connection, words: &BTreeSet<String>) -> StoreResult<(BTreeMap<String, f64>, Vec<String>)> {
    let mut longest: Vec<&String> = words.iter().collect();
    longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let mut count =
        conn.prepare_cached(&format!("SELECT count(*) FROM (SELECT 1 FROM message_word WHERE message_word MATCH ?1 LIMIT {COUNTED})"))?;
    let mut counted = Vec::new();
    for word in longest.into_iter().take(WORDS) {
        let messages: u32 = count.query_row([expression(word)], |row| row.get(0))?;
        counted.push((messages, word.clone()));
    }
    let weights = counted.iter().map(|(messages, word)| (word.clone(), weight(*messages))).collect();
    // The message itself holds each of its words. Of two that are both common the longer one came first.
    counted.retain(|(messages, _)| *messages > 1);
    counted.sort_by_key(|(messages, _)| *messages);
    Ok((weights, counted.into_iter().take(RARE).map(|(_, word)| word).collect()))
}

/// One word of the text as the index is asked for it; it holds letters and digits only.
fn expression(word: &str) -> String {
    format!("text : \"{word}\"")
}

/// Answered messages of the same brand that hold rare words, those with the most of them first, then the newest.
fn candidates(conn: &Connection, message: &Message, rare: &[String], weights: &BTreeMap<String, f64>) -> StoreResult<Vec<i64>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT m.id FROM (SELECT rowid AS id FROM message_word WHERE message_word MATCH ?1 ORDER BY rowid DESC LIMIT {NEWEST}) f
         CROSS JOIN message m ON m.id = f.id WHERE m.brand = ?2 AND m.answered_at IS NOT NULL AND m.id <> ?3"
    ))?;
    let mut weighed: BTreeMap<i64, f64> = BTreeMap::new();
    for word in rare {
        let mut rows = statement.query(params![expression(word), message.brand.0, message.id.0])?;
        while let Some(row) = rows.next()? {
            *weighed.entry(row.get(0)?).or_default() += weights.get(word).copied().unwrap_or_default();
        }
    }
    let mut found: Vec<(i64, f64)> = weighed.into_iter().collect();
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
    Ok(found.into_iter().take(COMPARED).map(|(id, _)| id).collect())
}

/// A past message that was answered.
struct Past {
    id: i64,
    account: AccountId,
    remote_id: String,
    author: String,
    text: String,
    at: Moment,
    likeness: f64,
}

/// Those of the candidates that are alike, the likest first.
fn alike(conn: &Connection, candidates: &[i64], words: &BTreeSet<String>, weights: &BTreeMap<String, f64>) -> StoreResult<Vec<Past>> {
    let mut statement = conn.prepare_cached(
        "SELECT m.account, m.remote_id, coalesce(m.author, p.name), m.text, m.at FROM message m JOIN person p ON p.id = m.person
         WHERE m.id = ?1",
    )?;
    let mut found = Vec::new();
    for id in candidates {
        let past = statement.query_row([id], |row| {
            let text: String = row.get(3)?;
            let at = moment(row.get(4)?).unwrap_or_default();
            let likeness = likeness(words, &telling(&text), weights);
            Ok(Past { id: *id, account: AccountId(row.get(0)?), remote_id: row.get(1)?, author: row.get(2)?, text, at, likeness })
        })?;
        found.push(past);
    }
    found.retain(|past| past.likeness >= LIKE);
    found.sort_by(|one, other| other.likeness.total_cmp(&one.likeness).then(other.at.cmp(&one.at)));
    Ok(found)
}

/// What the CM answered: by Ronde, in the network's own app, or by hand.
fn answer(conn: &Connection, past: &Past) -> StoreResult<Option<SafeText>> {
    let mut sent =
        conn.prepare_cached("SELECT act FROM delivery WHERE message = ?1 AND stage NOT IN ('taken-back', 'refused') ORDER BY id DESC")?;
    let mut rows = sent.query([past.id])?;
    while let Some(row) = rows.next()? {
        let act: String = row.get(0)?;
        if let Ok(Deed::Reply { text, .. }) = serde_json::from_str(&act) {
            return Ok(Some(text));
        }
    }
    let text = |row: &rusqlite::Row<'_>| row.get::<_, Option<String>>(0);
    let mut own = conn.prepare_cached("SELECT text FROM own WHERE account = ?1 AND parent = ?2 ORDER BY at LIMIT 1")?;
    if let Some(Some(text)) = own.query_row(params![past.account.0, past.remote_id], text).optional()? {
        return Ok(Some(SafeText::clean(&text)));
    }
    let mut noted = conn.prepare_cached(
        "SELECT json_extract(after, '$.text') FROM journal WHERE row = ?1 AND subject = 'message' AND verb = 'answered'
         ORDER BY id DESC LIMIT 1",
    )?;
    Ok(noted.query_row([past.id], text).optional()?.flatten().map(|text| SafeText::clean(&text)))
}

/// An answer without the handles that a network puts in front of it.
fn strip_mentions(answer: &str) -> &str {
    let mut rest = answer.trim_start();
    while rest.starts_with('@') {
        let Some(end) = rest.find(char::is_whitespace) else { return "" };
        rest = rest[end..].trim_start();
    }
    rest
}

#[expect(clippy::cast_sign_loss, reason = "a likeness is never negative")]
fn percent(likeness: f64) -> u8 {
    (likeness * 100.0).round().clamp(1.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_in_front_of_an_answer_are_left_out() {
        assert_eq!(strip_mentions("@lea@toot.example @tom Bonjour !"), "Bonjour !");
        assert_eq!(strip_mentions("Bonjour @lea"), "Bonjour @lea");
        assert_eq!(strip_mentions("@lea"), "");
    }
}
