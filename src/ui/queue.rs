//! The queue, drawn: the board, the month, the list, and the post under the cursor.

mod count;
mod detail;
mod editor;

use super::calendar;
use super::pen::{Pen, fit, inset, row_of};
use super::theme::Ink;
use crate::app::model::Model;
use crate::app::queue::{COLUMNS, View, columns, list, of_day, sign};
use crate::domain::post::{Post, PostState};
use crate::domain::time::{Day, day_in};
use crate::lang::{Text, format};
use crate::layout;
use ratatui::layout::Rect;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    if let Some(editing) = &model.queue.editor {
        editor::draw(pen, model, editing, area);
        return;
    }
    if model.queue.posts.is_empty() && model.queue.view != View::Calendar {
        draw_empty(pen, model, area);
        return;
    }
    match model.queue.view {
        View::Board => draw_board(pen, model),
        View::Calendar => draw_month(pen, model),
        View::List => draw_list(pen, model, area),
    }
}

fn draw_empty(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.coded("tab", "queue"), Ink::Title), 1);
    if model.queue.loaded {
        pen.paragraph(inside, &voice.t("queue-empty"), Ink::Text, 0);
    }
}

fn draw_board(pen: &mut Pen<'_, '_>, model: &Model) {
    let parts = layout::queue(model.size);
    let columns = columns(model);
    let shown = layout::queue_columns(model.size, model.queue.column, COLUMNS);
    let count = u16::try_from(shown.len()).unwrap_or(1).max(1);
    let width = parts.cards.width / count;
    for (place, at) in shown.clone().enumerate() {
        let left = u16::try_from(place).unwrap_or(0) * width;
        // The last column takes what the division leaves.
        let wide = if at + 1 == shown.end { parts.cards.width - left } else { width };
        let area = Rect { x: parts.cards.x + left, width: wide, ..parts.cards };
        draw_column(pen, model, area, at, &columns[at]);
    }
    let chosen = columns[model.queue.column].get(model.queue.rows[model.queue.column]).copied();
    detail::draw(pen, model, parts.detail, chosen);
    if let Some(area) = parts.month {
        let day = chosen.and_then(|post| day_of(model, post)).unwrap_or_else(|| model.day());
        let inside = inset(pen.boxed(area, &month_title(model, day), Ink::Title), 1);
        let signs = model.voice().t("queue-signs");
        let lines = u16::try_from(pen.lines(&signs, usize::from(inside.width)).len()).unwrap_or(0);
        let grid = Rect { height: inside.height.saturating_sub(lines), ..inside };
        calendar::month(pen, model, grid, day, false);
        pen.paragraph(Rect { y: grid.bottom(), height: inside.height - grid.height, ..inside }, &signs, Ink::Quiet, 0);
    }
}

fn draw_column(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, at: usize, posts: &[&Post]) {
    let here = model.queue.column == at;
    let title = model.voice().say(&Text::new(COLUMN_TITLES[at]).count("count", posts.len()));
    let inside = pen.boxed(area, &title, if here { Ink::Title } else { Ink::Quiet });
    let room = usize::from(inside.height).max(1);
    let cursor = model.queue.rows[at];
    let skip = (cursor + 1).saturating_sub(room);
    for (row, post) in posts.iter().enumerate().skip(skip).take(room) {
        let line = row_of(inside, row - skip);
        pen.text(line, &card(model, post), ink(model, post));
        if here && row == cursor {
            pen.choose(line);
            pen.cursor(line.x, line.y);
        }
    }
    if posts.is_empty() && here {
        pen.text(row_of(inside, 0), &model.voice().t("queue-column-empty"), Ink::Quiet);
        pen.cursor(inside.x, inside.y);
    }
}

const COLUMN_TITLES: [&str; COLUMNS] =
    ["queue-column-ideas", "queue-column-plan", "queue-column-create", "queue-column-validate", "queue-column-scheduled"];

/// A card on one line: its sign, its day, its title; with its hour once it has one.
fn card(model: &Model, post: &Post) -> String {
    let sign = sign(model, post);
    let alert = if sign == crate::app::queue::Sign::Alert { "⚠ " } else { "" };
    let mark = if post.state == PostState::Approved { "✓ " } else { "" };
    let day = day_of(model, post).map(|day| format!("{} ", format::tiny_day(model.lang, day))).unwrap_or_default();
    let clock = post
        .due
        .filter(|_| post.state == PostState::Scheduled)
        .map(|due| format!("{} ", format::clock(model.zone(), due)))
        .unwrap_or_default();
    let networks = if post.state == PostState::Scheduled { format!("{} ", networks(model, post)) } else { String::new() };
    format!("{alert}{mark}{day}{clock}{networks}{}", title(model, post))
}

