//! The language of a text, said only where it is sure: networks show and filter by it.

use super::fold::words;
use whatlang::Lang;

/// Common words of French and of English that their neighbours do not have: a short text is in a language if the
/// words seem to be and one of these says so too.
const TELLING: [(Lang, &[&str]); 2] = [
    (
        Lang::Fra,
        &[
            "aujourd", "aux", "avec", "bonjour", "bonsoir", "cette", "chez", "dans", "demain", "elle", "est", "leur", "notre", "nous",
            "pour", "quelle", "sont", "tous", "toute", "une", "votre", "vous",
        ],
    ),
    (
        Lang::Eng,
        &[
            "and", "are", "from", "our", "please", "thank", "thanks", "that", "the", "they", "this", "today", "tomorrow", "what", "when",
            "where", "which", "with", "would", "you", "your",
        ],
    ),
];

/// Two-letter code (ISO 639-1) of the language `text` is surely in.
#[must_use]
pub fn language_of(text: &str) -> Option<&'static str> {
    // Names, tags and addresses are in no language.
    let kept: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with(['@', '#']) && !word.contains("://")).collect();
    let kept = kept.join(" ");
    let told = whatlang::detect(&kept)?;
    if told.is_reliable() || is_told_by_a_word(&kept, told.lang()) { code(told.lang()) } else { None }
}

/// Whether a word of `text` tells this language, and none tells another.
fn is_told_by_a_word(text: &str, lang: Lang) -> bool {
    let told: Vec<Lang> =
        TELLING.iter().filter(|(_, telling)| words(text).any(|word| telling.contains(&word.as_str()))).map(|(lang, _)| *lang).collect();
    told == [lang]
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

    #[test]
    fn a_short_text_is_known_where_its_words_and_one_that_tells_agree() {
        for text in [
            "Bonjour, votre colis est parti ce matin.",
            "Le lot est là.",
            "C’est noté, merci à vous !",
            "Rendez-vous samedi à la boutique.",
            "Un atelier pour les enfants mercredi.",
            "Joyeux Noël à tous !",
        ] {
            assert_eq!(language_of(text), Some("fr"), "{text}");
        }
        for text in ["Your parcel left this morning.", "New coffee in the shop!", "Sorry for the delay."] {
            assert_eq!(language_of(text), Some("en"), "{text}");
        }
    }

    #[test]
    fn a_short_text_is_never_taken_for_that_of_a_neighbour() {
        for (own, texts) in [
            ("es", &["¡Gracias a todos!", "La casa de papel es la mejor", "Es la hora de un café", "Que la fuerza te acompañe"][..]),
            (
                "it",
                &["Le nostre tazze sono qui", "La bottega è aperta", "Un caffè in compagnia", "Le ore di apertura", "La festa di sabato"],
            ),
            ("pt", &["Um café de manhã", "De volta à loja", "Que dia bonito de sol", "Obrigado a todos!"]),
            ("ca", &["Un cafè de la casa", "Les tasses de la botiga", "El pa de cada dia", "Ens veiem a la festa"]),
            ("oc", &["Lo cafè de la plaça es dubèrt", "La botiga es dubèrta de matin"]),
            ("ro", &["Un magazin de cafea", "Au venit la noi", "Merci la toti"]),
            ("nl", &["De winkel is open in de stad", "We gaan open in de stad", "Wat doe je in de winkel"]),
            ("de", &["Es ist so weit", "Was für ein Tag in Berlin", "Danke an alle!"]),
            ("da", &["Det er en ny dag", "Vi har det i butik", "For alle i byen"]),
        ] {
            for text in texts {
                assert!(language_of(text).is_none_or(|told| told == own), "{text} is told to be {:?}", language_of(text));
            }
        }
    }

    #[test]
    fn a_short_text_of_two_languages_is_in_none() {
        for text in ["Le lot est là, thanks", "Votre colis est là, thanks", "Bonjour ! Votre « flat white » est là, with love"] {
            assert_eq!(language_of(text), None, "{text}");
        }
    }
}
