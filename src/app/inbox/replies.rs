//! Choosing what to answer: saved replies by fuzzy search, or the CM's own past answers.
//!
//! What is chosen goes into the answer being written, never further: only Ctrl+D sends.

use super::super::dialog::{Dialog, Prompt, Then as Chosen};
use super::super::field::Field;
use super::super::key::{Code, Key};
use super::super::model::Model;
use super::{Then, composer, list};
use crate::domain::placeholder::{self, Known};
use crate::domain::saved_reply::{SavedReply, Tongue, variant};
use crate::domain::suggest::Suggestion;
use crate::domain::text::SafeText;
use crate::domain::{MessageId, SavedReplyId};
use crate::lang::{Lang, Text};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What is chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Saved replies.
    Saved,
    /// Past answers.
    Past,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A saved reply, in the language that is shown.
    Saved(SavedReplyId),
    /// A past answer, by its place.
    Past(usize),
}

/// The chooser, above the composer.
#[derive(Debug, Clone, PartialEq)]
pub struct Chooser {
    /// What is typed.
    pub field: Field,
    /// What is chosen from.
    pub shelf: Shelf,
    /// The language of the variants.
    pub tongue: Tongue,
    /// What matches, best first.
    pub found: Vec<Found>,
    /// Which is inserted by Enter.
    pub cursor: usize,
}

/// Opens the chooser on a shelf.
pub fn open(model: &mut Model, shelf: Shelf) {
    let tongue = tongue(model);
    let mut chooser = Chooser { field: Field::line(""), shelf, tongue, found: Vec::new(), cursor: 0 };
    find(model, &mut chooser);
    model.dialog = Some(Dialog::Replies(Box::new(chooser)));
}

/// The language of the message, else that of the screens.
fn tongue(model: &Model) -> Tongue {
    let told = list::subject(model).and_then(|message| Tongue::of(message.text.as_str()));
    told.unwrap_or(match model.lang {
        Lang::Fr => Tongue::French,
        Lang::En => Tongue::English,
    })
}

/// The past answers that are suggested for the message being answered, once the file gave them.
#[must_use]
pub fn past(model: &Model) -> Option<&[Suggestion]> {
    model.inbox.composer.as_ref().and_then(|composer| composer.past.as_deref())
}

/// Takes past answers, if their message is still being answered.
pub fn take_past(model: &mut Model, message: MessageId, found: Vec<Suggestion>) {
    if let Some(composer) = model.inbox.composer.as_mut().filter(|composer| composer.message == message) {
        composer.past = Some(found);
        if let Some(Dialog::Replies(mut chooser)) = model.dialog.take_if(|dialog| matches!(dialog, Dialog::Replies(_))) {
            find(model, &mut chooser);
            model.dialog = Some(Dialog::Replies(chooser));
        }
    }
}

/// The saved reply or past answer that a choice names: its name and its text.
#[must_use]
pub fn shown(model: &Model, found: &Found) -> Option<(SafeText, SafeText)> {
    match found {
        Found::Saved(id) => model.saved_replies().find(|reply| reply.id == *id).map(|reply| (reply.name.clone(), reply.text.clone())),
        Found::Past(at) => past(model)?.get(*at).map(|past| (past.asked.clone(), past.answer.clone())),
    }
}

/// Fills the list by what was typed: names count more than texts.
fn find(model: &Model, chooser: &mut Chooser) {
    let all: Vec<Found> = match chooser.shelf {
        Shelf::Saved => saved(model, chooser.tongue).into_iter().map(|reply| Found::Saved(reply.id)).collect(),
        Shelf::Past => (0..past(model).map_or(0, <[Suggestion]>::len)).map(Found::Past).collect(),
    };
    let typed = chooser.field.text();
    chooser.found = if typed.trim().is_empty() { all } else { matching(model, typed, all) };
    chooser.cursor = chooser.cursor.min(chooser.found.len().saturating_sub(1));
}

