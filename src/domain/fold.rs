//! Folding: words compared without case and accents, as the index of words does. Changes no text that is kept.

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
pub fn words(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_single_spaces_without_case_and_accents() {
        assert_eq!(words("Où est  l’ÉTÉ ?!"), " ou est l ete ");
        assert_eq!(words("re\u{301}gion"), " region ");
        assert_eq!(words("🎉"), " ");
        assert_eq!(words(""), " ");
    }
}
