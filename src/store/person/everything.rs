//! Everything that is kept about a person: what they may ask for. Nothing of another person stands in it.

use super::{GROUP, former, known, root};
use crate::app::effect::Table;
use crate::domain::PersonId;
use crate::store::value::Columns;
use crate::store::{StoreResult, dump, reaction};
use rusqlite::Connection;
use serde_json::{Value, json};

/// Everything that is kept about a person: what they may ask for.
pub(super) fn of(conn: &Connection, id: PersonId) -> StoreResult<Value> {
    let main = root(conn, id)?;
    let messages = format!("(SELECT id FROM message WHERE person IN {GROUP})");
    let rows = |table: Table, condition: &str| -> StoreResult<Vec<Value>> {
        Ok(dump::rows(conn, table, condition, [main.0])?.into_iter().map(|(_, value)| value).collect())
    };
    let of_messages = |table: Table| rows(table, &format!("message IN {messages} ORDER BY message"));
    let list = |sql: &str| -> StoreResult<Vec<Value>> {
        let mut statement = conn.prepare_cached(sql)?;
        Ok(statement.query_map([main.0], |row| row.json::<Value>("json"))?.collect::<rusqlite::Result<_>>()?)
    };
    Ok(json!({
        "person": main,
        "names": rows(Table::Persons, &format!("id IN {GROUP} ORDER BY id"))?,
        "former_names": former(conn, main)?,
        "handles": list(&format!(
            "SELECT json_object('account', h.account, 'network', a.network, 'server', a.server, 'remote_id', h.remote_id, 'person', h.person)
             AS json FROM handle h JOIN account a ON a.id = h.account WHERE h.person IN {GROUP} ORDER BY h.account, h.remote_id"
        ))?,
        "note_being_written": known::begun_note(conn, main)?,
        "forms_being_written": list(&format!(
            "SELECT json_object('form', name, 'written', json(value)) AS json FROM setting
             WHERE name IN (SELECT '~form-win-' || id FROM message WHERE person IN {GROUP} UNION
               SELECT '~form-feedback-' || id FROM message WHERE person IN {GROUP} UNION
               SELECT '~form-answer-' || id FROM brief WHERE message IN {messages}) ORDER BY name"
        ))?,
        "promises": rows(Table::Promises, &format!("person IN {GROUP} ORDER BY id"))?,
        "messages": rows(Table::Messages, &format!("person IN {GROUP} ORDER BY at, id"))?,
        "labels": list(&format!(
            "SELECT json_object('message', l.message, 'label', b.name) AS json FROM message_label l JOIN label b ON b.id = l.label
             WHERE l.message IN {messages} ORDER BY l.message, b.name"
        ))?,
        "conversations": of_messages(Table::Conversations)?,
        "answers": list(&format!(
            "SELECT json_object('account', o.account, 'remote_id', o.remote_id, 'parent', o.parent, 'text', o.text, 'url', o.url,
               'at', strftime('%Y-%m-%dT%H:%M:%SZ', o.at, 'unixepoch')) AS json
             FROM message m JOIN own o ON o.account = m.account AND o.parent = m.remote_id WHERE m.person IN {GROUP} ORDER BY o.at"
        ))?,
        "reactions": rows(Table::Reactions, &format!("{} ORDER BY at, id", reaction::OF_GROUP))?,
        "drafts": of_messages(Table::Drafts)?,
        "deliveries": of_messages(Table::Deliveries)?,
        "highlights": of_messages(Table::Highlights)?,
        "briefs": list(&format!(
            "SELECT json_object('message', b.message, 'asked', b.asked, 'answer', b.answer,
               'at', strftime('%Y-%m-%dT%H:%M:%SZ', b.at, 'unixepoch')) AS json
             FROM brief b WHERE b.message IN {messages} ORDER BY b.id"
        ))?,
        "journal": rows(Table::Journal, &format!(
            "(subject = 'message' AND row IN {messages}) OR (subject = 'person' AND row IN {GROUP})
             OR (subject = 'promise' AND row IN (SELECT id FROM promise WHERE person IN {GROUP}))
             OR (subject = 'highlight' AND row IN (SELECT id FROM highlight WHERE message IN {messages}))
             OR (subject = 'delivery' AND row IN (SELECT id FROM delivery WHERE message IN {messages})) ORDER BY id"
        ))?,
    }))
}
