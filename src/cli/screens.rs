//! `ronde` and `ronde demo`: hands everything to the screens, and keeps the copy of the day on leaving.

use super::failure::{Exit, Failure};
use super::session::Session;
use super::world;
use crate::app::keymap::Keymap;
use crate::app::model::{Look, ThemeName};
use crate::app::trouble::Trouble;
use crate::domain::BrandId;
use crate::domain::text::SafeText;
use crate::domain::time::day_in;
use crate::lang::Text;
use crate::network::Networks;
use crate::network::http::Limits;
use crate::runtime::clock::Clock;
use crate::runtime::log::Log;
use crate::runtime::{self, Ending, Fault, Parts, Start};
use crate::store::{Store, StoreResult};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Opens the screens on the CM's own file.
pub(super) fn open(session: &mut Session<'_>, parts: fn() -> Parts) -> Result<Exit, Failure> {
    needs_terminal()?;
    let database = session.places.database.clone();
    let opened = |store: StoreResult<Store>| store.map_err(|error| Failure::of(&error.into(), chrono_tz::UTC));
    let writer = opened(Store::open(&database))?;
    let reader = Some(opened(writer.reader())?);
    let places = session.places.clone();
    let brand = if session.has_asked_brand() { Some(session.brand()?.0.id) } else { None };
    let directories = session.config.directories();
    let networks = move || Networks::new(world::vault(&places), Limits::default()).looking_in(directories);
    let (log, keeper) = Log::open(session.places.log.clone(), Clock::real());
    let start = Start { log, ..start(session, (writer, reader), Box::new(networks), Clock::real(), brand, false)? };
    let ending = runtime::run(start, parts()).map_err(|error| failed(&error, false))?;
    drop(keeper);
    keep_copy(session, &database);
    match ending {
        Ending::Left => Ok(Exit::Done),
        Ending::Demo => demo(session, parts),
    }
}

/// Opens the screens on sample data, in memory; nothing can be sent.
pub(super) fn demo(session: &mut Session<'_>, parts: fn() -> Parts) -> Result<Exit, Failure> {
    needs_terminal()?;
    let lang = session.out.lang();
    let failed_to = |trouble: &Trouble| Failure::of(trouble, chrono_tz::UTC);
    let mut writer = Store::in_memory().map_err(|error| failed_to(&error.into()))?;
    crate::demo::fill(&mut |job| crate::store::serve(&mut writer, job), lang).map_err(|trouble| failed_to(&trouble))?;
    // One connection does both: a second one to a database in memory would wait for the first.
    let start = start(session, (writer, None), Box::new(Networks::demo), Clock::from(crate::demo::NOW), None, true)?;
    runtime::run(start, parts()).map_err(|error| failed(&error, true))?;
    Ok(Exit::Done)
}

fn start(
    session: &Session<'_>,
    (writer, reader): (Store, Option<Store>),
    networks: Box<dyn FnOnce() -> Networks + Send>,
    clock: Clock,
    brand: Option<BrandId>,
    demo: bool,
) -> Result<Start, Failure> {
    let config = &session.config;
    // The config was checked when it was read: its keys fit.
    let keymap = Keymap::new(&config.keys).map_err(|clash| Failure::odd(&clash))?;
    let reports = config.reports_folder().unwrap_or_else(|| PathBuf::from("."));
    let theme = if no_colour() { ThemeName::Mono } else { config.theme };
    let look = Look {
        theme,
        ascii: config.ascii || !draws_unicode(),
        demo,
        pull_minutes: if demo { 0 } else { config.pull },
        reports: SafeText::line(&reports.display().to_string()),
        keymap,
    };
    let briefs = session.places.briefs();
    Ok(Start {
        writer,
        reader,
        networks,
        clock,
        look,
        mouse: config.mouse,
        lang: session.out.lang(),
        lang_asked: session.global.lang.is_some_and(|lang| lang.chosen().is_some()),
        brand,
        reports,
        briefs,
        log: Log::default(),
    })
}

fn needs_terminal() -> Result<(), Failure> {
    let there = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb");
    if there && !dumb {
        return Ok(());
    }
    Err(Failure::failed(Text::new("cli-no-terminal")).todo(Text::new("cli-see-help")))
}

/// `NO_COLOR`, when it is set to something, asks for none.
fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the locale says that the terminal draws more than ASCII. One that says nothing does today.
fn draws_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8") || !(locale.contains('.') || locale == "c" || locale == "posix")
    })
}

/// Keeps the copy of the day beside the file. A copy that can't be made is told, and hinders nothing.
pub(super) fn keep_copy(session: &Session<'_>, database: &Path) {
    if !session.config.backup {
        return;
    }
    let folder = database.with_file_name("backups");
    let today = day_in(session.zone, session.now());
    let kept = Store::open_reader(database).and_then(|store| store.daily_backup(&folder, today));
    if let Err(error) = kept {
        let trouble = Trouble::from(error);
        session.out.warn(&Text::new("cli-no-copy").and("why", Failure::of(&trouble, session.zone).what));
    }
}

fn failed(error: &anyhow::Error, demo: bool) -> Failure {
    let Some(fault) = error.downcast_ref::<Fault>() else {
        return Failure::failed(Text::new("cli-screens-failed").with("why", SafeText::line(&format!("{error:#}"))));
    };
    let todo = match (demo, fault.kept) {
        (true, _) => Text::new("cli-fault-demo"),
        (false, true) => Text::new("cli-fault-kept"),
        (false, false) => Text::new("cli-fault-lost"),
    };
    Failure::failed(Text::new("cli-fault").with("why", fault.what.clone())).todo(todo)
}
