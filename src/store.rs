//! The file: one `SQLite` database that holds everything. Speaks to no network and reads no clock.
//!
//! [`serve`] carries out a [`Job`] in one transaction. One connection writes and owns the checkpoints;
//! a second one, read-only, answers the screens, so that they never wait behind a pull.

mod approval;
mod backup;
mod board;
mod brief;
mod by_hand;
mod check;
mod come_back;
mod connection;
mod deadline;
mod delivery;
mod dump;
mod erase;
mod erased;
mod facts;
mod filter;
mod highlight;
mod inbox;
mod journal;
mod journey;
mod label;
mod last_word;
mod mention;
mod message;
mod moderation;
mod noted;
mod person;
mod place;
mod post;
mod promise;
mod proposal;
mod quote;
mod reaction;
mod reading;
mod relabel;
mod rule;
mod saved_reply;
mod schedule;
mod schema;
mod search;
mod suggest;
mod sweep;
mod take;
mod tally;
mod trouble;
mod unanswer;
mod undo;
mod unsay;
mod value;
mod variant;
mod view;
mod walk;
mod window;
mod workspace;

pub use trouble::{StoreError, StoreResult};

use crate::app::effect::{Job, LabelWork, PersonJob, RuleJob};
use crate::app::event::Reply;
use crate::app::trouble::Trouble;
use crate::domain::BrandId;
use crate::domain::journal::{Actor, Subject, Verb};
use crate::domain::post::Approval;
use crate::domain::time::{Day, Moment};
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// A connection to the file.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    place: Place,
    durability: Durability,
}

/// Where the database lies.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    /// In the memory of this process, under a name.
    Memory(String),
}

/// What a commit waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Durability {
    /// The disk: what only the CM knows.
    Full,
    /// Nothing: what can be fetched again. The file stays whole all the same.
    Normal,
}

impl Store {
    /// Opens the file to write, making it where there is none and bringing it to the newest schema.
    ///
    /// # Errors
    /// A newer or damaged file is refused and left as it is.
    pub fn open(path: &Path) -> StoreResult<Self> {
        let store = Self { conn: connection::writer(path)?, place: Place::File(path.to_owned()), durability: Durability::Full };
        erase::finish(&store)?;
        Ok(store)
    }

    /// Opens the file to read only.
    pub fn open_reader(path: &Path) -> StoreResult<Self> {
        Ok(Self { conn: connection::reader(path)?, place: Place::File(path.to_owned()), durability: Durability::Full })
    }

    /// An empty database in memory: for the demo, where nothing is kept.
    pub fn in_memory() -> StoreResult<Self> {
        use std::hash::{BuildHasher, Hasher};
        // Two of them in one process must not meet: a hasher's own seed is a fresh name.
        let name = format!("ronde-{:016x}", std::hash::RandomState::new().build_hasher().finish());
        Ok(Self { conn: connection::memory(&name, true)?, place: Place::Memory(name), durability: Durability::Full })
    }

    /// A second connection, read-only, to the same database.
    pub fn reader(&self) -> StoreResult<Self> {
        match &self.place {
            Place::File(path) => Self::open_reader(path),
            Place::Memory(name) => {
                Ok(Self { conn: connection::memory(name, false)?, place: self.place.clone(), durability: Durability::Full })
            }
        }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::Memory(_) => None,
        }
    }

    /// Nothing is asked for now: writes the log back into the file. To be called on the writing connection alone.
    pub fn idle(&self) -> StoreResult<()> {
        self.conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Keeps the copy of the day in `folder` for a week. `None` if that of today is there already, or if the store
    /// is in memory.
    pub fn daily_backup(&self, folder: &Path, today: Day) -> StoreResult<Option<PathBuf>> {
        self.path().map_or(Ok(None), |path| backup::daily(&self.conn, path, folder, today))
    }

    /// Tells the connection what its next commits wait for.
    fn commit_with(&mut self, durability: Durability) -> StoreResult<()> {
        if self.durability != durability {
            let word = match durability {
                Durability::Full => "FULL",
                Durability::Normal => "NORMAL",
            };
            self.conn.pragma_update(None, "synchronous", word)?;
            self.durability = durability;
        }
        Ok(())
    }
}

/// What a job's commit waits for.
const fn durability(job: &Job) -> Durability {
    match job {
        Job::Take { .. } | Job::TakeContext(..) | Job::Lose(_) | Job::Pulled(..) | Job::Rule(RuleJob::Propose(..)) => Durability::Normal,
        _ => Durability::Full,
    }
}

/// Carries out a job: whole, in one transaction, or not at all.
///
/// # Errors
/// What is told to the person; nothing was changed then.
pub fn serve(store: &mut Store, job: Job) -> Result<Reply, Trouble> {
    Ok(carry_out(store, job)?)
}

