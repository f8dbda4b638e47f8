//! A comment is written by a stranger: whatever is in it, in whatever field, nothing acts on the terminal, every
//! border stays in its cell, and no command prints a control sequence.

mod corpus;
mod tmux;

use crate::given::{at, incoming};
use crate::screen;
use corpus::corpus;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ronde::app::effect::{Effect, Job, Page, Stream};
use ronde::app::event::{Event, Reply};
use ronde::app::key::{Input, Key};
use ronde::app::model::Model;
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::Brand;
use ronde::domain::contact::Contact;
use ronde::domain::conversation::Turn;
use ronde::domain::count::CountRule;
use ronde::domain::delivery::Journey;
use ronde::domain::facts::Section;
use ronde::domain::highlight::{Highlight, HighlightKind};
use ronde::domain::message::{Incoming, MessageState};
use ronde::domain::person::PersonKind;
use ronde::domain::post::{ApprovalOf, Media, Post, PostState, Variant};
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::text::SafeText;
use ronde::domain::time::Period;
use ronde::domain::{AccountId, BrandId, ContactId, HighlightId, MessageId, PersonId, PostId, VariantId};
use ronde::lang::Lang;
use ronde::store::{Store, serve};
use ronde::{app, ui};
use std::num::NonZeroU16;
use std::process::Command;

/// Signs that frames are made of, but for the level ones: those share their line with a title.
const BORDER: &str = "│┌┐└┘├┤┬┴┼";

fn ask(store: &mut Store, job: Job) -> Reply {
    serve(store, job).expect("the file takes it")
}

/// A world in which `words` stand in every field that a person or a network fills.
fn fill(store: &mut Store, words: &str) {
    let (text, line) = (SafeText::clean(words), SafeText::line(words));
    // The file refuses a brand or a contact without a name, as every form does.
    let named = if line.is_blank() { SafeText::line("x") } else { line.clone() };
    let brand = Brand { name: named.clone(), ..crate::given::a_brand() };
    ask(store, Job::SaveBrand(Box::new(brand), at(0)));
    let account = Account {
        id: AccountId(0),
        brand: BrandId(1),
        network: Network::Mastodon,
        access: Access::Connected,
        handle: named.clone(),
        server: line.clone(),
        remote_id: line.clone(),
        capabilities: Capabilities {
            server: line.clone(),
            can: Ability::ALL.iter().copied().collect(),
            count: CountRule::of(Network::Mastodon),
            media_limit: 4,
            alt_limit: 1500,
        },
        standing: Standing::Well,
    };
    ask(store, Job::SaveAccount(Box::new(account), at(0)));
    let contact = Contact {
        id: ContactId(0),
        brand: BrandId(1),
        name: named.clone(),
        role: line.clone(),
        email: line.clone(),
        validates: true,
        receives_reports: true,
    };
    ask(store, Job::SaveContact(Box::new(contact), at(0)));
    let message = |number: i64| Incoming {
        remote_id: SafeText::line(&format!("m{number}")),
        author: line.clone(),
        handle: line.clone(),
        text: text.clone(),
        url: Some(line.clone()),
        ..incoming(number)
    };
    let page = Page { stream: Stream::Incoming, incoming: (0..5).map(message).collect(), own: Vec::new(), cursor: None, more: false };
    ask(store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(5) });
    let turn = |number: i64| Turn {
        remote_id: SafeText::line(&format!("m{number}")),
        parent: (number > 0).then(|| SafeText::line(&format!("m{}", number - 1))),
        author: line.clone(),
        handle: line.clone(),
        text: text.clone(),
        at: at(number),
        ours: number == 1,
    };
    ask(store, Job::TakeContext(MessageId(1), (0..3).map(turn).collect(), at(6)));
    ask(store, Job::SavePerson(PersonId(1), PersonKind::Journalist, text.clone(), at(6)));
    ask(store, Job::KeepDraft(MessageId(1), text.clone(), at(6)));
    let lend = MessageState::Delegated { contact: ContactId(1), due: at(7) };
    ask(store, Job::Decide { messages: vec![MessageId(2)], state: lend, at: at(6), sweep: None, reason: text.clone() });
    let reply = ask(store, Job::Answer { message: MessageId(3), text: named.clone(), at: at(6), sweep: None, by_hand: false });
    let Reply::Answered { delivery: Some(held), .. } = reply else { panic!("a delivery: {reply:?}") };
    let mut journey = vec![held.release()];
    journey.push(journey[0].clone().map(|step| ronde::domain::delivery::Move {
        from: step.to.stage(),
        to: Journey::Sending { since: at(6) },
        ..step
    }));
    for step in journey.into_iter().flatten() {
        ask(store, Job::Advance(Box::new(step), at(6)));
    }
    for kind in HighlightKind::ALL.iter().copied() {
        let highlight = Highlight {
            id: HighlightId(0),
            brand: BrandId(1),
            kind,
            text: text.clone(),
            author: line.clone(),
            url: Some(line.clone()),
            message: Some(MessageId(1)),
            contact: Some(ContactId(1)),
            at: at(6),
        };
        ask(store, Job::Keep(Box::new(highlight)));
    }
    let today = at(0).date_naive();
    for (number, day) in [None, Some(today), Some(today)].into_iter().enumerate() {
        let variant =
            Variant { id: VariantId(0), account: AccountId(1), text: (number == 2).then(|| text.clone()), url: None, remote_id: None };
        let post = Post {
            id: PostId(0),
            brand: BrandId(1),
            title: named.clone(),
            text: text.clone(),
            media: vec![Media { path: line.clone(), alt: line.clone() }],
            pillar: line.clone(),
            state: PostState::Idea,
            day,
            due: None,
            variants: vec![variant],
            approvals: Vec::new(),
            note: text.clone(),
        };
        ask(store, Job::SavePost(Box::new(post), at(6)));
    }
    let given =
        Job::Approve { post: PostId(2), of: ApprovalOf::Plan, by: line.clone(), words: named.clone(), passed_over: true, at: at(6) };
    ask(store, given);
    let reading = Reading {
        account: AccountId(1),
        variant: None,
        day: today,
        metric: Metric::Followers,
        value: Some(12),
        source: Source::Typed,
        definition: line,
        at: at(6),
    };
    ask(store, Job::WriteReadings(vec![reading], ronde::domain::journal::Actor::Cm, at(6)));
    for section in Section::ALL.iter().copied().filter(|section| section.has_text()) {
        ask(store, Job::SaveSection(BrandId(1), Period::month_of(today), section, text.clone(), at(6)));
    }
}

