//! The metrics, drawn: the sheet with its cells, the curve of thirty days, the figures of posts.

mod curve;
mod grid;

use super::pen::{Pen, fit, fit_right, inset, row_of};
use super::theme::Ink;
use crate::app::metrics::{SPAN, View, day, engagement, is_fetched, posts};
use crate::app::model::Model;
use crate::domain::metric::posts::rate;
use crate::domain::metric::{Formula, Unit};
use crate::domain::reading::Metric;
use crate::domain::time::day_in;
use crate::lang::{Text, format};
use crate::report::say;
use chrono::Duration;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    if model.metrics.sheet.is_none() {
        pen.boxed(area, &model.voice().coded("tab", "metrics"), Ink::Title);
        return;
    }
    match model.metrics.view {
        View::Sheet => draw_sheet(pen, model, area),
        View::Curve => curve::draw_all(pen, model, area),
        View::Posts => grid::draw_posts(pen, model, area),
    }
}

/// The sheet; beside and below it, where there is room, the rate, the curve of the cell, the posts.
fn draw_sheet(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let accounts = model.metrics.sheet.as_ref().map_or(0, |sheet| sheet.rows.len());
    let height = u16::try_from(accounts).unwrap_or(0).saturating_add(7).min(area.height);
    let [top, below] = Layout::vertical([Constraint::Length(height), Constraint::Min(0)]).areas(area);
    if model.size.is_wide() {
        let side = area.width.saturating_sub(74).clamp(26, 44);
        let [left, right] = Layout::horizontal([Constraint::Min(40), Constraint::Length(side)]).areas(top);
        grid::draw_sheet(pen, model, left);
        draw_rates(pen, model, right);
    } else {
        grid::draw_sheet(pen, model, top);
    }
    if below.height < 3 {
        return;
    }
    if model.size.is_wide() && below.height >= 7 {
        let [left, right] = Layout::horizontal([Constraint::Percentage(50), Constraint::Percentage(50)]).areas(below);
        curve::draw_cell(pen, model, left);
        draw_posts(pen, model, right);
    } else {
        curve::draw_cell(pen, model, below);
    }
}

/// Engagement by reach of seven and thirty days, with what it rests on.
fn draw_rates(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("metrics-rates"), Ink::Title), 1);
    let mut row = 0;
    let mut base = String::new();
    for (days, name) in [(7, "metrics-rate-7"), (SPAN, "metrics-rate-30")] {
        let Some((figure, change)) = engagement(model, days) else { continue };
        let moved = if change.shift.is_some() { say::change(voice, figure.formula, change) } else { String::new() };
        let spans = vec![
            pen.span(&fit(&voice.t(name), 5), Ink::Quiet),
            pen.span(&fit_right(&say::figure(model.lang, &figure), 7), Ink::Text),
            pen.span(&format!("  {moved}"), Ink::Quiet),
        ];
        pen.line(row_of(inside, row), spans);
        row += 1;
        base = match figure.value {
            Some(_) => based_on(model, figure.formula, &say::coverage(voice, &figure).join(" · ")),
            None => voice.t("metrics-base-none"),
        };
    }
    let gaps = model.metrics.sheet.as_ref().map_or(0, |sheet| sheet.gaps.len());
    let rest = Rect { y: inside.y + 3, height: inside.height.saturating_sub(if gaps > 0 { 5 } else { 3 }), ..inside };
    pen.paragraph(rest, &base, Ink::Quiet, 0);
    if gaps > 0 && inside.height > 3 {
        let last = Rect { y: inside.bottom() - 2, height: 2, ..inside };
        pen.paragraph(last, &voice.say(&Text::new("metrics-gaps").count("count", gaps)), Ink::Warn, 0);
    }
}

fn based_on(model: &Model, formula: Formula, coverage: &str) -> String {
    let id = if formula == Formula::DailyEngagement { "metrics-base-days" } else { "metrics-base-posts" };
    let base = model.voice().t(id);
    if coverage.is_empty() { base } else { format!("{base} · {coverage}") }
}

