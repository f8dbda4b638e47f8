//! The figures of the demo: fetched where a network gives them, typed for `LinkedIn`, and missing
//! where a day was lost. Unknown is never written as 0.

use super::Stage;
use super::agenda::{Agenda, Scene};
use super::calendar::{self, day, instant};
use super::cast::NETWORKS;
use super::chance::Chance;
use super::file::File;
use super::queue::{Out, Queue};
use crate::app::effect::Job;
use crate::app::trouble::Trouble;
use crate::domain::account::{Account, Network};
use crate::domain::journal::Actor;
use crate::domain::reading::{Metric, Reading, Source};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use chrono::Duration;

/// From this day on Instagram counts views, which repeat, instead of impressions.
const BREAK: Day = day(10, 20);

/// Days whose figures of `LinkedIn` nobody typed.
const FORGOTTEN: [Day; 6] = [day(8, 22), day(8, 23), day(9, 12), day(10, 17), day(10, 25), day(11, 7)];

/// Days on which the server of the Mastodon account did not answer.
const SILENT: [Day; 2] = [day(9, 9), day(9, 10)];

/// Whether the figures of an account tell a metric. A profile of Mastodon or Bluesky counts followers and posts alone,
/// as their connectors read it: what people do there is told post by post.
const fn tells(network: Network, metric: Metric) -> bool {
    match network {
        Network::Mastodon | Network::Bluesky => metric.is_level(),
        Network::Instagram
        | Network::Facebook
        | Network::LinkedIn
        | Network::YouTube
        | Network::Threads
        | Network::TikTok
        | Network::X
        | Network::Other => network.gives(metric),
    }
}

/// Posts that stood on an account before the first day, where its profile counts them.
const fn posts_before(network: Network) -> Option<u32> {
    match network {
        Network::Mastodon => Some(1_214),
        Network::Bluesky => Some(163),
        Network::Instagram
        | Network::Facebook
        | Network::LinkedIn
        | Network::YouTube
        | Network::Threads
        | Network::TikTok
        | Network::X
        | Network::Other => None,
    }
}

/// What an account brings on a usual day, told or not: its metric and the count.
fn usual(network: Network) -> &'static [(Metric, u32)] {
    use Metric::{Clicks, Comments, Likes, Reach, Saves, Shares, Views};
    match network {
        Network::Instagram => &[(Reach, 3_900), (Views, 7_400), (Likes, 178), (Comments, 19), (Shares, 16), (Saves, 34), (Clicks, 24)],
        Network::Facebook => &[(Reach, 2_050), (Views, 2_900), (Likes, 58), (Comments, 11), (Shares, 8), (Clicks, 37)],
        Network::LinkedIn => &[(Reach, 820), (Views, 1_150), (Likes, 14), (Comments, 2), (Shares, 2), (Clicks, 9)],
        Network::Mastodon => &[(Likes, 52), (Comments, 11), (Shares, 20), (Saves, 3)],
        Network::Bluesky => &[(Likes, 30), (Comments, 6), (Shares, 7)],
        Network::YouTube | Network::Threads | Network::TikTok | Network::X | Network::Other => &[],
    }
}

/// What a post brings in a week on a usual day of the brand.
fn of_a_post(network: Network) -> &'static [(Metric, u32)] {
    use Metric::{Clicks, Comments, Likes, Reach, Saves, Shares, Views};
    match network {
        Network::Instagram => &[(Reach, 4_300), (Views, 6_900), (Likes, 168), (Comments, 17), (Shares, 14), (Saves, 31)],
        Network::Facebook => &[(Reach, 2_300), (Views, 3_100), (Likes, 58), (Comments, 10), (Shares, 8), (Clicks, 41)],
        Network::Mastodon => &[(Likes, 44), (Comments, 8), (Shares, 19)],
        Network::Bluesky => &[(Likes, 26), (Comments, 4), (Shares, 6), (Saves, 3)],
        Network::LinkedIn => &[(Reach, 690), (Likes, 13), (Comments, 2), (Shares, 1), (Clicks, 11)],
        Network::YouTube | Network::Threads | Network::TikTok | Network::X | Network::Other => &[],
    }
}

/// Followers on the day before the first, and those that a usual day brings, in hundredths.
const fn followers(network: Network) -> (u32, u32) {
    match network {
        Network::Instagram => (7_931, 520),
        Network::Facebook => (3_886, 70),
        Network::LinkedIn => (1_098, 115),
        Network::Mastodon => (1_662, 228),
        Network::Bluesky => (489, 164),
        Network::YouTube | Network::Threads | Network::TikTok | Network::X | Network::Other => (0, 0),
    }
}

pub(super) struct Figures {
    /// Followers of each account at the end of each day.
    followers: Vec<[u32; 5]>,
}

impl Figures {
    pub(super) fn new(chance: &mut Chance, agenda: &mut Agenda) -> Self {
        for today in calendar::days().skip(1) {
            agenda.plan(instant(today, 6, 30), Scene::Fetch);
        }
        let mut missed = Vec::new();
        for today in calendar::days().take_while(|day| *day < calendar::LAST) {
            let typed = !FORGOTTEN.contains(&today);
            if calendar::works(today) {
                if !missed.is_empty() {
                    agenda.plan(instant(today, 9, 55), Scene::Type(std::mem::take(&mut missed)));
                }
                agenda.plan(instant(today, 17, 10), Scene::Type(vec![today]));
            } else if typed {
                missed.push(today);
            }
        }
        let mut now = NETWORKS.map(|network| followers(network).0);
        let grow = |day| {
            for (place, count) in now.iter_mut().enumerate() {
                *count = grown(chance, NETWORKS[place], *count, day);
            }
            now
        };
        Self { followers: calendar::days().map(grow).collect() }
    }

