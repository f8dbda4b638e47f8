//! The person, drawn: a few lines beside the conversation, and the card that opens over it.

use super::super::format::age;
use super::super::pen::{Pen, fit, fit_right, inset, row_of};
use super::super::theme::Ink;
use crate::app::inbox::person::{Card, Note, Picker};
use crate::app::lines::wrap;
use crate::app::model::Model;
use crate::domain::message::StateName;
use crate::domain::person::{Alias, Card as Known, Person};
use crate::domain::promise::Promise;
use crate::domain::reaction::{Attention, ReactionKind};
use crate::domain::text::SafeText;
use crate::domain::time::day_in;
use crate::lang::{Text, format};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A line of the card: what it says, and which line of the cursor it is, if one.
struct Line {
    text: String,
    ink: Ink,
    stop: Option<usize>,
}

impl Line {
    fn plain(text: impl Into<String>, ink: Ink) -> Self {
        Self { text: text.into(), ink, stop: None }
    }
}

/// Draws who wrote the message under the cursor, in a few lines.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("inbox-person"), Ink::Title), 1);
    let Some(opened) = &model.inbox.opened else { return };
    if opened.message.is_erased() {
        pen.paragraph(inside, &voice.t("card-is-erased"), Ink::Quiet, 0);
        return;
    }
    let person = &opened.person;
    let owed = opened.promises.iter().map(|promise| (promise_text(model, promise), promise_ink(model, promise)));
    let lines = [
        (person.name.to_string(), Ink::Text),
        (person.handle.to_string(), Ink::Quiet),
        (voice.say(&kind_since(model, person)), Ink::Text),
        (voice.say(&exchanges(person)), Ink::Text),
    ];
    let apart = !opened.promises.is_empty() || !person.note.is_blank();
    let note = (!person.note.is_blank()).then(|| (person.note.to_string(), Ink::Warn));
    let mut row = 0;
    for (text, ink) in lines.into_iter().chain(apart.then(|| (String::new(), Ink::Text))).chain(owed).chain(note) {
        let rest = Rect { y: inside.y + row, height: inside.height.saturating_sub(row), ..inside };
        row = row.saturating_add(u16::try_from(pen.paragraph(rest, &text, ink, 0)).unwrap_or(1)).min(inside.height);
    }
    if opened.past.is_empty() || row + 2 >= inside.height {
        return;
    }
    pen.text(row_of(inside, usize::from(row) + 1), &voice.t("person-past"), Ink::Title);
    let ages: Vec<String> = opened.past.iter().map(|past| age(model.lang, model.now, past.message.at)).collect();
    let widest = ages.iter().map(|age| age.width()).max().unwrap_or(0);
    for (at, (past, age)) in opened.past.iter().zip(&ages).enumerate() {
        let said = format!("{} {}", fit_right(age, widest), past.message.text.on_one_line());
        pen.text(row_of(inside, usize::from(row) + 2 + at), &said, Ink::Quiet);
    }
}

fn kind_since(model: &Model, person: &Person) -> Text {
    let since = format::month(model.lang, day_in(model.zone(), person.since));
    Text::new("person-kind-since").and("kind", Text::coded("person", person.kind.code())).with("since", since)
}

fn exchanges(person: &Person) -> Text {
    Text::new("person-exchanges").count("count", person.messages).count("answered", person.answered)
}

fn promise_text(model: &Model, promise: &Promise) -> String {
    let sign = if promise.is_owed() { "◷" } else { "✓" };
    format!("{sign} {} {}", format::tiny_day(model.lang, promise.due), promise.text.on_one_line())
}

fn promise_ink(model: &Model, promise: &Promise) -> Ink {
    match (promise.is_owed(), promise.presses(model.day())) {
        (true, true) => Ink::Bad,
        (true, false) => Ink::Warn,
        (false, _) => Ink::Quiet,
    }
}

