//! What is done with all of a person: a copy for them, and erasure, which asks first and can't be undone.

use super::super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::super::effect::{Desktop, PersonJob};
use super::super::super::model::Model;
use super::super::super::unfinished;
use super::{Then, ask as ask_file, then};
use crate::domain::person::Erasure;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// Asks what is done: taking one apart who was joined, a copy, erasure.
pub fn ask_more(model: &mut Model) {
    let Some(card) = &model.inbox.card else { return };
    let Some(known) = &card.known else { return };
    let start = Menu::new(Text::new("card-more-title").with("name", card.name()));
    let joined = known.aliases.iter().filter(|alias| alias.person != known.person.id);
    let menu = joined.zip('1'..='9').fold(start, |menu, (alias, key)| {
        let name = if alias.handle.is_blank() { &alias.name } else { &alias.handle };
        menu.item(Some(key), Label::Text(Text::new("card-separate").with("name", name)), Ok(then(Then::Separate(alias.person))))
    });
    let menu = menu.item(Some('e'), Label::Text(Text::new("card-export")), Ok(then(Then::Export))).item(
        Some('x'),
        Label::Text(Text::new("card-erase")),
        Ok(then(Then::AskErase)),
    );
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks whether to erase, with what goes and what follows; no is the answer that Enter gives.
pub fn ask(model: &mut Model) {
    let Some(card) = &model.inbox.card else { return };
    let Some(known) = &card.known else { return };
    let name = card.name();
    let handles: Vec<&str> = known.aliases.iter().map(|alias| alias.handle.as_str()).collect();
    let told = |id: &'static str| (Text::new(id), Text::new("card-erase-choose"));
    let mut menu = Menu::new(Text::new("card-erase-title").with("name", &name))
        .about(&SafeText::line(&handles.join(", ")))
        .item(Some('n'), Label::Text(Text::new("card-erase-no")), Ok(Chosen::Close))
        .item(
            Some('y'),
            Label::Text(Text::new("card-erase-yes").with("name", &name).count("count", known.person.messages)),
            Ok(then(Then::Erase)),
        );
    if known.waiting > 0 {
        let text = Text::new("card-erase-waiting").count("count", known.waiting);
        menu = menu.item(None, Label::Text(text), Err(Text::new("card-erase-choose")));
    }
    for (label, reason) in [told("card-erase-figures"), told("card-erase-copies"), told("card-erase-elsewhere")] {
        menu = menu.item(None, Label::Text(label), Err(reason));
    }
    model.dialog = Some(Dialog::Menu(menu));
}

/// Erases.
pub fn erase(model: &mut Model) {
    let Some(person) = model.inbox.card.as_ref().map(|card| card.person) else { return };
    ask_file(model, PersonJob::Erase(person, model.now));
    model.tell(Text::new("card-erasing"));
}

/// It is done.
pub fn erased(model: &mut Model, erasure: &Erasure) {
    model.inbox.card = None;
    model.inbox.opened = None;
    // What the CM did before is told by names: these go too.
    model.inbox.trail.clear();
    model.notices.forget();
    unfinished::read_again(model);
    if erasure.whole {
        model.tell(Text::new("card-erased").count("count", erasure.messages).count("copies", erasure.copies));
    } else {
        model.warn(Text::new("card-erased-part"), Text::new("card-erased-part-do"));
    }
    super::super::list::refill(model);
}

/// Everything about the person, to be written beside the reports.
pub fn write(model: &mut Model, all: &serde_json::Value) {
    let Some(card) = &model.inbox.card else { return };
    let name = SafeText::line(&format!("{}-{}.json", model.voice().t("card-file-name"), card.person));
    let text = serde_json::to_string_pretty(all).unwrap_or_default();
    model.asks.desktop(Desktop::WritePerson { name, text });
}
