//! The card of a person: who they are on all networks, what they wrote, what was noted and promised.
//!
//! It opens over the conversation and hears its own keys; the list stays where it is.

mod erase;
mod join;
mod note;
mod promise;

pub use join::Picker;
pub use note::Note;
pub use promise::about as promise_about;

use super::super::command::{Reason, Scope, always, commands};
use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{Job, PersonJob, Ticket};
use super::super::event::{PastPage, PersonReply, Row};
use super::super::key::{Code, Key};
use super::super::model::{Asker, Model, Tab};
use super::list;
use crate::domain::person::{Card as Known, PersonKind};
use crate::domain::promise::Promise;
use crate::domain::text::SafeText;
use crate::domain::{MessageId, PersonId, PromiseId};
use crate::lang::Text;

commands! { Person;
    Note "card-note" Card ["e"] 10 is_known;
    New "card-promise" Card ["n"] 20 is_known;
    Kind "card-kind" Card ["t"] 30 is_known;
    Join "card-join" Card ["="] 40 is_known;
    Keep "card-keep" Card ["a"] 0 has_promise;
    Move "card-move" Card ["s"] 0 has_promise;
    More "card-more" Card ["x"] 50 is_known;
    Open "card-open" Card ["Enter"] 60 has_line;
    Leave "card-leave" Card ["p"] 70 always;
    NoteLeave "note-leave" Note ["Esc", "Ctrl+D"] 10 always;
    NoteSaved "note-saved" Note ["Ctrl+S"] 0 always;
}

/// A card that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Whose it is, as asked for: one that was joined stands for the main person.
    pub person: PersonId,
    /// The message from which it was opened, if one.
    pub about: Option<MessageId>,
    /// What the file told.
    pub known: Option<Box<Known>>,
    /// Their messages, newest first.
    pub past: PastPage,
    /// Which line the cursor is on: promises first, then messages.
    pub cursor: usize,
    /// The note being written.
    pub note: Option<Note>,
    /// The search for somebody to join.
    pub picker: Option<Picker>,
    wanted: Option<Ticket>,
    older: Option<Ticket>,
}

/// A line of a card on which the cursor can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line<'c> {
    /// A promise.
    Promise(&'c Promise),
    /// A message of theirs.
    Past(&'c Row),
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Says what the person is.
    Kind(PersonKind),
    /// Takes one of those who were joined apart.
    Separate(PersonId),
    /// Asks whether to erase.
    AskErase,
    /// Erases.
    Erase,
    /// Writes all that is known into a file.
    Export,
    /// Goes on with a promise.
    Promise(promise::Then),
}

impl Card {
    fn new(person: PersonId, about: Option<MessageId>) -> Self {
        Self { person, about, known: None, past: PastPage::default(), cursor: 0, note: None, picker: None, wanted: None, older: None }
    }

    /// The scopes that hear a key.
    pub(super) fn scopes(&self, scopes: &mut Vec<Scope>) {
        match (&self.note, &self.picker) {
            (Some(_), _) => scopes.extend([Scope::Note, Scope::Field]),
            (None, Some(_)) => scopes.push(Scope::Field),
            (None, None) => scopes.push(Scope::Card),
        }
    }

    /// What was promised, what is owed first.
    #[must_use]
    pub fn promises(&self) -> &[Promise] {
        self.known.as_ref().map_or(&[], |known| known.promises.as_slice())
    }

    /// The line under the cursor.
    #[must_use]
    pub fn line(&self) -> Option<Line<'_>> {
        let promises = self.promises();
        match promises.get(self.cursor) {
            Some(promise) => Some(Line::Promise(promise)),
            None => self.past.rows.get(self.cursor - promises.len()).map(Line::Past),
        }
    }

    /// How many lines the cursor can be on.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.promises().len() + self.past.rows.len()
    }

    /// The name shown.
    #[must_use]
    pub fn name(&self) -> SafeText {
        let person = self.known.as_ref().map(|known| &known.person);
        person.map(|person| if person.name.is_blank() { person.handle.clone() } else { person.name.clone() }).unwrap_or_default()
    }
}

