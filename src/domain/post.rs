//! A post of the brand, its variants, the validations it was given and what may happen to it next.

use super::text::SafeText;
use super::thread;
use super::time::{Day, Moment};
use super::{AccountId, BrandId, PostId, VariantId, coded};
use serde::{Deserialize, Serialize};

coded! {
    /// Where a post stands on its way.
    PostState {
        /// Noted.
        Idea = "idea",
        /// Has a day in the plan.
        Planned = "planned",
        /// The plan is validated; text and media are being made.
        Drafting = "drafting",
        /// Waits for the validation of its content.
        InReview = "in-review",
        /// Its content is validated.
        Approved = "approved",
        /// Has a date and leaves by itself.
        Scheduled = "scheduled",
        /// Is out.
        Published = "published",
        /// Set aside.
        Archived = "archived",
    }
}

coded! {
    /// What a validation is about.
    ApprovalOf {
        /// The plan: subject and day.
        Plan = "plan",
        /// The content: text, media and date.
        Content = "content",
    }
}

/// A validation that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// What was validated.
    pub of: ApprovalOf,
    /// Who gave it.
    pub by: SafeText,
    /// When.
    pub at: Moment,
    /// In what words, or the reason for which it was passed over.
    pub words: SafeText,
    /// Whether it was passed over rather than given.
    pub passed_over: bool,
    /// The fingerprint of what was validated ([`Post::fingerprint`]); another one voids it.
    pub fingerprint: String,
    /// When an edit voided it, if one did.
    pub voided: Option<Moment>,
}

/// A file that goes with a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Where the file lies.
    pub path: SafeText,
    /// What it shows, for those who don't see it; may be empty.
    pub alt: SafeText,
}

/// What one account will publish of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Its row; 0 before it is stored.
    pub id: VariantId,
    /// The account.
    pub account: AccountId,
    /// The text; `None` takes that of the post.
    pub text: Option<SafeText>,
    /// Where it was published, once it is.
    pub url: Option<SafeText>,
    /// The network's id of it, once it is published.
    pub remote_id: Option<SafeText>,
}

/// Content of the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its row; 0 before it is stored.
    pub id: PostId,
    /// The brand.
    pub brand: BrandId,
    /// What the CM calls it, one line.
    pub title: SafeText,
    /// The text that every variant takes unless it has its own.
    pub text: SafeText,
    /// The files that go with it.
    pub media: Vec<Media>,
    /// The editorial pillar, may be empty.
    pub pillar: SafeText,
    /// Where it stands.
    pub state: PostState,
    /// The day it is planned for.
    pub day: Option<Day>,
    /// The instant it leaves.
    pub due: Option<Moment>,
    /// One for each account.
    pub variants: Vec<Variant>,
    /// The validations given, oldest first.
    pub approvals: Vec<Approval>,
    /// Notes that are never published.
    pub note: SafeText,
}

impl Post {
    /// The text that `variant` publishes.
    #[must_use]
    pub fn text_of<'a>(&'a self, variant: &'a Variant) -> &'a SafeText {
        variant.text.as_ref().unwrap_or(&self.text)
    }

    /// What a validation of `of` vouches for: any change to it gives another fingerprint.
    ///
    /// The plan: title and day. The content: texts, media, accounts and the instant.
    #[must_use]
    pub fn fingerprint(&self, of: ApprovalOf) -> String {
        use sha2::{Digest, Sha256};
        let subject = match of {
            ApprovalOf::Plan => serde_json::json!([self.title, self.day]),
            ApprovalOf::Content => {
                let variants: Vec<_> = self.variants.iter().map(|variant| (variant.account, &variant.text)).collect();
                serde_json::json!([self.text, self.media, variants, self.due])
            }
        };
        let digest = Sha256::digest(subject.to_string());
        digest.iter().take(8).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// The validation of `of` that holds, if one does.
    #[must_use]
    pub fn approval(&self, of: ApprovalOf) -> Option<&Approval> {
        let fingerprint = self.fingerprint(of);
        self.approvals.iter().rev().find(|approval| approval.of == of && approval.voided.is_none() && approval.fingerprint == fingerprint)
    }

    /// The next validation it needs: the plan's before its content's.
    #[must_use]
    pub fn needs(&self) -> Option<ApprovalOf> {
        [ApprovalOf::Plan, ApprovalOf::Content].into_iter().find(|of| self.approval(*of).is_none())
    }

    /// Why the post can't go to `next`, if it can't.
    ///
    /// # Errors
    /// The first thing that is missing.
    pub fn may_become(&self, next: PostState) -> Result<(), Missing> {
        use PostState::{Approved, Archived, Drafting, Idea, InReview, Planned, Published, Scheduled};
        if self.state == Published && next != Archived {
            return Err(Missing::AlreadyOut);
        }
        match next {
            Idea | Archived => Ok(()),
            Planned => self.day.map(|_| ()).ok_or(Missing::Day),
            Drafting => self.approval(ApprovalOf::Plan).map(|_| ()).ok_or(Missing::PlanApproval),
            InReview => self.has_content(),
            Approved => self.approval(ApprovalOf::Content).map(|_| ()).ok_or(Missing::ContentApproval),
            Scheduled | Published => {
                self.has_content()?;
                if self.approval(ApprovalOf::Plan).is_none() {
                    return Err(Missing::PlanApproval);
                }
                if self.approval(ApprovalOf::Content).is_none() {
                    return Err(Missing::ContentApproval);
                }
                self.due.map(|_| ()).ok_or(Missing::Hour)
            }
        }
    }

    fn has_content(&self) -> Result<(), Missing> {
        if self.variants.is_empty() {
            return Err(Missing::Account);
        }
        if let Some(part) = self.variants.iter().find_map(|variant| thread::empty_part(self.text_of(variant))) {
            return Err(Missing::EmptyPart(part));
        }
        let blank = self.variants.iter().any(|variant| self.text_of(variant).is_blank());
        if blank && self.media.is_empty() { Err(Missing::Text) } else { Ok(()) }
    }
}

/// What a post lacks for its next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A day in the plan.
    Day,
    /// The validation of the plan.
    PlanApproval,
    /// The validation of the content.
    ContentApproval,
    /// An account to publish on.
    Account,
    /// A text or a file.
    Text,
    /// The hour at which it leaves.
    Hour,
    /// Words in this part of a thread.
    EmptyPart(u32),
    /// The words that this part has where it is out: it can't be changed there.
    PartAsOut(u32),
    /// The network's id of this part, which is out: without it nothing can follow.
    PartUnknown(u32),
    /// Nothing: it is out already.
    AlreadyOut,
}
