//! The sweep as it is walked: keys, the screen, the file. Nothing leaves the demo.

use crate::given;
use crate::screen::Screen;
use ronde::app::dialog::Dialog;
use ronde::app::effect::Job;
use ronde::app::event::{Reply, Row};
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::Brand;
use ronde::domain::delivery::Stage;
use ronde::domain::message::{StateName, Tone};
use ronde::domain::sweep::Receipt;
use ronde::domain::{BrandId, MessageId};
use ronde::store::serve;

/// The row under the cursor and its line.
fn current(screen: &Screen) -> (usize, Row) {
    let inbox = &screen.model.inbox;
    (inbox.cursor, inbox.rows[inbox.cursor].clone())
}

fn state(screen: &mut Screen, message: MessageId) -> StateName {
    match serve(&mut screen.store, Job::Open(message)) {
        Ok(Reply::Opened(Some(opened))) => opened.message.state.name(),
        other => panic!("a message, not {other:?}"),
    }
}

fn deliveries(screen: &mut Screen) -> Vec<ronde::domain::delivery::Delivery> {
    let brand = screen.model.brand.expect("a brand");
    match serve(&mut screen.store, Job::Outbox(brand, 500)) {
        Ok(Reply::Deliveries(deliveries)) => deliveries,
        other => panic!("deliveries, not {other:?}"),
    }
}

#[test]
fn the_first_message_is_handled_with_at_most_three_keys_from_the_start() {
    let mut screen = Screen::demo();
    let board = screen.model.today.board.as_ref().expect("the day");
    let open = board.counts.iter().find(|(state, _)| *state == StateName::Open).expect("a count").1;
    screen.keys("Enter");
    let (_, first) = current(&screen);
    screen.keys("a");
    assert_eq!(state(&mut screen, first.message.id), StateName::Closed);
    assert_eq!(screen.model.inbox.open_count, open - 1);
    assert!(screen.says("Archivé"), "{}", screen.text());
}

#[test]
fn a_sweep_is_walked_to_its_receipt_with_few_keys_a_message() {
    let mut screen = Screen::demo();
    screen.keys("Enter");
    let listed = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt.listed;
    assert!(listed >= 15, "{listed}");
    let (mut keys, mut decided) = (1, [0_u32; 4]);
    for number in 0..listed {
        let (_, row) = current(&screen);
        let manual = screen.model.account(row.message.account).expect("an account").access == Access::Manual;
        let press = match number {
            2 => "d 1 2",
            5 => "s 2",
            number
                if number % 3 == 0 && !manual && row.message.tone != Tone::Negative && screen.keys("r").model.inbox.composer.is_some() =>
            {
                keys += 1;
                screen.type_text("Merci, nous regardons tout de suite.");
                "Ctrl+D"
            }
            _ => "a",
        };
        keys += u32::try_from(press.split(' ').count()).expect("few");
        decided[match press {
            "a" => 0,
            "Ctrl+D" => 1,
            "d 1 2" => 2,
            _ => 3,
        }] += 1;
        screen.keys(press);
        assert_ne!(state(&mut screen, row.message.id), StateName::Open, "{number}: {press}\n{}", screen.text());
    }
    let [closed, answered, delegated, snoozed] = decided;
    let receipt = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt;
    assert_eq!(
        (receipt.done(), receipt.closed, receipt.answered, receipt.delegated, receipt.snoozed),
        (listed, closed, answered, delegated, snoozed)
    );
    assert!(answered >= 4, "{answered}");
    assert!(screen.says("Ronde du matin terminée"), "{}", screen.text());
    let share = f64::from(keys) / f64::from(listed);
    assert!(share <= 1.6, "{share} keys a message");
}

#[test]
fn undo_brings_each_outcome_back_to_the_byte_and_to_its_place() {
    for sweeping in [true, false] {
        for outcome in ["a", "d 1 2", "s 2", "x m Enter", "t p", "!"] {
            let mut screen = Screen::demo();
            screen.keys(if sweeping { "Enter" } else { "2" }).keys("j j");
            let before = current(&screen);
            // That a message was read is not undone.
            let decided = |screen: &Screen| screen.model.inbox.walk.as_ref().map(|walk| Receipt { read: 0, ..walk.sweep.receipt });
            let counts = decided(&screen);
            screen.keys(outcome);
            assert_ne!(current(&screen).1, before.1, "{outcome} changes something");
            screen.keys("u");
            assert_eq!(current(&screen), before, "{outcome}, within a sweep: {sweeping}");
            assert_eq!(decided(&screen), counts, "{outcome}");
        }
    }
}

#[test]
fn an_answer_undone_is_a_draft_again_and_never_leaves() {
    let mut screen = Screen::demo();
    screen.keys("Enter j");
    let (place, row) = current(&screen);
    let before = deliveries(&mut screen)[0].id;
    screen.keys("r").type_text("Bonjour Léa, on regarde.").keys("Ctrl+D Ctrl+D");
    assert_eq!(screen.model.held.len(), 1);
    assert!(deliveries(&mut screen)[0].id > before);
    screen.keys("u");
    let (back, undone) = current(&screen);
    assert_eq!((back, &undone.message), (place, &row.message));
    assert!(undone.draft);
    assert!(screen.model.held.is_empty(), "nothing leaves, so nothing says that it does");
    screen.tick(40);
    assert_eq!(deliveries(&mut screen)[0].journey.stage(), Stage::TakenBack);
    screen.keys("r");
    assert!(screen.says("Bonjour Léa, on regarde."), "{}", screen.text());
}

