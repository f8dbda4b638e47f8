//! The files of a post, as they lie on the disk: what they hold, of what kind they are, and why they can't go.

use crate::domain::post::Media;
use crate::domain::refusal::Refusal;
use crate::domain::text::SafeText;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// The largest file that is read into memory.
const LARGEST: u64 = 100_000_000;

/// What a file holds.
pub fn read(file: &Media) -> Result<Vec<u8>, Refusal> {
    let path = Path::new(file.path.as_str());
    let why = |error: Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Refusal::FileMissing { file: name(file) },
        _ => Refusal::FileUnreadable { file: name(file) },
    };
    let about = std::fs::metadata(path).map_err(why)?;
    if !about.is_file() {
        return Err(Refusal::NotAFile { file: name(file) });
    }
    if about.len() > LARGEST {
        return Err(Refusal::FileTooLarge { file: name(file), bytes: about.len(), limit: LARGEST });
    }
    std::fs::read(path).map_err(why)
}

/// A file as the person is told of it: by its name, without the folders.
pub fn name(file: &Media) -> SafeText {
    let path = Path::new(file.path.as_str());
    path.file_name().map_or_else(|| file.path.clone(), |name| SafeText::line(&name.to_string_lossy()))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &Path) -> Media {
        Media { path: SafeText::line(&path.display().to_string()), alt: SafeText::default() }
    }

    #[test]
    fn a_file_that_cant_go_is_told_by_its_name_and_why() {
        let folder = tempfile::tempdir().expect("a folder");
        let (tasse, file) = (folder.path().join("tasse.png"), SafeText::line("tasse.png"));
        assert_eq!(read(&at(&tasse)), Err(Refusal::FileMissing { file: file.clone() }));
        std::fs::write(&tasse, b"a cup").expect("written");
        assert_eq!(read(&at(&tasse)), Ok(b"a cup".to_vec()));
        assert_eq!(read(&at(&tasse.join("tasse.png"))), Err(Refusal::FileMissing { file: file.clone() }), "its folder is no folder");
        let whole = std::fs::File::options().write(true).open(&tasse).expect("opened");
        whole.set_len(LARGEST + 1).expect("made larger");
        assert_eq!(read(&at(&tasse)), Err(Refusal::FileTooLarge { file: file.clone(), bytes: LARGEST + 1, limit: LARGEST }));
        std::fs::remove_file(&tasse).expect("removed");
        std::fs::create_dir(&tasse).expect("a folder of that name");
        assert_eq!(read(&at(&tasse)), Err(Refusal::NotAFile { file }));
        // What the system says otherwise is not told as if the file were gone.
        let long = "a".repeat(300);
        assert_eq!(read(&at(&folder.path().join(&long))), Err(Refusal::FileUnreadable { file: SafeText::line(&long) }));
    }
}
