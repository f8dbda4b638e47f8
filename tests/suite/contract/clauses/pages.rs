//! What is read: whole pages, one row an id, a cursor that follows the file, nothing missed, no figure made up.

use super::super::relay::Fault;
use super::super::wire::Said;
use super::super::world::{Kept, World, keep, patient};
use super::{items, leaves, reads};
use crate::network::stage::publish;
use ronde::app::effect::{Page, Stream};
use ronde::app::trouble::Trouble;
use ronde::domain::account::Ability;
use ronde::domain::text::SafeText;
use serde_json::{Value, json};

fn told<T>(result: Result<T, Trouble>) -> Result<T, String> {
    result.map_err(|trouble| format!("{trouble:?}"))
}

/// The ids of a page, whatever they are of and in whatever order: a server may put what it has just learnt elsewhere.
fn ids(page: &Page) -> Vec<String> {
    let (incoming, own) = (page.incoming.iter().map(|message| &message.remote_id), page.own.iter().map(|own| &own.remote_id));
    let reactions = page.reactions.iter().map(|reaction| &reaction.remote_id);
    let mut ids: Vec<String> = incoming.chain(own).chain(reactions).map(ToString::to_string).collect();
    ids.sort();
    ids
}

/// Things that alice says.
async fn says(world: &World, words: &[&str]) -> Result<Vec<SafeText>, String> {
    let mut said = Vec::new();
    for word in words {
        said.push(world.does(&world.alice, publish(&world.unique(word))).await?);
    }
    Ok(said)
}

/// A damaged page is no page: neither what came before the damage nor what came after it is given.
pub async fn pages_are_whole_or_not_at_all(world: &World) -> Kept {
    world.hears_all(&world.bob, &["First", "Second", "Third"]).await?;
    let said = says(world, &["First", "Second", "Third"]).await?;
    world.is_liked(&world.bob, &said).await?;
    for stream in [Stream::Incoming, Stream::Own, Stream::Reactions] {
        let good = told(world.pull(stream, None).await)?;
        keep!(ids(&good).len() >= 3, "{stream:?}: only {:?} came", ids(&good));
        let spoil = |value: &mut Value| {
            let Some(items) = items(value) else { return };
            let middle = items.len() / 2;
            leaves(&mut items[middle], &mut |_, leaf| *leaf = json!({"not": "this"}), "");
        };
        let empty = Said { status: 200, headers: vec![("content-type".to_owned(), "application/json".to_owned())], body: Vec::new() };
        let faults = [
            ("cut", Fault::Cut),
            ("shortened", Fault::Shorten),
            ("empty", Fault::Say(empty)),
            ("spoilt in the middle", Fault::Alter(Box::new(spoil))),
            ("of another shape", Fault::Alter(Box::new(|value| *value = json!({"not": ["this"]})))),
        ];
        for (name, fault) in faults {
            world.relay.plan(reads, fault);
            if let Ok(page) = world.pull(stream, None).await {
                keep!(ids(&page) == ids(&good), "{stream:?}: of a page {name}, {:?} came of {:?}", ids(&page), ids(&good));
            }
            world.relay.heal();
        }
        let again = told(world.pull(stream, None).await)?;
        keep!(ids(&again) == ids(&good), "{stream:?}: after damaged pages {:?} came, not {:?}", ids(&again), ids(&good));
    }
    Ok(())
}

/// The same thing is one row: on two pages, twice on one, in two pulls, and edited.
pub async fn one_row_for_an_id(world: &World) -> Kept {
    let both = world.hears_all(&world.bob, &["Parcel", "Voucher"]).await?;
    let [first, second] = both.as_slice() else { return Err(format!("two messages, not {both:?}")) };
    let word = |text: &str| text.split_once(' ').map_or(String::new(), |(_, rest)| rest.to_owned());
    let (first, second) = (word(first.text.as_str()), word(second.text.as_str()));
    world.pull_to_the_end(Stream::Incoming).await?;
    for time in ["in a first pull", "in a second pull"] {
        let page = told(world.pull(Stream::Incoming, None).await)?;
        world.take(page);
        keep!(world.stored(&first).len() == 1, "{time}, {first:?} is there as {:?}", world.stored(&first));
    }
    world.relay.plan(
        reads,
        Fault::Alter(Box::new(|value| {
            if let Some(items) = items(value) {
                items.extend(items.clone());
            }
        })),
    );
    let page = world.pull(Stream::Incoming, None).await;
    world.relay.heal();
    if let Ok(page) = page {
        world.take(page);
    }
    keep!(world.stored(&second).len() == 1, "twice on a page, {second:?} is there as {:?}", world.stored(&second));
    let (old, new) = (first.clone(), first.replace("Parcel", "Edited parcel"));
    world.relay.plan(
        reads,
        Fault::Alter(Box::new(move |value| {
            leaves(
                value,
                &mut |_, leaf| {
                    if let Some(text) = leaf.as_str() {
                        *leaf = json!(text.replace(&old, &new));
                    }
                },
                "",
            );
        })),
    );
    let page = told(world.pull(Stream::Incoming, None).await)?;
    world.relay.heal();
    world.take(page);
    let rows = world.stored(&first);
    let edited = matches!(rows.as_slice(), [(text, Some(before))] if text.contains("Edited") && !before.contains("Edited"));
    keep!(edited, "edited, it is there as {rows:?}");
    one_row_for_a_reaction(world).await
}