/// The screens over a store, without anything around them.
struct Stage {
    store: Store,
    model: Model,
}

impl Stage {
    fn with(words: &str) -> Self {
        let mut store = Store::in_memory().expect("memory");
        fill(&mut store, words);
        let mut stage = Self { store, model: screen::model(at(30), Lang::Fr) };
        let effects = app::begin(&mut stage.model);
        stage.serve(effects);
        stage
    }

    fn serve(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                // What the networks would say is no business of these tests.
                if let Effect::Store(ticket, job) = effect {
                    let reply = serve(&mut self.store, job);
                    next.extend(app::update(&mut self.model, Event::Store(ticket, reply)));
                }
            }
            effects = next;
        }
    }

    fn hear(&mut self, input: Input) {
        let effects = app::update(&mut self.model, Event::Input(input));
        self.serve(effects);
    }

    fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.hear(Input::Key(Key::parse(key).expect("a key")));
        }
    }

    /// Every screen on which somebody's words stand, at a size.
    fn frames(&mut self, width: u16, height: u16) -> Vec<(&'static str, Buffer)> {
        self.hear(Input::Resize { width, height });
        let scenes = [
            "1",
            "1 ,",
            "2",
            "2 Right Right",
            "2 p",
            "Esc 2 r",
            "Esc 2 d",
            "Esc 2 x",
            "Esc 2 , Home",
            "; 3",
            "3 Enter",
            "Esc Esc 4",
            "4 v",
            "4 Enter",
            "Esc Esc Esc 5",
            "6",
            "6 j j",
            "6 Enter",
            "Esc Esc 7",
            "7 Tab",
            "7 Enter",
            "Esc Esc B",
            "Esc :",
            "Esc 1",
        ];
        scenes
            .into_iter()
            .map(|keys| {
                self.keys(keys);
                (keys, screen::frame(&self.model).0)
            })
            .collect()
    }
}

