//! What happened over a period, from totals kept up to date: rows are read only for what totals can't
//! hold (waiting times, posts, highlights).

use super::value::{Coded, Columns, count, day, day_number, seconds};
use super::workspace::{self, Clock};
use super::{StoreResult, highlight, reading, sweep};
use crate::domain::account::Network;
use crate::domain::brand::Brand;
use crate::domain::facts::{AccountFacts, Facts, MessageFacts, PostFacts};
use crate::domain::message::{MessageKind, Tone};
use crate::domain::metric::answers;
use crate::domain::metric::tally::{number, quantile, whole};
use crate::domain::reading::Metric;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Period, day_in};
use crate::domain::today::Exchanges;
use crate::domain::{AccountId, BrandId, VariantId};
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};

/// What happened to a brand over a period.
pub(super) fn read(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Facts> {
    let of = workspace::brand(conn, brand)?;
    let clock = Clock { zone: of.zone, hours: of.hours };
    let (from, to) = period.bounds(clock.zone);
    let (messages, tones) = messages(conn, brand, period)?;
    let times = answer_times(conn, brand, from, to)?;
    let lines = sweep::lines(conn, brand, period)?;
    let sweep_seconds = lines.iter().filter_map(sweep::Line::lasted).collect();
    let sweeps = lines.into_iter().map(|line| (line.day, line.slot, line.receipt)).collect();
    Ok(Facts {
        period,
        accounts: accounts(conn, brand, period)?,
        posts: posts(conn, brand, &clock, from, to)?,
        within: answers::within(&of.targets, &messages, times.iter().copied()),
        messages,
        first_answers: times.into_iter().map(|(_, seconds)| seconds).collect(),
        resolutions: resolutions(conn, brand, from, to)?,
        by_hour: by_hour(conn, brand, period)?,
        by_day: by_day(conn, brand, period)?,
        tones,
        moderation: moderation(conn, brand, from, to)?,
        replies_sent: settled(conn, brand, "reply", from, to)?,
        unclear: unclear(conn, brand)?,
        sweeps,
        sweep_seconds,
        highlights: highlight::list(
            conn,
            "brand = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, id",
            params![brand.0, seconds(from), seconds(to)],
        )?,
        oldest_open: oldest_waiting(conn, brand, to)?,
        texts: highlight::texts(conn, brand, period)?,
    })
}

fn accounts(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<AccountFacts>> {
    let mut facts = Vec::new();
    for account in workspace::accounts(conn, brand)? {
        let readings = reading::list(
            conn,
            "WHERE r.account = ?1 AND r.variant = 0 AND r.day BETWEEN ?2 AND ?3 ORDER BY r.day, r.metric",
            params![account.id.0, day_number(period.from), day_number(period.to)],
        )?;
        facts.push(AccountFacts {
            account: account.id,
            network: account.network,
            handle: account.handle,
            followers_before: reading::last_before(conn, account.id, Metric::Followers, period.from)?,
            readings,
        });
    }
    Ok(facts)
}

/// What came out in the period, with its newest figures up to seven days of age.
fn posts(conn: &Connection, brand: BrandId, clock: &Clock, from: Moment, to: Moment) -> StoreResult<Vec<PostFacts>> {
    let mut statement = conn.prepare_cached(
        "SELECT v.id, v.account, v.url, v.out, a.network, p.title, p.pillar
         FROM variant v JOIN post p ON p.id = v.post JOIN account a ON a.id = v.account
         WHERE p.brand = ?1 AND v.out >= ?2 AND v.out < ?3 ORDER BY v.out, v.id",
    )?;
    let mut rows = statement.query(params![brand.0, seconds(from), seconds(to)])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        let (variant, account) = (VariantId(row.get("id")?), AccountId(row.get("account")?));
        let network: Network = row.code("network")?;
        let at = row.moment("out")?;
        let out = day_in(clock.zone, at);
        facts.push(PostFacts {
            variant,
            account,
            network,
            title: row.text("title")?,
            pillar: row.text("pillar")?,
            url: row.some_text("url")?,
            at,
            followers: reading::last_before(conn, account, Metric::Followers, reading::next(out))?,
            figures: figures(conn, account, variant, out)?,
        });
    }
    Ok(facts)
}

fn figures(conn: &Connection, account: AccountId, variant: VariantId, out: Day) -> StoreResult<Vec<(Metric, u64)>> {
    let readings = reading::list(
        conn,
        "WHERE r.account = ?1 AND r.variant = ?2 AND r.day <= ?3 + 7 AND r.value IS NOT NULL ORDER BY r.day DESC",
        params![account.0, variant.0, day_number(out)],
    )?;
    let newest = |metric: Metric| readings.iter().find(|reading| reading.metric == metric).and_then(|reading| reading.value);
    Ok(Metric::ALL.iter().filter_map(|metric| newest(*metric).map(|value| (*metric, value))).collect())
}

type Messages = (Vec<MessageFacts>, Vec<(Tone, u32)>);

fn messages(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Messages> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, sum(received), sum(set_aside), sum(answered), sum(delegated), sum(delegated_done), sum(waiting),
           sum(positive), sum(neutral), sum(negative)
         FROM day_total WHERE brand = ?1 AND day BETWEEN ?2 AND ?3 GROUP BY kind ORDER BY kind",
    )?;
    let mut rows = statement.query(params![brand.0, day_number(period.from), day_number(period.to)])?;
    let mut facts = Vec::new();
    let mut tones = [0_u32; 3];
    while let Some(row) = rows.next()? {
        let number = |place: usize| row.get(place).map(count);
        for (tone, place) in tones.iter_mut().zip(7..) {
            *tone += number(place)?;
        }
        let kind = MessageKind::of_number(row.get(0)?);
        let received = number(1)?;
        if let Some(kind) = kind.filter(|_| received > 0) {
            facts.push(MessageFacts {
                kind,
                received,
                set_aside: number(2)?,
                answered: number(3)?,
                delegated: number(4)?,
                delegated_done: number(5)?,
                waiting: number(6)?,
            });
        }
    }
    let tones = [Tone::Positive, Tone::Neutral, Tone::Negative].into_iter().zip(tones).filter(|(_, number)| *number > 0).collect();
    Ok((facts, tones))
}

