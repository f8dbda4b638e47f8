//! Who had the last word: what an answer given elsewhere covers, in every order of arrival.

use crate::given::{self, Home, at};
use ronde::app::effect::{Job, Page, Stream};
use ronde::app::event::{Opened, Reply};
use ronde::domain::account::{Access, Network};
use ronde::domain::journal::Verb;
use ronde::domain::message::{Channel, Incoming, MessageState, Own, StateName};
use ronde::domain::query::View;
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, BrandId, MessageId};

fn scene() -> (Home, BrandId, AccountId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    (home, brand, account)
}

/// What Élodie says at a minute, in answer to something.
fn theirs(id: &str, parent: &str, minutes: i64) -> Incoming {
    Incoming {
        remote_id: id.into(),
        parent: (!parent.is_empty()).then(|| parent.into()),
        channel: Channel::Reply,
        at: at(minutes),
        ..given::incoming(0)
    }
}

fn of_other(message: Incoming) -> Incoming {
    Incoming { author_id: "a1".into(), author: "Karim B.".into(), handle: "@a1@example.social".into(), ..message }
}

fn ours(id: &str, parent: &str, minutes: i64) -> Own {
    given::own(id, parent, "Bonjour !", at(minutes))
}

fn pull(home: &mut Home, account: AccountId, incoming: Vec<Incoming>, own: Vec<Own>) {
    let page = Page { stream: Stream::Own, incoming, own, reactions: vec![], cursor: None, more: false };
    home.ask(Job::Take { account, page: Box::new(page), at: at(1_000) });
}

/// The open messages, oldest first, by the network's ids.
fn open(home: &mut Home, brand: BrandId) -> Vec<String> {
    given::rows(home, brand, View::Open, "").iter().map(|row| row.message.remote_id.to_string()).collect()
}

fn message(home: &mut Home, brand: BrandId, id: &str) -> Opened {
    let rows = given::rows(home, brand, View::All, "");
    let row = rows.iter().find(|row| row.message.remote_id.as_str() == id).expect("the message");
    match home.ask(Job::Open(row.message.id)) {
        Reply::Opened(Some(opened)) => *opened,
        other => panic!("it, not {other:?}"),
    }
}

fn answered_at(home: &mut Home, brand: BrandId, id: &str) -> Option<Moment> {
    let message = message(home, brand, id).message;
    message.answered_at.filter(|_| message.state == MessageState::Answered)
}

/// Every order in which three things can arrive, a page each.
fn orders() -> [[usize; 3]; 6] {
    [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
}

/// Takes two messages of theirs and one of ours in every order, and gives what is open each time.
fn in_every_order(first: &Incoming, second: &Incoming, answer: &Own) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for order in orders() {
        let (mut home, brand, account) = scene();
        pull(&mut home, account, vec![], vec![ours("post", "", -60)]);
        for thing in order {
            match thing {
                0 => pull(&mut home, account, vec![first.clone()], vec![]),
                1 => pull(&mut home, account, vec![second.clone()], vec![]),
                _ => pull(&mut home, account, vec![], vec![answer.clone()]),
            }
        }
        let health = match home.ask(Job::Check) {
            Reply::Health(health) => *health,
            other => panic!("health, not {other:?}"),
        };
        assert_eq!(health.counters, Vec::<String>::new(), "counters follow");
        all.push(open(&mut home, brand));
    }
    all
}

fn each(expected: &[&str]) -> Vec<Vec<String>> {
    vec![expected.iter().map(|id| (*id).to_owned()).collect(); 6]
}

#[test]
fn an_answer_to_the_newest_covers_what_the_same_person_said_before_in_the_branch() {
    let found = in_every_order(&theirs("m1", "post", 0), &theirs("m2", "m1", 5), &ours("r", "m2", 10));
    assert_eq!(found, each(&[]));
}

#[test]
fn an_answer_to_an_earlier_one_that_is_newer_than_both_covers_both() {
    let found = in_every_order(&theirs("m1", "post", 0), &theirs("m2", "m1", 5), &ours("r", "m1", 10));
    assert_eq!(found, each(&[]));
}

#[test]
fn an_answer_older_than_the_second_message_leaves_it_open() {
    let found = in_every_order(&theirs("m1", "post", 0), &theirs("m2", "r", 15), &ours("r", "m1", 10));
    assert_eq!(found, each(&["m2"]), "they had the last word");
    let found = in_every_order(&theirs("m1", "post", 0), &theirs("m2", "m1", 15), &ours("r", "m1", 10));
    assert_eq!(found, each(&["m2"]));
}

#[test]
fn another_comment_under_the_same_post_is_a_question_of_its_own() {
    let found = in_every_order(&theirs("m1", "post", 0), &theirs("m2", "post", 5), &ours("r", "m2", 10));
    assert_eq!(found, each(&["m1"]));
}

