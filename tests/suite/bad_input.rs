//! What a day brings that nobody planned for: endless conversations, endless texts, ids twice, scripts of all kinds.
//! The layout holds, nothing hangs, nothing is lost.

use crate::given::{self, Home, at, incoming};
use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::Reply;
use ronde::domain::MessageId;
use ronde::domain::account::{Access, Network};
use ronde::domain::conversation::Turn;
use ronde::domain::message::Incoming;
use ronde::domain::query::View;
use ronde::domain::text::SafeText;

/// One message of these words, and the file it lies in.
fn one(words: &str) -> Home {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, vec![Incoming { text: SafeText::clean(words), ..incoming(0) }]);
    home
}

/// A turn of a conversation that answers the one before it.
fn turn(number: i64, words: &str) -> Turn {
    Turn {
        remote_id: SafeText::line(&format!("t{number}")),
        parent: (number > 0).then(|| SafeText::line(&format!("t{}", number - 1))),
        author: SafeText::line(&format!("Auteur {number}")),
        handle: SafeText::line(&format!("@auteur{number}")),
        text: SafeText::clean(words),
        at: at(number - 6_000),
        ours: false,
    }
}

/// The inbox on that file, a conversation of so many turns before the message.
fn conversation(turns: i64) -> Screen {
    let mut home = one("Et moi ?");
    let turns = (0..turns).map(|number| turn(number, &format!("Tour de parole {number}"))).collect();
    home.ask(Job::TakeContext(MessageId(1), turns, at(1)));
    let mut screen = Screen::given(home, at(30));
    screen.keys("2");
    screen
}

/// Every line is as wide as the screen at most, and the frames of list and conversation are closed.
fn holds(screen: &Screen) {
    let (width, text) = (usize::from(screen.model.size.width), screen.text());
    let (frame, _) = screen.frame();
    for corner in ['┌', '┐', '└', '┘'] {
        let found = frame.content().iter().filter(|cell| cell.symbol().starts_with(corner)).count();
        assert!(found >= 2, "{corner} {found} times in\n{text}");
    }
    // The last cell of every line between the first frame and its end is a side of it.
    let sides = (2..frame.area.height - 4).map(|y| frame[(frame.area.width - 1, y)].symbol().to_owned());
    for side in sides {
        assert!("│┐┘".contains(side.as_str()), "{width}: {side:?} in\n{text}");
    }
}

#[test]
fn a_conversation_of_five_thousand_is_read_from_its_end_and_scrolls_back() {
    let mut screen = conversation(5_000);
    assert!(screen.says("Et moi ?") && screen.says("Tour de parole 4999") && !screen.says("Tour de parole 4900"), "{}", screen.text());
    holds(&screen);
    for _ in 0..40 {
        screen.keys("Right");
    }
    assert!(!screen.says("Et moi ?") && screen.says("Tour de parole 498"), "{}", screen.text());
    for _ in 0..60 {
        screen.keys("Left");
    }
    assert!(screen.says("Et moi ?"), "{}", screen.text());
}

#[test]
fn fifty_levels_of_replies_stay_in_their_column() {
    let mut screen = conversation(50);
    for (width, height) in [(80, 24), (100, 30), (160, 45)] {
        screen.resize(width, height);
        assert!(screen.says("Tour de parole 49"), "{}", screen.text());
        holds(&screen);
    }
}

#[test]
fn a_circle_of_parents_and_a_parent_that_is_gone_are_shown_flat() {
    let mut home = one("Et moi ?");
    let mut turns: Vec<Turn> = (0..3).map(|number| turn(number, &format!("Tour {number}"))).collect();
    turns[0].parent = Some(turns[2].remote_id.clone());
    turns[2].parent = Some("disparu".into());
    home.ask(Job::TakeContext(MessageId(1), turns, at(1)));
    let mut screen = Screen::given(home, at(30));
    screen.keys("2");
    for number in 0..3 {
        assert!(screen.says(&format!("Tour {number}")), "{}", screen.text());
    }
    holds(&screen);
}

