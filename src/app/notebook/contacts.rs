//! Contacts: who the CM delegates to, who validates, who receives reports.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{Job, Ticket};
use super::super::model::{Asker, Model, Tab};
use super::{Then, brand};
use crate::domain::ContactId;
use crate::domain::contact::Contact;
use crate::domain::text::SafeText;
use crate::lang::Text;

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Notebook(then))
}

fn prompt(model: &mut Model, title: &'static str, start: &str, then: Then) {
    model.dialog = Some(Dialog::Prompt(Prompt::new(Text::new(title), start, Chosen::Notebook(then))));
}

fn find(model: &Model, id: ContactId) -> Option<&Contact> {
    model.contacts().find(|contact| contact.id == id)
}

fn current(model: &Model) -> Option<Contact> {
    model.contacts().nth(model.notebook.row()).cloned()
}

/// Asks for the name of a new contact.
pub fn ask_new(model: &mut Model) {
    prompt(model, "notebook-contact-name", "", Then::ContactName(None));
}

/// Asks for another name.
pub fn ask_name(model: &mut Model, id: ContactId) {
    if let Some(contact) = find(model, id).cloned() {
        prompt(model, "notebook-contact-name", contact.name.as_str(), Then::ContactName(Some(id)));
    }
}

/// Asks for the role.
pub fn ask_role(model: &mut Model, id: ContactId) {
    if let Some(contact) = find(model, id).cloned() {
        prompt(model, "notebook-contact-role", contact.role.as_str(), Then::ContactRole(id));
    }
}

/// Asks for the address.
pub fn ask_email(model: &mut Model, id: ContactId) {
    if let Some(contact) = find(model, id).cloned() {
        prompt(model, "notebook-contact-email", contact.email.as_str(), Then::ContactEmail(id));
    }
}

/// Takes a name; a new contact is stored at once, and its menu opens.
pub fn take_name(model: &mut Model, id: Option<ContactId>, typed: &str) {
    let name = SafeText::line(typed);
    if name.is_blank() {
        return brand::wrong(model, Text::new("notebook-name-empty"));
    }
    if let Some(id) = id {
        return take(model, id, |contact| contact.name = name);
    }
    model.dialog = None;
    let Some(brand) = model.brand else { return };
    let contact =
        Contact { id: ContactId(0), brand, name, role: SafeText::EMPTY, email: SafeText::EMPTY, validates: false, receives_reports: false };
    let ticket = model.ask(Asker::Tab(Tab::Notebook), Job::SaveContact(Box::new(contact), model.now));
    model.notebook.asking = Some(ticket);
}

/// Changes a contact, has it written, and shows its menu again.
pub fn take(model: &mut Model, id: ContactId, edit: impl FnOnce(&mut Contact)) {
    model.dialog = None;
    let Some(mut contact) = find(model, id).cloned() else { return };
    edit(&mut contact);
    let ticket = model.ask(Asker::Tab(Tab::Notebook), Job::SaveContact(Box::new(contact), model.now));
    model.notebook.asking = Some(ticket);
}

/// Takes a contact as stored, and goes on with what it is asked.
pub fn stored(model: &mut Model, ticket: Ticket, stored: &Contact) {
    let id = stored.id;
    match model.workspace.contacts.iter_mut().find(|contact| contact.id == id) {
        Some(known) => *known = stored.clone(),
        None => model.workspace.contacts.push(stored.clone()),
    }
    let row = model.contacts().position(|contact| contact.id == id);
    if let Some(row) = row {
        model.notebook.rows[super::Page::Contacts as usize] = row;
    }
    if model.notebook.asking.take_if(|asked| *asked == ticket).is_some() {
        menu_of(model, stored);
    }
}

/// Opens the menu of the contact under the cursor.
pub fn edit(model: &mut Model) {
    if let Some(contact) = current(model) {
        menu_of(model, &contact);
    }
}

fn menu_of(model: &mut Model, contact: &Contact) {
    let id = contact.id;
    let validates = if contact.validates { "notebook-contact-validates" } else { "notebook-contact-validates-not" };
    let receives = if contact.receives_reports { "notebook-contact-receives" } else { "notebook-contact-receives-not" };
    let menu = Menu::new(Text::new("notebook-contact-title"))
        .about(&contact.name)
        .item(Some('f'), Label::Text(Text::new("notebook-contact-done")), Ok(Chosen::Close))
        .item(Some('n'), Label::Text(Text::new("notebook-contact-name-of").with("name", &contact.name)), then(Then::AskContactName(id)))
        .item(Some('r'), Label::Text(Text::new("notebook-contact-role-of").with("role", &contact.role)), then(Then::AskContactRole(id)))
        .item(Some('m'), Label::Text(Text::new("notebook-contact-email-of").with("email", &contact.email)), then(Then::AskContactEmail(id)))
        .item(Some('v'), Label::Text(Text::new(validates)), then(Then::Validates(id)))
        .item(Some('p'), Label::Text(Text::new(receives)), then(Then::Receives(id)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks before a contact is removed.
pub fn ask_remove(model: &mut Model) {
    let Some(contact) = current(model) else { return };
    let menu = Menu::new(Text::new("notebook-remove-contact-title"))
        .about(&contact.name)
        .item(Some('n'), Label::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close))
        .item(Some('x'), Label::Text(Text::new("notebook-remove-contact")), then(Then::RemoveContact(contact.id)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Removes a contact to whom nothing is delegated.
pub fn remove(model: &mut Model, id: ContactId) {
    model.ask(Asker::Tab(Tab::Notebook), Job::RemoveContact(id, model.now));
}
