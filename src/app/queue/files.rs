//! The files of a post, looked at when they are added and before it gets its hour: the desktop looks, each account's
//! check judges.

use super::super::effect::Desktop;
use super::super::model::{Model, Tab};
use super::super::refusal;
use super::{board, editor, hour};
use crate::domain::PostId;
use crate::domain::file::Look;
use crate::domain::fit::{self, Misfit};
use crate::domain::post::Post;
use crate::domain::text::SafeText;

/// Asks what a file is that was just added to the post being written.
pub fn look_at(model: &mut Model, post: PostId, path: SafeText) {
    model.asks.desktop(Desktop::LookAt { post, paths: vec![path] });
}

/// Asks what the files of a post are; its hour is asked for once they are known.
pub fn look(model: &mut Model, post: &Post) {
    let paths = post.media.iter().map(|media| media.path.clone()).collect();
    model.queue.looking = Some(post.id);
    model.asks.desktop(Desktop::LookAt { post: post.id, paths });
}

/// Hears what they are: goes on to the hour, or says what does not fit.
pub fn heard(model: &mut Model, id: PostId, files: &[Look]) {
    if model.queue.looking.take_if(|looking| *looking == id).is_none() {
        return added(model, id, files);
    }
    let Some(post) = board::post(model, id) else { return };
    match fit::check(post, &model.workspace.accounts, files) {
        Err(misfit) => {
            let why = refusal::of_misfit(&misfit, &model.workspace.accounts);
            model.hint(why);
        }
        // The CM may have gone elsewhere meanwhile.
        Ok(()) if model.tab == Tab::Queue && model.dialog.is_none() && model.queue.editor.is_none() => hour::open(model, id),
        Ok(()) => {}
    }
}

/// Keeps where the files lie whichever folder Ronde is started in, and says at once what does not fit.
fn added(model: &mut Model, id: PostId, files: &[Look]) {
    let Some(editor) = model.queue.editor.as_mut().filter(|editor| editor.post.id == id) else { return };
    let mut moved = false;
    for media in &mut editor.post.media {
        if let Some(look) = files.iter().find(|look| look.path == media.path && look.full != media.path) {
            media.path = look.full.clone();
            moved = true;
        }
    }
    let looks: Vec<Look> = files.iter().map(|look| Look { path: look.full.clone(), ..look.clone() }).collect();
    let checked = editor.post.variants.iter().filter_map(|variant| {
        let account = model.workspace.accounts.iter().find(|account| account.id == variant.account)?;
        let fault = fit::media(&editor.post.media, account, &looks).err()?;
        Some(Misfit { account: account.id, fault })
    });
    let why = checked.map(|misfit| refusal::of_misfit(&misfit, &model.workspace.accounts)).next();
    if moved {
        editor::keep(model);
    }
    if let Some(why) = why {
        model.hint(why);
    }
}
