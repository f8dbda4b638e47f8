//! To come.

use super::command::{Scope, always, commands};
use super::effect::Ticket;
use super::event::Reply;
use super::key::Key;
use super::model::Model;

commands! { Notebook;
    Refresh "notebook-refresh" Notebook [] 0 always;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {}

/// The state of the tab.
#[derive(Debug, Default)]
pub struct Notebook {}

/// The scopes that hear a key.
pub fn scopes(_: &Model, scopes: &mut Vec<Scope>) {
    scopes.push(Scope::Notebook);
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

/// Hears a network.
pub fn hear_news(model: &mut Model, _: Ticket, news: Result<super::event::News, super::event::Trouble>) {
    if let Err(trouble) = news {
        super::shell::tell_trouble(model, &trouble);
    }
}
