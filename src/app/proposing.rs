//! Open messages held against the rules after these changed: batch by batch, behind everything else.
//!
//! No key waits for it; other work for the file goes in between.

use super::effect::{Job, Progress, ProposeFrom, RuleJob, Ticket};
use super::model::{Asker, Model, Tab};
use crate::domain::BrandId;
use crate::lang::Text;

/// A pass under way.
#[derive(Debug, Default)]
pub struct Proposing {
    waits: Option<Ticket>,
    /// Messages looked at so far.
    pub looked: u32,
    changed: u32,
}

impl Proposing {
    /// Whether a pass is under way.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        self.waits.is_some()
    }

    /// The request failed: what is left is made good at the next start.
    pub fn forget(&mut self, ticket: Ticket) {
        self.waits.take_if(|waits| *waits == ticket);
    }
}

/// The rules of a brand changed: begins anew.
pub fn begin(model: &mut Model, brand: BrandId) {
    (model.proposing.looked, model.proposing.changed) = (0, 0);
    ask(model, brand, ProposeFrom::Start);
}

/// A brand is shown: ends a pass that was cut off, if one was.
pub fn resume(model: &mut Model, brand: BrandId) {
    if !model.proposing.is_under_way() {
        (model.proposing.looked, model.proposing.changed) = (0, 0);
        ask(model, brand, ProposeFrom::Unfinished);
    }
}

fn ask(model: &mut Model, brand: BrandId, from: ProposeFrom) {
    let ticket = model.ask(Asker::Shell, Job::Rule(RuleJob::Propose(brand, from)));
    model.proposing.waits = Some(ticket);
}

/// Hears how far it is, unless the rules changed again meanwhile.
pub fn hear(model: &mut Model, ticket: Ticket, progress: Progress) {
    if model.proposing.waits != Some(ticket) {
        return;
    }
    let proposing = &mut model.proposing;
    proposing.waits = None;
    proposing.looked += progress.looked;
    proposing.changed += progress.changed;
    if let Some(next) = progress.next {
        return ask(model, progress.brand, ProposeFrom::After(next));
    }
    let changed = proposing.changed;
    if changed > 0 && model.brand == Some(progress.brand) {
        // What the CM just did is not talked over.
        if model.notices.current(model.now).is_none() {
            model.tell(Text::new("rule-proposed").count("count", changed));
        }
        if model.tab == Tab::Inbox {
            super::inbox::refresh(model);
        }
    }
}
