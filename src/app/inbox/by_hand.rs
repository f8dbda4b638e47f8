//! Messages of places without an API: a forum, a group, the phone. One on one screen, or many in one paste.

use super::super::dialog::{Dialog, Form, Label, Menu, Then as Chosen};
use super::super::effect::{Job, Ticket};
use super::super::model::{Asker, Model, Tab};
use super::{Filled, fill};
use crate::domain::AccountId;
use crate::domain::account::{Access, Account};
use crate::domain::message::{Channel, Incoming, Visibility};
use crate::domain::pasted::{Said, own_id, split};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, day_in, parse_day, wall_in};
use crate::lang::{Text, format};
use std::collections::BTreeSet;

/// A part of the form, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Account,
    Author,
    Words,
    Place,
    When,
    Seen,
}

/// What a choice does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Logs the messages that were found.
    Keep,
    /// It is one message: back to the form.
    Single,
    /// Leaves a message out, or takes it in again.
    Drop(usize),
}

/// What is being logged.
#[derive(Debug, Default)]
pub struct Hand {
    /// The account of the last message that was logged.
    account: Option<AccountId>,
    /// The form, put aside while what was pasted into it is looked at.
    form: Option<Box<Form>>,
    /// The messages of a paste.
    found: Vec<Said>,
    /// Those of them that are left out.
    dropped: BTreeSet<usize>,
    /// The request under way, and how many messages it is about.
    wanted: Option<(Ticket, usize)>,
}

/// The accounts that a message can be logged on: those kept by hand first.
fn accounts(model: &Model) -> Vec<&Account> {
    let mut accounts: Vec<&Account> = model.accounts().collect();
    accounts.sort_by_key(|account| account.access != Access::Manual);
    accounts
}

/// Opens the form: as it was left, else empty with the account of last time.
pub fn ask(model: &mut Model) {
    if let Some(form) = model.inbox.hand.form.take() {
        model.dialog = Some(Dialog::Form(form));
        return;
    }
    let form = empty(model);
    fill::open(model, form);
}

/// The form that was put aside while what was pasted into it is looked at.
pub fn aside(model: &Model) -> Option<Box<Form>> {
    model.inbox.hand.form.clone()
}

fn empty(model: &Model) -> Form {
    let accounts = accounts(model);
    let chosen = accounts.iter().position(|account| Some(account.id) == model.inbox.hand.account).unwrap_or(0);
    let names = accounts.iter().map(|account| Label::Name(SafeText::line(&format!("{} {}", account.network.mark(), account.handle))));
    let now = format!("{} {}", day_in(model.zone(), model.now).format("%d/%m/%Y"), format::clock(model.zone(), model.now));
    let seen = [Visibility::Public, Visibility::Direct].map(|seen| Label::Text(Text::coded("visibility", seen.code())));
    Form::new(Text::new("hand-title"), Text::new("hand-help"), Filled::Log)
        .choice("hand-account", names.collect(), chosen)
        .line("hand-author", "")
        .lines("hand-words", "")
        .line("hand-place", "")
        .line("hand-when", &now)
        .choice("hand-seen", seen.to_vec(), 0)
        .from(Part::Author as usize)
}

fn account_of(model: &Model, form: &Form) -> Option<AccountId> {
    accounts(model).get(form.chosen(Part::Account as usize)).map(|account| account.id)
}

/// Takes the form: one message.
pub fn take(model: &mut Model, mut form: Box<Form>) {
    let text = |part: Part| form.text(part as usize).trim().to_owned();
    let (author, words, place) = (SafeText::line(&text(Part::Author)), SafeText::clean(&text(Part::Words)), text(Part::Place));
    let at = instant(model, &text(Part::When));
    let refused = match at {
        _ if author.is_blank() => Some((Part::Author, Text::new("hand-no-author"))),
        _ if words.is_blank() => Some((Part::Words, Text::new("hand-no-words"))),
        None => Some((Part::When, Text::new("hand-bad-when"))),
        Some(_) => None,
    };
    let (Some(account), None, Some(at)) = (account_of(model, &form), &refused, at) else {
        if let Some((part, wrong)) = refused {
            form.refuse(part as usize, wrong);
        }
        model.dialog = Some(Dialog::Form(form));
        return;
    };
    let direct = form.chosen(Part::Seen as usize) == 1;
    let message = incoming(model, &Said { author, text: words }, &place, at, direct);
    log(model, account, vec![message]);
}

/// `16/11/2026 09:12`, `16/11 09:12`, `09:12`: an instant that is not to come.
fn instant(model: &Model, typed: &str) -> Option<Moment> {
    let (day, clock) = typed.rsplit_once(' ').unwrap_or(("", typed));
    let clock = chrono::NaiveTime::parse_from_str(clock.trim(), "%H:%M").ok()?;
    let today = model.day();
    let day = match day.trim() {
        "" => today,
        typed => chrono::NaiveDate::parse_from_str(typed, "%d/%m/%Y").ok().or_else(|| {
            // Without a year, a day to come is one of last year.
            let day = parse_day(typed, today)?;
            if day > today { day.checked_sub_months(chrono::Months::new(12)) } else { Some(day) }
        })?,
    };
    let at = wall_in(model.zone(), day.and_time(clock)).moment();
    (at <= model.now + chrono::Duration::minutes(1)).then_some(at)
}

