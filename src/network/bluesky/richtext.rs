//! Links, mentions and tags of a text, by the bytes they stand at. Pure: whether a handle exists is
//! asked elsewhere. Never cuts what a person sees as one sign.

use unicode_segmentation::GraphemeCursor;

/// A stretch of a text that is more than words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a stretch of a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A link, with its whole address.
    Link(String),
    /// Somebody, by their handle.
    Mention(String),
    /// A tag, without its sign.
    Tag(String),
}

/// The most graphemes and bytes of a tag (lexicon `app.bsky.richtext.facet`).
const TAG_GRAPHEMES: usize = 64;
const TAG_BYTES: usize = 640;

/// What stands in `text`, in order, without overlap.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let word = chunk.trim_end_matches(char::is_whitespace);
        found.extend(in_word(word, start).filter(|found| is_whole(text, found)));
        start += chunk.len();
    }
    found
}

/// What a word is; at most one thing.
fn in_word(word: &str, at: usize) -> Option<Found> {
    let bare = word.trim_start_matches(is_opening);
    let before = word.len() - bare.len();
    let made = |length: usize, kind: Kind| Found { start: at + before, end: at + before + length, kind };
    if bare.starts_with(['#', '＃']) {
        let tag = tag(bare)?;
        let sign = bare.chars().next().map_or(0, char::len_utf8);
        return Some(made(sign + tag.len(), Kind::Tag(tag.to_owned())));
    }
    if let Some(rest) = bare.strip_prefix('@') {
        let handle = handle(rest)?;
        return Some(made(1 + handle.len(), Kind::Mention(handle.to_lowercase())));
    }
    let body = without_end(bare);
    let schemed = ["https://", "http://"].iter().any(|scheme| starts_without_case(body, scheme));
    if schemed {
        let host = body.split_once("://").map_or("", |(_, rest)| rest);
        return (!host.is_empty() && !host.starts_with(['/', '.', '?', '#'])).then(|| made(body.len(), Kind::Link(body.to_owned())));
    }
    is_bare_address(body).then(|| made(body.len(), Kind::Link(format!("https://{body}"))))
}

fn starts_without_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

const fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '«' | '‹' | '“' | '‘' | '„' | '"' | '\'' | '¿' | '¡')
}

/// Punctuation (Unicode class P), as far as texts hold it beside words.
const fn is_punctuation(c: char) -> bool {
    matches!(c,
        '!'..='#' | '%'..='*' | ','..='/' | ':' | ';' | '?' | '@' | '['..=']' | '_' | '{' | '}'
        | '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '‐'..='‧' | '‰'..='⁃' | '⁅'..='⁑' | '⁓'..='⁞' | '、'..='〃' | '〈'..='】' | '〔'..='〟'
        | '・' | '！'..='＃' | '％'..='＊' | '，'..='／' | '：' | '；' | '？' | '＠' | '［'..='］' | '＿' | '｛' | '｝')
}

/// A link less the punctuation that ends the sentence; a bracket stays if it was opened within.
fn without_end(word: &str) -> &str {
    let mut body = word;
    loop {
        let Some(last) = body.chars().next_back() else { return body };
        let rest = &body[..body.len() - last.len_utf8()];
        let closes = match last {
            ')' => body.matches(')').count() > body.matches('(').count(),
            ']' => body.matches(']').count() > body.matches('[').count(),
            '.' | ',' | ';' | ':' | '!' | '?' | '…' | '»' | '›' | '”' | '’' | '"' | '\'' | '}' | '>' => true,
            _ => false,
        };
        if !closes {
            return body;
        }
        body = rest;
    }
}

