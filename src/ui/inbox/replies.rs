//! Choosing what to answer, and reading it once more before it leaves, drawn.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use crate::app::inbox::{Chooser, Composer, Found, Shelf, filled, past, shown};
use crate::app::lines::wrap;
use crate::app::model::Model;
use crate::domain::message::Message;
use crate::lang::Text;
use crate::layout;
use ratatui::layout::Rect;

/// Draws the chooser: what is typed, what matches, the text that Enter inserts.
pub fn draw_chooser(pen: &mut Pen<'_, '_>, model: &Model, chooser: &Chooser) {
    let voice = model.voice();
    let title = match chooser.shelf {
        Shelf::Saved => Text::new("reply-choose").and("language", Text::coded("tongue", chooser.tongue.code())),
        Shelf::Past => Text::new("reply-choose-past"),
    };
    let inside = inset(pen.raised(layout::centred(model.size, 84, 22), &voice.say(&title)), 1);
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    let help = match chooser.shelf {
        Shelf::Saved => Text::new("reply-choose-help").and("language", Text::coded("tongue", chooser.tongue.other().code())),
        Shelf::Past => Text::new("reply-choose-past-help"),
    };
    pen.text(foot, &voice.say(&help), Ink::Quiet);
    let middle = Rect { y: inside.y + 2, height: inside.height.saturating_sub(4), ..inside };
    let rows = (middle.height / 2).max(1);
    let list = Rect { height: rows, ..middle };
    if chooser.found.is_empty() {
        pen.paragraph(middle, &voice.t(nothing(model, chooser)), Ink::Text, 0);
    }
    let room = usize::from(rows);
    let skip = (chooser.cursor + 1).saturating_sub(room);
    for (at, found) in chooser.found.iter().enumerate().skip(skip).take(room) {
        let line = row_of(list, at - skip);
        draw_choice(pen, model, found, line);
        if at == chooser.cursor {
            pen.choose(line);
        }
    }
    if let Some((_, text)) = chooser.found.get(chooser.cursor).and_then(|found| shown(model, found)) {
        let preview = Rect { y: list.bottom() + 1, height: middle.height.saturating_sub(rows + 1), ..middle };
        pen.paragraph(preview, filled(model, &text).as_str(), Ink::Ours, 0);
    }
    pen.field_line(row_of(inside, 0), &chooser.field, false);
}

/// What an empty list says: why, and the next step.
fn nothing(model: &Model, chooser: &Chooser) -> &'static str {
    if !chooser.field.is_blank() {
        return "reply-none-match";
    }
    match chooser.shelf {
        Shelf::Saved => "reply-none",
        Shelf::Past if past(model).is_none() => "reply-past-looking",
        Shelf::Past => "reply-past-none",
    }
}

fn draw_choice(pen: &mut Pen<'_, '_>, model: &Model, found: &Found, line: Rect) {
    let Some((name, text)) = shown(model, found) else { return };
    let width = usize::from(line.width);
    let beginning = text.on_one_line();
    let spans = match found {
        Found::Saved(id) => {
            let code = model.saved_replies().find(|reply| reply.id == *id).map_or("", |reply| reply.language.code());
            let name_width = (width / 3).clamp(12, 28);
            vec![
                pen.span(&fit(name.as_str(), name_width), Ink::Text),
                pen.span(&format!(" {code}  "), Ink::Key),
                pen.span(&fit(beginning.as_str(), width.saturating_sub(name_width + 5)), Ink::Quiet),
            ]
        }
        Found::Past(at) => {
            let likeness = past(model).and_then(|past| past.get(*at)).map_or(0, |past| past.likeness);
            vec![
                pen.span(&fit(&format!("{likeness} %"), 6), Ink::Key),
                pen.span(&fit(&model.voice().say(&Text::new("reply-past-asked").with("text", name)), width.saturating_sub(6)), Ink::Text),
            ]
        }
    };
    pen.line(line, spans);
}

/// What an empty answer shows of the past ones: that there are some, and the key.
pub fn draw_past(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let Some(first) = past(model).and_then(<[_]>::first) else { return };
    let text = Text::new("reply-past-hint").with("text", filled(model, &first.answer).on_one_line());
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    pen.paragraph(below, &model.voice().say(&text), Ink::Quiet, 0);
}

/// Draws the second look: the message, the answer, and the two ways on.
pub fn draw_second_look(pen: &mut Pen<'_, '_>, model: &Model, composer: &Composer, message: &Message, title: &str, area: Rect) {
    let voice = model.voice();
    // It stands in the place of the conversation, which was drawn before.
    let inside = inset(pen.raised(area, &voice.t("second-look-title")), 1);
    let inside = pen.in_sight(inside);
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    let body = Rect { height: inside.height.saturating_sub(2), ..inside };
    // An answer that is long leaves their message fewer lines: it was read, and the answer is what leaves.
    let needed = u16::try_from(wrap(composer.field.text(), usize::from(body.width).saturating_sub(1)).len()).unwrap_or(u16::MAX);
    let most = (body.height / 2).saturating_sub(2);
    let theirs = body.height.saturating_sub(needed.saturating_add(3)).clamp(most.min(2), most);
    let author = voice.say(&Text::new("second-look-message").with("author", &message.author));
    pen.text(row_of(body, 0), &author, Ink::Title);
    let theirs = Rect { y: body.y + 1, height: theirs, ..body };
    let used = u16::try_from(pen.paragraph(theirs, message.text.as_str(), Ink::Text, 0)).unwrap_or(theirs.height).min(theirs.height);
    let rest = body.height.saturating_sub(used + 2);
    let ours = Rect { y: body.y + used + 2, height: rest, ..body };
    pen.text(row_of(ours, 0), title, Ink::Title);
    let text = Rect { y: ours.y + 1, height: ours.height.saturating_sub(1), ..ours };
    // An answer longer than the place is seen from its end: its beginning was seen while it was written.
    pen.field_lines(text, &composer.field);
    pen.text(foot, &voice.t("second-look-help"), Ink::Warn);
}
