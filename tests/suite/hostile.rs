//! A comment is written by a stranger: whatever is in it, in whatever field, nothing acts on the terminal, every
//! border stays in its cell, and no command prints a control sequence and no log keeps one.
//!
//! Six hundred strangers stand in every field of every scene. Of many of them the border of the program
//! ([`SafeText`]) leaves the same text: plain `cargo test` draws each text that is left, on every scene, and reads it
//! through the vt100 parser. The long run, for which `.ci/run` sets `RONDE_LONG` and `RONDE_TMUX`, draws all six
//! hundred, and reads each frame through tmux besides.

mod commands;
mod corpus;
mod edges;
mod log;
mod scenes;
mod terminal;
mod tmux;
mod world;

use crate::given::at;
use crate::screen;
use corpus::corpus;
use edges::{Plain, Sign};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use ronde::app::effect::{Effect, Job, Ticket};
use ronde::app::event::{Event, News};
use ronde::app::key::{Input, Key};
use ronde::app::model::{Asker, Model};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::DeliveryId;
use ronde::domain::account::{Capabilities, Network};
use ronde::domain::delivery::Answer;
use ronde::domain::text::SafeText;
use ronde::lang::{Lang, Texts};
use ronde::store::{Store, serve};
use ronde::ui::pen::Pen;
use ronde::{app, ui};
use scenes::SCENES;
use std::collections::BTreeMap;
use std::rc::Rc;
use world::{Said, fill};

/// The screens over a store, without anything around them.
struct Stage {
    words: String,
    store: Store,
    model: Model,
    /// What the networks were asked and have not answered.
    calls: Vec<Ticket>,
}

impl Stage {
    fn with(words: &str) -> Self {
        Self::said(&Said::Same(words), &Rc::new(Texts::load()))
    }

    fn said(said: &Said<'_>, texts: &Rc<Texts>) -> Self {
        let mut store = Store::in_memory().expect("memory");
        fill(&mut store, said);
        let model = screen::model_with(Rc::clone(texts), at(30), Lang::Fr);
        let mut stage = Self { words: said.of("typed"), store, model, calls: Vec::new() };
        let effects = app::begin(&mut stage.model);
        stage.serve(effects);
        stage
    }

    /// Begins anew, on a file that holds nothing.
    fn begin_anew(&mut self) {
        let (size, texts) = (self.model.size, Rc::clone(&self.model.texts));
        self.store = Store::in_memory().expect("memory");
        self.model = Model { size, ..screen::model_with(texts, at(30), Lang::Fr) };
        let effects = app::begin(&mut self.model);
        self.serve(effects);
    }

