//! What the CM does with messages, and what becomes of them.

use crate::given::{self, Home, at};
use chrono::Duration;
use ronde::app::effect::{ActName, Classify, Job};
use ronde::app::event::{Opened, Reply};
use ronde::app::trouble::Cause;
use ronde::domain::delivery::{Delivery, HOLD, Stage};
use ronde::domain::journal::Verb;
use ronde::domain::message::{Message, MessageKind, MessageState, StateName, Tone};
use ronde::domain::person::PersonKind;
use ronde::domain::query::{Anchor, View};
use ronde::domain::sweep::{Slot, Sweep};
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId, SweepId};
use ronde::store::serve;

struct Scene {
    home: Home,
    brand: BrandId,
    account: AccountId,
    messages: Vec<MessageId>,
}

fn scene(number: i64) -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, number);
    Scene { home, brand, account, messages }
}

impl Scene {
    fn decide(&mut self, messages: &[MessageId], state: MessageState, sweep: Option<SweepId>) -> Option<Sweep> {
        let reason = SafeText::default();
        match self.home.ask(Job::Decide { messages: messages.to_vec(), state, at: at(60), sweep, reason }) {
            Reply::Decided { sweep, .. } => sweep.map(|sweep| *sweep),
            other => panic!("decided, not {other:?}"),
        }
    }

    fn answer(&mut self, message: MessageId, text: &str) -> Delivery {
        match self.home.ask(Job::Answer { message, text: text.into(), at: at(60), sweep: None, by_hand: false }) {
            Reply::Answered { delivery, .. } => *delivery.expect("a delivery"),
            other => panic!("answered, not {other:?}"),
        }
    }

    fn open(&mut self, message: MessageId) -> Opened {
        match self.home.ask(Job::Open(message)) {
            Reply::Opened(Some(opened)) => *opened,
            other => panic!("opened, not {other:?}"),
        }
    }

    fn message(&mut self, message: MessageId) -> Message {
        self.open(message).message
    }

    fn undo(&mut self) -> usize {
        match self.home.ask(Job::Undo(self.brand, at(61))) {
            Reply::Undone(lines) => lines.len(),
            other => panic!("undone, not {other:?}"),
        }
    }

    fn redo(&mut self) -> usize {
        match self.home.ask(Job::Redo(self.brand, at(62))) {
            Reply::Undone(lines) => lines.len(),
            other => panic!("redone, not {other:?}"),
        }
    }

    /// The rows of all messages as the file holds them, draft and sweep included.
    fn rows(&self) -> Vec<String> {
        crate::dump::of(&self.home.path(), &["message", "draft", "sweep_item", "counter", "day_total"])
    }
}

#[test]
fn a_message_closed_leaves_the_open_list_and_undo_brings_it_back() {
    let mut scene = scene(5);
    let (first, before) = (scene.messages[0], scene.rows());
    scene.decide(&[first], MessageState::Closed, None);
    let window = given::window(&mut scene.home, given::ask(scene.brand, View::Open, ""));
    assert_eq!(window.rows.len(), 4);
    assert!(window.counts.contains(&(StateName::Closed, 1)));
    let after = scene.rows();
    assert_eq!(scene.undo(), 1);
    crate::dump::same_but_zeros(&scene.rows(), &before);
    assert_eq!(scene.redo(), 1);
    crate::dump::same_but_zeros(&scene.rows(), &after);
}

#[test]
fn a_decision_for_many_is_undone_whole_also_after_a_restart() {
    let mut scene = scene(6);
    let contact = given::contact(&mut scene.home, scene.brand);
    let all = scene.messages.clone();
    let before = scene.rows();
    scene.decide(&all, MessageState::Delegated { contact, due: at(600) }, None);
    assert_eq!(given::rows(&mut scene.home, scene.brand, View::Delegated, "").len(), 6);
    scene.home.restart();
    // Each message with the brief of its contact.
    assert_eq!(scene.undo(), 12);
    crate::dump::same_but_zeros(&scene.rows(), &before);
}

#[test]
fn acts_are_undone_in_turn_and_a_new_one_forgets_what_could_be_redone() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    let classify = |change| Job::Classify { messages: vec![message], change, at: at(5) };
    scene.home.ask(classify(Classify::Kind(MessageKind::Complaint)));
    scene.home.ask(classify(Classify::Tone(Tone::Negative)));
    scene.home.ask(classify(Classify::Urgent(true)));
    assert_eq!(scene.undo(), 1);
    assert_eq!(scene.undo(), 1);
    let seen = scene.message(message);
    assert_eq!((seen.kind, seen.tone, seen.urgent), (MessageKind::Complaint, Tone::Unrated, false));
    assert_eq!(scene.redo(), 1);
    assert_eq!(scene.message(message).tone, Tone::Negative);
    scene.home.ask(classify(Classify::Tone(Tone::Positive)));
    assert_eq!(scene.redo(), 0);
}

