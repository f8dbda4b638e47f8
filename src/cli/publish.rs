//! `ronde publish`: sends what is due, says what is not clear, and takes the CM's word where only they can look.

use super::args::Publish;
use super::drive;
use super::failure::{Exit, Failure};
use super::pull::Tally;
use super::session::{Session, id, reply};
use super::shape;
use crate::app::courier::{Tiding, words};
use crate::app::effect::Job;
use crate::app::event::{Reply, Workspace};
use crate::app::{refusal, said_no};
use crate::domain::DeliveryId;
use crate::domain::account::{Account, Standing};
use crate::domain::brand::Brand;
use crate::domain::delivery::{Act, Delivery, Stage, Step};
use crate::domain::fit::{self, Misfit, Part};
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, Zone};
use crate::lang::Text;
use std::collections::BTreeMap;

/// Sends what is due, or says what would be sent.
pub(super) fn run(session: &mut Session<'_>, asked: &Publish) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    let brands = session.brands(&workspace)?;
    settle(session, asked)?;
    let chosen = chosen(session, &brands)?;
    if asked.dry_run {
        return Ok(rehearse(session, &workspace, &chosen));
    }
    round(session, &workspace, &chosen).map(|round| round.exit)
}

/// Sends what is due of `brands`.
pub(super) fn round_of(session: &mut Session<'_>, workspace: &Workspace, brands: &[Brand]) -> Result<Round, Failure> {
    let chosen = chosen(session, brands)?;
    round(session, workspace, &chosen)
}

fn chosen(session: &mut Session<'_>, brands: &[Brand]) -> Result<Vec<Delivery>, Failure> {
    let moving = moving(session)?;
    Ok(moving.into_iter().filter(|delivery| brands.iter().any(|brand| brand.id == delivery.brand)).collect())
}

/// Why a part of a post that would leave now does not fit its account any more, if it doesn't: a file may have gone since.
fn misfit(workspace: &Workspace, delivery: &Delivery, now: Moment) -> Option<Text> {
    let Act::Publish { text, media, .. } = &delivery.act else { return None };
    let leaves = matches!(delivery.step(now), Step::Release | Step::Send);
    let account = workspace.accounts.iter().find(|account| leaves && account.id == delivery.account)?;
    let part = Part { number: delivery.place.part, of: delivery.place.of };
    let checked = fit::part(account, text, part).and_then(|()| fit::media(media, account, &super::post::looks(media)));
    let misfit = checked.err().map(|fault| Misfit { account: account.id, fault })?;
    Some(refusal::of_misfit(&misfit, &workspace.accounts))
}

/// Writes down what the CM says of unclear and of late acts.
fn settle(session: &mut Session<'_>, asked: &Publish) -> Result<(), Failure> {
    let now = session.now();
    let mut jobs = Vec::new();
    for (typed, out) in asked.was_sent.iter().map(|id| (id, true)).chain(asked.not_sent.iter().map(|id| (id, false))) {
        jobs.push((typed, Job::Resolve(id(typed)?, out, now)));
    }
    for typed in &asked.allow_late {
        jobs.push((typed, Job::AllowLate(id(typed)?, now)));
    }
    for (typed, job) in jobs {
        let advanced = reply!(session, job, Reply::Advanced(advanced) => advanced);
        if advanced.is_none() {
            return Err(Failure::failed(Text::new("cli-not-there").with("id", super::session::clean(typed))));
        }
    }
    Ok(())
}

fn moving(session: &mut Session<'_>) -> Result<Vec<Delivery>, Failure> {
    Ok(reply!(session, Job::Moving, Reply::Deliveries(moving) => moving))
}

