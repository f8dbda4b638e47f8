//! The pictures of a post: read, measured, refused with the figure or uploaded.

use super::client::Client;
use super::post::Stop;
use crate::domain::account::Capabilities;
use crate::domain::post::Media;
use crate::domain::refusal::Refusal;
use crate::network::api::{ApiError, parse};
use crate::network::files;
use serde::Deserialize;
use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

/// A picture that may go.
pub struct Picture {
    bytes: Vec<u8>,
    mime: &'static str,
    alt: String,
    width: usize,
    height: usize,
}

/// What an upload gives.
#[derive(Deserialize)]
struct Uploaded {
    blob: Value,
}

/// Reads the pictures of a post, before anything leaves.
pub fn read(files: &[Media], limits: &Capabilities) -> Result<Vec<Picture>, Stop> {
    if files.len() > usize::from(limits.media_limit) {
        return Err(Refusal::TooManyMedia { used: files.len() as u64, limit: limits.media_limit.into() }.into());
    }
    files.iter().map(|file| picture(file, limits)).collect()
}

fn picture(file: &Media, limits: &Capabilities) -> Result<Picture, Stop> {
    let name = || files::name(file);
    let bytes = files::read(file)?;
    let used = file.alt.as_str().graphemes(true).count();
    if used > limits.alt_limit as usize {
        return Err(Refusal::AltTooLong { file: name(), used: used as u64, limit: limits.alt_limit.into() }.into());
    }
    let mime = kind(&bytes).ok_or_else(|| Refusal::NotAPicture { file: name() })?;
    let size = imagesize::blob_size(&bytes).map_err(|_| Refusal::NotAPicture { file: name() })?;
    if let Some(limit) = limits.media_bytes.filter(|limit| bytes.len() as u64 > *limit) {
        return Err(Refusal::MediaTooLarge { file: name(), bytes: bytes.len() as u64, limit }.into());
    }
    Ok(Picture { bytes, mime, alt: file.alt.to_string(), width: size.width, height: size.height })
}

/// The kind of a picture by what it holds: what its name says may be wrong.
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    use imagesize::ImageType;
    Some(match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => "image/jpeg",
        ImageType::Png => "image/png",
        ImageType::Gif => "image/gif",
        ImageType::Webp => "image/webp",
        _ => return None,
    })
}

/// Uploads pictures in order; gives what holds them in a post.
pub async fn upload(client: &Client<'_>, pictures: Vec<Picture>) -> Result<Value, ApiError> {
    let mut images = Vec::with_capacity(pictures.len());
    for Picture { bytes, mime, alt, width, height } in pictures {
        let mut image = json!({ "image": blob(client, mime, bytes).await?, "alt": alt });
        if width > 0 && height > 0 {
            image["aspectRatio"] = json!({ "width": width, "height": height });
        }
        images.push(image);
    }
    Ok(json!({ "$type": "app.bsky.embed.images", "images": images }))
}

/// Uploads one file; gives its name on the server. A file that no record names goes away by itself.
pub async fn blob(client: &Client<'_>, mime: &'static str, bytes: Vec<u8>) -> Result<Value, ApiError> {
    Ok(parse::<Uploaded>(&client.upload(mime, bytes).await?)?.blob)
}
