//! Dialogs, drawn above the tab.

mod form;
mod sheet;

use super::pen::{Pen, fit, inset, row_of};
use super::theme::Ink;
use crate::app::command::spec;
use crate::app::dialog::{Dialog, Finder, Found, Label, Menu, Prompt};
use crate::app::model::Model;
use crate::lang::{Text, keys};
use crate::layout;
use ratatui::layout::Rect;

/// Draws a dialog.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, dialog: &Dialog) {
    match dialog {
        Dialog::Menu(menu) => draw_menu(pen, model, menu),
        Dialog::Prompt(prompt) => draw_prompt(pen, model, prompt),
        Dialog::Finder(finder) => draw_finder(pen, model, finder),
        Dialog::Replies(chooser) => super::inbox::draw_chooser(pen, model, chooser),
        Dialog::Class(panel) => super::inbox::draw_class(pen, model, panel),
        Dialog::Sheet(sheet) => sheet::draw(pen, model, sheet),
        Dialog::Form(form) => form::draw(pen, model, form),
    }
}

fn draw_menu(pen: &mut Pen<'_, '_>, model: &Model, menu: &Menu) {
    let voice = model.voice();
    let about = !menu.about.is_blank();
    let area = layout::menu(model.size, menu.items.len(), about);
    let inside = pen.raised(area, &voice.say(&menu.title));
    let first = if about {
        pen.text(inset(row_of(inside, 0), 1), menu.about.as_str(), Ink::Quiet);
        2
    } else {
        0
    };
    let room = usize::from(inside.height).saturating_sub(first).max(1);
    let skip = (menu.cursor + 1).saturating_sub(room);
    for (at, item) in menu.items.iter().enumerate().skip(skip).take(room) {
        let line = row_of(inside, first + at - skip);
        let label = match &item.label {
            Label::Text(text) => voice.say(text),
            Label::Name(name) => name.to_string(),
        };
        let key = item.key.map(|key| keys::name(model.lang, key)).unwrap_or_default();
        let (key_ink, label_ink) = if item.then.is_ok() { (Ink::Key, Ink::Text) } else { (Ink::Quiet, Ink::Quiet) };
        let spans = vec![
            pen.span(&fit(&format!(" {key}"), 5), key_ink),
            pen.span(&fit(&label, usize::from(line.width).saturating_sub(5)), label_ink),
        ];
        pen.line(line, spans);
        if at == menu.cursor {
            pen.choose(line);
            pen.cursor(line.x + 1, line.y);
        }
    }
}

/// The most lines of help, or of what is wrong, below a line being typed.
const MOST_TOLD: usize = 6;

fn draw_prompt(pen: &mut Pen<'_, '_>, model: &Model, prompt: &Prompt) {
    let voice = model.voice();
    // What is wrong, and what helps, is told whole: the box grows by the lines that it takes.
    let told = match (&prompt.wrong, &prompt.help) {
        (Some(wrong), _) => Some((voice.say(wrong), Ink::Bad)),
        (None, Some(help)) => Some((voice.say(help), Ink::Quiet)),
        (None, None) => None,
    };
    let width = 66.min(model.size.width.saturating_sub(2));
    let lines = told.as_ref().map_or(1, |(text, _)| pen.lines(text, usize::from(width.saturating_sub(4))).len().clamp(1, MOST_TOLD));
    let lines = u16::try_from(lines).unwrap_or(1);
    let inside = pen.raised(layout::centred(model.size, width, 5 + lines), &voice.say(&prompt.title));
    pen.field_line(inset(row_of(inside, 1), 1), &prompt.field, prompt.secret);
    let below = inset(Rect { y: inside.y + 3, height: lines, ..inside }, 1);
    if !prompt.offers.is_empty() {
        let offered: Vec<&str> = prompt.offered().into_iter().map(crate::domain::text::SafeText::as_str).collect();
        let text = if offered.is_empty() {
            voice.t("shell-new-word")
        } else {
            voice.say(&Text::new("shell-offers").with("words", offered.join(" · ")))
        };
        pen.text(inset(row_of(inside, 2), 1), &text, Ink::Quiet);
    }
    if let Some((text, ink)) = told {
        pen.paragraph(below, &text, ink, 0);
    }
}

fn draw_finder(pen: &mut Pen<'_, '_>, model: &Model, finder: &Finder) {
    let voice = model.voice();
    let title = if finder.help { "shell-help-title" } else { "shell-palette-title" };
    // The line of what is happening stays in sight.
    let height = if finder.help { 26 } else { 20 }.min(model.size.height.saturating_sub(4));
    let inside = pen.raised(layout::centred(model.size, 74, height), &voice.t(title));
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let room = usize::from(list.height).max(1);
    let skip = (finder.cursor + 1).saturating_sub(room);
    for (at, found) in finder.found.iter().enumerate().skip(skip).take(room) {
        let line = row_of(list, at - skip);
        let width = usize::from(line.width);
        let (keys, label, ready) = match found {
            Found::Command(command) => {
                let keys: Vec<String> = model.look.keymap.keys(*command).iter().map(|key| keys::name(model.lang, *key)).collect();
                (keys.join("  "), voice.coded("cmd", spec(*command).name), model.available(*command).is_ok())
            }
            Found::View(_, name) => (String::new(), voice.say(&Text::new("views-line").with("name", name)), true),
        };
        let spans = vec![
            pen.span(&fit(&format!(" {keys}"), 18), Ink::Key),
            pen.span(&fit(&label, width.saturating_sub(18)), if ready { Ink::Text } else { Ink::Quiet }),
        ];
        pen.line(line, spans);
        if at == finder.cursor {
            pen.choose(line);
        }
    }
    pen.field_line(inset(row_of(inside, 0), 1), &finder.field, false);
}
