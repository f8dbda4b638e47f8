//! The metrics: the daily sheet with its typed cells, the curve of thirty days, the figures of posts.
//!
//! Each cell is saved by itself the moment it is left. Unknown is never written as 0.

mod cell;
mod typing;

pub use cell::{Cell, POST_COLUMNS, cell, columns, gives, previous, rows};
pub use typing::Typing;

use super::command::{Reason, Scope, commands};
use super::dialog::{self, Dialog};
use super::effect::{Desktop, Job, Ticket};
use super::event::{Reply, Sheet};
use super::key::{Code, Key};
use super::model::{Asker, Model, Tab};
use crate::domain::account::{Ability, Access, Account};
use crate::domain::coded;
use crate::domain::facts::{AccountFacts, Facts, PostFacts};
use crate::domain::metric::audience::{self, Daily};
use crate::domain::metric::change::Change;
use crate::domain::metric::posts::Posts;
use crate::domain::metric::tally::Tally;
use crate::domain::metric::{Figure, Formula};
use crate::domain::reading::Metric;
use crate::domain::time::{Day, Period, day_in};
use crate::lang::{Text, format};
use crate::report::say;
use chrono::Duration;

commands! { Metrics;
    Type "metrics-type" Metrics ["Enter", "e"] 10 can_type;
    Same "metrics-same" Metrics ["="] 30 can_same;
    NextView "metrics-next-view" Metrics [","] 20 has_sheet;
    PreviousView "metrics-previous-view" Metrics [";"] 0 has_sheet;
    Why "metrics-why" Metrics ["F2"] 40 has_sheet;
    PreviousGap "metrics-previous-gap" Metrics ["Shift+Left"] 0 has_gap;
    NextGap "metrics-next-gap" Metrics ["Shift+Right"] 50 has_gap;
    Yesterday "metrics-yesterday" Metrics ["h"] 0 has_sheet;
    Open "metrics-open" Metrics ["o"] 0 has_post_url;
    SheetNext "sheet-next" Sheet ["Enter", "Tab"] 10 can_type;
    SheetBack "sheet-back" Sheet ["Shift+Tab"] 0 can_type;
    SheetSame "sheet-same" Sheet ["="] 20 can_same;
    SheetNone "sheet-none" Sheet ["n"] 30 can_say_none;
    SheetLeave "sheet-leave" Sheet ["Esc"] 40 can_type;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Then {}

coded! {
    /// What the tab shows.
    View { Sheet = "sheet", Curve = "curve", Posts = "posts" }
}

/// The days that curves and posts go back.
pub const SPAN: i64 = 30;

/// The state of the tab.
#[derive(Debug)]
pub struct Metrics {
    /// What is shown.
    pub view: View,
    /// The day of the sheet; none is yesterday, the last one that is over.
    pub day: Option<Day>,
    /// The sheet of that day.
    pub sheet: Option<Box<Sheet>>,
    /// The thirty days that end with that day.
    pub facts: Option<Box<Facts>>,
    /// The thirty days before.
    pub before: Option<Box<Facts>>,
    /// Which row of the grid the cursor is on.
    pub row: usize,
    /// Which column.
    pub column: usize,
    /// What is being typed into the cell, in the mode of typing.
    pub typing: Option<Typing>,
    wanted: Wanted,
}

/// The newest requests; older replies are dropped.
#[derive(Debug, Default)]
struct Wanted {
    sheet: Option<Ticket>,
    facts: Option<Ticket>,
    before: Option<Ticket>,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            view: View::Sheet,
            day: None,
            sheet: None,
            facts: None,
            before: None,
            row: 0,
            column: 0,
            typing: None,
            wanted: Wanted::default(),
        }
    }
}

/// The day of the sheet: yesterday, unless another one was chosen.
#[must_use]
pub fn day(model: &Model) -> Day {
    model.metrics.day.unwrap_or_else(|| model.day() - Duration::days(1))
}

/// Whether the figures of an account come by themselves.
#[must_use]
pub fn is_fetched(account: &Account) -> bool {
    account.access == Access::Connected && account.capabilities.offers(Ability::Figures)
}