/// The kind and the working seconds to the first answer of each answered message received in a period, read from an
/// index that holds nothing else.
fn answer_times(conn: &Connection, brand: BrandId, from: Moment, to: Moment) -> StoreResult<Vec<(MessageKind, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, first_answer FROM message INDEXED BY message_answer
         WHERE brand = ?1 AND at >= ?2 AND at < ?3 AND first_answer IS NOT NULL",
    )?;
    let time = |row: &rusqlite::Row<'_>| Ok((MessageKind::of_number(row.get(0)?).unwrap_or(MessageKind::Unsorted), row.get(1)?));
    let found = statement.query_map(params![brand.0, seconds(from), seconds(to)], time)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Working seconds to the end of what was delegated, likewise.
fn resolutions(conn: &Connection, brand: BrandId, from: Moment, to: Moment) -> StoreResult<Vec<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT resolution FROM message INDEXED BY message_resolution
         WHERE brand = ?1 AND at >= ?2 AND at < ?3 AND resolution IS NOT NULL",
    )?;
    let found = statement.query_map(params![brand.0, seconds(from), seconds(to)], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// How fast the messages of some days were answered, with the counts behind each figure.
pub(super) fn exchanges(conn: &Connection, brand: &Brand, period: Period) -> StoreResult<Exchanges> {
    let (from, to) = period.bounds(brand.zone);
    let (messages, _) = messages(conn, brand.id, period)?;
    let times = answer_times(conn, brand.id, from, to)?;
    let ends = resolutions(conn, brand.id, from, to)?;
    let sum = |of: &dyn Fn(&MessageFacts) -> u32| messages.iter().map(of).sum::<u32>();
    let unless_spam = |facts: &MessageFacts, number: u32| if facts.kind == MessageKind::Spam { 0 } else { number };
    let spans: Vec<f64> = times.iter().map(|(_, seconds)| number(seconds.unsigned_abs())).collect();
    let ended: Vec<f64> = ends.iter().map(|seconds| number(seconds.unsigned_abs())).collect();
    let part = |values: &[f64], p: f64| quantile(values, p).map(|seconds| whole(seconds.round()).cast_signed());
    Ok(Exchanges {
        days: Some((period.from, period.to)),
        received: sum(&|facts| facts.received),
        set_aside: sum(&|facts| unless_spam(facts, facts.set_aside)),
        spam: sum(&|facts| facts.received - unless_spam(facts, facts.received)),
        needing: sum(&answers::needing),
        answered: sum(&|facts| unless_spam(facts, facts.answered.min(answers::needing(facts)))),
        waiting: sum(&|facts| unless_spam(facts, facts.waiting)),
        timed: count(times.len().cast_signed() as i64),
        median: part(&spans, 0.5),
        ninth: part(&spans, 0.9),
        resolved: count(ends.len().cast_signed() as i64),
        resolution: part(&ended, 0.5),
        within: answers::within(&brand.targets, &messages, times.into_iter()),
        oldest: oldest_waiting(conn, brand.id, to)?,
    })
}

fn by_hour(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<[u32; 24]>> {
    let mut week = vec![[0_u32; 24]; 7];
    let mut statement = conn.prepare_cached("SELECT day, hour, received FROM hour_total WHERE brand = ?1 AND day BETWEEN ?2 AND ?3")?;
    let mut rows = statement.query(params![brand.0, day_number(period.from), day_number(period.to)])?;
    while let Some(row) = rows.next()? {
        let weekday = day(row.get(0)?).map_or(0, |day| day.weekday().num_days_from_monday() as usize);
        let hour = usize::from(row.get::<_, u8>(1)?);
        if let Some(cell) = week[weekday].get_mut(hour) {
            *cell += count(row.get(2)?);
        }
    }
    Ok(week)
}

fn by_day(conn: &Connection, brand: BrandId, period: Period) -> StoreResult<Vec<(Day, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT day, sum(received) AS received FROM day_total WHERE brand = ?1 AND day BETWEEN ?2 AND ?3 GROUP BY day HAVING sum(received) > 0 ORDER BY day",
    )?;
    let given = params![brand.0, day_number(period.from), day_number(period.to)];
    let found = statement.query_map(given, |row| Ok((row.day("day")?, count(row.get(1)?))))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

fn moderation(conn: &Connection, brand: BrandId, from: Moment, to: Moment) -> StoreResult<Vec<(String, u32)>> {
    let mut found = Vec::new();
    for name in ["hide", "delete", "mute", "block", "report"] {
        let number = settled(conn, brand, name, from, to)?;
        if number > 0 {
            found.push((name.to_owned(), number));
        }
    }
    Ok(found)
}

fn settled(conn: &Connection, brand: BrandId, name: &str, from: Moment, to: Moment) -> StoreResult<u32> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM delivery WHERE brand = ?1 AND settled >= ?2 AND settled < ?3 AND stage = 'done' AND name = ?4",
    )?;
    Ok(statement.query_row(params![brand.0, seconds(from), seconds(to), name], |row| row.get(0))?)
}

