//! What a text looks like: only links, only emoji, how long. Reads any text, however odd.

use super::Only;
use unicode_segmentation::UnicodeSegmentation;

/// Whether a text is made of nothing else, besides the names it mentions.
pub(super) fn is_only(text: &str, what: Only) -> bool {
    let mut found = false;
    for word in text.split_whitespace() {
        let fits = match what {
            Only::Link if is_link(word) => {
                found = true;
                true
            }
            Only::Link => is_emoji_word(word),
            Only::Emoji if is_emoji_word(word) => {
                found |= word.chars().any(is_emoji);
                true
            }
            Only::Emoji => false,
        };
        if !fits && !is_mention(word) {
            return false;
        }
    }
    found
}

/// How many characters a text has, as a person counts them.
pub(super) fn length(text: &str) -> usize {
    text.trim().graphemes(true).count()
}

fn is_mention(word: &str) -> bool {
    word.strip_prefix('@').is_some_and(|name| name.starts_with(char::is_alphanumeric))
}

fn is_link(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '<', '«', '[']);
    let rest = ["https://", "http://", "www."].iter().find_map(|start| {
        let head = word.get(..start.len())?;
        head.eq_ignore_ascii_case(start).then(|| &word[start.len()..])
    });
    rest.is_some_and(|rest| rest.contains('.') && rest.starts_with(char::is_alphanumeric))
}

/// Emoji, and what stands around them: joiners, full stops, exclamation marks.
fn is_emoji_word(word: &str) -> bool {
    let keycap = word.contains('\u{20e3}');
    word.chars().all(|c| {
        is_emoji(c) || matches!(c, '!' | '.' | '…' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}') || (keycap && c.is_ascii_digit())
    })
}

const fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{20e3}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{25aa}'..='\u{25fe}' | '\u{2600}'..='\u{27bf}' | '\u{2934}' | '\u{2935}'
        | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_may_have_names_and_emoji_around_it_but_no_word() {
        for text in ["https://gain.example/x", "@lumen@ruche.example 👉 HTTPS://gain.example !", "www.exemple.fr http://b.example"] {
            assert!(is_only(text, Only::Link), "{text}");
        }
        for text in ["voir https://gain.example", "👏", "", "https://", "exemple.fr", "@lumen"] {
            assert!(!is_only(text, Only::Link), "{text}");
        }
    }

    #[test]
    fn families_flags_hearts_and_keycaps_are_emoji_and_signs_alone_are_not() {
        for text in ["👏👏👏", "❤️ !", "👩‍👩‍👧‍👦 🇫🇷", "1️⃣", "@lumen 🔥"] {
            assert!(is_only(text, Only::Emoji), "{text}");
        }
        for text in ["!!!", "merci 👏", "12", "", "...", "@lumen", "👏 ?"] {
            assert!(!is_only(text, Only::Emoji), "{text}");
        }
    }

    #[test]
    fn a_family_is_one_character_long() {
        assert_eq!(length("  👩‍👩‍👧‍👦é\n"), 2);
    }
}
