//! A form, drawn: each part with its name at the left, the one that hears keys in sight.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use crate::app::dialog::{Entry, Form, Label};
use crate::app::model::Model;
use crate::layout;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The lines that a text of many lines takes.
const LINES: u16 = 6;

/// Draws a form.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, form: &Form) {
    let voice = model.voice();
    let heights: Vec<u16> = form.parts.iter().map(|part| if matches!(part.entry, Entry::Lines(_)) { LINES } else { 1 }).collect();
    let area = layout::centred(model.size, 76, heights.iter().sum::<u16>() + 4);
    let inside = inset(pen.raised(area, &voice.say(&form.title)), 1);
    let labels: Vec<String> = form.parts.iter().map(|part| voice.say(&part.label)).collect();
    let left = labels.iter().map(|label| label.width()).max().unwrap_or(0) + 3;
    let width = u16::try_from(left).unwrap_or(0);
    let mut row = 0;
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
            Entry::Line(field) => pen.text(place, field.text(), Ink::Text),
            Entry::Lines(field) => {
                pen.paragraph(place, field.text(), Ink::Text, 0);
            }
            Entry::Choice { labels, chosen } => draw_choice(pen, model, place, (labels, *chosen), here),
        }
    }
    let foot = row_of(inside, usize::from(inside.height).saturating_sub(1));
    match &form.wrong {
        Some(wrong) => pen.text(foot, &voice.say(wrong), Ink::Bad),
        None => pen.text(foot, &voice.say(&form.help), Ink::Quiet),
    }
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