#[test]
fn an_answer_to_one_person_answers_nobody_else() {
    let found = in_every_order(&theirs("m1", "post", 0), &of_other(theirs("m2", "m1", 5)), &ours("r", "m2", 10));
    assert_eq!(found, each(&["m1"]));
}

#[test]
fn private_messages_of_a_person_are_one_conversation() {
    let direct = |id: &str, minutes| Incoming { channel: Channel::Direct, parent: None, ..theirs(id, "", minutes) };
    assert_eq!(in_every_order(&direct("m1", 0), &direct("m2", 5), &ours("r", "m2", 10)), each(&[]));
    assert_eq!(in_every_order(&direct("m1", 0), &direct("m2", 5), &ours("r", "m1", 10)), each(&[]));
    assert_eq!(in_every_order(&direct("m1", 0), &direct("m2", 15), &ours("r", "m1", 10)), each(&["m2"]));
    let public = theirs("m2", "post", 5);
    assert_eq!(in_every_order(&direct("m1", 0), &public, &ours("r", "m1", 10)), each(&["m2"]), "a private word answers no comment");
}

#[test]
fn an_answer_that_seems_older_than_its_message_is_still_its_answer() {
    let found = in_every_order(&theirs("m1", "post", 20), &of_other(theirs("m2", "post", 30)), &ours("r", "m1", 10));
    assert_eq!(found, each(&["m2"]), "clocks of servers differ; the network says what it answers");
}

#[test]
fn a_second_answer_to_our_own_first_one_covers_what_came_between() {
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0)], vec![]);
    pull(&mut home, account, vec![], vec![ours("r1", "m1", 5)]);
    pull(&mut home, account, vec![theirs("m2", "r1", 10)], vec![]);
    assert_eq!(open(&mut home, brand), ["m2"]);
    pull(&mut home, account, vec![], vec![ours("r2", "r1", 15)]);
    assert_eq!(open(&mut home, brand), Vec::<String>::new());
    assert_eq!(answered_at(&mut home, brand, "m1"), Some(at(5)), "the first answer stays the first");
    assert_eq!(answered_at(&mut home, brand, "m2"), Some(at(15)));
    assert_eq!(message(&mut home, brand, "m2").journal[0].verb, Verb::AnsweredElsewhere);
}

#[test]
fn a_new_word_of_theirs_is_open_whatever_was_decided_before() {
    for decided in [MessageState::Answered, MessageState::Closed, MessageState::Hidden] {
        let (mut home, brand, account) = scene();
        pull(&mut home, account, vec![theirs("m1", "post", 0)], vec![]);
        let id = message(&mut home, brand, "m1").message.id;
        decide(&mut home, id, decided);
        pull(&mut home, account, vec![theirs("m2", "m1", 20)], vec![]);
        assert_eq!(open(&mut home, brand), ["m2"]);
        assert_eq!(message(&mut home, brand, "m1").message.state, decided);
    }
}

fn decide(home: &mut Home, id: MessageId, state: MessageState) {
    home.ask(Job::Decide { messages: vec![id], state, at: at(10), sweep: None, reason: SafeText::default() });
}

#[test]
fn a_new_word_brings_back_what_was_put_off_and_an_old_one_does_not() {
    let put_off = MessageState::Snoozed { until: at(9_000) };
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0)], vec![]);
    let id = message(&mut home, brand, "m1").message.id;
    decide(&mut home, id, put_off);
    pull(&mut home, account, vec![theirs("m0", "post", -5)], vec![]);
    assert_eq!(open(&mut home, brand), ["m0"], "it was written before");
    pull(&mut home, account, vec![theirs("m2", "m1", 20)], vec![]);
    assert_eq!(open(&mut home, brand), ["m0", "m1", "m2"]);
}

#[test]
fn an_answer_elsewhere_ends_what_it_answers_but_not_what_was_put_off_beside_it() {
    let put_off = MessageState::Snoozed { until: at(9_000) };
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0), theirs("m2", "m1", 5)], vec![]);
    let ids: Vec<MessageId> = ["m1", "m2"].map(|id| message(&mut home, brand, id).message.id).into();
    for id in &ids {
        decide(&mut home, *id, put_off);
    }
    pull(&mut home, account, vec![], vec![ours("r", "m2", 10)]);
    assert_eq!(message(&mut home, brand, "m2").message.state, MessageState::Answered);
    assert_eq!(message(&mut home, brand, "m1").message.state, put_off, "it was put off on purpose");
}

#[test]
fn the_same_answer_seen_again_does_not_close_what_the_cm_opened_again() {
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0), theirs("m2", "m1", 5)], vec![ours("r", "m2", 10)]);
    assert_eq!(open(&mut home, brand), Vec::<String>::new());
    let id = message(&mut home, brand, "m1").message.id;
    decide(&mut home, id, MessageState::Open);
    pull(&mut home, account, vec![], vec![ours("r", "m2", 10)]);
    assert_eq!(open(&mut home, brand), ["m1"]);
}