    /// The figures of yesterday come from the networks that give them. Gives what accounts brought and no figure tells.
    pub(super) fn fetch(
        &self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        queue: &Queue,
        at: Moment,
    ) -> Result<Vec<Reading>, Trouble> {
        let yesterday = calendar::eve(calendar::day_of(at));
        let mut readings = Vec::new();
        for (place, account) in stage.accounts.iter().enumerate() {
            let network = account.network;
            let silent = network == Network::Mastodon && SILENT.contains(&yesterday);
            let refused = network == Network::Facebook && at > super::desk::expiry();
            if network == Network::LinkedIn || silent || refused {
                continue;
            }
            readings.extend(self.of_account(chance, queue, place, account, yesterday, at));
            for (age, share) in [(1, 68), (7, 100)] {
                let out = queue.out_on(yesterday - Duration::days(age)).filter(|out| out.network == network);
                readings.extend(out.flat_map(|out| of_post(account, out, share, yesterday, at)));
            }
        }
        let network_of =
            |reading: &Reading| stage.accounts.iter().find(|account| account.id == reading.account).map(|account| account.network);
        let is_told =
            |reading: &Reading| reading.variant.is_some() || network_of(reading).is_some_and(|network| tells(network, reading.metric));
        let (told, untold): (Vec<Reading>, Vec<Reading>) = readings.into_iter().partition(is_told);
        file.done(Job::WriteReadings(told, Actor::Ronde, at))?;
        Ok(untold)
    }

    /// The CM types what no network gives.
    pub(super) fn type_in(
        &self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        queue: &Queue,
        days: Vec<Day>,
        at: Moment,
    ) -> Result<(), Trouble> {
        let place = NETWORKS.iter().position(|network| *network == Network::LinkedIn).expect("LinkedIn is among the networks");
        let account = &stage.accounts[place];
        let mut readings = Vec::new();
        for day in days {
            readings.extend(self.of_account(chance, queue, place, account, day, at));
            let out = queue.out_on(day - Duration::days(7)).filter(|out| out.network == account.network);
            readings.extend(out.flat_map(|out| of_post(account, out, 100, day, at)));
        }
        file.done(Job::WriteReadings(readings, Actor::Cm, at))
    }

    fn of_account(&self, chance: &mut Chance, queue: &Queue, place: usize, account: &Account, day: Day, at: Moment) -> Vec<Reading> {
        let posted = queue.out_on(day).any(|out| out.network == account.network);
        let lift = if posted { 126 } else { 92 };
        let season = if calendar::is_quiet(day) { 64 } else { 100 };
        let grown = 100 + calendar::age(day) / 6;
        let followers = self.followers[calendar::age(day) as usize][place];
        let mut readings = vec![reading(account, day, Metric::Followers, followers, at)];
        if let Some(before) = posts_before(account.network) {
            readings.push(reading(account, day, Metric::Posts, before + queue.out_until(account.network, day), at));
        }
        for (metric, count) in usual(account.network) {
            let mut count = u64::from(*count) * u64::from(calendar::rhythm(day) * season / 100 * lift / 100 * grown) / 10_000;
            if calendar::is_crisis(day) && *metric == Metric::Comments {
                count = count * 23 / 10;
            }
            if account.network == Network::Instagram && *metric == Metric::Views && day < BREAK {
                count = count * 84 / 100;
            }
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let spread = if count < 40 { 34 } else { 14 };
            let value = chance.around(count, spread);
            if account.network.gives(*metric) {
                readings.push(reading(account, day, *metric, value, at));
            }
        }
        readings
    }
}

/// The followers of an account after one more day.
fn grown(chance: &mut Chance, network: Network, count: u32, day: Day) -> u32 {
    let (_, hundredths) = followers(network);
    let lively = hundredths * calendar::rhythm(day) / 100 * if calendar::is_quiet(day) { 35 } else { 100 } / 100;
    let gained = (chance.between(0, lively * 2) + 50) / 100;
    let lost = match (calendar::is_crisis(day), network) {
        (true, Network::Instagram | Network::Facebook) => chance.between(2, 6),
        _ => u32::from(chance.percent(12)),
    };
    (count + gained).saturating_sub(lost)
}

fn reading(account: &Account, day: Day, metric: Metric, value: u32, at: Moment) -> Reading {
    Reading {
        account: account.id,
        variant: None,
        day,
        metric,
        value: Some(u64::from(value)),
        source: if account.network == Network::LinkedIn { Source::Typed } else { Source::Api },
        definition: SafeText::line(definition(account.network, metric, day)),
        at,
    }
}

fn definition(network: Network, metric: Metric, day: Day) -> &'static str {
    match (network, metric) {
        (Network::Instagram, Metric::Views) if day < BREAK => "impressions",
        (_, Metric::Views) => "views",
        _ => "",
    }
}

/// The figures of a post at some age: `share` percent of what it brings in a week.
fn of_post(account: &Account, out: &Out, share: u32, day: Day, at: Moment) -> Vec<Reading> {
    // Its own chance, by its row and network, so that an older figure is never above a younger one.
    let mut chance = Chance::new(out.at.timestamp().unsigned_abs() ^ (out.variant.0.unsigned_abs() << 40));
    let warmth = chance.between(62, 150);
    let figures = of_a_post(account.network).iter().map(|(metric, usual)| {
        let reach = matches!(metric, Metric::Reach | Metric::Views);
        let count = usual * out.fame / 100 * if reach { 100 } else { warmth } / 100;
        let count = chance.around(count.max(1), 12) * share / 100;
        Reading { variant: Some(out.variant), definition: SafeText::default(), ..reading(account, day, *metric, count, at) }
    });
    figures.collect()
}
