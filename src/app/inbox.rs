//! The inbox: a list, the message under the cursor with its conversation, one key for each outcome.
//!
//! The list moves on at once and the file follows: no key waits for it.

mod brief;
mod by_hand;
mod class;
pub mod closing;
mod composer;
mod context;
mod delegation;
mod fill;
mod gone;
mod keeping;
mod label;
pub mod labels;
mod list;
mod moderation;
pub mod nonsense;
mod outcome;
pub mod person;
mod proposal;
mod replies;
mod share;
mod snooze;
mod sweep;
mod views;

pub use brief::wrote as wrote_brief;
pub use class::{LABEL, Panel, hear as hear_class, hear_tail, letters as class_letters};
pub use composer::{Composer, Purpose, Step, count as composer_count};
use context::fetch_context;
pub use context::{hear_news, hear_no_news};
pub use fill::{Filled, leave_form, pasted, take_form};
pub use gone::doubt;
pub use list::{return_to, subject};
pub use nonsense::filter_trouble;
pub use outcome::{OUTCOMES, Then};
pub use replies::{Chooser, Found, Shelf, filled, hear_chooser, insert, past, paste_into, shown};
pub use share::is_out;
pub use sweep::{Walk, follow_undo, read_again as read_receipt_again, start as start_sweep};
pub use views::{lists_open, show as show_view, shown as shown_view};

use super::command::{Reason, Scope, always, commands};
use super::effect::{Desktop, Ticket};
use super::event::{Opened, Reply, Row};
use super::field::Field;
use super::key::{Code, Key};
use super::model::{Model, Tab};
use super::response;
use crate::domain::message::MessageState;
use crate::domain::query::{Anchor, Nonsense, View};
use crate::domain::text::SafeText;
use crate::domain::{MessageId, ViewId};
use crate::lang::Text;
use std::collections::{BTreeMap, BTreeSet};

commands! { Inbox;
    Reply "inbox-reply" Inbox ["r", "Enter", "F3"] 10 outcome::can_reply;
    Model "inbox-model" Inbox ["m"] 0 outcome::can_reply;
    Close "inbox-close" Inbox ["a", "F6"] 20 outcome::has_target;
    Delegate "inbox-delegate" Inbox ["d", "F4"] 30 outcome::can_delegate;
    Brief "inbox-brief" Inbox ["D"] 0 brief::has_brief;
    Snooze "inbox-snooze" Inbox ["s"] 40 outcome::has_target;
    Classify "inbox-classify" Inbox ["t"] 50 outcome::has_target;
    Accept "inbox-accept" Inbox ["y"] 0 proposal::can_settle;
    Refuse "inbox-refuse" Inbox ["N"] 0 proposal::can_settle;
    Moderate "inbox-moderate" Inbox ["x"] 55 outcome::has_target;
    Like "inbox-like" Inbox ["l"] 0 outcome::can_like;
    Share "inbox-share" Inbox ["L"] 0 outcome::has_target;
    Raise "inbox-raise" Inbox ["!"] 0 outcome::has_target;
    Reopen "inbox-reopen" Inbox ["R"] 0 outcome::can_reopen;
    Repeat "inbox-repeat" Inbox ["."] 0 outcome::can_repeat;
    Win "inbox-win" Inbox ["b"] 0 outcome::has_opened;
    Feedback "inbox-feedback" Inbox ["f"] 0 outcome::has_opened;
    Idea "inbox-idea" Inbox ["i"] 0 outcome::has_opened;
    Mark "inbox-mark" Inbox ["Space"] 60 outcome::has_target;
    MarkAll "inbox-mark-all" Inbox ["*"] 0 outcome::has_target;
    Find "inbox-find" Inbox ["/", "Ctrl+F"] 65 not_sweeping;
    NextView "inbox-next-view" Inbox [","] 70 not_sweeping;
    PreviousView "inbox-previous-view" Inbox [";"] 0 not_sweeping;
    Person "inbox-person" Inbox ["p"] 0 outcome::has_opened;
    Promise "inbox-promise" Inbox ["P"] 0 outcome::has_opened;
    Log "inbox-log" Inbox ["n"] 0 outcome::can_log;
    OpenInBrowser "inbox-open" Inbox ["o"] 0 outcome::has_url;
    Copy "inbox-copy" Inbox ["c"] 0 outcome::has_opened;
    Sweep "inbox-sweep" Inbox ["S"] 0 not_sweeping;
    EndSweep "inbox-end-sweep" Inbox ["E"] 68 sweep::is_sweeping;
    Views "views" Inbox [] 0 views::has_any;
    Label "inbox-label" Inbox [] 0 outcome::has_target;
    Labels "labels" Inbox [] 0 labels::has_any;
    FilterKeep "filter-keep" Filter ["Enter"] 10 list::is_filtering;
    FilterClear "filter-clear" Filter ["Esc"] 20 list::is_filtering;
    SaveView "views-save" Filter ["Ctrl+S"] 30 views::can_save;
    Focus "inbox-focus" Inbox ["z"] 0 always;
    Why "inbox-why" Inbox ["F2"] 0 response::is_known;
    Send "composer-send" Composer ["Ctrl+D"] 10 always;
    Leave "composer-leave" Composer ["Esc"] 20 always;
    Models "composer-models" Composer ["Ctrl+T"] 22 always;
    Past "composer-past" Composer ["Ctrl+G"] 24 share::is_answer;
    Editor "composer-editor" Composer ["Ctrl+E"] 30 always;
    Saved "composer-saved" Composer ["Ctrl+S"] 0 always;
    SendNow "composer-send-now" SecondLook ["Ctrl+D"] 10 always;
    BackToText "composer-back-to-text" SecondLook ["Esc"] 20 always;
}

