//! The first run: keys → screen, from an empty file to Today.

use crate::given;
use chrono::NaiveTime;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ronde::app::effect::{Effect, Job};
use ronde::app::event::Event;
use ronde::app::key::{Input, Key};
use ronde::app::keymap::Keymap;
use ronde::app::model::{Look, Model, Tab, ThemeName};
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::ReportsTo;
use ronde::domain::text::SafeText;
use ronde::lang::{Lang, Texts};
use ronde::layout::Size;
use ronde::store::{Store, serve};
use ronde::{app, ui};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// The app on an empty file.
struct First {
    store: Store,
    model: Model,
    /// What was asked of the world besides the file.
    asked: Vec<Effect>,
    keys: usize,
}

impl First {
    fn run(lang: Lang, width: u16, height: u16) -> Self {
        let look = Look {
            theme: ThemeName::Mono,
            ascii: false,
            demo: false,
            pull_minutes: 0,
            reports: SafeText::line("Rapports"),
            keymap: Keymap::new(&BTreeMap::new()).expect("the default keys don't clash"),
        };
        let mut model = Model::new(given::at(0), Size { width, height }, Rc::new(Texts::load()), lang, look);
        model.home = chrono_tz::Europe::Paris;
        let mut first = Self { store: Store::in_memory().expect("memory holds a file"), model, asked: Vec::new(), keys: 0 };
        let effects = app::begin(&mut first.model);
        first.settle(effects);
        first
    }

    fn settle(&mut self, effects: Vec<Effect>) {
        let mut todo = VecDeque::from(effects);
        while let Some(effect) = todo.pop_front() {
            match effect {
                Effect::Store(ticket, job) => {
                    let reply = serve(&mut self.store, job);
                    todo.extend(app::update(&mut self.model, Event::Store(ticket, reply)));
                }
                other => self.asked.push(other),
            }
        }
    }

    fn press(&mut self, keys: &[&str]) {
        for key in keys {
            let key = Key::parse(key).expect("the key has a name");
            self.keys += 1;
            let effects = app::update(&mut self.model, Event::Input(Input::Key(key)));
            self.settle(effects);
        }
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            let effects = app::update(&mut self.model, Event::Input(Input::Key(Key::char(c))));
            self.settle(effects);
        }
    }

    fn screen(&self) -> String {
        let Size { width, height } = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal of cells");
        terminal.draw(|frame| ui::draw(frame, &self.model)).expect("cells can be drawn on");
        terminal.backend().to_string()
    }
}

#[test]
fn six_keys_and_a_name_lead_from_nothing_to_today() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "Enter"]);
    first.type_in("Café Lumen");
    first.press(&["Enter", "Enter", "Enter", "Enter"]);
    assert_eq!(first.keys, 6);
    let brand = first.model.brand().expect("the brand is made").clone();
    assert_eq!((brand.name.as_str(), brand.zone, brand.sweeps_per_day), ("Café Lumen", chrono_tz::Europe::Paris, 2));
    assert_eq!((brand.reports_to, brand.validates_alone), (ReportsTo::Myself, true));
    assert_eq!(first.model.tab, Tab::Today);
    assert!(first.model.today.board.is_some(), "the day is shown");
    let screen = first.screen();
    assert!(screen.contains("Café Lumen") && screen.contains("Ma journée"), "{screen}");
    assert!(screen.contains("Quel compte ajouter d’abord"), "{screen}");
    first.press(&["Esc"]);
    assert!(first.model.welcome.is_none());
}

#[test]
fn the_name_that_a_brand_takes_by_itself_is_seen_where_it_would_be_typed() {
    for (lang, name) in [(Lang::Fr, "▸ Ma marque"), (Lang::En, "▸ My brand")] {
        let mut first = First::run(lang, 80, 24);
        first.press(&["Enter", "Enter"]);
        assert!(first.screen().contains(name), "{}", first.screen());
        first.type_in("C");
        assert!(!first.screen().contains(name), "{}", first.screen());
    }
}

#[test]
fn escape_all_the_way_leads_to_today_too() {
    let mut first = First::run(Lang::En, 80, 24);
    first.press(&["Esc"; 7]);
    assert!(first.model.welcome.is_none());
    assert_eq!(first.model.brand().map(|brand| brand.name.as_str()), Some("My brand"));
    assert_eq!(first.model.lang, Lang::En);
}

#[test]
fn the_next_start_asks_nothing() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Down"]);
    first.press(&["Esc"; 7]);
    let look = first.model.look.clone();
    first.model = Model::new(given::at(5), Size { width: 100, height: 30 }, Rc::new(Texts::load()), Lang::Fr, look);
    let effects = app::begin(&mut first.model);
    first.settle(effects);
    assert!(first.model.welcome.is_none());
    assert_eq!(first.model.lang, Lang::En, "the language chosen by the cursor is kept");
}

