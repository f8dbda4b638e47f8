//! Work for the file that is about rules and what they propose, and its replies.

use super::Moment;
use crate::domain::message::Message;
use crate::domain::query::Key;
use crate::domain::rule::Rule;
use crate::domain::{BrandId, MessageId, RuleId, SweepId};

/// How many of the newest messages a rule is tried on.
pub const TRIED: u16 = 500;

/// Work for the file. Each is one transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleJob {
    /// The rules of a brand, in their order → [`RuleReply::List`].
    List(BrandId),
    /// Writes a rule; id 0 makes a new one → [`RuleReply::Changed`].
    Save(Box<Rule>, Moment),
    /// Writes several new rules as one act → [`RuleReply::Changed`].
    Add(Vec<Rule>, Moment),
    /// Removes a rule → [`RuleReply::Changed`].
    Remove(RuleId, Moment),
    /// Moves a rule one place up (`true`) or down → [`RuleReply::Changed`].
    Step(RuleId, bool, Moment),
    /// What a rule alone would propose for so many of the newest messages; changes nothing → [`RuleReply::Tried`].
    Try(Box<Rule>, u16),
    /// Holds the next open messages against the rules → [`RuleReply::Proposed`].
    Propose(BrandId, From),
    /// The CM takes (`take`) what is proposed, or leaves it → [`crate::app::event::Reply::Decided`].
    Settle {
        /// Which messages; those without a proposal are left alone.
        messages: Vec<MessageId>,
        /// Whether it is taken.
        take: bool,
        /// When.
        at: Moment,
        /// Within which sweep: a close that is taken counts there.
        sweep: Option<SweepId>,
    },
}

impl RuleJob {
    /// Whether it changes the file.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Try(..))
    }
}

/// From where open messages are held against the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// From the first one, if the rules changed and a pass was never ended since.
    Unfinished,
    /// From the first one.
    Start,
    /// After this place in the list.
    After(Key),
}

/// The file's reply.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleReply {
    /// The rules of a brand.
    List(Vec<Rule>),
    /// The rules of a brand after a change: what they propose is to be looked at again.
    Changed(Vec<Rule>),
    /// What a rule would have proposed.
    Tried(Box<Trial>),
    /// How far the open messages are held against the rules.
    Proposed(Progress),
}

/// What a rule would have proposed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trial {
    /// How many messages were looked at.
    pub looked: u32,
    /// Those it is about, newest first, each with what would be proposed; texts hold their first 400 bytes.
    pub found: Vec<Message>,
}

/// How far the open messages of a brand are held against its rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The brand.
    pub brand: BrandId,
    /// Messages looked at now.
    pub looked: u32,
    /// Messages for which something else is proposed now.
    pub changed: u32,
    /// Where it goes on; `None` at the end.
    pub next: Option<Key>,
}