/// What the inbox shows.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is its own question: rows above, rows below, typing, shown")]
pub struct Inbox {
    /// Messages that wait, as counted by the file.
    pub open_count: u32,
    /// Which messages are listed.
    pub view: View,
    /// The saved view that is listed in the place of `view`.
    pub named: Option<ViewId>,
    /// What was typed to narrow the list.
    pub filter: Field,
    /// Whether it is being typed.
    pub filtering: bool,
    /// Words of it that mean nothing.
    pub nonsense: Vec<Nonsense>,
    /// The window of rows, in the order of the list.
    pub rows: Vec<Row>,
    /// Whether rows stand before the first one.
    pub above: bool,
    /// Whether rows stand after the last one.
    pub below: bool,
    /// Which row the cursor is on.
    pub cursor: usize,
    /// The message under the cursor with what surrounds it, once read.
    pub opened: Option<Box<Opened>>,
    /// How many lines of the conversation are scrolled away.
    pub scroll: u16,
    /// What contacts were asked.
    pub brief: brief::Desk,
    /// What is being logged by hand.
    pub hand: by_hand::Hand,
    /// The card of a person, where it is open.
    pub card: Option<Box<person::Card>>,
    /// Whether only the message, its conversation and its answer are shown.
    pub focus: bool,
    /// Messages marked for an act on all of them.
    pub marks: BTreeSet<MessageId>,
    /// The answer being written.
    pub composer: Option<Composer>,
    /// The sweep under way.
    pub walk: Option<Walk>,
    /// The newest acts, newest first, as told below the list.
    pub trail: Vec<Text>,
    /// The outcome that `.` repeats.
    pub last: Option<outcome::Decision>,
    /// A type was just given: a sign adds the tone.
    pub tail: Option<class::Tail>,
    /// Whether a window was ever read.
    pub loaded: bool,
    /// Whether labels that are new to the brand are being written.
    learns: bool,
    /// The count of what the labels are used for, under way.
    labels_asked: Option<Ticket>,
    wanted: list::Wanted,
    /// Messages that were decided while the file still holds them as they were: no window brings them back.
    leaving: BTreeMap<Ticket, Vec<MessageId>>,
    /// From where the window was asked for in which messages stood that left it.
    places: BTreeMap<MessageId, Anchor>,
    /// Conversations already asked of the network.
    asked: BTreeSet<MessageId>,
    /// Those under way.
    fetching: BTreeMap<Ticket, MessageId>,
    /// Messages that may be gone, as an act about them was refused.
    doubted: BTreeMap<MessageId, gone::Refused>,
}

fn not_sweeping(model: &Model) -> Result<(), Reason> {
    if model.inbox.walk.as_ref().is_some_and(Walk::is_under_way) { Err(Text::new("inbox-sweeping")) } else { Ok(()) }
}

