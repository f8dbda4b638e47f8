//! `ronde reply`: answers a message, at once, or held for the next `ronde publish`.

use super::failure::{Exit, Failure};
use super::outcome;
use super::session::{Session, reply};
use super::{input, publish, shape};
use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::app::inbox::closing::rough;
use crate::domain::account::{Ability, Access, Lack};
use crate::domain::charter::{Refusal, check_answer};
use crate::domain::message::StateName;
use crate::lang::{Text, format};
use serde_json::json;

/// Answers the message with this number.
pub(super) fn run(session: &mut Session<'_>, typed: &str, text: Option<&str>, hold: bool) -> Result<Exit, Failure> {
    let message = outcome::open(session, typed)?.message;
    let workspace = session.workspace()?;
    let account = workspace.accounts.iter().find(|account| account.id == message.account).ok_or_else(|| Failure::odd(&message.account))?;
    let by_hand = account.access == Access::Manual;
    if !by_hand {
        account.check(Ability::Reply).map_err(|lack| refuse(lack, account))?;
    }
    let text = input::text(text, &session.out)?;
    if text.is_blank() {
        return Err(Failure::usage(Text::new("cli-blank-text")));
    }
    if let Some(since) = message.deadline.map(|deadline| (session.now() - deadline).num_seconds()).filter(|since| *since >= 0) {
        let since = format::duration(session.out.lang(), rough(since));
        session.out.tell(&Text::new("closing-warning").with("network", account.network.name()).with("since", since));
    }
    let count = account.count_answer(text.as_str(), message.handle.as_str(), message.visibility);
    if let Some((bytes, most)) = count.bytes {
        return Err(Failure::failed(Text::new("cli-too-heavy").count("bytes", bytes).count("most", most)));
    }
    if count.over {
        return Err(Failure::failed(Text::new("cli-too-long").count("used", count.used).count("limit", count.limit)));
    }
    let brand = Session::brand_of(&workspace, message.brand)?;
    check_answer(text.as_str(), None, &brand, &workspace.brands).map_err(|refusal| refused(&refusal))?;
    let job = Job::Answer { message: message.id, text, at: session.now(), sweep: None, by_hand };
    let delivery = reply!(session, job, Reply::Answered { delivery, .. } => delivery);
    session.out.field("message", json!({"id": message.id, "state": StateName::Answered}));
    let Some(delivery) = delivery else {
        session.out.tell(&Text::new("cli-answer-noted").with("id", message.id));
        session.out.field("deliveries", [(); 0]);
        return Ok(Exit::Done);
    };
    if hold {
        session.out.tell(&Text::new("cli-answer-held").with("id", delivery.id));
        session.out.field("deliveries", [shape::delivery(&delivery)]);
        return Ok(Exit::Done);
    }
    // The hold of the screens gives time to take back; typing a command is decided already.
    if let Some(step) = delivery.release() {
        let now = session.now();
        reply!(session, Job::Advance(Box::new(step), now), Reply::Advanced(_) => ());
    }
    publish::round(session, &workspace, &[*delivery]).map(|round| round.exit)
}

/// Why a text may not leave in the brand's name.
pub(super) fn refused(refusal: &Refusal) -> Failure {
    Failure { code: "refused", ..Failure::failed(crate::app::refusal::of_answer(refusal)) }
}

/// Why an account can't do what is asked, and what to type.
pub(super) fn refuse(lack: Lack, account: &crate::domain::account::Account) -> Failure {
    match lack {
        Lack::Manual => Failure::failed(Text::new("cli-lack-manual").with("handle", &account.handle)),
        Lack::Expired => Failure::person(Text::new("cli-account-expired").with("handle", &account.handle))
            .todo(Text::new("cli-account-expired-todo").with("server", &account.server)),
        Lack::Server(ability) => {
            Failure::failed(Text::new("cli-lack-server").with("handle", &account.handle).with("ability", ability.code()))
        }
    }
}
