//! What went wrong: its causes, and what each says to the person, what happened and what to do.

use crate::domain::AccountId;
use crate::domain::conflict::Conflict;
use crate::domain::text::SafeText;
use crate::domain::time::{Moment, Zone};
use crate::lang::{Text, format};

/// What went wrong, as the person is told: what happened, what is safe, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What kind.
    pub cause: Cause,
    /// The account it is about.
    pub account: Option<AccountId>,
    /// Details in the words of the system or the network; may be empty.
    pub detail: SafeText,
}

/// The kinds of trouble. Each has a text that says what happened and one that says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// No connection.
    Unreachable,
    /// It took too long.
    TimedOut,
    /// The token was refused.
    AuthExpired,
    /// The token may not do this.
    ScopeMissing,
    /// Name and password don't belong together.
    WrongPassword,
    /// The network wants a second proof, which a password made for Ronde does without.
    NeedsAppPassword,
    /// The network closed the account, or its owner did.
    Suspended,
    /// No account has this handle, or what was typed is no handle.
    UnknownHandle,
    /// Told to wait.
    RateLimited(Moment),
    /// It is gone.
    NotFound,
    /// The network refused it and said why.
    Rejected,
    /// The server failed.
    ServerFailed,
    /// The answer could not be read: HTML, a cut body, another shape.
    Unreadable,
    /// The answer was larger than Ronde takes.
    TooLarge,
    /// The address is not one Ronde goes to.
    BadAddress,
    /// The account does not offer this.
    NotOffered,
    /// The secret is not where it was kept, or can't be kept.
    NoSecret,
    /// The demo sends nothing.
    Demo,
    /// The disk is full.
    DiskFull,
    /// The file can't be written.
    ReadOnly,
    /// Another program holds the file.
    Locked,
    /// The file is damaged.
    Damaged,
    /// The file is of a newer version.
    Newer,
    /// What was asked for does not exist.
    Missing,
    /// It can't be done now; the detail says why.
    Conflict,
    /// Anything else.
    Failed,
}

impl Cause {
    /// The stable word for it: in the ids of its texts, and in `--json`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed-out",
            Self::AuthExpired => "auth-expired",
            Self::ScopeMissing => "scope-missing",
            Self::WrongPassword => "wrong-password",
            Self::NeedsAppPassword => "needs-app-password",
            Self::Suspended => "suspended",
            Self::UnknownHandle => "unknown-handle",
            Self::RateLimited(_) => "rate-limited",
            Self::NotFound => "not-found",
            Self::Rejected => "rejected",
            Self::ServerFailed => "server-failed",
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::BadAddress => "bad-address",
            Self::NotOffered => "not-offered",
            Self::NoSecret => "no-secret",
            Self::Demo => "demo",
            Self::DiskFull => "disk-full",
            Self::ReadOnly => "read-only",
            Self::Locked => "locked",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::Missing => "missing",
            Self::Conflict => "conflict",
            Self::Failed => "failed",
        }
    }

    /// Whether trying again later may help without a person.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut | Self::RateLimited(_) | Self::ServerFailed | Self::Unreadable | Self::Locked)
    }

    /// Whether the account rests until a person has acted: nothing is asked in its name meanwhile.
    #[must_use]
    pub const fn pauses(self) -> bool {
        matches!(self, Self::AuthExpired | Self::Suspended)
    }

    /// Whether a person has to act: exit code 4.
    #[must_use]
    pub const fn needs_person(self) -> bool {
        matches!(
            self,
            Self::AuthExpired
                | Self::ScopeMissing
                | Self::NoSecret
                | Self::WrongPassword
                | Self::NeedsAppPassword
                | Self::Suspended
                | Self::UnknownHandle
        )
    }
}

/// What happened, and what to do. `zone` is that of the brand, for the hours they name.
#[must_use]
pub fn explain(trouble: &Trouble, zone: Zone) -> (Text, Text) {
    let code = trouble.cause.code();
    let (what, step) = (Text::coded("trouble", code), Text::coded("trouble-do", code));
    match trouble.cause {
        Cause::RateLimited(until) => (what.with("until", format::clock(zone, until)), step),
        Cause::Conflict if let Some(conflict) = Conflict::told(trouble.detail.as_str()) => {
            (what.and("detail", Text::coded("conflict", conflict.code())), step)
        }
        Cause::Rejected
        | Cause::BadAddress
        | Cause::NoSecret
        | Cause::Conflict
        | Cause::Failed
        | Cause::Suspended
        | Cause::UnknownHandle => {
            let detail = &trouble.detail;
            let what = if detail.is_blank() { what.and("detail", Text::new("trouble-no-detail")) } else { what.with("detail", detail) };
            (what, step)
        }
        Cause::Unreachable
        | Cause::TimedOut
        | Cause::AuthExpired
        | Cause::ScopeMissing
        | Cause::WrongPassword
        | Cause::NeedsAppPassword
        | Cause::NotFound
        | Cause::ServerFailed
        | Cause::Unreadable
        | Cause::TooLarge
        | Cause::NotOffered
        | Cause::Demo
        | Cause::DiskFull
        | Cause::ReadOnly
        | Cause::Locked
        | Cause::Damaged
        | Cause::Newer
        | Cause::Missing => (what, step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Texts};

    fn causes() -> Vec<Cause> {
        let until: Moment = "2026-11-22T13:05:00Z".parse().expect("an instant");
        vec![
            Cause::Unreachable,
            Cause::TimedOut,
            Cause::AuthExpired,
            Cause::ScopeMissing,
            Cause::RateLimited(until),
            Cause::NotFound,
            Cause::Rejected,
            Cause::ServerFailed,
            Cause::Unreadable,
            Cause::TooLarge,
            Cause::BadAddress,
            Cause::NotOffered,
            Cause::NoSecret,
            Cause::Demo,
            Cause::DiskFull,
            Cause::ReadOnly,
            Cause::Locked,
            Cause::Damaged,
            Cause::Newer,
            Cause::Missing,
            Cause::Conflict,
            Cause::Failed,
            Cause::WrongPassword,
            Cause::NeedsAppPassword,
            Cause::Suspended,
            Cause::UnknownHandle,
        ]
    }

    #[test]
    fn every_cause_says_what_happened_and_what_to_do_in_both_languages() {
        let texts = Texts::load();
        for (cause, detail) in causes().into_iter().flat_map(|cause| [(cause, ""), (cause, "Texte trop long")]) {
            let trouble = Trouble { cause, account: None, detail: SafeText::line(detail) };
            let (what, step) = explain(&trouble, chrono_tz::Europe::Paris);
            for lang in Lang::ALL {
                for text in [&what, &step] {
                    let said = texts.say(lang, text);
                    assert!(!said.contains('⟨') && !said.contains("{$") && !said.contains('{'), "{cause:?} {lang:?}: {said}");
                }
            }
        }
    }

    #[test]
    fn a_wait_names_its_hour_in_the_zone_of_the_brand() {
        let texts = Texts::load();
        let trouble = Trouble { cause: causes()[4], account: None, detail: SafeText::default() };
        let said = texts.say(Lang::Fr, &explain(&trouble, chrono_tz::Europe::Paris).0);
        assert!(said.contains("14:05"), "{said}");
    }
}
