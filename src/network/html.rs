//! The HTML of a status → plain text: paragraphs, full addresses, mentions as `@name`.
//!
//! No footnotes, no styles, no pictures, no script.

mod simple;

use crate::domain::text::SafeText;
use html2text::render::{TaggedLine, TextDecorator};

/// A line is as long as its author made it.
const WIDTH: usize = 100_000;

/// The narrow no-break space of French, which html2text would make a plain one. Nothing that was
/// cleaned holds a private character, so this one can stand for it.
const NARROW: (&str, &str) = ("\u{202f}", "\u{e000}");

/// More tags than that within each other say nothing more.
const DEEPEST: usize = 200;

/// The text of `html`.
#[must_use]
pub fn text(html: &str) -> SafeText {
    let clean = SafeText::clean(html);
    SafeText::from(simple::text(clean.as_str()).unwrap_or_else(|| full(clean.as_str())))
}

/// Any HTML, read as a browser would.
fn full(html: &str) -> String {
    // A rule would be drawn as wide as the line.
    let ready = html.replace("<hr", "<br").replace("<HR", "<br").replace(NARROW.0, NARROW.1);
    let rendered = if is_deep(&ready) { None } else { render(&ready) }.unwrap_or_else(|| without_tags(&ready));
    let lines: Vec<&str> = rendered.lines().map(|line| line.trim_end_matches(' ')).collect();
    lines.join("\n").replace(NARROW.1, NARROW.0).trim_matches('\n').to_owned()
}

fn render(html: &str) -> Option<String> {
    let config = html2text::config::with_decorator(Plain).raw_mode(true).no_link_wrapping().allow_width_overflow();
    config.string_from_read(html.as_bytes(), WIDTH).ok()
}

/// Whether tags are left open within each other beyond all need: to read that takes a time that
/// grows with the square of its depth.
fn is_deep(html: &str) -> bool {
    let mut depth = 0_usize;
    html.split('<').skip(1).any(|tag| {
        let is_alone = ["br", "img", "wbr", "BR", "IMG", "WBR"].iter().any(|name| tag.starts_with(name));
        match tag.chars().next() {
            Some('/') => depth = depth.saturating_sub(1),
            Some(c) if c.is_ascii_alphabetic() && !is_alone => depth += 1,
            _ => {}
        }
        depth > DEEPEST
    })
}

fn without_tags(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words)).collect()
}

/// Adds nothing to the words but the marks of lists and quotes.
#[derive(Clone)]
struct Plain;

impl TextDecorator for Plain {
    type Annotation = ();

