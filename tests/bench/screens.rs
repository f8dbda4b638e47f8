//! The screens without a terminal: events go in, jobs are carried out at once, frames become bytes.

use crate::comments::now;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ronde::app::effect::Effect;
use ronde::app::event::Event;
use ronde::app::key::{Code, Input, Key};
use ronde::app::keymap::Keymap;
use ronde::app::model::{Look, Model, ThemeName};
use ronde::app::{begin, update};
use ronde::lang::{Lang, Texts};
use ronde::layout::Size;
use ronde::store::{Store, serve};
use ronde::ui;
use std::cell::Cell;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;

/// Counts what is written and forgets it. A copy counts on with it.
#[derive(Debug, Default, Clone)]
pub struct Counter(Rc<Cell<u64>>);

impl Write for Counter {
    fn write(&mut self, written: &[u8]) -> std::io::Result<usize> {
        self.0.set(self.0.get() + written.len() as u64);
        Ok(written.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The app on a file, drawn on 200×60 cells.
pub struct Screens {
    model: Model,
    writer: Store,
    reader: Store,
    terminal: Terminal<CrosstermBackend<Counter>>,
    counter: Counter,
}

impl Screens {
    /// Opens the file and shows the first frame.
    pub fn open(file: &Path) -> Self {
        let writer = Store::open(file).expect("the file opens");
        let reader = Store::open_reader(file).expect("the file opens");
        let size = Size { width: 200, height: 60 };
        let look = Look {
            theme: ThemeName::Dark,
            ascii: false,
            demo: false,
            pull_minutes: 0,
            reports: "~".into(),
            keymap: Keymap::new(&std::collections::BTreeMap::new()).expect("our own keys agree"),
        };
        let model = Model::new(now(), size, Rc::new(Texts::load()), Lang::Fr, look);
        let counter = Counter::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 200, 60)) };
        let terminal = Terminal::with_options(CrosstermBackend::new(counter.clone()), options).expect("a terminal");
        let mut screens = Self { model, writer, reader, terminal, counter };
        let first = begin(&mut screens.model);
        screens.carry_out(first);
        screens.draw();
        screens
    }

    /// Presses a key, lets the file answer, draws.
    pub fn press(&mut self, key: Key) {
        let effects = update(&mut self.model, Event::Input(Input::Key(key)));
        self.carry_out(effects);
        self.draw();
    }

    /// Pastes a text, lets the file answer, draws.
    pub fn paste(&mut self, text: &ronde::domain::text::SafeText) {
        let effects = update(&mut self.model, Event::Input(Input::Paste(text.clone())));
        self.carry_out(effects);
        self.draw();
    }

    /// Types a text into the filter of the inbox, key by key; `each` hears what is typed so far and its milliseconds.
    pub fn type_filter(&mut self, text: &str, mut each: impl FnMut(&str, f64)) {
        self.press(Key::char('/'));
        for (at, c) in text.char_indices() {
            let (time, ()) = crate::measure::timed(|| self.press(Key::char(c)));
            each(&text[..at + c.len_utf8()], time);
        }
        self.press(Key::plain(Code::Esc));
    }

    /// The bytes sent so far.
    pub fn bytes(&self) -> u64 {
        self.counter.0.get()
    }

    fn draw(&mut self) {
        let model = &self.model;
        self.terminal.draw(|frame| ui::draw(frame, model)).expect("nothing can fail to be counted");
    }

    /// Carries out what the file is asked, and what follows; the networks stay silent.
    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = effects;
        while !waiting.is_empty() {
            let mut next = Vec::new();
            for effect in waiting {
                if let Effect::Store(ticket, job) = effect {
                    let store = if job.writes() { &mut self.writer } else { &mut self.reader };
                    let reply = serve(store, job);
                    next.extend(update(&mut self.model, Event::Store(ticket, reply)));
                }
            }
            waiting = next;
        }
    }
}