/// The scopes that hear a key.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) {
    if let Some(composer) = &model.inbox.composer {
        let own = match composer.step {
            Step::Writing => Scope::Composer,
            Step::SecondLook => Scope::SecondLook,
        };
        scopes.extend([own, Scope::Field]);
    } else if let Some(card) = &model.inbox.card {
        card.scopes(scopes);
    } else if model.inbox.filtering {
        scopes.extend([Scope::Filter, Scope::Field]);
    } else {
        scopes.push(Scope::Inbox);
    }
}

/// Runs a command of the inbox.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Reply => composer::open(model),
        Command::Model => {
            composer::open(model);
            replies::open(model, Shelf::Saved);
        }
        Command::Close => outcome::decide(model, outcome::Decision::State(MessageState::Closed)),
        Command::Delegate => delegation::ask(model),
        Command::Brief => brief::show(model),
        Command::Snooze => snooze::ask(model),
        Command::Classify => class::ask(model),
        Command::Accept => outcome::decide(model, outcome::Decision::Settle(true)),
        Command::Refuse => outcome::decide(model, outcome::Decision::Settle(false)),
        Command::Moderate => moderation::ask(model),
        Command::Like => moderation::like(model),
        Command::Share => share::ask(model),
        Command::Raise => class::raise(model),
        Command::Reopen => outcome::decide(model, outcome::Decision::State(MessageState::Open)),
        Command::Repeat => outcome::repeat(model),
        Command::Win => keeping::ask_win(model),
        Command::Feedback => keeping::ask_feedback(model),
        Command::Idea => keeping::keep_idea(model),
        Command::Mark => list::mark(model),
        Command::MarkAll => list::mark_all(model),
        Command::Find => model.inbox.filtering = true,
        Command::NextView => views::step(model, true),
        Command::PreviousView => views::step(model, false),
        Command::Views => views::manage(model),
        Command::SaveView => views::ask_name(model),
        Command::FilterKeep => model.inbox.filtering = false,
        Command::FilterClear => list::clear_filter(model),
        Command::Label => label::ask(model),
        Command::Labels => labels::manage(model),
        Command::Person => person::open(model),
        Command::Promise => person::promise_about(model),
        Command::Log => by_hand::ask(model),
        Command::OpenInBrowser => {
            if let Some(url) = subject(model).and_then(|message| message.url.clone()) {
                model.asks.desktop(Desktop::Browse(url));
            }
        }
        Command::Copy => {
            if let Some(opened) = &model.inbox.opened {
                model.asks.desktop(Desktop::Copy(opened.message.text.clone()));
                model.tell(Text::new("inbox-copied"));
            }
        }
        Command::Sweep => sweep::start_now(model),
        Command::EndSweep => sweep::end(model),
        Command::Send | Command::SendNow => composer::send(model),
        Command::BackToText => composer::back_to_text(model),
        Command::Models => replies::open(model, Shelf::Saved),
        Command::Past => replies::open(model, Shelf::Past),
        Command::Focus => model.inbox.focus = !model.inbox.focus,
        Command::Why => response::explain(model),
        Command::Leave => composer::leave(model),
        Command::Editor => composer::edit_outside(model),
        Command::Saved => model.tell(Text::new("composer-is-saved")),
    }
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    outcome::choose(model, then, typed);
}

/// Shows the delegated messages, the cursor on one of them.
pub fn show_delegated(model: &mut Model, message: MessageId) {
    show_in(model, View::Delegated, message);
}

/// Shows a message among those that are open.
pub fn show_open(model: &mut Model, message: MessageId) {
    show_in(model, View::Open, message);
}

/// Shows a message in a view, whatever was shown before: of another list its place is not asked for.
fn show_in(model: &mut Model, view: View, message: MessageId) {
    model.tab = Tab::Inbox;
    let is_other = model.inbox.view != view || model.inbox.named.is_some() || !model.inbox.filter.is_blank();
    if is_other {
        model.inbox.view = view;
        model.inbox.named = None;
        model.inbox.filter = super::field::Field::line("");
        model.inbox.marks.clear();
        model.inbox.places.remove(&message);
    }
    list::return_to(model, message);
}

