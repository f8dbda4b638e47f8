//! What a contact answered: noted, and put into the composer; until then, a word for the author who waits.

use super::super::{Filled, composer, fill, list};
use super::name;
use crate::app::brief::acknowledgement;
use crate::app::dialog::{Dialog, Form};
use crate::app::effect::{BriefWork, Job};
use crate::app::event::Asked;
use crate::app::model::{Asker, Model, Tab};
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// Asks for what the contact answered; what was pasted stands there, behind what was begun before.
pub(super) fn ask(model: &mut Model, start: &SafeText) {
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
    ask(model, text);
    true
}

/// Takes what the contact answered: the message is open again, and is shown.
pub fn take(model: &mut Model, mut form: Box<Form>) {
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

/// Begins the answer with what the contact said.
pub(super) fn use_answer(model: &mut Model) {
    let Some(one) = model.inbox.brief.shown.first() else { return };
    composer::open_on(model, one.message.id, &one.brief.answer.clone(), false);
}

/// Puts a word for the author into the composer: the message stays delegated when it is sent.
pub(super) fn acknowledge(model: &mut Model) {
    let Some(one) = model.inbox.brief.shown.first() else { return };
    let text = acknowledgement(model.voice(), model.zone(), &one.message, one.brief.due);
    composer::open_on(model, one.message.id, &text, true);
}
