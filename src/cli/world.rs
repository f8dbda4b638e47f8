//! The file and the networks, one request after the other. The only place of the commands with IO on them.

use super::failure::Failure;
use super::stop::Stop;
use crate::app::effect::{Call, Job};
use crate::app::event::{News, Reply};
use crate::app::trouble::{Cause, Trouble};
use crate::config::Places;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::http::Limits;
use crate::network::{self, Directories, Networks};
use crate::runtime::clock::Clock;
use crate::runtime::log::{Asked, Keeper, Log};
use crate::secrets::Vault;
use crate::store::{self, Store};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// The file and the networks of one installation.
pub(super) struct World {
    store: Store,
    places: Places,
    directories: Directories,
    runtime: Runtime,
    /// Opened at the first call: looking for a keyring takes time that most commands don't need.
    networks: Option<Networks>,
    stop: Stop,
    log: Log,
    /// Writes what is left in the log until it is dropped.
    _keeper: Keeper,
}

impl World {
    /// Opens the file; makes it where there is none.
    pub fn open(places: &Places, directories: Directories) -> Result<Self, Trouble> {
        let store = Store::open(&places.database)?;
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| failed(&error))?;
        let (log, keeper) = Log::open(places.log.clone(), Clock::real());
        Ok(Self { store, places: places.clone(), directories, runtime, networks: None, stop: Stop::default(), log, _keeper: keeper })
    }

    /// Where what happens is logged.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// Asks the file.
    pub fn job(&mut self, job: Job) -> Result<Reply, Trouble> {
        let asked = Asked::of(&job);
        let reply = store::serve(&mut self.store, job);
        self.log.job(&asked, &reply);
        reply
    }

    /// Asks a network. A signal to stop cuts a fetch short, never an act.
    pub fn call(&mut self, call: Call, now: Moment) -> Result<News, Trouble> {
        if self.networks.is_none() {
            self.networks = Some(Networks::new(vault(&self.places), Limits::default()).looking_in(self.directories.clone()));
        }
        let networks = self.networks.as_ref().expect("they were made just above");
        let acts = matches!(call, Call::Send { .. });
        let Self { runtime, stop, log, .. } = self;
        let news = runtime.block_on(async {
            let served = network::serve(networks, call, now);
            if acts {
                return served.await;
            }
            tokio::select! {
                news = served => news,
                () = stop.comes() => Err(Trouble { cause: Cause::TimedOut, account: None, detail: SafeText::default() }),
            }
        });
        log.news(&news);
        news
    }

    /// From now on a signal to stop is heard between two requests instead of ending the program.
    pub fn listen(&mut self) -> Result<(), Failure> {
        let _within = self.runtime.enter();
        self.stop.listen().map_err(|error| Failure::of(&failed(&error), chrono_tz::UTC))
    }

    /// Waits, unless a signal to stop comes.
    pub fn wait(&mut self, length: Duration) {
        let Self { runtime, stop, .. } = self;
        runtime.block_on(async {
            tokio::select! {
                () = tokio::time::sleep(length) => {}
                () = stop.comes() => {}
            }
        });
    }

    /// Whether the person asked to stop.
    pub fn was_stopped(&self) -> bool {
        self.stop.came()
    }
}

/// Where secrets are kept. `RONDE_SECRETS=file` leaves the system's keyring alone.
pub(super) fn vault(places: &Places) -> Vault {
    if std::env::var_os("RONDE_SECRETS").is_some_and(|kind| kind == "file") {
        Vault::file_only(places.secrets.clone(), &places.database)
    } else {
        Vault::open(places.secrets.clone(), &places.database)
    }
}

fn failed(error: &std::io::Error) -> Trouble {
    Trouble { cause: Cause::Failed, account: None, detail: SafeText::line(&error.to_string()) }
}
