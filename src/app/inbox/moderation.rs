//! Moderation: what hides messages here, or acts on them or their authors on the network, with the rule quoted.
//!
//! What can't be taken back once it left is asked for, and so is what touches many messages: Enter does nothing then.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{ActName, Job};
use super::super::model::{Asker, Model, Tab};
use super::outcome::{Decision, MANY, author, check, confirm, move_on, prompt, reason, targets};
use super::{list, share, sweep};
use crate::domain::account::{Ability, Lack};
use crate::domain::message::{Channel, MessageState};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What is done: messages are hidden here, and something more on the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Hidden here alone.
    Hide,
    /// Hidden here, and this on the network.
    Network(ActName),
}

impl Measure {
    /// Its stable word, in the ids of its texts.
    const fn code(self) -> &'static str {
        match self {
            Self::Hide => "hide",
            Self::Network(ActName::Like) => "like",
            Self::Network(ActName::Repost) => "repost",
            Self::Network(ActName::Hide) => "hide-there",
            Self::Network(ActName::Mute) => "mute",
            Self::Network(ActName::Block) => "block",
            Self::Network(ActName::Report) => "report",
            Self::Network(ActName::DeleteAnswer) => "delete-answer",
        }
    }

    /// Whether it can be taken back after it left: then it is never asked for.
    const fn can_be_undone(self) -> bool {
        matches!(self, Self::Hide | Self::Network(ActName::Like | ActName::Repost | ActName::Hide | ActName::Mute))
    }
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks which rule is broken.
    AskRule(Measure),
    /// Asks for a rule in the CM's own words.
    AskWords(Measure),
    /// Goes on with the rule typed.
    Words(Measure),
    /// Goes on with a rule.
    Rule(Measure, SafeText),
    /// Does it, now that the CM said so.
    Confirmed(Measure, SafeText),
}

const fn then(then: Then) -> Chosen {
    Chosen::Inbox(super::Then::Moderate(then))
}

/// Asks how to moderate. What the network lacks is listed with the reason it can't be done.
pub fn ask(model: &mut Model) {
    let offered = |ability, act| match check(model, ability) {
        Ok(()) => Ok(then(Then::AskRule(Measure::Network(act)))),
        Err(lack) => Err(reason(model, lack)),
    };
    let delete = match (check(model, Ability::Delete), is_answered(model)) {
        (Err(lack), _) => Err(reason(model, lack)),
        (Ok(()), false) => Err(Text::new("moderate-no-answer")),
        (Ok(()), true) => Ok(then(Then::Rule(Measure::Network(ActName::DeleteAnswer), SafeText::EMPTY))),
    };
    let about = list::subject(model).map(|message| message.text.clone()).unwrap_or_default();
    let menu = Menu::new(Text::new("inbox-moderate-title").count("count", targets(model).len())).about(&about);
    let menu = hiding(model, menu)
        .item(Some('s'), Label::Text(Text::new("inbox-mute")), offered(Ability::Mute, ActName::Mute))
        .item(Some('b'), Label::Text(Text::new("inbox-block")), offered(Ability::Block, ActName::Block))
        .item(Some('r'), Label::Text(Text::new("inbox-report")), offered(Ability::Report, ActName::Report))
        .item(Some('e'), Label::Text(Text::new("inbox-delete-theirs")), Err(Text::new("moderate-not-ours")))
        .item(Some('d'), Label::Text(Text::new("inbox-delete-ours")), delete);
    model.dialog = Some(Dialog::Menu(menu));
}

/// Hiding: on the network too where it can, and then here alone as well; else here alone, with the reason.
fn hiding(model: &Model, menu: Menu) -> Menu {
    let here = |menu: Menu, key, label| menu.item(Some(key), Label::Text(label), Ok(then(Then::AskRule(Measure::Hide))));
    let Some(message) = list::subject(model) else { return menu };
    let network = model.account(message.account).map_or("", |account| account.network.name());
    match (check(model, Ability::Hide), message.channel) {
        (Ok(()), Channel::Reply) => {
            let there = Label::Text(Text::new("inbox-hide-there").with("network", network));
            let menu = menu.item(Some('m'), there, Ok(then(Then::AskRule(Measure::Network(ActName::Hide)))));
            here(menu, 'i', Text::new("inbox-hide-here"))
        }
        (Ok(()), Channel::Mention | Channel::Direct | Channel::Review | Channel::Manual) => {
            here(menu, 'm', Text::new("inbox-hide-not-beneath").with("network", network))
        }
        (Err(Lack::Server(_)), _) => here(menu, 'm', Text::new("inbox-hide-lacks").with("network", network)),
        (Err(Lack::Manual | Lack::Expired), _) => here(menu, 'm', Text::new("inbox-hide-here")),
    }
}

