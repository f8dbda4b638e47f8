//! What the rules propose, taken by one key or left by another. Nothing is taken by itself.

use super::super::command::Reason;
use super::super::effect::{Job, RuleJob};
use super::super::model::{Asker, Model, Tab};
use super::super::rules;
use super::outcome::{Decision, has_target, move_on, targets};
use super::{list, sweep};
use crate::domain::MessageId;
use crate::domain::rule::Proposal;
use crate::lang::Text;

/// What is proposed for a message of the list that is shown.
fn proposed(model: &Model, message: MessageId) -> Option<&Proposal> {
    model.inbox.rows.iter().find(|row| row.message.id == message)?.message.proposal.as_ref()
}

/// Whether something is proposed for the targets. Those marked on another page are known by the file alone.
pub fn can_settle(model: &Model) -> Result<(), Reason> {
    has_target(model)?;
    let shown = |message: &MessageId| model.inbox.rows.iter().any(|row| row.message.id == *message);
    let any = targets(model).iter().any(|message| proposed(model, *message).is_some() || !shown(message));
    if any { Ok(()) } else { Err(Text::new("rule-nothing-proposed")) }
}

/// Takes what is proposed for messages, or leaves it. A close that is taken is an outcome: the next message follows.
pub fn settle(model: &mut Model, messages: Vec<MessageId>, take: bool) {
    if let Err(reason) = can_settle(model) {
        return model.hint(reason);
    }
    let count = messages.len();
    let what = messages.first().filter(|_| count == 1).and_then(|message| proposed(model, *message)).map(rules::proposal);
    let told = match (take, what) {
        (true, Some(what)) => Text::new("rule-taken").and("what", what),
        (false, Some(what)) => Text::new("rule-left").and("what", what),
        (true, None) => Text::new("rule-taken-many").count("count", count),
        (false, None) => Text::new("rule-left-many").count("count", count),
    };
    let closing: Vec<MessageId> =
        messages.iter().copied().filter(|message| take && proposed(model, *message).is_some_and(|proposal| proposal.close)).collect();
    sweep::write_seen(model);
    let job = RuleJob::Settle { messages, take, at: model.now, sweep: sweep::current(model) };
    let ticket = model.ask(Asker::Tab(Tab::Inbox), Job::Rule(job));
    model.inbox.last = Some(Decision::Settle(take));
    if closing.is_empty() {
        model.inbox.wanted.staying.insert(ticket);
        model.inbox.marks.clear();
        model.tell(told);
    } else {
        model.inbox.leaving.insert(ticket, closing.clone());
        let stays = list::current(model).is_some_and(|message| !closing.contains(&message));
        if stays {
            model.inbox.wanted.staying.insert(ticket);
        }
        move_on(model, &closing, told);
    }
}
