//! The queue: posts from the idea to their publication, as a board, a month and a list.
//!
//! A post moves only as its rules allow; what it lacks is said, with the key that gives it.

mod board;
mod calendar;
mod editor;
mod files;
mod hour;
mod menus;
mod parts;
mod preview;
mod step;

pub use board::{COLUMNS, View, column_of, columns, list, vertical};
pub use calendar::{Sign, of_day, sign};
pub use editor::{Editor, Part, keep_now};
pub use files::heard as looked_at;
pub use hour::parse_time;
pub use parts::{counts, standings};
pub use step::{Alert, alert};

use super::command::{Reason, Scope, always, commands};
use super::effect::{Job, Ticket};
use super::event::Reply;
use super::key::Key;
use super::model::{Asker, Model, Tab};
use crate::domain::delivery::Delivery;
use crate::domain::post::{ApprovalOf, Missing, Post, PostState};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Period};
use crate::domain::{AccountId, ContactId, PostId, VariantId};
use crate::lang::Text;
use chrono::Duration;

commands! { Queue;
    New "queue-new" Queue ["n", "i", "F7"] 10 has_brand;
    Edit "queue-edit" Queue ["e"] 20 board::can_edit;
    Enter "queue-enter" Queue ["Enter"] 0 board::can_enter;
    Validate "queue-validate" Queue ["v", "F8"] 30 board::has_post;
    Hour "queue-hour" Queue ["h", "F9"] 40 board::has_post;
    Forward "queue-forward" Queue ["Shift+Right"] 50 board::has_post;
    Back "queue-back" Queue ["Shift+Left"] 0 board::has_post;
    Pause "queue-pause" Queue ["s"] 0 step::is_scheduled;
    Archive "queue-archive" Queue ["a"] 0 board::has_post;
    Clone "queue-clone" Queue ["C"] 0 board::has_post;
    NextView "queue-next-view" Queue [","] 60 always;
    PreviousView "queue-previous-view" Queue [";"] 0 always;
    Today "queue-today" Queue ["="] 0 always;
    OpenInBrowser "queue-open" Queue ["o"] 0 step::has_url;
    Copy "queue-copy" Queue ["c"] 0 board::has_post;
    More "queue-more" Queue ["x"] 70 board::has_post;
    Done "post-done" PostEditor ["Ctrl+D"] 10 always;
    Leave "post-leave" PostEditor ["Esc"] 20 always;
    NextPart "post-next-part" PostEditor ["Tab"] 30 always;
    PreviousPart "post-previous-part" PostEditor ["BackTab"] 0 always;
    Preview "post-preview" PostEditor ["Ctrl+P"] 35 always;
    Outside "post-outside" PostEditor ["Ctrl+E"] 40 editor::in_text;
    Saved "post-saved" PostEditor ["Ctrl+S"] 0 always;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Makes an idea of the title typed, planned for a day if one is given.
    New(Option<Day>),
    /// Plans a post for the day typed.
    Plan(PostId),
    /// Asks for a word with a validation by a contact.
    Words(PostId, ApprovalOf, ContactId),
    /// Notes the validation of a contact, in the words typed.
    Approve(PostId, ApprovalOf, ContactId),
    /// The CM validates.
    ApproveAlone(PostId, ApprovalOf),
    /// Asks why a validation is passed over.
    AskPassOver(PostId, ApprovalOf),
    /// Passes a validation over, with the reason typed.
    PassOver(PostId, ApprovalOf),
    /// Copies a message that asks for a validation.
    Request(PostId, ApprovalOf),
    /// Asks for the next validation.
    Validate(PostId),
    /// Asks for the hour.
    AskHour(PostId),
    /// Schedules at the hour typed.
    Hour(PostId),
    /// Goes to a state.
    Go(PostId, PostState),
    /// Takes it out of the programme; it stays validated.
    Unschedule(PostId),
    /// Copies the text of one account.
    Copy(PostId, AccountId),
    /// Opens an address.
    Browse(SafeText),
    /// Adds the file typed to the post being written.
    MediaPath,
    /// Says what a file of the post being written shows.
    MediaAlt(usize),
}

/// The state of the tab.
#[derive(Debug, Default)]
pub struct Queue {
    /// Posts that are not archived, published ones of these weeks included.
    pub posts: Vec<Post>,
    /// The deliveries that publish the posts on which there is still something to do.
    pub deliveries: Vec<Delivery>,
    /// Whether posts were ever read.
    pub loaded: bool,
    /// How they are shown.
    pub view: View,
    /// The column of the board that the cursor is in.
    pub column: usize,
    /// The row of the cursor in each column.
    pub rows: [usize; COLUMNS],
    /// The row of the cursor in the list.
    pub line: usize,
    /// The day of the calendar that the cursor is on; today before it was moved.
    pub day: Option<Day>,
    /// The post of the day that the cursor is on, if the cursor is in the list beside the month.
    pub within: Option<usize>,
    /// The post being written.
    pub editor: Option<Editor>,
    /// The post to put the cursor on, once it is read.
    follow: Option<PostId>,
    /// The post whose files are looked at, before it gets its hour.
    looking: Option<PostId>,
    wanted: Option<Ticket>,
    outbox: Option<Ticket>,
}

fn has_brand(model: &Model) -> Result<(), Reason> {
    model.brand().map(|_| ()).ok_or_else(|| Text::new("shell-no-brand"))
}

