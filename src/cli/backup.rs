//! `ronde backup`: a consistent copy of the file, of one instant, while others work on it.

use super::failure::{Exit, Failure, shown};
use super::session::{Session, reply};
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::lang::Text;
use std::path::Path;

/// Writes the copy to a file that does not exist yet.
pub(super) fn run(session: &mut Session<'_>, file: &Path) -> Result<Exit, Failure> {
    reply!(session, Job::Backup(file.to_owned()), Reply::Done => ());
    session.out.tell(&Text::new("cli-backed-up").with("file", shown(file)));
    session.out.field("file", shown(file));
    Ok(Exit::Done)
}
