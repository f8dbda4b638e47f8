//! A file of public holidays: a name, and a day a line. Reads the text, opens nothing.
//!
//! What is wrong is told with its line; a file with a mistake is refused whole.

use super::super::text::SafeText;
use super::super::time::Day;
use super::Holidays;
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// The largest file that is read, in bytes: five hundred years of holidays are smaller.
pub const LARGEST: usize = 256 * 1_024;

/// What is wrong with a file, and on which line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line; 0 where it is the file as a whole.
    pub line: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is not TOML; the parser says why.
    Syntax(SafeText),
    /// There is no table of days, or nothing in it.
    NoDays,
    /// A key that means nothing.
    Unknown(SafeText),
    /// A day that the calendar does not have, or that is not written as one.
    NotADay(SafeText),
    /// The name of a holiday, or of the file, is no text.
    NotAName,
    /// It is larger than Ronde reads.
    TooLarge,
}

impl Wrong {
    /// The stable word for it, in the ids of its texts.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::NoDays => "no-days",
            Self::Unknown(_) => "unknown",
            Self::NotADay(_) => "not-a-day",
            Self::NotAName => "not-a-name",
            Self::TooLarge => "too-large",
        }
    }

    /// What it is about, in the words of the file; may be empty.
    #[must_use]
    pub fn what(&self) -> SafeText {
        match self {
            Self::Syntax(what) | Self::Unknown(what) | Self::NotADay(what) => what.clone(),
            Self::NoDays | Self::NotAName | Self::TooLarge => SafeText::EMPTY,
        }
    }
}

/// Reads the text of a file: `name = "Belgique"`, then under `[days]` lines like `2026-07-21 = "Fête nationale"`.
///
/// # Errors
/// The first mistake, with its line.
pub fn read(text: &str) -> Result<Holidays, Fault> {
    if text.len() > LARGEST {
        return Err(Fault { line: 0, wrong: Wrong::TooLarge });
    }
    let at = |place: usize, wrong| Fault { line: text.as_bytes().iter().take(place).filter(|byte| **byte == b'\n').count() + 1, wrong };
    let table = DeTable::parse(text)
        .map_err(|error| at(error.span().map_or(0, |span| span.start), Wrong::Syntax(SafeText::line(error.message()))))?;
    let (mut name, mut days) = (SafeText::EMPTY, BTreeSet::new());
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("name", DeValue::String(said)) => name = SafeText::line(said),
            ("days", DeValue::Table(table)) => {
                for (key, named) in table {
                    let written = key.get_ref().as_ref();
                    let day: Day = written.parse().map_err(|_| at(key.span().start, Wrong::NotADay(SafeText::line(written))))?;
                    if !named.get_ref().is_str() {
                        return Err(at(key.span().start, Wrong::NotAName));
                    }
                    days.insert(day);
                }
            }
            ("name" | "days", _) => return Err(at(key.span().start, Wrong::NotAName)),
            (other, _) => return Err(at(key.span().start, Wrong::Unknown(SafeText::line(other)))),
        }
    }
    if days.is_empty() { Err(Fault { line: 0, wrong: Wrong::NoDays }) } else { Ok(Holidays::File { name, days }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BELGIUM: &str = "name = \"Belgique\"\n\n[days]\n2026-07-21 = \"Fête nationale\"\n2026-11-11 = \"Armistice\"\n";

    #[test]
    fn a_file_gives_its_days_and_no_other() {
        let holidays = read(BELGIUM).expect("a good file");
        let holds = |day: &str| holidays.holds(day.parse().expect("a day"));
        assert_eq!((holds("2026-07-21"), holds("2026-11-11"), holds("2026-07-14"), holds("2027-07-21")), (true, true, false, false));
        assert!(matches!(&holidays, Holidays::File { name, .. } if name.as_str() == "Belgique"));
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        let line = |text: &str| read(text).map_err(|fault| (fault.line, fault.wrong.code())).expect_err("a mistake");
        assert_eq!(line(&BELGIUM.replace("2026-11-11", "2026-11-31")), (5, "not-a-day"));
        assert_eq!(line(&BELGIUM.replace("2026-07-21", "21-juillet")), (4, "not-a-day"));
        assert_eq!(line(&BELGIUM.replace("\"Armistice\"", "true")), (5, "not-a-name"));
        assert_eq!(line(&BELGIUM.replace("[days]", "[jours]")), (3, "unknown"));
        assert_eq!(line(&BELGIUM.replace("\"Armistice\"", "Armistice")).0, 5);
        assert_eq!(line(&format!("{BELGIUM}2026-07-21 = \"encore\"\n")), (6, "syntax"));
        assert_eq!(line("name = \"Rien\"\n"), (0, "no-days"));
        assert_eq!(line(&"#".repeat(LARGEST + 1)), (0, "too-large"));
    }
}
