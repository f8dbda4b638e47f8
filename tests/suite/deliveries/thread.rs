//! A thread of three parts against the recording server: each part is out once, under the one before it, whatever fails.

use super::{Machine, out};
use crate::given::post::{a_post, validate};
use crate::given::{self, at};
use crate::recording::{Fault, Mode, Recording};
use chrono::Duration;
use ronde::app::courier::Tiding;
use ronde::app::effect::{Call, Effect, Job};
use ronde::app::event::Reply;
use ronde::domain::PostId;
use ronde::domain::delivery::{Delivery, Stage, Step};
use ronde::domain::post::{Missing, Post, PostState};
use ronde::domain::text::SafeText;
use ronde::store::{Store, serve};

/// A thread that is on its way, and the server it goes to.
struct Thread<'s> {
    machine: Machine,
    server: &'s Recording,
    id: PostId,
    texts: Vec<String>,
}

impl<'s> Thread<'s> {
    /// Three parts, validated, to leave in a minute.
    fn new(server: &'s Recording, mode: Mode) -> Self {
        let mut machine = Machine::new(server, mode);
        let texts: Vec<String> = ["Un atelier.", "Deux torréfacteurs.", "Trois tasses."].map(str::to_owned).into();
        let post = a_post(machine.account.brand, &[machine.account.id], &texts.join("\n---\n"));
        let post = Post { day: Some(machine.now.date_naive()), ..post };
        let id = stored(machine.home.ask(Job::SavePost(Box::new(post), machine.now))).expect("saved").id;
        validate(&mut machine.home, id, machine.now);
        let mut thread = Self { machine, server, id, texts };
        thread.schedule().expect("scheduled");
        thread
    }

    fn schedule(&mut self) -> Result<Post, Missing> {
        let due = match self.post().due {
            Some(due) => due,
            None => self.machine.now + Duration::minutes(1),
        };
        stored(self.machine.home.ask(Job::Schedule(self.id, due, self.machine.now)))
    }

    fn post(&mut self) -> Post {
        stored(self.machine.home.ask(Job::Post(self.id))).expect("it is there")
    }

    /// The delivery of each part, as made last.
    fn parts(&mut self) -> Vec<Delivery> {
        let Reply::Deliveries(all) = self.machine.home.ask(Job::Outbox(self.machine.account.brand, 50)) else { panic!("deliveries") };
        (1..=3).map(|part| all.iter().find(|known| known.place.part == part).expect("a delivery").clone()).collect()
    }

    /// Lets time pass; the first request of `part` meets `fault`.
    fn pass(&mut self, time: Duration, part: u32, fault: &mut Option<Fault>) {
        self.machine.now += time;
        self.server.now(self.machine.now);
        self.machine.courier.wake(&mut self.machine.asks);
        loop {
            let effects = self.machine.asks.take();
            if effects.is_empty() {
                return;
            }
            for effect in effects {
                if let Effect::Net(_, Call::Send { delivery, .. }) = &effect
                    && delivery.place.part == part
                    && let Some(fault) = fault.take()
                {
                    self.server.fault(fault);
                }
                self.machine.carry_out(effect);
            }
        }
    }

    /// Walks on until all rest, or a person is asked.
    fn walk(&mut self, part: u32, mut fault: Option<Fault>) {
        self.machine.tidings.clear();
        self.pass(Duration::seconds(70), part, &mut fault);
        for _ in 0..180 {
            let rests = self.parts().iter().all(|delivery| delivery.step(self.machine.now) == Step::Rest);
            if rests || self.machine.tidings.iter().any(|tiding| matches!(tiding, Tiding::AskPerson(_))) {
                return;
            }
            self.pass(Duration::minutes(1), part, &mut fault);
        }
    }

    /// How often each part is out.
    fn counts(&self) -> Vec<usize> {
        self.texts.iter().map(|text| out(self.server, text)).collect()
    }

    /// Whether what is out hangs together: each part under the one before it.
    fn is_in_order(&self) -> bool {
        let out = self.server.out();
        let parents: Vec<Option<&str>> = out.iter().map(|out| out.parent.as_deref()).collect();
        let wanted = std::iter::once(None).chain(out.iter().map(|out| Some(out.id.as_str())));
        parents.into_iter().zip(wanted).all(|(parent, wanted)| parent == wanted)
    }
}

fn stored(reply: Reply) -> Result<Post, Missing> {
    match reply {
        Reply::Post(answer) => *answer,
        other => panic!("a post, not {other:?}"),
    }
}

