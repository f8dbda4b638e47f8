//! What is done on a server: once, under a key that was made with the delivery, and what is known of
//! it afterwards.
//!
//! What goes before the act (the post it is about, files, the page of a card) has its own time limit;
//! a failure there leaves nothing behind.

use super::chat::{self, Direct};
use super::client::Client;
use super::post::{self, Stop};
use super::subject::{own, recorded, view, written};
use super::uri::{AtUri, BLOCK, GATE, LIKE, POST, REPOST, key_of};
use super::wire::{self, PostView, StrongRef};
use super::{gate, read, record};
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::Account;
use crate::domain::delivery::{Act, Answer, Delivery, Sighting};
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::api::{ApiError, parse};
use crate::network::http::Failure;
use crate::network::outcome::{after, before};
use chrono::SecondsFormat;
use serde_json::json;
use tokio::time::timeout;

/// The most that a report says (lexicon `com.atproto.moderation.createReport`).
const REASON: usize = 2000;

/// Does the act of a delivery.
pub async fn send(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
    let key = delivery.key.as_str();
    let prepared = timeout(client.preparation(), prepare(client, account, delivery)).await;
    let late = || Stop::Api(ApiError::NotSent(Failure::TimedOut(crate::network::address::host(&client.server))));
    match prepared.map_err(|_| late()).and_then(|prepared| prepared) {
        Err(Stop::Api(error)) => before(&error, key),
        Err(Stop::Refused(refusal)) => Ok(Answer::Refused { why: refusal.to_words() }),
        Err(Stop::Later) => Ok(Answer::NotSent { why: SafeText::line("the network does not show it yet") }),
        Ok(Deed::IsDone) => Ok(Answer::Done { remote_id: None, url: None }),
        Ok(Deed::Write(uri, data)) => match record::write(client, &uri, data).await {
            Ok(()) => Ok(done(&uri)),
            Err(error) => after(&error, key),
        },
        Ok(Deed::Call(method, data)) => {
            let answered = client.procedure(method, data).await;
            // Some calls answer nothing at all.
            let read = answered.and_then(|body| if body.is_empty() { Ok(()) } else { parse::<serde::de::IgnoredAny>(&body).map(|_| ()) });
            read.map_or_else(|error| after(&error, key), |()| Ok(Answer::Done { remote_id: None, url: None }))
        }
        Ok(Deed::Say(to, data)) => chat::say(client, &to, data, key).await,
        Ok(Deed::Hide(root, what)) => gate::hide(client, &root, what.as_str(), key).await,
        Ok(Deed::Delete(uri)) => match record::delete(client, &uri).await {
            Ok(()) => Ok(Answer::Done { remote_id: None, url: None }),
            Err(error) => after(&error, key),
        },
    }
}

