//! A form: a few fields on one screen, written in any order and taken together.

use super::super::field::Field;
use super::super::inbox::Filled;
use super::super::key::{Code, Key};
use super::Label;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// A few fields on one screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its title.
    pub title: Text,
    /// A word of help.
    pub help: Text,
    /// What has to be done before it can be filled in.
    pub steps: Option<Text>,
    /// Its parts, from the top.
    pub parts: Vec<Part>,
    /// Which of them hears keys.
    pub at: usize,
    /// What is wrong with it.
    pub wrong: Option<Text>,
    /// What it is for.
    pub then: Filled,
    /// What it held when it was opened anew.
    fresh: Vec<String>,
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub label: Text,
    /// What it holds.
    pub entry: Entry,
    /// A word of help for it alone.
    pub help: Option<Text>,
}

/// What a part of a form holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A line.
    Line(Field),
    /// Lines.
    Lines(Field),
    /// A line that is hidden, and never kept.
    Secret(Field),
    /// One of several.
    Choice {
        /// What they are called.
        labels: Vec<Label>,
        /// Which one.
        chosen: usize,
    },
}

impl Form {
    /// A form without parts.
    #[must_use]
    pub const fn new(title: Text, help: Text, then: Filled) -> Self {
        Self { title, help, steps: None, parts: Vec::new(), at: 0, wrong: None, then, fresh: Vec::new() }
    }

    /// The same with what has to be done before.
    #[must_use]
    pub fn steps(mut self, steps: Text) -> Self {
        self.steps = Some(steps);
        self
    }

    /// The same with a word of help for the part that was added last.
    #[must_use]
    pub fn helped(mut self, help: Text) -> Self {
        if let Some(part) = self.parts.last_mut() {
            part.help = Some(help);
        }
        self
    }

    /// The same with a line more.
    #[must_use]
    pub fn line(self, label: &'static str, start: &str) -> Self {
        self.part(label, Entry::Line(Field::line(start)))
    }

    /// The same with a text of many lines more.
    #[must_use]
    pub fn lines(self, label: &'static str, start: &str) -> Self {
        self.part(label, Entry::Lines(Field::lines(start)))
    }

    /// The same with a hidden line more.
    #[must_use]
    pub fn secret(self, label: &'static str, start: &str) -> Self {
        self.part(label, Entry::Secret(Field::line(start)))
    }

    /// The same with a choice more.
    #[must_use]
    pub fn choice(self, label: &'static str, labels: Vec<Label>, chosen: usize) -> Self {
        self.part(label, Entry::Choice { labels, chosen })
    }

    fn part(mut self, label: &'static str, entry: Entry) -> Self {
        self.parts.push(Part { label: Text::new(label), entry, help: None });
        self
    }

    /// The same with its cursor in another part.
    #[must_use]
    pub const fn from(mut self, at: usize) -> Self {
        self.at = at;
        self
    }

    /// What all parts hold: what is typed, and what is chosen by its name or its place.
    fn held(&self) -> Vec<String> {
        let held = |part: &Part| match &part.entry {
            Entry::Line(field) | Entry::Lines(field) => field.text().to_owned(),
            Entry::Secret(_) => String::new(),
            Entry::Choice { labels, chosen } => match labels.get(*chosen) {
                Some(Label::Name(name)) => name.to_string(),
                Some(Label::Text(_)) | None => chosen.to_string(),
            },
        };
        self.parts.iter().map(held).collect()
    }

    /// The same as it was left, if it was.
    #[must_use]
    pub fn again(mut self, left: Option<&str>) -> Self {
        self.fresh = self.held();
        let left: Vec<String> = left.and_then(|left| serde_json::from_str(left).ok()).unwrap_or_default();
        for (part, left) in self.parts.iter_mut().zip(left) {
            match &mut part.entry {
                Entry::Line(field) => *field = Field::line(&left),
                Entry::Lines(field) => *field = Field::lines(&left),
                Entry::Secret(_) => {}
                Entry::Choice { labels, chosen } => {
                    let named = labels.iter().position(|label| matches!(label, Label::Name(name) if name.as_str() == left));
                    let placed = left.parse().ok().filter(|at| matches!(labels.get(*at), Some(Label::Text(_))));
                    *chosen = named.or(placed).unwrap_or(*chosen);
                }
            }
        }
        self
    }

    /// What is to be kept of it where it is left; `None` if it is as it was when it was opened.
    #[must_use]
    pub fn begun(&self) -> Option<String> {
        let held = self.held();
        if held == self.fresh { None } else { serde_json::to_string(&held).ok() }
    }

    /// What is typed into a part; nothing of a choice.
    #[must_use]
    pub fn text(&self, part: usize) -> &str {
        match self.parts.get(part).map(|part| &part.entry) {
            Some(Entry::Line(field) | Entry::Lines(field) | Entry::Secret(field)) => field.text(),
            Some(Entry::Choice { .. }) | None => "",
        }
    }

    /// Which of a choice is chosen.
    #[must_use]
    pub fn chosen(&self, part: usize) -> usize {
        match self.parts.get(part).map(|part| &part.entry) {
            Some(Entry::Choice { chosen, .. }) => *chosen,
            Some(Entry::Line(_) | Entry::Lines(_) | Entry::Secret(_)) | None => 0,
        }
    }

    /// Says what is wrong, and where.
    pub fn refuse(&mut self, part: usize, wrong: Text) {
        self.at = part;
        self.wrong = Some(wrong);
    }

    /// Hears a key. Gives whether the form is done.
    pub fn hear(&mut self, key: Key) -> bool {
        let is_last = self.at + 1 == self.parts.len();
        // Where something has to be done first, the fields are few and asked for in a row: Enter ends the last one.
        if key == Key::ctrl('d') || (self.steps.is_some() && is_last && key.code == Code::Enter) {
            return true;
        }
        self.wrong = None;
        match key.code {
            Code::Tab => self.step(1),
            Code::BackTab => self.step(self.parts.len().saturating_sub(1)),
            _ => self.hear_part(key),
        }
        false
    }

    fn step(&mut self, by: usize) {
        self.at = (self.at + by) % self.parts.len().max(1);
    }

    fn hear_part(&mut self, key: Key) {
        let Some(part) = self.parts.get_mut(self.at) else { return };
        let taken = match &mut part.entry {
            Entry::Line(field) | Entry::Lines(field) | Entry::Secret(field) => field.hear(key).is_some(),
            Entry::Choice { labels, chosen } => hear_choice(labels.len(), chosen, key),
        };
        let back = self.parts.len().saturating_sub(1);
        match key.code {
            _ if taken => {}
            Code::Enter | Code::Down => self.step(1),
            Code::Up => self.step(back),
            _ => {}
        }
    }

    /// Takes a paste.
    pub fn paste(&mut self, text: &SafeText) {
        self.wrong = None;
        if let Some(Entry::Line(field) | Entry::Lines(field) | Entry::Secret(field)) =
            self.parts.get_mut(self.at).map(|part| &mut part.entry)
        {
            field.paste(text);
        }
    }
}

fn hear_choice(all: usize, chosen: &mut usize, key: Key) -> bool {
    match key.code {
        Code::Right | Code::Char(' ') => *chosen = (*chosen + 1) % all.max(1),
        Code::Left => *chosen = chosen.checked_sub(1).unwrap_or(all.saturating_sub(1)),
        Code::Char(c) => match c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()) {
            Some(digit) if (1..=all).contains(&digit) => *chosen = digit - 1,
            _ => return false,
        },
        _ => return false,
    }
    true
}
