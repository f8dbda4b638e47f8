//! The app: events in, effects out. No IO, no clock, no thread.
//!
//! [`update`] is the only door: it changes the model by an event and gives what is to be asked of
//! the world. Everything it can hear is in [`event`], everything it can ask in [`effect`].

pub mod asks;
pub mod brief;
pub mod command;
pub mod courier;
pub mod dialog;
pub mod effect;
pub mod event;
pub mod field;
pub mod finder;
pub mod inbox;
pub mod key;
pub mod keymap;
pub mod lines;
pub mod metrics;
pub mod model;
pub mod notebook;
pub mod notice;
pub mod opening;
pub mod proposing;
pub mod pull;
pub mod queue;
pub mod refusal;
pub mod report;
pub mod response;
pub mod rounds;
pub mod rules;
pub mod said_no;
pub mod shell;
pub mod today;
pub mod trouble;
pub mod undone;
pub mod unfinished;
pub mod unsay;
pub mod welcome;

mod input;

use effect::{Effect, Ticket};
use event::{Event, News, Reply};
use model::{Asker, Model, Tab};
use trouble::Trouble;

/// Hears an event, changes the model, and gives what is to be asked of the world, in order.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Input(input) => input::hear(model, input),
        Event::Tick(now) => rounds::tick(model, now),
        Event::Store(ticket, reply) => {
            if let Some(reply) = rounds::hear_store(model, ticket, reply) {
                hear_reply(model, ticket, reply);
            }
        }
        Event::Net(ticket, news) => {
            if let Some(news) = rounds::hear_net(model, ticket, news) {
                hear_news(model, ticket, news);
            }
        }
        Event::Edited(what, text) => hear_edited(model, what, text),
        Event::Holidays(path, text) => notebook::heard_holidays(model, &path, text),
        Event::LookedAt(post, files) => queue::looked_at(model, post, &files),
        Event::Replies(news) => notebook::heard_replies(model, news),
        Event::Wrote(result) => report::wrote(model, result),
        Event::WroteBrief(result) => inbox::wrote_brief(model, result),
        Event::WrotePerson(Ok(file)) => model.tell(crate::lang::Text::new("card-exported").with("file", file)),
        Event::WrotePerson(Err(why)) => model.hint(crate::lang::Text::new("card-not-exported").with("why", why)),
        Event::DesktopFailed(why) => model.hint(crate::lang::Text::new("shell-desktop-failed").with("why", why)),
        Event::NotOpened(address) => shell::not_opened(model, &address),
        Event::Hangup => {
            inbox::keep_draft_now(model);
            report::keep_now(model);
            queue::keep_now(model);
            notebook::keep_now(model);
            model.asks.quit();
        }
    }
    model.asks.take()
}

/// What to ask for when the app opens.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    opening::begin(model);
    model.asks.take()
}

fn hear_reply(model: &mut Model, ticket: Ticket, reply: Result<Reply, Trouble>) {
    let asker = model.waiting.remove(&ticket);
    let reply = match reply {
        Ok(reply) => reply,
        Err(trouble) => {
            shell::tell_trouble(model, &trouble);
            model.proposing.forget(ticket);
            match asker {
                Some(Asker::Tab(Tab::Inbox)) => inbox::hear_trouble(model, ticket),
                Some(Asker::Tab(Tab::Metrics)) => metrics::hear_trouble(model, ticket),
                Some(Asker::Tab(Tab::Queue)) => queue::hear_trouble(model, ticket),
                Some(Asker::Tab(Tab::Report)) => report::hear_trouble(model, ticket),
                Some(Asker::Tab(Tab::Notebook)) => notebook::hear_trouble(model, ticket),
                Some(Asker::Welcome) => welcome::hear_trouble(model, ticket),
                _ => {}
            }
            return;
        }
    };
    match asker {
        Some(Asker::Shell) => shell::hear(model, ticket, reply),
        Some(Asker::Welcome) => welcome::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Today)) => today::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Inbox)) => inbox::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Metrics)) => metrics::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Queue)) => queue::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Report)) => report::hear(model, ticket, reply),
        Some(Asker::Tab(Tab::Notebook)) => notebook::hear(model, ticket, reply),
        // Asked without waiting, or by a tab that has forgotten: a setting, a standing.
        Some(Asker::Tab(Tab::Watch)) | None => {}
    }
}

fn hear_news(model: &mut Model, ticket: Ticket, news: Result<News, Trouble>) {
    match (model.waiting.remove(&ticket), news) {
        (Some(Asker::Tab(Tab::Inbox)), Ok(news)) => inbox::hear_news(model, news),
        // A conversation that can't be fetched is no reason to interrupt: what is stored is shown.
        (Some(Asker::Tab(Tab::Inbox)), Err(trouble)) => inbox::hear_no_news(model, ticket, &trouble),
        (Some(Asker::Tab(Tab::Notebook)), news) => notebook::hear_news(model, ticket, news),
        (_, Err(trouble)) => shell::tell_trouble(model, &trouble),
        (_, Ok(_)) => {}
    }
}

fn hear_edited(model: &mut Model, what: effect::EditWhat, text: Option<crate::domain::text::SafeText>) {
    let Some(text) = text else {
        model.hint(crate::lang::Text::new("shell-editor-failed"));
        return;
    };
    match what {
        effect::EditWhat::Answer(message) => inbox::edited(model, message, &text),
        effect::EditWhat::Post(post, variant) => queue::edited(model, post, variant, &text),
        effect::EditWhat::Notebook => notebook::edited(model, &text),
        effect::EditWhat::Section(section) => report::edited(model, section, &text),
    }
}
