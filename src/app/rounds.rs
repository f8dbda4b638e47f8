//! What goes round by itself: deliveries, what comes back on its date, the pull.

use super::courier::{Desk, Tiding};
use super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::effect::{Job, Ticket};
use super::event::{News, Reply};
use super::model::{Asker, Model, Tab};
use super::pull::Haul;
use super::trouble::Trouble;
use super::{courier, inbox, shell};
use crate::domain::AccountId;
use crate::domain::account::{Access, Standing};
use crate::domain::delivery::{Delivery, Journey};
use crate::domain::time::Moment;
use crate::lang::Text;
use chrono::Duration;

/// How often what comes back and what is due is looked at, when nothing calls sooner.
const ROUND: Duration = Duration::seconds(30);

/// The first round: deliveries left from last time, what came back, a pull.
pub fn begin(model: &mut Model) {
    wake(model);
    model.ask(Asker::Shell, Job::Wake(model.now));
    if model.look.pull_minutes > 0 && !model.look.demo {
        pull(model);
    }
}

/// Looks after deliveries at once.
pub fn wake(model: &mut Model) {
    model.courier.wake(&mut model.asks);
}

/// The clock moved: does what is due.
pub fn tick(model: &mut Model, now: Moment) {
    model.now = now;
    model.held.retain(|delivery| matches!(delivery.journey, Journey::Held { until } if until > now));
    let due = model.courier.next().is_some_and(|next| next <= now);
    if due || model.next_round <= now {
        wake(model);
    }
    if model.next_round <= now {
        model.next_round = now + ROUND;
        model.ask(Asker::Shell, Job::Wake(now));
        let minutes = i64::from(model.look.pull_minutes);
        let stale = model.pulled.is_none_or(|pulled| now - pulled >= Duration::minutes(minutes));
        if minutes > 0 && stale && !model.look.demo {
            pull(model);
        }
    }
}

/// When the clock has to be told next.
#[must_use]
pub fn next_tick(model: &Model) -> Moment {
    let second = model.now + Duration::seconds(1);
    if !model.held.is_empty() || !model.puller.rests() || model.notices.current(model.now).is_some() {
        return second;
    }
    let soon = model.courier.next().map_or(model.next_round, |next| next.min(model.next_round));
    soon.max(second)
}

/// Pulls every account of every brand that can be pulled.
pub fn pull(model: &mut Model) {
    let accounts = model.workspace.accounts.clone();
    let mut started = 0;
    for account in accounts.iter().filter(|account| account.access == Access::Connected) {
        let zone = model.workspace.brands.iter().find(|brand| brand.id == account.brand).map_or(chrono_tz::UTC, |brand| brand.zone);
        started += usize::from(model.puller.start(account, zone, model.now, &mut model.asks));
    }
    if started > 0 {
        model.pull_size = started;
        model.pulled = Some(model.now);
    }
}

/// Hears the file, if the reply is for the courier or the puller. Gives it back if not.
pub fn hear_store(model: &mut Model, ticket: Ticket, reply: Result<Reply, Trouble>) -> Option<Result<Reply, Trouble>> {
    if model.courier.expects(ticket) {
        if let Ok(Reply::Deliveries(moving)) = &reply {
            hold(model, moving);
        }
        let mut desk = Desk { now: model.now, accounts: &model.workspace.accounts, asks: &mut model.asks };
        let tidings = model.courier.hear_store(ticket, reply, &mut desk);
        tell(model, tidings);
        return None;
    }
    if model.puller.expects(ticket) {
        let haul = model.puller.hear_store(ticket, reply, model.now, &mut model.asks);
        pulled(model, haul);
        return None;
    }
    Some(reply)
}

/// Shows what can still be taken back: acts on messages that are held. What was undone is no longer.
fn hold(model: &mut Model, moving: &[Delivery]) {
    let held =
        |delivery: &&Delivery| delivery.message.is_some() && matches!(delivery.journey, Journey::Held { until } if until > model.now);
    model.held = moving.iter().filter(held).cloned().collect();
}

/// Hears a network, if the news is for the courier or the puller. Gives it back if not.
pub fn hear_net(model: &mut Model, ticket: Ticket, news: Result<News, Trouble>) -> Option<Result<News, Trouble>> {
    if model.courier.expects(ticket) {
        let mut desk = Desk { now: model.now, accounts: &model.workspace.accounts, asks: &mut model.asks };
        let tidings = model.courier.hear_net(ticket, news, &mut desk);
        tell(model, tidings);
        return None;
    }
    if model.puller.expects(ticket) {
        let haul = model.puller.hear_net(ticket, news, model.now, &mut model.asks);
        pulled(model, haul);
        return None;
    }
    Some(news)
}

