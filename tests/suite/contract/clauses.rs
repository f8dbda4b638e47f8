//! The clauses: what every connector promises, each tried through `serve` alone.

mod acts;
mod errors;
mod pages;
mod texts;

pub use acts::{
    a_look_up_finds_what_was_sent, a_look_up_says_absent_only_of_what_is, a_look_up_that_cannot_tell_says_so, an_act_is_done_once,
    capabilities_are_true,
};
pub use errors::{a_rate_limit_is_obeyed, errors_are_of_their_kind, secrets_are_never_in_errors};
pub use pages::{
    figures_say_what_is_not_given, nothing_is_missed_while_the_list_grows, one_row_for_an_id, pages_are_whole_or_not_at_all,
    the_cursor_moves_after_the_commit,
};
pub use texts::{every_request_is_as_described, untrusted_text_enters_as_safe_text};

use super::wire::Asked;
use serde_json::Value;

/// Every request.
fn all(_: &Asked) -> bool {
    true
}

/// Requests that read.
fn reads(asked: &Asked) -> bool {
    asked.method == "GET"
}

/// The longest list of objects in an answer: the items of a page.
fn items(value: &mut Value) -> Option<&mut Vec<Value>> {
    fn longest(value: &Value) -> usize {
        match value {
            Value::Array(list) if list.iter().all(Value::is_object) => list.len(),
            Value::Object(fields) => fields.values().map(longest).max().unwrap_or(0),
            _ => 0,
        }
    }
    match value {
        Value::Array(list) => Some(list).filter(|list| !list.is_empty()),
        Value::Object(fields) => fields.values_mut().max_by_key(|field| longest(field)).and_then(items),
        _ => None,
    }
}

/// Changes every value that is no object and no list.
fn leaves(value: &mut Value, change: &mut dyn FnMut(&str, &mut Value), name: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| leaves(item, change, name)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| leaves(field, change, name)),
        leaf => change(name, leaf),
    }
}
