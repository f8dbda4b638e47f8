//! The post being written, drawn: its fields, its accounts with their counts, its files.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use super::count::counted;
use crate::app::field::Field;
use crate::app::model::Model;
use crate::app::queue::{Editor, Part, counts};
use crate::domain::account::Account;
use crate::domain::post::{ApprovalOf, Post};
use crate::lang::Text;
use ratatui::layout::{Constraint, Layout, Rect};
use unicode_width::UnicodeWidthStr;

/// How wide an account is, with its mark and a space behind it.
const NAME: usize = 30;

/// Draws the post being written.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, editor: &Editor, area: Rect) {
    let voice = model.voice();
    let draft = editor.draft(model.day(), model.zone());
    let brand = model.brand().map(|brand| brand.name.to_string()).unwrap_or_default();
    let title = voice.say(&Text::new("post-editor-title").with("brand", brand).with("title", &draft.title));
    let inside = inset(pen.boxed(area, &title, Ink::Ours), 1);
    if let Some((account, field)) = &editor.own {
        draw_own(pen, model, inside, *account, field, &draft);
        return;
    }
    let accounts = lines(model.accounts().count().max(1)).min(6);
    let media = lines(draft.media.len() + 1).min(4);
    let [head, text, networks, files, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(4),
        Constraint::Length(accounts),
        Constraint::Length(media),
        Constraint::Length(4),
    ])
    .areas(inside);
    let labels = label_width(model);
    line(pen, model, head, editor, Part::Title, labels);
    draw_text(pen, model, text, editor, labels);
    draw_accounts(pen, model, networks, editor, &draft, labels);
    draw_media(pen, model, files, editor, &draft, labels);
    line(pen, model, row_of(foot, 0), editor, Part::Day, labels);
    line(pen, model, row_of(foot, 1), editor, Part::Pillar, labels);
    line(pen, model, row_of(foot, 2), editor, Part::Note, labels);
    let (said, ink) = state(editor, &draft);
    pen.text(row_of(foot, 3), &voice.say(&said), ink);
}

