//! What contacts were asked, drawn: in the conversation, below it, and in the rows of the delegated.

use super::super::format::day_and_clock;
use super::super::theme::Ink;
use super::conversation::Paragraph;
use crate::app::brief::waited;
use crate::app::event::{Opened, Row};
use crate::app::model::Model;
use crate::domain::ContactId;
use crate::domain::brief::Brief;
use crate::domain::message::MessageState;
use crate::domain::time::{Moment, day_in};
use crate::lang::{Text, format};

/// The name of a contact with their role: `Nadia (SAV)`.
fn name(model: &Model, id: ContactId) -> String {
    match model.workspace.contacts.iter().find(|contact| contact.id == id) {
        Some(contact) if contact.role.is_blank() => contact.name.to_string(),
        Some(contact) => format!("{} ({})", contact.name, contact.role),
        None => model.voice().t("brief-somebody"),
    }
}

/// What was asked of whom, and what they answered, oldest first.
pub(super) fn paragraphs(model: &Model, opened: &Opened) -> Vec<Paragraph> {
    opened.briefs.iter().flat_map(|brief| turn(model, brief)).collect()
}

fn turn(model: &Model, brief: &Brief) -> Vec<Paragraph> {
    let voice = model.voice();
    let name = name(model, brief.contact);
    let when = |at| day_and_clock(model.lang, model.zone(), at);
    let id = if brief.asked.is_blank() { "brief-turn-asked" } else { "brief-turn-asked-what" };
    let asked = Text::new(id).with("name", &name).with("at", when(brief.at)).with("due", when(brief.due));
    let asked = if brief.asked.is_blank() { asked } else { asked.with("asked", &brief.asked) };
    let quiet = |text: &Text| Paragraph { text: voice.say(text), ink: Ink::Quiet, indent: 0 };
    let mut list = vec![quiet(&asked)];
    if let Some(chased) = brief.chased {
        list.push(quiet(&Text::new("brief-turn-chased").with("name", &name).with("at", when(chased))));
    }
    if let Some(answered) = brief.answered {
        let head = voice.say(&Text::new("brief-turn-answered").with("name", &name).with("at", when(answered)));
        list.push(Paragraph { text: head, ink: Ink::Title, indent: 0 });
        list.push(Paragraph { text: brief.answer.to_string(), ink: Ink::Text, indent: 2 });
    }
    list
}

/// The name of a contact alone, where there is little room.
fn short(model: &Model, id: ContactId) -> String {
    let contact = model.workspace.contacts.iter().find(|contact| contact.id == id);
    contact.map_or_else(|| model.voice().t("brief-somebody"), |contact| contact.name.to_string())
}

fn day(model: &Model, at: Moment) -> String {
    format::tiny_day(model.lang, day_in(model.zone(), at))
}

/// The line below the conversation: who is waited for, who is late, who answered.
pub(super) fn fact(model: &Model, opened: &Opened) -> Option<(Text, Ink)> {
    let newest = opened.briefs.last();
    match opened.message.state {
        MessageState::Delegated { contact, due } => {
            let since = newest.map_or(opened.message.at, |brief| brief.at);
            let text = Text::new("brief-waits")
                .with("name", short(model, contact))
                .with("waited", waited(model.lang, model.now, since))
                .with("when", day(model, due));
            Some((text, if due <= model.now { Ink::Bad } else { Ink::Warn }))
        }
        MessageState::Open => {
            let brief = newest?;
            let text = if brief.is_overdue(model.now) {
                Text::new("brief-late").with("waited", waited(model.lang, model.now, brief.due))
            } else if brief.waits() {
                let waited = waited(model.lang, model.now, brief.at);
                Text::new("brief-waits").with("waited", waited).with("when", day(model, brief.due))
            } else {
                Text::new("brief-came")
            };
            Some((text.with("name", short(model, brief.contact)), if brief.waits() { Ink::Bad } else { Ink::Good }))
        }
        MessageState::Answered | MessageState::Snoozed { .. } | MessageState::Closed | MessageState::Hidden => None,
    }
}

/// What a delegated row shows in the place of its age: whom it waits for and how long.
pub(super) fn waits(model: &Model, row: &Row, width: usize) -> Option<String> {
    let MessageState::Delegated { contact, .. } = row.message.state else { return None };
    let contact = model.workspace.contacts.iter().find(|known| known.id == contact)?;
    let waited = waited(model.lang, model.now, row.asked.unwrap_or(row.message.at));
    let id = if width >= 60 { "brief-row-full" } else { "brief-row" };
    Some(model.voice().say(&Text::new(id).with("name", &contact.name).with("waited", waited)))
}
