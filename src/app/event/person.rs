//! The file's replies about persons.

use super::Row;
use crate::domain::person::{Card, Erasure, Person};

/// The file's reply to a [`crate::app::effect::PersonJob`].
#[derive(Debug, Clone, PartialEq)]
pub enum PersonReply {
    /// A person and their newest messages; `None` if they are gone.
    Card(Option<Box<(Card, PastPage)>>),
    /// Older messages.
    Past(PastPage),
    /// Persons.
    Found(Vec<Person>),
    /// All that is kept about a person.
    Dump(Box<serde_json::Value>),
    /// A person was erased.
    Erased(Box<Erasure>),
}

/// Messages of a person, newest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastPage {
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether older ones follow.
    pub more: bool,
}
