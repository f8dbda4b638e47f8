//! Saved replies as a TOML file: written so that it reads back to the byte, read with the line of what is wrong.
//!
//! Text in, replies out, and what an import would change; the file on disk is [`mod@file`]'s.

pub mod file;

use crate::domain::saved_reply::{SavedReply, Tongue};
use crate::domain::text::{MAX_BYTES, SafeText};
use crate::domain::{BrandId, SavedReplyId};
use crate::lang::Text;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// The most bytes of a file that is read.
pub const MAX_FILE: usize = 4 * 1024 * 1024;
/// The version of the format.
const FORMAT: u32 = 1;
/// What a file begins with: how it is written, for whoever opens it.
const HEAD: &str = "# Ronde: saved replies, one [[reply]] for each language of a name.\n\
    # language is \"fr\" or \"en\". In text, {prénom} or {firstname} and {compte} or {account} are filled in;\n\
    # any other {word} is asked for when the reply is inserted.\n\n";

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    reply: Vec<WrittenReply<'a>>,
}

#[derive(Serialize)]
struct WrittenReply<'a> {
    name: &'a str,
    language: &'a str,
    text: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    format: Spanned<u32>,
    #[serde(default)]
    reply: Vec<ReadReply>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadReply {
    name: Spanned<String>,
    language: Spanned<String>,
    text: Spanned<String>,
}

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What.
    pub fault: Fault,
}

/// What can be wrong with a file of saved replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no TOML, or holds something that does not belong there: the reader's own words.
    Syntax(SafeText),
    /// It is of another version.
    Format,
    /// This is no language that Ronde knows.
    Language(SafeText),
    /// A reply has no name.
    NoName,
    /// A reply has no text.
    NoText,
    /// A name stands twice in one language.
    Twice(SafeText),
    /// It is too large.
    TooLarge,
}

impl Wrong {
    /// What the person is told.
    #[must_use]
    pub fn text(&self) -> Text {
        let said = match &self.fault {
            Fault::Syntax(why) => Text::new("replies-wrong-syntax").with("why", why),
            Fault::Format => Text::new("replies-wrong-format").count("format", FORMAT),
            Fault::Language(word) => Text::new("replies-wrong-language").with("word", word),
            Fault::NoName => Text::new("replies-wrong-name"),
            Fault::NoText => Text::new("replies-wrong-text"),
            Fault::Twice(name) => Text::new("replies-wrong-twice").with("name", name),
            Fault::TooLarge => Text::new("replies-wrong-size").count("size", MAX_FILE / 1024 / 1024),
        };
        if self.line == 0 { said } else { Text::new("replies-at-line").count("line", self.line).and("what", said) }
    }
}

/// Writes replies as a file.
///
/// # Panics
/// Never: names, languages and texts are strings, which TOML can hold.
#[must_use]
pub fn write(replies: &[SavedReply]) -> String {
    let reply = replies
        .iter()
        .map(|reply| WrittenReply { name: reply.name.as_str(), language: reply.language.code(), text: reply.text.as_str() })
        .collect();
    let body = toml::to_string_pretty(&Written { format: FORMAT, reply }).expect("strings are TOML");
    format!("{HEAD}{body}")
}

/// Reads a file, as replies of `brand` that are not stored yet.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn read(brand: BrandId, text: &str) -> Result<Vec<SavedReply>, Wrong> {
    if text.len() > MAX_FILE {
        return Err(Wrong { line: 0, fault: Fault::TooLarge });
    }
    let wrong = |at: usize, fault| Wrong { line: text[..text.floor_char_boundary(at)].matches('\n').count() + 1, fault };
    let syntax = |error: &toml::de::Error| wrong(error.span().map_or(0, |span| span.start), Fault::Syntax(SafeText::line(error.message())));
    let file: Read = toml::from_str(text).map_err(|error| syntax(&error))?;
    if *file.format.get_ref() != FORMAT {
        return Err(wrong(file.format.span().start, Fault::Format));
    }
    let mut replies: Vec<SavedReply> = Vec::new();
    for given in file.reply {
        let name = SafeText::line(given.name.get_ref().trim());
        if name.is_blank() {
            return Err(wrong(given.name.span().start, Fault::NoName));
        }
        let word = given.language.get_ref();
        let Some(language) = Tongue::from_code(word) else {
            return Err(wrong(given.language.span().start, Fault::Language(SafeText::line(word))));
        };
        let said = SafeText::clean(given.text.get_ref());
        if said.is_blank() {
            return Err(wrong(given.text.span().start, Fault::NoText));
        }
        if said.as_str().len() >= MAX_BYTES {
            return Err(wrong(given.text.span().start, Fault::TooLarge));
        }
        if replies.iter().any(|known| known.name == name && known.language == language) {
            return Err(wrong(given.name.span().start, Fault::Twice(name)));
        }
        replies.push(SavedReply { id: SavedReplyId(0), brand, name, language, text: said });
    }
    Ok(replies)
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Those that are new.
    pub new: Vec<SavedReply>,
    /// Those that are there with another text: as they are, and as the file has them.
    pub differ: Vec<(SavedReply, SavedReply)>,
    /// How many are there as the file has them.
    pub same: usize,
}

