//! Why an act was refused, as the person is told: the network's own words, or Ronde's figure and what to do about it.

use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::lang::Text;

/// What is told of the words that a refusal was kept with.
#[must_use]
pub fn said(words: &SafeText) -> Text {
    let Some(refusal) = Refusal::from_words(words) else { return Text::new("trouble-refused-said").with("words", words) };
    let figures = |id, used: u64, limit: u64| Text::new(id).count("used", used).count("limit", limit);
    match refusal {
        Refusal::TooLong { used, limit } => figures("trouble-refused-too-long", used, limit),
        Refusal::TooManyBytes { used, limit } => figures("trouble-refused-too-many-bytes", used, limit),
        Refusal::TooManyMedia { used, limit } => figures("trouble-refused-too-many-media", used, limit),
        // A file that is over by one byte is not told to weigh as much as it may.
        Refusal::MediaTooLarge { file, bytes, limit } => {
            figures("trouble-refused-media-too-large", bytes.div_ceil(1000), limit / 1000).with("file", file)
        }
        Refusal::FileMissing { file } => Text::new("trouble-refused-file-missing").with("file", file),
        Refusal::FileUnreadable { file } => Text::new("trouble-refused-file-unreadable").with("file", file),
        Refusal::NotAFile { file } => Text::new("trouble-refused-not-a-file").with("file", file),
        Refusal::FileTooLarge { file, bytes, limit } => {
            figures("trouble-refused-file-too-large", bytes.div_ceil(1_000_000), limit / 1_000_000).with("file", file)
        }
        Refusal::UploadTooSlow { file, seconds } => {
            Text::new("trouble-refused-upload-too-slow").with("file", file).count("seconds", seconds)
        }
        Refusal::NotAPicture { file } => Text::new("trouble-refused-not-a-picture").with("file", file),
        Refusal::AltTooLong { file, used, limit } => figures("trouble-refused-alt-too-long", used, limit).with("file", file),
        Refusal::NotOffered => Text::new("trouble-refused-not-offered"),
        Refusal::Gone => Text::new("trouble-refused-gone"),
        Refusal::Blocked => Text::new("trouble-refused-blocked"),
        Refusal::RepliesClosed => Text::new("trouble-refused-replies-closed"),
        Refusal::QuotesClosed => Text::new("trouble-refused-quotes-closed"),
        Refusal::NotBeneathOurs => Text::new("trouble-refused-not-beneath-ours"),
        Refusal::NotOurs => Text::new("trouble-refused-not-ours"),
        Refusal::GateFull { limit } => Text::new("trouble-refused-gate-full").count("limit", limit),
    }
}

/// Whether it was Ronde that said no: then nothing left, and nobody says that the network refused.
#[must_use]
pub fn is_ours(words: &SafeText) -> bool {
    Refusal::from_words(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Texts};

    fn told(lang: Lang, refusal: &Refusal) -> String {
        Texts::load().say(lang, &said(&refusal.to_words()))
    }

    #[test]
    fn a_file_that_is_too_heavy_is_told_with_the_figure() {
        let refusal = Refusal::MediaTooLarge { file: SafeText::line("tasse.png"), bytes: 3_200_001, limit: 1_000_000 };
        assert_eq!(
            told(Lang::Fr, &refusal),
            "tasse.png pèse 3\u{202f}201\u{a0}ko, le réseau en prend 1\u{202f}000 au plus\u{a0}: réduisez l’image"
        );
        assert_eq!(told(Lang::En, &refusal), "tasse.png weighs 3,201 kB, the network takes 1,000 at most: make the image smaller");
    }

    #[test]
    fn every_refusal_is_told_in_both_languages_and_a_networks_words_stay_its_own() {
        let file = SafeText::line("a.png");
        for refusal in [
            Refusal::TooLong { used: 301, limit: 300 },
            Refusal::TooManyBytes { used: 3001, limit: 3000 },
            Refusal::TooManyMedia { used: 5, limit: 4 },
            Refusal::MediaTooLarge { file: file.clone(), bytes: 1_000_001, limit: 1_000_000 },
            Refusal::FileMissing { file: file.clone() },
            Refusal::FileUnreadable { file: file.clone() },
            Refusal::NotAFile { file: file.clone() },
            Refusal::FileTooLarge { file: file.clone(), bytes: 100_000_001, limit: 100_000_000 },
            Refusal::UploadTooSlow { file: file.clone(), seconds: 120 },
            Refusal::NotAPicture { file: file.clone() },
            Refusal::AltTooLong { file, used: 2001, limit: 2000 },
            Refusal::NotOffered,
            Refusal::Gone,
            Refusal::Blocked,
            Refusal::RepliesClosed,
            Refusal::QuotesClosed,
            Refusal::NotBeneathOurs,
            Refusal::NotOurs,
            Refusal::GateFull { limit: 300 },
        ] {
            for lang in Lang::ALL {
                let told = told(lang, &refusal);
                assert!(!told.contains(['⟨', '{', '~']), "{refusal:?} {lang:?}: {told}");
            }
        }
        assert_eq!(Texts::load().say(Lang::En, &said(&SafeText::line("Text is blocked"))), "Text is blocked");
    }
}