/// Asks again for what the list shows.
pub fn refresh(model: &mut Model) {
    list::refresh(model);
    person::refresh(model);
    sweep::look_again(model);
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    if model.inbox.composer.is_some() {
        return composer::hear_key(model, key);
    }
    if model.inbox.filtering {
        return list::hear_filter(model, key);
    }
    if model.inbox.card.is_some() {
        return person::hear_key(model, key);
    }
    if key.code == Code::Esc {
        return step_back(model);
    }
    list::hear_key(model, key)
}

/// Esc: closes what was opened last. Gives whether there was something.
fn step_back(model: &mut Model) -> bool {
    let inbox = &mut model.inbox;
    if inbox.focus {
        inbox.focus = false;
    } else if !inbox.marks.is_empty() {
        inbox.marks.clear();
    } else if inbox.walk.as_ref().is_some_and(|walk| !walk.is_under_way()) {
        inbox.walk = None;
        list::refresh(model);
    } else if !inbox.filter.text().is_empty() {
        inbox.filter = Field::line("");
        list::restart(model);
    } else {
        return false;
    }
    true
}

/// Takes a paste, if a field is open. Gives whether it did.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    if model.inbox.composer.is_some() {
        composer::paste(model, text);
        return true;
    }
    if model.inbox.card.is_some() {
        return person::paste(model, text);
    }
    if model.inbox.filtering {
        model.inbox.filter.paste(text);
        list::restart(model);
        return true;
    }
    brief::paste(model, text)
}

/// Hears a click in the body.
pub fn click(model: &mut Model, column: u16, row: u16) {
    let parts = crate::layout::inbox(model.size, model.inbox.composer.is_some());
    let line = usize::from(row.saturating_sub(1));
    if model.inbox.composer.is_none()
        && model.inbox.card.is_none()
        && !model.inbox.focus
        && column < parts.list.width
        && row >= 1
        && line < model.inbox.rows.len()
    {
        list::move_to(model, line);
    }
}

/// Keeps what is typed whatever is under way: the app is about to leave.
pub fn keep_draft_now(model: &mut Model) {
    sweep::write_seen(model);
    composer::keep_draft_now(model);
    person::keep_now(model);
    fill::keep_now(model);
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, message: MessageId, text: &SafeText) {
    composer::edited(model, message, text);
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    model.inbox.leaving.remove(&ticket);
    match reply {
        Reply::Window(window) => list::take_window(model, ticket, *window),
        Reply::Opened(opened) => list::take_opened(model, ticket, opened),
        Reply::LabelUses(uses) => labels::take(model, ticket, &uses),
        Reply::View(view) => views::saved(model, &view),
        Reply::Decided { messages, sweep } => {
            label::learn(model);
            super::rounds::wake(model);
            sweep::follow(model, sweep);
            list::follow(model, ticket);
            brief::decided(model, &messages);
        }
        Reply::Answered { delivery, sweep, also, .. } => {
            if also > 0 {
                model.tell(Text::new("inbox-answered-also").count("count", also));
            }
            if let Some(delivery) = delivery {
                model.held.push(*delivery);
                super::rounds::wake(model);
            }
            sweep::follow(model, sweep);
            list::refill(model);
        }
        Reply::Delivery(delivery) => {
            model.held.push(*delivery);
            super::rounds::wake(model);
        }
        Reply::Briefs(asked) => brief::take(model, ticket, asked),
        Reply::Sweep(sweep) => sweep::take(model, *sweep),
        Reply::Saved => {
            composer::saved(model, ticket);
            person::saved(model, ticket);
        }
        Reply::Person(reply) => person::hear(model, ticket, reply),
        Reply::Taken { new, .. } => {
            by_hand::taken(model, ticket, new);
            list::refill(model);
            person::refresh(model);
        }
        // The words of a quote are kept; nothing that is listed changed.
        Reply::Done if composer::saved(model, ticket) => {}
        Reply::Done => {
            label::learn(model);
            list::refill(model);
            person::refresh(model);
        }
        Reply::Suggestions(message, found) => replies::take_past(model, message, found),
        _ => {}
    }
}

/// A request failed and the trouble was told: shows what the file holds again.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    model.inbox.leaving.remove(&ticket);
    composer::not_saved(model, ticket);
    person::not_saved(model, ticket);
    list::refill(model);
}
