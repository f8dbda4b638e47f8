//! What a command has at hand: the file, the networks, the settings and where to say things.

use super::args::Global;
use super::failure::Failure;
use super::out::Out;
use super::world::World;
use crate::app::effect::{Call, Job};
use crate::app::event::{News, Reply, Workspace};
use crate::config::{Config, Places};
use crate::domain::account::Account;
use crate::domain::brand::Brand;
use crate::domain::contact::Contact;
use crate::domain::time::{Moment, Zone};
use crate::domain::{AccountId, BrandId};
use crate::lang::Text;
use crate::runtime::clock::Clock;

/// Takes the value out of the one reply that a job has.
macro_rules! reply {
    ($session:expr, $job:expr, $pattern:pat => $value:expr) => {
        match $session.job($job)? {
            $pattern => $value,
            other => return Err($crate::cli::failure::Failure::odd(&other)),
        }
    };
}
pub(super) use reply;

/// One command under way.
pub(super) struct Session<'a> {
    /// The global options.
    pub global: Global,
    /// The settings.
    pub config: Config,
    /// Where the files lie.
    pub places: Places,
    /// Where to say things.
    pub out: Out<'a>,
    /// The zone in which hours are said.
    pub zone: Zone,
    clock: Clock,
    world: Option<World>,
}

impl<'a> Session<'a> {
    /// A command that has opened nothing yet.
    pub fn new(global: Global, config: Config, places: Places, out: Out<'a>) -> Self {
        Self { global, config, places, out, zone: chrono_tz::UTC, clock: Clock::real(), world: None }
    }

    /// Ends it, and gives back where to say how.
    pub fn close(self) -> Out<'a> {
        self.out
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The file and the networks, opened at the first need.
    pub fn world(&mut self) -> Result<&mut World, Failure> {
        if self.world.is_none() {
            self.world = Some(World::open(&self.places, self.config.directories()).map_err(|trouble| Failure::of(&trouble, self.zone))?);
        }
        Ok(self.world.as_mut().expect("it was opened just above"))
    }

    /// Asks the file.
    pub fn job(&mut self, job: Job) -> Result<Reply, Failure> {
        let zone = self.zone;
        self.world()?.job(job).map_err(|trouble| Failure::of(&trouble, zone))
    }

    /// Asks a network.
    pub fn call(&mut self, call: Call) -> Result<News, Failure> {
        let (now, zone) = (self.now(), self.zone);
        self.world()?.call(call, now).map_err(|trouble| Failure::of(&trouble, zone))
    }

    /// Brands, accounts and contacts.
    pub fn workspace(&mut self) -> Result<Workspace, Failure> {
        let workspace = reply!(self, Job::Load, Reply::Workspace(workspace) => *workspace);
        if let Ok(brand) = self.choose_brand(&workspace) {
            self.zone = brand.zone;
        }
        Ok(workspace)
    }

    /// The name of the brand that was asked for, on the command line or in the config.
    fn asked_brand(&self) -> Option<String> {
        self.global.brand.clone().or_else(|| (!self.config.brand.is_empty()).then(|| self.config.brand.clone()))
    }

    /// Whether a brand was asked for.
    pub fn has_asked_brand(&self) -> bool {
        self.asked_brand().is_some()
    }

    /// The brand that the command speaks of.
    pub fn brand(&mut self) -> Result<(Brand, Workspace), Failure> {
        let workspace = self.workspace()?;
        let brand = self.choose_brand(&workspace)?;
        Ok((brand, workspace))
    }

