//! The views of the list: the five that are always there, then those that the CM saved under a name.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::Job;
use super::super::field::Field;
use super::super::model::{Asker, Model, Tab};
use super::{list, not_sweeping};
use crate::domain::ViewId;
use crate::domain::fold::fold;
use crate::domain::message::StateName;
use crate::domain::query::{Query, View, state_word};
use crate::domain::saved_view::SavedView;
use crate::domain::text::SafeText;
use crate::lang::{Lang, Text};

/// The most characters of a name.
const LONGEST: usize = 40;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Saves this query under the name typed.
    Save(SafeText),
    /// Asks what to do with a view.
    Ask(ViewId),
    /// Shows it.
    Show(ViewId),
    /// Asks for its new name.
    Rename(ViewId),
    /// Gives it the name typed.
    Renamed(ViewId),
    /// Removes it.
    Remove(ViewId),
}

/// The saved view that is shown, if one is.
#[must_use]
pub fn shown(model: &Model) -> Option<&SavedView> {
    let id = model.inbox.named?;
    model.views().find(|view| view.id == id)
}

/// What the list is asked for in words: the query of the view, and what was typed to narrow it.
#[must_use]
pub fn asked(model: &Model) -> String {
    let filter = model.inbox.filter.text();
    shown(model).map_or_else(|| filter.to_owned(), |view| format!("{} {filter}", view.query))
}

/// Whether the list holds open messages alone: what gets an outcome leaves it.
#[must_use]
pub fn lists_open(model: &Model) -> bool {
    match Query::parse(&asked(model)).0.state {
        Some(state) => state == StateName::Open,
        None => model.inbox.named.is_none() && model.inbox.view == View::Open,
    }
}

/// Shows the next view, or the one before; the saved ones come after the five.
pub fn step(model: &mut Model, forward: bool) {
    let saved: Vec<ViewId> = model.views().map(|view| view.id).collect();
    let all = View::ALL.len() + saved.len();
    let at = match model.inbox.named.and_then(|id| saved.iter().position(|known| *known == id)) {
        Some(place) => View::ALL.len() + place,
        None => View::ALL.iter().position(|view| *view == model.inbox.view).unwrap_or(0),
    };
    let next = if forward { at + 1 } else { at + all - 1 } % all;
    if let Some(view) = View::ALL.get(next) {
        model.inbox.view = *view;
        model.inbox.named = None;
    } else {
        model.inbox.named = saved.get(next - View::ALL.len()).copied();
    }
    model.inbox.marks.clear();
    list::restart(model);
}

/// Shows a saved view, from wherever the person is.
pub fn show(model: &mut Model, id: ViewId) {
    if let Err(reason) = not_sweeping(model) {
        model.hint(reason);
        return;
    }
    model.tab = Tab::Inbox;
    model.inbox.named = Some(id);
    model.inbox.filter = Field::line("");
    model.inbox.filtering = false;
    model.inbox.marks.clear();
    list::restart(model);
}

/// Whether there is a query to save.
pub fn can_save(model: &Model) -> Result<(), Reason> {
    not_sweeping(model)?;
    if model.inbox.filter.is_blank() { Err(Text::new("views-no-filter")) } else { Ok(()) }
}

/// Whether there is a saved view.
pub fn has_any(model: &Model) -> Result<(), Reason> {
    if model.views().next().is_none() { Err(Text::new("views-none")) } else { Ok(()) }
}