fn matching(model: &Model, typed: &str, all: Vec<Found>) -> Vec<Found> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut score = |text: &SafeText| pattern.score(Utf32Str::new(text.on_one_line().as_str(), &mut buffer), &mut matcher);
    let mut scored: Vec<(u32, Found)> = all
        .into_iter()
        .filter_map(|found| {
            let (name, text) = shown(model, &found)?;
            let best = score(&name).map(|score| score * 2).max(score(&text))?;
            Some((best, found))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Letters scattered over a text match nearly everything: what scores far less is noise.
    let best = scored.first().map_or(0, |(score, _)| *score);
    scored.into_iter().filter(|(score, _)| score * 3 > best).map(|(_, found)| found).collect()
}

/// One saved reply a name: its variant in `tongue`, else the one there is.
fn saved(model: &Model, tongue: Tongue) -> Vec<&SavedReply> {
    let all: Vec<&SavedReply> = model.saved_replies().collect();
    let mut names: Vec<&SafeText> = all.iter().map(|reply| &reply.name).collect();
    names.dedup();
    let mut found: Vec<&SavedReply> = names.into_iter().filter_map(|name| variant(&all, name, tongue)).collect();
    // What is there in the other language alone comes last.
    found.sort_by_key(|reply| reply.language != tongue);
    found
}

/// Hears a key. Gives the text to insert, once one is chosen.
pub fn hear_chooser(model: &Model, chooser: &mut Chooser, key: Key) -> Option<SafeText> {
    let last = chooser.found.len().saturating_sub(1);
    match (key.code, key.ctrl) {
        (Code::Down, _) => chooser.cursor = (chooser.cursor + 1).min(last),
        (Code::Up, _) => chooser.cursor = chooser.cursor.saturating_sub(1),
        (Code::PageDown, _) => chooser.cursor = (chooser.cursor + 5).min(last),
        (Code::PageUp, _) => chooser.cursor = chooser.cursor.saturating_sub(5),
        (Code::Enter, _) => return chooser.found.get(chooser.cursor).and_then(|found| shown(model, found)).map(|(_, text)| text),
        (Code::Tab, _) => {
            let name = chooser.found.get(chooser.cursor).and_then(|found| shown(model, found)).map(|(name, _)| name);
            chooser.tongue = chooser.tongue.other();
            find(model, chooser);
            // The same reply stays chosen, wherever it stands now.
            let place = |found: &Found| shown(model, found).map(|(name, _)| name) == name;
            chooser.cursor = chooser.found.iter().position(place).unwrap_or(0);
        }
        (Code::Char('t'), true) => show(model, chooser, Shelf::Saved),
        (Code::Char('g'), true) => show(model, chooser, Shelf::Past),
        _ => {
            if chooser.field.hear(key) == Some(true) {
                chooser.cursor = 0;
                find(model, chooser);
            }
        }
    }
    None
}

fn show(model: &Model, chooser: &mut Chooser, shelf: Shelf) {
    chooser.shelf = shelf;
    chooser.cursor = 0;
    find(model, chooser);
}

/// Takes a paste into what is typed.
pub fn paste_into(model: &Model, chooser: &mut Chooser, text: &SafeText) {
    if chooser.field.paste(text) {
        chooser.cursor = 0;
        find(model, chooser);
    }
}

/// A text with all that is known filled in.
#[must_use]
pub fn filled(model: &Model, text: &SafeText) -> SafeText {
    let message = list::subject(model);
    let first_name = message.and_then(|message| placeholder::first_name(message.author.as_str()));
    let account = message.and_then(|message| model.account(message.account)).map(|account| account.handle.to_string());
    let known = Known { first_name: first_name.as_deref(), account: account.as_deref() };
    SafeText::clean(&placeholder::fill(text.as_str(), known))
}

/// Puts a text into the answer and asks for what it leaves open.
pub fn insert(model: &mut Model, text: &SafeText) {
    let text = filled(model, text);
    let left = placeholder::left(text.as_str()).iter().map(|what| SafeText::line(what)).collect();
    composer::paste(model, &text);
    ask(model, left);
}

/// Asks for the first of what is left open, if something is.
fn ask(model: &mut Model, left: Vec<SafeText>) {
    let Some(first) = left.first().cloned() else { return };
    let name = SafeText::line(first.as_str().trim_matches(['{', '}']));
    let help = Text::new("reply-ask-help").with("what", first);
    let prompt = Prompt::new(Text::new("reply-ask-title").with("what", name), "", Chosen::Inbox(Then::Fill(left))).help(help);
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Fills in what was asked for first, and asks for the next one. Nothing typed leaves it open.
pub fn fill(model: &mut Model, mut left: Vec<SafeText>, typed: &str) {
    model.dialog = None;
    if left.is_empty() {
        return;
    }
    let what = left.remove(0);
    let value = SafeText::line(typed.trim());
    if !value.is_blank() {
        composer::fill(model, what.as_str(), value.as_str());
    }
    ask(model, left);
}
