//! Files of the CM: looked at, written whole or not at all, never through a link, never over a file that is there.

use crate::domain::file::{HEAD, Kind, Look};
use crate::domain::text::SafeText;
use anyhow::Context;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes `bytes` as `name` into `folder`; where that name is taken, as `name-2`, `name-3`…
///
/// # Errors
/// If the name is not a plain one, or if the folder can't be written.
pub fn write_beside(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
    for number in 1..1000 {
        let path = folder.join(numbered(name, number)?);
        if write_new(&path, bytes)? {
            return Ok(path);
        }
    }
    anyhow::bail!("{}: too many files of that name", folder.join(name).display())
}

/// Makes a folder that its owner alone can look into, if it is not there.
///
/// # Errors
/// If it can't be made.
pub fn private_folder(folder: &Path) -> anyhow::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).with_context(|| folder.display().to_string())
}

/// Writes a new file. Gives whether it did; a file or link of that name is left alone.
///
/// # Errors
/// If the folder can't be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    let mut file = prepare(path, bytes)?;
    file.as_file_mut().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error).with_context(|| path.display().to_string()),
    }
}

/// Writes a file in the place of the one that is there, if one is. A link is replaced, not followed.
///
/// # Errors
/// If the folder can't be written.
pub fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = prepare(path, bytes)?;
    file.as_file_mut().sync_all()?;
    file.persist(path).map_err(|error| error.error).with_context(|| path.display().to_string())?;
    Ok(())
}

fn prepare(path: &Path, bytes: &[u8]) -> anyhow::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".ronde-").tempfile_in(folder).with_context(|| folder.display().to_string())?;
    file.write_all(bytes).with_context(|| path.display().to_string())?;
    Ok(file)
}

fn numbered(name: &str, number: u32) -> anyhow::Result<String> {
    anyhow::ensure!(!name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']), "{name:?} is no plain file name");
    if number == 1 {
        return Ok(name.to_owned());
    }
    let (stem, extension) = name.rsplit_once('.').map_or((name, String::new()), |(stem, extension)| (stem, format!(".{extension}")));
    Ok(format!("{stem}-{number}{extension}"))
}

/// Looks at a file that goes with a post: where it lies, its size, and what its first bytes say it is.
#[must_use]
pub fn look(path: &SafeText) -> Look {
    let typed = at_home(path.as_str());
    let full = typed.canonicalize().ok().map(|full| SafeText::line(&full.display().to_string()));
    Look { path: path.clone(), full: full.unwrap_or_else(|| path.clone()), found: head_of(&typed) }
}

fn head_of(path: &Path) -> Option<(Kind, u64)> {
    use std::io::Read;
    let about = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let mut head = Vec::with_capacity(HEAD);
    std::fs::File::open(path).ok()?.take(HEAD as u64).read_to_end(&mut head).ok()?;
    Some((Kind::of(&head), about.len()))
}

/// A path as a shell reads it: `~/` is the home of the CM.
#[must_use]
pub fn at_home(path: &str) -> PathBuf {
    let home = path.strip_prefix("~/").zip(std::env::var_os("HOME"));
    home.map_or_else(|| PathBuf::from(path), |(rest, home)| PathBuf::from(home).join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = write_beside(folder.path(), "rapport.html", b"one").expect("written");
        let second = write_beside(folder.path(), "rapport.html", b"two").expect("written");
        assert_eq!(std::fs::read(first).expect("read"), b"one");
        assert!(second.ends_with("rapport-2.html"));
    }

    #[test]
    fn a_name_never_leads_out_of_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["../out", "a/b", ".hidden", ""] {
            assert!(write_beside(folder.path(), name, b"x").is_err(), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_what_it_leads_to_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        std::fs::write(&target, b"kept").expect("written");
        std::os::unix::fs::symlink(&target, &link).expect("linked");
        assert!(!write_new(&link, b"x").expect("no error"));
        replace(&link, b"new").expect("replaced");
        assert_eq!(std::fs::read(&target).expect("read"), b"kept");
    }

    #[test]
    fn a_file_is_looked_at_where_it_lies_and_what_is_none_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("tasse.gif");
        std::fs::write(&file, b"GIF89a and more than sixteen bytes").expect("written");
        let path = |path: &Path| SafeText::line(&path.display().to_string());
        let there = look(&path(&file));
        assert_eq!((there.found, there.full.as_str().ends_with("tasse.gif")), (Some((Kind::Gif, 34)), true));
        for none in [folder.path().to_owned(), folder.path().join("none.gif")] {
            assert_eq!(look(&path(&none)).found, None);
        }
    }
}
