//! The list of messages: one a line, the visible window alone.

use super::super::format::age;
use super::super::pen::{Pen, fit, fit_right, inset, row_of};
use super::super::theme::Ink;
use super::closing;
use crate::app::command::Command;
use crate::app::event::Row;
use crate::app::inbox::{self, lists_open, shown_view};
use crate::app::model::Model;
use crate::app::rules::short;
use crate::domain::account::Access;
use crate::domain::message::{MessageKind, StateName};
use crate::domain::query::View;
use crate::domain::text::SafeText;
use crate::lang::Text;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the list.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inbox = &model.inbox;
    let title = if let Some(walk) = inbox.walk.as_ref().filter(|walk| walk.is_under_way()) {
        let slot = voice.coded("sweep-of", walk.sweep.slot.code());
        let since = inbox.open_count.saturating_sub(walk.sweep.receipt.left());
        let text = Text::new("inbox-sweep-title")
            .with("sweep", slot)
            .count("done", walk.sweep.receipt.done())
            .count("all", walk.sweep.receipt.listed);
        let title = voice.say(&text);
        if since > 0 { format!("{title} {}", voice.say(&Text::new("inbox-newcomers").count("count", since))) } else { title }
    } else {
        let saved = shown_view(model).map(|view| view.name.to_string());
        let name = saved.unwrap_or_else(|| voice.coded("view", inbox.view.code()));
        // The count is of all that is open: beside a filter it would speak of other messages than those below it.
        let counts = inbox.named.is_none() && inbox.view == View::Open && inbox.filter.is_blank();
        if counts { format!("{name} {}", inbox.open_count) } else { name }
    };
    // A notice of several lines takes them from the rows: the line being typed stays in sight, and so does the cursor.
    let inside = pen.boxed(area, &title, Ink::Title);
    let inside = pen.in_sight(inside);
    let foot = usize::from(inside.height).saturating_sub(2);
    let rows = Rect { height: u16::try_from(foot).unwrap_or(0), ..inside };
    if inbox.rows.is_empty() && inbox.loaded {
        pen.paragraph(inset(rows, 1), &voice.say(&empty(model)), Ink::Quiet, 0);
    }
    let skip = (inbox.cursor + 1).saturating_sub(foot.max(1));
    for (at, row) in inbox.rows.iter().enumerate().skip(skip).take(foot) {
        draw_row(pen, model, row, row_of(rows, at - skip), at == inbox.cursor);
    }
    draw_foot(pen, model, row_of(inside, foot), row_of(inside, foot + 1));
}

/// What an empty list says: the next step.
pub fn empty(model: &Model) -> Text {
    if !model.inbox.filter.text().is_empty() {
        return Text::new("inbox-empty-filter");
    }
    if model.inbox.named.is_some() {
        return Text::new("inbox-empty-view");
    }
    match model.inbox.view {
        View::Open if model.accounts().next().is_none() => Text::new("inbox-empty-no-account"),
        View::Open if model.accounts().all(|account| account.access == Access::Manual) => {
            let key = model.look.keymap.shown(model.lang, Command::Inbox(inbox::Command::Log));
            Text::new("inbox-empty-by-hand").with("key", key)
        }
        View::Open => Text::new("inbox-empty"),
        View::Delegated | View::Snoozed | View::Answered | View::All => Text::new("inbox-empty-view"),
    }
}

