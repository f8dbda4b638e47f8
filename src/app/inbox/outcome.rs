//! Outcomes: one key, then the next message; the same keys on all marked.

use super::super::command::{Command as Any, Reason};
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{Classify, Job};
use super::super::model::{Asker, Model, Tab};
use super::{
    brief, by_hand, class, composer, delegation, label, labels, list, moderation, person, proposal, replies, share, snooze, sweep, views,
};
use crate::domain::MessageId;
use crate::domain::account::{Ability, Lack};
use crate::domain::message::{MessageState, Visibility};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// Something decided, that `.` repeats.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// An outcome.
    State(MessageState),
    /// A delegation, with what is asked.
    Delegation(MessageState, SafeText),
    /// A type or tone.
    Class(Classify),
    /// Labels put on, and labels taken off.
    Label(Vec<SafeText>, Vec<SafeText>),
    /// What is proposed is taken (`true`) or left.
    Settle(bool),
    /// A moderation, with the rule quoted.
    Moderation(moderation::Measure, SafeText),
}

/// From how many messages on a key asks before it decides for all of them.
pub const MANY: usize = 6;

/// What a choice or a typed line does in the inbox.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Decides.
    Decide(Decision),
    /// Decides for many messages, now that the CM said so.
    DecideAll(Decision),
    /// Goes on with a delegation.
    Delegate(delegation::Then),
    /// Goes on with a moderation.
    Moderate(moderation::Then),
    /// Shares.
    Share(share::Then),
    /// Goes on with a brief.
    Brief(brief::Then),
    /// Goes on with a message logged by hand.
    Log(by_hand::Then),
    /// Goes on with the card of a person.
    Person(person::Then),
    /// Goes on with a snooze.
    Snooze(snooze::Then),
    /// Goes on with labels.
    Label(label::Then),
    /// Goes on with the labels of the brand.
    Labels(labels::Then),
    /// Goes on with a saved view.
    View(views::Then),
    /// The CM sent the answer by hand.
    SentByHand,
    /// Fills in the first of these placeholders, and asks for the rest.
    Fill(Vec<SafeText>),
}

/// The messages that an act is for: those marked, else the one under the cursor.
#[must_use]
pub fn targets(model: &Model) -> Vec<MessageId> {
    if model.inbox.marks.is_empty() { list::current(model).into_iter().collect() } else { model.inbox.marks.iter().copied().collect() }
}

/// Whether there is a message to act on.
pub fn has_target(model: &Model) -> Result<(), Reason> {
    if targets(model).is_empty() { Err(Text::new("inbox-no-message")) } else { Ok(()) }
}

/// Whether the message under the cursor was read from the file.
pub fn has_opened(model: &Model) -> Result<(), Reason> {
    let opened = model.inbox.opened.as_ref().map(|opened| opened.message.id);
    if opened.is_some() && opened == list::current(model) { Ok(()) } else { Err(Text::new("inbox-no-message")) }
}

/// Whether there is a message under the cursor.
pub fn has_subject(model: &Model) -> Result<(), Reason> {
    list::subject(model).map(|_| ()).ok_or_else(|| Text::new("inbox-no-message"))
}

/// Whether the message can be answered here, or by hand.
pub fn can_reply(model: &Model) -> Result<(), Reason> {
    has_subject(model)?;
    match check(model, Ability::Reply) {
        Ok(()) | Err(Lack::Manual) => {}
        Err(lack) => return Err(reason(model, lack)),
    }
    let is_direct = list::subject(model).is_some_and(|message| message.visibility == Visibility::Direct);
    match check(model, Ability::Direct) {
        Err(lack @ Lack::Server(_)) if is_direct => Err(reason(model, lack)),
        _ => Ok(()),
    }
}

/// Whether the message can be liked.
pub fn can_like(model: &Model) -> Result<(), Reason> {
    has_subject(model)?;
    check(model, Ability::Like).map_err(|lack| reason(model, lack))
}

