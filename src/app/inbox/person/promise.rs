//! Promises to the person of the card: made with a day, kept, moved, removed. All of it can be undone.

use super::super::super::dialog::{Dialog, Label, Menu, Prompt};
use super::super::super::effect::PersonJob;
use super::super::super::model::Model;
use super::{ask, promise_here, promise_of, then};
use crate::domain::PromiseId;
use crate::domain::promise::Promise;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, day_in, wall_in};
use crate::lang::{Text, format};
use chrono::{Duration, Months};

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// What was promised was typed.
    Text,
    /// A day for a new promise.
    Make(SafeText, Day),
    /// Another day for one.
    Move(PromiseId, Day),
    /// Asks for a day that is typed: for a new promise, or for one that is there.
    AskTyped(SafeText, Option<PromiseId>),
    /// A day was typed.
    Typed(SafeText, Option<PromiseId>),
    /// It was kept, or it was not after all.
    Keep(PromiseId),
    /// Asks for another day.
    AskMove(PromiseId),
    /// Removes it.
    Drop(PromiseId),
}

/// Opens the card of who wrote the message under the cursor, to promise them something.
pub fn about(model: &mut Model) {
    super::open(model);
    if model.inbox.card.is_some() {
        ask_text(model);
    }
}

/// Asks what is promised.
pub fn ask_text(model: &mut Model) {
    let name = model.inbox.opened.as_ref().map(|opened| opened.person.name.clone()).unwrap_or_default();
    let name = model.inbox.card.as_ref().map(|card| card.name()).filter(|name| !name.is_blank()).unwrap_or(name);
    let prompt = Prompt::new(Text::new("promise-title").with("name", name), "", chosen(Then::Text)).help(Text::new("promise-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

const fn chosen(what: Then) -> super::super::super::dialog::Then {
    then(super::Then::Promise(what))
}

/// Asks for another day of the promise under the cursor.
pub fn ask_day(model: &mut Model) {
    if let Some(promise) = promise_here(model) {
        day_menu(model, &promise.text, Some(promise.id));
    }
}

/// The days that are offered.
fn days(model: &Model) -> [(char, Text, Day); 5] {
    let today = model.day();
    let hours = model.brand().map(|brand| brand.hours.clone()).unwrap_or_default();
    let zone = model.zone();
    let opening: Moment = wall_in(zone, (today + Duration::days(1)).and_time(hours.opens)).moment();
    [
        ('1', Text::new("promise-tomorrow"), today + Duration::days(1)),
        ('2', Text::new("promise-working-day"), day_in(zone, hours.next_opening(zone, opening))),
        ('3', Text::new("promise-week"), today + Duration::days(7)),
        ('4', Text::new("promise-fortnight"), today + Duration::days(14)),
        ('5', Text::new("promise-month"), today.checked_add_months(Months::new(1)).unwrap_or(today)),
    ]
}

fn day_menu(model: &mut Model, text: &SafeText, id: Option<PromiseId>) {
    let menu = days(model).into_iter().fold(Menu::new(Text::new("promise-day-title")).about(text), |menu, (key, name, day)| {
        let what = match id {
            Some(id) => Then::Move(id, day),
            None => Then::Make(text.clone(), day),
        };
        let label = Text::new("promise-day").and("when", name).with("day", format::short_day(model.lang, day));
        menu.item(Some(key), Label::Text(label), Ok(chosen(what)))
    });
    let other = Ok(chosen(Then::AskTyped(text.clone(), id)));
    model.dialog = Some(Dialog::Menu(menu.item(Some('d'), Label::Text(Text::new("when-other")), other)));
}

/// What can be done with the promise under the cursor.
pub fn ask_what(model: &mut Model) {
    let Some(promise) = promise_here(model) else { return };
    let keep = if promise.is_owed() { "promise-keep" } else { "promise-unkeep" };
    let menu = Menu::new(Text::new("promise-what-title"))
        .about(&promise.text)
        .item(Some('a'), Label::Text(Text::new(keep)), Ok(chosen(Then::Keep(promise.id))))
        .item(Some('s'), Label::Text(Text::new("promise-move")), Ok(chosen(Then::AskMove(promise.id))))
        .item(Some('x'), Label::Text(Text::new("promise-drop")), Ok(chosen(Then::Drop(promise.id))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// The promise under the cursor was kept; once more, it was not.
pub fn keep(model: &mut Model) {
    if let Some(promise) = promise_here(model) {
        toggle(model, promise);
    }
}

fn toggle(model: &mut Model, promise: Promise) {
    let said = if promise.is_owed() { "promise-kept" } else { "promise-owed-again" };
    let kept = promise.is_owed().then_some(model.now);
    write(model, Promise { kept, ..promise });
    model.tell(Text::new(said));
}

fn write(model: &mut Model, promise: Promise) {
    ask(model, PersonJob::Promise(Box::new(promise), model.now));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    match then {
        Then::Text => {
            let text = SafeText::line(typed);
            if text.is_blank() {
                wrong(model, Text::new("promise-blank"));
            } else {
                day_menu(model, &text, None);
            }
        }
        Then::Make(text, day) => make(model, text, *day),
        Then::Move(id, day) => put_on(model, *id, *day),
        Then::AskTyped(text, id) => {
            let prompt = Prompt::new(Text::new("promise-day-typed"), "", chosen(Then::Typed(text.clone(), *id)));
            model.dialog = Some(Dialog::Prompt(prompt));
        }
        Then::Typed(text, id) => match crate::domain::time::parse_day(typed.trim(), model.day()) {
            Some(day) if day >= model.day() => {
                model.dialog = None;
                match id {
                    Some(id) => put_on(model, *id, day),
                    None => make(model, text, day),
                }
            }
            Some(_) => wrong(model, Text::new("when-past")),
            None => wrong(model, Text::new("when-unreadable")),
        },
        Then::Keep(id) => {
            if let Some(promise) = promise_of(model, *id) {
                toggle(model, promise);
            }
        }
        Then::AskMove(id) => {
            if let Some(promise) = promise_of(model, *id) {
                day_menu(model, &promise.text, Some(*id));
            }
        }
        Then::Drop(id) => {
            ask(model, PersonJob::DropPromise(*id, model.now));
            model.tell(Text::new("promise-dropped"));
        }
    }
}

fn wrong(model: &mut Model, why: Text) {
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(why);
    }
}

fn make(model: &mut Model, text: &SafeText, due: Day) {
    let (Some(card), Some(brand)) = (&model.inbox.card, model.brand) else { return };
    let promise =
        Promise { id: PromiseId(0), brand, person: card.person, message: card.about, text: text.clone(), due, made: model.now, kept: None };
    write(model, promise);
    model.tell(Text::new("promise-made").with("day", format::short_day(model.lang, due)));
}

fn put_on(model: &mut Model, id: PromiseId, due: Day) {
    if let Some(promise) = promise_of(model, id) {
        write(model, Promise { due, kept: None, ..promise });
        model.tell(Text::new("promise-moved").with("day", format::short_day(model.lang, due)));
    }
}
