//! `ronde pull`: fetches what others wrote, and the figures, of every account.

use super::drive;
use super::failure::{Exit, Failure};
use super::screens;
use super::session::{self, Session, reply};
use crate::app::effect::Job;
use crate::app::event::{Reply, Workspace};
use crate::app::pull::Haul;
use crate::domain::account::{Access, Account, Standing};
use crate::domain::text::SafeText;
use crate::domain::time::Zone;
use crate::lang::Text;
use serde_json::{Value, json};

/// Pulls one account, or those of the brand, or all.
pub(super) fn run(session: &mut Session<'_>, named: Option<&str>) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    let brands = session.brands(&workspace)?;
    let accounts = if let Some(named) = named {
        let brand = session.choose_brand(&workspace)?;
        vec![(session::account(&workspace, brand.id, named)?.clone(), brand.zone)]
    } else {
        let zone = |account: &Account| brands.iter().find(|brand| brand.id == account.brand).map(|brand| brand.zone);
        workspace.accounts.iter().filter_map(|account| Some((account.clone(), zone(account)?))).collect()
    };
    round(session, &workspace, &accounts)
}

/// Pulls `accounts` once and tells what each brought.
pub(super) fn round(session: &mut Session<'_>, workspace: &Workspace, accounts: &[(Account, Zone)]) -> Result<Exit, Failure> {
    let now = session.now();
    let woken = reply!(session, Job::Wake(now), Reply::Woken(count) => count);
    if woken > 0 {
        session.out.tell(&Text::new("cli-woken").count("count", woken));
    }
    for (account, _) in accounts {
        session.out.progress(&Text::new("cli-pulling").with("handle", &account.handle));
    }
    let pulled = drive::pull(session.world()?, accounts, crate::runtime::clock::now, |_, _| {});
    let mut tally = Tally::default();
    let mut shapes = Vec::new();
    for (account, zone) in accounts {
        let haul = pulled.hauls.iter().find(|(id, _)| *id == account.id).map(|(_, haul)| haul);
        shapes.push(tell(session, account, *zone, haul, &mut tally));
    }
    for trouble in pulled.troubles {
        let failure = Failure::of(&trouble, session.zone);
        session.out.warn(&failure.what);
        tally.add(Err(failure.exit));
    }
    if workspace.accounts.is_empty() {
        session.out.say(&Text::new("cli-no-account-todo"));
    }
    session.out.field("accounts", shapes);
    session.out.field("woken", woken);
    let database = session.places.database.clone();
    screens::keep_copy(session, &database);
    Ok(tally.exit())
}

/// Tells what one account brought, or why it brought nothing.
fn tell(session: &mut Session<'_>, account: &Account, zone: Zone, haul: Option<&Haul>, tally: &mut Tally) -> Value {
    let skipped = match (haul, account.access, &account.standing) {
        (Some(_), _, _) => None,
        (None, Access::Manual, _) => Some("manual"),
        (None, Access::Connected, Standing::Limited { .. }) => Some("rate-limited"),
        (None, Access::Connected, Standing::Expired) => Some("auth-expired"),
        (None, Access::Connected, Standing::Well) => Some("stopped"),
    };
    let none = Haul::default();
    let haul = haul.unwrap_or(&none);
    let error = haul.trouble.as_ref().map(|trouble| trouble.cause.code());
    match (&haul.trouble, skipped) {
        (Some(trouble), _) => {
            let failure = Failure::of(trouble, zone);
            let why = SafeText::clean(&failure.say(session.out.voice()));
            session.out.warn(&Text::new("cli-account-fails").with("handle", &account.handle).with("why", why));
            tally.add(Err(failure.exit));
        }
        (None, Some("manual")) => {}
        (None, Some("auth-expired")) => {
            session.out.warn(&Text::new("cli-account-expired").with("handle", &account.handle));
            session.out.warn(&Text::new("cli-account-expired-todo").with("server", &account.server));
            tally.add(Err(Exit::Person));
        }
        (None, Some(_)) => {
            session.out.warn(&Text::new("cli-account-waits").with("handle", &account.handle));
            tally.add(Err(Exit::Failed));
        }
        (None, None) => tally.add(Ok(())),
    }
    if skipped.is_none() {
        let text = Text::new("cli-pulled").with("handle", &account.handle).count("new", haul.new);
        session.out.tell(&text.count("changed", haul.changed).count("answered", haul.answered));
    }
    json!({"id": account.id, "handle": account.handle, "new": haul.new, "changed": haul.changed, "answered": haul.answered,
        "reactions": haul.reactions, "skipped": skipped, "error": error})
}

/// Counts what went well and what did not, and decides the exit code.
#[derive(Debug, Default)]
pub(super) struct Tally {
    done: u32,
    failed: u32,
    person: bool,
}

impl Tally {
    /// Counts one.
    pub fn add(&mut self, ended: Result<(), Exit>) {
        match ended {
            Ok(()) => self.done += 1,
            Err(exit) => {
                self.failed += 1;
                self.person |= exit == Exit::Person;
            }
        }
    }

    /// A person to act wins over a part; a part over nothing.
    pub fn exit(&self) -> Exit {
        match (self.failed, self.done) {
            _ if self.person => Exit::Person,
            (0, _) => Exit::Done,
            (_, 0) => Exit::Failed,
            _ => Exit::Part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_tells_all_part_nothing_or_a_person() {
        let exit = |ends: &[Result<(), Exit>]| {
            let mut tally = Tally::default();
            for end in ends {
                tally.add(*end);
            }
            tally.exit()
        };
        assert_eq!(exit(&[]), Exit::Done);
        assert_eq!(exit(&[Ok(())]), Exit::Done);
        assert_eq!(exit(&[Ok(()), Err(Exit::Failed)]), Exit::Part);
        assert_eq!(exit(&[Err(Exit::Failed)]), Exit::Failed);
        assert_eq!(exit(&[Ok(()), Err(Exit::Person), Err(Exit::Failed)]), Exit::Person);
    }
}
