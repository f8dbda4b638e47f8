//! Writes files that others will open: whole or not at all, never through a link, never over a file without asking.

use super::failure::{Failure, shown};
use crate::domain::text::SafeText;
use crate::lang::Text;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder to write into, made if it is missing.
///
/// A link as its last part is refused: it may lead where nobody looked.
pub(super) fn folder(path: &Path) -> Result<PathBuf, Failure> {
    if is_link(path) {
        return Err(Failure::failed(Text::new("cli-is-link").with("file", shown(path))));
    }
    std::fs::create_dir_all(path).map_err(|error| Failure::file(path, &error))?;
    path.canonicalize().map_err(|error| Failure::file(path, &error))
}

/// Writes `bytes` to `name` within `folder`: a temporary file beside it, synced, then renamed.
///
/// The name is one of ours; one that could lead elsewhere is refused.
pub(super) fn write(folder: &Path, name: &str, bytes: &[u8], force: bool) -> Result<PathBuf, Failure> {
    stream(folder, name, force, |file| file.write_all(bytes))
}

/// The same, written bit by bit by `fill`.
pub(super) fn stream(
    folder: &Path,
    name: &str,
    force: bool,
    fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<PathBuf, Failure> {
    let path = folder.join(plain(name));
    if is_link(&path) {
        return Err(Failure::failed(Text::new("cli-is-link").with("file", shown(&path))));
    }
    if !force && path.exists() {
        return Err(exists(&path));
    }
    let failed = |error: &std::io::Error| Failure::file(&path, error);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    let mut buffer = std::io::BufWriter::new(file.as_file_mut());
    fill(&mut buffer).and_then(|()| buffer.flush()).map_err(|error| failed(&error))?;
    drop(buffer);
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    let kept = if force { file.persist(&path) } else { file.persist_noclobber(&path) };
    match kept {
        Ok(_) => Ok(path),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Err(exists(&path)),
        Err(error) => Err(failed(&error.error)),
    }
}

/// Refuses a name that is taken.
pub(super) fn is_free(folder: &Path, name: &str) -> Result<(), Failure> {
    let path = folder.join(plain(name));
    if std::fs::symlink_metadata(&path).is_ok() { Err(exists(&path)) } else { Ok(()) }
}

fn exists(path: &Path) -> Failure {
    Failure { code: "exists", ..Failure::failed(Text::new("cli-exists").with("file", shown(path))) }.todo(Text::new("cli-exists-todo"))
}

fn is_link(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_symlink())
}

/// A file name made of letters, digits, `-`, `_` and `.` alone, whatever the data brings; never hidden.
pub(super) fn plain(name: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let clean: String = SafeText::line(name).as_str().chars().map(safe).take(100).collect();
    let clean = clean.trim_matches(['.', '-']).to_owned();
    if clean.is_empty() { "ronde".to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_elsewhere() {
        for (raw, expected) in [
            ("../../etc/passwd", "etc-passwd"),
            ("a/b", "a-b"),
            ("...", "ronde"),
            (".bashrc", "bashrc"),
            ("Café Lumen", "Café-Lumen"),
            ("a\0b\n", "ab"),
        ] {
            assert_eq!(plain(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_file_is_not_written_over_without_asking_nor_through_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = write(folder.path(), "a.md", b"one", false).expect("written");
        assert!(write(folder.path(), "a.md", b"two", false).is_err());
        assert_eq!(std::fs::read(&path).expect("read"), b"one");
        write(folder.path(), "a.md", b"two", true).expect("written over");
        assert_eq!(std::fs::read(&path).expect("read"), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "no temporary file stays");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_even_by_force() {
        let (folder, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let target = outside.path().join("target");
        std::os::unix::fs::symlink(&target, folder.path().join("a.md")).expect("a link");
        assert!(write(folder.path(), "a.md", b"one", true).is_err());
        assert!(!target.exists());
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(outside.path(), &link).expect("a link");
        assert!(super::folder(&link).is_err());
    }
}
