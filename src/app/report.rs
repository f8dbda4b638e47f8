//! To come.

use super::command::{Scope, always, commands};
use super::effect::Ticket;
use super::event::Reply;
use super::key::Key;
use super::model::Model;

commands! { Report;
    Refresh "report-refresh" Report [] 0 always;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {}

/// The state of the tab.
#[derive(Debug, Default)]
pub struct Report {}

/// The scopes that hear a key.
pub fn scopes(_: &Model, scopes: &mut Vec<Scope>) {
    scopes.push(Scope::Report);
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Refresh => refresh(model),
    }
}

/// Does what was chosen or typed.
pub fn choose(_: &mut Model, then: Then, _: &str) {
    match then {}
}

/// Asks again for what the tab shows.
pub fn refresh(_: &mut Model) {}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(_: &mut Model, _: Key) -> bool {
    false
}

/// Hears the file.
pub fn hear(_: &mut Model, _: Ticket, _: Reply) {}

/// A report was written, or not.
pub fn wrote(_: &mut Model, _: Result<Vec<crate::domain::text::SafeText>, crate::domain::text::SafeText>) {}

/// A text came back from the CM's editor.
pub fn edited(_: &mut Model, _: crate::domain::facts::Section, _: &crate::domain::text::SafeText) {}

/// Takes a paste, if a field is open. Gives whether it did.
pub fn paste(_: &mut Model, _: &crate::domain::text::SafeText) -> bool {
    false
}
