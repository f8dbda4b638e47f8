//! Sharing a message: as it is, or with words of ours above it. It ends nothing: the message still waits.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{ActName, Job};
use super::super::model::{Asker, Model, Tab};
use super::super::unfinished;
use super::composer::{self, Composer, Purpose};
use super::list;
use super::moderation::{self, Measure};
use super::outcome::{check, reason, targets};
use crate::domain::MessageId;
use crate::domain::account::Ability;
use crate::domain::delivery::{Act, Delivery};
use crate::domain::message::Visibility;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What a choice does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Shares the messages as they are.
    Repost,
    /// Opens the composer for words above the message.
    Quote,
}

const fn then(then: Then) -> Chosen {
    Chosen::Inbox(super::Then::Share(then))
}

/// Asks how to share. What the network lacks is listed with the reason it can't be done.
pub fn ask(model: &mut Model) {
    let repost = can(model, Ability::Repost).map(|()| then(Then::Repost));
    let quote = can_quote(model).map(|()| then(Then::Quote));
    let about = list::subject(model).map(|message| message.text.clone()).unwrap_or_default();
    let menu = Menu::new(Text::new("share-title").count("count", targets(model).len()))
        .about(&about)
        .item(Some('r'), Label::Text(Text::new("share-repost")), repost)
        .item(Some('c'), Label::Text(Text::new("share-quote")), quote);
    model.dialog = Some(Dialog::Menu(menu));
}

/// Whether the message may be shared: its network can, and whoever wrote it did so for all.
pub fn can(model: &Model, ability: Ability) -> Result<(), Reason> {
    check(model, ability).map_err(|lack| reason(model, lack))?;
    let is_for_all = list::subject(model).is_some_and(|message| matches!(message.visibility, Visibility::Public | Visibility::Unlisted));
    if is_for_all { Ok(()) } else { Err(Text::new("share-not-public")) }
}

fn can_quote(model: &Model) -> Result<(), Reason> {
    can(model, Ability::Quote)?;
    if targets(model).len() > 1 {
        return Err(Text::new("share-one-quote"));
    }
    let message = list::subject(model).map(|message| message.id);
    let leaves = model.held.iter().any(|held| matches!(held.act, Act::Quote { .. }) && held.message == message);
    if leaves { Err(Text::new("share-quote-leaves")) } else { Ok(()) }
}

/// Does what was chosen.
pub fn choose(model: &mut Model, chosen: Then) {
    match chosen {
        Then::Repost => moderation::order(model, Measure::Network(ActName::Repost), SafeText::EMPTY),
        Then::Quote => composer::open_quote(model),
    }
}

/// Under which name the words above a message are kept until they are out; the file knows it too.
pub fn draft_name(message: MessageId) -> String {
    format!("quote-{message}")
}

/// A delivery is out: the words of a quote are no longer a draft. The file has forgotten them with it.
pub fn is_out(model: &mut Model, delivery: &Delivery) {
    if let (Act::Quote { .. }, Some(message)) = (&delivery.act, delivery.message) {
        unfinished::forget(model, &draft_name(message));
    }
}

/// Holds the quote for ten seconds; the message stays where it is.
pub fn send(model: &mut Model, composer: &Composer) {
    let job = Job::Quote { message: composer.message, text: composer.field.safe(), at: model.now };
    model.ask(Asker::Tab(Tab::Inbox), job);
    model.tell(Text::new("share-quote-held"));
    list::open_current(model);
}

/// Whether what is being written answers the message: only then past answers help.
pub fn is_answer(model: &Model) -> Result<(), Reason> {
    let quotes = model.inbox.composer.as_ref().is_some_and(|composer| composer.purpose == Purpose::Quote);
    if quotes { Err(Text::new("share-no-past")) } else { Ok(()) }
}
