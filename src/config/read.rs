//! Reads the config file and points at what is wrong with it: line, key, and the key that was meant.

use super::{Config, ConfigError, Fault, Keys};
use crate::app::command;
use crate::app::key::Key;
use crate::app::keymap::{Clash, Keymap};
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// How unlike a known key may be to be offered: 1 is the same, 0 has nothing in common.
const ALIKE: f64 = 0.6;

/// Reads `file`; one that does not exist leaves every default.
pub fn read(file: &Path) -> Result<Config, ConfigError> {
    match std::fs::read_to_string(file) {
        Ok(text) => parse(file, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Config::default()),
        Err(error) => Err(ConfigError { file: file.to_owned(), line: 0, fault: Fault::Unreadable(error.to_string()) }),
    }
}

/// Reads the text of a config file; `file` is only named in errors.
pub(super) fn parse(file: &Path, text: &str) -> Result<Config, ConfigError> {
    let wrong = |at: usize, fault| ConfigError { file: file.to_owned(), line: line_of(text, at), fault };
    let syntax = |error: &toml::de::Error| wrong(error.span().map_or(0, |span| span.start), Fault::Syntax(error.message().to_owned()));
    let places = DeTable::parse(text).map_err(|error| syntax(&error))?;
    let values: toml::Table = toml::from_str(text).map_err(|error| syntax(&error))?;
    let mut config = Config::default();
    for (key, place) in places.get_ref() {
        let name = key.get_ref().as_ref();
        let Some(expects) = Config::expects(name) else {
            return Err(wrong(
                key.span().start,
                Fault::UnknownKey { key: name.to_owned(), near: nearest(name, Config::KEYS.iter().copied()) },
            ));
        };
        let Some(value) = values.get(name) else { continue };
        if !config.put(name, value.clone()) {
            let at = wrong_entry(place.get_ref()).unwrap_or(key.span().start);
            return Err(wrong(at, Fault::WrongValue { key: name.to_owned(), expects }));
        }
    }
    let keys = places.get_ref().get("keys").and_then(|keys| keys.get_ref().as_table());
    let line = |command: &str| keys.and_then(|keys| keys.get_key_value(command)).map_or(0, |(key, _)| key.span().start);
    if let Some((command, fault)) = wrong_keys(&config.keys) {
        return Err(wrong(line(&command), fault));
    }
    Ok(config)
}

/// Where, in a table of keys, the first entry stands that is not a list of texts.
fn wrong_entry(value: &DeValue<'_>) -> Option<usize> {
    let texts = |value: &DeValue<'_>| value.as_array().is_some_and(|list| list.iter().all(|item| item.get_ref().as_str().is_some()));
    value.as_table()?.iter().find(|(_, entry)| !texts(entry.get_ref())).map(|(key, _)| key.span().start)
}

/// What is wrong with the person's own keys, and under which command.
fn wrong_keys(keys: &Keys) -> Option<(String, Fault)> {
    for (command, presses) in keys {
        if let Some(press) = presses.iter().find(|press| Key::parse(press).is_none()) {
            return Some((command.clone(), Fault::UnknownPress { command: command.clone(), press: press.clone() }));
        }
    }
    Some(match Keymap::new(keys).err()? {
        Clash::NoCommand(command) => {
            let near = nearest(&command, command::all().map(|spec| spec.name));
            (command.clone(), Fault::UnknownCommand { command, near })
        }
        Clash::NoKey(press) => (String::new(), Fault::UnknownPress { command: String::new(), press }),
        Clash::Taken { key, by } => {
            let own = by.iter().find(|name| keys.contains_key(**name)).copied().unwrap_or_default();
            (own.to_owned(), Fault::TwoCommands { press: key, commands: by })
        }
    })
}

/// The known name that looks most like `typed`, if one does.
fn nearest(typed: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let (likeness, best) =
        known.map(|name| (strsim::jaro_winkler(&typed, name), name)).max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (likeness > ALIKE).then_some(best)
}

/// The line, from 1, on which the byte `at` stands.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::ThemeName;
    use crate::config::Language;

    fn fault(text: &str) -> (usize, Fault) {
        let error = parse(Path::new("config.toml"), text).expect_err("a fault");
        (error.line, error.fault)
    }

    #[test]
    fn what_is_set_is_read_and_the_rest_keeps_its_default() {
        let config =
            parse(Path::new("c"), "language = \"fr\"\ntheme = \"mono\"\n[keys]\ninbox-reply = [\"w\", \"F3\"]\n").expect("a config");
        assert_eq!((config.language, config.theme, config.mouse), (Language::Fr, ThemeName::Mono, true));
        assert_eq!(config.keys["inbox-reply"], ["w", "F3"]);
    }

    #[test]
    fn an_unknown_key_is_told_with_its_line_and_the_one_that_was_meant() {
        let unknown = |key: &str, near| Fault::UnknownKey { key: key.to_owned(), near };
        assert_eq!(fault("mouse = true\n\nlangage = \"fr\"\n"), (3, unknown("langage", Some("language"))));
        assert_eq!(fault("Theme = \"dark\""), (1, unknown("Theme", Some("theme"))));
        assert_eq!(fault("zzz = 1"), (1, unknown("zzz", None)));
    }

    #[test]
    fn a_value_of_another_kind_is_told_with_its_line_and_what_the_key_takes() {
        let (line, fault) = fault("\nmouse = \"yes\"");
        assert_eq!((line, fault), (2, Fault::WrongValue { key: "mouse".to_owned(), expects: "true | false".to_owned() }));
        assert_eq!(self::fault("theme = \"black\"").0, 1);
        assert_eq!(self::fault("[keys]\nreply = [\"r\"]\nclose = 3").0, 3);
    }

    #[test]
    fn a_press_that_no_terminal_can_tell_is_refused() {
        let press = Fault::UnknownPress { command: "reply".to_owned(), press: "Ctrl+M".to_owned() };
        assert_eq!(fault("[keys]\nreply = [\"Ctrl+M\"]"), (2, press));
    }

    #[test]
    fn keys_for_no_command_and_a_key_wanted_twice_are_told_with_their_line() {
        let unknown = Fault::UnknownCommand { command: "inbox-repply".to_owned(), near: Some("inbox-reply") };
        assert_eq!(fault("[keys]\ninbox-repply = [\"y\"]"), (2, unknown));
        let (line, fault) = fault("[keys]\n\ninbox-reply = [\"a\"]");
        assert_eq!(line, 3);
        let Fault::TwoCommands { press, commands } = fault else { panic!("{fault:?}") };
        assert_eq!(press, "a");
        assert!(commands.contains(&"inbox-reply"), "{commands:?}");
    }

    #[test]
    fn the_keys_that_the_example_shows_can_be_set() {
        let shown = <Keys as crate::config::Setting>::expects();
        assert!(parse(Path::new("c"), &format!("[keys]\n{shown}\n")).is_ok(), "{shown}");
    }

    #[test]
    fn what_is_not_toml_is_told_with_its_line() {
        let (line, fault) = fault("mouse = true\ntheme = \n");
        assert_eq!(line, 2);
        assert!(matches!(fault, Fault::Syntax(_)));
    }

    #[test]
    fn a_missing_file_leaves_every_default() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(&folder.path().join("none.toml")), Ok(Config::default()));
    }
}