fn is_known(model: &Model) -> Result<(), Reason> {
    let known = model.inbox.card.as_ref().is_some_and(|card| card.known.is_some());
    if known { Ok(()) } else { Err(Text::new("shell-not-loaded")) }
}

fn has_line(model: &Model) -> Result<(), Reason> {
    let line = model.inbox.card.as_ref().and_then(|card| card.line());
    line.map(|_| ()).ok_or_else(|| Text::new("card-nothing-here"))
}

fn has_promise(model: &Model) -> Result<(), Reason> {
    match model.inbox.card.as_ref().and_then(|card| card.line()) {
        Some(Line::Promise(_)) => Ok(()),
        Some(Line::Past(_)) | None => Err(Text::new("card-no-promise-here")),
    }
}

/// Opens the card of who wrote the message under the cursor.
pub fn open(model: &mut Model) {
    let Some(opened) = &model.inbox.opened else { return };
    if opened.message.is_erased() {
        return model.hint(Text::new("card-is-erased"));
    }
    let card = Card::new(opened.person.id, Some(opened.message.id));
    model.inbox.card = Some(Box::new(card));
    refresh(model);
}

/// Opens the card of a person, with a message of theirs behind it.
pub fn show(model: &mut Model, person: PersonId, message: Option<MessageId>) {
    match message {
        Some(message) => list::return_to(model, message),
        None => list::refresh(model),
    }
    model.inbox.card = Some(Box::new(Card::new(person, message)));
    refresh(model);
}

/// Asks again for what the card shows.
pub fn refresh(model: &mut Model) {
    let Some(person) = model.inbox.card.as_ref().map(|card| card.person) else { return };
    let ticket = ask(model, PersonJob::Card(person));
    if let Some(card) = &mut model.inbox.card {
        card.wanted = Some(ticket);
    }
}

fn ask(model: &mut Model, job: PersonJob) -> Ticket {
    model.ask(Asker::Tab(Tab::Inbox), Job::Person(job))
}

/// Runs a command of the card.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Note => note::open(model),
        Command::New => promise::ask_text(model),
        Command::Kind => ask_kind(model),
        Command::Join => join::open(model),
        Command::Keep => promise::keep(model),
        Command::Move => promise::ask_day(model),
        Command::More => erase::ask_more(model),
        Command::Open => open_line(model),
        Command::Leave => close(model),
        Command::NoteLeave => note::leave(model),
        Command::NoteSaved => model.tell(Text::new("composer-is-saved")),
    }
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    let Some(person) = model.inbox.card.as_ref().map(|card| card.person) else { return };
    match then {
        Then::Kind(kind) => {
            ask(model, PersonJob::Kind(person, *kind, model.now));
            model.tell(Text::new("card-kind-noted").and("kind", Text::coded("person", kind.code())));
        }
        Then::Separate(other) => join::separate(model, *other),
        Then::AskErase => erase::ask(model),
        Then::Erase => erase::erase(model),
        Then::Export => {
            ask(model, PersonJob::Dump(person));
        }
        Then::Promise(then) => promise::choose(model, then, typed),
    }
}

fn close(model: &mut Model) {
    model.inbox.card = None;
}

