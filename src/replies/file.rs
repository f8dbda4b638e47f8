//! The file of saved replies on disk, for the screens and the commands alike. Never written over unless that was asked.

use super::MAX_FILE;
use crate::domain::text::SafeText;
use crate::files;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What is asked of a file, by the path that the CM typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAsk {
    /// Reads it.
    Read(SafeText),
    /// Writes it.
    Write {
        /// Where.
        path: SafeText,
        /// What it holds.
        text: String,
        /// Whether it may take the place of a file that is there.
        replace: bool,
    },
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileNews {
    /// What it holds.
    Text(SafeText, String),
    /// It is written.
    Written(SafeText),
    /// A file is there, and stays.
    Exists(SafeText),
    /// It can't be read or written, and why.
    Failed(SafeText, SafeText),
}

/// Does what is asked. `home` is what `~` stands for.
#[must_use]
pub fn serve(ask: FileAsk, home: Option<&Path>) -> FileNews {
    match ask {
        FileAsk::Read(path) => match read_text(&at_home(&path, home)) {
            Ok(text) => FileNews::Text(path, text),
            Err(error) => FileNews::Failed(path, SafeText::line(&error.to_string())),
        },
        FileAsk::Write { path, text, replace } => match put(&at_home(&path, home), &text, replace) {
            Ok(true) => FileNews::Written(path),
            Ok(false) => FileNews::Exists(path),
            Err(error) => FileNews::Failed(path, SafeText::line(&format!("{error:#}"))),
        },
    }
}

/// A path as a shell reads it: `~/` is the home of the CM.
fn at_home(path: &SafeText, home: Option<&Path>) -> PathBuf {
    let inside = path.as_str().strip_prefix("~/").zip(home);
    inside.map_or_else(|| PathBuf::from(path.as_str()), |(rest, home)| home.join(rest))
}

/// The text of a file, no longer than one of replies may be and a byte.
///
/// # Errors
/// If it can't be read, or is no text.
pub fn read_text(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    std::fs::File::open(path)?.take(MAX_FILE as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

/// Writes a file, in the place of another one only where `replace` says so. Gives whether it did.
///
/// # Errors
/// If the folder can't be made or written.
pub fn put(path: &Path, text: &str, replace: bool) -> anyhow::Result<bool> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    if replace {
        files::replace(path, text.as_bytes())?;
        return Ok(true);
    }
    files::write_new(path, text.as_bytes())
}
