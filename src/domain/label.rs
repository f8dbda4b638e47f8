//! A label: a word of the brand that the CM puts on messages to find them again.

use super::text::SafeText;
use super::{BrandId, LabelId};
use serde::{Deserialize, Serialize};

/// The most characters of a name.
pub const LONGEST: usize = 40;

/// A word of the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Its row; 0 before it is stored.
    pub id: LabelId,
    /// The brand whose word it is.
    pub brand: BrandId,
    /// As the CM wrote it first.
    pub name: SafeText,
}

/// A name as it is kept: on one line, without the signs that a query reads, no longer than [`LONGEST`].
///
/// `None` if nothing is left.
#[must_use]
pub fn name_of(typed: &str) -> Option<SafeText> {
    let kept: String = typed.chars().filter(|c| !matches!(c, '"' | '«' | '»' | '“' | '”' | ',' | ':')).collect();
    let words = kept.trim().trim_start_matches(['#', '-']).split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = SafeText::line(&words).as_str().chars().take(LONGEST).collect();
    let name = SafeText::line(name.trim());
    name.as_str().chars().any(char::is_alphanumeric).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_a_query_can_say() {
        assert_eq!(name_of(" #SAV ").as_ref().map(SafeText::as_str), Some("SAV"));
        assert_eq!(name_of("« à : voir »").as_ref().map(SafeText::as_str), Some("à voir"));
        assert_eq!(name_of("—"), None);
        assert_eq!(name_of(&"é".repeat(90)).map(|name| name.as_str().chars().count()), Some(LONGEST));
    }
}
