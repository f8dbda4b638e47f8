//! Deliveries against a recording server: whatever fails and whenever Ronde is killed, nothing is out twice, and
//! nothing is lost where the network can tell.

mod kills;
mod thread;
mod unsay;

use crate::given;
use crate::network::stage::limits;
use crate::recording::{Fault, Mode, Recording};
use chrono::Duration;
use ronde::app::asks::Asks;
use ronde::app::courier::{Courier, Desk, Tiding};
use ronde::app::effect::{Call, Effect, Job, Secret};
use ronde::app::event::{News, Reply};
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::count::CountRule;
use ronde::domain::delivery::{Answer, Delivery, Journey, LATE, Move, Sighting, Stage, Step};
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, DeliveryId, MessageId};
use ronde::network::{self, Networks};
use ronde::secrets::Vault;
use ronde::store::{Store, serve};
use tokio::runtime::{Builder, Runtime};

/// A CM's machine: a file, one account on a recording server, a courier, a clock.
struct Machine {
    home: given::Home,
    account: Account,
    networks: Networks,
    runtime: Runtime,
    now: Moment,
    courier: Courier,
    asks: Asks,
    tidings: Vec<Tiding>,
}

impl Machine {
    fn new(server: &Recording, mode: Mode) -> Self {
        let mut home = given::store();
        let brand = given::brand(&mut home);
        let lacks = if mode.keyed { &[][..] } else { &[Ability::Idempotency][..] };
        let account = Account {
            id: AccountId(0),
            brand,
            network: Network::Mastodon,
            access: Access::Connected,
            handle: SafeText::line("@cafe@here.example"),
            server: SafeText::line(&server.url),
            remote_id: SafeText::line("7"),
            capabilities: Capabilities {
                server: SafeText::line("Recording 1"),
                can: Ability::ALL.iter().copied().filter(|ability| !lacks.contains(ability)).collect(),
                count: CountRule::of(Network::Mastodon),
                media_limit: 4,
                alt_limit: 1500,
                media_bytes: None,
            },
            standing: Standing::Well,
        };
        let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(account), given::at(0))) else { panic!("an account") };
        let vault = Vault::in_memory();
        vault.keep(account.id, &Secret::new("token")).expect("memory takes all");
        Self {
            home,
            account: *account,
            networks: Networks::new(vault, limits()),
            runtime: Builder::new_current_thread().enable_all().build().expect("a runtime"),
            now: given::at(60),
            courier: Courier::default(),
            asks: Asks::default(),
            tidings: Vec::new(),
        }
    }

    /// Answers a new message with a text; the delivery is held.
    fn answers(&mut self, message: MessageId, text: &str) -> DeliveryId {
        let job = Job::Answer { message, text: SafeText::clean(text), at: self.now, sweep: None, by_hand: false };
        match self.home.ask(job) {
            Reply::Answered { delivery: Some(delivery), .. } => delivery.id,
            other => panic!("a delivery, not {other:?}"),
        }
    }

    fn delivery(&mut self, id: DeliveryId) -> Delivery {
        match self.home.ask(Job::Outbox(self.account.brand, 500)) {
            Reply::Deliveries(all) => all.into_iter().find(|delivery| delivery.id == id).expect("it is stored"),
            other => panic!("deliveries, not {other:?}"),
        }
    }

    /// Lets time pass and the courier walk as far as it gets.
    fn pass(&mut self, server: &Recording, time: Duration) {
        self.now += time;
        server.now(self.now);
        self.courier.wake(&mut self.asks);
        self.work();
    }

    fn work(&mut self) {
        loop {
            let effects = self.asks.take();
            if effects.is_empty() {
                return;
            }
            for effect in effects {
                self.carry_out(effect);
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        let accounts = [self.account.clone()];
        match effect {
            Effect::Store(ticket, job) => {
                let reply = serve(&mut self.home.store, job);
                let mut desk = Desk { now: self.now, accounts: &accounts, asks: &mut self.asks };
                self.tidings.extend(self.courier.hear_store(ticket, reply, &mut desk));
            }
            Effect::Net(ticket, call) => {
                let news = self.runtime.block_on(network::serve(&self.networks, call, self.now));
                let mut desk = Desk { now: self.now, accounts: &accounts, asks: &mut self.asks };
                self.tidings.extend(self.courier.hear_net(ticket, news, &mut desk));
            }
            Effect::Desktop(_) | Effect::OpenDemo | Effect::Quit => {}
        }
    }

    fn steps(&mut self, step: Option<Move>) {
        let step = step.expect("an arrow leads there");
        assert!(matches!(self.home.ask(Job::Advance(Box::new(step), self.now)), Reply::Advanced(Some(_))));
    }

    /// Lets a queued delivery leave without writing down what came of it.
    fn leaves(&mut self, id: DeliveryId) -> Answer {
        let queued = self.delivery(id);
        self.steps(queued.start(self.now));
        let call = Call::Send { account: Box::new(self.account.clone()), delivery: Box::new(self.delivery(id)) };
        match self.runtime.block_on(network::serve(&self.networks, call, self.now)) {
            Ok(News::Answer(_, answer)) => answer,
            other => panic!("an answer, not {other:?}"),
        }
    }

    /// Walks a delivery until it rests or waits for a person, at most three hours.
    fn walk(&mut self, server: &Recording, id: DeliveryId) -> Delivery {
        self.pass(server, Duration::seconds(10));
        for _ in 0..180 {
            let delivery = self.delivery(id);
            let asked = self.tidings.iter().any(|tiding| matches!(tiding, Tiding::AskPerson(asked) if asked.id == id));
            if delivery.step(self.now) == Step::Rest || asked {
                return delivery;
            }
            self.pass(server, Duration::minutes(1));
        }
        self.delivery(id)
    }
}

fn out(server: &Recording, text: &str) -> usize {
    server.out().iter().filter(|out| out.text.contains(text)).count()
}

fn sends() -> u32 {
    std::env::var("RONDE_SENDS").ok().and_then(|number| number.parse().ok()).unwrap_or(2)
}

#[test]
fn whatever_fails_nothing_is_out_twice_and_nothing_is_lost_where_the_network_can_tell() {
    for mode in Mode::ALL {
        let server = Recording::start(mode);
        let mut machine = Machine::new(&server, mode);
        let account = machine.account.id;
        let number = i64::from(sends()) * 12;
        let messages = given::messages(&mut machine.home, account, number);
        let mut waiting = messages.into_iter();
        for round in 0..sends() {
            for fault in Fault::ALL {
                let text = format!("Réponse {fault:?} numéro {round}");
                let id = machine.answers(waiting.next().expect("enough messages"), &text);
                server.fault(fault);
                let delivery = machine.walk(&server, id);
                let (name, count) = (format!("{mode:?} {fault:?}"), out(&server, &text));
                assert!(count <= 1, "{name}: out {count} times");
                if mode.listable || fault.is_clear() {
                    assert_eq!((delivery.journey.stage(), count), (Stage::Done, 1), "{name}");
                } else {
                    assert_eq!(delivery.journey.stage(), Stage::Unknown, "{name}");
                    let posts = server.posts();
                    machine.pass(&server, Duration::hours(3));
                    assert_eq!(server.posts(), posts, "{name}: it waits for a person");
                    // The person looked, and says what they saw.
                    let seen = Job::Resolve(id, count == 1, machine.now);
                    machine.home.ask(seen);
                    machine.home.ask(Job::AllowLate(id, machine.now));
                    let delivery = machine.walk(&server, id);
                    assert_eq!((delivery.journey.stage(), out(&server, &text)), (Stage::Done, 1), "{name}, resolved");
                }
            }
        }
        assert_eq!(server.out().len(), usize::try_from(number).expect("few"));
    }
}

#[test]
fn a_success_that_cannot_be_read_is_never_sent_again() {
    let mode = Mode::ALL[1];
    let server = Recording::start(mode);
    let mut machine = Machine::new(&server, mode);
    let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
    let id = machine.answers(message, "Bonjour");
    server.fault(Fault::UnreadableAfter);
    let delivery = machine.walk(&server, id);
    assert!(matches!(delivery.journey, Journey::Done { remote_id: Some(_), .. }), "{delivery:?}");
    assert_eq!((server.posts(), out(&server, "Bonjour")), (1, 1));
}

#[test]
fn answers_of_one_account_keep_their_order_and_each_leaves_once() {
    let mode = Mode::ALL[0];
    let server = Recording::start(mode);
    let mut machine = Machine::new(&server, mode);
    let messages = given::messages(&mut machine.home, machine.account.id, 5);
    for (place, message) in messages.into_iter().enumerate() {
        machine.answers(message, &format!("Réponse {place}"));
    }
    machine.pass(&server, Duration::seconds(10));
    machine.pass(&server, Duration::seconds(10));
    let texts: Vec<String> = server.out().into_iter().map(|out| out.text).collect();
    assert_eq!(texts.len(), 5);
    assert!(texts.iter().zip(0..).all(|(text, place)| text.ends_with(&format!("Réponse {place}"))), "{texts:?}");
}

#[test]
fn what_is_more_than_a_quarter_late_is_asked_and_leaves_only_with_a_yes() {
    let mode = Mode::ALL[0];
    let server = Recording::start(mode);
    let mut machine = Machine::new(&server, mode);
    let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
    let id = machine.answers(message, "Bonjour");
    // The laptop slept.
    machine.pass(&server, LATE + Duration::seconds(11));
    assert!(machine.tidings.iter().any(|tiding| matches!(tiding, Tiding::Late(late) if late.id == id)), "{:?}", machine.tidings);
    machine.pass(&server, Duration::hours(5));
    assert_eq!(server.posts(), 0);
    machine.home.ask(Job::AllowLate(id, machine.now));
    machine.pass(&server, Duration::seconds(1));
    assert_eq!((machine.delivery(id).journey.stage(), out(&server, "Bonjour")), (Stage::Done, 1));
}

#[test]
fn a_delivery_whose_sender_died_is_looked_up_before_anything_else() {
    for arrived in [true, false] {
        let mode = Mode::ALL[1];
        let server = Recording::start(mode);
        let mut machine = Machine::new(&server, mode);
        let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
        let id = machine.answers(message, "Bonjour");
        server.fault(if arrived { Fault::DropAfter } else { Fault::DropRead });
        machine.now += Duration::seconds(10);
        server.now(machine.now);
        // Half of the way by hand: the request leaves, and its sender is gone before it can write what came of it.
        let held = machine.delivery(id);
        machine.steps(held.release());
        machine.leaves(id);
        machine.courier = Courier::default();
        machine.pass(&server, Duration::seconds(30));
        assert_eq!((machine.delivery(id).journey.stage(), server.posts()), (Stage::Sending, 1), "it may still be at work");
        let delivery = machine.walk(&server, id);
        assert_eq!((delivery.journey.stage(), out(&server, "Bonjour")), (Stage::Done, 1));
        assert_eq!(server.posts(), if arrived { 1 } else { 2 });
    }
}

#[test]
fn of_two_programs_that_want_to_send_exactly_one_does() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let starts = std::env::var("RONDE_RACES").ok().and_then(|number| number.parse().ok()).unwrap_or(40);
    let path = home.folder.path().join("ronde.db");
    for message in given::messages(&mut home, account, starts) {
        let job = Job::Answer { message, text: "Bonjour".into(), at: given::at(5), sweep: None, by_hand: false };
        let Reply::Answered { delivery: Some(held), .. } = home.ask(job) else { panic!("a delivery") };
        let Reply::Advanced(Some(queued)) = home.ask(Job::Advance(Box::new(held.release().expect("held")), given::at(6))) else {
            panic!("queued")
        };
        let gate = std::sync::Arc::new(std::sync::Barrier::new(2));
        let racers: Vec<_> = (0..2)
            .map(|_| {
                let (gate, path, queued) = (std::sync::Arc::clone(&gate), path.clone(), queued.clone());
                std::thread::spawn(move || {
                    let mut store = Store::open(&path).expect("a second connection");
                    gate.wait();
                    serve(&mut store, Job::Advance(Box::new(queued.start(given::at(7)).expect("queued")), given::at(7)))
                })
            })
            .collect();
        let won =
            racers.into_iter().map(|racer| racer.join().expect("it ends")).filter(|reply| matches!(reply, Ok(Reply::Advanced(Some(_)))));
        assert_eq!(won.count(), 1);
    }
}

