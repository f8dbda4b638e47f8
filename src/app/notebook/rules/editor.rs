//! A rule being written: a field or a choice a line, no syntax. What is written is not in use before it is stored.

use super::super::super::field::Field;
use super::super::super::key::{Code, Key};
use crate::domain::account::Network;
use crate::domain::coded;
use crate::domain::message::{Channel, MessageKind, Tone};
use crate::domain::rule::{Flaw, HowMany, Only, Rule, keywords};
use crate::domain::text::SafeText;

coded! {
    /// A line of the editor.
    Part {
        Name = "name", Keywords = "keywords", HowMany = "how-many", Only = "only", Longer = "longer", Shorter = "shorter",
        NewPerson = "new-person", Network = "network", Channel = "channel",
        Kind = "kind", Tone = "tone", Label = "label", Urgent = "urgent", Close = "close", Active = "active",
        /// The messages that it is about.
        Found = "found",
    }
}

/// A rule being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// As it was when it was opened.
    before: Rule,
    /// Its choices as they are now; texts are in the fields.
    rule: Rule,
    /// The line that hears keys.
    pub part: Part,
    name: Field,
    keywords: Field,
    longer: Field,
    shorter: Field,
    label: Field,
    /// Which of the messages found is shown.
    pub row: usize,
    /// What it lacks, once it was to be stored.
    pub flaw: Option<Flaw>,
}

impl Editor {
    /// Opens a rule.
    #[must_use]
    pub fn new(rule: Rule) -> Self {
        let number = |number: Option<u32>| Field::line(&number.map(|number| number.to_string()).unwrap_or_default());
        let conditions = &rule.conditions;
        let words = conditions.keywords.iter().map(SafeText::as_str).collect::<Vec<_>>().join(", ");
        Self {
            part: Part::Name,
            name: Field::line(rule.name.as_str()),
            keywords: Field::line(&words),
            longer: number(conditions.longer),
            shorter: number(conditions.shorter),
            label: Field::line(rule.proposes.label.as_ref().map_or("", SafeText::as_str)),
            row: 0,
            flaw: None,
            before: rule.clone(),
            rule,
        }
    }

    /// Opens a rule as it was left; it is not stored as long as it differs.
    #[must_use]
    pub fn again(rule: Rule, left: Option<Rule>) -> Self {
        let left = left.map(|left| Rule { id: rule.id, brand: rule.brand, place: rule.place, ..left });
        Self { before: rule.clone(), ..Self::new(left.unwrap_or(rule)) }
    }

    /// The rule with all that is typed.
    #[must_use]
    pub fn draft(&self) -> Rule {
        let mut rule = self.rule.clone();
        let number = |field: &Field| field.text().parse().ok();
        rule.name = SafeText::line(self.name.text());
        rule.conditions.keywords = keywords(self.keywords.text());
        rule.conditions.longer = number(&self.longer);
        rule.conditions.shorter = number(&self.shorter);
        rule.proposes.label = Some(SafeText::line(self.label.text())).filter(|label| !label.is_blank());
        rule
    }