    /// The brand that was asked for, or the only one.
    pub fn choose_brand(&self, workspace: &Workspace) -> Result<Brand, Failure> {
        if workspace.brands.is_empty() {
            return Err(Failure::failed(Text::new("cli-no-brand")).todo(Text::new("cli-no-brand-todo")));
        }
        if let Some(asked) = self.asked_brand() {
            let found = workspace.brands.iter().find(|brand| same(brand.name.as_str(), &asked) || brand.id.to_string() == asked);
            return found.cloned().ok_or_else(|| {
                Failure::usage(Text::new("cli-unknown-brand").with("name", clean(&asked)))
                    .todo(names("cli-known-brands", &workspace.brands))
            });
        }
        match workspace.brands.as_slice() {
            [only] => Ok(only.clone()),
            several => Err(Failure::usage(Text::new("cli-which-brand")).todo(names("cli-known-brands", several))),
        }
    }

    /// The brand with this row.
    pub fn brand_of(workspace: &Workspace, id: BrandId) -> Result<Brand, Failure> {
        workspace.brands.iter().find(|brand| brand.id == id).cloned().ok_or_else(|| Failure::odd(&id))
    }

    /// Brands to work on: the one that was asked for, else all.
    pub fn brands(&self, workspace: &Workspace) -> Result<Vec<Brand>, Failure> {
        if self.asked_brand().is_none() && !workspace.brands.is_empty() {
            Ok(workspace.brands.clone())
        } else {
            Ok(vec![self.choose_brand(workspace)?])
        }
    }
}

/// The account that was named: by its row, its handle, or its network where that has only one.
pub(super) fn account<'w>(workspace: &'w Workspace, brand: BrandId, named: &str) -> Result<&'w Account, Failure> {
    let of_brand: Vec<&Account> = workspace.accounts.iter().filter(|account| account.brand == brand).collect();
    let wanted = named.trim_start_matches('@');
    let row = named.parse::<AccountId>().ok();
    let found: Vec<&Account> = of_brand
        .iter()
        .filter(|account| {
            row == Some(account.id) || same(account.handle.as_str().trim_start_matches('@'), wanted) || same(account.network.code(), named)
        })
        .copied()
        .collect();
    let list = || {
        let names: Vec<String> =
            of_brand.iter().map(|account| format!("{} ({} {})", account.id, account.network.code(), account.handle)).collect();
        if names.is_empty() { Text::new("cli-no-account-todo") } else { Text::new("cli-known-accounts").with("names", names.join(", ")) }
    };
    match found.as_slice() {
        [only] => Ok(only),
        [] => Err(Failure::usage(Text::new("cli-unknown-account").with("name", clean(named))).todo(list())),
        _ => Err(Failure::usage(Text::new("cli-which-account").with("name", clean(named))).todo(list())),
    }
}

/// The contact that was named: by row or by name.
pub(super) fn contact<'w>(workspace: &'w Workspace, brand: BrandId, named: &str) -> Result<&'w Contact, Failure> {
    let of_brand: Vec<&Contact> = workspace.contacts.iter().filter(|contact| contact.brand == brand).collect();
    let found =
        of_brand.iter().find(|contact| same(contact.name.as_str(), named) || contact.id.to_string() == named.trim_start_matches('#'));
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = of_brand.iter().map(|contact| contact.name.as_str()).collect();
        let todo = if names.is_empty() {
            Text::new("cli-no-contact-todo")
        } else {
            Text::new("cli-known-contacts").with("names", names.join(", "))
        };
        Failure::usage(Text::new("cli-unknown-contact").with("name", clean(named))).todo(todo)
    })
}

/// A row number as typed: `12` or `#12`.
pub(super) fn id<T: std::str::FromStr>(typed: &str) -> Result<T, Failure> {
    typed.parse().map_err(|_| Failure::usage(Text::new("cli-bad-id").with("id", clean(typed))))
}

/// What was typed, as it may be printed.
pub(super) fn clean(typed: &str) -> crate::domain::text::SafeText {
    crate::domain::text::SafeText::line(typed)
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn names(id: &'static str, brands: &[Brand]) -> Text {
    Text::new(id).with("names", brands.iter().map(|brand| brand.name.as_str()).collect::<Vec<_>>().join(", "))
}
