//! A brand: what the CM speaks for. Everything else belongs to one.

use super::hours::WorkingHours;
use super::message::MessageKind;
use super::text::SafeText;
use super::time::Zone;
use super::{BrandId, coded};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

coded! {
    /// The colour by which a brand is told from another, never by colour alone.
    Colour { Amber = "amber", Teal = "teal", Rose = "rose", Violet = "violet", Lime = "lime", Sky = "sky" }
}

coded! {
    /// Whom the CM reports to; chooses the goals proposed at the start.
    ReportsTo {
        /// Nobody: the CM is the owner.
        Myself = "myself",
        /// A communication service.
        Communication = "communication",
        /// A marketing service.
        Marketing = "marketing",
        /// A customer service.
        Care = "care",
        /// A press and public relations service.
        Press = "press",
        /// The direction.
        Direction = "direction",
        /// A client of a freelance.
        Client = "client",
    }
}

/// What the CM speaks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// Its row; 0 before it is stored.
    pub id: BrandId,
    /// Its name, one line.
    pub name: SafeText,
    /// Its colour.
    pub colour: Colour,
    /// The zone in which its days begin and its hours are meant.
    pub zone: Zone,
    /// When it works.
    pub hours: WorkingHours,
    /// Sweeps a day, 1 to 3.
    pub sweeps_per_day: u8,
    /// Whom the CM reports to.
    pub reports_to: ReportsTo,
    /// Whether the CM validates plans and contents alone.
    pub validates_alone: bool,
    /// Whether nothing may be sent in its name for now.
    pub on_hold: bool,
    /// How it speaks, and what it lets others say.
    #[serde(default)]
    pub charter: Charter,
    /// How soon it wants to answer.
    #[serde(default)]
    pub targets: Targets,
}

/// How a brand speaks, and what it lets others say under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Charter {
    /// Words that no answer and no post may hold, one line each.
    pub banned: Vec<SafeText>,
    /// Whether an answer to a message of negative tone is shown once more before it leaves.
    pub second_look: bool,
    /// The rules of the community, one line each: what moderation quotes.
    pub community: Vec<SafeText>,
}

impl Default for Charter {
    fn default() -> Self {
        Self { banned: Vec::new(), second_look: true, community: Vec::new() }
    }
}

/// Within how many working minutes a message is to be answered, by type. A type without one takes the
/// target of [`MessageKind::Unsorted`]; without that one either, nothing is late.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Targets(pub BTreeMap<MessageKind, u32>);

impl Targets {
    /// The target of a type in working minutes.
    #[must_use]
    pub fn minutes(&self, kind: MessageKind) -> Option<u32> {
        self.0.get(&kind).or_else(|| self.0.get(&MessageKind::Unsorted)).copied()
    }
}
