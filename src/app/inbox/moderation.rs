//! Moderation: what hides a message here, or acts on it or its author on the network, with the rule quoted.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{ActName, Job};
use super::super::model::{Asker, Model, Tab};
use super::list;
use super::outcome::{Decision, check, decide_with, prompt, reason};
use crate::domain::account::Ability;
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks for the rule by which messages are hidden here.
    AskHide,
    /// Hides messages here, with the rule typed.
    Hide,
    /// Asks for the reason of an act that can't be undone once it left.
    AskReason(ActName),
    /// Does an act on the network, with the reason typed.
    Act(ActName),
}

/// Asks how to moderate. What the network lacks is listed with the reason it can't be done.
pub fn ask(model: &mut Model) {
    let offered = |ability, act| match check(model, ability) {
        Ok(()) => Ok(Chosen::Inbox(super::Then::Moderate(Then::AskReason(act)))),
        Err(lack) => Err(reason(model, lack)),
    };
    let about = list::subject(model).map(|message| message.text.clone()).unwrap_or_default();
    let menu = Menu::new(Text::new("inbox-moderate-title"))
        .about(&about)
        .item(Some('m'), Label::Text(Text::new("inbox-hide-here")), Ok(Chosen::Inbox(super::Then::Moderate(Then::AskHide))))
        .item(Some('s'), Label::Text(Text::new("inbox-mute")), offered(Ability::Mute, ActName::Mute))
        .item(Some('b'), Label::Text(Text::new("inbox-block")), offered(Ability::Block, ActName::Block))
        .item(Some('r'), Label::Text(Text::new("inbox-report")), offered(Ability::Report, ActName::Report));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    match *then {
        Then::AskHide => prompt(model, "inbox-reason-title", super::Then::Moderate(Then::Hide)),
        Then::AskReason(act) => prompt(model, "inbox-reason-title", super::Then::Moderate(Then::Act(act))),
        Then::Hide => {
            model.dialog = None;
            decide_with(model, Decision::State(MessageState::Hidden), SafeText::line(typed));
        }
        Then::Act(name) => {
            model.dialog = None;
            act(model, name, SafeText::line(typed));
            decide_with(model, Decision::State(MessageState::Hidden), SafeText::line(typed));
        }
    }
}

/// Likes the message, after the ten seconds in which `u` takes it back.
pub fn like(model: &mut Model) {
    act(model, ActName::Like, SafeText::EMPTY);
    model.tell(Text::new("inbox-liked"));
}

fn act(model: &mut Model, act: ActName, reason: SafeText) {
    if let Some(message) = list::current(model) {
        model.ask(Asker::Tab(Tab::Inbox), Job::Act { message, act, reason, at: model.now });
    }
}