#[test]
fn hours_that_can_t_be_read_are_asked_again_and_kept_when_they_can() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "Enter", "Enter", "Enter", "Ctrl+U"]);
    first.type_in("quand je peux");
    first.press(&["Enter"]);
    assert!(first.screen().contains("Je ne comprends pas ces heures"));
    first.press(&["Ctrl+U"]);
    first.type_in("8h45-17h30 mar-sam");
    first.press(&["Enter", "3"]);
    let brand = first.model.brand().expect("the brand is made");
    assert_eq!((brand.hours.opens, brand.hours.closes), (clock(8, 45), clock(17, 30)));
    assert_eq!(brand.hours.weekdays, [false, true, true, true, true, true, false]);
    assert_eq!(brand.sweeps_per_day, 3);
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

#[test]
fn one_can_go_back_and_answer_otherwise() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "Enter"]);
    first.type_in("Maison Brume");
    first.press(&["Enter", "Shift+Tab"]);
    assert!(first.screen().contains("Maison Brume"), "the name is still there");
    first.type_in(" & fils");
    first.press(&["Enter", "End", "Enter", "Enter", "Enter"]);
    let brand = first.model.brand().expect("the brand is made");
    assert_eq!((brand.name.as_str(), brand.reports_to), ("Maison Brume & fils", ReportsTo::Client));
    assert!(!brand.validates_alone, "a client validates");
}

#[test]
fn sample_data_open_the_demo() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "2"]);
    assert_eq!(first.asked, [Effect::OpenDemo]);
    assert!(first.model.workspace.brands.is_empty(), "nothing was written");
}

#[test]
fn without_a_network_a_space_is_kept_by_hand() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Esc", "Esc", "Esc", "Esc", "Esc", "Esc", "Enter"]);
    assert!(first.model.welcome.is_none());
    let accounts: Vec<_> = first.model.accounts().map(|account| (account.network, account.access, account.handle.as_str())).collect();
    assert_eq!(accounts, [(Network::Other, Access::Manual, "À la main")]);
}

#[test]
fn a_network_that_does_not_connect_says_so_and_asks_for_a_name() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Esc", "Esc", "Esc", "Esc", "Esc", "Esc", "Home", "Down", "Down"]);
    assert!(first.screen().contains("application Meta"), "{}", first.screen());
    first.press(&["Enter", "Enter"]);
    assert!(first.screen().contains("Écrivez le nom du compte"), "a name is needed");
    first.type_in("cafe.lumen");
    first.press(&["Enter"]);
    let account = first.model.accounts().next().expect("an account");
    assert_eq!((account.network, account.handle.as_str()), (Network::Instagram, "cafe.lumen"));
}

#[test]
fn a_network_that_connects_leads_to_the_notebook() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Esc", "Esc", "Esc", "Esc", "Esc", "Esc", "Home", "Enter"]);
    assert!(first.model.welcome.is_none());
    assert_eq!(first.model.tab, Tab::Notebook);
}

#[test]
fn bluesky_leads_from_the_welcome_to_its_form() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Esc", "Esc", "Esc", "Esc", "Esc", "Esc", "Home", "Down"]);
    assert!(first.screen().contains("Bluesky fait en une minute"), "{}", first.screen());
    first.press(&["Enter"]);
    assert!(first.model.welcome.is_none());
    assert_eq!(first.model.tab, Tab::Notebook);
    assert!(first.screen().contains("Connecter un compte Bluesky"), "{}", first.screen());
}

#[test]
fn a_paste_is_text_and_runs_no_key() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "Enter"]);
    let effects = app::update(&mut first.model, Event::Input(Input::Paste(SafeText::clean("Chez\nNous"))));
    first.settle(effects);
    let screen = first.screen();
    assert!(screen.contains("Chez Nous") && screen.contains("Pour quelle marque"), "{screen}");
}

#[test]
fn a_second_enter_makes_no_second_brand() {
    let mut first = First::run(Lang::Fr, 100, 30);
    first.press(&["Enter", "Enter", "Enter", "Enter", "Enter"]);
    // Both keys come before the file has answered.
    let one = app::update(&mut first.model, Event::Input(Input::Key(Key::parse("Enter").expect("a key"))));
    let two = app::update(&mut first.model, Event::Input(Input::Key(Key::parse("Enter").expect("a key"))));
    let made = one.iter().chain(&two).filter(|effect| matches!(effect, Effect::Store(_, Job::SaveBrand(..)))).count();
    assert_eq!(made, 1);
}

#[test]
fn every_question_fits_the_smallest_full_screen_in_both_languages() {
    for lang in Lang::ALL {
        let mut first = First::run(lang, 80, 24);
        let enter = first.model.voice().t("welcome-key-enter");
        for _ in 0..7 {
            let screen = first.screen();
            assert!(screen.contains(&enter) && !screen.contains('⟨'), "{screen}");
            first.press(&["Enter"]);
        }
        assert!(first.model.welcome.is_none());
    }
}
