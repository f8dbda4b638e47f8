//! All that the app can ask of the world: work for the file, the networks and the desktop.
//!
//! Data only. `store::serve`, `network::serve` and the runtime carry it out, for the screens and
//! for the commands alike.

mod brief;
mod call;
mod desktop;
mod label;
mod person;
mod rule;

pub use brief::BriefWork;
pub use call::{Call, Secret};
pub use desktop::{Desktop, EditWhat};
pub use label::{LabelWork, Labelling};
pub use person::PersonJob;
pub use rule::{From as ProposeFrom, Progress, RuleJob, RuleReply, TRIED, Trial};

use crate::domain::account::{Account, Standing};
use crate::domain::brand::Brand;
use crate::domain::coded;
use crate::domain::contact::Contact;
use crate::domain::conversation::Turn;
use crate::domain::delivery::Move;
use crate::domain::facts::Section;
use crate::domain::highlight::Highlight;
use crate::domain::journal::Actor;
use crate::domain::message::{Incoming, MessageKind, MessageState, Own, Tone};
use crate::domain::person::PersonKind;
use crate::domain::post::{ApprovalOf, Post, PostState};
use crate::domain::query::Ask;
use crate::domain::reaction::Reaction;
use crate::domain::reading::{Metric, Reading};
use crate::domain::saved_reply::SavedReply;
use crate::domain::saved_view::SavedView;
use crate::domain::sweep::Slot;
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Period};
use crate::domain::{AccountId, BrandId, ContactId, DeliveryId, HighlightId, MessageId, PersonId, PostId, SavedReplyId, SweepId, ViewId};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The number of a request. A reply carries that of its request; a later one makes it stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ticket(pub u64);

/// One thing asked of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Work for the file.
    Store(Ticket, Job),
    /// Work for a network.
    Net(Ticket, Call),
    /// Work for the desktop.
    Desktop(Desktop),
    /// Leave. All work for the file that was asked before is done first.
    Quit,
    /// Leave, and open the demo.
    OpenDemo,
}

