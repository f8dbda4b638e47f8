//! Looking for words. Whatever is typed is a search: nothing of it can be an error of syntax.
//!
//! Words of three letters and more come from the index, shorter ones from the newest rows. Of what
//! the index finds, the newest [`MOST`] are shown, newest first; ranking would have to read them all.

use super::filter::Filter;
use super::{StoreResult, noted};
use crate::domain::MessageId;
use crate::domain::fold::{fold, folded, plain};
use crate::domain::query::{Anchor, Ask, Key, Query};
use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, params_from_iter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The most rows that a search by the index gives.
const MOST: usize = 1_000;
/// The newest rows that a search for one or two letters looks at.
pub(super) const NEWEST: u32 = 20_000;
/// The letters from which on the index answers quickly.
const LETTERS: usize = 3;

/// Whether a query asks for words.
pub(super) fn needs_words(query: &Query) -> bool {
    query.has_words() || query.from.is_some()
}

/// What is looked for, split by who can answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Plan {
    /// The expression for the index; empty if it can't help.
    index: String,
    /// Folded beginnings of words that a row must hold.
    short: Vec<String>,
    /// Folded beginnings of words of the author or the handle.
    short_from: Vec<String>,
    /// Folded words that a row must not hold, where the index is not asked.
    without: Vec<String>,
}

impl Plan {
    fn of(query: &Query) -> Self {
        let mut plan = Self::default();
        let mut parts = Vec::new();
        for word in &query.words {
            let tokens = tokens(word);
            match tokens.last() {
                Some(last) if last.chars().count() >= LETTERS => parts.push(format!("{}*", quote(&tokens))),
                Some(_) => plan.short.push(tokens.join(" ")),
                // Signs and emoji are no words to the index.
                None => plan.short.push(fold(word)),
            }
        }
        parts.extend(query.phrases.iter().map(|phrase| tokens(phrase)).filter(|tokens| !tokens.is_empty()).map(|tokens| quote(&tokens)));
        if let Some(from) = &query.from {
            let tokens = tokens(from);
            if tokens.last().is_some_and(|last| last.chars().count() >= LETTERS) {
                parts.push(format!("{{author handle}} : {}*", quote(&tokens)));
            } else {
                plan.short_from.push(if tokens.is_empty() { fold(from) } else { tokens.join(" ") });
            }
        }
        plan.index = parts.join(" AND ");
        for word in &query.without {
            let tokens = tokens(word);
            if plan.index.is_empty() || tokens.is_empty() {
                plan.without.push(if tokens.is_empty() { fold(word) } else { tokens.join(" ") });
            } else {
                plan.index = format!("({}) NOT {}", plan.index, quote(&tokens));
            }
        }
        plan
    }

    fn reads_rows(&self) -> bool {
        !(self.short.is_empty() && self.short_from.is_empty() && self.without.is_empty())
    }

    /// Whether a row holds the short words. The author is asked for only where the text does not settle it.
    fn accepts(&self, text: &str, author: &mut dyn FnMut(&str) -> rusqlite::Result<bool>) -> rusqlite::Result<bool> {
        for word in &self.short {
            if !has_beginning(text, word) && !author(word)? {
                return Ok(false);
            }
        }
        for word in &self.short_from {
            if !author(word)? {
                return Ok(false);
            }
        }
        Ok(self.without.is_empty() || {
            let text = fold(text);
            !self.without.iter().any(|word| has_word(&text, word))
        })
    }
}

/// The keys of the rows that a search finds, newest first.
pub(super) fn keys(conn: &Connection, ask: &Ask, filter: &Filter) -> StoreResult<Vec<Key>> {
    let plan = Plan::of(&ask.query);
    let filter = &noted::without(conn, ask, filter)?;
    let mut authors = Authors::new(conn)?;
    let enough = if ask.anchor == Anchor::Top { usize::from(ask.rows) + 1 } else { usize::MAX };
    let (sql, mut values) = if plan.index.is_empty() {
        (
            format!(
                "SELECT m.id, m.at, m.person, m.author, m.text FROM message m WHERE {} {} LIMIT {NEWEST}",
                filter.sql(),
                filter.newest_first()
            ),
            Vec::new(),
        )
    } else {
        let found = format!("SELECT rowid AS id FROM message_word WHERE message_word MATCH ? ORDER BY rowid DESC LIMIT {MOST}");
        let text = if plan.reads_rows() { "m.text" } else { "''" };
        let sql = format!(
            "SELECT m.id, m.at, m.person, m.author, {text} FROM ({found}) f CROSS JOIN message m ON m.id = f.id WHERE {}",
            filter.sql()
        );
        (sql, vec![Value::from(plan.index.clone())])
    };
    values.extend(filter.values().cloned());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        let accepted = !plan.reads_rows()
            || plan.accepts(row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?, &mut |word| authors.begin(row, word))?;
        if accepted {
            keys.push(Key { rank: 0, order: -row.get::<_, i64>(1)?, id: MessageId(row.get(0)?) });
            // Where rows come newest first, the top is whole as soon as it is full.
            if plan.index.is_empty() && filter.is_in_time() && keys.len() >= enough {
                break;
            }
        }
    }
    keys.extend(noted::keys(conn, ask, filter)?);
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

/// Names and handles of people, each read once.
struct Authors<'c> {
    read: CachedStatement<'c>,
    known: HashMap<i64, String>,
}

