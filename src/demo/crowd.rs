//! Those who like, share and follow in the demo: as many in a day as their accounts bring, on the networks that tell of each.
//!
//! Some of them also write; the others are a network's id and no more. Has a chance of its own: nothing else moves by it.

use super::Stage;
use super::calendar::{self, instant};
use super::chance::Chance;
use super::file::File;
use super::queue::Queue;
use crate::app::effect::{Job, Page, Stream};
use crate::app::event::Reply;
use crate::app::trouble::Trouble;
use crate::domain::account::{Account, Network};
use crate::domain::reaction::{Reaction, ReactionKind};
use crate::domain::reading::{Metric, Reading};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment, Period};
use chrono::Duration;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Crowd {
    chance: Chance,
    /// Those who also write, by network.
    writers: BTreeMap<&'static str, Vec<SafeText>>,
    /// Who already did what about what.
    done: BTreeSet<(SafeText, ReactionKind, Option<SafeText>)>,
    strangers: u32,
}

impl Crowd {
    /// `writers` are the handles of all who write, with their network.
    pub(super) fn new<'a>(writers: impl Iterator<Item = (Network, &'a str)>) -> Self {
        let mut by_network: BTreeMap<&'static str, BTreeSet<&str>> = BTreeMap::new();
        for (network, handle) in writers.filter(|(network, _)| network.tells_who_reacts()) {
            by_network.entry(network.code()).or_default().insert(handle);
        }
        let lines = |handles: BTreeSet<&str>| handles.into_iter().map(SafeText::line).collect();
        Self {
            chance: Chance::new(0x0011_CE5A_FA9E),
            writers: by_network.into_iter().map(|(network, handles)| (network, lines(handles))).collect(),
            done: BTreeSet::new(),
            strangers: 0,
        }
    }

    /// What came yesterday: as many as the accounts brought, which no figure of an account tells, and those who follow
    /// by the figures that were just fetched.
    pub(super) fn yesterday(
        &mut self,
        file: &mut File<'_>,
        stage: &Stage,
        queue: &Queue,
        brought: &[Reading],
        at: Moment,
    ) -> Result<(), Trouble> {
        let day = calendar::eve(calendar::day_of(at));
        let period = Period::new(calendar::eve(day), day);
        let Reply::Readings(readings) = file.ask(Job::Readings(stage.brand.id, period, None))? else { return Ok(()) };
        for account in stage.accounts.iter().filter(|account| account.network.tells_who_reacts()) {
            let of = |metric, day| of_day(&readings, account, metric, day);
            let gained = of(Metric::Followers, day).saturating_sub(of(Metric::Followers, calendar::eve(day)));
            let gained = if of(Metric::Followers, calendar::eve(day)) == 0 { 0 } else { gained };
            let counts = [
                (ReactionKind::Like, of_day(brought, account, Metric::Likes, day)),
                (ReactionKind::Share, of_day(brought, account, Metric::Shares, day)),
            ];
            let span = (instant(day, 7, 0), instant(day, 23, 30));
            self.come(file, account, queue, &[counts[0], counts[1], (ReactionKind::Follow, gained)], span)?;
        }
        Ok(())
    }

    /// What came this morning.
    pub(super) fn this_morning(&mut self, file: &mut File<'_>, stage: &Stage, queue: &Queue, at: Moment) -> Result<(), Trouble> {
        let span = (instant(calendar::day_of(at), 6, 40), at);
        for account in stage.accounts.iter().filter(|account| account.network.tells_who_reacts()) {
            let likes = self.chance.between(3, 7);
            self.come(file, account, queue, &[(ReactionKind::Like, likes), (ReactionKind::Share, 1)], span)?;
        }
        Ok(())
    }

    fn come(
        &mut self,
        file: &mut File<'_>,
        account: &Account,
        queue: &Queue,
        counts: &[(ReactionKind, u32)],
        (from, to): (Moment, Moment),
    ) -> Result<(), Trouble> {
        let minutes = u32::try_from((to - from).num_minutes()).unwrap_or(0);
        let mut reactions = Vec::new();
        for (kind, count) in counts {
            for _ in 0..*count {
                let at = from + Duration::minutes(i64::from(self.chance.between(0, minutes)));
                let about = match kind {
                    ReactionKind::Follow => None,
                    // Before the first post of the demo there were others.
                    ReactionKind::Like | ReactionKind::Share => {
                        Some(queue.newest_on(account.network, at).map_or_else(|| SafeText::line("older"), |out| out.remote_id.clone()))
                    }
                };
                let author_id = self.somebody(account.network, *kind, about.as_ref());
                let remote_id = SafeText::line(&format!("{}-{}", kind.code(), self.done.len()));
                reactions.push(Reaction { kind: *kind, remote_id, author_id, about, at });
            }
        }
        if reactions.is_empty() {
            return Ok(());
        }
        let (incoming, own) = (Vec::new(), Vec::new());
        let page = Page { stream: Stream::Reactions, incoming, own, reactions, cursor: None, more: false };
        file.done(Job::Take { account: account.id, page: Box::new(page), at: to })
    }

    /// One of those who write, now and then; else somebody who never wrote.
    fn somebody(&mut self, network: Network, kind: ReactionKind, about: Option<&SafeText>) -> SafeText {
        let writers = self.writers.get(network.code()).map_or(&[] as &[SafeText], Vec::as_slice);
        let writes = self.chance.percent(if kind == ReactionKind::Follow { 40 } else { 14 });
        if writes && !writers.is_empty() {
            let writer = self.chance.pick(writers).clone();
            if self.done.insert((writer.clone(), kind, about.cloned())) {
                return writer;
            }
        }
        self.strangers += 1;
        let stranger = SafeText::line(&format!("{}-stranger-{}", network.code(), self.strangers));
        self.done.insert((stranger.clone(), kind, about.cloned()));
        stranger
    }
}

fn of_day(readings: &[Reading], account: &Account, metric: Metric, day: Day) -> u32 {
    let of =
        |reading: &&Reading| reading.account == account.id && reading.variant.is_none() && reading.metric == metric && reading.day == day;
    let value = readings.iter().find(of).and_then(|reading| reading.value).unwrap_or(0);
    u32::try_from(value).unwrap_or(u32::MAX)
}
