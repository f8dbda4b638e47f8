//! The inbox, drawn: list, conversation, person, composer, outcomes; the receipt of a sweep.

mod brief;
mod changed;
mod class;
mod closing;
mod conversation;
mod focus;
mod list;
mod person;
mod replies;

pub use replies::draw_chooser;

pub use class::draw as draw_class;

use super::format::bar;
use super::pen::{Pen, inset, row_of};
use super::theme::Ink;
use crate::app::command::spec;
use crate::app::inbox::{OUTCOMES, Walk};
use crate::app::model::Model;
use crate::domain::sweep::Receipt;
use crate::lang::{Text, format};
use crate::layout;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    if model.inbox.focus && model.inbox.card.is_none() {
        return focus::draw(pen, model);
    }
    let mut parts = layout::inbox(model.size, model.inbox.composer.is_some());
    let card = model.inbox.card.as_ref().map(|card| (card, layout::card(model.size)));
    if let Some((_, beside)) = card.filter(|(_, area)| area.x > parts.conversation.x) {
        parts.conversation.width = beside.x - parts.conversation.x;
    }
    // A long notice takes its lines from the conversation, never from the answer being written.
    let composer = parts.composer.map(|composer| {
        let more = pen.taken().min(parts.conversation.height.saturating_sub(3));
        parts.conversation.height -= more;
        Rect { y: composer.y - more, height: composer.height + more, ..composer }
    });
    list::draw(pen, model, parts.list);
    let ended = model.inbox.walk.as_ref().filter(|walk| !walk.is_under_way());
    match ended {
        Some(walk) => draw_receipt(pen, model, walk, parts.conversation),
        None => conversation::draw(pen, model, parts.conversation),
    }
    if let Some(composer) = composer {
        conversation::draw_composer(pen, model, composer, parts.conversation);
    }
    if let Some(area) = parts.person {
        person::draw(pen, model, area);
    }
    if let Some((card, area)) = card {
        person::draw_card(pen, model, card, area);
    }
    if let Some(outcomes) = parts.outcomes {
        draw_outcomes(pen, model, outcomes);
    }
    let _ = area;
}

/// The ways to end a message; what was done last; the sweep's progress.
fn draw_outcomes(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("inbox-outcomes"), Ink::Title), 1);
    if model.inbox.card.is_some() {
        // The card has keys of its own: these would say what they don't do there.
        pen.text(row_of(inside, 0), &voice.t("inbox-outcomes-card"), Ink::Quiet);
        return;
    }
    let lines = usize::from(inside.height).saturating_sub(1).max(1);
    let mut rows: Vec<Vec<_>> = vec![Vec::new()];
    let mut room = usize::from(inside.width);
    for command in OUTCOMES {
        let (key, label) = (model.look.keymap.shown(model.lang, *command), voice.coded("key", spec(*command).name));
        let width = key.width() + label.width() + 3;
        if width > room {
            if rows.len() == lines {
                continue;
            }
            rows.push(Vec::new());
            room = usize::from(inside.width);
        }
        room = room.saturating_sub(width);
        let ready = model.available(*command).is_ok();
        let key = pen.span(&key, if ready { Ink::Key } else { Ink::Quiet });
        let label = pen.span(&format!(" {label}  "), if ready { Ink::Text } else { Ink::Quiet });
        rows.last_mut().expect("there is a row from the start").extend([key, label]);
    }
    for (at, spans) in rows.into_iter().enumerate() {
        pen.line(row_of(inside, at), spans);
    }
    let below = row_of(inside, lines);
    if let Some(walk) = model.inbox.walk.as_ref().filter(|walk| walk.is_under_way()) {
        pen.text(below, &progress(model, walk), Ink::Good);
    } else {
        let trail: Vec<String> = model.inbox.trail.iter().map(|text| voice.say(text)).collect();
        pen.text(below, &trail.join(" · "), Ink::Quiet);
    }
}

/// How far the sweep is and how long it takes at its pace.
fn progress(model: &Model, walk: &Walk) -> String {
    let receipt = walk.sweep.receipt;
    let bar = bar(receipt.done(), receipt.listed, 19);
    let head = format!("{bar} {}/{}", receipt.done(), receipt.listed);
    let left = Text::new("sweep-left").count("count", receipt.left());
    match walk.seconds_left(model.now) {
        Some(seconds) => {
            let time = format::duration(model.lang, seconds.max(60));
            format!("{head} · {}, {}", model.voice().say(&left), model.voice().say(&Text::new("sweep-pace").with("time", time)))
        }
        None => format!("{head} · {}", model.voice().say(&left)),
    }
}

/// The receipt of a sweep that ended.
fn draw_receipt(pen: &mut Pen<'_, '_>, model: &Model, walk: &Walk, area: Rect) {
    let voice = model.voice();
    let slot = voice.coded("sweep-of", walk.sweep.slot.code());
    let inside = inset(pen.boxed(area, &voice.say(&Text::new("receipt-title").with("sweep", slot)), Ink::Good), 2);
    let lasted = walk.sweep.lasted().unwrap_or(0);
    let receipt = walk.sweep.receipt;
    let done = Text::new("receipt-done").count("count", receipt.done()).with("lasted", format::duration(model.lang, lasted));
    pen.text(row_of(inside, 1), &voice.say(&done), Ink::Text);
    for (at, text) in receipt_lines(receipt).iter().enumerate() {
        pen.text(row_of(inside, at + 3), &voice.say(text), Ink::Text);
    }
    let next = if receipt.left() == 0 { "receipt-next" } else { "receipt-left" };
    let text = Text::new(next).count("count", receipt.left());
    let skip = u16::try_from(receipt_lines(receipt).len()).unwrap_or(7) + 4;
    pen.paragraph(Rect { y: inside.y + skip, height: inside.height.saturating_sub(skip), ..inside }, &voice.say(&text), Ink::Good, 0);
}

/// What a receipt counts, a line each.
fn receipt_lines(receipt: Receipt) -> [Text; 7] {
    [
        Text::new("receipt-read").count("read", receipt.read).count("listed", receipt.listed),
        Text::new("receipt-answered").count("count", receipt.answered),
        Text::new("receipt-delegated").count("count", receipt.delegated),
        Text::new("receipt-snoozed").count("count", receipt.snoozed),
        Text::new("receipt-closed").count("count", receipt.closed),
        Text::new("receipt-hidden").count("count", receipt.hidden),
        Text::new("receipt-waiting").count("count", receipt.left()),
    ]
}
