//! Saved replies in the notebook, drawn, and the text that is written there.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use super::row;
use crate::app::model::Model;
use crate::app::notebook::{What, Writing};
use crate::domain::saved_reply::SavedReply;
use crate::lang::Text;
use ratatui::layout::Rect;

/// Draws the list: name, language, beginning.
pub fn draw_list(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let cursor = model.notebook.row();
    let room = usize::from(area.height).max(1);
    let skip = (cursor + 1).saturating_sub(room);
    let name = (usize::from(area.width) / 2).clamp(14, 28);
    for (at, reply) in model.saved_replies().enumerate().skip(skip).take(room) {
        let line = row_of(area, at - skip);
        let rest = usize::from(line.width).saturating_sub(name + 5);
        let beginning = reply.text.as_str().lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let cells = [
            (fit(reply.name.as_str(), name), Ink::Text),
            (format!(" {}  ", reply.language.code()), Ink::Key),
            (fit(beginning, rest), Ink::Quiet),
        ];
        row(pen, line, at == cursor, &cells);
    }
    if model.saved_replies().next().is_none() {
        pen.paragraph(area, &model.voice().t("reply-empty"), Ink::Text, 0);
    }
}

/// Draws the reply under the cursor, whole.
pub fn draw_reply(pen: &mut Pen<'_, '_>, model: &Model, reply: Option<&SavedReply>, area: Rect) {
    let voice = model.voice();
    let title = reply.map(|reply| format!("{} · {}", reply.name, voice.coded("tongue", reply.language.code()))).unwrap_or_default();
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    if let Some(reply) = reply {
        pen.paragraph(inside, reply.text.as_str(), Ink::Text, 0);
    }
}

/// Draws the text being written, with a word of help below it.
pub fn draw_writing(pen: &mut Pen<'_, '_>, model: &Model, writing: &Writing, area: Rect) {
    let voice = model.voice();
    let (title, help) = match &writing.what {
        What::Reply(reply) => (format!("{} · {}", reply.name, voice.coded("tongue", reply.language.code())), voice.t("reply-text-help")),
        What::Banned => (voice.coded("notebook-setting", "banned"), voice.t("charter-list-help")),
        What::Community => (voice.coded("notebook-setting", "community"), voice.t("charter-list-help")),
    };
    let inside = inset(pen.boxed(area, &voice.say(&Text::new("notebook-writing").with("what", title)), Ink::Ours), 1);
    let foot = 3.min(inside.height / 3);
    let below = Rect { y: inside.bottom() - foot, height: foot, ..inside };
    pen.paragraph(below, &help, Ink::Quiet, 0);
    pen.field_lines(Rect { height: inside.height - foot, ..inside }, &writing.field);
}
