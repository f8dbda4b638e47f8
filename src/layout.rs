//! All geometry: pure functions of the size, asked by `update` (paging, clicks) and by `view`.

use ratatui::layout::{Constraint, Layout, Rect};

/// The size of the terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u16,
    /// Down.
    pub height: u16,
}

/// Below this there is a notice instead of a screen.
pub const SMALLEST: Size = Size { width: 60, height: 16 };

impl Size {
    /// Whether a screen fits.
    #[must_use]
    pub const fn fits(self) -> bool {
        self.width >= SMALLEST.width && self.height >= SMALLEST.height
    }

    /// Whether there is room for two columns side by side with air.
    #[must_use]
    pub const fn is_wide(self) -> bool {
        self.width >= 100
    }

    /// The whole screen.
    #[must_use]
    pub const fn area(self) -> Rect {
        Rect { x: 0, y: 0, width: self.width, height: self.height }
    }
}

/// The frame that every tab shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Brand, tabs, clock.
    pub header: Rect,
    /// What the tab shows.
    pub body: Rect,
    /// What is happening; notices.
    pub status: Rect,
    /// What can be pressed.
    pub hints: Rect,
}

/// The frame for a size.
#[must_use]
pub fn frame(size: Size) -> Frame {
    let [header, body, status, hints] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(1), Constraint::Length(1)]).areas(size.area());
    Frame { header, body, status, hints }
}

/// How many cells of the header the brand takes before the tabs begin.
#[must_use]
pub const fn brand_width(size: Size) -> u16 {
    if size.width >= 100 { 16 } else { 12 }
}

/// What lies under a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A tab, counted from 0.
    Tab(usize),
    /// The body, in cells from its corner.
    Body {
        /// From its left.
        column: u16,
        /// From its top.
        row: u16,
    },
    /// Nothing that is clicked.
    Elsewhere,
}

/// What lies under a cell, given the widths of the tabs' titles.
#[must_use]
pub fn spot(size: Size, tabs: &[u16], column: u16, row: u16) -> Spot {
    let frame = frame(size);
    if row == frame.header.y {
        let mut left = brand_width(size);
        for (index, width) in tabs.iter().enumerate() {
            let right = left + width + 2;
            if (left..right).contains(&column) {
                return Spot::Tab(index);
            }
            left = right;
        }
        return Spot::Elsewhere;
    }
    if frame.body.contains((column, row).into()) {
        return Spot::Body { column: column - frame.body.x, row: row - frame.body.y };
    }
    Spot::Elsewhere
}

/// A box of `width` by `height` in the middle of the screen; it never covers the tabs, the notice or the keys.
#[must_use]
pub fn centred(size: Size, width: u16, height: u16) -> Rect {
    let area = size.area();
    let width = width.min(area.width.saturating_sub(2));
    let height = height.min(area.height.saturating_sub(3));
    let lowest = area.height.saturating_sub(2 + height);
    Rect { x: (area.width - width) / 2, y: ((area.height - height) / 2).min(lowest), width, height }
}

/// Where a text to read is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// Its box, with the border.
    pub area: Rect,
    /// How many lines of the text have room at once.
    pub room: u16,
    /// How many have none.
    pub hidden: u16,
}

/// The box of a text to read, with this many choices below it. `lines` tells how many it takes at a width.
#[must_use]
pub fn sheet(size: Size, items: usize, lines: impl Fn(u16) -> usize) -> Sheet {
    let width = size.area().width.saturating_sub(6).min(84);
    let lines = u16::try_from(lines(width.saturating_sub(4))).unwrap_or(u16::MAX);
    let items = u16::try_from(items).unwrap_or(u16::MAX);
    // A line apart from the choices tells whether there is more to read.
    let below = if items == 0 { 0 } else { items.saturating_add(1) };
    let area = centred(size, width, lines.saturating_add(below).saturating_add(2));
    let room = area.height.saturating_sub(2).saturating_sub(below);
    let room = if items == 0 && lines > room { room.saturating_sub(1) } else { room };
    Sheet { area, room, hidden: lines.saturating_sub(room) }
}

/// The box of a menu with this many choices.
#[must_use]
pub fn menu(size: Size, items: usize, about: bool) -> Rect {
    let lines = u16::try_from(items).unwrap_or(u16::MAX).saturating_add(if about { 4 } else { 2 });
    centred(size, 66, lines)
}

/// Which choice of a menu lies under a cell.
#[must_use]
pub fn menu_row(size: Size, items: usize, about: bool, column: u16, row: u16) -> Option<usize> {
    let area = menu(size, items, about);
    let first = area.y + if about { 3 } else { 1 };
    let inside = area.contains((column, row).into()) && row >= first && row < area.bottom().saturating_sub(1);
    inside.then(|| usize::from(row - first)).filter(|line| *line < items)
}

/// The parts of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inbox {
    /// The list of messages.
    pub list: Rect,
    /// The conversation.
    pub conversation: Rect,
    /// The answer being written, if one is.
    pub composer: Option<Rect>,
    /// The person, where there is room.
    pub person: Option<Rect>,
    /// The ways to end a message, or the progress of a sweep.
    pub outcomes: Option<Rect>,
}

