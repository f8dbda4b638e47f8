//! How soon each type of message is to be answered: a target in working time, none until one is set.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::model::Model;
use super::brand::{change, wrong};
use crate::domain::brand::Targets;
use crate::domain::message::MessageKind;
use crate::lang::{Text, format};

/// What a choice or a typed line does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Asks for the target of a type.
    Ask(MessageKind),
    /// Writes the target of a type, as typed.
    Set(MessageKind),
}

/// The types that can have a target, each with its key; spam needs no answer.
const KINDS: [(char, MessageKind); 6] = [
    ('t', MessageKind::Unsorted),
    ('q', MessageKind::Question),
    ('p', MessageKind::Complaint),
    ('a', MessageKind::Purchase),
    ('c', MessageKind::Praise),
    ('m', MessageKind::Mention),
];

const fn then(then: Then) -> Chosen {
    Chosen::Notebook(super::Then::Targets(then))
}

/// The name of a type here: what has no target of its own takes that of all others.
fn name(kind: MessageKind) -> Text {
    if kind == MessageKind::Unsorted { Text::new("targets-others") } else { Text::coded("kind", kind.code()) }
}

/// Asks the target of which type changes.
pub fn ask(model: &mut Model) {
    let targets = model.brand().map(|brand| brand.targets.clone()).unwrap_or_default();
    let menu = KINDS.into_iter().fold(Menu::new(Text::new("targets-title")), |menu, (key, kind)| {
        let label = match targets.0.get(&kind) {
            Some(minutes) => Text::new("targets-line").and("kind", name(kind)).with("target", format::working(i64::from(*minutes) * 60)),
            None => Text::new("targets-line-none").and("kind", name(kind)),
        };
        menu.item(Some(key), Label::Text(label), Ok(then(Then::Ask(kind))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: Then, typed: &str) {
    match chosen {
        Then::Ask(kind) => {
            let now = model.brand().and_then(|brand| brand.targets.0.get(&kind)).map(|minutes| format::working(i64::from(*minutes) * 60));
            let start = now.unwrap_or_default().replace('\u{a0}', " ");
            let prompt = Prompt::new(Text::new("targets-typed").and("kind", name(kind)), &start, then(Then::Set(kind)));
            model.dialog = Some(Dialog::Prompt(prompt.help(Text::new("targets-help"))));
        }
        Then::Set(kind) => set(model, kind, typed),
    }
}

fn set(model: &mut Model, kind: MessageKind, typed: &str) {
    let minutes = match typed.trim() {
        "" => None,
        typed => match read_minutes(typed) {
            Some(minutes) => Some(minutes),
            None => return wrong(model, Text::new("targets-wrong")),
        },
    };
    change(model, |brand| {
        match minutes {
            Some(minutes) => brand.targets.0.insert(kind, minutes),
            None => brand.targets.0.remove(&kind),
        };
    });
    model.dialog = None;
    model.tell(Text::new("targets-set").and("kind", name(kind)));
}

/// Working time as typed, in minutes: `4 h`, `1 h 30`, `90 min`, `4:30`. From a minute to two hundred hours.
fn read_minutes(typed: &str) -> Option<u32> {
    let text: String = typed.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u32>().ok() };
    let minutes = match text.split_once(['h', ':']) {
        Some((hours, rest)) => {
            let minutes = number(rest.trim_end_matches("min")).filter(|minutes| *minutes < 60)?;
            hours.parse::<u32>().ok()?.checked_mul(60)?.checked_add(minutes)?
        }
        None => text.strip_suffix("min").or_else(|| text.strip_suffix('m'))?.parse().ok()?,
    };
    (1..=12_000).contains(&minutes).then_some(minutes)
}

/// The targets in one line, the shortest first.
#[must_use]
pub fn told(model: &Model, targets: &Targets) -> String {
    let mut known: Vec<_> = targets.0.iter().collect();
    known.sort_by_key(|(_, minutes)| **minutes);
    let part = |(kind, minutes): (&MessageKind, &u32)| {
        let line = Text::new("targets-line").and("kind", name(*kind)).with("target", format::working(i64::from(*minutes) * 60));
        model.voice().say(&line)
    };
    if known.is_empty() { model.voice().t("targets-none") } else { known.into_iter().map(part).collect::<Vec<_>>().join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_time_is_read_as_it_is_written() {
        for (typed, minutes) in [("4 h", 240), ("4h", 240), ("1 h 30", 90), ("1h05min", 65), ("90 min", 90), ("45m", 45), ("0:30", 30)] {
            assert_eq!(read_minutes(typed), Some(minutes), "{typed}");
        }
        for typed in ["4", "h", "demain", "0 h", "-2 h", "9999 h", "4 h 99 99"] {
            assert_eq!(read_minutes(typed), None, "{typed}");
        }
    }
}
