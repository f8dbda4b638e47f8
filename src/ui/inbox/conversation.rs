//! The message under the cursor: its conversation, its person, the answer being written.

use super::super::format::{age, age_said, day_and_clock};
use super::super::pen::{Pen, inset, row_of};
use super::super::theme::Ink;
use crate::app::event::Opened;
use crate::app::inbox::{composer_count, subject};
use crate::app::model::Model;
use crate::app::response;
use crate::domain::conversation::{Turn, depths};
use crate::domain::delivery::Journey;
use crate::domain::message::{Message, MessageState, Visibility};
use crate::lang::{Text, format};
use ratatui::layout::Rect;

/// The deepest indentation of a conversation, in steps of two cells.
const DEEPEST: usize = 5;
/// The bytes of one turn that are shown; a copy of it is whole.
const LONGEST: usize = 20_000;

/// A line of a conversation before it is wrapped.
struct Paragraph {
    text: String,
    ink: Ink,
    indent: u16,
}

/// Draws the conversation.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let Some(opened) = &model.inbox.opened else {
        pen.boxed(area, "", Ink::Title);
        return;
    };
    let message = &opened.message;
    let network = model.account(message.account).map_or("", |account| account.network.name());
    let title = format!("{} · {network}", if message.author.is_blank() { &message.handle } else { &message.author });
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    let facts = facts(model, opened);
    let foot = u16::try_from(facts.len()).unwrap_or(0).min(inside.height / 2);
    let body = Rect { height: inside.height - foot, ..inside };
    let wanted = usize::from(body.height) + usize::from(model.inbox.scroll);
    let (paragraphs, all) = last_lines(model, opened, usize::from(body.width), wanted);
    // The message itself is last: a long conversation is shown from its end, and scrolls back.
    let hidden = all.saturating_sub(wanted);
    let (mut skipped, mut row) = (0, 0_u16);
    for (paragraph, lines) in &paragraphs {
        let lines = *lines;
        let skip = hidden.saturating_sub(skipped).min(lines);
        skipped += skip;
        if row < body.height && skip < lines {
            let place = Rect {
                x: body.x + paragraph.indent,
                y: body.y + row,
                width: body.width.saturating_sub(paragraph.indent),
                height: body.height - row,
            };
            pen.paragraph(place, &paragraph.text, paragraph.ink, skip);
            row += u16::try_from(lines - skip).unwrap_or(0);
        }
    }
    for (at, (text, ink)) in facts.iter().take(usize::from(foot)).enumerate() {
        pen.text(row_of(Rect { y: body.bottom(), height: foot, ..inside }, at), &voice.say(text), *ink);
    }
}

/// The paragraphs that hold the last `wanted` lines, in order, each with its number of lines, and how many
/// lines these are together. A conversation of thousands is not laid out for the thirty lines that show.
fn last_lines(model: &Model, opened: &Opened, width: usize, wanted: usize) -> (Vec<(Paragraph, usize)>, usize) {
    let depths = depths(&opened.turns, DEEPEST);
    let turns = opened.turns.iter().zip(depths).rev().map(|(turn, depth)| {
        let indent = u16::try_from(depth * 2).unwrap_or(0);
        turn_paragraphs(model, turn, indent, turn.remote_id == opened.message.remote_id)
    });
    let (mut kept, mut all) = (Vec::new(), 0);
    for paragraphs in std::iter::once(after_turns(model, opened)).chain(turns) {
        if all >= wanted {
            break;
        }
        for paragraph in paragraphs.into_iter().rev() {
            let lines = crate::app::field::wrap(&paragraph.text, width.saturating_sub(usize::from(paragraph.indent))).len();
            all += lines;
            kept.push((paragraph, lines));
        }
    }
    kept.reverse();
    (kept, all)
}

