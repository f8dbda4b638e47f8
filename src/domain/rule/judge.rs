//! The judge: the rules of a brand made ready once, then each message held against them.
//!
//! Never fails and never panics, whatever the text is. Decides nothing: what comes out is a proposal.

use super::look::{is_only, length};
use super::{By, HowMany, Only, Proposal, Proposes, Rule};
use crate::domain::account::Network;
use crate::domain::fold::{fold, spaced};
use crate::domain::message::Channel;
use std::cell::OnceCell;

/// What is known of a message when it is judged.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// What it says.
    pub text: &'a str,
    /// The network it came by.
    pub network: Network,
    /// How it came.
    pub channel: Channel,
    /// Whether it is the first message of its author; says nothing where no rule asks ([`Judge::asks_person`]).
    pub new_person: bool,
}

/// The rules in use, ready to judge many messages.
#[derive(Debug, Clone, Default)]
pub struct Judge {
    rules: Vec<Ready>,
}

/// A rule with its keywords folded.
#[derive(Debug, Clone)]
struct Ready {
    by: By,
    keywords: Vec<Keyword>,
    how_many: HowMany,
    only: Option<Only>,
    longer: Option<u32>,
    shorter: Option<u32>,
    new_person: bool,
    network: Option<Network>,
    channel: Option<Channel>,
    proposes: Proposes,
}

/// A keyword as it is looked for.
#[derive(Debug, Clone)]
enum Keyword {
    /// Words in a row, between spaces.
    Words(String),
    /// Signs, wherever they stand.
    Signs(String),
}

/// A text with what is made of it at the first need.
struct Reading<'a> {
    facts: Facts<'a>,
    words: OnceCell<String>,
    folded: OnceCell<String>,
    length: OnceCell<usize>,
}

impl Judge {
    /// Makes the rules that are in use ready, in their order. One that lacks something is left out.
    #[must_use]
    pub fn new<'r>(rules: impl IntoIterator<Item = &'r Rule>) -> Self {
        let mut active: Vec<&Rule> = rules.into_iter().filter(|rule| rule.active && rule.fault().is_none()).collect();
        active.sort_by_key(|rule| (rule.place, rule.id));
        Self { rules: active.into_iter().map(Ready::new).collect() }
    }

    /// Makes one rule ready, in use or not: to try it.
    #[must_use]
    pub fn of(rule: &Rule) -> Self {
        Self::new([&Rule { active: true, ..rule.clone() }])
    }

    /// Whether there is nothing to hold messages against.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether a rule asks if the author is new.
    #[must_use]
    pub fn asks_person(&self) -> bool {
        self.rules.iter().any(|rule| rule.new_person)
    }

    /// What the rules propose for a message. Of several, the first to propose a thing is heard.
    #[must_use]
    pub fn propose(&self, facts: Facts<'_>) -> Option<Proposal> {
        let reading = Reading { facts, words: OnceCell::new(), folded: OnceCell::new(), length: OnceCell::new() };
        let mut proposal = Proposal { rules: Vec::new(), kind: None, tone: None, labels: Vec::new(), urgent: false, close: false };
        for rule in self.rules.iter().filter(|rule| rule.fits(&reading)) {
            if add(&mut proposal, &rule.proposes) {
                proposal.rules.push(rule.by.clone());
            }
        }
        (!proposal.is_empty()).then_some(proposal)
    }
}

/// Adds what is not proposed yet. Gives whether something was.
fn add(proposal: &mut Proposal, more: &Proposes) -> bool {
    let before = proposal.clone();
    proposal.kind = proposal.kind.or(more.kind);
    proposal.tone = proposal.tone.or(more.tone);
    proposal.urgent |= more.urgent;
    proposal.close |= more.close;
    if let Some(label) = &more.label
        && !proposal.labels.iter().any(|known| fold(known.as_str()) == fold(label.as_str()))
    {
        proposal.labels.push(label.clone());
    }
    *proposal != before
}

