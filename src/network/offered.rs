//! What an account does not offer is asked of no server. One place for every network.

use super::trouble;
use crate::app::effect::Call;
use crate::app::event::News;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::{Ability, Access, Account};
use crate::domain::delivery::{Act, Answer, Sighting};
use crate::domain::refusal::Refusal;

/// The answer to a call that the account does not offer; `None` where it does.
pub fn refusal(call: &Call) -> Option<Result<News, Trouble>> {
    match call {
        Call::Send { account, delivery } => {
            let lacking = needed(&delivery.act).into_iter().any(|ability| lacks(account, ability));
            lacking.then(|| Ok(News::Answer(delivery.id, Answer::Refused { why: Refusal::NotOffered.to_words() })))
        }
        Call::LookUp { account, delivery } if delivery.act.speaks() && lacks(account, Ability::LookUp) => {
            Some(Ok(News::Sighting(delivery.id, Sighting::CantTell)))
        }
        Call::Context { account, .. } if lacks(account, Ability::Context) => Some(Err(trouble(Cause::NotOffered, ""))),
        Call::Figures { account, .. } if lacks(account, Ability::Figures) => Some(Err(trouble(Cause::NotOffered, ""))),
        Call::Probe { .. }
        | Call::StartAuthorization { .. }
        | Call::FinishAuthorization { .. }
        | Call::Connect { .. }
        | Call::KeepSecret(..)
        | Call::DropSecret(_)
        | Call::Check(_)
        | Call::Pull { .. }
        | Call::Context { .. }
        | Call::Figures { .. }
        | Call::LookUp { .. } => None,
    }
}

/// Of an account kept by hand nothing is known: the network says so by itself.
fn lacks(account: &Account, ability: Ability) -> bool {
    account.access == Access::Connected && !account.capabilities.offers(ability)
}

/// What an act needs.
fn needed(act: &Act) -> Vec<Ability> {
    match act {
        Act::Publish { media, .. } if media.is_empty() => vec![Ability::Publish],
        Act::Publish { .. } => vec![Ability::Publish, Ability::Media],
        Act::Reply { .. } => vec![Ability::Reply],
        Act::Like { .. } => vec![Ability::Like],
        Act::Repost { .. } => vec![Ability::Repost],
        Act::Quote { .. } => vec![Ability::Quote],
        Act::Hide { .. } => vec![Ability::Hide],
        Act::Delete { .. } => vec![Ability::Delete],
        Act::Mute { .. } => vec![Ability::Mute],
        Act::Block { .. } => vec![Ability::Block],
        Act::Report { .. } => vec![Ability::Report],
    }
}
