//! What happens when in the demo, played in the order of the clock.

use super::desk::Act;
use crate::domain::sweep::Slot;
use crate::domain::time::{Day, Moment};
use std::collections::BTreeMap;

/// One thing that happens.
#[derive(Debug, Clone)]
pub(super) enum Scene {
    /// The CM makes a round.
    Sweep(Slot),
    /// The CM says of what type the messages of the day are.
    Sort,
    /// The CM says in what tone the messages of the week are.
    Rate,
    /// What was delegated or snoozed until now comes back.
    Wake,
    /// A contact gave the answer to a delegated message.
    Resolve(usize),
    /// Messages come in between the sweeps.
    Arrive,
    /// The CM skims what waits this morning.
    Look,
    /// A post is written down.
    Write(usize),
    /// Paul validates the plan of a post.
    ApprovePlan(usize),
    /// The content of a post is ready to be validated.
    Review(usize),
    /// The content of a post is validated, and the post gets its hour.
    Approve(usize),
    /// A post leaves.
    Publish(usize),
    /// The figures of yesterday are fetched.
    Fetch,
    /// Figures are typed for these days.
    Type(Vec<Day>),
    /// The CM writes something down.
    Desk(Act),
}

/// Scenes by instant; those of one instant in the order in which they were planned.
#[derive(Default)]
pub(super) struct Agenda {
    scenes: BTreeMap<(Moment, u32), Scene>,
    planned: u32,
}

impl Agenda {
    /// Plans `scene`; what would be later than the demo's clock does not happen.
    pub(super) fn plan(&mut self, at: Moment, scene: Scene) {
        if at <= super::NOW {
            self.planned += 1;
            self.scenes.insert((at, self.planned), scene);
        }
    }

    pub(super) fn next(&mut self) -> Option<(Moment, Scene)> {
        self.scenes.pop_first().map(|((at, _), scene)| (at, scene))
    }
}