fn carry_out(store: &mut Store, job: Job) -> StoreResult<Reply> {
    if let Job::Backup(path) = &job {
        backup::copy(&store.conn, path)?;
        return Ok(Reply::Done);
    }
    if let Job::Person(PersonJob::Erase(person, at)) = &job {
        return erase::run(store, *person, *at);
    }
    let behavior = if job.writes() {
        store.commit_with(durability(&job))?;
        TransactionBehavior::Immediate
    } else {
        TransactionBehavior::Deferred
    };
    let transaction = store.conn.transaction_with_behavior(behavior)?;
    let reply = answer(&transaction, job)?;
    transaction.commit()?;
    Ok(reply)
}

/// Each job and the function that does it.
fn answer(conn: &Connection, job: Job) -> StoreResult<Reply> {
    Ok(match job {
        Job::Load => Reply::Workspace(Box::new(workspace::load(conn)?)),
        Job::SaveBrand(brand, at) => Reply::Brand(Box::new(workspace::save_brand(conn, &brand, at)?)),
        Job::SaveAccount(account, at) => Reply::Account(Box::new(workspace::save_account(conn, &account, at)?)),
        Job::RemoveAccount(account, at) => done(workspace::remove_account(conn, account, at))?,
        Job::SetStanding(account, standing, at) => done(workspace::set_standing(conn, account, &standing, at))?,
        Job::SaveContact(contact, at) => Reply::Contact(Box::new(workspace::save_contact(conn, &contact, at)?)),
        Job::RemoveContact(contact, at) => done(workspace::remove_contact(conn, contact, at))?,
        Job::SaveReply(given, at) => Reply::SavedReply(Box::new(saved_reply::save(conn, &given, at)?)),
        Job::SaveReplies(given, at) => done(saved_reply::save_all(conn, &given, at))?,
        Job::RemoveReply(id, at) => done(saved_reply::remove(conn, id, at))?,
        Job::SaveSetting(name, value) => done(workspace::save_setting(conn, &name, &value))?,
        Job::ForgetSetting(name) => done(workspace::forget_setting(conn, &name))?,

        Job::Window(ask) => Reply::Window(Box::new(window::read(conn, &ask)?)),
        Job::Place(ask, message) => Reply::Window(Box::new(place::read(conn, &ask, message)?)),
        Job::Open(message) => Reply::Opened(inbox::open(conn, message)?.map(Box::new)),
        Job::Suggest(message) => Reply::Suggestions(message, suggest::find(conn, message)?),
        Job::Decide { messages, state, at, sweep, reason } => inbox::decide(conn, &messages, state, at, sweep, &reason)?,
        Job::Label(labelling) => label::label(conn, &labelling)?,
        Job::Labels(LabelWork::Uses(brand)) => Reply::LabelUses(relabel::uses(conn, brand)?),
        Job::Labels(LabelWork::Rename(id, name, at)) => done(relabel::rename(conn, id, &name, at))?,
        Job::Labels(LabelWork::Remove(id, at)) => done(relabel::remove(conn, id, at))?,
        Job::SaveView(given, at) => Reply::View(Box::new(view::save(conn, &given, at)?)),
        Job::RemoveView(id, at) => done(view::remove(conn, id, at))?,
        Job::Classify { messages, change, at } => inbox::classify(conn, &messages, change, at)?,
        Job::Answer { message, text, at, sweep, by_hand } => inbox::answer(conn, message, &text, at, sweep, by_hand)?,
        Job::Act { message, act, reason, at } => inbox::act(conn, message, act, &reason, at)?,
        Job::Quote { message, text, at } => quote::quote(conn, message, &text, at)?,
        Job::ActAll { messages, act, reason, at, hides, sweep } => {
            moderation::all(conn, &moderation::Order { messages: &messages, act, reason: &reason, at, hides, sweep })?
        }
        Job::KeepDraft(message, text, at) => {
            message::must_know(conn, message)?;
            message::keep_draft(conn, message, &text, at)?;
            Reply::Saved
        }
        Job::AddToDraft(message, text, at) => {
            message::must_know(conn, message)?;
            message::add_to_draft(conn, message, &text, at)?;
            Reply::Saved
        }
        Job::SavePerson(id, kind, note, at) => done(person::known::save(conn, id, kind, &note, at))?,
        Job::Person(job) => person::serve(conn, job)?,
        Job::LogByHand(account, messages, at) => take::by_hand(conn, account, &messages, at)?,
        Job::Brief(work) => brief::serve(conn, work)?,
        Job::Wake(now) => inbox::wake(conn, now)?,
        Job::StartSweep { brand, day, slot, at } => Reply::Sweep(Box::new(sweep::start(conn, brand, day, slot, at)?)),
        Job::EndSweep(sweep, at) => Reply::Sweep(Box::new(sweep::end(conn, sweep, at)?)),
        Job::Seen(sweep, messages) => done(sweep::seen(conn, sweep, &messages))?,

        Job::Rule(job) => rule::serve(conn, job)?,

        Job::Cursor(account, stream) => Reply::Cursor(take::cursor(conn, account, stream)?),
        Job::Take { account, page, at } => take::page(conn, account, &page, at)?,
        Job::TakeContext(message, turns, _) => Reply::Opened(inbox::take_context(conn, message, &turns)?.map(Box::new)),
        Job::Lose(message) => Reply::Opened(inbox::lose(conn, message)?.map(Box::new)),
        Job::Pulled(account, new, at) => {
            let brand = workspace::account(conn, account)?.brand;
            let after = serde_json::json!({ "new": new });
            journal::Act::new(conn, brand, Actor::Ronde, at).line(Verb::Pulled, Subject::Account, account.0, None, Some(&after))?;
            Reply::Done
        }

        Job::Moving => Reply::Deliveries(delivery::moving(conn)?),
        Job::Advance(step, at) => Reply::Advanced(journey::advance(conn, &step, at)?.map(Box::new)),
        Job::Unsay(delivery, at) => unsay::unsay(conn, delivery, at)?,
        Job::TakeBack(delivery, at) => journey::take_back(conn, delivery, at)?,
        Job::AllowLate(delivery, at) => Reply::Advanced(journey::allow_late(conn, delivery, at)?.map(Box::new)),
        Job::Resolve(delivery, out, at) => Reply::Advanced(journey::resolve(conn, delivery, out, at)?.map(Box::new)),
        Job::Publishing(brand) => Reply::Deliveries(delivery::publishing(conn, brand)?),
        Job::Outbox(brand, most) => Reply::Deliveries(delivery::outbox(conn, brand, most)?),

        Job::Sheet(brand, day) => Reply::Sheet(Box::new(reading::sheet(conn, brand, day)?)),
        Job::WriteReadings(readings, actor, at) => done(reading::write(conn, &readings, actor, at))?,
        Job::Readings(brand, period, metric) => Reply::Readings(reading::over(conn, brand, period, metric)?),

        Job::Posts(brand, period) => Reply::Posts(post::over(conn, brand, period)?),
        Job::Post(id) => Reply::Post(Box::new(Ok(post::read(conn, id)?))),
        Job::SavePost(given, at) => Reply::Post(Box::new(post::save(conn, &given, at)?)),
        Job::MovePost(id, next, at) => Reply::Post(Box::new(post::go(conn, id, next, at)?)),
        Job::Approve { post, of, by, words, passed_over, at } => {
            let approval = Approval { of, by, at, words, passed_over, fingerprint: String::new(), voided: None };
            Reply::Post(Box::new(approval::approve(conn, post, approval)?))
        }
        Job::Schedule(id, due, at) => Reply::Post(Box::new(schedule::schedule(conn, id, due, at)?)),
        Job::Unschedule(id, at) => Reply::Post(Box::new(schedule::unschedule(conn, id, at)?)),

        Job::Facts(brand, period) => Reply::Facts(Box::new(facts::read(conn, brand, period)?)),
        Job::SaveSection(brand, period, section, text, at) => {
            highlight::save_section(conn, brand, period, section, &text, at)?;
            Reply::Saved
        }
        Job::Exported(brand, period, at) => done(highlight::exported(conn, brand, period, at))?,
        Job::Keep(highlight) => done(highlight::keep(conn, &highlight))?,
        Job::Forget(highlight, at) => done(highlight::forget(conn, highlight, at))?,
        Job::Board(brand, day, now) => Reply::Board(Box::new(board::read(conn, brand, day, now)?)),

        Job::Journal(brand, most) => Reply::Journal(journal::newest(conn, brand, most)?),
        Job::Undo(brand, at) => unsay::undo(conn, brand, at)?,
        Job::UndoBefore(brand, left, at) => {
            undo::pass_over(conn, brand, left, at)?;
            unsay::undo(conn, brand, at)?
        }
        Job::Redo(brand, at) => returned(conn, brand, at, undo::redo)?,
        Job::Check => Reply::Health(Box::new(check::read(conn)?)),
        Job::Dump(table, after, limit) => Reply::Dump(dump::page(conn, table, after, limit)?),
        // Served before a transaction is begun: a copy makes its own.
        Job::Backup(_) => Reply::Done,
    })
}

fn done(result: StoreResult<()>) -> StoreResult<Reply> {
    result.map(|()| Reply::Done)
}

type Return = fn(&Connection, BrandId, Moment) -> StoreResult<Vec<crate::domain::journal::Entry>>;

fn returned(conn: &Connection, brand: BrandId, at: Moment, way: Return) -> StoreResult<Reply> {
    way(conn, brand, at).map(Reply::Undone)
}
