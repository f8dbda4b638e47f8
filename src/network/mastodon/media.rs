//! The files of a post, uploaded before it. Nothing is public until the post is, so a failure here
//! never leaves a doubt.

use super::client::Client;
use super::wire;
use crate::domain::post::Media;
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use crate::network::api::{ApiError, judge, parse, split};
use crate::network::files::{mime, name, read};
use crate::network::http::{Body, Method, Request};
use std::path::Path;
use tokio::time::{Instant, sleep, timeout_at};

/// Why the files are not there.
pub enum Stop {
    /// The server.
    Api(ApiError),
    /// A file, or the time it takes.
    Refused(Refusal),
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Uploads files in order; gives their ids.
pub async fn upload(client: &Client<'_>, media: &[Media]) -> Result<Vec<String>, Stop> {
    let limits = client.http.limits();
    let deadline = Instant::now() + limits.upload;
    let mut ids = Vec::with_capacity(media.len());
    for file in media {
        let late = || Refusal::UploadTooSlow { file: name(file), seconds: limits.upload.as_secs() };
        ids.push(timeout_at(deadline, one(client, file, deadline)).await.map_err(|_| late())??);
    }
    Ok(ids)
}

async fn one(client: &Client<'_>, file: &Media, deadline: Instant) -> Result<String, Stop> {
    let bytes = read(file)?;
    let sent = match post(client, "/api/v2/media", file, bytes.clone(), deadline).await {
        // Before 3.1.3, and elsewhere, there is only the first version of the call.
        Err(error) if error.is_absent() => post(client, "/api/v1/media", file, bytes, deadline).await?,
        sent => sent?,
    };
    let (status, body) = sent;
    let id = parse::<wire::Media>(&body)?.id.ok_or_else(|| ApiError::Unreadable(SafeText::line("a file without an id")))?;
    let mut ready = status != 202;
    while !ready {
        sleep(client.http.limits().poll).await;
        let url = client.url_about("api/v1/media", &id, "");
        let request = Request { method: Method::Get, url, token: client.token.clone(), key: None, proxy: None, body: Body::Empty };
        let answered = client.http.send(request).await.map_err(split)?;
        ready = judge(answered, client.now)?.0 == 200;
    }
    Ok(id)
}

async fn post(client: &Client<'_>, path: &str, file: &Media, bytes: Vec<u8>, deadline: Instant) -> Result<(u16, Vec<u8>), ApiError> {
    let shown = Path::new(file.path.as_str());
    let name = shown.file_name().map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
    let fields = if file.alt.is_blank() { Vec::new() } else { vec![("description", file.alt.as_str().to_owned())] };
    let body = Body::File { name, mime: mime(shown), bytes, fields };
    let request = Request { method: Method::Post, url: client.url(path, &[]), token: client.token.clone(), key: None, proxy: None, body };
    let answered = client.http.send_within(request, deadline.saturating_duration_since(Instant::now())).await.map_err(split)?;
    judge(answered, client.now)
}
