//! The grids of cells: the daily sheet and the figures of posts.

use super::super::pen::{Pen, fit, fit_right, inset, row_of};
use super::super::theme::Ink;
use super::{account_name, span, title};
use crate::app::metrics::{Cell, POST_COLUMNS, Typing, cell, gives, metric, posts, previous};
use crate::app::model::Model;
use crate::domain::reading::{Metric, Source};
use crate::domain::time::day_in;
use crate::lang::{Text, format};
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The widest name of a row.
const NAME: usize = 13;

/// Which columns are in sight, and how many cells each has: all, or those around the cursor on a
/// narrow screen.
struct Columns {
    metrics: &'static [Metric],
    first: usize,
    name: usize,
    cells: usize,
}

impl Columns {
    fn new(model: &Model, all: &'static [Metric], name: usize, rows: usize, room: usize) -> Self {
        let room = room.saturating_sub(name);
        let most = (0..rows).flat_map(|row| all.iter().map(move |metric| cell(model, row, *metric)));
        let most = most.map(|cell| if let Cell::Value(value, _) = cell { value } else { 0 }).max().unwrap_or(0);
        // Seven cells part two figures below 100,000.
        let cells = if room < all.len() * 8 && most < 100_000 { 7 } else { 8 };
        // The last one rather touches the frame than goes out of sight.
        let fit = ((room + 1) / cells).clamp(1, all.len());
        let first = (model.metrics.column + 1).saturating_sub(fit).min(all.len() - fit);
        Self { metrics: &all[first..first + fit], first, name, cells }
    }
}

/// The daily sheet.
pub(super) fn draw_sheet(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = pen.boxed(area, &title(model), Ink::Title);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), ..inside };
    let Some(sheet) = &model.metrics.sheet else { return };
    if sheet.rows.is_empty() {
        pen.paragraph(Rect { width: inside.width.saturating_sub(1), ..inside }, &voice.t("metrics-no-account"), Ink::Quiet, 0);
        return;
    }
    let columns = Columns::new(model, Metric::SHEET, NAME, sheet.rows.len(), usize::from(inside.width) - 1);
    head(pen, model, inside, &columns);
    for (at, row) in sheet.rows.iter().enumerate() {
        let line = row_of(inside, at + 1);
        let ink = if at == model.metrics.row { Ink::Title } else { Ink::Text };
        let name = pen.span(&account_name(model, row.account, NAME), ink);
        draw_row(pen, model, line, at, name, &columns);
    }
    let below = sheet.rows.len() + 1;
    let foot = |row: usize| inset(row_of(inside, below + row), 0);
    pen.text(foot(1), &voice.t("metrics-legend"), Ink::Quiet);
    pen.text(foot(0), &beside(model), Ink::Text);
    let whole = sheet.rows.iter().enumerate().filter(|(at, _)| is_whole(model, *at)).count();
    let complete = voice.say(&Text::new("metrics-complete").count("done", whole).count("all", sheet.rows.len()));
    pen.text(foot(2), &complete, Ink::Quiet);
}

/// Whether no cell of an account waits for a figure that the days before had.
fn is_whole(model: &Model, row: usize) -> bool {
    let Some(line) = model.metrics.sheet.as_ref().and_then(|sheet| sheet.rows.get(row)) else { return false };
    let has = |metric: Metric| line.today.iter().any(|reading| reading.metric == metric);
    !line.today.is_empty() && line.before.iter().all(|reading| has(reading.metric))
}

/// The value of the day before beside what is typed, and how far they are apart.
fn beside(model: &Model) -> String {
    let voice = model.voice();
    let name = voice.coded("report-metric", metric(model).code());
    let number = |value: u64| format::integer(model.lang, i64::try_from(value).unwrap_or(i64::MAX));
    let Some(before) = previous(model) else {
        let id = if gives(model, model.metrics.row, metric(model)) { "metrics-before-none" } else { "metrics-before-never" };
        return voice.say(&Text::new(id).with("name", name));
    };
    let typed = model.metrics.typing.as_ref().and_then(|typing| typing.digits.parse::<u64>().ok());
    let now = match cell(model, model.metrics.row, metric(model)) {
        Cell::Value(value, _) => Some(value),
        Cell::Unknown | Cell::NotGiven => None,
    };
    let text = Text::new("metrics-before").with("name", name.clone()).with("before", number(before));
    let Some(value) = typed.or(now) else { return voice.say(&text) };
    let change = if before == 0 {
        String::new()
    } else {
        let by = crate::domain::metric::tally::number(value) / crate::domain::metric::tally::number(before) - 1.0;
        let sign = if by > 0.0 { "+" } else { "" };
        format!(" ({sign}{})", format::percent(model.lang, by))
    };
    let warn = if crate::domain::reading::is_unlikely(value, Some(before)) { " ⚠" } else { "" };
    let text = Text::new("metrics-before-and-now").with("name", name).with("before", number(before)).with("value", number(value));
    format!("{}{change}{warn}", voice.say(&text))
}

