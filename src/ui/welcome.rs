//! The first run, drawn: one question in the middle of an empty screen, the last ones above Today.

use super::pen::{Pen, fit, inset, row_of};
use super::theme::Ink;
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::app::welcome::{Question, Welcome};
use crate::lang::{Text, keys};
use crate::layout;
use ratatui::layout::Rect;

/// How wide the box of a question is.
const WIDTH: u16 = 74;

/// Draws the welcome.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, welcome: &Welcome) {
    let voice = model.voice();
    let choices = welcome.choices();
    let list = u16::try_from(choices.len().max(1)).unwrap_or(1);
    let area = layout::centred(model.size, WIDTH, list + 10);
    let title = match welcome.step() {
        Some((at, all)) => voice.say(&Text::new("welcome-title").count("at", at).count("all", all)),
        None => voice.t("welcome-title-account"),
    };
    let inside = inset(pen.raised(area, &title), 2);
    let question = voice.say(&Text::coded("welcome-ask", welcome.question.code()).with("network", welcome.network().name()));
    pen.text(row_of(inside, 1), &question, Ink::Title);
    if welcome.types() {
        draw_field(pen, model, welcome, row_of(inside, 3));
    } else {
        draw_choices(pen, model, welcome, &choices, inside);
    }
    let below = usize::from(list) + 4;
    let rest = Rect { y: inside.y + u16::try_from(below).unwrap_or(0), height: inside.height.saturating_sub(below as u16 + 1), ..inside };
    draw_help(pen, model, welcome, rest);
    let last = row_of(inside, usize::from(inside.height).saturating_sub(1));
    draw_keys(pen, model, welcome, last);
}

fn draw_field(pen: &mut Pen<'_, '_>, model: &Model, welcome: &Welcome, line: Rect) {
    let marked = pen.span("▸ ", Ink::Key);
    pen.line(line, vec![marked]);
    let field = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
    pen.field_line(field, &welcome.field, false);
    // What Enter takes where nothing is typed.
    if welcome.question == Question::Brand && welcome.field.is_blank() {
        pen.text(field, &model.voice().t("welcome-brand-default"), Ink::Quiet);
    }
}

fn draw_choices(pen: &mut Pen<'_, '_>, model: &Model, welcome: &Welcome, choices: &[Text], inside: Rect) {
    let voice = model.voice();
    let room = usize::from(inside.height).saturating_sub(6).max(1);
    let skip = (welcome.cursor + 1).saturating_sub(room);
    for (at, choice) in choices.iter().enumerate().skip(skip).take(room) {
        let line = row_of(inside, 3 + at - skip);
        let number = if at < 9 { (at + 1).to_string() } else { String::new() };
        let label = fit(&voice.say(choice), usize::from(line.width).saturating_sub(5));
        let spans = vec![pen.span(&fit(&format!(" {number}"), 5), Ink::Key), pen.span(&label, Ink::Text)];
        pen.line(line, spans);
        if at == welcome.cursor {
            pen.choose(line);
            pen.cursor(line.x + 1, line.y);
        }
    }
}

/// What is wrong, else a word about the question or about the choice the cursor is on.
fn draw_help(pen: &mut Pen<'_, '_>, model: &Model, welcome: &Welcome, area: Rect) {
    let voice = model.voice();
    if let Some(wrong) = &welcome.wrong {
        pen.paragraph(area, &voice.say(wrong), Ink::Bad, 0);
        return;
    }
    if let Some(notice) = model.notices.current(model.now).filter(|_| !welcome.is_over_today()) {
        pen.paragraph(area, &voice.say(&notice.said), Ink::Warn, 0);
        return;
    }
    let help = match welcome.question {
        Question::Account => Text::coded("welcome-network", welcome.network().code()),
        Question::Hours => Text::new("welcome-help-hours").with("zone", model.home),
        Question::Language | Question::Start | Question::Brand | Question::ReportsTo | Question::Sweeps | Question::Handle => {
            Text::coded("welcome-help", welcome.question.code())
        }
    };
    pen.paragraph(area, &voice.say(&help), Ink::Quiet, 0);
}

fn draw_keys(pen: &mut Pen<'_, '_>, model: &Model, welcome: &Welcome, line: Rect) {
    let voice = model.voice();
    let back = !matches!(welcome.question, Question::Language | Question::Account);
    let known =
        [(Code::Enter, "welcome-key-enter", true), (Code::Esc, "welcome-key-later", true), (Code::BackTab, "welcome-key-back", back)];
    let mut spans = Vec::new();
    for (code, label, shown) in known {
        if shown {
            spans.push(pen.span(&keys::name(model.lang, Key::plain(code)), Ink::Key));
            spans.push(pen.span(&format!(" {}   ", voice.t(label)), Ink::Quiet));
        }
    }
    pen.line(line, spans);
}
