//! `ronde` and `ronde demo`: opens the screens on the file, or on sample data in memory.

use super::failure::{Exit, Failure, shown};
use super::session::Session;
use super::world;
use crate::app::event::Trouble;
use crate::app::keymap::{Clash, Keymap};
use crate::app::model::{Look, ThemeName};
use crate::lang::{Lang, Text};
use crate::network::Networks;
use crate::network::http::Limits;
use crate::runtime::clock::Clock;
use crate::runtime::{self, Start};
use crate::store::{self, Store};
use crate::{demo, domain::text::SafeText};
use std::path::PathBuf;

/// Opens the screens on the file of the CM.
pub(super) fn run(session: &mut Session<'_>) -> Result<Exit, Failure> {
    let trouble = |error: store::StoreError| Failure::of(&Trouble::from(error), chrono_tz::UTC);
    let path = &session.places.database;
    let writer = Store::open(path).map_err(trouble)?;
    let reader = Store::open_reader(path).map_err(trouble)?;
    let places = session.places.clone();
    let networks = Box::new(move || match Networks::new(world::vault(&places), Limits::default()) {
        Ok(networks) => networks,
        // Without a way to speak to networks all the rest still works; each call says why it fails.
        Err(_) => Networks::demo(),
    });
    let look = look(session, false)?;
    let lang = session.out.lang();
    let brand = session.asked_brand_id()?;
    let start = Start {
        writer,
        reader: Some(reader),
        networks,
        clock: Clock::real(),
        look,
        mouse: session.config.mouse,
        lang,
        brand,
        reports: reports(session),
    };
    show(start)
}

/// Opens the screens on sample data: in memory, with its own clock; nothing can be sent.
pub(super) fn run_demo(session: &mut Session<'_>) -> Result<Exit, Failure> {
    let failed = |trouble: &Trouble| Failure::of(trouble, chrono_tz::UTC);
    let mut writer = Store::in_memory().map_err(|error| failed(&Trouble::from(error)))?;
    let lang = session.out.lang();
    fill(&mut writer, lang).map_err(|trouble| failed(&trouble))?;
    let look = look(session, true)?;
    let networks = Box::new(Networks::demo);
    // One connection does both: a second one to a database in memory would wait for the first.
    let start = Start {
        writer,
        reader: None,
        networks,
        clock: Clock::from(demo::NOW),
        look,
        mouse: session.config.mouse,
        lang,
        brand: None,
        reports: reports(session),
    };
    show(start)
}

fn fill(store: &mut Store, lang: Lang) -> Result<(), Trouble> {
    demo::fill(&mut |job| store::serve(store, job), lang)
}

fn show(start: Start) -> Result<Exit, Failure> {
    runtime::run(start)
        .map_err(|error| Failure::failed(Text::new("cli-screens-failed").with("why", SafeText::line(&format!("{error:#}")))))?;
    Ok(Exit::Done)
}

fn reports(session: &Session<'_>) -> PathBuf {
    session.config.reports_folder().unwrap_or_else(|| PathBuf::from("."))
}

/// Colours, signs and keys: the config, less what the terminal can't show.
fn look(session: &Session<'_>, demo: bool) -> Result<Look, Failure> {
    let config = &session.config;
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if no_colour { ThemeName::Mono } else { ThemeName::from_code(config.theme.code()).unwrap_or(ThemeName::Auto) };
    let keymap = Keymap::new(&config.keys).map_err(|clash| clashing(session, &clash))?;
    Ok(Look {
        theme,
        ascii: config.ascii || !speaks_utf8(),
        demo,
        pull_minutes: u16::try_from(config.pull).unwrap_or(u16::MAX),
        reports: shown(&reports(session)),
        keymap,
    })
}

/// Whether the locale can show more than ASCII: the first of these that is set decides.
fn speaks_utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    set.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8") || !matches!(locale.as_str(), "c" | "posix")
    })
}

fn clashing(session: &Session<'_>, clash: &Clash) -> Failure {
    let what = match clash {
        Clash::NoCommand(name) => Text::new("cli-keys-no-command").with("name", SafeText::line(name)),
        Clash::NoKey(key) => Text::new("cli-keys-no-key").with("key", SafeText::line(key)),
        Clash::Taken { key, by } => Text::new("cli-keys-taken").with("key", SafeText::line(key)).with("one", by[0]).with("other", by[1]),
    };
    Failure::usage(what).todo(Text::new("cli-keys-todo").with("file", shown(&session.places.config)))
}
