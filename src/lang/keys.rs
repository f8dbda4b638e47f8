//! The names of keys, as keyboards of each language bear them.

use super::Lang;
use crate::app::key::{Code, Key};

/// The name of a key: `Entrée`, `Maj+←`, `Ctrl+K`.
#[must_use]
pub fn name(lang: Lang, key: Key) -> String {
    let shift = match lang {
        Lang::Fr => "Maj+",
        Lang::En => "Shift+",
    };
    let prefix = format!("{}{}", if key.ctrl { "Ctrl+" } else { "" }, if key.shift { shift } else { "" });
    let plain = Key { ctrl: false, shift: false, ..key };
    let bare = match named(lang, key.code) {
        Some(name) => name.to_owned(),
        None if key.ctrl => plain.to_string().to_uppercase(),
        None => plain.to_string(),
    };
    prefix + &bare
}

fn named(lang: Lang, code: Code) -> Option<&'static str> {
    let (french, english) = match code {
        Code::Enter => ("Entrée", "Enter"),
        Code::Esc => ("Échap", "Esc"),
        Code::Char(' ') => ("Espace", "Space"),
        Code::Delete => ("Suppr", "Delete"),
        Code::Backspace => ("Retour", "Backspace"),
        Code::BackTab => ("Maj+Tab", "Shift+Tab"),
        Code::Home => ("Début", "Home"),
        Code::End => ("Fin", "End"),
        Code::PageUp => ("Page haut", "Page up"),
        Code::PageDown => ("Page bas", "Page down"),
        Code::Up => ("↑", "↑"),
        Code::Down => ("↓", "↓"),
        Code::Left => ("←", "←"),
        Code::Right => ("→", "→"),
        Code::Tab | Code::Char(_) | Code::F(_) => return None,
    };
    Some(match lang {
        Lang::Fr => french,
        Lang::En => english,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_french_keyboard_bears_french_names() {
        let key = |text: &str| Key::parse(text).expect("a key");
        assert_eq!(name(Lang::Fr, key("Esc")), "Échap");
        assert_eq!(name(Lang::Fr, key("Shift+Left")), "Maj+←");
        assert_eq!(name(Lang::En, key("Ctrl+K")), "Ctrl+K");
        assert_eq!(name(Lang::Fr, key("r")), "r");
    }
}
