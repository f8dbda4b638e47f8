//! All that the app can hear.

mod person;

pub use person::{PastPage, PersonReply};

use super::effect::{Page, Secret, Ticket};
use super::trouble::Trouble;
use crate::domain::account::Account;
use crate::domain::brand::Brand;
use crate::domain::brief::Brief;
use crate::domain::contact::Contact;
use crate::domain::conversation::Turn;
use crate::domain::delivery::{Answer, Delivery, Sighting};
use crate::domain::facts::Facts;
use crate::domain::journal::Entry;
use crate::domain::message::Message;
use crate::domain::person::Person;
use crate::domain::post::Post;
use crate::domain::promise::Promise;
use crate::domain::query::Key;
use crate::domain::reading::Reading;
use crate::domain::saved_reply::SavedReply;
use crate::domain::suggest::Suggestion;
use crate::domain::sweep::Sweep;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::domain::today::DayBoard;
use crate::domain::{AccountId, DeliveryId, MessageId};
use std::collections::BTreeMap;

/// One thing heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key, a paste, the mouse, a new size.
    Input(super::key::Input),
    /// The clock. Sets the model's; nothing else tells the time.
    Tick(Moment),
    /// The file's reply.
    Store(Ticket, Result<Reply, Trouble>),
    /// A network's reply.
    Net(Ticket, Result<News, Trouble>),
    /// A text came back from the CM's editor; `None` if it could not be run.
    Edited(super::effect::EditWhat, Option<SafeText>),
    /// A file of public holidays was read, from this path; else why it can't be.
    Holidays(SafeText, Result<String, SafeText>),
    /// The files of a post were looked at.
    LookedAt(crate::domain::PostId, Vec<crate::domain::file::Look>),
    /// A file of saved replies was read or written, or could not be.
    Replies(crate::replies::file::FileNews),
    /// A report was written, to these files.
    Wrote(Result<Vec<SafeText>, SafeText>),
    /// A brief was written, to this file.
    WroteBrief(Result<SafeText, SafeText>),
    /// All that is known of a person was written, to this file.
    WrotePerson(Result<SafeText, SafeText>),
    /// The desktop could not do something: which, and why.
    DesktopFailed(SafeText),
    /// The terminal goes away (SIGHUP, SIGTERM): keep what was typed and leave.
    Hangup,
}

/// The file's reply to a [`super::effect::Job`].
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Brands, accounts, contacts, settings.
    Workspace(Box<Workspace>),
    /// The brand as stored.
    Brand(Box<Brand>),
    /// The account as stored.
    Account(Box<Account>),
    /// The contact as stored.
    Contact(Box<Contact>),
    /// The saved reply as stored.
    SavedReply(Box<SavedReply>),
    /// A window of rows.
    Window(Box<Window>),
    /// A message with what surrounds it. `None` if it is gone.
    Opened(Option<Box<Opened>>),
    /// Past answers to messages like this one, the likest first.
    Suggestions(MessageId, Vec<Suggestion>),
    /// Outcomes are written.
    Decided {
        /// The messages as they are now.
        messages: Vec<MessageId>,
        /// The sweep as it is now, within one.
        sweep: Option<Box<Sweep>>,
    },
    /// What the labels of the brand are used for.
    LabelUses(Vec<crate::domain::label::LabelUse>),
    /// The view as saved.
    View(Box<crate::domain::saved_view::SavedView>),
    /// An answer is written and its delivery held.
    Answered {
        /// Its delivery; `None` where the CM sent it by hand.
        delivery: Option<Box<Delivery>>,
        /// The message.
        message: MessageId,
        /// How many messages that the same person wrote before have their answer with it.
        also: u32,
        /// The sweep as it is now, within one.
        sweep: Option<Box<Sweep>>,
    },
    /// Messages with what a contact was asked about each.
    Briefs(Vec<Asked>),
    /// A delivery as stored.
    Delivery(Box<Delivery>),
    /// What was typed is on disk.
    Saved,
    /// The sweep as it is now.
    Sweep(Box<Sweep>),
    /// How many messages came back by themselves.
    Woken(u32),
    /// Rules, and how far their work is.
    Rule(super::effect::RuleReply),
    /// Where a stream was left.
    Cursor(Option<String>),
    /// A page is stored.
    Taken {
        /// The account.
        account: AccountId,
        /// Messages that were not known.
        new: u32,
        /// Messages whose text changed.
        changed: u32,
        /// Open messages that were found answered elsewhere.
        answered: u32,
        /// Likes, shares and follows that were not known.
        reactions: u32,
        /// Whether more pages wait.
        more: bool,
    },
    /// Deliveries.
    Deliveries(Vec<Delivery>),
    /// The delivery after the step; `None` if it was no longer where the step leaves from.
    Advanced(Option<Box<Delivery>>),
    /// The delivery was taken back, and what it said; `None` if it had left.
    TakenBack(Option<(DeliveryId, Option<MessageId>, SafeText)>),
    /// The daily sheet.
    Sheet(Box<Sheet>),
    /// Readings by day.
    Readings(Vec<Reading>),
    /// Posts.
    Posts(Vec<Post>),
    /// A post as stored, or why it may not go there.
    Post(Box<Result<Post, crate::domain::post::Missing>>),
    /// What happened over a period.
    Facts(Box<Facts>),
    /// The day.
    Board(Box<DayBoard>),
    /// Lines of the journal, newest first.
    Journal(Vec<Entry>),
    /// The lines that were undone or redone; empty if there was nothing.
    Undone(Vec<Entry>),
    /// What can't be undone, for it has left.
    HasLeft(Box<Delivery>),
    /// About a person.
    Person(PersonReply),
    /// How the file is.
    Health(Box<Health>),
    /// Rows of a table, each with its number.
    Dump(Vec<(i64, serde_json::Value)>),
    /// It is done.
    Done,
}

