//! A section of the report as text in cells: the same words and figures as in its files.

use super::super::pen::{Pen, cut, fit, fit_right, row_of};
use super::super::theme::Ink;
use crate::app::lines::wrap;
use crate::app::model::Model;
use crate::app::report::section;
use crate::domain::facts::Section;
use crate::domain::report::Report;
use crate::report::chart::{Chart, Plot, blocks, spark};
use crate::report::document::{Block, Cell, Document, Table};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A line of the preview.
type Line = (String, Ink);

/// Draws the section under the cursor, from the line that is scrolled to.
pub(super) fn draw(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect) {
    draw_part(pen, model, report, area, true);
}

/// Draws what the section counts, without the CM's text.
pub(super) fn draw_facts(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect) {
    draw_part(pen, model, report, area, false);
}

fn draw_part(pen: &mut Pen<'_, '_>, model: &Model, report: &Report, area: Rect, with_text: bool) {
    let lines = lines(model, report, usize::from(area.width), with_text);
    let height = usize::from(area.height);
    let skip = model.report.scroll.min(lines.len().saturating_sub(height));
    for (row, (text, ink)) in lines.iter().skip(skip).take(height).enumerate() {
        pen.text(row_of(area, row), text, *ink);
    }
    if skip + height < lines.len() {
        pen.text_right(row_of(area, height - 1), " … ", Ink::Key);
    }
}

fn lines(model: &Model, report: &Report, width: usize, with_text: bool) -> Vec<Line> {
    let voice = model.texts.voice(report.lang);
    let chapter = Document::chapter_of(report, voice, section(model));
    let mut lines = Vec::new();
    if chapter.section == Section::Essentials {
        for tile in &Document::tiles_of(report, voice) {
            let change = if tile.change.is_empty() { String::new() } else { format!(" · {}", tile.change) };
            let room = width.saturating_sub(12);
            lines.push((format!("{} {}", fit(&tile.name, room.min(34)), fit_right(&tile.value, 10)), Ink::Text));
            lines.push((format!("  {}{change}", tile.before), Ink::Quiet));
        }
        lines.push((String::new(), Ink::Text));
    }
    if let Some(lead) = chapter.lead.as_ref().filter(|_| with_text) {
        lines.push((lead.label.clone(), Ink::Title));
        if lead.paragraphs.is_empty() {
            lines.push((lead.missing.clone(), Ink::Warn));
        }
        for paragraph in &lead.paragraphs {
            wrapped(&mut lines, paragraph, width, "▌ ", Ink::Ours);
        }
        lines.push((String::new(), Ink::Text));
    }
    for block in &chapter.blocks {
        match block {
            Block::Heading { text } => lines.push((text.clone(), Ink::Title)),
            Block::Note { text } => wrapped(&mut lines, text, width, "", Ink::Quiet),
            Block::List { items } => items.iter().for_each(|item| wrapped(&mut lines, item, width, "· ", Ink::Quiet)),
            Block::Table(table) => draw_table(&mut lines, table, width),
            Block::Chart(chart) => draw_chart(&mut lines, chart, width),
            Block::Quotes { quotes } => {
                for quote in quotes {
                    wrapped(&mut lines, &quote.text, width, "│ ", Ink::Text);
                    lines.push((format!("  — {}", quote.by), Ink::Quiet));
                }
            }
        }
        if !matches!(block, Block::Heading { .. }) {
            lines.push((String::new(), Ink::Text));
        }
    }
    lines
}

/// A text in lines; `mark` stands before each.
fn wrapped(lines: &mut Vec<Line>, text: &str, width: usize, mark: &str, ink: Ink) {
    let room = width.saturating_sub(mark.width()).max(10);
    lines.extend(wrap(text, room).into_iter().map(|range| (format!("{mark}{}", text[range].trim_end_matches(' ')), ink)));
}

