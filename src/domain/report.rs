//! The report: facts of two periods turned into figures that explain themselves.

use super::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// A form in which a report is written.
    Format { Markdown = "md", Html = "html", Csv = "csv" }
}

/// A report, ready to be shown or written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {}
