//! The log: one line for each thing that a person needs in order to find out what happened. `time level area words`.
//!
//! It is written on a thread of its own. What a delivery says, what a person wrote and what opens an account is
//! never in it; what can't be written is left out, and hinders nothing.

use super::clock::Clock;
use crate::app::effect::{Job, Stream};
use crate::app::event::{News, Reply};
use crate::app::trouble::Trouble;
use crate::domain::AccountId;
use crate::domain::delivery::{Delivery, Stage};
use crate::domain::text::SafeText;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// The most bytes of the file. The next line begins a new one; the one before stays as `ronde.log.1`.
pub const MOST: u64 = 1024 * 1024;
/// The most bytes of the words of a line: what a server answers may be long.
const LONGEST: usize = 500;

/// How much a line weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It went as it should.
    Info,
    /// It did not, and that was told or is tried again.
    Warn,
    /// A fault of Ronde's own.
    Error,
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// The program.
    Ronde,
    /// The database.
    File,
    /// What a network answers.
    Network,
    /// What comes from a network.
    Pull,
    /// What goes to one.
    Delivery,
}

enum Heard {
    Line(Level, Area, SafeText),
    End,
}

/// Where lines are left. It never waits.
#[derive(Debug, Clone, Default)]
pub struct Log(Option<Sender<Heard>>);

impl std::fmt::Debug for Heard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Heard")
    }
}

