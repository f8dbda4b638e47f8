//! `SafeText`: the one way in for text that a stranger, a network, a file or a paste brings.
//!
//! What it holds can't act on a terminal and can't break the layout. It does not escape for HTML,
//! Markdown or CSV: each export does that for its own format.

use serde::{Deserialize, Deserializer, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// The longest text kept, in bytes; beyond it the text is cut and ends in `…`.
pub const MAX_BYTES: usize = 256 * 1024;
/// The most bytes that one grapheme may take: a terminal cell holds no more.
pub const MAX_GRAPHEME_BYTES: usize = 32;

/// Text that is safe to draw: no control or escape sequence, no direction override, no tag
/// characters, line breaks as `\n` alone, no grapheme of more than 32 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct SafeText(String);

impl SafeText {
    /// No text.
    pub const EMPTY: Self = Self(String::new());

    /// Cleans `raw`: drops what acts on a terminal, keeps line breaks.
    #[must_use]
    pub fn clean(raw: &str) -> Self {
        // Most texts, and all that were cleaned before and are plain, hold nothing to drop.
        if raw.len() <= MAX_BYTES && raw.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
            return Self(raw.to_owned());
        }
        let mut visible = String::with_capacity(raw.len().min(MAX_BYTES));
        let mut chars = raw.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\u{1b}' => skip_escape(&mut chars),
                '\u{9b}' => skip_until_final(&mut chars),
                '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => skip_string(&mut chars),
                '\r' if chars.peek() == Some(&'\n') => {}
                '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => visible.push('\n'),
                '\t' => visible.push(' '),
                _ if is_refused(c) => {}
                _ => visible.push(c),
            }
            if visible.len() > MAX_BYTES {
                // What was cut is no longer than what may be kept: cleaning it again changes nothing.
                while visible.len() > MAX_BYTES - '…'.len_utf8() {
                    visible.pop();
                }
                visible.push('…');
                break;
            }
        }
        Self(if may_hold_a_long_grapheme(&visible) { bound_graphemes(&visible) } else { visible })
    }

    /// Cleans `raw` and puts it on one line: breaks and runs of spaces become one space.
    #[must_use]
    pub fn line(raw: &str) -> Self {
        let clean = Self::clean(raw);
        Self(clean.0.split_whitespace_ascii())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The same text on one line.
    #[must_use]
    pub fn on_one_line(&self) -> Self {
        Self(self.0.split_whitespace_ascii())
    }
}

/// Joins words by one space, leaving the no-break spaces of French typography alone.
trait SplitWhitespaceAscii {
    fn split_whitespace_ascii(&self) -> String;
}