    fn serve(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Store(ticket, job) => {
                        let reply = serve(&mut self.store, job);
                        next.extend(app::update(&mut self.model, Event::Store(ticket, reply)));
                    }
                    Effect::Net(ticket, _) => self.calls.push(ticket),
                    Effect::Desktop(_) | Effect::Quit | Effect::OpenDemo => {}
                }
            }
            effects = next;
        }
    }

    fn hear(&mut self, input: Input) {
        self.tell(Event::Input(input));
    }

    fn tell(&mut self, event: Event) {
        let effects = app::update(&mut self.model, event);
        self.serve(effects);
    }

    /// Answers all that the networks were asked.
    fn answer(&mut self, news: impl Fn() -> Result<News, Trouble>) {
        for ticket in std::mem::take(&mut self.calls) {
            self.tell(Event::Net(ticket, news()));
        }
    }

    /// Presses keys; `"word` types, and a word in capitals is what happens besides, in the stranger's words.
    fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            if let Some(typed) = key.strip_prefix('"') {
                typed.chars().for_each(|c| self.hear(Input::Key(Key::char(c))));
            } else if !self.happens(key) {
                self.hear(Input::Key(Key::parse(key).unwrap_or_else(|| panic!("{key} is no key"))));
            }
        }
    }

    /// What happens besides keys: a paste, what the system or the file says, what a network answers.
    fn happens(&mut self, word: &str) -> bool {
        let line = SafeText::line(&self.words);
        let trouble = |cause| Trouble { cause, account: None, detail: line.clone() };
        let paste = |text: &str| Event::Input(Input::Paste(SafeText::clean(text)));
        let event = match word {
            "PASTE" => paste(&self.words),
            // Three messages as they are copied from elsewhere.
            "SAID" => paste(&format!("Marie : a {line}\nJean : b {line}\nLou : c {line}")),
            "BANNED" => paste(&format!("C’est {}", world::banned(&self.words))),
            "DESKTOP" => Event::DesktopFailed(line),
            "REPORT" => Event::Wrote(Err(line)),
            "REPORTED" => Event::Wrote(Ok(vec![line.clone(), line])),
            "BRIEF" => Event::WroteBrief(Err(line)),
            "BRIEFED" => Event::WroteBrief(Ok(line)),
            "PERSON" => Event::WrotePerson(Ok(line)),
            "HOLIDAYS" => Event::Holidays(line.clone(), Err(line)),
            "FILE" => Event::Store(self.model.ask(Asker::Shell, Job::Load), Err(trouble(Cause::Failed))),
            "REFUSED" => {
                self.answer(|| Err(trouble(Cause::Rejected)));
                return true;
            }
            "NO" => {
                self.answer(|| Ok(News::Answer(DeliveryId(0), Answer::Refused { why: line.clone() })));
                return true;
            }
            // The time in which an act can be taken back, and a little more.
            "TICK" => Event::Tick(self.model.now + chrono::Duration::seconds(15)),
            "SERVER" => {
                let can = Capabilities { server: line.clone(), ..Capabilities::manual(Network::Mastodon) };
                self.answer(|| Ok(News::Server(Box::new(can.clone()))));
                return true;
            }
            "AUTHORIZE" => {
                self.answer(|| Ok(News::Authorize { url: line.clone(), caught: true }));
                return true;
            }
            "FRESH" => {
                self.begin_anew();
                return true;
            }
            _ => return false,
        };
        self.tell(event);
        true
    }

    fn resize(&mut self, size: Size) {
        self.hear(Input::Resize { width: size.width, height: size.height });
    }
}

/// What a terminal is given before each screen.
const BLANK: &[u8] = b"\x1b[0m\x1b[H\x1b[2J";

/// A screen as it is drawn.
struct Look {
    /// Its cells.
    buffer: Buffer,
    /// The bytes that it is drawn with.
    bytes: Vec<u8>,
    /// Where signs of frames have to stand.
    borders: Vec<Sign>,
}

impl Look {
    fn at(model: &Model, plain: Option<&Plain>) -> Self {
        let mut bytes = Vec::new();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, model.size.width, model.size.height)) };
        let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("bytes take all");
        let mut moves = None;
        let drawn = terminal.draw(|frame| {
            moves = Some(edges::Moves::of(&Pen::new(frame, model), model));
            ui::draw(frame, model);
        });
        let buffer = drawn.expect("bytes take all").buffer.clone();
        drop(terminal);
        let borders = plain.zip(moves).map_or_else(|| edges::signs(&buffer), |(plain, moves)| plain.expected(model, moves));
        Self { buffer, bytes, borders }
    }

    /// What is wrong with it before any terminal reads it.
    fn wrong(&self) -> Option<String> {
        let cell = self.buffer.content().iter().map(ratatui::buffer::Cell::symbol);
        if let Some(symbol) = cell.into_iter().find(|symbol| symbol.len() > 32 || symbol.chars().any(acts)) {
            return Some(format!("a cell holds {symbol:?}"));
        }
        if let Some(strange) = strange(&self.bytes) {
            return Some(format!("it is drawn with {strange:?}"));
        }
        let moved = edges::moved(&self.borders, &self.buffer);
        (!moved.is_empty()).then(|| format!("{moved:?} do not stand in\n{}", screen::text(&self.buffer)))
    }
}

