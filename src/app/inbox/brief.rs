//! The brief of a delegation: shown by a key, asked again; `way` lets it leave, `answer` takes what comes back.

mod answer;
mod way;

pub use answer::{paste, take as take_answer};
pub use way::{Way, next_way, way_of, wrote};

use super::super::brief::{Told, feedback};
use super::super::command::Reason;
use super::super::dialog::{Dialog, Prompt, Sheet, Then as Chosen};
use super::super::effect::{BriefWork, Desktop, Job, Ticket};
use super::super::event::Asked;
use super::super::model::{Asker, Model, Tab};
use super::{list, outcome, snooze, sweep};
use crate::domain::contact::Contact;
use crate::domain::query::View;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BriefId, ContactId, MessageId};
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Lets what is shown leave this way.
    Leave(Way),
    /// Puts a word for the author into the composer.
    Acknowledge,
    /// Begins the answer with what the contact said.
    UseAnswer,
    /// Asks what is asked of the contact.
    AskWhat,
    /// Takes what is asked.
    What,
    /// Shows the text that asks again.
    Chase,
    /// Asks for what the contact answered.
    Answer,
    /// Waits for the contact until then.
    Postpone(Moment),
}

/// Which text a sheet shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Request,
    Chaser,
}

/// What is done with briefs once they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    HandOut,
    Show,
}

/// The briefs at hand.
#[derive(Debug, Default)]
pub struct Desk {
    /// The messages delegated last: `D` shows their brief wherever the cursor went.
    last: Vec<MessageId>,
    /// The delegation being written: its brief leaves once it is.
    expected: Vec<MessageId>,
    wanted: Option<(Ticket, Purpose)>,
    shown: Vec<Asked>,
    kind: Kind,
    /// The answer being noted: its message is shown once it is.
    noted: Option<MessageId>,
}

/// Whether there is a brief to show.
pub fn has_brief(model: &Model) -> Result<(), Reason> {
    if subjects(model).is_empty() { Err(Text::new("brief-none")) } else { Ok(()) }
}

/// The messages whose brief `D` shows: those marked, else the one under the cursor if somebody was asked about it,
/// else those delegated last.
fn subjects(model: &Model) -> Vec<MessageId> {
    let inbox = &model.inbox;
    if !inbox.marks.is_empty() {
        return inbox.marks.iter().copied().collect();
    }
    let current = list::current(model);
    let here = inbox.opened.as_ref().filter(|opened| Some(opened.message.id) == current && !opened.briefs.is_empty());
    here.map_or_else(|| inbox.brief.last.clone(), |opened| vec![opened.message.id])
}

/// Shows the brief.
pub fn show(model: &mut Model) {
    let messages = subjects(model);
    model.inbox.brief.kind = Kind::Request;
    ask(model, messages, Purpose::Show);
}

fn ask(model: &mut Model, messages: Vec<MessageId>, purpose: Purpose) {
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Brief(BriefWork::Read(messages)));
    model.inbox.brief.wanted = Some((ticket, purpose));
}

/// A delegation is being written: its brief leaves once it is.
pub fn expect(model: &mut Model, messages: &[MessageId]) {
    model.inbox.brief.expected = messages.to_vec();
    model.inbox.brief.last = messages.to_vec();
}

/// Outcomes are written.
pub fn decided(model: &mut Model, messages: &[MessageId]) {
    let desk = &mut model.inbox.brief;
    if !desk.expected.is_empty() && desk.expected == messages {
        desk.expected.clear();
        ask(model, messages.to_vec(), Purpose::HandOut);
    } else if let Some(message) = desk.noted.take_if(|message| messages == [*message])
        && sweep::current(model).is_none()
    {
        model.inbox.view = View::Open;
        list::return_to(model, message);
    }
}

/// Takes the briefs that were read.
pub fn take(model: &mut Model, ticket: Ticket, asked: Vec<Asked>) {
    let Some((_, purpose)) = model.inbox.brief.wanted.take_if(|(wanted, _)| *wanted == ticket) else { return };
    let mut contacts: Vec<ContactId> = asked.iter().map(|asked| asked.brief.contact).collect();
    contacts.dedup();
    if asked.is_empty() {
        return model.hint(Text::new("brief-none"));
    }
    if contacts.len() > 1 {
        return model.hint(Text::new("brief-several-contacts"));
    }
    model.inbox.brief.shown = asked;
    match purpose {
        Purpose::Show => model.dialog = Some(Dialog::Sheet(sheet(model))),
        Purpose::HandOut => {
            let way = contact(model).map_or(Way::Copy, |contact| way_of(model, contact.id));
            way::leave(model, way);
        }
    }
}

/// The contact of what is shown.
fn contact(model: &Model) -> Option<&Contact> {
    let id = model.inbox.brief.shown.first()?.brief.contact;
    model.workspace.contacts.iter().find(|contact| contact.id == id)
}

fn name(model: &Model) -> SafeText {
    contact(model).map(|contact| contact.name.clone()).unwrap_or_default()
}

/// Keeps a setting, here and in the file.
pub fn remember(model: &mut Model, setting: String, value: String) {
    model.workspace.settings.insert(setting.clone(), value.clone());
    model.asks.store(Job::SaveSetting(setting, value));
}

