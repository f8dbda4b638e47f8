//! Delegation: a contact is asked, and the message comes back by itself on its date.
//!
//! Whom, then when: two keys after `d`. What is asked and how the brief leaves stand below the dates, for when
//! they are needed.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::model::Model;
use super::brief::{next_way, remember, way_of};
use super::outcome::{Decision, decide};
use super::snooze::{instant_menu, read_day};
use crate::domain::ContactId;
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks when what is delegated comes back.
    Until(Asking),
    /// Asks for another day.
    OtherDay(Asking),
    /// Delegates until the day typed.
    Day(Asking),
    /// Asks what is asked.
    AskWhat(Asking),
    /// Takes what is asked.
    What(Asking),
    /// Lets the brief leave another way.
    NextWay(Asking),
    /// Delegates until then.
    Go(Asking, Moment),
}

/// A delegation before its date is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Asking {
    contact: ContactId,
    what: SafeText,
}

fn then(then: Then) -> super::Then {
    super::Then::Delegate(then)
}

/// Asks to whom the messages are delegated.
pub fn ask(model: &mut Model) {
    let contacts: Vec<(ContactId, SafeText)> =
        model.contacts().map(|contact| (contact.id, SafeText::line(&format!("{} · {}", contact.name, contact.role)))).collect();
    let start = Menu::new(Text::new("inbox-delegate-title"));
    // The tenth and later ones are reached by the arrows.
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let menu = contacts.into_iter().zip(keys).fold(start, |menu, ((contact, name), key)| {
        let asking = Asking { contact, what: SafeText::EMPTY };
        menu.item(key, Label::Name(name), Ok(Chosen::Inbox(then(Then::Until(asking)))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: &Then, typed: &str) {
    match chosen {
        Then::Until(asking) => ask_until(model, asking),
        Then::OtherDay(asking) => prompt(model, "inbox-delegate-typed", "", Then::Day(asking.clone())),
        Then::Day(asking) => {
            if let Some(due) = read_day(model, typed) {
                go(model, asking, due);
            }
        }
        Then::AskWhat(asking) => {
            let last = model.workspace.settings.get(&what_setting(asking.contact)).cloned().unwrap_or_default();
            let start = if asking.what.is_blank() { last } else { asking.what.to_string() };
            prompt(model, "brief-what-title", &start, Then::What(asking.clone()));
        }
        Then::What(asking) => {
            let what = SafeText::line(typed);
            remember(model, what_setting(asking.contact), what.to_string());
            ask_until(model, &Asking { what, ..asking.clone() });
        }
        Then::NextWay(asking) => {
            next_way(model, asking.contact);
            ask_until(model, asking);
            if let Some(Dialog::Menu(menu)) = &mut model.dialog {
                menu.cursor = menu.items.len().saturating_sub(1);
            }
        }
        Then::Go(asking, due) => go(model, asking, *due),
    }
}

/// The setting that remembers what a contact was last asked.
fn what_setting(contact: ContactId) -> String {
    format!("brief-what-{contact}")
}

fn prompt(model: &mut Model, title: &'static str, start: &str, next: Then) {
    model.dialog = Some(Dialog::Prompt(Prompt::new(Text::new(title), start, Chosen::Inbox(then(next)))));
}

fn ask_until(model: &mut Model, asking: &Asking) {
    let menu = instant_menu(model, Text::new("inbox-delegate-until-title"), |due| then(Then::Go(asking.clone(), due)));
    let what = if asking.what.is_blank() {
        Text::new("inbox-delegate-what-none")
    } else {
        Text::new("inbox-delegate-what").with("what", &asking.what)
    };
    let way = Text::new("inbox-delegate-way").and("way", Text::coded("brief-way", way_of(model, asking.contact).code()));
    let menu = menu
        .item(Some('d'), Label::Text(Text::new("when-other")), Ok(Chosen::Inbox(then(Then::OtherDay(asking.clone())))))
        .item(Some('q'), Label::Text(what), Ok(Chosen::Inbox(then(Then::AskWhat(asking.clone())))))
        .item(Some('c'), Label::Text(way), Ok(Chosen::Inbox(then(Then::NextWay(asking.clone())))));
    model.dialog = Some(Dialog::Menu(menu));
}

fn go(model: &mut Model, asking: &Asking, due: Moment) {
    model.dialog = None;
    decide(model, Decision::Delegation(MessageState::Delegated { contact: asking.contact, due }, asking.what.clone()));
}
