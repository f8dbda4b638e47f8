//! The one command table: each command is written once, with its scope, keys, rank and condition.
//!
//! The keymap, the footer, help, the palette, the README's key list and the check of the user's own
//! keys derive from it. Each tab lists its own commands in its own file; this joins them.

use super::model::Model;
use crate::lang::Text;

/// Where a command is heard. Scopes are a stack, resolved from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everywhere, unless something above hears the key.
    Global,
    /// A tab.
    Today,
    /// The inbox.
    Inbox,
    /// The metrics.
    Metrics,
    /// Typing figures into the daily sheet.
    Sheet,
    /// The queue.
    Queue,
    /// The watch.
    Watch,
    /// The report.
    Report,
    /// The notebook.
    Notebook,
    /// A dialog: menus, questions, help.
    Dialog,
    /// Any text field: what can be typed is text.
    Field,
    /// The filter of the inbox being typed.
    Filter,
    /// The card of a person.
    Card,
    /// The note of a person being written.
    Note,
    /// The answer being written.
    Composer,
    /// The answer, read once more before it leaves.
    SecondLook,
    /// A text of the notebook being written.
    NotebookText,
    /// The post being written.
    PostEditor,
    /// A text of the report being written.
    SectionEditor,
    /// A rule being written.
    RuleEditor,
}

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Of the whole app.
    Shell(super::shell::Command),
    /// Of Today.
    Today(super::today::Command),
    /// Of the inbox.
    Inbox(super::inbox::Command),
    /// Of the card of a person.
    Person(super::inbox::person::Command),
    /// Of the metrics.
    Metrics(super::metrics::Command),
    /// Of the queue.
    Queue(super::queue::Command),
    /// Of the report.
    Report(super::report::Command),
    /// Of the notebook.
    Notebook(super::notebook::Command),
}

/// Why a command can't be run now: a text that says so.
pub type Reason = Text;

/// A command as the table lists it.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// What it is.
    pub command: Command,
    /// Its stable name: in the config, and in the ids of its texts (`cmd-NAME`, `key-NAME`).
    pub name: &'static str,
    /// Where it is heard.
    pub scope: Scope,
    /// Its default keys, the one shown first.
    pub keys: &'static [&'static str],
    /// Its place in the footer, the lowest first; 0 keeps it out.
    pub rank: u8,
    /// Whether it can be run now.
    pub available: fn(&Model) -> Result<(), Reason>,
}

/// Always available.
pub const fn always(_: &Model) -> Result<(), Reason> {
    Ok(())
}

/// Lists the commands of one part: `Name "stable-name" Scope [keys] rank condition;`
macro_rules! commands {
    ($part:ident; $($name:ident $code:literal $scope:ident [$($key:literal),*] $rank:literal $available:expr;)+) => {
        /// A command of this part; its texts say what it does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command { $(#[doc = concat!("`", $code, "`.")] $name),+ }

        /// The commands of this part.
        pub const TABLE: &[$crate::app::command::Spec] = &[$($crate::app::command::Spec {
            command: $crate::app::command::Command::$part(Command::$name),
            name: $code,
            scope: $crate::app::command::Scope::$scope,
            keys: &[$($key),*],
            rank: $rank,
            available: $available,
        }),+];
    };
}
pub(crate) use commands;

/// Every command, in the order of help.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    [
        super::shell::TABLE,
        super::today::TABLE,
        super::inbox::TABLE,
        super::inbox::person::TABLE,
        super::metrics::TABLE,
        super::queue::TABLE,
        super::report::TABLE,
        super::notebook::TABLE,
    ]
    .into_iter()
    .flatten()
}

/// The line of the table for `command`.
///
/// # Panics
/// Never: every command is made by the table.
#[must_use]
pub fn spec(command: Command) -> &'static Spec {
    all().find(|spec| spec.command == command).expect("every command is made by the table")
}
