//! Dialogs, drawn above the tab.

use super::pen::{Pen, fit, inset, row_of};
use super::theme::Ink;
use crate::app::command::spec;
use crate::app::dialog::{Dialog, Finder, Label, Menu, Page, Prompt};
use crate::app::field::wrap;
use crate::app::model::Model;
use crate::lang::keys;
use crate::layout;
use ratatui::layout::Rect;

/// Draws a dialog.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, dialog: &Dialog) {
    match dialog {
        Dialog::Menu(menu) => draw_menu(pen, model, menu),
        Dialog::Prompt(prompt) => draw_prompt(pen, model, prompt),
        Dialog::Finder(finder) => draw_finder(pen, model, finder),
        Dialog::Page(page) => draw_page(pen, model, page),
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

fn draw_prompt(pen: &mut Pen<'_, '_>, model: &Model, prompt: &Prompt) {
    let voice = model.voice();
    let area = layout::centred(model.size, 66, 6);
    let inside = pen.raised(area, &voice.say(&prompt.title));
    pen.field_line(inset(row_of(inside, 1), 1), &prompt.field, prompt.secret);
    let below = inset(row_of(inside, 3), 1);
    match (&prompt.wrong, &prompt.help) {
        (Some(wrong), _) => pen.text(below, &voice.say(wrong), Ink::Bad),
        (None, Some(help)) => pen.text(below, &voice.say(help), Ink::Quiet),
        (None, None) => {}
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
    for (at, command) in finder.found.iter().enumerate().skip(skip).take(room) {
        let line = row_of(list, at - skip);
        let keys = model.look.keymap.keys(*command).iter().map(|key| keys::name(model.lang, *key)).collect::<Vec<_>>().join("  ");
        let width = usize::from(line.width);
        let label = voice.coded("cmd", spec(*command).name);
        let ready = model.available(*command).is_ok();
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

fn draw_page(pen: &mut Pen<'_, '_>, model: &Model, page: &Page) {
    let voice = model.voice();
    let width = model.size.width.saturating_sub(8).min(84);
    let texts: Vec<String> = page.lines.iter().map(|text| voice.say(text)).collect();
    let inner = usize::from(width.saturating_sub(4));
    let lines: usize = texts.iter().map(|text| wrap(text, inner).len()).sum();
    let height = u16::try_from(lines + 2).unwrap_or(u16::MAX);
    let mut rest = inset(pen.raised(layout::centred(model.size, width, height), &voice.say(&page.title)), 1);
    for text in &texts {
        let used = u16::try_from(pen.paragraph(rest, text, Ink::Text, 0)).unwrap_or(rest.height).min(rest.height);
        rest = Rect { y: rest.y + used, height: rest.height - used, ..rest };
    }
}