/// Compares what a file holds with what the brand has.
#[must_use]
pub fn plan(known: &[SavedReply], given: Vec<SavedReply>) -> Plan {
    let mut plan = Plan::default();
    for reply in given {
        match known.iter().find(|one| one.brand == reply.brand && one.name == reply.name && one.language == reply.language) {
            None => plan.new.push(reply),
            Some(one) if one.text == reply.text => plan.same += 1,
            Some(one) => plan.differ.push((one.clone(), SavedReply { id: one.id, ..reply })),
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reply(name: &str, language: Tongue, text: &str) -> SavedReply {
        SavedReply { id: SavedReplyId(0), brand: BrandId(1), name: name.into(), language, text: text.into() }
    }

    fn fault(text: &str) -> (usize, Fault) {
        let Wrong { line, fault } = read(BrandId(1), text).expect_err("it is wrong");
        (line, fault)
    }

    proptest! {
        #[test]
        fn a_file_reads_back_to_the_byte(texts in proptest::collection::vec("(?s).{1,60}", 1..6)) {
            let replies: Vec<SavedReply> = texts.iter().enumerate()
                .map(|(at, text)| reply(&format!("n{at} \"é\\"), Tongue::ALL[at % 2], text))
                .filter(|reply| !reply.text.is_blank())
                .collect();
            prop_assert_eq!(read(BrandId(1), &write(&replies)), Ok(replies));
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert!(matches!(fault("format = 1\n[[reply]\n"), (2, Fault::Syntax(_))));
        assert_eq!(fault("\nformat = 9\n"), (2, Fault::Format));
        let body = |name: &str, language: &str, text: &str| {
            format!("format = 1\n[[reply]]\nname = \"{name}\"\nlanguage = \"{language}\"\ntext = \"{text}\"\n")
        };
        assert_eq!(fault(&body(" ", "fr", "x")), (3, Fault::NoName));
        assert_eq!(fault(&body("a", "de", "x")), (4, Fault::Language("de".into())));
        assert_eq!(fault(&body("a", "fr", " ")), (5, Fault::NoText));
        let twice = body("a", "fr", "x") + "[[reply]]\nname = \"a\"\nlanguage = \"fr\"\ntext = \"y\"\n";
        assert_eq!(fault(&twice), (7, Fault::Twice("a".into())));
        assert!(matches!(fault(&(body("a", "fr", "x") + "colour = 1\n")), (6, Fault::Syntax(_))));
        assert_eq!(fault(&"#".repeat(MAX_FILE + 1)), (0, Fault::TooLarge));
    }

    #[test]
    fn a_plan_tells_new_changed_and_known_ones_apart() {
        let known = SavedReply { id: SavedReplyId(7), ..reply("a", Tongue::French, "x") };
        let given = vec![reply("a", Tongue::French, "y"), reply("a", Tongue::English, "x")];
        let found = plan(std::slice::from_ref(&known), given);
        assert_eq!((found.new.len(), found.differ.len(), found.same), (1, 1, 0));
        assert_eq!(found.differ[0].1.id, SavedReplyId(7));
        assert_eq!(plan(std::slice::from_ref(&known), vec![reply("a", Tongue::French, "x")]).same, 1);
    }
}
