//! Keeping the post being written: from the first key on, and before it is left.
//!
//! Only one request is under way at a time, and nothing typed is let go before it is kept.

use super::super::{board, menus, refresh};
use super::close_own;
use crate::app::effect::{Desktop, Job, Ticket};
use crate::app::model::{Asker, Model, Tab};
use crate::domain::post::{Approval, ApprovalOf, Missing, Post, PostState};
use crate::lang::Text;

/// What follows once all is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Stay,
    Close,
    NextStep,
}

/// Sends what is typed to disk, one request at a time: typing is never queued behind it.
pub fn keep(model: &mut Model) {
    let (today, zone) = (model.day(), model.zone());
    let Some(editor) = &mut model.queue.editor else { return };
    editor.saved = false;
    if editor.saving.is_some() {
        return;
    }
    let draft = editor.draft(today, zone);
    let ticket = model.ask(Asker::Tab(Tab::Queue), Job::SavePost(Box::new(draft.clone()), model.now));
    if let Some(editor) = &mut model.queue.editor {
        editor.saving = Some((ticket, draft));
    }
}

/// Sends what is typed to disk whatever is under way: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let (today, zone) = (model.day(), model.zone());
    if let Some(editor) = model.queue.editor.as_ref().filter(|editor| !editor.saved) {
        let job = Job::SavePost(Box::new(editor.draft(today, zone)), model.now);
        model.asks.store(job);
    }
}

/// Hears the file, if it kept the post being written. Gives whether it did.
pub fn hear(model: &mut Model, ticket: Ticket, answer: &Result<Post, Missing>) -> bool {
    let (today, zone) = (model.day(), model.zone());
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some((_, mut sent)) = editor.saving.take_if(|(asked, _)| *asked == ticket) else { return false };
    let Ok(stored) = answer.clone() else {
        // It went out while it was written: nothing more can be kept under it.
        give_up(model);
        return true;
    };
    let lost: Vec<ApprovalOf> =
        ApprovalOf::ALL.iter().copied().filter(|of| holds(&sent.approvals, *of) && !holds(&stored.approvals, *of)).collect();
    take_rows(&mut editor.post, &stored);
    take_rows(&mut sent, &stored);
    editor.failures = 0;
    editor.saved = editor.draft(today, zone) == Post { id: editor.post.id, ..sent };
    let after = editor.after;
    let saved = editor.saved;
    tell_lost(model, &lost);
    board::put(model, stored.clone());
    if !saved {
        keep(model);
    } else if after != After::Stay {
        close(model, &stored, after);
    }
    true
}

/// Whether a validation stands among those given.
fn holds(approvals: &[Approval], of: ApprovalOf) -> bool {
    approvals.iter().any(|approval| approval.of == of && approval.voided.is_none())
}

/// Takes the state, the validations and the rows that only the file knows; what is typed or chosen stays.
fn take_rows(post: &mut Post, stored: &Post) {
    post.state = stored.state;
    post.approvals.clone_from(&stored.approvals);
    for variant in &mut post.variants {
        if let Some(known) = stored.variants.iter().find(|known| known.account == variant.account) {
            variant.id = known.id;
        }
    }
}

fn tell_lost(model: &mut Model, lost: &[ApprovalOf]) {
    if lost.contains(&ApprovalOf::Plan) {
        model.hint(Text::new("queue-voided-plan"));
    } else if lost.contains(&ApprovalOf::Content) {
        model.hint(Text::new("queue-voided-content"));
    }
}

/// The post could not be kept; the trouble was told, and what is typed stays.
pub fn not_saved(model: &mut Model, ticket: Ticket) {
    if let Some(editor) = &mut model.queue.editor
        && editor.saving.take_if(|(asked, _)| *asked == ticket).is_some()
    {
        editor.after = After::Stay;
        editor.failures = editor.failures.saturating_add(1);
    }
}

/// Leaves although what is typed can't be kept: it goes to the clipboard.
fn give_up(model: &mut Model) {
    if let Some(editor) = model.queue.editor.take() {
        model.asks.desktop(Desktop::Copy(editor.text.safe()));
        model.hint(Text::new("post-not-kept"));
        refresh(model);
    }
}

/// Leaves, as soon as all is kept; then proposes the next step, if that was asked.
pub fn leave(model: &mut Model, done: bool) {
    if close_own(model) && !done {
        return;
    }
    let Some(editor) = &mut model.queue.editor else { return };
    editor.after = if done { After::NextStep } else { After::Close };
    let (after, saved, post) = (editor.after, editor.saved, editor.post.clone());
    if !saved && editor.failures > 1 {
        return give_up(model);
    }
    if !saved {
        keep(model);
        return;
    }
    let post = board::post(model, post.id).cloned().unwrap_or(post);
    close(model, &post, after);
}

fn close(model: &mut Model, post: &Post, after: After) {
    model.queue.editor = None;
    refresh(model);
    if after == After::NextStep && post.state != PostState::Scheduled {
        menus::next_step(model, post);
    } else {
        model.tell(Text::new("post-kept"));
    }
}
