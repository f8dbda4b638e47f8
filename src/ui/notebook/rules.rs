//! The page of rules, drawn: their order, and what the one under the cursor says and would have proposed.

use super::super::pen::{Pen, fit, inset, row_of};
use super::super::theme::Ink;
use super::{paragraphs, row};
use crate::app::effect::Trial;
use crate::app::model::Model;
use crate::app::notebook::current_rule;
use crate::app::rules::{conditions, proposes};
use crate::domain::message::Message;
use crate::lang::Text;
use ratatui::layout::Rect;

/// Draws the rules in their order.
pub fn draw_list(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let rules = &model.notebook.rules.list;
    if rules.is_empty() {
        pen.paragraph(area, &voice.t("rule-empty"), Ink::Text, 0);
        return;
    }
    let list = Rect { height: area.height.saturating_sub(1), ..area };
    let cursor = model.notebook.row();
    let room = usize::from(list.height).max(1);
    let skip = (cursor + 1).saturating_sub(room);
    let name = (usize::from(list.width) * 2 / 5).clamp(12, 30);
    for (at, rule) in rules.iter().enumerate().skip(skip).take(room) {
        let (sign, ink) = if rule.active { ("✓", Ink::Text) } else { ("○", Ink::Quiet) };
        let cells = [
            (format!("{sign} "), if rule.active { Ink::Good } else { Ink::Quiet }),
            (fit(rule.name.as_str(), name), ink),
            (fit(&format!(" → {}", voice.say(&proposes(&rule.proposes))), usize::from(list.width).saturating_sub(name + 2)), Ink::Quiet),
        ];
        row(pen, row_of(list, at - skip), at == cursor, &cells);
    }
    let foot = row_of(area, usize::from(area.height).saturating_sub(1));
    let proposing = &model.proposing;
    if proposing.is_under_way() && proposing.looked > 0 {
        pen.text(foot, &voice.say(&Text::new("rule-proposing").count("count", proposing.looked)), Ink::Warn);
    } else {
        pen.text(foot, &voice.t("rule-list-help"), Ink::Quiet);
    }
}

/// Draws what the rule under the cursor says.
pub fn draw_detail(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let rule = current_rule(model);
    let title = rule.map(|rule| rule.name.to_string()).unwrap_or_default();
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    let Some(rule) = rule else {
        pen.paragraph(inside, &voice.t("rule-never-acts"), Ink::Quiet, 0);
        return;
    };
    let mut lines = vec![
        (voice.say(&Text::new("rule-says-if").and("what", conditions(&rule.conditions))), Ink::Text),
        (voice.say(&Text::new("rule-says-then").and("what", proposes(&rule.proposes))), Ink::Text),
    ];
    if !rule.active {
        lines.push((voice.t("rule-is-off"), Ink::Warn));
    }
    if let Some((tried, trial)) = &model.notebook.rules.trial.done
        && tried.id == rule.id
    {
        lines.push((voice.say(&Text::new("rule-tried-says").and("what", counted(trial))), Ink::Title));
        lines.extend(trial.found.iter().take(4).map(|message| (line(model, message), Ink::Quiet)));
    }
    lines.push((voice.t("rule-never-acts"), Ink::Quiet));
    paragraphs(pen, inside, &lines);
}

/// How many messages a rule would have been about.
pub fn counted(trial: &Trial) -> Text {
    Text::new("rule-tried").count("count", trial.found.len()).count("looked", trial.looked)
}

/// A message on one line.
pub fn line(model: &Model, message: &Message) -> String {
    let network = model.account(message.account).map_or("··", |account| account.network.mark());
    let name = if message.author.is_blank() { &message.handle } else { &message.author };
    let text: String = message.text.on_one_line().as_str().chars().take(120).collect();
    format!("{network} {} : {text}", fit(name.as_str(), 14).trim_end())
}
