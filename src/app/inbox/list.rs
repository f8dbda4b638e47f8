//! The list: windows of rows by key, the cursor, marks, the filter.

use super::super::command::Reason;
use super::super::effect::{Job, Ticket};
use super::super::event::{Opened, Row, Window};
use super::super::field::Field;
use super::super::key::{Code, Key};
use super::super::model::{Asker, Model, Tab};
use super::{composer, fetch_context, sweep, views};
use crate::domain::MessageId;
use crate::domain::message::{Message, StateName};
use crate::domain::query::{Anchor, Ask, Query, View};
use crate::lang::Text;
use crate::layout;
use std::collections::BTreeSet;

/// The newest requests; older replies are dropped.
#[derive(Debug, Default)]
pub struct Wanted {
    /// The window.
    pub window: Option<Ticket>,
    /// From where it was asked for.
    anchor: Option<Anchor>,
    /// Where the cursor goes when the window comes.
    pub land: Land,
    /// The opened message.
    pub opened: Option<Ticket>,
    /// Decisions after which the cursor stays with its message, wherever that goes.
    pub staying: BTreeSet<Ticket>,
}

/// Where the cursor goes in a new window.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Land {
    /// Stays on its line.
    #[default]
    Stay,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// This message, if it is there.
    On(MessageId),
    /// This message, here or in the first window; else on its line.
    With(MessageId),
    /// This message in the first window; the one that was shown, if it is not there.
    Seek(MessageId),
    /// This message, wherever in the list it stands.
    Back(MessageId),
}

/// Asks for the list from its start.
pub fn restart(model: &mut Model) {
    ask(model, Anchor::Top, Land::First);
}

/// Asks again for the window that is shown, the cursor staying with its message.
pub fn refresh(model: &mut Model) {
    let anchor = model.inbox.rows.first().map_or(Anchor::Top, |row| Anchor::From(row.key));
    let anchor = if model.inbox.above { anchor } else { Anchor::Top };
    let land = current(model).map_or(Land::Stay, Land::On);
    ask(model, anchor, land);
}

/// Asks again after a row left: the cursor stays on its line, which holds the next message now, and follows
/// that message where others came in above it.
pub fn refill(model: &mut Model) {
    let anchor = here(model);
    let land = current(model).map_or(Land::Stay, Land::On);
    ask(model, anchor, land);
}

/// From where the window that is shown is asked for.
fn here(model: &Model) -> Anchor {
    model.inbox.rows.first().filter(|_| model.inbox.above).map_or(Anchor::Top, |row| Anchor::From(row.key))
}

/// Asks again after a decision: the cursor goes with its message, or stays on its line.
pub fn follow(model: &mut Model, ticket: Ticket) {
    let stays = model.inbox.wanted.staying.remove(&ticket);
    let Some(message) = current(model).filter(|_| stays) else { return refill(model) };
    let anchor = here(model);
    ask(model, anchor, Land::With(message));
}

/// Asks again for what was asked for last: what the list is of may have changed meanwhile.
pub fn again(model: &mut Model) {
    let (land, anchor) = (model.inbox.wanted.land, model.inbox.wanted.anchor.unwrap_or(Anchor::Top));
    ask(model, anchor, land);
}

/// How many messages are remembered where they stood.
const REMEMBERED: usize = 500;

/// Remembers where messages stand that are about to leave the list.
pub fn remember(model: &mut Model, messages: &[MessageId]) {
    let anchor = here(model);
    if model.inbox.places.len() > REMEMBERED {
        model.inbox.places.clear();
    }
    model.inbox.places.extend(messages.iter().map(|message| (*message, anchor)));
}

/// Shows a message in the list again, wherever it stands now.
pub fn return_to(model: &mut Model, message: MessageId) {
    model.inbox.composer = None;
    let anchor = model.inbox.places.remove(&message).unwrap_or(Anchor::Top);
    ask(model, anchor, Land::Back(message));
    open(model, message);
}

/// Shows a message of any age, with what stands around it in time.
pub fn show_among_all(model: &mut Model, row: &Row) {
    model.inbox.view = View::All;
    model.inbox.named = None;
    model.inbox.filter = Field::line("");
    model.inbox.marks.clear();
    ask(model, Anchor::From(row.key), Land::On(row.message.id));
    open(model, row.message.id);
}

