//! `ronde log` writes figures that the CM read; `ronde readings` lists those that are kept.

use super::args::{Log, Span};
use super::failure::{Exit, Failure};
use super::session::{self, Session, clean, reply};
use super::{shape, when};
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::domain::journal::Actor;
use crate::domain::reading::{Metric, Reading, Source, is_unlikely};
use crate::domain::text::SafeText;
use crate::domain::time::day_in;
use crate::lang::{Text, format};

/// Writes figures of one account on one day.
pub(super) fn run(session: &mut Session<'_>, asked: &Log) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    let account = session::account(&workspace, brand.id, &asked.account)?;
    let now = session.now();
    let today = day_in(brand.zone, now);
    let day = asked.day.as_deref().map_or(Ok(today), |typed| when::day(typed, today))?;
    if day > today {
        return Err(Failure::usage(Text::new("cli-day-to-come").with("day", day)));
    }
    let sheet = reply!(session, Job::Sheet(brand.id, day), Reply::Sheet(sheet) => *sheet);
    let before = sheet.rows.into_iter().find(|row| row.account == account.id).map(|row| row.before).unwrap_or_default();
    let mut readings = Vec::new();
    let mut unlikely = Vec::new();
    for figure in &asked.figures {
        let (metric, value) = read(figure)?;
        let known = before.iter().find(|reading| reading.metric == metric).and_then(|reading| reading.value);
        if let (Some(value), Some(known)) = (value, known)
            && is_unlikely(value, Some(known))
        {
            let number = |number: u64| format::integer(session.out.lang(), i64::try_from(number).unwrap_or(i64::MAX));
            let text = Text::new("cli-unlikely").and("metric", Text::coded("cli-metric", metric.code()));
            unlikely.push(text.with("value", number(value)).with("before", number(known)));
        }
        readings.push(Reading {
            account: account.id,
            variant: None,
            day,
            metric,
            value,
            source: Source::Typed,
            definition: SafeText::default(),
            at: now,
        });
    }
    for text in &unlikely {
        session.out.warn(text);
    }
    if !unlikely.is_empty() && !asked.yes {
        return Err(
            Failure { code: "unlikely", ..Failure::person(Text::new("cli-unlikely-kept-back")) }.todo(Text::new("cli-unlikely-todo"))
        );
    }
    reply!(session, Job::WriteReadings(readings.clone(), Actor::Cm, now), Reply::Done => ());
    let text = Text::new("cli-logged").count("count", readings.len() as u64).with("handle", &account.handle);
    session.out.tell(&text.with("day", format::date(session.out.lang(), day)));
    session.out.field("readings", readings.iter().map(shape::reading).collect::<Vec<_>>());
    Ok(Exit::Done)
}

/// Reads `followers=8 700` or `reach=na`. What the network does not give is no zero.
fn read(typed: &str) -> Result<(Metric, Option<u64>), Failure> {
    let bad = || {
        Failure::usage(Text::new("cli-bad-figure").with("typed", clean(typed)))
            .todo(Text::new("cli-bad-figure-todo").with("metrics", metrics()))
    };
    let (metric, value) = typed.split_once('=').ok_or_else(bad)?;
    let metric = Metric::from_code(&metric.to_lowercase()).ok_or_else(bad)?;
    let digits: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.to_lowercase().as_str() {
        "na" | "n/a" => Ok((metric, None)),
        number => number.parse().map(|number| (metric, Some(number))).map_err(|_| bad()),
    }
}

fn metrics() -> String {
    Metric::ALL.iter().map(|metric| metric.code()).collect::<Vec<_>>().join(", ")
}

/// Lists the readings of a period.
pub(super) fn list(session: &mut Session<'_>, span: &Span, metric: Option<Metric>, named: Option<&str>) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    let period = when::period(span, day_in(brand.zone, session.now()))?;
    let account = named.map(|named| session::account(&workspace, brand.id, named).map(|account| account.id)).transpose()?;
    let mut readings = reply!(session, Job::Readings(brand.id, period, metric), Reply::Readings(readings) => readings);
    readings.retain(|reading| account.is_none_or(|account| account == reading.account));
    let voice = session.out.voice();
    for reading in &readings {
        let handle = workspace.accounts.iter().find(|account| account.id == reading.account).map(|account| account.handle.clone());
        let value = reading
            .value
            .map_or_else(|| voice.t("cli-not-available"), |value| format::integer(voice.lang, i64::try_from(value).unwrap_or(i64::MAX)));
        let (metric, source) = (voice.coded("cli-metric", reading.metric.code()), voice.coded("cli-source", reading.source.code()));
        session.out.line(&format!("{}  {}  {metric}  {value}  ({source})", reading.day, handle.unwrap_or_default()));
    }
    if readings.is_empty() {
        session.out.say(&Text::new("cli-no-readings"));
    }
    session.out.field("readings", readings.iter().map(shape::reading).collect::<Vec<_>>());
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_available_is_no_zero_and_nonsense_is_refused() {
        assert_eq!(read("followers=8 700"), Ok((Metric::Followers, Some(8700))));
        assert_eq!(read("reach=na"), Ok((Metric::Reach, None)));
        assert_eq!(read("reach=0"), Ok((Metric::Reach, Some(0))));
        for typed in ["reach", "fans=3", "reach=", "reach=-1", "reach=1.5", "reach=99999999999999999999"] {
            assert!(read(typed).is_err(), "{typed}");
        }
    }
}