/// Brands and what belongs to them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    /// In the order in which they were made.
    pub brands: Vec<Brand>,
    /// Of all brands.
    pub accounts: Vec<Account>,
    /// Of all brands.
    pub contacts: Vec<Contact>,
    /// Of all brands, by name.
    pub labels: Vec<crate::domain::label::Label>,
    /// Of all brands, in the order in which they were made.
    pub views: Vec<crate::domain::saved_view::SavedView>,
    /// Of all brands, by name.
    pub saved_replies: Vec<SavedReply>,
    /// Settings of the screens.
    pub settings: BTreeMap<String, String>,
}

/// A row of a list of messages: what is drawn, no more.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its place.
    pub key: Key,
    /// The message; `text` holds its first 400 bytes.
    pub message: Message,
    /// Whether an answer was begun.
    pub draft: bool,
    /// Since when its contact is waited for, while it is delegated.
    pub asked: Option<Moment>,
}

/// A window of rows and the counters of the brand.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// The request.
    pub ask: crate::domain::query::Ask,
    /// In the order of the list.
    pub rows: Vec<Row>,
    /// Whether rows stand before the first one.
    pub above: bool,
    /// Whether rows stand after the last one.
    pub below: bool,
    /// Messages by state, kept as counters.
    pub counts: Vec<(crate::domain::message::StateName, u32)>,
}

/// A message with what surrounds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The message.
    pub message: Message,
    /// Who wrote it.
    pub person: Person,
    /// The conversation as last fetched, else as far as the messages tell it.
    pub turns: Vec<Turn>,
    /// The answer begun, may be empty.
    pub draft: SafeText,
    /// What is owed to them.
    pub promises: Vec<Promise>,
    /// The network's ids of turns that are no longer there.
    pub gone: Vec<SafeText>,
    /// The person's other messages, newest first, at most eight: the card has them all.
    pub past: Vec<Row>,
    /// The newest delivery about it.
    pub delivery: Option<Delivery>,
    /// What contacts were asked about it, oldest first.
    pub briefs: Vec<Brief>,
    /// To whom it was delegated before, and the like: its lines of the journal, newest first.
    pub journal: Vec<Entry>,
}

/// A message and what a contact was asked about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What was asked.
    pub brief: Brief,
    /// The message, whole.
    pub message: Message,
}

/// The daily sheet: what is known of each account for a day and the day before.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The day.
    pub day: Day,
    /// Readings of that day and of the last earlier day that has one, by account.
    pub rows: Vec<SheetRow>,
    /// Days of the last 31 on which an account that is followed has no reading at all.
    pub gaps: Vec<Day>,
}

/// One account in the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    /// The account.
    pub account: AccountId,
    /// That day's readings.
    pub today: Vec<Reading>,
    /// For each metric the newest earlier reading within a week.
    pub before: Vec<Reading>,
}

/// How the file is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Health {
    /// What `SQLite` found wrong; empty when it is whole.
    pub damage: Vec<String>,
    /// Whether the index of words agrees with the messages.
    pub index_ok: bool,
    /// Counters that differ from their rows.
    pub counters: Vec<String>,
    /// The version of the schema.
    pub schema: u32,
    /// The version of `SQLite`.
    pub sqlite: String,
    /// Messages stored.
    pub messages: u64,
}

/// A network's reply to a [`super::effect::Call`].
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// What a server is.
    Server(Box<crate::domain::account::Capabilities>),
    /// Where the CM allows Ronde, and whether the code comes by itself.
    Authorize {
        /// The address to open.
        url: SafeText,
        /// Whether a loopback port waits for the code.
        caught: bool,
    },
    /// An account that answers, not stored yet, and its token.
    Connected(Box<Account>, Secret),
    /// The secret is kept; told once where, when that is a file rather than the keyring.
    Kept {
        /// The file, where the system has no keyring.
        in_file: Option<SafeText>,
    },
    /// How the account stands and what it can do now.
    Checked(Box<Account>),
    /// A page.
    Page(Box<Page>),
    /// The conversation.
    Context(MessageId, Vec<Turn>),
    /// Figures of now.
    Figures(AccountId, Vec<Reading>),
    /// What the network said of an act.
    Answer(DeliveryId, Answer),
    /// What a look-up found.
    Sighting(DeliveryId, Sighting),
}
