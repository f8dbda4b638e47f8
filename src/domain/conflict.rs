//! Why the file refuses something now. The person reads it in their language, by its code; a log reads it in English.

use super::coded;

coded! {
    /// Why something can't be done now.
    Conflict {
        /// Something is still delegated to the contact.
        Delegated = "delegated",
        /// What was done has left for the network.
        Left = "left",
        /// It leaves by itself, and would be out twice.
        Leaves = "leaves",
        /// The row was changed since.
        ChangedSince = "changed-since",
        /// The brand is on hold.
        OnHold = "on-hold",
        /// There is no text.
        Blank = "blank",
        /// A validation is passed over only with a reason.
        NoReason = "no-reason",
        /// The account is kept by hand, or its network has no id for this.
        Manual = "manual",
        /// No answer of ours is out.
        NoAnswer = "no-answer",
        /// A file of that name exists.
        Exists = "exists",
        /// Something of that name is there.
        NameTaken = "name-taken",
        /// The two belong to different brands.
        OtherBrand = "other-brand",
        /// Something to the person is on its way to the network.
        OnItsWay = "on-its-way",
        /// The step does not follow the arrows of a delivery.
        NoSuchArrow = "no-such-arrow",
        /// The rule lacks something that it needs.
        Flawed = "flawed",
    }
}

impl Conflict {
    /// The reason in plain words, for a log and for the detail of a trouble.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Delegated => "messages are still delegated to this contact",
            Self::Left => "it has already left for the network",
            Self::Leaves => "it leaves by itself: take it out of the programme first",
            Self::ChangedSince => "it was changed since",
            Self::OnHold => "the brand is on hold",
            Self::Blank => "there is no text",
            Self::NoReason => "passing over needs a reason",
            Self::Manual => "the account is kept by hand",
            Self::NoAnswer => "no answer of ours is out",
            Self::Exists => "a file of that name exists",
            Self::NameTaken => "that name is taken",
            Self::OtherBrand => "they belong to different brands",
            Self::OnItsWay => "an answer to this person is on its way: wait until it has left, or take it back",
            Self::NoSuchArrow => "a delivery does not go that way",
            Self::Flawed => "the rule lacks something, or another bears its name",
        }
    }

    /// The conflict that these words tell.
    #[must_use]
    pub fn told(words: &str) -> Option<Self> {
        Self::ALL.iter().find(|conflict| conflict.words() == words).copied()
    }
}
