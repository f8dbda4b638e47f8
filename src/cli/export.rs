//! `ronde export`: everything as JSON.

use super::failure::{Exit, Failure};
use super::session::Session;
use std::path::Path;

/// Writes every table.
pub(super) fn run(_session: &mut Session<'_>, _dir: &Path, _force: bool) -> Result<Exit, Failure> {
    Ok(Exit::Failed)
}