/// Draws the card.
pub fn draw_card(pen: &mut Pen<'_, '_>, model: &Model, card: &Card, area: Rect) {
    let voice = model.voice();
    let name = card.name();
    let title = if name.is_blank() { voice.t("inbox-person") } else { format!("{} · {name}", voice.t("inbox-person")) };
    let inside = inset(pen.raised(area, &title), 1);
    let Some(known) = &card.known else { return };
    if let Some(picker) = &card.picker {
        return draw_picker(pen, model, picker, inside);
    }
    if let Some(note) = &card.note {
        return draw_note(pen, model, note, inside);
    }
    let width = usize::from(inside.width);
    let mut lines = head(model, card, known);
    below(model, card, known, width, &mut lines);
    // Facts are broken into lines of the card; what the cursor can be on has one line each.
    let broken: Vec<Line> = lines
        .into_iter()
        .flat_map(|line| {
            let pieces = if line.stop.is_some() { vec![line.text.clone()] } else { pieces(&line.text, width) };
            pieces.into_iter().map(move |text| Line { text, ink: line.ink, stop: line.stop })
        })
        .collect();
    let here = broken.iter().position(|line| line.stop == Some(card.cursor)).unwrap_or(0);
    let room = usize::from(inside.height).max(1);
    let skip = if here + 1 >= room { (here + 2).min(broken.len()).saturating_sub(room) } else { 0 };
    for (at, line) in broken.iter().enumerate().skip(skip).take(room) {
        let place = row_of(inside, at - skip);
        pen.text(place, &line.text, line.ink);
        if line.stop == Some(card.cursor) {
            pen.choose(place);
            pen.cursor(place.x, place.y);
        }
    }
}

fn pieces(text: &str, width: usize) -> Vec<String> {
    wrap(text, width).into_iter().map(|range| text[range].trim_end().to_owned()).collect()
}

/// Who they are: handles on all networks, former names, kind, counts, tone, note.
fn head(model: &Model, card: &Card, known: &Known) -> Vec<Line> {
    let voice = model.voice();
    let person = &known.person;
    let mut lines: Vec<Line> = known.aliases.iter().map(|alias| Line::plain(alias_text(model, alias, known), Ink::Text)).collect();
    if !known.former.is_empty() {
        let names: Vec<&str> = known.former.iter().map(SafeText::as_str).collect();
        lines.push(Line::plain(voice.say(&Text::new("card-formerly").with("names", names.join(", "))), Ink::Quiet));
    }
    let tone = match known.tones.usual() {
        Some((tone, count)) => {
            Text::new("card-tone").and("tone", Text::coded("tone", tone.code())).count("count", count).count("all", known.tones.rated())
        }
        None if known.tones.rated() > 0 => Text::new("card-tone-mixed"),
        None => Text::new("card-tone-unknown"),
    };
    lines.push(Line::plain(voice.say(&kind_since(model, person)), Ink::Text));
    lines.push(Line::plain(format!("{} · {}", voice.say(&exchanges(person)), voice.say(&tone)), Ink::Text));
    lines.extend(attention(model, &known.attention).map(|line| Line::plain(line, Ink::Quiet)));
    if known.begun.is_some() && card.note.is_none() {
        lines.push(Line::plain(voice.t("card-note-begun"), Ink::Warn));
    }
    lines.push(Line::plain("", Ink::Text));
    lines.push(Line::plain(voice.t("card-note-title"), Ink::Title));
    if person.note.is_blank() {
        lines.push(Line::plain(voice.t("card-no-note"), Ink::Quiet));
    } else {
        lines.extend(person.note.as_str().lines().map(|line| Line::plain(line, Ink::Warn)));
    }
    lines
}

/// What they did without words, in one line; nothing where no network told of any.
fn attention(model: &Model, known: &Attention) -> Option<String> {
    let voice = model.voice();
    let day = known.followed.map(|at| format::date(model.lang, day_in(model.zone(), at)));
    let followed = day.map(|day| voice.say(&Text::new("card-followed").with("day", day)));
    let counted = known.count.each().filter(|(kind, _)| *kind != ReactionKind::Follow);
    let counted = counted.map(|(kind, count)| voice.say(&Text::coded("reaction", kind.code()).count("count", count)));
    let told: Vec<String> = counted.chain(followed).collect();
    (!told.is_empty()).then(|| voice.say(&Text::new("card-attention").with("what", told.join(", "))))
}

