//! What a message is: its type and its tone, by hand in two keys.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::Classify;
use super::super::model::Model;
use super::outcome::{Decision, decide};
use super::{Then, list};
use crate::domain::message::{MessageKind, Tone};
use crate::lang::Text;

/// Raises a message to the top, or lets it down.
pub fn raise(model: &mut Model) {
    let urgent = list::subject(model).is_some_and(|message| message.urgent);
    decide(model, Decision::Class(Classify::Urgent(!urgent)));
}

/// Asks for the type and the tone: a letter or a sign each.
pub fn ask(model: &mut Model) {
    let kinds = [
        ('q', MessageKind::Question),
        ('p', MessageKind::Complaint),
        ('a', MessageKind::Purchase),
        ('c', MessageKind::Praise),
        ('m', MessageKind::Mention),
        ('s', MessageKind::Spam),
    ];
    let tones = [('+', Tone::Positive), ('=', Tone::Neutral), ('-', Tone::Negative)];
    let decide = |change| Ok(Chosen::Inbox(Then::Decide(Decision::Class(change))));
    let menu = kinds.into_iter().fold(Menu::new(Text::new("inbox-class-title")), |menu, (key, kind)| {
        menu.item(Some(key), Label::Text(Text::coded("kind", kind.code())), decide(Classify::Kind(kind)))
    });
    let menu = tones
        .into_iter()
        .fold(menu, |menu, (key, tone)| menu.item(Some(key), Label::Text(Text::coded("tone", tone.code())), decide(Classify::Tone(tone))));
    let menu = menu.item(Some('e'), Label::Text(Text::new("inbox-class-label")), Ok(Chosen::Inbox(Then::Label(super::label::Then::Ask))));
    model.dialog = Some(Dialog::Menu(menu));
}
