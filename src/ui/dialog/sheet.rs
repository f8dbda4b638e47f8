//! A sheet, drawn: the text in a frame, what can be done with it below.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use crate::app::dialog::{Label, Sheet};
use crate::app::lines::wrap;
use crate::app::model::Model;
use crate::lang::keys;
use crate::layout;
use ratatui::layout::Rect;

/// Draws a sheet.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, sheet: &Sheet) {
    let voice = model.voice();
    let width = model.size.width.saturating_sub(6).min(84);
    let items = u16::try_from(sheet.items.len()).unwrap_or(u16::MAX);
    let inner = usize::from(width.saturating_sub(4));
    let lines = u16::try_from(wrap(sheet.text.as_str(), inner).len()).unwrap_or(u16::MAX);
    let height = lines.saturating_add(items).saturating_add(3);
    let inside = inset(pen.raised(layout::centred(model.size, width, height), &voice.say(&sheet.title)), 1);
    let room = inside.height.saturating_sub(items + 1);
    let hidden = sheet.scroll.min(lines.saturating_sub(room));
    pen.paragraph(Rect { height: room, ..inside }, sheet.text.as_str(), Ink::Text, usize::from(hidden));
    if lines > room {
        let more = row_of(inside, usize::from(room));
        pen.text_right(more, "↑↓", Ink::Quiet);
    }
    for (at, item) in sheet.items.iter().enumerate() {
        let line = row_of(inside, usize::from(room) + 1 + at);
        let label = match &item.label {
            Label::Text(text) => voice.say(text),
            Label::Name(name) => name.to_string(),
        };
        let key = item.key.map(|key| keys::name(model.lang, key)).unwrap_or_default();
        let (key_ink, ink) = if item.then.is_ok() { (Ink::Key, Ink::Text) } else { (Ink::Quiet, Ink::Quiet) };
        pen.line(line, vec![pen.span(&fit(&format!(" {key}"), 4), key_ink), pen.span(&fit(&label, inner.saturating_sub(4)), ink)]);
        if at == 0 {
            pen.cursor(line.x + 1, line.y);
        }
    }
}