fn ask(model: &mut Model, anchor: Anchor, land: Land) {
    let Some(asked) = request(model, anchor) else { return };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Window(Box::new(asked)));
    model.inbox.wanted.window = Some(ticket);
    model.inbox.wanted.anchor = Some(anchor);
    model.inbox.wanted.land = land;
}

/// What the list is of, from an anchor on.
fn request(model: &mut Model, anchor: Anchor) -> Option<Ask> {
    let brand = model.brand?;
    if views::shown(model).is_none() {
        // It was removed meanwhile, or its making was undone.
        model.inbox.named = None;
    }
    let (mut query, mut nonsense) = Query::parse(&views::asked(model));
    nonsense.extend(query.check_labels(&model.labels().map(|label| label.name.as_str())));
    model.inbox.nonsense = nonsense;
    let view = if model.inbox.named.is_some() { View::All } else { model.inbox.view };
    let sweep = model.inbox.walk.as_ref().filter(|walk| walk.is_under_way()).map(|walk| walk.sweep.id);
    let rows = layout::inbox_rows(model.size, false);
    Some(Ask { brand, view, query, anchor, rows, sweep })
}

/// Asks for the window in which a message stands.
fn seek(model: &mut Model, message: MessageId) {
    let Some(asked) = request(model, Anchor::Top) else { return };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Place(Box::new(asked), message));
    model.inbox.wanted.window = Some(ticket);
    model.inbox.wanted.land = Land::On(message);
}

/// Takes a window, unless a newer one was asked for.
pub fn take_window(model: &mut Model, ticket: Ticket, window: Window) {
    if model.inbox.wanted.window != Some(ticket) {
        return;
    }
    let lacks = |message| !window.rows.iter().any(|row| row.message.id == message);
    match model.inbox.wanted.land {
        // It went up, perhaps to the top: looks there before anything moves on the screen.
        Land::With(message) if window.above && lacks(message) => return ask(model, Anchor::Top, Land::Seek(message)),
        Land::Seek(message) if lacks(message) => return refill(model),
        Land::Stay | Land::First | Land::Last | Land::On(_) | Land::With(_) | Land::Seek(_) | Land::Back(_) => {}
    }
    let lists_open = views::lists_open(model);
    let inbox = &mut model.inbox;
    inbox.loaded = true;
    if window.rows.is_empty() && window.above {
        // The last rows of a page were decided: shows the page before.
        return ask(model, Anchor::Bottom, Land::Last);
    }
    if let Land::Back(message) = inbox.wanted.land
        && (window.above || window.below)
        && window.rows.iter().all(|row| row.message.id != message)
    {
        return seek(model, message);
    }
    inbox.open_count = window.counts.iter().find(|(state, _)| *state == StateName::Open).map_or(0, |(_, count)| *count);
    inbox.rows = window.rows;
    if lists_open {
        // A window read before an outcome was written would show its message once more, under the next key.
        inbox.rows.retain(|row| inbox.leaving.values().all(|messages| !messages.contains(&row.message.id)));
    }
    inbox.above = window.above;
    inbox.below = window.below;
    let last = inbox.rows.len().saturating_sub(1);
    inbox.cursor = match inbox.wanted.land {
        Land::Stay => inbox.cursor.min(last),
        Land::First => 0,
        Land::Last => last,
        Land::On(message) | Land::With(message) | Land::Seek(message) | Land::Back(message) => {
            inbox.rows.iter().position(|row| row.message.id == message).unwrap_or_else(|| inbox.cursor.min(last))
        }
    };
    open_current(model);
}

/// The message under the cursor.
#[must_use]
pub fn current(model: &Model) -> Option<MessageId> {
    model.inbox.rows.get(model.inbox.cursor).map(|row| row.message.id)
}

/// The message under the cursor: whole once it was read, until then as its row tells it.
#[must_use]
pub fn subject(model: &Model) -> Option<&Message> {
    if let Some(composer) = &model.inbox.composer {
        // An answer may be written to a message that is not under the cursor.
        let read = model.inbox.opened.as_ref().map(|opened| &opened.message);
        let row = model.inbox.rows.iter().map(|row| &row.message).find(|message| message.id == composer.message);
        return read.filter(|message| message.id == composer.message).or(row);
    }
    let row = model.inbox.rows.get(model.inbox.cursor).map(|row| &row.message);
    let read = model.inbox.opened.as_ref().map(|opened| &opened.message);
    read.filter(|message| row.is_none_or(|row| row.id == message.id)).or(row)
}

