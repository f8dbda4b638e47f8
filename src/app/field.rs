//! A text field, of one line or many: graphemes, words, undo, paste. Used wherever something is typed.
//!
//! It holds plain text that is clean by construction; what it means is not its business.

use super::key::{Code, Key};
use crate::domain::text::{MAX_BYTES, SafeText};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// How many steps of typing can be undone.
const STEPS: usize = 200;

/// A text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// In bytes, always at the border of a grapheme.
    cursor: usize,
    many_lines: bool,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
    /// Whether the last edit typed a character: a run of typing is one step.
    typing: bool,
}

impl Field {
    /// A field of one line, the cursor at its end.
    #[must_use]
    pub fn line(text: &str) -> Self {
        let text = SafeText::line(text).to_string();
        Self { cursor: text.len(), text, ..Self::default() }
    }

    /// A field of many lines, the cursor at its end.
    #[must_use]
    pub fn lines(text: &str) -> Self {
        let text = SafeText::clean(text).to_string();
        Self { cursor: text.len(), text, many_lines: true, ..Self::default() }
    }

    /// What it holds.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it holds, as text of the domain.
    #[must_use]
    pub fn safe(&self) -> SafeText {
        SafeText::clean(&self.text)
    }

    /// Where the cursor is, in bytes.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Hears a key. Gives whether the text changed; `None` if the key means nothing here.
    pub fn hear(&mut self, key: Key) -> Option<bool> {
        match (key.code, key.ctrl) {
            (Code::Char('z'), true) => return Some(self.step_back()),
            (Code::Char('y'), true) => return Some(self.step_forward()),
            (Code::Char('a'), true) | (Code::Home, false) => self.cursor = self.line_start(),
            (Code::End, false) => self.cursor = self.line_end(),
            (Code::Home, true) => self.cursor = 0,
            (Code::End, true) => self.cursor = self.text.len(),
            (Code::Char('w') | Code::Backspace, true) => return Some(self.remove(self.word_before(), self.cursor)),
            (Code::Char('u'), true) => return Some(self.remove(self.line_start(), self.cursor)),
            (Code::Left, true) => self.cursor = self.word_before(),
            (Code::Right, true) => self.cursor = self.word_after(),
            (Code::Left, false) => self.cursor = self.before(self.cursor),
            (Code::Right, false) => self.cursor = self.after(self.cursor),
            (Code::Backspace, false) => return Some(self.remove(self.before(self.cursor), self.cursor)),
            (Code::Delete, false) => return Some(self.remove(self.cursor, self.after(self.cursor))),
            (Code::Up, false) if self.many_lines => self.cursor = self.vertical(false),
            (Code::Down, false) if self.many_lines => self.cursor = self.vertical(true),
            (Code::Enter, false) if self.many_lines => return Some(self.insert("\n")),
            (Code::Char(c), false) => return Some(self.type_char(c)),
            _ => return None,
        }
        self.typing = false;
        Some(false)
    }

    /// Puts a text in at the cursor, as one step.
    pub fn paste(&mut self, text: &SafeText) -> bool {
        self.typing = false;
        let text = if self.many_lines { text.clone() } else { text.on_one_line() };
        self.insert(text.as_str())
    }

    /// Puts another text in the place of this one, as one step.
    pub fn replace(&mut self, text: &SafeText) {
        self.keep();
        text.as_str().clone_into(&mut self.text);
        self.cursor = self.text.len();
    }

    fn type_char(&mut self, c: char) -> bool {
        if self.typing && !c.is_whitespace() {
            return self.put(&c.to_string());
        }
        let changed = self.insert(&c.to_string());
        self.typing = changed;
        changed
    }

    fn insert(&mut self, text: &str) -> bool {
        if text.is_empty() {
            return false;
        }
        self.keep();
        self.put(text)
    }

    /// Whether a text still fits: a field holds no more than a text of the domain does, and cuts nothing.
    #[must_use]
    pub fn has_room(&self, text: &SafeText) -> bool {
        self.text.len() + text.as_str().len() <= MAX_BYTES
    }

    /// Puts `value` in the place of `what` wherever it stands, as one step. Gives whether it stood somewhere.
    pub fn fill(&mut self, what: &str, value: &str) -> bool {
        let filled = self.text.replace(what, value);
        if what.is_empty() || !self.text.contains(what) || filled.len() > MAX_BYTES {
            return false;
        }
        let before = self.text[..self.cursor].replace(what, value).len();
        self.keep();
        SafeText::clean(&filled).as_str().clone_into(&mut self.text);
        self.cursor = self.border(before);
        true
    }

    fn put(&mut self, text: &str) -> bool {
        // Beyond this the end of the text would be cut: nothing that was typed is let go for something new.
        if self.text.len() + text.len() > MAX_BYTES {
            return false;
        }
        let clean = SafeText::clean(&format!("{}{text}{}", &self.text[..self.cursor], &self.text[self.cursor..]));
        let tail = self.text.len() - self.cursor;
        let changed = clean.as_str() != self.text;
        clean.as_str().clone_into(&mut self.text);
        self.cursor = self.border(self.text.len().saturating_sub(tail));
        changed
    }

