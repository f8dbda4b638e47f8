//! A message that its network may have deleted: an act about it was refused, so its network is asked whether it is
//! still there. A refusal alone proves nothing.

use super::super::command::Command as Any;
use super::super::effect::Call;
use super::super::model::{Asker, Model, Tab};
use super::Command;
use crate::domain::MessageId;
use crate::domain::account::{Ability, Access};
use crate::domain::delivery::{Act, Delivery};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What was refused about a message that may be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Words of ours, which are a draft again.
    Answer,
    /// Anything else.
    Act,
}

/// The network's id of the message that an act is about.
const fn about(act: &Act) -> Option<&SafeText> {
    match act {
        Act::Reply { to: id, .. }
        | Act::Like { of: id }
        | Act::Repost { of: id }
        | Act::Quote { of: id, .. }
        | Act::Hide { what: id }
        | Act::Mute { author_of: id }
        | Act::Block { author_of: id }
        | Act::Report { what: id, .. } => Some(id),
        // What these are about is our own.
        Act::Publish { .. } | Act::Delete { .. } => None,
    }
}

/// An act was refused: asks the network for the message it is about.
pub fn doubt(model: &mut Model, refused: &Delivery) {
    let (Some(message), Some(remote_id)) = (refused.message, about(&refused.act)) else { return };
    let can = |account: &&crate::domain::account::Account| account.access == Access::Connected && account.check(Ability::Context).is_ok();
    let Some(account) = model.account(refused.account).filter(can) else { return };
    let call = Call::Context { account: Box::new(account.clone()), message, remote_id: remote_id.clone() };
    let ticket = model.call(Asker::Tab(Tab::Inbox), call);
    let what = if refused.act.speaks() { Refused::Answer } else { Refused::Act };
    model.inbox.fetching.insert(ticket, message);
    model.inbox.doubted.insert(message, what);
}

/// The network has a message still, or could not tell.
pub fn trust(model: &mut Model, message: MessageId) {
    model.inbox.doubted.remove(&message);
}

/// A message is gone: tells so, and what to do, where an act about it was refused for that.
pub fn tell(model: &mut Model, message: MessageId) {
    let Some(what) = model.inbox.doubted.remove(&message) else { return };
    let key = |command| model.look.keymap.shown(model.lang, Any::Inbox(command));
    let (said, remedy) = match what {
        Refused::Answer => ("inbox-gone-answer", Text::new("inbox-gone-answer-do").with("reply", key(Command::Reply))),
        Refused::Act => ("inbox-gone-act", Text::new("inbox-gone-act-do")),
    };
    let remedy = remedy.with("close", key(Command::Close));
    model.warn(Text::new(said), remedy);
}
