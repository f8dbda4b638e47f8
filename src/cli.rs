//! The commands: the headless face of Ronde. Each asks the same `serve` functions as the screens.
//!
//! One sub-command a file. What was typed is in `args`, what is printed in `out`, what failed in `failure`.

mod account;
mod args;
mod backup;
mod brand;
mod contact;
mod doctor;
mod drive;
mod export;
mod failure;
mod files;
mod help;
mod inbox;
mod input;
mod log;
mod out;
mod outcome;
mod post;
mod publish;
mod pull;
mod reply;
mod report;
mod run;
mod screens;
mod session;
mod shape;
mod stop;
mod usage;
mod when;
mod world;

use crate::config::{self, Config, Language, Places};
use crate::lang::{Lang, Text, Texts};
use crate::runtime::Parts;
use args::{Cli, Command};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use failure::{Exit, Failure};
use out::Out;
use session::Session;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what was typed, and gives the exit code for the shell.
#[must_use]
pub fn main(typed: Vec<OsString>) -> ExitCode {
    with_parts(typed, Parts::own)
}

/// The same, with what the screens are to be joined of.
#[must_use]
pub fn with_parts(typed: Vec<OsString>, parts: fn() -> Parts) -> ExitCode {
    ExitCode::from(answer(typed, parts) as u8)
}

fn answer(typed: Vec<OsString>, parts: fn() -> Parts) -> Exit {
    let texts = Texts::load();
    let early = Early::read(&typed);
    let out = |lang| Out::new(&texts, lang, early.json, early.quiet);
    let lang = early.lang();
    let parsed = help::command(texts.voice(lang)).try_get_matches_from(typed).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Out::new(&texts, lang, false, false).line(error.render().to_string().trim_end());
            return Exit::Done;
        }
        Err(error) => return out(lang).end(Err(usage::failure(&error))),
    };
    let Some(places) = Places::find(cli.global.db.as_deref(), cli.global.config.as_deref()) else {
        return out(lang).end(Err(Failure::failed(Text::new("cli-no-home")).todo(Text::new("cli-no-home-todo"))));
    };
    let (config, broken) = match config::read(&places.config) {
        Ok(config) => (config, None),
        Err(error) => (Config::default(), Some(Failure::from(error))),
    };
    let Cli { global, command } = cli;
    let mut session = Session::new(global, config, places, out(lang));
    let ended = carry_out(&mut session, command, broken, parts);
    session.close().end(ended)
}

/// Finds the one function for a command. A broken config stops all but those that help to mend it.
fn carry_out(session: &mut Session<'_>, command: Option<Command>, broken: Option<Failure>, parts: fn() -> Parts) -> Result<Exit, Failure> {
    match command {
        Some(Command::Completions { shell }) => return Ok(help::completions(&session.out, shell)),
        Some(Command::Man) => return help::man(&session.out),
        Some(Command::Help { topic }) => return help::show(&mut session.out, &topic),
        Some(Command::Doctor) => return doctor::run(session, broken),
        _ => {}
    }
    if let Some(broken) = broken {
        return Err(broken);
    }
    match command {
        None => screens::open(session, parts),
        Some(Command::Demo) => screens::demo(session, parts),
        Some(Command::Brand(command)) => brand::run(session, command),
        Some(Command::Account(command)) => account::run(session, command),
        Some(Command::Contact(command)) => contact::run(session, command),
        Some(Command::Pull { account }) => pull::run(session, account.as_deref()),
        Some(Command::Publish(asked)) => publish::run(session, &asked),
        Some(Command::Run { every }) => run::run(session, every),
        Some(Command::Inbox { filter, view, limit }) => inbox::run(session, filter.as_deref(), view, limit),
        Some(Command::Reply { id, text, hold }) => reply::run(session, &id, text.as_deref(), hold),
        Some(Command::Close { ids, reason }) => outcome::close(session, &ids, reason.as_deref()),
        Some(Command::Snooze { ids, until }) => outcome::snooze(session, &ids, &until),
        Some(Command::Delegate { ids, to, until }) => outcome::delegate(session, &ids, &to, &until),
        Some(Command::Post(command)) => post::run(session, command),
        Some(Command::Log(asked)) => log::run(session, &asked),
        Some(Command::Readings { span, metric, account }) => log::list(session, &span, metric, account.as_deref()),
        Some(Command::Report { span, format, out, force }) => report::run(session, &span, &format, out, force),
        Some(Command::Export { dir, force }) => export::run(session, &dir, force),
        Some(Command::Backup { file }) => backup::run(session, &file),
        Some(Command::Completions { .. } | Command::Man | Command::Help { .. } | Command::Doctor) => Ok(Exit::Done),
    }
}

/// What has to be known before the rest can be read: the language of errors, and how to print them.
struct Early {
    lang: Option<String>,
    config: Option<PathBuf>,
    json: bool,
    quiet: bool,
}

impl Early {
    fn read(typed: &[OsString]) -> Self {
        let words: Vec<String> = typed.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).take_while(|word| *word != "--").collect();
        let value = |flag: &str| {
            let place = words.iter().position(|word| *word == flag || word.strip_prefix(flag).is_some_and(|rest| rest.starts_with('=')))?;
            words[place].split_once('=').map(|(_, value)| value).or_else(|| words.get(place + 1).copied()).map(str::to_owned)
        };
        Self {
            lang: value("--lang"),
            config: value("--config").or_else(|| std::env::var("RONDE_CONFIG").ok()).map(PathBuf::from),
            json: words.contains(&"--json"),
            quiet: words.contains(&"--quiet"),
        }
    }

    /// The language asked for, else that of the config, else that of the locale, else English.
    fn lang(&self) -> Lang {
        let asked = self.lang.as_deref().and_then(Language::from_code).and_then(Language::chosen);
        let configured = || {
            let places = Places::find(Some(Path::new("")), self.config.as_deref())?;
            config::read(&places.config).ok()?.language.chosen()
        };
        let located = || sys_locale::get_locale().and_then(|locale| Lang::from_locale(&locale));
        asked.or_else(configured).or_else(located).unwrap_or_default()
    }
}
