//! To come.

use super::pen::Pen;
use crate::app::model::Model;
use ratatui::layout::Rect;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    pen.boxed(area, &model.voice().coded("tab", "queue"), super::theme::Ink::Title);
}
