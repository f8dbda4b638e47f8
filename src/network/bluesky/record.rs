//! Records of the account's own: written once under the key of their delivery, found by it, taken away.

use super::client::Client;
use super::read;
use super::uri::AtUri;
use super::wire;
use crate::domain::delivery::Sighting;
use crate::network::api::{ApiError, parse};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Written {
    uri: String,
}

/// Writes a record if its key is free. Whatever holds the key was written by an earlier attempt of the
/// same delivery, for nobody else makes that key: the server is asked whether it is there.
pub async fn write(client: &Client<'_>, uri: &AtUri, record: Value) -> Result<(), ApiError> {
    let answer = put(client, uri, record, None).await;
    match answer {
        Err(error) if error.code() == "InvalidSwap" => match read::record(client, uri).await {
            Ok(Some(_)) => Ok(()),
            // It was there a moment ago and was taken away since: not for this attempt to bring back.
            Ok(None) => Err(error),
            Err(why) => Err(ApiError::Unreadable(why.words())),
        },
        answer => answer,
    }
}

/// Writes a record over the version `swap`, or where there is none.
pub async fn put(client: &Client<'_>, uri: &AtUri, record: Value, swap: Option<&str>) -> Result<(), ApiError> {
    let data = json!({ "repo": uri.did, "collection": uri.collection, "rkey": uri.key, "record": record, "swapRecord": swap });
    let written: Written = parse(&client.procedure("com.atproto.repo.putRecord", data).await?)?;
    // Somebody between here and the server answers in its place (a page to sign in on).
    if written.uri == uri.to_string() { Ok(()) } else { Err(ApiError::Unreadable("another record was written".into())) }
}

/// Takes a record away; one that is not there is away already.
pub async fn delete(client: &Client<'_>, uri: &AtUri) -> Result<(), ApiError> {
    let data = json!({ "repo": uri.did, "collection": uri.collection, "rkey": uri.key });
    parse::<serde::de::IgnoredAny>(&client.procedure("com.atproto.repo.deleteRecord", data).await?).map(|_| ())
}

/// Whether a record is there.
pub async fn sight(client: &Client<'_>, uri: &AtUri) -> Result<Sighting, ApiError> {
    Ok(match read::record(client, uri).await? {
        Some(wire::Record { uri: there, .. }) => Sighting::There { remote_id: there.as_str().into(), url: page(uri) },
        None => Sighting::Absent,
    })
}

/// Where it stands on the web, if it is a post.
pub fn page(uri: &AtUri) -> Option<crate::domain::text::SafeText> {
    (uri.collection == super::uri::POST).then(|| uri.page())
}
