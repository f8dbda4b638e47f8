//! An answer that did not leave was not given: no sweep, no figure and no conversation counts it.

use crate::dump;
use crate::given::{self, Home, at};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::delivery::{Answer, Delivery};
use ronde::domain::facts::Facts;
use ronde::domain::message::{Channel, Incoming, MessageState, StateName};
use ronde::domain::query::View;
use ronde::domain::sweep::{Receipt, Slot, Sweep};
use ronde::domain::time::{Moment, Period};
use ronde::domain::{BrandId, DeliveryId, MessageId, SweepId};

struct Scene {
    home: Home,
    brand: BrandId,
    messages: Vec<MessageId>,
}

/// Messages of several people on a connected account.
fn scene(messages: Vec<Incoming>) -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, messages);
    let messages = given::rows(&mut home, brand, View::Open, "").iter().map(|row| row.message.id).collect();
    Scene { home, brand, messages }
}

fn of_several(number: i64) -> Scene {
    scene((0..number).map(given::incoming).collect())
}

/// What one person writes in private, a message a minute.
fn of_one(number: i64) -> Scene {
    let first = given::incoming(0);
    let next = |number: i64| Incoming {
        remote_id: format!("p{number}").as_str().into(),
        at: at(number),
        channel: Channel::Direct,
        ..first.clone()
    };
    scene((0..number).map(next).collect())
}

impl Scene {
    fn sweep(&mut self) -> SweepId {
        let day = at(60).date_naive();
        match self.home.ask(Job::StartSweep { brand: self.brand, day, slot: Slot::Morning, at: at(60) }) {
            Reply::Sweep(sweep) => sweep.id,
            other => panic!("a sweep, not {other:?}"),
        }
    }

    fn end(&mut self, sweep: SweepId) -> Sweep {
        match self.home.ask(Job::EndSweep(sweep, at(70))) {
            Reply::Sweep(sweep) => *sweep,
            other => panic!("a sweep, not {other:?}"),
        }
    }

    fn answer(&mut self, message: MessageId, text: &str, at: Moment, sweep: Option<SweepId>) -> Delivery {
        match self.home.ask(Job::Answer { message, text: text.into(), at, sweep, by_hand: false }) {
            Reply::Answered { delivery: Some(delivery), .. } => *delivery,
            other => panic!("an answer, not {other:?}"),
        }
    }

    fn closes(&mut self, message: MessageId, sweep: Option<SweepId>) {
        self.home.ask(Job::Decide { messages: vec![message], state: MessageState::Closed, at: at(62), sweep, reason: "".into() });
    }

    fn settles(&mut self, delivery: &Delivery, answer: Answer) {
        let queued = given::advance(&mut self.home, delivery.release()).expect("it leaves its hold");
        let sending = given::advance(&mut self.home, queued.start(at(61))).expect("it leaves");
        given::advance(&mut self.home, sending.settle(answer, at(61)));
    }

    fn refused(&mut self, delivery: &Delivery) {
        self.settles(delivery, Answer::Refused { why: "Interdit ici".into() });
    }

    /// It waited for its network so often that its beginning is far back in the journal.
    fn refused_at_last(&mut self, delivery: &Delivery) {
        let mut queued = given::advance(&mut self.home, delivery.release()).expect("it leaves its hold");
        for _ in 0..12 {
            let sending = given::advance(&mut self.home, queued.start(at(61))).expect("it leaves");
            queued = given::advance(&mut self.home, sending.settle(Answer::NotSent { why: "en panne".into() }, at(61))).expect("it waits");
        }
        let sending = given::advance(&mut self.home, queued.start(at(61))).expect("it leaves");
        given::advance(&mut self.home, sending.settle(Answer::Refused { why: "Interdit ici".into() }, at(61)));
    }

