//! A screen of the demo, drawn without a terminal: the store in memory, the model, keys, cells.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
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

/// The demo after `keys` were pressed, as it stands on a terminal of `width` by `height`.
pub fn screen(lang: Lang, width: u16, height: u16, keys: &[&str]) -> Buffer {
    let mut store = Store::in_memory().expect("memory holds a file");
    demo::fill(&mut |job| serve(&mut store, job), lang).expect("the demo fills an empty file");
    let mut model = Model::new(demo::NOW, Size { width, height }, Rc::new(Texts::load()), lang, look());
    let first = app::begin(&mut model);
    settle(&mut model, &mut store, first);
    for key in keys {
        let key = Key::parse(key).expect("the key has a name");
        let effects = app::update(&mut model, Event::Input(Input::Key(key)));
        settle(&mut model, &mut store, effects);
    }
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal of cells");
    terminal.draw(|frame| ui::draw(frame, &model)).expect("cells can be drawn on");
    terminal.backend().buffer().clone()
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