#[test]
fn an_answer_given_here_covers_what_went_before_and_is_undone_whole() {
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0), theirs("m2", "m1", 5), theirs("m3", "post", 6)], vec![]);
    let tables = ["message", "counter", "draft"];
    let before = crate::dump::of(&home.path(), &tables);
    let id = message(&mut home, brand, "m2").message.id;
    home.ask(Job::Answer { message: id, text: "Bonjour".into(), at: at(30), sweep: None, by_hand: false });
    assert_eq!(open(&mut home, brand), ["m3"]);
    assert_eq!(answered_at(&mut home, brand, "m1"), Some(at(30)));
    let after = crate::dump::of(&home.path(), &["message"]);
    home.ask(Job::Undo(brand, at(31)));
    let undone: Vec<String> = crate::dump::of(&home.path(), &tables).into_iter().filter(|line| !line.starts_with("draft")).collect();
    crate::dump::same_but_zeros(&undone, &before);
    home.ask(Job::Redo(brand, at(32)));
    assert_eq!(crate::dump::of(&home.path(), &["message"]), after);
}

#[test]
fn an_answer_that_is_refused_opens_all_that_it_had_covered() {
    use ronde::domain::delivery::Answer;
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![theirs("m1", "post", 0), theirs("m2", "m1", 5)], vec![]);
    let id = message(&mut home, brand, "m2").message.id;
    let held = match home.ask(Job::Answer { message: id, text: "Bonjour".into(), at: at(30), sweep: None, by_hand: false }) {
        Reply::Answered { delivery: Some(delivery), .. } => *delivery,
        other => panic!("an answer, not {other:?}"),
    };
    let queued = given::advance(&mut home, held.release()).expect("queued");
    let sending = given::advance(&mut home, queued.start(at(31))).expect("sending");
    given::advance(&mut home, sending.settle(Answer::Refused { why: "trop tard".into() }, at(32)));
    assert_eq!(open(&mut home, brand), ["m1", "m2"]);
}

#[test]
fn a_private_message_of_meta_is_to_be_answered_within_24_hours_of_their_last_word() {
    for network in [Network::Instagram, Network::Facebook] {
        let mut home = given::store();
        let brand = given::brand(&mut home);
        let account = given::account_of(&mut home, brand, network, Access::Manual);
        let direct = |id: &str, minutes| Incoming { channel: Channel::Direct, ..theirs(id, "", minutes) };
        let day = 24 * 60;
        pull(&mut home, account, vec![direct("m1", 0)], vec![]);
        assert_eq!(message(&mut home, brand, "m1").message.deadline, Some(at(day)));
        home.ask(Job::LogByHand(account, vec![direct("m2", 90)], at(91)));
        assert_eq!(message(&mut home, brand, "m2").message.deadline, Some(at(day + 90)));
        assert_eq!(message(&mut home, brand, "m1").message.deadline, Some(at(day + 90)), "their last word counts");
        pull(&mut home, account, vec![direct("m0", -30), theirs("m3", "post", 3)], vec![]);
        assert_eq!(message(&mut home, brand, "m0").message.deadline, Some(at(day + 90)), "in whatever order they come");
        assert_eq!(message(&mut home, brand, "m3").message.deadline, None, "a comment stays open");
    }
    let (mut home, brand, account) = scene();
    pull(&mut home, account, vec![Incoming { channel: Channel::Direct, ..theirs("m1", "", 0) }], vec![]);
    assert_eq!(message(&mut home, brand, "m1").message.deadline, None, "Mastodon closes nothing");
    assert_eq!(message(&mut home, brand, "m1").message.state.name(), StateName::Open);
}

#[test]
fn the_list_is_raised_ones_complaints_deadlines_nearest_first_then_oldest_first() {
    use ronde::app::effect::Classify;
    use ronde::domain::message::MessageKind;
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Instagram, Access::Manual);
    let of = |number: i64, id: &str, channel, minutes| Incoming {
        author_id: SafeText::line(&format!("p{number}")),
        channel,
        ..theirs(id, "", minutes)
    };
    let all = vec![
        of(1, "old", Channel::Reply, 0),
        of(2, "late-deadline", Channel::Direct, 40),
        of(3, "near-deadline", Channel::Direct, 30),
        of(4, "complaint", Channel::Reply, 50),
        of(5, "older-complaint", Channel::Direct, 45),
        of(6, "raised", Channel::Reply, 60),
        of(7, "new", Channel::Reply, 70),
    ];
    pull(&mut home, account, all, vec![]);
    for id in ["complaint", "older-complaint"] {
        let id = message(&mut home, brand, id).message.id;
        home.ask(Job::Classify { messages: vec![id], change: Classify::Kind(MessageKind::Complaint), at: at(80) });
    }
    let id = message(&mut home, brand, "raised").message.id;
    home.ask(Job::Classify { messages: vec![id], change: Classify::Urgent(true), at: at(80) });
    let order = ["raised", "older-complaint", "complaint", "near-deadline", "late-deadline", "old", "new"];
    assert_eq!(open(&mut home, brand), order);
}
