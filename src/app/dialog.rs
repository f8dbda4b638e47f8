//! Dialogs: a menu, a question, a line to type, help, the palette. One at a time, above the tab.

mod form;
mod sheet;

pub use form::{Entry, Form, Part};
pub use sheet::Sheet;

use super::command::Command;
use super::field::Field;
use super::key::{Code, Key};
use crate::domain::ViewId;
use crate::domain::fold::fold;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What stands above the tab.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Something to choose.
    Menu(Menu),
    /// A line to type.
    Prompt(Prompt),
    /// The keys of the moment, or every command: a list that typing narrows.
    Finder(Finder),
    /// What to answer: saved replies, or past answers.
    Replies(Box<super::inbox::Chooser>),
    /// The type and the tone of messages: a letter or a sign each.
    Class(super::inbox::Panel),
    /// A text to read, with what can be done with it, if anything.
    Sheet(Sheet),
    /// A few fields on one screen.
    Form(Box<Form>),
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// What is asked.
    pub title: Text,
    /// What it is about, in the words of the thing itself; may be empty.
    pub about: SafeText,
    /// The choices. The safe one is first.
    pub items: Vec<Item>,
    /// Which is chosen by Enter.
    pub cursor: usize,
}

/// A choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The key that takes it at once.
    pub key: Option<Key>,
    /// What it says.
    pub label: Label,
    /// What it does, or why it can't.
    pub then: Result<Then, Text>,
}

/// What a choice says.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// A text of ours.
    Text(Text),
    /// A name: of a contact, an account, a brand.
    Name(SafeText),
}

/// What a choice or a typed line does.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Nothing: closes the dialog.
    Close,
    /// Runs a command.
    Run(Command),
    /// Something of the inbox.
    Inbox(super::inbox::Then),
    /// Something of the queue.
    Queue(super::queue::Then),
    /// Something of the metrics.
    Metrics(super::metrics::Then),
    /// Something of the report.
    Report(super::report::Then),
    /// Something of the notebook.
    Notebook(super::notebook::Then),
    /// Something of the whole app.
    Shell(super::shell::Then),
}

/// A line to type.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// What is asked.
    pub title: Text,
    /// A word of help.
    pub help: Option<Text>,
    /// What is typed.
    pub field: Field,
    /// Whether what is typed is hidden.
    pub secret: bool,
    /// What is wrong with it.
    pub wrong: Option<Text>,
    /// Words that Tab completes what is typed with.
    pub offers: Vec<SafeText>,
    /// What Enter does with it.
    pub then: Then,
}

/// A list of commands that typing narrows.
#[derive(Debug, Clone, PartialEq)]
pub struct Finder {
    /// Whether it lists the keys of the moment (help) rather than every command (palette).
    pub help: bool,
    /// What is typed.
    pub field: Field,
    /// What matches, best first.
    pub found: Vec<Found>,
    /// Which is run by Enter.
    pub cursor: usize,
}

/// What a finder finds.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// A command.
    Command(Command),
    /// A view of the inbox, by its name.
    View(ViewId, SafeText),
}

impl Menu {
    /// A menu with nothing in it yet.
    #[must_use]
    pub const fn new(title: Text) -> Self {
        Self { title, about: SafeText::EMPTY, items: Vec::new(), cursor: 0 }
    }

    /// The same about something.
    #[must_use]
    pub fn about(mut self, words: &SafeText) -> Self {
        self.about = words.on_one_line();
        self
    }

    /// The same with one more choice.
    #[must_use]
    pub fn item(mut self, key: Option<char>, label: Label, then: Result<Then, Text>) -> Self {
        self.items.push(Item { key: key.map(Key::char), label, then });
        self
    }

    /// Hears a key: moves, or gives what was chosen.
    pub fn hear(&mut self, key: Key) -> Option<Result<Then, Text>> {
        let last = self.items.len().saturating_sub(1);
        if let Some(item) = self.items.iter().find(|item| item.key == Some(key)) {
            return Some(item.then.clone());
        }
        match key.code {
            Code::Down | Code::Char('j') | Code::Tab => self.cursor = if self.cursor == last { 0 } else { self.cursor + 1 },
            Code::Up | Code::Char('k') | Code::BackTab => self.cursor = self.cursor.checked_sub(1).unwrap_or(last),
            Code::Home => self.cursor = 0,
            Code::End => self.cursor = last,
            Code::Enter => return self.items.get(self.cursor).map(|item| item.then.clone()),
            _ => {}
        }
        None
    }
}

impl Prompt {
    /// A line to type.
    #[must_use]
    pub fn new(title: Text, start: &str, then: Then) -> Self {
        Self { title, help: None, field: Field::line(start), secret: false, wrong: None, offers: Vec::new(), then }
    }

    /// The same with a word of help.
    #[must_use]
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    /// The same with words to complete what is typed; a comma sets words apart.
    #[must_use]
    pub fn offering(mut self, words: Vec<SafeText>) -> Self {
        self.offers = words;
        self
    }

    /// What stands before the word being typed, and the word.
    fn last_word(&self) -> (&str, &str) {
        let text = self.field.text();
        let from = text.rfind(',').map_or(0, |at| at + 1);
        let word = text[from..].trim_start_matches([' ', '-', '#']);
        text.split_at(text.len() - word.len())
    }

    /// The words that complete the one being typed.
    #[must_use]
    pub fn offered(&self) -> Vec<&SafeText> {
        let (_, word) = self.last_word();
        let begun = fold(word);
        self.offers.iter().filter(|offer| fold(offer.as_str()).starts_with(&begun)).collect()
    }

    /// Tab: completes the word being typed with the first that begins so.
    pub fn complete(&mut self) {
        let (before, _) = self.last_word();
        if let Some(offer) = self.offered().first() {
            let whole = SafeText::line(&format!("{before}{offer}"));
            self.field.replace(&whole);
        }
    }
}
