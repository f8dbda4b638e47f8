//! Takes the handles of an erased person out of what others wrote: a whole handle only, never a bare name.

use super::StoreResult;
use rusqlite::types::Value;
use rusqlite::{Connection, params};

/// What stands where a handle stood.
const BLANK: &str = "@…";
/// The shortest handle that is told from an ordinary word.
const SHORTEST: usize = 4;

/// Columns that may quote a handle: table, what names a row, column, and which rows.
const PLACES: &[(&str, &str, &str, &str)] = &[
    ("message", "id, id", "text", "TRUE"),
    ("message", "id, id", "text_before", "TRUE"),
    ("own", "account, remote_id", "text", "TRUE"),
    ("turn", "message, place", "text", "TRUE"),
    ("draft", "message, message", "text", "TRUE"),
    ("highlight", "id, id", "text", "TRUE"),
    ("brief", "id, id", "asked", "TRUE"),
    ("brief", "id, id", "answer", "TRUE"),
    ("person", "id, id", "note", "TRUE"),
    ("promise", "id, id", "text", "TRUE"),
    ("delivery", "id, id", "act", "act NOT LIKE '{\"act\":\"publish\"%'"),
    ("saved_view", "id, id", "query", "TRUE"),
    ("setting", "name, name", "value", "name LIKE '~note-%' OR name LIKE '~form-%'"),
    ("journal", "id, id", "before", "subject IN ('message', 'person', 'promise', 'highlight', 'delivery')"),
    ("journal", "id, id", "after", "subject IN ('message', 'person', 'promise', 'highlight', 'delivery')"),
];

/// Takes these handles out of every text but those of the brand's own publications and reports.
pub(super) fn remove(conn: &Connection, handles: &[String]) -> StoreResult<()> {
    for handle in handles.iter().filter(|handle| is_handle(handle)) {
        let folded = handle.to_ascii_lowercase();
        for (table, key, column, rows) in PLACES {
            let (one, other) = key.split_once(", ").unwrap_or((key, key));
            let mut found =
                conn.prepare(&format!("SELECT {key}, {column} FROM {table} WHERE ({rows}) AND instr(lower({column}), ?1) > 0"))?;
            let found = found
                .query_map([&folded], |row| Ok((row.get::<_, Value>(0)?, row.get::<_, Value>(1)?, row.get::<_, String>(2)?)))?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            for (first, second, text) in found {
                let Some(without) = without(&text, &folded) else { continue };
                conn.prepare_cached(&format!("UPDATE {table} SET {column} = ?3 WHERE {one} = ?1 AND {other} = ?2"))?
                    .execute(params![first, second, without])?;
                if let ("message", Value::Integer(id)) = (*table, &first) {
                    index_again(conn, *id)?;
                }
            }
        }
    }
    Ok(())
}

/// A handle that can't be taken for a word: what is kept by hand is often only a name.
fn is_handle(text: &str) -> bool {
    text.starts_with('@') && text.chars().count() >= SHORTEST
}

/// The text without the folded handle where it stands for itself; `None` where it does not.
fn without(text: &str, folded: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in lower.match_indices(folded) {
        let after = &lower[at + folded.len()..];
        if at < from || goes_on(after) {
            continue;
        }
        kept.push_str(&text[from..at]);
        kept.push_str(BLANK);
        from = at + folded.len();
    }
    (from > 0).then(|| kept + &text[from..])
}

/// Whether a handle goes on here: with a letter, a server, a dot within.
fn goes_on(after: &str) -> bool {
    let mut rest = after.chars();
    match rest.next() {
        Some(c) if c.is_alphanumeric() || c == '_' || c == '-' => true,
        Some('.' | '@') => rest.next().is_some_and(char::is_alphanumeric),
        Some(_) | None => false,
    }
}

/// Writes the words of a message anew.
pub(super) fn index_again(conn: &Connection, id: i64) -> StoreResult<()> {
    conn.prepare_cached("DELETE FROM message_word WHERE rowid = ?1")?.execute([id])?;
    conn.prepare_cached(
        "INSERT INTO message_word (rowid, text, author, handle)
         SELECT m.id, m.text, coalesce(m.author, p.name), p.handle FROM message m JOIN person p ON p.id = m.person WHERE m.id = ?1",
    )?
    .execute([id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_goes_where_it_stands_for_itself_only() {
        let gone = |text: &str| without(text, "@zoe");
        assert_eq!(gone("Merci @Zoe !").as_deref(), Some("Merci @… !"));
        assert_eq!(gone("@zoe, @zoé et @zoe.").as_deref(), Some("@…, @zoé et @…."));
        assert_eq!(gone("@zoeline et @zoe@ailleurs.org"), None);
        assert_eq!(gone("zoe"), None);
    }

    #[test]
    fn a_bare_name_is_no_handle() {
        assert!(is_handle("@zoe") && is_handle("@zoe@example.social"));
        assert!(!is_handle("Zoé Petit") && !is_handle("@zo"));
    }
}
