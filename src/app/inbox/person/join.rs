//! Joining: two whom the CM knows to be one person, found by name or handle; and taking them apart.

use super::super::super::effect::{PersonJob, Ticket};
use super::super::super::field::Field;
use super::super::super::key::{Code, Key};
use super::super::super::model::Model;
use super::ask;
use crate::domain::PersonId;
use crate::domain::person::Person;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// How many persons are shown at once.
const MOST: u16 = 8;

/// The search for somebody to join.
#[derive(Debug, Clone, PartialEq)]
pub struct Picker {
    /// What is typed.
    pub field: Field,
    /// Who matches, those who wrote last first.
    pub found: Vec<Person>,
    /// Which one Enter joins.
    pub cursor: usize,
    wanted: Option<Ticket>,
}

/// Opens the search.
pub fn open(model: &mut Model) {
    if let Some(card) = &mut model.inbox.card {
        card.picker = Some(Picker { field: Field::line(""), found: Vec::new(), cursor: 0, wanted: None });
    }
}

fn picker(model: &mut Model) -> Option<&mut Picker> {
    model.inbox.card.as_mut()?.picker.as_mut()
}

fn search(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let Some(typed) = picker(model).map(|picker| picker.field.text().trim().to_owned()) else { return };
    let ticket = (!typed.is_empty()).then(|| ask(model, PersonJob::Find(brand, typed, MOST + 1)));
    if let Some(picker) = picker(model) {
        picker.wanted = ticket;
        if ticket.is_none() {
            picker.found.clear();
        }
    }
}

/// Hears a key. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(picker) = picker(model) else { return false };
    let last = picker.found.len().saturating_sub(1);
    match key.code {
        Code::Esc => {
            if let Some(card) = &mut model.inbox.card {
                card.picker = None;
            }
        }
        Code::Down => picker.cursor = (picker.cursor + 1).min(last),
        Code::Up => picker.cursor = picker.cursor.saturating_sub(1),
        Code::Enter => join(model),
        _ => {
            if picker.field.hear(key) == Some(true) {
                search(model);
            }
        }
    }
    true
}

/// Takes a paste.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    if let Some(picker) = picker(model) {
        picker.field.paste(text);
        search(model);
    }
    true
}

/// Takes what was found, unless something else was asked for since.
pub fn take(model: &mut Model, ticket: Ticket, found: Vec<Person>) {
    let Some(person) = model.inbox.card.as_ref().map(|card| card.person) else { return };
    if let Some(picker) = picker(model).filter(|picker| picker.wanted == Some(ticket)) {
        picker.found = found.into_iter().filter(|other| other.id != person).take(usize::from(MOST)).collect();
        picker.cursor = picker.cursor.min(picker.found.len().saturating_sub(1));
    }
}

/// Joins who is under the cursor to the person of the card.
fn join(model: &mut Model) {
    let Some(card) = &mut model.inbox.card else { return };
    let Some(other) = card.picker.as_ref().and_then(|picker| picker.found.get(picker.cursor)).cloned() else {
        return model.hint(Text::new("card-join-nobody"));
    };
    let main = card.person;
    card.picker = None;
    let name = card.name();
    ask(model, PersonJob::Join { main, other: other.id, at: model.now });
    let other = if other.name.is_blank() { other.handle } else { other.name };
    model.tell(Text::new("card-joined").with("name", name).with("other", other));
}

/// Takes one of those who were joined apart.
pub fn separate(model: &mut Model, other: PersonId) {
    ask(model, PersonJob::Separate(other, model.now));
    model.tell(Text::new("card-separated"));
}
