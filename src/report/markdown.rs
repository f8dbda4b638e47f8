//! The Markdown form. Every text is escaped, ours and theirs alike: no HTML, no link, no mark-up
//! can come out of a comment.

use super::chart::{self, Chart, Plot};
use super::document::{Block, Cell, Chapter, Document, Quote, Table};
use std::fmt::Write as _;

/// Writes a document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = format!("# {} — {} — {}\n\n", escape(&document.brand), escape(&document.title), escape(&document.period));
    for badge in &document.badges {
        let _ = writeln!(out, "**{}**  ", escape(badge));
    }
    for line in &document.meta {
        let _ = writeln!(out, "{}  ", escape(line));
    }
    if !document.provisional.is_empty() {
        let _ = writeln!(out, "{}", escape(&document.provisional));
    }
    out.push('\n');
    let colon = if document.lang == "fr" { "\u{a0}:" } else { ":" };
    for tile in &document.tiles {
        let change = if tile.change.is_empty() { String::new() } else { format!(", {}", tile.change) };
        let note = if tile.note.is_empty() { String::new() } else { format!(" · {}", tile.note) };
        let _ = writeln!(
            out,
            "- **{}**{colon} {} ({}{}){}",
            escape(&tile.name),
            escape(&tile.value),
            escape(&tile.before),
            escape(&change),
            escape(&note)
        );
    }
    for chapter in &document.chapters {
        out.push_str(&write_chapter(chapter));
    }
    let _ = writeln!(out, "\n---\n\n{}", escape(&document.colophon));
    out
}

fn write_chapter(chapter: &Chapter) -> String {
    let mut out = format!("\n## {}. {}\n", chapter.number, escape(&chapter.title));
    if let Some(lead) = &chapter.lead {
        let _ = writeln!(out, "\n**{}**", escape(&lead.label));
        if lead.paragraphs.is_empty() {
            let _ = writeln!(out, "\n*{}*", escape(&lead.missing));
        }
        for paragraph in &lead.paragraphs {
            let _ = writeln!(out, "\n{}", lines(paragraph, ""));
        }
    }
    for block in &chapter.blocks {
        out.push('\n');
        out.push_str(&write_block(block));
    }
    out
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Heading { text } => format!("### {}\n", escape(text)),
        Block::Note { text } => format!("{}\n", lines(text, "")),
        Block::List { items } => items.iter().fold(String::new(), |out, item| out + "- " + &lines(item, "  ") + "\n"),
        Block::Table(table) => write_table(table),
        Block::Chart(chart) => write_chart(chart),
        Block::Quotes { quotes } => quotes.iter().map(write_quote).collect::<Vec<_>>().join("\n"),
    }
}

fn write_quote(quote: &Quote) -> String {
    format!("> {}\n>\n> — {}\n", lines(&quote.text, "> "), escape(&quote.by))
}

fn write_table(table: &Table) -> String {
    let row = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let mut out = row(&mut table.head.iter().map(|head| escape(head)));
    out += &row(&mut (0..table.head.len()).map(|place| if place < table.words { ":--".to_owned() } else { "--:".to_owned() }));
    for cells in &table.rows {
        out += &row(&mut cells.iter().map(cell));
    }
    out
}

fn cell(cell: &Cell) -> String {
    if cell.note.is_empty() { escape(&cell.text) } else { format!("{} ({})", escape(&cell.text), escape(&cell.note)) }
}

/// A chart in text: bars as blocks, curves as one line each, shades as a table.
fn write_chart(chart: &Chart) -> String {
    let mut out = format!("### {}\n\n{}\n\n", escape(&chart.title), escape(&chart.about));
    let rows: Vec<Vec<Cell>> = match &chart.plot {
        Plot::Bars(bars) => {
            let most = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
            bars.iter()
                .map(|bar| vec![Cell::new(&bar.label), Cell::new(chart::blocks(bar.value, most, 20)), Cell::new(&bar.said)])
                .collect()
        }
        Plot::Columns(columns) => {
            let most = columns.iter().max_by_key(|column| column.value).filter(|column| column.value > 0);
            let most = most.map_or_else(String::new, |column| format!("{} ({})", column.value, column.label));
            vec![vec![Cell::new(chart::spark(columns)), Cell::new(most)]]
        }
        Plot::Lines(panels) => panels
            .iter()
            .map(|panel| {
                vec![Cell::new(&panel.name), Cell::new(panel.spark()), Cell::new(format!("{} – {}", panel.range.0, panel.range.1))]
            })
            .collect(),
        Plot::Heat(heat) => heat
            .rows
            .iter()
            .zip(&heat.cells)
            .map(|(name, counts)| {
                let counts = counts.iter().map(|count| Cell::new(if *count == 0 { "·".to_owned() } else { count.to_string() }));
                std::iter::once(Cell::new(name)).chain(counts).collect()
            })
            .collect(),
    };
    let width = rows.first().map_or(0, Vec::len);
    let head = match &chart.plot {
        Plot::Heat(heat) => std::iter::once(String::new()).chain(heat.columns.iter().cloned()).collect(),
        Plot::Bars(_) | Plot::Columns(_) | Plot::Lines(_) => vec![String::new(); width],
    };
    let words = if matches!(chart.plot, Plot::Heat(_)) { 1 } else { 2 };
    if width > 0 {
        out += &write_table(&Table { head, words, dense: false, rows });
    }
    out
}

/// A text of several lines; `indent` stands before each but the first.
fn lines(text: &str, indent: &str) -> String {
    text.lines().map(|line| lead_in(&escape(line))).collect::<Vec<_>>().join(&format!("  \n{indent}"))
}

/// A line that would begin a list, a heading or a rule begins with a backslash instead.
fn lead_in(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line.to_owned()
}

/// A text without any meaning to Markdown, on one line.
///
/// Marks are escaped. Addresses and handles are parted by a word joiner, which can't be seen: many
/// readers turn a bare `https://…`, `www.…`, `a@b.c` or `@name` into a link, and no escape stops all.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.replace('\n', " ");
    for (place, c) in text.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            '@' => out.push_str("@\u{2060}"),
            ':' if text[place..].starts_with("://") => out.push_str(":\u{2060}"),
            '.' if text[..place].to_ascii_lowercase().ends_with("www") => out.push_str("\u{2060}."),
            _ => out.push(c),
        }
    }
    for scheme in ["mailto", "xmpp"] {
        out = out.replace(&format!("{scheme}:"), &format!("{scheme}\u{2060}:"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_has_no_mark_up_left() {
        assert_eq!(escape("<img src=x> [x](javascript:1) *b* `c`"), "\\<img src=x\\> \\[x\\](javascript:1) \\*b\\* \\`c\\`");
        assert_eq!(escape("https://evil.example"), "https:\u{2060}//evil.example");
        assert_eq!(escape("www.evil.example a@b.example"), "www\u{2060}.evil.example a@\u{2060}b.example");
        assert_eq!(lines("# one\n- two\n1. three", ""), "\\# one  \n\\- two  \n1\\. three");
        assert_eq!(escape("a | b\nc"), "a \\| b c");
    }
}
