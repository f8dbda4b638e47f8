//! The composer: an answer being written, its draft kept from the first key on, read once more where the charter asks.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{BriefWork, Desktop, EditWhat, Job, Ticket};
use super::super::field::Field;
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::super::{refusal, unfinished};
use super::{Then, fetch_context, list, outcome, share, sweep};
use crate::domain::MessageId;
use crate::domain::account::{Access, Account};
use crate::domain::charter::{Refusal, check_answer};
use crate::domain::count::Count;
use crate::domain::message::{Tone, draft_with};
use crate::domain::suggest::Suggestion;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// How far an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is being written.
    Writing,
    /// It is read once more, beside the message, before it leaves.
    SecondLook,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The answer to the message.
    Answer,
    /// A word to its author while a contact is waited for: the message stays delegated.
    Word,
    /// Words above the message, which is shared with them.
    Quote,
}

/// An answer being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composer {
    /// The message it answers.
    pub message: MessageId,
    /// What is typed.
    pub field: Field,
    /// What it is for.
    pub purpose: Purpose,
    /// Whether it is written or read once more.
    pub step: Step,
    /// The CM's past answers to messages like this one, once the file gave them.
    pub past: Option<Vec<Suggestion>>,
    /// Whether all of it is on disk.
    pub saved: bool,
    /// Whether the draft that was kept is still to come: the key was quicker than the file.
    awaits_draft: bool,
    /// What was last sent to disk, and under which number, while that is under way.
    saving: Option<(Ticket, SafeText)>,
}

/// Opens the composer on the message under the cursor, with the draft kept for it.
pub fn open(model: &mut Model) {
    let Some(message) = list::subject(model).map(|message| message.id) else { return };
    begin(model, message, &SafeText::EMPTY, Purpose::Answer);
}

/// Opens the composer for words above the message under the cursor, with those begun before.
pub fn open_quote(model: &mut Model) {
    let Some(message) = list::subject(model).map(|message| message.id) else { return };
    let begun = unfinished::begun(model, &share::draft_name(message)).map(SafeText::clean).unwrap_or_default();
    begin(model, message, &begun, Purpose::Quote);
}

/// Opens the composer on a message, wherever the cursor is, and begins with a text.
pub fn open_on(model: &mut Model, message: MessageId, text: &SafeText, acknowledges: bool) {
    if model.inbox.opened.as_ref().is_none_or(|opened| opened.message.id != message) {
        list::open(model, message);
    }
    begin(model, message, text, if acknowledges { Purpose::Word } else { Purpose::Answer });
}

fn begin(model: &mut Model, message: MessageId, text: &SafeText, purpose: Purpose) {
    let field = Field::lines(text.as_str());
    let quotes = purpose == Purpose::Quote;
    let saved = text.is_blank() || quotes;
    let awaits_draft = !quotes;
    model.inbox.composer = Some(Composer { message, field, purpose, step: Step::Writing, past: None, saved, awaits_draft, saving: None });
    model.inbox.card = None;
    if quotes {
        return;
    }
    super::closing::warn(model);
    model.ask(Asker::Tab(Tab::Inbox), Job::Suggest(message));
    take_draft(model);
    fetch_context(model);
}

/// Puts the draft that was kept in front of what was typed meanwhile, once it was read.
pub fn take_draft(model: &mut Model) {
    let (Some(composer), Some(opened)) = (&mut model.inbox.composer, &model.inbox.opened) else { return };
    if opened.message.id != composer.message || !std::mem::take(&mut composer.awaits_draft) {
        return;
    }
    if opened.draft.is_blank() {
        if !composer.saved {
            keep(model);
        }
        return;
    }
    let typed = composer.field.safe();
    composer.field = Field::lines(draft_with(&opened.draft, &typed).as_str());
    if !typed.as_str().is_empty() {
        keep(model);
    }
}

/// Hears a key. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(composer) = &mut model.inbox.composer else { return false };
    if composer.step == Step::SecondLook {
        back_to_text(model);
        return true;
    }
    let changed = composer.field.hear(key);
    match (changed, key.typed()) {
        (Some(true), _) => keep(model),
        (Some(false), Some(c)) if !composer.field.has_room(&SafeText::clean(c.encode_utf8(&mut [0; 4]))) => {
            model.hint(Text::new("composer-full"));
        }
        _ => {}
    }
    changed.is_some()
}

/// Takes a paste.
pub fn paste(model: &mut Model, text: &SafeText) {
    let Some(composer) = &mut model.inbox.composer else { return };
    composer.step = Step::Writing;
    if !composer.field.has_room(text) {
        return model.hint(Text::new("shell-paste-too-long"));
    }
    if composer.field.paste(text) {
        keep(model);
    }
}

/// Puts a value in the place of a placeholder, wherever it stands.
pub fn fill(model: &mut Model, what: &str, value: &str) {
    if let Some(composer) = &mut model.inbox.composer
        && composer.field.fill(what, value)
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
    let (message, text, purpose) = (composer.message, composer.field.safe(), composer.purpose);
    let job = match purpose {
        Purpose::Answer | Purpose::Word => Job::KeepDraft(message, text.clone(), model.now),
        Purpose::Quote => unfinished::noted(model, &share::draft_name(message), text.as_str()),
    };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
    if let Some(composer) = &mut model.inbox.composer {
        composer.saving = Some((ticket, text));
    }
}

