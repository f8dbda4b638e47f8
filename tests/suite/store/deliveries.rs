//! Deliveries: one intent, one sender, nothing lost.

use crate::given::{self, Home, at};
use ronde::app::effect::Job;
use ronde::app::event::{Opened, Reply};
use ronde::app::trouble::Cause;
use ronde::domain::brand::Brand;
use ronde::domain::delivery::{Answer, Delivery, Journey, Move, Stage};
use ronde::domain::journal::{Subject, Verb};
use ronde::domain::{BrandId, MessageId};
use ronde::store::{Store, serve};

fn scene() -> (Home, BrandId, MessageId, Delivery) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let message = given::messages(&mut home, account, 1)[0];
    let job = Job::Answer { message, text: "Merci !".into(), at: at(60), sweep: None, by_hand: false };
    let Reply::Answered { delivery: Some(delivery), .. } = home.ask(job) else { panic!("answered") };
    (home, brand, message, *delivery)
}

fn open(home: &mut Home, message: MessageId) -> Opened {
    match home.ask(Job::Open(message)) {
        Reply::Opened(Some(opened)) => *opened,
        other => panic!("opened, not {other:?}"),
    }
}

fn moving(home: &mut Home) -> Vec<Delivery> {
    match home.ask(Job::Moving) {
        Reply::Deliveries(deliveries) => deliveries,
        other => panic!("deliveries, not {other:?}"),
    }
}

fn started(home: &mut Home, delivery: &Delivery) -> Delivery {
    let queued = given::advance(home, delivery.release()).expect("released");
    given::advance(home, queued.start(at(61))).expect("started")
}

#[test]
fn two_hundred_racing_starts_have_exactly_one_sender() {
    let (mut home, _, _, delivery) = scene();
    let queued = given::advance(&mut home, delivery.release()).expect("released");
    let step = queued.start(at(61)).expect("it may start");
    let path = home.path();
    let senders: usize = std::thread::scope(|scope| {
        let racers: Vec<_> = (0..8)
            .map(|_| {
                let (path, step) = (&path, &step);
                scope.spawn(move || {
                    let mut store = Store::open(path).expect("it opens");
                    let win =
                        |_: &usize| matches!(serve(&mut store, Job::Advance(Box::new(step.clone()), at(61))), Ok(Reply::Advanced(Some(_))));
                    (0..25_usize).filter(win).count()
                })
            })
            .collect();
        racers.into_iter().map(|racer| racer.join().expect("a racer ends")).sum()
    });
    assert_eq!(senders, 1);
    assert_eq!(moving(&mut home)[0].attempts, 1);
}

#[test]
fn an_answer_that_is_out_is_remembered_as_our_own() {
    let (mut home, brand, message, delivery) = scene();
    let sending = started(&mut home, &delivery);
    let done = Answer::Done { remote_id: Some("r1".into()), url: Some("https://example.social/r1".into()) };
    let done = given::advance(&mut home, sending.settle(done, at(62))).expect("settled");
    assert_eq!((done.journey.stage(), done.attempts), (Stage::Done, 1));
    assert_eq!(moving(&mut home), []);
    assert_eq!(open(&mut home, message).turns.len(), 2);
    let Reply::Journal(lines) = home.ask(Job::Journal(brand, 10)) else { panic!("lines") };
    let verbs: Vec<Verb> = lines.iter().filter(|line| line.subject == Subject::Delivery).map(|line| line.verb).collect();
    assert_eq!(verbs, [Verb::Sent, Verb::Sending, Verb::Held]);
}

#[test]
fn a_refused_answer_reopens_its_message_and_the_words_are_a_draft() {
    let (mut home, _, message, delivery) = scene();
    home.ask(Job::KeepDraft(message, "une autre idée".into(), at(61)));
    let sending = started(&mut home, &delivery);
    let refused = given::advance(&mut home, sending.settle(Answer::Refused { why: "locked".into() }, at(62))).expect("settled");
    assert_eq!(refused.journey, Journey::Refused { why: "locked".into() });
    let opened = open(&mut home, message);
    assert!(opened.message.state.is_open());
    assert_eq!(opened.message.answered_at, None);
    assert_eq!(opened.draft, "Merci !\n\nune autre idée");
}

#[test]
fn a_step_that_no_arrow_allows_is_refused() {
    let (mut home, _, _, delivery) = scene();
    let jump = Move { id: delivery.id, from: Stage::Held, attempts: 0, to: Journey::Done { remote_id: None, url: None }, not_before: None };
    let trouble = serve(&mut home.store, Job::Advance(Box::new(jump), at(61))).expect_err("no arrow");
    assert_eq!(trouble.cause, Cause::Conflict);
}

#[test]
fn a_brand_on_hold_sends_nothing_even_when_the_hold_comes_last() {
    let (mut home, brand, _, delivery) = scene();
    let queued = given::advance(&mut home, delivery.release()).expect("released");
    home.ask(Job::SaveBrand(Box::new(Brand { id: brand, on_hold: true, ..given::a_brand() }), at(61)));
    assert_eq!(moving(&mut home), []);
    assert_eq!(given::advance(&mut home, queued.start(at(61))), None);
    home.ask(Job::SaveBrand(Box::new(Brand { id: brand, ..given::a_brand() }), at(62)));
    assert!(given::advance(&mut home, queued.start(at(62))).is_some());
}

#[test]
fn an_unclear_answer_stays_in_sight_until_the_cm_says_what_became_of_it() {
    let (mut home, brand, message, delivery) = scene();
    let sending = started(&mut home, &delivery);
    given::advance(&mut home, sending.settle(Answer::Unclear { why: "reset".into() }, at(62))).expect("settled");
    home.restart();
    assert_eq!(moving(&mut home)[0].journey.stage(), Stage::Unknown);
    let day = "2026-11-04".parse().expect("a day");
    let Reply::Board(board) = home.ask(Job::Board(brand, day, at(70))) else { panic!("a board") };
    assert_eq!(board.slipping[0], ronde::domain::today::Slip::Unclear { count: 1 });
    let Reply::Advanced(Some(again)) = home.ask(Job::Resolve(delivery.id, false, at(71))) else { panic!("queued") };
    assert_eq!((again.journey.stage(), again.key), (Stage::Queued, delivery.key));
    let Reply::Advanced(None) = home.ask(Job::Resolve(delivery.id, true, at(72))) else { panic!("it is no longer unclear") };
    assert_eq!(open(&mut home, message).message.answered_at, Some(at(60)));
}

#[test]
fn a_late_delivery_leaves_once_the_cm_allows_it() {
    let (mut home, _, _, delivery) = scene();
    assert!(delivery.is_late(at(200)));
    let Reply::Advanced(Some(allowed)) = home.ask(Job::AllowLate(delivery.id, at(200))) else { panic!("allowed") };
    assert!(!allowed.is_late(at(200)));
}
