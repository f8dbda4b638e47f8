//! A sheet: a text to read, with what can be done with it below.

use super::super::key::{Code, Key};
use super::{Item, Label, Then};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// A text to read, with what can be done with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its title.
    pub title: Text,
    /// What it says.
    pub text: SafeText,
    /// What can be done with it, each by its key.
    pub items: Vec<Item>,
    /// How many of its lines are scrolled away.
    pub scroll: u16,
}

impl Sheet {
    /// A text with nothing to do yet.
    #[must_use]
    pub const fn new(title: Text, text: SafeText) -> Self {
        Self { title, text, items: Vec::new(), scroll: 0 }
    }

    /// The same with one more thing to do.
    #[must_use]
    pub fn item(mut self, key: char, label: Text, then: Result<Then, Text>) -> Self {
        self.items.push(Item { key: Some(Key::char(key)), label: Label::Text(label), then });
        self
    }

    /// Hears a key: scrolls, or gives what was chosen. Enter chooses the first.
    pub fn hear(&mut self, key: Key) -> Option<Result<Then, Text>> {
        if let Some(item) = self.items.iter().find(|item| item.key == Some(key)) {
            return Some(item.then.clone());
        }
        let most = u16::try_from(self.text.as_str().len()).unwrap_or(u16::MAX);
        match key.code {
            Code::Down => self.scroll = self.scroll.saturating_add(1).min(most),
            Code::Up => self.scroll = self.scroll.saturating_sub(1),
            Code::PageDown => self.scroll = self.scroll.saturating_add(8).min(most),
            Code::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Code::Home => self.scroll = 0,
            Code::Enter => return self.items.first().map(|item| item.then.clone()),
            _ => {}
        }
        None
    }
}