/// A name with its networks; the name of a row that was joined is told where it differs.
fn alias_text(model: &Model, alias: &Alias, known: &Known) -> String {
    let networks: Vec<&str> = alias.accounts.iter().filter_map(|id| model.account(*id)).map(|account| account.network.name()).collect();
    let handle = if alias.handle.is_blank() { &alias.name } else { &alias.handle };
    let name = if alias.name == known.person.name || alias.name == *handle { String::new() } else { format!(" ({})", alias.name) };
    if networks.is_empty() { format!("{handle}{name}") } else { format!("{handle}{name} · {}", networks.join(", ")) }
}

/// What the cursor walks: promises, then messages.
fn below(model: &Model, card: &Card, known: &Known, width: usize, lines: &mut Vec<Line>) {
    let voice = model.voice();
    lines.push(Line::plain("", Ink::Text));
    lines.push(Line::plain(voice.t("card-promises-title"), Ink::Title));
    if known.promises.is_empty() {
        lines.push(Line::plain(voice.t("card-no-promise"), Ink::Quiet));
    }
    for (at, promise) in known.promises.iter().enumerate() {
        lines.push(Line { text: promise_text(model, promise), ink: promise_ink(model, promise), stop: Some(at) });
    }
    lines.push(Line::plain("", Ink::Text));
    lines.push(Line::plain(voice.t("card-past-title"), Ink::Title));
    for (at, row) in card.past.rows.iter().enumerate() {
        let message = &row.message;
        let day = fit(&format::date(model.lang, day_in(model.zone(), message.at)), 17);
        let network = model.account(message.account).map_or("  ", |account| account.network.mark());
        let sign = match message.state.name() {
            StateName::Answered => "✓",
            StateName::Open => "▸",
            StateName::Delegated | StateName::Snoozed => "→",
            StateName::Closed | StateName::Hidden => " ",
        };
        let text = fit(&format!("{sign} {network} {day} {}", message.text.on_one_line()), width);
        lines.push(Line { text, ink: Ink::Text, stop: Some(known.promises.len() + at) });
    }
    if card.past.more {
        lines.push(Line::plain("↓", Ink::Quiet));
    }
}

fn draw_note(pen: &mut Pen<'_, '_>, model: &Model, note: &Note, inside: Rect) {
    let voice = model.voice();
    pen.text(row_of(inside, 0), &voice.t("card-note-title"), Ink::Title);
    let text = Rect { y: inside.y + 1, height: inside.height.saturating_sub(2), ..inside };
    let kept = voice.t(if note.saved { "composer-kept-sign" } else { "composer-saving-sign" });
    pen.text(row_of(inside, usize::from(inside.height).saturating_sub(1)), &kept, Ink::Quiet);
    pen.field_lines(text, &note.field);
}

fn draw_picker(pen: &mut Pen<'_, '_>, model: &Model, picker: &Picker, inside: Rect) {
    let voice = model.voice();
    let about = pen.paragraph(inside, &voice.t("card-join-about"), Ink::Quiet, 0);
    let list = about + 2;
    for (at, person) in picker.found.iter().enumerate() {
        let line = row_of(inside, list + at);
        let counted = voice.say(&exchanges(person));
        pen.text(line, &format!("{} {} · {counted}", person.name, person.handle), Ink::Text);
        if at == picker.cursor {
            pen.choose(line);
        }
    }
    if picker.found.is_empty() && !picker.field.is_blank() {
        pen.text(row_of(inside, list), &voice.t("card-join-nobody"), Ink::Quiet);
    }
    pen.field_line(row_of(inside, about), &picker.field, false);
}
