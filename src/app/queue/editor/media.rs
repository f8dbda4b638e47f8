//! The files of the post being written, each with what it shows.

use super::super::{Then, files, step};
use super::{keep, leave_line};
use crate::app::dialog::{Dialog, Prompt, Then as Chosen};
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::domain::post::Media;
use crate::domain::text::SafeText;
use crate::lang::Text;

pub(super) fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(editor) = &mut model.queue.editor else { return false };
    let (at, files) = (editor.row, editor.post.media.len());
    match key.code {
        Code::Down if at < files => editor.row += 1,
        Code::Up if at > 0 => editor.row -= 1,
        Code::Down | Code::Up => return leave_line(model, key),
        Code::Enter if at < files => ask_alt(model, at),
        Code::Enter => {
            let prompt = Prompt::new(Text::new("post-media-title"), "", Chosen::Queue(Then::MediaPath)).help(Text::new("post-media-help"));
            model.dialog = Some(Dialog::Prompt(prompt));
        }
        Code::Delete | Code::Backspace if at < files => {
            editor.post.media.remove(at);
            keep(model);
        }
        _ => return false,
    }
    true
}

/// Takes the path typed, and asks what the file shows.
pub fn take_path(model: &mut Model, typed: &str) {
    let path = SafeText::line(typed.trim().trim_matches(['\'', '"']));
    if path.is_blank() {
        return step::wrong(model, Text::new("post-media-empty"));
    }
    model.dialog = None;
    let Some(editor) = &mut model.queue.editor else { return };
    editor.post.media.push(Media { path: path.clone(), alt: SafeText::EMPTY });
    let (at, post) = (editor.post.media.len() - 1, editor.post.id);
    files::look_at(model, post, path);
    keep(model);
    ask_alt(model, at);
}

fn ask_alt(model: &mut Model, at: usize) {
    let Some(media) = model.queue.editor.as_ref().and_then(|editor| editor.post.media.get(at)) else { return };
    let prompt =
        Prompt::new(Text::new("post-alt-title"), media.alt.as_str(), Chosen::Queue(Then::MediaAlt(at))).help(Text::new("post-alt-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Takes what a file shows, as typed; nothing is allowed, and warned of.
pub fn take_alt(model: &mut Model, at: usize, typed: &str) {
    model.dialog = None;
    if let Some(media) = model.queue.editor.as_mut().and_then(|editor| editor.post.media.get_mut(at)) {
        media.alt = SafeText::line(typed);
        keep(model);
    }
}
