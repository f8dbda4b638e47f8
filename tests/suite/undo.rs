//! Every outcome and every act of the inbox, undone to the byte: each table is read before the keys, after `u`, after
//! `U`, and after the program was closed in between.
//!
//! What an undo leaves on purpose is not compared: the journal, deliveries that were taken back, and that a message
//! was read.

use crate::dump;
use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::MessageId;
use ronde::domain::account::{Access, Account, Network};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::journal::Verb;
use ronde::domain::message::{Channel, Incoming};

/// How many messages wait: more than a page of the list at 100 by 30.
const MESSAGES: i64 = 45;

/// An inbox of a network that offers everything, a contact, two rules of the community.
fn inbox() -> Screen {
    inbox_of(MESSAGES)
}

fn inbox_of(messages: i64) -> Screen {
    let mut home = given::store();
    let charter = Charter { community: vec!["Pas de publicité".into(), "Pas d’insulte".into()], ..Charter::default() };
    let brand = match home.ask(Job::SaveBrand(Box::new(Brand { charter, ..given::a_brand() }), at(0))) {
        Reply::Brand(brand) => brand.id,
        other => panic!("a brand, not {other:?}"),
    };
    let account = Account { capabilities: given::all_abilities(Network::Mastodon), ..given::an_account(brand, Network::Mastodon) };
    let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(account), at(0))) else { panic!("an account") };
    given::contact(&mut home, brand);
    // Replies beneath something of ours: what can be hidden for everybody.
    let reply = |number| Incoming { channel: Channel::Reply, ..given::incoming(number) };
    given::take(&mut home, account.id, (0..messages).map(reply).collect());
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

/// All tables as rows of text but what an undo leaves on purpose.
fn tables(screen: &Screen) -> Vec<String> {
    dump::all(&screen.path())
}

/// Deliveries that would leave: their act and message.
fn leaving(screen: &Screen) -> Vec<String> {
    let conn = rusqlite::Connection::open(screen.path()).expect("the file opens");
    let mut statement = conn
        .prepare("SELECT name || ' ' || coalesce(message, '') || ' ' || act FROM delivery WHERE stage IN ('held', 'queued') ORDER BY 1")
        .expect("deliveries");
    statement.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("text")
}

fn cursor(screen: &Screen) -> Option<(usize, MessageId)> {
    let inbox = &screen.model.inbox;
    inbox.rows.get(inbox.cursor).map(|row| (inbox.cursor, row.message.id))
}

/// What is done: its name, the keys before it, the words that are typed, the keys that do it, and whether the message
/// stays in the list.
struct Case {
    name: &'static str,
    before: &'static str,
    typed: &'static str,
    keys: &'static str,
}

const fn case(name: &'static str, before: &'static str, keys: &'static str) -> Case {
    Case { name, before, typed: "", keys }
}

const CASES: &[Case] = &[
    Case { name: "an answer", before: "r", typed: "Merci, on regarde.\nÀ tout de suite", keys: "Ctrl+D" },
    case("a close", "", "a"),
    case("a snooze", "", "s 2"),
    case("a delegation", "", "d 1 2"),
    case("a hiding with a rule by its number", "", "x m 2"),
    case("a hiding without a rule", "", "x m 0"),
    case("a mute", "", "x s 1"),
    case("a block", "", "x b 1 y"),
    case("a report to the server", "", "x r 2 y"),
    case("a type", "", "t q"),
    case("a complaint", "", "t p"),
    case("a tone", "", "t -"),
    case("a raise", "", "!"),
    case("a like", "", "l"),
    case("a repost", "", "L r"),
    Case { name: "a quote", before: "L c", typed: "Bravo à toute l’équipe", keys: "Ctrl+D" },
    case("a hiding here alone", "", "x i 1"),
    case("a close of three", "Space Space Space", "a"),
    case("a close of twelve", "Space Space Space Space Space Space Space Space Space Space Space Space", "a y"),
    case("a snooze of three", "Space Space Space", "s 1"),
    case("a delegation of three", "Space Space Space", "d 1 1"),
    case("a hiding of three", "Space Space Space", "x m 1"),
    case("a mute of four by three authors", "Space Space Space Space", "x s 1"),
    case("a type for three", "Space Space Space", "t p"),
    case("a tone for three", "Space Space Space", "t +"),
    case("a raise of three", "Space Space Space", "!"),
    case("a like of three", "Space Space Space", "l"),
    case("a repost of three", "Space Space Space", "L r"),
    case("a close across two pages", "Space PageDown Space PageDown Space", "a"),
    case("a close far down", "PageDown j j j", "a"),
    case("a close at the very end", "End", "a"),
    case("a repeated close", "a", "."),
    case("a repeated repost", "L r j", "."),
    case("a repeated mute", "x s 2", "."),
    case("a repeated snooze of two", "s 2 Space Space", "."),
];

