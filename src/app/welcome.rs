//! To come.

use super::effect::Ticket;
use super::event::Reply;
use super::key::Key;
use super::model::Model;
use crate::domain::text::SafeText;
use crate::lang::Lang;

/// The state of the welcome.
#[derive(Debug, Default)]
pub struct Welcome {}

impl Welcome {
    /// The first question.
    #[must_use]
    pub fn begin(_: Lang) -> Self {
        Self {}
    }
}

/// Hears a key.
pub fn hear_key(_: &mut Model, _: Key) {}

/// Takes a paste.
pub fn paste(_: &mut Model, _: &SafeText) {}

/// Hears the file.
pub fn hear(_: &mut Model, _: Ticket, _: Reply) {}
