//! What a message leaves behind: a win for the report, a feedback for a colleague.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::Job;
use super::super::model::Model;
use crate::domain::highlight::{Highlight, HighlightKind};
use crate::domain::{ContactId, HighlightId};
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Passes a feedback to a contact.
    Feedback(Option<ContactId>),
}

/// Keeps the message as a win, with its own copy of the words.
pub fn keep_win(model: &mut Model) {
    keep(model, HighlightKind::Win, None);
    model.tell(Text::new("inbox-win-kept"));
}

/// Asks to whom the feedback goes.
pub fn ask_feedback(model: &mut Model) {
    let nobody = Menu::new(Text::new("inbox-feedback-title")).item(
        Some('0'),
        Label::Text(Text::new("inbox-feedback-nobody")),
        Ok(Chosen::Inbox(super::Then::Keep(Then::Feedback(None)))),
    );
    let contacts: Vec<_> = model.contacts().map(|contact| (contact.id, contact.name.clone())).collect();
    let menu = contacts.into_iter().zip('1'..='9').fold(nobody, |menu, ((id, name), key)| {
        menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(super::Then::Keep(Then::Feedback(Some(id))))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

fn keep(model: &mut Model, kind: HighlightKind, contact: Option<ContactId>) {
    let (Some(opened), Some(brand)) = (&model.inbox.opened, model.brand) else { return };
    let message = &opened.message;
    let highlight = Highlight {
        id: HighlightId(0),
        brand,
        kind,
        text: message.text.clone(),
        author: message.author.clone(),
        url: message.url.clone(),
        message: Some(message.id),
        contact,
        at: model.now,
    };
    model.asks.store(Job::Keep(Box::new(highlight)));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then) {
    match *then {
        Then::Feedback(contact) => {
            keep(model, HighlightKind::Feedback, contact);
            model.tell(Text::new("inbox-feedback-kept"));
        }
    }
}