/// Asks for the name under which the filter is saved. The saved query says by itself which state it lists.
pub fn ask_name(model: &mut Model) {
    let typed = asked(model);
    let state = match model.inbox.view {
        _ if model.inbox.named.is_some() || Query::parse(&typed).0.state.is_some() => None,
        View::Open => Some(StateName::Open),
        View::Delegated => Some(StateName::Delegated),
        View::Snoozed => Some(StateName::Snoozed),
        View::Answered => Some(StateName::Answered),
        View::All => None,
    };
    let prefix = state.map(|state| format!("{} ", state_word(state, model.lang == Lang::Fr))).unwrap_or_default();
    let query = SafeText::line(format!("{prefix}{typed}").trim());
    let help = Text::new("views-save-help").with("query", &query);
    let prompt = Prompt::new(Text::new("views-save-title"), "", Chosen::Inbox(super::Then::View(Then::Save(query)))).help(help);
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Lists the saved views, to rename or remove them.
pub fn manage(model: &mut Model) {
    let start = Menu::new(Text::new("views-title"));
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let menu = model.views().zip(keys).fold(start, |menu, (view, key)| {
        let label = Label::Name(SafeText::line(&format!("{} — {}", view.name, view.query)));
        menu.item(key, label, Ok(Chosen::Inbox(super::Then::View(Then::Ask(view.id)))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Save(query) => save(model, ViewId(0), query, typed),
        Then::Ask(id) => ask(model, id),
        Then::Show(id) => show(model, id),
        Then::Rename(id) => {
            let name = find(model, id).map(|view| view.name.to_string()).unwrap_or_default();
            let then = Chosen::Inbox(super::Then::View(Then::Renamed(id)));
            model.dialog = Some(Dialog::Prompt(Prompt::new(Text::new("views-rename-title"), &name, then)));
        }
        Then::Renamed(id) => {
            let query = find(model, id).map(|view| view.query.clone()).unwrap_or_default();
            save(model, id, query, typed);
        }
        Then::Remove(id) => remove(model, id),
    }
}

fn find(model: &Model, id: ViewId) -> Option<&SavedView> {
    model.views().find(|view| view.id == id)
}

fn ask(model: &mut Model, id: ViewId) {
    let Some(view) = find(model, id) else { return };
    let item = |then| Ok(Chosen::Inbox(super::Then::View(then)));
    let menu = Menu::new(Text::new("views-ask-title").with("name", &view.name))
        .about(&view.query)
        .item(Some('o'), Label::Text(Text::new("views-show")), item(Then::Show(id)))
        .item(Some('r'), Label::Text(Text::new("views-rename")), item(Then::Rename(id)))
        .item(Some('x'), Label::Text(Text::new("views-remove")), item(Then::Remove(id)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Why a name can't be that of this view, if it can't.
fn wrong_name(model: &Model, id: ViewId, name: &SafeText) -> Option<Text> {
    let folded = fold(name.as_str());
    if name.is_blank() {
        return Some(Text::new("views-name-blank"));
    }
    if name.as_str().chars().count() > LONGEST {
        return Some(Text::new("views-name-long").count("count", LONGEST));
    }
    let own = |view: &&View| Lang::ALL.iter().any(|lang| fold(&model.texts.say(*lang, &Text::coded("view", view.code()))) == folded);
    let built_in = View::ALL.iter().any(|view| fold(view.code()) == folded || own(&view));
    // Saving under a name that is there takes its place; renaming to it would leave two.
    let other = id.0 != 0 && model.views().any(|view| view.id != id && fold(view.name.as_str()) == folded);
    (built_in || other).then(|| Text::new("views-name-taken").with("name", name))
}

fn save(model: &mut Model, id: ViewId, query: SafeText, typed: &str) {
    let Some(brand) = model.brand else { return };
    let name = SafeText::line(typed.trim());
    if let Some(wrong) = wrong_name(model, id, &name) {
        if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
            prompt.wrong = Some(wrong);
        }
        return;
    }
    model.dialog = None;
    let view = SavedView { id, brand, name, query };
    model.ask(Asker::Tab(Tab::Inbox), Job::SaveView(Box::new(view), model.now));
}

/// A view is saved: shows it.
pub fn saved(model: &mut Model, view: &SavedView) {
    let views = &mut model.workspace.views;
    let known = views.iter_mut().find(|known| known.id == view.id);
    let said = if let Some(known) = known {
        known.clone_from(view);
        "views-changed"
    } else {
        views.push(view.clone());
        "views-saved"
    };
    model.tell(Text::new(said).with("name", &view.name));
    show(model, view.id);
}

fn remove(model: &mut Model, id: ViewId) {
    let Some(view) = find(model, id).cloned() else { return };
    model.ask(Asker::Tab(Tab::Inbox), Job::RemoveView(id, model.now));
    model.workspace.views.retain(|known| known.id != id);
    model.tell(Text::new("views-removed").with("name", &view.name));
    if model.inbox.named == Some(id) {
        model.inbox.named = None;
        list::restart(model);
    }
}
