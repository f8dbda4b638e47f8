//! The files of a post, looked at before it gets its hour: the desktop looks, the check of each account judges.

use super::super::effect::Desktop;
use super::super::model::{Model, Tab};
use super::super::refusal;
use super::{board, hour};
use crate::domain::PostId;
use crate::domain::file::Look;
use crate::domain::fit;
use crate::domain::post::Post;

/// Asks what the files of a post are; its hour is asked for once they are known.
pub fn look(model: &mut Model, post: &Post) {
    let paths = post.media.iter().map(|media| media.path.clone()).collect();
    model.queue.looking = Some(post.id);
    model.asks.desktop(Desktop::LookAt { post: post.id, paths });
}

/// Hears what they are: goes on to the hour, or says what does not fit.
pub fn heard(model: &mut Model, id: PostId, files: &[Look]) {
    if model.queue.looking.take_if(|looking| *looking == id).is_none() {
        return;
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