#[test]
fn a_look_up_from_before_another_programs_request_frees_nothing() {
    let mode = Mode::ALL[1];
    let server = Recording::start(mode);
    let mut machine = Machine::new(&server, mode);
    let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
    let id = machine.answers(message, "Bonjour");
    server.fault(Fault::DropRead);
    machine.pass(&server, Duration::seconds(10));
    let unclear = machine.delivery(id);
    assert_eq!(unclear.journey.stage(), Stage::Unknown);
    // Another program finds it absent, sends it, and loses the answer, while our look-up is still on its way back.
    machine.now += Duration::seconds(61);
    server.now(machine.now);
    machine.steps(unclear.follow(Sighting::Absent, machine.now));
    server.fault(Fault::DropAfter);
    let answer = machine.leaves(id);
    let again = machine.delivery(id);
    machine.steps(again.settle(answer, machine.now));
    assert_eq!((machine.delivery(id).journey.stage(), out(&server, "Bonjour")), (Stage::Unknown, 1));
    let stale = unclear.follow(Sighting::Absent, machine.now).expect("a step");
    assert_eq!(machine.home.ask(Job::Advance(Box::new(stale), machine.now)), Reply::Advanced(None));
    let delivery = machine.walk(&server, id);
    assert_eq!((delivery.journey.stage(), out(&server, "Bonjour")), (Stage::Done, 1));
}

#[test]
fn pressing_send_twice_is_one_intent() {
    let mode = Mode::ALL[0];
    let server = Recording::start(mode);
    let mut machine = Machine::new(&server, mode);
    let message = given::messages(&mut machine.home, machine.account.id, 1)[0];
    let first = machine.answers(message, "Bonjour");
    for _ in 0..50 {
        let again =
            serve(&mut machine.home.store, Job::Answer { message, text: "Bonjour".into(), at: machine.now, sweep: None, by_hand: false });
        assert!(!matches!(&again, Ok(Reply::Answered { delivery: Some(other), .. }) if other.id != first), "{again:?}");
    }
    machine.walk(&server, first);
    machine.pass(&server, Duration::minutes(5));
    assert_eq!(out(&server, "Bonjour"), 1);
}
