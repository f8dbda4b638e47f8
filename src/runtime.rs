//! Puts it together: threads, one inbox, the draw loop, the terminal, the desktop.
//!
//! The only place with a clock. It decides nothing: it carries events to `app::update` and effects
//! to those who serve them.

pub mod clock;
pub mod log;

mod desktop;
mod fault;
mod input;
mod parts;
mod screen;
mod workers;

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::key::Input;
use crate::app::model::{Look, Model};
use crate::app::{self, rounds};
use crate::domain::BrandId;
use crate::lang::{Lang, Texts};
use crate::network::Networks;
use crate::store::Store;
use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

pub use desktop::Folder;
pub use fault::Fault;
pub use parts::Parts;

/// What comes into the one inbox.
enum Heard {
    /// Something of the world.
    Event(Event),
    /// What the terminal brought at once; the listener waits until it is drawn.
    Batch(Vec<Input>),
    /// A thread panicked: what was typed is kept, and the screens end.
    Fault,
}

/// What the screens are started with.
pub struct Start {
    /// The connection that writes.
    pub writer: Store,
    /// The connection that answers the screens; the writer does both where there is none.
    pub reader: Option<Store>,
    /// Makes what speaks to the networks, on its own thread.
    pub networks: Box<dyn FnOnce() -> Networks + Send>,
    /// The clock.
    pub clock: clock::Clock,
    /// Colours, signs, keys.
    pub look: Look,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// The language to start with.
    pub lang: Lang,
    /// Whether it was asked for with this start.
    pub lang_asked: bool,
    /// The brand to show first.
    pub brand: Option<BrandId>,
    /// Where reports are written.
    pub reports: PathBuf,
    /// Where briefs are written.
    pub briefs: PathBuf,
    /// Where what happens is logged, if it is.
    pub log: log::Log,
}

/// What comes after the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing: the CM left.
    Left,
    /// The demo: the welcome was asked for sample data.
    Demo,
}

/// Runs the screens until the CM leaves.
///
/// # Errors
/// If there is no terminal, if it went away, or on a [`Fault`]: a panic in any thread gives the terminal back and
/// keeps what was typed.
pub fn run(start: Start, parts: Parts) -> anyhow::Result<Ending> {
    let (events, inbox) = channel();
    let log = start.log.clone();
    log.start("screens");
    let watch = fault::Watch::begin(&events, log.clone());
    let mut kept = true;
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(|| show(start, parts, &events, &inbox, &mut kept)));
    let fault = watch.end();
    log.stop(match (&fault, kept) {
        (None, _) => "left",
        (Some(_), true) => "a fault; what was typed is kept",
        (Some(_), false) => "a fault; what was typed is not all kept",
    });
    match (fault, outcome) {
        (Some(what), _) => Err(Fault { what, kept }.into()),
        (None, Ok(ending)) => ending,
        (None, Err(panic)) => std::panic::resume_unwind(panic),
    }
}

/// Opens everything, goes round until something asks to leave, and closes everything.
fn show(start: Start, mut parts: Parts, events: &Sender<Heard>, inbox: &Receiver<Heard>, kept: &mut bool) -> anyhow::Result<Ending> {
    let clock = start.clock;
    let mut screen = screen::Screen::open(start.mouse)?;
    let mut model = Model::new(clock.now(), screen::size(), Rc::new(Texts::load()), start.lang, start.look);
    model.brand = start.brand;
    model.lang_asked = start.lang_asked;
    model.home = clock::home();
    let workers = workers::Workers::start(start.writer, start.reader, start.networks, (clock, start.log), events, &parts);
    let mut input = input::Listener::start(events.clone());
    let folder = Folder { reports: start.reports, briefs: start.briefs };
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let (model, screen) = (&mut model, &mut screen);
        let mut turn = Turn { parts: &mut parts, model, screen, workers: &workers, events, folder: &folder, clock, drawn: None };
        turn.go(inbox, &mut input)
    }));
    screen.close();
    *kept = keep_what_was_typed(&mut model, workers, inbox);
    // What the panic said, the watch tells.
    outcome.unwrap_or(Ok(Ending::Left))
}

