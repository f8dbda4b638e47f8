//! Every row of a table as JSON, page by page, for the export: names for people, codes, dates in ISO 8601.
//!
//! Reads only. Counters, cursors and the index of words are left out: they follow from the rest.

use super::value::Coded;
use super::{StoreError, StoreResult};
use crate::app::effect::Table;
use crate::domain::message::{Channel, MessageKind, StateName, Tone, Visibility};
use rusqlite::Connection;
use serde_json::Value;

/// At most `limit` rows after the row `after` (0 for the first page), each with its number.
pub(super) fn page(conn: &Connection, table: Table, after: i64, limit: u16) -> StoreResult<Vec<(i64, Value)>> {
    let (number, ..) = source(table);
    rows(conn, table, &format!("{number} > ?1 ORDER BY {number} LIMIT ?2"), (after, limit))
}

/// The rows of a table by a condition, each with its number.
pub(super) fn rows(conn: &Connection, table: Table, condition: &str, given: impl rusqlite::Params) -> StoreResult<Vec<(i64, Value)>> {
    let (number, columns, from) = source(table);
    let columns: Vec<String> = columns.split(", ").map(column).collect();
    let sql = format!("SELECT {number}, json_object({}) FROM {from} WHERE {condition}", columns.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(given, |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (number, json) = row?;
        let mut value = serde_json::from_str(&json).map_err(StoreError::from)?;
        if table == Table::Messages {
            name_codes(&mut value);
        }
        Ok((number, value))
    })
    .collect()
}

/// The column by which a table is walked, what is written of it, and where it comes from.
///
/// After a name: `@` is an instant, `#` a day, `?` a truth, `{}` JSON. A word in front of `=` renames it.
const fn source(table: Table) -> (&'static str, &'static str, &'static str) {
    match table {
        Table::Brands => {
            ("id", "id, name, colour, zone, hours{}, sweeps_per_day, reports_to, validates_alone?, on_hold?, charter{}, targets{}", "brand")
        }
        Table::Accounts => {
            ("id", "id, brand, network, access, handle, server, remote_id, capabilities{}, standing{}, since@, closed@", "account")
        }
        Table::Contacts => ("id", "id, brand, name, role, email, validates?, receives_reports?", "contact"),
        Table::SavedReplies => ("id", "id, brand, name, language, text", "saved_reply"),
        Table::Persons => ("id", "id, brand, name, handle, kind, note, since@, joined", "person"),
        Table::Labels => ("id", "id, brand, name", "label"),
        Table::Views => ("id", "id, brand, name, query", "saved_view"),
        Table::Promises => ("id", "id, brand, person, message, text, due#, made@, kept@", "promise"),
        Table::Messages => (
            "id",
            "id, brand, account, person, remote_id, parent, author, text, text_before, url, channel, visibility, kind, tone, urgent?, \
             filtered?, earlier?, state, contact, comes_back=back@, at@, answered_at@, deadline@, labels{}",
            "(SELECT *, (SELECT json_group_array(l.name ORDER BY l.folded) FROM message_label b JOIN label l ON l.id = b.label
                WHERE b.message = message.id) AS labels FROM message)",
        ),
        Table::Conversations => (
            "message",
            "message, turns{}",
            "(SELECT message, json_group_array(json_object('remote_id', remote_id, 'parent', parent, 'author', author, 'handle', handle,
                'text', text, 'at', strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'), 'ours', json(iif(ours, 'true', 'false')))
                ORDER BY place) AS turns FROM turn GROUP BY message)",
        ),
        Table::Drafts => ("message", "message, text, at@", "draft"),
        Table::Own => (
            "place",
            "account, remote_id, parent, text, url, at@",
            "(SELECT row_number() OVER (ORDER BY account, remote_id) AS place, * FROM own)",
        ),
        Table::Reactions => ("id", "id, brand, account, author, kind, about=nullif(about,''), at@", "reaction"),
        Table::Rules => ("id", "id, brand, place, name, conditions{}, proposes{}, active?", "rule"),
        Table::Sweeps => (
            "id",
            "id, brand, day#, slot, started@, ended@, messages{}",
            "(SELECT *, (SELECT json_group_array(message ORDER BY place) FROM sweep_item WHERE sweep = sweep.id) AS messages FROM sweep)",
        ),
        Table::Posts => (
            "id",
            "id, brand, title, text, media{}, pillar, state, day#, due@, note, variants{}, approvals{}",
            "(SELECT *,
                (SELECT json_group_array(json_object('id', variant.id, 'account', account, 'text', variant.text, 'url', url,
                    'remote_id', remote_id, 'out', strftime('%Y-%m-%dT%H:%M:%SZ', out, 'unixepoch')) ORDER BY place)
                 FROM variant WHERE variant.post = post.id) AS variants,
                (SELECT json_group_array(json_object('of', of, 'by', by, 'at', strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'),
                    'words', words, 'passed_over', json(iif(passed_over, 'true', 'false')),
                    'voided', strftime('%Y-%m-%dT%H:%M:%SZ', voided, 'unixepoch')) ORDER BY place)
                 FROM approval WHERE approval.post = post.id) AS approvals
              FROM post)",
        ),
        Table::Deliveries => (
            "id",
            "id, brand, account, act{}, journey{}, key, created@, due@, not_before@, attempts, message, variant, part, parts, follows, late_allowed?, settled@",
            "delivery",
        ),
        Table::Readings => ("id", "id, account, variant=nullif(variant,0), day#, metric, value, source, definition, at@", "reading"),
        Table::Highlights => ("id", "id, brand, kind, text, author, url, message, contact, at@, consent, consent_where", "highlight"),
        Table::Briefs => ("id", "id, brand, message, contact, asked, at@, due@, chased@, answer, answered@", "brief"),
        Table::Sections => ("id", "id, brand, first_day#, last_day#, name, text, at@", "section"),
        Table::Journal => ("id", "id, at@, brand, actor, verb, subject, row, act, before{}, after{}", "journal"),
    }
}

/// One pair of `json_object`, from what [`source`] writes.
fn column(written: &str) -> String {
    let (name, rest) = written.split_once('=').unwrap_or((written, written));
    let bare = |text: &str| text.trim_end_matches(['@', '#', '?', '{', '}']).to_owned();
    let (name, value) = (bare(name), bare(rest));
    match rest.chars().last() {
        Some('@') => format!("'{name}', strftime('%Y-%m-%dT%H:%M:%SZ', {value}, 'unixepoch')"),
        Some('#') => format!("'{name}', date({value} * 86400, 'unixepoch')"),
        Some('?') => format!("'{name}', json(iif({value}, 'true', 'false'))"),
        Some('}') => format!("'{name}', json({value})"),
        _ => format!("'{name}', {value}"),
    }
}

/// Messages keep their enums as numbers; people read codes.
fn name_codes(row: &mut Value) {
    fn name<T: Coded>(row: &mut Value, field: &str, code: fn(T) -> &'static str) {
        if let Some(known) = row[field].as_i64().and_then(T::of_number) {
            row[field] = code(known).into();
        }
    }
    name(row, "channel", Channel::code);
    name(row, "visibility", Visibility::code);
    name(row, "kind", MessageKind::code);
    name(row, "tone", Tone::code);
    name(row, "state", StateName::code);
}
