//! Delegation: a contact is asked, and the message comes back by itself on its date.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::model::Model;
use super::snooze::instant_menu;
use crate::domain::ContactId;
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks when what is delegated comes back.
    Until(ContactId),
}

/// Asks to whom the messages are delegated.
pub fn ask(model: &mut Model) {
    let contacts: Vec<(ContactId, SafeText)> =
        model.contacts().map(|contact| (contact.id, SafeText::line(&format!("{} · {}", contact.name, contact.role)))).collect();
    let start = Menu::new(Text::new("inbox-delegate-title"));
    let menu = contacts.into_iter().zip('1'..='9').fold(start, |menu, ((id, name), key)| {
        menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(super::Then::Delegate(Then::Until(id)))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then) {
    match *then {
        Then::Until(contact) => {
            let menu = instant_menu(model, Text::new("inbox-delegate-until-title"), |due| MessageState::Delegated { contact, due });
            model.dialog = Some(Dialog::Menu(menu));
        }
    }
}
