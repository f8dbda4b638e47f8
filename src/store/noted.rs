//! Looking in what the CM noted of people, along with the words of their messages.
//!
//! Few people have a note, so these are read one by one: a word may stand in the note, the others in the message.

use super::StoreResult;
use super::filter::Filter;
use super::search::{has_beginning, has_word, tokens};
use crate::domain::MessageId;
use crate::domain::fold::fold;
use crate::domain::query::{Ask, Key, Query};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// The newest messages of a person that are looked at.
const EACH: usize = 1_000;
/// The messages that are looked at in all.
const MOST: usize = 20_000;

/// What of a query is still to be found once a note was read.
struct Rest<'q> {
    words: Vec<&'q str>,
    phrases: Vec<&'q str>,
}

/// The query, folded once.
struct Wanted {
    words: Vec<String>,
    phrases: Vec<String>,
    without: Vec<String>,
    from: Option<String>,
}

impl Wanted {
    fn of(query: &Query) -> Self {
        Self {
            words: query.words.iter().map(|word| joined(word)).collect(),
            phrases: query.phrases.iter().map(|phrase| joined(phrase)).collect(),
            without: query.without.iter().map(|word| joined(word)).collect(),
            from: query.from.as_deref().map(joined),
        }
    }

    /// What a note leaves to be found; `None` where it holds nothing of the query, or what it must not.
    fn rest(&self, note: &str) -> Option<Rest<'_>> {
        let plain = joined(note);
        if self.without.iter().any(|word| has_word(&plain, word)) {
            return None;
        }
        let words: Vec<&str> =
            self.words.iter().filter(|word| !has_beginning(&plain, word) && !has_beginning(note, word)).map(String::as_str).collect();
        let phrases: Vec<&str> = self.phrases.iter().filter(|phrase| !has_word(&plain, phrase)).map(String::as_str).collect();
        let found = words.len() < self.words.len() || phrases.len() < self.phrases.len();
        found.then_some(Rest { words, phrases })
    }
}

/// A word or phrase folded, its tokens one space apart; what has none (an emoji) is only folded.
fn joined(text: &str) -> String {
    let tokens = tokens(text);
    if tokens.is_empty() { fold(text) } else { tokens.join(" ") }
}

/// The messages of people of whom something that is looked for was noted.
pub(super) fn keys(conn: &Connection, ask: &Ask, filter: &Filter) -> StoreResult<Vec<Key>> {
    let wanted = Wanted::of(&ask.query);
    let mut keys = Vec::new();
    if wanted.words.is_empty() && wanted.phrases.is_empty() {
        return Ok(keys);
    }
    let mut people = conn.prepare_cached("SELECT id, note, name, handle FROM person WHERE brand = ?1 AND note <> ''")?;
    let mut rows = people.query([ask.brand.0])?;
    let mut looked = 0;
    while let Some(row) = rows.next()? {
        let (note, name, handle): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let Some(rest) = wanted.rest(&note) else { continue };
        if looked >= MOST {
            break;
        }
        let person = Value::from(row.get::<_, i64>(0)?);
        let author = format!("{name} {handle}");
        looked += of_person(conn, filter, &person, &author, (&wanted, &rest), &mut keys)?;
    }
    Ok(keys)
}

/// The messages of one person that hold the rest. Gives how many were looked at.
fn of_person(
    conn: &Connection,
    filter: &Filter,
    person: &Value,
    author: &str,
    (wanted, rest): (&Wanted, &Rest<'_>),
    keys: &mut Vec<Key>,
) -> StoreResult<usize> {
    let settled = rest.words.is_empty() && rest.phrases.is_empty() && wanted.without.is_empty();
    let text = if settled { "''" } else { "m.text" };
    let sql = format!(
        "SELECT m.at, m.id, coalesce(m.author, ''), {text} FROM message m WHERE {} AND m.person IN (SELECT id FROM person WHERE id = ? OR joined = ?) ORDER BY m.at DESC LIMIT {EACH}",
        filter.sql()
    );
    let mut messages = conn.prepare_cached(&sql)?;
    let mut rows = messages.query(params_from_iter(filter.values().chain([person, person])))?;
    let mut looked = 0;
    while let Some(row) = rows.next()? {
        looked += 1;
        let author = format!("{author} {}", row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?);
        if wanted.from.as_ref().is_some_and(|from| !has_beginning(&joined(&author), from)) {
            continue;
        }
        let accepted = settled || {
            let whole = joined(&format!("{author} \u{1f}{}", row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?));
            let raw = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
            rest.words.iter().all(|word| has_beginning(&whole, word) || has_beginning(raw, word))
                && rest.phrases.iter().all(|phrase| has_word(&whole, phrase))
                && !wanted.without.iter().any(|word| has_word(&whole, word) || has_word(&fold(raw), word))
        };
        if accepted {
            keys.push(Key { rank: 0, order: -row.get::<_, i64>(0)?, id: MessageId(row.get(1)?) });
        }
    }
    Ok(looked)
}

/// The filter without the messages of people whose note holds a word that must not occur.
pub(super) fn without(conn: &Connection, ask: &Ask, filter: &Filter) -> StoreResult<Filter> {
    let mut filter = filter.clone();
    if ask.query.without.is_empty() {
        return Ok(filter);
    }
    let wanted = Wanted::of(&ask.query);
    let mut people = conn.prepare_cached("SELECT id, note FROM person WHERE brand = ?1 AND note <> ''")?;
    let mut rows = people.query([ask.brand.0])?;
    let mut shut = Vec::new();
    while let Some(row) = rows.next()? {
        let note = joined(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        if wanted.without.iter().any(|word| has_word(&note, word)) {
            shut.push(row.get::<_, i64>(0)?.to_string());
        }
    }
    if !shut.is_empty() {
        let shut = shut.join(", ");
        filter.add(&format!("m.person NOT IN (SELECT id FROM person WHERE id IN ({shut}) OR joined IN ({shut}))"), []);
    }
    Ok(filter)
}
