//! The pen: the few ways in which anything is put on the screen. Everything that is drawn passes here.
//!
//! It cuts by grapheme and cell, draws emoji that terminals measure differently by their name's
//! place, and swaps signs for ASCII where the terminal has no more.

use super::theme::{Ink, Theme};
use crate::app::field::Field;
use crate::app::lines::{window, wrap};
use crate::app::model::Model;
use crate::domain::text::MAX_GRAPHEME_BYTES;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Draws on a frame in the colours and signs of the model.
pub struct Pen<'a, 'b> {
    frame: &'a mut Frame<'b>,
    theme: Theme,
    ascii: bool,
    /// The lines that a notice takes from the end of the tab.
    taken: u16,
}

impl<'a, 'b> Pen<'a, 'b> {
    /// A pen on an empty frame.
    pub fn new(frame: &'a mut Frame<'b>, model: &Model) -> Self {
        let theme = Theme::new(model.look.theme);
        let area = frame.area();
        frame.buffer_mut().set_style(area, theme.ground());
        Self { frame, theme, ascii: model.look.ascii, taken: 0 }
    }

    /// The style of an ink.
    #[must_use]
    pub fn style(&self, ink: Ink) -> Style {
        self.theme.style(ink)
    }

    /// The theme.
    #[must_use]
    pub const fn theme(&self) -> Theme {
        self.theme
    }

