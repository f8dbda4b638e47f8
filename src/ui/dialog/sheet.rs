//! A sheet, drawn: the text in a frame, what can be done with it below.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use crate::app::dialog::{Label, Sheet};
use crate::app::model::Model;
use crate::lang::keys;
use ratatui::layout::Rect;

/// Draws a sheet.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, sheet: &Sheet) {
    let voice = model.voice();
    let place = sheet.place(model.size);
    let inside = inset(pen.raised(place.area, &voice.say(&sheet.title)), 1);
    let hidden = sheet.scroll.min(place.hidden);
    pen.paragraph(Rect { height: place.room, ..inside }, sheet.text.as_str(), Ink::Text, usize::from(hidden));
    if place.hidden > 0 {
        pen.text_right(row_of(inside, usize::from(place.room)), "↑↓", Ink::Quiet);
    }
    let (room, inner) = (place.room, usize::from(inside.width));
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
