//! What networks bring.

use crate::given::{self, Home, at};
use ronde::app::effect::{Job, Page, Stream};
use ronde::app::event::{Opened, Reply};
use ronde::domain::journal::Verb;
use ronde::domain::message::{Channel, Incoming, MessageState, Own, StateName};
use ronde::domain::query::View;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId};

fn scene() -> (Home, BrandId, AccountId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    (home, brand, account)
}

fn taken(reply: Reply) -> (u32, u32, u32) {
    match reply {
        Reply::Taken { new, changed, answered, .. } => (new, changed, answered),
        other => panic!("taken, not {other:?}"),
    }
}

fn open(home: &mut Home, id: MessageId) -> Opened {
    match home.ask(Job::Open(id)) {
        Reply::Opened(Some(opened)) => *opened,
        other => panic!("opened, not {other:?}"),
    }
}

fn own(remote_id: &str, parent: &str, minutes: i64) -> Own {
    given::own(remote_id, parent, "Bonjour !", at(minutes))
}

fn own_page(own: Vec<Own>, incoming: Vec<Incoming>) -> Page {
    Page { stream: Stream::Own, incoming, own, reactions: vec![], cursor: Some("c1".into()), more: false }
}

#[test]
fn pages_that_overlap_bring_each_message_once_and_a_known_page_writes_nothing() {
    let (mut home, brand, account) = scene();
    let first: Vec<Incoming> = (0..30).map(given::incoming).collect();
    let second: Vec<Incoming> = (20..50).rev().map(given::incoming).collect();
    assert_eq!(taken(given::take(&mut home, account, first)), (30, 0, 0));
    assert_eq!(taken(given::take(&mut home, account, second.clone())), (20, 0, 0));
    let tables = ["message", "message_word_docsize", "message_word_data", "counter", "day_total", "journal", "person"];
    let before = crate::dump::of(&home.path(), &tables);
    assert_eq!(taken(given::take(&mut home, account, second)), (0, 0, 0));
    assert_eq!(crate::dump::of(&home.path(), &tables), before);
    assert_eq!(given::rows(&mut home, brand, View::All, "").len(), 50);
}

#[test]
fn the_cursor_moves_with_its_page() {
    let (mut home, _, account) = scene();
    assert_eq!(home.ask(Job::Cursor(account, Stream::Own)), Reply::Cursor(None));
    home.ask(Job::Take { account, page: Box::new(own_page(vec![], vec![])), at: at(0) });
    assert_eq!(home.ask(Job::Cursor(account, Stream::Own)), Reply::Cursor(Some("c1".into())));
    assert_eq!(home.ask(Job::Cursor(account, Stream::Incoming)), Reply::Cursor(None));
}

#[test]
fn an_edited_message_keeps_what_it_said_first_and_is_found_by_its_new_words() {
    let (mut home, brand, account) = scene();
    given::take(&mut home, account, vec![given::incoming(0)]);
    let edited = |text: &str| vec![Incoming { text: text.into(), ..given::incoming(0) }];
    assert_eq!(taken(given::take(&mut home, account, edited("Finalement reçu"))), (0, 1, 0));
    given::take(&mut home, account, edited("Finalement perdu"));
    let found = given::rows(&mut home, brand, View::All, "perdu");
    assert_eq!(found.len(), 1);
    assert_eq!(given::rows(&mut home, brand, View::All, "colis").len(), 0);
    let opened = open(&mut home, found[0].message.id);
    assert_eq!(opened.message.text_before, Some(given::incoming(0).text));
    assert_eq!(opened.journal[0].verb, Verb::Edited);
}

#[test]
fn an_answer_given_elsewhere_counts_whichever_comes_first() {
    let (mut home, brand, account) = scene();
    let messages = given::messages(&mut home, account, 2);
    let reply =
        home.ask(Job::Take { account, page: Box::new(own_page(vec![own("r0", "m0", 30), own("r9", "m9", 95)], vec![])), at: at(99) });
    assert_eq!(taken(reply), (0, 0, 1));
    let seen = open(&mut home, messages[0]);
    assert_eq!((seen.message.state, seen.message.answered_at), (MessageState::Answered, Some(at(30))));
    assert_eq!(seen.journal[0].verb, Verb::AnsweredElsewhere);
    assert_eq!(seen.turns.iter().map(|turn| turn.ours).collect::<Vec<_>>(), [false, true]);
    // The answer to m9 was seen before m9 itself.
    assert_eq!(taken(given::take(&mut home, account, vec![given::incoming(9)])), (1, 0, 1));
    assert_eq!(given::rows(&mut home, brand, View::Open, "").len(), 1);
    // The same answer again does not answer a message that the CM opened again.
    home.ask(Job::Decide { messages: vec![messages[0]], state: MessageState::Open, at: at(100), sweep: None, reason: SafeText::default() });
    home.ask(Job::Take { account, page: Box::new(own_page(vec![own("r0", "m0", 30)], vec![])), at: at(101) });
    assert!(open(&mut home, messages[0]).message.state.is_open());
}

