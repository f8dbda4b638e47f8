//! What the CM of the demo writes down: highlights, texts of the report, how an account stands.

use super::Stage;
use super::agenda::{Agenda, Scene};
use super::bank;
use super::calendar::{day, instant};
use super::cast::Role;
use super::file::File;
use crate::app::effect::{Job, ProposeFrom, RuleJob};
use crate::app::rules::ready;
use crate::app::trouble::Trouble;
use crate::domain::HighlightId;
use crate::domain::account::{Network, Standing};
use crate::domain::facts::Section;
use crate::domain::highlight::{Consent, Highlight, HighlightKind};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Period};
use crate::lang::Texts;

/// One thing that the CM writes down.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// Keeps something for the report: its name in the bank, its kind, to whom it goes.
    Keep(&'static str, HighlightKind, Option<Role>),
    /// Keeps the words of somebody of the public as a win.
    Quote(&'static str, &'static str),
    /// Writes a text of the report of October.
    Tell(Section, &'static str),
    /// Exports the report of the month of this day.
    Export(Day),
    /// Facebook refuses its token.
    Expire,
    /// Writes rules for what comes in.
    Rules,
}

/// When Facebook refused its token: Sunday evening, after the last pull.
pub(super) fn expiry() -> Moment {
    instant(day(11, 15), 21, 14)
}

pub(super) fn plan(agenda: &mut Agenda) {
    use HighlightKind::{Feedback, Note, Win};
    let acts = [
        (instant(day(9, 3), 11, 20), Act::Keep("feedback-water", Feedback, Some(Role::Product))),
        (instant(day(9, 4), 10, 25), Act::Export(day(8, 1))),
        (instant(day(9, 18), 15, 40), Act::Keep("press-win", Win, None)),
        (instant(day(10, 5), 10, 30), Act::Export(day(9, 1))),
        (instant(day(10, 7), 10, 2), Act::Keep("crisis-note", Note, None)),
        (instant(day(10, 8), 17, 2), Act::Keep("feedback-label", Feedback, Some(Role::Product))),
        (instant(day(10, 12), 17, 30), Act::Keep("crisis-end", Win, None)),
        (instant(day(10, 22), 11, 45), Act::Keep("workshop-win", Win, None)),
        (instant(day(10, 30), 16, 10), Act::Keep("feedback-capsules", Feedback, Some(Role::Product))),
        (instant(day(11, 5), 10, 30), Act::Tell(Section::Audience, "audience")),
        (instant(day(11, 5), 10, 50), Act::Tell(Section::Visibility, "visibility")),
        (instant(day(11, 6), 10, 15), Act::Tell(Section::Exchanges, "exchanges")),
        (instant(day(11, 6), 10, 40), Act::Tell(Section::Essentials, "essentials")),
        (instant(day(11, 12), 10, 20), Act::Keep("watch-note", Note, None)),
        (instant(day(11, 13), 11, 5), Act::Quote("care-win", "mona_rollin")),
        (instant(day(11, 13), 17, 35), Act::Rules),
        (expiry(), Act::Expire),
    ];
    for (at, act) in acts {
        agenda.plan(at, Scene::Desk(act));
    }
}

pub(super) fn act(file: &mut File<'_>, stage: &Stage, act: Act, at: Moment) -> Result<(), Trouble> {
    let brand = stage.brand.id;
    match act {
        Act::Keep(name, kind, role) => {
            let contact = role.map(|role| stage.contact(role).id);
            keep(file, Highlight { kind, contact, ..highlight(stage, name, at) })
        }
        Act::Quote(name, author) => keep(
            file,
            Highlight { kind: HighlightKind::Win, author: SafeText::line(author), consent: Consent::Given, ..highlight(stage, name, at) },
        ),
        Act::Tell(section, name) => {
            let october = Period::month_of(day(10, 1));
            file.done(Job::SaveSection(brand, october, section, bank::desk(stage.lang, name), at))
        }
        Act::Export(month) => file.done(Job::Exported(brand, Period::month_of(month), at)),
        Act::Rules => {
            let texts = Texts::load();
            let rules = ready(texts.voice(stage.lang), brand);
            file.done(Job::Rule(RuleJob::Add(rules, at)))?;
            file.done(Job::Rule(RuleJob::Propose(brand, ProposeFrom::Start)))
        }
        Act::Expire => {
            let facebook = stage.accounts.iter().find(|account| account.network == Network::Facebook);
            facebook.map_or(Ok(()), |account| file.done(Job::SetStanding(account.id, Standing::Expired, at)))
        }
    }
}

fn highlight(stage: &Stage, name: &str, at: Moment) -> Highlight {
    Highlight {
        id: HighlightId(0),
        brand: stage.brand.id,
        kind: HighlightKind::Note,
        text: bank::desk(stage.lang, name),
        author: SafeText::default(),
        url: None,
        message: None,
        contact: None,
        at,
        consent: Consent::NotAsked,
        consent_where: SafeText::EMPTY,
    }
}

fn keep(file: &mut File<'_>, highlight: Highlight) -> Result<(), Trouble> {
    file.done(Job::Keep(Box::new(highlight)))
}