/// Whether there is somebody to delegate to.
pub fn can_delegate(model: &Model) -> Result<(), Reason> {
    has_target(model)?;
    if model.contacts().next().is_none() { Err(Text::new("inbox-no-contact")) } else { Ok(()) }
}

/// Whether the message has an outcome that can be taken away.
pub fn can_reopen(model: &Model) -> Result<(), Reason> {
    has_subject(model)?;
    let is_open = list::subject(model).is_some_and(|message| message.state.is_open());
    if is_open { Err(Text::new("inbox-already-open")) } else { Ok(()) }
}

/// Whether there is something to repeat.
pub fn can_repeat(model: &Model) -> Result<(), Reason> {
    has_target(model)?;
    model.inbox.last.as_ref().map(|_| ()).ok_or_else(|| Text::new("inbox-nothing-to-repeat"))
}

/// Whether the place of the message on the web is known.
pub fn has_url(model: &Model) -> Result<(), Reason> {
    has_subject(model)?;
    let url = list::subject(model).and_then(|message| message.url.as_ref());
    url.map(|_| ()).ok_or_else(|| Text::new("inbox-no-url"))
}

/// Whether there is an account to log a message on.
pub fn can_log(model: &Model) -> Result<(), Reason> {
    if model.accounts().next().is_none() { Err(Text::new("shell-no-account")) } else { Ok(()) }
}

/// Whether the account of the message can do something.
pub fn check(model: &Model, ability: Ability) -> Result<(), Lack> {
    let account = list::subject(model).and_then(|message| model.account(message.account));
    account.map_or(Err(Lack::Manual), |account| account.check(ability))
}

/// Why an account can't do something, as the person is told.
pub fn reason(model: &Model, lack: Lack) -> Reason {
    let account = list::subject(model).and_then(|message| model.account(message.account));
    let handle = account.map(|account| account.handle.clone()).unwrap_or_default();
    match lack {
        Lack::Manual => Text::new("lack-manual").with("account", handle),
        Lack::Expired => Text::new("lack-expired").with("account", handle),
        Lack::Server(ability) => Text::new("lack-server").with("account", handle).and("ability", Text::coded("ability", ability.code())),
    }
}

/// Decides for every target, and goes on to the next message; asks first where there are many.
pub fn decide(model: &mut Model, decision: Decision) {
    let count = targets(model).len();
    match &decision {
        Decision::State(state) | Decision::Delegation(state, _) if count >= MANY => {
            let what = Text::coded("bulk", state.name().code()).count("count", count);
            confirm(model, what, Text::new("confirm-yes"), &SafeText::EMPTY, Then::DecideAll(decision));
        }
        Decision::Moderation(measure, reason) => moderation::order(model, *measure, reason.clone()),
        Decision::State(_) | Decision::Delegation(..) | Decision::Class(_) | Decision::Label(..) | Decision::Settle(_) => {
            carry_out(model, decision);
        }
    }
}

/// Asks before something happens: the safe choice is first, and Enter takes it.
pub fn confirm(model: &mut Model, what: Text, yes: Text, about: &SafeText, then: Then) {
    let menu = Menu::new(what).about(about).item(Some('n'), Label::Text(Text::new("confirm-no")), Ok(Chosen::Close)).item(
        Some('y'),
        Label::Text(yes),
        Ok(Chosen::Inbox(then)),
    );
    model.dialog = Some(Dialog::Menu(menu));
}

/// Decides for every target.
fn carry_out(model: &mut Model, decision: Decision) {
    let messages = targets(model);
    if messages.is_empty() {
        return;
    }
    model.inbox.last = Some(decision.clone());
    match decision {
        Decision::State(state) => end(model, &messages, state, SafeText::EMPTY),
        Decision::Delegation(state, what) => {
            brief::expect(model, &messages);
            end(model, &messages, state, what);
        }
        Decision::Class(change) => class::classify(model, messages, change),
        Decision::Label(put, take) => label::put(model, messages, put, take),
        Decision::Settle(take) => proposal::settle(model, messages, take),
        Decision::Moderation(measure, reason) => moderation::carry_out(model, measure, reason),
    }
}

