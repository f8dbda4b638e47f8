//! From the facts of two periods to a report. Pure: the same facts give the same report.

use super::super::AccountId;
use super::super::brand::Brand;
use super::super::facts::{AccountFacts, Facts, PostFacts, Section};
use super::super::metric::answers::{self, Answers};
use super::super::metric::audience::{self, Break, Daily};
use super::super::metric::change::Change;
use super::super::metric::posts::{self, Posts};
use super::super::metric::tally::{self, Tally, number, quantile};
use super::super::metric::{Cover, Figure, Formula};
use super::super::reading::Metric;
use super::super::sweep::Receipt;
use super::super::text::SafeText;
use super::super::time::{Day, Moment, Period, Zone, day_in};
use super::{AccountPart, KindPart, Line, Pillar, PostPart, Report, Sweeps};
use crate::lang::Lang;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How many posts are told as the best, and as the weakest.
const RANKED: usize = 3;

impl Report {
    /// Builds the report of `now`, compared with `before`, as known at `made`.
    #[must_use]
    pub fn build(brand: &Brand, now: &Facts, before: &Facts, made: Moment, demo: bool, lang: Lang) -> Self {
        let today = day_in(brand.zone, made);
        let new = Side::new(now, now, today, brand.zone);
        let old = Side::new(before, now, today, brand.zone);
        let breaks = breaks(now, before);
        let posts: Vec<PostPart> = post_parts(now, made, brand.zone);
        let ranked_by =
            if posts.iter().any(|post| post.by_reach.is_some()) { Formula::EngagementByReach } else { Formula::EngagementByFollowers };
        let (best, weakest) = rank(&posts, ranked_by);
        Self {
            brand: brand.name.clone(),
            colour: brand.colour,
            zone: brand.zone,
            lang,
            period: now.period,
            before: before.period,
            elapsed: u32::try_from(new.days).unwrap_or(u32::MAX),
            made,
            demo,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: fingerprint(now, before),
            texts: now.texts.clone(),
            lines: lines(&new, &old),
            accounts: now.accounts.iter().map(|account| account_part(account.account, &new, &old, today)).collect(),
            breaks,
            pillars: pillars(&posts, ranked_by),
            posts,
            best,
            weakest,
            ranked_by,
            kinds: kinds(now, before),
            by_hour: now.by_hour.clone(),
            by_day: by_day(now, new.days),
            days_off: now.period.iter().take(new.days).filter(|day| !brand.hours.works_on(*day)).collect(),
            tones: now.tones.clone(),
            moderation: now.moderation.clone(),
            unclear: now.unclear,
            sweeps: sweeps(now),
            highlights: now.highlights.clone(),
            oldest_open: now.oldest_open.clone(),
            within: now.within.clone(),
        }
    }
}

/// One of the two periods, read by the definitions that hold at the end of the newer one.
struct Side<'a> {
    facts: &'a Facts,
    daily: Vec<Daily<'a>>,
    days: usize,
    zone: Zone,
}

impl<'a> Side<'a> {
    fn new(facts: &'a Facts, newest: &'a Facts, today: Day, zone: Zone) -> Self {
        let days = elapsed(facts.period, today);
        let daily = facts.accounts.iter().map(|account| {
            let mut current = audience::current(account);
            if let Some(newer) = audience::find(newest, account.account) {
                current.extend(audience::current(newer));
            }
            Daily::new(account, days, move |metric| current.get(&metric).cloned())
        });
        Self { facts, daily: daily.collect(), days, zone }
    }

    fn posts(&self) -> Posts<'a> {
        Posts::new(&self.facts.posts, self.zone, self.days)
    }

    fn posts_of(&self, account: AccountId) -> Posts<'a> {
        Posts::new(self.facts.posts.iter().filter(move |post| post.account == account), self.zone, self.days)
    }

    fn daily_of(&self, account: AccountId) -> Option<&Daily<'a>> {
        self.facts.accounts.iter().position(|found| found.account == account).map(|place| &self.daily[place])
    }

    fn mean_followers(&self, post: &PostFacts) -> Option<f64> {
        self.daily_of(post.account).and_then(Daily::mean_followers).or_else(|| post.followers.map(number)).filter(|count| *count > 0.0)
    }
}

/// The days of a period that are over or begun, at least one.
fn elapsed(period: Period, today: Day) -> usize {
    period.iter().take_while(|day| *day <= today).count().max(1)
}