    fn facts(&mut self) -> Facts {
        let day = at(0).date_naive();
        match self.home.ask(Job::Facts(self.brand, Period::new(day, day))) {
            Reply::Facts(facts) => *facts,
            other => panic!("facts, not {other:?}"),
        }
    }

    fn receipt(&mut self) -> Receipt {
        self.facts().sweeps.last().expect("a sweep").2
    }

    fn state(&mut self, message: MessageId) -> StateName {
        match self.home.ask(Job::Open(message)) {
            Reply::Opened(Some(opened)) => opened.message.state.name(),
            other => panic!("a message, not {other:?}"),
        }
    }

    fn undo(&mut self) {
        let done = self.home.ask(Job::Undo(self.brand, at(80)));
        assert!(matches!(&done, Reply::Undone(lines) if !lines.is_empty()), "{done:?}");
    }

    fn take_back(&mut self, delivery: DeliveryId) {
        let done = self.home.ask(Job::TakeBack(delivery, at(61)));
        assert!(matches!(done, Reply::TakenBack(Some(_))), "{done:?}");
    }

    fn counters_hold(&mut self) {
        let Reply::Health(health) = self.home.ask(Job::Check) else { panic!("health") };
        assert_eq!(health.counters, Vec::<String>::new());
    }
}

/// The file is as it was, but for the words that did not leave: they stay a draft.
#[track_caller]
fn same_but_drafts(before: Vec<String>, scene: &Scene) {
    let rest = |lines: Vec<String>| lines.into_iter().filter(|line| !line.starts_with("draft:")).collect::<Vec<_>>();
    dump::same_but_zeros(&rest(before), &rest(dump::all(&scene.home.path())));
}

#[test]
fn a_refused_answer_is_again_among_what_waits_in_a_running_sweep() {
    let mut scene = of_several(3);
    let sweep = scene.sweep();
    let said = scene.answer(scene.messages[0], "Merci", at(61), Some(sweep));
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (1, 2));
    scene.refused(&said);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 3));
    let mut rows = given::rows(&mut scene.home, scene.brand, View::Open, "").into_iter();
    assert!(rows.any(|row| row.message.id == scene.messages[0]), "it is listed again");
    scene.counters_hold();
}

#[test]
fn the_receipt_of_a_sweep_that_had_ended_counts_no_refused_answer() {
    let mut scene = of_several(2);
    let sweep = scene.sweep();
    scene.closes(scene.messages[1], Some(sweep));
    let said = scene.answer(scene.messages[0], "Merci", at(61), Some(sweep));
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (1, 0), "it has ended");
    scene.refused(&said);
    assert_eq!((scene.receipt().answered, scene.receipt().closed, scene.receipt().left()), (0, 1, 1));
    assert!(scene.end(sweep).ended.is_some(), "it stays ended");
    assert_eq!(scene.sweep(), sweep, "and is taken up again for what is left");
}

#[test]
fn an_answer_given_beside_the_sweep_and_refused_after_its_end_is_no_part_of_its_receipt() {
    let mut scene = of_several(2);
    let sweep = scene.sweep();
    let said = scene.answer(scene.messages[0], "Merci", at(61), None);
    assert_eq!(scene.end(sweep).receipt.answered, 1);
    scene.refused(&said);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 2));
}

#[test]
fn what_a_refused_answer_had_covered_waits_with_it() {
    let mut scene = of_one(3);
    let sweep = scene.sweep();
    let newest = *scene.messages.last().expect("a message");
    let said = scene.answer(newest, "Merci", at(61), Some(sweep));
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (3, 0));
    scene.refused(&said);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 3));
    assert_eq!(scene.facts().first_answers, Vec::<i64>::new());
    scene.counters_hold();
}