/// Gives messages an outcome, with a word for the journal.
fn end(model: &mut Model, messages: &[MessageId], state: MessageState, reason: SafeText) {
    sweep::write_seen(model);
    let sweep = sweep::current(model);
    let job = Job::Decide { messages: messages.to_vec(), state, at: model.now, sweep, reason };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), job);
    model.inbox.leaving.insert(ticket, messages.to_vec());
    let told = Text::coded("decided", state.name().code()).count("count", messages.len()).with("author", author(model, messages));
    move_on(model, messages, told);
}

/// Whom messages are of, for a line that tells about one of them.
pub fn author(model: &Model, messages: &[MessageId]) -> SafeText {
    let row = model.inbox.rows.iter().find(|row| messages.first() == Some(&row.message.id));
    row.map(|row| row.message.author.clone()).unwrap_or_default()
}

/// Takes messages out of the list at once and stays on the line, which holds the next message.
pub fn move_on(model: &mut Model, messages: &[MessageId], told: Text) {
    let leaves = views::lists_open(model);
    list::remember(model, messages);
    let inbox = &mut model.inbox;
    if leaves {
        inbox.rows.retain(|row| !messages.contains(&row.message.id));
        inbox.cursor = inbox.cursor.min(inbox.rows.len().saturating_sub(1));
    }
    inbox.marks.clear();
    inbox.trail.insert(0, told.clone());
    inbox.trail.truncate(5);
    model.tell(told);
    sweep::turn_to_jumped(model);
    list::open_current(model);
}

/// Does again what was decided last.
pub fn repeat(model: &mut Model) {
    if let Some(last) = model.inbox.last.clone() {
        decide(model, last);
    }
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Decide(decision) => decide(model, decision),
        Then::DecideAll(decision) => carry_out(model, decision),
        Then::Delegate(then) => delegation::choose(model, &then, typed),
        Then::Brief(then) => brief::choose(model, &then, typed),
        Then::Moderate(then) => moderation::choose(model, then, typed),
        Then::Share(then) => share::choose(model, then),
        Then::Log(then) => by_hand::choose(model, &then),
        Then::Person(then) => person::choose(model, &then, typed),
        Then::Snooze(then) => snooze::choose(model, &then, typed),
        Then::Label(then) => label::choose(model, &then, typed),
        Then::Labels(then) => labels::choose(model, then, typed),
        Then::View(then) => views::choose(model, then, typed),
        Then::SentByHand => composer::answer(model, true),
        Then::Fill(left) => replies::fill(model, left, typed),
    }
}

/// Asks for a line.
pub fn prompt(model: &mut Model, title: &'static str, then: Then) {
    model.dialog = Some(Dialog::Prompt(Prompt::new(Text::new(title), "", Chosen::Inbox(then))));
}

/// The commands that end a message, as the line below the list shows them.
pub const OUTCOMES: &[Any] = &[
    Any::Inbox(super::Command::Reply),
    Any::Inbox(super::Command::Close),
    Any::Inbox(super::Command::Delegate),
    Any::Inbox(super::Command::Snooze),
    Any::Inbox(super::Command::Moderate),
    Any::Inbox(super::Command::Classify),
    Any::Inbox(super::Command::Model),
    Any::Inbox(super::Command::Win),
    Any::Inbox(super::Command::Feedback),
    Any::Inbox(super::Command::Idea),
    Any::Inbox(super::Command::Like),
    Any::Inbox(super::Command::Raise),
    Any::Inbox(super::Command::Person),
    Any::Inbox(super::Command::Share),
];
