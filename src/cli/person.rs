//! `ronde person`: what is kept about one person, given to them as a file, or erased from every file of ours.
//!
//! Erasing asks first, says what follows, and takes no answer for a no.

use super::args::PersonCommand;
use super::failure::{Exit, Failure, shown};
use super::session::{Session, clean, reply};
use super::{files, input, out};
use crate::app::effect::{Job, PersonJob};
use crate::app::event::{PersonReply, Reply};
use crate::domain::person::Card;
use crate::domain::{BrandId, PersonId};
use crate::lang::Text;
use serde_json::json;
use std::path::Path;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: PersonCommand) -> Result<Exit, Failure> {
    let (brand, _) = session.brand()?;
    match command {
        PersonCommand::Export { who, file_out, force } => {
            let card = find(session, brand.id, &who)?;
            export(session, &card, &file_out, force)
        }
        PersonCommand::Erase { who, sure } => {
            let card = find(session, brand.id, &who)?;
            erase(session, &card, sure)
        }
    }
}

/// The person of a brand with this number, or with exactly this handle or name, now or formerly.
fn find(session: &mut Session<'_>, brand: BrandId, who: &str) -> Result<Card, Failure> {
    let unknown = || Failure::failed(Text::new("cli-person-unknown").with("name", clean(who)));
    if let Ok(id) = who.parse::<PersonId>() {
        let card = card(session, id)?.filter(|card| card.person.brand == brand);
        return card.ok_or_else(unknown);
    }
    let job = Job::Person(PersonJob::Find(brand, who.to_owned(), 200));
    let found = reply!(session, job, Reply::Person(PersonReply::Found(found)) => found);
    let mut cards = Vec::new();
    for person in found {
        if let Some(card) = card(session, person.id)?.filter(|card| is_known_as(card, who)) {
            cards.push(card);
        }
    }
    match cards.len() {
        0 => Err(unknown()),
        1 => Ok(cards.remove(0)),
        _ => {
            let list: Vec<String> =
                cards.iter().map(|card| format!("{} {} ({})", card.person.id, card.person.name, card.person.handle)).collect();
            Err(Failure::usage(Text::new("cli-person-several").with("name", clean(who)).with("list", list.join(", ")))
                .todo(Text::new("cli-person-several-todo")))
        }
    }
}

/// Whether a person bears exactly this handle or name. The `@` in front may be left out.
fn is_known_as(card: &Card, who: &str) -> bool {
    let plain = |text: &str| text.trim_start_matches('@').to_lowercase();
    let names = card.aliases.iter().flat_map(|alias| [&alias.handle, &alias.name]).chain(&card.former);
    names.into_iter().any(|name| !name.is_blank() && plain(name.as_str()) == plain(who))
}

fn card(session: &mut Session<'_>, id: PersonId) -> Result<Option<Card>, Failure> {
    let found = reply!(session, Job::Person(PersonJob::Card(id)), Reply::Person(PersonReply::Card(found)) => found);
    Ok(found.map(|found| found.0))
}

fn export(session: &mut Session<'_>, card: &Card, file: &Path, force: bool) -> Result<Exit, Failure> {
    let all = reply!(session, Job::Person(PersonJob::Dump(card.person.id)), Reply::Person(PersonReply::Dump(all)) => all);
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = files::folder(folder)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut whole = json!({ "schema": out::SCHEMA });
    whole.as_object_mut().expect("it is an object").extend(all.as_object().cloned().unwrap_or_default());
    let path = files::write(&folder, &name, format!("{}\n", out::escaped(&whole)).as_bytes(), force)?;
    let messages = all["messages"].as_array().map_or(0, Vec::len);
    session.out.tell(&Text::new("cli-person-exported").with("file", shown(&path)).with("name", &card.person.name));
    session.out.field("file", shown(&path));
    session.out.field("person", json!({ "id": card.person.id, "messages": messages }));
    Ok(Exit::Done)
}

fn erase(session: &mut Session<'_>, card: &Card, sure: bool) -> Result<Exit, Failure> {
    let person = &card.person;
    let handles: Vec<&str> = card.aliases.iter().map(|alias| alias.handle.as_str()).collect();
    let question =
        Text::new("cli-person-erase-ask").with("name", &person.name).with("handles", handles.join(", ")).count("count", person.messages);
    if !sure {
        session.out.warn(&question);
        session.out.warn(&Text::new("cli-person-erase-about").count("waiting", card.waiting));
        let answer = input::line()?;
        if !matches!(answer.as_str().trim().to_lowercase().as_str(), "oui" | "yes") {
            return Err(Failure::person(Text::new("cli-person-kept")).todo(Text::new("cli-person-kept-todo")));
        }
    }
    let job = Job::Person(PersonJob::Erase(person.id, session.now()));
    let erasure = reply!(session, job, Reply::Person(PersonReply::Erased(erasure)) => erasure);
    let told =
        Text::new("cli-person-erased").count("count", erasure.messages).count("closed", erasure.closed).count("copies", erasure.copies);
    session.out.tell(&told);
    let shape = json!({
        "id": person.id, "messages": erasure.messages, "closed": erasure.closed, "copies": erasure.copies, "whole": erasure.whole,
    });
    session.out.field("erased", shape);
    if erasure.whole {
        return Ok(Exit::Done);
    }
    session.out.warn(&Text::new("cli-person-erased-part"));
    Ok(Exit::Part)
}
