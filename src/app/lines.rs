//! How a text is broken into lines of a width: all of it, or what a window on its cursor shows.

use crate::domain::text::MAX_GRAPHEME_BYTES;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` cells, at words where possible: byte ranges.
///
/// The text's own line breaks are kept; a word wider than a line is broken at a grapheme.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(2);
    let mut lines = Vec::new();
    let mut offset = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, offset, width, &mut lines);
        offset += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(paragraph: &str, offset: usize, width: usize, lines: &mut Vec<Range<usize>>) {
    let (mut start, mut used, mut last_space) = (0, 0, None);
    for (at, grapheme) in paragraph.grapheme_indices(true) {
        let cells = grapheme.width();
        // One space may hang over the end of its line.
        let hangs = grapheme == " " && used == width;
        if used + cells > width && at > start && !hangs {
            // A line breaks after its last space, else within the word.
            let end = last_space.filter(|space| *space > start).unwrap_or(at);
            lines.push(offset + start..offset + end);
            start = end;
            used = paragraph[start..at].width();
            last_space = None;
        }
        used += cells;
        // Many type a plain space before a French sign: it does not begin a line.
        if grapheme == " " && !paragraph[at + 1..].starts_with([':', ';', '!', '?', '»', '%', '€']) {
            last_space = Some(at + 1);
        }
    }
    lines.push(offset + start..offset + paragraph.len());
}

/// What of a text is seen through a window of `width` × `height` cells that holds the cursor: its lines, and
/// on which of them the cursor is. Walks no more of the text than a few windows hold.
#[must_use]
pub fn window(text: &str, width: usize, height: usize, cursor: usize) -> (Vec<Range<usize>>, usize) {
    // No window holds more bytes than this, whatever the signs. A longer text is walked from a fixed place
    // before the cursor, so that its lines stay where they are while the cursor moves.
    let span = (width + 2) * (height + 2) * MAX_GRAPHEME_BYTES;
    let from = match cursor / span {
        0 | 1 => 0,
        spans => after_break(text, (spans - 1) * span),
    };
    let to = text.ceil_char_boundary(cursor.saturating_add(span));
    let near = &text[from..to];
    let mut lines: Vec<_> = wrap(near, width).into_iter().map(|line| line.start + from..line.end + from).collect();
    let (row, _) = place(text, &lines, cursor);
    let skip = (row + 1).saturating_sub(height);
    lines.drain(..skip.min(lines.len()));
    lines.truncate(height);
    (lines, row - skip)
}

/// A place at or after `at` where a line may begin: after a break or a space, if one is near.
fn after_break(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at);
    let near = &text[at..text.floor_char_boundary((at + 1_000).max(at))];
    near.find(['\n', ' ']).map_or(at, |space| at + space + 1)
}

/// The line and the column (in cells) of a byte in a wrapped text.
#[must_use]
pub fn place(text: &str, lines: &[Range<usize>], at: usize) -> (usize, usize) {
    let line = lines.iter().rposition(|range| range.start <= at).unwrap_or(0);
    let range = lines.get(line).cloned().unwrap_or(0..0);
    let end = at.clamp(range.start, range.end.max(range.start));
    (line, text.get(range.start..end).map_or(0, UnicodeWidthStr::width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_at_words_and_a_long_word_within() {
        let text = "un deux trois\nabcdefghijkl";
        let lines: Vec<&str> = wrap(text, 8).into_iter().map(|range| &text[range]).collect();
        assert_eq!(lines, ["un deux ", "trois", "abcdefgh", "ijkl"]);
    }

    #[test]
    fn a_french_sign_does_not_begin_a_line() {
        let text = "de partir travailler : le moulin";
        let lines: Vec<&str> = wrap(text, 21).into_iter().map(|range| &text[range]).collect();
        assert_eq!(lines, ["de partir ", "travailler : le ", "moulin"]);
    }

    #[test]
    fn a_window_shows_what_the_whole_text_would() {
        let text = "un deux trois quatre\ncinq six\n".repeat(2_000);
        for cursor in [0, 9, 700, 30_000, text.len()] {
            let cursor = text.floor_char_boundary(cursor);
            let (lines, row) = window(&text, 12, 5, cursor);
            let all = wrap(&text, 12);
            let (whole, _) = place(&text, &all, cursor);
            assert_eq!(lines[row], all[whole], "{cursor}");
            assert_eq!(lines, all[whole - row..(whole - row + 5).min(all.len())], "{cursor}");
        }
    }

    #[test]
    fn a_window_on_one_endless_line_holds_the_cursor_and_walks_little() {
        let text = "é".repeat(100_000);
        for cursor in [0, 60_000, 123_456, 200_000] {
            let (lines, row) = window(&text, 40, 6, cursor);
            assert!(lines.len() <= 6 && lines[row].start <= cursor && cursor <= lines[row].end, "{cursor} {lines:?} {row}");
            assert!(lines.iter().all(|line| text[line.clone()].chars().count() <= 40));
        }
    }
}
