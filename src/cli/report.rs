//! `ronde report`: writes the report of a period to files.

use super::args::Span;
use super::failure::{Exit, Failure};
use super::session::Session;
use crate::domain::report::Format;
use std::path::PathBuf;

/// Writes the report in each form.
pub(super) fn run(
    _session: &mut Session<'_>,
    _span: &Span,
    _formats: &[Format],
    _out: Option<PathBuf>,
    _force: bool,
) -> Result<Exit, Failure> {
    Ok(Exit::Failed)
}
