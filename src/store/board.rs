//! The day of a brand: what its blocks come to and what must not slip.

use super::value::{Columns, day_number};
use super::workspace;
use super::{StoreResult, brief, facts, highlight, message, post, promise, reaction, reading, sweep, tally};
use crate::domain::account::Standing;
use crate::domain::brand::Brand;
use crate::domain::delivery::LATE;
use crate::domain::post::{ApprovalOf, PostState};
use crate::domain::sweep::Slot;
use crate::domain::time::{Day, Moment, Period, day_in, day_start};
use crate::domain::today::{DayBoard, Slip, SweepLine};
use crate::domain::{BrandId, MessageId};
use chrono::Duration;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};

/// The longest streak that is counted, in days of the calendar.
const LONGEST_STREAK: i64 = 400;
/// The most lines of one kind in what must not slip.
const MOST: usize = 5;

/// The day of a brand.
pub(super) fn read(conn: &Connection, id: BrandId, day: Day, now: Moment) -> StoreResult<DayBoard> {
    let brand = workspace::brand(conn, id)?;
    let month = Period::new(day - Duration::days(29), day);
    let drafts = in_states(conn, id, &[PostState::Planned, PostState::Drafting])?;
    let reviews = in_states(conn, id, &[PostState::InReview])?;
    Ok(DayBoard {
        sweeps: sweeps_of(conn, &brand, day)?,
        counts: tally::counts(conn, id)?,
        sheet: reading::complete(conn, id, day - Duration::days(1))?,
        to_create: drafts,
        to_validate: reviews,
        published_today: post::published_on(conn, id, day)?,
        reactions: reaction::since(conn, id, day_start(brand.zone, day - Duration::days(1)))?,
        slipping: slipping(conn, &brand, day, now)?,
        week: week(conn, &brand, day)?,
        streak: streak(conn, &brand, day)?,
        exchanges: facts::exchanges(conn, &brand, month)?,
        highlights: highlight::list(conn, "brand = ?1 ORDER BY at DESC, id DESC LIMIT 5", [id.0])?,
    })
}

fn in_states(conn: &Connection, brand: BrandId, states: &[PostState]) -> StoreResult<u32> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM post WHERE brand = ?1 AND state = ?2")?;
    let mut sum = 0;
    for state in states {
        sum += statement.query_row(params![brand.0, state.code()], |row| row.get::<_, u32>(0))?;
    }
    Ok(sum)
}

/// The sweeps of the day by slot; of several in one slot, the newest.
fn sweeps_of(conn: &Connection, brand: &Brand, day: Day) -> StoreResult<Vec<(Slot, Option<SweepLine>)>> {
    let lines = sweep::lines(conn, brand.id, Period::new(day, day))?;
    let mut slots: BTreeSet<Slot> = Slot::of_day(brand.sweeps_per_day).iter().copied().collect();
    slots.extend(lines.iter().map(|line| line.slot));
    let newest = |slot: Slot| {
        let line = lines.iter().rev().find(|line| line.slot == slot);
        line.map(|line| SweepLine { receipt: line.receipt, started: line.started, ended: line.ended })
    };
    Ok(slots.into_iter().map(|slot| (slot, newest(slot))).collect())
}