#[test]
fn complaints_and_what_is_raised_stand_first_and_the_oldest_before_the_newest() {
    let mut scene = scene(5);
    let (third, last) = (scene.messages[2], scene.messages[4]);
    scene.home.ask(Job::Classify { messages: vec![third], change: Classify::Kind(MessageKind::Complaint), at: at(5) });
    scene.home.ask(Job::Classify { messages: vec![last], change: Classify::Urgent(true), at: at(5) });
    let rows = given::rows(&mut scene.home, scene.brand, View::Open, "");
    let listed: Vec<MessageId> = rows.iter().map(|row| row.message.id).collect();
    assert_eq!(listed, [last, third, scene.messages[0], scene.messages[1], scene.messages[3]]);
}

#[test]
fn every_list_is_the_same_read_forwards_backwards_and_whole() {
    let mut scene = scene(23);
    scene.home.ask(Job::Classify { messages: scene.messages[3..9].to_vec(), change: Classify::Kind(MessageKind::Complaint), at: at(5) });
    let some = scene.messages[10..18].to_vec();
    scene.decide(&some, MessageState::Closed, None);
    for (view, typed) in
        [(View::Open, ""), (View::All, ""), (View::All, "état:archive"), (View::All, "colis"), (View::All, "où"), (View::Open, "-zzz")]
    {
        let whole = given::window(&mut scene.home, given::ask(scene.brand, view, typed));
        assert!(!whole.above && !whole.below);
        let keys: Vec<_> = whole.rows.iter().map(|row| row.key).collect();
        assert!(keys.is_sorted(), "{view:?} {typed}");
        let mut forwards = Vec::new();
        let mut anchor = Anchor::Top;
        loop {
            let window =
                given::window(&mut scene.home, ronde::domain::query::Ask { anchor, rows: 4, ..given::ask(scene.brand, view, typed) });
            assert_eq!(window.above, !forwards.is_empty(), "{view:?} {typed}");
            forwards.extend(window.rows.iter().map(|row| row.key));
            if !window.below {
                break;
            }
            anchor = Anchor::After(*forwards.last().expect("a row stands above what is below"));
        }
        assert_eq!(forwards, keys, "{view:?} {typed}");
        let mut backwards = Vec::new();
        let mut anchor = Anchor::Bottom;
        loop {
            let window =
                given::window(&mut scene.home, ronde::domain::query::Ask { anchor, rows: 4, ..given::ask(scene.brand, view, typed) });
            assert_eq!(window.below, !backwards.is_empty(), "{view:?} {typed}");
            backwards.extend(window.rows.iter().rev().map(|row| row.key));
            if !window.above {
                break;
            }
            anchor = Anchor::Before(*backwards.last().expect("a row stands below what is above"));
        }
        backwards.reverse();
        assert_eq!(backwards, keys, "{view:?} {typed}");
        let from = given::window(
            &mut scene.home,
            ronde::domain::query::Ask { anchor: Anchor::From(keys[2]), rows: 3, ..given::ask(scene.brand, view, typed) },
        );
        assert_eq!(from.rows[0].key, keys[2]);
        assert!(from.above);
    }
}

#[test]
fn what_was_snoozed_or_delegated_comes_back_on_its_date_and_not_before() {
    let mut scene = scene(3);
    let contact = given::contact(&mut scene.home, scene.brand);
    let (one, other) = (scene.messages[0], scene.messages[1]);
    scene.decide(&[one], MessageState::Snoozed { until: at(100) }, None);
    scene.decide(&[other], MessageState::Delegated { contact, due: at(200) }, None);
    assert_eq!(scene.home.ask(Job::Wake(at(99))), Reply::Woken(0));
    assert_eq!(scene.home.ask(Job::Wake(at(100))), Reply::Woken(1));
    assert!(scene.message(one).state.is_open());
    assert_eq!(scene.home.ask(Job::Wake(at(1000))), Reply::Woken(1));
    assert_eq!(scene.open(other).journal[0].verb, Verb::Reopened);
}

