//! What of a query means nothing, in words: what was probably meant, and what can be written instead.

use super::super::model::Model;
use crate::domain::label::Label;
use crate::domain::query::{Nonsense, Pair, Query, Term, Why};
use crate::lang::{Lang, Text};

const fn of(pair: Pair, lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => pair[0],
        Lang::En => pair[1],
    }
}

fn values(term: Term, lang: Lang) -> String {
    term.values().into_iter().map(|pair| of(pair, lang)).collect::<Vec<_>>().join(", ")
}

fn keys(lang: Lang) -> String {
    let name = |term: &Term| format!("{}:", of(term.names(), lang));
    Term::ALL.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// A value as it is typed: in quotes where it is more than a word.
#[must_use]
pub fn typed(term: Term, lang: Lang, value: &str) -> String {
    let key = of(term.names(), lang);
    if value.contains(char::is_whitespace) { format!("{key}:\"{value}\"") } else { format!("{key}:{value}") }
}

/// What a person is told of it.
#[must_use]
pub fn explain<'a>(nonsense: &Nonsense, lang: Lang, labels: impl Iterator<Item = &'a Label>) -> Text {
    let word = &nonsense.word;
    match &nonsense.why {
        Why::Key(None) => Text::new("filter-key").with("word", word).with("keys", keys(lang)),
        Why::Key(Some(near)) => {
            let near = format!("{}:", of(near.names(), lang));
            Text::new("filter-key-near").with("word", word).with("near", near).with("keys", keys(lang))
        }
        Why::Value(term, None) => Text::new("filter-value").with("word", word).with("allowed", values(*term, lang)),
        Why::Value(term, Some(near)) => {
            let near = typed(*term, lang, of(*near, lang));
            Text::new("filter-value-near").with("word", word).with("near", near).with("allowed", values(*term, lang))
        }
        Why::Day(term) => {
            let example = format!("{}:2026-11-01", of(term.names(), lang));
            let other = format!("{}:01/11/2026", of(term.names(), lang));
            Text::new("filter-day").with("word", word).with("example", example).with("other", other)
        }
        Why::Label(near) => label(&typed(Term::Label, lang, word), near.as_deref(), lang, labels),
        Why::Without => Text::new("filter-without").with("word", word),
    }
}

fn label<'a>(word: &str, near: Option<&str>, lang: Lang, labels: impl Iterator<Item = &'a Label>) -> Text {
    let names: Vec<&str> = labels.map(|label| label.name.as_str()).collect();
    if names.is_empty() {
        return Text::new("filter-label-none").with("word", word);
    }
    match near {
        Some(near) => Text::new("filter-label-near").with("word", word).with("near", typed(Term::Label, lang, near)),
        None => Text::new("filter-label").with("word", word).with("labels", names.join(", ")),
    }
}

/// What of the filter means nothing, if something does; while it is typed, what its last word may say.
#[must_use]
pub fn filter_trouble(model: &Model) -> Option<Text> {
    let inbox = &model.inbox;
    if model.tab != super::super::model::Tab::Inbox || model.dialog.is_some() || inbox.composer.is_some() {
        return None;
    }
    if inbox.filtering
        && let Some(text) = hint(model)
    {
        return Some(text);
    }
    let (first, rest) = inbox.nonsense.split_first()?;
    let told = explain(first, model.lang, model.labels());
    let quoted = |nonsense: &Nonsense| match nonsense.why {
        Why::Label(_) => typed(Term::Label, model.lang, &nonsense.word),
        Why::Key(_) | Why::Value(..) | Why::Day(_) | Why::Without => nonsense.word.clone(),
    };
    match rest {
        [] => Some(told),
        rest => {
            let words = rest.iter().map(quoted).collect::<Vec<_>>().join(" ");
            Some(Text::new("filter-also").with("words", words).and("first", told))
        }
    }
}

/// What the key that was just typed takes.
fn hint(model: &Model) -> Option<Text> {
    let term = Query::waits_for(model.inbox.filter.text())?;
    let word = format!("{}:", of(term.names(), model.lang));
    let allowed = match term {
        Term::From => return Some(Text::new("filter-takes-author").with("word", word)),
        Term::Before | Term::After => "2026-11-01, 01/11/2026".to_owned(),
        Term::Label => {
            let names: Vec<&str> = model.labels().map(|label| label.name.as_str()).collect();
            if names.is_empty() {
                return Some(Text::new("filter-label-none").with("word", word));
            }
            names.join(", ")
        }
        Term::Network | Term::Kind | Term::Tone | Term::State => values(term, model.lang),
    };
    Some(Text::new("filter-takes").with("word", word).with("allowed", allowed))
}
