//! Rules: what a message must be like, and what is proposed for it then. A rule proposes, it never acts.
//!
//! [`Judge`] is the one place where messages are held against rules.

mod judge;
mod look;

pub use judge::{Facts, Judge};

use super::account::Network;
use super::fold;
use super::message::{Channel, MessageKind, Tone};
use super::text::SafeText;
use super::{BrandId, RuleId, coded};
use serde::{Deserialize, Serialize};

/// The most keywords of a rule.
pub const MOST_KEYWORDS: usize = 200;
/// The most bytes of a name, of a keyword and of a label.
pub const LONGEST: usize = 120;

coded! {
    /// How many of the keywords a message must hold.
    HowMany {
        /// One is enough.
        Any = "any",
        /// All of them.
        All = "all",
    }
}

coded! {
    /// What a message may be made of alone, besides names that it mentions.
    Only {
        /// Links, perhaps with emoji around them.
        Link = "link",
        /// Emoji.
        Emoji = "emoji",
    }
}

/// What a message must be like. All that is set must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Whole words, or several in a row; case and accents are folded.
    pub keywords: Vec<SafeText>,
    /// How many of them.
    pub how_many: HowMany,
    /// What it is made of alone.
    pub only: Option<Only>,
    /// More characters than this.
    pub longer: Option<u32>,
    /// Fewer characters than this.
    pub shorter: Option<u32>,
    /// The first message of its author.
    pub new_person: bool,
    /// The network it came by.
    pub network: Option<Network>,
    /// How it came.
    pub channel: Option<Channel>,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            keywords: Vec::new(),
            how_many: HowMany::Any,
            only: None,
            longer: None,
            shorter: None,
            new_person: false,
            network: None,
            channel: None,
        }
    }
}

impl Conditions {
    /// Whether nothing is asked: such a rule would be about every message.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { how_many: self.how_many, ..Self::default() }
    }
}

/// What a rule proposes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Proposes {
    /// What the message is.
    pub kind: Option<MessageKind>,
    /// Its tone.
    pub tone: Option<Tone>,
    /// A label, by its name.
    pub label: Option<SafeText>,
    /// To raise it to the top.
    pub urgent: bool,
    /// To close it without an answer.
    pub close: bool,
}

impl Proposes {
    /// Whether nothing is proposed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its row; 0 before it is stored.
    pub id: RuleId,
    /// The brand.
    pub brand: BrandId,
    /// Its place among the rules of the brand, the first one first; 0 puts a new one at the end.
    pub place: i64,
    /// Its name, one line.
    pub name: SafeText,
    /// What a message must be like.
    pub conditions: Conditions,
    /// What is proposed then.
    pub proposes: Proposes,
    /// Whether it is in use.
    pub active: bool,
}

coded! {
    /// What keeps a rule from being used.
    Flaw {
        /// It has no name.
        NoName = "no-name",
        /// Another rule of the brand bears its name.
        NameTaken = "name-taken",
        /// It asks nothing: it would be about every message.
        NoCondition = "no-condition",
        /// A keyword holds neither a letter nor a sign.
        EmptyKeyword = "empty-keyword",
        /// It has too many keywords, or a name, a keyword or a label is too long.
        TooLong = "too-long",
        /// No length is both over the one and under the other.
        NoLength = "no-length",
        /// It proposes nothing.
        NoProposal = "no-proposal",
    }
}

impl Rule {
    /// A rule with nothing in it yet.
    #[must_use]
    pub fn new(brand: BrandId) -> Self {
        Self {
            id: RuleId(0),
            brand,
            place: 0,
            name: SafeText::EMPTY,
            conditions: Conditions::default(),
            proposes: Proposes::default(),
            active: true,
        }
    }

    /// What keeps it from being used beside the `others` of its brand, if something does.
    #[must_use]
    pub fn flaw<'r>(&self, others: impl IntoIterator<Item = &'r Self>) -> Option<Flaw> {
        let name = fold::fold(self.name.as_str());
        let taken = |other: &Self| other.id != self.id && other.brand == self.brand && fold::fold(other.name.as_str()) == name;
        if self.name.is_blank() {
            Some(Flaw::NoName)
        } else if others.into_iter().any(taken) {
            Some(Flaw::NameTaken)
        } else {
            self.fault()
        }
    }

    /// What keeps it from being tried, whatever its name.
    #[must_use]
    pub fn fault(&self) -> Option<Flaw> {
        let Conditions { keywords, longer, shorter, .. } = &self.conditions;
        let label = self.proposes.label.as_ref();
        let long = |text: &SafeText| text.as_str().len() > LONGEST;
        if self.conditions.is_empty() {
            Some(Flaw::NoCondition)
        } else if keywords.iter().any(SafeText::is_blank) {
            Some(Flaw::EmptyKeyword)
        } else if keywords.len() > MOST_KEYWORDS || keywords.iter().chain(label).chain([&self.name]).any(long) {
            Some(Flaw::TooLong)
        } else if longer.zip(*shorter).is_some_and(|(over, under)| over.saturating_add(1) >= under) || *shorter == Some(0) {
            Some(Flaw::NoLength)
        } else if self.proposes.is_empty() || label.is_some_and(SafeText::is_blank) {
            Some(Flaw::NoProposal)
        } else {
            None
        }
    }
}

