//! A comment is written by a stranger: whatever is in it, in whatever field, nothing acts on the terminal, every
//! border stays in its cell, and no command prints a control sequence.

mod commands;
mod corpus;
mod scenes;
mod tmux;
mod world;

use crate::given::at;
use crate::screen;
use corpus::corpus;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ronde::app::effect::Effect;
use ronde::app::event::Event;
use ronde::app::key::{Input, Key};
use ronde::app::model::Model;
use ronde::domain::text::SafeText;
use ronde::lang::Lang;
use ronde::store::{Store, serve};
use ronde::{app, ui};
use scenes::{SCENES, Scene};
use std::num::NonZeroU16;
use world::fill;

/// Signs that frames are made of, but for the level ones: those share their line with a title.
const BORDER: &str = "│┌┐└┘├┤┬┴┼";

/// The screens over a store, without anything around them.
struct Stage {
    words: String,
    store: Store,
    model: Model,
}

impl Stage {
    fn with(words: &str) -> Self {
        let mut store = Store::in_memory().expect("memory");
        fill(&mut store, words);
        let mut stage = Self { words: words.to_owned(), store, model: screen::model(at(30), Lang::Fr) };
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

    /// Presses keys; `"word` types, `PASTE` pastes the stranger's words, `SAID` three messages that hold them,
    /// `BANNED` what the charter refuses.
    fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let line = SafeText::line(&self.words);
            match key {
                "PASTE" => self.hear(Input::Paste(SafeText::clean(&self.words.clone()))),
                "SAID" => {
                    let said = format!("Marie : a {line}\nJean : b {line}\nLou : c {line}");
                    self.hear(Input::Paste(SafeText::clean(&said)));
                }
                "BANNED" => self.hear(Input::Paste(SafeText::clean(&format!("C’est {}", world::banned(&self.words))))),
                _ => match key.strip_prefix('"') {
                    Some(typed) => typed.chars().for_each(|c| self.hear(Input::Key(Key::char(c)))),
                    None => self.hear(Input::Key(Key::parse(key).unwrap_or_else(|| panic!("{key} is no key")))),
                },
            }
        }
    }

    /// Every screen on which somebody's words stand, at a size. All are walked, those of one share are drawn.
    fn frames(&mut self, width: u16, height: u16, share: Option<usize>) -> Vec<(&'static Scene, Buffer)> {
        self.hear(Input::Resize { width, height });
        let mut frames = Vec::new();
        for (place, scene) in SCENES.iter().enumerate() {
            self.keys(scene.keys);
            if share.is_none_or(|share| place % SHARES == share % SHARES) {
                frames.push((scene, screen::frame(&self.model).0));
            }
        }
        frames
    }
}

/// Where the signs of frames stand.
fn borders(buffer: &Buffer) -> Vec<(u16, u16, String)> {
    let area = buffer.area;
    let places = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y)));
    let symbols = places.map(|(x, y)| (x, y, buffer[(x, y)].symbol().to_owned()));
    symbols.filter(|(_, _, symbol)| BORDER.contains(symbol.as_str()) && !symbol.is_empty()).collect()
}

/// The borders of a frame that stand elsewhere in another, or not at all. A notice of more lines takes them from
/// the bottom of the panels: their lower edge may stand that much higher.
fn moved(twin: &Buffer, frame: &Buffer) -> Vec<(u16, u16, String)> {
    let end = |buffer: &Buffer| (0..buffer.area.height).rev().find(|y| buffer[(0, *y)].symbol() == "└").unwrap_or(buffer.area.height);
    let (there, below, end) = (borders(frame), end(twin), end(frame));
    let expected = borders(twin).into_iter().filter(|(_, y, _)| *y < end.min(below) || *y >= below);
    let expected = expected.map(|(x, y, sign)| (x, if y == below { end } else { y }, sign));
    expected.filter(|border| !there.contains(border)).collect()
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
    let twins = ["mot", ""].map(|words| sizes.map(|(width, height)| Stage::with(words).frames(width, height, None)));
    let mut wrong = Vec::new();
    for (place, (name, words)) in corpus().into_iter().skip(part).step_by(PARTS).enumerate() {
        let plain = &twins[usize::from(SafeText::clean(&words).is_blank())];
        let taken = if long || place % 4 == 0 { sizes.len() } else { 1 };
        for ((width, height), plain) in sizes.into_iter().zip(plain).take(taken) {
            let mut stage = Stage::with(&words);
            let share = (!long).then_some(place);
            for (scene, frame) in stage.frames(width, height, share) {
                let keys = scene.keys;
                let (_, twin) = plain.iter().find(|(known, _)| std::ptr::eq(*known, scene)).expect("the twin walks them all");
                for cell in frame.content() {
                    let symbol = cell.symbol();
                    assert!(symbol.len() <= 32 && !symbol.chars().any(acts), "{name} on {keys}: {symbol:?}");
                }
                let missing = if scene.grows { scenes::broken(&frame, scene.shows) } else { moved(twin, &frame) };
                if !missing.is_empty() {
                    let (shown, twin) = (screen::text(&frame), screen::text(twin));
                    wrong.push((keys, format!("{name} on {keys}, {width}x{height}: {missing:?} in\n{shown}\nnot\n{twin}")));
                }
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
    wrong.dedup_by_key(|(keys, _)| *keys);
    let told: Vec<String> = wrong.into_iter().map(|(_, told)| told).collect();
    assert!(told.is_empty(), "{} times:\n{}", told.len(), told.join("\n"));
}

const PARTS: usize = 4;
/// Drawing every scene for every stranger takes minutes: unless the long run is asked for, each stranger is drawn on
/// every third scene, the next one on the scenes after those.
const SHARES: usize = 3;

#[test]
fn six_hundred_strangers_on_the_scenes_in_turn_move_no_border_and_no_terminal_first_part() {
    assert_eq!(corpus().len(), 600);
    walk(0);
}

#[test]
fn six_hundred_strangers_on_the_scenes_in_turn_move_no_border_and_no_terminal_second_part() {
    walk(1);
}

#[test]
fn six_hundred_strangers_on_the_scenes_in_turn_move_no_border_and_no_terminal_third_part() {
    walk(2);
}

#[test]
fn six_hundred_strangers_on_the_scenes_in_turn_move_no_border_and_no_terminal_last_part() {
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
