//! To come.

use super::event::Trouble;
use crate::lang::Text;

/// What happened, and what to do.
#[must_use]
pub fn explain(trouble: &Trouble) -> (Text, Text) {
    (Text::new("trouble").with("detail", &trouble.detail), Text::new("trouble-do"))
}