fn has_sheet(model: &Model) -> Result<(), Reason> {
    model.metrics.sheet.as_ref().map(|_| ()).ok_or_else(|| Text::new("shell-not-loaded"))
}

fn can_type(model: &Model) -> Result<(), Reason> {
    has_sheet(model)?;
    if model.metrics.view == View::Curve {
        return Err(Text::new("metrics-no-cell"));
    }
    if rows(model) == 0 {
        return Err(Text::new(if model.metrics.view == View::Posts { "metrics-no-posts" } else { "shell-no-account" }));
    }
    Ok(())
}

fn can_same(model: &Model) -> Result<(), Reason> {
    can_type(model)?;
    if previous(model).is_some() { Ok(()) } else { Err(Text::new("metrics-nothing-before")) }
}

fn can_say_none(model: &Model) -> Result<(), Reason> {
    if model.metrics.view == View::Posts { Err(Text::new("metrics-none-of-posts")) } else { can_type(model) }
}

fn has_gap(model: &Model) -> Result<(), Reason> {
    has_sheet(model)?;
    let gaps = model.metrics.sheet.as_ref().map_or(0, |sheet| sheet.gaps.len());
    if gaps > 0 { Ok(()) } else { Err(Text::new("metrics-no-gap")) }
}

fn has_post_url(model: &Model) -> Result<(), Reason> {
    let url = post(model).and_then(|post| post.url.as_ref());
    if model.metrics.view == View::Posts && url.is_some() { Ok(()) } else { Err(Text::new("metrics-no-url")) }
}

/// The scopes that hear a key.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) {
    scopes.push(if model.metrics.typing.is_some() { Scope::Sheet } else { Scope::Metrics });
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Type => model.metrics.typing = Some(Typing::default()),
        Command::Same => typing::same(model),
        Command::NextView => step_view(model, 1),
        Command::PreviousView => step_view(model, View::ALL.len() - 1),
        Command::Why => why(model),
        Command::PreviousGap => step_gap(model, false),
        Command::NextGap => step_gap(model, true),
        Command::Yesterday => show_day(model, None),
        Command::Open => {
            if let Some(url) = post(model).and_then(|post| post.url.clone()) {
                model.asks.desktop(Desktop::Browse(url));
            }
        }
        Command::SheetNext => typing::leave_cell(model, typing::Way::Next),
        Command::SheetBack => typing::leave_cell(model, typing::Way::Back),
        Command::SheetSame => {
            typing::same(model);
            typing::step(model, typing::Way::Next);
        }
        Command::SheetNone => {
            typing::write(model, None);
            typing::step(model, typing::Way::Next);
        }
        Command::SheetLeave => typing::leave(model),
    }
}

/// Does what was chosen or typed.
pub fn choose(_: &mut Model, then: Then, _: &str) {
    match then {}
}

/// Asks again for what a typed cell may have changed.
fn ask_now(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let day = day(model);
    let now = Period::new(day - Duration::days(SPAN - 1), day);
    model.metrics.wanted.sheet = Some(model.ask(Asker::Tab(Tab::Metrics), Job::Sheet(brand, day)));
    model.metrics.wanted.facts = Some(model.ask(Asker::Tab(Tab::Metrics), Job::Facts(brand, now)));
}

/// Asks again for what the tab shows.
pub fn refresh(model: &mut Model) {
    ask_now(model);
    let Some(brand) = model.brand else { return };
    let day = day(model);
    let before = Period::new(day - Duration::days(2 * SPAN - 1), day - Duration::days(SPAN));
    model.metrics.wanted.before = Some(model.ask(Asker::Tab(Tab::Metrics), Job::Facts(brand, before)));
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    let metrics = &mut model.metrics;
    match reply {
        Reply::Sheet(sheet) if metrics.wanted.sheet == Some(ticket) => {
            metrics.sheet = Some(sheet);
            keep_in_range(model);
        }
        Reply::Facts(facts) if metrics.wanted.facts == Some(ticket) => {
            metrics.facts = Some(facts);
            keep_in_range(model);
        }
        Reply::Facts(facts) if metrics.wanted.before == Some(ticket) => metrics.before = Some(facts),
        // A cell is on disk: what depends on it is counted again.
        Reply::Done => ask_now(model),
        _ => {}
    }
}

