//! Brands, accounts, contacts and settings. Removes nothing that something else needs.

use super::journal::{Act, difference};
use super::value::{Columns, json, moment, seconds};
use super::{StoreError, StoreResult, label, tally, view};
use crate::app::event::Workspace;
use crate::domain::account::{Account, Standing};
use crate::domain::brand::Brand;
use crate::domain::conflict::Conflict;
use crate::domain::contact::Contact;
use crate::domain::hours::WorkingHours;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::time::{Moment, Zone};
use crate::domain::{AccountId, BrandId, ContactId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Value, json as object};

/// All of it.
pub(super) fn load(conn: &Connection) -> StoreResult<Workspace> {
    let brands = conn.prepare_cached("SELECT * FROM brand ORDER BY id")?.query_map([], brand_of)?.collect::<rusqlite::Result<_>>()?;
    let accounts = conn
        .prepare_cached("SELECT * FROM account WHERE closed IS NULL ORDER BY id")?
        .query_map([], account_of)?
        .collect::<rusqlite::Result<_>>()?;
    let contacts = conn.prepare_cached("SELECT * FROM contact ORDER BY id")?.query_map([], contact_of)?.collect::<rusqlite::Result<_>>()?;
    let settings = conn
        .prepare_cached("SELECT name, value FROM setting WHERE name NOT LIKE '~%' OR name LIKE '~form-%'")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Workspace {
        brands,
        accounts,
        contacts,
        labels: label::all(conn)?,
        views: view::all(conn)?,
        saved_replies: super::saved_reply::all(conn)?,
        settings,
    })
}

/// Forgets a setting.
pub(super) fn forget_setting(conn: &Connection, name: &str) -> StoreResult<()> {
    conn.prepare_cached("DELETE FROM setting WHERE name = ?1")?.execute([name])?;
    Ok(())
}

/// Keeps a setting.
pub(super) fn save_setting(conn: &Connection, name: &str, value: &str) -> StoreResult<()> {
    conn.prepare_cached("INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value")?
        .execute([name, value])?;
    Ok(())
}

// ---- brands

fn brand_of(row: &Row<'_>) -> rusqlite::Result<Brand> {
    let zone: String = row.get("zone")?;
    Ok(Brand {
        id: BrandId(row.get("id")?),
        name: row.text("name")?,
        colour: row.code("colour")?,
        // A zone that this program's tables no longer know must not close the file.
        zone: zone.parse().unwrap_or(Zone::UTC),
        hours: row.json("hours")?,
        sweeps_per_day: row.get("sweeps_per_day")?,
        reports_to: row.code("reports_to")?,
        validates_alone: row.get("validates_alone")?,
        on_hold: row.get("on_hold")?,
        charter: row.json("charter")?,
        targets: row.json("targets")?,
    })
}

/// A brand.
pub(super) fn brand(conn: &Connection, id: BrandId) -> StoreResult<Brand> {
    let found = conn.prepare_cached("SELECT * FROM brand WHERE id = ?1")?.query_row([id.0], brand_of).optional()?;
    found.ok_or_else(|| StoreError::missing("brand", id.0))
}

/// The clock of a brand: its zone and its hours.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    pub(super) zone: Zone,
    pub(super) hours: WorkingHours,
}

impl Clock {
    /// The working seconds between two instants.
    pub(super) fn between(&self, from: Moment, to: Moment) -> i64 {
        self.hours.between(self.zone, from, to)
    }
}

/// The clock of a brand.
pub(super) fn clock(conn: &Connection, id: BrandId) -> StoreResult<Clock> {
    let Brand { zone, hours, .. } = brand(conn, id)?;
    Ok(Clock { zone, hours })
}

/// Writes a brand, with a line of the journal.
pub(super) fn save_brand(conn: &Connection, given: &Brand, at: Moment) -> StoreResult<Brand> {
    let before = if given.id.0 == 0 { None } else { Some(brand(conn, given.id)?) };
    let id = write_brand(conn, given)?;
    let after = brand(conn, id)?;
    let mut act = Act::new(conn, id, Actor::Cm, at);
    match before {
        None => {
            act.line(Verb::Created, Subject::Brand, id.0, None, Some(&object!({ "name": after.name })))?;
        }
        Some(before) => {
            if let Some((old, new)) = difference(&serde_json::to_value(&before)?, &serde_json::to_value(&after)?) {
                act.line(Verb::Changed, Subject::Brand, id.0, Some(&old), Some(&new))?;
            }
        }
    }
    Ok(after)
}

