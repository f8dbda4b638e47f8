//! The board and the list: where the cursor is, which post it is on.

use super::super::command::Reason;
use super::super::key::{Code, Key};
use super::super::model::Model;
use super::{calendar, editor, menus, refresh};
use crate::domain::PostId;
use crate::domain::coded;
use crate::domain::post::{Post, PostState};
use crate::domain::time::{Day, day_in};
use crate::lang::Text;

/// How many columns the board has.
pub const COLUMNS: usize = 5;

coded! {
    /// How posts are shown.
    View {
        /// In columns, by state.
        Board = "board",
        /// In a month.
        Calendar = "calendar",
        /// One a line, published ones too.
        List = "list",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is made by a macro")]
impl Default for View {
    fn default() -> Self {
        Self::Board
    }
}

/// The column of a state; what is published or archived has none.
#[must_use]
pub const fn column_of(state: PostState) -> Option<usize> {
    match state {
        PostState::Idea => Some(0),
        PostState::Planned => Some(1),
        PostState::Drafting => Some(2),
        PostState::InReview => Some(3),
        PostState::Approved | PostState::Scheduled => Some(4),
        PostState::Published | PostState::Archived => None,
    }
}

/// The posts of each column, soonest first; what is validated stands above what is scheduled.
#[must_use]
pub fn columns(model: &Model) -> [Vec<&Post>; COLUMNS] {
    let mut columns: [Vec<&Post>; COLUMNS] = Default::default();
    for post in &model.queue.posts {
        if let Some(column) = column_of(post.state) {
            columns[column].push(post);
        }
    }
    for column in &mut columns {
        column.sort_by_key(|post| (post.state, when(model, post).is_none(), when(model, post), post.due, post.id));
    }
    columns
}

/// Every post that was read, the latest day first, those without a day at the end.
#[must_use]
pub fn list(model: &Model) -> Vec<&Post> {
    let mut list: Vec<&Post> = model.queue.posts.iter().collect();
    list.sort_by_key(|post| (std::cmp::Reverse(when(model, post)), std::cmp::Reverse(post.due), post.id));
    list
}

/// The day of a post: that of its hour, else that of the plan.
#[must_use]
pub fn when(model: &Model, post: &Post) -> Option<Day> {
    post.due.map(|due| day_in(model.zone(), due)).or(post.day)
}

/// The post under the cursor.
#[must_use]
pub fn current(model: &Model) -> Option<&Post> {
    let queue = &model.queue;
    match queue.view {
        View::Board => columns(model)[queue.column].get(queue.rows[queue.column]).copied(),
        View::Calendar => calendar::of_day(model, calendar::day(model)).get(queue.within.unwrap_or(0)).copied(),
        View::List => list(model).get(queue.line).copied(),
    }
}

/// The post with an id, as last read.
#[must_use]
pub fn post(model: &Model, id: PostId) -> Option<&Post> {
    model.queue.posts.iter().find(|post| post.id == id)
}

/// Whether there is a post to act on.
pub fn has_post(model: &Model) -> Result<(), Reason> {
    current(model).map(|_| ()).ok_or_else(|| Text::new("queue-no-post"))
}

/// Whether the post can be written.
pub fn can_edit(model: &Model) -> Result<(), Reason> {
    match current(model).map(|post| post.state) {
        None => Err(Text::new("queue-no-post")),
        Some(PostState::Published) => Err(Text::new("queue-is-out")),
        Some(_) => Ok(()),
    }
}

/// Whether Enter means something: on a day of the calendar it always does.
pub fn can_enter(model: &Model) -> Result<(), Reason> {
    match model.queue.view {
        View::Calendar if current(model).is_none() || model.queue.within.is_none() => Ok(()),
        View::Board | View::Calendar | View::List => can_edit(model),
    }
}

/// Enter: opens the post; on a day, goes into its list, or makes a post for it.
pub fn enter(model: &mut Model) {
    let on_day = model.queue.view == View::Calendar && model.queue.within.is_none();
    if !on_day {
        editor::open(model);
    } else if current(model).is_some() {
        model.queue.within = Some(0);
    } else {
        menus::ask_title(model);
    }
}

/// Shows posts in another way, the cursor on the same post.
pub fn step_view(model: &mut Model, step: usize) {
    let here = current(model).map(|post| post.id);
    let at = View::ALL.iter().position(|view| *view == model.queue.view).unwrap_or(0);
    model.queue.view = View::ALL[(at + step) % View::ALL.len()];
    model.queue.within = None;
    if let Some(id) = here {
        put_cursor(model, id);
    }
}

/// Takes the posts as stored; the cursor stays on its post, or goes to the one to follow.
pub fn take(model: &mut Model, posts: Vec<Post>) {
    let first = !std::mem::replace(&mut model.queue.loaded, true);
    let here = model.queue.follow.take().or_else(|| current(model).map(|post| post.id));
    model.queue.posts = posts;
    if let Some(id) = here {
        put_cursor(model, id);
    } else if first {
        // The first column that has something: an empty one shows nothing to do.
        model.queue.column = columns(model).iter().position(|column| !column.is_empty()).unwrap_or(0);
    }
    bound(model);
}

/// Puts one post as stored in its place, before all are read again.
pub fn put(model: &mut Model, post: Post) {
    let id = post.id;
    model.queue.posts.retain(|known| known.id != id);
    if post.state != PostState::Archived {
        model.queue.posts.push(post);
    }
    put_cursor(model, id);
    bound(model);
}

/// Puts the cursor on a post, if it is shown.
fn put_cursor(model: &mut Model, id: PostId) {
    let in_columns =
        columns(model).iter().enumerate().find_map(|(column, posts)| Some((column, posts.iter().position(|post| post.id == id)?)));
    let in_list = list(model).iter().position(|post| post.id == id);
    let day = post(model, id).and_then(|post| when(model, post));
    if let Some((column, row)) = in_columns {
        model.queue.column = column;
        model.queue.rows[column] = row;
    }
    if let Some(line) = in_list {
        model.queue.line = line;
    }
    if let (Some(day), View::Calendar) = (day, model.queue.view) {
        model.queue.day = Some(day);
        let place = calendar::of_day(model, day).iter().position(|post| post.id == id);
        // A lone post needs no cursor of its own: the day is enough.
        model.queue.within = place.filter(|_| model.queue.within.is_some() || place > Some(0));
    }
}

/// Keeps the cursors on something that exists.
fn bound(model: &mut Model) {
    let lengths = columns(model).map(|column| column.len());
    for (row, length) in model.queue.rows.iter_mut().zip(lengths) {
        *row = (*row).min(length.saturating_sub(1));
    }
    model.queue.line = model.queue.line.min(model.queue.posts.len().saturating_sub(1));
    let of_day = calendar::of_day(model, calendar::day(model)).len();
    model.queue.within = model.queue.within.filter(|_| of_day > 0).map(|at| at.min(of_day - 1));
}

/// Hears a key on the board.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let lengths = columns(model).map(|column| column.len());
    let page = usize::from(crate::layout::queue(model.size).cards.height.saturating_sub(2)).max(1);
    let queue = &mut model.queue;
    match key.code {
        Code::Left => queue.column = queue.column.saturating_sub(1),
        Code::Right => queue.column = (queue.column + 1).min(COLUMNS - 1),
        _ => return vertical(&mut queue.rows[queue.column], lengths[queue.column], page, key),
    }
    true
}

/// Hears a key in the list.
pub fn hear_list_key(model: &mut Model, key: Key) -> bool {
    let length = model.queue.posts.len();
    let page = usize::from(crate::layout::frame(model.size).body.height.saturating_sub(4)).max(1);
    vertical(&mut model.queue.line, length, page, key)
}

/// Moves up and down among `length` lines.
pub fn vertical(at: &mut usize, length: usize, page: usize, key: Key) -> bool {
    let last = length.saturating_sub(1);
    *at = match key.code {
        Code::Down | Code::Char('j') => (*at + 1).min(last),
        Code::Up | Code::Char('k') => at.saturating_sub(1),
        Code::PageDown => (*at + page).min(last),
        Code::PageUp => at.saturating_sub(page),
        Code::Home => 0,
        Code::End => last,
        _ => return false,
    };
    true
}

/// Asks again after the month that is shown changed.
pub fn month_changed(model: &mut Model) {
    refresh(model);
}