/// Slots whose sweep was ended, by day.
fn ended(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<BTreeMap<Day, u32>> {
    let mut statement = conn.prepare_cached(
        "SELECT day, count(DISTINCT slot) FROM sweep WHERE brand = ?1 AND day BETWEEN ?2 AND ?3 AND ended IS NOT NULL GROUP BY day",
    )?;
    let given = params![brand.0, day_number(period.from), day_number(period.to)];
    let found = statement.query_map(given, |row| Ok((row.day("day")?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The last five working days, this one included.
fn week(conn: &Connection, brand: &Brand, day: Day) -> StoreResult<Vec<(Day, u32, u32)>> {
    let days = (0..60).map(|back| day - Duration::days(back)).filter(|day| brand.hours.works_on(*day)).take(5);
    let mut days: Vec<Day> = days.collect();
    days.reverse();
    let Some(first) = days.first() else { return Ok(Vec::new()) };
    let done = ended(conn, brand.id, Period::new(*first, day))?;
    days.into_iter().map(|day| Ok((day, done.get(&day).copied().unwrap_or(0), post::published_on(conn, brand.id, day)?))).collect()
}

/// Working days in a row on which every sweep was ended. Today counts once it is done; until then it
/// breaks nothing. Days off are neutral.
fn streak(conn: &Connection, brand: &Brand, day: Day) -> StoreResult<u32> {
    let first = day - Duration::days(LONGEST_STREAK);
    let done = ended(conn, brand.id, Period::new(first, day))?;
    let goal = u32::from(brand.sweeps_per_day.max(1));
    let whole = |day: &Day| done.get(day).is_some_and(|number| *number >= goal);
    let before = (1..=LONGEST_STREAK).map(|back| day - Duration::days(back)).filter(|day| brand.hours.works_on(*day)).take_while(whole);
    let before = u32::try_from(before.count()).unwrap_or(u32::MAX);
    Ok(before + u32::from(brand.hours.works_on(day) && whole(&day)))
}

// ---- what must not slip

fn slipping(conn: &Connection, brand: &Brand, day: Day, now: Moment) -> StoreResult<Vec<Slip>> {
    let mut slips = Vec::new();
    let unclear = facts::unclear(conn, brand.id)?;
    if unclear > 0 {
        slips.push(Slip::Unclear { count: unclear });
    }
    slips.extend(complaints(conn, brand.id)?);
    slips.extend(overdue(conn, brand.id, now)?);
    slips.extend(unsent(conn, brand.id)?);
    slips.extend(promise::slipping(conn, brand.id, day, MOST)?);
    slips.extend(leaving(conn, brand, day, now)?);
    slips.extend(waiting(conn, brand.id, now)?);
    let reviews = post::in_state(conn, brand.id, PostState::InReview)?;
    let waiting = reviews.iter().filter(|post| post.approval(ApprovalOf::Content).is_none()).count();
    if waiting > 0 {
        slips.push(Slip::Validation { count: u32::try_from(waiting).unwrap_or(u32::MAX) });
    }
    let accounts = workspace::load(conn)?.accounts.into_iter().filter(|account| account.brand == brand.id);
    slips.extend(
        accounts
            .filter(|account| account.standing == Standing::Expired)
            .map(|account| Slip::Expired { account: account.id, handle: account.handle }),
    );
    slips.extend(report(conn, brand.id, day)?);
    Ok(slips)
}

/// Open complaints, the oldest to be opened first; an index holds nothing else.
fn complaints(conn: &Connection, brand: BrandId) -> StoreResult<Option<Slip>> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*), min(at), id FROM message INDEXED BY message_complaint WHERE brand = ?1 AND state = 0 AND kind = 2",
    )?;
    let found: (u32, Option<i64>, Option<i64>) = statement.query_row([brand.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let (count, Some(oldest), Some(message)) = found else { return Ok(None) };
    Ok(super::value::moment(oldest).map(|oldest| Slip::Complaints { count, oldest, message: MessageId(message) }))
}

/// What a contact should have answered by now, the longest overdue first: what came back from a delegation and
/// is still open stays here until it ends.
fn overdue(conn: &Connection, brand: BrandId, now: Moment) -> StoreResult<Vec<Slip>> {
    let mut slips = Vec::new();
    for late in brief::overdue(conn, brand, now, MOST)? {
        let contact = workspace::contact(conn, late.contact)?.map(|contact| contact.name).unwrap_or_default();
        let open = message::must_know(conn, late.message)?.fate.state.is_open();
        slips.push(Slip::Overdue { contact, due: late.due, message: late.message, open });
    }
    Ok(slips)
}

/// Who is still waited for, in one line.
fn waiting(conn: &Connection, brand: BrandId, now: Moment) -> StoreResult<Option<Slip>> {
    let found = brief::waiting(conn, brand, now)?;
    Ok(found.map(|(count, message, contact, since)| Slip::Waiting { count, contact, since, message }))
}

/// Answers to messages of spaces kept by hand that wait to be sent there.
fn unsent(conn: &Connection, brand: BrandId) -> StoreResult<Option<Slip>> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*), m.id, min(d.at) FROM draft d CROSS JOIN message m ON m.id = d.message JOIN account a ON a.id = m.account
         WHERE m.brand = ?1 AND m.state IN (0, 2) AND a.access = 'manual'",
    )?;
    let (count, message): (u32, Option<i64>) = statement.query_row([brand.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(message.filter(|_| count > 0).map(|message| Slip::Unsent { count, message: MessageId(message) }))
}

/// Publications that missed their hour, then those of the day.
fn leaving(conn: &Connection, brand: &Brand, day: Day, now: Moment) -> StoreResult<Vec<Slip>> {
    let scheduled = post::in_state(conn, brand.id, PostState::Scheduled)?;
    let mut missed = Vec::new();
    let mut leaving = Vec::new();
    for post in scheduled {
        let Some(due) = post.due else { continue };
        if now - due > LATE {
            missed.push(Slip::Missed { title: post.title, due, post: post.id });
        } else if day_in(brand.zone, due) == day {
            leaving.push(Slip::Leaving { title: post.title, due, post: post.id });
        }
    }
    missed.truncate(MOST);
    leaving.truncate(MOST);
    missed.extend(leaving);
    Ok(missed)
}

/// The report of the last month, if something happened in it and it was not written to files.
fn report(conn: &Connection, brand: BrandId, day: Day) -> StoreResult<Option<Slip>> {
    let last = Period::month_of(day).previous();
    let mut statement = conn.prepare_cached("SELECT 1 FROM day_total WHERE brand = ?1 AND day BETWEEN ?2 AND ?3 LIMIT 1")?;
    let lived = statement.query_row(params![brand.0, day_number(last.from), day_number(last.to)], |_| Ok(())).optional()?.is_some();
    let due = lived && !highlight::was_exported(conn, brand, last)?;
    Ok(due.then_some(Slip::Report { month: last.from }))
}