/// The scopes that hear a key.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) {
    if model.queue.editor.is_some() {
        scopes.extend([Scope::PostEditor, Scope::Field]);
    } else {
        scopes.push(Scope::Queue);
    }
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::New => menus::ask_title(model),
        Command::Edit => editor::open(model),
        Command::Enter => board::enter(model),
        Command::Validate => menus::ask_validation(model),
        Command::Hour => hour::ask(model),
        Command::Forward => step::shift(model, true),
        Command::Back => step::shift(model, false),
        Command::Pause => step::pause(model),
        Command::Archive => step::archive(model),
        Command::Clone => step::clone(model),
        Command::NextView => board::step_view(model, 1),
        Command::PreviousView => board::step_view(model, View::ALL.len() - 1),
        Command::Today => calendar::go_today(model),
        Command::OpenInBrowser => menus::open_published(model),
        Command::Copy => menus::copy(model),
        Command::More => menus::more(model),
        Command::Done => editor::leave(model, true),
        Command::Leave => editor::leave(model, false),
        Command::NextPart => editor::step_part(model, 1),
        Command::PreviousPart => editor::step_part(model, Part::ALL.len() - 1),
        Command::Preview => preview::open(model),
        Command::Outside => editor::edit_outside(model),
        Command::Saved => model.tell(Text::new("composer-is-saved")),
    }
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::New(day) => step::make(model, day, typed),
        Then::Plan(post) => step::plan(model, post, typed),
        Then::Words(post, of, contact) => menus::ask_words(model, post, of, contact),
        Then::Approve(post, of, contact) => step::approve(model, post, of, contact, typed),
        Then::ApproveAlone(post, of) => step::approve_alone(model, post, of),
        Then::AskPassOver(post, of) => menus::ask_pass_over(model, post, of),
        Then::PassOver(post, of) => step::pass_over(model, post, of, typed),
        Then::Request(post, of) => menus::request(model, post, of),
        Then::Validate(post) => menus::ask_validation_of(model, post),
        Then::AskHour(post) => hour::ask_of(model, post),
        Then::Hour(post) => hour::set(model, post, typed),
        Then::Go(post, state) => step::go(model, post, state),
        Then::Unschedule(post) => step::unschedule(model, post),
        Then::Copy(post, account) => menus::copy_of(model, post, account),
        Then::Browse(url) => model.asks.desktop(super::effect::Desktop::Browse(url)),
        Then::MediaPath => editor::take_path(model, typed),
        Then::MediaAlt(at) => editor::take_alt(model, at, typed),
    }
}

/// Asks again for what the tab shows.
pub fn refresh(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let (today, shown) = (model.day(), calendar::day(model));
    // The weeks that surround the month that is shown, and what was published lately.
    let month = Period::month_of(shown);
    let period = Period::new((month.from - Duration::days(7)).min(today - Duration::days(35)), (month.to + Duration::days(7)).max(today));
    model.queue.wanted = Some(model.ask(Asker::Tab(Tab::Queue), Job::Posts(brand, period)));
    model.queue.outbox = Some(model.ask(Asker::Tab(Tab::Queue), Job::Publishing(brand)));
}

/// Puts the cursor on a post, once it is read.
pub fn show(model: &mut Model, post: PostId) {
    model.queue.follow = Some(post);
    super::shell::show(model, Tab::Queue);
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    if model.queue.editor.is_some() {
        return editor::hear_key(model, key);
    }
    match model.queue.view {
        View::Board => board::hear_key(model, key),
        View::Calendar => calendar::hear_key(model, key),
        View::List => board::hear_list_key(model, key),
    }
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    match reply {
        Reply::Posts(posts) if model.queue.wanted == Some(ticket) => board::take(model, posts),
        Reply::Deliveries(deliveries) if model.queue.outbox == Some(ticket) => {
            model.queue.deliveries = deliveries;
        }
        Reply::Post(answer) => hear_post(model, ticket, *answer),
        _ => {}
    }
}

/// A post as stored, or what it lacks.
fn hear_post(model: &mut Model, ticket: Ticket, answer: Result<Post, Missing>) {
    if editor::hear(model, ticket, &answer) {
        return;
    }
    match answer {
        Ok(post) => {
            model.queue.follow = Some(post.id);
            if post.state == PostState::Scheduled
                || model.queue.deliveries.iter().any(|delivery| post.variants.iter().any(|variant| delivery.variant == Some(variant.id)))
            {
                super::rounds::wake(model);
            }
            board::put(model, post);
            refresh(model);
            // The header counts what waits, as the day does.
            super::today::refresh(model);
        }
        Err(missing) => {
            model.hint(step::lacks(missing));
            refresh(model);
        }
    }
}

/// A request of this part failed; the trouble was told. What is typed stays.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    editor::not_saved(model, ticket);
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, post: PostId, variant: Option<VariantId>, text: &SafeText) {
    editor::edited(model, post, variant, text);
}

/// How many bytes a text has where they are too many, as counters write it.
#[must_use]
pub fn heavy(model: &Model, (bytes, most): (u32, u32)) -> String {
    format!(" · {}", model.voice().say(&Text::new("queue-bytes").count("bytes", bytes).count("most", most)))
}

/// Takes a paste, if a field is open. Gives whether it did.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    editor::paste(model, text)
}
