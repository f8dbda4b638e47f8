//! The forms of the inbox: which there are, and who takes each when it is done.

use super::super::dialog::{Dialog, Form};
use super::super::model::Model;
use super::{brief, by_hand, keeping};
use crate::domain::text::SafeText;
use crate::domain::{BriefId, MessageId};

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
}

/// Takes a form that is done.
pub fn take_form(model: &mut Model, form: Box<Form>) {
    match form.then {
        Filled::Log => by_hand::take(model, form),
        Filled::Answer(..) => brief::take_answer(model, form),
        Filled::Win(_) | Filled::Feedback(_) => keeping::take(model, form),
    }
}

/// Leaves a form: a message that was begun is kept for the next time.
pub fn leave_form(model: &mut Model, form: Box<Form>) {
    match form.then {
        Filled::Log => by_hand::leave(model, form),
        Filled::Answer(..) | Filled::Win(_) | Filled::Feedback(_) => {}
    }
}

/// Something was pasted into a form.
pub fn pasted(model: &mut Model, text: &SafeText) {
    if matches!(&model.dialog, Some(Dialog::Form(form)) if form.then == Filled::Log) {
        by_hand::pasted(model, text);
    }
}