/// Where the signs of frames stand.
fn borders(buffer: &Buffer) -> Vec<(u16, u16, String)> {
    let area = buffer.area;
    let places = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y)));
    let symbols = places.map(|(x, y)| (x, y, buffer[(x, y)].symbol().to_owned()));
    symbols.filter(|(_, _, symbol)| BORDER.contains(symbol.as_str()) && !symbol.is_empty()).collect()
}

/// What a terminal was asked to do besides showing text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Acts(Vec<String>);

impl vt100::Callbacks for Acts {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("bell".to_owned());
    }
    fn visual_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("visual bell".to_owned());
    }
    fn resize(&mut self, _: &mut vt100::Screen, request: (u16, u16)) {
        self.0.push(format!("resize {request:?}"));
    }
    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.0.push(format!("icon {name:?}"));
    }
    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.0.push(format!("title {title:?}"));
    }
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.0.push(format!("clipboard {data:?}"));
    }
    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.0.push("paste".to_owned());
    }
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        self.0.push(format!("char {c:?}"));
    }
    fn unhandled_control(&mut self, _: &mut vt100::Screen, byte: u8) {
        self.0.push(format!("control {byte:#x}"));
    }
    fn unhandled_escape(&mut self, _: &mut vt100::Screen, one: Option<u8>, two: Option<u8>, byte: u8) {
        self.0.push(format!("escape {one:?} {two:?} {byte:#x}"));
    }
    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        self.0.push(format!("osc {params:?}"));
    }
}

/// The bytes that a model is drawn with.
fn drawn(model: &Model) -> Vec<u8> {
    let (width, height) = (model.size.width, model.size.height);
    let mut bytes = Vec::new();
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, width, height)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("bytes take all");
    terminal.draw(|frame| ui::draw(frame, model)).expect("bytes take all");
    drop(terminal);
    bytes
}

/// What a terminal makes of the bytes that a model is drawn with.
fn shown(model: &Model) -> (vt100::Parser<Acts>, Vec<u8>) {
    let (width, height, bytes) = (model.size.width, model.size.height, drawn(model));
    let cells = |number| NonZeroU16::new(number).expect("a size");
    let mut parser = vt100::Parser::new_with_callbacks(cells(height), cells(width), 0, Acts::default());
    parser.process(&bytes);
    (parser, bytes)
}

/// Whether a terminal, or whoever reads a line, would take this for more than a sign.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The parts of the corpus are walked by tests that run side by side.
fn walk(part: usize) {
    let sizes = [(80, 24), (120, 40)];
    // All of them at both sizes takes minutes: the larger size takes every fourth unless the long run is asked for.
    let long = std::env::var_os("RONDE_LONG").is_some();
    // Where nothing is left of a text, a dialog has no line for it: such a one is compared with no text at all.
    let twins = ["mot", ""].map(|words| {
        let mut twin = Stage::with(words);
        sizes.map(|(width, height)| twin.frames(width, height))
    });
    for (place, (name, words)) in corpus().into_iter().skip(part).step_by(PARTS).enumerate() {
        let mut stage = Stage::with(&words);
        let plain = &twins[usize::from(SafeText::clean(&words).is_blank())];
        let taken = if long || place % 4 == 0 { sizes.len() } else { 1 };
        for ((width, height), plain) in sizes.into_iter().zip(plain).take(taken) {
            for ((scene, frame), (_, twin)) in stage.frames(width, height).into_iter().zip(plain) {
                for cell in frame.content() {
                    let symbol = cell.symbol();
                    assert!(symbol.len() <= 32 && !symbol.chars().any(acts), "{name} on {scene}: {symbol:?}");
                }
                let (moved, there) = (borders(twin), borders(&frame));
                let missing: Vec<_> = moved.iter().filter(|border| !there.contains(border)).collect();
                assert!(
                    missing.is_empty(),
                    "{name} on {scene}, {width}x{height}: {missing:?} in\n{}\nnot\n{}",
                    screen::text(&frame),
                    screen::text(twin)
                );
            }
            // The last scene as a terminal shows it, and the one in which most of it stands.
            for keys in ["1", "2"] {
                stage.keys(keys);
                let (parser, bytes) = shown(&stage.model);
                assert_eq!(parser.callbacks(), &Acts::default(), "{name}");
                let screen = parser.screen();
                assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.application_cursor(), "{name}");
                let text = String::from_utf8(bytes).expect("UTF-8");
                let escapes = text.match_indices('\u{1b}').filter(|(at, _)| !text[at + 1..].starts_with('['));
                assert_eq!(escapes.count(), 0, "{name}: an escape that is no style or place");
                for (x, y, symbol) in borders(&screen::frame(&stage.model).0) {
                    let cell = screen.cell(y, x).expect("a cell");
                    assert_eq!(cell.contents(), symbol, "{name}: at {x},{y} a terminal shows another sign");
                }
            }
        }
    }
}

