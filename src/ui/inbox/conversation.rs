//! The message under the cursor: its conversation, its person, the answer being written.

use super::super::format::{age_said, day_and_clock};
use super::super::pen::{Pen, cut, inset, row_of};
use super::super::theme::Ink;
use super::changed;
use super::closing;
use super::replies;
use crate::app::command::Command;
use crate::app::event::Opened;
use crate::app::inbox::{self, Purpose, Step, composer_count, subject};
use crate::app::model::Model;
use crate::app::response;
use crate::domain::conversation::{Turn, depths};
use crate::domain::delivery::{Act, Journey};
use crate::domain::message::{Message, MessageState, Visibility};
use crate::lang::{Text, format};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The deepest indentation of a conversation, in steps of two cells.
const DEEPEST: usize = 5;
/// The bytes of one turn that are shown; a copy of it is whole.
const LONGEST: usize = 20_000;

/// A line of a conversation before it is wrapped.
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) ink: Ink,
    pub(super) indent: u16,
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
        let mut paragraphs = turn_paragraphs(model, turn, indent, turn.remote_id == opened.message.remote_id);
        if opened.gone.contains(&turn.remote_id) {
            paragraphs.insert(0, changed::gone(model, indent));
        }
        paragraphs
    });
    let lost = std::iter::once_with(|| changed::lost_parent(model, opened));
    let (mut kept, mut all) = (Vec::new(), 0);
    for paragraphs in std::iter::once(after_turns(model, opened)).chain(turns).chain(lost) {
        if all >= wanted {
            break;
        }
        for paragraph in paragraphs.into_iter().rev() {
            let lines = crate::app::lines::wrap(&paragraph.text, width.saturating_sub(usize::from(paragraph.indent))).len();
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
    changed::edited(model, opened, &mut list);
    list.extend(super::brief::paragraphs(model, opened));
    if let Some(delivery) = &opened.delivery
        && let Some(text) = delivery.act.text()
        && !matches!(delivery.journey, Journey::TakenBack)
        && !opened.turns.iter().any(|turn| turn.ours && turn.text.as_str().ends_with(text.as_str()))
    {
        let said = if matches!(delivery.act, Act::Quote { .. }) { "share-our-quote" } else { "inbox-our-answer" };
        let stage = voice.coded("answer-stage", delivery.journey.stage().code());
        list.push(Paragraph { text: voice.say(&Text::new(said).with("stage", stage)), ink: Ink::Quiet, indent: 2 });
        list.push(Paragraph { text: text.to_string(), ink: Ink::Ours, indent: 2 });
    }
    changed::refused(model, opened, &mut list);
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
    facts.extend(proposed(model, opened));
    match message.state {
        MessageState::Open => facts.extend(waits(model, message)),
        MessageState::Delegated { .. } => {}
        MessageState::Snoozed { until } => {
            facts.push((Text::new("inbox-snoozed-until").with("when", day_and_clock(model.lang, model.zone(), until)), Ink::Warn));
        }
        MessageState::Answered | MessageState::Closed | MessageState::Hidden => {
            facts.push((Text::coded("state", message.state.name().code()), Ink::Good));
        }
    }
    facts.extend(super::brief::fact(model, opened));
    facts.extend(closing::fact(model, message));
    if !message.labels.is_empty() {
        let names: Vec<String> = message.labels.iter().map(|name| format!("#{name}")).collect();
        facts.push((Text::new("inbox-labels").with("labels", names.join(" ")), Ink::Quiet));
    }
    facts.extend(changed::facts(model, opened));
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

/// What the rules propose, by which of them, and the keys that take it or leave it.
fn proposed(model: &Model, opened: &Opened) -> Vec<(Text, Ink)> {
    let Some(proposal) = &opened.message.proposal else { return Vec::new() };
    let key = |command| model.look.keymap.shown(model.lang, Command::Inbox(command));
    vec![
        (Text::new("rule-proposes").and("what", crate::app::rules::proposal(proposal)), Ink::Warn),
        (Text::new("rule-by").with("rules", proposal.by()), Ink::Quiet),
        (Text::new("rule-keys").with("accept", key(inbox::Command::Accept)).with("refuse", key(inbox::Command::Refuse)), Ink::Key),
    ]
}

/// Draws the answer being written: who speaks, to whom, how long it is, that it is kept.
pub fn draw_composer(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, above: Rect) {
    let voice = model.voice();
    let (Some(composer), Some(message)) = (&model.inbox.composer, subject(model)) else { return };
    let account = model.account(message.account);
    let speaker = account.map(|account| account.handle.to_string()).unwrap_or_default();
    let brand = model.brand().map(|brand| brand.name.to_string()).unwrap_or_default();
    let seen = Text::coded("visibility", message.visibility.code());
    let room = usize::from(area.width.saturating_sub(4));
    let (spoken, whole) = speaks(model, &brand, &speaker, &voice.say(&seen), room);
    let title = match composer.purpose {
        Purpose::Answer => spoken,
        Purpose::Word => voice.say(&Text::new("brief-composer").with("brand", &brand).with("account", &speaker)),
        Purpose::Quote => {
            let whole = voice.say(&Text::new("share-composer").with("brand", &brand).with("account", &speaker));
            let short = || voice.say(&Text::new("share-composer-short").with("account", &speaker));
            if whole.width() <= room { whole } else { short() }
        }
    };
    if composer.step == Step::SecondLook {
        let whole = Rect { height: above.height + area.height, ..above };
        return replies::draw_second_look(pen, model, composer, message, &title, whole);
    }
    let ink = if message.visibility == Visibility::Direct { Ink::Warn } else { Ink::Ours };
    let inside = inset(pen.boxed(area, &title, ink), 1);
    let inside = pen.in_sight(inside);
    let text = Rect { height: inside.height.saturating_sub(1), ..inside };
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    if let Some(count) = composer_count(model) {
        let kept = voice.t(if composer.saved { "composer-kept-sign" } else { "composer-saving-sign" });
        // Who will read it has its place in the title, where that has room.
        let reader = if whole { String::new() } else { format!(" · {}", voice.say(&seen)) };
        let over = if count.over { "⚠ " } else { "" };
        let figures = format!("{over}{}", format::counted(voice, count));
        // What has no room behind the figures is not begun: who will read it goes last.
        let all = [format!("{figures} · {kept}{reader}"), format!("{figures}{reader}"), figures.clone()];
        let fits = all.into_iter().find(|said| said.width() <= usize::from(foot.width));
        pen.text(foot, &fits.unwrap_or(figures), if count.over { Ink::Bad } else { Ink::Quiet });
    }
    let text = match crate::app::inbox::closing::warning(model, message) {
        Some(closed) => {
            pen.text(text, &format!("⚠ {}", voice.say(&closed)), Ink::Bad);
            Rect { y: text.y + 1, height: text.height.saturating_sub(1), ..text }
        }
        None => text,
    };
    if composer.field.is_blank() && composer.purpose != Purpose::Quote {
        replies::draw_past(pen, model, text);
    }
    pen.field_lines(text, &composer.field);
}

/// Who speaks and who will read it, within so many cells, and whether all of that fits: the account is whole as
/// long as it can be.
fn speaks(model: &Model, brand: &str, account: &str, seen: &str, room: usize) -> (String, bool) {
    let whole = Text::new("composer-title").with("brand", brand).with("account", account).with("visibility", seen);
    let whole = model.voice().say(&whole);
    if whole.width() <= room {
        return (whole, true);
    }
    let short = Text::new("composer-title-short").with("account", account);
    let kept = room.saturating_sub(model.voice().say(&short.with("brand", "")).width()).max(12);
    let short = Text::new("composer-title-short").with("account", account).with("brand", cut(brand, kept));
    (model.voice().say(&short), false)
}
