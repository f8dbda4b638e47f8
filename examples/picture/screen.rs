//! A screen of the demo, drawn without a terminal: the store in memory, the model, keys, cells.

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use ronde::app::effect::Effect;
use ronde::app::event::Event;
use ronde::app::key::{Input, Key};
use ronde::app::keymap::Keymap;
use ronde::app::model::{Look, Model, ThemeName};
use ronde::demo;
use ronde::domain::text::SafeText;
use ronde::lang::{Lang, Texts};
use ronde::layout::Size;
use ronde::store::{Store, serve};
use ronde::{app, ui};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// The picture of the README.
pub const README: &str = "assets/screens/inbox.svg";
/// Its size in cells.
pub const SIZE: (u16, u16) = (116, 34);
/// What leads to it, from Today: the sweep of the morning begins, a complaint is answered, another is
/// given to Nadia, a question is being answered.
pub const STEPS: [&str; 11] = [
    "Enter",
    "r",
    "type Bonjour Léa, nous sommes désolés. Un moulin neuf part ce matin par coursier\u{a0}: vous l’aurez mardi.",
    "Ctrl+D",
    "d",
    "Enter",
    "Enter",
    "Down",
    "Down",
    "r",
    "type Bonjour Ninon\u{202f}! Quatre minutes pour le Petit Jour, avec une mouture moyenne. À cinq, il devient amer\u{a0}: préférez alors",
];

/// The demo after `steps` (keys, or `type` and words), as it stands on a terminal of `width` by `height`.
pub fn screen(lang: Lang, width: u16, height: u16, steps: &[&str]) -> Buffer {
    let mut store = Store::in_memory().expect("memory holds a file");
    demo::fill(&mut |job| serve(&mut store, job), lang).expect("the demo fills an empty file");
    let mut model = Model::new(demo::NOW, Size { width, height }, Rc::new(Texts::load()), lang, look());
    let first = app::begin(&mut model);
    settle(&mut model, &mut store, first);
    for step in steps {
        let keys = match step.strip_prefix("type ") {
            Some(words) => words.chars().map(Key::char).collect(),
            None => vec![Key::parse(step).expect("the key has a name")],
        };
        for key in keys {
            let effects = app::update(&mut model, Event::Input(Input::Key(key)));
            settle(&mut model, &mut store, effects);
        }
    }
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal of cells");
    terminal.draw(|frame| ui::draw(frame, &model)).expect("cells can be drawn on");
    let cursor = terminal.backend_mut().get_cursor_position().expect("cells have a cursor");
    let mut cells = terminal.backend().buffer().clone();
    if let Some(cell) = cells.cell_mut(cursor) {
        cell.modifier.insert(Modifier::REVERSED);
    }
    cells
}

fn look() -> Look {
    Look {
        theme: ThemeName::Dark,
        ascii: false,
        demo: true,
        pull_minutes: 0,
        reports: SafeText::line("Documents/Ronde"),
        keymap: Keymap::new(&BTreeMap::new()).expect("the default keys don't clash"),
    }
}

/// Carries out what is asked of the file until nothing more is. Networks and the desktop stay silent.
fn settle(model: &mut Model, store: &mut Store, effects: Vec<Effect>) {
    let mut todo = VecDeque::from(effects);
    while let Some(effect) = todo.pop_front() {
        if let Effect::Store(ticket, job) = effect {
            let reply = serve(store, job);
            todo.extend(app::update(model, Event::Store(ticket, reply)));
        }
    }
}
