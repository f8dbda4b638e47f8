//! The pull: fetches messages and figures, account by account. The screens and `ronde pull` share it.
//!
//! A page is stored whole before the next one is asked for, and the cursor with it.

use super::asks::Asks;
use super::effect::{Call, Job, Page, Stream, Ticket};
use super::event::{News, Reply};
use super::trouble::{Cause, Trouble};
use crate::domain::AccountId;
use crate::domain::account::{Ability, Access, Account, Standing};
use crate::domain::journal::Actor;
use crate::domain::time::{Moment, Zone, day_in};
use std::collections::BTreeMap;

/// The most pages of one stream in one pull; the rest waits for the next one.
const MAX_PAGES: u32 = 500;

/// What a pull of one account came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Haul {
    /// Messages that were not known.
    pub new: u32,
    /// Messages whose text changed.
    pub changed: u32,
    /// Open messages that were found answered elsewhere.
    pub answered: u32,
    /// What stopped it, if something did. What came before is stored.
    pub trouble: Option<Trouble>,
}

/// Where the pull of one account is.
#[derive(Debug)]
struct Trip {
    account: Account,
    zone: Zone,
    stream: Stream,
    pages: u32,
    haul: Haul,
}

/// Pulls under way, each waiting under one ticket.
#[derive(Debug, Default)]
pub struct Puller {
    trips: BTreeMap<Ticket, Trip>,
}

impl Puller {
    /// Starts the pull of an account, unless it is under way, kept by hand or told to wait.
    ///
    /// Gives whether it started.
    pub fn start(&mut self, account: &Account, zone: Zone, now: Moment, asks: &mut Asks) -> bool {
        let waits = match account.standing {
            Standing::Well => false,
            Standing::Expired => true,
            Standing::Limited { until } => until > now,
        };
        if waits || account.access == Access::Manual || self.is_pulling(account.id) {
            return false;
        }
        let trip = Trip { account: account.clone(), zone, stream: Stream::Incoming, pages: 0, haul: Haul::default() };
        let ticket = asks.store(Job::Cursor(account.id, Stream::Incoming));
        self.trips.insert(ticket, trip);
        true
    }

    /// Whether nothing is under way.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.trips.is_empty()
    }

    /// The accounts that are being pulled.
    pub fn pulling(&self) -> impl Iterator<Item = AccountId> {
        self.trips.values().map(|trip| trip.account.id)
    }

    /// Forgets what is under way: replies still to come are dropped, what is stored stays.
    pub fn cancel(&mut self) {
        self.trips.clear();
    }

    /// Whether a reply with this ticket is for the puller.
    #[must_use]
    pub fn expects(&self, ticket: Ticket) -> bool {
        self.trips.contains_key(&ticket)
    }

    fn is_pulling(&self, account: AccountId) -> bool {
        self.pulling().any(|id| id == account)
    }

    /// Hears the file. Gives the haul of an account whose pull ended.
    pub fn hear_store(&mut self, ticket: Ticket, reply: Result<Reply, Trouble>, now: Moment, asks: &mut Asks) -> Option<(AccountId, Haul)> {
        let mut trip = self.trips.remove(&ticket)?;
        match reply {
            Ok(Reply::Cursor(cursor)) => {
                let call = Call::Pull { account: Box::new(trip.account.clone()), stream: trip.stream, cursor };
                self.trips.insert(asks.net(call), trip);
                None
            }
            Ok(Reply::Taken { new, changed, answered, more, .. }) => {
                trip.haul.new += new;
                trip.haul.changed += changed;
                trip.haul.answered += answered;
                trip.pages += 1;
                if more && trip.pages < MAX_PAGES {
                    let ticket = asks.store(Job::Cursor(trip.account.id, trip.stream));
                    self.trips.insert(ticket, trip);
                } else {
                    self.next_stream(trip, now, asks);
                }
                None
            }
            Ok(_) => Some((trip.account.id, trip.haul)),
            Err(trouble) => {
                trip.haul.trouble = Some(trouble);
                Some((trip.account.id, trip.haul))
            }
        }
    }

    /// Hears a network. Gives the haul of an account whose pull ended.
    pub fn hear_net(&mut self, ticket: Ticket, news: Result<News, Trouble>, now: Moment, asks: &mut Asks) -> Option<(AccountId, Haul)> {
        let trip = self.trips.remove(&ticket)?;
        match news {
            Ok(News::Page(page)) => {
                let ticket = asks.store(Job::Take { account: trip.account.id, page: Box::new(bounded(*page, &trip)), at: now });
                self.trips.insert(ticket, trip);
                None
            }
            Ok(News::Figures(_, readings)) => {
                if !readings.is_empty() {
                    asks.store(Job::WriteReadings(readings, Actor::Network, now));
                }
                self.finish(trip, now, asks);
                None
            }
            Ok(_) => Some((trip.account.id, trip.haul)),
            Err(trouble) => Some(stop(trip, trouble, now, asks)),
        }
    }

    fn next_stream(&mut self, mut trip: Trip, now: Moment, asks: &mut Asks) {
        match trip.stream {
            Stream::Incoming if trip.account.capabilities.offers(Ability::LookUp) => {
                trip.stream = Stream::Own;
                trip.pages = 0;
                let ticket = asks.store(Job::Cursor(trip.account.id, Stream::Own));
                self.trips.insert(ticket, trip);
            }
            _ if trip.account.capabilities.offers(Ability::Figures) => {
                let day = day_in(trip.zone, now);
                let ticket = asks.net(Call::Figures { account: Box::new(trip.account.clone()), day });
                self.trips.insert(ticket, trip);
            }
            _ => self.finish(trip, now, asks),
        }
    }

    /// The last step: the line of the journal, whose reply ends the trip.
    fn finish(&mut self, trip: Trip, now: Moment, asks: &mut Asks) {
        if trip.account.standing != Standing::Well {
            asks.store(Job::SetStanding(trip.account.id, Standing::Well, now));
        }
        let ticket = asks.store(Job::Pulled(trip.account.id, trip.haul.new, now));
        self.trips.insert(ticket, trip);
    }
}

/// A server that says "more" without moving its cursor would be asked for ever.
fn bounded(mut page: Page, trip: &Trip) -> Page {
    if page.cursor.is_none() || trip.pages + 1 >= MAX_PAGES {
        page.more = false;
    }
    page
}

/// Ends a trip by what stopped it, and notes how the account stands.
fn stop(mut trip: Trip, trouble: Trouble, now: Moment, asks: &mut Asks) -> (AccountId, Haul) {
    let id = trip.account.id;
    match trouble.cause {
        cause if cause.pauses() => {
            asks.store(Job::SetStanding(id, Standing::Expired, now));
        }
        Cause::RateLimited(until) => {
            asks.store(Job::SetStanding(id, Standing::Limited { until }, now));
        }
        _ => {}
    }
    trip.haul.trouble = Some(trouble);
    (id, trip.haul)
}