impl Ready {
    fn new(rule: &Rule) -> Self {
        let conditions = &rule.conditions;
        Self {
            by: By { id: rule.id, name: rule.name.clone() },
            keywords: conditions.keywords.iter().map(|keyword| Keyword::new(keyword.as_str())).collect(),
            how_many: conditions.how_many,
            only: conditions.only,
            longer: conditions.longer,
            shorter: conditions.shorter,
            new_person: conditions.new_person,
            network: conditions.network,
            channel: conditions.channel,
            proposes: rule.proposes.clone(),
        }
    }

    /// Whether all its conditions hold; what is quickly known is asked first.
    fn fits(&self, reading: &Reading<'_>) -> bool {
        let facts = &reading.facts;
        self.network.is_none_or(|network| network == facts.network)
            && self.channel.is_none_or(|channel| channel == facts.channel)
            && (!self.new_person || facts.new_person)
            && self.only.is_none_or(|only| is_only(facts.text, only))
            && self.longer.is_none_or(|over| reading.length() > over as usize)
            && self.shorter.is_none_or(|under| reading.length() < under as usize)
            && self.holds_keywords(reading)
    }

    fn holds_keywords(&self, reading: &Reading<'_>) -> bool {
        match self.how_many {
            _ if self.keywords.is_empty() => true,
            HowMany::Any => self.keywords.iter().any(|keyword| reading.holds(keyword)),
            HowMany::All => self.keywords.iter().all(|keyword| reading.holds(keyword)),
        }
    }
}

impl Keyword {
    fn new(text: &str) -> Self {
        let words = spaced(text);
        // Emoji and punctuation are no words: they are looked for as they are.
        if words.trim().is_empty() { Self::Signs(fold(text)) } else { Self::Words(words) }
    }
}

