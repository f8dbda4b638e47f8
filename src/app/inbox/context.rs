//! The conversation around a message, asked of its network once and kept; and that a network knows a message no more.

use super::super::effect::{Call, Job, Ticket};
use super::super::event::News;
use super::super::model::{Asker, Model, Tab};
use super::super::trouble::{Cause, Trouble};
use super::gone;
use crate::domain::MessageId;
use crate::domain::account::{Ability, Access};

/// A network did not give a conversation: where that is because the message is gone, it is written down.
pub fn hear_no_news(model: &mut Model, ticket: Ticket, trouble: &Trouble) {
    let Some(message) = model.inbox.fetching.remove(&ticket) else { return };
    if trouble.cause == Cause::NotFound {
        keep_told(model, message, Job::Lose(message));
        gone::tell(model, message);
    } else {
        gone::trust(model, message);
    }
}

/// Has the file keep what a network told of a message, and shows it where that message is open.
fn keep_told(model: &mut Model, message: MessageId, job: Job) {
    if model.inbox.opened.as_ref().is_some_and(|opened| opened.message.id == message) {
        let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
        model.inbox.wanted.opened = Some(ticket);
    } else {
        model.asks.store(job);
    }
}

/// Hears a network.
pub fn hear_news(model: &mut Model, news: News) {
    if let News::Context(message, turns) = news {
        model.inbox.fetching.retain(|_, fetching| *fetching != message);
        gone::trust(model, message);
        keep_told(model, message, Job::TakeContext(message, turns, model.now));
    }
}

/// Asks the network for the conversation around the opened message, once.
pub(super) fn fetch_context(model: &mut Model) {
    let Some(opened) = &model.inbox.opened else { return };
    let (message, account, remote_id) = (opened.message.id, opened.message.account, opened.message.remote_id.clone());
    let Some(account) =
        model.account(account).filter(|account| account.access == Access::Connected && account.check(Ability::Context).is_ok())
    else {
        return;
    };
    let account = Box::new(account.clone());
    if model.inbox.asked.insert(message) {
        let ticket = model.call(Asker::Tab(Tab::Inbox), Call::Context { account, message, remote_id });
        model.inbox.fetching.insert(ticket, message);
    }
}
