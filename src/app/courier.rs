//! The courier: walks deliveries along their journey. The screens and `ronde publish` share it.
//!
//! It decides nothing about the order of the journey ([`Delivery::step`] does) and sends nothing
//! itself: it asks for one step, hears the reply, asks for the next.

use super::asks::Asks;
use super::effect::{Call, Job, Ticket};
use super::event::{News, Reply};
use super::trouble::Trouble;
use crate::domain::account::{Account, Standing};
use crate::domain::delivery::{Answer, Delivery, Journey, Move, Sighting, Stage, Step};
use crate::domain::text::SafeText;
use crate::domain::thread::Place;
use crate::domain::time::Moment;
use crate::domain::{AccountId, DeliveryId};
use std::collections::BTreeMap;

/// What the courier waits for under a ticket.
#[derive(Debug, Clone, PartialEq)]
enum Leg {
    /// The list of moving deliveries.
    Listing,
    /// A step to be written.
    Moving(Box<Delivery>),
    /// The network's answer to an act, or to a look-up.
    Asking(Box<Delivery>),
}

/// What became of a delivery, for those who tell the person.
#[derive(Debug, Clone, PartialEq)]
pub enum Tiding {
    /// It is out.
    Done(Box<Delivery>),
    /// The network said no; its text is a draft again.
    Refused(Box<Delivery>),
    /// Nobody knows; it will be looked up.
    Unclear(Box<Delivery>),
    /// The network can't tell: a person has to look.
    AskPerson(Box<Delivery>),
    /// Its hour is past: a person has to say.
    Late(Box<Delivery>),
    /// It did not leave, and will be tried again.
    Waiting(Box<Delivery>, Trouble),
    /// The account's token was refused.
    Expired(AccountId),
    /// A step could not be written; the delivery stays where it was.
    Stuck(Trouble),
}

/// Deliveries on their way.
#[derive(Debug, Default)]
pub struct Courier {
    legs: BTreeMap<Ticket, Leg>,
    next: Option<Moment>,
    /// Woken while it waited for the list: what it was woken for may be missing from that one.
    again: bool,
}

impl Courier {
    /// When something is to be done next, as far as is known.
    #[must_use]
    pub const fn next(&self) -> Option<Moment> {
        self.next
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.legs.is_empty()
    }

    /// How many acts are with a network now.
    #[must_use]
    pub fn flying(&self) -> usize {
        self.legs.values().filter(|leg| matches!(leg, Leg::Asking(_))).count()
    }

    /// Looks what is to be done. While it still waits for the list, it asks for another one after that.
    pub fn wake(&mut self, asks: &mut Asks) {
        if self.legs.values().any(|leg| *leg == Leg::Listing) {
            self.again = true;
        } else {
            self.list(asks);
        }
    }

    fn list(&mut self, asks: &mut Asks) {
        self.next = None;
        let ticket = asks.store(Job::Moving);
        self.legs.insert(ticket, Leg::Listing);
    }

    /// Whether a reply with this ticket is for the courier.
    #[must_use]
    pub fn expects(&self, ticket: Ticket) -> bool {
        self.legs.contains_key(&ticket)
    }

    /// Hears the file.
    pub fn hear_store(&mut self, ticket: Ticket, reply: Result<Reply, Trouble>, desk: &mut Desk<'_>) -> Vec<Tiding> {
        let leg = self.legs.remove(&ticket);
        if leg == Some(Leg::Listing) && std::mem::take(&mut self.again) {
            self.list(desk.asks);
        }
        match (leg, reply) {
            (Some(Leg::Listing), Ok(Reply::Deliveries(moving))) => {
                moving.into_iter().flat_map(|delivery| self.step(delivery, desk)).collect()
            }
            (Some(Leg::Moving(before)), Ok(Reply::Advanced(after))) => {
                after.map_or_else(Vec::new, |after| self.moved(&before, *after, desk))
            }
            (Some(_), Err(trouble)) => vec![Tiding::Stuck(trouble)],
            _ => Vec::new(),
        }
    }

    /// Hears a network.
    pub fn hear_net(&mut self, ticket: Ticket, news: Result<News, Trouble>, desk: &mut Desk<'_>) -> Vec<Tiding> {
        let Some(Leg::Asking(delivery)) = self.legs.remove(&ticket) else { return Vec::new() };
        let delivery = *delivery;
        match news {
            Ok(News::Answer(_, answer)) => {
                let step = delivery.settle(answer, desk.now);
                self.advance(delivery, step, desk);
                Vec::new()
            }
            Ok(News::Sighting(_, sighting)) => {
                let ask = sighting == Sighting::CantTell;
                let step = delivery.follow(sighting, desk.now);
                let told = ask.then(|| Tiding::AskPerson(Box::new(delivery.clone())));
                self.advance(delivery, step, desk);
                told.into_iter().collect()
            }
            Ok(_) => Vec::new(),
            Err(trouble) => self.failed(delivery, trouble, desk),
        }
    }

