//! The language of a text, said only where it is sure: networks show and filter by it.

use whatlang::Lang;

/// Two-letter code (ISO 639-1) of the language `text` is surely in.
#[must_use]
pub fn language_of(text: &str) -> Option<&'static str> {
    // Names, tags and addresses are in no language.
    let words: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with(['@', '#']) && !word.contains("://")).collect();
    let told = whatlang::detect(&words.join(" "))?;
    if told.is_reliable() { code(told.lang()) } else { None }
}

/// The languages that are told. Of a language that is not among them nothing is said.
const fn code(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Fra => "fr",
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Cat => "ca",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Ell => "el",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Cmn => "zh",
        Lang::Vie => "vi",
        Lang::Hin => "hi",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn a_sentence_is_known_and_a_word_is_not() {
        assert_eq!(language_of("Nous ouvrons demain une nouvelle boutique dans le centre de Lyon, venez nous voir !"), Some("fr"));
        assert_eq!(language_of("Behind every cup there are fourteen minutes of roasting: ask us your questions."), Some("en"));
        assert_eq!(language_of("OK #fête https://cafelumen.example/une/adresse @alice.test"), None);
        assert_eq!(language_of(""), None);
    }
}
