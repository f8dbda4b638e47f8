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

/// The most pages of messages in one pull; the rest waits for the next one.
const MAX_PAGES: u32 = 500;
/// The most pages of reactions in one pull: nobody waits for them.
const MAX_REACTION_PAGES: u32 = 10;

/// What a pull of one account came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Haul {
    /// Messages that were not known.
    pub new: u32,
    /// Messages whose text changed.
    pub changed: u32,
    /// Open messages that were found answered elsewhere.
    pub answered: u32,
    /// Likes, shares and follows that were not known.
    pub reactions: u32,
    /// What stopped it, if something did. What came before is stored.
    pub trouble: Option<Trouble>,
}

/// Where the pull of one account is.
#[derive(Debug)]
struct Trip {
    account: Account,
    zone: Zone,
    step: Step,
    pages: u32,
    haul: Haul,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Stream(Stream),
    Figures,
}

impl Trip {
    /// The most pages of this step.
    const fn most(&self) -> u32 {
        match self.step {
            Step::Stream(Stream::Incoming | Stream::Own) | Step::Figures => MAX_PAGES,
            Step::Stream(Stream::Reactions) => MAX_REACTION_PAGES,
        }
    }
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
        let trip = Trip { account: account.clone(), zone, step: Step::Stream(Stream::Incoming), pages: 0, haul: Haul::default() };
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
                if let Step::Stream(stream) = trip.step {
                    let call = Call::Pull { account: Box::new(trip.account.clone()), stream, cursor };
                    self.trips.insert(asks.net(call), trip);
                }
                None
            }
            Ok(Reply::Taken { new, changed, answered, reactions, more, .. }) => {
                trip.haul.new += new;
                trip.haul.changed += changed;
                trip.haul.answered += answered;
                trip.haul.reactions += reactions;
                trip.pages += 1;
                match trip.step {
                    Step::Stream(stream) if more && trip.pages < trip.most() => self.ask_stream(trip, stream, asks),
                    Step::Stream(_) | Step::Figures => self.go_on(trip, now, asks),
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
            Err(trouble) if trip.step == Step::Stream(Stream::Reactions) && is_quiet(&trouble) => {
                self.go_on(trip, now, asks);
                None
            }
            Err(trouble) => Some(stop(trip, trouble, now, asks)),
        }
    }

    /// Goes to the next step: messages first, then what the account said, reactions, figures.
    fn go_on(&mut self, mut trip: Trip, now: Moment, asks: &mut Asks) {
        let can = |ability| trip.account.capabilities.offers(ability);
        match trip.step {
            Step::Stream(Stream::Incoming) if can(Ability::LookUp) => self.begin_stream(trip, Stream::Own, asks),
            Step::Stream(Stream::Incoming | Stream::Own) => self.begin_stream(trip, Stream::Reactions, asks),
            Step::Stream(Stream::Reactions) if can(Ability::Figures) => {
                trip.step = Step::Figures;
                let day = day_in(trip.zone, now);
                let ticket = asks.net(Call::Figures { account: Box::new(trip.account.clone()), day });
                self.trips.insert(ticket, trip);
            }
            Step::Stream(Stream::Reactions) | Step::Figures => self.finish(trip, now, asks),
        }
    }

    fn begin_stream(&mut self, trip: Trip, stream: Stream, asks: &mut Asks) {
        self.ask_stream(Trip { step: Step::Stream(stream), pages: 0, ..trip }, stream, asks);
    }

    fn ask_stream(&mut self, trip: Trip, stream: Stream, asks: &mut Asks) {
        let ticket = asks.store(Job::Cursor(trip.account.id, stream));
        self.trips.insert(ticket, trip);
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
    if page.cursor.is_none() || trip.pages + 1 >= trip.most() {
        page.more = false;
    }
    page
}

/// Whether trouble with reactions is passed over: the messages are in, and a server may not tell of reactions at all.
/// A token that was refused and a wait are of the whole account.
const fn is_quiet(trouble: &Trouble) -> bool {
    !trouble.cause.pauses() && !matches!(trouble.cause, Cause::RateLimited(_))
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
