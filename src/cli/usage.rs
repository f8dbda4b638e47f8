//! What was typed and means nothing: clap's finding, said in the language, with what was perhaps meant.

use super::failure::Failure;
use super::session::clean;
use crate::domain::text::SafeText;
use crate::lang::Text;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// The failure that clap found.
pub(super) fn failure(error: &Error) -> Failure {
    let found = |kind| error.get(kind).map(words).unwrap_or_default();
    let (arg, value) = (found(ContextKind::InvalidArg), found(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => Text::new("cli-usage-unknown-flag").with("flag", arg),
        ErrorKind::InvalidSubcommand => Text::new("cli-unknown-command").with("name", found(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Text::new("cli-usage-no-command"),
        ErrorKind::MissingRequiredArgument => Text::new("cli-usage-missing").with("flag", arg),
        ErrorKind::InvalidValue if value.as_str().is_empty() => Text::new("cli-usage-no-value").with("flag", arg),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => Text::new("cli-usage-no-value").with("flag", arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => {
            Text::new("cli-usage-value").with("value", value).with("flag", arg)
        }
        ErrorKind::ArgumentConflict => Text::new("cli-usage-conflict").with("flag", arg).with("other", found(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => Text::new("cli-usage-value").with("value", value).with("flag", arg),
        _ => Text::new("cli-usage-other").with("why", SafeText::line(&error.kind().to_string())),
    };
    Failure::usage(what).todo(remedy(error))
}

/// What was perhaps meant, else the values that are taken, else where to look.
fn remedy(error: &Error) -> Text {
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = suggested.into_iter().find_map(|kind| error.get(kind)) {
        return Text::new("cli-did-you-mean").with("near", words(near));
    }
    match error.get(ContextKind::ValidValue).map(words) {
        Some(values) if !values.as_str().is_empty() => Text::new("cli-usage-values").with("values", values),
        _ => Text::new("cli-see-help"),
    }
}

fn words(value: &ContextValue) -> SafeText {
    match value {
        ContextValue::String(word) => clean(word),
        ContextValue::Strings(words) => clean(&words.join(", ")),
        ContextValue::StyledStr(word) => clean(&word.to_string()),
        ContextValue::StyledStrs(words) => clean(&words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        ContextValue::Number(number) => clean(&number.to_string()),
        _ => SafeText::default(),
    }
}
