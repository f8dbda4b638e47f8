//! When what is put off comes back: the instants offered, or a day typed.

use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::model::Model;
use super::outcome::{Decision, decide, prompt};
use crate::domain::message::MessageState;
use crate::domain::time::{Moment, wall_in};
use crate::lang::Text;
use chrono::Duration;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks for a day.
    Ask,
    /// Snoozes until the day typed.
    Typed,
}

/// The instants offered for what comes back, each with its key and text.
fn instants(model: &Model) -> Vec<(char, Text, Moment)> {
    let zone = model.zone();
    let hours = model.brand().map(|brand| brand.hours.clone()).unwrap_or_default();
    let morning = |days: i64| wall_in(zone, (model.day() + Duration::days(days)).and_time(hours.opens)).moment();
    let working = |days: i64| hours.next_opening(zone, morning(days));
    vec![
        ('1', Text::new("when-two-hours"), model.now + Duration::hours(2)),
        ('2', Text::new("when-tomorrow"), morning(1)),
        ('3', Text::new("when-next-working-day"), working(1)),
        ('4', Text::new("when-three-days"), working(3)),
        ('5', Text::new("when-a-week"), working(7)),
    ]
}

/// A menu of instants for what comes back.
pub fn instant_menu(model: &Model, title: Text, then: impl Fn(Moment) -> super::Then) -> Menu {
    instants(model).into_iter().fold(Menu::new(title), |menu, (key, text, at)| {
        let day = crate::lang::format::short_day(model.lang, crate::domain::time::day_in(model.zone(), at));
        let clock = crate::lang::format::clock(model.zone(), at);
        let label = Label::Text(Text::new("when-line").and("when", text).with("day", day).with("clock", clock));
        menu.item(Some(key), label, Ok(Chosen::Inbox(then(at))))
    })
}

/// Asks until when the messages are snoozed.
pub fn ask(model: &mut Model) {
    let snooze = |until| super::Then::Decide(Decision::State(MessageState::Snoozed { until }));
    let menu = instant_menu(model, Text::new("inbox-snooze-title"), snooze);
    let menu = menu.item(Some('d'), Label::Text(Text::new("when-other")), Ok(Chosen::Inbox(super::Then::Snooze(Then::Ask))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    match then {
        Then::Ask => prompt(model, "inbox-snooze-typed", super::Then::Snooze(Then::Typed)),
        Then::Typed => snooze_typed(model, typed),
    }
}

fn snooze_typed(model: &mut Model, typed: &str) {
    if let Some(until) = read_day(model, typed) {
        model.dialog = None;
        decide(model, Decision::State(MessageState::Snoozed { until }));
    }
}

/// A day as typed, `2026-11-23` or `23/11`, at the hour at which the brand opens; else says what is wrong with it.
pub fn read_day(model: &mut Model, typed: &str) -> Option<Moment> {
    let wrong = match crate::domain::time::parse_day(typed.trim(), model.day()) {
        Some(day) if day > model.day() => {
            let opens = model.brand().map(|brand| brand.hours.opens).unwrap_or_default();
            return Some(wall_in(model.zone(), day.and_time(opens)).moment());
        }
        Some(_) => Text::new("when-past"),
        None => Text::new("when-unreadable"),
    };
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(wrong);
    }
    None
}
