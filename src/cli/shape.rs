//! The JSON shapes: stable names, chosen for those who write scripts, apart from our own types.
//!
//! A name is never given another meaning; a new one may be added. `ronde help json` shows them all.

use crate::app::event::Row;
use crate::domain::account::{Account, Standing};
use crate::domain::brand::Brand;
use crate::domain::brief::Brief;
use crate::domain::contact::Contact;
use crate::domain::delivery::{Delivery, Journey};
use crate::domain::message::{Message, MessageState};
use crate::domain::post::{ApprovalOf, Post};
use crate::domain::reading::Reading;
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Proposal, Rule};
use crate::domain::saved_reply::SavedReply;
use crate::domain::thread;
use serde_json::{Value, json};

/// A brand.
pub(super) fn brand(brand: &Brand) -> Value {
    let hours = &brand.hours;
    json!({
        "id": brand.id, "name": brand.name, "colour": brand.colour, "zone": brand.zone,
        "opens": hours.opens.format("%H:%M").to_string(), "closes": hours.closes.format("%H:%M").to_string(),
        "weekdays": (1..=7).zip(hours.weekdays).filter(|(_, works)| *works).map(|(day, _)| day).collect::<Vec<u8>>(),
        "sweeps_per_day": brand.sweeps_per_day, "reports_to": brand.reports_to,
        "validates_alone": brand.validates_alone, "on_hold": brand.on_hold,
    })
}

/// A saved reply.
pub(super) fn saved_reply(reply: &SavedReply) -> Value {
    json!({"id": reply.id, "brand": reply.brand, "name": reply.name, "language": reply.language, "text": reply.text})
}

/// An account; never its secret.
pub(super) fn account(account: &Account) -> Value {
    let until = if let Standing::Limited { until } = account.standing { Some(until) } else { None };
    json!({
        "id": account.id, "brand": account.brand, "network": account.network, "access": account.access,
        "handle": account.handle, "server": account.server, "software": account.capabilities.server,
        "can": account.capabilities.can, "limit": account.capabilities.count.limit,
        "standing": standing(account), "until": until,
    })
}

/// The stable word for how an account stands.
pub(super) const fn standing(account: &Account) -> &'static str {
    match account.standing {
        Standing::Well => "well",
        Standing::Expired => "expired",
        Standing::Limited { .. } => "limited",
    }
}

/// A contact.
pub(super) fn contact(contact: &Contact) -> Value {
    json!({
        "id": contact.id, "brand": contact.brand, "name": contact.name, "role": contact.role, "email": contact.email,
        "validates": contact.validates, "receives_reports": contact.receives_reports,
    })
}

/// A row of the inbox.
pub(super) fn row(row: &Row) -> Value {
    let mut value = message(&row.message);
    value["draft"] = row.draft.into();
    value
}

/// A message.
pub(super) fn message(message: &Message) -> Value {
    let contact = if let MessageState::Delegated { contact, .. } = message.state { Some(contact) } else { None };
    json!({
        "id": message.id, "account": message.account, "person": message.person, "author": message.author, "handle": message.handle,
        "text": message.text, "channel": message.channel, "visibility": message.visibility, "kind": message.kind,
        "tone": message.tone, "urgent": message.urgent, "filtered": message.filtered, "earlier": message.earlier,
        "state": message.state.name(), "contact": contact, "comes_back": message.state.comes_back(),
        "url": message.url, "at": message.at, "answered_at": message.answered_at, "deadline": message.deadline,
        "labels": message.labels, "proposal": message.proposal.as_ref().map(proposal),
    })
}

/// What the rules propose for a message.
fn proposal(proposal: &Proposal) -> Value {
    let rules: Vec<&str> = proposal.rules.iter().map(|rule| rule.name.as_str()).collect();
    json!({
        "rules": rules, "kind": proposal.kind, "tone": proposal.tone, "labels": proposal.labels, "urgent": proposal.urgent,
        "close": proposal.close,
    })
}

/// A rule.
pub(super) fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id, "brand": rule.brand, "name": rule.name, "active": rule.active, "conditions": rule.conditions,
        "proposes": rule.proposes,
    })
}

/// What a contact was asked about a message; its words stand beside it.
pub(super) fn brief(brief: &Brief) -> Value {
    json!({
        "id": brief.id, "message": brief.message, "contact": brief.contact, "asked": brief.asked, "at": brief.at, "due": brief.due,
        "chased": brief.chased, "answer": brief.answer, "answered": brief.answered,
    })
}

/// A delivery.
pub(super) fn delivery(delivery: &Delivery) -> Value {
    let (url, why) = match &delivery.journey {
        Journey::Done { url, .. } => (url.as_ref(), None),
        Journey::Refused { why } => (None, Some(Refusal::from_words(why).map_or_else(|| why.to_string(), |refusal| refusal.code()))),
        Journey::Held { .. } | Journey::Queued | Journey::Sending { .. } | Journey::Unknown { .. } | Journey::TakenBack => (None, None),
    };
    json!({
        "id": delivery.id, "account": delivery.account, "act": delivery.act.code(), "text": delivery.act.text(),
        "stage": delivery.journey.stage(), "due": delivery.due, "not_before": delivery.not_before, "attempts": delivery.attempts,
        "message": delivery.message, "part": delivery.place.part, "parts": delivery.place.of,
        "after": delivery.place.after.as_ref().map(|before| before.id), "url": url, "why": why,
    })
}

/// A post with its variants and validations.
pub(super) fn post(post: &Post) -> Value {
    let variants: Vec<Value> = post
        .variants
        .iter()
        .map(|variant| {
            let text = post.text_of(variant);
            json!({"id": variant.id, "account": variant.account, "text": text, "parts": thread::parts(text), "url": variant.url})
        })
        .collect();
    let approvals: Vec<Value> = post
        .approvals
        .iter()
        .map(|given| {
            json!({"of": given.of, "by": given.by, "at": given.at, "words": given.words, "passed_over": given.passed_over,
                "holds": post.approval(given.of) == Some(given)})
        })
        .collect();
    let media: Vec<Value> = post.media.iter().map(|media| json!({"path": media.path, "alt": media.alt})).collect();
    json!({
        "id": post.id, "brand": post.brand, "title": post.title, "text": post.text, "pillar": post.pillar, "note": post.note,
        "state": post.state, "day": post.day, "due": post.due, "needs": post.needs().map(ApprovalOf::code),
        "media": media, "variants": variants, "approvals": approvals,
    })
}

/// A reading.
pub(super) fn reading(reading: &Reading) -> Value {
    json!({
        "account": reading.account, "variant": reading.variant, "day": reading.day, "metric": reading.metric,
        "value": reading.value, "source": reading.source, "definition": reading.definition, "at": reading.at,
    })
}
