//! The hour of a post: what was typed becomes an instant that exists, or a word about why it doesn't.

use super::super::dialog::{Dialog, Prompt, Then as Chosen};
use super::super::effect::Job;
use super::super::field::Field;
use super::super::key::Key;
use super::super::model::Model;
use super::{Then, board, files, menus, step};
use crate::domain::PostId;
use crate::domain::post::{ApprovalOf, Missing, Post, PostState};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Wall, day_in, parse_day, wall_in};
use crate::lang::{Text, format};
use chrono::{Duration, NaiveTime};

/// Asks for the hour of the post under the cursor.
pub fn ask(model: &mut Model) {
    if let Some(id) = board::current(model).map(|post| post.id) {
        ask_of(model, id);
    }
}

/// Asks for the hour of a post that lacks nothing else, once its files were looked at.
pub fn ask_of(model: &mut Model, id: PostId) {
    let Some(post) = board::post(model, id).cloned() else { return };
    match ready(model, &post) {
        Err(why) => model.hint(why),
        Ok(()) if post.media.is_empty() => open(model, id),
        Ok(()) => files::look(model, &post),
    }
}

/// Asks for the hour of a post.
pub fn open(model: &mut Model, id: PostId) {
    let Some(post) = board::post(model, id) else { return };
    let start = match (post.due, post.day) {
        (Some(due), _) => format!("{} {}", typed_day(day_in(model.zone(), due)), format::clock(model.zone(), due)),
        (None, Some(day)) if day >= model.day() => typed_day(day),
        (None, _) => String::new(),
    };
    let help = Text::new("queue-hour-help").with("zone", model.zone());
    let mut prompt = Prompt::new(Text::new("queue-hour-title"), &start, Chosen::Queue(Then::Hour(id))).help(help);
    if post.due.is_none() && !start.is_empty() {
        // The day is given: the hour is typed after it.
        prompt.field.hear(Key::char(' '));
    }
    model.dialog = Some(Dialog::Prompt(prompt));
}

fn typed_day(day: Day) -> String {
    day.format("%d/%m").to_string()
}

/// Why a post can't be given an hour, if it can't.
fn ready(model: &Model, post: &Post) -> Result<(), Text> {
    if model.brand().is_some_and(|brand| brand.on_hold) {
        return Err(Text::new("queue-on-hold"));
    }
    // The hour is the one thing that may lack.
    match post.may_become(PostState::Scheduled) {
        Ok(()) | Err(Missing::Hour) => {}
        Err(missing) => return Err(step::lacks(missing)),
    }
    step::check(model, post)
}

/// Schedules a post at the hour typed, unless the hour is past or does not exist.
pub fn set(model: &mut Model, id: PostId, typed: &str) {
    let Some(post) = board::post(model, id).cloned() else {
        model.dialog = None;
        return;
    };
    match read(model, &post, typed) {
        Ok(due) => {
            model.dialog = None;
            schedule(model, post, due);
        }
        Err((why, offered)) => {
            if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
                prompt.wrong = Some(why);
                if let Some(offered) = offered {
                    prompt.field = Field::line(&offered);
                }
            }
        }
    }
}

/// The instant typed; else what is wrong with it, and what to offer in its place.
fn read(model: &Model, post: &Post, typed: &str) -> Result<Moment, (Text, Option<String>)> {
    let zone = model.zone();
    let unreadable = || (Text::new("queue-hour-unreadable"), None);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let (day, time) = match words[..] {
        [time] => (post.day.filter(|day| *day >= model.day()).unwrap_or_else(|| model.day()), time),
        [day, time] => (parse_day(day, model.day()).ok_or_else(unreadable)?, time),
        _ => return Err(unreadable()),
    };
    let time = parse_time(time).ok_or_else(unreadable)?;
    let due = match wall_in(zone, day.and_time(time)) {
        Wall::At(due) => due,
        Wall::Absent { next } => {
            let clock = format::clock(zone, next);
            let why = Text::new("queue-hour-absent").with("typed", time.format("%H:%M")).with("next", &clock);
            return Err((why, Some(format!("{} {clock}", typed_day(day)))));
        }
    };
    if due <= model.now {
        return Err((Text::new("queue-hour-past"), None));
    }
    if due < model.now + Duration::minutes(1) {
        return Err((Text::new("queue-hour-too-near"), None));
    }
    Ok(due)
}

/// A time as a person types it: `15:00`, `15h`, `15h30`, `9`.
#[must_use]
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    let (hours, minutes) = typed.split_once([':', 'h', 'H']).unwrap_or((typed, ""));
    let minutes = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    NaiveTime::from_hms_opt(hours.trim().parse().ok()?, minutes, 0)
}

/// Schedules; another hour than the validated one has to be validated again, by whoever validates.
fn schedule(model: &mut Model, post: Post, due: Moment) {
    let id = post.id;
    let alone = model.brand().is_some_and(|brand| brand.validates_alone);
    if post.due.is_some_and(|before| before != due) {
        step::ask(model, Job::SavePost(Box::new(Post { due: Some(due), ..post }), model.now));
        if !alone {
            model.hint(Text::new("queue-hour-to-validate"));
            return;
        }
        step::ask(model, Job::MovePost(id, PostState::InReview, model.now));
        let by = step::myself(model);
        step::ask(model, Job::Approve { post: id, of: ApprovalOf::Content, by, words: SafeText::EMPTY, passed_over: false, at: model.now });
    }
    step::ask(model, Job::Schedule(id, due, model.now));
    let zone = model.zone();
    let key = menus::undo_key(model);
    let day = format::short_day(model.lang, day_in(zone, due));
    model.tell(Text::new("queue-scheduled").with("day", day).with("clock", format::clock(zone, due)).with("key", key));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, hour, minute) in [("15:00", 15, 0), ("15h", 15, 0), ("9h30", 9, 30), ("7", 7, 0)] {
            assert_eq!(parse_time(typed), NaiveTime::from_hms_opt(hour, minute, 0), "{typed}");
        }
        for typed in ["25:00", "midi", "", "12:xx"] {
            assert_eq!(parse_time(typed), None, "{typed}");
        }
    }
}