/// A message as it is stored: a place that is no link stands before its words.
fn incoming(model: &Model, said: &Said, place: &str, at: Moment, direct: bool) -> Incoming {
    let place = SafeText::line(place);
    let link = url::Url::parse(place.as_str()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let text = if place.is_blank() || link.is_some() { said.text.clone() } else { SafeText::clean(&format!("[{place}] {}", said.text)) };
    let author = if said.author.is_blank() { SafeText::line(&model.voice().t("hand-nobody")) } else { said.author.clone() };
    Incoming {
        remote_id: own_id(&author, &said.text, day_in(model.zone(), at)),
        parent: None,
        author_id: author.clone(),
        handle: author.clone(),
        author,
        text,
        channel: if direct { Channel::Direct } else { Channel::Manual },
        visibility: if direct { Visibility::Direct } else { Visibility::Public },
        filtered: false,
        url: link.map(|_| place),
        at,
    }
}

fn log(model: &mut Model, account: AccountId, messages: Vec<Incoming>) {
    let count = messages.len();
    model.inbox.hand.account = Some(account);
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::LogByHand(account, messages, model.now));
    model.inbox.hand.wanted = Some((ticket, count));
}

/// Messages are stored: says how many, and how many were known.
pub fn taken(model: &mut Model, ticket: Ticket, new: u32) {
    let Some((_, all)) = model.inbox.hand.wanted.take_if(|(wanted, _)| *wanted == ticket) else { return };
    let known = all.saturating_sub(new as usize);
    let told = match (new, known) {
        (_, 0) => Text::new("hand-logged").count("count", new),
        (0, known) => Text::new("hand-known").count("count", known),
        (new, known) => Text::new("hand-logged-known").count("count", new).count("known", known),
    };
    model.tell(told);
}

/// A paste into the form: several messages are shown before they are logged.
pub fn pasted(model: &mut Model, text: &SafeText) {
    let found = split(text);
    let Some(Dialog::Form(form)) = &model.dialog else { return };
    if form.then != Filled::Log || found.len() < 2 || ![Part::Author as usize, Part::Words as usize].contains(&form.at) {
        return;
    }
    if let Some(Dialog::Form(form)) = model.dialog.take() {
        model.inbox.hand.form = Some(form);
    }
    model.inbox.hand.found = found;
    model.inbox.hand.dropped.clear();
    preview(model, 0);
}

/// Lists what was found in a paste; Enter on a line leaves it out.
fn preview(model: &mut Model, cursor: usize) {
    let hand = &model.inbox.hand;
    let kept = hand.found.len() - hand.dropped.len();
    let account = hand.form.as_ref().and_then(|form| account_of(model, form)).and_then(|id| model.account(id));
    let place = account.map(|account| account.handle.clone()).unwrap_or_default();
    let then = |then| Ok(Chosen::Inbox(super::Then::Log(then)));
    let keep = if kept > 0 { then(Then::Keep) } else { Err(Text::new("hand-nothing-left")) };
    let start = Menu::new(Text::new("hand-found").count("count", hand.found.len()).with("account", place))
        .item(Some('y'), Label::Text(Text::new("hand-keep").count("count", kept)), keep)
        .item(Some('n'), Label::Text(Text::new("hand-single")), then(Then::Single));
    let nobody = model.voice().t("hand-nobody");
    let mut menu = hand.found.iter().enumerate().fold(start, |menu, (at, said)| {
        let author = if said.author.is_blank() { nobody.as_str() } else { said.author.as_str() };
        let sign = if hand.dropped.contains(&at) { '✕' } else { '✓' };
        menu.item(None, Label::Name(SafeText::line(&format!("{sign} {author} · {}", said.text))), then(Then::Drop(at)))
    });
    menu.cursor = cursor;
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen.
pub fn choose(model: &mut Model, then: &Then) {
    match *then {
        Then::Single => ask(model),
        Then::Drop(at) => {
            if !model.inbox.hand.dropped.remove(&at) {
                model.inbox.hand.dropped.insert(at);
            }
            preview(model, at + 2);
        }
        Then::Keep => {
            let hand = &mut model.inbox.hand;
            let Some(form) = hand.form.take() else { return };
            let (found, dropped) = (std::mem::take(&mut hand.found), std::mem::take(&mut hand.dropped));
            let Some(account) = account_of(model, &form) else { return };
            let place = form.text(Part::Place as usize).trim().to_owned();
            let direct = form.chosen(Part::Seen as usize) == 1;
            let kept = found.iter().enumerate().filter(|(at, _)| !dropped.contains(at));
            let messages = kept.map(|(_, said)| incoming(model, said, &place, model.now, direct)).collect();
            log(model, account, messages);
            fill::taken(model, &Filled::Log);
        }
    }
}