/// The tag at the start of a word that begins with its sign.
fn tag(word: &str) -> Option<&str> {
    let body = word.get(word.chars().next()?.len_utf8()..)?;
    // The sign with U+FE0F is an emoji; invisible signs end a tag.
    if body.starts_with('\u{fe0f}') {
        return None;
    }
    let end = body.find(['\u{ad}', '\u{2060}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{20e2}', '\u{feff}']).unwrap_or(body.len());
    // What a joiner ties together is one sign: it goes or stays whole.
    let end = (0..=end).rev().find(|end| is_boundary(body, *end)).unwrap_or(0);
    let tag = body[..end].trim_end_matches(is_punctuation);
    let is_word = tag.chars().any(|c| !c.is_ascii_digit() && !is_punctuation(c));
    let fits = tag.len() <= TAG_BYTES && unicode_segmentation::UnicodeSegmentation::graphemes(tag, true).count() <= TAG_GRAPHEMES;
    (is_word && fits).then_some(tag)
}

/// The handle at the start of what follows an `@`: a domain.
fn handle(rest: &str) -> Option<&str> {
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
    // `@name@server` names somebody elsewhere.
    if rest[end..].starts_with('@') {
        return None;
    }
    let handle = rest[..end].trim_end_matches(['.', '-']);
    let last = handle.rsplit('.').next()?;
    let is_name = is_domain(handle) && last.starts_with(|c: char| c.is_ascii_alphabetic());
    is_name.then_some(handle)
}

fn is_domain(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.contains('.') && name.len() <= 253 && name.split('.').all(is_label)
}

/// Ends of domains that are known as such where no path follows: in French a forgotten space after a full
/// stop would make many a link.
const ENDS: &str = "ac ad ae agency ai app ar art asia at au bar be beer bg bike bio biz blog boutique br brussels bzh ca cafe camp care cat \
    cc ch chat city cl cloud club cn co coffee com community coop corsica cz dance de deals design dev digital dk earth eco \
    edu education ee email energy es eu eus events expert family farm fi film fit fm fr fun fyi gallery games garden gf gl \
    global gouv gov gp gr green group guide health hk hr hu ie il in info int io is it jobs jp kitchen kr land legal li life \
    link live lt lu lv ma market mc md media menu mobi mq museum music mx name nc net network news nl no nz online org page \
    paris pf photo photography photos pictures pizza pl pm press pro pt pub re recipes rest restaurant ro rs ru school se \
    shop si site sk sn social solutions space sport store studio su support swiss team tech tf theater tips tn today tools \
    top tours town travel tr tv tw ua uk us video vin voyage website wedding wf wiki wine work works world xyz yoga yt za \
    zone";

/// Whether a word is an address without its scheme: `cafelumen.fr`, `www.x.y`, `cafelumen.example/atelier`.
fn is_bare_address(word: &str) -> bool {
    let host_end = word.find(['/', '?', '#', ':']).unwrap_or(word.len());
    let (host, rest) = word.split_at(host_end);
    let end = host.rsplit('.').next().unwrap_or_default();
    let port = rest.strip_prefix(':');
    if !is_domain(host) || !host.starts_with(|c: char| c.is_ascii_alphanumeric()) || !end.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    if port.is_some_and(|port| !port.starts_with(|c: char| c.is_ascii_digit())) {
        return false;
    }
    let is_written_so = end.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_known = ENDS.split(' ').any(|known| known == end);
    let has_path = rest.starts_with('/') && rest.len() > 1 && end.len() >= 2 && is_written_so;
    is_known || has_path || starts_without_case(host, "www.")
}

/// Whether both ends stand between two signs as a person sees them.
fn is_whole(text: &str, found: &Found) -> bool {
    found.start < found.end && is_boundary(text, found.start) && is_boundary(text, found.end)
}