impl Reading<'_> {
    fn holds(&self, keyword: &Keyword) -> bool {
        match keyword {
            Keyword::Words(wanted) => self.words.get_or_init(|| spaced(self.facts.text)).contains(wanted.as_str()),
            Keyword::Signs(wanted) => self.folded.get_or_init(|| fold(self.facts.text)).contains(wanted.as_str()),
        }
    }

    fn length(&self) -> usize {
        *self.length.get_or_init(|| length(self.facts.text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Conditions, keywords};
    use super::*;
    use crate::domain::message::{MessageKind, Tone};
    use crate::domain::text::SafeText;
    use crate::domain::{BrandId, RuleId};
    use proptest::prelude::*;

    fn rule(id: i64, name: &str, conditions: Conditions, proposes: Proposes) -> Rule {
        Rule { id: RuleId(id), place: id, name: name.into(), conditions, proposes, ..Rule::new(BrandId(1)) }
    }

    fn words_of(typed: &str, how_many: HowMany) -> Conditions {
        Conditions { keywords: keywords(typed), how_many, ..Conditions::default() }
    }

    fn kind(kind: MessageKind) -> Proposes {
        Proposes { kind: Some(kind), ..Proposes::default() }
    }

    fn facts(text: &str) -> Facts<'_> {
        Facts { text, network: Network::Mastodon, channel: Channel::Mention, new_person: false }
    }

    fn fits(conditions: Conditions, facts: Facts<'_>) -> bool {
        Judge::new(&[rule(1, "x", conditions, kind(MessageKind::Spam))]).propose(facts).is_some()
    }

    #[test]
    fn keywords_are_whole_words_whatever_their_accents_and_case() {
        let any = || words_of("arnaque, pas reçu, 🔥", HowMany::Any);
        for text in ["ARNAQUE !", "c’est de l’arnaque", "Toujours pas  RECU…", "trop 🔥🔥"] {
            assert!(fits(any(), facts(text)), "{text}");
        }
        for text in ["arnaqueur", "pas encore reçu", "", "pasrecu"] {
            assert!(!fits(any(), facts(text)), "{text}");
        }
        let all = || words_of("colis, perdu", HowMany::All);
        assert!(fits(all(), facts("perdu, mon colis")));
        assert!(!fits(all(), facts("mon colis")));
    }

    #[test]
    fn all_conditions_must_hold() {
        let conditions = || Conditions {
            only: Some(Only::Link),
            new_person: true,
            network: Some(Network::Mastodon),
            channel: Some(Channel::Mention),
            shorter: Some(40),
            longer: Some(5),
            ..Conditions::default()
        };
        let good = Facts { new_person: true, ..facts("https://gain.example") };
        assert!(fits(conditions(), good));
        assert!(!fits(conditions(), Facts { new_person: false, ..good }));
        assert!(!fits(conditions(), Facts { network: Network::Bluesky, ..good }));
        assert!(!fits(conditions(), Facts { channel: Channel::Direct, ..good }));
        assert!(!fits(conditions(), Facts { text: "https://gain.example/et-bien-d-autres-choses-encore", ..good }));
        assert!(!fits(conditions(), Facts { text: "👏", ..good }));
    }

    #[test]
    fn the_first_to_propose_a_thing_is_heard_and_others_add_to_it() {
        let complaint = Proposes { tone: Some(Tone::Negative), label: Some("SAV".into()), ..kind(MessageKind::Complaint) };
        let spam = Proposes { close: true, label: Some("sav".into()), ..kind(MessageKind::Spam) };
        let urgent = Proposes { urgent: true, label: Some("presse".into()), ..Proposes::default() };
        let mute = Proposes { tone: Some(Tone::Positive), ..Proposes::default() };
        let on = |typed| words_of(typed, HowMany::Any);
        let mut rules = vec![
            rule(2, "deux", on("a"), spam),
            rule(1, "un", on("a"), complaint),
            rule(3, "trois", on("a"), mute),
            rule(4, "quatre", on("a"), urgent),
        ];
        let proposal = Judge::new(&rules).propose(facts("a")).expect("a proposal");
        assert_eq!((proposal.kind, proposal.tone, proposal.close), (Some(MessageKind::Complaint), Some(Tone::Negative), true));
        assert_eq!(proposal.labels, ["SAV".into(), SafeText::from("presse")]);
        assert_eq!(proposal.by(), "un · deux · quatre", "the third adds nothing");
        assert_eq!(proposal.rank(), -3);
        rules[1].active = false;
        assert_eq!(Judge::new(&rules).propose(facts("a")).and_then(|proposal| proposal.kind), Some(MessageKind::Spam));
        assert!(Judge::new(&[]).is_empty());
        assert!(!Judge::of(&rules[1]).is_empty(), "one that is switched off can be tried");
    }

    #[test]
    fn a_rule_that_lacks_something_is_about_no_message() {
        let none = rule(1, "x", Conditions::default(), kind(MessageKind::Spam));
        assert!(Judge::new(&[none]).is_empty());
    }

    proptest! {
        #[test]
        fn no_text_and_no_keyword_makes_it_fail(text in any::<String>(), typed in any::<String>(), over in 0_u32..50) {
            let text = SafeText::clean(&text);
            for only in [None, Some(Only::Link), Some(Only::Emoji)] {
                let conditions = Conditions { keywords: keywords(&typed), only, longer: Some(over), ..Conditions::default() };
                let all = Conditions { how_many: HowMany::All, ..conditions.clone() };
                let rules = [rule(1, "x", conditions, kind(MessageKind::Spam)), rule(2, "y", all, kind(MessageKind::Praise))];
                let judge = Judge::new(&rules);
                prop_assert_eq!(judge.propose(facts(text.as_str())), judge.propose(facts(text.as_str())));
            }
        }

        #[test]
        fn a_text_holds_each_of_its_own_words(text in "\\PC{1,40}") {
            let text = SafeText::clean(&text);
            for typed in text.as_str().split_whitespace().filter(|word| word.len() < 100 && !word.contains([',', ';'])) {
                prop_assert!(fits(words_of(typed, HowMany::All), facts(text.as_str())), "{:?} in {:?}", typed, text);
            }
        }
    }
}
