//! The e-mail summary: ten lines of plain text, for readers who open no attachment.

use super::document::Document;
use crate::domain::facts::Section;

/// The most lines it has.
pub const LINES: usize = 10;

/// Writes the summary of a document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut lines = vec![format!("{} · {} · {}", document.brand, document.title, document.period)];
    lines.extend(document.badges.iter().take(1).cloned());
    for tile in &document.tiles {
        let change = if tile.change.is_empty() { String::new() } else { format!(", {}", tile.change) };
        let colon = if document.lang == "fr" { "\u{a0}:" } else { ":" };
        lines.push(format!("{}{colon} {} ({}{change})", tile.name, tile.value, tile.before));
    }
    if let Some(lead) = document.chapter(Section::Essentials).and_then(|chapter| chapter.lead.as_ref()) {
        let written = lead.paragraphs.iter().flat_map(|paragraph| paragraph.lines()).map(str::to_owned);
        let room = LINES - 1 - lines.len();
        let written: Vec<String> = written.take(room).collect();
        lines.extend(if written.is_empty() { vec![format!("{} {}", lead.label, lead.missing)] } else { written });
    }
    lines.push(document.attached.clone());
    lines.join("\n")
}