fn head(pen: &mut Pen<'_, '_>, model: &Model, inside: Rect, columns: &Columns) {
    let voice = model.voice();
    let mut spans = vec![pen.span(&" ".repeat(columns.name), Ink::Quiet)];
    for column in columns.metrics {
        let chosen = *column == metric(model);
        let title = fit_right(&voice.coded("metrics-column", column.code()), columns.cells);
        spans.push(pen.span(&title, if chosen { Ink::Title } else { Ink::Quiet }));
    }
    pen.line(row_of(inside, 0), spans);
}

fn draw_row(pen: &mut Pen<'_, '_>, model: &Model, line: Rect, row: usize, name: Span<'static>, columns: &Columns) {
    let mut spans = vec![name];
    for column in columns.metrics {
        let (text, ink) = said(model, cell(model, row, *column));
        spans.push(pen.span(&fit_right(&text, columns.cells), ink));
    }
    pen.line(line, spans);
    if row == model.metrics.row && model.metrics.column >= columns.first && line.height > 0 {
        let left = columns.name + (model.metrics.column - columns.first) * columns.cells;
        let left = u16::try_from(left).unwrap_or(0).min(line.width);
        let width = u16::try_from(columns.cells).unwrap_or(0).min(line.width - left);
        let here = Rect { x: line.x + left, width, ..line };
        if let Some(typing) = &model.metrics.typing {
            draw_typing(pen, model, here, typing, row);
        } else {
            pen.choose(here);
            pen.cursor(here.right().saturating_sub(1), here.y);
        }
    }
}

/// The cell being typed into: brackets around the digits, the terminal's cursor after them.
fn draw_typing(pen: &mut Pen<'_, '_>, model: &Model, here: Rect, typing: &Typing, row: usize) {
    let room = usize::from(here.width).saturating_sub(2);
    let text = if typing.digits.is_empty() {
        match cell(model, row, metric(model)) {
            Cell::Value(value, _) => format::integer(model.lang, i64::try_from(value).unwrap_or(0)),
            Cell::Unknown | Cell::NotGiven => String::new(),
        }
    } else {
        let value = typing.digits.parse::<i64>().unwrap_or(0);
        format::integer(model.lang, value)
    };
    let faint = typing.digits.is_empty();
    // Digits are never hidden by the spaces between thousands; the last ones stay in sight.
    let digits: String = if text.chars().count() > room { text.chars().filter(char::is_ascii_digit).collect() } else { text };
    let hidden = digits.chars().count().saturating_sub(room);
    let shown: String = digits.chars().skip(hidden).collect();
    let spans = vec![
        pen.span("[", Ink::Key),
        pen.span(&fit_right(&shown, room), if faint { Ink::Quiet } else { Ink::Text }),
        pen.span("]", Ink::Key),
    ];
    pen.line(here, spans);
    pen.cursor(here.right().saturating_sub(2), here.y);
}

fn said(model: &Model, cell: Cell) -> (String, Ink) {
    match cell {
        Cell::Unknown => ("…".to_owned(), Ink::Quiet),
        Cell::NotGiven => (model.voice().t("report-not-given"), Ink::Quiet),
        Cell::Value(value, source) => {
            let ink = if source == Some(Source::Api) { Ink::Text } else { Ink::Ours };
            (format::integer(model.lang, i64::try_from(value).unwrap_or(i64::MAX)), ink)
        }
    }
}

/// The posts of the thirty days and their figures at seven days of age.
pub(super) fn draw_posts(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let mut heading = voice.say(&Text::new("metrics-posts-title").with("span", span(model)));
    if model.metrics.typing.is_some() {
        heading = format!("{heading} · {}", voice.t("metrics-typing"));
    }
    let inside = pen.boxed(area, &heading, Ink::Title);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), ..inside };
    let count = posts(model).count();
    if count == 0 {
        pen.paragraph(inside, &voice.t("metrics-no-posts"), Ink::Quiet, 0);
        return;
    }
    let room = usize::from(inside.width) - 1;
    let name = room.saturating_sub(POST_COLUMNS.len() * 7).clamp(26, 60);
    let columns = Columns::new(model, POST_COLUMNS, name, count, room);
    head(pen, model, inside, &columns);
    let room = usize::from(inside.height).saturating_sub(3).max(1);
    let skip = (model.metrics.row + 1).saturating_sub(room);
    for (at, post) in posts(model).enumerate().skip(skip).take(room) {
        let day = format::tiny_day(model.lang, day_in(model.zone(), post.at));
        let young = crate::domain::metric::posts::is_young(post, model.now);
        let sign = if young { "◷" } else { " " };
        let text = fit(&format!("{} {} {sign} {}", fit(&day, 6), post.network.mark(), post.title.on_one_line()), name - 1);
        let label = pen.span(&format!("{text} "), if at == model.metrics.row { Ink::Title } else { Ink::Text });
        draw_row(pen, model, row_of(inside, at - skip + 1), at, label, &columns);
    }
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    pen.text(foot, &voice.t("metrics-posts-legend"), Ink::Quiet);
}