/// The inbox within the body.
#[must_use]
pub fn inbox(size: Size, composing: bool) -> Inbox {
    let body = frame(size).body;
    let (main, outcomes) = if size.height >= 28 && !composing {
        let [main, outcomes] = Layout::vertical([Constraint::Min(10), Constraint::Length(5)]).areas(body);
        (main, Some(outcomes))
    } else {
        (body, None)
    };
    let list_width = if size.is_wide() { (size.width * 36 / 100).min(64) } else { 30 };
    let person_width = if size.is_wide() { 24 } else { 0 };
    let [list, middle, person] =
        Layout::horizontal([Constraint::Length(list_width), Constraint::Min(20), Constraint::Length(person_width)]).areas(main);
    let (conversation, composer) = if composing {
        let third = (middle.height / 3).clamp(6, 14);
        let [conversation, composer] = Layout::vertical([Constraint::Min(3), Constraint::Length(third)]).areas(middle);
        (conversation, Some(composer))
    } else {
        (middle, None)
    };
    Inbox { list, conversation, composer, person: (person_width > 0).then_some(person), outcomes }
}

/// The panel of types and tones: the last lines of the body, where the ways to end a message stand.
#[must_use]
pub fn class_panel(size: Size) -> Rect {
    let body = frame(size).body;
    let height = 4.min(body.height);
    Rect { y: body.bottom() - height, height, ..body }
}

/// The card of a person: over the conversation and the person; beside the conversation where both have room.
#[must_use]
pub fn card(size: Size) -> Rect {
    let Inbox { conversation, person, .. } = inbox(size, false);
    let right = person.map_or(conversation.right(), Rect::right);
    let room = right - conversation.x;
    let width = if room >= 108 { 60 } else { room };
    Rect { x: right - width, width, ..conversation }
}

/// The inbox with nothing but a message: its conversation, the answer being written, a line for the progress of the
/// sweep. Lines no wider than can be read with ease.
#[must_use]
pub fn inbox_focus(size: Size, composing: bool) -> (Rect, Option<Rect>, Rect) {
    let body = frame(size).body;
    let [main, progress] = Layout::vertical([Constraint::Min(3), Constraint::Length(1)]).areas(body);
    let width = main.width.min(100);
    let main = Rect { x: main.x + (main.width - width) / 2, width, ..main };
    let progress = Rect { x: main.x, width, ..progress };
    if composing {
        let part = (main.height * 2 / 5).clamp(6, 20);
        let [conversation, composer] = Layout::vertical([Constraint::Min(3), Constraint::Length(part)]).areas(main);
        return (conversation, Some(composer), progress);
    }
    (main, None, progress)
}

/// How many messages the list of the inbox shows: one a line, less the frame and two lines below.
#[must_use]
pub fn inbox_rows(size: Size, composing: bool) -> u16 {
    inbox(size, composing).list.height.saturating_sub(4).max(1)
}

/// The parts of the queue's board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queue {
    /// The columns of cards.
    pub cards: Rect,
    /// The month, where there is room.
    pub month: Option<Rect>,
    /// The post under the cursor.
    pub detail: Rect,
}

/// The board within the body.
#[must_use]
pub fn queue(size: Size) -> Queue {
    let body = frame(size).body;
    let detail = if size.height >= 28 { (body.height / 2).max(13) } else { 8.min(body.height / 2) };
    let [cards, below] = Layout::vertical([Constraint::Min(5), Constraint::Length(detail)]).areas(body);
    if size.is_wide() && size.height >= 28 {
        let [month, detail] = Layout::horizontal([Constraint::Length(46), Constraint::Min(40)]).areas(below);
        return Queue { cards, month: Some(month), detail };
    }
    Queue { cards, month: None, detail: below }
}

/// The columns of the board that are shown: as many as fit, around the cursor.
#[must_use]
pub fn queue_columns(size: Size, cursor: usize, all: usize) -> std::ops::Range<usize> {
    let shown = if size.is_wide() { all } else { 3.min(all) };
    let first = cursor.saturating_sub(shown / 2).min(all - shown);
    first..first + shown
}

/// The month and the day beside it, within the body.
#[must_use]
pub fn queue_month(size: Size) -> [Rect; 2] {
    let body = frame(size).body;
    let width = if size.is_wide() { body.width * 58 / 100 } else { 44 };
    Layout::horizontal([Constraint::Length(width), Constraint::Min(20)]).areas(body)
}

/// The sections of the notebook and what the chosen one holds.
#[must_use]
pub fn notebook(size: Size) -> [Rect; 3] {
    let body = frame(size).body;
    let width = if size.is_wide() { 24 } else { 18 };
    let [left, right] = Layout::horizontal([Constraint::Length(width), Constraint::Min(30)]).areas(body);
    let detail = (right.height / 2).clamp(9, 16);
    let [list, detail] = Layout::vertical([Constraint::Min(6), Constraint::Length(detail)]).areas(right);
    [left, list, detail]
}