    fn decorate_link_start(&mut self, _url: &str) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_link_end(&mut self) -> String {
        String::new()
    }
    fn decorate_em_start(&self) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_em_end(&self) -> String {
        String::new()
    }
    fn decorate_strong_start(&self) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_strong_end(&self) -> String {
        String::new()
    }
    fn decorate_strikeout_start(&self) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }
    fn decorate_code_start(&self) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_code_end(&self) -> String {
        String::new()
    }
    fn decorate_preformat_first(&self) {}
    fn decorate_preformat_cont(&self) {}
    fn decorate_image(&mut self, _src: &str, title: &str) -> (String, ()) {
        (title.to_owned(), ())
    }
    fn header_prefix(&self, _level: usize) -> String {
        String::new()
    }
    fn quote_prefix(&self) -> String {
        "> ".to_owned()
    }
    fn unordered_item_prefix(&self) -> String {
        "- ".to_owned()
    }
    fn ordered_item_prefix(&self, i: i64) -> String {
        format!("{i}. ")
    }
    fn make_subblock_decorator(&self) -> Self {
        Self
    }
    fn decorate_superscript_start(&self) -> (String, ()) {
        (String::new(), ())
    }
    fn decorate_superscript_end(&self) -> String {
        String::new()
    }
    fn finalise(&mut self, _links: Vec<String>) -> Vec<TaggedLine<()>> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{full, simple, text};
    use crate::domain::text::SafeText;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_and_breaks_stay() {
        assert_eq!(text("<p>One<br>two</p><p>Three</p>"), "One\ntwo\n\nThree");
        assert_eq!(text("At what time?<br>"), "At what time?");
    }

    #[test]
    fn a_shortened_link_is_shown_whole_and_without_a_footnote() {
        let html = r#"<p>See <a href="https://cafelumen.example/a/b"><span class="invisible">https://</span><span class="ellipsis">cafelumen.example/</span><span class="invisible">a/b</span></a>!</p>"#;
        assert_eq!(text(html), "See https://cafelumen.example/a/b!");
    }

    #[test]
    fn a_mention_is_its_name() {
        let html =
            r#"<p><span class="h-card"><a href="https://x.example/@ninon" class="u-url mention">@<span>ninon</span></a></span> merci</p>"#;
        assert_eq!(text(html), "@ninon merci");
    }

    #[test]
    fn french_spaces_entities_and_long_lines_stay() {
        assert_eq!(
            text("<p>«\u{202f}Vraiment\u{202f}?\u{202f}»\u{a0}: oui &amp; non &lt;3</p>"),
            "«\u{202f}Vraiment\u{202f}?\u{202f}»\u{a0}: oui & non <3"
        );
        let long = "mot ".repeat(5_000);
        assert_eq!(text(&format!("<p>{long}</p>")).as_str(), long.trim());
    }

    #[test]
    fn scripts_escapes_and_rules_do_nothing() {
        assert_eq!(text("<p>a</p><script>alert(1)</script><style>p{}</style><p>b\u{1b}[2J</p>"), "a\n\nb");
        assert!(text(&"<hr>".repeat(10_000)).is_blank());
        for opening in ["<div>", "<blockquote>", "<b>", "<table><tr><td>", "<ul><li>"] {
            assert_eq!(text(&format!("{}deep", opening.repeat(10_000))), "deep", "{opening}");
        }
    }

    /// Whether the quick reader took it; if so, that it read the same.
    fn is_simple(html: &str) -> bool {
        let clean = SafeText::clean(html);
        let simple = simple::text(clean.as_str());
        if let Some(simple) = &simple {
            assert_eq!(*simple, full(clean.as_str()), "{html:?}");
        }
        simple.is_some()
    }

    #[test]
    fn usual_statuses_are_read_quickly_and_to_the_same_letter() {
        let usual = [
            "<p>Bonjour</p>",
            "<p>Un  mot\nde plus </p>\n<p> et la suite</p>",
            "<p>One<br>two<br />three<br/> four <br> five</p><p>Six</p>",
            r#"<p><span class="h-card" translate="no"><a href="https://x.example/@n" class="u-url mention">@<span>n</span></a></span> merci</p>"#,
            r#"<p>À <a href="https://x.example/a?b=1&amp;c=2" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://</span><span class="ellipsis">x.example/a?b=1&amp;c</span><span class="invisible">=2</span></a> !</p>"#,
            r#"<p>Le <a href="https://x.example/tags/the" class="mention hashtag" rel="tag">#<span>thé</span></a></p>"#,
            "<p>«\u{202f}Oui\u{202f}!\u{202f}» \u{a0}: 3 &lt; 4 &amp;&amp; 5 &gt; 4, &quot;l&#39;été&quot; &apos; &nbsp;x</p>",
            "<p>👍🏾 ❤️ 👩‍🍳👨‍👩‍👦 🇨🇦 שלום 日本語　全角 e\u{301}t\u{e9}</p>",
            "sans paragraphe<br>deux lignes",
            "<span>@<a href=\"x\">nom</a></span> bonjour",
            "<p>x<span></span>y<a href=\"z\"></a> z</p>",
        ];
        for html in usual {
            assert!(is_simple(html), "{html}");
        }
    }

    #[test]
    fn what_is_not_simple_is_left_to_the_full_reader() {
        let others = [
            "",
            "<p></p>",
            "<p>a<br></p>",
            "<p>a<br><br>b</p>",
            "<p>a<p>b</p></p>",
            "<p>a</p>b",
            "<p>a",
            "a<br>",
            "<b>a</b>",
            "<p>a<span></p></span>",
            "<p>a<a href=\"x\"><a href=\"y\">b</a></a></p>",
            "<p>&eacute;&#233;&ampx;</p>",
            "<p>1 & 2; 3</p>",
            "<p>a<span title=\"1>0\">b</span></p>",
            "<p>a<span title='x'>b</span></p>",
            "<p>a<span id=\"x\">b</span></p>",
            "<p>a<span hidden>b</span></p>",
            "<p>a<!-- <p> --></p>",
            "<P>a</P>",
            "<p>a <\u{e9}p> b</p>",
            "<p>\u{301}a</p>",
            "<p>a</p><script>x</script>",
            "<a href=\"x\" rel=\"tag\">&nbsp;</a>",
        ];
        for html in others {
            assert!(!is_simple(html), "{html}");
        }
    }

    fn piece() -> impl Strategy<Value = String> {
        const PIECES: [&str; 44] = [
            "<p>",
            "<p>",
            "</p>",
            "</p>",
            "</p><p>",
            "</p>\n<p>",
            "<br>",
            "<br/>",
            "<br />",
            "<span>",
            "</span>",
            "</a>",
            "<span class=\"x y\">",
            "<a href=\"https://x.example/?a=b&c=d\" rel=\"tag\">",
            "<a>",
            "<b>",
            "</b>",
            "<div>",
            "<!--",
            "-->",
            "&amp;",
            "&lt;",
            "&gt;",
            "&quot;",
            "&#39;",
            "&nbsp;",
            "&",
            ";",
            "<",
            ">",
            "\"",
            "'",
            " ",
            "  ",
            "\n",
            "\t",
            "\u{a0}",
            "\u{202f}",
            "\u{2009}",
            "\u{3000}",
            "\u{200d}",
            "\u{301}",
            "\u{1b}[1m",
            "👩‍🍳",
        ];
        prop_oneof![3 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "[a-zé!.]{1,5}", 1 => any::<String>()]
    }

    /// Nested as servers send it, now and then with something amiss.
    fn status() -> impl Strategy<Value = String> {
        let inline = prop_oneof![
            "[a-zà-ü ]{0,12}",
            "[a-z]{1,9}".prop_map(|word| format!("<a href=\"https://x.example/{word}\" class=\"mention\">@<span>{word}</span></a>")),
            "[ a-z]{0,5}".prop_map(|word| format!("<span class=\"invisible\">{word}</span>")),
            Just("<br>".to_owned()),
            Just("<br />".to_owned()),
            piece(),
        ];
        let paragraph = prop::collection::vec(inline, 1..8).prop_map(|parts| format!("<p>{}</p>", parts.concat()));
        prop::collection::vec(paragraph, 1..4).prop_map(|paragraphs| paragraphs.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn both_readers_agree(pieces in prop::collection::vec(piece(), 0..12), status in status()) {
            is_simple(&pieces.concat());
            is_simple(&status);
        }
    }
}