/// Work for the file. Each is one transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    // ---- the brand and those around it
    /// Brands, accounts, contacts and settings → [`super::event::Reply::Workspace`].
    Load,
    /// Writes a brand; id 0 makes a new one → `Brand`.
    SaveBrand(Box<Brand>, Moment),
    /// Writes an account; id 0 makes a new one → `Account`.
    SaveAccount(Box<Account>, Moment),
    /// Removes an account that nothing was received or sent by; else closes it → `Done`.
    RemoveAccount(AccountId, Moment),
    /// Notes how an account stands → `Done`.
    SetStanding(AccountId, Standing, Moment),
    /// Writes a contact; id 0 makes a new one → `Contact`.
    SaveContact(Box<Contact>, Moment),
    /// Removes a contact to whom nothing is delegated → `Done`.
    RemoveContact(ContactId, Moment),
    /// Writes a saved reply; id 0 makes a new one → `SavedReply`.
    SaveReply(Box<SavedReply>, Moment),
    /// Writes saved replies of one brand as one act, undone whole → `Done`.
    SaveReplies(Vec<SavedReply>, Moment),
    /// Removes a saved reply → `Done`.
    RemoveReply(SavedReplyId, Moment),
    /// Keeps a setting of the screens (language, last brand…) → `Done`.
    SaveSetting(String, String),
    /// Forgets a setting → `Done`.
    ForgetSetting(String),

    // ---- the inbox
    /// A window of rows → `Window`.
    Window(Box<Ask>),
    /// The window that begins with a message, where it stands in that list now; the first one where it does
    /// not → `Window`.
    Place(Box<Ask>, MessageId),
    /// A message with its person, conversation, draft and neighbours → `Opened`.
    Open(MessageId),
    /// The CM's past answers to messages like this one → `Suggestions`.
    Suggest(MessageId),
    /// Gives messages an outcome by the CM's key → `Decided`. Within a sweep, the sweep counts it.
    Decide {
        /// Which.
        messages: Vec<MessageId>,
        /// What was decided.
        state: MessageState,
        /// When.
        at: Moment,
        /// Within which sweep.
        sweep: Option<SweepId>,
        /// A word for the journal: the reason, the rule quoted; what is asked of a contact. May be empty.
        reason: SafeText,
    },
    /// Says what messages are → `Decided`.
    Classify {
        /// Which.
        messages: Vec<MessageId>,
        /// What changes.
        change: Classify,
        /// When.
        at: Moment,
    },
    /// Puts labels on messages or takes them off → `Decided`.
    Label(Labelling),
    /// The labels of the brand themselves → `LabelUses`, `Done`.
    Labels(LabelWork),
    /// Saves a view under its name; id 0 makes a new one, or takes the place of that of the name → `View`.
    SaveView(Box<SavedView>, Moment),
    /// Removes a saved view → `Done`.
    RemoveView(ViewId, Moment),
    /// Answers a message: the outcome *answered*, and a held delivery → `Answered`. The draft goes.
    Answer {
        /// Which.
        message: MessageId,
        /// What the answer says.
        text: SafeText,
        /// When.
        at: Moment,
        /// Within which sweep.
        sweep: Option<SweepId>,
        /// Whether it is only noted: the CM sent it by hand (an account kept by hand).
        by_hand: bool,
    },
    /// Makes a held delivery that is not an answer (like, mute, block, report…) → `Delivery`.
    Act {
        /// The message it is about.
        message: MessageId,
        /// What is done; the ids of the network are filled in from the message.
        act: ActName,
        /// The reason, the rule quoted. May be empty.
        reason: SafeText,
        /// When.
        at: Moment,
    },
    /// Shares a message with words of ours above it: a held delivery; the message stays as it is → `Delivery`.
    Quote {
        /// Which.
        message: MessageId,
        /// The words.
        text: SafeText,
        /// When.
        at: Moment,
    },
    /// Keeps the draft of an answer; an empty one is forgotten → `Saved`.
    KeepDraft(MessageId, SafeText, Moment),
    /// Keeps what was typed before the draft that is kept was read: behind it → `Saved`.
    AddToDraft(MessageId, SafeText, Moment),
    /// Writes what the CM knows of a person → `Done`.
    SavePerson(PersonId, PersonKind, SafeText, Moment),
    /// Work about a person: their card, their promises, joining, erasure → `Person` for the most part.
    Person(PersonJob),
    /// Logs a message of a manual space → `Taken`.
    LogByHand(AccountId, Vec<Incoming>, Moment),
    /// Brings back what was delegated or snoozed until now → `Woken`.
    Wake(Moment),
    /// Reads or writes what contacts were asked.
    Brief(BriefWork),
    /// Freezes the list of a new sweep, or takes up the one of that slot and day → `Sweep`.
    StartSweep {
        /// The brand.
        brand: BrandId,
        /// The day in its zone.
        day: Day,
        /// The part of the day.
        slot: Slot,
        /// When.
        at: Moment,
    },
    /// Ends a sweep → `Sweep`.
    EndSweep(SweepId, Moment),
    /// Notes that the CM had messages of a sweep before them → `Done`.
    Seen(SweepId, Vec<MessageId>),
    /// Acts on the network for one or many messages, where their accounts can; undone whole → `Decided`.
    ActAll {
        /// Which.
        messages: Vec<MessageId>,
        /// What is done on the network.
        act: ActName,
        /// The rule quoted. May be empty.
        reason: SafeText,
        /// When.
        at: Moment,
        /// Whether they are hidden here too.
        hides: bool,
        /// Within which sweep.
        sweep: Option<SweepId>,
    },

    // ---- the rules
    /// Rules, and what they propose → `Rule`, `Decided`.
    Rule(RuleJob),

    // ---- the networks
    /// Where a stream of an account was left → `Cursor`.
    Cursor(AccountId, Stream),
    /// Stores a page whole and moves the cursor with it → `Taken`.
    Take {
        /// The account.
        account: AccountId,
        /// The page.
        page: Box<Page>,
        /// When.
        at: Moment,
    },
    /// Keeps the conversation around a message → `Opened`.
    TakeContext(MessageId, Vec<Turn>, Moment),
    /// The network knows a message no more: our copy stays and says so → `Opened`.
    Lose(MessageId),
    /// Writes the pull into the journal → `Done`.
    Pulled(AccountId, u32, Moment),

    // ---- deliveries
    /// Every delivery that is not at rest → `Deliveries`.
    Moving,
    /// A step along an arrow, if the delivery is still where the step leaves from → `Advanced`.
    Advance(Box<Move>, Moment),
    /// Takes a delivery back while it is held; its text becomes a draft again → `TakenBack`.
    TakeBack(DeliveryId, Moment),
    /// Deletes on the network an answer that is out; held like the others → `Delivery`.
    Unsay(DeliveryId, Moment),
    /// Lets a late delivery leave all the same → `Advanced`.
    AllowLate(DeliveryId, Moment),
    /// The CM says what became of an unclear act: out (`true`) or not → `Advanced`.
    Resolve(DeliveryId, bool, Moment),
    /// The newest deliveries of a brand → `Deliveries`.
    Outbox(BrandId, u16),
    /// The deliveries that publish the posts on which there is still something to do → `Deliveries`.
    Publishing(BrandId),

    // ---- the metrics
    /// The daily sheet → `Sheet`.
    Sheet(BrandId, Day),
    /// Writes figures; one act, undone whole → `Done`.
    WriteReadings(Vec<Reading>, Actor, Moment),
    /// Readings of accounts over a period, by day → `Readings`.
    Readings(BrandId, Period, Option<Metric>),

    // ---- the queue
    /// Posts that are not archived, published ones of the period included → `Posts`.
    Posts(BrandId, Period),
    /// One post → `Post`.
    Post(PostId),
    /// Writes a post; id 0 makes a new one; voids validations that no longer hold → `Post`.
    SavePost(Box<Post>, Moment),
    /// Moves a post to a state that its rules allow → `Post`.
    MovePost(PostId, PostState, Moment),
    /// Gives a validation, or passes it over with a reason → `Post`.
    Approve {
        /// The post.
        post: PostId,
        /// Of what.
        of: ApprovalOf,
        /// By whom.
        by: SafeText,
        /// In what words, or why it is passed over.
        words: SafeText,
        /// Whether it is passed over.
        passed_over: bool,
        /// When.
        at: Moment,
    },
    /// Sets the instant of a post whose validations hold and makes its deliveries → `Post`.
    Schedule(PostId, Moment, Moment),
    /// Takes the deliveries of a scheduled post back; it is approved again → `Post`.
    Unschedule(PostId, Moment),

    // ---- the report, the day
    /// What happened over a period → `Facts`.
    Facts(BrandId, Period),
    /// Keeps a text of the CM → `Saved`.
    SaveSection(BrandId, Period, Section, SafeText, Moment),
    /// Notes that a report was written to files → `Done`.
    Exported(BrandId, Period, Moment),
    /// Keeps something for the report; id 0 makes a new one → `Done`.
    Keep(Box<Highlight>),
    /// Forgets it → `Done`.
    Forget(HighlightId, Moment),
    /// The day of a brand → `Board`.
    Board(BrandId, Day, Moment),

    // ---- the journal, the file
    /// The newest lines of a brand, newest first → `Journal`.
    Journal(BrandId, u16),
    /// Undoes the last act of the CM → `Undone`.
    Undo(BrandId, Moment),
    /// Leaves the act that has left by this delivery as it is, and undoes the one before → `Undone`.
    UndoBefore(BrandId, DeliveryId, Moment),
    /// Does again what was undone last → `Undone`.
    Redo(BrandId, Moment),
    /// A consistent copy of the file, never over a file that exists → `Done`.
    Backup(PathBuf),
    /// Checks the file: integrity, index of words, counters against their rows → `Health`.
    Check,
    /// At most so many rows of a table after this row, as JSON for the export → `Dump`.
    Dump(Table, i64, u16),
}