/// What is not among the turns yet: the message itself, its former text, the answer on its way.
fn after_turns(model: &Model, opened: &Opened) -> Vec<Paragraph> {
    let message = &opened.message;
    let mut list = Vec::new();
    if !opened.turns.iter().any(|turn| turn.remote_id == message.remote_id) {
        let turn = Turn {
            remote_id: message.remote_id.clone(),
            parent: message.parent.clone(),
            author: message.author.clone(),
            handle: message.handle.clone(),
            text: message.text.clone(),
            at: message.at,
            ours: false,
        };
        list = turn_paragraphs(model, &turn, 0, true);
    }
    let voice = model.voice();
    if let Some(before) = &message.text_before {
        list.push(Paragraph { text: voice.say(&Text::new("inbox-before-edit").with("text", before)), ink: Ink::Warn, indent: 0 });
    }
    if let Some(delivery) = &opened.delivery
        && let Some(text) = delivery.act.text()
        && !matches!(delivery.journey, Journey::TakenBack)
        && !opened.turns.iter().any(|turn| turn.ours && turn.text.as_str().ends_with(text.as_str()))
    {
        let stage = voice.coded("stage", delivery.journey.stage().code());
        list.push(Paragraph { text: voice.say(&Text::new("inbox-our-answer").with("stage", stage)), ink: Ink::Quiet, indent: 2 });
        list.push(Paragraph { text: text.to_string(), ink: Ink::Ours, indent: 2 });
    }
    list
}

fn turn_paragraphs(model: &Model, turn: &Turn, indent: u16, is_message: bool) -> Vec<Paragraph> {
    let voice = model.voice();
    let who = if turn.ours { voice.t("inbox-you") } else { turn.author.to_string() };
    let head = format!("{}  {who}", day_and_clock(model.lang, model.zone(), turn.at));
    let ink = match (turn.ours, is_message) {
        (true, _) => Ink::Ours,
        (false, true) => Ink::Text,
        (false, false) => Ink::Quiet,
    };
    let paragraph = |text, ink| Paragraph { text, ink, indent };
    let (shown, rest) = turn.text.as_str().split_at(turn.text.as_str().floor_char_boundary(LONGEST));
    let mut list = vec![paragraph(head, if is_message { Ink::Title } else { Ink::Quiet }), paragraph(shown.to_owned(), ink)];
    if !rest.is_empty() {
        list.push(paragraph(voice.say(&Text::new("inbox-cut").count("count", rest.chars().count())), Ink::Warn));
    }
    list.push(paragraph(String::new(), ink));
    list
}

/// What is known of the message: type, tone, how long it waits, what was decided.
fn facts(model: &Model, opened: &Opened) -> Vec<(Text, Ink)> {
    let message = &opened.message;
    let mut facts = vec![(
        Text::new("inbox-facts")
            .and("kind", Text::coded("kind", message.kind.code()))
            .and("tone", Text::coded("tone", message.tone.code()))
            .and("visibility", Text::coded("visibility", message.visibility.code())),
        Ink::Quiet,
    )];
    match message.state {
        MessageState::Open => facts.extend(waits(model, message)),
        MessageState::Delegated { contact, due } => {
            let name =
                model.workspace.contacts.iter().find(|known| known.id == contact).map(|contact| contact.name.clone()).unwrap_or_default();
            facts.push((
                Text::new("inbox-delegated-to").with("name", name).with("when", day_and_clock(model.lang, model.zone(), due)),
                Ink::Warn,
            ));
        }
        MessageState::Snoozed { until } => {
            facts.push((Text::new("inbox-snoozed-until").with("when", day_and_clock(model.lang, model.zone(), until)), Ink::Warn));
        }
        MessageState::Answered | MessageState::Closed | MessageState::Hidden => {
            facts.push((Text::coded("state", message.state.name().code()), Ink::Good));
        }
    }
    if message.filtered {
        facts.push((Text::new("inbox-was-filtered"), Ink::Warn));
    }
    if !opened.draft.is_blank() && model.inbox.composer.is_none() {
        facts.push((Text::new("inbox-has-draft"), Ink::Warn));
    }
    facts
}

