//! The files of a post, as they lie on the disk: what they hold, of what kind they are, and why they can't go.

use super::api::ApiError;
use crate::domain::post::Media;
use crate::domain::text::SafeText;
use std::path::Path;

/// The largest file that is read into memory.
const LARGEST: u64 = 100 * 1024 * 1024;

/// Why the files are not there.
pub enum Stop {
    /// The server.
    Api(ApiError),
    /// The file, or the time it takes.
    Words(SafeText),
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

/// What a file holds.
pub fn read(file: &Media) -> Result<Vec<u8>, Stop> {
    let path = Path::new(file.path.as_str());
    let why = |error: &dyn std::fmt::Display| Stop::Words(SafeText::line(&format!("{}: {error}", file.path)));
    let about = std::fs::metadata(path).map_err(|error| why(&error))?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(why(&"not a file of at most 100 MiB"));
    }
    std::fs::read(path).map_err(|error| why(&error))
}

/// The kind of a file by the end of its name; the server looks inside.
pub fn mime(path: &Path) -> &'static str {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    match end.as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "heic" => "image/heic",
        "mp4" | "m4v" => "video/mp4",
        "mov" => "video/quicktime",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wav" => "audio/wav",
        _ => "application/octet-stream",
    }
}
