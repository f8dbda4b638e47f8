//! The driver of the screen tests: keys in, the text of the screen out, on a store of its own.
//!
//! Work for the file and the networks is carried out at once by the functions that the program uses, and so is a
//! file of saved replies, below the folder of the test; other work for the desktop is only noted.

use crate::given;
use chrono::Duration;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ronde::app::effect::{Call, Desktop, Effect};
use ronde::app::event::{Event, News};
use ronde::app::key::{Input, Key};
use ronde::app::keymap::Keymap;
use ronde::app::model::{Look, Model, ThemeName};
use ronde::app::trouble::Trouble;
use ronde::domain::delivery::Answer;
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::lang::{Lang, Texts};
use ronde::layout::Size;
use ronde::network::{self, Networks};
use ronde::store::{self, Store};
use ronde::{app, demo, replies, ui};
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use tokio::runtime::{Builder, Runtime};

/// The screens of one person, with all that the program would put around them.
pub struct Screen {
    /// The model.
    pub model: Model,
    /// The file.
    pub store: Store,
    /// What the desktop was asked for, in order.
    pub desktop: Vec<Desktop>,
    /// Whether the app asked to leave.
    pub left: bool,
    /// What the file says to the next thing that it is asked to write, if it refuses that.
    pub refuses: Option<Trouble>,
    /// What the network answers to the next thing that leaves, if the test says so in its place.
    pub answers: Option<Answer>,
    /// The folder the file lies in.
    pub folder: tempfile::TempDir,
    networks: Networks,
    runtime: Runtime,
}

impl Screen {
    /// The demo in French, at 100 by 30.
    pub fn demo() -> Self {
        Self::demo_in(Lang::Fr)
    }

    /// The demo in a language, at 100 by 30.
    pub fn demo_in(lang: Lang) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ronde.db");
        std::fs::copy(demo_file(lang), &path).expect("the demo's file is copied");
        let mut screen = Self::on(folder, demo::NOW, lang);
        screen.model.look.demo = true;
        screen.begin();
        screen
    }

    /// The screens on a store that a test filled.
    pub fn given(home: given::Home, now: Moment) -> Self {
        Self::online(home, now, Networks::demo())
    }

    /// The same, with networks that reach what the test says.
    pub fn online(home: given::Home, now: Moment, networks: Networks) -> Self {
        let given::Home { store, folder } = home;
        drop(store);
        let mut screen = Self { networks, ..Self::on(folder, now, Lang::Fr) };
        screen.begin();
        screen
    }

    fn on(folder: tempfile::TempDir, now: Moment, lang: Lang) -> Self {
        let store = Store::open(&folder.path().join("ronde.db")).expect("the file opens");
        Self {
            model: model(now, lang),
            store,
            desktop: Vec::new(),
            left: false,
            refuses: None,
            answers: None,
            folder,
            networks: Networks::demo(),
            runtime: Builder::new_current_thread().enable_all().build().expect("a runtime"),
        }
    }

    fn begin(&mut self) {
        let effects = app::begin(&mut self.model);
        self.carry_out(effects);
    }

    /// Closes the app without a word and opens it again on the same file.
    pub fn restart(&mut self) {
        self.store = Store::open(&self.folder.path().join("ronde.db")).expect("the file opens again");
        let (now, size, look) = (self.model.now, self.model.size, self.model.look.clone());
        self.model = Model { size, look, ..model(now, self.model.lang) };
        self.left = false;
        self.begin();
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("ronde.db")
    }

    /// Hears an event and carries out all that comes of it.
    pub fn hear(&mut self, event: Event) {
        let effects = app::update(&mut self.model, event);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            let event = match effect {
                Effect::Store(ticket, job) if job.writes() && self.refuses.is_some() => {
                    Event::Store(ticket, Err(self.refuses.take().expect("it was just seen")))
                }
                Effect::Store(ticket, job) => Event::Store(ticket, store::serve(&mut self.store, job)),
                Effect::Net(ticket, Call::Send { delivery, .. }) if self.answers.is_some() => {
                    Event::Net(ticket, Ok(News::Answer(delivery.id, self.answers.take().expect("it was just seen"))))
                }
                Effect::Net(ticket, call) => {
                    Event::Net(ticket, self.runtime.block_on(network::serve(&self.networks, call, self.model.now)))
                }
                Effect::Desktop(Desktop::Replies(ask)) => Event::Replies(replies::file::serve(ask, Some(self.folder.path()))),
                Effect::Desktop(ask) => {
                    self.desktop.push(ask);
                    continue;
                }
                // The demo is opened by the program around the screens; these are left.
                Effect::OpenDemo | Effect::Quit => {
                    self.left = true;
                    continue;
                }
            };
            effects.extend(app::update(&mut self.model, event));
        }
    }

    /// Presses keys, named as in the config and set apart by spaces: `a j Enter Ctrl+D`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.hear(Event::Input(Input::Key(key)));
        }
        self
    }

    /// Types a text, key by key.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.hear(Event::Input(Input::Key(Key::char(c))));
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.hear(Event::Input(Input::Paste(SafeText::clean(text))));
        self
    }

    /// Lets time pass, second by second as the program does.
    pub fn tick(&mut self, seconds: i64) -> &mut Self {
        for _ in 0..seconds {
            self.hear(Event::Tick(self.model.now + Duration::seconds(1)));
        }
        self
    }

    /// Gives the terminal a size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.hear(Event::Input(Input::Resize { width, height }));
        self
    }

    /// Shows another language.
    pub fn lang(&mut self, lang: Lang) -> &mut Self {
        self.model.lang = lang;
        self
    }

    /// What is drawn, with where the cursor stands.
    pub fn frame(&self) -> (Buffer, Option<(u16, u16)>) {
        frame(&self.model)
    }

    /// The lines of the screen, without the spaces at their ends.
    pub fn text(&self) -> String {
        text(&self.frame().0)
    }

    /// Checks that the screen shows these words, whatever spaces French sets them with and wherever a line breaks.
    #[track_caller]
    pub fn shows(&self, words: &str) {
        let text = self.text();
        assert!(shown(&text).contains(&shown(words)), "“{words}” is not on this screen:\n{text}");
    }

    /// Whether the screen says this somewhere; what a line holds is not cut by its cells.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }
}

