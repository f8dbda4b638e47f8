//! A contact: a person the CM works with. Contacts have no account in Ronde.

use super::text::SafeText;
use super::{BrandId, ContactId};
use serde::{Deserialize, Serialize};

/// A colleague, a client or a provider: delegate, validator, recipient of reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Its row; 0 before it is stored.
    pub id: ContactId,
    /// The brand for which the CM works with them.
    pub brand: BrandId,
    /// Their name, one line.
    pub name: SafeText,
    /// Their service or role (SAV, direction…), one line, may be empty.
    pub role: SafeText,
    /// Their e-mail address, one line, may be empty.
    pub email: SafeText,
    /// Whether they validate plans and contents.
    pub validates: bool,
    /// Whether they receive reports.
    pub receives_reports: bool,
}