/// Writes a brand as it is, and counts its days anew if its zone changed.
pub(super) fn write_brand(conn: &Connection, given: &Brand) -> StoreResult<BrandId> {
    let old_zone: Option<String> = conn.query_row("SELECT zone FROM brand WHERE id = ?1", [given.id.0], |row| row.get(0)).optional()?;
    conn.execute(
        "INSERT INTO brand (id, name, colour, zone, hours, sweeps_per_day, reports_to, validates_alone, on_hold, charter, targets)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET name = ?2, colour = ?3, zone = ?4, hours = ?5, sweeps_per_day = ?6, reports_to = ?7,
           validates_alone = ?8, on_hold = ?9, charter = ?10, targets = ?11",
        params![
            given.id.0,
            given.name.as_str(),
            given.colour.code(),
            given.zone.name(),
            json(&given.hours)?,
            given.sweeps_per_day,
            given.reports_to.code(),
            given.validates_alone,
            given.on_hold,
            json(&given.charter)?,
            json(&given.targets)?,
        ],
    )?;
    let id = if given.id.0 == 0 { BrandId(conn.last_insert_rowid()) } else { given.id };
    if old_zone.is_some_and(|zone| zone != given.zone.name()) {
        tally::rebuild(conn, id, given.zone)?;
    }
    Ok(id)
}

// ---- accounts

fn account_of(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        network: row.code("network")?,
        access: row.code("access")?,
        handle: row.text("handle")?,
        server: row.text("server")?,
        remote_id: row.text("remote_id")?,
        capabilities: row.json("capabilities")?,
        standing: row.json("standing")?,
    })
}

/// An account, closed ones included.
pub(super) fn account(conn: &Connection, id: AccountId) -> StoreResult<Account> {
    let found = conn.prepare_cached("SELECT * FROM account WHERE id = ?1")?.query_row([id.0], account_of).optional()?;
    found.ok_or_else(|| StoreError::missing("account", id.0))
}

/// All accounts of a brand, closed ones included, in the order in which they were made.
pub(super) fn accounts(conn: &Connection, brand: BrandId) -> StoreResult<Vec<Account>> {
    let mut statement = conn.prepare_cached("SELECT * FROM account WHERE brand = ?1 ORDER BY id")?;
    let found = statement.query_map([brand.0], account_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Since when Ronde knows an account.
pub(super) fn account_since(conn: &Connection, id: AccountId) -> StoreResult<Moment> {
    let found = conn.query_row("SELECT since FROM account WHERE id = ?1", [id.0], |row| row.get(0)).optional()?;
    found.and_then(moment).ok_or_else(|| StoreError::missing("account", id.0))
}

/// Writes an account, with a line of the journal that undo leaves alone: a connection can't be undone.
pub(super) fn save_account(conn: &Connection, given: &Account, at: Moment) -> StoreResult<Account> {
    let known = given.id.0 != 0;
    if known {
        account(conn, given.id)?;
    }
    write_account(conn, given, at)?;
    let id = if known { given.id } else { AccountId(conn.last_insert_rowid()) };
    let verb = if known { Verb::Changed } else { Verb::Connected };
    let after = object!({ "network": given.network, "handle": given.handle });
    Act::new(conn, given.brand, Actor::Cm, at).line(verb, Subject::Account, id.0, None, Some(&after))?;
    account(conn, id)
}

fn write_account(conn: &Connection, given: &Account, at: Moment) -> StoreResult<()> {
    conn.execute(
        "INSERT INTO account (id, brand, network, access, handle, server, remote_id, capabilities, standing, since)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET network = ?3, access = ?4, handle = ?5, server = ?6, remote_id = ?7, capabilities = ?8,
           standing = ?9, closed = NULL",
        params![
            given.id.0,
            given.brand.0,
            given.network.code(),
            given.access.code(),
            given.handle.as_str(),
            given.server.as_str(),
            given.remote_id.as_str(),
            json(&given.capabilities)?,
            json(&given.standing)?,
            seconds(at),
        ],
    )?;
    Ok(())
}

/// Removes an account that nothing refers to; closes one that something was received or sent by.
pub(super) fn remove_account(conn: &Connection, id: AccountId, at: Moment) -> StoreResult<()> {
    let gone = account(conn, id)?;
    let used: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM message WHERE account = ?1) OR EXISTS (SELECT 1 FROM delivery WHERE account = ?1)
           OR EXISTS (SELECT 1 FROM reading WHERE account = ?1) OR EXISTS (SELECT 1 FROM variant WHERE account = ?1)
           OR EXISTS (SELECT 1 FROM own WHERE account = ?1) OR EXISTS (SELECT 1 FROM handle WHERE account = ?1)
           OR EXISTS (SELECT 1 FROM reaction WHERE account = ?1)",
        [id.0],
        |row| row.get(0),
    )?;
    if used {
        conn.execute("UPDATE account SET closed = ?2 WHERE id = ?1", params![id.0, seconds(at)])?;
    } else {
        conn.execute("DELETE FROM account WHERE id = ?1", [id.0])?;
    }
    let what = object!({ "network": gone.network, "handle": gone.handle });
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::Account, id.0, None, Some(&what))?;
    Ok(())
}