/// The figures of the brand: where each is told and how it is counted.
fn lines(new: &Side<'_>, old: &Side<'_>) -> Vec<Line> {
    type Count = fn(&Side<'_>) -> Figure;
    let table: &[(Section, Count)] = &[
        (Section::Content, |side| side.posts().engagement()),
        (Section::Content, |side| side.posts().median_engagement()),
        (Section::Content, |side| side.posts().per_thousand(|post| side.mean_followers(post))),
        (Section::Content, |side| side.posts().published()),
        (Section::Content, |side| side.posts().interactions()),
        (Section::Content, |side| side.posts().per_post(Formula::Applause, Metric::Likes)),
        (Section::Content, |side| side.posts().per_post(Formula::Conversation, Metric::Comments)),
        (Section::Content, |side| side.posts().per_post(Formula::Amplification, Metric::Shares)),
        (Section::Content, |side| side.posts().virality()),
        (Section::Audience, |side| audience::net_of_all(&side.daily)),
        (Section::Visibility, |side| side.posts().summed_reach()),
        (Section::Visibility, |side| side.posts().frequency()),
        (Section::Visibility, |side| side.of_all(Formula::DailyEngagement, Daily::engagement)),
        (Section::Visibility, |side| side.click_through()),
        (Section::Exchanges, |side| side.answers().received()),
        (Section::Exchanges, |side| side.answers().needing()),
        (Section::Exchanges, |side| side.answers().answered()),
        (Section::Exchanges, |side| side.answers().response_rate()),
        (Section::Exchanges, |side| side.answers().median()),
        (Section::Exchanges, |side| side.answers().ninth_decile()),
        (Section::Exchanges, |side| side.answers().within_target()),
        (Section::Exchanges, |side| side.answers().delegated()),
        (Section::Exchanges, |side| side.answers().resolution()),
        (Section::Exchanges, |side| side.answers().replies()),
        (Section::Voice, |side| side.answers().net_tone()),
    ];
    table.iter().map(|(section, count)| line(*section, count(new), count(old))).collect()
}

impl<'a> Side<'a> {
    const fn answers(&self) -> Answers<'a> {
        Answers::new(self.facts, self.days)
    }

    fn of_all(&self, formula: Formula, of: impl Fn(&Daily<'a>) -> Figure) -> Figure {
        let figures: Vec<Figure> = self.daily.iter().map(of).collect();
        Tally::of_ratios(formula, 1.0, &figures)
    }

    /// By the daily readings; where none tells both sides, by the posts. Never by both together.
    fn click_through(&self) -> Figure {
        let daily = self.of_all(Formula::ClickThrough, Daily::click_through);
        if daily.value.is_some() { daily } else { self.posts().click_through() }
    }
}

fn line(section: Section, now: Figure, before: Figure) -> Line {
    let change = Change::between(&now, &before);
    Line { section, now, before, change }
}

fn account_part(account: AccountId, new: &Side<'_>, old: &Side<'_>, today: Day) -> AccountPart {
    type Count = fn(&Side<'_>, AccountId) -> Option<Figure>;
    let table: &[(Section, Count)] = &[
        (Section::Audience, |side, account| side.daily_of(account).map(Daily::followers)),
        (Section::Audience, |side, account| side.daily_of(account).map(Daily::net)),
        (Section::Audience, |side, account| side.daily_of(account).map(Daily::growth)),
        (Section::Visibility, |side, account| side.daily_of(account).map(|daily| daily.sum(Formula::Views, Metric::Views))),
        (Section::Visibility, |side, account| side.daily_of(account).map(|daily| daily.sum(Formula::Impressions, Metric::Impressions))),
        (Section::Visibility, |side, account| side.daily_of(account).map(Daily::mean_reach)),
        (Section::Visibility, |side, account| side.daily_of(account).map(Daily::engagement)),
        (Section::Visibility, |side, account| side.daily_of(account).map(|daily| daily.sum(Formula::Clicks, Metric::Clicks))),
        (Section::Visibility, |side, account| side.daily_of(account).map(Daily::click_through)),
        (Section::Visibility, |side, account| Some(side.posts_of(account).summed_reach())),
        (Section::Content, |side, account| Some(side.posts_of(account).published())),
        (Section::Content, |side, account| Some(side.posts_of(account).interactions())),
        (Section::Content, |side, account| Some(side.posts_of(account).engagement())),
        (Section::Content, |side, account| Some(side.posts_of(account).per_thousand(|post| side.mean_followers(post)))),
    ];
    let count = |count: Count, side| count(side, account);
    let lines = table.iter().filter_map(|(section, of)| {
        let now = count(*of, new)?;
        let before = count(*of, old).unwrap_or_else(|| Figure::unknown(now.formula));
        Some(line(*section, now, before))
    });
    let facts = audience::find(new.facts, account).expect("the parts are made of the accounts of these facts");
    let missing = audience::missing(facts, new.facts.period, today);
    let over = new.facts.period.iter().filter(|day| *day < today).count();
    AccountPart {
        account,
        network: facts.network,
        handle: facts.handle.clone(),
        start: new.daily_of(account).and_then(Daily::start),
        lines: lines.collect(),
        days: Metric::ALL.iter().filter_map(|metric| days(facts, new, *metric)).collect(),
        known: Cover::new(over - missing.len(), over),
        missing,
        sources: facts.readings.iter().map(|reading| reading.source).collect(),
    }
}

/// The values of each day of the period, of every definition: what draws them knows the breaks.
fn days(facts: &AccountFacts, side: &Side<'_>, metric: Metric) -> Option<(Metric, Vec<Option<u64>>)> {
    let known: BTreeMap<Day, u64> =
        audience::series(facts, metric).filter_map(|reading| reading.value.map(|value| (reading.day, value))).collect();
    let days = side.facts.period.iter().map(|day| known.get(&day).copied()).collect();
    (!known.is_empty()).then_some((metric, days))
}

fn breaks(now: &Facts, before: &Facts) -> Vec<Break> {
    now.accounts.iter().flat_map(|account| audience::breaks(audience::find(before, account.account), account)).collect()
}

fn post_parts(facts: &Facts, made: Moment, zone: Zone) -> Vec<PostPart> {
    let median = Posts::new(&facts.posts, zone, 1).median_reach();
    facts
        .posts
        .iter()
        .map(|post| PostPart {
            account: post.account,
            network: post.network,
            title: post.title.on_one_line(),
            pillar: post.pillar.on_one_line(),
            url: post.url.clone(),
            day: day_in(zone, post.at),
            figures: post.figures.clone(),
            interactions: posts::interactions(post),
            by_reach: posts::rate(post),
            by_followers: posts::rate_by_followers(post).value,
            young: posts::is_young(post, made),
            outlier: posts::value(post, Metric::Reach).zip(median).is_some_and(|(reach, median)| number(reach) > 3.0 * median),
        })
        .collect()
}

/// The best and the weakest posts that are old enough; no post is in both lists.
fn rank(posts: &[PostPart], by: Formula) -> (Vec<usize>, Vec<usize>) {
    let mut rated: Vec<(usize, f64)> =
        posts.iter().enumerate().filter(|(_, post)| !post.young).filter_map(|(place, post)| Some((place, post.rate(by)?))).collect();
    rated.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let best: Vec<usize> = rated.iter().take(RANKED).map(|(place, _)| *place).collect();
    let weakest = rated.iter().skip(RANKED).rev().take(RANKED).map(|(place, _)| *place).collect();
    (best, weakest)
}

fn pillars(posts: &[PostPart], by: Formula) -> Vec<Pillar> {
    let names: BTreeSet<&SafeText> = posts.iter().map(|post| &post.pillar).collect();
    let mut pillars: Vec<Pillar> = names
        .into_iter()
        .map(|name| {
            let of = || posts.iter().filter(|post| post.pillar == *name);
            let rates: Vec<f64> = of().filter(|post| !post.young).filter_map(|post| post.rate(by)).collect();
            let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            Pillar { name: name.clone(), posts: count(of().count()), median: quantile(&rates, 0.5), rated: count(rates.len()) }
        })
        .collect();
    pillars.sort_by_key(|pillar| std::cmp::Reverse(pillar.posts));
    pillars
}

fn kinds(now: &Facts, before: &Facts) -> Vec<KindPart> {
    let mut kinds: Vec<KindPart> = now
        .messages
        .iter()
        .map(|messages| KindPart {
            kind: messages.kind,
            received: messages.received,
            needing: answers::needing(messages),
            answered: messages.answered,
            delegated: messages.delegated,
            waiting: messages.waiting,
            received_before: before.messages.iter().filter(|old| old.kind == messages.kind).map(|old| old.received).sum(),
        })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.received));
    kinds
}