/// An act, once all that goes before it is there.
enum Deed {
    /// It was done before, here or elsewhere.
    IsDone,
    /// A record is written.
    Write(AtUri, serde_json::Value),
    /// A call is made.
    Call(&'static str, serde_json::Value),
    /// A direct message is answered.
    Say(Direct, serde_json::Value),
    /// An answer beneath a post of our own is hidden.
    Hide(AtUri, SafeText),
    /// A record is taken away.
    Delete(AtUri),
}

async fn prepare(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Deed, Stop> {
    let new = |collection: &str| ours(account, collection, delivery);
    if let Some(direct) = direct(&delivery.act) {
        match &delivery.act {
            Act::Reply { text, .. } => return Ok(Deed::Say(direct.clone(), chat::answer(client, account, &direct, text).await?)),
            // Who wrote it is muted or blocked as the author of a post is.
            Act::Mute { .. } | Act::Block { .. } => {}
            Act::Publish { .. }
            | Act::Like { .. }
            | Act::Repost { .. }
            | Act::Quote { .. }
            | Act::Hide { .. }
            | Act::Delete { .. }
            | Act::Report { .. } => return Err(Refusal::NotOffered.into()),
        }
    }
    let at = instant(client.now);
    Ok(match &delivery.act {
        Act::Publish { text, media, after, .. } => {
            let mut draft = post::Draft::new(text, account, client.now)?;
            if let Some(part) = after {
                draft.reply = Some(answer_to(client, account, part).await?);
            }
            Deed::Write(new(POST), draft.finish(client, media).await?)
        }
        Act::Reply { to, text, .. } => {
            let mut draft = post::Draft::new(text, account, client.now)?;
            draft.reply = Some(answer_to(client, account, to).await?);
            Deed::Write(new(POST), draft.finish(client, &[]).await?)
        }
        Act::Quote { of, text, .. } => {
            let mut draft = post::Draft::new(text, account, client.now)?;
            let quoted = view(client, account, of).await?;
            if quoted.viewer.embedding_disabled {
                return Err(Refusal::QuotesClosed.into());
            }
            draft.quote = Some(StrongRef { uri: quoted.uri, cid: quoted.cid });
            Deed::Write(new(POST), draft.finish(client, &[]).await?)
        }
        Act::Like { of } => match view(client, account, of).await? {
            PostView { viewer: wire::PostViewer { like: Some(_), .. }, .. } => Deed::IsDone,
            PostView { uri, cid, .. } => {
                Deed::Write(new(LIKE), json!({ "$type": LIKE, "subject": StrongRef { uri, cid }, "createdAt": at }))
            }
        },
        Act::Repost { of } => match view(client, account, of).await? {
            PostView { viewer: wire::PostViewer { repost: Some(_), .. }, .. } => Deed::IsDone,
            PostView { uri, cid, .. } => {
                Deed::Write(new(REPOST), json!({ "$type": REPOST, "subject": StrongRef { uri, cid }, "createdAt": at }))
            }
        },
        Act::Hide { what } => Deed::Hide(root_of(client, account, what).await?, what.clone()),
        Act::Delete { what } => Deed::Delete(own(account, what).ok_or(Refusal::NotOurs)?),
        Act::Mute { author_of } => Deed::Call("app.bsky.graph.muteActor", json!({ "actor": author(author_of)? })),
        Act::Block { author_of } => {
            let subject = author(author_of)?;
            let profile: wire::Profile = client.query("app.bsky.actor.getProfile", &[("actor", subject.clone())]).await?;
            if profile.viewer.blocking.is_some() {
                Deed::IsDone
            } else {
                Deed::Write(new(BLOCK), json!({ "$type": BLOCK, "subject": subject, "createdAt": at }))
            }
        }
        Act::Report { what, reason } => {
            // Whoever was blocked first can still be reported.
            let StrongRef { uri, cid } = written(client, account, what).await?.strong_ref().ok_or(Refusal::Gone)?;
            let subject = json!({ "$type": "com.atproto.repo.strongRef", "uri": uri, "cid": cid });
            let reason: String = reason.as_str().chars().take(REASON).collect();
            let kind = "com.atproto.moderation.defs#reasonOther";
            Deed::Call("com.atproto.moderation.createReport", json!({ "reasonType": kind, "reason": reason, "subject": subject }))
        }
    })
}

/// An instant as records hold it.
pub fn instant(at: Moment) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The name of what a delivery writes.
fn ours(account: &Account, collection: &str, delivery: &Delivery) -> AtUri {
    AtUri { did: account.remote_id.to_string(), collection: collection.to_owned(), key: key_of(delivery) }
}

/// The direct message that an act is about, if it is about one.
fn direct(act: &Act) -> Option<Direct> {
    let of = match act {
        Act::Publish { .. } => return None,
        Act::Reply { to: of, .. }
        | Act::Like { of }
        | Act::Repost { of }
        | Act::Quote { of, .. }
        | Act::Hide { what: of }
        | Act::Delete { what: of }
        | Act::Mute { author_of: of }
        | Act::Block { author_of: of }
        | Act::Report { what: of, .. } => of,
    };
    Direct::read(of.as_str())
}

fn author(of: &SafeText) -> Result<String, Stop> {
    if let Some(direct) = Direct::read(of.as_str()) {
        return Ok(direct.author);
    }
    Ok(AtUri::read(of.as_str()).ok_or(Refusal::Gone)?.did)
}

fn done(uri: &AtUri) -> Answer {
    let url = record::page(uri);
    Answer::Done { remote_id: url.is_some().then(|| SafeText::line(&uri.to_string())), url }
}

/// What an answer to a post names: the post and the top of its conversation.
///
/// What the account itself said is read where it was written: the rest of the network learns of it later.
async fn answer_to(client: &Client<'_>, account: &Account, to: &SafeText) -> Result<wire::ReplyRef, Stop> {
    let (parent, said) = if own(account, to).is_some() {
        let found = recorded(client, account, to).await?;
        (found.strong_ref().ok_or(Refusal::Gone)?, found.value)
    } else {
        let found = view(client, account, to).await?;
        if found.viewer.reply_disabled {
            return Err(Refusal::RepliesClosed.into());
        }
        (StrongRef { uri: found.uri, cid: found.cid }, found.record)
    };
    let root = wire::Post::read(&said).reply.map_or_else(|| parent.clone(), |above| above.root);
    Ok(wire::ReplyRef { root, parent })
}

/// The top of the conversation that holds an answer, if it is our own.
async fn root_of(client: &Client<'_>, account: &Account, what: &SafeText) -> Result<AtUri, Stop> {
    let said = wire::Post::read(&written(client, account, what).await?.value);
    let root = said.reply.and_then(|above| AtUri::read(&above.root.uri));
    root.filter(|root| root.did == account.remote_id.as_str()).ok_or_else(|| Refusal::NotBeneathOurs.into())
}

/// Looks for the act of a delivery. What was written is named exactly, so this can always tell, except for reports
/// and for direct messages, which are looked for by their words.
pub async fn look_up(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
    match seek(client, account, delivery).await {
        Ok(sighting) => Ok(sighting),
        Err(error) => match error.cause() {
            Cause::AuthExpired | Cause::ScopeMissing | Cause::RateLimited(_) | Cause::Suspended | Cause::NoSecret => Err(error.trouble()),
            _ => Ok(Sighting::Failed { why: error.words() }),
        },
    }
}

async fn seek(client: &Client<'_>, account: &Account, delivery: &Delivery) -> Result<Sighting, ApiError> {
    let sight = async |collection: &str| record::sight(client, &ours(account, collection, delivery)).await;
    if let (Act::Reply { text, .. }, Some(to)) = (&delivery.act, direct(&delivery.act)) {
        return chat::sight(client, account, delivery, &to, text).await;
    }
    match &delivery.act {
        Act::Publish { .. } | Act::Reply { .. } | Act::Quote { .. } => sight(POST).await,
        Act::Like { .. } => sight(LIKE).await,
        Act::Repost { .. } => sight(REPOST).await,
        Act::Block { .. } => sight(BLOCK).await,
        Act::Delete { what } => match own(account, what) {
            None => Ok(Sighting::Absent),
            Some(uri) => Ok(match read::record(client, &uri).await? {
                Some(_) => Sighting::Absent,
                None => Sighting::There { remote_id: what.clone(), url: None },
            }),
        },
        Act::Hide { what } => match root_of(client, account, what).await {
            Ok(root) => gate::sight(client, &AtUri { collection: GATE.to_owned(), ..root }, what).await,
            Err(Stop::Api(error)) => Err(error),
            Err(Stop::Refused(_) | Stop::Later) => Ok(Sighting::Absent),
        },
        // To mute twice changes nothing.
        Act::Mute { .. } => Ok(Sighting::Absent),
        // Reports can't be listed.
        Act::Report { .. } => Ok(Sighting::CantTell),
    }
}
