//! What an undo or a redo says: what came back or was done again, and of whom. Never more than a line.

use super::effect::{Job, Ticket};
use super::event::Opened;
use super::model::{Asker, Model};
use crate::domain::MessageId;
use crate::domain::journal::{Entry, Subject, Verb};
use crate::domain::text::SafeText;
use crate::lang::Text;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// How much of a name is said.
const LONGEST: usize = 40;

/// What waits for the name of its author to be said.
#[derive(Debug)]
pub struct Telling {
    ticket: Ticket,
    again: bool,
    what: Text,
}

/// Says what was undone or done again: at once, or as soon as the file says of whom the one message is.
pub fn tell(model: &mut Model, entries: &[Entry]) {
    let Some(main) = main(entries) else { return };
    let rows: BTreeSet<i64> = entries.iter().filter(|entry| entry.subject == main.subject).map(|entry| entry.row).collect();
    let again = main.verb == Verb::Redone;
    let (what, of) = match main.subject {
        Subject::Message => (Text::coded("undone-message", of_message(main)), Some(MessageId(main.row))),
        Subject::Delivery => of_delivery(model, main),
        _ => (of_thing(model, main, rows.len()), None),
    };
    let what = what.count("count", rows.len());
    match of.filter(|_| rows.len() == 1) {
        Some(message) => {
            let ticket = model.ask(Asker::Shell, Job::Open(message));
            model.undone = Some(Telling { ticket, again, what });
        }
        None => say(model, again, what.with("author", "")),
    }
}

/// The message has been read: now its author can be named.
pub fn heard(model: &mut Model, ticket: Ticket, opened: Option<&Opened>) {
    if let Some(telling) = model.undone.take_if(|telling| telling.ticket == ticket) {
        let author = opened.map(|opened| short(opened.message.author.as_str())).unwrap_or_default();
        say(model, telling.again, telling.what.with("author", author));
    }
}

fn say(model: &mut Model, again: bool, what: Text) {
    model.tell(Text::new(if again { "shell-redone" } else { "shell-undone" }).and("what", what));
}

/// The line that tells the act best: what it was about, before what went with it.
fn main(entries: &[Entry]) -> Option<&Entry> {
    let rank = |entry: &&Entry| match entry.subject {
        Subject::Message => 0,
        Subject::Post => 1,
        Subject::Delivery => 4,
        Subject::Brief | Subject::Label => 3,
        _ => 2,
    };
    entries.iter().min_by_key(rank)
}

/// What was decided for a message, by the fields that its line of the journal changed.
fn of_message(entry: &Entry) -> &'static str {
    let field = |name: &str| entry.after.as_ref().and_then(|after| after.get(name));
    if entry.before.as_ref().is_some_and(Value::is_null) {
        return "logged";
    }
    if let Some(state) = field("state") {
        let code = state.get("state").and_then(Value::as_str).unwrap_or_default();
        return crate::domain::message::StateName::ALL.iter().map(|state| state.code()).find(|known| *known == code).unwrap_or("changed");
    }
    ["labels", "urgent", "kind", "tone"].into_iter().find(|name| field(name).is_some()).unwrap_or("changed")
}

/// An act on a network alone, with the message it is about. One that is not known here is a delivery.
fn of_delivery(model: &Model, entry: &Entry) -> (Text, Option<MessageId>) {
    let held = model.held.iter().find(|delivery| delivery.id.0 == entry.row);
    match held {
        Some(delivery) => {
            let act = Text::coded("act", delivery.act.code());
            let id = if delivery.message.is_some() { "undone-act-of" } else { "undone-act" };
            (Text::new(id).and("act", act), delivery.message)
        }
        None => (Text::coded("undone-thing", entry.subject.code()), None),
    }
}

/// Something that is kept: whether it was made, changed or removed, and its name where that is known.
fn of_thing(model: &Model, entry: &Entry, count: usize) -> Text {
    let nothing = |side: &Option<Value>| side.as_ref().is_none_or(Value::is_null);
    let way = match (nothing(&entry.before), nothing(&entry.after)) {
        (true, _) => "made",
        (false, true) => "removed",
        (false, false) => "changed",
    };
    let thing = Text::coded("undone-thing", entry.subject.code()).count("count", count);
    let thing = match name(model, entry).filter(|_| count == 1) {
        Some(name) => Text::new("undone-named").and("thing", thing).with("name", name),
        None => thing,
    };
    Text::coded("undone-way", way).and("thing", thing)
}

fn name(model: &Model, entry: &Entry) -> Option<String> {
    // As it is called now.
    let sides = if entry.verb == Verb::Redone { [&entry.after, &entry.before] } else { [&entry.before, &entry.after] };
    let told = sides.into_iter().flatten().find_map(|side| {
        let name = side.get("name").or_else(|| side.get("title"))?;
        name.as_str().map(SafeText::line)
    });
    let known = match entry.subject {
        Subject::Post => model.queue.posts.iter().find(|post| post.id.0 == entry.row).map(|post| post.title.clone()),
        Subject::Contact => model.contacts().find(|contact| contact.id.0 == entry.row).map(|contact| contact.name.clone()),
        Subject::SavedReply => model.saved_replies().find(|reply| reply.id.0 == entry.row).map(|reply| reply.name.clone()),
        Subject::Rule => model.notebook.rules.list.iter().find(|rule| rule.id.0 == entry.row).map(|rule| rule.name.clone()),
        _ => None,
    };
    told.or(known).filter(|name| !name.is_blank()).map(|name| short(name.as_str()))
}

/// So much of a name that a line holds it.
fn short(name: &str) -> String {
    let mut clusters = name.graphemes(true);
    let head: String = clusters.by_ref().take(LONGEST).collect();
    if clusters.next().is_some() { format!("{}…", head.trim_end()) } else { head }
}
