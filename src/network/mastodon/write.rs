//! What is done on a server: once, and what is known of it afterwards.
//!
//! An `Err` says that surely nothing happened and that a person has to act first (the token).

use super::client::{Client, Fields, form};
use super::media::{self, Stop};
use super::read;
use super::wire::{self, visibility_word};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::Account;
use crate::domain::delivery::{Act, Answer, Delivery};
use crate::domain::language::language_of;
use crate::domain::message::Visibility;
use crate::domain::text::SafeText;
use crate::network::api::{ApiError, parse};
use crate::network::http::{Body, Method};
use crate::network::outcome::{after, before};

/// Does the act of a delivery.
pub async fn send(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
    let key = delivery.key.as_str();
    match &delivery.act {
        Act::Publish { text, media, visibility, after } => {
            let ids = match media::upload(client, media).await {
                Ok(ids) => ids,
                Err(Stop::Api(error)) => return before(&error, key),
                Err(Stop::Refused(refusal)) => return Ok(Answer::Refused { why: refusal.to_words() }),
            };
            let mut fields = status(text.as_str(), *visibility);
            fields.extend(after.iter().map(|part| ("in_reply_to_id", part.as_str().to_owned())));
            fields.extend(ids.into_iter().map(|id| ("media_ids[]", id)));
            publish(client, fields, key).await
        }
        Act::Reply { to, handle, text, visibility } => {
            let addressed = address(text.as_str(), handle.as_str(), read::domain(account));
            let mut fields = status(&addressed, *visibility);
            fields.push(("in_reply_to_id", to.as_str().to_owned()));
            publish(client, fields, key).await
        }
        Act::Like { of } => {
            let url = client.url_about("api/v1/statuses", of.as_str(), "favourite");
            settle(client.ask(Method::Post, url, Body::Empty, None).await, key)
        }
        Act::Repost { of } => {
            let url = client.url_about("api/v1/statuses", of.as_str(), "reblog");
            settle(client.ask(Method::Post, url, Body::Empty, None).await, key)
        }
        Act::Quote { of, text, visibility } => {
            let mut fields = status(text.as_str(), *visibility);
            fields.push(("quoted_status_id", of.as_str().to_owned()));
            publish(client, fields, key).await
        }
        // Nobody can hide what another wrote (a quote of our own post apart, which is another call).
        Act::Hide { .. } => Err(Trouble { cause: Cause::NotOffered, account: None, detail: SafeText::default() }),
        Act::Delete { what } => {
            let url = client.url_about("api/v1/statuses", what.as_str(), "");
            settle(client.ask(Method::Delete, url, Body::Empty, None).await, key)
        }
        Act::Mute { author_of } => on_author(client, author_of, "mute", key).await,
        Act::Block { author_of } => on_author(client, author_of, "block", key).await,
        Act::Report { what, reason } => match author(client, what).await {
            Err(error) => before(&error, key),
            Ok(author) => {
                // Mastodon takes a thousand characters.
                let comment = reason.as_str().chars().take(1000).collect();
                let fields = vec![("account_id", author), ("status_ids[]", what.as_str().to_owned()), ("comment", comment)];
                settle(client.ask(Method::Post, client.url("/api/v1/reports", &[]), form(fields), None).await, key)
            }
        },
    }
}

fn status(text: &str, visibility: Visibility) -> Fields {
    let mut fields = vec![("status", text.to_owned()), ("visibility", visibility_word(visibility).to_owned())];
    fields.extend(language_of(text).map(|language| ("language", language.to_owned())));
    fields
}

async fn publish(client: &Client<'_>, fields: Fields, key: &str) -> Result<Answer, Trouble> {
    let answered = client.ask(Method::Post, client.url("/api/v1/statuses", &[]), form(fields), Some(key)).await;
    match answered.and_then(|body| parse::<wire::Published>(&body)) {
        Ok(out) => {
            let url = out.url.or(out.uri).filter(|url| url.starts_with("http"));
            Ok(Answer::Done { remote_id: Some(SafeText::line(&out.id)), url: url.as_deref().map(SafeText::line) })
        }
        // Behind a proxy that gave up, the server may have published it.
        Err(ApiError::Refused { status: 408 | 500..=599, words, .. }) => Ok(Answer::Unclear { why: words }),
        Err(error) => after(&error, key),
    }
}

async fn on_author(client: &Client<'_>, of: &SafeText, act: &str, key: &str) -> Result<Answer, Trouble> {
    match author(client, of).await {
        Err(error) => before(&error, key),
        Ok(author) => {
            let url = client.url_about("api/v1/accounts", &author, act);
            settle(client.ask(Method::Post, url, Body::Empty, None).await, key)
        }
    }
}

async fn author(client: &Client<'_>, of: &SafeText) -> Result<String, ApiError> {
    let status: wire::Status = client.get(client.url_about("api/v1/statuses", of.as_str(), "")).await?;
    Ok(status.account.id)
}

/// The answer to an act whose result has no id of its own.
fn settle(answered: Result<Vec<u8>, ApiError>, key: &str) -> Result<Answer, Trouble> {
    let read = answered.and_then(|body| if body.is_empty() { Ok(()) } else { parse::<serde::de::IgnoredAny>(&body).map(|_| ()) });
    match read {
        Ok(()) => Ok(Answer::Done { remote_id: None, url: None }),
        Err(error) => after(&error, key),
    }
}

/// Puts the name of whom it answers in front, unless it is there: the network notifies those who are
/// named. People of the same server are named without it.
fn address(text: &str, handle: &str, own_domain: &str) -> String {
    let full = handle.trim_start_matches('@');
    let (name, domain) = full.split_once('@').unwrap_or((full, own_domain));
    let shown = if domain.eq_ignore_ascii_case(own_domain) { name } else { full };
    let is_named = text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '_');
        word.strip_prefix('@').is_some_and(|word| word.eq_ignore_ascii_case(full) || word.eq_ignore_ascii_case(shown))
    });
    if is_named || full.is_empty() { text.to_owned() } else { format!("@{shown} {text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_it_answers_is_named_once() {
        assert_eq!(address("Merci !", "@ninon@ailleurs.example", "ici.example"), "@ninon@ailleurs.example Merci !");
        assert_eq!(address("Merci !", "@bob@ici.example", "ici.example"), "@bob Merci !");
        assert_eq!(address("Merci @Bob, à samedi", "@bob@ici.example", "ici.example"), "Merci @Bob, à samedi");
        assert_eq!(address("@ninon@ailleurs.example oui", "@ninon@ailleurs.example", "ici.example"), "@ninon@ailleurs.example oui");
        assert_eq!(address("@bobby oui", "@bob@ici.example", "ici.example"), "@bob @bobby oui");
        assert_eq!(address("@ninon oui", "@ninon@ailleurs.example", "ici.example"), "@ninon@ailleurs.example @ninon oui");
    }
}
