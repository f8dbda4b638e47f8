//! Curves of thirty days: of the cell under the cursor, and of one figure for every account.

use super::super::chart::{Curve, curve};
use super::super::format::sparkline;
use super::super::pen::{Pen, fit, fit_right, inset, row_of};
use super::super::theme::Ink;
use super::{account_name, axis, span};
use crate::app::metrics::{account, day, gives, metric, values};
use crate::app::model::Model;
use crate::domain::facts::AccountFacts;
use crate::domain::metric::audience::breaks;
use crate::lang::{Text, format};
use crate::report::say;
use ratatui::layout::{Constraint, Layout, Rect};

/// The curve of the figure and the account under the cursor.
pub(super) fn draw_cell(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let figure = voice.coded("report-metric", metric(model).code());
    let title = account(model).map_or_else(String::new, |account| {
        let name = account.network.name();
        voice.say(&Text::new("metrics-curve-title").with("name", name).with("figure", figure).with("span", span(model)))
    });
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    let Some((facts, values)) = found(model) else {
        pen.paragraph(inside, &voice.t("metrics-curve-later"), Ink::Quiet, 0);
        return;
    };
    if values.iter().flatten().next().is_none() {
        let network = account(model).map(|account| account.network).filter(|network| !network.gives(metric(model)));
        let said = network.map_or_else(
            || voice.t("metrics-no-curve"),
            |network| voice.say(&Text::new("metrics-never-given").with("network", network.name())),
        );
        pen.paragraph(inside, &said, Ink::Quiet, 0);
        return;
    }
    if inside.height < 5 {
        pen.text(row_of(inside, 0), &summed_up(model, &values), Ink::Title);
        return;
    }
    let note = broken(model, facts);
    let height = if note.is_empty() { inside.height } else { inside.height - 1 };
    let last = day(model);
    let from = last - chrono::Duration::days(crate::app::metrics::SPAN - 1);
    let ends = (format::tiny_day(model.lang, from), format::tiny_day(model.lang, last));
    curve(pen, Rect { height, ..inside }, &Curve { values: &values, label: &|value| axis(model, None, value), ends });
    pen.text(row_of(inside, usize::from(height)), &note, Ink::Warn);
}

/// The values under the cursor.
fn found(model: &Model) -> Option<(&AccountFacts, Vec<Option<f64>>)> {
    let facts = model.metrics.facts.as_deref()?;
    let id = account(model)?.id;
    let account = facts.accounts.iter().find(|found| found.account == id)?;
    Some((account, values(facts, account, metric(model))))
}

/// What changed in how the figure is counted: no line joins the two.
fn broken(model: &Model, account: &AccountFacts) -> String {
    let earlier = model.metrics.before.as_ref().and_then(|facts| facts.accounts.iter().find(|found| found.account == account.account));
    let found = breaks(earlier, account).into_iter().find(|found| found.metric == metric(model));
    found.map_or_else(String::new, |found| {
        let day = format::tiny_day(model.lang, found.day);
        model.voice().say(&Text::new("metrics-broken").with("day", day).with("definition", found.to.on_one_line()))
    })
}

/// A curve in one line: `▁▃▅  12 – 40`.
fn summed_up(model: &Model, values: &[Option<f64>]) -> String {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(0.0, f64::max));
    format!("{}  {} – {}", sparkline(values), axis(model, None, low), axis(model, None, high))
}

/// The view of curves: the one under the cursor, large, and one line for every account.
pub(super) fn draw_all(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let rows = model.metrics.sheet.as_ref().map_or(0, |sheet| sheet.rows.len());
    let below = u16::try_from(rows).unwrap_or(0).saturating_add(3).min(area.height / 2);
    let [top, bottom] = Layout::vertical([Constraint::Min(6), Constraint::Length(below)]).areas(area);
    draw_cell(pen, model, top);
    let voice = model.voice();
    let title = voice.coded("report-metric", metric(model).code());
    let inside = inset(pen.boxed(bottom, &title, Ink::Title), 1);
    let (Some(sheet), Some(facts)) = (&model.metrics.sheet, model.metrics.facts.as_deref()) else { return };
    for (at, row) in sheet.rows.iter().enumerate() {
        let line = row_of(inside, at);
        let found = facts.accounts.iter().find(|found| found.account == row.account);
        let known = found.map(|account| values(facts, account, metric(model))).unwrap_or_default();
        let absent = || if gives(model, at, metric(model)) { say::UNKNOWN.to_owned() } else { voice.t("report-not-given") };
        let last = known.iter().rev().flatten().next().map_or_else(absent, |value| axis(model, None, *value));
        let spans = vec![
            pen.span(&account_name(model, row.account, 16), if at == model.metrics.row { Ink::Title } else { Ink::Text }),
            pen.span(&fit(&sparkline(&known), 31), Ink::Title),
            pen.span(&fit_right(&last, 10), Ink::Text),
        ];
        pen.line(line, spans);
        if at == model.metrics.row {
            pen.cursor(line.x, line.y);
        }
    }
    pen.text(row_of(inside, sheet.rows.len()), &voice.t("metrics-curve-keys"), Ink::Quiet);
}
