//! Labels: words of the brand on the message under the cursor, or on all that are marked.

use super::super::dialog::{Dialog, Prompt, Then as Chosen};
use super::super::effect::{Job, Labelling};
use super::super::model::{Asker, Model, Tab};
use super::outcome::{Decision, decide, targets};
use crate::domain::MessageId;
use crate::domain::fold::fold;
use crate::domain::label::name_of;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Asks for labels.
    Ask,
    /// Puts on those typed, or takes off those that are on already.
    Typed,
}

/// Asks for labels; Tab completes a word with one of the brand's.
pub fn ask(model: &mut Model) {
    let offers: Vec<SafeText> = model.labels().map(|label| label.name.clone()).collect();
    let on = shared(model, &targets(model));
    let help = if on.is_empty() {
        Text::new("labels-help")
    } else {
        let names: Vec<&str> = on.iter().map(SafeText::as_str).collect();
        Text::new("labels-help-on").with("labels", names.join(", "))
    };
    let then = Chosen::Inbox(super::Then::Label(Then::Typed));
    let prompt = Prompt::new(Text::new("labels-title"), "", then).help(help).offering(offers);
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// The labels that every one of the messages bears, as far as the list shows them.
fn shared(model: &Model, messages: &[MessageId]) -> Vec<SafeText> {
    let rows = &model.inbox.rows;
    let of = |id: &MessageId| rows.iter().find(|row| row.message.id == *id).map(|row| row.message.labels.as_slice()).unwrap_or_default();
    let Some((first, rest)) = messages.split_first() else { return Vec::new() };
    of(first).iter().filter(|name| rest.iter().all(|id| of(id).contains(name))).cloned().collect()
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: &Then, typed: &str) {
    match then {
        Then::Ask => ask(model),
        Then::Typed => label(model, typed),
    }
}

fn label(model: &mut Model, typed: &str) {
    let messages = targets(model);
    let on = shared(model, &messages);
    let is_on = |name: &SafeText| on.iter().any(|known| fold(known.as_str()) == fold(name.as_str()));
    let (mut put, mut take) = (Vec::new(), Vec::new());
    for word in typed.split(',') {
        let off = word.trim_start().starts_with(['-', '−']);
        let Some(name) = name_of(word.trim_start().trim_start_matches('−')) else { continue };
        if off || is_on(&name) { take.push(name) } else { put.push(name) }
    }
    if put.is_empty() && take.is_empty() {
        if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
            prompt.wrong = Some(Text::new("labels-blank"));
        }
        return;
    }
    model.dialog = None;
    decide(model, Decision::Label(put, take));
}

/// Puts labels on messages and takes others off.
pub fn put(model: &mut Model, messages: Vec<MessageId>, put: Vec<SafeText>, take: Vec<SafeText>) {
    let known = |name: &SafeText| model.labels().any(|label| fold(label.name.as_str()) == fold(name.as_str()));
    model.inbox.learns = !put.iter().all(known);
    let signed = |sign: &str, names: &[SafeText]| names.iter().map(|name| format!("{sign}{name}")).collect::<Vec<_>>();
    let what = [signed("+", &put), signed("−", &take)].concat().join(" ");
    let told = Text::new("labels-told").count("count", messages.len()).with("what", what);
    let job = Job::Label(Labelling { messages, put, take, at: model.now });
    model.ask(Asker::Tab(Tab::Inbox), job);
    model.inbox.marks.clear();
    model.tell(told);
}

/// Labels are written: reads the words of the brand again if there are new ones.
pub fn learn(model: &mut Model) {
    if std::mem::take(&mut model.inbox.learns) {
        model.ask(Asker::Shell, Job::Load);
    }
}