/// Whether an answer of ours stands under the message that is open.
fn is_answered(model: &Model) -> bool {
    let Some(opened) = &model.inbox.opened else { return false };
    opened.turns.iter().any(|turn| turn.ours && turn.parent.as_ref() == Some(&opened.message.remote_id))
}

/// Asks which rule of the community is broken: by its number, or in words. Without rules, in words.
fn ask_rule(model: &mut Model, measure: Measure) {
    let rules = model.brand().map(|brand| brand.charter.community.clone()).unwrap_or_default();
    if rules.is_empty() {
        return prompt(model, "inbox-reason-title", super::Then::Moderate(Then::Words(measure)));
    }
    let menu = rules.iter().zip(1_u32..).take(20).fold(Menu::new(Text::new("moderate-rule-title")), |menu, (rule, number)| {
        let quoted = SafeText::line(&format!("{number}. {rule}"));
        menu.item(char::from_digit(number, 10), Label::Name(rule.clone()), Ok(then(Then::Rule(measure, quoted))))
    });
    let menu = menu.item(Some('t'), Label::Text(Text::new("moderate-rule-words")), Ok(then(Then::AskWords(measure)))).item(
        Some('0'),
        Label::Text(Text::new("moderate-rule-none")),
        Ok(then(Then::Rule(measure, SafeText::EMPTY))),
    );
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: Then, typed: &str) {
    match chosen {
        Then::AskRule(measure) => ask_rule(model, measure),
        Then::AskWords(measure) => prompt(model, "inbox-reason-title", super::Then::Moderate(Then::Words(measure))),
        Then::Words(measure) => {
            model.dialog = None;
            order(model, measure, SafeText::line(typed));
        }
        Then::Rule(measure, rule) => order(model, measure, rule),
        Then::Confirmed(measure, rule) => carry_out(model, measure, rule),
    }
}

/// Does it, or asks first.
pub fn order(model: &mut Model, measure: Measure, rule: SafeText) {
    let messages = targets(model);
    // Of one message it is said why; of several, those that can are taken.
    if let Some(lacks) = lacking(model, measure).filter(|_| messages.len() == 1) {
        return model.hint(lacks);
    }
    if messages.len() < MANY && measure.can_be_undone() {
        return carry_out(model, measure, rule);
    }
    let what = Text::coded("moderate-confirm", measure.code()).count("count", messages.len()).with("author", author(model, &messages));
    let about = list::subject(model).map(|message| message.text.clone()).unwrap_or_default();
    let yes = Text::new(if measure.can_be_undone() { "confirm-yes" } else { "moderate-yes" });
    confirm(model, what, yes, &about, super::Then::Moderate(Then::Confirmed(measure, rule)));
}

/// Why what only acts on the network does nothing for the message under the cursor, if it does not.
fn lacking(model: &Model, measure: Measure) -> Option<Text> {
    match measure {
        Measure::Network(ActName::Like) => check(model, Ability::Like).err().map(|lack| reason(model, lack)),
        Measure::Network(ActName::Repost) => share::can(model, Ability::Repost).err(),
        Measure::Hide | Measure::Network(ActName::Hide | ActName::Mute | ActName::Block | ActName::Report | ActName::DeleteAnswer) => None,
    }
}

/// Hides every target here, and acts on the network on each of them.
pub fn carry_out(model: &mut Model, measure: Measure, rule: SafeText) {
    let messages = targets(model);
    if messages.is_empty() {
        return;
    }
    model.inbox.last = Some(Decision::Moderation(measure, rule.clone()));
    sweep::write_seen(model);
    let (at, sweep) = (model.now, sweep::current(model));
    let told =
        if measure == Measure::Network(ActName::Hide) { Text::new("moderate-hidden-there") } else { Text::coded("decided", "hidden") };
    let told = told.count("count", messages.len()).with("author", author(model, &messages));
    let job = match measure {
        Measure::Hide => Job::Decide { messages: messages.clone(), state: MessageState::Hidden, at, sweep, reason: rule },
        Measure::Network(act @ (ActName::Like | ActName::Repost | ActName::DeleteAnswer)) => {
            let count = messages.len();
            let job = Job::ActAll { messages, act, reason: rule, at, hides: false, sweep: None };
            model.ask(Asker::Tab(Tab::Inbox), job);
            model.inbox.marks.clear();
            return model.tell(Text::coded("inbox-act-held", measure.code()).count("count", count));
        }
        Measure::Network(act) => Job::ActAll { messages: messages.clone(), act, reason: rule, at, hides: true, sweep },
    };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
    model.inbox.leaving.insert(ticket, messages.clone());
    move_on(model, &messages, told);
}

/// Likes the messages, after the ten seconds in which `u` takes it back.
pub fn like(model: &mut Model) {
    order(model, Measure::Network(ActName::Like), SafeText::EMPTY);
}
