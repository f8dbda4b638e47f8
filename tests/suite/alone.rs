//! The app alone: keys in, screen out; what it asks of networks waits for the answer a test gives.

use chrono::Duration;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ronde::app::effect::{Call, Desktop, Effect, Job, Ticket};
use ronde::app::event::{Event, News, Reply};
use ronde::app::key::{Input, Key};
use ronde::app::keymap::Keymap;
use ronde::app::model::{Look, Model, ThemeName};
use ronde::app::trouble::Trouble;
use ronde::app::{begin, update};
use ronde::domain::post::Post;
use ronde::domain::text::SafeText;
use ronde::domain::time::{Moment, Period};
use ronde::lang::{Lang, Texts};
use ronde::layout::Size;
use ronde::store::{Store, serve};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The app with a store of its own; what it asks of networks and of the desktop is kept.
pub struct Screen {
    /// All that the screens know.
    pub model: Model,
    /// What the app asked of networks, without a reply yet.
    pub calls: Vec<(Ticket, Call)>,
    /// What the app asked of the desktop.
    pub desktop: Vec<Desktop>,
    /// Whether the app asked to leave.
    pub left: bool,
    /// Whether jobs for the file wait until [`Screen::let_write`].
    pub slow: bool,
    store: Store,
    waiting: Vec<(Ticket, Job)>,
}

impl Screen {
    /// The app over a store that was filled before, at an instant, in French, 100 × 30.
    pub fn over(store: Store, now: Moment) -> Self {
        let look = Look {
            theme: ThemeName::Mono,
            ascii: false,
            demo: false,
            pull_minutes: 0,
            reports: SafeText::line("reports"),
            keymap: Keymap::new(&BTreeMap::new()).expect("the default keys don't clash"),
        };
        let size = Size { width: 100, height: 30 };
        let mut model = Model::new(now, size, Rc::new(Texts::load()), Lang::Fr, look);
        let effects = begin(&mut model);
        let mut screen = Self { model, calls: Vec::new(), desktop: Vec::new(), left: false, slow: false, store, waiting: Vec::new() };
        screen.carry_out(effects);
        screen
    }

    /// The same in English.
    pub fn in_english(mut self) -> Self {
        self.model.lang = Lang::En;
        self
    }

    /// The terminal takes another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.hear(Event::Input(Input::Resize { width, height }));
    }

    /// Presses keys, written as the config writes them: `a Enter Ctrl+D Shift+Left`.
    pub fn keys(&mut self, keys: &str) {
        for text in keys.split_whitespace() {
            let key = Key::parse(text).unwrap_or_else(|| panic!("{text} is no key"));
            self.hear(Event::Input(Input::Key(key)));
        }
    }

    /// Types a text, a key a character.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            let key = if c == '\n' { Key::parse("Enter").expect("a key") } else { Key::char(c) };
            self.hear(Event::Input(Input::Key(key)));
        }
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.hear(Event::Input(Input::Paste(SafeText::clean(text))));
    }

    /// The network answers the oldest call.
    pub fn reply_net(&mut self, news: Result<News, Trouble>) {
        let (ticket, _) = self.calls.remove(0);
        self.hear(Event::Net(ticket, news));
    }

    /// Some seconds pass.
    pub fn tick(&mut self, seconds: i64) {
        self.hear(Event::Tick(self.model.now + Duration::seconds(seconds)));
    }

    /// Any event.
    pub fn hear(&mut self, event: Event) {
        let effects = update(&mut self.model, event);
        self.carry_out(effects);
    }

    /// The file catches up with what was asked while it was slow.
    pub fn let_write(&mut self) {
        self.slow = false;
        for (ticket, job) in std::mem::take(&mut self.waiting) {
            let reply = serve(&mut self.store, job);
            self.hear(Event::Store(ticket, reply));
        }
    }

    /// The reading connection is quicker than the writing one: what only reads is answered, what writes still waits.
    pub fn let_read_first(&mut self) {
        let (reads, writes) = std::mem::take(&mut self.waiting).into_iter().partition(|(_, job)| !job.writes());
        self.waiting = writes;
        let reads: Vec<(Ticket, Job)> = reads;
        for (ticket, job) in reads {
            let reply = serve(&mut self.store, job);
            self.hear(Event::Store(ticket, reply));
        }
    }

    /// The jobs that wait for a slow file.
    pub fn jobs_waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Asks the file aside from the app.
    pub fn ask(&mut self, job: Job) -> Reply {
        serve(&mut self.store, job).expect("the job is carried out")
    }

    /// The posts of the month.
    pub fn posts(&mut self) -> Vec<Post> {
        let brand = self.model.brand.expect("a brand");
        match self.ask(Job::Posts(brand, Period::month_of(self.model.day()))) {
            Reply::Posts(posts) => posts,
            other => panic!("posts, not {other:?}"),
        }
    }

    /// The one post of the month.
    pub fn post(&mut self) -> Post {
        let mut posts = self.posts();
        assert_eq!(posts.len(), 1, "{posts:?}");
        posts.remove(0)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Store(ticket, job) if self.slow => self.waiting.push((ticket, job)),
                Effect::Store(ticket, job) => {
                    let reply = serve(&mut self.store, job);
                    self.hear(Event::Store(ticket, reply));
                }
                Effect::Net(ticket, call) => self.calls.push((ticket, call)),
                Effect::Desktop(desktop) => self.desktop.push(desktop),
                Effect::OpenDemo | Effect::Quit => self.left = true,
            }
        }
    }

    /// The screen as lines, as it is drawn now.
    pub fn text(&self) -> String {
        let Size { width, height } = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal in memory");
        terminal.draw(|frame| ronde::ui::draw(frame, &self.model)).expect("a frame");
        let buffer = terminal.backend().buffer();
        let line = |row: u16| (0..width).map(|column| buffer[(column, row)].symbol()).collect::<String>();
        (0..height).map(|row| line(row).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    /// Asserts that the screen shows a text; shows the screen if it doesn't.
    pub fn shows(&self, text: &str) {
        let screen = self.text();
        assert!(plain(&screen).contains(&plain(text)), "« {text} » is not on this screen:\n{screen}");
    }

    /// Asserts that the screen doesn't show a text.
    pub fn hides(&self, text: &str) {
        let screen = self.text();
        assert!(!plain(&screen).contains(&plain(text)), "« {text} » is on this screen:\n{screen}");
    }
}

/// French spaces as plain ones: a test says words, not typography.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ").replace('’', "'")
}
