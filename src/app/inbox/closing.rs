//! Networks that close a conversation: how long an answer is taken, and an honest word once it is not.

use super::super::model::Model;
use super::list;
use crate::domain::message::{Message, MessageState};
use crate::domain::time::Moment;
use crate::lang::{Text, format};

/// Seconds until the network takes no answer to a message that waits; negative once it is closed.
#[must_use]
pub fn left(message: &Message, now: Moment) -> Option<i64> {
    let waits = match message.state {
        MessageState::Open | MessageState::Delegated { .. } | MessageState::Snoozed { .. } => true,
        MessageState::Answered | MessageState::Closed | MessageState::Hidden => false,
    };
    message.deadline.filter(|_| waits).map(|deadline| (deadline - now).num_seconds())
}

/// Seconds in their largest unit alone, as a row has room for: the whole hours that are left, the whole days past.
#[must_use]
pub const fn rough(seconds: i64) -> i64 {
    let seconds = seconds.abs();
    match seconds {
        86_400.. => seconds - seconds % 86_400,
        3_600.. => seconds - seconds % 3_600,
        60.. => seconds - seconds % 60,
        _ => seconds,
    }
}

/// What is said of an answer that the network will probably not take.
#[must_use]
pub fn warning(model: &Model, message: &Message) -> Option<Text> {
    let past = left(message, model.now).filter(|left| *left <= 0)?;
    let network = model.account(message.account).map_or("", |account| account.network.name());
    let since = format::duration(model.lang, rough(past));
    Some(Text::new("closing-warning").with("network", network).with("since", since))
}

/// Warns before an answer is begun.
pub fn warn(model: &mut Model) {
    if let Some(text) = list::subject(model).and_then(|message| warning(model, message)) {
        model.hint(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_the_largest_unit() {
        assert_eq!([rough(3 * 3_600 + 59 * 60), rough(-200_000), rough(119), rough(-4)], [3 * 3_600, 172_800, 60, 4]);
    }
}