/// The posts of the thirty days, the best rate first.
fn draw_posts(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("metrics-posts-box"), Ink::Title), 1);
    let mut all: Vec<_> = posts(model).collect();
    if all.is_empty() {
        pen.paragraph(inside, &voice.t("metrics-no-posts"), Ink::Quiet, 0);
        return;
    }
    all.sort_by(|one, other| rate(other).unwrap_or(-1.0).total_cmp(&rate(one).unwrap_or(-1.0)));
    let room = usize::from(inside.width).saturating_sub(6 + 4 + 9 + 9);
    let column = |metric: Metric| fit_right(&voice.coded("metrics-column", metric.code()), 9);
    let head = format!("{}{}{}", fit("", 10 + room), column(Metric::Reach), fit_right(&voice.t("metrics-column-rate"), 9));
    pen.text(row_of(inside, 0), &head, Ink::Quiet);
    for (at, post) in all.iter().enumerate().take(usize::from(inside.height).saturating_sub(1)) {
        let reach = crate::domain::metric::posts::value(post, Metric::Reach);
        let absent = |formula| say::absent(voice, post.network, formula);
        let reach =
            reach.map_or_else(|| absent(Formula::SummedReach), |reach| format::integer(model.lang, i64::try_from(reach).unwrap_or(0)));
        let engagement = match rate(post) {
            Some(rate) => say::value(model.lang, Formula::EngagementByReach, Some(rate)),
            None => absent(Formula::EngagementByReach),
        };
        let spans = vec![
            pen.span(&fit(&format::tiny_day(model.lang, day_in(model.zone(), post.at)), 7), Ink::Quiet),
            pen.span(&fit(post.network.mark(), 3), Ink::Quiet),
            pen.span(&fit(post.title.on_one_line().as_str(), room), Ink::Text),
            pen.span(&fit_right(&reach, 9), Ink::Quiet),
            pen.span(&fit_right(&engagement, 9), Ink::Text),
        ];
        pen.line(row_of(inside, at + 1), spans);
    }
}

/// The day of the sheet as its title says it: how far it is from today, and whether it is typed into.
fn title(model: &Model) -> String {
    let voice = model.voice();
    let shown = day(model);
    let ago = (model.day() - shown).num_days();
    let mut title = voice.say(&Text::new("metrics-title").with("day", format::short_day(model.lang, shown)).count("ago", ago));
    if model.metrics.typing.is_some() {
        title = format!("{title} · {}", voice.t("metrics-typing"));
    }
    title
}

/// The days that curves and posts cover, as a title says them.
fn span(model: &Model) -> String {
    let last = day(model);
    let from = format::tiny_day(model.lang, last - Duration::days(SPAN - 1));
    let text = Text::new("metrics-span").with("from", from).with("to", format::tiny_day(model.lang, last));
    model.voice().say(&text)
}

/// The sign of an account in the sheet, and its name.
fn account_name(model: &Model, id: crate::domain::AccountId, width: usize) -> String {
    let Some(account) = model.account(id) else { return fit("", width) };
    let sign = if is_fetched(account) { "⟳" } else { "✎" };
    let alone = model.accounts().filter(|other| other.network == account.network).count() == 1;
    let name = if alone && account.network != crate::domain::account::Network::Other {
        account.network.name().to_owned()
    } else {
        format!("{} {}", account.network.mark(), account.handle)
    };
    format!("{} {sign} ", fit(&name, width.saturating_sub(3)))
}

/// How a value of a formula is written on an axis.
fn axis(model: &Model, formula: Option<Formula>, value: f64) -> String {
    match formula {
        Some(formula) if formula.unit() == Unit::Ratio => say::value(model.lang, formula, Some(value)),
        _ => format::decimal(model.lang, value, 0),
    }
}
