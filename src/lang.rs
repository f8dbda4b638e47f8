//! Languages: every text the person reads, by id, in French and in English.
//!
//! The texts lie in `assets/lang/{fr,en}/*.ftl`; a test compares their ids and variables with each
//! other and with the code. Numbers, dates and spaces are in [`mod@format`].

pub mod format;
pub mod keys;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A language of the screens, or of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Both, French first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// `fr` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language that a locale names (`fr_CA.UTF-8`, `en-GB`, `fr`); `None` for others.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        match locale.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// The sources of one language, by file name.
pub type Sources = &'static [(&'static str, &'static str)];

macro_rules! sources {
    ($($area:literal),+ $(,)?) => {
        /// The French texts, by area.
        pub const FRENCH: Sources = &[$(($area, include_str!(concat!("../assets/lang/fr/", $area, ".ftl")))),+];
        /// The English texts, by area.
        pub const ENGLISH: Sources = &[$(($area, include_str!(concat!("../assets/lang/en/", $area, ".ftl")))),+];
    };
}
sources!["words", "shell", "today", "inbox", "metrics", "queue", "report", "notebook", "rule", "welcome", "trouble", "cli"];

/// A text to be said later: its id and what goes into it. Data, so that `update` needs no language.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    id: Cow<'static, str>,
    args: Vec<(&'static str, Arg)>,
}

/// What goes into a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A number: chooses the plural and is written with the grouping of the language.
    Number(f64),
    /// A text, as it is. From outside only through `SafeText`.
    Words(String),
    /// Another text, said in the same language.
    Text(Box<Text>),
}

impl Text {
    /// The text with this id.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), args: Vec::new() }
    }

    /// The text for a value of a coded enum: `state-open` for the prefix `state` and the code `open`.
    #[must_use]
    pub fn coded(prefix: &'static str, code: &str) -> Self {
        Self { id: Cow::Owned(format!("{prefix}-{code}")), args: Vec::new() }
    }

    /// The same with a number in it.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of rows stay far below 2^52")]
    pub fn count(mut self, name: &'static str, number: impl TryInto<i64>) -> Self {
        self.args.push((name, Arg::Number(number.try_into().unwrap_or(i64::MAX) as f64)));
        self
    }

    /// The same with words in it.
    #[must_use]
    pub fn with(mut self, name: &'static str, words: impl std::fmt::Display) -> Self {
        self.args.push((name, Arg::Words(words.to_string())));
        self
    }

    /// The same with another text in it.
    #[must_use]
    pub fn and(mut self, name: &'static str, text: Self) -> Self {
        self.args.push((name, Arg::Text(Box::new(text))));
        self
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The texts of both languages. Each is read when the first of its texts is said: a command speaks one.
pub struct Texts {
    bundles: [OnceCell<FluentBundle<FluentResource>>; 2],
}

impl Texts {
    /// Both languages, none read yet.
    #[must_use]
    pub const fn load() -> Self {
        Self { bundles: [const { OnceCell::new() }; 2] }
    }

    /// Says `text` in `lang`. A missing id is said as `⟨id⟩`; a test shows that there is none.
    ///
    /// # Panics
    /// If a source is not Fluent: a test reads them all, so it can't happen in a release.
    #[must_use]
    pub fn say(&self, lang: Lang, text: &Text) -> String {
        let bundle = self.bundles[usize::from(lang != Lang::Fr)].get_or_init(|| bundle(lang));
        let mut args = FluentArgs::new();
        for (name, arg) in &text.args {
            let value = match arg {
                Arg::Number(number) => FluentValue::Number(FluentNumber::from(*number)),
                Arg::Words(words) => FluentValue::from(words.clone()),
                Arg::Text(inner) => FluentValue::from(self.say(lang, inner)),
            };
            args.set(*name, value);
        }
        let Some(pattern) = bundle.get_message(&text.id).and_then(|message| message.value()) else {
            return format!("⟨{}⟩", text.id);
        };
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// The voice of one language.
    #[must_use]
    pub const fn voice(&self, lang: Lang) -> Voice<'_> {
        Voice { texts: self, lang }
    }
}

/// Says texts in one language.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    texts: &'a Texts,
    /// The language.
    pub lang: Lang,
}

impl Voice<'_> {
    /// Says the text with this id.
    #[must_use]
    pub fn t(&self, id: &'static str) -> String {
        self.texts.say(self.lang, &Text::new(id))
    }

    /// Says the text for a value of a coded enum.
    #[must_use]
    pub fn coded(&self, prefix: &'static str, code: &str) -> String {
        self.texts.say(self.lang, &Text::coded(prefix, code))
    }

    /// Says a text.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        self.texts.say(self.lang, text)
    }
}

/// How Fluent asks for a number to be written.
type NumberFormat = fn(&FluentValue<'_>, &intl_memoizer::IntlLangMemoizer) -> Option<String>;

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let (sources, number): (Sources, NumberFormat) = match lang {
        Lang::Fr => (FRENCH, |value, _| number(Lang::Fr, value)),
        Lang::En => (ENGLISH, |value, _| number(Lang::En, value)),
    };
    let id: unic_langid::LanguageIdentifier = lang.code().parse().expect("both codes are languages");
    let mut bundle = FluentBundle::new(vec![id]);
    // The isolation marks of Fluent are for bidirectional text; terminals draw them as garbage.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    for (area, source) in sources {
        let broken = |errors: &dyn std::fmt::Debug| -> ! { panic!("{area}.ftl ({}): {errors:?}", lang.code()) };
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(_, errors)| broken(&errors));
        bundle.add_resource(resource).unwrap_or_else(|errors| broken(&errors));
    }
    bundle
}

fn number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::decimal(lang, number.value, u32::from(number.value.fract() != 0.0))),
        _ => None,
    }
}
