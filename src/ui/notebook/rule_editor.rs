//! A rule being written, drawn: its lines at the left, at the right the messages that it would have been about.

use super::super::pen::{Pen, inset, row_of};
use super::super::theme::Ink;
use super::rules::{counted, line};
use crate::app::model::Model;
use crate::app::notebook::{RuleEditor, RulePart};
use crate::app::rules::{network_name, proposal};
use crate::domain::rule::{HowMany, Rule};
use crate::lang::Text;
use ratatui::layout::{Constraint, Layout, Rect};

/// Draws the rule that is written.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, editor: &RuleEditor, body: Rect) {
    let form = if body.width >= 100 { 50 } else { body.width / 2 };
    let [left, right] = Layout::horizontal([Constraint::Length(form), Constraint::Min(20)]).areas(body);
    draw_form(pen, model, editor, left);
    draw_found(pen, model, editor, right);
}

/// The lines of the form: a heading stands before what is asked and before what is proposed.
fn draw_form(pen: &mut Pen<'_, '_>, model: &Model, editor: &RuleEditor, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("rule-editor-title"), Ink::Ours), 1);
    let draft = editor.draft();
    let mut at = 0;
    for part in RulePart::ALL.iter().copied().filter(|part| *part != RulePart::Found) {
        let heading = match part {
            RulePart::Keywords => Some("rule-heading-if"),
            RulePart::Kind => Some("rule-heading-then"),
            _ => None,
        };
        if let Some(heading) = heading {
            pen.text(row_of(inside, at), &voice.t(heading), Ink::Title);
            at += 1;
        }
        draw_part(pen, model, editor, &draft, part, row_of(inside, at));
        at += 1;
    }
    let foot = Rect { y: inside.y + at as u16, height: inside.height.saturating_sub(at as u16), ..inside };
    match editor.flaw {
        Some(flaw) => pen.paragraph(foot, &voice.coded("rule-flaw", flaw.code()), Ink::Bad, 0),
        None => pen.paragraph(foot, &voice.coded("rule-about", editor.part.code()), Ink::Quiet, 0),
    };
}

fn draw_part(pen: &mut Pen<'_, '_>, model: &Model, editor: &RuleEditor, draft: &Rule, part: RulePart, area: Rect) {
    let here = editor.part == part;
    let label = model.voice().coded("rule-part", part.code());
    let width = if area.width >= 44 { 20 } else { 17 };
    let sign = if here { "▸ " } else { "  " };
    pen.text(Rect { width: width - 1, ..area }, &format!("{sign}{label}"), if here { Ink::Title } else { Ink::Quiet });
    let place = Rect { x: area.x + width, width: area.width.saturating_sub(width), ..area };
    match editor.field(part) {
        Some(field) if here => pen.field_line(place, field, false),
        Some(field) => pen.text(place, field.text(), Ink::Text),
        None => {
            let value = model.voice().say(&value(draft, part));
            if here {
                pen.text(place, &format!("← {value} →"), Ink::Key);
                pen.cursor(place.x, place.y);
            } else {
                pen.text(place, &value, Ink::Text);
            }
        }
    }
}

/// What a choice is now.
fn value(rule: &Rule, part: RulePart) -> Text {
    let yes = |yes: bool| Text::new(if yes { "notebook-yes" } else { "notebook-no" });
    let any = || Text::new("rule-any");
    let none = || Text::new("rule-nothing");
    let (conditions, proposes) = (&rule.conditions, &rule.proposes);
    match part {
        RulePart::HowMany => Text::new(if conditions.how_many == HowMany::Any { "rule-how-many-any" } else { "rule-how-many-all" }),
        RulePart::Only => conditions.only.map_or_else(any, |only| Text::coded("rule-only", only.code())),
        RulePart::NewPerson => yes(conditions.new_person),
        RulePart::Network => conditions.network.map_or_else(any, network_name),
        RulePart::Channel => conditions.channel.map_or_else(any, |channel| Text::coded("rule-channel", channel.code())),
        RulePart::Kind => proposes.kind.map_or_else(none, |kind| Text::coded("kind", kind.code())),
        RulePart::Tone => proposes.tone.map_or_else(none, |tone| Text::coded("tone", tone.code())),
        RulePart::Urgent => yes(proposes.urgent),
        RulePart::Close => yes(proposes.close),
        RulePart::Active => yes(rule.active),
        RulePart::Name | RulePart::Keywords | RulePart::Longer | RulePart::Shorter | RulePart::Label | RulePart::Found => none(),
    }
}

/// The messages that it would have been about, the chosen one in full.
fn draw_found(pen: &mut Pen<'_, '_>, model: &Model, editor: &RuleEditor, area: Rect) {
    let voice = model.voice();
    let here = editor.part == RulePart::Found;
    let inside = inset(pen.boxed(area, &voice.t("rule-trial-title"), if here { Ink::Ours } else { Ink::Title }), 1);
    let Some((_, trial)) = &model.notebook.rules.trial.done else {
        pen.paragraph(inside, &voice.t("rule-trial-waits"), Ink::Quiet, 0);
        return;
    };
    pen.text(row_of(inside, 0), &voice.say(&counted(trial)), if trial.found.is_empty() { Ink::Warn } else { Ink::Good });
    let below = (inside.height / 3).clamp(4, 8);
    let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(below + 1), ..inside };
    let room = usize::from(list.height).max(1);
    let skip = (editor.row + 1).saturating_sub(room);
    for (at, message) in trial.found.iter().enumerate().skip(skip).take(room) {
        let place = row_of(list, at - skip);
        pen.text(place, &line(model, message), Ink::Text);
        if at == editor.row {
            pen.choose(place);
            if here {
                pen.cursor(place.x, place.y);
            }
        }
    }
    let Some(message) = trial.found.get(editor.row) else { return };
    let rest = Rect { y: list.bottom(), height: below, ..inside };
    if let Some(proposed) = &message.proposal {
        pen.text(row_of(rest, 0), &voice.say(&Text::new("rule-would-propose").and("what", proposal(proposed))), Ink::Title);
    }
    let text = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
    pen.paragraph(text, message.text.as_str(), Ink::Quiet, 0);
}
