//! The store as the demo sees it: a job goes in, the reply it stands for comes out.

use crate::app::effect::Job;
use crate::app::event::Reply;
use crate::app::trouble::{Cause, Trouble};
use crate::domain::account::Account;
use crate::domain::brand::Brand;
use crate::domain::contact::Contact;
use crate::domain::delivery::{Answer, Delivery, Journey, Move};
use crate::domain::post::Post;
use crate::domain::sweep::Sweep;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use chrono::Duration;

pub(super) struct File<'a> {
    serve: &'a mut dyn FnMut(Job) -> Result<Reply, Trouble>,
}

impl<'a> File<'a> {
    pub(super) fn new(serve: &'a mut dyn FnMut(Job) -> Result<Reply, Trouble>) -> Self {
        Self { serve }
    }

    pub(super) fn ask(&mut self, job: Job) -> Result<Reply, Trouble> {
        (self.serve)(job)
    }

    /// Asks and wants no more than that it is done.
    pub(super) fn done(&mut self, job: Job) -> Result<(), Trouble> {
        self.ask(job).map(|_| ())
    }

    pub(super) fn brand(&mut self, job: Job) -> Result<Brand, Trouble> {
        match self.ask(job)? {
            Reply::Brand(brand) => Ok(*brand),
            other => Err(unexpected(&other)),
        }
    }

    pub(super) fn account(&mut self, job: Job) -> Result<Account, Trouble> {
        match self.ask(job)? {
            Reply::Account(account) => Ok(*account),
            other => Err(unexpected(&other)),
        }
    }

    pub(super) fn contact(&mut self, job: Job) -> Result<Contact, Trouble> {
        match self.ask(job)? {
            Reply::Contact(contact) => Ok(*contact),
            other => Err(unexpected(&other)),
        }
    }

    pub(super) fn sweep(&mut self, job: Job) -> Result<Sweep, Trouble> {
        match self.ask(job)? {
            Reply::Sweep(sweep) => Ok(*sweep),
            other => Err(unexpected(&other)),
        }
    }

    /// The post as stored; what it lacks for the step is trouble here.
    pub(super) fn post(&mut self, job: Job) -> Result<Post, Trouble> {
        match self.ask(job)? {
            Reply::Post(post) => post.map_err(|missing| trouble(&format!("a post of the demo lacks {missing:?}"))),
            other => Err(unexpected(&other)),
        }
    }

    /// Deliveries that are not at rest.
    pub(super) fn moving(&mut self) -> Result<Vec<Delivery>, Trouble> {
        match self.ask(Job::Moving)? {
            Reply::Deliveries(deliveries) => Ok(deliveries),
            other => Err(unexpected(&other)),
        }
    }

    /// Walks a delivery to its end, as the sender and a network that says yes would.
    pub(super) fn deliver(
        &mut self,
        delivery: Delivery,
        remote_id: Option<SafeText>,
        url: Option<SafeText>,
        at: Moment,
    ) -> Result<(), Trouble> {
        let mut delivery = delivery;
        if matches!(delivery.journey, Journey::Held { .. }) {
            delivery = self.advance(delivery.release(), at)?;
        }
        delivery = self.advance(delivery.start(at), at)?;
        let answer = Answer::Done { remote_id, url };
        let done = at + Duration::seconds(1);
        self.advance(delivery.settle(answer, done), done).map(|_| ())
    }

    /// Ends the hold of a delivery.
    pub(super) fn release(&mut self, delivery: &Delivery, at: Moment) -> Result<(), Trouble> {
        self.advance(delivery.release(), at).map(|_| ())
    }

    fn advance(&mut self, step: Option<Move>, at: Moment) -> Result<Delivery, Trouble> {
        let step = step.ok_or_else(|| trouble("a delivery of the demo left its path"))?;
        match self.ask(Job::Advance(Box::new(step), at))? {
            Reply::Advanced(Some(delivery)) => Ok(*delivery),
            other => Err(unexpected(&other)),
        }
    }
}

fn unexpected(reply: &Reply) -> Trouble {
    trouble(&format!("the demo did not expect {reply:?}"))
}

fn trouble(detail: &str) -> Trouble {
    Trouble { cause: Cause::Failed, account: None, detail: SafeText::line(detail) }
}
