//! Every tab as it is drawn: in both languages, at three sizes, usual, empty and in trouble. The snapshots were read
//! by a person; a change of theirs is to be read again.

use crate::given;
use crate::screen::Screen;
use ronde::app::effect::{Job, Ticket};
use ronde::app::event::Event;
use ronde::app::model::Tab;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::account::{Access, Network, Standing};
use ronde::domain::text::SafeText;
use ronde::lang::Lang;

const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (160, 45)];

/// Keeps what each tab shows, at each size, in a language; `before` happens before each of them is drawn.
fn keep(screen: &mut Screen, state: &str, lang: Lang, before: impl Fn(&mut Screen)) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for (key, tab) in "1234567".chars().zip(Tab::ALL) {
            for (width, height) in SIZES {
                screen.keys("Esc Esc").resize(width, height).keys(&key.to_string());
                before(screen);
                let name = format!("{}-{}-{}-{width}x{height}", tab.code(), state, lang.code());
                insta::assert_snapshot!(name, screen.text());
            }
        }
    });
}

fn usual(lang: Lang) {
    let mut screen = Screen::demo_in(lang);
    // What came back at the start was told; it is no news any more.
    screen.tick(8);
    keep(&mut screen, "usual", lang, |_| {});
}

#[test]
fn the_tabs_of_the_demo_in_french() {
    usual(Lang::Fr);
}

#[test]
fn the_tabs_of_the_demo_in_english() {
    usual(Lang::En);
}

fn empty(lang: Lang) {
    let mut home = given::store();
    given::brand(&mut home);
    let mut screen = Screen::given(home, given::at(0));
    keep(screen.lang(lang), "empty", lang, |_| {});
}

#[test]
fn the_tabs_of_a_brand_without_anything_in_french() {
    empty(Lang::Fr);
}

#[test]
fn the_tabs_of_a_brand_without_anything_in_english() {
    empty(Lang::En);
}

/// A refused token and a full disk.
fn trouble(lang: Lang) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Mastodon, Access::Connected);
    given::messages(&mut home, account, 3);
    home.ask(Job::SetStanding(account, Standing::Expired, given::at(1)));
    let mut screen = Screen::given(home, given::at(20));
    screen.lang(lang);
    let trouble = Trouble { cause: Cause::DiskFull, account: None, detail: SafeText::line("No space left on device") };
    keep(&mut screen, "trouble", lang, |screen| screen.hear(Event::Store(Ticket(u64::MAX), Err(trouble.clone()))));
}

#[test]
fn the_tabs_in_trouble_in_french() {
    trouble(Lang::Fr);
}

#[test]
fn the_tabs_in_trouble_in_english() {
    trouble(Lang::En);
}

/// The person reads what happened, what is safe and what to do to the last word, whatever the size.
#[test]
fn a_trouble_is_told_to_its_last_word_and_every_frame_keeps_its_end() {
    let told = [
        (Cause::DiskFull, "Free some space, then try again."),
        (Cause::TimedOut, "before sending an answer again, it checks that the network does not have it already."),
        (Cause::Unreadable, "does not ask you to sign in with the browser."),
    ];
    let mut screen = Screen::demo_in(Lang::En);
    for (width, height) in SIZES {
        for (cause, last) in told {
            let trouble = Trouble { cause, account: None, detail: SafeText::line("") };
            screen.keys("Esc Esc").resize(width, height).keys("2").hear(Event::Store(Ticket(u64::MAX), Err(trouble)));
            let text = screen.text();
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("Sample data ", "");
            assert!(words.contains(last), "{width} by {height}: {text}");
            assert_eq!(text.matches('┌').count(), text.matches('└').count(), "{width} by {height}: {text}");
        }
    }
}

/// What a server answers is a stranger's text of any length: three lines of it, and a sign that there was more.
#[test]
fn a_trouble_longer_than_three_lines_shows_that_it_is_cut() {
    let mut screen = Screen::demo_in(Lang::En);
    let detail = SafeText::line(&"wordy and wordier ".repeat(200));
    screen.resize(80, 24).hear(Event::Store(Ticket(u64::MAX), Err(Trouble { cause: Cause::Rejected, account: None, detail })));
    let text = screen.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[20].contains("⚠ The network refused") && lines[22].contains('…') && lines[19].starts_with('└'), "{text}");
}

/// What a morning opens besides the tabs themselves.
#[test]
fn what_a_morning_opens() {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for lang in Lang::ALL {
            for (name, keys) in [
                ("card", "2 p"),
                ("chooser", "2 r Ctrl+T"),
                ("second-look", "2 r O K Ctrl+D"),
                ("by-hand", "2 n"),
                ("win", "2 b"),
                ("feedback", "2 f"),
                ("labels", "2 t e"),
                ("why", "2 F2"),
                ("focus", "2 z"),
                ("brief", "2 , D"),
                ("replies", "7 , , ,"),
                ("rules", "7 , , , ,"),
                ("rule-editor", "7 , , , , e"),
            ] {
                for (width, height) in [(80, 24), (100, 30)] {
                    let mut screen = Screen::demo_in(lang);
                    screen.tick(8).resize(width, height).keys(keys);
                    insta::assert_snapshot!(format!("morning-{name}-{}-{width}x{height}", lang.code()), screen.text());
                }
            }
        }
    });
}

#[test]
fn what_stands_above_the_tabs() {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for lang in Lang::ALL {
            for (name, keys) in [
                ("composer", "2 r"),
                ("delegate", "2 d"),
                ("snooze", "2 s"),
                ("classify", "2 t"),
                ("moderate", "2 x"),
                ("help", "2 F1"),
                ("palette", ":"),
                ("sweep", "1 Enter a a"),
                ("receipt", "1 Enter a E"),
                ("filter", "2 / c o l i s"),
            ] {
                let mut screen = Screen::demo_in(lang);
                screen.tick(8).resize(80, 24).keys(keys);
                insta::assert_snapshot!(format!("above-{name}-{}", lang.code()), screen.text());
            }
        }
    });
}