/// A table whose columns are as wide as what they hold; one too wide for the screen is told row by row.
fn draw_table(lines: &mut Vec<Line>, table: &Table, width: usize) {
    let columns = table.head.len();
    let cells = |column: usize| table.rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.width());
    let spaces = 2 * columns.saturating_sub(1);
    let fitted = |heads: usize| -> Vec<usize> {
        (0..columns).map(|column| cells(column).max().unwrap_or(0).max(table.head[column].width().min(heads))).collect()
    };
    // Heads give way to the names of the rows.
    let fits = |widths: &Vec<usize>| widths.iter().sum::<usize>() + spaces <= width;
    let mut widths = (9..=16).rev().map(fitted).find(fits).unwrap_or_else(|| fitted(9));
    let others: usize = widths.iter().skip(1).sum::<usize>() + spaces;
    if table.dense || others + 12 > width {
        return draw_rows(lines, table, width);
    }
    widths[0] = widths[0].min(width - others);
    let row = |cells: &mut dyn Iterator<Item = &str>| {
        let said = cells.enumerate().map(|(column, text)| {
            let wide = widths.get(column).copied().unwrap_or(0);
            if column < table.words { fit(text, wide) } else { fit_right(text, wide) }
        });
        said.collect::<Vec<_>>().join("  ")
    };
    lines.push((row(&mut table.head.iter().map(String::as_str)), Ink::Quiet));
    for cells in &table.rows {
        lines.push((row(&mut cells.iter().map(|cell| cell.text.as_str())), Ink::Text));
    }
}

fn draw_rows(lines: &mut Vec<Line>, table: &Table, width: usize) {
    for row in &table.rows {
        let Some((first, rest)) = row.split_first() else { continue };
        lines.push((cut(&first.text, width), Ink::Text));
        let said: Vec<String> = rest
            .iter()
            .zip(table.head.iter().skip(1))
            .filter(|(cell, _)| !cell.text.is_empty())
            .map(|(Cell { text, .. }, head)| if table.dense { text.clone() } else { format!("{head} {text}") })
            .collect();
        wrapped(lines, &said.join(" · "), width, "  ", Ink::Quiet);
    }
}

/// A chart in cells: bars as blocks, curves and days as one line each, hours as shades.
fn draw_chart(lines: &mut Vec<Line>, chart: &Chart, width: usize) {
    lines.push((chart.title.clone(), Ink::Title));
    match &chart.plot {
        Plot::Bars(bars) => {
            let most = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
            let name = bars.iter().map(|bar| bar.label.width()).max().unwrap_or(0).min(22);
            let room = width.saturating_sub(name + 26).clamp(4, 30);
            for bar in bars {
                let drawn = blocks(bar.value, most, u32::try_from(room).unwrap_or(4));
                lines.push((format!("{} {drawn} {}", fit(&bar.label, name), bar.said), Ink::Text));
            }
        }
        Plot::Columns(columns) => {
            lines.push((spark(columns), Ink::Text));
            let marked: Vec<&str> = columns.iter().filter(|column| column.marked).map(|column| column.label.as_str()).collect();
            lines.push((marked.join(" · "), Ink::Quiet));
        }
        Plot::Lines(panels) => {
            for panel in panels {
                lines.push((format!("{} {}  {} – {}", fit(&panel.name, 14), panel.spark(), panel.range.0, panel.range.1), Ink::Text));
            }
        }
        Plot::Heat(heat) => {
            let most = heat.cells.iter().flatten().copied().max().unwrap_or(0);
            let head: String = heat.columns.iter().map(|hour| fit(hour, 3)).collect();
            lines.push((format!("     {head}"), Ink::Quiet));
            for (name, counts) in heat.rows.iter().zip(&heat.cells) {
                let shades: String = counts.iter().flat_map(|count| [shade(*count, most), shade(*count, most), ' ']).collect();
                lines.push((format!("{} {shades}", fit(name, 4)), Ink::Text));
            }
        }
    }
}

/// A sign that is darker where there is more.
const fn shade(count: u32, most: u32) -> char {
    match (count * 4).checked_div(most) {
        Some(0) if count == 0 => '·',
        Some(0 | 1) => '░',
        Some(2) => '▒',
        Some(3) => '▓',
        Some(_) => '█',
        None => '·',
    }
}
