//! What strangers write, and what leaves: safe to draw, and as the network describes it.

use super::super::relay::Fault;
use super::super::wire::Said;
use super::super::world::{Kept, World, keep};
use super::{all, leaves, reads};
use crate::given::answer_to;
use crate::network::stage::publish;
use ronde::app::effect::{Call, Stream};
use ronde::domain::account::Ability;
use ronde::domain::delivery::{Act, Answer};
use ronde::domain::text::SafeText;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What strangers try.
const HOSTILE: [&str; 2] = [
    "\u{1b}]52;c;aGk=\u{7}\u{1b}[2J\u{9b}31m\u{202e}two\nlines\r\nand\u{85}three\u{2028}four <script>alert(1)</script> \u{e0041}\u{0}\u{8}",
    "javascript:alert(1)//\nhttps://far.example",
];

/// A text on one line.
fn is_line(text: &SafeText) -> bool {
    SafeText::line(text.as_str()) == *text
}

fn is_link(url: Option<&SafeText>) -> bool {
    url.is_none_or(|url| is_line(url) && (url.as_str().starts_with("https://") || url.as_str().starts_with("http://")))
}

/// Whatever stands in a field of an answer, what comes of it can be drawn: names and links on one line, links of the web alone.
pub async fn untrusted_text_enters_as_safe_text(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    world.does(&world.alice, answer_to(&question, &world.unique("Answer"))).await?;
    let mut names = BTreeSet::new();
    let post = world.does(&world.alice, publish(&world.unique("Post"))).await?;
    world.is_liked(&world.bob, &[post]).await?;
    for stream in [Stream::Incoming, Stream::Own, Stream::Reactions] {
        world.pull(stream, None).await.map_err(|trouble| format!("{trouble:?}"))?;
    }
    // Every field of text there is, by its name.
    let sample = world.samples();
    for mut answer in sample {
        leaves(
            &mut answer,
            &mut |name, leaf| {
                if leaf.is_string() {
                    names.insert(name.to_owned());
                }
            },
            "",
        );
    }
    keep!(names.len() > 5, "an answer with {names:?} alone");
    for name in &names {
        for hostile in HOSTILE {
            let (field, words) = (name.clone(), hostile.to_owned());
            let spoil = move |value: &mut Value| {
                leaves(
                    value,
                    &mut |name, leaf| {
                        if name == field && leaf.is_string() {
                            *leaf = json!(words);
                        }
                    },
                    "",
                );
            };
            world.relay.plan(reads, Fault::Alter(Box::new(spoil)));
            let incoming = world.pull(Stream::Incoming, None).await;
            let own = world.pull(Stream::Own, None).await;
            let reactions = world.pull(Stream::Reactions, None).await;
            let turns = world.context(&world.alice, &question.remote_id).await;
            world.relay.heal();
            for message in incoming.iter().flat_map(|page| &page.incoming) {
                let lines = [&message.remote_id, &message.author_id, &message.author, &message.handle];
                let safe = lines.into_iter().chain(&message.parent).all(is_line) && is_link(message.url.as_ref());
                keep!(safe, "with {hostile:?} as {name}: {message:?}");
            }
            for own in own.iter().flat_map(|page| &page.own) {
                let safe = [&own.remote_id].into_iter().chain(&own.parent).all(is_line) && is_link(own.url.as_ref());
                keep!(safe, "with {hostile:?} as {name}: {own:?}");
            }
            for reaction in reactions.iter().flat_map(|page| &page.reactions) {
                let safe = [&reaction.remote_id, &reaction.author_id].into_iter().chain(&reaction.about).all(is_line);
                keep!(safe, "with {hostile:?} as {name}: {reaction:?}");
            }
            for turn in turns.iter().flatten() {
                let lines = [&turn.remote_id, &turn.author, &turn.handle];
                keep!(lines.into_iter().chain(&turn.parent).all(is_line), "with {hostile:?} as {name}: {turn:?}");
            }
        }
    }
    for hostile in HOSTILE {
        let said = json!({"error": hostile, "message": hostile, "error_description": hostile});
        world.relay.plan(all, Fault::Say(Said::json(422, &said)));
        let page = world.pull(Stream::Incoming, None).await;
        let answer = world.send(&world.delivery(&world.alice, publish("Hello"))).await;
        world.relay.heal();
        let words = [
            page.err().map(|trouble| trouble.detail),
            answer.ok().and_then(|answer| if let Answer::Refused { why } = answer { Some(why) } else { None }),
        ];
        for words in words.into_iter().flatten() {
            keep!(is_line(&words) && words.as_str().chars().count() <= 600, "a server said {hostile:?}, and this is told: {words:?}");
        }
    }
    Ok(())
}

/// Every kind of request there is, held against the network's own description.
pub async fn every_request_is_as_described(world: &World) -> Kept {
    let question = world.hears(&world.bob, "Question").await?;
    let can = |ability| world.alice.account.capabilities.offers(ability);
    let own = world.does(&world.alice, publish(&world.unique("Post"))).await?;
    let told = |trouble| format!("{trouble:?}");
    let mut acts = vec![answer_to(&question, &world.unique("Answer")), Act::Like { of: question.remote_id.clone() }];
    if can(Ability::Report) {
        acts.push(Act::Report { what: question.remote_id.clone(), reason: SafeText::line("A try") });
    }
    if can(Ability::Delete) {
        acts.push(Act::Delete { what: own });
    }
    for act in acts {
        let delivery = world.delivery(&world.alice, act);
        world.send(&delivery).await.map_err(told)?;
        world.look_up(&delivery).await.map_err(told)?;
    }
    world.pull_to_the_end(Stream::Incoming).await?;
    world.pull_to_the_end(Stream::Own).await?;
    world.pull_to_the_end(Stream::Reactions).await?;
    world.call(&world.alice, Call::Check(Box::new(world.alice.account.clone()))).await.map_err(told)?;
    world.asked();
    let violations = world.violations();
    keep!(violations.is_empty(), "{}", violations.join("; "));
    Ok(())
}