/// Tells the person what became of deliveries.
fn tell(model: &mut Model, tidings: Vec<Tiding>) {
    for tiding in tidings {
        match tiding {
            Tiding::Done(delivery) => {
                forget(model, &delivery);
                super::inbox::is_out(model, &delivery);
                let text = if model.look.demo { "shell-demo-not-sent" } else { "shell-sent" };
                model.tell(Text::new(text).and("act", Text::coded("act", delivery.act.code())));
                shell::refresh(model);
            }
            Tiding::Refused(delivery) => {
                forget(model, &delivery);
                if let Journey::Refused { why } = &delivery.journey {
                    let remedy = match &delivery.act {
                        act if act.text().is_some() => Text::new("shell-refused-do"),
                        act if act.hides() => Text::new("shell-refused-back-do"),
                        _ => Text::new("shell-refused-act-do"),
                    };
                    let said = super::said_no::said(why);
                    if super::said_no::is_ours(why) {
                        model.warn(Text::new("shell-not-left").and("why", said), remedy);
                    } else {
                        model.warn(Text::new("shell-refused").and("why", said), remedy);
                    }
                }
                shell::refresh(model);
                inbox::read_receipt_again(model, &delivery);
                inbox::doubt(model, &delivery);
            }
            Tiding::Unclear(_) => model.warn(Text::new("shell-unclear"), Text::new("shell-unclear-do")),
            Tiding::AskPerson(delivery) => {
                remember(model, &delivery);
                model.warn(Text::new("shell-ask-person"), Text::new("shell-ask-person-do"));
            }
            Tiding::Late(delivery) => {
                let known = model.asking.iter().any(|asked| asked.id == delivery.id);
                remember(model, &delivery);
                if !known {
                    model.warn(Text::new("shell-late").with("words", courier::words(&delivery)), Text::new("shell-late-do"));
                }
            }
            Tiding::Waiting(_, trouble) | Tiding::Stuck(trouble) => shell::tell_trouble(model, &trouble),
            Tiding::Expired(account) => mark(model, account, Standing::Expired),
        }
    }
}

fn forget(model: &mut Model, delivery: &Delivery) {
    model.asking.retain(|asked| asked.id != delivery.id);
    model.held.retain(|held| held.id != delivery.id);
}

fn remember(model: &mut Model, delivery: &Delivery) {
    model.asking.retain(|asked| asked.id != delivery.id);
    model.asking.push(delivery.clone());
}

fn mark(model: &mut Model, id: AccountId, standing: Standing) {
    if let Some(account) = model.workspace.accounts.iter_mut().find(|account| account.id == id) {
        account.standing = standing;
    }
}

/// The pull of an account ended.
fn pulled(model: &mut Model, haul: Option<(AccountId, Haul)>) {
    let Some((id, haul)) = haul else { return };
    model.account_troubles.remove(&id);
    if let Some(trouble) = haul.trouble {
        match trouble.cause {
            cause if cause.pauses() => mark(model, id, Standing::Expired),
            super::trouble::Cause::RateLimited(until) => mark(model, id, Standing::Limited { until }),
            _ => {}
        }
        shell::tell_trouble(model, &trouble);
        model.account_troubles.insert(id, trouble);
    } else {
        mark(model, id, Standing::Well);
    }
    if haul.new > 0 {
        model.tell(Text::new("shell-pulled").count("count", haul.new));
    }
    model.pulled = Some(model.now);
    if haul.new + haul.changed + haul.answered + haul.reactions > 0 || model.tab == Tab::Metrics {
        shell::refresh(model);
    }
}

/// Asks for the newest deliveries, to show them.
pub fn show_outbox(model: &mut Model) {
    if let Some(brand) = model.brand {
        model.ask(Asker::Shell, Job::Outbox(brand, 20));
    }
}

/// Shows what waits for a person first, with what can be done about it; else the newest deliveries.
pub fn open_outbox(model: &mut Model, newest: &[Delivery]) {
    if let Some(asked) = model.asking.first().cloned() {
        model.dialog = Some(Dialog::Menu(question(model, &asked)));
        return;
    }
    let start = Menu::new(Text::new("shell-outbox-title"));
    let menu = newest.iter().fold(start, |menu, delivery| {
        let stage = Text::coded("stage", delivery.journey.stage().code());
        let label = Text::new("shell-outbox-line")
            .and("stage", stage)
            .and("act", Text::coded("act", delivery.act.code()))
            .with("words", courier::words(delivery));
        menu.item(None, Label::Text(label), Ok(Chosen::Close))
    });
    let menu = if newest.is_empty() { menu.item(None, Label::Text(Text::new("shell-outbox-empty")), Ok(Chosen::Close)) } else { menu };
    model.dialog = Some(Dialog::Menu(menu));
}

/// What can be done about a delivery that waits for a person. The safe choice is first.
fn question(model: &Model, delivery: &Delivery) -> Menu {
    let id = delivery.id;
    let close = |menu: Menu| menu.item(Some('l'), Label::Text(Text::new("shell-later")), Ok(Chosen::Close));
    if let Journey::Unknown { .. } = delivery.journey {
        let menu = close(Menu::new(Text::new("shell-unclear-title")).about(&courier::words(delivery)));
        let server = model.account(delivery.account).map(|account| account.server.clone()).unwrap_or_default();
        return menu
            .item(Some('o'), Label::Text(Text::new("shell-unclear-look")), Ok(Chosen::Shell(shell::Then::Look(server))))
            .item(Some('y'), Label::Text(Text::new("shell-unclear-out")), Ok(Chosen::Shell(shell::Then::Resolve(id, true))))
            .item(Some('n'), Label::Text(Text::new("shell-unclear-absent")), Ok(Chosen::Shell(shell::Then::Resolve(id, false))));
    }
    close(Menu::new(Text::new("shell-late-title")).about(&courier::words(delivery)))
        .item(Some('p'), Label::Text(Text::new("shell-late-send")), Ok(Chosen::Shell(shell::Then::SendLate(id))))
        .item(Some('x'), Label::Text(Text::new("shell-late-drop")), Ok(Chosen::Shell(shell::Then::DropLate(id))))
}
