//! A text of the notebook being written: a saved reply, the words that the charter bans, the community rules.
//!
//! Leaving keeps what is typed, whichever way one leaves; `u` takes it back.

use super::super::effect::{Desktop, EditWhat, Job};
use super::super::field::Field;
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::{brand, rules};
use crate::domain::charter::entries;
use crate::domain::saved_reply::SavedReply;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The text of a saved reply; one of row 0 is made when it is kept.
    Reply(Box<SavedReply>),
    /// The words that no answer and no post may hold.
    Banned,
    /// The rules of the community.
    Community,
}

/// A text being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// What it is.
    pub what: What,
    /// What is typed.
    pub field: Field,
}

/// Opens the text of a saved reply.
pub fn write_reply(model: &mut Model, reply: SavedReply) {
    let field = Field::lines(reply.text.as_str());
    model.notebook.writing = Some(Writing { what: What::Reply(Box::new(reply)), field });
}

/// Opens a list of the charter, an entry a line.
pub fn write_list(model: &mut Model, what: What) {
    let Some(brand) = model.brand() else { return };
    let list = match &what {
        What::Banned => &brand.charter.banned,
        What::Community => &brand.charter.community,
        What::Reply(_) => return,
    };
    let lines: Vec<&str> = list.iter().map(SafeText::as_str).collect();
    let start = if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" };
    model.notebook.writing = Some(Writing { what, field: Field::lines(&start) });
}

/// Keeps what is typed and closes the text.
pub fn keep(model: &mut Model) {
    let Some(writing) = model.notebook.writing.take() else { return };
    let typed = writing.field.safe();
    match writing.what {
        What::Banned => {
            let banned = entries(typed.as_str());
            model.tell(Text::new("charter-banned-kept").count("count", banned.len()));
            brand::change(model, |brand| brand.charter.banned = banned);
        }
        What::Community => {
            let community = entries(typed.as_str());
            model.tell(Text::new("charter-community-kept").count("count", community.len()));
            brand::change(model, |brand| brand.charter.community = community);
        }
        What::Reply(reply) if typed.is_blank() => {
            model.hint(Text::new(if reply.id.0 == 0 { "reply-not-made" } else { "reply-not-emptied" }));
        }
        What::Reply(reply) => {
            model.tell(Text::new("reply-kept").with("name", &reply.name));
            let reply = SavedReply { text: typed, ..*reply };
            model.ask(Asker::Tab(Tab::Notebook), Job::SaveReply(Box::new(reply), model.now));
        }
    }
}

/// Keeps what is typed: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    if model.notebook.writing.is_some() {
        keep(model);
    }
    rules::keep_now(model);
}

/// Lets the CM write in their own editor.
pub fn edit_outside(model: &mut Model) {
    if let Some(writing) = &model.notebook.writing {
        model.asks.desktop(Desktop::Edit { what: EditWhat::Notebook, text: writing.field.safe() });
    }
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, text: &SafeText) {
    if let Some(writing) = &mut model.notebook.writing {
        writing.field.replace(text);
    }
}

/// Hears a key that no command takes.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    model.notebook.writing.as_mut().and_then(|writing| writing.field.hear(key)).is_some()
}

/// Takes a paste. Gives whether a text is open.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(writing) = &mut model.notebook.writing else { return false };
    if writing.field.has_room(text) {
        writing.field.paste(text);
    } else {
        model.hint(Text::new("shell-paste-too-long"));
    }
    true
}