fn by_day(facts: &Facts, days: usize) -> Vec<(Day, u32)> {
    let known: BTreeMap<Day, u32> = facts.by_day.iter().copied().collect();
    facts.period.iter().take(days).map(|day| (day, known.get(&day).copied().unwrap_or(0))).collect()
}

fn sweeps(facts: &Facts) -> Sweeps {
    let days: BTreeSet<Day> = facts.sweeps.iter().map(|(day, ..)| *day).collect();
    let receipt = facts.sweeps.iter().fold(Receipt::default(), |sum, (_, _, one)| Receipt {
        listed: sum.listed + one.listed,
        read: sum.read + one.read,
        answered: sum.answered + one.answered,
        delegated: sum.delegated + one.delegated,
        snoozed: sum.snoozed + one.snoozed,
        closed: sum.closed + one.closed,
        hidden: sum.hidden + one.hidden,
    });
    let lasted: Vec<f64> = facts.sweep_seconds.iter().map(|seconds| number(seconds.unsigned_abs())).collect();
    let total = (!lasted.is_empty()).then(|| facts.sweep_seconds.iter().sum());
    let median = quantile(&lasted, 0.5).map(|seconds| tally::whole(seconds.round()).cast_signed());
    Sweeps { held: facts.sweeps.len() as u32, days: days.len() as u32, receipt, total, median }
}

fn fingerprint(now: &Facts, before: &Facts) -> String {
    let facts = serde_json::to_vec(&(now, before)).expect("facts are plain data, which JSON holds");
    Sha256::digest(&facts).iter().fold(String::new(), |mut print, byte| {
        let _ = write!(print, "{byte:02x}");
        print
    })
}