/// A draft is on disk: sends what was typed since. Gives whether it was one.
pub fn saved(model: &mut Model, ticket: Ticket) -> bool {
    let Some(composer) = &mut model.inbox.composer else { return false };
    let Some((_, text)) = composer.saving.take_if(|(asked, _)| *asked == ticket) else { return false };
    if text == composer.field.safe() {
        composer.saved = true;
    } else {
        keep(model);
    }
    true
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
        let (message, text) = (composer.message, composer.field.safe());
        if composer.purpose == Purpose::Quote {
            let job = unfinished::noted(model, &share::draft_name(message), text.as_str());
            model.asks.store(job);
            return;
        }
        // A draft that was not read yet is not written over: what is typed goes behind it.
        let keep = if composer.awaits_draft { Job::AddToDraft } else { Job::KeepDraft };
        let job = keep(message, text, model.now);
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
        composer.step = Step::Writing;
        composer.field.replace(text);
        keep(model);
        if text.is_cut() {
            model.hint(Text::new("composer-cut"));
        }
    }
}

/// How long the answer is, as the account's network counts it.
#[must_use]
pub fn count(model: &Model) -> Option<Count> {
    let composer = model.inbox.composer.as_ref()?;
    let account = account(model)?;
    let text = composer.field.text();
    Some(match composer.purpose {
        Purpose::Quote => account.capabilities.count.count(text),
        Purpose::Answer | Purpose::Word => {
            let message = list::subject(model)?;
            account.count_answer(text, message.handle.as_str(), message.visibility)
        }
    })
}

fn account(model: &Model) -> Option<&Account> {
    list::subject(model).and_then(|message| model.account(message.account))
}

/// Why the answer can't leave as it is, if it can't.
///
/// # Errors
/// The first reason.
pub fn check(model: &Model) -> Result<(), Refusal> {
    let (Some(composer), Some(brand)) = (&model.inbox.composer, model.brand()) else { return Err(Refusal::Empty) };
    check_answer(composer.field.text(), count(model), brand, &model.workspace.brands)
}

/// Whether the answer is read once more before it leaves: the message is of negative tone and the charter asks for it.
fn wants_second_look(model: &Model) -> bool {
    let asked = model.brand().is_some_and(|brand| brand.charter.second_look);
    asked && list::subject(model).is_some_and(|message| message.tone == Tone::Negative)
}

/// Any key but that which sends: back to the text.
pub fn back_to_text(model: &mut Model) {
    if let Some(composer) = &mut model.inbox.composer {
        composer.step = Step::Writing;
    }
}

/// Ctrl+D: the answer is held for ten seconds and then leaves, or the CM sends it by hand.
pub fn send(model: &mut Model) {
    // What was begun before and is not read yet stands before what was typed since: half an answer never leaves.
    if model.inbox.composer.as_ref().is_some_and(|composer| composer.awaits_draft) {
        return model.hint(Text::new("shell-not-loaded"));
    }
    if let Err(refusal) = check(model) {
        back_to_text(model);
        model.hint(refusal::of_answer(&refusal));
        return;
    }
    let looked = model.inbox.composer.as_ref().is_some_and(|composer| composer.step == Step::SecondLook);
    if !looked && wants_second_look(model) {
        if let Some(composer) = &mut model.inbox.composer {
            composer.step = Step::SecondLook;
        }
        return;
    }
    let Some(account) = account(model) else { return };
    if account.access == Access::Manual {
        back_to_text(model);
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
    let author = list::subject(model).map(|message| message.author.clone()).unwrap_or_default();
    let Some(composer) = model.inbox.composer.take() else { return };
    match composer.purpose {
        Purpose::Answer => {}
        Purpose::Word => return acknowledge(model, &composer, author, by_hand),
        Purpose::Quote => return share::send(model, &composer),
    }
    sweep::write_seen(model);
    let sweep = sweep::current(model);
    let job = Job::Answer { message: composer.message, text: composer.field.safe(), at: model.now, sweep, by_hand };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
    model.inbox.leaving.insert(ticket, vec![composer.message]);
    let said = match by_hand {
        true => "inbox-answered-by-hand",
        false if model.brand().is_some_and(|brand| brand.on_hold) => "inbox-answered-on-hold",
        false => "inbox-answered",
    };
    outcome::move_on(model, &[composer.message], Text::new(said).with("author", author));
}

/// Sends the author a word; the message stays delegated, and the list as it is.
fn acknowledge(model: &mut Model, composer: &Composer, author: SafeText, by_hand: bool) {
    let work = BriefWork::Acknowledge { message: composer.message, text: composer.field.safe(), at: model.now, by_hand };
    model.ask(Asker::Tab(Tab::Inbox), Job::Brief(work));
    model.tell(Text::new("brief-acknowledged").with("author", author));
    list::open_current(model);
}
