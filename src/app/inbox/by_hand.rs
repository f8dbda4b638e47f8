//! Messages of places without an API: a forum, a group, the phone.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::Job;
use super::super::model::{Asker, Model, Tab};
use super::outcome::prompt;
use crate::domain::AccountId;
use crate::domain::account::Access;
use crate::domain::message::{Channel, Incoming, Visibility};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks who wrote.
    Author(AccountId),
    /// Asks what they wrote.
    Words(AccountId, SafeText),
}

/// Asks on which account a message is logged by hand.
pub fn ask(model: &mut Model) {
    let accounts: Vec<_> = model
        .accounts()
        .map(|account| (account.id, SafeText::line(&format!("{} {}", account.network.mark(), account.handle)), account.access))
        .collect();
    let mut manual_first = accounts;
    manual_first.sort_by_key(|(_, _, access)| *access != Access::Manual);
    let start = Menu::new(Text::new("inbox-log-title"));
    let menu = manual_first.into_iter().zip('1'..='9').fold(start, |menu, ((id, name, _), key)| {
        menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(super::Then::Log(Then::Author(id)))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Author(account) => prompt(model, "inbox-log-author", super::Then::Log(Then::Words(account, SafeText::EMPTY))),
        Then::Words(account, author) => log(model, account, author, typed),
    }
}

/// Three fields: the account is chosen, then the author is typed, then the words.
fn log(model: &mut Model, account: AccountId, author: SafeText, typed: &str) {
    if author.is_blank() {
        let author = SafeText::line(typed);
        if !author.is_blank() {
            prompt(model, "inbox-log-text", super::Then::Log(Then::Words(account, author)));
        }
        return;
    }
    model.dialog = None;
    let text = SafeText::clean(typed);
    if text.is_blank() {
        return;
    }
    // An id of our own: the same words of the same person at the same second are one message.
    let remote_id = SafeText::line(&format!("hand-{}-{}", model.now.timestamp(), author));
    let incoming = Incoming {
        remote_id,
        parent: None,
        author_id: author.clone(),
        handle: author.clone(),
        author,
        text,
        channel: Channel::Manual,
        visibility: Visibility::Public,
        filtered: false,
        url: None,
        at: model.now,
    };
    model.ask(Asker::Tab(Tab::Inbox), Job::LogByHand(account, vec![incoming], model.now));
    model.tell(Text::new("inbox-logged"));
}