impl<'c> Authors<'c> {
    fn new(conn: &'c Connection) -> StoreResult<Self> {
        let read = conn.prepare_cached("SELECT name, handle FROM person WHERE id = ?1")?;
        Ok(Self { read, known: HashMap::new() })
    }

    /// Whether a word of the author's name, as it was then, or of their handle begins so.
    fn begin(&mut self, row: &rusqlite::Row<'_>, word: &str) -> rusqlite::Result<bool> {
        let person = match self.known.entry(row.get(2)?) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let id = *new.key();
                new.insert(self.read.query_row([id], |row| {
                    let (name, handle) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
                    Ok([name, " ", handle].concat())
                })?)
            }
        };
        Ok(has_beginning(person, word) || row.get_ref(3)?.as_str_or_null()?.is_some_and(|then| has_beginning(then, word)))
    }
}

/// The tokens of a word, folded, as the index splits them.
pub(super) fn tokens(word: &str) -> Vec<String> {
    fold(word).split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

/// Tokens as one phrase of the index. They hold letters and digits only, so nothing is left to escape.
pub(super) fn quote(tokens: &[String]) -> String {
    format!("\"{}\"", tokens.join(" "))
}

/// Whether a word of `text` begins with the folded `wanted`. What is no word (an emoji) may stand anywhere.
///
/// Twenty thousand texts are looked through for one letter: nothing is copied here, and what is ASCII
/// is looked at byte by byte.
pub(super) fn has_beginning(text: &str, wanted: &str) -> bool {
    let Some(first) = wanted.chars().next() else { return true };
    if !first.is_alphanumeric() {
        return has_anywhere(text, first, wanted);
    }
    // No byte of a character beyond ASCII equals this one then.
    let byte = if first.is_ascii() { first as u8 } else { 0 };
    let bytes = text.as_bytes();
    let (mut at, mut within_word) = (0, false);
    while let Some(&here) = bytes.get(at) {
        if here.is_ascii() {
            if here.to_ascii_lowercase() == byte && !within_word && begins(&text[at..], wanted) {
                return true;
            }
            within_word = here.is_ascii_alphanumeric();
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { return false };
        let letter = letter(c);
        // A mark that stands alone belongs to the letter before it.
        if letter != Some('\0') {
            if letter == Some(first) && !within_word && begins(&text[at..], wanted) {
                return true;
            }
            within_word = c.is_alphanumeric();
        }
        at += c.len_utf8();
    }
    false
}

fn has_anywhere(text: &str, first: char, wanted: &str) -> bool {
    text.char_indices().any(|(at, c)| letter(c) == Some(first) && begins(&text[at..], wanted))
}

/// The first character of a folded one; NUL for a mark that stands alone.
fn letter(c: char) -> Option<char> {
    plain(c).or_else(|| c.to_lowercase().next())
}

/// Whether `text`, folded, begins with `wanted`.
fn begins(text: &str, wanted: &str) -> bool {
    let mut folded = text.chars().flat_map(folded);
    wanted.chars().all(|c| folded.next() == Some(c))
}

/// Whether a folded text holds this whole word.
pub(super) fn has_word(text: &str, wanted: &str) -> bool {
    let is_word = wanted.chars().next().is_some_and(char::is_alphanumeric);
    text.match_indices(wanted).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + wanted.len()..].chars().next());
        !(after.is_some_and(char::is_alphanumeric) || (is_word && before.is_some_and(char::is_alphanumeric)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(typed: &str) -> Plan {
        Plan::of(&Query::parse(typed).0)
    }

    #[test]
    fn long_words_ask_the_index_and_short_ones_the_rows() {
        let plan = plan("colis à \"pas reçu\" -merci");
        assert_eq!(plan.index, "(\"colis\"* AND \"pas recu\") NOT \"merci\"");
        assert_eq!(plan.short, ["a"]);
    }

    #[test]
    fn what_the_index_would_read_as_syntax_is_only_words() {
        assert_eq!(plan("AND").index, "\"and\"*");
        assert_eq!(plan("NEAR(abc").index, "\"near abc\"*");
        assert_eq!(plan("text^author*").index, "\"text author\"*");
    }

    #[test]
    fn only_words_to_leave_out_read_the_rows() {
        let plan = plan("-merci");
        assert_eq!(plan.index, "");
        assert_eq!(plan.without, ["merci"]);
    }

    #[test]
    fn accents_and_case_are_folded_and_words_begin_at_letters() {
        let text = "Élan, l’ÉTÉ 🎉";
        assert!(has_beginning(text, "el"));
        assert!(has_beginning(text, "et"));
        assert!(!has_beginning(text, "la"));
        assert!(has_beginning(text, "🎉"));
        assert!(has_word(&fold(text), "ete"));
        assert!(!has_word(&fold(text), "et"));
    }

    #[test]
    fn a_mark_that_stands_alone_neither_ends_a_word_nor_hides_one() {
        let text = "re\u{301}gion cafe\u{301}s";
        assert!(has_beginning(text, "reg"));
        assert!(has_beginning(text, "cafes"));
        assert!(!has_beginning(text, "gi"));
        assert!(!has_beginning(text, "s"));
        assert!(!has_beginning("abc", "abcd"));
        assert!(has_beginning("1a 2b", "2b"));
    }
}
