//! The desktop: browser, clipboard, the CM's editor, report files, the shell.

use super::Heard;
use super::screen::Screen;
use crate::app::effect::{Desktop, EditWhat};
use crate::app::event::Event;
use crate::domain::report::{Format, Report};
use crate::domain::text::SafeText;
use crate::lang::Texts;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::Sender;

/// Where files of the CM are written.
pub struct Folder {
    /// Reports, unless another folder is asked for.
    pub reports: PathBuf,
    /// What contacts are asked.
    pub briefs: PathBuf,
}

/// Carries out an ask. Failures are told as events; an error means that the terminal is gone.
pub fn serve(ask: Desktop, screen: &mut Screen, events: &Sender<Heard>, folder: &Folder, texts: &Texts) -> anyhow::Result<()> {
    match ask {
        Desktop::Browse(url) => {
            if !browse(&url) {
                drop(events.send(Heard::Event(Event::NotOpened(url))));
            }
        }
        Desktop::Mail(url) => {
            if !mail(&url) {
                drop(events.send(Heard::Event(Event::NotOpened(url))));
            }
        }
        Desktop::WriteBrief { name, text } => {
            let written = write_brief(&folder.briefs, &name, &text);
            drop(events.send(Heard::Event(Event::WroteBrief(written.map_err(|error| SafeText::line(&format!("{error:#}")))))));
        }
        Desktop::Copy(text) => super::screen::copy(&text)?,
        Desktop::Edit { what, text } => edit(what, &text, screen, events)?,
        Desktop::WriteReport { report, formats, folder: asked } => {
            let target = if asked.is_blank() { folder.reports.clone() } else { PathBuf::from(asked.as_str()) };
            let written = write_report(&report, &formats, &target, texts);
            drop(events.send(Heard::Event(Event::Wrote(written.map_err(|error| SafeText::line(&format!("{error:#}")))))));
        }
        Desktop::WritePerson { name, text } => {
            let written = write_text(&folder.reports, &name, &text).map_err(|error| SafeText::line(&format!("{error:#}")));
            drop(events.send(Heard::Event(Event::WrotePerson(written))));
        }
        Desktop::Replies(ask) => {
            let home = std::env::var_os("HOME").map(PathBuf::from);
            let news = crate::replies::file::serve(ask, home.as_deref());
            drop(events.send(Heard::Event(Event::Replies(news))));
        }
        Desktop::ReadHolidays(path) => {
            let text = read_small(&path).map_err(|error| SafeText::line(&format!("{error:#}")));
            drop(events.send(Heard::Event(Event::Holidays(path, text))));
        }
        Desktop::LookAt { post, paths } => {
            let looks = paths.iter().map(crate::files::look).collect();
            drop(events.send(Heard::Event(Event::LookedAt(post, looks))));
        }
        Desktop::Suspend => suspend(screen)?,
    }
    Ok(())
}

/// Reads a file that the CM named, no further than what a file of holidays may hold.
fn read_small(path: &SafeText) -> anyhow::Result<String> {
    use std::io::Read;
    let most = crate::domain::holiday::file::LARGEST as u64 + 1;
    let mut text = String::new();
    std::fs::File::open(crate::files::at_home(path.as_str()))?.take(most).read_to_string(&mut text)?;
    Ok(text)
}

/// Opens an address as one argument, never through a shell; only `http` and `https`. Gives whether it could.
fn browse(url: &SafeText) -> bool {
    let parsed = url::Url::parse(url.as_str()).ok().filter(|parsed| matches!(parsed.scheme(), "http" | "https"));
    parsed.is_some_and(|parsed| open::that_detached(parsed.as_str()).is_ok())
}

/// Opens a new mail, as one argument, never through a shell; no other kind of address. Gives whether it could.
fn mail(url: &SafeText) -> bool {
    let is_mail = url.as_str().starts_with("mailto:") && !url.as_str().contains(|c: char| c.is_whitespace() || c.is_control());
    is_mail && open::that_detached(url.as_str()).is_ok()
}

/// Writes a brief, readable by its owner alone, never over a file that is there.
fn write_brief(folder: &Path, name: &SafeText, text: &SafeText) -> anyhow::Result<SafeText> {
    crate::files::private_folder(folder)?;
    let path = crate::files::write_beside(folder, name.as_str(), format!("{text}\n").as_bytes())?;
    Ok(SafeText::line(&path.display().to_string()))
}

/// Writes each form of a report into a folder, never over a file that is there.
fn write_report(report: &Report, formats: &[Format], folder: &Path, texts: &Texts) -> anyhow::Result<Vec<SafeText>> {
    std::fs::create_dir_all(folder)?;
    formats
        .iter()
        .map(|format| {
            let bytes = crate::report::write(report, *format, texts)?;
            let path = crate::files::write_beside(folder, &crate::report::file_name(report, *format, texts), &bytes)?;
            Ok(SafeText::line(&path.display().to_string()))
        })
        .collect()
}

/// Writes a text into a folder, never over a file that is there.
fn write_text(folder: &Path, name: &SafeText, text: &str) -> anyhow::Result<SafeText> {
    std::fs::create_dir_all(folder)?;
    let path = crate::files::write_beside(folder, name.as_str(), text.as_bytes())?;
    Ok(SafeText::line(&path.display().to_string()))
}

/// Gives the terminal to the CM's editor and takes the text back.
fn edit(what: EditWhat, text: &SafeText, screen: &mut Screen, events: &Sender<Heard>) -> anyhow::Result<()> {
    screen.give();
    let edited = edit_file(text);
    screen.take()?;
    drop(events.send(Heard::Event(Event::Edited(what, edited.ok()))));
    Ok(())
}

fn edit_file(text: &SafeText) -> anyhow::Result<SafeText> {
    let file = tempfile::Builder::new().prefix("ronde-").suffix(".txt").tempfile()?;
    std::fs::write(file.path(), text.as_str())?;
    let editor = std::env::var("VISUAL").or_else(|_| std::env::var("EDITOR")).unwrap_or_else(|_| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Command::new(program).args(words).arg(file.path()).status()?;
    anyhow::ensure!(status.success(), "{program} ended with {status}");
    let edited = std::fs::read_to_string(file.path())?;
    Ok(SafeText::clean(edited.trim_end_matches('\n')))
}

/// Stops until the shell brings Ronde back.
fn suspend(screen: &mut Screen) -> anyhow::Result<()> {
    screen.give();
    #[cfg(unix)]
    // The shell's own `kill`: not every system has one beside it.
    let _ = Command::new("sh").args(["-c", "kill -TSTP $PPID"]).status();
    screen.take()
}
