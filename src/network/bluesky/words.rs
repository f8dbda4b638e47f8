//! What a post says, as plain words: its text with its links whole, what its pictures show, the page
//! or the post it points to.

use super::read::text_at;
use super::wire::{Facet, Feature, Post};
use crate::domain::text::SafeText;
use serde_json::Value;

/// The words of a post; `shown` is its embed as the server shows it, where that was asked for.
pub fn of(post: &Post, shown: Option<&Value>) -> SafeText {
    let mut parts = vec![SafeText::clean(&whole_links(&post.text, &post.facets))];
    let embed = shown.or(post.embed.as_ref());
    let more = embed.into_iter().flat_map(|embed| embedded(embed, &post.text));
    parts.extend(more.map(|part| SafeText::clean(part.trim())));
    let parts: Vec<&str> = parts.iter().map(SafeText::as_str).filter(|part| !part.trim().is_empty()).collect();
    SafeText::clean(&parts.join("\n\n"))
}

/// The text, with the target of each link that is not shown whole.
fn whole_links(text: &str, facets: &[Facet]) -> String {
    let mut links: Vec<(usize, usize, &str)> = facets.iter().filter_map(link).collect();
    links.sort_unstable();
    let (mut whole, mut done) = (String::with_capacity(text.len()), 0);
    for (start, end, uri) in links {
        // What others wrote may lie outside the text, overlap or cut a sign.
        let Some(shown) = text.get(start..end).filter(|_| start >= done) else { continue };
        whole.push_str(&text[done..start]);
        let bare =
            |address: &str| address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_lowercase();
        let begins = shown.trim_end_matches('…').trim_end_matches("...");
        if bare(shown) == bare(uri) {
            whole.push_str(shown);
        } else if begins.len() < shown.len() && bare(uri).starts_with(&bare(begins)) {
            whole.push_str(uri);
        } else {
            whole.extend([shown, " (", uri, ")"]);
        }
        done = end;
    }
    whole.push_str(&text[done..]);
    whole
}

fn link(facet: &Facet) -> Option<(usize, usize, &str)> {
    facet.features.iter().find_map(|feature| match feature {
        Feature::Link { uri } => Some((facet.index.byte_start, facet.index.byte_end, uri.as_str())),
        Feature::Mention { .. } | Feature::Tag { .. } => None,
    })
}

/// What stands beside the text. A view has addresses, a record alone has descriptions.
fn embedded(embed: &Value, text: &str) -> Vec<String> {
    let kind = text_at(embed, "/$type").unwrap_or_default().trim_end_matches("#view");
    match kind {
        "app.bsky.embed.images" | "app.bsky.embed.gallery" => {
            let images = ["/images", "/items"].iter().find_map(|path| embed.pointer(path)).and_then(Value::as_array);
            images.into_iter().flatten().map(|image| picture(image, "/fullsize")).collect()
        }
        "app.bsky.embed.video" => vec![picture(embed, "/playlist")],
        "app.bsky.embed.external" => {
            let uri = text_at(embed, "/external/uri").unwrap_or_default();
            if text.contains(uri) { Vec::new() } else { vec![uri.to_owned()] }
        }
        "app.bsky.embed.record" => vec![quoted(embed.get("record").unwrap_or(&Value::Null))],
        "app.bsky.embed.recordWithMedia" => {
            let media = embed.get("media").map(|media| embedded(media, text)).unwrap_or_default();
            let quote = embed.pointer("/record/record").map(quoted);
            media.into_iter().chain(quote).collect()
        }
        _ => Vec::new(),
    }
}

fn picture(image: &Value, address: &str) -> String {
    let alt = text_at(image, "/alt").filter(|alt| !alt.trim().is_empty()).unwrap_or("…");
    format!("[{alt}] {}", text_at(image, address).unwrap_or_default())
}

/// A post that is quoted: its author and its words, each line marked as in a letter.
fn quoted(record: &Value) -> String {
    let said = text_at(record, "/value/text").filter(|said| !said.trim().is_empty());
    let who = text_at(record, "/author/handle");
    match (who, said) {
        (Some(who), Some(said)) => {
            let said = SafeText::clean(said);
            let lines: Vec<String> = said.as_str().lines().map(|line| format!("> {line}")).collect();
            format!("> @{who}\n{}", lines.join("\n"))
        }
        // Nothing but its name is known, or it can't be seen any more.
        _ => text_at(record, "/uri").and_then(super::uri::AtUri::read).map(|uri| format!("> {}", uri.page())).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(record: &Value, shown: Option<&Value>) -> String {
        of(&Post::read(record), shown).to_string()
    }

    #[test]
    fn a_link_that_is_cut_or_renamed_is_told_whole() {
        let link = |start: usize, end: usize, uri: &str| json!({"index": {"byteStart": start, "byteEnd": end}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}]});
        let text = "Été : cafelumen.example/ate... et ici, cafelumen.example";
        let at = |part: &str| (text.find(part).expect("it is there"), text.find(part).expect("it is there") + part.len());
        let (cut, here) = (at("cafelumen.example/ate..."), at("ici"));
        let last = text.rfind("cafelumen").expect("it is there");
        let record = json!({"text": text, "facets": [
            link(last, text.len(), "https://cafelumen.example/"),
            link(cut.0, cut.1, "https://cafelumen.example/atelier"),
            link(here.0, here.1, "https://autre.example/x"),
            link(0, 1, "https://cuts.example"), link(0, 900, "https://out.example"), link(here.1, here.0, "https://back.example"),
        ]});
        let expected = "Été : https://cafelumen.example/atelier et ici (https://autre.example/x), cafelumen.example";
        assert_eq!(said(&record, None), expected);
    }

    #[test]
    fn pictures_pages_and_quotes_stand_beneath_the_words() {
        let images = json!({"$type": "app.bsky.embed.images#view", "images": [{"fullsize": "https://cdn.example/1", "alt": "Une tasse"}, {"fullsize": "https://cdn.example/2", "alt": ""}]});
        assert_eq!(
            said(&json!({"text": "Voici"}), Some(&images)),
            "Voici\n\n[Une tasse] https://cdn.example/1\n\n[…] https://cdn.example/2"
        );
        let card = json!({"$type": "app.bsky.embed.external", "external": {"uri": "https://a.example/x", "title": "T"}});
        assert_eq!(said(&json!({"text": "Lisez", "embed": card}), None), "Lisez\n\nhttps://a.example/x");
        let quote =
            json!({"$type": "app.bsky.embed.record#view", "record": {"author": {"handle": "alice.test"}, "value": {"text": "Un\nDeux"}}});
        assert_eq!(said(&json!({"text": "Bravo"}), Some(&quote)), "Bravo\n\n> @alice.test\n> Un\n> Deux");
        let bare = json!({"$type": "app.bsky.embed.record", "record": {"uri": "at://did:plc:a/app.bsky.feed.post/3k", "cid": "x"}});
        assert_eq!(said(&json!({"text": "Bravo", "embed": bare}), None), "Bravo\n\n> https://bsky.app/profile/did:plc:a/post/3k");
    }
}
