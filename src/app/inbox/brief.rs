//! The brief of a delegation: shown, copied, mailed or written to a file by a key; chased; answered.
//!
//! A delegation takes three keys, and its brief leaves the way that was last chosen for its contact: onto the
//! clipboard, until another one is. Nothing of it is sent by itself.

use super::super::brief::{Told, acknowledgement, feedback};
use super::super::command::Reason;
use super::super::dialog::{Dialog, Form, Prompt, Sheet, Then as Chosen};
use super::super::effect::{BriefWork, Desktop, Job, Ticket};
use super::super::event::Asked;
use super::super::model::{Asker, Model, Tab};
use super::{Filled, composer, fill, list, outcome, snooze, sweep};
use crate::domain::brief::mailto;
use crate::domain::coded;
use crate::domain::contact::Contact;
use crate::domain::message::MessageState;
use crate::domain::query::View;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BriefId, ContactId, MessageId};
use crate::lang::Text;

coded! {
    /// How the brief of a delegation leaves.
    Way {
        /// Onto the clipboard.
        Copy = "copy",
        /// Into a new mail.
        Mail = "mail",
        /// Into a file.
        File = "file",
        /// Not by itself: `D` shows it.
        Later = "later",
    }
}

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
            leave(model, way);
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

/// The setting that remembers how briefs reach a contact.
fn way_setting(contact: ContactId) -> String {
    format!("brief-way-{contact}")
}

/// How briefs reach a contact.
#[must_use]
pub fn way_of(model: &Model, contact: ContactId) -> Way {
    model.workspace.settings.get(&way_setting(contact)).and_then(|code| Way::from_code(code)).unwrap_or(Way::Copy)
}

/// Remembers the next way for a contact.
pub fn next_way(model: &mut Model, contact: ContactId) {
    let at = Way::ALL.iter().position(|way| *way == way_of(model, contact)).unwrap_or(0);
    let next = Way::ALL[(at + 1) % Way::ALL.len()];
    remember(model, way_setting(contact), next.code().to_owned());
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
            leave(model, way);
            if model.inbox.brief.kind == Kind::Chaser {
                chased(model);
            }
        }
        Then::Acknowledge => acknowledge(model),
        Then::UseAnswer => use_answer(model),
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
        Then::Answer => ask_answer(model, &SafeText::EMPTY),
        Then::Postpone(due) => postpone(model, due),
    }
}

fn ids(model: &Model) -> Vec<BriefId> {
    model.inbox.brief.shown.iter().map(|asked| asked.brief.id).collect()
}

/// Lets the words leave.
fn leave(model: &mut Model, way: Way) {
    let (text, to) = (words(model), name(model));
    match way {
        Way::Copy => {
            model.asks.desktop(Desktop::Copy(text));
            model.tell(Text::new("brief-copied").with("name", to));
        }
        Way::Mail => mail(model, text),
        Way::File => {
            let name = SafeText::line(&told(model, &|told| told.file_name().to_string()));
            model.asks.desktop(Desktop::WriteBrief { name, text });
        }
        Way::Later => model.tell(Text::new("brief-later").with("name", to)),
    }
}

/// Opens a new mail. A text too long for an address is copied, and the mail says so.
fn mail(model: &mut Model, text: SafeText) {
    let address = contact(model).map(|contact| contact.email.clone()).unwrap_or_default();
    if address.is_blank() {
        model.asks.desktop(Desktop::Copy(text));
        return model.tell(Text::new("brief-no-address-copied").with("name", name(model)));
    }
    let subject = told(model, &|told| told.subject().to_string());
    if let Some(url) = mailto(address.as_str(), &subject, text.as_str()) {
        model.asks.desktop(Desktop::Mail(SafeText::line(&url)));
        return model.tell(Text::new("brief-mailed").with("name", name(model)));
    }
    model.asks.desktop(Desktop::Copy(text));
    let short = model.voice().t("brief-mail-too-long");
    if let Some(url) = mailto(address.as_str(), &subject, &short) {
        model.asks.desktop(Desktop::Mail(SafeText::line(&url)));
    }
    model.tell(Text::new("brief-mailed-copied").with("name", name(model)));
}

/// A brief was written to a file, or could not be.
pub fn wrote(model: &mut Model, result: Result<SafeText, SafeText>) {
    match result {
        Ok(path) => model.tell(Text::new("brief-saved").with("path", path)),
        Err(why) => model.warn(Text::new("brief-not-saved").with("why", why), Text::new("brief-not-saved-do")),
    }
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

/// Puts a word for the author into the composer: the message stays delegated when it is sent.
fn acknowledge(model: &mut Model) {
    let Some(one) = model.inbox.brief.shown.first() else { return };
    let text = acknowledgement(model.voice(), model.zone(), &one.message, one.brief.due);
    composer::open_on(model, one.message.id, &text, true);
}

/// Begins the answer with what the contact said.
fn use_answer(model: &mut Model) {
    let Some(one) = model.inbox.brief.shown.first() else { return };
    composer::open_on(model, one.message.id, &one.brief.answer.clone(), false);
}

/// Asks for what the contact answered; what was pasted stands there, behind what was begun before.
fn ask_answer(model: &mut Model, start: &SafeText) {
    let Some(one) = model.inbox.brief.shown.first() else { return };
    let then = Filled::Answer(one.brief.id, one.message.id, name(model));
    let form = Form::new(Text::new("brief-answer-title").with("name", name(model)), Text::new("brief-answer-help"), then);
    fill::open(model, form.lines("brief-answer-words", ""));
    if let Some(Dialog::Form(form)) = model.dialog.as_mut().filter(|_| !start.is_blank()) {
        form.paste(start);
    }
}

/// A paste over a message whose contact is waited for is their answer. Gives whether it is.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let current = list::current(model);
    let Some(opened) = model.inbox.opened.as_ref().filter(|opened| Some(opened.message.id) == current) else { return false };
    let waits = matches!(opened.message.state, MessageState::Open | MessageState::Delegated { .. });
    let Some(brief) = opened.briefs.last().filter(|brief| brief.waits() && waits).cloned() else { return false };
    model.inbox.brief.shown = vec![Asked { brief, message: opened.message.clone() }];
    ask_answer(model, text);
    true
}

/// Takes what the contact answered: the message is open again, and is shown.
pub fn take_answer(model: &mut Model, mut form: Box<Form>) {
    let Filled::Answer(brief, message, ref name) = form.then else { return };
    let text = SafeText::clean(form.text(0).trim());
    if text.is_blank() {
        form.refuse(0, Text::new("brief-answer-empty"));
        model.dialog = Some(Dialog::Form(form));
        return;
    }
    model.tell(Text::new("brief-answer-kept").with("name", name));
    model.inbox.brief.noted = Some(message);
    model.inbox.brief.last = vec![message];
    model.ask(Asker::Tab(Tab::Inbox), Job::Brief(BriefWork::Answer { brief, text, at: model.now }));
}

/// Passes a feedback on: its words go to the clipboard.
pub fn pass_on(model: &mut Model, to: Option<ContactId>, text: &SafeText, url: Option<&SafeText>) {
    let contact = model.workspace.contacts.iter().find(|contact| Some(contact.id) == to);
    let words = feedback(model.voice(), contact, text, url);
    model.asks.desktop(Desktop::Copy(words));
}
