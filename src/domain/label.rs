//! A label: a word of the brand that the CM puts on messages to find them again.

use super::fold::fold;
use super::query::{Query, Term};
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

/// What a label is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelUse {
    /// The label.
    pub label: LabelId,
    /// How many messages bear it.
    pub messages: u32,
    /// How many rules propose it.
    pub rules: u32,
    /// How many saved views look for it.
    pub views: u32,
}

/// Whether a query looks for the label of this name.
#[must_use]
pub fn is_asked_for(query: &str, name: &str) -> bool {
    Query::parse(query).0.labels.iter().any(|asked| fold(asked) == fold(name))
}

/// A query with another name of a label in the place of the one it looks for; `None` if it does not.
///
/// The rest of it stays as it was typed, and so does the word before the colon.
#[must_use]
pub fn renamed_in(query: &str, old: &str, new: &str) -> Option<String> {
    let mut renamed = String::with_capacity(query.len());
    let mut found = false;
    for word in raw_words(query) {
        let (key, value) = word.split_once(':').unwrap_or(("", ""));
        let bare = value.trim_matches(|c| matches!(c, '"' | '«' | '»' | '“' | '”')).trim();
        if Term::named(key) == Some(Term::Label) && fold(bare) == fold(old) {
            found = true;
            let quote = if new.contains(char::is_whitespace) { "\"" } else { "" };
            renamed.extend([key, ":", quote, new, quote]);
        } else {
            renamed.push_str(word);
        }
    }
    found.then_some(renamed)
}

/// A query cut at its spaces and between them, none of it lost; quotes hold words together.
fn raw_words(query: &str) -> Vec<&str> {
    let (mut words, mut start, mut closing) = (Vec::new(), 0, None);
    for (at, c) in query.char_indices() {
        match (c, closing) {
            (c, Some(end)) if c == end => closing = None,
            ('"', None) => closing = Some('"'),
            ('«', None) => closing = Some('»'),
            ('“', None) => closing = Some('”'),
            (c, None) if c.is_whitespace() => {
                words.extend([&query[start..at], &query[at..at + c.len_utf8()]]);
                start = at + c.len_utf8();
            }
            (_, Some(_) | None) => {}
        }
    }
    words.push(&query[start..]);
    words
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
    fn a_query_follows_the_new_name_of_its_label_and_keeps_the_rest_as_it_was_typed() {
        let renamed = |query| renamed_in(query, "Salon du thé", "Foire");
        assert_eq!(renamed("état:ouvert  label:« salon du the » -mot").as_deref(), Some("état:ouvert  label:Foire -mot"));
        assert_eq!(renamed("tag:\"SALON du thé\"").as_deref(), Some("tag:Foire"));
        assert_eq!(renamed("salon étiquette:salon \"label:Salon du thé\""), None);
        assert_eq!(renamed_in("étiquette:sav colis", "SAV", "Service client").as_deref(), Some("étiquette:\"Service client\" colis"));
        assert!(is_asked_for("x étiquette:SAV", "sav") && !is_asked_for("étiquette:sa", "sav"));
    }

    #[test]
    fn a_name_is_what_a_query_can_say() {
        assert_eq!(name_of(" #SAV ").as_ref().map(SafeText::as_str), Some("SAV"));
        assert_eq!(name_of("« à : voir »").as_ref().map(SafeText::as_str), Some("à voir"));
        assert_eq!(name_of("—"), None);
        assert_eq!(name_of(&"é".repeat(90)).map(|name| name.as_str().chars().count()), Some(LONGEST));
    }
}