    /// A call that failed as a whole: nothing left, by the contract of `network::serve`.
    fn failed(&mut self, delivery: Delivery, trouble: Trouble, desk: &mut Desk<'_>) -> Vec<Tiding> {
        let why = trouble.detail.clone();
        let step = match delivery.journey.stage() {
            Stage::Sending => delivery.settle(Answer::NotSent { why }, desk.now),
            Stage::Unknown => delivery.follow(Sighting::Failed { why }, desk.now),
            Stage::Held | Stage::Queued | Stage::Done | Stage::Refused | Stage::TakenBack => None,
        };
        let account = delivery.account;
        let expired = trouble.cause.pauses();
        let mut tidings = vec![Tiding::Waiting(Box::new(delivery.clone()), trouble)];
        self.advance(delivery, step, desk);
        if expired {
            desk.asks.store(Job::SetStanding(account, Standing::Expired, desk.now));
            tidings.push(Tiding::Expired(account));
        }
        tidings
    }

    fn step(&mut self, delivery: Delivery, desk: &mut Desk<'_>) -> Vec<Tiding> {
        if self.is_under_way(delivery.id) {
            return Vec::new();
        }
        match delivery.step(desk.now) {
            Step::Wait(until) => self.wait(until),
            Step::Release => {
                let step = delivery.release();
                self.advance(delivery, step, desk);
            }
            Step::AskLate => return vec![Tiding::Late(Box::new(delivery))],
            Step::Send if !self.is_busy(delivery.account) && desk.can_send(delivery.account) => {
                let step = delivery.start(desk.now);
                self.advance(delivery, step, desk);
            }
            // At rest, or behind another part; or its account is busy with another act, or waits for a person.
            Step::Rest | Step::Follow | Step::Send => {}
            Step::LookUp => match delivery.journey {
                Journey::Sending { .. } => {
                    let step = delivery.lose(desk.now);
                    self.advance(delivery, step, desk);
                }
                _ => self.look_up(delivery, desk),
            },
        }
        Vec::new()
    }

    /// A step was written: goes on from where the delivery is now.
    fn moved(&mut self, before: &Delivery, after: Delivery, desk: &mut Desk<'_>) -> Vec<Tiding> {
        match (before.journey.stage(), &after.journey) {
            (_, Journey::Sending { .. }) => {
                if let Some(account) = desk.account(after.account).cloned() {
                    let call = Call::Send { account: Box::new(account), delivery: Box::new(after.clone()) };
                    let ticket = desk.asks.net(call);
                    self.legs.insert(ticket, Leg::Asking(Box::new(after)));
                }
                Vec::new()
            }
            (_, Journey::Done { .. }) => {
                // Another act of this account may have waited for its turn.
                self.wake(desk.asks);
                vec![Tiding::Done(Box::new(after))]
            }
            (_, Journey::Refused { .. }) => {
                self.wake(desk.asks);
                vec![Tiding::Refused(Box::new(after))]
            }
            (Stage::Sending, Journey::Unknown { .. }) => {
                self.wake(desk.asks);
                let told = Tiding::Unclear(Box::new(after.clone()));
                std::iter::once(told).chain(self.step(after, desk)).collect()
            }
            // The list says whose turn it is: acts of one account leave in their order.
            (_, Journey::Queued) => {
                self.wake(desk.asks);
                Vec::new()
            }
            (_, Journey::Unknown { .. } | Journey::Held { .. } | Journey::TakenBack) => self.step(after, desk),
        }
    }

    fn look_up(&mut self, delivery: Delivery, desk: &mut Desk<'_>) {
        let Some(account) = desk.account(delivery.account).cloned().filter(|_| desk.can_send(delivery.account)) else { return };
        let ticket = desk.asks.net(Call::LookUp { account: Box::new(account), delivery: Box::new(delivery.clone()) });
        self.legs.insert(ticket, Leg::Asking(Box::new(delivery)));
    }

    fn advance(&mut self, delivery: Delivery, step: Option<Move>, desk: &mut Desk<'_>) {
        if let Some(step) = step {
            let ticket = desk.asks.store(Job::Advance(Box::new(step), desk.now));
            self.legs.insert(ticket, Leg::Moving(Box::new(delivery)));
        }
    }

    fn wait(&mut self, until: Moment) {
        self.next = Some(self.next.map_or(until, |next| next.min(until)));
    }

    fn is_under_way(&self, id: DeliveryId) -> bool {
        self.legs.values().any(|leg| matches!(leg, Leg::Moving(delivery) | Leg::Asking(delivery) if delivery.id == id))
    }

    /// Acts of one account leave one after the other, so that answers keep their order.
    fn is_busy(&self, account: AccountId) -> bool {
        let sends = |delivery: &Delivery| delivery.account == account;
        self.legs.values().any(|leg| matches!(leg, Leg::Moving(delivery) | Leg::Asking(delivery) if sends(delivery)))
    }
}

/// What the courier needs at hand: the time, the accounts, and where requests are left.
pub struct Desk<'a> {
    /// Now.
    pub now: Moment,
    /// The accounts as known.
    pub accounts: &'a [Account],
    /// Where requests are left.
    pub asks: &'a mut Asks,
}

impl Desk<'_> {
    fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    fn can_send(&self, id: AccountId) -> bool {
        self.account(id).is_some_and(|account| match account.standing {
            Standing::Well => true,
            Standing::Expired => false,
            Standing::Limited { until } => until <= self.now,
        })
    }
}

/// The words of a delivery, for a line that tells about it; of a part of a thread, its number first.
#[must_use]
pub fn words(delivery: &Delivery) -> SafeText {
    let words = delivery.act.text().map(SafeText::on_one_line).unwrap_or_default();
    match &delivery.place {
        Place { of: 1, .. } => words,
        Place { part, of, .. } => SafeText::line(&format!("{part}/{of} · {words}")),
    }
}