/// The rule that a proposal is by, as it was then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Its row.
    pub id: RuleId,
    /// Its name.
    pub name: SafeText,
}

/// What the rules propose for a message, until the CM takes it or leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// By which rules, in their order.
    pub rules: Vec<By>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<MessageKind>,
    /// Its tone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Labels, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<SafeText>,
    /// To raise it to the top.
    #[serde(default, skip_serializing_if = "is_false")]
    pub urgent: bool,
    /// To close it without an answer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub close: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Proposal {
    /// Whether nothing is left of it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.kind.is_none() && self.tone.is_none() && self.labels.is_empty() && !self.urgent && !self.close
    }

    /// Where it puts a message that waits: -3 among what was raised, -2 among complaints, 0 where it stands.
    #[must_use]
    pub fn rank(&self) -> i64 {
        match (self.urgent, self.kind) {
            (true, _) => -3,
            (false, Some(MessageKind::Complaint)) => -2,
            (false, _) => 0,
        }
    }

    /// What is left of it beside what the CM said: their tone and their raising come first.
    #[must_use]
    pub fn beside(mut self, tone: Tone, urgent: bool) -> Option<Self> {
        if tone != Tone::Unrated {
            self.tone = None;
        }
        self.urgent &= !urgent;
        (!self.is_empty()).then_some(self)
    }

    /// The names of its rules, as one text.
    #[must_use]
    pub fn by(&self) -> String {
        self.rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>().join(" · ")
    }
}

/// Keywords as typed, apart at commas, semicolons or line ends; what is typed twice is kept once.
#[must_use]
pub fn keywords(typed: &str) -> Vec<SafeText> {
    let mut found: Vec<SafeText> = Vec::new();
    for word in typed.split([',', ';', '\n']).map(SafeText::line).filter(|word| !word.is_blank()) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> Rule {
        let mut rule = Rule::new(BrandId(1));
        rule.name = "Réclamations".into();
        rule.conditions.keywords = keywords("arnaque, pas content");
        rule.proposes.kind = Some(MessageKind::Complaint);
        rule
    }

    #[test]
    fn a_rule_says_what_it_lacks() {
        assert_eq!(rule().flaw(&[]), None);
        let flaw = |change: &dyn Fn(&mut Rule)| {
            let mut changed = rule();
            change(&mut changed);
            changed.flaw(&[Rule { id: RuleId(9), name: "Autre".into(), ..rule() }])
        };
        assert_eq!(flaw(&|rule| rule.name = " ".into()), Some(Flaw::NoName));
        assert_eq!(flaw(&|rule| rule.name = "AUTRE".into()), Some(Flaw::NameTaken));
        assert_eq!(flaw(&|rule| rule.conditions = Conditions::default()), Some(Flaw::NoCondition));
        assert_eq!(flaw(&|rule| rule.conditions.keywords.push(" ".into())), Some(Flaw::EmptyKeyword));
        assert_eq!(flaw(&|rule| rule.conditions.keywords.push("a".repeat(200).into())), Some(Flaw::TooLong));
        assert_eq!(flaw(&|rule| rule.conditions.shorter = Some(0)), Some(Flaw::NoLength));
        assert_eq!(flaw(&|rule| (rule.conditions.longer, rule.conditions.shorter) = (Some(9), Some(10))), Some(Flaw::NoLength));
        assert_eq!(flaw(&|rule| rule.proposes = Proposes::default()), Some(Flaw::NoProposal));
    }

    #[test]
    fn keywords_are_typed_without_a_syntax() {
        assert_eq!(keywords(" arnaque,, pas  content ; arnaque,"), ["arnaque".into(), SafeText::from("pas content")]);
        assert!(keywords(" , ").is_empty());
    }

    #[test]
    fn what_was_stored_reads_back_and_what_is_left_out_is_not_proposed() {
        let proposal: Proposal = serde_json::from_str(r#"{"rules":[{"id":1,"name":"x"}],"kind":"complaint"}"#).expect("a proposal");
        assert_eq!((proposal.rank(), proposal.urgent, proposal.labels.len()), (-2, false, 0));
        assert_eq!(serde_json::to_string(&proposal).expect("JSON"), r#"{"rules":[{"id":1,"name":"x"}],"kind":"complaint"}"#);
        let rule: Conditions = serde_json::from_str("{}").expect("conditions");
        assert!(rule.is_empty());
    }
}
