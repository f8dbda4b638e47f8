//! Which public holidays a brand keeps: none, those of France, those of a file.

use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::Desktop;
use super::super::model::Model;
use super::brand::{change, wrong};
use crate::domain::holiday::Holidays;
use crate::domain::holiday::file::{Fault, read};
use crate::domain::text::SafeText;
use crate::lang::{Text, format};

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Keeps these.
    Keep(Holidays),
    /// Asks for a file.
    AskFile,
    /// Reads the file typed.
    Read,
}

const fn then(then: Then) -> Chosen {
    Chosen::Notebook(super::Then::PublicHolidays(then))
}

/// Asks which public holidays are kept.
pub fn ask(model: &mut Model) {
    let menu = Menu::new(Text::new("holidays-title"))
        .item(Some('f'), Label::Text(Text::new("holidays-france")), Ok(then(Then::Keep(Holidays::France))))
        .item(Some('i'), Label::Text(Text::new("holidays-file")), Ok(then(Then::AskFile)))
        .item(Some('0'), Label::Text(Text::new("holidays-none")), Ok(then(Then::Keep(Holidays::None))));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: Then, typed: &str) {
    match chosen {
        Then::Keep(holidays) => keep(model, holidays),
        Then::AskFile => {
            let prompt = Prompt::new(Text::new("holidays-which"), "", then(Then::Read)).help(Text::new("holidays-help"));
            model.dialog = Some(Dialog::Prompt(prompt));
        }
        // The prompt stays until the file was read: a mistake in it is told there.
        Then::Read if typed.trim().is_empty() => wrong(model, Text::new("holidays-which")),
        Then::Read => model.asks.desktop(Desktop::ReadHolidays(SafeText::line(typed.trim()))),
    }
}

fn keep(model: &mut Model, holidays: Holidays) {
    change(model, |brand| brand.hours.holidays = holidays);
    model.dialog = None;
    model.tell(Text::new("holidays-kept"));
}

/// The text of a file came, or the reason why it can't be read.
pub fn heard(model: &mut Model, path: &SafeText, text: Result<String, SafeText>) {
    match text.map(|text| read(&text)) {
        Ok(Ok(Holidays::File { name, days })) => {
            // A file without a name of its own is known by where it lies.
            let name = if name.is_blank() { path.clone() } else { name };
            keep(model, Holidays::File { name, days });
        }
        Ok(Ok(holidays)) => keep(model, holidays),
        Ok(Err(Fault { line, wrong: mistake })) => {
            let what = Text::coded("holidays-wrong", mistake.code()).with("what", mistake.what());
            wrong(model, if line == 0 { what } else { Text::new("holidays-wrong-line").count("line", line).and("what", what) });
        }
        Err(why) => wrong(model, Text::new("holidays-unreadable").with("why", why)),
    }
}

/// Which ones are kept, in one line, with the next of a file.
#[must_use]
pub fn told(model: &Model, holidays: &Holidays) -> String {
    let voice = model.voice();
    match holidays {
        Holidays::None => voice.t("holidays-none"),
        Holidays::France => voice.t("holidays-france"),
        Holidays::File { name, days } => {
            let today = model.day();
            match days.range(today..).next() {
                Some(next) => voice.say(&Text::new("holidays-next").with("name", name).with("day", format::short_day(model.lang, *next))),
                None => voice.say(&Text::new("holidays-over").with("name", name)),
            }
        }
    }
}