#[test]
fn an_answer_is_held_and_its_draft_is_gone() {
    let mut scene = scene(2);
    let message = scene.messages[0];
    scene.home.ask(Job::KeepDraft(message, "Bonj".into(), at(30)));
    assert_eq!(scene.open(message).draft, "Bonj");
    assert!(given::rows(&mut scene.home, scene.brand, View::Open, "")[0].draft);
    let delivery = scene.answer(message, "Bonjour, il arrive.");
    assert_eq!(delivery.journey.stage(), Stage::Held);
    assert_eq!(delivery.due, at(60) + HOLD);
    assert_eq!(delivery.key.len(), 32);
    let opened = scene.open(message);
    assert!(opened.draft.is_blank());
    assert_eq!(opened.message.state, MessageState::Answered);
    assert_eq!(opened.message.answered_at, Some(at(60)));
    assert_eq!(opened.delivery, Some(delivery));
    assert_eq!(opened.person.answered, 1);
}

#[test]
fn enter_pressed_twice_is_one_delivery() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    let (first, second) = (scene.answer(message, "Merci !"), scene.answer(message, "Merci !"));
    assert_eq!(first, second);
    let Reply::Deliveries(all) = scene.home.ask(Job::Outbox(scene.brand, 10)) else { panic!("deliveries") };
    assert_eq!(all.len(), 1);
    let like = || Job::Act { message, act: ActName::Like, reason: SafeText::default(), at: at(70) };
    assert_eq!(scene.home.ask(like()), scene.home.ask(like()));
}

#[test]
fn an_answer_undone_in_time_is_taken_back_and_its_words_are_a_draft_again() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    let before = scene.rows();
    let delivery = scene.answer(message, "Merci !");
    assert_eq!(scene.undo(), 2);
    let opened = scene.open(message);
    assert!(opened.message.state.is_open());
    assert_eq!(opened.draft, "Merci !");
    assert_eq!(opened.delivery.expect("it stays in the list").journey.stage(), Stage::TakenBack);
    scene.home.ask(Job::KeepDraft(message, SafeText::default(), at(63)));
    crate::dump::same_but_zeros(&scene.rows(), &before);
    assert_eq!(scene.redo(), 2);
    let again = scene.open(message).delivery.expect("a new one");
    assert_ne!(again.id, delivery.id);
    assert_ne!(again.key, delivery.key);
    assert_eq!((again.journey.stage(), again.act), (Stage::Held, delivery.act));
    assert_eq!(scene.undo(), 2);
    assert_eq!(scene.open(message).delivery.expect("the new one").journey.stage(), Stage::TakenBack);
}

#[test]
fn an_answer_that_left_is_not_undone() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    let delivery = scene.answer(message, "Merci !");
    let delivery = given::advance(&mut scene.home, delivery.release()).expect("released");
    given::advance(&mut scene.home, delivery.start(at(61))).expect("started");
    let Reply::HasLeft(left) = scene.home.ask(Job::Undo(scene.brand, at(62))) else { panic!("it left") };
    assert_eq!(left.id, delivery.id);
    assert_eq!(scene.message(message).state, MessageState::Answered);
    let Reply::TakenBack(None) = scene.home.ask(Job::TakeBack(delivery.id, at(62))) else { panic!("too late") };
}

#[test]
fn an_answer_taken_back_after_other_keys_leaves_them_alone() {
    let mut scene = scene(2);
    let (one, other) = (scene.messages[0], scene.messages[1]);
    let delivery = scene.answer(one, "Merci !");
    scene.home.ask(Job::Classify { messages: vec![one], change: Classify::Kind(MessageKind::Praise), at: at(61) });
    scene.decide(&[other], MessageState::Closed, None);
    let Reply::TakenBack(Some((_, about, text))) = scene.home.ask(Job::TakeBack(delivery.id, at(62))) else { panic!("taken back") };
    assert_eq!((about, text.as_str()), (Some(one), "Merci !"));
    let seen = scene.message(one);
    assert_eq!((seen.state, seen.kind), (MessageState::Open, MessageKind::Praise));
    assert_eq!(scene.message(other).state, MessageState::Closed);
}

#[test]
fn an_answer_given_by_hand_has_no_delivery_and_the_journal_keeps_its_words() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    let job = Job::Answer { message, text: "Dit au comptoir.".into(), at: at(60), sweep: None, by_hand: true };
    let Reply::Answered { delivery: None, .. } = scene.home.ask(job) else { panic!("no delivery") };
    let line = scene.open(message).journal.remove(0);
    assert_eq!(line.after.expect("what it became")["text"], "Dit au comptoir.");
    assert_eq!(scene.undo(), 1);
    assert_eq!(scene.open(message).draft, "Dit au comptoir.");
}

