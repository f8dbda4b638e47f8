//! The settings of a person's machine: every one written once, with its default and its meaning.
//!
//! Refuses a key it does not know and a value of another kind, with the line; holds no secret.

mod read;

pub mod places;

pub use places::Places;
pub use read::read;

use crate::app::model::ThemeName;
use crate::domain::coded;
use crate::lang::Lang;
use crate::network::Directories;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

coded! {
    /// The language of the screens and the commands.
    Language {
        /// That of the locale.
        Auto = "auto",
        Fr = "fr",
        En = "en",
    }
}

impl Language {
    /// The language that was chosen; `None` leaves it to the locale.
    #[must_use]
    pub const fn chosen(self) -> Option<Lang> {
        match self {
            Self::Auto => None,
            Self::Fr => Some(Lang::Fr),
            Self::En => Some(Lang::En),
        }
    }
}

/// Keys of the person's own: a command's name and the keys that mean it.
pub type Keys = BTreeMap<String, Vec<String>>;

/// How a kind of value is written in the file, for the example and for errors.
pub trait Setting: Serialize + for<'de> Deserialize<'de> {
    /// The values it takes, in the file's own signs.
    fn expects() -> String;
}

impl Setting for bool {
    fn expects() -> String {
        "true | false".to_owned()
    }
}

impl Setting for u16 {
    fn expects() -> String {
        "0, 1, 2, 3…".to_owned()
    }
}

impl Setting for String {
    fn expects() -> String {
        "\"…\"".to_owned()
    }
}

impl Setting for Keys {
    fn expects() -> String {
        "inbox-reply = [\"r\", \"F3\"]".to_owned()
    }
}

impl Setting for Language {
    fn expects() -> String {
        alternatives(Self::ALL.iter().map(|value| value.code()))
    }
}

impl Setting for ThemeName {
    fn expects() -> String {
        alternatives(Self::ALL.iter().map(|value| value.code()))
    }
}

fn alternatives<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(" | ")
}

/// Writes the settings once: the struct, the defaults, the known keys and the example file come from it.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $key:ident: $kind:ty = $default:expr;)+) => {
        /// The settings, after the file was read.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub struct Config {
            $($(#[doc = $doc])+ pub $key: $kind,)+
        }

        impl Default for Config {
            fn default() -> Self {
                Self { $($key: $default,)+ }
            }
        }

        impl Config {
            /// Every key, in the order of the example file.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];

            /// The values that `key` takes, as they are written.
            #[must_use]
            pub fn expects(key: &str) -> Option<String> {
                match key {
                    $(stringify!($key) => Some(<$kind as Setting>::expects()),)+
                    _ => None,
                }
            }

            /// Puts `value` under `key`. `false` if the key is not known or takes another kind of value.
            fn put(&mut self, key: &str, value: toml::Value) -> bool {
                match key {
                    $(stringify!($key) => value.try_into().map(|value| self.$key = value).is_ok(),)+
                    _ => false,
                }
            }

            /// Each setting for the example file: what it means, its key, the default, what it takes.
            fn described() -> Vec<(String, &'static str, toml::Value, String)> {
                let defaults = Self::default();
                vec![$((
                    [$($doc),+].map(str::trim).join("\n"),
                    stringify!($key),
                    toml::Value::try_from(&defaults.$key).expect("a default is TOML"),
                    <$kind as Setting>::expects(),
                )),+]
            }
        }
    };
}

settings! {
    /// The language of the screens and the commands; `auto` takes that of the locale.
    language: Language = Language::Auto;
    /// The colours; `mono` uses none.
    theme: ThemeName = ThemeName::Auto;
    /// Whether the mouse clicks and scrolls. Hold Shift to select text as usual.
    mouse: bool = true;
    /// Whether every sign is plain ASCII, for terminals that can't draw others.
    ascii: bool = false;
    /// Whether the footer shows the keys of the moment.
    hints: bool = true;
    /// The brand that commands speak of when `--brand` is not given; empty if there is only one.
    brand: String = String::new();
    /// The folder into which reports are written; empty for the folder where Ronde is started.
    reports: String = String::new();
    /// Whether a copy of the file is kept each day, for a week.
    backup: bool = true;
    /// Minutes between two fetches while the screens are open or `ronde run` runs; 0 fetches when asked.
    pull: u16 = 15;
    /// The server that finds the identity behind a Bluesky handle.
    bluesky_handles: String = Directories::default().resolver;
    /// The directory that tells the server of a Bluesky identity.
    bluesky_directory: String = Directories::default().plc;
    /// Keys of your own: the name of a command, then the keys that mean it.
    keys: Keys = Keys::new();
}

impl Config {
    /// A config file that holds every key at its default, with what it means.
    #[must_use]
    pub fn example() -> String {
        let mut example = String::from("# The settings of Ronde. Every key is here, at its default; what is left out keeps it.\n");
        for (meaning, key, default, expects) in Self::described() {
            let comment = meaning.replace('\n', "\n# ");
            let written = match default {
                toml::Value::Table(_) => format!("[{key}]\n# {expects}"),
                value => format!("# {expects}\n{key} = {value}"),
            };
            example.extend(["\n# ", &comment, "\n", &written, "\n"]);
        }
        example
    }

    /// Where identities of Bluesky are looked up.
    #[must_use]
    pub fn directories(&self) -> Directories {
        Directories { resolver: self.bluesky_handles.clone(), plc: self.bluesky_directory.clone() }
    }

    /// The folder for reports, if one was chosen.
    #[must_use]
    pub fn reports_folder(&self) -> Option<PathBuf> {
        (!self.reports.is_empty()).then(|| PathBuf::from(&self.reports))
    }
}

/// What is wrong with the config file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {fault:?}", .file.display())]
pub struct ConfigError {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// The kinds of faults in a config file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file can't be read: the system's words.
    Unreadable(String),
    /// It is not TOML: the parser's words.
    Syntax(String),
    /// A key that does not exist.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The known key that looks most like it.
        near: Option<&'static str>,
    },
    /// A value of another kind.
    WrongValue {
        /// The key.
        key: String,
        /// What it takes.
        expects: String,
    },
    /// Keys for a command that does not exist.
    UnknownCommand {
        /// The name as written.
        command: String,
        /// The command whose name looks most like it.
        near: Option<&'static str>,
    },
    /// Two commands of one scope want the same key.
    TwoCommands {
        /// The key.
        press: String,
        /// Both.
        commands: [&'static str; 2],
    },
    /// A key of the keyboard that no terminal can tell.
    UnknownPress {
        /// The command it was meant for.
        command: String,
        /// What is written.
        press: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_holds_every_key_and_reads_as_the_defaults() {
        let example = Config::example();
        for key in Config::KEYS {
            assert!(example.contains(&format!("\n{key} = ")) || example.contains(&format!("\n[{key}]")), "{key}");
        }
        assert_eq!(read::parse(std::path::Path::new("example"), &example), Ok(Config::default()));
    }

    #[test]
    fn the_example_in_assets_is_fresh() {
        assert_eq!(
            Config::example(),
            include_str!("../assets/config.example.toml"),
            "run: cargo run --example config > assets/config.example.toml"
        );
    }
}
