//! A brand: what the CM speaks for. Everything else belongs to one.

use super::hours::WorkingHours;
use super::text::SafeText;
use super::time::Zone;
use super::{BrandId, coded};
use serde::{Deserialize, Serialize};

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
}
