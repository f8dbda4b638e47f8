//! How rules and what they propose are said, and the rules that Ronde offers ready-made.

use crate::domain::BrandId;
use crate::domain::account::Network;
use crate::domain::message::{MessageKind, Tone};
use crate::domain::rule::{Conditions, HowMany, Only, Proposal, Proposes, Rule, keywords};
use crate::domain::text::SafeText;
use crate::lang::{Text, Voice};

/// Several texts as one, with commas.
#[must_use]
pub fn list(texts: impl IntoIterator<Item = Text>) -> Text {
    let joined = texts.into_iter().reduce(|one, more| Text::new("rule-and").and("one", one).and("more", more));
    joined.unwrap_or_else(|| Text::new("rule-nothing"))
}

/// What a message must be like.
#[must_use]
pub fn conditions(conditions: &Conditions) -> Text {
    let Conditions { keywords, how_many, only, longer, shorter, new_person, network, channel } = conditions;
    let words = keywords.iter().map(SafeText::as_str).collect::<Vec<_>>().join(", ");
    let with_words = |id: &'static str| Text::new(id).with("words", &words);
    let mut all = Vec::new();
    if !keywords.is_empty() {
        all.push(match how_many {
            HowMany::Any if keywords.len() > 1 => with_words("rule-if-any"),
            HowMany::All if keywords.len() > 1 => with_words("rule-if-all"),
            HowMany::Any | HowMany::All => with_words("rule-if-word"),
        });
    }
    all.extend(only.map(|only| Text::coded("rule-only", only.code())));
    all.extend(longer.map(|over| Text::new("rule-if-longer").count("count", over)));
    all.extend(shorter.map(|under| Text::new("rule-if-shorter").count("count", under)));
    if *new_person {
        all.push(Text::new("rule-if-new-person"));
    }
    all.extend(network.map(network_name));
    all.extend(channel.map(|channel| Text::coded("rule-channel", channel.code())));
    list(all)
}

/// The name of a network.
#[must_use]
pub fn network_name(network: Network) -> Text {
    match network {
        Network::Other => Text::new("rule-network-other"),
        named => Text::new("rule-name").with("name", named.name()),
    }
}

fn things(kind: Option<MessageKind>, tone: Option<Tone>, labels: &[SafeText], urgent: bool, close: bool) -> Text {
    let mut all = Vec::new();
    all.extend(kind.map(|kind| Text::coded("kind", kind.code())));
    all.extend(tone.map(|tone| Text::coded("tone", tone.code())));
    all.extend(labels.iter().map(|label| Text::new("rule-label").with("label", label)));
    if urgent {
        all.push(Text::new("inbox-raised"));
    }
    if close {
        all.push(Text::new("rule-close"));
    }
    list(all)
}

/// What a rule proposes.
#[must_use]
pub fn proposes(proposes: &Proposes) -> Text {
    things(proposes.kind, proposes.tone, proposes.label.as_slice(), proposes.urgent, proposes.close)
}

/// What is proposed for a message.
#[must_use]
pub fn proposal(proposal: &Proposal) -> Text {
    things(proposal.kind, proposal.tone, &proposal.labels, proposal.urgent, proposal.close)
}

/// What is proposed, in the word or two that a row of the list has room for.
#[must_use]
pub fn short(proposal: &Proposal) -> Text {
    let first = match (proposal.kind, proposal.close, proposal.urgent, proposal.tone) {
        (Some(kind), ..) => Text::coded("kind", kind.code()),
        (None, true, ..) => Text::new("rule-close"),
        (None, false, true, _) => Text::new("inbox-raised"),
        (None, false, false, Some(tone)) => Text::coded("tone", tone.code()),
        (None, false, false, None) => Text::new("rule-name").with("name", proposal.labels.first().cloned().unwrap_or_default()),
    };
    Text::new("rule-perhaps").and("what", first)
}

/// The rules that Ronde offers, said in a language: none is in use before the CM took it.
#[must_use]
pub fn ready(voice: Voice<'_>, brand: BrandId) -> Vec<Rule> {
    let kind = |kind| Proposes { kind: Some(kind), ..Proposes::default() };
    let complaint = Proposes { tone: Some(Tone::Negative), ..kind(MessageKind::Complaint) };
    let spam = Proposes { close: true, ..kind(MessageKind::Spam) };
    let words = |typed: String| Conditions { keywords: keywords(&typed), ..Conditions::default() };
    let only = |only| Conditions { only: Some(only), ..Conditions::default() };
    let rule = |name: String, conditions, proposes| Rule { name: SafeText::line(&name), conditions, proposes, ..Rule::new(brand) };
    let danger = Proposes { urgent: true, ..complaint.clone() };
    vec![
        rule(voice.t("rule-ready-danger"), words(voice.t("rule-ready-danger-words")), danger),
        rule(voice.t("rule-ready-complaint"), words(voice.t("rule-ready-complaint-words")), complaint),
        rule(voice.t("rule-ready-spam"), words(voice.t("rule-ready-spam-words")), spam.clone()),
        rule(voice.t("rule-ready-link"), only(Only::Link), spam),
        rule(voice.t("rule-ready-emoji"), only(Only::Emoji), Proposes { close: true, ..kind(MessageKind::Praise) }),
        rule(voice.t("rule-ready-purchase"), words(voice.t("rule-ready-purchase-words")), kind(MessageKind::Purchase)),
    ]
}
