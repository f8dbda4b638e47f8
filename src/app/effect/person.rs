//! Work for the file about persons: the card, joining, promises, export and erasure.

use crate::domain::person::PersonKind;
use crate::domain::promise::Promise;
use crate::domain::query::Key;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::domain::{BrandId, PersonId, PromiseId};

/// Work for the file about persons. A person that was joined stands for the main one.
#[derive(Debug, Clone, PartialEq)]
pub enum PersonJob {
    /// All that is known of a person, with their newest messages → [`crate::app::event::PersonReply::Card`].
    Card(PersonId),
    /// Messages of a person that are older than this one → `Past`.
    Past(PersonId, Key),
    /// Persons of a brand whose name or handle begins with the words typed → `Found`.
    Find(BrandId, String, u16),
    /// Keeps a note while it is written; nothing forgets it → `Saved`.
    BeginNote(PersonId, Option<SafeText>),
    /// Writes the note of a person → `Done`.
    Note(PersonId, SafeText, Moment),
    /// Says what a person is to the brand → `Done`.
    Kind(PersonId, PersonKind, Moment),
    /// Says that two are one person: `other` with all that was joined to them goes to `main` → `Done`.
    Join {
        /// Who stays the main person.
        main: PersonId,
        /// Who is joined.
        other: PersonId,
        /// When.
        at: Moment,
    },
    /// Takes one that was joined apart again → `Done`.
    Separate(PersonId, Moment),
    /// Writes a promise; id 0 makes a new one → `Done`.
    Promise(Box<Promise>, Moment),
    /// Removes a promise → `Done`.
    DropPromise(PromiseId, Moment),
    /// Everything that is kept about a person, as JSON → `Dump`.
    Dump(PersonId),
    /// Takes a person out of every file → `Erased`. Can't be undone.
    Erase(PersonId, Moment),
}

impl PersonJob {
    /// Whether it changes the file.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Card(_) | Self::Past(..) | Self::Find(..) | Self::Dump(_))
    }
}
