//! The post under the cursor: its words, its accounts, its validations, and what comes next.

use super::super::format::day_and_clock;
use super::super::pen::{Pen, inset};
use super::super::theme::Ink;
use super::count::counted;
use crate::app::model::Model;
use crate::app::queue::{alert, counts, standings};
use crate::domain::post::{ApprovalOf, Post, PostState};
use crate::domain::thread;
use crate::lang::{Text, format};
use ratatui::layout::Rect;

/// Draws the post in a frame.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, post: Option<&Post>) {
    let title = post.map(|post| super::title(model, post)).unwrap_or_default();
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    match post {
        Some(post) => lines(pen, model, inside, post),
        None => {
            pen.paragraph(inside, &model.voice().t("queue-nothing-chosen"), Ink::Quiet, 0);
        }
    }
}

/// Draws what is known of the post; its words take what the rest leaves.
pub fn lines(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, post: &Post) {
    let facts = facts(model, post, usize::from(area.width));
    let wrapped = |text: &String| crate::app::lines::wrap(text, usize::from(area.width)).len();
    let foot = u16::try_from(facts.iter().map(|(text, _)| wrapped(text)).sum::<usize>()).unwrap_or(0).min(area.height);
    let words = Rect { height: area.height - foot, ..area };
    pen.paragraph(words, &read(post), Ink::Text, 0);
    let mut rest = Rect { y: words.bottom(), height: foot, ..area };
    for (text, ink) in &facts {
        let used = u16::try_from(pen.paragraph(rest, text, *ink, 0)).unwrap_or(1).min(rest.height);
        rest = Rect { y: rest.y + used, height: rest.height - used, ..rest };
    }
}

/// The text as it will be read: the parts of a thread numbered, without the sign between them.
fn read(post: &Post) -> String {
    let parts = thread::parts(&post.text);
    if parts.len() == 1 {
        return post.text.to_string();
    }
    let numbered = parts.iter().zip(1..).map(|(part, number)| format!("{number}/{} {part}", parts.len()));
    numbered.collect::<Vec<_>>().join("\n")
}

fn facts(model: &Model, post: &Post, width: usize) -> Vec<(String, Ink)> {
    let voice = model.voice();
    let mut facts = Vec::new();
    if let Some(alert) = alert(model, post) {
        facts.push((format!("⚠ {}", voice.say(&alert.text(model))), Ink::Bad));
    }
    facts.extend(accounts(model, post, width));
    let bare = post.media.iter().filter(|media| media.alt.is_blank()).count();
    if !post.media.is_empty() {
        let text = if bare > 0 {
            Text::new("queue-media-bare").count("count", bare)
        } else {
            Text::new("queue-media").count("count", post.media.len())
        };
        facts.push((voice.say(&text), if bare > 0 { Ink::Warn } else { Ink::Text }));
    }
    let mut when = match (post.due, post.day) {
        (Some(due), _) => {
            voice.say(&Text::new("queue-when").with("when", day_and_clock(model.lang, model.zone(), due)).with("zone", model.zone()))
        }
        (None, Some(day)) => voice.say(&Text::new("queue-when-day").with("day", format::short_day(model.lang, day))),
        (None, None) => voice.t("queue-when-never"),
    };
    if !post.pillar.is_blank() {
        when = format!("{when} · {}", voice.say(&Text::new("queue-pillar").with("pillar", &post.pillar)));
    }
    facts.push((when, Ink::Quiet));
    let approvals = [ApprovalOf::Plan, ApprovalOf::Content].map(|of| approval(model, post, of));
    facts.push((approvals.join(" · "), Ink::Quiet));
    if let Some(next) = next(model, post) {
        facts.push((voice.say(&next), Ink::Good));
    }
    facts
}

/// Each account with how long its text is; once it was scheduled, with where it stands, on a line of its own.
fn accounts(model: &Model, post: &Post, width: usize) -> Vec<(String, Ink)> {
    let mark = |id| model.account(id).map_or("", |account| account.network.mark().trim());
    let standings = standings(model, post);
    let lines: Vec<(String, Ink)> = counts(model, post)
        .into_iter()
        .map(|(id, counts)| {
            let (figures, ink) = counted(model, &counts, None, width / 2);
            let ink = if ink == Ink::Bad { ink } else { Ink::Text };
            let settled = matches!(post.state, PostState::Scheduled | PostState::Published) && ink != Ink::Bad;
            let line = match standings.iter().find(|(of, _)| *of == id).map(|(_, text)| model.voice().say(text)) {
                // What was counted before it was scheduled says nothing any more.
                Some(standing) if settled => format!("{} · {standing}", mark(id)),
                Some(standing) => format!("{} {figures} · {standing}", mark(id)),
                None => format!("{} {figures}", mark(id)),
            };
            (line, ink)
        })
        .collect();
    if lines.is_empty() || !standings.is_empty() {
        return lines;
    }
    let ink = if lines.iter().any(|(_, ink)| *ink == Ink::Bad) { Ink::Bad } else { Ink::Text };
    vec![(lines.into_iter().map(|(line, _)| line).collect::<Vec<_>>().join("   "), ink)]
}

/// Whether a validation holds, by whom and since when.
fn approval(model: &Model, post: &Post, of: ApprovalOf) -> String {
    let voice = model.voice();
    let what = Text::coded("queue-approval", of.code());
    let text = match post.approval(of) {
        Some(given) => {
            let day = format::tiny_day(model.lang, crate::domain::time::day_in(model.zone(), given.at));
            let id = if given.passed_over { "queue-approval-passed-over" } else { "queue-approval-holds" };
            Text::new(id).and("what", what).with("by", &given.by).with("day", day)
        }
        None if post.approvals.iter().any(|given| given.of == of) => Text::new("queue-approval-voided").and("what", what),
        None => Text::new("queue-approval-missing").and("what", what),
    };
    voice.say(&text)
}

/// The next step, and the key that takes it.
fn next(model: &Model, post: &Post) -> Option<Text> {
    use crate::app::command::Command as Any;
    use crate::app::queue::Command;
    let key = |command| model.look.keymap.shown(model.lang, Any::Queue(command));
    Some(match (post.state, post.needs()) {
        (PostState::Published | PostState::Archived, _) => return None,
        (PostState::Scheduled, _) => Text::new("queue-then-leaves").with("key", key(Command::Pause)),
        (_, Some(ApprovalOf::Plan)) if post.day.is_none() => Text::new("queue-then-day").with("key", key(Command::Forward)),
        (_, Some(ApprovalOf::Plan)) => Text::new("queue-then-plan").with("key", key(Command::Validate)),
        (_, Some(ApprovalOf::Content)) if post.may_become(PostState::InReview).is_err() => {
            Text::new("queue-then-write").with("key", key(Command::Edit))
        }
        (_, Some(ApprovalOf::Content)) => Text::new("queue-then-content").with("key", key(Command::Validate)),
        (_, None) => Text::new("queue-then-hour").with("key", key(Command::Hour)),
    })
}
