//! To come.

use crate::domain::report::{Format, Report};
use crate::lang::{Lang, Texts};

/// Writes a report.
pub fn write(_: &Report, _: Format, _: Lang, _: &Texts) -> anyhow::Result<Vec<u8>> {
    Ok(Vec::new())
}

/// The name of its file.
#[must_use]
pub fn file_name(_: &Report, _: Format, _: Lang) -> String {
    String::new()
}
