//! Who a handle is and where that account lives: handle → DID → document → server.
//!
//! The document has to name the handle in its turn, and may not lead inside where the directory is not inside.

use super::client::address;
use super::wire;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::address;
use crate::network::api::{ApiError, judge, parse, split};
use crate::network::http::{Body, Http, Method, Request};
use serde::de::DeserializeOwned;
use url::Url;

/// Where handles and identities of Bluesky are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directories {
    /// A server that resolves any handle.
    pub resolver: String,
    /// The directory of `did:plc`.
    pub plc: String,
}

impl Default for Directories {
    fn default() -> Self {
        Self { resolver: "https://public.api.bsky.app".to_owned(), plc: "https://plc.directory".to_owned() }
    }
}

/// An account and its server.
pub struct Found {
    pub did: String,
    pub pds: Url,
}

/// The handle that was typed: `@name`, `name.example`, the address of a profile, or a DID.
/// A name alone is one of bsky.social.
pub fn handle(typed: &str) -> Result<String, Trouble> {
    // Pages that show a handle put marks of direction around it.
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && !is_mark(*c)).collect();
    let profile = ["https://", "http://"].iter().find_map(|scheme| typed.strip_prefix(scheme));
    let named = match profile {
        Some(page) => page.split('/').skip_while(|part| *part != "profile").nth(1).unwrap_or_default(),
        None => typed.strip_prefix("at://").unwrap_or(&typed),
    };
    let bare = named.trim_start_matches('@').trim_end_matches(['/', '.']);
    let unknown = || trouble(Cause::UnknownHandle, &typed);
    if bare.starts_with("did:") {
        return is_did(bare).then(|| bare.to_owned()).ok_or_else(unknown);
    }
    let bare = bare.to_lowercase();
    let whole = if bare.contains('.') { bare } else { format!("{bare}.bsky.social") };
    let is_label =
        |label: &str| !label.is_empty() && label.len() <= 63 && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if whole.len() <= 253 && whole.split('.').all(is_label) { Ok(whole) } else { Err(unknown()) }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether `raw` has the form of an identity.
pub fn is_did(raw: &str) -> bool {
    let mut parts = raw.splitn(3, ':');
    let (did, method, rest) = (parts.next(), parts.next(), parts.next());
    let is_plain = |c: u8| c.is_ascii_alphanumeric() || b".:_%-".contains(&c);
    did == Some("did")
        && method.is_some_and(|method| !method.is_empty() && method.bytes().all(|c| c.is_ascii_lowercase()))
        && rest.is_some_and(|rest| !rest.is_empty() && raw.len() <= 2048 && rest.bytes().all(is_plain))
}

/// Finds the account that a handle (or a DID) names.
pub async fn find(http: &Http, directories: &Directories, handle: &str, now: Moment) -> Result<Found, Trouble> {
    let did = if is_did(handle) { handle.to_owned() } else { resolve(http, directories, handle, now).await? };
    let namer = parse_setting(&directories.plc)?;
    let document = document(http, &namer, &did, now).await?;
    if document.id != did {
        return Err(trouble(Cause::UnknownHandle, &format!("{handle}: {did}")));
    }
    let names_it =
        document.also_known_as.iter().any(|name| name.strip_prefix("at://").is_some_and(|name| name.eq_ignore_ascii_case(handle)));
    if !names_it && !is_did(handle) {
        return Err(trouble(Cause::UnknownHandle, &format!("{handle} ({did} does not name it)")));
    }
    let pds = document.pds().ok_or_else(|| trouble(Cause::UnknownHandle, &format!("{handle} ({did} names no server)")))?;
    Ok(Found { pds: named_by(&namer, pds)?, did })
}

/// The server that a document of a session names, where it names one that Ronde goes to.
pub fn server_of(document: Option<&wire::DidDocument>, did: &str, namer: &Url) -> Option<Url> {
    let document = document.filter(|document| document.id == did)?;
    address::named_by(namer, document.pds()?).ok()
}

fn named_by(namer: &Url, raw: &str) -> Result<Url, Trouble> {
    address::named_by(namer, raw).map_err(|error| trouble(Cause::BadAddress, &error.to_string()))
}

fn parse_setting(raw: &str) -> Result<Url, Trouble> {
    address::server(raw).map_err(|error| trouble(Cause::BadAddress, &error.to_string()))
}

async fn resolve(http: &Http, directories: &Directories, handle: &str, now: Moment) -> Result<String, Trouble> {
    let resolver = parse_setting(&directories.resolver)?;
    let url = address(&resolver, "com.atproto.identity.resolveHandle", &[("handle", handle.to_owned())]);
    let found: Result<wire::Did, _> = get(http, url, now).await;
    match found {
        Ok(found) if is_did(&found.did) => Ok(found.did),
        // Servers name this error in several ways, all of them 400.
        Ok(_) | Err(ApiError::Refused { status: 400 | 404, .. }) => Err(trouble(Cause::UnknownHandle, handle)),
        Err(error) => Err(error.trouble()),
    }
}

async fn document(http: &Http, plc: &Url, did: &str, now: Moment) -> Result<wire::DidDocument, Trouble> {
    let url = if let Some(host) = did.strip_prefix("did:web:") {
        // A port is written %3A; a path has no place in AT Protocol.
        let raw = format!("https://{}/.well-known/did.json", host.replace("%3A", ":"));
        let root = named_by(plc, &raw)?;
        root.join("/.well-known/did.json").map_err(|_| trouble(Cause::UnknownHandle, did))?
    } else if did.starts_with("did:plc:") {
        let mut url = plc.clone();
        url.set_path(did);
        url
    } else {
        return Err(trouble(Cause::UnknownHandle, did));
    };
    match get(http, url, now).await {
        Err(ApiError::Refused { status: 404 | 410, .. }) => Err(trouble(Cause::UnknownHandle, did)),
        document => document.map_err(|error| error.trouble()),
    }
}

async fn get<T: DeserializeOwned>(http: &Http, url: Url, now: Moment) -> Result<T, ApiError> {
    let request = Request { method: Method::Get, url, token: None, key: None, proxy: None, body: Body::Empty };
    parse(&judge(http.send(request).await.map_err(split)?, now)?.1)
}

fn trouble(cause: Cause, detail: &str) -> Trouble {
    Trouble { cause, account: None, detail: SafeText::line(detail) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_read_however_it_is_typed() {
        for typed in [
            "cafelumen.bsky.social",
            " @CafeLumen.bsky.social ",
            "cafelumen",
            "\u{202a}@cafelumen.bsky.social\u{202c}",
            "https://bsky.app/profile/cafelumen.bsky.social",
            "https://bsky.app/profile/cafelumen.bsky.social/post/3abc",
            "at://cafelumen.bsky.social",
        ] {
            assert_eq!(handle(typed).ok().as_deref(), Some("cafelumen.bsky.social"), "{typed:?}");
        }
        assert_eq!(handle("https://bsky.app/profile/did:plc:abc").ok().as_deref(), Some("did:plc:abc"));
    }

    #[test]
    fn what_is_no_handle_is_told_as_such() {
        for typed in
            ["", "@", "ninon@cafelumen.example", "deux mots@x", "https://bsky.app/", "did:plc:", "did:x:a/../b", "é.example", "a..b"]
        {
            let refused = handle(typed).map_err(|trouble| trouble.cause);
            assert_eq!(refused, Err(Cause::UnknownHandle), "{typed:?}");
        }
    }
}
