//! The panel of types and tones: two lines below the list, so that the message stays in sight.

use super::super::pen::{Pen, inset, row_of};
use super::super::theme::Ink;
use crate::app::inbox::{Panel, class_letters};
use crate::app::model::Model;
use crate::domain::message::Tone;
use crate::lang::Text;
use crate::layout;

/// Draws the panel.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, panel: &Panel) {
    let voice = model.voice();
    let title = voice.say(&Text::new("rule-class-title").count("count", panel.count));
    let inside = inset(pen.raised(layout::class_panel(model.size), &title), 1);
    let kinds = class_letters(model.lang).map(|(letter, kind)| (letter, voice.coded("kind", kind.code())));
    let tones = [('+', Tone::Positive), ('=', Tone::Neutral), ('-', Tone::Negative)];
    let tones = tones.into_iter().map(|(sign, tone)| (sign, voice.coded("tone", tone.code())));
    for (at, choices) in [kinds.collect::<Vec<_>>(), tones.collect()].into_iter().enumerate() {
        let mut spans = Vec::new();
        for (key, label) in choices {
            spans.push(pen.span(&key.to_string(), Ink::Key));
            spans.push(pen.span(&format!(" {label}  "), Ink::Text));
        }
        if at == 1 {
            spans.push(pen.span(&voice.t("rule-class-help"), Ink::Quiet));
        }
        pen.line(row_of(inside, at), spans);
    }
    pen.cursor(inside.x, inside.y);
}