#[test]
fn what_is_older_than_two_weeks_when_an_account_begins_is_set_aside() {
    let (mut home, brand, account) = scene();
    let day = 24 * 60;
    given::take(&mut home, account, vec![given::incoming(-13 * day), given::incoming(-15 * day), given::incoming(-400 * day)]);
    let window = given::window(&mut home, given::ask(brand, View::Open, ""));
    assert_eq!(window.rows.len(), 1);
    assert!(window.counts.contains(&(StateName::Closed, 2)));
    let period = ronde::domain::time::Period::new("2025-01-01".parse().expect("a day"), "2026-12-31".parse().expect("a day"));
    let Reply::Facts(facts) = home.ask(Job::Facts(brand, period)) else { panic!("facts") };
    assert_eq!(facts.messages.iter().map(|kind| kind.received).sum::<u32>(), 1);
}

#[test]
fn a_new_message_in_the_same_conversation_brings_back_what_was_promised() {
    let (mut home, brand, account) = scene();
    let thread = |number: i64, parent: &str| Incoming { parent: Some(parent.into()), author_id: "a0".into(), ..given::incoming(number) };
    given::take(&mut home, account, vec![thread(0, "post"), Incoming { author_id: "a0".into(), ..given::incoming(3) }]);
    let rows = given::rows(&mut home, brand, View::Open, "");
    let messages: Vec<MessageId> = rows.iter().map(|row| row.message.id).collect();
    let state = MessageState::Snoozed { until: at(9_000) };
    home.ask(Job::Decide { messages: messages.clone(), state, at: at(10), sweep: None, reason: SafeText::default() });
    // Our answer to the first one, and theirs to it.
    home.ask(Job::Take {
        account,
        page: Box::new(own_page(vec![Own { parent: Some("x".into()), ..own("r0", "x", 11) }], vec![])),
        at: at(12),
    });
    given::take(&mut home, account, vec![thread(20, "m0")]);
    assert!(open(&mut home, messages[0]).message.state.is_open());
    assert_eq!(open(&mut home, messages[1]).message.state, state);
    assert_eq!(open(&mut home, messages[0]).journal[0].verb, Verb::Reopened);
}

#[test]
fn a_person_who_changes_their_name_keeps_the_old_one_on_old_messages() {
    let (mut home, brand, account) = scene();
    given::take(&mut home, account, vec![given::incoming(0)]);
    given::take(&mut home, account, vec![Incoming { author: "Élodie Martin".into(), ..given::incoming(3) }]);
    let rows = given::rows(&mut home, brand, View::Open, "");
    let names: Vec<&str> = rows.iter().map(|row| row.message.author.as_str()).collect();
    assert_eq!(names, ["Élodie Petit", "Élodie Martin"]);
    assert_eq!(rows[0].message.person, rows[1].message.person);
}

#[test]
fn messages_logged_by_hand_are_open_whatever_their_age_and_each_is_its_own() {
    let (mut home, brand, account) = scene();
    let logged = |number| Incoming {
        remote_id: SafeText::default(),
        author_id: SafeText::default(),
        channel: Channel::Manual,
        ..given::incoming(number)
    };
    let long_ago = -400 * 24 * 60;
    assert_eq!(taken(home.ask(Job::LogByHand(account, vec![logged(long_ago), logged(1)], at(2)))), (2, 0, 0));
    assert_eq!(taken(home.ask(Job::LogByHand(account, vec![logged(1)], at(3)))), (1, 0, 0));
    assert_eq!(given::rows(&mut home, brand, View::Open, "").len(), 3);
}

#[test]
fn a_conversation_is_kept_as_it_was_fetched_last() {
    let (mut home, _, account) = scene();
    let messages = given::messages(&mut home, account, 1);
    let turn = |text: &str| ronde::domain::conversation::Turn {
        remote_id: "post".into(),
        parent: None,
        author: "Brume".into(),
        handle: "@brume".into(),
        text: text.into(),
        at: at(-5),
        ours: true,
    };
    let Reply::Opened(Some(opened)) = home.ask(Job::TakeContext(messages[0], vec![turn("un"), turn("deux")], at(1))) else { panic!("it") };
    assert_eq!(opened.turns, [turn("un"), turn("deux")]);
    home.ask(Job::TakeContext(messages[0], vec![turn("trois")], at(2)));
    assert_eq!(open(&mut home, messages[0]).turns, [turn("trois")]);
    assert_eq!(home.ask(Job::TakeContext(MessageId(99), vec![], at(2))), Reply::Opened(None));
}