#[test]
fn a_sweep_is_frozen_counts_each_outcome_and_ends_with_the_last() {
    let mut scene = scene(3);
    let day = "2026-11-04".parse().expect("a day");
    let start = Job::StartSweep { brand: scene.brand, day, slot: Slot::Morning, at: at(50) };
    let Reply::Sweep(sweep) = scene.home.ask(start.clone()) else { panic!("a sweep") };
    assert_eq!(sweep.messages, scene.messages);
    given::take(&mut scene.home, scene.account, vec![given::incoming(40)]);
    let all = scene.messages.clone();
    let now = scene.decide(&all[..1], MessageState::Closed, Some(sweep.id)).expect("the sweep");
    assert_eq!((now.receipt.listed, now.receipt.closed, now.receipt.left()), (3, 1, 2));
    // Decided outside of the sweep: it counts all the same.
    scene.decide(&all[1..2], MessageState::Hidden, None);
    let left =
        given::window(&mut scene.home, ronde::domain::query::Ask { sweep: Some(sweep.id), ..given::ask(scene.brand, View::Open, "") });
    assert_eq!(left.rows.iter().map(|row| row.message.id).collect::<Vec<_>>(), all[2..]);
    assert!(!left.above && !left.below);
    let Reply::Sweep(again) = scene.home.ask(start) else { panic!("the same sweep") };
    assert_eq!((again.id, again.receipt.left()), (sweep.id, 1));
    let job = Job::Answer { message: all[2], text: "Oui".into(), at: at(60), sweep: Some(sweep.id), by_hand: false };
    let Reply::Answered { sweep: Some(done), .. } = scene.home.ask(job) else { panic!("answered") };
    assert_eq!(done.ended, Some(at(60)));
    assert_eq!((done.receipt.answered, done.receipt.hidden, done.receipt.left()), (1, 1, 0));
    assert_eq!(scene.undo(), 2);
    let Reply::Sweep(open) = scene.home.ask(Job::StartSweep { brand: scene.brand, day, slot: Slot::Morning, at: at(70) }) else {
        panic!("it")
    };
    assert_eq!((open.id, open.ended, open.receipt.left()), (sweep.id, None, 1));
}

#[test]
fn a_note_on_a_person_is_kept_and_undone() {
    let mut scene = scene(4);
    let person = scene.open(scene.messages[0]).person;
    assert_eq!((person.messages, person.name.as_str()), (2, "Élodie Petit"));
    scene.home.ask(Job::SavePerson(person.id, PersonKind::Journalist, "Le Courrier".into(), at(5)));
    assert_eq!(scene.open(scene.messages[0]).person.note, "Le Courrier");
    assert_eq!(scene.undo(), 1);
    assert_eq!(scene.open(scene.messages[0]).person, person);
}

#[test]
fn what_is_undone_must_still_be_as_the_act_left_it() {
    let mut scene = scene(1);
    let message = scene.messages[0];
    scene.decide(&[message], MessageState::Snoozed { until: at(100) }, None);
    scene.home.ask(Job::Wake(at(100)));
    let trouble = serve(&mut scene.home.store, Job::Undo(scene.brand, at(101))).expect_err("it came back by itself");
    assert_eq!(trouble.cause, Cause::Conflict);
}

#[test]
fn the_other_messages_of_a_person_stand_beside_the_one_opened() {
    let mut scene = scene(9);
    let opened = scene.open(scene.messages[0]);
    let past: Vec<MessageId> = opened.past.iter().map(|row| row.message.id).collect();
    assert_eq!(past, [scene.messages[6], scene.messages[3]]);
    assert_eq!(scene.home.ask(Job::Open(MessageId(999))), Reply::Opened(None));
}

#[test]
fn a_delegated_message_counts_its_resolution_in_working_time() {
    let mut scene = scene(1);
    let (message, contact) = (scene.messages[0], given::contact(&mut scene.home, scene.brand));
    scene.decide(&[message], MessageState::Delegated { contact, due: at(600) }, None);
    let job = Job::Answer { message, text: "Réglé".into(), at: at(60) + Duration::hours(1), sweep: None, by_hand: true };
    scene.home.ask(job);
    let period = ronde::domain::time::Period::month_of("2026-11-04".parse().expect("a day"));
    let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, period)) else { panic!("facts") };
    assert_eq!((facts.first_answers, facts.resolutions), (vec![7200], vec![3600]));
    assert_eq!((facts.messages[0].delegated, facts.messages[0].delegated_done), (1, 1));
}
