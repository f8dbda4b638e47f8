//! What a trouble says to the person: what happened, and what is safe and what to do.

use super::event::{Cause, Trouble};
use crate::domain::conflict::Conflict;
use crate::domain::time::Zone;
use crate::lang::{Text, format};

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
    use crate::domain::text::SafeText;
    use crate::domain::time::Moment;
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
