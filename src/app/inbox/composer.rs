//! The composer: an answer being written, its draft kept from the first key on, what it is refused for.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{Desktop, EditWhat, Job, Ticket};
use super::super::field::Field;
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::{Then, fetch_context, list, outcome, sweep};
use crate::domain::MessageId;
use crate::domain::account::{Access, Account};
use crate::domain::count::Count;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// An answer being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composer {
    /// The message it answers.
    pub message: MessageId,
    /// What is typed.
    pub field: Field,
    /// Whether all of it is on disk.
    pub saved: bool,
    /// Whether the draft that was kept is still to come: the key was quicker than the file.
    awaits_draft: bool,
    /// What was last sent to disk, and under which number, while that is under way.
    saving: Option<(Ticket, SafeText)>,
}

/// Why an answer can't leave as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is too long by this many characters.
    TooLong(u32),
    /// A placeholder is not filled in.
    Placeholder(SafeText),
    /// It names another brand.
    OtherBrand(SafeText),
}

impl Refusal {
    /// What the person is told.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Empty => Text::new("composer-empty"),
            Self::TooLong(over) => Text::new("composer-too-long").count("count", *over),
            Self::Placeholder(what) => Text::new("composer-placeholder").with("what", what),
            Self::OtherBrand(name) => Text::new("composer-other-brand").with("name", name),
        }
    }
}

/// Opens the composer on the message under the cursor, with the draft kept for it.
pub fn open(model: &mut Model) {
    let Some(message) = list::subject(model).map(|message| message.id) else { return };
    model.inbox.composer = Some(Composer { message, field: Field::lines(""), saved: true, awaits_draft: true, saving: None });
    model.inbox.person_shown = false;
    take_draft(model);
    fetch_context(model);
}

/// Puts the draft that was kept in front of what was typed meanwhile, once it was read.
pub fn take_draft(model: &mut Model) {
    let (Some(composer), Some(opened)) = (&mut model.inbox.composer, &model.inbox.opened) else { return };
    if opened.message.id != composer.message || !std::mem::take(&mut composer.awaits_draft) || opened.draft.is_blank() {
        return;
    }
    let typed = composer.field.text().to_owned();
    composer.field = Field::lines(&format!("{}{typed}", opened.draft));
    if !typed.is_empty() {
        keep(model);
    }
}

/// Hears a key. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(composer) = &mut model.inbox.composer else { return false };
    let changed = composer.field.hear(key);
    if changed == Some(true) {
        keep(model);
    }
    changed.is_some()
}

/// Takes a paste.
pub fn paste(model: &mut Model, text: &SafeText) {
    if let Some(composer) = &mut model.inbox.composer
        && composer.field.paste(text)
    {
        keep(model);
    }
}

/// Sends what is typed to disk, one request at a time: typing is never queued behind it.
fn keep(model: &mut Model) {
    let Some(composer) = &mut model.inbox.composer else { return };
    composer.saved = false;
    // Before the draft was read nothing is written over it.
    if composer.saving.is_some() || composer.awaits_draft {
        return;
    }
    let (message, text) = (composer.message, composer.field.safe());
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::KeepDraft(message, text.clone(), model.now));
    if let Some(composer) = &mut model.inbox.composer {
        composer.saving = Some((ticket, text));
    }
}

/// A draft is on disk: sends what was typed since.
pub fn saved(model: &mut Model, ticket: Ticket) {
    let Some(composer) = &mut model.inbox.composer else { return };
    let Some((_, text)) = composer.saving.take_if(|(asked, _)| *asked == ticket) else { return };
    if text == composer.field.safe() {
        composer.saved = true;
    } else {
        keep(model);
    }
}

/// A draft could not be written; the trouble was told, and what is typed stays.
pub fn not_saved(model: &mut Model, ticket: Ticket) {
    if let Some(composer) = &mut model.inbox.composer {
        composer.saving.take_if(|(asked, _)| *asked == ticket);
    }
}

/// Sends what is typed to disk whatever is under way: the app is about to leave.
pub fn keep_draft_now(model: &mut Model) {
    if let Some(composer) = model.inbox.composer.as_ref().filter(|composer| !composer.saved) {
        let job = Job::KeepDraft(composer.message, composer.field.safe(), model.now);
        model.asks.store(job);
    }
}

/// Closes the composer; the draft stays.
pub fn leave(model: &mut Model) {
    let Some(composer) = &model.inbox.composer else { return };
    let kept = !composer.field.is_blank();
    keep_draft_now(model);
    model.inbox.composer = None;
    list::refresh(model);
    if kept {
        model.tell(Text::new("composer-kept"));
    }
}