fn is_boundary(text: &str, at: usize) -> bool {
    text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What was found, as `kind:what:shown`.
    fn told(text: &str) -> Vec<String> {
        let one = |found: Found| {
            let shown = &text[found.start..found.end];
            match found.kind {
                Kind::Link(uri) if uri == shown => format!("link:{uri}"),
                Kind::Link(uri) => format!("link:{uri}:{shown}"),
                Kind::Mention(handle) => format!("mention:{handle}:{shown}"),
                Kind::Tag(tag) => format!("tag:{tag}:{shown}"),
            }
        };
        find(text).into_iter().map(one).collect()
    }

    #[test]
    fn links_are_found_with_and_without_their_scheme() {
        for (text, expected) in [
            ("Lisez https://a.example/x?y=1#z.", "link:https://a.example/x?y=1#z"),
            ("(https://a.example/w_(x))", "link:https://a.example/w_(x)"),
            ("« http://a.example »", "link:http://a.example"),
            ("«\u{202f}https://a.example/été\u{202f}»", "link:https://a.example/été"),
            ("Sur cafelumen.example/atelier, dès 9 h", "link:https://cafelumen.example/atelier:cafelumen.example/atelier"),
            ("cafelumen.fr !", "link:https://cafelumen.fr:cafelumen.fr"),
            ("www.cafelumen.boulangerie", "link:https://www.cafelumen.boulangerie:www.cafelumen.boulangerie"),
            ("HTTPS://A.EXAMPLE", "link:HTTPS://A.EXAMPLE"),
            ("https://a.example…", "link:https://a.example"),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
        for none in ["fin.Merci", "a.b", "etc...", "3.14", "https://", "http:///x", "M.Dupont", "ninon@cafelumen.fr", "v1.2.3", "1.5/2"] {
            assert_eq!(told(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn mentions_are_handles_and_nothing_else() {
        assert_eq!(told("Merci @Alice.test !"), ["mention:alice.test:@Alice.test"]);
        assert_eq!(
            told("(@bob.test), @carol.bsky.social."),
            ["mention:bob.test:@bob.test", "mention:carol.bsky.social:@carol.bsky.social"]
        );
        for none in ["@alice", "@", "@a..b", "@ninon@piaille.example", "a@b.test", "@-a.test", "@a.7"] {
            assert_eq!(told(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn tags_hold_accents_and_emoji_and_lose_what_ends_the_sentence() {
        for (text, expected) in [
            ("#été.", "tag:été:#été"),
            ("Vive #Noël2026 !", "tag:Noël2026:#Noël2026"),
            ("#café☕", "tag:café☕:#café☕"),
            ("#7jours", "tag:7jours:#7jours"),
            ("＃東京", "tag:東京:＃東京"),
            ("(#mot)", "tag:mot:#mot"),
            ("#l’atelier…", "tag:l’atelier:#l’atelier"),
            ("#a_b-c?!", "tag:a_b-c:#a_b-c"),
            // The family is one sign: the tag ends before it.
            ("#famille👩\u{200d}👩\u{200d}👧", "tag:famille:#famille"),
            ("#cœur❤\u{fe0f}", "tag:cœur❤\u{fe0f}:#cœur❤\u{fe0f}"),
        ] {
            assert_eq!(told(text), [expected], "{text}");
        }
        let long = format!("#{}", "é".repeat(65));
        for none in ["#2026", "#", "##", "#!", "#\u{fe0f}\u{20e3}", "n#1", "a#b", &long] {
            assert_eq!(told(none), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn offsets_count_bytes_after_signs_of_several() {
        let text = "👩‍👩‍👧 été #été https://a.example";
        let found = find(text);
        assert_eq!(found.iter().map(|found| &text[found.start..found.end]).collect::<Vec<_>>(), ["#été", "https://a.example"]);
        assert_eq!(found[0].start, "👩‍👩‍👧 été ".len());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_what_is_found_stands_there_whole(text in "(\\PC|[ \n#@.:/()«»a-z0-9é]|https://|\u{200d}|\u{fe0f}|\u{301}|👩|🇫|🇷|#|@a\\.b|c\\.fr){0,40}") {
            let mut done = 0;
            for found in find(&text) {
                prop_assert!(found.start >= done && found.end > found.start && found.end <= text.len());
                prop_assert!(is_boundary(&text, found.start) && is_boundary(&text, found.end));
                let shown = &text[found.start..found.end];
                match found.kind {
                    Kind::Link(uri) => prop_assert!(uri == shown || uri.strip_prefix("https://") == Some(shown)),
                    Kind::Mention(handle) => prop_assert!(shown.starts_with('@') && handle.eq_ignore_ascii_case(&shown[1..])),
                    Kind::Tag(tag) => prop_assert_eq!(shown.strip_prefix(['#', '＃']), Some(tag.as_str())),
                }
                done = found.end;
            }
        }
    }
}
