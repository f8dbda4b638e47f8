//! Labels put on a message by a proposal that was taken, and taken off again by undo.

use super::{StoreError, StoreResult};
use crate::domain::fold::fold;
use crate::domain::text::SafeText;
use crate::domain::{BrandId, MessageId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A label that was put on a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Put {
    /// Its row.
    label: i64,
    /// Its name.
    name: SafeText,
    /// Whether it was made for this.
    made: bool,
}

/// Puts a label on a message, making the label where the brand has none of that name. `None` if it is there.
pub(super) fn put(conn: &Connection, brand: BrandId, message: MessageId, name: &SafeText) -> StoreResult<Option<Put>> {
    let folded = fold(name.as_str());
    let known: Option<i64> = conn
        .prepare_cached("SELECT id FROM label WHERE brand = ?1 AND folded = ?2")?
        .query_row(params![brand.0, folded], |row| row.get(0))
        .optional()?;
    let label = if let Some(known) = known {
        known
    } else {
        conn.execute("INSERT INTO label (brand, name, folded) VALUES (?1, ?2, ?3)", params![brand.0, name.as_str(), folded])?;
        conn.last_insert_rowid()
    };
    let put = conn
        .prepare_cached("INSERT INTO message_label (label, message) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![label, message.0])?;
    Ok((put > 0).then(|| Put { label, name: name.clone(), made: known.is_none() }))
}

/// Undo (`off`) and redo of the labels that a line of the journal tells.
pub(super) fn travel(conn: &Connection, brand: BrandId, message: MessageId, told: Option<&Value>, off: bool) -> StoreResult<()> {
    let Some(told) = told else { return Ok(()) };
    let put: Vec<Put> = serde_json::from_value(told.clone()).map_err(StoreError::from)?;
    for Put { label, name, made } in put {
        if off {
            conn.execute("DELETE FROM message_label WHERE label = ?1 AND message = ?2", params![label, message.0])?;
            if made {
                conn.execute("DELETE FROM label WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM message_label WHERE label = ?1)", [label])?;
            }
        } else {
            conn.execute(
                "INSERT INTO label (id, brand, name, folded) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                params![label, brand.0, name.as_str(), fold(name.as_str())],
            )?;
            conn.execute(
                "INSERT INTO message_label (label, message)
                 SELECT id, ?3 FROM label WHERE brand = ?1 AND folded = ?2 ON CONFLICT DO NOTHING",
                params![brand.0, fold(name.as_str()), message.0],
            )?;
        }
    }
    Ok(())
}
