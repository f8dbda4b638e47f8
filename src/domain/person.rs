//! A person who wrote to the brand.

use super::text::SafeText;
use super::time::Moment;
use super::{BrandId, PersonId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// What a person is to the brand.
    PersonKind {
        /// Not told yet.
        Unknown = "unknown",
        /// Buys or bought.
        Client = "client",
        /// Might buy.
        Prospect = "prospect",
        /// Of the community.
        Member = "member",
        /// Writes for the press.
        Journalist = "journalist",
        /// Is followed by many.
        Influencer = "influencer",
    }
}

/// Who wrote, as the CM knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Its row.
    pub id: PersonId,
    /// The brand that knows them.
    pub brand: BrandId,
    /// The name shown.
    pub name: SafeText,
    /// Their handle on the network where they wrote.
    pub handle: SafeText,
    /// What they are to the brand.
    pub kind: PersonKind,
    /// What the CM noted, may be empty.
    pub note: SafeText,
    /// When they first wrote.
    pub since: Moment,
    /// How many messages they wrote.
    pub messages: u32,
    /// How many of these were answered.
    pub answered: u32,
}
