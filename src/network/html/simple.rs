//! The HTML that nearly every status is made of: paragraphs, breaks, links, spans, the usual entities.
//!
//! Read in one pass, to the same letter as the full reader would. Gives up on anything else, and on
//! anything that is not closed as it was opened.

use unicode_width::UnicodeWidthChar;

/// Longer ones might be wrapped by the full reader.
const LONGEST: usize = 32 * 1024;
/// More tags within each other are not simple.
const DEEPEST: usize = 8;
/// What may stand in a tag without a say in its text. Not `id` and `name`: they mark places.
const ATTRIBUTES: [&str; 7] = ["href", "class", "rel", "target", "translate", "lang", "title"];

/// The text of cleaned HTML, if it is simple.
pub(super) fn text(html: &str) -> Option<String> {
    if html.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { text: String::with_capacity(html.len()), ..Reader::default() };
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        reader.words(&rest[..at])?;
        let (inside, after) = rest[at + 1..].split_once(if rest.as_bytes()[at] == b'<' { '>' } else { ';' })?;
        if rest.as_bytes()[at] == b'<' {
            reader.tag(inside)?;
        } else {
            reader.letter(entity(inside)?)?;
        }
        rest = after;
    }
    reader.words(rest)?;
    reader.end()
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "#39" => '\'',
        "nbsp" => '\u{a0}',
        _ => return None,
    })
}

/// A tag that holds words within a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inline {
    Link,
    Span,
}

/// Where the reader stands among paragraphs.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    /// Before everything.
    #[default]
    Start,
    /// In text without paragraphs.
    Bare,
    /// In a paragraph.
    Within,
    /// After a paragraph.
    Between,
}

/// What was read so far.
#[derive(Default)]
struct Reader {
    text: String,
    place: Place,
    open: [Option<Inline>; DEEPEST],
    depth: usize,
    /// Whether the line holds a word.
    line: bool,
    /// Whether white space came after the last word.
    space: bool,
    /// Whether the last letter belongs to a word that goes on.
    word: bool,
    /// Where the text of the last link begins.
    link: usize,
}

impl Reader {
    fn words(&mut self, words: &str) -> Option<()> {
        let mut from = 0;
        for (at, c) in words.char_indices() {
            if is_space(c) {
                self.text.push_str(&words[from..at]);
                from = at + c.len_utf8();
                self.space |= self.line;
                self.word = false;
            } else if !self.word {
                self.begin_word(c)?;
                from = at;
            }
        }
        self.text.push_str(&words[from..]);
        Some(())
    }

    fn letter(&mut self, c: char) -> Option<()> {
        if !self.word {
            self.begin_word(c)?;
        }
        self.text.push(c);
        Some(())
    }

    fn begin_word(&mut self, first: char) -> Option<()> {
        match self.place {
            Place::Start => self.place = Place::Bare,
            Place::Bare | Place::Within => {}
            Place::Between => return None,
        }
        // What takes no room does not count as a word of its own.
        if !first.is_ascii() && first.width() == Some(0) {
            return None;
        }
        if self.space {
            self.text.push(' ');
        }
        (self.space, self.line, self.word) = (false, true, true);
        Some(())
    }

    fn tag(&mut self, tag: &str) -> Option<()> {
        match tag {
            "p" => self.open_paragraph(),
            "/p" => self.close_paragraph(),
            "br" | "br/" | "br />" | "br /" => self.break_line(),
            "/a" => self.close(Inline::Link),
            "/span" => self.close(Inline::Span),
            _ => {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                let inline = match name {
                    "a" if !self.open.contains(&Some(Inline::Link)) => Inline::Link,
                    "span" => Inline::Span,
                    _ => return None,
                };
                are_silent(attributes)?;
                self.open(inline)
            }
        }
    }

    fn open(&mut self, inline: Inline) -> Option<()> {
        if self.place == Place::Start {
            self.place = Place::Bare;
        }
        *self.open.get_mut(self.depth)? = Some(inline);
        self.depth += 1;
        if inline == Inline::Link {
            self.link = self.text.len();
        }
        (self.place != Place::Between).then_some(())
    }

    fn close(&mut self, inline: Inline) -> Option<()> {
        self.depth = self.depth.checked_sub(1)?;
        // The full reader passes over a link of no-break spaces alone.
        let said = &self.text[self.link..];
        let is_blank = inline == Inline::Link && !said.is_empty() && said.chars().all(char::is_whitespace);
        (self.open[self.depth].take()? == inline && !is_blank).then_some(())
    }

    fn open_paragraph(&mut self) -> Option<()> {
        match self.place {
            Place::Start => {}
            Place::Between => self.text.push_str("\n\n"),
            Place::Bare | Place::Within => return None,
        }
        (self.place, self.line, self.space, self.word) = (Place::Within, false, false, false);
        Some(())
    }

    fn close_paragraph(&mut self) -> Option<()> {
        let is_whole = self.place == Place::Within && self.depth == 0 && self.line;
        (self.place, self.line, self.space, self.word) = (Place::Between, false, false, false);
        is_whole.then_some(())
    }

    /// A break between two lines of words; elsewhere it has rules of its own.
    fn break_line(&mut self) -> Option<()> {
        let is_between = self.line && self.depth == 0;
        self.text.push('\n');
        (self.line, self.space, self.word) = (false, false, false);
        is_between.then_some(())
    }

    fn end(self) -> Option<String> {
        let is_whole = match self.place {
            Place::Start | Place::Within => false,
            Place::Bare => self.line && self.depth == 0,
            Place::Between => true,
        };
        is_whole.then_some(self.text)
    }
}

/// White space that becomes one space. The no-break spaces of French are letters of their word.
fn is_space(c: char) -> bool {
    match c {
        ' ' | '\n' => true,
        '!'..='~' | '\u{a0}' | '\u{202f}' => false,
        _ => c.is_whitespace(),
    }
}

/// Whether attributes are plainly written, `name="value"` each, and say nothing about the text.
fn are_silent(attributes: &str) -> Option<()> {
    let mut rest = attributes;
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        if !ATTRIBUTES.contains(&name) || value.contains('<') {
            return None;
        }
        rest = if after.is_empty() { after } else { after.strip_prefix(' ').filter(|after| !after.is_empty())? };
    }
    Some(())
}
