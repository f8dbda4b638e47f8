//! Notices: what happened, what is safe, what to press. Each leaves by itself or by Esc.

use crate::domain::time::Moment;
use crate::lang::Text;

/// How much a notice weighs. The sign in front tells it without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something is done.
    Done,
    /// Something can't be done now, and why.
    Hint,
    /// Something went wrong.
    Trouble,
}

/// A notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// How much it weighs.
    pub weight: Weight,
    /// What happened.
    pub said: Text,
    /// What to do about it.
    pub remedy: Option<Text>,
    /// When it came.
    pub at: Moment,
}

/// The notices, the newest last.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    list: Vec<Notice>,
}

/// How many seconds a notice without trouble stays.
const STAY: i64 = 8;
/// How many notices are kept.
const KEPT: usize = 50;

impl Notices {
    /// Adds a notice; one that says the same as the last takes its place.
    pub fn add(&mut self, notice: Notice) {
        self.list.retain(|known| known.said != notice.said);
        self.list.push(notice);
        let extra = self.list.len().saturating_sub(KEPT);
        self.list.drain(..extra);
    }

    /// The notice to show now: the newest, unless its time is over.
    #[must_use]
    pub fn current(&self, now: Moment) -> Option<&Notice> {
        let newest = self.list.last()?;
        let stays = newest.weight == Weight::Trouble || (now - newest.at).num_seconds() < STAY;
        stays.then_some(newest)
    }

    /// Forgets all that was said: it named somebody who was erased.
    pub fn forget(&mut self) {
        self.list.clear();
    }

    /// Takes the current notice away. Gives whether there was one.
    pub fn dismiss(&mut self, now: Moment) -> bool {
        let shown = self.current(now).is_some();
        if shown {
            self.list.pop();
        }
        shown
    }
}