/// A request of this part failed; the trouble was told. Shows what the file holds.
pub fn hear_trouble(model: &mut Model, _: Ticket) {
    model.metrics.typing = None;
}

fn keep_in_range(model: &mut Model) {
    let last = rows(model).saturating_sub(1);
    model.metrics.row = model.metrics.row.min(last);
    model.metrics.column = model.metrics.column.min(columns(model.metrics.view).len().saturating_sub(1));
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    if model.metrics.typing.is_some() {
        return typing::hear_key(model, key);
    }
    let (last_row, last_column) = (rows(model).saturating_sub(1), columns(model.metrics.view).len().saturating_sub(1));
    let metrics = &mut model.metrics;
    match key.code {
        Code::Down | Code::Char('j') => metrics.row = (metrics.row + 1).min(last_row),
        Code::Up | Code::Char('k') => metrics.row = metrics.row.saturating_sub(1),
        Code::Tab => metrics.column = if metrics.column >= last_column { 0 } else { metrics.column + 1 },
        Code::BackTab => metrics.column = metrics.column.checked_sub(1).unwrap_or(last_column),
        Code::Home => metrics.row = 0,
        Code::End => metrics.row = last_row,
        Code::Left => step_day(model, -1),
        Code::Right => step_day(model, 1),
        Code::Esc if metrics.view != View::Sheet => set_view(model, View::Sheet),
        _ => return false,
    }
    true
}

fn step_view(model: &mut Model, step: usize) {
    let at = View::ALL.iter().position(|view| *view == model.metrics.view).unwrap_or(0);
    set_view(model, View::ALL[(at + step) % View::ALL.len()]);
}

fn set_view(model: &mut Model, view: View) {
    // The curve keeps the account and the figure that were under the cursor of the sheet.
    if view == View::Posts || model.metrics.view == View::Posts {
        model.metrics.row = 0;
        model.metrics.column = 0;
    }
    model.metrics.view = view;
    keep_in_range(model);
}

fn step_day(model: &mut Model, days: i64) {
    let next = day(model) + Duration::days(days);
    if next > model.day() {
        model.hint(Text::new("metrics-tomorrow"));
        return;
    }
    show_day(model, Some(next));
}

fn show_day(model: &mut Model, day: Option<Day>) {
    model.metrics.day = day;
    refresh(model);
}

fn step_gap(model: &mut Model, later: bool) {
    let Some(sheet) = &model.metrics.sheet else { return };
    let here = day(model);
    let gap = if later {
        sheet.gaps.iter().copied().find(|day| *day > here).or_else(|| sheet.gaps.first().copied())
    } else {
        sheet.gaps.iter().rev().copied().find(|day| *day < here).or_else(|| sheet.gaps.last().copied())
    };
    if gap.is_some() {
        show_day(model, gap);
    }
}

/// The posts of the thirty days, newest first.
pub fn posts(model: &Model) -> impl Iterator<Item = &PostFacts> {
    model.metrics.facts.iter().flat_map(|facts| facts.posts.iter().rev())
}

/// The post under the cursor.
#[must_use]
pub fn post(model: &Model) -> Option<&PostFacts> {
    if model.metrics.view == View::Posts { posts(model).nth(model.metrics.row) } else { None }
}

/// The account under the cursor.
#[must_use]
pub fn account(model: &Model) -> Option<&Account> {
    let row = model.metrics.sheet.as_ref()?.rows.get(model.metrics.row)?;
    model.account(row.account)
}

/// The metric under the cursor.
#[must_use]
pub fn metric(model: &Model) -> Metric {
    columns(model.metrics.view).get(model.metrics.column).copied().unwrap_or(Metric::Followers)
}