    /// Makes a span: cleaned for cells, with ASCII twins where needed.
    #[must_use]
    pub fn span(&self, text: &str, ink: Ink) -> Span<'static> {
        Span::styled(self.cells(text), self.style(ink))
    }

    /// Makes a span of another style.
    #[must_use]
    pub fn styled(&self, text: &str, style: Style) -> Span<'static> {
        Span::styled(self.cells(text), style)
    }

    fn cells(&self, text: &str) -> String {
        let even = even(text);
        if self.ascii { ascii(&even) } else { even }
    }

    /// Writes spans on one line at the top of an area, cut at its right.
    pub fn line(&mut self, area: Rect, spans: Vec<Span<'static>>) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        let area = Rect { height: 1, ..area };
        self.frame.render_widget(Line::from(spans), area);
    }

    /// Writes a text on one line at the top of an area; `…` shows that it was cut.
    pub fn text(&mut self, area: Rect, text: &str, ink: Ink) {
        let cut = cut(&self.cells(near(text, usize::from(area.width))), usize::from(area.width));
        let span = Span::styled(cut, self.style(ink));
        self.line(area, vec![span]);
    }

    /// Writes a text on one line, ending at the right of an area.
    pub fn text_right(&mut self, area: Rect, text: &str, ink: Ink) {
        let text = cut(&self.cells(text), usize::from(area.width));
        let width = u16::try_from(text.width()).unwrap_or(area.width);
        let shifted = Rect { x: area.right() - width.min(area.width), width: width.min(area.width), ..area };
        let span = Span::styled(text, self.style(ink));
        self.line(shifted, vec![span]);
    }

    /// Writes a text on as many lines as it takes, from the line `skip` on. Gives how many it has.
    pub fn paragraph(&mut self, area: Rect, text: &str, ink: Ink, skip: usize) -> usize {
        let text = self.cells(text);
        let lines = wrap(&text, usize::from(area.width));
        for (row, range) in lines.iter().skip(skip).take(usize::from(area.height)).enumerate() {
            let span = Span::styled(text[range.clone()].to_owned(), self.style(ink));
            self.line(row_of(area, row), vec![span]);
        }
        lines.len()
    }

    /// How wide each line is that a text takes at this width.
    #[must_use]
    pub fn lines(&self, text: &str, width: usize) -> Vec<usize> {
        let text = self.cells(text);
        wrap(&text, width).into_iter().map(|range| text[range].trim_end().width()).collect()
    }

    /// Leaves so many lines at the end of the tab to a notice: nothing that is being written is drawn there.
    pub const fn leave(&mut self, lines: u16) {
        self.taken = lines;
    }

    /// The lines that a notice takes from the end of the tab.
    #[must_use]
    pub const fn taken(&self) -> u16 {
        self.taken
    }

    /// What of the inside of a frame stays in sight above a notice, and above the end of the frame that it lifts.
    #[must_use]
    pub fn in_sight(&self, area: Rect) -> Rect {
        if self.taken == 0 {
            return area;
        }
        let end = self.frame.area().bottom().saturating_sub(3 + self.taken);
        Rect { height: area.height.min(end.saturating_sub(area.y)), ..area }
    }

    /// Moves the last line of an area, where its frames end, up by some lines, and clears what is below it.
    pub fn lift(&mut self, area: Rect, lines: u16) {
        if lines == 0 || area.height <= lines {
            return;
        }
        let (last, end) = (area.bottom() - 1, area.bottom() - 1 - lines);
        let buffer = self.frame.buffer_mut();
        for column in area.left()..area.right() {
            buffer[(column, end)] = buffer[(column, last)].clone();
        }
        self.frame.render_widget(Clear, Rect { y: end + 1, height: lines, ..area });
        self.frame.buffer_mut().set_style(Rect { y: end + 1, height: lines, ..area }, self.theme.ground());
    }

    /// Draws a frame with a title and gives what is inside it.
    pub fn boxed(&mut self, area: Rect, title: &str, ink: Ink) -> Rect {
        let set = if self.ascii { ASCII_BORDER } else { border::PLAIN };
        let inner_width = usize::from(area.width.saturating_sub(4));
        let title = cut(&self.cells(near(title, inner_width)), inner_width);
        let mut block = Block::bordered().border_set(set).border_style(self.style(Ink::Quiet));
        if !title.is_empty() {
            block = block.title(Line::from(Span::styled(format!(" {title} "), self.style(ink))));
        }
        let inside = block.inner(area);
        self.frame.render_widget(block, area);
        inside
    }

    /// Clears an area and draws a frame there: what stands above the tab.
    pub fn raised(&mut self, area: Rect, title: &str) -> Rect {
        self.frame.render_widget(Clear, area);
        self.halve(area);
        self.frame.buffer_mut().set_style(area, self.theme.ground());
        self.boxed(area, title, Ink::Title)
    }

    /// A wide sign at the left of an area would reach into it and hide its border: a space takes its place.
    fn halve(&mut self, area: Rect) {
        let Some(left) = area.x.checked_sub(1) else { return };
        let buffer = self.frame.buffer_mut();
        for row in area.top()..area.bottom() {
            if let Some(cell) = buffer.cell_mut((left, row)).filter(|cell| cell.symbol().width() > 1) {
                cell.set_symbol(" ");
            }
        }
    }

    /// Gives an area the style of what is chosen.
    pub fn choose(&mut self, area: Rect) {
        let style = self.style(Ink::Chosen);
        self.frame.buffer_mut().set_style(area, style);
    }

    /// Gives an area a style.
    pub fn paint(&mut self, area: Rect, style: Style) {
        self.frame.buffer_mut().set_style(area, style);
    }

    /// Puts the terminal's own cursor on a cell: input methods and screen readers follow it.
    pub fn cursor(&mut self, column: u16, row: u16) {
        self.frame.set_cursor_position(Position { x: column, y: row });
    }

    /// Draws a field of one line with its cursor.
    pub fn field_line(&mut self, area: Rect, field: &Field, secret: bool) {
        let shown = if secret { "•".repeat(field.text().graphemes(true).count()) } else { field.text().to_owned() };
        let before = if secret {
            "•".repeat(field.text()[..field.cursor()].graphemes(true).count())
        } else {
            field.text()[..field.cursor()].to_owned()
        };
        let column = self.cells(&before).width();
        let room = usize::from(area.width.saturating_sub(1)).max(1);
        // Scrolls sideways so that the cursor stays in sight.
        let hidden = column.saturating_sub(room);
        let shown = skip_cells(&self.cells(&shown), hidden);
        let span = Span::styled(cut(&shown, usize::from(area.width)), self.style(Ink::Text));
        self.line(area, vec![span]);
        self.cursor(area.x + u16::try_from(column - hidden).unwrap_or(0), area.y);
    }

    /// Draws a field of many lines with its cursor, scrolled so that the cursor is in sight.
    pub fn field_lines(&mut self, area: Rect, field: &Field) {
        let area = self.in_sight(area);
        if area.width < 3 || area.height == 0 {
            return;
        }
        let (lines, row) = window(field.text(), usize::from(area.width) - 1, usize::from(area.height), field.cursor());
        for (at, range) in lines.iter().enumerate() {
            let span = Span::styled(self.cells(&field.text()[range.clone()]), self.style(Ink::Text));
            self.line(row_of(area, at), vec![span]);
        }
        let start = lines.get(row).map_or(0, |range| range.start);
        let column = self.cells(field.text().get(start..field.cursor()).unwrap_or_default()).width();
        let column = u16::try_from(column).unwrap_or(0).min(area.width - 1);
        self.cursor(area.x + column, area.y + u16::try_from(row).unwrap_or(0));
    }
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// The line `row` of an area, counted from 0; empty below its end.
#[must_use]
pub fn row_of(area: Rect, row: usize) -> Rect {
    let row = u16::try_from(row).unwrap_or(u16::MAX);
    if row >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + row, height: 1, ..area }
}

