//! `ronde close`, `snooze`: the outcomes that send nothing, and what they share with `delegate`.

use super::failure::{Exit, Failure};
use super::session::{Session, id, reply};
use super::when;
use crate::app::effect::Job;
use crate::app::event::{Opened, Reply, Workspace};
use crate::domain::MessageId;
use crate::domain::brand::Brand;
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::lang::Text;
use serde_json::json;

/// Closes messages that need no answer.
pub(super) fn close(session: &mut Session<'_>, ids: &[String], reason: Option<&str>) -> Result<Exit, Failure> {
    let (messages, _, _) = messages(session, ids)?;
    decide(session, messages, MessageState::Closed, SafeText::line(reason.unwrap_or_default()), &Text::new("cli-closed"))
}

/// Puts messages off until an instant.
pub(super) fn snooze(session: &mut Session<'_>, ids: &[String], until: &str) -> Result<Exit, Failure> {
    let (messages, brand, _) = messages(session, ids)?;
    let until = when::instant(until, &brand, session.now())?;
    let told = Text::new("cli-snoozed").with("until", shown(&brand, until));
    decide(session, messages, MessageState::Snoozed { until }, SafeText::default(), &told)
}

/// An instant as the brand's clocks show it.
pub(super) fn shown(brand: &Brand, at: crate::domain::time::Moment) -> String {
    at.with_timezone(&brand.zone).format("%Y-%m-%d %H:%M").to_string()
}

/// The message with this number, and what surrounds it.
pub(super) fn open(session: &mut Session<'_>, typed: &str) -> Result<Box<Opened>, Failure> {
    let id: MessageId = id(typed)?;
    let opened = reply!(session, Job::Open(id), Reply::Opened(opened) => opened);
    opened.ok_or_else(|| Failure::failed(Text::new("cli-no-message").with("id", id)).todo(Text::new("cli-no-message-todo")))
}

/// Messages that exist, all of one brand: brands never mix.
pub(super) fn messages(session: &mut Session<'_>, typed: &[String]) -> Result<(Vec<MessageId>, Brand, Workspace), Failure> {
    let workspace = session.workspace()?;
    let mut found = Vec::new();
    let mut brand = None;
    for typed in typed {
        let message = open(session, typed)?.message;
        if *brand.get_or_insert(message.brand) != message.brand {
            return Err(Failure::usage(Text::new("cli-two-brands")));
        }
        if !found.contains(&message.id) {
            found.push(message.id);
        }
    }
    let brand = brand.ok_or_else(|| Failure::usage(Text::new("cli-bad-id").with("id", "")))?;
    let brand = Session::brand_of(&workspace, brand)?;
    Ok((found, brand, workspace))
}

/// Gives messages an outcome and says so.
pub(super) fn decide(
    session: &mut Session<'_>,
    messages: Vec<MessageId>,
    state: MessageState,
    reason: SafeText,
    told: &Text,
) -> Result<Exit, Failure> {
    let job = Job::Decide { messages, state, at: session.now(), sweep: None, reason };
    let decided = reply!(session, job, Reply::Decided { messages, .. } => messages);
    session.out.tell(&told.clone().count("count", decided.len() as u64));
    let shapes: Vec<_> = decided.iter().map(|id| json!({"id": id, "state": state.name(), "comes_back": state.comes_back()})).collect();
    session.out.field("messages", shapes);
    Ok(Exit::Done)
}
