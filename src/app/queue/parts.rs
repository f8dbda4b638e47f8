//! What each account says, part by part: how long each part is, and how far it is on its network.

use super::super::model::Model;
use crate::domain::account::Access;
use crate::domain::count::Count;
use crate::domain::delivery::Delivery;
use crate::domain::post::{Post, PostState, Variant};
use crate::domain::thread::{self, Progress};
use crate::domain::{AccountId, VariantId};
use crate::lang::Text;

/// How long each part of each account's text is, as its network counts it.
#[must_use]
pub fn counts(model: &Model, post: &Post) -> Vec<(AccountId, Vec<Count>)> {
    let count = |variant: &Variant| {
        let rule = model.account(variant.account)?.capabilities.count;
        let parts = thread::parts(post.text_of(variant));
        Some((variant.account, parts.iter().map(|part| rule.count(part.as_str())).collect()))
    };
    post.variants.iter().filter_map(count).collect()
}

/// How far a variant is on its network, as far as its deliveries were read.
#[must_use]
pub fn progress(model: &Model, variant: VariantId) -> Option<Progress> {
    Progress::of(model.queue.deliveries.iter().filter(|delivery| delivery.variant == Some(variant)))
}

/// Whether something of a variant may still leave by itself, or perhaps left.
#[must_use]
pub fn moves(model: &Model, variant: VariantId) -> bool {
    let at_rest = |delivery: &Delivery| delivery.journey.stage().rests();
    model.queue.deliveries.iter().any(|delivery| delivery.variant == Some(variant) && !at_rest(delivery))
}

/// Where each account stands with a post, once it was scheduled or anything of it left.
#[must_use]
pub fn standings(model: &Model, post: &Post) -> Vec<(AccountId, Text)> {
    post.variants.iter().filter_map(|variant| Some((variant.account, standing(model, post, variant)?))).collect()
}

fn standing(model: &Model, post: &Post, variant: &Variant) -> Option<Text> {
    let Some(progress) = progress(model, variant.id) else {
        let by_hand = model.account(variant.account).is_some_and(|account| account.access == Access::Manual);
        return match post.state {
            PostState::Published => Some(Text::new("queue-stands-done")),
            PostState::Scheduled if by_hand => Some(Text::new("queue-stands-by-hand")),
            _ => None,
        };
    };
    let state = match &progress.next {
        None => Text::new("queue-stands-done"),
        Some(next) => Text::coded("queue-stands", next.stage.code()),
    };
    let part = progress.next.as_ref().map_or(progress.of, |next| next.part);
    Some(match (progress.of, progress.is_whole()) {
        (1, _) => state,
        (of, true) => Text::new("queue-stands-whole").count("of", of),
        (of, false) if progress.out == 0 => Text::new("queue-stands-parts").count("of", of).and("state", state),
        (of, false) => Text::new("queue-stands-part").count("out", progress.out).count("of", of).count("part", part).and("state", state),
    })
}
