//! The labels of the brand themselves: what they are used for, their messages, another name, taken away.
//!
//! `label` puts them on messages.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label as Said, Menu, Prompt, Then as Chosen};
use super::super::effect::{Job, LabelWork, Ticket};
use super::super::field::Field;
use super::super::model::{Asker, Model, Tab};
use super::super::proposing;
use super::{list, nonsense, not_sweeping};
use crate::domain::LabelId;
use crate::domain::fold::fold;
use crate::domain::label::{Label, LabelUse, is_asked_for, name_of};
use crate::domain::query::{Term, View};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// From how many messages on removing a label asks first.
const MANY: u32 = 6;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Lists the labels of the brand.
    Manage,
    /// Asks what to do with a label.
    Ask(LabelUse),
    /// Lists the messages that bear it.
    Show(LabelId),
    /// Asks for its new name.
    Rename(LabelUse),
    /// Gives it the name typed.
    Renamed(LabelUse),
    /// Asks before it is taken off many messages.
    Sure(LabelUse),
    /// Takes it away.
    Remove(LabelUse),
}

const fn then(then: Then) -> Chosen {
    Chosen::Inbox(super::Then::Labels(then))
}

/// Whether the brand has a label.
pub fn has_any(model: &Model) -> Result<(), Reason> {
    if model.labels().next().is_none() { Err(Text::new("labels-none")) } else { Ok(()) }
}

/// Asks what the labels are used for; they are listed once that is counted.
pub fn manage(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    if let Err(none) = has_any(model) {
        return model.hint(none);
    }
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Labels(LabelWork::Uses(brand)));
    model.inbox.labels_asked = Some(ticket);
}

/// Lists the labels with what they are used for.
pub fn take(model: &mut Model, ticket: Ticket, uses: &[LabelUse]) {
    if model.inbox.labels_asked.take_if(|asked| *asked == ticket).is_none() {
        return;
    }
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let menu = uses.iter().zip(keys).fold(Menu::new(Text::new("labels-list-title")), |menu, (used, key)| {
        let Some(label) = find(model, used.label) else { return menu };
        let text = Text::new("labels-list-line").with("name", &label.name).count("count", used.messages);
        menu.item(key, Said::Text(text), Ok(then(Then::Ask(*used))))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

fn find(model: &Model, id: LabelId) -> Option<&Label> {
    model.labels().find(|label| label.id == id)
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: Then, typed: &str) {
    match chosen {
        Then::Manage => manage(model),
        Then::Ask(used) => ask(model, used),
        Then::Show(id) => show(model, id),
        Then::Rename(used) => {
            let name = find(model, used.label).map(|label| label.name.to_string()).unwrap_or_default();
            let prompt = Prompt::new(Text::new("labels-rename-title"), &name, then(Then::Renamed(used)));
            model.dialog = Some(Dialog::Prompt(prompt.help(Text::new("labels-rename-help"))));
        }
        Then::Renamed(used) => rename(model, used, typed),
        Then::Sure(used) => ask_sure(model, used),
        Then::Remove(used) => remove(model, used),
    }
}

/// What a label is used for, as it is told before anything is done with it.
fn told(used: LabelUse) -> Text {
    Text::new("labels-used").count("messages", used.messages).count("rules", used.rules).count("views", used.views)
}

fn ask(model: &mut Model, used: LabelUse) {
    let Some(label) = find(model, used.label) else { return };
    let about = SafeText::line(&model.voice().say(&told(used)));
    let remove = if used.messages < MANY { Then::Remove(used) } else { Then::Sure(used) };
    let menu = Menu::new(Text::new("labels-ask-title").with("name", &label.name))
        .about(&about)
        .item(Some('o'), Said::Text(Text::new("labels-show").count("count", used.messages)), Ok(then(Then::Show(used.label))))
        .item(Some('r'), Said::Text(Text::new("labels-rename")), Ok(then(Then::Rename(used))))
        .item(Some('x'), Said::Text(Text::new("labels-remove").count("count", used.messages)), Ok(then(remove)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Lists the messages of a label, whatever became of them.
fn show(model: &mut Model, id: LabelId) {
    let Some(name) = find(model, id).map(|label| label.name.clone()) else { return };
    if let Err(reason) = not_sweeping(model) {
        return model.hint(reason);
    }
    model.tab = Tab::Inbox;
    model.inbox.view = View::All;
    model.inbox.named = None;
    model.inbox.filter = Field::line(&nonsense::typed(Term::Label, model.lang, name.as_str()));
    model.inbox.filtering = false;
    model.inbox.marks.clear();
    list::restart(model);
}

fn rename(model: &mut Model, used: LabelUse, typed: &str) {
    let id = used.label;
    let Some(old) = find(model, id).cloned() else { return };
    let taken = |name: &SafeText| model.labels().any(|label| label.id != id && fold(label.name.as_str()) == fold(name.as_str()));
    let wrong = match name_of(typed) {
        None => Text::new("labels-blank"),
        Some(name) if taken(&name) => Text::new("labels-taken").with("name", name),
        Some(name) => {
            model.dialog = None;
            model.ask(Asker::Tab(Tab::Inbox), Job::Labels(LabelWork::Rename(id, name.clone(), model.now)));
            if used.rules > 0 {
                // What they proposed bears the former name.
                proposing::begin(model, old.brand);
            }
            follow(model, &old, &name);
            model.tell(Text::new("labels-renamed").with("old", &old.name).with("new", &name));
            return;
        }
    };
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(wrong);
    }
}

/// A filter that looks for a label follows its new name.
fn follow(model: &mut Model, old: &Label, name: &SafeText) {
    model.inbox.learns = true;
    let filter = crate::domain::label::renamed_in(model.inbox.filter.text(), old.name.as_str(), name.as_str());
    if let Some(filter) = filter {
        model.inbox.filter = Field::line(&filter);
    }
}

fn ask_sure(model: &mut Model, used: LabelUse) {
    let Some(label) = find(model, used.label) else { return };
    let menu = Menu::new(Text::new("labels-sure-title").with("name", &label.name).count("count", used.messages))
        .about(&SafeText::line(&model.voice().say(&told(used))))
        .item(Some('n'), Said::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close))
        .item(Some('x'), Said::Text(Text::new("labels-remove").count("count", used.messages)), Ok(then(Then::Remove(used))));
    model.dialog = Some(Dialog::Menu(menu));
}

fn remove(model: &mut Model, used: LabelUse) {
    let Some(label) = find(model, used.label).cloned() else { return };
    model.ask(Asker::Tab(Tab::Inbox), Job::Labels(LabelWork::Remove(label.id, model.now)));
    model.inbox.learns = true;
    // A filter for it would find nothing, and say that there is no such label.
    if is_asked_for(model.inbox.filter.text(), label.name.as_str()) {
        model.inbox.filter = Field::line("");
    }
    let told = Text::new("labels-removed").with("name", &label.name).count("count", used.messages);
    model.tell(if used.rules == 0 { told } else { Text::new("labels-removed-rules").and("what", told).count("rules", used.rules) });
}