    fn remove(&mut self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        self.keep();
        self.text.replace_range(from..to, "");
        self.cursor = self.border(from);
        true
    }

    fn keep(&mut self) {
        self.typing = false;
        self.redo.clear();
        self.undo.push((self.text.clone(), self.cursor));
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
    }

    fn step_back(&mut self) -> bool {
        self.typing = false;
        let Some((text, cursor)) = self.undo.pop() else { return false };
        self.redo.push((std::mem::replace(&mut self.text, text), self.cursor));
        self.cursor = cursor;
        true
    }

    fn step_forward(&mut self) -> bool {
        self.typing = false;
        let Some((text, cursor)) = self.redo.pop() else { return false };
        self.undo.push((std::mem::replace(&mut self.text, text), self.cursor));
        self.cursor = cursor;
        true
    }

    fn before(&self, at: usize) -> usize {
        GraphemeCursor::new(at, self.text.len(), true).prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
    }

    fn after(&self, at: usize) -> usize {
        GraphemeCursor::new(at, self.text.len(), true).next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    /// The border of a grapheme at or after a byte.
    fn border(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        match GraphemeCursor::new(at, self.text.len(), true).is_boundary(&self.text, 0) {
            Ok(true) | Err(_) => at,
            Ok(false) => self.after(at),
        }
    }

    fn word_before(&self) -> usize {
        let words = self.text[..self.cursor].unicode_word_indices().next_back();
        words.map_or(0, |(start, _)| start)
    }

    fn word_after(&self) -> usize {
        let mut words = self.text[self.cursor..].unicode_word_indices();
        words.next().map_or(self.text.len(), |(start, word)| self.cursor + start + word.len())
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |at| self.cursor + at)
    }

    /// The place in the line above or below that is as far from its start, in graphemes.
    fn vertical(&self, down: bool) -> usize {
        let start = self.line_start();
        let column = self.text[start..self.cursor].graphemes(true).count();
        let (from, to) = if down {
            let end = self.line_end();
            if end == self.text.len() {
                return end;
            }
            let to = self.text[end + 1..].find('\n').map_or(self.text.len(), |at| end + 1 + at);
            (end + 1, to)
        } else {
            if start == 0 {
                return 0;
            }
            (self.text[..start - 1].rfind('\n').map_or(0, |at| at + 1), start - 1)
        };
        let line = &self.text[from..to];
        line.grapheme_indices(true).nth(column).map_or(to, |(at, _)| from + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: &mut Field, text: &str) {
        for c in text.chars() {
            field.hear(if c == '\n' { Key::plain(Code::Enter) } else { Key::char(c) });
        }
    }

    #[test]
    fn backspace_takes_a_whole_family() {
        let mut field = Field::line("a👩‍👩‍👧");
        field.hear(Key::plain(Code::Backspace));
        assert_eq!(field.text(), "a");
    }

    #[test]
    fn a_run_of_typing_is_one_step_and_a_word_is_another() {
        let mut field = Field::lines("");
        typed(&mut field, "été chaud");
        field.hear(Key::ctrl('z'));
        assert_eq!(field.text(), "été");
        field.hear(Key::ctrl('y'));
        assert_eq!(field.text(), "été chaud");
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let mut field = Field::lines("abcdef\nxy\n123456");
        for _ in 0..2 {
            field.hear(Key::plain(Code::Up));
        }
        assert_eq!(field.cursor(), "ab".len(), "the short line in between had two columns");
    }

    #[test]
    fn a_field_that_is_full_takes_no_more_and_loses_nothing() {
        let mut field = Field::lines(&"a".repeat(MAX_BYTES - 5));
        assert!(!field.has_room(&SafeText::clean("encore")));
        assert!(!field.paste(&SafeText::clean("encore")));
        assert_eq!(field.text().len(), MAX_BYTES - 5);
    }

    #[test]
    fn a_placeholder_is_filled_wherever_it_stands_and_the_cursor_stays() {
        let mut field = Field::lines("{lien} ou {lien} !");
        field.hear(Key::plain(Code::Left));
        assert!(field.fill("{lien}", "ici"));
        assert_eq!((field.text(), field.cursor()), ("ici ou ici !", "ici ou ici ".len()));
        field.hear(Key::ctrl('z'));
        assert_eq!(field.text(), "{lien} ou {lien} !");
        assert!(!field.fill("{nom}", "x"));
    }

    #[test]
    fn a_paste_of_escapes_leaves_words() {
        let mut field = Field::line("");
        field.paste(&SafeText::clean("\u{1b}[31mrouge\nvif"));
        assert_eq!(field.text(), "rouge vif");
    }
}
