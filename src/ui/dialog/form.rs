//! A form, drawn: each part with its name at the left, the one that hears keys in sight.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use crate::app::dialog::{Entry, Form, Label};
use crate::app::lines::wrap;
use crate::app::model::Model;
use crate::layout;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The lines that a text of many lines takes.
const LINES: u16 = 6;

/// How wide a form is.
const WIDTH: u16 = 76;

/// Draws a form.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, form: &Form) {
    let voice = model.voice();
    let most = layout::centred(model.size, WIDTH, u16::MAX);
    let room = usize::from(most.width.saturating_sub(4));
    let mut heights: Vec<u16> = form.parts.iter().map(|part| if matches!(part.entry, Entry::Lines(_)) { LINES } else { 1 }).collect();
    let steps = form.steps.as_ref().map(|steps| voice.say(steps)).unwrap_or_default();
    let above = if steps.is_empty() { 0 } else { u16::try_from(wrap(&steps, room).len() + 1).unwrap_or(0) };
    let help = form.parts.get(form.at).and_then(|part| part.help.as_ref()).unwrap_or(&form.help);
    let (said, ink) = form.wrong.as_ref().map_or((help, Ink::Quiet), |wrong| (wrong, Ink::Bad));
    let said = voice.say(said);
    // What went wrong outside takes the lines it needs where there is more to say.
    let lines = u16::try_from(wrap(&said, room).len()).unwrap_or(2);
    let foot = if steps.is_empty() { lines.clamp(1, 3) } else { lines.clamp(2, 4) };
    // On a small screen a text of many lines gives way, then the help: no part is ever covered.
    let inner = most.height.saturating_sub(2);
    let mut over = (above + heights.iter().sum::<u16>() + foot).saturating_sub(inner);
    for height in &mut heights {
        let less = over.min(*height - 1);
        *height -= less;
        over -= less;
    }
    let foot = foot.saturating_sub(over);
    let area = layout::centred(model.size, WIDTH, above + heights.iter().sum::<u16>() + foot + 3);
    let inside = inset(pen.raised(area, &voice.say(&form.title)), 1);
    pen.paragraph(Rect { height: above.min(inside.height), ..inside }, &steps, Ink::Text, 0);
    let labels: Vec<String> = form.parts.iter().map(|part| voice.say(&part.label)).collect();
    let left = labels.iter().map(|label| label.width()).max().unwrap_or(0) + 3;
    let width = u16::try_from(left).unwrap_or(0);
    let mut row = above;
    for (at, (part, height)) in form.parts.iter().zip(heights).enumerate() {
        let place = Rect { y: inside.y + row, height: height.min(inside.height.saturating_sub(row)), ..inside };
        row += height;
        let here = at == form.at;
        let sign = if here { "▸ " } else { "  " };
        pen.text(row_of(place, 0), &fit(&format!("{sign}{}", labels[at]), left), if here { Ink::Title } else { Ink::Quiet });
        let place = Rect { x: place.x + width, width: place.width.saturating_sub(width), ..place };
        match &part.entry {
            Entry::Line(field) if here => pen.field_line(place, field, false),
            Entry::Lines(field) if here => pen.field_lines(place, field),
            Entry::Secret(field) if here => pen.field_line(place, field, true),
            Entry::Secret(field) => pen.text(place, &"•".repeat(field.text().chars().count()), Ink::Text),
            Entry::Line(field) => pen.text(place, field.text(), Ink::Text),
            Entry::Lines(field) => {
                pen.paragraph(place, field.text(), Ink::Text, 0);
            }
            Entry::Choice { labels, chosen } => draw_choice(pen, model, place, (labels, *chosen), here),
        }
    }
    let foot = Rect { y: inside.bottom().saturating_sub(foot).max(inside.y), height: foot.min(inside.height), ..inside };
    pen.paragraph(foot, &said, ink, 0);
}

fn draw_choice(pen: &mut Pen<'_, '_>, model: &Model, place: Rect, (labels, chosen): (&[Label], usize), here: bool) {
    let said = match labels.get(chosen) {
        Some(Label::Text(text)) => model.voice().say(text),
        Some(Label::Name(name)) => name.to_string(),
        None => String::new(),
    };
    let shown = if labels.len() > 1 { format!("← {said} →  {}/{}", chosen + 1, labels.len()) } else { said };
    pen.text(place, &shown, if here { Ink::Key } else { Ink::Text });
    if here {
        pen.cursor(place.x, place.y);
    }
}