/// What the CM calls it; else its first words.
fn title(model: &Model, post: &Post) -> String {
    if !post.title.is_blank() {
        return post.title.to_string();
    }
    if post.text.is_blank() { model.voice().t("queue-untitled") } else { post.text.on_one_line().to_string() }
}

/// The marks of the networks that it goes to.
fn networks(model: &Model, post: &Post) -> String {
    let marks = post.variants.iter().filter_map(|variant| model.account(variant.account)).map(|account| account.network.mark().trim());
    marks.collect::<Vec<_>>().join(" ")
}

fn ink(model: &Model, post: &Post) -> Ink {
    match (sign(model, post), post.state) {
        (crate::app::queue::Sign::Alert, _) => Ink::Bad,
        (_, PostState::Approved) => Ink::Good,
        (_, PostState::Published) => Ink::Quiet,
        _ => Ink::Text,
    }
}

fn day_of(model: &Model, post: &Post) -> Option<Day> {
    post.due.map(|due| day_in(model.zone(), due)).or(post.day)
}

fn month_title(model: &Model, day: Day) -> String {
    super::format::capital(&format::month(model.lang, day))
}

fn draw_month(pen: &mut Pen<'_, '_>, model: &Model) {
    let voice = model.voice();
    let [left, right] = layout::queue_month(model.size);
    let day = model.queue.day.unwrap_or_else(|| model.day());
    let inside = inset(pen.boxed(left, &month_title(model, day), Ink::Title), 1);
    let grid = Rect { height: inside.height.saturating_sub(3), ..inside };
    let posts = of_day(model, day);
    // Drawn before the month, so that the cursor of the day is the one that is left.
    let beside = inset(pen.boxed(right, &format::long_day(model.lang, day), Ink::Title), 1);
    if posts.is_empty() {
        pen.paragraph(beside, &voice.t("queue-day-empty"), Ink::Quiet, 0);
    }
    let room = usize::from(beside.height / 2).max(1);
    for (row, post) in posts.iter().enumerate().take(room) {
        let line = row_of(beside, row);
        let clock = post.due.map(|due| format!("{} ", format::clock(model.zone(), due))).unwrap_or_default();
        pen.text(line, &format!("{} {clock}{}", sign(model, post).mark(), title(model, post)), ink(model, post));
    }
    let chosen = posts.get(model.queue.within.unwrap_or(0)).copied();
    let used = u16::try_from(posts.len().min(room) + 1).unwrap_or(0).min(beside.height);
    let rest = Rect { y: beside.y + used, height: beside.height - used, ..beside };
    if let Some(post) = chosen {
        detail::lines(pen, model, rest, post);
    }
    calendar::month(pen, model, grid, day, model.queue.within.is_none());
    if let Some(row) = model.queue.within {
        let line = row_of(beside, row);
        pen.choose(line);
        pen.cursor(line.x, line.y);
    }
    let foot = Rect { y: inside.y + grid.height, height: inside.height - grid.height, ..inside };
    pen.paragraph(foot, &voice.t("queue-signs"), Ink::Quiet, 0);
}

fn draw_list(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let posts = list(model);
    let heading = Text::new("queue-list-title").count("count", posts.len());
    let inside = inset(pen.boxed(area, &voice.say(&heading), Ink::Title), 1);
    let room = usize::from(inside.height).max(1);
    let skip = (model.queue.line + 1).saturating_sub(room);
    for (row, post) in posts.iter().enumerate().skip(skip).take(room) {
        let line = row_of(inside, row - skip);
        let when = match (post.due, post.day) {
            (Some(due), _) => super::format::day_and_clock(model.lang, model.zone(), due),
            (None, Some(day)) => format::tiny_day(model.lang, day),
            (None, None) => "—".to_owned(),
        };
        let state = format!("{} {}", sign(model, post).mark(), voice.coded("queue-state", post.state.code()));
        let rest = usize::from(line.width).saturating_sub(48);
        let spans = vec![
            pen.span(&fit(&when, 14), Ink::Quiet),
            pen.span(&fit(&state, 18), ink(model, post)),
            pen.span(&fit(&networks(model, post), 16), Ink::Quiet),
            pen.span(&fit(&title(model, post), rest), Ink::Text),
        ];
        pen.line(line, spans);
        if row == model.queue.line {
            pen.choose(line);
            pen.cursor(line.x, line.y);
        }
    }
}