/// The thread that writes.
#[derive(Debug)]
pub struct Keeper {
    log: Log,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Keeper {
    /// All that was left until now is written first.
    fn drop(&mut self) {
        if let Some(sender) = &self.log.0 {
            let _ = sender.send(Heard::End);
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Log {
    /// A log in a file, by a clock; what keeps it writes until it is dropped.
    #[must_use]
    pub fn open(path: PathBuf, clock: Clock) -> (Self, Keeper) {
        let (sender, lines) = channel();
        let log = Self(Some(sender));
        let thread = std::thread::spawn(move || keep(&path, clock, &lines));
        (log.clone(), Keeper { log, thread: Some(thread) })
    }

    /// Leaves a line.
    pub fn say(&self, level: Level, area: Area, words: &str) {
        if let Some(sender) = &self.0 {
            let near = &words[..words.floor_char_boundary(LONGEST * 8)];
            let line = SafeText::line(near);
            let end = line.as_str().floor_char_boundary(LONGEST);
            let _ = sender.send(Heard::Line(level, area, SafeText::line(&line.as_str()[..end])));
        }
    }

    /// Says that the program starts, and how.
    pub fn start(&self, how: &str) {
        self.say(Level::Info, Area::Ronde, &format!("{} starts: {how}", env!("CARGO_PKG_VERSION")));
    }

    /// Says that it stops, and how.
    pub fn stop(&self, how: &str) {
        self.say(Level::Info, Area::Ronde, &format!("{} stops: {how}", env!("CARGO_PKG_VERSION")));
    }

    /// Says that something went wrong: its cause, its account, its details.
    pub fn trouble(&self, area: Area, trouble: &Trouble) {
        let account = trouble.account.map(|account| format!(" account {account}")).unwrap_or_default();
        let words = format!("{}{account}: {}", trouble.cause.code(), trouble.detail.on_one_line());
        self.say(Level::Warn, area, words.trim_end_matches([':', ' ']));
    }

    /// Says what became of work for the file, where that is worth a line.
    pub fn job(&self, asked: &Asked, reply: &Result<Reply, Trouble>) {
        let delivery = |words: String| self.say(Level::Info, Area::Delivery, &words);
        match (asked, reply) {
            (_, Err(trouble)) => self.trouble(Area::File, trouble),
            (Asked::Step { from }, Ok(Reply::Advanced(Some(after)))) => {
                delivery(format!("{} {} -> {}, attempts {}", told(after), from.code(), after.journey.stage().code(), after.attempts));
            }
            (_, Ok(Reply::Advanced(Some(held)) | Reply::Delivery(held) | Reply::Answered { delivery: Some(held), .. })) => {
                delivery(format!("{} is {}, attempts {}", told(held), held.journey.stage().code(), held.attempts));
            }
            (_, Ok(Reply::TakenBack(Some((id, ..))))) => delivery(format!("{id} is {}", Stage::TakenBack.code())),
            (Asked::Page(account, stream), Ok(Reply::Taken { new, changed, answered, .. })) if new + changed + answered > 0 => {
                let words = format!("account {account} {}: {new} new, {changed} changed, {answered} answered elsewhere", stream.code());
                self.say(Level::Info, Area::Pull, &words);
            }
            (Asked::Pulled(account, count), Ok(_)) => {
                self.say(Level::Info, Area::Pull, &format!("account {account} pulled: {count} new"));
            }
            (Asked::Posts, Ok(Reply::Post(post))) => {
                if let Ok(post) = post.as_ref() {
                    delivery(format!("post {} is {}", post.id, post.state.code()));
                }
            }
            (_, Ok(_)) => {}
        }
    }

    /// Says what a network answered, where that is trouble.
    pub fn news(&self, news: &Result<News, Trouble>) {
        if let Err(trouble) = news {
            self.trouble(Area::Network, trouble);
        }
    }
}

/// A delivery by its numbers and the kind of its act: never by what it says.
fn told(delivery: &Delivery) -> String {
    format!("{} {} account {}", delivery.id, delivery.act.code(), delivery.account)
}

/// What a line has to remember of work for the file once it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A step of a delivery, from here.
    Step {
        /// Where it was.
        from: Stage,
    },
    /// A page of an account.
    Page(AccountId, Stream),
    /// A pull has ended with so many new messages.
    Pulled(AccountId, u32),
    /// A post gets or loses its hour.
    Posts,
    /// Anything else.
    Other,
}

impl Asked {
    /// What is to be remembered of a job.
    #[must_use]
    pub const fn of(job: &Job) -> Self {
        match job {
            Job::Advance(step, _) => Self::Step { from: step.from },
            Job::Take { account, page, .. } => Self::Page(*account, page.stream),
            Job::Pulled(account, count, _) => Self::Pulled(*account, *count),
            Job::Schedule(..) | Job::Unschedule(..) => Self::Posts,
            _ => Self::Other,
        }
    }
}

fn keep(path: &Path, clock: Clock, lines: &Receiver<Heard>) {
    for heard in lines {
        match heard {
            Heard::Line(level, area, words) => {
                let time = clock.now().format("%Y-%m-%dT%H:%M:%SZ");
                let level = match level {
                    Level::Info => "info",
                    Level::Warn => "warn",
                    Level::Error => "error",
                };
                let area = match area {
                    Area::Ronde => "ronde",
                    Area::File => "file",
                    Area::Network => "network",
                    Area::Pull => "pull",
                    Area::Delivery => "delivery",
                };
                // A log that can't be written hinders nothing.
                let _ = add(path, &format!("{time} {level} {area} {words}\n"));
            }
            Heard::End => return,
        }
    }
}

/// Adds a line. The file is opened for each, so that two programs may write and either may begin a new one.
fn add(path: &Path, line: &str) -> std::io::Result<()> {
    let mut file = open(path)?;
    file.lock()?;
    if file.metadata()?.len() + line.len() as u64 > MOST {
        // Another program may have begun a new one while this one waited.
        if std::fs::metadata(path)?.len() + line.len() as u64 > MOST {
            std::fs::rename(path, before(path))?;
        }
        file = open(path)?;
    }
    file.write_all(line.as_bytes())
}

/// The log before this one.
#[must_use]
pub fn before(path: &Path) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push(".1");
    PathBuf::from(name)
}

fn open(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
        crate::files::private_folder(folder).map_err(std::io::Error::other)?;
    }
    // A link may lead to a file of somebody else.
    if std::fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(std::io::ErrorKind::AlreadyExists.into());
    }
    let mut options = File::options();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
        }
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::trouble::Cause;

    fn written(path: &Path, say: impl FnOnce(&Log)) -> String {
        let (log, keeper) = Log::open(path.to_owned(), Clock::from("2026-11-04T10:00:00Z".parse().expect("an instant")));
        say(&log);
        drop(keeper);
        std::fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn a_line_tells_when_how_grave_where_and_what() {
        let folder = tempfile::tempdir().expect("a folder");
        let trouble = Trouble { cause: Cause::Rejected, account: Some(AccountId(3)), detail: SafeText::clean("trop\nlong") };
        let log = written(&folder.path().join("state/ronde.log"), |log| log.trouble(Area::Network, &trouble));
        assert_eq!(log, "2026-11-04T10:00:00Z warn network rejected account 3: trop long\n");
    }

    #[test]
    fn a_full_log_begins_anew_and_the_one_before_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ronde.log");
        std::fs::write(&path, vec![b'x'; usize::try_from(MOST).expect("small")]).expect("written");
        let log = written(&path, |log| log.start("screens"));
        assert_eq!(log.lines().count(), 1);
        assert_eq!(std::fs::metadata(before(&path)).expect("kept").len(), MOST);
    }

    #[cfg(unix)]
    #[test]
    fn the_log_is_its_owners_alone_and_follows_no_link() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let (target, path) = (folder.path().join("target"), folder.path().join("ronde.log"));
        std::fs::write(&target, "kept").expect("written");
        std::os::unix::fs::symlink(&target, &path).expect("linked");
        written(&path, |log| log.start("screens"));
        assert_eq!(std::fs::read_to_string(&target).expect("read"), "kept");
        std::fs::remove_file(&path).expect("removed");
        written(&path, |log| log.start("screens"));
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_log_that_can_not_be_written_hinders_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("file"), "").expect("written");
        assert_eq!(written(&folder.path().join("file/ronde.log"), |log| log.start("screens")), "");
    }
}
