//! Today: the blocks of the day, and what must not slip. Decides nothing; leads to the tab that does.

use super::command::{Reason, always, commands};
use super::effect::{Job, Ticket};
use super::event::Reply;
use super::key::{Code, Key};
use super::model::{Asker, Model, Tab};
use super::{inbox, response, shell};
use crate::domain::message::StateName;
use crate::domain::sweep::Slot;
use crate::domain::today::{DayBoard, Slip};
use crate::lang::Text;

commands! { Today;
    Start "today-start" Today ["Enter"] 10 has_board;
    Slipping "today-side" Today ["Tab"] 20 has_board;
    View "today-view" Today [","] 0 always;
    Why "today-why" Today ["F2"] 30 response::is_known;
    Streak "today-streak" Today [] 0 always;
}

/// What Today shows.
#[derive(Debug, Default)]
pub struct Today {
    /// The day as stored.
    pub board: Option<Box<DayBoard>>,
    /// Which block the cursor is on.
    pub block: usize,
    /// Which line of what must not slip, if the cursor is there.
    pub slip: Option<usize>,
    /// On a narrow screen: whether the week is shown in the place of the blocks.
    pub week: bool,
    wanted: Option<Ticket>,
}

/// A block of the day, in the order of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A sweep.
    Sweep(Slot),
    /// The daily sheet of figures.
    Sheet,
    /// Making and validating content.
    Content,
}

/// The blocks of the day: answering first, then figures, then content.
#[must_use]
pub fn blocks(board: &DayBoard) -> Vec<Block> {
    let mut blocks: Vec<Block> = board.sweeps.iter().map(|(slot, _)| Block::Sweep(*slot)).collect();
    blocks.insert(1.min(blocks.len()), Block::Sheet);
    let at = blocks.len().min(3);
    blocks.insert(at, Block::Content);
    blocks
}

fn has_board(model: &Model) -> Result<(), Reason> {
    model.today.board.as_ref().map(|_| ()).ok_or_else(|| Text::new("shell-not-loaded"))
}

/// Runs a command of Today.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Start => start(model),
        Command::Slipping => {
            let any = model.today.board.as_ref().is_some_and(|board| !board.slipping.is_empty());
            model.today.slip = if model.today.slip.is_none() && any { Some(0) } else { None };
        }
        Command::View => model.today.week = !model.today.week,
        Command::Why => response::explain(model),
        Command::Streak => toggle_streak(model),
    }
}

/// The setting that hides the streak.
const STREAK: &str = "streak";

/// Whether the CM wants to see how many days in a row all sweeps were done.
#[must_use]
pub fn shows_streak(model: &Model) -> bool {
    model.workspace.settings.get(STREAK).is_none_or(|value| value != "hidden")
}

fn toggle_streak(model: &mut Model) {
    let shown = !shows_streak(model);
    let value = if shown { "shown" } else { "hidden" };
    model.workspace.settings.insert(STREAK.to_owned(), value.to_owned());
    model.asks.store(Job::SaveSetting(STREAK.to_owned(), value.to_owned()));
    model.tell(Text::new(if shown { "today-streak-shown" } else { "today-streak-hidden" }));
}

/// Asks again for the day.
pub fn refresh(model: &mut Model) {
    if let Some(brand) = model.brand {
        let job = Job::Board(brand, model.day(), model.now);
        model.today.wanted = Some(model.ask(Asker::Tab(Tab::Today), job));
    }
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    if let Reply::Board(board) = reply
        && model.today.wanted == Some(ticket)
    {
        model.inbox.open_count = board.counts.iter().find(|(state, _)| *state == StateName::Open).map_or(0, |(_, count)| *count);
        let last = blocks(&board).len().saturating_sub(1);
        model.today.block = model.today.block.min(last);
        if model.today.slip.is_some_and(|slip| slip >= board.slipping.len()) {
            model.today.slip = None;
        }
        model.today.board = Some(board);
    }
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(board) = &model.today.board else { return false };
    let (last_block, slips) = (blocks(board).len().saturating_sub(1), board.slipping.len());
    let today = &mut model.today;
    let (at, last) = match &mut today.slip {
        Some(slip) => (slip, slips.saturating_sub(1)),
        None => (&mut today.block, last_block),
    };
    match key.code {
        Code::Down | Code::Char('j') => *at = (*at + 1).min(last),
        Code::Up | Code::Char('k') => *at = at.saturating_sub(1),
        Code::Home => *at = 0,
        Code::End => *at = last,
        Code::Right if slips > 0 => today.slip = today.slip.or(Some(0)),
        Code::Left | Code::Esc if today.slip.is_some() => today.slip = None,
        _ => return false,
    }
    true
}

/// Hears a click in the body: the line of a block.
pub fn click(model: &mut Model, _column: u16, row: u16) {
    let Some(board) = &model.today.board else { return };
    // The blocks begin under the frame and the line of headings.
    let line = usize::from(row.saturating_sub(2));
    if row >= 2 && line < blocks(board).len() {
        model.today.slip = None;
        model.today.block = line;
    }
}

fn start(model: &mut Model) {
    let Some(board) = &model.today.board else { return };
    if let Some(slip) = model.today.slip.and_then(|at| board.slipping.get(at)).cloned() {
        return follow(model, &slip);
    }
    match blocks(board).get(model.today.block) {
        Some(Block::Sweep(slot)) => inbox::start_sweep(model, *slot),
        Some(Block::Sheet) => shell::show(model, Tab::Metrics),
        Some(Block::Content) => shell::show(model, Tab::Queue),
        None => {}
    }
}

/// Goes to where something that must not slip is dealt with.
fn follow(model: &mut Model, slip: &Slip) {
    match slip {
        Slip::Unclear { .. } => super::rounds::show_outbox(model),
        Slip::Overdue { message, open: true, .. } => inbox::show_open(model, *message),
        Slip::Complaints { message, .. } | Slip::Unsent { message, .. } => {
            model.tab = Tab::Inbox;
            inbox::return_to(model, *message);
        }
        Slip::Overdue { message, open: false, .. } | Slip::Waiting { message, .. } => {
            inbox::show_delegated(model, *message);
        }
        Slip::Promise { person, message, .. } => {
            model.tab = Tab::Inbox;
            inbox::person::show(model, *person, *message);
        }
        Slip::Missed { post, .. } | Slip::Leaving { post, .. } => super::queue::show(model, *post),
        Slip::Validation { .. } => shell::show(model, Tab::Queue),
        Slip::Expired { .. } => shell::show(model, Tab::Notebook),
        Slip::Report { .. } => shell::show(model, Tab::Report),
    }
}