#[test]
fn scripts_marks_flags_and_families_hold_the_layout_and_are_copied_whole() {
    let marks = format!("Z{}algo", "\u{301}\u{336}".repeat(100));
    let texts = [
        marks.as_str(),
        "שלום, איפה החבילה שלי? 12 €",
        "أين طلبي رقم ١٢٣؟ شكرا",
        "🇫🇷🇬🇧🇫🇷 drapeaux 🇫🇷",
        "👨\u{200d}👩\u{200d}👧\u{200d}👦 famille 👩🏽\u{200d}🚒",
        "注文した商品がまだ届きません。ｱｲｳ",
    ];
    for words in texts {
        let mut screen = Screen::given(one(words), at(30));
        screen.keys("2");
        for (width, height) in [(80, 24), (100, 30), (160, 45)] {
            screen.resize(width, height);
            holds(&screen);
        }
        screen.keys("c");
        let copied = screen.desktop.iter().rev().find_map(|ask| match ask {
            Desktop::Copy(text) => Some(text.as_str().to_owned()),
            _ => None,
        });
        assert_eq!(copied.as_deref(), Some(SafeText::clean(words).as_str()));
    }
}

#[test]
fn a_message_of_a_million_words_says_how_much_of_it_is_not_shown() {
    let words = "mot ".repeat(1_000_000);
    let mut screen = Screen::given(one(&words), at(30));
    screen.keys("2");
    assert!(screen.says("… et encore "), "{}", screen.text());
    holds(&screen);
    screen.keys("c");
    let copied = screen.desktop.iter().find_map(|ask| match ask {
        Desktop::Copy(text) => Some(text.as_str().len()),
        _ => None,
    });
    assert_eq!(copied, Some(SafeText::clean(&words).as_str().len()), "nothing of it is lost");
}

#[test]
fn an_id_twice_in_a_page_and_again_in_the_next_is_one_message_of_the_newest_words() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let first = incoming(0);
    let again = Incoming { text: "Corrigé : où est mon colis ?".into(), ..first.clone() };
    given::take(&mut home, account, vec![first.clone(), again.clone()]);
    given::take(&mut home, account, vec![again.clone()]);
    let Reply::Health(health) = home.ask(Job::Check) else { panic!("health") };
    assert_eq!((health.messages, health.index_ok, health.counters.len()), (1, true, 0));
    let rows = given::rows(&mut home, brand, View::Open, "corrige");
    assert_eq!(rows.len(), 1, "the newest words are found");
    assert_eq!(rows[0].message.text, again.text);
}

#[test]
fn one_id_on_two_accounts_is_two_messages() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let (here, there) = (given::account(&mut home, brand), given::account(&mut home, brand));
    given::take(&mut home, here, vec![incoming(0)]);
    given::take(&mut home, there, vec![incoming(0)]);
    let mut screen = Screen::given(home, at(30));
    screen.keys("2 a");
    assert_eq!(screen.model.inbox.rows.len(), 1, "{}", screen.text());
}

#[test]
fn ten_megabytes_pasted_into_an_answer_are_cut_once_and_every_key_is_answered() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Instagram, Access::Manual);
    given::messages(&mut home, account, 1);
    let mut screen = Screen::given(home, at(30));
    let words = "Dix mégaoctets de réponse. ".repeat(10_000_000 / 28);
    screen.keys("2 r").paste(&words);
    holds(&screen);
    screen.type_text("fin").keys("Left Up Down End Backspace");
    let typed = screen.model.inbox.composer.as_ref().expect("the answer").field.text().len();
    assert!(typed + 30 >= SafeText::clean(&words).as_str().len(), "{typed} bytes are left");
    screen.keys("Ctrl+D");
    assert!(screen.model.inbox.composer.is_some(), "it is far too long for the network");
    assert!(screen.model.held.is_empty());
    screen.keys("Esc");
    screen.restart();
    screen.keys("2 r");
    assert!(screen.model.inbox.composer.is_some(), "{}", screen.text());
    let kept = screen.model.inbox.composer.as_ref().expect("the answer").field.text().len();
    assert_eq!(kept, typed, "the draft is whole after a restart");
}

#[test]
fn a_paste_of_keys_into_the_filter_runs_no_command() {
    let mut screen = Screen::given(one("Où est mon colis ?"), at(30));
    screen.keys("2 /").paste("a\na\nd\n1\nq\n\u{1b}[200~");
    assert!(!screen.left && screen.model.inbox.filtering);
    screen.keys("Esc");
    assert!(screen.says("Où est mon colis"), "{}", screen.text());
}
