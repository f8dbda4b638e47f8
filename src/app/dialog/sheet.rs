//! A sheet: a text to read, with what can be done with it below. One that has nothing to do is closed by Enter.

use super::super::key::{Code, Key};
use super::super::lines::wrap;
use super::{Item, Label, Then};
use crate::domain::text::SafeText;
use crate::lang::{Text, Voice};
use crate::layout::{self, Size};

/// A text to read, with what can be done with it, if anything.
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

    /// Paragraphs, as they are said.
    #[must_use]
    pub fn of(title: Text, paragraphs: &[Text], voice: Voice<'_>) -> Self {
        let said: Vec<String> = paragraphs.iter().map(|text| voice.say(text)).collect();
        Self::new(title, SafeText::clean(&said.join("\n")))
    }

    /// The same with one more thing to do.
    #[must_use]
    pub fn item(mut self, key: char, label: Text, then: Result<Then, Text>) -> Self {
        self.items.push(Item { key: Some(Key::char(key)), label: Label::Text(label), then });
        self
    }

    /// Where it is drawn on a screen.
    #[must_use]
    pub fn place(&self, size: Size) -> layout::Sheet {
        layout::sheet(size, self.items.len(), |width| wrap(self.text.as_str(), usize::from(width)).len())
    }

    /// Hears a key: scrolls, or gives what was chosen. Enter chooses the first.
    pub fn hear(&mut self, key: Key, size: Size) -> Option<Result<Then, Text>> {
        if let Some(item) = self.items.iter().find(|item| item.key == Some(key)) {
            return Some(item.then.clone());
        }
        let place = self.place(size);
        let (page, most) = (place.room.saturating_sub(1).max(1), place.hidden);
        // The screen may have grown meanwhile.
        let scroll = self.scroll.min(most);
        self.scroll = match key.code {
            Code::Down | Code::Char('j') => scroll.saturating_add(1).min(most),
            Code::Up | Code::Char('k') => scroll.saturating_sub(1),
            Code::PageDown | Code::Char(' ') => scroll.saturating_add(page).min(most),
            Code::PageUp => scroll.saturating_sub(page),
            Code::Home => 0,
            Code::End => most,
            Code::Enter if self.items.is_empty() => return Some(Ok(Then::Close)),
            Code::Enter => return self.items.first().map(|item| item.then.clone()),
            Code::Char('q') if self.items.is_empty() => return Some(Ok(Then::Close)),
            _ => scroll,
        };
        None
    }
}
