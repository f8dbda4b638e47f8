//! The month: a cursor by day, the posts of each day, the sign of each post.

use super::super::key::{Code, Key};
use super::super::model::Model;
use super::board::{self, when};
use super::{View, step};
use crate::domain::post::{Post, PostState};
use crate::domain::time::{Day, Period};
use chrono::{Duration, Months};

/// What a post is on its day, at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Something a person has to look at.
    Alert,
    /// It leaves by itself, or is validated and waits for its hour.
    Scheduled,
    /// It waits for a validation of its content.
    ToValidate,
    /// It is to be made.
    ToCreate,
    /// It is in the plan.
    Planned,
    /// It is out.
    Published,
}

impl Sign {
    /// The sign that is drawn.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Alert => "⚠",
            Self::Scheduled => "◷",
            Self::ToValidate => "?",
            Self::ToCreate => "○",
            Self::Planned => "~",
            Self::Published => "●",
        }
    }
}

/// The sign of a post.
#[must_use]
pub fn sign(model: &Model, post: &Post) -> Sign {
    if step::alert(model, post).is_some() {
        return Sign::Alert;
    }
    match post.state {
        PostState::Idea | PostState::Planned => Sign::Planned,
        PostState::Drafting => Sign::ToCreate,
        PostState::InReview => Sign::ToValidate,
        PostState::Approved | PostState::Scheduled => Sign::Scheduled,
        PostState::Published | PostState::Archived => Sign::Published,
    }
}

/// The day under the cursor.
#[must_use]
pub fn day(model: &Model) -> Day {
    model.queue.day.unwrap_or_else(|| model.day())
}

/// The posts of a day, soonest first.
#[must_use]
pub fn of_day(model: &Model, day: Day) -> Vec<&Post> {
    let mut posts: Vec<&Post> = model.queue.posts.iter().filter(|post| when(model, post) == Some(day)).collect();
    posts.sort_by_key(|post| (post.due.is_none(), post.due, post.id));
    posts
}

/// Puts the cursor on today.
pub fn go_today(model: &mut Model) {
    model.queue.view = View::Calendar;
    go(model, model.day());
}

/// Puts the cursor on a day; another month is asked for.
/// Puts the cursor on a day where the calendar is what is shown.
pub fn show(model: &mut Model, to: Day) {
    if model.queue.view == View::Calendar && day(model) != to {
        go(model, to);
    }
}

fn go(model: &mut Model, to: Day) {
    let from = day(model);
    model.queue.day = Some(to);
    model.queue.within = None;
    if Period::month_of(from) != Period::month_of(to) {
        board::month_changed(model);
    }
}

/// Hears a key in the calendar.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let here = day(model);
    if let Some(at) = &mut model.queue.within {
        match key.code {
            Code::Esc | Code::Left | Code::Tab | Code::BackTab => {
                model.queue.within = None;
                return true;
            }
            _ => {
                let mut row = *at;
                let length = of_day(model, here).len();
                let heard = board::vertical(&mut row, length, 5, key);
                model.queue.within = Some(row);
                return heard;
            }
        }
    }
    let to = match key.code {
        Code::Left => here - Duration::days(1),
        Code::Right => here + Duration::days(1),
        Code::Up | Code::Char('k') => here - Duration::days(7),
        Code::Down | Code::Char('j') => here + Duration::days(7),
        Code::PageUp => here.checked_sub_months(Months::new(1)).unwrap_or(here),
        Code::PageDown => here.checked_add_months(Months::new(1)).unwrap_or(here),
        Code::Home => Period::month_of(here).from,
        Code::End => Period::month_of(here).to,
        Code::Tab if !of_day(model, here).is_empty() => {
            model.queue.within = Some(0);
            return true;
        }
        _ => return false,
    };
    go(model, to);
    true
}