/// Lets the CM write in their own editor.
pub fn edit_outside(model: &mut Model) {
    if let Some(composer) = &model.inbox.composer {
        model.asks.desktop(Desktop::Edit { what: EditWhat::Answer(composer.message), text: composer.field.safe() });
    }
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, message: MessageId, text: &SafeText) {
    if let Some(composer) = model.inbox.composer.as_mut().filter(|composer| composer.message == message) {
        composer.field.replace(text);
        keep(model);
    }
}

/// How long the answer is, as the account's network counts it.
#[must_use]
pub fn count(model: &Model) -> Option<Count> {
    let composer = model.inbox.composer.as_ref()?;
    let account = account(model)?;
    Some(account.capabilities.count.count(composer.field.text()))
}

fn account(model: &Model) -> Option<&Account> {
    list::subject(model).and_then(|message| model.account(message.account))
}

/// Why the answer can't leave as it is, if it can't.
///
/// # Errors
/// The first reason.
pub fn check(model: &Model) -> Result<(), Refusal> {
    let Some(composer) = &model.inbox.composer else { return Err(Refusal::Empty) };
    let text = composer.field.text();
    if composer.field.is_blank() {
        return Err(Refusal::Empty);
    }
    if let Some(count) = count(model).filter(|count| count.over) {
        return Err(Refusal::TooLong(count.used.saturating_sub(count.limit)));
    }
    if let Some(what) = placeholder(text) {
        return Err(Refusal::Placeholder(SafeText::line(what)));
    }
    let others = model.workspace.brands.iter().filter(|brand| Some(brand.id) != model.brand);
    match others.map(|brand| &brand.name).find(|name| names(text, name.as_str())) {
        Some(name) => Err(Refusal::OtherBrand(name.clone())),
        None => Ok(()),
    }
}

/// The first unfilled placeholder: a word in braces.
fn placeholder(text: &str) -> Option<&str> {
    text.match_indices('{').find_map(|(from, _)| {
        let inside = &text[from + 1..];
        let to = inside.find('}')?;
        let word = &inside[..to];
        let is_name =
            word.trim() == word && !word.is_empty() && word.len() <= 40 && word.chars().all(|c| c.is_alphanumeric() || " _-'’".contains(c));
        is_name.then(|| &text[from..from + to + 2])
    })
}

/// Whether `text` holds `name` as words of its own, whatever the case.
fn names(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    !name.trim().is_empty()
        && text.match_indices(&name).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}

/// Ctrl+D: the answer is held for ten seconds and then leaves, or the CM sends it by hand.
pub fn send(model: &mut Model) {
    if let Err(refusal) = check(model) {
        model.hint(refusal.text());
        return;
    }
    let Some(account) = account(model) else { return };
    if account.access == Access::Manual {
        return ask_sent(model);
    }
    answer(model, false);
}

/// An account kept by hand: the answer goes to the clipboard, the CM pastes it, and says so.
fn ask_sent(model: &mut Model) {
    let Some(composer) = &model.inbox.composer else { return };
    model.asks.desktop(Desktop::Copy(composer.field.safe()));
    if let Some(url) = list::subject(model).and_then(|message| message.url.clone()) {
        model.asks.desktop(Desktop::Browse(url));
    }
    let menu = Menu::new(Text::new("composer-sent-title"))
        .about(&composer.field.safe())
        .item(Some('n'), Label::Text(Text::new("composer-sent-no")), Ok(Chosen::Close))
        .item(Some('y'), Label::Text(Text::new("composer-sent-yes")), Ok(Chosen::Inbox(Then::SentByHand)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Writes the answer down and goes on to the next message.
pub fn answer(model: &mut Model, by_hand: bool) {
    let Some(composer) = model.inbox.composer.take() else { return };
    sweep::write_seen(model);
    let sweep = sweep::current(model);
    let job = Job::Answer { message: composer.message, text: composer.field.safe(), at: model.now, sweep, by_hand };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
    model.inbox.leaving.insert(ticket, vec![composer.message]);
    let author = list::subject(model).map(|message| message.author.clone()).unwrap_or_default();
    let said = if by_hand { "inbox-answered-by-hand" } else { "inbox-answered" };
    outcome::move_on(model, &[composer.message], Text::new(said).with("author", author));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_braces_is_a_placeholder_and_code_is_not() {
        assert_eq!(placeholder("Bonjour {prénom} !"), Some("{prénom}"));
        assert_eq!(placeholder("fn main() { }"), None);
        assert_eq!(placeholder("{ \"a\": 1 }"), None);
    }

    #[test]
    fn another_brand_is_found_as_a_word_only() {
        assert!(names("Chez Brûlerie Nord, tout va bien", "brûlerie nord"));
        assert!(!names("lumenologie", "Lumen"));
    }
}