/// The first thing among bytes that is neither text nor one of the few sequences that screens are drawn with: a place,
/// a style, the cursor shown or hidden.
fn strange(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut pieces = text.split('\u{1b}');
    let plain = |text: &str| text.chars().find(|c| acts(*c)).map(String::from);
    plain(pieces.next().unwrap_or_default()).or_else(|| {
        pieces.find_map(|piece| {
            let end = piece.find(|c: char| c.is_ascii_alphabetic()).map_or(piece.len(), |end| end + 1);
            let (sequence, rest) = piece.split_at(end);
            let numbers = |sequence: &str, end: char| {
                let inside = sequence.strip_prefix('[').and_then(|inside| inside.strip_suffix(end));
                inside.is_some_and(|inside| inside.chars().all(|c| c.is_ascii_digit() || c == ';'))
            };
            let own = numbers(sequence, 'H') || numbers(sequence, 'm') || matches!(sequence, "[?25l" | "[?25h");
            if own { plain(rest) } else { Some(sequence.to_owned()) }
        })
    })
}

/// Whether a terminal, or whoever reads a line, would take this for more than a sign.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

const SMALL: Size = Size::new(80, 24);
const LARGE: Size = Size::new(120, 40);

/// How many tests walk side by side.
const PARTS: usize = 4;

/// The strangers by what is left of their words: those of whom the same is left stand together.
fn groups() -> Vec<Vec<(String, String)>> {
    let left = |words: &str| (SafeText::clean(words), SafeText::line(words), SafeText::clean(&format!("{words} bis")));
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (name, words) in corpus() {
        groups.entry(left(&words)).or_default().push((name, words));
    }
    groups.into_values().collect()
}

/// Walks every scene with each of these strangers at a size, and reads each through both terminals. Gives how many
/// frames were read.
fn walk(strangers: &[(String, String)], size: Size) -> usize {
    // Where nothing is left of a text, a dialog has no line for it: such a one is compared with no text at all.
    let texts = Rc::new(Texts::load());
    let plain = ["mot", ""].map(|words| {
        let mut stage = Stage::said(&Said::Same(words), &texts);
        stage.resize(size);
        let mut plain = Vec::new();
        for scene in SCENES {
            stage.keys(scene.keys);
            plain.push(Plain::of(&mut stage));
        }
        plain
    });
    let (mut terminal, mut tmux) = (terminal::Terminal::new(size), tmux::Tmux::asked(size));
    let mut wrong = BTreeMap::new();
    let mut last: Vec<Option<Look>> = SCENES.iter().map(|_| None).collect();
    for (name, words) in strangers {
        let plain = &plain[usize::from(SafeText::clean(words).is_blank())];
        let mut stage = Stage::said(&Said::Same(words), &texts);
        stage.resize(size);
        for ((scene, plain), last) in SCENES.iter().zip(plain).zip(&mut last) {
            stage.keys(scene.keys);
            let look = Look::at(&stage.model, Some(plain));
            // The very bytes that both terminals have read just before show what they showed.
            if last.as_ref().is_some_and(|last| last.bytes == look.bytes && last.borders == look.borders) {
                continue;
            }
            let told = look.wrong().or_else(|| scene.missed(&look.buffer)).or_else(|| terminal.read(&look));
            let told = told.or_else(|| tmux.as_mut().and_then(|tmux| tmux.read(&look)));
            if let Some(told) = told {
                let (times, _) = wrong.entry(scene.keys).or_insert((0, format!("{name} on {}, {size}: {told}", scene.keys)));
                *times += 1;
            }
            *last = Some(look);
        }
        if let Some(changed) = tmux.as_mut().and_then(tmux::Tmux::changed) {
            panic!("{name}: {changed}");
        }
    }
    let told: Vec<String> = wrong.into_values().map(|(times, told)| format!("{times} times: {told}")).collect();
    assert!(told.is_empty(), "{} scenes:\n{}", told.len(), told.join("\n"));
    strangers.len() * SCENES.len()
}