/// The values of a metric of an account over the thirty days; a day that is not known has none.
#[must_use]
pub fn values(facts: &Facts, account: &AccountFacts, metric: Metric) -> Vec<Option<f64>> {
    let daily = Daily::new(account, usize::try_from(facts.period.days()).unwrap_or(0), |_| None);
    facts.period.iter().map(|day| daily.on(day, metric).map(crate::domain::metric::tally::number)).collect()
}

/// Engagement by reach over the last `days` of the thirty, beside as many days before.
#[must_use]
pub fn engagement(model: &Model, days: i64) -> Option<(Figure, Change)> {
    let (facts, before) = (model.metrics.facts.as_deref()?, model.metrics.before.as_deref()?);
    let end = facts.period.to;
    let now = Period::new(end - Duration::days(days - 1), end);
    let past = Period::new(end - Duration::days(2 * days - 1), end - Duration::days(days));
    let figure = |period: Period| rate(model, [before, facts], period);
    let (new, old) = (figure(now), figure(past));
    let change = Change::between(&new, &old);
    Some((new, change))
}

/// By the posts of a period where they know their reach; else by the daily readings.
fn rate(model: &Model, facts: [&Facts; 2], period: Period) -> Figure {
    let zone = model.zone();
    let length = usize::try_from(period.days()).unwrap_or(0);
    let within = facts.iter().flat_map(|facts| &facts.posts).filter(|post| period.contains(day_in(zone, post.at)));
    let figure = Posts::new(within, zone, length).engagement();
    if figure.value.is_some() {
        return figure;
    }
    let cut: Vec<AccountFacts> = facts.iter().flat_map(|facts| &facts.accounts).map(|account| within_days(account, period)).collect();
    let current = facts[1].accounts.iter().map(|account| (account.account, audience::current(account))).collect::<Vec<_>>();
    let figures: Vec<Figure> = cut
        .iter()
        .map(|account| {
            let definitions = current.iter().find(|(id, _)| *id == account.account).map(|(_, known)| known);
            Daily::new(account, length, |metric| definitions.and_then(|known| known.get(&metric).cloned())).engagement()
        })
        .collect();
    Tally::of_ratios(Formula::DailyEngagement, 1.0, &figures)
}

fn within_days(account: &AccountFacts, period: Period) -> AccountFacts {
    let readings = account.readings.iter().filter(|reading| period.contains(reading.day)).cloned().collect();
    AccountFacts { readings, ..account.clone() }
}

/// F2: what the cell under the cursor is, and how the rate beside it was counted.
fn why(model: &mut Model) {
    let mut lines = Vec::new();
    let metric = metric(model);
    lines.push(Text::coded("metrics-about", metric.code()));
    if model.metrics.view == View::Posts {
        lines.push(Text::new("metrics-of-a-post"));
    }
    if let Some(network) = cell::network(model, model.metrics.row).filter(|network| !network.gives(metric)) {
        lines.push(Text::new("metrics-never-given").with("network", network.name()));
    }
    if let Some(found) = cell::reading(model) {
        let at = format::date(model.lang, day_in(model.zone(), found.at));
        let hour = format::clock(model.zone(), found.at);
        lines.push(Text::coded("metrics-source", found.source.code()).with("day", at).with("hour", hour));
        if !found.definition.is_blank() {
            lines.push(Text::new("metrics-definition").with("definition", found.definition.on_one_line()));
        }
    }
    for (days, name) in [(7, "metrics-rate-7"), (SPAN, "metrics-rate-30")] {
        let Some((figure, _)) = engagement(model, days) else { continue };
        let voice = model.voice();
        let grounds = say::grounds(voice, &figure);
        let value = say::figure(model.lang, &figure);
        lines.push(Text::new("metrics-why-line").and("name", Text::new(name)).with("value", value).with("grounds", grounds));
        if days == SPAN {
            lines.push(Text::coded("report-how", figure.formula.code()));
        }
    }
    lines.push(Text::new("metrics-rule-unknown"));
    model.dialog = Some(Dialog::Sheet(dialog::Sheet::of(Text::new("metrics-why-title"), &lines, model.voice())));
}