/// Does a case, undoes it, does it again, closes the program and undoes it once more.
fn there_and_back(mut screen: Screen, case: &Case, what: &str) {
    screen.keys(case.before);
    if !case.typed.is_empty() {
        for line in case.typed.split('\n').enumerate() {
            if line.0 > 0 {
                screen.keys("Enter");
            }
            screen.type_text(line.1);
        }
    }
    screen.tick(3);
    let (before, stood, left) = (tables(&screen), cursor(&screen), leaving(&screen));
    screen.keys(case.keys);
    assert!(screen.model.dialog.is_none(), "{what}: nothing more is asked\n{}", screen.text());
    let (done, sent) = (tables(&screen), leaving(&screen));
    assert!(done != before || sent != left, "{what} changes something\n{}", screen.text());
    screen.tick(2).keys("u");
    assert!(screen.says("Annulé"), "{what}\n{}", screen.text());
    dump::same(&before, &tables(&screen), &format!("{what}, undone"));
    assert_eq!(leaving(&screen), left, "{what}: what was undone does not leave");
    if case.typed.is_empty() && !case.before.contains("Space") {
        assert_eq!(cursor(&screen), stood, "{what}: back on its line\n{}", screen.text());
    }
    screen.tick(2).keys("U");
    dump::same(&done, &tables(&screen), &format!("{what}, done again"));
    assert_eq!(leaving(&screen), sent, "{what}: what is done again leaves");
    screen.restart();
    screen.keys("2 u");
    dump::same(&before, &tables(&screen), &format!("{what}, undone after the program was closed"));
    assert_eq!(leaving(&screen), left, "{what}, after the program was closed");
    screen.restart();
    screen.keys("2 U");
    dump::same(&done, &tables(&screen), &format!("{what}, done again after the program was closed"));
}

#[test]
fn every_outcome_and_act_is_undone_to_the_byte() {
    for case in CASES {
        there_and_back(inbox(), case, case.name);
    }
}

#[test]
fn every_outcome_and_act_is_undone_to_the_byte_within_a_sweep() {
    for case in CASES {
        let mut screen = inbox();
        screen.keys("S");
        assert!(screen.model.inbox.walk.is_some());
        there_and_back(screen, case, &format!("{} in a sweep", case.name));
    }
}

#[test]
fn the_last_outcome_of_a_sweep_is_undone_to_the_byte_and_opens_it_again() {
    for case in CASES.iter().filter(|case| !case.before.contains("Space") && !case.before.contains("PageDown") && case.before != "End") {
        // What is decided before counts too.
        let already = i64::from(!case.before.is_empty() && case.before != "r");
        let mut screen = inbox_of(2 + already);
        screen.keys("S a");
        there_and_back(screen, case, &format!("{}, the last of a sweep", case.name));
    }
}

#[test]
fn a_reopened_message_is_undone_to_the_byte() {
    for outcome in ["a", "s 2", "d 1 2", "x m 1"] {
        let mut screen = inbox();
        screen.keys(outcome).keys("; End");
        there_and_back(screen, &case("a reopening", "", "R"), &format!("a reopening after {outcome}"));
    }
}

#[test]
fn a_second_answer_to_a_message_is_undone_to_the_byte() {
    let mut screen = inbox();
    screen.keys("r").type_text("Oui").keys("Ctrl+D");
    screen.tick(20).keys(", , ,");
    let second = Case { name: "a second answer", before: "r", typed: "Et aussi ceci", keys: "Ctrl+D" };
    there_and_back(screen, &second, "a second answer");
}

#[test]
fn an_answer_by_hand_is_undone_to_the_byte() {
    for sweeping in [false, true] {
        let mut home = given::store();
        let brand = given::brand(&mut home);
        let account = given::account_of(&mut home, brand, Network::Other, Access::Manual);
        given::messages(&mut home, account, 3);
        let mut screen = Screen::given(home, at(60));
        screen.keys(if sweeping { "2 S" } else { "2" });
        let by_hand = Case { name: "an answer by hand", before: "r", typed: "Oui", keys: "Ctrl+D y" };
        there_and_back(screen, &by_hand, "an answer by hand");
    }
}

#[test]
fn a_win_and_a_feedback_are_undone_to_the_byte() {
    for keys in ["b Ctrl+D", "f 1 Ctrl+D"] {
        let screen = inbox();
        there_and_back(screen, &case("something kept", "", keys), keys);
    }
}