fn ask_kind(model: &mut Model) {
    let keys = ['0', 'c', 'p', 'm', 'j', 'i'];
    let menu = PersonKind::ALL.iter().zip(keys).fold(Menu::new(Text::new("card-kind-title")), |menu, (kind, key)| {
        menu.item(Some(key), Label::Text(Text::coded("person", kind.code())), Ok(then(Then::Kind(*kind))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// What a choice of a menu of the card does.
const fn then(then: Then) -> Chosen {
    Chosen::Inbox(super::Then::Person(then))
}

/// Enter: what can be done with a promise, or the message itself.
fn open_line(model: &mut Model) {
    let Some(card) = &model.inbox.card else { return };
    let row = match card.line() {
        Some(Line::Promise(_)) => return promise::ask_what(model),
        Some(Line::Past(row)) => row.clone(),
        None => return,
    };
    if model.inbox.walk.as_ref().is_some_and(super::Walk::is_under_way) {
        return model.hint(Text::new("inbox-sweeping"));
    }
    model.inbox.card = None;
    model.inbox.walk = None;
    list::show_among_all(model, &row);
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(card) = &mut model.inbox.card else { return false };
    if card.note.is_some() {
        return note::hear_key(model, key);
    }
    if card.picker.is_some() {
        return join::hear_key(model, key);
    }
    let last = card.lines().saturating_sub(1);
    let page = usize::from(crate::layout::card(model.size).height / 2);
    match key.code {
        Code::Esc => {
            close(model);
            return true;
        }
        Code::Down | Code::Char('j') => card.cursor = (card.cursor + 1).min(last),
        Code::Up | Code::Char('k') => card.cursor = card.cursor.saturating_sub(1),
        Code::PageDown => card.cursor = (card.cursor + page).min(last),
        Code::PageUp => card.cursor = card.cursor.saturating_sub(page),
        Code::Home => card.cursor = 0,
        Code::End => card.cursor = last,
        _ => return false,
    }
    // Older messages are read when the cursor comes near the end of those that are there.
    let near = card.cursor + page >= last && card.past.more && card.older.is_none();
    if let Some(row) = card.past.rows.last().filter(|_| near) {
        let job = PersonJob::Past(card.person, row.key);
        let ticket = ask(model, job);
        if let Some(card) = &mut model.inbox.card {
            card.older = Some(ticket);
        }
    }
    true
}

/// Takes a paste. Gives whether a field took it.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(card) = &model.inbox.card else { return false };
    if card.note.is_some() {
        return note::paste(model, text);
    }
    card.picker.is_some() && join::paste(model, text)
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: PersonReply) {
    match reply {
        PersonReply::Card(found) => take(model, ticket, found.map(|found| *found)),
        PersonReply::Past(page) => take_older(model, ticket, page),
        PersonReply::Found(found) => join::take(model, ticket, found),
        PersonReply::Dump(all) => erase::write(model, &all),
        PersonReply::Erased(erasure) => erase::erased(model, &erasure),
    }
}

fn take(model: &mut Model, ticket: Ticket, found: Option<(Known, PastPage)>) {
    let Some(card) = model.inbox.card.as_mut().filter(|card| card.wanted == Some(ticket)) else { return };
    let Some((known, past)) = found else {
        model.inbox.card = None;
        return;
    };
    let first = card.known.is_none();
    card.person = known.person.id;
    // Opened from a message: the cursor begins at what is owed, else at their newest other message.
    let owed = known.promises.iter().any(Promise::is_owed);
    card.cursor = if first && !owed { known.promises.len() } else { card.cursor };
    card.known = Some(Box::new(known));
    if first || past.rows.len() >= card.past.rows.len() || !past.more {
        card.past = past;
    } else {
        // What was read further down stays, below what is new.
        let last = past.rows.last().map(|row| row.key);
        let older = card.past.rows.iter().filter(|row| last.is_none_or(|last| row.key > last)).cloned().collect::<Vec<_>>();
        card.past.rows = past.rows.into_iter().chain(older).collect();
    }
    card.cursor = card.cursor.min(card.lines().saturating_sub(1));
}

fn take_older(model: &mut Model, ticket: Ticket, page: PastPage) {
    if let Some(card) = model.inbox.card.as_mut().filter(|card| card.older == Some(ticket)) {
        card.older = None;
        card.past.rows.extend(page.rows);
        card.past.more = page.more;
    }
}

/// A note is on disk.
pub fn saved(model: &mut Model, ticket: Ticket) {
    note::saved(model, ticket);
}

/// Something could not be written; the trouble was told.
pub fn not_saved(model: &mut Model, ticket: Ticket) {
    note::not_saved(model, ticket);
}

/// Keeps what is typed whatever is under way: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    note::keep_now(model);
}

/// The promise under the cursor.
fn promise_here(model: &Model) -> Option<Promise> {
    match model.inbox.card.as_ref()?.line()? {
        Line::Promise(promise) => Some(promise.clone()),
        Line::Past(_) => None,
    }
}

/// The promise with this row.
fn promise_of(model: &Model, id: PromiseId) -> Option<Promise> {
    model.inbox.card.as_ref()?.promises().iter().find(|promise| promise.id == id).cloned()
}
