//! Counters and totals equal their rows, whatever is done in whatever order.

use crate::given::{self, at};
use proptest::prelude::*;
use ronde::app::effect::{ActName, Classify, Job};
use ronde::app::event::{Health, Reply};
use ronde::domain::MessageId;
use ronde::domain::brand::Brand;
use ronde::domain::message::{Incoming, MessageKind, MessageState, Tone};
use ronde::domain::sweep::Slot;
use ronde::domain::text::SafeText;
use ronde::domain::time::{Day, Period};
use ronde::domain::today::Slip;
use ronde::store::serve;

/// One thing that may happen.
#[derive(Debug, Clone)]
enum Deed {
    Take(i64),
    Edit(i64),
    Decide(i64, u8),
    Kind(i64, usize),
    Tone(i64, usize),
    Raise(i64),
    Answer(i64),
    Like(i64),
    Wake,
    Undo,
    Redo,
    Zone(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let message = 1..12_i64;
    prop_oneof![
        3 => (0..30_i64).prop_map(Deed::Take),
        1 => (0..30_i64).prop_map(Deed::Edit),
        4 => (message.clone(), 0..6_u8).prop_map(|(message, state)| Deed::Decide(message, state)),
        2 => (message.clone(), 0..7_usize).prop_map(|(message, kind)| Deed::Kind(message, kind)),
        2 => (message.clone(), 0..4_usize).prop_map(|(message, tone)| Deed::Tone(message, tone)),
        1 => message.clone().prop_map(Deed::Raise),
        2 => message.clone().prop_map(Deed::Answer),
        1 => message.prop_map(Deed::Like),
        1 => Just(Deed::Wake),
        4 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        1 => prop::bool::ANY.prop_map(Deed::Zone),
    ]
}

#[test]
fn counters_always_equal_their_rows() {
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() });
    runner
        .run(&prop::collection::vec(deed(), 1..40), |deeds| {
            let mut home = given::store();
            let brand = given::brand(&mut home);
            let account = given::account(&mut home, brand);
            let contact = given::contact(&mut home, brand);
            for (deed, now) in deeds.into_iter().zip(100..) {
                let job = match deed {
                    Deed::Take(number) => {
                        Job::Take { account, page: Box::new(given::page(vec![given::incoming(number * 700 - 15_000)])), at: at(now) }
                    }
                    Deed::Edit(number) => {
                        let edited = Incoming { text: "autre".into(), ..given::incoming(number * 700 - 15_000) };
                        Job::Take { account, page: Box::new(given::page(vec![edited])), at: at(now) }
                    }
                    Deed::Decide(message, state) => {
                        let due = at(now + 3);
                        let states = [
                            MessageState::Open,
                            MessageState::Answered,
                            MessageState::Delegated { contact, due },
                            MessageState::Snoozed { until: due },
                            MessageState::Closed,
                            MessageState::Hidden,
                        ];
                        let state = states[usize::from(state)];
                        Job::Decide { messages: vec![MessageId(message)], state, at: at(now), sweep: None, reason: SafeText::default() }
                    }
                    Deed::Kind(message, kind) => {
                        Job::Classify { messages: vec![MessageId(message)], change: Classify::Kind(MessageKind::ALL[kind]), at: at(now) }
                    }
                    Deed::Tone(message, tone) => {
                        Job::Classify { messages: vec![MessageId(message)], change: Classify::Tone(Tone::ALL[tone]), at: at(now) }
                    }
                    Deed::Raise(message) => {
                        Job::Classify { messages: vec![MessageId(message)], change: Classify::Urgent(true), at: at(now) }
                    }
                    Deed::Answer(message) => {
                        Job::Answer { message: MessageId(message), text: "oui".into(), at: at(now), sweep: None, by_hand: now % 2 == 0 }
                    }
                    Deed::Like(message) => {
                        Job::Act { message: MessageId(message), act: ActName::Like, reason: SafeText::default(), at: at(now) }
                    }
                    Deed::Wake => Job::Wake(at(now)),
                    Deed::Undo => Job::Undo(brand, at(now)),
                    Deed::Redo => Job::Redo(brand, at(now)),
                    Deed::Zone(far) => {
                        let zone = if far { chrono_tz::Pacific::Auckland } else { chrono_tz::Europe::Paris };
                        Job::SaveBrand(Box::new(Brand { id: brand, zone, ..given::a_brand() }), at(now))
                    }
                };
                // What is refused changes nothing; both are fine here.
                let _ = serve(&mut home.store, job);
            }
            let Reply::Health(health) = home.ask(Job::Check) else { panic!("health") };
            let Health { damage, index_ok, counters, .. } = *health;
            prop_assert_eq!((damage, index_ok, counters), (vec![], true, vec![]));
            Ok(())
        })
        .expect("counters equal their rows");
}

