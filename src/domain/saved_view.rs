//! A saved view: a query of the inbox that the CM gave a name.

use super::text::SafeText;
use super::{BrandId, ViewId};
use serde::{Deserialize, Serialize};

/// A query with a name. The query says all that it lists, its state included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its row; 0 before it is stored.
    pub id: ViewId,
    /// The brand.
    pub brand: BrandId,
    /// Its name.
    pub name: SafeText,
    /// What was typed.
    pub query: SafeText,
}