/// Whatever happened, what was typed goes to disk before the file is closed. Gives whether it did.
fn keep_what_was_typed(model: &mut Model, workers: workers::Workers, inbox: &Receiver<Heard>) -> bool {
    let asked = std::panic::catch_unwind(AssertUnwindSafe(|| app::update(model, Event::Hangup)));
    let mut waiting = BTreeSet::new();
    let whole = asked.is_ok();
    for effect in asked.unwrap_or_else(|_| model.asks.take()) {
        if let Effect::Store(ticket, job) = effect {
            waiting.insert(ticket);
            workers.store(ticket, job);
        }
    }
    workers.finish();
    for heard in inbox.try_iter() {
        if let Heard::Event(Event::Store(ticket, Ok(_))) = heard {
            waiting.remove(&ticket);
        }
    }
    whole && waiting.is_empty()
}

/// One turn of the loop and all it needs.
struct Turn<'a> {
    parts: &'a mut Parts,
    model: &'a mut Model,
    screen: &'a mut screen::Screen,
    workers: &'a workers::Workers,
    events: &'a Sender<Heard>,
    folder: &'a Folder,
    clock: clock::Clock,
    /// What was drawn last, as far as the clock alone can change it.
    drawn: Option<i64>,
}

impl Turn<'_> {
    /// Waits for events, hears all that are there, draws once; until something asks to leave.
    fn go(&mut self, inbox: &Receiver<Heard>, input: &mut input::Listener) -> anyhow::Result<Ending> {
        let first = app::begin(self.model);
        if let Some(ending) = self.carry_out(first)? {
            return Ok(ending);
        }
        self.draw()?;
        loop {
            let until = rounds::next_tick(self.model) - self.clock.now();
            let first = match inbox.recv_timeout(until.to_std().unwrap_or_default()) {
                Ok(heard) => Some(heard),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the inbox closed"),
            };
            let (any, mut batches, mut fault) = (first.is_some(), 0, false);
            let mut events = vec![Event::Tick(self.clock.now())];
            for heard in first.into_iter().chain(inbox.try_iter()) {
                match heard {
                    Heard::Event(event) => events.push(event),
                    Heard::Batch(inputs) => {
                        batches += 1;
                        events.extend(inputs.into_iter().map(Event::Input));
                    }
                    Heard::Fault => fault = true,
                }
            }
            for event in events {
                let effects = (self.parts.update)(self.model, event);
                if let Some(ending) = self.carry_out(effects)? {
                    return Ok(ending);
                }
            }
            if fault {
                return Ok(Ending::Left);
            }
            if self.clock_shows() || any {
                self.draw()?;
            }
            for _ in 0..batches {
                input.go_on();
            }
        }
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        self.screen.draw(|frame| (self.parts.view)(frame, self.model))
    }

    /// Whether the passing of time alone changed what is on the screen.
    fn clock_shows(&mut self) -> bool {
        let moving = !self.model.held.is_empty() || self.model.notices.current(self.model.now).is_some();
        let minute = self.model.now.timestamp() / if moving { 1 } else { 60 };
        self.drawn.replace(minute) != Some(minute)
    }

    /// Hands effects to those who serve them. Gives what comes after, if it is to leave.
    fn carry_out(&mut self, effects: Vec<Effect>) -> anyhow::Result<Option<Ending>> {
        let mut ending = None;
        for effect in effects {
            match effect {
                Effect::Store(ticket, job) => self.workers.store(ticket, job),
                Effect::Net(ticket, call) => self.workers.net(ticket, call),
                Effect::Desktop(ask) => desktop::serve(ask, self.screen, self.events, self.folder, &self.model.texts)?,
                Effect::Quit => ending = Some(Ending::Left),
                Effect::OpenDemo => ending = Some(Ending::Demo),
            }
        }
        Ok(ending)
    }
}
