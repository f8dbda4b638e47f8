//! The demo: three months of an invented café roaster, played through the ordinary store jobs.
//!
//! Its instants and its chance are fixed, so every machine shows the same screens. It writes no row
//! itself: counters, journal and receipts are true because the store made them. It sends nothing.

mod agenda;
mod bank;
mod calendar;
mod cast;
mod chance;
mod crowd;
mod desk;
mod figures;
mod file;
mod inbox;
mod public;
mod queue;

use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::app::trouble::Trouble;
use crate::domain::account::Account;
use crate::domain::brand::Brand;
use crate::domain::contact::Contact;
use crate::domain::time::Moment;
use crate::lang::Lang;
use agenda::{Agenda, Scene};
use chance::Chance;
use crowd::Crowd;
use file::File;

/// The clock of the demo: 2026-11-16 at 08:12:00 UTC, a Monday, 09:12 in Paris.
pub const NOW: Moment = Moment::from_timestamp(1_794_816_720, 0).expect("the demo's clock is an instant");

/// Decides all that chance decides.
const SEED: u64 = 0x0020_26C0_FFEE;

/// Fills an empty file with the demo.
///
/// `serve` is the store. `lang` is the language of the CM and of most of the public.
///
/// # Errors
/// What the store can't do.
pub fn fill(serve: &mut dyn FnMut(Job) -> Result<Reply, Trouble>, lang: Lang) -> Result<(), Trouble> {
    let mut file = File::new(serve);
    let mut chance = Chance::new(SEED);
    let mut agenda = Agenda::default();
    let stage = Stage::set(&mut file, lang)?;
    let mut inbox = inbox::Inbox::new(lang, &mut chance, &mut agenda);
    let mut queue = queue::Queue::new(lang, &mut chance, &mut agenda);
    let figures = figures::Figures::new(&mut chance, &mut agenda);
    let mut crowd = Crowd::new(inbox.writers());
    desk::plan(&mut agenda);
    while let Some((at, scene)) = agenda.next() {
        match scene {
            Scene::Sweep(slot) => inbox.sweep(&mut file, &stage, &mut chance, &mut agenda, &queue, slot, at)?,
            Scene::Sort => inbox.sort(&mut file, at)?,
            Scene::Rate => inbox.rate(&mut file, at)?,
            Scene::Wake => file.done(Job::Wake(at))?,
            Scene::Resolve(message) => inbox.resolve(&mut file, &stage, message, at)?,
            Scene::Arrive => inbox.arrive(&mut file, &stage, &mut chance, &queue, at)?,
            Scene::Look => {
                crowd.this_morning(&mut file, &stage, &queue, at)?;
                inbox.look(&mut file, &stage, &mut chance, &queue, at)?;
            }
            Scene::Write(post) => queue.write(&mut file, &stage, post, at)?,
            Scene::ApprovePlan(post) => queue.approve_plan(&mut file, &stage, post, at)?,
            Scene::Review(post) => queue.review(&mut file, post, at)?,
            Scene::Approve(post) => queue.approve(&mut file, &stage, &mut chance, post, at)?,
            Scene::Publish(post) => queue.publish(&mut file, post, at)?,
            Scene::Fetch => {
                let untold = figures.fetch(&mut file, &stage, &mut chance, &queue, at)?;
                crowd.yesterday(&mut file, &stage, &queue, &untold, at)?;
            }
            Scene::Type(days) => figures.type_in(&mut file, &stage, &mut chance, &queue, days, at)?,
            Scene::Desk(act) => desk::act(&mut file, &stage, act, at)?,
        }
    }
    Ok(())
}

/// Those who play: stored before the first day.
struct Stage {
    lang: Lang,
    brand: Brand,
    accounts: Vec<Account>,
    contacts: Vec<Contact>,
}

impl Stage {
    fn set(file: &mut File<'_>, lang: Lang) -> Result<Self, Trouble> {
        let at = calendar::instant(calendar::FIRST, 8, 0);
        let brand = file.brand(Job::SaveBrand(Box::new(Brand { charter: cast::charter(lang), ..cast::brand() }), at))?;
        let accounts = cast::NETWORKS.map(|network| file.account(Job::SaveAccount(Box::new(cast::account(brand.id, network)), at)));
        let contacts = cast::contacts(brand.id, lang).map(|contact| file.contact(Job::SaveContact(Box::new(contact), at)));
        file.done(Job::SaveReplies(cast::saved_replies(brand.id, lang), at))?;
        Ok(Self {
            lang,
            brand,
            accounts: accounts.into_iter().collect::<Result<_, _>>()?,
            contacts: contacts.into_iter().collect::<Result<_, _>>()?,
        })
    }

    fn contact(&self, role: cast::Role) -> &Contact {
        &self.contacts[role as usize]
    }
}