#[test]
fn what_was_answered_elsewhere_during_a_sweep_is_as_before_when_its_end_is_undone() {
    let mut screen = inbox_of(3);
    screen.keys("S a");
    let conn = rusqlite::Connection::open(screen.path()).expect("the file opens");
    conn.execute("UPDATE message SET state = 1 WHERE id = (SELECT max(id) FROM message)", []).expect("it is answered elsewhere");
    drop(conn);
    there_and_back(screen, &case("the end of a sweep", "", "a"), "the end of a sweep with an answer from elsewhere");
}

#[test]
fn a_moderation_keeps_the_rule_in_the_journal_and_on_the_way_to_the_network() {
    let mut screen = inbox();
    let (_, message) = cursor(&screen).expect("a message");
    screen.keys("x r");
    assert!(screen.says("Pas de publicité") && screen.says("Pas d’insulte"), "{}", screen.text());
    screen.keys("2");
    assert!(screen.says("sans retour"), "{}", screen.text());
    screen.keys("Enter");
    assert!(leaving(&screen).is_empty(), "Enter is the safe choice");
    screen.keys("x r 2 y");
    assert!(leaving(&screen)[0].contains("Pas d’insulte"), "{:?}", leaving(&screen));
    let Ok(Reply::Opened(Some(opened))) = ronde::store::serve(&mut screen.store, Job::Open(message)) else { panic!("a message") };
    let line = opened.journal.iter().find(|line| line.verb == Verb::Hidden).expect("a line");
    assert_eq!(line.after.as_ref().and_then(|after| after["reason"].as_str()), Some("2. Pas d’insulte"));
}

#[test]
fn a_rule_can_be_said_in_other_words() {
    let mut screen = inbox();
    let (_, message) = cursor(&screen).expect("a message");
    screen.keys("x m t").type_text("Hors sujet").keys("Enter");
    let Ok(Reply::Opened(Some(opened))) = ronde::store::serve(&mut screen.store, Job::Open(message)) else { panic!("a message") };
    let line = opened.journal.iter().find(|line| line.verb == Verb::Hidden).expect("a line");
    assert_eq!(line.after.as_ref().and_then(|after| after["reason"].as_str()), Some("Hors sujet"));
}

#[test]
fn many_messages_are_asked_about_and_enter_changes_nothing() {
    let mut screen = inbox();
    screen.keys("*");
    let marked = screen.model.inbox.marks.len();
    assert!(marked > 5);
    for (keys, words) in [("a", "Archiver"), ("s 2", "Suspendre"), ("x m 1", "Masquer"), ("l", "Aimer"), ("d 1 1", "Déléguer")] {
        let before = tables(&screen);
        screen.keys(keys);
        assert!(screen.says(&format!("{words} {marked} messages")), "{keys}\n{}", screen.text());
        screen.keys("Enter");
        assert!(screen.model.dialog.is_none());
        dump::same(&before, &tables(&screen), keys);
        assert_eq!(screen.model.inbox.marks.len(), marked, "the marks stay");
    }
    screen.keys("a y");
    assert_eq!(screen.model.inbox.marks.len(), 0);
    assert!(screen.says(&format!("{marked} messages archivés")), "{}", screen.text());
}

#[test]
fn a_moderation_acts_on_all_that_is_marked_and_once_on_each_author() {
    let mut screen = inbox();
    screen.keys("Space Space Space Space x r 1 y");
    assert_eq!(leaving(&screen).len(), 4, "each of the four is reported: {:?}", leaving(&screen));
    let mut screen = inbox();
    screen.keys("Space Space Space Space x b 1 y");
    assert_eq!(leaving(&screen).len(), 3, "four messages of three authors: {:?}", leaving(&screen));
}

#[test]
fn our_own_answer_can_be_deleted_once_it_is_out_and_theirs_says_why_not() {
    let mut screen = inbox();
    screen.keys("x e");
    assert!(screen.says("ne laisse pas supprimer ce qu’un autre a écrit"), "{}", screen.text());
    screen.keys("d");
    assert!(screen.says("Aucune réponse de votre part"), "{}", screen.text());
    screen.keys("Esc");
    let conn = rusqlite::Connection::open(screen.path()).expect("the file opens");
    conn.execute("INSERT INTO own (account, remote_id, parent, text, at) VALUES (1, 'o1', 'm0', 'Oui', 1793782900)", [])
        .expect("an answer");
    drop(conn);
    screen.keys("j k x d");
    assert!(screen.says("Supprimer votre réponse à Élodie Petit"), "{}", screen.text());
    screen.keys("y");
    assert!(leaving(&screen)[0].starts_with("delete"), "{:?}", leaving(&screen));
    screen.keys("u");
    assert!(leaving(&screen).is_empty());
}