fn lines(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn label_width(model: &Model) -> u16 {
    let widths = Part::ALL.iter().map(|part| model.voice().coded("post-part", part.code()).width());
    lines(widths.max().unwrap_or(8) + 3)
}

/// Writes the name of a part at the left and gives what is beside it.
fn label(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, editor: &Editor, part: Part, width: u16) -> Rect {
    let here = editor.part == part;
    let name = model.voice().coded("post-part", part.code());
    let sign = if here { "▸ " } else { "  " };
    pen.text(Rect { width, ..row_of(area, 0) }, &format!("{sign}{name}"), if here { Ink::Title } else { Ink::Quiet });
    Rect { x: area.x + width, width: area.width.saturating_sub(width), ..area }
}

fn line(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, editor: &Editor, part: Part, width: u16) {
    let place = label(pen, model, area, editor, part, width);
    let field = match part {
        Part::Title => &editor.title,
        Part::Day => &editor.day,
        Part::Pillar => &editor.pillar,
        Part::Note => &editor.note,
        Part::Text | Part::Accounts | Part::Media => return,
    };
    if editor.part == part {
        pen.field_line(place, field, false);
    } else {
        pen.text(place, field.text(), Ink::Text);
    }
    if part == Part::Day && !editor.day_ok {
        pen.text_right(place, &model.voice().t("when-unreadable"), Ink::Bad);
    }
}

fn draw_text(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, editor: &Editor, width: u16) {
    let place = label(pen, model, area, editor, Part::Text, width);
    if editor.part == Part::Text {
        pen.field_lines(place, &editor.text);
    } else {
        pen.paragraph(place, editor.text.text(), Ink::Text, 0);
    }
}

fn draw_accounts(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, editor: &Editor, draft: &Post, width: u16) {
    let voice = model.voice();
    let place = label(pen, model, area, editor, Part::Accounts, width);
    let accounts: Vec<&Account> = model.accounts().collect();
    if accounts.is_empty() {
        pen.text(row_of(place, 0), &voice.t("shell-no-account"), Ink::Warn);
    }
    let counts = counts(model, draft);
    let room = usize::from(place.height).max(1);
    let here = editor.part == Part::Accounts;
    let skip = if here { (editor.row + 1).saturating_sub(room) } else { 0 };
    for (at, account) in accounts.iter().enumerate().skip(skip).take(room) {
        let row = row_of(place, at - skip);
        let variant = draft.variants.iter().find(|variant| variant.account == account.id);
        let chosen = if variant.is_some() { "[x]" } else { "[ ]" };
        let has_own = variant.is_some_and(|variant| variant.text.is_some());
        let own = if has_own { format!("  {}", voice.t("post-own-text")) } else { String::new() };
        let name = format!("{chosen} {} {}", account.network.mark(), account.handle);
        let room = usize::from(row.width).saturating_sub(NAME);
        let beside = room.saturating_sub(own.width());
        // An account with words of its own does not say the part that is written here.
        let part = editor.writes().filter(|_| !has_own).map(|(part, _)| part);
        let (figures, ink) = match counts.iter().find(|(id, _)| *id == account.id) {
            Some((_, counts)) => counted(model, counts, part, beside),
            None => (String::new(), Ink::Quiet),
        };
        // Figures stay whole; what stands beside them gives way.
        let wide = figures.width().max(beside.min(14)).min(room);
        let own = if wide + own.width() <= room { own } else { String::new() };
        let spans =
            vec![pen.span(&fit(&fit(&name, NAME - 1), NAME), Ink::Text), pen.span(&fit(&figures, wide), ink), pen.span(&own, Ink::Quiet)];
        pen.line(row, spans);
        if here && at == editor.row {
            pen.choose(row);
            pen.cursor(row.x, row.y);
        }
    }
}

fn draw_media(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, editor: &Editor, draft: &Post, width: u16) {
    let voice = model.voice();
    let place = label(pen, model, area, editor, Part::Media, width);
    let here = editor.part == Part::Media;
    let room = usize::from(place.height).max(1);
    let skip = if here { (editor.row + 1).saturating_sub(room) } else { 0 };
    for at in (0..=draft.media.len()).skip(skip).take(room) {
        let row = row_of(place, at - skip);
        match draft.media.get(at) {
            Some(media) if media.alt.is_blank() => {
                pen.text(row, &voice.say(&Text::new("post-media-bare").with("path", &media.path)), Ink::Warn);
            }
            Some(media) => {
                pen.text(row, &voice.say(&Text::new("post-media-line").with("path", &media.path).with("alt", &media.alt)), Ink::Text);
            }
            None => pen.text(row, &voice.t("post-media-add"), Ink::Quiet),
        }
        if here && at == editor.row {
            pen.choose(row);
            pen.cursor(row.x, row.y);
        }
    }
}

/// The text of one account alone.
fn draw_own(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, account: crate::domain::AccountId, field: &Field, draft: &Post) {
    let voice = model.voice();
    let handle = model.account(account).map(|account| account.handle.clone()).unwrap_or_default();
    pen.text(row_of(area, 0), &voice.say(&Text::new("post-own-title").with("account", handle)), Ink::Title);
    let text = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    if let Some((_, counts)) = counts(model, draft).into_iter().find(|(id, _)| *id == account) {
        let foot = row_of(area, usize::from(area.height).saturating_sub(1));
        let here = Some(crate::domain::thread::part_at(field.text(), field.cursor()));
        let (figures, ink) = counted(model, &counts, here, usize::from(foot.width));
        pen.text(foot, &figures, if ink == Ink::Bad { ink } else { Ink::Quiet });
    }
    pen.field_lines(text, field);
}

/// Whether it is kept, and what an edit does to the validations given.
fn state(editor: &Editor, draft: &Post) -> (Text, Ink) {
    if !editor.saved {
        return (Text::new("composer-saving-sign"), Ink::Warn);
    }
    if draft.approval(ApprovalOf::Content).is_some() {
        return (Text::new("post-edit-voids"), Ink::Warn);
    }
    if editor.part == Part::Text {
        return (Text::new("post-thread-hint"), Ink::Quiet);
    }
    (Text::new("composer-kept-sign"), Ink::Quiet)
}