/// One of the tests that walk side by side.
fn walk_part(part: usize) {
    let long = std::env::var_os("RONDE_LONG").is_some();
    let groups = groups();
    assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), 600);
    let ours: Vec<_> = groups.into_iter().skip(part).step_by(PARTS).collect();
    let one_of_each: Vec<_> = ours.iter().map(|group| group[0].clone()).collect();
    let small = walk(&if long { ours.concat() } else { one_of_each.clone() }, SMALL);
    let large = walk(&if long { one_of_each } else { one_of_each.into_iter().step_by(8).collect() }, LARGE);
    println!("part {part}: {small} frames of {SMALL}, {large} of {LARGE}");
}

#[test]
fn six_hundred_strangers_on_every_scene_move_no_border_and_no_terminal_first_part() {
    walk_part(0);
}

#[test]
fn six_hundred_strangers_on_every_scene_move_no_border_and_no_terminal_second_part() {
    walk_part(1);
}

#[test]
fn six_hundred_strangers_on_every_scene_move_no_border_and_no_terminal_third_part() {
    walk_part(2);
}

#[test]
fn six_hundred_strangers_on_every_scene_move_no_border_and_no_terminal_last_part() {
    walk_part(3);
}

#[test]
fn what_acts_on_a_terminal_is_told_by_each_of_them() {
    let look = |bytes: &str, borders: &[Sign]| Look { buffer: Buffer::default(), bytes: bytes.into(), borders: borders.to_vec() };
    let mut terminal = terminal::Terminal::new(SMALL);
    let mut tmux = tmux::Tmux::asked(SMALL);
    let border = [(3, 0, "│".to_owned())];
    for (bytes, well) in [("中a│", true), ("中aa│", false), ("中│", false)] {
        assert_eq!(terminal.read(&look(bytes, &border)).is_none(), well, "{bytes}");
        if let Some(tmux) = &mut tmux {
            assert_eq!(tmux.read(&look(bytes, &border)).is_none(), well, "{bytes}");
        }
    }
    for bytes in ["a\u{7}", "\u{1b}]0;x\u{7}", "\u{1b}]52;c;cGF5\u{7}", "\u{1b}[?1049h", "\u{1b}[?2004h"] {
        assert!(terminal::Terminal::new(SMALL).read(&look(bytes, &[])).is_some(), "{bytes:?}");
    }
    let Some(tmux) = &mut tmux else { return };
    assert!(tmux.read(&look("\u{1b}[c", &[])).is_some(), "it was made to answer");
    assert_eq!(tmux.changed(), None);
    assert_eq!(tmux.read(&look("\u{1b}]0;x\u{7}", &[])), None);
    assert!(tmux.changed().is_some(), "it has another title");
}

#[test]
fn a_sequence_that_is_not_our_own_is_told_from_those_that_are() {
    assert_eq!(strange("\u{1b}[1;1H\u{1b}[0;38;5;3mmot é\u{1b}[?25l".as_bytes()), None);
    for bytes in ["\u{1b}]0;x\u{7}", "\u{1b}[2J", "\u{1b}[?1049h", "\u{1b}c", "a\u{9b}1H", "\u{1b}[1;1Ha\u{7}", "\u{1b}", "\u{202e}"] {
        assert!(strange(bytes.as_bytes()).is_some(), "{bytes:?}");
    }
}

#[test]
fn a_word_of_a_megabyte_is_cut_and_moves_no_border() {
    let mut twin = Stage::with("mot");
    for word in ["x", "é", "👩\u{200d}"] {
        let mut stage = Stage::with(&word.repeat(1_000_000 / word.len()));
        for keys in ["1", "2"] {
            twin.keys(keys);
            stage.keys(keys);
            let look = Look::at(&stage.model, Some(&Plain::of(&mut twin)));
            assert_eq!(look.wrong(), None);
        }
    }
}