#[test]
fn a_check_tells_of_a_counter_that_is_wrong_and_of_a_word_that_is_missing() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::messages(&mut home, account, 3);
    let conn = rusqlite::Connection::open(home.path()).expect("the file opens");
    conn.execute_batch("UPDATE counter SET count = 9; UPDATE hour_total SET received = 1; DELETE FROM message_word WHERE rowid = 2")
        .expect("it is changed");
    let Reply::Health(health) = home.ask(Job::Check) else { panic!("health") };
    assert!(!health.index_ok);
    assert_eq!(health.counters.len(), 2);
    assert_eq!((health.schema, health.messages), (4, 3));
}

#[test]
fn the_facts_count_messages_by_kind_day_and_hour() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 4);
    let decide = |message, state| Job::Decide { messages: vec![message], state, at: at(120), sweep: None, reason: SafeText::default() };
    home.ask(decide(messages[0], MessageState::Answered));
    home.ask(decide(messages[1], MessageState::Closed));
    home.ask(Job::Classify { messages: vec![messages[2]], change: Classify::Kind(MessageKind::Complaint), at: at(5) });
    home.ask(Job::Classify { messages: vec![messages[2]], change: Classify::Tone(Tone::Negative), at: at(5) });
    let Reply::Facts(facts) = home.ask(Job::Facts(brand, Period::month_of("2026-11-04".parse().expect("a day")))) else { panic!("facts") };
    let unsorted = &facts.messages[0];
    assert_eq!((unsorted.received, unsorted.answered, unsorted.set_aside, unsorted.waiting), (3, 1, 1, 1));
    let complaints = &facts.messages[1];
    assert_eq!((complaints.kind, complaints.received, complaints.waiting), (MessageKind::Complaint, 1, 1));
    assert_eq!(facts.first_answers, [7200]);
    // Wednesday at ten in Paris.
    assert_eq!(facts.by_hour[2][10], 4);
    assert_eq!(facts.by_day, [("2026-11-04".parse::<Day>().expect("a day"), 4)]);
    assert_eq!(facts.tones, [(Tone::Negative, 1)]);
    assert_eq!(facts.oldest_open.expect("one waits").1, at(2));
}

#[test]
fn the_board_shows_the_sweeps_the_streak_and_what_presses() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 3);
    home.ask(Job::Classify { messages: vec![messages[1]], change: Classify::Kind(MessageKind::Complaint), at: at(5) });
    let day = |text: &str| text.parse::<Day>().expect("a day");
    // Friday, then the weekend, then Monday: both sweeps each day.
    for on in ["2026-11-06", "2026-11-09"] {
        for slot in [Slot::Morning, Slot::Afternoon] {
            let Reply::Sweep(sweep) = home.ask(Job::StartSweep { brand, day: day(on), slot, at: at(10) }) else { panic!("a sweep") };
            home.ask(Job::EndSweep(sweep.id, at(20)));
        }
    }
    let board = |home: &mut given::Home, on: &str| match home.ask(Job::Board(brand, day(on), at(30))) {
        Reply::Board(board) => *board,
        other => panic!("a board, not {other:?}"),
    };
    assert_eq!(board(&mut home, "2026-11-10").streak, 2);
    assert_eq!(board(&mut home, "2026-11-09").streak, 2);
    assert_eq!(board(&mut home, "2026-11-11").streak, 0);
    let monday = board(&mut home, "2026-11-09");
    assert_eq!(monday.sweeps.len(), 2);
    assert!(monday.sweeps.iter().all(|(_, line)| line.is_some_and(|line| line.ended.is_some() && line.receipt.listed == 3)));
    assert_eq!(monday.slipping[0], Slip::Complaints { count: 1, oldest: at(1), message: messages[1] });
    assert_eq!(monday.week.iter().map(|(_, done, _)| *done).collect::<Vec<_>>(), [0, 0, 0, 2, 2]);
}
