//! `ronde replies`: saved replies as a list, from a TOML file, and into one. Writes over nothing silently.

use super::args::RepliesCommand;
use super::failure::{Exit, Failure, shown};
use super::session::{Session, reply};
use super::shape;
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::domain::brand::Brand;
use crate::domain::saved_reply::SavedReply;
use crate::domain::text::SafeText;
use crate::lang::Text;
use crate::replies::file::{put, read_text};
use crate::replies::{Plan, plan, read, write};
use std::path::Path;

/// What an import does with a reply that is there with another text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clash {
    /// Says so and leaves it.
    Tell,
    /// Leaves it.
    Skip,
    /// Takes the one of the file.
    Replace,
}

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: RepliesCommand) -> Result<Exit, Failure> {
    match command {
        RepliesCommand::List => list(session),
        RepliesCommand::Import { source, dry_run, skip, replace } => {
            let clash = if replace {
                Clash::Replace
            } else if skip {
                Clash::Skip
            } else {
                Clash::Tell
            };
            import(session, &source, clash, dry_run)
        }
        RepliesCommand::Export { target, force } => export(session, target.as_deref(), force),
    }
}

/// The saved replies of the brand that the command speaks of.
fn stored(session: &mut Session<'_>) -> Result<(Brand, Vec<SavedReply>), Failure> {
    let (brand, workspace) = session.brand()?;
    let replies = workspace.saved_replies.into_iter().filter(|reply| reply.brand == brand.id).collect();
    Ok((brand, replies))
}

fn list(session: &mut Session<'_>) -> Result<Exit, Failure> {
    let (_, replies) = stored(session)?;
    for reply in &replies {
        session.out.line(&format!("{:>4}  {}  {}  {}", reply.id, reply.language.code(), reply.name, reply.text.on_one_line()));
    }
    if replies.is_empty() {
        session.out.say(&Text::new("replies-none"));
    }
    session.out.field("replies", replies.iter().map(shape::saved_reply).collect::<Vec<_>>());
    Ok(Exit::Done)
}

fn import(session: &mut Session<'_>, source: &Path, clash: Clash, dry_run: bool) -> Result<Exit, Failure> {
    let (brand, known) = stored(session)?;
    let text = read_text(source).map_err(|error| Failure::file(source, &error))?;
    let given = read(brand.id, &text).map_err(|wrong| {
        let what = Text::new("replies-file-wrong").with("file", shown(source)).and("what", wrong.text());
        Failure { code: "bad-file", ..Failure::failed(what) }.todo(Text::new("replies-file-todo"))
    })?;
    let Plan { new, differ, same } = plan(&known, given);
    for reply in &new {
        session.out.tell(&told("replies-new", reply));
    }
    for (before, after) in &differ {
        let id = if clash == Clash::Replace { "replies-replaced" } else { "replies-differs" };
        session.out.tell(&told(id, after).with("before", before.text.on_one_line()).with("after", after.text.on_one_line()));
    }
    session.out.field("new", new.iter().map(shape::saved_reply).collect::<Vec<_>>());
    session.out.field("differ", differ.iter().map(|(_, after)| shape::saved_reply(after)).collect::<Vec<_>>());
    session.out.field("same", same);
    session.out.field("dry_run", dry_run);
    let replaced: Vec<SavedReply> =
        if clash == Clash::Replace { differ.iter().map(|(_, after)| after.clone()).collect() } else { Vec::new() };
    let left = differ.len() - replaced.len();
    let written = new.len() + replaced.len();
    if dry_run {
        session.out.tell(&Text::new("replies-would").count("count", written).count("left", left).count("same", same));
        return Ok(Exit::Done);
    }
    if written > 0 {
        let now = session.now();
        let all = new.into_iter().chain(replaced).collect();
        reply!(session, Job::SaveReplies(all, now), Reply::Done => ());
    }
    session.out.tell(&Text::new("replies-read").count("count", written).count("left", left).count("same", same));
    if left > 0 && clash == Clash::Tell {
        session.out.warn(&Text::new("replies-left-todo"));
        return Ok(Exit::Part);
    }
    Ok(Exit::Done)
}

fn told(id: &'static str, reply: &SavedReply) -> Text {
    Text::new(id).with("name", &reply.name).with("language", reply.language.code())
}

fn export(session: &mut Session<'_>, target: Option<&Path>, force: bool) -> Result<Exit, Failure> {
    let (_, replies) = stored(session)?;
    let text = write(&replies);
    session.out.field("replies", replies.iter().map(shape::saved_reply).collect::<Vec<_>>());
    let Some(path) = target else {
        session.out.line(text.trim_end());
        session.out.field("file", serde_json::Value::Null);
        return Ok(Exit::Done);
    };
    let failed = |error: anyhow::Error| {
        Failure::failed(Text::new("cli-file-failed").with("file", shown(path)).with("why", SafeText::line(&format!("{error:#}"))))
    };
    if !put(path, &text, force).map_err(failed)? {
        let taken = Failure::failed(Text::new("cli-exists").with("file", shown(path)));
        return Err(Failure { code: "exists", ..taken }.todo(Text::new("replies-exists-todo")));
    }
    session.out.tell(&Text::new("replies-written").count("count", replies.len()).with("file", shown(path)));
    session.out.field("file", shown(path));
    Ok(Exit::Done)
}
