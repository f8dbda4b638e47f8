//! Keys, pastes and the mouse, in words of our own: the terminal library stays outside.

use crate::domain::text::SafeText;

/// What the terminal brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(Key),
    /// A text was pasted: no key is run by it.
    Paste(SafeText),
    /// The left button was pressed at a cell.
    Click {
        /// Counted from the left, 0 first.
        column: u16,
        /// Counted from the top, 0 first.
        row: u16,
    },
    /// The wheel turned by this many notches, downwards positive.
    Wheel(i16),
    /// The terminal has a new size.
    Resize {
        /// Cells across.
        width: u16,
        /// Cells down.
        height: u16,
    },
}

/// A key with what is held beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which.
    pub code: Code,
    /// Whether Ctrl is held. `AltGr`, which some terminals report as Ctrl+Alt, is not Ctrl.
    pub ctrl: bool,
    /// Whether Shift is held, where it does not show in the character already.
    pub shift: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the keys bear their names")]
pub enum Code {
    /// A character, as typed.
    Char(char),
    /// A function key, 1 to 12.
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

impl Key {
    /// A key with nothing held.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, shift: false }
    }

    /// A character.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Ctrl and a character.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, shift: false }
    }

    /// Shift and a key that has no other sign of it.
    #[must_use]
    pub const fn shift(code: Code) -> Self {
        Self { code, ctrl: false, shift: true }
    }

    /// The character it types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl => Some(c),
            _ => None,
        }
    }

    /// Reads a key as the config and the tests write it: `a`, `A`, `Ctrl+K`, `Shift+Left`, `F2`, `Space`.
    ///
    /// Gives `None` for what no terminal can tell apart or no French keyboard types directly:
    /// Ctrl+I, Ctrl+M, Ctrl+[.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (ctrl, rest) = text.strip_prefix("Ctrl+").map_or((false, text), |rest| (true, rest));
        let (shift, name) = rest.strip_prefix("Shift+").map_or((false, rest), |rest| (true, rest));
        let mut chars = name.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if ctrl => Code::Char(c.to_ascii_lowercase()),
            (Some(c), None) => Code::Char(c),
            _ => Self::named(name)?,
        };
        if ctrl && matches!(code, Code::Char('i' | 'm' | '[')) {
            return None;
        }
        Some(Self { code, ctrl, shift })
    }

    fn named(name: &str) -> Option<Code> {
        if let Some(number) = name.strip_prefix('F').and_then(|digits| digits.parse().ok()) {
            return (1..=12).contains(&number).then_some(Code::F(number));
        }
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
    }
}

const NAMES: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("BackTab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
];

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(number) => write!(f, "F{number}"),
            other => f.write_str(NAMES.iter().find(|(_, code)| *code == other).map_or("", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for text in ["a", "A", "Ctrl+K", "Shift+Left", "F2", "Space", "?", "Esc"] {
            assert_eq!(Key::parse(text).expect("a key").to_string(), text);
        }
        assert_eq!(Key::parse("Ctrl+M"), None, "no terminal tells it from Enter");
    }
}