/// What a text says without the frames around it, its line breaks, and the signs and spaces of one language.
pub fn shown(text: &str) -> String {
    let plain = text.replace(['│', '┌', '┐', '└', '┘', '─', '\u{202f}', '\u{a0}', '\n'], " ").replace('’', "'");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A model with plain colours at 100 by 30.
pub fn model(now: Moment, lang: Lang) -> Model {
    model_with(Rc::new(Texts::load()), now, lang)
}

/// The same with texts that were read before: reading them takes longer than drawing.
pub fn model_with(texts: Rc<Texts>, now: Moment, lang: Lang) -> Model {
    let look = Look {
        theme: ThemeName::Dark,
        ascii: false,
        demo: false,
        pull_minutes: 0,
        reports: SafeText::line("~/rapports"),
        keymap: Keymap::new(&BTreeMap::new()).expect("the keys of the table don't clash"),
    };
    Model::new(now, Size { width: 100, height: 30 }, texts, lang, look)
}

/// What a model draws, with where the cursor stands if it shows.
pub fn frame(model: &Model) -> (Buffer, Option<(u16, u16)>) {
    let backend = TestBackend::new(model.size.width, model.size.height);
    let mut terminal = Terminal::new(backend).expect("a terminal in memory");
    terminal.draw(|frame| ui::draw(frame, model)).expect("memory takes all");
    let backend = terminal.backend();
    let place = backend.cursor_position();
    (backend.buffer().clone(), backend.cursor_visible().then_some((place.x, place.y)))
}

/// The lines of a buffer, without the spaces at their ends.
pub fn text(buffer: &Buffer) -> String {
    let mut lines = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            line.push_str(symbol);
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// The demo's file in a language, filled once by each build of the tests: filling takes seconds, copying none.
fn demo_file(lang: Lang) -> PathBuf {
    let built = std::env::current_exe().and_then(|exe| exe.metadata()).and_then(|data| data.modified()).expect("the tests were built");
    let stamp = built.duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_millis();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let prefix = format!("demo-{}-", lang.code());
    let path = folder.join(format!("{prefix}{stamp}.db"));
    if !path.exists() {
        for old in std::fs::read_dir(folder).expect("the folder of the tests").flatten() {
            if old.file_name().to_string_lossy().starts_with(&prefix) {
                // Another test of this build may have been quicker.
                drop(std::fs::remove_file(old.path()));
            }
        }
        let filling = tempfile::tempdir_in(folder).expect("a folder");
        let mut store = Store::in_memory().expect("memory");
        demo::fill(&mut |job| store::serve(&mut store, job), lang).expect("the demo is filled");
        let copy = filling.path().join("demo.db");
        store::serve(&mut store, ronde::app::effect::Job::Backup(copy.clone())).expect("a copy");
        std::fs::rename(copy, &path).expect("the copy is in place");
    }
    path
}
