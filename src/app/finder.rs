//! The finder: help and the palette, commands and saved views found by a few letters of their names.

use super::command::{Command, Scope, all, spec};
use super::dialog::{Dialog, Finder, Found};
use super::field::Field;
use super::key::{Code, Key};
use super::model::Model;
use super::notebook::Page;
use crate::domain::fold::fold;
use crate::lang::{Lang, Text};

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
            let names: Vec<String> = Lang::ALL.map(|lang| model.texts.say(lang, &label)).into();
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
        found.extend(Page::ALL.iter().filter_map(|page| {
            let words = page_words(model, *page).join(" ");
            let mut buffer = Vec::new();
            let score = pattern.score(nucleo_matcher::Utf32Str::new(&words, &mut buffer), &mut matcher)?;
            Some((score, Found::Page(*page)))
        }));
    }
    if typed.is_empty() {
        // What belongs to the screen of the moment comes first.
        let place = |found: &Found| match found {
            Found::Command(command) => scopes.iter().position(|scope| *scope == spec(*command).scope).unwrap_or(scopes.len()),
            Found::View(..) | Found::Page(_) => scopes.len(),
        };
        found.sort_by_key(|(_, found)| place(found));
    } else {
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        // Letters scattered over a name match nearly everything: what scores far less is noise.
        let best = found.first().map_or(0, |(score, _)| *score);
        found.retain(|(score, _)| score * 2 > best);
        // The very name of a place comes first, and what can't be done now after all that can.
        let asked = fold(typed.trim());
        found.sort_by_key(|(_, found)| (!is_named(model, found, &asked), !is_ready(model, found)));
    }
    finder.found = found.into_iter().map(|(_, found)| found).collect();
    finder.cursor = finder.cursor.min(finder.found.len().saturating_sub(1));
}

/// By what a page of the notebook is found.
fn page_words(model: &Model, page: Page) -> Vec<String> {
    let name = |prefix, code| Lang::ALL.map(|lang| model.texts.say(lang, &Text::coded(prefix, code)));
    name("notebook-page", page.code()).into_iter().chain(name("tab", "notebook")).collect()
}

/// Whether this is the place of that name, as the screens write it.
fn is_named(model: &Model, found: &Found, asked: &str) -> bool {
    let (prefix, code) = match found {
        Found::Page(page) => ("notebook-page", page.code()),
        Found::Command(command) => {
            let name = spec(*command).name;
            let Some(code) = name.strip_prefix("tab-") else {
                // Of a command, all of its name or several words of its beginning.
                let mut names = Lang::ALL.iter().map(|lang| fold(&model.texts.say(*lang, &Text::coded("cmd", name))));
                return names.any(|name| name == asked || (asked.contains(' ') && name.starts_with(asked)));
            };
            ("tab", code)
        }
        Found::View(_, name) => return fold(name.as_str()) == asked,
    };
    Lang::ALL.iter().any(|lang| fold(&model.texts.say(*lang, &Text::coded(prefix, code))) == asked)
}

fn is_ready(model: &Model, found: &Found) -> bool {
    match found {
        Found::Command(command) => model.available(*command).is_ok(),
        Found::View(..) => true,
        Found::Page(_) => model.brand.is_some(),
    }
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
