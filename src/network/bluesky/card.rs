//! The card of a link: what its page says of itself. Whatever fails leaves the link without a card.

use super::client::Client;
use super::media;
use super::richtext::{Found, Kind};
use crate::network::html;
use crate::network::http::page::{Fetched, PATIENCE};
use serde_json::{Value, json};
use tokio::time::Instant;
use url::Url;

/// How much of a page is read: what it says of itself stands at its top.
const PAGE: usize = 512 * 1024;
/// The most bytes of the picture of a card (lexicon `app.bsky.embed.external`).
const THUMB: usize = 1_000_000;
/// The most signs that are kept of a title and of a description.
const TITLE: usize = 300;
const DESCRIPTION: usize = 1000;

/// What a page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    title: String,
    description: String,
    image: Option<String>,
}

/// The card of the first link, if its page has one.
pub async fn of(client: &Client<'_>, found: &[Found]) -> Option<Value> {
    let link = found.iter().find_map(|found| if let Kind::Link(uri) = &found.kind { Some(uri) } else { None })?;
    let deadline = Instant::now() + PATIENCE;
    let page = client.http.page(&Url::parse(link).ok()?, PAGE, deadline).await.ok()?;
    if !(page.kind.starts_with("text/html") || page.kind.starts_with("application/xhtml+xml")) {
        return None;
    }
    let told = read(&decoded(&page));
    if told.title.is_empty() {
        return None;
    }
    let mut external = json!({ "uri": link, "title": told.title, "description": told.description });
    if let Some(thumb) = thumb(client, &page.url, told.image.as_deref(), deadline).await {
        external["thumb"] = thumb;
    }
    Some(json!({ "$type": "app.bsky.embed.external", "external": external }))
}

async fn thumb(client: &Client<'_>, page: &Url, image: Option<&str>, deadline: Instant) -> Option<Value> {
    let image = client.http.page(&page.join(image?).ok()?, THUMB, deadline).await.ok().filter(|image| !image.is_cut)?;
    let mime = media::kind(&image.bytes)?;
    media::blob(client, mime, image.bytes).await.ok()
}

/// The text of a page: UTF-8, or the Western signs of older pages.
fn decoded(page: &Fetched) -> String {
    let head = String::from_utf8_lossy(&page.bytes[..page.bytes.len().min(1024)]).to_lowercase();
    let is_western = |text: &str| ["iso-8859-1", "iso-8859-15", "windows-1252", "latin1"].iter().any(|name| text.contains(name));
    if is_western(&page.kind) || (!page.kind.contains("charset") && is_western(&head) && std::str::from_utf8(&page.bytes).is_err()) {
        page.bytes.iter().map(|byte| char::from(*byte)).collect()
    } else {
        String::from_utf8_lossy(&page.bytes).into_owned()
    }
}

/// Reads the tags of a page that tell what it is.
fn read(page: &str) -> Told {
    let mut told = Told::default();
    let mut fallback = Told::default();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let Some(end) = end_of_tag(rest) else { break };
        let (tag, after) = rest.split_at(end);
        rest = after;
        if starts_with_word(tag, "body") {
            break;
        }
        if starts_with_word(tag, "title") && fallback.title.is_empty() {
            after.trim_start_matches('>').split('<').next().unwrap_or_default().clone_into(&mut fallback.title);
        }
        if starts_with_word(tag, "meta") {
            let (name, content) = meta(tag);
            let place = match name.as_str() {
                "og:title" => &mut told.title,
                "og:description" => &mut told.description,
                "twitter:title" => &mut fallback.title,
                "description" | "twitter:description" => &mut fallback.description,
                "og:image" | "og:image:url" | "og:image:secure_url" if told.image.is_none() => {
                    told.image = Some(plain(&content, 2000)).filter(|image| !image.is_empty());
                    continue;
                }
                _ => continue,
            };
            if place.is_empty() {
                *place = content;
            }
        }
    }
    let choose = |one: String, other: String, most| plain(if one.trim().is_empty() { &other } else { &one }, most);
    Told {
        title: choose(told.title, fallback.title, TITLE),
        description: choose(told.description, fallback.description, DESCRIPTION),
        image: told.image,
    }
}

/// Where a tag ends: a bracket within quotes does not end it.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn starts_with_word(tag: &str, word: &str) -> bool {
    tag.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        && !tag[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// What a `meta` tag names, and what it says of it.
fn meta(tag: &str) -> (String, String) {
    let (mut name, mut content) = (String::new(), String::new());
    let mut rest = &tag["meta".len()..];
    while let Some(equals) = rest.find('=') {
        let key = rest[..equals].trim().rsplit(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
        rest = rest[equals + 1..].trim_start();
        let value = if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
            let body = &rest[1..];
            let end = body.find(quote).unwrap_or(body.len());
            rest = body.get(end + 1..).unwrap_or_default();
            &body[..end]
        } else {
            let (value, after) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
            rest = after;
            value
        };
        match key.as_str() {
            "property" | "name" if name.is_empty() => name = value.to_ascii_lowercase(),
            "content" => value.clone_into(&mut content),
            _ => {}
        }
    }
    (name, content)
}

/// The words of an attribute, its entities read, on one line, no longer than `most`.
fn plain(raw: &str, most: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    html::text(&raw.replace('<', "&lt;")).on_one_line().as_str().graphemes(true).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> (String, String, Option<String>) {
        let told = read(page);
        (told.title, told.description, told.image)
    }

    #[test]
    fn a_page_says_what_it_is_in_any_order_and_any_quotes() {
        let page = r#"<!doctype html><html><HEAD><title>Repli</title>
            <meta content='L&#39;atelier &amp; la tasse' property="og:title"><meta name=description content="x > y">
            <META PROPERTY=og:image CONTENT=/tasse.png /><meta name="description" content="Torréfié &quot;ici&quot; &lt;3">
            </head><body><meta property="og:description" content="too late"></body>"#;
        assert_eq!(told(page), ("L'atelier & la tasse".to_owned(), "x > y".to_owned(), Some("/tasse.png".to_owned())));
        assert_eq!(told("<title> Une \n page </title>").0, "Une page");
    }

    #[test]
    fn nonsense_says_nothing_and_never_breaks() {
        for page in [
            "",
            "<",
            "<meta",
            "<meta content",
            "<meta content=",
            "<meta content='",
            "<title",
            "<title>",
            "<meta property=\"og:title\" content=\"",
            "é<é>é",
            "<metaé=é>",
        ] {
            assert_eq!(told(page), (String::new(), String::new(), None), "{page}");
        }
        let long = format!("<meta property='og:title' content='{}'>", "é".repeat(5000));
        assert_eq!(told(&long).0.chars().count(), TITLE);
    }
}
