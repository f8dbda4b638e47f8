//! Outcomes and other acts on messages: one key, then the next message; the same keys on all marked.

use super::super::command::{Command as Any, Reason};
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{ActName, Classify, Job};
use super::super::model::{Asker, Model, Tab};
use super::{composer, list, sweep};
use crate::domain::account::{Ability, Access, Lack};
use crate::domain::highlight::{Highlight, HighlightKind};
use crate::domain::message::{Channel, Incoming, MessageKind, MessageState, Tone, Visibility};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, wall_in};
use crate::domain::{AccountId, ContactId, HighlightId, MessageId};
use crate::lang::Text;
use chrono::Duration;

/// Something decided, that `.` repeats.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decision {
    /// An outcome.
    State(MessageState),
    /// A type or tone.
    Class(Classify),
}

/// What a choice or a typed line does in the inbox.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Decides.
    Decide(Decision),
    /// Asks when what is delegated comes back.
    DelegateUntil(ContactId),
    /// Does an act on the network, with the reason typed.
    Act(ActName),
    /// Asks for the reason of an act that can't be undone once it left.
    AskReason(ActName),
    /// Hides messages here, with the rule typed.
    Hide,
    /// Passes a feedback to a contact.
    Feedback(Option<ContactId>),
    /// The CM sent the answer by hand.
    SentByHand,
    /// Asks who wrote a message that is logged by hand.
    LogAuthor(AccountId),
    /// Asks what they wrote.
    LogText(AccountId, SafeText),
    /// Snoozes until what was typed.
    SnoozeTyped,
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
    model.inbox.last.map(|_| ()).ok_or_else(|| Text::new("inbox-nothing-to-repeat"))
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

