//! `ronde doctor`: looks at everything that must hold and says what to do where it does not. Repairs nothing.

use super::account;
use super::failure::{Exit, Failure, shown};
use super::session::{Session, reply};
use crate::app::effect::Job;
use crate::app::event::{Health, Reply};
use crate::config::Places;
use crate::domain::text::SafeText;
use crate::lang::Text;
use serde_json::json;

/// One thing that was looked at.
struct Finding {
    /// The stable word for it.
    check: &'static str,
    /// How it is: done, failed, or a person has to act.
    exit: Exit,
    /// What was seen.
    what: Text,
    /// What to do.
    todo: Option<Text>,
}

impl Finding {
    fn well(check: &'static str, what: Text) -> Self {
        Self { check, exit: Exit::Done, what, todo: None }
    }

    fn ill(check: &'static str, failure: Failure) -> Self {
        Self { check, exit: failure.exit, what: failure.what, todo: failure.todo }
    }
}

/// Looks at everything; a fault of one thing hides no other. `config` is how reading the config ended.
pub(super) fn run(session: &mut Session<'_>, config: Option<Failure>) -> Result<Exit, Failure> {
    let mut findings = vec![match config {
        Some(failure) => Finding::ill("config", failure),
        None if session.places.config.exists() => {
            Finding::well("config", Text::new("cli-doctor-config").with("file", shown(&session.places.config)))
        }
        None => Finding::well("config", Text::new("cli-doctor-no-config").with("file", shown(&session.places.config))),
    }];
    findings.push(clock(session));
    findings.push(Finding::well("log", Text::new("cli-doctor-log").with("file", shown(&session.places.log))));
    findings.extend(modes(&session.places));
    match session.job(Job::Check) {
        Ok(Reply::Health(health)) => {
            findings.push(file(&session.places, &health));
            findings.extend(accounts(session)?);
        }
        Ok(other) => return Err(Failure::odd(&other)),
        Err(failure) => findings.push(Finding::ill("file", failure)),
    }
    Ok(tell(session, &findings))
}

fn tell(session: &mut Session<'_>, findings: &[Finding]) -> Exit {
    let voice = session.out.voice();
    let mut shapes = Vec::new();
    for finding in findings {
        let sign = match finding.exit {
            Exit::Done => "ok",
            Exit::Person => "!!",
            Exit::Failed | Exit::Usage | Exit::Part => "--",
        };
        let (what, todo) = (voice.say(&finding.what), finding.todo.as_ref().map(|todo| voice.say(todo)));
        session.out.line(&format!("{sign}  {what}"));
        if let Some(todo) = &todo {
            session.out.line(&format!("    → {todo}"));
        }
        shapes.push(json!({"check": finding.check, "ok": finding.exit == Exit::Done, "what": what, "todo": todo}));
    }
    session.out.field("findings", shapes);
    let worst = findings.iter().map(|finding| finding.exit).max().unwrap_or(Exit::Done);
    // Several failures are one failure: only a person to act tells it apart.
    if worst == Exit::Usage || worst == Exit::Part { Exit::Failed } else { worst }
}

/// A clock that stands before this version was made is wrong: deliveries would leave at wrong hours.
fn clock(session: &Session<'_>) -> Finding {
    let now = session.now();
    let shown = now.format("%Y-%m-%d %H:%M UTC").to_string();
    let made = crate::domain::time::Day::from_ymd_opt(2026, 1, 1).expect("a day of the calendar");
    if now.date_naive() < made || now.date_naive() > made + chrono::Duration::days(365 * 50) {
        let failure = Failure::failed(Text::new("cli-doctor-clock-wrong").with("now", shown)).todo(Text::new("cli-doctor-clock-todo"));
        return Finding::ill("clock", failure);
    }
    Finding::well("clock", Text::new("cli-doctor-clock").with("now", shown))
}

fn file(places: &Places, health: &Health) -> Finding {
    let file = shown(&places.database);
    if let Some(damage) = health.damage.first() {
        let failure = Failure::failed(Text::new("cli-doctor-damaged").with("file", file).with("damage", SafeText::line(damage)));
        return Finding::ill("file", failure.todo(Text::new("cli-doctor-damaged-todo")));
    }
    if !health.index_ok || !health.counters.is_empty() {
        let failure = Failure::failed(Text::new("cli-doctor-counters").with("names", SafeText::line(&health.counters.join(", "))));
        return Finding::ill("file", failure.todo(Text::new("cli-doctor-damaged-todo")));
    }
    let text = Text::new("cli-doctor-file").with("file", file).count("messages", health.messages);
    Finding::well("file", text.with("sqlite", SafeText::line(&health.sqlite)).count("schema", health.schema))
}

/// The file and the secrets must be readable by their owner alone.
#[cfg(unix)]
fn modes(places: &Places) -> Vec<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mut findings = Vec::new();
    let mut own = vec![places.database.clone()];
    for end in ["-wal", "-shm"] {
        let mut name = places.database.clone().into_os_string();
        name.push(end);
        own.push(name.into());
    }
    own.push(places.secrets.clone());
    own.extend([places.log.clone(), crate::runtime::log::before(&places.log)]);
    for path in own {
        let Ok(meta) = std::fs::symlink_metadata(&path) else { continue };
        if meta.permissions().mode() & 0o077 != 0 {
            let failure = Failure::person(Text::new("cli-doctor-modes").with("file", shown(&path)));
            findings.push(Finding::ill("modes", failure.todo(Text::new("cli-doctor-modes-todo").with("file", shown(&path)))));
        }
    }
    if findings.is_empty() {
        findings.push(Finding::well("modes", Text::new("cli-doctor-modes-well")));
    }
    findings
}

#[cfg(not(unix))]
fn modes(_places: &Places) -> Vec<Finding> {
    Vec::new()
}

fn accounts(session: &mut Session<'_>) -> Result<Vec<Finding>, Failure> {
    let workspace = reply!(session, Job::Load, Reply::Workspace(workspace) => workspace);
    if workspace.brands.is_empty() {
        return Ok(vec![Finding { todo: Some(Text::new("cli-no-brand-todo")), ..Finding::well("brands", Text::new("cli-no-brand")) }]);
    }
    let mut findings = Vec::new();
    for known in &workspace.accounts {
        let (checked, failure) = account::check_one(session, known)?;
        findings.push(match failure {
            None if checked.access == crate::domain::account::Access::Manual => {
                Finding::well("account", Text::new("cli-doctor-manual").with("handle", &checked.handle))
            }
            None => Finding::well("account", Text::new("cli-account-well").with("handle", &checked.handle)),
            Some(failure) => {
                let todo = failure.todo.clone();
                let what = Text::new("cli-account-fails").with("handle", &known.handle).and("why", failure.what);
                Finding { check: "account", exit: failure.exit, what, todo }
            }
        });
    }
    Ok(findings)
}
