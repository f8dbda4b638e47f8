//! A conversation: the post and the messages around a message, oldest first.

use super::text::SafeText;
use super::time::Moment;
use serde::{Deserialize, Serialize};

/// One line of a conversation as the network tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The network's id.
    pub remote_id: SafeText,
    /// The network's id of what it answers, if it does.
    pub parent: Option<SafeText>,
    /// The name shown.
    pub author: SafeText,
    /// The handle.
    pub handle: SafeText,
    /// What was said.
    pub text: SafeText,
    /// When.
    pub at: Moment,
    /// Whether the account itself said it.
    pub ours: bool,
}

/// How deep a turn answers within its conversation: 0 for the post, at most `limit`.
///
/// A parent that is missing or that points in a circle counts as the top.
#[must_use]
pub fn depths(turns: &[Turn], limit: usize) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(turns.len());
    let mut known = std::collections::HashMap::new();
    for turn in turns {
        let depth = turn.parent.as_ref().and_then(|parent| known.get(parent)).map_or(0, |above: &usize| (above + 1).min(limit));
        known.insert(&turn.remote_id, depth);
        depths.push(depth);
    }
    depths
}