/// Opens the message under the cursor, unless it is open.
pub fn open_current(model: &mut Model) {
    let composed = model.inbox.composer.as_ref().map(|composer| composer.message);
    match composed.or_else(|| current(model)) {
        Some(message) => open(model, message),
        None => model.inbox.opened = None,
    }
}

/// Reads a message with what surrounds it.
pub fn open(model: &mut Model, message: MessageId) {
    if model.inbox.opened.as_ref().is_none_or(|opened| opened.message.id != message) {
        model.inbox.scroll = 0;
    }
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Open(message));
    model.inbox.wanted.opened = Some(ticket);
}

/// Takes an opened message, unless a newer one was asked for.
pub fn take_opened(model: &mut Model, ticket: Ticket, opened: Option<Box<Opened>>) {
    if model.inbox.wanted.opened != Some(ticket) {
        return;
    }
    let former = model.inbox.opened.take().map(|opened| opened.message.id);
    model.inbox.opened = opened;
    sweep::saw(model);
    composer::take_draft(model);
    // The first message of a list is read at once; those passed by held keys are not fetched.
    if former.is_none() {
        fetch_context(model);
    }
}

/// Moves the cursor to a row of the window.
pub fn move_to(model: &mut Model, row: usize) {
    model.inbox.cursor = row.min(model.inbox.rows.len().saturating_sub(1));
    open_current(model);
}

/// Hears a key that moves. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let page = usize::from(layout::inbox_rows(model.size, false));
    let (cursor, last) = (model.inbox.cursor, model.inbox.rows.len().saturating_sub(1));
    match key.code {
        Code::Down | Code::Char('j') if cursor < last => move_to(model, cursor + 1),
        Code::Down | Code::Char('j') | Code::PageDown if model.inbox.below && (cursor == last || key.code == Code::PageDown) => {
            next_page(model);
        }
        Code::Up | Code::Char('k') if cursor > 0 => move_to(model, cursor - 1),
        Code::Up | Code::Char('k') | Code::PageUp if model.inbox.above && (cursor == 0 || key.code == Code::PageUp) => previous_page(model),
        Code::PageDown => move_to(model, cursor + page),
        Code::PageUp => move_to(model, cursor.saturating_sub(page)),
        Code::Home => restart(model),
        Code::End => ask(model, Anchor::Bottom, Land::Last),
        Code::Right => model.inbox.scroll = model.inbox.scroll.saturating_add(1),
        Code::Left => model.inbox.scroll = model.inbox.scroll.saturating_sub(1),
        Code::Down | Code::Up | Code::Char('j' | 'k') => {}
        _ => return false,
    }
    if matches!(key.code, Code::Right) {
        fetch_context(model);
    }
    true
}

fn next_page(model: &mut Model) {
    if let Some(row) = model.inbox.rows.last() {
        ask(model, Anchor::After(row.key), Land::First);
    }
}

fn previous_page(model: &mut Model) {
    if let Some(row) = model.inbox.rows.first() {
        ask(model, Anchor::Before(row.key), Land::Last);
    }
}

/// Marks the message under the cursor, or takes its mark away, and goes on.
pub fn mark(model: &mut Model) {
    let Some(message) = current(model) else { return };
    if !model.inbox.marks.remove(&message) {
        model.inbox.marks.insert(message);
    }
    hear_key(model, Key::plain(Code::Down));
}

/// Marks every message that is shown, or takes the marks away.
pub fn mark_all(model: &mut Model) {
    let shown: Vec<MessageId> = model.inbox.rows.iter().map(|row| row.message.id).collect();
    if shown.iter().all(|message| model.inbox.marks.contains(message)) {
        model.inbox.marks.clear();
    } else {
        model.inbox.marks.extend(shown);
    }
}

/// Whether the filter is being typed.
pub fn is_filtering(model: &Model) -> Result<(), Reason> {
    if model.inbox.filtering { Ok(()) } else { Err(Text::new("inbox-not-filtering")) }
}

/// Takes the filter away.
pub fn clear_filter(model: &mut Model) {
    model.inbox.filtering = false;
    model.inbox.filter = Field::line("");
    restart(model);
}

/// Hears a key while the filter is typed: the list follows each of them.
pub fn hear_filter(model: &mut Model, key: Key) -> bool {
    match key.code {
        Code::Down | Code::Up => {
            hear_key(model, key);
        }
        _ => {
            if model.inbox.filter.hear(key) == Some(true) {
                restart(model);
            }
        }
    }
    true
}
