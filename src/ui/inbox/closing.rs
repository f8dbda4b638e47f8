//! A network that closes the conversation, in a row and in words: how long is left, or since when it is shut.

use super::super::format::day_and_clock;
use super::super::theme::Ink;
use crate::app::inbox::closing::{left, rough};
use crate::app::model::Model;
use crate::domain::message::Message;
use crate::lang::{Text, format};

/// What a row says, with its sign; shorter where there is little room. `None` where nothing closes.
pub fn in_row(model: &Model, message: &Message, wide: bool) -> Option<(String, Ink)> {
    let left = left(message, model.now)?;
    let time = format::duration(model.lang, rough(left));
    let (text, ink) = match (left > 0, wide) {
        (true, true) => (Text::new("closing-in").with("time", time), Ink::Warn),
        (true, false) => (Text::new("closing-in-short").with("time", time), Ink::Warn),
        (false, true) => (Text::new("closing-since").with("time", time), Ink::Bad),
        (false, false) => (Text::new("closing-shut"), Ink::Bad),
    };
    Some((format!("◷ {}", model.voice().say(&text)), ink))
}

/// What the facts of a message say of it.
pub fn fact(model: &Model, message: &Message) -> Option<(Text, Ink)> {
    let (left, deadline) = (left(message, model.now)?, message.deadline?);
    let when = day_and_clock(model.lang, model.zone(), deadline);
    let time = format::duration(model.lang, if left > 0 { left } else { rough(left) });
    Some(if left > 0 {
        (Text::new("closing-fact").with("time", time).with("when", when), Ink::Warn)
    } else {
        (Text::new("closing-fact-shut").with("time", time).with("when", when), Ink::Bad)
    })
}
