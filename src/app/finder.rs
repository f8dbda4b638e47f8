//! The finder: help and the palette, commands and saved views found by a few letters of their names.

use super::command::{Command, Scope, all, spec};
use super::dialog::{Dialog, Finder, Found};
use super::field::Field;
use super::key::{Code, Key};
use super::model::Model;
use crate::lang::Text;

/// Opens the list of the keys of the moment (`help`), or of all commands and saved views.
pub fn open(model: &mut Model, help: bool) {
    let mut finder = Finder { help, field: Field::line(""), found: Vec::new(), cursor: 0 };
    let scopes = model.scopes();
    find(model, &mut finder, &scopes);
    model.dialog = Some(Dialog::Finder(finder));
}

/// Fills the list of a finder by what was typed: names in both languages are searched.
fn find(model: &Model, finder: &mut Finder, scopes: &[Scope]) {
    let typed = finder.field.text();
    let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    let pattern = nucleo_matcher::pattern::Pattern::parse(
        typed,
        nucleo_matcher::pattern::CaseMatching::Ignore,
        nucleo_matcher::pattern::Normalization::Smart,
    );
    let found: Vec<(u32, Command)> = all()
        .filter(|spec| !finder.help || scopes.contains(&spec.scope))
        .filter_map(|spec| {
            let label = Text::coded("cmd", spec.name);
            let names: Vec<String> = crate::lang::Lang::ALL.map(|lang| model.texts.say(lang, &label)).into();
            let words = format!("{} {} {}", names[0], names[1], spec.name);
            let mut buffer = Vec::new();
            let score = pattern.score(nucleo_matcher::Utf32Str::new(&words, &mut buffer), &mut matcher)?;
            Some((score, spec.command))
        })
        .collect();
    let mut found: Vec<(u32, Found)> = found.into_iter().map(|(score, command)| (score, Found::Command(command))).collect();
    if !finder.help {
        found.extend(model.views().filter_map(|view| {
            let words = format!("{} vue view", view.name);
            let mut buffer = Vec::new();
            let score = pattern.score(nucleo_matcher::Utf32Str::new(&words, &mut buffer), &mut matcher)?;
            Some((score, Found::View(view.id, view.name.clone())))
        }));
    }
    if typed.is_empty() {
        // What belongs to the screen of the moment comes first.
        let place = |found: &Found| match found {
            Found::Command(command) => scopes.iter().position(|scope| *scope == spec(*command).scope).unwrap_or(scopes.len()),
            Found::View(..) => scopes.len(),
        };
        found.sort_by_key(|(_, found)| place(found));
    } else {
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        // Letters scattered over a name match nearly everything: what scores far less is noise.
        let best = found.first().map_or(0, |(score, _)| *score);
        found.retain(|(score, _)| score * 2 > best);
    }
    finder.found = found.into_iter().map(|(_, found)| found).collect();
    finder.cursor = finder.cursor.min(finder.found.len().saturating_sub(1));
}

/// Hears a key in a finder. Gives what was chosen.
pub fn hear_key(model: &Model, finder: &mut Finder, key: Key) -> Option<Found> {
    match key.code {
        Code::Down => finder.cursor = (finder.cursor + 1).min(finder.found.len().saturating_sub(1)),
        Code::Up => finder.cursor = finder.cursor.saturating_sub(1),
        Code::PageDown => finder.cursor = (finder.cursor + 10).min(finder.found.len().saturating_sub(1)),
        Code::PageUp => finder.cursor = finder.cursor.saturating_sub(10),
        Code::Enter => return finder.found.get(finder.cursor).cloned(),
        _ => {
            if finder.field.hear(key) == Some(true) {
                finder.cursor = 0;
                let scopes = model.scopes_of_tab();
                find(model, finder, &scopes);
            }
        }
    }
    None
}
