//! Saved replies in the notebook: their names, their two languages, their texts.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::Job;
use super::super::model::{Asker, Model, Tab};
use super::{Then, brand, writing};
use crate::domain::SavedReplyId;
use crate::domain::saved_reply::{SavedReply, Tongue};
use crate::domain::text::SafeText;
use crate::lang::Text;

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Notebook(then))
}

fn current(model: &Model) -> Option<SavedReply> {
    model.saved_replies().nth(model.notebook.row()).cloned()
}

fn find(model: &Model, id: SavedReplyId) -> Option<SavedReply> {
    model.saved_replies().find(|reply| reply.id == id).cloned()
}

fn has(model: &Model, name: &SafeText, language: Tongue) -> bool {
    model.saved_replies().any(|reply| reply.name == *name && reply.language == language)
}

/// Asks for the name of a new saved reply.
pub fn ask_new(model: &mut Model) {
    ask(model, "", Then::ReplyName(None));
}

/// Asks for another name, for all the languages of it.
pub fn ask_name(model: &mut Model, id: SavedReplyId) {
    if let Some(reply) = find(model, id) {
        ask(model, reply.name.as_str(), Then::ReplyName(Some(id)));
    }
}

fn ask(model: &mut Model, start: &str, then: Then) {
    let prompt = Prompt::new(Text::new("reply-name-title"), start, Chosen::Notebook(then)).help(Text::new("reply-name-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Takes a name: of a new reply, whose language is asked next, or of all the variants of one.
pub fn take_name(model: &mut Model, id: Option<SavedReplyId>, typed: &str) {
    let name = SafeText::line(typed.trim());
    if name.is_blank() {
        return brand::wrong(model, Text::new("notebook-name-empty"));
    }
    let Some(reply) = id.and_then(|id| find(model, id)) else { return ask_language(model, &name) };
    if name != reply.name && model.saved_replies().any(|other| other.name == name) {
        return brand::wrong(model, Text::new("reply-name-taken"));
    }
    model.dialog = None;
    let variants = model.saved_replies().filter(|other| other.name == reply.name);
    let renamed = variants.map(|variant| SavedReply { name: name.clone(), ..variant.clone() }).collect();
    model.ask(Asker::Tab(Tab::Notebook), Job::SaveReplies(renamed, model.now));
}

/// Asks for the language of a new reply: the one of the screens first.
fn ask_language(model: &mut Model, name: &SafeText) {
    let own = Tongue::from_code(model.lang.code()).unwrap_or(Tongue::French);
    let start = Menu::new(Text::new("reply-language-title")).about(name);
    let menu = [own, own.other()].into_iter().fold(start, |menu, tongue| {
        let key = match tongue {
            Tongue::French => 'f',
            Tongue::English => 'e',
        };
        let choice =
            if has(model, name, tongue) { Err(Text::new("reply-variant-there")) } else { then(Then::ReplyNew(name.clone(), tongue)) };
        menu.item(Some(key), Label::Text(Text::coded("tongue", tongue.code())), choice)
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Opens the text of a new reply.
pub fn begin(model: &mut Model, name: SafeText, language: Tongue) {
    let Some(brand) = model.brand else { return };
    writing::write_reply(model, SavedReply { id: SavedReplyId(0), brand, name, language, text: SafeText::EMPTY });
}

/// Opens the menu of the reply under the cursor.
pub fn edit(model: &mut Model) {
    let Some(reply) = current(model) else { return };
    let other = reply.language.other();
    let label = Text::new("reply-add-variant").and("language", Text::coded("tongue", other.code()));
    let variant = if has(model, &reply.name, other) {
        Err(Text::new("reply-variant-there"))
    } else {
        then(Then::ReplyNew(reply.name.clone(), other))
    };
    let menu = Menu::new(Text::new("reply-title").and("language", Text::coded("tongue", reply.language.code())))
        .about(&reply.name)
        .item(Some('t'), Label::Text(Text::new("reply-edit-text")), then(Then::ReplyText(reply.id)))
        .item(Some('n'), Label::Text(Text::new("reply-edit-name")), then(Then::AskReplyName(reply.id)))
        .item(Some('v'), Label::Text(label), variant);
    model.dialog = Some(Dialog::Menu(menu));
}

/// Opens the text of a reply.
pub fn edit_text(model: &mut Model, id: SavedReplyId) {
    if let Some(reply) = find(model, id) {
        writing::write_reply(model, reply);
    }
}

/// Takes a reply as stored; the cursor goes to it.
pub fn stored(model: &mut Model, stored: SavedReply) {
    let id = stored.id;
    let replies = &mut model.workspace.saved_replies;
    replies.retain(|known| known.id != id);
    replies.push(stored);
    replies.sort_by(|one, other| {
        (one.brand, &one.name, std::cmp::Reverse(one.language.code())).cmp(&(
            other.brand,
            &other.name,
            std::cmp::Reverse(other.language.code()),
        ))
    });
    let row = model.saved_replies().position(|reply| reply.id == id);
    if let Some(row) = row {
        model.notebook.rows[super::Page::Replies as usize] = row;
    }
}

/// Asks before a reply is removed.
pub fn ask_remove(model: &mut Model) {
    let Some(reply) = current(model) else { return };
    let title = Text::new("reply-remove-title").and("language", Text::coded("tongue", reply.language.code()));
    let menu = Menu::new(title).about(&reply.name).item(Some('n'), Label::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close)).item(
        Some('x'),
        Label::Text(Text::new("reply-remove")),
        then(Then::RemoveReply(reply.id)),
    );
    model.dialog = Some(Dialog::Menu(menu));
}

/// Removes a reply in one language.
pub fn remove(model: &mut Model, id: SavedReplyId) {
    if let Some(reply) = find(model, id) {
        model.ask(Asker::Tab(Tab::Notebook), Job::RemoveReply(id, model.now));
        model.tell(Text::new("reply-removed").with("name", reply.name));
    }
}