#[test]
fn whatever_fails_at_whichever_part_each_is_out_once_and_in_order() {
    for (mode, shift) in Mode::ALL.into_iter().zip(0..) {
        for (fault, place) in Fault::ALL.into_iter().zip(shift..) {
            let part = 1 + place % 3;
            let name = format!("{mode:?} {fault:?} at part {part}");
            let server = Recording::start(mode);
            let mut thread = Thread::new(&server, mode);
            thread.walk(part, Some(fault));
            assert!(thread.counts().iter().all(|count| *count <= 1), "{name}: {:?}", thread.counts());
            if !mode.listable && !fault.is_clear() {
                ask_the_person(&mut thread, part as usize - 1, &name);
            }
            if thread.counts() == [1, 1, 1] {
                assert_eq!(thread.post().state, PostState::Published, "{name}");
                assert_eq!(thread.post().variants[0].remote_id.as_ref().map(SafeText::as_str), Some(server.out()[0].id.as_str()), "{name}");
            } else {
                assert!(!mode.listable, "{name}: {:?}", thread.counts());
            }
            assert!(thread.is_in_order(), "{name}: {:?}", server.out());
        }
    }
}

/// Nobody but the person can tell: nothing moves until they do, and what they can't point at is not followed.
fn ask_the_person(thread: &mut Thread<'_>, place: usize, name: &str) {
    let stages = |thread: &mut Thread<'_>| -> Vec<Stage> { thread.parts().iter().map(|part| part.journey.stage()).collect() };
    let waiting = stages(thread);
    assert_eq!(waiting[place], Stage::Unknown, "{name}");
    assert!(waiting[place + 1..].iter().all(|stage| *stage == Stage::Queued), "{name}: {waiting:?}");
    let posts = thread.server.posts();
    thread.pass(Duration::hours(3), 0, &mut None);
    assert_eq!(thread.server.posts(), posts, "{name}: it waits for a person");
    let unclear = thread.parts()[place].id;
    let is_out = thread.counts()[place] == 1;
    thread.machine.home.ask(Job::Resolve(unclear, is_out, thread.machine.now));
    if is_out {
        assert!(stages(thread)[place + 1..].iter().all(|stage| *stage == Stage::TakenBack), "{name}");
        if place < 2 {
            let number = u32::try_from(place + 1).expect("small");
            assert_eq!(thread.schedule(), Err(Missing::PartUnknown(number)), "{name}");
        }
    } else {
        thread.machine.home.ask(Job::AllowLate(unclear, thread.machine.now));
        thread.walk(0, None);
        assert_eq!(thread.counts(), [1, 1, 1], "{name}, resolved");
    }
}

#[test]
fn of_two_programs_exactly_one_sends_a_part_and_none_sends_the_next_before_it_is_out() {
    let server = Recording::start(Mode::ALL[0]);
    let mut thread = Thread::new(&server, Mode::ALL[0]);
    for delivery in thread.parts() {
        thread.machine.steps(delivery.release());
    }
    let path = thread.machine.home.path();
    for place in 0..3 {
        let parts = thread.parts();
        let gate = std::sync::Arc::new(std::sync::Barrier::new(6));
        // Two programs want each of the three parts at the same instant.
        let racers: Vec<_> = [0, 0, 1, 1, 2, 2]
            .into_iter()
            .map(|wanted: usize| {
                let (gate, path, start) = (std::sync::Arc::clone(&gate), path.clone(), parts[wanted].start(at(70)));
                std::thread::spawn(move || {
                    let mut store = Store::open(&path).expect("a second connection");
                    gate.wait();
                    let won = start.is_some_and(|start| {
                        matches!(serve(&mut store, Job::Advance(Box::new(start), at(70))), Ok(Reply::Advanced(Some(_))))
                    });
                    won.then_some(wanted)
                })
            })
            .collect();
        let won: Vec<usize> = racers.into_iter().filter_map(|racer| racer.join().expect("it ends")).collect();
        assert_eq!(won, [place]);
        let id = parts[place].id;
        let call = Call::Send { account: Box::new(thread.machine.account.clone()), delivery: Box::new(thread.machine.delivery(id)) };
        let Ok(ronde::app::event::News::Answer(_, answer)) =
            thread.machine.runtime.block_on(ronde::network::serve(&thread.machine.networks, call, at(70)))
        else {
            panic!("an answer")
        };
        let step = thread.machine.delivery(id).settle(answer, at(70));
        thread.machine.steps(step);
    }
    assert_eq!(thread.counts(), [1, 1, 1]);
    assert!(thread.is_in_order());
    assert_eq!(thread.post().state, PostState::Published);
}

#[test]
fn a_thread_in_a_quarrel_of_two_couriers_is_out_once() {
    let server = Recording::start(Mode::ALL[1]);
    let mut thread = Thread::new(&server, Mode::ALL[1]);
    given::messages(&mut thread.machine.home, thread.machine.account.id, 1);
    // A courier that died between two requests, and another that goes on where the file says.
    for _ in 0..12 {
        thread.machine.now += Duration::seconds(20);
        server.now(thread.machine.now);
        thread.machine.courier.wake(&mut thread.machine.asks);
        for _ in 0..3 {
            for effect in thread.machine.asks.take() {
                thread.machine.carry_out(effect);
            }
        }
        thread.machine.courier = ronde::app::courier::Courier::default();
        drop(thread.machine.asks.take());
    }
    thread.walk(0, None);
    assert_eq!(thread.counts(), [1, 1, 1]);
    assert!(thread.is_in_order());
}
