//! The report, drawn: its sections with their state beside a preview of the chosen one.

mod preview;

use super::format::capital;
use super::pen::{Pen, fit, inset, row_of};
use super::theme::Ink;
use crate::app::model::Model;
use crate::app::report::{lang, period, section};
use crate::domain::account::Network;
use crate::domain::facts::Section;
use crate::domain::report::Report;
use crate::lang::Text;
use crate::report::say;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let Some(report) = model.report.built.as_deref() else {
        let title = capital(&say::period(model.voice(), period(model)));
        pen.boxed(area, &title, Ink::Title);
        return;
    };
    if model.size.is_wide() {
        let side = (area.width * 36 / 100).clamp(36, 50);
        let [left, right] = Layout::horizontal([Constraint::Length(side), Constraint::Min(40)]).areas(area);
        draw_outline(pen, model, report, left);
        draw_section(pen, model, report, right);
    } else if model.report.preview {
        draw_section(pen, model, report, area);
    } else {
        draw_outline(pen, model, report, area);
    }
}

/// The sections, the data, and what is left to write.
fn draw_outline(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect) {
    let voice = model.voice();
    let ready = Section::ALL.iter().filter(|section| !report.is_unwritten(**section)).count();
    let name = capital(&say::period(voice, report.period));
    let title = voice.say(&Text::new("report-outline").with("period", name).count("ready", ready).count("all", Section::ALL.len()));
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    for (at, section) in Section::ALL.iter().enumerate() {
        let line = row_of(inside, at);
        let (sign, ink) = if report.is_unwritten(*section) { ("○", Ink::Warn) } else { ("✓", Ink::Good) };
        let name = voice.coded("report-section", section.code());
        let spans = vec![pen.span(sign, ink), pen.span(&fit(&format!(" {}  {name}", at + 1), usize::from(line.width) - 1), Ink::Text)];
        pen.line(line, spans);
        if at == model.report.section {
            pen.choose(line);
            if model.report.editor.is_none() {
                pen.cursor(line.x, line.y);
            }
        }
    }
    // Where it would not all fit, nothing is set apart by an empty line.
    let told = report.accounts.len() + 6;
    let apart = Section::ALL.len() + 1 + told <= usize::from(inside.height);
    let rest = Section::ALL.len() + usize::from(apart);
    draw_data(pen, model, report, Rect { y: inside.y + rest as u16, height: inside.height.saturating_sub(rest as u16), ..inside }, apart);
}

/// How many days each account was read on; with what the report compares; its language; what is left.
fn draw_data(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect, apart: bool) {
    let voice = model.voice();
    if area.height < 3 {
        return;
    }
    let mut row = 0;
    let mut say_line = |pen: &mut Pen<'_, '_>, text: &str, ink: Ink| {
        let top = row_of(area, row);
        let rest = if top.height == 0 { top } else { Rect { height: area.bottom() - top.y, ..top } };
        row += pen.paragraph(rest, text, ink, 0);
    };
    if !report.accounts.is_empty() {
        say_line(pen, &voice.t("report-data"), Ink::Title);
    }
    for account in &report.accounts {
        let whole = account.known.is_whole();
        // A space kept by hand has no network to be called by.
        let name = if account.network == Network::Other { account.handle.as_str() } else { account.network.name() };
        let text = Text::new("report-data-line").with("name", name).count("known", account.known.known).count("of", account.known.of);
        let sign = if whole { "✓" } else { "⚠" };
        say_line(pen, &format!("{sign} {}", voice.say(&text)), if whole { Ink::Text } else { Ink::Warn });
    }
    if report.accounts.iter().any(|account| !account.known.is_whole()) {
        say_line(pen, &voice.t("report-data-missing"), Ink::Quiet);
    }
    if apart && !report.accounts.is_empty() {
        say_line(pen, "", Ink::Quiet);
    }
    say_line(pen, &voice.say(&Text::new("report-compared").with("period", say::period(voice, report.before))), Ink::Quiet);
    say_line(pen, &voice.coded("report-written-in", lang(model).code()), Ink::Quiet);
    if report.is_provisional() {
        say_line(pen, &voice.t("report-still-provisional"), Ink::Warn);
    }
}

/// The chosen section as it will be read, with the text being written.
fn draw_section(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect) {
    let voice = model.voice();
    let number = model.report.section + 1;
    let name = model.texts.voice(lang(model)).coded("report-section", section(model).code());
    let title = voice.say(&Text::new("report-preview").count("number", number).count("all", Section::ALL.len()).with("name", name));
    let Some(editor) = &model.report.editor else {
        let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
        preview::draw(pen, model, report, inside);
        return;
    };
    let height = (area.height * 45 / 100).max(6).min(area.height);
    let [top, bottom] = Layout::vertical([Constraint::Length(height), Constraint::Min(0)]).areas(area);
    let state = voice.t(if editor.saved { "report-text-saved" } else { "report-text-saving" });
    let lead = voice.coded("report-lead", editor.section.code());
    let inside = inset(pen.boxed(top, &format!("{lead} · {state}"), Ink::Ours), 1);
    pen.field_lines(inside, &editor.field);
    if bottom.height > 2 {
        let inside = inset(pen.boxed(bottom, &title, Ink::Title), 1);
        preview::draw_facts(pen, model, report, inside);
    }
}