#[test]
fn the_receipt_follows_undo_and_redo_even_over_the_end() {
    let mut screen = Screen::demo();
    screen.keys("Enter");
    let listed = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt.listed;
    for _ in 0..listed {
        screen.keys("a");
    }
    assert!(screen.says("Ronde du matin terminée"));
    let ended = screen.model.inbox.walk.as_ref().expect("a sweep").sweep.clone();
    screen.keys("u");
    let walk = screen.model.inbox.walk.as_ref().expect("a sweep");
    assert!(walk.is_under_way());
    assert_eq!((walk.sweep.id, walk.sweep.receipt.done()), (ended.id, listed - 1));
    screen.keys("U");
    let walk = screen.model.inbox.walk.as_ref().expect("a sweep");
    assert!(!walk.is_under_way());
    assert_eq!((walk.sweep.id, walk.sweep.receipt), (ended.id, ended.receipt));
    assert!(screen.says("Rétabli"), "{}", screen.text());
}

#[test]
fn an_outcome_is_undone_after_a_restart_too() {
    let mut screen = Screen::demo();
    screen.keys("Enter");
    let (_, row) = current(&screen);
    screen.keys("a");
    screen.restart();
    screen.keys("2 u");
    // Outside the sweep its place in the list is another; the message is the same to the byte.
    assert_eq!(current(&screen).1.message, row.message);
    assert_eq!(state(&mut screen, row.message.id), StateName::Open);
}

#[test]
fn a_sweep_goes_on_after_a_restart_where_it_was() {
    let mut screen = Screen::demo();
    screen.keys("Enter a a a");
    let (place, row) = current(&screen);
    screen.restart();
    screen.keys("Enter");
    assert_eq!(current(&screen), (place, row));
    assert_eq!(screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt.done(), 3);
}

#[test]
fn a_draft_is_kept_from_the_first_key_across_a_restart_without_goodbye() {
    let mut screen = Screen::demo();
    screen.keys("2 r").type_text("É");
    let (_, row) = current(&screen);
    screen.restart();
    screen.keys("2");
    assert_eq!(current(&screen).1.message, row.message);
    screen.keys("r");
    assert_eq!(screen.model.inbox.composer.as_ref().expect("the composer").field.text(), "É");
}

#[test]
fn the_composer_refuses_what_is_empty_unfilled_or_too_long_and_keeps_it() {
    let mut screen = Screen::demo();
    screen.keys("Enter r Ctrl+D");
    assert!(screen.says("La réponse est vide."), "{}", screen.text());
    screen.type_text("Bonjour {prénom}, merci").keys("Ctrl+D");
    assert!(screen.says("{prénom} n’est pas rempli."), "{}", screen.text());
    screen.paste(&" encore".repeat(2000)).keys("Ctrl+D");
    assert!(screen.says("Trop long de"), "{}", screen.text());
    assert!(screen.model.inbox.composer.is_some());
    assert!(screen.model.held.is_empty());
}

#[test]
fn the_composer_refuses_the_name_of_another_brand() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    given::messages(&mut home, account, 3);
    home.ask(Job::SaveBrand(Box::new(Brand { id: BrandId(0), name: "Brûlerie Nord".into(), ..given::a_brand() }), given::at(0)));
    let mut screen = Screen::given(home, given::at(10));
    screen.keys("2 r").type_text("Comme chez BRÛLERIE NORD, merci").keys("Ctrl+D");
    assert!(screen.says("Cette réponse nomme une autre marque"), "{}", screen.text());
}

#[test]
fn nothing_is_sent_by_the_demo_and_it_says_so() {
    let mut screen = Screen::demo();
    screen.keys("Enter r").type_text("Bonjour").keys("Ctrl+D Ctrl+D").tick(11);
    assert!(screen.says("rien n’est parti"), "{}", screen.text());
    screen.keys("Ctrl+R");
    assert!(screen.says("exemple"), "{}", screen.text());
}

#[test]
fn an_answer_of_a_space_kept_by_hand_is_copied_and_asked_about() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    given::messages(&mut home, account, 2);
    let mut screen = Screen::given(home, given::at(10));
    let (_, row) = (screen.keys("2").model.inbox.cursor, current(&screen).1);
    screen.keys("r").type_text("Bonjour").keys("Ctrl+D");
    assert!(matches!(screen.desktop.first(), Some(ronde::app::effect::Desktop::Copy(text)) if text.as_str() == "Bonjour"));
    assert!(matches!(screen.model.dialog, Some(Dialog::Menu(_))));
    // The safe choice is first: Enter leaves it unanswered.
    screen.keys("Enter");
    assert_eq!(state(&mut screen, row.message.id), StateName::Open);
    screen.keys("Ctrl+D y");
    assert_eq!(state(&mut screen, row.message.id), StateName::Answered);
}
