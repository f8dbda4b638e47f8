//! The vocabulary of Ronde: what a brand, a message, a sweep, a post and a delivery are.
//!
//! Pure values and rules. Nothing here reads a clock, a file, a network or a setting.

pub mod account;
pub mod brand;
pub mod brief;
pub mod charter;
pub mod conflict;
pub mod contact;
pub mod conversation;
pub mod count;
pub mod delivery;
pub mod facts;
pub mod file;
pub mod fit;
pub mod fold;
pub mod highlight;
pub mod holiday;
pub mod hours;
pub mod journal;
pub mod label;
pub mod language;
pub mod message;
pub mod metric;
pub mod pasted;
pub mod person;
pub mod placeholder;
pub mod post;
pub mod promise;
pub mod query;
pub mod reaction;
pub mod reading;
pub mod refusal;
pub mod report;
pub mod rule;
pub mod saved_reply;
pub mod saved_view;
pub mod suggest;
pub mod sweep;
pub mod text;
pub mod thread;
pub mod time;
pub mod today;

/// Declares an id: a row number that can't be taken for that of another table.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim_start_matches('#').parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A brand.
    BrandId,
    /// An account of a brand.
    AccountId,
    /// A message that somebody wrote to the brand.
    MessageId,
    /// A person who wrote to the brand.
    PersonId,
    /// A contact whom the CM works with.
    ContactId,
    /// A sweep.
    SweepId,
    /// A post of the brand, with its variants.
    PostId,
    /// One account's variant of a post.
    VariantId,
    /// An outgoing act.
    DeliveryId,
    /// A saved reply.
    SavedReplyId,
    /// A line of the journal.
    EntryId,
    /// Something kept for the report.
    HighlightId,
    /// A rule that proposes.
    RuleId,
    /// A label of a brand.
    LabelId,
    /// A view that the CM named.
    ViewId,
    /// What a contact was asked about a message.
    BriefId,
    /// Something promised to a person.
    PromiseId,
}

/// Declares an enum whose values have one stable code each: the word that the file, the commands
/// and `--json` use.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $(#[doc = concat!("`", $code, "`.")] $(#[$vdoc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order in which screens list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word for this value in the file, in commands and in `--json`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code, if there is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded;
