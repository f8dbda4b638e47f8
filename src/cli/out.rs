//! What a command prints: lines for a person or one JSON object, never anything that acts on a terminal.

use super::failure::{Exit, Failure};
use crate::domain::text::SafeText;
use crate::lang::{Text, Texts, Voice};
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{IsTerminal, Write};

/// The version of the JSON shapes; a name that changes its meaning raises it.
pub(super) const SCHEMA: u32 = 1;

/// Where a command says what it did.
pub(super) struct Out<'a> {
    texts: &'a Texts,
    lang: crate::lang::Lang,
    json: bool,
    quiet: bool,
    object: Map<String, Value>,
}

impl<'a> Out<'a> {
    /// Prints in `lang`.
    pub fn new(texts: &'a Texts, lang: crate::lang::Lang, json: bool, quiet: bool) -> Self {
        Self { texts, lang, json, quiet, object: Map::new() }
    }

    /// The voice of the language.
    pub fn voice(&self) -> Voice<'a> {
        self.texts.voice(self.lang)
    }

    /// The texts of both languages.
    pub fn texts(&self) -> &'a Texts {
        self.texts
    }

    /// The language.
    pub fn lang(&self) -> crate::lang::Lang {
        self.lang
    }

    /// Prints what was asked for; nothing in JSON.
    pub fn line(&self, text: &str) {
        if !self.json {
            print(std::io::stdout(), SafeText::clean(text).as_str());
        }
    }

    /// Prints what was asked for, said in the language; nothing in JSON.
    pub fn say(&self, text: &Text) {
        self.line(&self.voice().say(text));
    }

    /// Tells what was done; `--quiet` keeps it back.
    pub fn tell(&self, text: &Text) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Warns or asks on standard error, whatever standard output is for.
    pub fn warn(&self, text: &Text) {
        print(std::io::stderr(), SafeText::clean(&self.voice().say(text)).as_str());
    }

    /// Tells how far a long work is: only where somebody watches.
    pub fn progress(&self, text: &Text) {
        if !self.quiet && std::io::stderr().is_terminal() {
            self.warn(text);
        }
    }

    /// Puts `value` under `name` of the JSON object.
    pub fn field(&mut self, name: &str, value: impl Serialize) {
        if self.json {
            let value = serde_json::to_value(value).expect("our shapes are JSON: their keys are texts");
            self.object.insert(name.to_owned(), value);
        }
    }

    /// Ends the command: prints the JSON object, or on standard error what failed.
    pub fn end(mut self, ended: Result<Exit, Failure>) -> Exit {
        let exit = match ended {
            Ok(exit) => exit,
            Err(failure) => {
                let voice = self.voice();
                print(std::io::stderr(), SafeText::clean(&failure.say(voice)).as_str());
                let todo = failure.todo.as_ref().map(|todo| voice.say(todo));
                let error = serde_json::json!({"code": failure.code, "what": voice.say(&failure.what), "todo": todo});
                self.field("error", error);
                failure.exit
            }
        };
        if self.json {
            self.object.insert("schema".to_owned(), SCHEMA.into());
            self.object.insert("exit".to_owned(), (exit as u8).into());
            print(std::io::stdout(), &escaped(&Value::Object(self.object)));
        }
        exit
    }
}

/// JSON in which nothing acts on a terminal: serde escapes C0 alone, so the rest is escaped here.
pub(super) fn escaped(value: &Value) -> String {
    use std::fmt::Write;
    let json = value.to_string();
    let mut plain = String::with_capacity(json.len());
    for c in json.chars() {
        // A space is left as it is; any other sign that SafeText would drop or change is written by its number.
        if c.is_ascii_graphic() || c == ' ' || SafeText::clean(c.encode_utf8(&mut [0; 4])).as_str().starts_with(c) {
            plain.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(plain, "\\u{unit:04x}");
            }
        }
    }
    plain
}

/// Prints a line. A reader that went away (`ronde inbox | head`) is no fault.
fn print(mut to: impl Write, line: &str) {
    let _ = writeln!(to, "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_holds_no_sign_that_acts_and_reads_back_as_it_was() {
        let hostile = "a\u{9b}2J\u{202e}b\u{7f}é👩‍👧\u{1b}]0;x\u{7}";
        let json = escaped(&serde_json::json!({ "text": hostile }));
        assert_eq!(SafeText::clean(&json).as_str(), json);
        assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON")["text"], hostile);
    }
}