/// An area less some cells at its left and right.
#[must_use]
pub const fn inset(area: Rect, cells: u16) -> Rect {
    Rect { x: area.x + cells, width: area.width.saturating_sub(cells * 2), ..area }
}

/// Puts each grapheme into cells that every terminal counts alike.
///
/// Terminals disagree on emoji built with joiners and variation selectors, on stacked jamo, on the
/// voice marks of narrow kana and on letters joined into one (Khmer): such a grapheme is shown by its
/// first sign alone, and so is a tower of marks that began in one text and went on in the next. What
/// has no width of its own is dropped.
fn even(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut evened = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        let uneven = grapheme.contains(['\u{200d}', '\u{fe0f}', '\u{fe0e}', '\u{20e3}', '\u{ff9e}', '\u{ff9f}'])
            || grapheme.len() > MAX_GRAPHEME_BYTES
            || grapheme.width() > 2
            || grapheme.width() != grapheme.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>()
            || grapheme.chars().any(|c| matches!(c, '\u{1f3fb}'..='\u{1f3ff}'));
        if uneven {
            evened.extend(grapheme.chars().next());
        } else if grapheme.width() > 0 {
            evened.push_str(grapheme);
        }
    }
    evened
}

/// The ASCII twins of the signs that frames and lists use.
fn ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '▸' | '▌' | '→' => '>',
            '●' | '•' => '*',
            '○' => 'o',
            '✓' | '↓' => 'v',
            '✕' => 'x',
            '⚠' => '!',
            '◷' => '@',
            '⟳' => '~',
            '✎' | '▁' | '▂' => '_',
            '⚑' => 'P',
            '▤' | '█' | '▓' | '▇' => '#',
            '░' | '▒' | '…' => '.',
            '·' | '–' | '—' | '−' | '─' | '┄' | '▃' | '▄' => '-',
            '’' | '‘' => '\'',
            '«' | '»' | '“' | '”' => '"',
            '\u{202f}' | '\u{a0}' => ' ',
            '│' => '|',
            '▅' | '▆' => '=',
            '↑' => '^',
            '←' => '<',
            _ => c,
        })
        .collect()
}

/// Cuts a text to `width` cells; `…` stands for what is cut.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    let near = near(text, width);
    if near.len() == text.len() && text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in near.graphemes(true) {
        let cells = grapheme.width();
        if used + cells + 1 > width {
            break;
        }
        used += cells;
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}

/// As much of a text as a line of `width` cells can hold, whatever its signs: nobody waits for the end
/// of a text that is not shown.
fn near(text: &str, width: usize) -> &str {
    &text[..text.floor_char_boundary((width + 2) * 2 * MAX_GRAPHEME_BYTES)]
}

/// A text cut or filled with spaces to exactly `width` cells.
#[must_use]
pub fn fit(text: &str, width: usize) -> String {
    let even = cut(&even(near(text, width)), width);
    let gap = width.saturating_sub(even.width());
    even + &" ".repeat(gap)
}

/// A text filled with spaces at its left to exactly `width` cells.
#[must_use]
pub fn fit_right(text: &str, width: usize) -> String {
    let even = cut(&even(near(text, width)), width);
    " ".repeat(width.saturating_sub(even.width())) + &even
}

/// A text without its first cells.
fn skip_cells(text: &str, cells: usize) -> String {
    let mut skipped = 0;
    text.graphemes(true)
        .skip_while(|grapheme| {
            let skip = skipped < cells;
            skipped += grapheme.width();
            skip
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_takes_the_cells_of_one_face() {
        assert_eq!(even("a👩‍👩‍👧b"), "a👩b");
        assert_eq!(even("❤️"), "❤");
    }

    #[test]
    fn letters_that_are_joined_take_the_cells_that_every_terminal_counts() {
        for text in ["ខ្មែរ", "क्षि", "لا", "한글", "ไทยที่", "é", "e\u{301}"] {
            for grapheme in even(text).graphemes(true) {
                let counted: usize = grapheme.chars().map(|c| c.width().unwrap_or(0)).sum();
                assert_eq!(grapheme.width(), counted, "{grapheme} of {text}");
            }
        }
        assert_eq!(even("e\u{301}"), "e\u{301}");
    }

    #[test]
    fn a_cut_text_shows_it_and_fits() {
        assert_eq!(cut("découverte", 6), "décou…");
        assert_eq!(fit("日本語", 5), "日本…");
        assert_eq!(fit_right("12", 4), "  12");
    }
}