coded! {
    /// What an export holds: a file each.
    Table {
        Brands = "brands", Accounts = "accounts", Contacts = "contacts", SavedReplies = "saved-replies", Persons = "persons",
        Labels = "labels",
        /// Queries of the inbox under a name.
        Views = "views",
        /// What was promised to persons.
        Promises = "promises",
        Messages = "messages", Conversations = "conversations", Drafts = "drafts",
        /// What the accounts themselves said.
        Own = "own",
        /// What others did without words.
        Reactions = "reactions",
        Rules = "rules", Sweeps = "sweeps", Posts = "posts", Deliveries = "deliveries", Readings = "readings", Highlights = "highlights",
        /// What contacts were asked.
        Briefs = "briefs",
        /// What the CM wrote in the reports.
        Sections = "sections",
        Journal = "journal",
    }
}

impl Job {
    /// Whether it changes the file: then the writing connection serves it, else the reading one.
    #[must_use]
    pub const fn writes(&self) -> bool {
        if let Self::Rule(job) = self {
            return job.writes();
        }
        if let Self::Brief(work) = self {
            return work.writes();
        }
        if let Self::Labels(work) = self {
            return work.writes();
        }
        if let Self::Person(job) = self {
            return job.writes();
        }
        !matches!(
            self,
            Self::Load
                | Self::Window(_)
                | Self::Place(..)
                | Self::Open(_)
                | Self::Suggest(_)
                | Self::Cursor(..)
                | Self::Moving
                | Self::Outbox(..)
                | Self::Publishing(_)
                | Self::Sheet(..)
                | Self::Readings(..)
                | Self::Posts(..)
                | Self::Post(_)
                | Self::Facts(..)
                | Self::Board(..)
                | Self::Journal(..)
                | Self::Backup(_)
                | Self::Check
                | Self::Dump(..)
        )
    }
}

/// What the CM says a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Classify {
    /// Its type.
    Kind(MessageKind),
    /// Its tone.
    Tone(Tone),
    /// Both in one go.
    Both(MessageKind, Tone),
    /// Raised to the top, or not.
    Urgent(bool),
}

/// An act on a message that is not an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActName {
    /// Likes it.
    Like,
    /// Shares it as it is.
    Repost,
    /// Hides it for everybody, beneath something of ours.
    Hide,
    /// Mutes its author.
    Mute,
    /// Blocks its author.
    Block,
    /// Reports it.
    Report,
    /// Deletes our own newest answer to it, which can't be brought back.
    DeleteAnswer,
}

/// What is pulled of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stream {
    /// What others wrote to the account.
    Incoming,
    /// What the account itself said, here or elsewhere.
    Own,
    /// What others did without words: likes, shares, follows.
    Reactions,
}

impl Stream {
    /// The stable word for it in the file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Own => "own",
            Self::Reactions => "reactions",
        }
    }
}

/// A page of a stream, taken whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The stream.
    pub stream: Stream,
    /// What others wrote, in any order.
    pub incoming: Vec<Incoming>,
    /// What the account itself said, in any order.
    pub own: Vec<Own>,
    /// What others did without words, in any order.
    pub reactions: Vec<Reaction>,
    /// Where the next page begins; stored with the page. `None` keeps the cursor.
    pub cursor: Option<String>,
    /// Whether more pages wait.
    pub more: bool,
}