const PARTS: usize = 4;

#[test]
fn six_hundred_strangers_move_no_border_and_no_terminal_first_part() {
    assert_eq!(corpus().len(), 600);
    walk(0);
}

#[test]
fn six_hundred_strangers_move_no_border_and_no_terminal_second_part() {
    walk(1);
}

#[test]
fn six_hundred_strangers_move_no_border_and_no_terminal_third_part() {
    walk(2);
}

#[test]
fn six_hundred_strangers_move_no_border_and_no_terminal_last_part() {
    walk(3);
}

#[test]
fn a_word_of_a_megabyte_is_cut_and_moves_no_border() {
    let mut twin = Stage::with("mot");
    for word in ["x", "é", "👩\u{200d}"] {
        let mut stage = Stage::with(&word.repeat(1_000_000 / word.len()));
        for keys in ["1", "2"] {
            twin.keys(keys);
            stage.keys(keys);
            let (frame, plain) = (screen::frame(&stage.model).0, screen::frame(&twin.model).0);
            let there = borders(&frame);
            assert!(borders(&plain).iter().all(|border| there.contains(border)), "{}", screen::text(&frame));
        }
    }
}

#[test]
fn no_command_prints_what_acts_on_a_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data/ronde.db");
    let mut store = Store::open(&path).expect("a new file");
    fill(&mut store, "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}x");
    let messages = corpus().into_iter().zip(100..).map(|((_, words), number)| Incoming {
        author: SafeText::line(&words),
        handle: SafeText::line(&words),
        text: SafeText::clean(&words),
        ..incoming(number)
    });
    let page = Page { stream: Stream::Incoming, incoming: messages.collect(), own: Vec::new(), cursor: None, more: false };
    ask(&mut store, Job::Take { account: AccountId(1), page: Box::new(page), at: at(900) });
    drop(store);
    let lists: [&[&str]; 9] = [
        &["inbox", "--view", "all", "--limit", "1000"],
        &["brand", "list"],
        &["account", "list"],
        &["contact", "list"],
        &["post", "list"],
        &["post", "show", "1"],
        &["readings"],
        &["publish", "--dry-run"],
        &["inbox", "--filter", "\u{1b}]0;pwned\u{7}\u{202e}"],
    ];
    for args in lists {
        for json in [false, true] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_ronde"));
            command.env_clear().env("HOME", folder.path()).env("RONDE_SECRETS", "file").env("RONDE_NOW", "2026-11-04T10:00:00Z");
            command.env("RONDE_DB", &path).env("RONDE_CONFIG", folder.path().join("config.toml"));
            command.args(args).args(json.then_some("--json"));
            let output = command.output().expect("it runs");
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8(said).expect("UTF-8");
            let acting: Vec<char> = said.chars().filter(|c| *c != '\n' && acts(*c)).collect();
            assert!(acting.is_empty(), "{args:?}, json {json}: {acting:?}");
            assert!(!said.is_empty(), "{args:?}");
        }
    }
}