fn check(model: &Model, ability: Ability) -> Result<(), Lack> {
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

/// Decides for every target, and goes on to the next message.
pub fn decide(model: &mut Model, decision: Decision) {
    decide_with(model, decision, SafeText::EMPTY);
}

fn decide_with(model: &mut Model, decision: Decision, reason: SafeText) {
    let messages = targets(model);
    if messages.is_empty() {
        return;
    }
    model.inbox.last = Some(decision);
    match decision {
        Decision::State(state) => {
            let sweep = sweep::current(model);
            let job = Job::Decide { messages: messages.clone(), state, at: model.now, sweep, reason };
            model.ask(Asker::Tab(Tab::Inbox), job);
            let told = Text::coded("decided", state.name().code()).count("count", messages.len()).with("author", author(model, &messages));
            move_on(model, &messages, told);
        }
        Decision::Class(change) => {
            let count = messages.len();
            model.ask(Asker::Tab(Tab::Inbox), Job::Classify { messages, change, at: model.now });
            model.inbox.marks.clear();
            let what = match change {
                Classify::Kind(kind) => Text::coded("kind", kind.code()),
                Classify::Tone(tone) => Text::coded("tone", tone.code()),
                Classify::Urgent(urgent) => Text::new(if urgent { "inbox-raised" } else { "inbox-lowered" }),
            };
            model.tell(Text::new("inbox-classified").count("count", count).and("what", what));
        }
    }
}

fn author(model: &Model, messages: &[MessageId]) -> SafeText {
    let row = model.inbox.rows.iter().find(|row| messages.first() == Some(&row.message.id));
    row.map(|row| row.message.author.clone()).unwrap_or_default()
}

/// Takes messages out of the list at once and stays on the line, which holds the next message.
pub fn move_on(model: &mut Model, messages: &[MessageId], told: Text) {
    let inbox = &mut model.inbox;
    if inbox.view == crate::domain::query::View::Open {
        inbox.rows.retain(|row| !messages.contains(&row.message.id));
        inbox.cursor = inbox.cursor.min(inbox.rows.len().saturating_sub(1));
    }
    inbox.marks.clear();
    inbox.trail.insert(0, told.clone());
    inbox.trail.truncate(5);
    model.tell(told);
    list::open_current(model);
}

/// Does again what was decided last.
pub fn repeat(model: &mut Model) {
    if let Some(last) = model.inbox.last {
        decide(model, last);
    }
}

/// Raises a message to the top, or lets it down.
pub fn raise(model: &mut Model) {
    let urgent = list::subject(model).is_some_and(|message| message.urgent);
    decide(model, Decision::Class(Classify::Urgent(!urgent)));
}

/// Likes the message, after the ten seconds in which `u` takes it back.
pub fn like(model: &mut Model) {
    act(model, ActName::Like, SafeText::EMPTY);
    model.tell(Text::new("inbox-liked"));
}

fn act(model: &mut Model, act: ActName, reason: SafeText) {
    if let Some(message) = list::current(model) {
        model.ask(Asker::Tab(Tab::Inbox), Job::Act { message, act, reason, at: model.now });
    }
}

/// Asks to whom the messages are delegated.
pub fn ask_delegate(model: &mut Model) {
    let contacts: Vec<(ContactId, SafeText)> =
        model.contacts().map(|contact| (contact.id, SafeText::line(&format!("{} · {}", contact.name, contact.role)))).collect();
    let start = Menu::new(Text::new("inbox-delegate-title"));
    let menu = contacts
        .into_iter()
        .zip('1'..='9')
        .fold(start, |menu, ((id, name), key)| menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(Then::DelegateUntil(id)))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// The instants offered for what comes back, each with its key and text.
fn instants(model: &Model) -> Vec<(char, Text, Moment)> {
    let zone = model.zone();
    let hours = model.brand().map(|brand| brand.hours.clone()).unwrap_or_default();
    let morning = |days: i64| wall_in(zone, (model.day() + Duration::days(days)).and_time(hours.opens)).moment();
    let working = |days: i64| hours.next_opening(zone, morning(days));
    vec![
        ('1', Text::new("when-two-hours"), model.now + Duration::hours(2)),
        ('2', Text::new("when-tomorrow"), morning(1)),
        ('3', Text::new("when-next-working-day"), working(1)),
        ('4', Text::new("when-three-days"), working(3)),
        ('5', Text::new("when-a-week"), working(7)),
    ]
}

fn instant_menu(model: &Model, title: Text, decide: impl Fn(Moment) -> MessageState) -> Menu {
    instants(model).into_iter().fold(Menu::new(title), |menu, (key, text, at)| {
        let day = crate::lang::format::short_day(model.lang, crate::domain::time::day_in(model.zone(), at));
        let clock = crate::lang::format::clock(model.zone(), at);
        let label = Label::Text(Text::new("when-line").and("when", text).with("day", day).with("clock", clock));
        menu.item(Some(key), label, Ok(Chosen::Inbox(Then::Decide(Decision::State(decide(at))))))
    })
}

/// Asks until when the messages are snoozed.
pub fn ask_snooze(model: &mut Model) {
    let menu = instant_menu(model, Text::new("inbox-snooze-title"), |until| MessageState::Snoozed { until });
    let menu = menu.item(Some('d'), Label::Text(Text::new("when-other")), Ok(Chosen::Inbox(Then::SnoozeTyped)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks for the type and the tone: a letter or a sign each.
pub fn ask_class(model: &mut Model) {
    let kinds = [
        ('q', MessageKind::Question),
        ('p', MessageKind::Complaint),
        ('a', MessageKind::Purchase),
        ('c', MessageKind::Praise),
        ('m', MessageKind::Mention),
        ('s', MessageKind::Spam),
    ];
    let tones = [('+', Tone::Positive), ('=', Tone::Neutral), ('-', Tone::Negative)];
    let decide = |change| Ok(Chosen::Inbox(Then::Decide(Decision::Class(change))));
    let menu = kinds.into_iter().fold(Menu::new(Text::new("inbox-class-title")), |menu, (key, kind)| {
        menu.item(Some(key), Label::Text(Text::coded("kind", kind.code())), decide(Classify::Kind(kind)))
    });
    let menu = tones
        .into_iter()
        .fold(menu, |menu, (key, tone)| menu.item(Some(key), Label::Text(Text::coded("tone", tone.code())), decide(Classify::Tone(tone))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks how to moderate. What the network lacks is listed with the reason it can't be done.
pub fn ask_moderation(model: &mut Model) {
    let offered = |ability, act| match check(model, ability) {
        Ok(()) => Ok(Chosen::Inbox(Then::AskReason(act))),
        Err(lack) => Err(reason(model, lack)),
    };
    let about = list::subject(model).map(|message| message.text.clone()).unwrap_or_default();
    let menu = Menu::new(Text::new("inbox-moderate-title"))
        .about(&about)
        .item(Some('m'), Label::Text(Text::new("inbox-hide-here")), Ok(Chosen::Inbox(Then::Hide)))
        .item(Some('s'), Label::Text(Text::new("inbox-mute")), offered(Ability::Mute, ActName::Mute))
        .item(Some('b'), Label::Text(Text::new("inbox-block")), offered(Ability::Block, ActName::Block))
        .item(Some('r'), Label::Text(Text::new("inbox-report")), offered(Ability::Report, ActName::Report));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Keeps the message as a win, with its own copy of the words.
pub fn keep_win(model: &mut Model) {
    keep(model, HighlightKind::Win, None);
    model.tell(Text::new("inbox-win-kept"));
}

/// Asks to whom the feedback goes.
pub fn ask_feedback(model: &mut Model) {
    let nobody = Menu::new(Text::new("inbox-feedback-title")).item(
        Some('0'),
        Label::Text(Text::new("inbox-feedback-nobody")),
        Ok(Chosen::Inbox(Then::Feedback(None))),
    );
    let contacts: Vec<_> = model.contacts().map(|contact| (contact.id, contact.name.clone())).collect();
    let menu = contacts
        .into_iter()
        .zip('1'..='9')
        .fold(nobody, |menu, ((id, name), key)| menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(Then::Feedback(Some(id))))));
    model.dialog = Some(Dialog::Menu(menu));
}

fn keep(model: &mut Model, kind: HighlightKind, contact: Option<ContactId>) {
    let (Some(opened), Some(brand)) = (&model.inbox.opened, model.brand) else { return };
    let message = &opened.message;
    let highlight = Highlight {
        id: HighlightId(0),
        brand,
        kind,
        text: message.text.clone(),
        author: message.author.clone(),
        url: message.url.clone(),
        message: Some(message.id),
        contact,
        at: model.now,
    };
    model.asks.store(Job::Keep(Box::new(highlight)));
}

/// Asks on which account a message is logged by hand.
pub fn ask_log(model: &mut Model) {
    let accounts: Vec<_> = model
        .accounts()
        .map(|account| (account.id, SafeText::line(&format!("{} {}", account.network.mark(), account.handle)), account.access))
        .collect();
    let mut manual_first = accounts;
    manual_first.sort_by_key(|(_, _, access)| *access != Access::Manual);
    let start = Menu::new(Text::new("inbox-log-title"));
    let menu = manual_first
        .into_iter()
        .zip('1'..='9')
        .fold(start, |menu, ((id, name, _), key)| menu.item(Some(key), Label::Name(name), Ok(Chosen::Inbox(Then::LogAuthor(id)))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Decide(decision) => decide(model, decision),
        Then::DelegateUntil(contact) => {
            let menu = instant_menu(model, Text::new("inbox-delegate-until-title"), |due| MessageState::Delegated { contact, due });
            model.dialog = Some(Dialog::Menu(menu));
        }
        Then::AskReason(act) => prompt(model, "inbox-reason-title", Then::Act(act)),
        Then::Act(name) => {
            model.dialog = None;
            act(model, name, SafeText::line(typed));
            decide_with(model, Decision::State(MessageState::Hidden), SafeText::line(typed));
        }
        // The first call asks for the rule, the second brings it.
        Then::Hide if model.dialog.is_none() => prompt(model, "inbox-reason-title", Then::Hide),
        Then::Hide => {
            model.dialog = None;
            decide_with(model, Decision::State(MessageState::Hidden), SafeText::line(typed));
        }
        Then::Feedback(contact) => {
            keep(model, HighlightKind::Feedback, contact);
            model.tell(Text::new("inbox-feedback-kept"));
        }
        Then::SentByHand => composer::answer(model, true),
        Then::LogAuthor(account) => prompt(model, "inbox-log-author", Then::LogText(account, SafeText::EMPTY)),
        Then::LogText(account, author) => log(model, account, author, typed),
        Then::SnoozeTyped if model.dialog.is_none() => prompt(model, "inbox-snooze-typed", Then::SnoozeTyped),
        Then::SnoozeTyped => snooze_typed(model, typed),
    }
}

fn prompt(model: &mut Model, title: &'static str, then: Then) {
    model.dialog = Some(Dialog::Prompt(Prompt::new(Text::new(title), "", Chosen::Inbox(then))));
}

/// Three fields: the account is chosen, then the author is typed, then the words.
fn log(model: &mut Model, account: AccountId, author: SafeText, typed: &str) {
    if author.is_blank() {
        let author = SafeText::line(typed);
        if !author.is_blank() {
            prompt(model, "inbox-log-text", Then::LogText(account, author));
        }
        return;
    }
    model.dialog = None;
    let text = SafeText::clean(typed);
    if text.is_blank() {
        return;
    }
    // An id of our own: the same words of the same person at the same second are one message.
    let remote_id = SafeText::line(&format!("hand-{}-{}", model.now.timestamp(), author));
    let incoming = Incoming {
        remote_id,
        parent: None,
        author_id: author.clone(),
        handle: author.clone(),
        author,
        text,
        channel: Channel::Manual,
        visibility: Visibility::Public,
        filtered: false,
        url: None,
        at: model.now,
    };
    model.ask(Asker::Tab(Tab::Inbox), Job::LogByHand(account, vec![incoming], model.now));
    model.tell(Text::new("inbox-logged"));
}

/// A day as typed, `2026-11-23` or `23/11`, at the hour at which the brand opens.
fn snooze_typed(model: &mut Model, typed: &str) {
    let wrong = match crate::domain::time::parse_day(typed.trim(), model.day()) {
        Some(day) if day > model.day() => {
            model.dialog = None;
            let opens = model.brand().map(|brand| brand.hours.opens).unwrap_or_default();
            let until = wall_in(model.zone(), day.and_time(opens)).moment();
            return decide(model, Decision::State(MessageState::Snoozed { until }));
        }
        Some(_) => Text::new("when-past"),
        None => Text::new("when-unreadable"),
    };
    if let Some(Dialog::Prompt(prompt)) = &mut model.dialog {
        prompt.wrong = Some(wrong);
    }
}

/// The commands that end a message, as the line below the list shows them.
pub const OUTCOMES: &[Any] = &[
    Any::Inbox(super::Command::Reply),
    Any::Inbox(super::Command::Close),
    Any::Inbox(super::Command::Delegate),
    Any::Inbox(super::Command::Snooze),
    Any::Inbox(super::Command::Moderate),
    Any::Inbox(super::Command::Classify),
    Any::Inbox(super::Command::Win),
    Any::Inbox(super::Command::Feedback),
];