/// Notes how an account stands; the journal tells when that changes.
pub(super) fn set_standing(conn: &Connection, id: AccountId, standing: &Standing, at: Moment) -> StoreResult<()> {
    let known = account(conn, id)?;
    if known.standing == *standing {
        return Ok(());
    }
    conn.execute("UPDATE account SET standing = ?2 WHERE id = ?1", params![id.0, json(standing)?])?;
    let verb = match standing {
        Standing::Well => Verb::Connected,
        Standing::Expired => Verb::Expired,
        Standing::Limited { .. } => return Ok(()),
    };
    Act::new(conn, known.brand, Actor::Network, at).line(verb, Subject::Account, id.0, None, None)?;
    Ok(())
}

// ---- contacts

fn contact_of(row: &Row<'_>) -> rusqlite::Result<Contact> {
    Ok(Contact {
        id: ContactId(row.get("id")?),
        brand: BrandId(row.get("brand")?),
        name: row.text("name")?,
        role: row.text("role")?,
        email: row.text("email")?,
        validates: row.get("validates")?,
        receives_reports: row.get("receives_reports")?,
    })
}

/// A contact, if there is one.
pub(super) fn contact(conn: &Connection, id: ContactId) -> StoreResult<Option<Contact>> {
    Ok(conn.prepare_cached("SELECT * FROM contact WHERE id = ?1")?.query_row([id.0], contact_of).optional()?)
}

/// Writes a contact, with a line of the journal.
pub(super) fn save_contact(conn: &Connection, given: &Contact, at: Moment) -> StoreResult<Contact> {
    let before = if given.id.0 == 0 {
        Value::Null
    } else {
        serde_json::to_value(contact(conn, given.id)?.ok_or_else(|| StoreError::missing("contact", given.id.0))?)?
    };
    write_contact(conn, given)?;
    let id = if given.id.0 == 0 { ContactId(conn.last_insert_rowid()) } else { given.id };
    let after = contact(conn, id)?.ok_or_else(|| StoreError::missing("contact", id.0))?;
    let verb = if before.is_null() { Verb::Created } else { Verb::Changed };
    if let Some((old, new)) = difference(&before, &serde_json::to_value(&after)?) {
        Act::new(conn, after.brand, Actor::Cm, at).line(verb, Subject::Contact, id.0, Some(&old), Some(&new))?;
    }
    Ok(after)
}

/// Writes a contact as it is.
pub(super) fn write_contact(conn: &Connection, given: &Contact) -> StoreResult<()> {
    conn.execute(
        "INSERT INTO contact (id, brand, name, role, email, validates, receives_reports)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET name = ?3, role = ?4, email = ?5, validates = ?6, receives_reports = ?7",
        params![
            given.id.0,
            given.brand.0,
            given.name.as_str(),
            given.role.as_str(),
            given.email.as_str(),
            given.validates,
            given.receives_reports
        ],
    )?;
    Ok(())
}

/// Removes a contact to whom nothing is delegated, with a line of the journal.
pub(super) fn remove_contact(conn: &Connection, id: ContactId, at: Moment) -> StoreResult<()> {
    let gone = contact(conn, id)?.ok_or_else(|| StoreError::missing("contact", id.0))?;
    delete_contact(conn, id)?;
    let before = serde_json::to_value(&gone)?;
    Act::new(conn, gone.brand, Actor::Cm, at).line(Verb::Removed, Subject::Contact, id.0, Some(&before), Some(&Value::Null))?;
    Ok(())
}

/// Deletes the row of a contact to whom nothing is delegated.
pub(super) fn delete_contact(conn: &Connection, id: ContactId) -> StoreResult<()> {
    let busy: bool = conn.query_row("SELECT EXISTS (SELECT 1 FROM message WHERE contact = ?1)", [id.0], |row| row.get(0))?;
    if busy {
        return Err(Conflict::Delegated.into());
    }
    conn.execute("DELETE FROM contact WHERE id = ?1", [id.0])?;
    Ok(())
}