/// How long an open message waits, and in working time beside the target of its type where it has one. One line
/// says both as long as no night came between.
fn waits(model: &Model, message: &Message) -> Vec<(Text, Ink)> {
    let plain = (Text::new("inbox-waits").with("age", age_said(model.lang, model.now, message.at)), Ink::Warn);
    let Some((worked, target)) = response::waits(model, message) else { return vec![plain] };
    let ink = if worked > target { Ink::Bad } else { Ink::Warn };
    let beside = |text: Text| (text.with("time", format::working(worked)).with("target", format::working(target)), ink);
    if (model.now - message.at).num_seconds() - worked < 60 {
        vec![beside(Text::new("inbox-waits-target"))]
    } else {
        vec![plain, beside(Text::new("inbox-works-target"))]
    }
}

/// Draws the person who wrote.
pub fn draw_person(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("inbox-person"), Ink::Title), 1);
    let Some(opened) = &model.inbox.opened else { return };
    let person = &opened.person;
    let since = format::month(model.lang, crate::domain::time::day_in(model.zone(), person.since));
    let lines = [
        (person.name.to_string(), Ink::Text),
        (person.handle.to_string(), Ink::Quiet),
        (voice.say(&Text::new("person-kind-since").and("kind", Text::coded("person", person.kind.code())).with("since", since)), Ink::Text),
        (voice.say(&Text::new("person-exchanges").count("count", person.messages).count("answered", person.answered)), Ink::Text),
        (String::new(), Ink::Text),
        (if person.note.is_blank() { String::new() } else { person.note.to_string() }, Ink::Warn),
    ];
    let mut row = 0;
    for (text, ink) in &lines {
        let rest = Rect { y: inside.y + row, height: inside.height.saturating_sub(row), ..inside };
        row = row.saturating_add(u16::try_from(pen.paragraph(rest, text, *ink, 0)).unwrap_or(1)).min(inside.height);
    }
    if opened.past.is_empty() || row + 1 >= inside.height {
        return;
    }
    pen.text(row_of(inside, usize::from(row)), &voice.t("person-past"), Ink::Title);
    for past in &opened.past {
        row += 1;
        let when = age(model.lang, model.now, past.message.at);
        pen.text(row_of(inside, usize::from(row)), &format!("{when} {}", past.message.text.on_one_line()), Ink::Quiet);
    }
}

/// Draws the answer being written: who speaks, to whom, how long it is, that it is kept.
pub fn draw_composer(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let (Some(composer), Some(message)) = (&model.inbox.composer, subject(model)) else { return };
    let account = model.account(message.account);
    let speaker = account.map(|account| account.handle.to_string()).unwrap_or_default();
    let brand = model.brand().map(|brand| brand.name.to_string()).unwrap_or_default();
    let seen = Text::coded("visibility", message.visibility.code());
    let title = voice.say(&Text::new("composer-title").with("brand", brand).with("account", speaker).and("visibility", seen));
    let ink = if message.visibility == Visibility::Direct { Ink::Warn } else { Ink::Ours };
    let inside = inset(pen.boxed(area, &title, ink), 1);
    let text = Rect { height: inside.height.saturating_sub(1), ..inside };
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    if let Some(count) = composer_count(model) {
        let kept = voice.t(if composer.saved { "composer-kept-sign" } else { "composer-saving-sign" });
        let integer = |number: u32| format::integer(model.lang, i64::from(number));
        let over = if count.over { "⚠ " } else { "" };
        pen.text(
            foot,
            &format!("{over}{}/{} · {kept}", integer(count.used), integer(count.limit)),
            if count.over { Ink::Bad } else { Ink::Quiet },
        );
    }
    pen.field_lines(text, &composer.field);
}
