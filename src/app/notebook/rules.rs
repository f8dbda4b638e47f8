//! The page of rules: their order, switching them on and off, what each would have proposed.
//!
//! Nothing here is judged on a key press: the file tries a rule and tells.

mod editor;

pub use editor::{Editor, Part};

use super::super::command::{Reason, Scope};
use super::super::dialog::{Dialog, Label, Menu, Then as Chosen};
use super::super::effect::{Job, RuleJob, RuleReply, TRIED, Ticket, Trial};
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::super::{proposing, rules as said, unfinished};
use super::{Page, Then};
use crate::domain::fold::fold;
use crate::domain::rule::Rule;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// The rules of the brand and what is being done with them.
#[derive(Debug, Default)]
pub struct Rules {
    /// In their order.
    pub list: Vec<Rule>,
    /// The rule being written.
    pub editor: Option<Editor>,
    /// What the rule under the cursor, or the one being written, would have proposed.
    pub trial: Trying,
    listing: Option<Ticket>,
    saving: Option<Ticket>,
}

/// A rule being tried: one request at a time, whatever is typed meanwhile.
#[derive(Debug, Default)]
pub struct Trying {
    waits: Option<(Ticket, Rule)>,
    /// The rule that was tried last, and what came of it.
    pub done: Option<(Rule, Trial)>,
}

/// The rule under the cursor, while rules are shown.
#[must_use]
pub fn current(model: &Model) -> Option<&Rule> {
    (model.notebook.page == Page::Rules).then(|| model.notebook.rules.list.get(model.notebook.row())).flatten()
}

/// Whether there is a rule under the cursor.
pub fn has_rule(model: &Model) -> Result<(), Reason> {
    current(model).map(|_| ()).ok_or_else(|| Text::new("rule-none-here"))
}

/// Whether rules are shown.
pub fn is_shown(model: &Model) -> Result<(), Reason> {
    let shown = model.notebook.page == Page::Rules && model.brand.is_some();
    if shown { Ok(()) } else { Err(Text::new("rule-none-here")) }
}

/// The scopes that hear a key while a rule is written.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) -> bool {
    let writing = model.notebook.rules.editor.is_some();
    if writing {
        scopes.extend([Scope::RuleEditor, Scope::Field]);
    }
    writing
}

/// Asks for the rules of the brand.
pub fn refresh(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let ticket = model.ask(Asker::Tab(Tab::Notebook), Job::Rule(RuleJob::List(brand)));
    model.notebook.rules.listing = Some(ticket);
}

/// Begins a new rule.
pub fn ask_new(model: &mut Model) {
    if let Some(brand) = model.brand {
        open(model, Rule::new(brand));
    }
}

/// Opens the rule under the cursor.
pub fn edit(model: &mut Model) {
    if let Some(rule) = current(model).cloned() {
        open(model, rule);
    }
}

/// Under which name a rule is kept while it is unfinished.
fn name_of(rule: &Rule) -> String {
    format!("rule-{}-{}", rule.brand, rule.id)
}

/// Opens a rule, as it was left if Ronde closed while it was written.
fn open(model: &mut Model, rule: Rule) {
    let left = unfinished::begun(model, &name_of(&rule)).and_then(|left| serde_json::from_str::<Rule>(left).ok());
    model.notebook.rules.editor = Some(Editor::again(rule, left));
    try_now(model);
}

/// Keeps the rule that is written: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let Some(editor) = model.notebook.rules.editor.as_ref().filter(|editor| editor.is_changed()) else { return };
    let draft = editor.draft();
    if let Ok(left) = serde_json::to_string(&draft) {
        unfinished::keep(model, &name_of(&draft), left);
    }
}

/// Switches the rule under the cursor on or off.
pub fn switch(model: &mut Model) {
    let Some(rule) = current(model).cloned() else { return };
    let rule = Rule { active: !rule.active, ..rule };
    let told = Text::new(if rule.active { "rule-switched-on" } else { "rule-switched-off" }).with("name", &rule.name);
    change(model, RuleJob::Save(Box::new(rule), model.now));
    model.tell(told);
}

/// Removes the rule under the cursor; undo brings it back.
pub fn remove(model: &mut Model) {
    let Some(rule) = current(model).cloned() else { return };
    change(model, RuleJob::Remove(rule.id, model.now));
    model.tell(Text::new("rule-removed").with("name", &rule.name));
}

/// Moves the rule under the cursor one place up or down; the cursor goes with it.
pub fn step(model: &mut Model, up: bool) {
    let Some(rule) = current(model).map(|rule| rule.id) else { return };
    let (row, last) = (model.notebook.row(), model.notebook.rules.list.len().saturating_sub(1));
    let next = if up { row.checked_sub(1) } else { (row < last).then_some(row + 1) };
    let Some(next) = next else { return };
    model.notebook.rows[Page::Rules as usize] = next;
    change(model, RuleJob::Step(rule, up, model.now));
}

fn change(model: &mut Model, job: RuleJob) -> Ticket {
    model.ask(Asker::Tab(Tab::Notebook), Job::Rule(job))
}

/// The ready-made rules that the brand does not have.
fn offered(model: &Model) -> Vec<Rule> {
    let Some(brand) = model.brand else { return Vec::new() };
    let known = |rule: &Rule| model.notebook.rules.list.iter().any(|other| fold(other.name.as_str()) == fold(rule.name.as_str()));
    said::ready(model.voice(), brand).into_iter().filter(|rule| !known(rule)).collect()
}

