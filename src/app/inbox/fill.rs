//! The forms of the inbox: which there are, and who takes each when it is done.

use super::super::dialog::{Dialog, Form};
use super::super::model::Model;
use super::super::{notebook, unfinished};
use super::{brief, by_hand, keeping};
use crate::domain::account::Network;
use crate::domain::text::SafeText;
use crate::domain::{BriefId, MessageId};
use crate::lang::Text;

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled {
    /// A message is logged by hand.
    Log,
    /// What a contact answered: to which brief, about which message, and who.
    Answer(BriefId, MessageId, SafeText),
    /// A message is kept as a win.
    Win(MessageId),
    /// A feedback is passed on.
    Feedback(MessageId),
    /// An account of this network is connected.
    Connect(Network),
}

/// Under which name a form is kept while it is unfinished: the file finds by it what is about an erased person.
fn name_of(model: &Model, then: &Filled) -> String {
    match then {
        Filled::Log => format!("log-{}", model.brand.map(|brand| brand.to_string()).unwrap_or_default()),
        Filled::Answer(brief, ..) => format!("answer-{brief}"),
        Filled::Win(message) => format!("win-{message}"),
        Filled::Feedback(message) => format!("feedback-{message}"),
        Filled::Connect(network) => format!("connect-{}", network.code()),
    }
}

/// Opens a form as it was left the last time.
pub fn open(model: &mut Model, form: Form) {
    let name = name_of(model, &form.then);
    let form = form.again(unfinished::begun(model, &name));
    model.dialog = Some(Dialog::Form(Box::new(form)));
}

/// Takes a form that is done.
pub fn take_form(model: &mut Model, form: Box<Form>) {
    let name = name_of(model, &form.then);
    match form.then {
        Filled::Log => by_hand::take(model, form),
        Filled::Answer(..) => brief::take_answer(model, form),
        Filled::Win(_) | Filled::Feedback(_) => keeping::take(model, form),
        Filled::Connect(_) => return notebook::take_form(model, form),
    }
    // One that was refused stands there again.
    if !matches!(model.dialog, Some(Dialog::Form(_))) {
        unfinished::forget(model, &name);
    }
}

/// Leaves a form: what was begun is kept for the next time.
pub fn leave_form(model: &mut Model, form: &Form) {
    if matches!(form.then, Filled::Connect(_)) {
        return notebook::leave_form(model, form);
    }
    if keep(model, form) {
        model.tell(Text::new(if form.then == Filled::Log { "hand-kept" } else { "keep-form-kept" }));
    }
}

/// Keeps what was begun in a form. Gives whether something was.
pub fn keep(model: &mut Model, form: &Form) -> bool {
    let name = name_of(model, &form.then);
    let begun = form.begun();
    let is_begun = begun.is_some();
    match begun {
        Some(begun) => unfinished::keep(model, &name, begun),
        None => unfinished::forget(model, &name),
    }
    is_begun
}

/// Keeps the form that is open: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let form = match &model.dialog {
        Some(Dialog::Form(form)) => Some(form.clone()),
        _ => by_hand::aside(model),
    };
    // What connects an account holds a secret: nothing of it is written.
    if let Some(form) = form.filter(|form| !matches!(form.then, Filled::Connect(_))) {
        keep(model, &form);
    }
}

/// A form was taken by another way than its own.
pub fn taken(model: &mut Model, then: &Filled) {
    let name = name_of(model, then);
    unfinished::forget(model, &name);
}

/// Something was pasted into a form.
pub fn pasted(model: &mut Model, text: &SafeText) {
    if matches!(&model.dialog, Some(Dialog::Form(form)) if form.then == Filled::Log) {
        by_hand::pasted(model, text);
    }
}