#[test]
fn an_outcome_decided_since_stays_and_the_refused_answer_has_no_response_time() {
    let mut scene = of_several(2);
    let before = dump::all(&scene.home.path());
    let message = scene.messages[0];
    let said = scene.answer(message, "Merci", at(61), None);
    scene.closes(message, None);
    assert_eq!(scene.facts().first_answers.len(), 1);
    scene.refused(&said);
    assert_eq!(scene.state(message), StateName::Closed);
    assert_eq!(scene.facts().first_answers, Vec::<i64>::new());
    scene.undo();
    assert_eq!(scene.state(message), StateName::Open, "what it was closed over was never answered");
    scene.undo();
    same_but_drafts(before, &scene);
    scene.counters_hold();
}

#[test]
fn a_second_answer_that_is_refused_leaves_the_time_of_the_first() {
    let mut scene = of_several(1);
    let message = scene.messages[0];
    let first = scene.answer(message, "Merci", at(61), None);
    scene.settles(&first, Answer::Done { remote_id: Some("r1".into()), url: None });
    let time = scene.facts().first_answers;
    assert_eq!(time.len(), 1);
    let second = scene.answer(message, "Encore merci", at(65), None);
    scene.refused(&second);
    assert_eq!(scene.facts().first_answers, time);
    assert_eq!(scene.state(message), StateName::Open, "the words that did not leave wait");
}

#[test]
fn a_first_answer_refused_after_a_second_one_is_out_leaves_the_time_of_the_second() {
    let mut scene = of_several(1);
    let message = scene.messages[0];
    let first = scene.answer(message, "Merci", at(61), None);
    let second = scene.answer(message, "Encore merci", at(65), None);
    scene.settles(&second, Answer::Done { remote_id: Some("r1".into()), url: None });
    let early = scene.facts().first_answers;
    scene.refused(&first);
    let late = scene.facts().first_answers;
    assert!(late.len() == 1 && late[0] == early[0] + 240, "{early:?} {late:?}");
}

#[test]
fn an_answer_taken_back_after_something_else_changed_is_no_outcome_either() {
    let mut scene = of_several(2);
    let sweep = scene.sweep();
    let said = scene.answer(scene.messages[0], "Merci", at(61), Some(sweep));
    // The message was raised since: the act is not undone whole.
    scene.home.ask(Job::Classify { messages: vec![scene.messages[0]], change: ronde::app::effect::Classify::Urgent(true), at: at(61) });
    scene.take_back(said.id);
    assert_eq!(scene.state(scene.messages[0]), StateName::Open);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 2));
    assert_eq!(scene.facts().first_answers, Vec::<i64>::new());
}

#[test]
fn an_answer_taken_back_within_its_hold_opens_the_sweep_that_it_had_ended() {
    let mut scene = of_several(1);
    let sweep = scene.sweep();
    let said = scene.answer(scene.messages[0], "Merci", at(61), Some(sweep));
    assert_eq!(scene.receipt().left(), 0);
    scene.take_back(said.id);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 1));
    assert_eq!(scene.facts().first_answers, Vec::<i64>::new());
}

#[test]
fn an_answer_that_is_refused_after_many_attempts_is_no_outcome_either() {
    let mut scene = of_several(1);
    let sweep = scene.sweep();
    let said = scene.answer(scene.messages[0], "Merci", at(61), Some(sweep));
    scene.refused_at_last(&said);
    assert_eq!(scene.state(scene.messages[0]), StateName::Open);
    assert_eq!((scene.receipt().answered, scene.receipt().left()), (0, 1));
}

#[test]
fn a_refused_answer_to_what_was_snoozed_is_undone_to_the_byte() {
    let mut scene = of_several(2);
    let message = scene.messages[0];
    let state = MessageState::Snoozed { until: at(5_000) };
    scene.home.ask(Job::Decide { messages: vec![message], state, at: at(60), sweep: None, reason: "".into() });
    let before = dump::all(&scene.home.path());
    let said = scene.answer(message, "Merci", at(61), None);
    scene.refused(&said);
    assert_eq!(scene.state(message), StateName::Open, "the words that did not leave wait");
    scene.undo();
    same_but_drafts(before, &scene);
}