/// Offers ready-made rules.
pub fn offer(model: &mut Model) {
    let offered = offered(model);
    if offered.is_empty() {
        return model.hint(Text::new("rule-ready-none"));
    }
    let then = |then| Ok(Chosen::Notebook(then));
    let all =
        Menu::new(Text::new("rule-ready-title")).item(Some('t'), Label::Text(Text::new("rule-ready-all")), then(Then::TakeRules(None)));
    let menu = offered.iter().zip('1'..='9').fold(all, |menu, (rule, key)| {
        let line = Text::new("rule-line").with("name", &rule.name).and("what", said::proposes(&rule.proposes));
        menu.item(Some(key), Label::Text(line), then(Then::TakeRules(Some(rule.name.clone()))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Takes a ready-made rule, or all of them.
pub fn take_ready(model: &mut Model, named: Option<&SafeText>) {
    let chosen: Vec<Rule> = offered(model).into_iter().filter(|rule| named.is_none_or(|name| *name == rule.name)).collect();
    if !chosen.is_empty() {
        model.tell(Text::new("rule-ready-taken").count("count", chosen.len()));
        change(model, RuleJob::Add(chosen, model.now));
    }
}

/// Has the rule that is written stored, or says what it lacks.
pub fn save(model: &mut Model) {
    let rules = &mut model.notebook.rules;
    let Some(editor) = &mut rules.editor else { return };
    match editor.check(&rules.list) {
        Err(flaw) => editor.lack(flaw),
        Ok(rule) => {
            let ticket = change(model, RuleJob::Save(Box::new(rule), model.now));
            model.notebook.rules.saving = Some(ticket);
        }
    }
}

/// Leaves the rule that is written; what is not stored is asked about.
pub fn leave(model: &mut Model) {
    let changed = model.notebook.rules.editor.as_ref().is_some_and(Editor::is_changed);
    if !changed {
        return drop_editor(model);
    }
    let then = |then| Ok(Chosen::Notebook(then));
    let menu = Menu::new(Text::new("rule-leave-title"))
        .item(Some('c'), Label::Text(Text::new("rule-leave-not")), Ok(Chosen::Close))
        .item(Some('e'), Label::Text(Text::new("rule-leave-save")), then(Then::SaveRule))
        .item(Some('x'), Label::Text(Text::new("rule-leave-drop")), then(Then::DropRule));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Forgets what is written.
pub fn drop_editor(model: &mut Model) {
    if let Some(editor) = model.notebook.rules.editor.take() {
        unfinished::forget(model, &name_of(&editor.draft()));
    }
    try_now(model);
}

/// Goes to another field of the rule that is written.
pub fn step_part(model: &mut Model, forward: bool) {
    if let Some(editor) = &mut model.notebook.rules.editor {
        editor.step(forward);
    }
}

/// Hears a key while a rule is written. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let found = model.notebook.rules.trial.done.as_ref().map_or(0, |(_, trial)| trial.found.len());
    let networks: Vec<_> = model.accounts().map(|account| account.network).collect();
    let Some(editor) = &mut model.notebook.rules.editor else { return false };
    let heard = editor.hear(key, &networks, found);
    try_now(model);
    heard
}

/// Takes a paste into the field that is written. Gives whether there is one.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let taken = model.notebook.rules.editor.as_mut().is_some_and(|editor| editor.paste(text));
    try_now(model);
    taken
}

/// Has the rule in sight tried, unless that is known or under way.
pub fn try_now(model: &mut Model) {
    let rules = &model.notebook.rules;
    let wanted = match &rules.editor {
        Some(editor) => Some(editor.draft()),
        None => current(model).cloned(),
    };
    let Some(rule) = wanted.filter(|rule| rule.fault().is_none()) else {
        model.notebook.rules.trial.done = None;
        return;
    };
    let known = rules.trial.done.as_ref().is_some_and(|(tried, _)| tried.conditions == rule.conditions && tried.proposes == rule.proposes);
    if rules.trial.waits.is_some() || known {
        return;
    }
    let ticket = change(model, RuleJob::Try(Box::new(rule.clone()), TRIED));
    model.notebook.rules.trial.waits = Some((ticket, rule));
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: RuleReply) {
    match reply {
        RuleReply::List(list) if model.notebook.rules.listing == Some(ticket) => set(model, list),
        RuleReply::List(_) | RuleReply::Proposed(_) => {}
        RuleReply::Changed(list) => {
            let saved = model.notebook.rules.saving.take_if(|saving| *saving == ticket).is_some();
            if list.iter().any(|rule| Some(rule.brand) != model.brand) {
                return;
            }
            if saved && let Some(written) = model.notebook.rules.editor.take() {
                let written = written.draft();
                unfinished::forget(model, &name_of(&written));
                let name = written.name;
                model.tell(Text::new("rule-saved").with("name", &name));
                let row = list.iter().position(|rule| rule.name == name);
                model.notebook.rows[Page::Rules as usize] = row.unwrap_or(0);
            }
            set(model, list);
            if let Some(brand) = model.brand {
                proposing::begin(model, brand);
            }
        }
        RuleReply::Tried(trial) => {
            let trying = &mut model.notebook.rules.trial;
            if let Some((_, rule)) = trying.waits.take_if(|(waits, _)| *waits == ticket) {
                trying.done = Some((rule, *trial));
                if let Some(editor) = &mut model.notebook.rules.editor {
                    editor.row = 0;
                }
                try_now(model);
            }
        }
    }
}

/// A request failed: it may be asked again.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    model.notebook.rules.trial.waits.take_if(|(waits, _)| *waits == ticket);
}

fn set(model: &mut Model, list: Vec<Rule>) {
    let last = list.len().saturating_sub(1);
    model.notebook.rules.list = list;
    let row = &mut model.notebook.rows[Page::Rules as usize];
    *row = (*row).min(last);
    try_now(model);
}
