//! `ronde delegate` and `ronde brief`: what a contact is asked, printed or written to a file; chased; answered.

use super::failure::{Exit, Failure};
use super::outcome::{decide, messages, open, shown};
use super::session::{self, Session, clean, reply};
use super::{shape, when};
use crate::app::brief::{Told, acknowledgement};
use crate::app::effect::{BriefWork, Job};
use crate::app::event::{Asked, Reply, Workspace};
use crate::domain::MessageId;
use crate::domain::brand::Brand;
use crate::domain::message::MessageState;
use crate::domain::text::SafeText;
use crate::lang::Text;
use serde_json::json;
use std::path::Path;

/// Hands messages to a contact, and prints the brief; they come back at an instant.
pub(super) fn delegate(
    session: &mut Session<'_>,
    ids: &[String],
    (to, until): (&str, &str),
    ask: Option<&str>,
    out: Option<&Path>,
) -> Result<Exit, Failure> {
    let (found, brand, workspace) = messages(session, ids)?;
    let contact = session::contact(&workspace, brand.id, to)?;
    let due = when::instant(until, &brand, session.now())?;
    refuse_taken(out)?;
    let told = Text::new("cli-delegated").with("name", &contact.name).with("until", shown(&brand, due));
    let state = MessageState::Delegated { contact: contact.id, due };
    decide(session, found.clone(), state, SafeText::line(ask.unwrap_or_default()), &told)?;
    let asked = reply!(session, Job::Brief(BriefWork::Read(found)), Reply::Briefs(asked) => asked);
    tell(session, &brand, &workspace, &asked, false, out)
}

/// Shows what was asked about a message; asks again, or keeps the answer.
pub(super) fn run(
    session: &mut Session<'_>,
    typed: &str,
    chase: bool,
    answer: Option<String>,
    out: Option<&Path>,
) -> Result<Exit, Failure> {
    let message = open(session, typed)?.message;
    let workspace = session.workspace()?;
    let brand = Session::brand_of(&workspace, message.brand)?;
    refuse_taken(out)?;
    let asked = read(session, message.id)?;
    let Some(brief) = asked.first().map(|asked| asked.brief.id) else {
        return Err(
            Failure::failed(Text::new("cli-no-brief").with("id", message.id)).todo(Text::new("cli-no-brief-todo").with("id", message.id))
        );
    };
    let now = session.now();
    if let Some(answer) = answer {
        let text = SafeText::clean(answer.trim());
        if text.is_blank() {
            return Err(Failure::usage(Text::new("cli-blank-text")));
        }
        let work = BriefWork::Answer { brief, text, at: now };
        reply!(session, Job::Brief(work), Reply::Decided { .. } => ());
        session.out.tell(&Text::new("cli-brief-answered").with("id", message.id));
        let asked = read(session, message.id)?;
        return tell(session, &brand, &workspace, &asked, false, None);
    }
    if chase {
        let work = BriefWork::Chase { briefs: vec![brief], due: None, sweep: None, at: now };
        reply!(session, Job::Brief(work), Reply::Decided { .. } => ());
    }
    let asked = read(session, message.id)?;
    tell(session, &brand, &workspace, &asked, chase, out)
}

fn read(session: &mut Session<'_>, message: MessageId) -> Result<Vec<Asked>, Failure> {
    Ok(reply!(session, Job::Brief(BriefWork::Read(vec![message])), Reply::Briefs(asked) => asked))
}

/// A file that is there is never written over: said before anything is decided.
fn refuse_taken(out: Option<&Path>) -> Result<(), Failure> {
    match out {
        Some(path) if std::fs::symlink_metadata(path).is_ok() => {
            Err(Failure::failed(Text::new("cli-brief-exists").with("path", clean(&path.display().to_string()))))
        }
        _ => Ok(()),
    }
}

/// Prints the words, or writes them to a file.
fn tell(
    session: &mut Session<'_>,
    brand: &Brand,
    workspace: &Workspace,
    asked: &[Asked],
    chase: bool,
    out: Option<&Path>,
) -> Result<Exit, Failure> {
    let Some(first) = asked.first() else { return Ok(Exit::Done) };
    let contact = workspace.contacts.iter().find(|contact| contact.id == first.brief.contact);
    let voice = session.out.voice();
    let told = Told { voice, zone: brand.zone, brand: &brand.name, contact, accounts: &workspace.accounts, asked };
    let text = if chase { told.chaser(session.now()) } else { told.request() };
    let meanwhile = acknowledgement(voice, brand.zone, &first.message, first.brief.due);
    let file = out.map(|path| clean(&path.display().to_string()));
    if let Some((path, name)) = out.zip(file.as_ref()) {
        let failed = |why: SafeText| Failure::failed(Text::new("cli-brief-not-written").with("path", name).with("why", why));
        let written = crate::files::write_new(path, format!("{text}\n").as_bytes());
        if !written.map_err(|error| failed(SafeText::line(&format!("{error:#}"))))? {
            return Err(Failure::failed(Text::new("cli-brief-exists").with("path", name)));
        }
        session.out.tell(&Text::new("cli-brief-written").with("path", name));
    } else {
        session.out.line("");
        session.out.line(text.as_str());
    }
    session.out.field("briefs", asked.iter().map(|asked| shape::brief(&asked.brief)).collect::<Vec<_>>());
    session.out.field("brief", json!({ "text": text, "acknowledgement": meanwhile, "file": file }));
    Ok(Exit::Done)
}