async fn one_row_for_a_reaction(world: &World) -> Kept {
    let said = says(world, &["Liked"]).await?;
    world.is_liked(&world.bob, &said).await?;
    world.pull_to_the_end(Stream::Reactions).await?;
    for time in ["in a first pull", "in a second pull", "twice on a page"] {
        if time == "twice on a page" {
            world.relay.plan(reads, Fault::Alter(Box::new(|value| items(value).into_iter().for_each(|items| items.extend(items.clone())))));
        }
        let page = world.pull(Stream::Reactions, None).await;
        world.relay.heal();
        if let Ok(page) = page {
            world.take(page);
        }
        let stored = world.reactions(&said[0]);
        keep!(stored == ["like", "share"], "{time}, a like and a share are there as {stored:?}");
    }
    Ok(())
}

/// What was given and not taken in is given again, also to a program that begins anew.
pub async fn the_cursor_moves_after_the_commit(world: &World) -> Kept {
    let heard = world.hears_all(&world.bob, &["One", "Two", "Three", "Four", "Five"]).await?;
    let said = says(world, &["Six", "Seven", "Eight"]).await?;
    world.is_liked(&world.bob, &said).await?;
    world.relay.pages(Some(2));
    let taken = walk_and_lose(world, Stream::Incoming).await?;
    for message in &heard {
        let rows = world.stored(message.text.as_str());
        keep!(rows.len() == 1, "of {taken} messages, {:?} is there as {rows:?}", message.text);
    }
    let taken = walk_and_lose(world, Stream::Reactions).await?;
    let stored: Vec<_> = said.iter().map(|about| world.reactions(about)).collect();
    keep!(stored.concat() == ["like", "like", "like", "share"], "of {taken} reactions, three likes and a share are there as {stored:?}");
    Ok(())
}

/// Pulls to the end and loses every page once. Gives how many items were taken.
async fn walk_and_lose(world: &World, stream: Stream) -> Result<usize, String> {
    let mut taken = 0;
    for _ in 0..40 {
        let cursor = world.cursor(stream);
        let lost = told(world.pull(stream, cursor.as_deref()).await)?;
        // The file could not take it (a full disk): the same program asks again.
        let same = told(world.pull(stream, cursor.as_deref()).await)?;
        keep!(ids(&same) == ids(&lost), "a page that was not taken had {:?}, and then {:?}", ids(&lost), ids(&same));
        // Killed here: the page was given, and nothing of it stored.
        world.home.borrow_mut().restart();
        world.alice_begins_anew(patient());
        keep!(world.cursor(stream) == cursor, "the cursor moved without its page");
        let again = told(world.pull(stream, cursor.as_deref()).await)?;
        keep!(ids(&again) == ids(&lost), "a page that was lost had {:?}, and then {:?}", ids(&lost), ids(&again));
        let (cursor, more) = (again.cursor.clone().or(cursor), again.more);
        taken += ids(&again).len();
        world.take(again);
        keep!(world.cursor(stream) == cursor, "the page was taken and the cursor did not move");
        if !more {
            break;
        }
    }
    let cursor = world.cursor(stream);
    let rest = told(world.pull(stream, cursor.as_deref()).await)?;
    keep!(ids(&rest).is_empty(), "at rest, {:?} came again", ids(&rest));
    Ok(taken)
}

/// What arrives between two pages is on this walk or on the next one.
pub async fn nothing_is_missed_while_the_list_grows(world: &World) -> Kept {
    let mut said = vec![world.hears(&world.bob, "Zero").await?];
    world.pull_to_the_end(Stream::Incoming).await?;
    said.extend(world.hears_all(&world.bob, &["One", "Two", "Three", "Four", "Five"]).await?);
    world.relay.pages(Some(2));
    let page = told(world.pull(Stream::Incoming, world.cursor(Stream::Incoming).as_deref()).await)?;
    world.take(page);
    for word in ["Late", "Later"] {
        world.relay.pages(None);
        said.push(world.hears(&world.bob, word).await?);
        world.relay.pages(Some(2));
        let page = told(world.pull(Stream::Incoming, world.cursor(Stream::Incoming).as_deref()).await)?;
        world.take(page);
    }
    world.pull_to_the_end(Stream::Incoming).await?;
    world.pull_to_the_end(Stream::Incoming).await?;
    for message in &said {
        let rows = world.stored(message.text.as_str());
        keep!(rows.len() == 1, "{:?} is there as {rows:?}", message.text);
    }
    Ok(())
}

/// What a network does not tell is not 0.
pub async fn figures_say_what_is_not_given(world: &World) -> Kept {
    world.does(&world.alice, publish(&world.unique("Counted"))).await?;
    if world.alice.account.capabilities.offers(Ability::Figures) {
        let told_all = told(world.figures().await)?;
        keep!(told_all.iter().any(|reading| reading.value.is_some()), "figures are offered and none came: {told_all:?}");
        let none: Vec<_> = told_all.iter().filter(|reading| reading.definition.is_blank()).collect();
        keep!(none.is_empty(), "figures without their definition: {none:?}");
    }
    world.relay.plan(reads, Fault::Alter(Box::new(without_numbers)));
    let (figures, own) = (world.figures().await, world.pull(Stream::Own, None).await);
    world.relay.heal();
    for reading in figures.iter().flatten() {
        keep!(reading.value.is_none(), "not told, and yet {:?} is {:?}", reading.metric, reading.value);
    }
    for own in own.iter().flat_map(|page| &page.own) {
        let counts = [own.likes, own.shares, own.comments, own.saves];
        keep!(counts == [None; 4], "not told, and yet {counts:?}");
    }
    Ok(())
}

/// Takes every number away.
fn without_numbers(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_numbers),
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_number());
            fields.values_mut().for_each(without_numbers);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
