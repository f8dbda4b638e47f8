//! Keys to commands: the table's defaults, changed by the user's own keys.

use super::command::{Command, Scope, Spec, all};
use super::key::{Code, Key};
use crate::lang::{Lang, keys};
use std::collections::BTreeMap;

/// What each key means in each scope.
#[derive(Debug, Clone)]
pub struct Keymap {
    commands: BTreeMap<(Scope, Key), Command>,
    keys: BTreeMap<Command, Vec<Key>>,
}

/// What is wrong with the user's own keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// No command has this name.
    NoCommand(String),
    /// This is no key, or one that terminals or French keyboards can't give.
    NoKey(String),
    /// Two commands of one scope want the key.
    Taken {
        /// The key.
        key: String,
        /// Both commands.
        by: [&'static str; 2],
    },
}

impl Keymap {
    /// The defaults with the user's own keys: by the name of a command, its keys.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn new(own: &BTreeMap<String, Vec<String>>) -> Result<Self, Clash> {
        if let Some(name) = own.keys().find(|name| !all().any(|spec| spec.name == name.as_str())) {
            return Err(Clash::NoCommand(name.clone()));
        }
        let mut keymap = Self { commands: BTreeMap::new(), keys: BTreeMap::new() };
        for spec in all() {
            let wanted: Vec<&str> = own.get(spec.name).map_or_else(|| spec.keys.to_vec(), |keys| keys.iter().map(String::as_str).collect());
            for text in wanted {
                keymap.bind(spec, text)?;
            }
        }
        Ok(keymap)
    }

    fn bind(&mut self, spec: &Spec, text: &str) -> Result<(), Clash> {
        let key = Key::parse(text).ok_or_else(|| Clash::NoKey(text.to_owned()))?;
        if let Some(other) = self.commands.insert((spec.scope, key), spec.command) {
            return Err(Clash::Taken { key: text.to_owned(), by: [super::command::spec(other).name, spec.name] });
        }
        self.keys.entry(spec.command).or_default().push(key);
        Ok(())
    }

    /// What `key` means in the topmost of `scopes` that hears it.
    ///
    /// A text field swallows what types a character, and hides every scope below it from them.
    #[must_use]
    pub fn command(&self, scopes: &[Scope], key: Key) -> Option<Command> {
        for scope in scopes {
            if let Some(command) = self.commands.get(&(*scope, key)) {
                return Some(*command);
            }
            let swallowed = match scope {
                Scope::Field => !matches!(key.code, Code::F(_)),
                Scope::Sheet => key.typed().is_some(),
                Scope::Dialog => true,
                _ => false,
            };
            if swallowed {
                return None;
            }
        }
        None
    }

    /// The keys of a command, the one to show first.
    #[must_use]
    pub fn keys(&self, command: Command) -> &[Key] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The key to show for a command, as footers write it; empty if it has none.
    #[must_use]
    pub fn shown(&self, lang: Lang, command: Command) -> String {
        self.keys(command).first().map(|key| keys::name(lang, *key)).unwrap_or_default()
    }
}
