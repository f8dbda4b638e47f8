//! The words of a text, without case and accents: what is compared, looked for and refused by words.
//!
//! It draws nothing and keeps nothing: a folded text is never shown.

use super::fold::fold;

/// The folded words of a text, in their order: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.into_iter()
}

/// Whether `text` holds `wanted` as words of its own, whatever the case and the accents.
///
/// Breaks, hyphens and the two apostrophes are alike; a part of a word is not the word.
#[must_use]
pub fn holds(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (even(text), even(wanted));
    let wanted = wanted.trim();
    let (Some(first), Some(last)) = (wanted.chars().next(), wanted.chars().next_back()) else { return false };
    text.match_indices(wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + wanted.len()..].chars().next();
        let glued = |inner: char, outer: Option<char>| inner.is_alphanumeric() && outer.is_some_and(char::is_alphanumeric);
        !glued(first, before) && !glued(last, after)
    })
}

/// A folded text with one kind of space and of apostrophe.
fn even(text: &str) -> String {
    let folded = fold(text);
    let mut even = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            '’' | '‘' | 'ʼ' => even.push('\''),
            c if c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–') => {
                if !even.ends_with(' ') {
                    even.push(' ');
                }
            }
            c => even.push(c),
        }
    }
    even
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_lone_marks_fold_away() {
        assert_eq!(fold("L’ÉTÉ re\u{301}gion Œuf"), "l’ete region œuf");
        assert_eq!(words("Où est mon colis n°12 ?").collect::<Vec<_>>(), ["ou", "est", "mon", "colis", "n", "12"]);
    }

    #[test]
    fn a_word_is_held_whole_or_not_at_all() {
        assert!(holds("C’est GRATUIT !", "gratuit"));
        assert!(holds("satisfait-ou\nremboursé", "Satisfait ou rembourse"));
        assert!(holds("quelle l’arnaque", "arnaque"));
        assert!(holds("à 100 % sûr", "100 %"));
        assert!(holds("oh 🤬", "🤬"));
        assert!(!holds("gratuitement", "gratuit"));
        assert!(!holds("un texte", ""));
        assert!(!holds("un texte", " - "));
    }
}