impl SplitWhitespaceAscii for String {
    fn split_whitespace_ascii(&self) -> String {
        let is_one_line = !self.contains('\n') && !self.contains("  ") && !self.starts_with(' ') && !self.ends_with(' ');
        if is_one_line {
            return self.clone();
        }
        self.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Skips what follows ESC: a control sequence, a string (title, clipboard, link) or one character.
fn skip_escape(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_until_final(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(' '..='~') => {
            chars.next();
        }
        Some(_) | None => {}
    }
}

/// Skips the rest of a control sequence: parameters, then one final character.
fn skip_until_final(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(&c) = chars.peek() {
        if !(' '..='~').contains(&c) {
            return;
        }
        chars.next();
        if ('@'..='~').contains(&c) {
            return;
        }
    }
}

/// Skips a control string up to its terminator. One without a terminator ends with its line, so
/// that a lone introducer can't swallow a whole message.
fn skip_string(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(&c) = chars.peek() {
        match c {
            '\n' => return,
            '\u{7}' | '\u{9c}' => {
                chars.next();
                return;
            }
            '\u{1b}' => {
                chars.next();
                if chars.peek() == Some(&'\\') {
                    chars.next();
                }
                return;
            }
            _ => {
                chars.next();
            }
        }
    }
}

/// Whether `c` acts on a terminal or on the order of a line, or is invisible without need.
///
/// Kept: the joiner U+200D (family emoji) and the variation selectors.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a grapheme could be too long. No grapheme holds two ASCII characters, so it is never longer
/// than one of them and what is not ASCII before and after it.
fn may_hold_a_long_grapheme(text: &str) -> bool {
    const SHORT_RUN: usize = (MAX_GRAPHEME_BYTES - 1) / 2;
    text.as_bytes().split(u8::is_ascii).any(|run| run.len() > SHORT_RUN)
}

/// Cuts each grapheme to [`MAX_GRAPHEME_BYTES`], at a character.
fn bound_graphemes(text: &str) -> String {
    let mut bounded = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if grapheme.len() <= MAX_GRAPHEME_BYTES {
            bounded.push_str(grapheme);
            continue;
        }
        let mut end = MAX_GRAPHEME_BYTES;
        while !grapheme.is_char_boundary(end) {
            end -= 1;
        }
        bounded.push_str(grapheme[..end].trim_end_matches('\u{200d}'));
    }
    bounded
}

impl std::fmt::Display for SafeText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for SafeText {
    fn from(raw: &str) -> Self {
        Self::clean(raw)
    }
}

impl From<String> for SafeText {
    fn from(raw: String) -> Self {
        Self::clean(&raw)
    }
}

impl PartialEq<str> for SafeText {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for SafeText {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|raw| Self::clean(&raw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_dropped_and_the_words_stay() {
        let attacks = [
            ("\u{1b}]0;pwned\u{7}title", "title"),
            ("\u{1b}]52;c;ZWNobyBwd25lZA==\u{7}clip", "clip"),
            ("\u{1b}[2J\u{1b}[H\u{1b}[31mfake prompt $ ", "fake prompt $ "),
            ("\u{1b}]8;;https://evil.example\u{1b}\\https://bank.example\u{1b}]8;;\u{1b}\\", "https://bank.example"),
            ("\u{9b}6n\u{9d}0;c\u{9c}ok", "ok"),
            ("\u{202e}gnp.exe\u{202c} invoice", "gnp.exe invoice"),
            ("a\u{0}b\u{8}\u{7f}c", "abc"),
            ("\r\nInjected: header", "\nInjected: header"),
        ];
        for (raw, expected) in attacks {
            assert_eq!(SafeText::clean(raw).as_str(), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_control_string_without_end_takes_its_line_only() {
        assert_eq!(SafeText::clean("\u{1b}]0;lost\nkept").as_str(), "\nkept");
    }

    #[test]
    fn families_and_flags_stay_whole_and_zalgo_is_bounded() {
        assert_eq!(SafeText::clean("👩‍👩‍👧‍👦 🇫🇷").as_str(), "👩‍👩‍👧‍👦 🇫🇷");
        let zalgo = format!("Z{}", "\u{361}\u{335}\u{322}".repeat(40));
        assert!(SafeText::clean(&zalgo).as_str().len() <= MAX_GRAPHEME_BYTES);
    }

    #[test]
    fn a_grapheme_is_bounded_wherever_its_marks_stand() {
        let mark = "\u{361}";
        for raw in
            [format!("a{}", mark.repeat(16)), format!("\u{e9}{}b", mark.repeat(16)), format!("x{}y{}", mark.repeat(7), mark.repeat(16))]
        {
            let kept = SafeText::clean(&raw);
            assert!(kept.as_str().graphemes(true).all(|grapheme| grapheme.len() <= MAX_GRAPHEME_BYTES), "{raw:?}");
        }
        let short = format!("a{}", mark.repeat(15));
        assert_eq!(SafeText::clean(&short).as_str(), short);
    }

    #[test]
    fn one_line_keeps_single_spaces_and_joins_the_rest() {
        assert_eq!(SafeText::line("un mot").as_str(), "un mot");
        assert_eq!(SafeText::line(" un  mot\n\nde plus ").as_str(), "un mot de plus");
        assert_eq!(SafeText::line("quoi\u{202f}?").as_str(), "quoi\u{202f}?");
    }

    #[test]
    fn cleaning_twice_changes_nothing_more() {
        for raw in ["\u{1b}\u{1b}[[mx", "a\u{200d}\u{200d}b", "é\u{301}\u{301}", "\u{9b}\u{1b}]x"] {
            let once = SafeText::clean(raw);
            assert_eq!(SafeText::clean(once.as_str()), once, "{raw:?}");
        }
    }

    #[test]
    fn ten_megabytes_are_cut_with_a_sign() {
        let text = SafeText::clean(&"x".repeat(10_000_000));
        assert!(text.as_str().len() <= MAX_BYTES + '…'.len_utf8());
        assert!(text.as_str().ends_with('…'));
    }

    #[test]
    fn a_text_of_the_longest_length_is_kept_and_a_longer_one_is_cut_once() {
        let longest = "é".repeat(MAX_BYTES / 2);
        assert_eq!(SafeText::clean(&longest).as_str(), longest);
        let cut = SafeText::clean(&format!("{longest}é"));
        assert!(cut.as_str().ends_with("é…") && cut.as_str().len() <= MAX_BYTES);
        assert_eq!(SafeText::clean(cut.as_str()), cut);
    }
}
