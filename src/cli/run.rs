//! `ronde run`: pulls and publishes again and again until it is stopped. Only one runs for a file.

use super::failure::{Exit, Failure};
use super::session::Session;
use super::{publish, pull};
use crate::app::event::Workspace;
use crate::domain::account::Account;
use crate::domain::time::{Moment, Zone};
use crate::lang::Text;
use chrono::Duration;
use std::fs::{File, TryLockError};

/// How often what is due is looked at, whatever the interval of pulls: half of what counts as late.
const LOOK: Duration = Duration::minutes(5);

/// Runs until a signal; `every` gives the minutes between two pulls.
pub(super) fn run(session: &mut Session<'_>, every: Option<u32>) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    session.brands(&workspace)?;
    let _lock = lock(session)?;
    session.world()?.listen()?;
    let every = Duration::minutes(i64::from(every.unwrap_or_else(|| usual(session))));
    session.world()?.log().start("ronde run");
    session.out.tell(&Text::new("cli-running").count("minutes", every.num_minutes()));
    let mut pull_at = session.now();
    let mut worst = Exit::Done;
    while !session.world()?.was_stopped() {
        // Loaded anew each time: the screens may have added an account meanwhile.
        let workspace = session.workspace()?;
        let now = session.now();
        if now >= pull_at {
            worst = worst.max(pull::round(session, &workspace, &accounts(session, &workspace)?)?);
            pull_at = session.now() + every;
        }
        let next = send(session, &mut worst)?;
        let now = session.now();
        let wake = next.unwrap_or(now + LOOK).clamp(now, (now + LOOK).min(pull_at.max(now)));
        session.world()?.wait((wake - now).to_std().unwrap_or_default());
    }
    session.world()?.log().stop("asked to");
    session.out.tell(&Text::new("cli-stopped"));
    Ok(worst)
}

/// The minutes of the config; where it asks for no fetch by itself, those of a fresh config.
fn usual(session: &Session<'_>) -> u32 {
    let minutes = if session.config.pull == 0 { crate::config::Config::default().pull } else { session.config.pull };
    u32::from(minutes)
}

/// Sends what is due and gives when something is to be sent next.
fn send(session: &mut Session<'_>, worst: &mut Exit) -> Result<Option<Moment>, Failure> {
    let workspace = session.workspace()?;
    let brands = session.brands(&workspace)?;
    let round = publish::round_of(session, &workspace, &brands)?;
    *worst = (*worst).max(round.exit);
    Ok(round.next)
}

fn accounts(session: &Session<'_>, workspace: &Workspace) -> Result<Vec<(Account, Zone)>, Failure> {
    let brands = session.brands(workspace)?;
    let zone = |account: &Account| brands.iter().find(|brand| brand.id == account.brand).map(|brand| brand.zone);
    Ok(workspace.accounts.iter().filter_map(|account| Some((account.clone(), zone(account)?))).collect())
}

/// Takes the lock that goes with the process, however it ends.
fn lock(session: &Session<'_>) -> Result<File, Failure> {
    let path = session.places.lock();
    let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(|error| Failure::file(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::failed(Text::new("cli-runs-already"))),
        Err(TryLockError::Error(error)) => Err(Failure::file(&path, &error)),
    }
}