/// Says what would be sent now, and what waits.
fn rehearse(session: &mut Session<'_>, workspace: &Workspace, chosen: &[Delivery]) -> Exit {
    let now = session.now();
    let mut shapes = Vec::new();
    for delivery in chosen {
        let why = misfit(workspace, delivery, now);
        let would = if why.is_some() { "unfit" } else { would(workspace, delivery, now) };
        session.out.say(&line(workspace, delivery, &Text::coded("cli-would", would)));
        if let Some(why) = &why {
            session.out.warn(why);
        }
        let mut shape = shape::delivery(delivery);
        shape["would"] = would.into();
        shapes.push(shape);
    }
    if chosen.is_empty() {
        session.out.say(&Text::new("cli-nothing-to-send"));
    }
    session.out.field("dry_run", true);
    session.out.field("deliveries", shapes);
    Exit::Done
}

/// The word for what would be done with a delivery now.
fn would(workspace: &Workspace, delivery: &Delivery, now: Moment) -> &'static str {
    let on_hold = workspace.brands.iter().any(|brand| brand.id == delivery.brand && brand.on_hold);
    let account = workspace.accounts.iter().find(|account| account.id == delivery.account);
    match delivery.step(now) {
        Step::Wait(_) | Step::Follow | Step::Rest => "wait",
        _ if on_hold => "hold",
        Step::AskLate => "ask",
        Step::Release | Step::Send | Step::LookUp if account.is_none_or(|account| account.standing == Standing::Expired) => "expired",
        Step::Release | Step::Send => "send",
        Step::LookUp => "look-up",
    }
}

/// What one round of sending came to.
pub(super) struct Round {
    /// The exit code.
    pub exit: Exit,
    /// When something is to be sent next, as far as is known.
    pub next: Option<Moment>,
}

/// Sends the deliveries among `chosen` as far as they go, and tells what became of each.
pub(super) fn round(session: &mut Session<'_>, workspace: &Workspace, due: &[Delivery]) -> Result<Round, Failure> {
    let now = session.now();
    let mut fates: BTreeMap<DeliveryId, Fate> = BTreeMap::new();
    for delivery in due {
        if let Some(todo) = misfit(workspace, delivery, now) {
            fates.insert(delivery.id, Fate { delivery: delivery.clone(), code: "unfit", exit: Exit::Failed, todo: Some(todo) });
        }
    }
    let chosen: Vec<DeliveryId> = due.iter().map(|delivery| delivery.id).filter(|id| !fates.contains_key(id)).collect();
    let chosen = chosen.as_slice();
    if !chosen.is_empty() {
        session.out.progress(&Text::new("cli-sending").count("count", chosen.len() as u64));
    }
    let accounts = workspace.accounts.clone();
    let sent = drive::send(session.world()?, accounts, crate::runtime::clock::now, |id| chosen.contains(id));
    let mut tally = Tally::default();
    let mut expired = Vec::new();
    for tiding in sent.tidings {
        match fate(tiding, session.zone) {
            Heard::Of(fate) => {
                fates.insert(fate.delivery.id, *fate);
            }
            Heard::Expired(account) => expired.push(account),
            Heard::Stuck(failure) => {
                session.out.warn(&failure.what);
                tally.add(Err(failure.exit));
            }
        }
    }
    held_up(session, workspace, chosen, &mut fates)?;
    let mut shapes = Vec::new();
    for fate in fates.values() {
        let said = line(workspace, &fate.delivery, &Text::coded("cli-sent", fate.code));
        match fate.exit {
            Exit::Done => session.out.tell(&said),
            Exit::Failed | Exit::Usage | Exit::Part | Exit::Person => session.out.warn(&said),
        }
        if let Some(todo) = &fate.todo {
            session.out.warn(todo);
        }
        tally.add(if fate.exit == Exit::Done { Ok(()) } else { Err(fate.exit) });
        let mut shape = shape::delivery(&fate.delivery);
        shape["outcome"] = fate.code.into();
        shapes.push(shape);
    }
    for account in workspace.accounts.iter().filter(|account| expired.contains(&account.id)) {
        tell_expired(session, account);
    }
    for trouble in sent.troubles {
        let failure = Failure::of(&trouble, session.zone);
        session.out.warn(&failure.what);
        tally.add(Err(failure.exit));
    }
    if fates.is_empty() {
        session.out.tell(&Text::new("cli-nothing-to-send"));
    }
    session.out.field("deliveries", shapes);
    Ok(Round { exit: tally.exit(), next: sent.next })
}

