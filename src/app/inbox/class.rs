//! What a message is: its type and its tone, by hand in two keys, a third one for both.
//!
//! The letters are those of the language of the screens; those of the other one are heard too, as far as
//! they don't meet.

use super::super::dialog::Dialog;
use super::super::effect::{Classify, Job};
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::list;
use super::outcome::{Decision, decide, targets};
use crate::domain::MessageId;
use crate::domain::message::{MessageKind, Tone};
use crate::domain::time::Moment;
use crate::lang::{Lang, Text};
use chrono::Duration;

/// The types in the order of the panel, with their letters in French and in English.
const KINDS: &[(MessageKind, char, char)] = &[
    (MessageKind::Question, 'q', 'q'),
    (MessageKind::Complaint, 'p', 'c'),
    (MessageKind::Purchase, 'a', 'b'),
    (MessageKind::Praise, 'c', 'r'),
    (MessageKind::Mention, 'm', 'm'),
    (MessageKind::Spam, 's', 's'),
];

/// How long a tone can follow a type with no more than its sign.
const TAIL: Duration = Duration::seconds(8);

/// The panel that asks for a type or a tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// How many messages it is for.
    pub count: usize,
}

/// A type was just given: the sign of a tone adds it, any other key means what it always means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tail {
    messages: Vec<MessageId>,
    kind: MessageKind,
    until: Moment,
}

/// The types with their letters in a language.
pub fn letters(lang: Lang) -> impl Iterator<Item = (char, MessageKind)> {
    KINDS.iter().map(move |(kind, french, english)| (if lang == Lang::Fr { *french } else { *english }, *kind))
}

fn kind_of(lang: Lang, c: char) -> Option<MessageKind> {
    letters(lang).chain(letters(lang.other())).find(|(letter, _)| *letter == c).map(|(_, kind)| kind)
}

/// `+` needs Shift on some keyboards: `h` (heureux, happy) says the same.
const fn tone_of(c: char) -> Option<Tone> {
    match c {
        '+' | 'h' => Some(Tone::Positive),
        '=' => Some(Tone::Neutral),
        '-' => Some(Tone::Negative),
        _ => None,
    }
}

/// Raises a message to the top, or lets it down.
pub fn raise(model: &mut Model) {
    let urgent = list::subject(model).is_some_and(|message| message.urgent);
    decide(model, Decision::Class(Classify::Urgent(!urgent)));
}

/// Asks for the type and the tone.
pub fn ask(model: &mut Model) {
    model.dialog = Some(Dialog::Class(Panel { count: targets(model).len() }));
}

/// Hears a key while the panel asks. Gives whether it means something.
pub fn hear(model: &mut Model, _: &Panel, key: Key) -> bool {
    let Some(c) = key.typed().map(|c| c.to_lowercase().next().unwrap_or(c)) else { return false };
    if let Some(tone) = tone_of(c) {
        decide(model, Decision::Class(Classify::Tone(tone)));
    } else if let Some(kind) = kind_of(model.lang, c) {
        let messages = targets(model);
        decide(model, Decision::Class(Classify::Kind(kind)));
        model.inbox.tail = Some(Tail { messages, kind, until: model.now + TAIL });
    } else {
        model.hint(Text::new("rule-class-unknown").with("key", key));
        return false;
    }
    true
}

/// Hears the key after a type. Gives whether it added a tone.
pub fn hear_tail(model: &mut Model, key: Key) -> bool {
    let Some(tail) = model.inbox.tail.take() else { return false };
    let here = model.tab == Tab::Inbox && model.now < tail.until && !tail.messages.is_empty();
    let Some(tone) = key.typed().and_then(tone_of).filter(|_| here && model.inbox.composer.is_none() && !model.inbox.filtering) else {
        return false;
    };
    classify(model, tail.messages, Classify::Tone(tone));
    // What is repeated is both.
    model.inbox.last = Some(Decision::Class(Classify::Both(tail.kind, tone)));
    true
}

/// Says what messages are. The cursor stays with its message, wherever the list puts it.
pub fn classify(model: &mut Model, messages: Vec<MessageId>, change: Classify) {
    let count = messages.len();
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Classify { messages, change, at: model.now });
    model.inbox.wanted.staying.insert(ticket);
    model.inbox.marks.clear();
    let kind = |kind: MessageKind| Text::coded("kind", kind.code());
    let tone = |tone: Tone| Text::coded("tone", tone.code());
    let what = match change {
        Classify::Kind(given) => kind(given),
        Classify::Tone(given) => tone(given),
        Classify::Both(given, rated) => super::super::rules::list([kind(given), tone(rated)]),
        Classify::Urgent(urgent) => Text::new(if urgent { "inbox-raised" } else { "inbox-lowered" }),
    };
    let said = if matches!(change, Classify::Kind(_)) { Text::new("rule-class-then-tone") } else { Text::new("inbox-classified") };
    model.tell(said.count("count", count).and("what", what));
}