    /// Whether something is written that is not stored.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.draft() != self.before
    }

    /// The rule, if it can be stored beside the others.
    ///
    /// # Errors
    /// What it lacks.
    pub fn check(&self, others: &[Rule]) -> Result<Rule, Flaw> {
        let rule = self.draft();
        // Commas alone are no keyword, and no condition was meant to be none.
        let only_commas = !self.keywords.is_blank() && rule.conditions.keywords.is_empty();
        match rule.flaw(others) {
            None | Some(Flaw::NoCondition) if only_commas => Err(Flaw::EmptyKeyword),
            Some(flaw) => Err(flaw),
            None => Ok(rule),
        }
    }

    /// Says what it lacks, at the line where that is written.
    pub fn lack(&mut self, flaw: Flaw) {
        self.flaw = Some(flaw);
        self.part = match flaw {
            Flaw::NoName | Flaw::NameTaken => Part::Name,
            Flaw::NoCondition | Flaw::EmptyKeyword | Flaw::TooLong => Part::Keywords,
            Flaw::NoLength => Part::Longer,
            Flaw::NoProposal => Part::Kind,
        };
    }

    /// The field of a line, if it is one that is typed.
    #[must_use]
    pub const fn field(&self, part: Part) -> Option<&Field> {
        match part {
            Part::Name => Some(&self.name),
            Part::Keywords => Some(&self.keywords),
            Part::Longer => Some(&self.longer),
            Part::Shorter => Some(&self.shorter),
            Part::Label => Some(&self.label),
            Part::HowMany
            | Part::Only
            | Part::NewPerson
            | Part::Network
            | Part::Channel
            | Part::Kind
            | Part::Tone
            | Part::Urgent
            | Part::Close
            | Part::Active
            | Part::Found => None,
        }
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        match self.part {
            Part::Name => Some(&mut self.name),
            Part::Keywords => Some(&mut self.keywords),
            Part::Longer => Some(&mut self.longer),
            Part::Shorter => Some(&mut self.shorter),
            Part::Label => Some(&mut self.label),
            Part::HowMany
            | Part::Only
            | Part::NewPerson
            | Part::Network
            | Part::Channel
            | Part::Kind
            | Part::Tone
            | Part::Urgent
            | Part::Close
            | Part::Active
            | Part::Found => None,
        }
    }

    /// Goes to the next line, or to the one before.
    pub fn step(&mut self, forward: bool) {
        let (at, all) = (self.part as usize, Part::ALL.len());
        self.part = Part::ALL[(at + if forward { 1 } else { all - 1 }) % all];
    }

    /// Takes a paste into the field of the line. Gives whether there is one.
    pub fn paste(&mut self, text: &SafeText) -> bool {
        if matches!(self.part, Part::Longer | Part::Shorter) {
            let digits = text.as_str().chars().filter(char::is_ascii_digit);
            return digits.map(|c| self.type_digit(c)).filter(|taken| *taken).count() > 0;
        }
        self.flaw = None;
        self.field_mut().is_some_and(|field| field.paste(text) || !text.is_blank())
    }

    /// Hears a key. Gives whether it meant something.
    pub fn hear(&mut self, key: Key, networks: &[Network], found: usize) -> bool {
        match key.code {
            Code::PageDown => self.row = (self.row + 1).min(found.saturating_sub(1)),
            Code::PageUp => self.row = self.row.saturating_sub(1),
            Code::Down if self.part == Part::Found && self.row + 1 < found => self.row += 1,
            Code::Up if self.part == Part::Found && self.row > 0 => self.row -= 1,
            Code::Enter | Code::Down => self.step(true),
            Code::Up => self.step(false),
            _ if self.field(self.part).is_some() => return self.type_key(key),
            Code::Right | Code::Char(' ') => self.choose(networks, true),
            Code::Left => self.choose(networks, false),
            _ => return false,
        }
        true
    }

    fn type_key(&mut self, key: Key) -> bool {
        self.flaw = None;
        match (self.part, key.typed()) {
            (Part::Longer | Part::Shorter, Some(c)) => self.type_digit(c),
            _ => self.field_mut().is_some_and(|field| field.hear(key).is_some()),
        }
    }

    /// Lengths are digits, six at most: what is typed is always a number.
    fn type_digit(&mut self, c: char) -> bool {
        let Some(field) = self.field_mut() else { return false };
        c.is_ascii_digit() && field.text().len() < 6 && field.hear(Key::char(c)).is_some()
    }

    fn choose(&mut self, networks: &[Network], forward: bool) {
        self.flaw = None;
        let (conditions, proposes) = (&mut self.rule.conditions, &mut self.rule.proposes);
        match self.part {
            Part::HowMany => conditions.how_many = if conditions.how_many == HowMany::Any { HowMany::All } else { HowMany::Any },
            Part::Only => conditions.only = step(conditions.only, Only::ALL, forward),
            Part::NewPerson => conditions.new_person = !conditions.new_person,
            Part::Network => {
                // Those of the brand; one whose account is gone stays while it is chosen.
                let known = |network: &&Network| networks.contains(network) || conditions.network == Some(**network);
                let offered: Vec<Network> = Network::ALL.iter().filter(known).copied().collect();
                conditions.network = step(conditions.network, &offered, forward);
            }
            Part::Channel => conditions.channel = step(conditions.channel, Channel::ALL, forward),
            Part::Kind => {
                let kinds: Vec<MessageKind> = MessageKind::ALL.iter().filter(|kind| **kind != MessageKind::Unsorted).copied().collect();
                proposes.kind = step(proposes.kind, &kinds, forward);
            }
            Part::Tone => {
                let tones: Vec<Tone> = Tone::ALL.iter().filter(|tone| **tone != Tone::Unrated).copied().collect();
                proposes.tone = step(proposes.tone, &tones, forward);
            }
            Part::Urgent => proposes.urgent = !proposes.urgent,
            Part::Close => proposes.close = !proposes.close,
            Part::Active => self.rule.active = !self.rule.active,
            Part::Name | Part::Keywords | Part::Longer | Part::Shorter | Part::Label | Part::Found => {}
        }
    }
}

/// The next of some values, nothing being one of them.
fn step<T: Copy + PartialEq>(now: Option<T>, all: &[T], forward: bool) -> Option<T> {
    let at = now.and_then(|now| all.iter().position(|value| *value == now)).map_or(0, |at| at + 1);
    let count = all.len() + 1;
    let next = (at + if forward { 1 } else { count - 1 }) % count;
    next.checked_sub(1).map(|next| all[next])
}
