//! The post that an act is about: as the network shows it to the account, or else as its author wrote it, and why it
//! is not shown.

use super::client::Client;
use super::post::Stop;
use super::read;
use super::uri::AtUri;
use super::wire::{self, PostView};
use crate::app::trouble::Cause;
use crate::domain::account::Account;
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::network::api::ApiError;

/// The name of something that the account itself said.
pub fn own(account: &Account, what: &SafeText) -> Option<AtUri> {
    AtUri::read(what.as_str()).filter(|uri| uri.did == account.remote_id.as_str())
}

/// A post as the network shows it to the account.
pub async fn view(client: &Client<'_>, account: &Account, of: &SafeText) -> Result<PostView, Stop> {
    match shown(client, of).await? {
        Some(post) => Ok(post),
        None => Err(unseen(client, account, of).await),
    }
}

async fn shown(client: &Client<'_>, of: &SafeText) -> Result<Option<PostView>, ApiError> {
    let found = read::posts(client, &[of.as_str()]).await?;
    Ok(found.into_iter().find(|post| post.uri == of.as_str()))
}

/// Why a post is not shown to the account: it is not there, there is a block between them, or it is there and the
/// network does not show it yet.
async fn unseen(client: &Client<'_>, account: &Account, of: &SafeText) -> Stop {
    match recorded(client, account, of).await {
        Err(stop) => stop,
        Ok(_) if own(account, of).is_some() => Stop::Later,
        Ok(found) => match is_blocked(client, &found.uri).await {
            Ok(true) => Refusal::Blocked.into(),
            Ok(false) => Stop::Later,
            Err(error) => not_there(error),
        },
    }
}

async fn is_blocked(client: &Client<'_>, uri: &str) -> Result<bool, ApiError> {
    let author = AtUri::read(uri).map_or_else(String::new, |uri| uri.did);
    let profile: wire::Profile = client.query("app.bsky.actor.getProfile", &[("actor", author)]).await?;
    Ok(profile.viewer.blocking.is_some() || profile.viewer.blocked_by)
}

/// A post as its author wrote it: also one that the network keeps from the account.
pub async fn recorded(client: &Client<'_>, account: &Account, of: &SafeText) -> Result<wire::Record, Stop> {
    let uri = AtUri::read(of.as_str()).ok_or(Refusal::Gone)?;
    match read::record(client, &uri).await {
        Ok(found) => Ok(found.ok_or(Refusal::Gone)?),
        // What is wrong with the account itself is told as that.
        Err(error) if own(account, of).is_some() => Err(error.into()),
        Err(error) => Err(not_there(error)),
    }
}

/// What a refusal says of something of somebody else's: their account is closed or taken down, or the server reads
/// nothing for others.
fn not_there(error: ApiError) -> Stop {
    match error.cause() {
        Cause::NotFound | Cause::Suspended | Cause::NotOffered | Cause::Rejected => Refusal::Gone.into(),
        _ => error.into(),
    }
}

/// A post as it was written, whatever the network makes of those between whom there is a block.
pub async fn written(client: &Client<'_>, account: &Account, of: &SafeText) -> Result<wire::Record, Stop> {
    match shown(client, of).await? {
        Some(post) => Ok(wire::Record { uri: post.uri, cid: Some(post.cid), value: post.record }),
        None => recorded(client, account, of).await,
    }
}