/// Says something of what is shown.
fn told(model: &Model, say: &dyn Fn(&Told<'_>) -> String) -> String {
    let desk = &model.inbox.brief;
    let brand = model.brand().map(|brand| brand.name.clone()).unwrap_or_default();
    say(&Told {
        voice: model.voice(),
        zone: model.zone(),
        brand: &brand,
        contact: contact(model),
        accounts: &model.workspace.accounts,
        asked: &desk.shown,
    })
}

/// The words of what is shown.
fn words(model: &Model) -> SafeText {
    match model.inbox.brief.kind {
        Kind::Request => told(model, &|told| told.request().to_string()).into(),
        Kind::Chaser => told(model, &|told| told.chaser(model.now).to_string()).into(),
    }
}

/// What is shown, and what can be done with it.
fn sheet(model: &Model) -> Sheet {
    let desk = &model.inbox.brief;
    let then = |then| Chosen::Inbox(super::Then::Brief(then));
    let single = if let [one] = desk.shown.as_slice() { Some(one) } else { None };
    let answered = single.filter(|one| !one.brief.waits());
    let title = if desk.kind == Kind::Chaser { "brief-chaser-title" } else { "brief-title" };
    let mut text = words(model);
    if let Some(one) = answered {
        let said = Text::new("brief-answered").with("name", name(model)).with("text", &one.brief.answer);
        text = SafeText::clean(&format!("{}\n\n{text}", model.voice().say(&said)));
    }
    let mail = match contact(model) {
        Some(contact) if !contact.email.is_blank() => Ok(then(Then::Leave(Way::Mail))),
        _ => Err(Text::new("brief-no-address").with("name", name(model))),
    };
    let to = contact(model).map(|contact| contact.email.clone()).unwrap_or_default();
    let mut sheet = Sheet::new(Text::new(title).with("name", name(model)), text);
    if answered.is_some() {
        sheet = sheet.item('r', Text::new("brief-use-answer"), Ok(then(Then::UseAnswer)));
    }
    sheet = sheet
        .item('c', Text::new("brief-copy"), Ok(then(Then::Leave(Way::Copy))))
        .item('m', Text::new("brief-mail").with("address", to), mail)
        .item('x', Text::new("brief-save"), Ok(then(Then::Leave(Way::File))));
    if answered.is_some() || desk.kind == Kind::Chaser {
        return sheet;
    }
    if single.is_some() {
        sheet = sheet.item('r', Text::new("brief-acknowledge-it"), Ok(then(Then::Acknowledge)));
    }
    sheet = sheet.item('q', Text::new("brief-ask-what"), Ok(then(Then::AskWhat)));
    sheet = sheet.item('l', Text::new("brief-chase").with("name", name(model)), Ok(then(Then::Chase)));
    if single.is_some() {
        sheet = sheet.item('p', Text::new("brief-paste").with("name", name(model)), Ok(then(Then::Answer)));
    }
    sheet
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    model.dialog = None;
    match *then {
        Then::Leave(way) => {
            way::leave(model, way);
            if model.inbox.brief.kind == Kind::Chaser {
                chased(model);
            }
        }
        Then::Acknowledge => answer::acknowledge(model),
        Then::UseAnswer => answer::use_answer(model),
        Then::AskWhat => {
            let start = model.inbox.brief.shown.first().map(|asked| asked.brief.asked.clone()).unwrap_or_default();
            let prompt = Prompt::new(Text::new("brief-what-title"), start.as_str(), Chosen::Inbox(super::Then::Brief(Then::What)));
            model.dialog = Some(Dialog::Prompt(prompt.help(Text::new("brief-what-help"))));
        }
        Then::What => {
            let text = SafeText::line(typed);
            let briefs = ids(model);
            model.asks.store(Job::Brief(BriefWork::Ask(briefs, text.clone(), model.now)));
            for asked in &mut model.inbox.brief.shown {
                asked.brief.asked = text.clone();
            }
            model.dialog = Some(Dialog::Sheet(sheet(model)));
        }
        Then::Chase => {
            model.inbox.brief.kind = Kind::Chaser;
            model.dialog = Some(Dialog::Sheet(sheet(model)));
        }
        Then::Answer => answer::ask(model, &SafeText::EMPTY),
        Then::Postpone(due) => postpone(model, due),
    }
}

fn ids(model: &Model) -> Vec<BriefId> {
    model.inbox.brief.shown.iter().map(|asked| asked.brief.id).collect()
}

/// The contact was asked again: notes it, and asks until when to wait now.
fn chased(model: &mut Model) {
    let work = BriefWork::Chase { briefs: ids(model), due: None, sweep: None, at: model.now };
    model.ask(Asker::Tab(Tab::Inbox), Job::Brief(work));
    let title = Text::new("brief-postpone-title").with("name", name(model));
    let menu = snooze::instant_menu(model, title, |due| super::Then::Brief(Then::Postpone(due)));
    model.dialog = Some(Dialog::Menu(menu));
}

fn postpone(model: &mut Model, due: Moment) {
    let messages: Vec<MessageId> = model.inbox.brief.shown.iter().map(|asked| asked.message.id).collect();
    let work = BriefWork::Chase { briefs: ids(model), due: Some(due), sweep: sweep::current(model), at: model.now };
    model.ask(Asker::Tab(Tab::Inbox), Job::Brief(work));
    outcome::move_on(model, &messages, Text::new("brief-postponed").with("name", name(model)));
}

/// Passes a feedback on: its words go to the clipboard.
pub fn pass_on(model: &mut Model, to: Option<ContactId>, text: &SafeText, url: Option<&SafeText>) {
    let contact = model.workspace.contacts.iter().find(|contact| Some(contact.id) == to);
    let words = feedback(model.voice(), contact, text, url);
    model.asks.desktop(Desktop::Copy(words));
}
