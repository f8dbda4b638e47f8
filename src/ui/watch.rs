//! The watch: says honestly that it comes later, and what to do meanwhile.

use super::pen::{Pen, inset};
use super::theme::Ink;
use crate::app::model::Model;
use ratatui::layout::Rect;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.coded("tab", model.tab.code()), Ink::Title), 1);
    pen.paragraph(Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside }, &voice.t("shell-watch-later"), Ink::Text, 0);
}
