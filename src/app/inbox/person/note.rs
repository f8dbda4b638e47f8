//! The note on a person: many lines, kept from the first key on, written into the journal once it is left.

use super::super::super::effect::{PersonJob, Ticket};
use super::super::super::field::Field;
use super::super::super::key::Key;
use super::super::super::model::Model;
use super::ask;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// A note being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is typed.
    pub field: Field,
    /// Whether all of it is on disk.
    pub saved: bool,
    saving: Option<(Ticket, SafeText)>,
}

/// Opens the note; one that was being written when Ronde was left goes on.
pub fn open(model: &mut Model) {
    let Some(card) = &mut model.inbox.card else { return };
    let Some(known) = &card.known else { return };
    let text = known.begun.as_ref().unwrap_or(&known.person.note);
    card.note = Some(Note { field: Field::lines(text.as_str()), saved: true, saving: None });
}

/// Hears a key. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(note) = note(model) else { return false };
    let changed = note.field.hear(key);
    if changed == Some(true) {
        keep(model);
    }
    changed.is_some()
}

/// Takes a paste.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(note) = note(model) else { return false };
    if note.field.paste(text) {
        keep(model);
    }
    true
}

fn note(model: &mut Model) -> Option<&mut Note> {
    model.inbox.card.as_mut()?.note.as_mut()
}

/// Sends what is typed to disk, one request at a time: typing is never queued behind it.
fn keep(model: &mut Model) {
    let Some(person) = model.inbox.card.as_ref().map(|card| card.person) else { return };
    let Some(note) = note(model) else { return };
    note.saved = false;
    if note.saving.is_some() {
        return;
    }
    let text = note.field.safe();
    let ticket = ask(model, PersonJob::BeginNote(person, Some(text.clone())));
    if let Some(note) = self::note(model) {
        note.saving = Some((ticket, text));
    }
}

/// What was sent is on disk: sends what was typed since.
pub fn saved(model: &mut Model, ticket: Ticket) {
    let Some(note) = note(model) else { return };
    let Some((_, text)) = note.saving.take_if(|(asked, _)| *asked == ticket) else { return };
    if text.as_str() == note.field.text() {
        note.saved = true;
    } else {
        keep(model);
    }
}

/// It could not be written; what is typed stays.
pub fn not_saved(model: &mut Model, ticket: Ticket) {
    if let Some(note) = note(model) {
        note.saving.take_if(|(asked, _)| *asked == ticket);
    }
}

/// Keeps what is typed: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let Some(card) = &model.inbox.card else { return };
    if let Some(note) = card.note.as_ref().filter(|note| !note.saved) {
        let job = PersonJob::BeginNote(card.person, Some(note.field.safe()));
        ask(model, job);
    }
}

/// Writes the note and closes it.
pub fn leave(model: &mut Model) {
    let Some(card) = &mut model.inbox.card else { return };
    let (Some(note), person) = (card.note.take(), card.person) else { return };
    let text = SafeText::clean(note.field.text().trim_end());
    let was = card.known.as_mut().map(|known| {
        known.begun = None;
        std::mem::replace(&mut known.person.note, text.clone())
    });
    // Also where nothing changed: what was kept while it was written is forgotten by this.
    ask(model, PersonJob::Note(person, text.clone(), model.now));
    if was.is_some_and(|was| was != text) {
        model.tell(Text::new("card-note-kept"));
    }
}
