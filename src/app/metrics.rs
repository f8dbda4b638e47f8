//! To come.

use super::command::{Scope, always, commands};
use super::effect::Ticket;
use super::event::Reply;
use super::key::Key;
use super::model::Model;

commands! { Metrics;
    Refresh "metrics-refresh" Metrics [] 0 always;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {}

/// The state of the tab.
#[derive(Debug, Default)]
pub struct Metrics {}

/// The scopes that hear a key.
pub fn scopes(_: &Model, scopes: &mut Vec<Scope>) {
    scopes.push(Scope::Metrics);
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

/// A request of this part failed; the trouble was told.
pub fn hear_trouble(_: &mut Model, _: Ticket) {}