fn tell_expired(session: &Session<'_>, account: &Account) {
    session.out.warn(&Text::new("cli-account-expired").with("handle", &account.handle));
    session.out.warn(&Text::new("cli-account-expired-todo").with("server", &account.server));
}

/// What became of one delivery.
struct Fate {
    delivery: Delivery,
    code: &'static str,
    exit: Exit,
    todo: Option<Text>,
}

enum Heard {
    Of(Box<Fate>),
    Expired(crate::domain::AccountId),
    Stuck(Failure),
}

fn fate(tiding: Tiding, zone: Zone) -> Heard {
    let (delivery, code, exit, todo) = match tiding {
        Tiding::Done(delivery) => (delivery, "done", Exit::Done, None),
        Tiding::Refused(delivery) => {
            let why =
                if let crate::domain::delivery::Journey::Refused { why } = &delivery.journey { why.clone() } else { SafeText::default() };
            let todo =
                Text::new(if said_no::is_ours(&why) { "cli-not-left-why" } else { "cli-refused-why" }).and("why", said_no::said(&why));
            (delivery, "refused", Exit::Failed, Some(todo))
        }
        Tiding::Unclear(delivery) | Tiding::AskPerson(delivery) => {
            let todo = Text::new("cli-unclear-todo").with("id", delivery.id);
            (delivery, "unclear", Exit::Person, Some(todo))
        }
        Tiding::Late(delivery) => {
            let todo = Text::new("cli-late-todo").with("id", delivery.id);
            (delivery, "late", Exit::Person, Some(todo))
        }
        Tiding::Waiting(delivery, trouble) => {
            let failure = Failure::of(&trouble, zone);
            (delivery, "waiting", failure.exit, Some(failure.what))
        }
        Tiding::Expired(account) => return Heard::Expired(account),
        Tiding::Stuck(trouble) => return Heard::Stuck(Failure::of(&trouble, zone)),
    };
    Heard::Of(Box::new(Fate { delivery: *delivery, code, exit, todo }))
}

/// Adds what is due but may not leave: its account waits for a person, or its brand is on hold.
fn held_up(
    session: &mut Session<'_>,
    workspace: &Workspace,
    chosen: &[DeliveryId],
    fates: &mut BTreeMap<DeliveryId, Fate>,
) -> Result<(), Failure> {
    let now = session.now();
    for delivery in moving(session)? {
        if !chosen.contains(&delivery.id) || fates.contains_key(&delivery.id) {
            continue;
        }
        let unclear = delivery.journey.stage() == Stage::Unknown;
        let (code, exit) = match would(workspace, &delivery, now) {
            _ if unclear => ("unclear", Exit::Person),
            "expired" => ("expired", Exit::Person),
            "hold" => ("hold", Exit::Done),
            _ => continue,
        };
        let todo = unclear.then(|| Text::new("cli-unclear-todo").with("id", delivery.id));
        fates.insert(delivery.id, Fate { delivery, code, exit, todo });
    }
    Ok(())
}

/// One delivery on one line: its number, what happened, which account, which words.
fn line(workspace: &Workspace, delivery: &Delivery, what: &Text) -> Text {
    let handle = workspace.accounts.iter().find(|account| account.id == delivery.account).map(|account| account.handle.clone());
    let words: String = words(delivery).as_str().chars().take(60).collect();
    Text::new("cli-delivery-line")
        .with("id", delivery.id)
        .and("what", what.clone())
        .and("act", Text::coded("cli-act", delivery.act.code()))
        .with("handle", handle.unwrap_or_default())
        .with("words", SafeText::line(&words))
}
