//! Carries out what the pure machines ask for, one effect after the other, until they rest.
//!
//! The screens run the same machines on threads; nothing about pulling or sending is decided here.

use super::world::World;
use crate::app::asks::Asks;
use crate::app::courier::{Courier, Desk, Tiding};
use crate::app::effect::{Effect, Job};
use crate::app::event::Reply;
use crate::app::pull::{Haul, Puller};
use crate::app::trouble::Trouble;
use crate::domain::account::Account;
use crate::domain::time::{Moment, Zone};
use crate::domain::{AccountId, DeliveryId};

/// What a pull came to: what each account brought, and what the file refused on the way.
pub(super) struct Pulled {
    /// Each account that was pulled, in the order in which they ended.
    pub hauls: Vec<(AccountId, Haul)>,
    /// Work for the file that failed besides.
    pub troubles: Vec<Trouble>,
}

/// Pulls `accounts`, each with the zone of its brand. `told` hears of each that ends.
pub(super) fn pull(
    world: &mut World,
    accounts: &[(Account, Zone)],
    now: impl Fn() -> Moment,
    mut told: impl FnMut(AccountId, &Haul),
) -> Pulled {
    let mut pulled = Pulled { hauls: Vec::new(), troubles: Vec::new() };
    for (account, zone) in accounts {
        let (mut asks, mut puller) = (Asks::default(), Puller::default());
        puller.start(account, *zone, now(), &mut asks);
        loop {
            let effects = asks.take();
            if effects.is_empty() {
                break;
            }
            for effect in effects {
                let ended = match effect {
                    Effect::Store(ticket, job) => {
                        let reply = world.job(job);
                        if puller.expects(ticket) {
                            puller.hear_store(ticket, reply, now(), &mut asks)
                        } else {
                            pulled.troubles.extend(reply.err());
                            None
                        }
                    }
                    Effect::Net(ticket, call) => {
                        let news = world.call(call, now());
                        puller.hear_net(ticket, news, now(), &mut asks)
                    }
                    Effect::Desktop(_) | Effect::Quit | Effect::OpenDemo => None,
                };
                if let Some((account, haul)) = ended {
                    told(account, &haul);
                    pulled.hauls.push((account, haul));
                }
            }
        }
        if world.was_stopped() {
            break;
        }
    }
    pulled
}

/// What the courier did, and when it wants to be woken again.
pub(super) struct Sent {
    /// What became of the deliveries, in order.
    pub tidings: Vec<Tiding>,
    /// Work for the file that failed besides.
    pub troubles: Vec<Trouble>,
    /// When something is to be done next, as far as is known.
    pub next: Option<Moment>,
}

/// Walks the deliveries that `chosen` lets through as far as they go now.
pub(super) fn send(world: &mut World, mut accounts: Vec<Account>, now: impl Fn() -> Moment, chosen: impl Fn(&DeliveryId) -> bool) -> Sent {
    let (mut asks, mut courier) = (Asks::default(), Courier::default());
    let mut sent = Sent { tidings: Vec::new(), troubles: Vec::new(), next: None };
    courier.wake(&mut asks);
    loop {
        let effects = asks.take();
        if effects.is_empty() {
            break;
        }
        for effect in effects {
            match effect {
                Effect::Store(ticket, job) => {
                    let standing = if let Job::SetStanding(id, standing, _) = &job { Some((*id, standing.clone())) } else { None };
                    let reply = world.job(job).map(|reply| only(reply, &chosen));
                    if let Some((id, standing)) = standing.filter(|_| reply.is_ok()) {
                        accounts.iter_mut().filter(|account| account.id == id).for_each(|account| account.standing = standing.clone());
                    }
                    if courier.expects(ticket) {
                        let mut desk = Desk { now: now(), accounts: &accounts, asks: &mut asks };
                        sent.tidings.extend(courier.hear_store(ticket, reply, &mut desk));
                    } else {
                        sent.troubles.extend(reply.err());
                    }
                }
                Effect::Net(ticket, call) => {
                    let news = world.call(call, now());
                    let mut desk = Desk { now: now(), accounts: &accounts, asks: &mut asks };
                    sent.tidings.extend(courier.hear_net(ticket, news, &mut desk));
                }
                Effect::Desktop(_) | Effect::Quit | Effect::OpenDemo => {}
            }
        }
    }
    sent.next = courier.next();
    sent
}

/// Keeps of a list of deliveries those that are chosen.
fn only(reply: Reply, chosen: impl Fn(&DeliveryId) -> bool) -> Reply {
    match reply {
        Reply::Deliveries(all) => Reply::Deliveries(all.into_iter().filter(|delivery| chosen(&delivery.id)).collect()),
        other => other,
    }
}