/// Acts of a brand whose outcome nobody knows now.
pub(super) fn unclear(conn: &Connection, brand: BrandId) -> StoreResult<u32> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM delivery WHERE brand = ?1 AND stage = 'unknown' AND stage IN ('held', 'queued', 'sending', 'unknown')",
    )?;
    Ok(statement.query_row([brand.0], |row| row.get(0))?)
}

/// The oldest message written before `to` that still waits.
///
/// Open ones stand by age within each rank of their list, but for those with a deadline; these and the few that
/// were promised are read whole. The indexes are named: by time `SQLite` would read all that was decided since.
fn oldest_waiting(conn: &Connection, brand: BrandId, to: Moment) -> StoreResult<Option<(SafeText, Moment)>> {
    let open = |rank: i64| {
        format!(
            "SELECT * FROM (SELECT m.id, m.at FROM message m INDEXED BY message_list
               WHERE m.brand = ?1 AND m.state = 0 AND m.rank = {rank} AND m.ord < ?2 ORDER BY m.ord, m.id LIMIT 1)"
        )
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT coalesce(m.author, p.name) AS author, m.at FROM (
           {} UNION ALL {} UNION ALL {}
           UNION ALL SELECT m.id, m.at FROM message m INDEXED BY message_list
             WHERE m.brand = ?1 AND m.state = 0 AND m.rank = -1 AND m.at < ?2
           UNION ALL SELECT m.id, m.at FROM message m INDEXED BY message_back
             WHERE m.back IS NOT NULL AND m.brand = ?1 AND m.state IN (2, 3) AND m.at < ?2
         ) w JOIN message m ON m.id = w.id JOIN person p ON p.id = m.person ORDER BY m.at, m.id LIMIT 1",
        open(-3),
        open(-2),
        open(0)
    ))?;
    Ok(statement.query_row(params![brand.0, seconds(to)], |row| Ok((row.text("author")?, row.moment("at")?))).optional()?)
}
