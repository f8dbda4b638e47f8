//! The inbox with nothing but a message: conversation, answer, one line of progress. The list is hidden.

use super::super::pen::Pen;
use super::super::theme::Ink;
use super::{conversation, draw_receipt, progress};
use crate::app::inbox::Walk;
use crate::app::model::Model;
use crate::lang::Text;
use crate::layout;
use ratatui::layout::Rect;

/// Draws the message alone.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model) {
    let (mut middle, composer, line) = layout::inbox_focus(model.size, model.inbox.composer.is_some());
    // A long notice takes its lines from the conversation, never from the answer being written.
    let composer = composer.map(|composer| {
        let more = pen.taken().min(middle.height.saturating_sub(3));
        middle.height -= more;
        Rect { y: composer.y - more, ..composer }
    });
    let walk = model.inbox.walk.as_ref();
    match walk.filter(|walk| !walk.is_under_way()) {
        Some(walk) => draw_receipt(pen, model, walk, middle),
        None if model.inbox.opened.is_none() => {
            let inside = super::super::pen::inset(pen.boxed(middle, "", Ink::Title), 1);
            pen.paragraph(inside, &model.voice().say(&super::list::empty(model)), Ink::Quiet, 0);
        }
        None => conversation::draw(pen, model, middle),
    }
    if let Some(composer) = composer {
        conversation::draw_composer(pen, model, composer, middle);
    }
    let told = match walk.filter(|walk| walk.is_under_way()) {
        Some(walk) => progress(model, walk),
        None => model.voice().say(&Text::new("inbox-focus-left").count("count", model.inbox.open_count)),
    };
    pen.text(
        line,
        &format!("{told} · {}", model.voice().t("inbox-focus-leave")),
        if walk.is_some_and(Walk::is_under_way) { Ink::Good } else { Ink::Quiet },
    );
}
