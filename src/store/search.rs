//! Looking for words. Whatever is typed is a search: nothing of it can be an error of syntax.
//!
//! Words of three letters and more come from the index, shorter ones from the newest rows. Of what
//! the index finds, the newest [`MOST`] are shown, newest first; ranking would have to read them all.

use super::StoreResult;
use super::window::Filter;
use crate::domain::MessageId;
use crate::domain::query::{Anchor, Ask, Key, Query};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The most rows that a search by the index gives.
const MOST: usize = 1_000;
/// The newest rows that a search for one or two letters looks at.
const NEWEST: usize = 20_000;
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
        let text = Folded::of(text);
        for word in &self.short {
            if !text.has_beginning(word) && !author(word)? {
                return Ok(false);
            }
        }
        for word in &self.short_from {
            if !author(word)? {
                return Ok(false);
            }
        }
        Ok(!self.without.iter().any(|word| text.has_word(word)))
    }
}

/// The keys of the rows that a search finds, newest first.
pub(super) fn keys(conn: &Connection, ask: &Ask, filter: &Filter) -> StoreResult<Vec<Key>> {
    let plan = Plan::of(&ask.query);
    let mut authors = Authors { conn, known: HashMap::new() };
    let enough = if ask.anchor == Anchor::Top { usize::from(ask.rows) + 1 } else { usize::MAX };
    let (sql, mut values) = if plan.index.is_empty() {
        (
            format!(
                "SELECT m.id, m.at, m.person, m.author, m.text FROM message m WHERE {} ORDER BY m.at DESC, m.id LIMIT {NEWEST}",
                filter.sql()
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
            // Rows come newest first here, so the top is whole as soon as it is full.
            if plan.index.is_empty() && keys.len() >= enough {
                break;
            }
        }
    }
    keys.extend(noted(conn, ask, filter)?);
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

/// Messages of people of whom the CM noted all the words. Few people have a note, so these are read.
fn noted(conn: &Connection, ask: &Ask, filter: &Filter) -> StoreResult<Vec<Key>> {
    let Query { words, phrases, without, from, .. } = &ask.query;
    if words.is_empty() || !phrases.is_empty() || !without.is_empty() || from.is_some() {
        return Ok(Vec::new());
    }
    let words: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut people = conn.prepare_cached("SELECT id, note FROM person WHERE brand = ?1 AND note <> ''")?;
    let mut rows = people.query([ask.brand.0])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        let note: String = row.get(1)?;
        let note = Folded::of(&note);
        if !words.iter().all(|word| note.has_beginning(word)) {
            continue;
        }
        let person = Value::from(row.get::<_, i64>(0)?);
        let sql = format!("SELECT m.at, m.id FROM message m WHERE {} AND m.person = ? ORDER BY m.at DESC LIMIT {MOST}", filter.sql());
        let mut messages = conn.prepare_cached(&sql)?;
        let found = messages.query_map(params_from_iter(filter.values().chain([&person])), |row| {
            Ok(Key { rank: 0, order: -row.get::<_, i64>(0)?, id: MessageId(row.get(1)?) })
        })?;
        keys.extend(found.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(keys)
}

/// Names and handles of people, each read and folded once.
struct Authors<'c> {
    conn: &'c Connection,
    known: HashMap<i64, Folded>,
}

impl Authors<'_> {
    /// Whether a word of the author's name, as it was then, or of their handle begins so.
    fn begin(&mut self, row: &rusqlite::Row<'_>, word: &str) -> rusqlite::Result<bool> {
        let then = row.get_ref(3)?.as_str_or_null()?;
        let person = match self.known.entry(row.get(2)?) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let mut statement = self.conn.prepare_cached("SELECT name || ' ' || handle FROM person WHERE id = ?1")?;
                let read: String = statement.query_row([*new.key()], |row| row.get(0))?;
                new.insert(Folded::of(&read))
            }
        };
        Ok(person.has_beginning(word) || then.is_some_and(|then| Folded::of(then).has_beginning(word)))
    }
}

/// The tokens of a word, folded, as the index splits them.
fn tokens(word: &str) -> Vec<String> {
    fold(word).split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).map(str::to_owned).collect()
}

/// Tokens as one phrase of the index. They hold letters and digits only, so nothing is left to escape.
fn quote(tokens: &[String]) -> String {
    format!("\"{}\"", tokens.join(" "))
}

/// Lower case, without the marks of Latin letters.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match plain(c) {
            Some('\0') => {}
            Some(plain) => folded.push(plain),
            None => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// The plain letter for a Latin one, NUL for a mark that stands alone, `None` for other scripts.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => '\0',
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' | 'Ā'..='ą' => 'a',
        'ç' | 'Ç' | 'Ć'..='č' => 'c',
        'Ď' | 'ď' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'ì'..='ï' | 'Ì'..='Ï' | 'Ĩ'..='İ' => 'i',
        'ñ' | 'Ñ' | 'Ń'..='ň' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ť' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'Ũ'..='ų' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        _ => return None,
    })
}

/// A folded text to look for words in.
struct Folded(String);

impl Folded {
    fn of(text: &str) -> Self {
        Self(fold(text))
    }

    /// Whether a word of the text begins so. What is no word (an emoji) may stand anywhere.
    fn has_beginning(&self, wanted: &str) -> bool {
        self.places(wanted).any(|at| self.begins(at, wanted))
    }

    /// Whether the text holds this whole word.
    fn has_word(&self, wanted: &str) -> bool {
        self.places(wanted).any(|at| {
            let after = self.0[at + wanted.len()..].chars().next();
            self.begins(at, wanted) && !after.is_some_and(char::is_alphanumeric)
        })
    }

    fn places<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.0.match_indices(wanted).map(|(at, _)| at)
    }

    fn begins(&self, at: usize, wanted: &str) -> bool {
        let is_word = wanted.chars().next().is_some_and(char::is_alphanumeric);
        let before = self.0[..at].chars().next_back();
        !is_word || !before.is_some_and(char::is_alphanumeric)
    }
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
        let text = Folded::of("Élan, l’ÉTÉ 🎉");
        assert!(text.has_beginning("el"));
        assert!(text.has_beginning("et"));
        assert!(!text.has_beginning("la"));
        assert!(text.has_beginning("🎉"));
        assert!(text.has_word("ete"));
        assert!(!text.has_word("et"));
    }
}