fn draw_row(pen: &mut Pen<'_, '_>, model: &Model, row: &Row, line: Rect, here: bool) {
    let message = &row.message;
    let width = usize::from(line.width);
    let mark = if model.inbox.marks.contains(&message.id) { "✓" } else { " " };
    let (sign, ink) = match (message.urgent, message.kind) {
        (true, _) => ("⚑", Ink::Bad),
        (false, MessageKind::Complaint) => ("!", Ink::Bad),
        (false, _) if row.draft => ("✎", Ink::Warn),
        (false, _) if message.proposal.is_some() => ("?", Ink::Warn),
        (false, _) if here => ("▸", Ink::Key),
        (false, _) => (" ", Ink::Text),
    };
    let network = model.account(message.account).map_or("  ", |account| account.network.mark());
    let waits = super::brief::waits(model, row, width);
    let when = match message.state.comes_back() {
        _ if waits.is_some() => waits.clone().unwrap_or_default(),
        Some(back) => format!("→{}", crate::lang::format::tiny_day(model.lang, crate::domain::time::day_in(model.zone(), back))),
        None => age(model.lang, model.now, message.at),
    };
    let when_width = if waits.is_some() { (width / 2).clamp(7, when.width() + 1) } else { 7 };
    // What is proposed is shown as a question, also where the types have no room.
    let proposed = message.proposal.as_ref();
    let kind_width = if waits.is_none() && (width >= 40 || (proposed.is_some() && width >= 32)) { 11 } else { 0 };
    let kind = if let Some(proposed) = proposed {
        model.voice().say(&short(proposed))
    } else if let Some(label) = message.labels.first() {
        let more = if message.labels.len() > 1 { "+" } else { "" };
        format!("#{label}{more}")
    } else {
        model.voice().coded("kind", message.kind.code())
    };
    let closes = closing::in_row(model, message, width >= 34);
    let room = closes.as_ref().map_or(when_width + kind_width, |(text, _)| text.width() + 1);
    let who = width.saturating_sub(6 + room);
    let erased = message.is_erased().then(|| SafeText::line(&model.voice().t("inbox-erased")));
    let name = erased.as_ref().unwrap_or(if message.author.is_blank() { &message.handle } else { &message.author });
    let mut spans = vec![
        pen.span(mark, Ink::Good),
        pen.span(sign, ink),
        pen.span(&format!(" {network} "), Ink::Quiet),
        pen.span(&fit(name.as_str(), who), if message.state.name() == StateName::Open { Ink::Text } else { Ink::Quiet }),
    ];
    if let Some((text, ink)) = &closes {
        spans.push(pen.span(&fit_right(text, room), *ink));
    } else {
        spans.push(pen.span(&fit(&if kind_width > 0 { format!(" {kind}") } else { String::new() }, kind_width), Ink::Quiet));
        spans.push(pen.span(&fit_right(&when, when_width), if waits.is_some() { Ink::Warn } else { Ink::Quiet }));
    }
    pen.line(line, spans);
    if here {
        pen.choose(line);
        if !model.inbox.filtering && model.inbox.composer.is_none() {
            pen.cursor(line.x, line.y);
        }
    }
}

/// The order and the filter.
fn draw_foot(pen: &mut Pen<'_, '_>, model: &Model, order: Rect, filter: Rect) {
    let voice = model.voice();
    let inbox = &model.inbox;
    let more = match (inbox.above, inbox.below) {
        (true, true) => "↑↓ ",
        (true, false) => "↑ ",
        (false, true) => "↓ ",
        (false, false) => "",
    };
    let order_text = if lists_open(model) { voice.t("inbox-order") } else { String::new() };
    pen.text(inset(order, 1), &format!("{more}{order_text}"), Ink::Quiet);
    if inbox.filtering {
        let label = voice.t("inbox-filter-label");
        let width = u16::try_from(label.width()).unwrap_or(0) + 1;
        pen.text(inset(filter, 1), &label, Ink::Key);
        let field = Rect { x: filter.x + 1 + width, width: filter.width.saturating_sub(width + 2), ..filter };
        pen.field_line(field, &inbox.filter, false);
    } else if let Some(view) = shown_view(model).filter(|_| inbox.filter.is_blank()) {
        pen.text(inset(filter, 1), view.query.as_str(), Ink::Quiet);
    } else if !inbox.filter.text().is_empty() {
        pen.text(inset(filter, 1), &voice.say(&Text::new("inbox-filtered").with("filter", inbox.filter.text())), Ink::Warn);
    }
}
