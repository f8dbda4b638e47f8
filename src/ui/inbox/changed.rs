//! What changed since a conversation was first read: an edited message, a deleted one, a lost parent, an erased author.
//!
//! What was stored stays in sight; the words say what the network tells now.

use super::super::format::day_and_clock;
use super::super::theme::Ink;
use super::conversation::Paragraph;
use crate::app::command::Command;
use crate::app::event::Opened;
use crate::app::model::Model;
use crate::app::{inbox, said_no};
use crate::domain::delivery::{Delivery, Journey};
use crate::domain::journal::{Entry, Verb};
use crate::domain::message::StateName;
use crate::lang::{Text, format};

/// Above a turn that the network tells no more.
pub fn gone(model: &Model, indent: u16) -> Paragraph {
    Paragraph { text: model.voice().t("inbox-gone"), ink: Ink::Warn, indent }
}

/// In the place of what the conversation answers, where nobody has it.
pub fn lost_parent(model: &Model, opened: &Opened) -> Vec<Paragraph> {
    let top = opened.turns.first().map_or(opened.message.parent.as_ref(), |turn| turn.parent.as_ref());
    if top.is_none_or(|parent| opened.turns.iter().any(|turn| turn.remote_id == *parent)) {
        return Vec::new();
    }
    let plain = |text: String| Paragraph { text, ink: Ink::Quiet, indent: 0 };
    vec![plain(model.voice().t("inbox-no-parent")), plain(String::new())]
}

/// When the author edited the message last, as the journal tells it.
fn edit(opened: &Opened) -> Option<&Entry> {
    opened.journal.iter().filter(|line| line.verb == Verb::Edited).max_by_key(|line| line.id)
}

/// Both texts of an edited message: the one above is as it is now, here is what it said before.
pub fn edited(model: &Model, opened: &Opened, list: &mut Vec<Paragraph>) {
    let Some(before) = &opened.message.text_before else { return };
    let voice = model.voice();
    let head = match edit(opened) {
        Some(line) => Text::new("inbox-edited-at").with("when", day_and_clock(model.lang, model.zone(), line.at)),
        None => Text::new("inbox-edited"),
    };
    list.push(Paragraph { text: voice.say(&head), ink: Ink::Warn, indent: 0 });
    list.push(Paragraph { text: voice.say(&Text::new("inbox-before-edit").with("text", before)), ink: Ink::Quiet, indent: 0 });
}

/// Why the newest act about the message was refused, and for one that had hidden it what else there is.
pub fn refused(model: &Model, opened: &Opened, list: &mut Vec<Paragraph>) {
    let Some(Delivery { act, journey: Journey::Refused { why }, .. }) = &opened.delivery else { return };
    let voice = model.voice();
    let said = Text::new("inbox-refused").and("act", Text::coded("act", act.code())).and("why", said_no::said(why));
    list.push(Paragraph { text: voice.say(&said), ink: Ink::Bad, indent: 0 });
    if act.hides() && opened.message.state.name() != StateName::Hidden {
        let key = model.look.keymap.shown(model.lang, Command::Inbox(inbox::Command::Moderate));
        list.push(Paragraph { text: voice.say(&Text::new("inbox-refused-back").with("moderate", key)), ink: Ink::Quiet, indent: 0 });
    }
}

/// What is known beside the conversation: an edit after the end, promises that are owed, an author who was erased.
pub fn facts(model: &Model, opened: &Opened) -> Vec<(Text, Ink)> {
    let mut facts = Vec::new();
    if opened.message.is_erased() {
        facts.push((Text::new("card-is-erased"), Ink::Quiet));
    }
    let ended = match opened.message.state.name() {
        StateName::Answered => Some(Text::new("inbox-edited-after-answer")),
        StateName::Closed | StateName::Hidden => Some(Text::new("inbox-edited-after-end")),
        StateName::Open | StateName::Delegated | StateName::Snoozed => None,
    };
    if let (Some(text), Some(edit)) = (ended, edit(opened))
        && opened.journal.iter().filter(|line| ends(line.verb)).all(|line| line.id < edit.id)
    {
        facts.push((text, Ink::Bad));
    }
    for promise in &opened.promises {
        let text =
            Text::new("inbox-promised").with("day", format::tiny_day(model.lang, promise.due)).with("text", promise.text.on_one_line());
        facts.push((text, if promise.presses(model.day()) { Ink::Bad } else { Ink::Warn }));
    }
    facts
}

/// Whether a line of the journal says that the message was dealt with.
const fn ends(verb: Verb) -> bool {
    matches!(verb, Verb::Answered | Verb::AnsweredElsewhere | Verb::Closed | Verb::Hidden)
}
