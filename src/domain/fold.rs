//! Folding: texts and their words compared without case and accents, as the index of words does.
//!
//! It changes no text that is kept: what is folded is never shown.

/// Lower case, without the marks of Latin letters.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(folded).collect()
}

/// A character in lower case without its mark; nothing for a mark that stands alone.
pub fn folded(c: char) -> impl Iterator<Item = char> {
    let plain = plain(c);
    let lower = plain.is_none().then(|| c.to_lowercase());
    plain.filter(|plain| *plain != '\0').into_iter().chain(lower.into_iter().flatten())
}

/// The plain letter for a Latin one, NUL for a mark that stands alone, `None` for other scripts.
#[must_use]
pub const fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => '\0',
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' | 'Ā'..='ą' => 'a',
        'ç' | 'Ç' | 'Ć'..='č' => 'c',
        'Ď' | 'ď' => 'd',
        'è'..='ë' | 'È'..='Ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'ì'..='ï' | 'Ì'..='Ï' | 'Ĩ'..='İ' => 'i',
        'ñ' | 'Ñ' | 'Ń'..='ň' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ť' => 't',
        'ù'..='ü' | 'Ù'..='Ü' | 'Ũ'..='ų' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        _ => return None,
    })
}

/// The words of a text, folded, each with a space before it and one after the last: ` ou est mon colis `.
///
/// A whole word, or several in a row, is in a text if its own words are in those of the text.
#[must_use]
pub fn spaced(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for c in text.chars().flat_map(folded) {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// The folded words of a text, in their order: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = spaced(text).split_whitespace().map(str::to_owned).collect();
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
    fn words_stand_between_single_spaces_without_case_and_accents() {
        assert_eq!(spaced("Où est  l’ÉTÉ ?!"), " ou est l ete ");
        assert_eq!(spaced("re\u{301}gion"), " region ");
        assert_eq!(spaced("🎉"), " ");
        assert_eq!(spaced(""), " ");
    }

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
