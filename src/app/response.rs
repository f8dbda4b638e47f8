//! Response times, told with the numbers behind them: formula, counts, source, gaps (F2).
//!
//! Shows what the day's board counted; counts nothing itself.

use super::command::Reason;
use super::dialog::{Dialog, Sheet};
use super::model::{Model, Tab};
use crate::domain::brand::Brand;
use crate::domain::facts::WithinFacts;
use crate::domain::message::Message;
use crate::domain::metric::SMALL;
use crate::domain::time::day_in;
use crate::domain::today::Exchanges;
use crate::lang::{Text, format};

/// Whether the figures are known.
pub fn is_known(model: &Model) -> Result<(), Reason> {
    model.today.board.as_ref().map(|_| ()).ok_or_else(|| Text::new("shell-not-loaded"))
}

/// Explains the response times of the last thirty days.
pub fn explain(model: &mut Model) {
    let (Some(board), Some(brand)) = (&model.today.board, model.brand()) else { return };
    let exchanges = &board.exchanges;
    let mut lines = vec![
        rate(model, exchanges),
        needing(exchanges),
        times(model, brand, exchanges),
        resolution(exchanges),
        targets(model, exchanges),
        source(model, exchanges),
    ];
    lines.extend(gaps(model, exchanges));
    if model.tab == Tab::Today && !board.reactions.is_empty() {
        lines.push(Text::new("today-reactions-why"));
    }
    model.dialog = Some(Dialog::Sheet(Sheet::of(Text::new("response-title"), &lines, model.voice())));
}

/// A share as the language writes it; « — » where nothing stands below the line.
pub fn share(model: &Model, part: u32, whole: u32) -> String {
    if whole == 0 { "—".to_owned() } else { format::percent(model.lang, f64::from(part) / f64::from(whole)) }
}

/// Working time; « — » where it is not known.
#[must_use]
pub fn working(seconds: Option<i64>) -> String {
    seconds.map_or_else(|| "—".to_owned(), format::working)
}

fn rate(model: &Model, exchanges: &Exchanges) -> Text {
    Text::new("response-rate")
        .count("answered", exchanges.answered)
        .count("needing", exchanges.needing)
        .with("rate", share(model, exchanges.answered, exchanges.needing))
}

fn needing(exchanges: &Exchanges) -> Text {
    Text::new("response-needing")
        .count("received", exchanges.received)
        .count("aside", exchanges.set_aside)
        .count("spam", exchanges.spam)
        .count("needing", exchanges.needing)
}

fn times(model: &Model, brand: &Brand, exchanges: &Exchanges) -> Text {
    let hours = &brand.hours;
    let names = format::short_weekdays(model.lang).into_iter().zip(hours.weekdays);
    let days: Vec<&str> = names.filter(|(_, works)| *works).map(|(name, _)| name).collect();
    Text::new("response-times")
        .count("count", exchanges.timed)
        .with("median", working(exchanges.median))
        .with("ninth", working(exchanges.ninth))
        .with("hours", format!("{}–{}", hours.opens.format("%H:%M"), hours.closes.format("%H:%M")))
        .with("days", days.join(" "))
}

fn resolution(exchanges: &Exchanges) -> Text {
    Text::new("response-resolution").count("count", exchanges.resolved).with("median", working(exchanges.resolution))
}

fn targets(model: &Model, exchanges: &Exchanges) -> Text {
    let Some((answered, needing)) = exchanges.within_target() else { return Text::new("response-no-target") };
    let part = |within: &WithinFacts| {
        let text = Text::new("response-within-kind")
            .and("kind", Text::coded("kind", within.kind.code()))
            .with("target", format::working(i64::from(within.minutes) * 60))
            .count("answered", within.answered)
            .count("needing", within.needing)
            .with("share", share(model, within.answered, within.needing));
        model.voice().say(&text)
    };
    let parts: Vec<String> = exchanges.within.iter().map(part).collect();
    Text::new("response-within")
        .count("answered", answered)
        .count("needing", needing)
        .with("share", share(model, answered, needing))
        .with("parts", parts.join(" · "))
}

fn source(model: &Model, exchanges: &Exchanges) -> Text {
    let day = |day| format::short_day(model.lang, day);
    let (from, to) = exchanges.days.unwrap_or((model.day(), model.day()));
    Text::new("response-source").with("from", day(from)).with("to", day(to))
}

fn gaps(model: &Model, exchanges: &Exchanges) -> Vec<Text> {
    let mut gaps = Vec::new();
    if let (true, Some((author, at))) = (exchanges.waiting > 0, &exchanges.oldest) {
        gaps.push(
            Text::new("response-waiting")
                .count("count", exchanges.waiting)
                .with("author", author.on_one_line())
                .with("day", format::short_day(model.lang, day_in(model.zone(), *at))),
        );
    }
    if exchanges.needing > 0 && u64::from(exchanges.needing) < SMALL {
        gaps.push(Text::new("response-small").count("count", exchanges.needing));
    }
    gaps
}

/// How long an open message waits in working time, and the target of its type, in seconds; `None` without a target.
#[must_use]
pub fn waits(model: &Model, message: &Message) -> Option<(i64, i64)> {
    let brand = model.brand()?;
    let target = i64::from(brand.targets.minutes(message.kind)?) * 60;
    Some((brand.hours.between(brand.zone, message.at, model.now), target))
}
