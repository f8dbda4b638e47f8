//! The posts of the demo: written, validated by Paul, scheduled and out; and those to come.

use super::Stage;
use super::agenda::{Agenda, Scene};
use super::bank::{self, Draft, desk};
use super::calendar::{self, day, instant};
use super::cast::Role;
use super::chance::Chance;
use super::file::File;
use crate::app::effect::Job;
use crate::app::trouble::Trouble;
use crate::domain::account::{Account, Network};
use crate::domain::delivery::{Delivery, HOLD};
use crate::domain::post::{ApprovalOf, Post, PostState, Variant};
use crate::domain::text::SafeText;
use crate::domain::time::{Day, Moment};
use crate::domain::{PostId, VariantId};
use crate::lang::Lang;
use chrono::Duration;

/// How far a post gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    Idea,
    Planned,
    Drafting,
    InReview,
    Scheduled,
    /// As `Scheduled`, with a validation passed over for a reason.
    Hurried,
}

struct Planned {
    draft: Draft,
    networks: Vec<Network>,
    due: Option<Moment>,
    goal: Goal,
    /// Its reach, in percent of a usual post.
    fame: u32,
    stored: Option<Post>,
}

/// One variant that is out.
pub(super) struct Out {
    pub(super) network: Network,
    pub(super) variant: VariantId,
    pub(super) remote_id: SafeText,
    pub(super) text: SafeText,
    pub(super) at: Moment,
    pub(super) fame: u32,
}

pub(super) struct Queue {
    posts: Vec<Planned>,
    out: Vec<Out>,
}

impl Queue {
    pub(super) fn new(lang: Lang, chance: &mut Chance, agenda: &mut Agenda) -> Self {
        let mut posts = past(lang, chance);
        posts.extend(coming(lang));
        let idea = |title| Planned {
            draft: Draft { pillar: SafeText::default(), title, text: SafeText::default() },
            networks: Vec::new(),
            due: None,
            goal: Goal::Idea,
            fame: 100,
            stored: None,
        };
        posts.extend(bank::ideas(lang).into_iter().map(idea));
        for (number, post) in posts.iter().enumerate() {
            plan(agenda, number, post);
        }
        Self { posts, out: Vec::new() }
    }

    /// Writes the post down.
    pub(super) fn write(&mut self, file: &mut File<'_>, stage: &Stage, number: usize, at: Moment) -> Result<(), Trouble> {
        let planned = &mut self.posts[number];
        planned.stored = Some(file.post(Job::SavePost(Box::new(planned.post(stage)), at))?);
        Ok(())
    }

    /// Paul validates the plan; the post is drafted.
    pub(super) fn approve_plan(&mut self, file: &mut File<'_>, stage: &Stage, number: usize, at: Moment) -> Result<(), Trouble> {
        let planned = &mut self.posts[number];
        let Some(post) = planned.stored.take() else { return Ok(()) };
        let post = approve(file, stage, &post, ApprovalOf::Plan, desk(stage.lang, "plan-words"), false, at)?;
        planned.stored = Some(bring(file, post, PostState::Drafting, at)?);
        Ok(())
    }

    /// The content is ready: its validation is asked for.
    pub(super) fn review(&mut self, file: &mut File<'_>, number: usize, at: Moment) -> Result<(), Trouble> {
        let planned = &mut self.posts[number];
        let Some(post) = planned.stored.take() else { return Ok(()) };
        planned.stored = Some(bring(file, post, PostState::InReview, at)?);
        Ok(())
    }

    /// The content is validated, or passed over for a reason; the post gets its hour.
    pub(super) fn approve(
        &mut self,
        file: &mut File<'_>,
        stage: &Stage,
        chance: &mut Chance,
        number: usize,
        at: Moment,
    ) -> Result<(), Trouble> {
        let planned = &mut self.posts[number];
        let (Some(post), Some(due)) = (planned.stored.take(), planned.due) else { return Ok(()) };
        let hurried = planned.goal == Goal::Hurried;
        let words = match (hurried, chance.percent(70)) {
            (true, _) => "passed-reason",
            (false, true) => "content-words",
            (false, false) => "content-words-2",
        };
        let post = approve(file, stage, &post, ApprovalOf::Content, desk(stage.lang, words), hurried, at)?;
        let post = bring(file, post, PostState::Approved, at)?;
        let scheduled = at + Duration::minutes(2);
        let post = file.post(Job::Schedule(post.id, due, scheduled))?;
        for delivery in file.moving()?.into_iter().filter(|delivery| variant_of(&post, delivery).is_some()) {
            file.release(&delivery, scheduled + HOLD)?;
        }
        planned.stored = Some(post);
        Ok(())
    }

    /// The deliveries of the post leave.
    pub(super) fn publish(&mut self, file: &mut File<'_>, number: usize, at: Moment) -> Result<(), Trouble> {
        let planned = &self.posts[number];
        let Some(post) = &planned.stored else { return Ok(()) };
        let mut leaves = at;
        for delivery in file.moving()? {
            let Some(place) = variant_of(post, &delivery) else { continue };
            let network = planned.networks[place];
            let remote_id = SafeText::line(&format!("{}-post-{number}", network.code()));
            let url = SafeText::line(&format!("https://{}.example/p/{number}", network.code()));
            let (variant, text) = (post.variants[place].id, post.text_of(&post.variants[place]).clone());
            file.deliver(delivery, Some(remote_id.clone()), Some(url), leaves)?;
            self.out.push(Out { network, variant, remote_id, text, at: leaves, fame: planned.fame });
            leaves += Duration::seconds(2);
        }
        // What is published by hand: the CM pastes it, then says so.
        if let Some(place) = planned.networks.iter().position(|network| *network == Network::LinkedIn) {
            let by_hand = leaves + Duration::minutes(4);
            file.post(Job::MovePost(post.id, PostState::Published, by_hand))?;
            let (variant, text) = (post.variants[place].id, post.text.clone());
            let fame = planned.fame;
            self.out.push(Out { network: Network::LinkedIn, variant, remote_id: SafeText::default(), text, at: by_hand, fame });
        }
        Ok(())
    }

    /// The newest post on `network` before `at`.
    pub(super) fn newest_on(&self, network: Network, at: Moment) -> Option<&Out> {
        self.out.iter().rev().find(|out| out.network == network && out.at < at)
    }

    /// How many posts came out on `network` until the end of `day`.
    pub(super) fn out_until(&self, network: Network, day: Day) -> u32 {
        let out = self.out.iter().filter(|out| out.network == network && calendar::day_of(out.at) <= day);
        u32::try_from(out.count()).unwrap_or(u32::MAX)
    }

    /// The variants that came out on `day`.
    pub(super) fn out_on(&self, day: Day) -> impl Iterator<Item = &Out> {
        self.out.iter().filter(move |out| calendar::day_of(out.at) == day)
    }
}

impl Planned {
    fn post(&self, stage: &Stage) -> Post {
        let account = |network: &Network| stage.accounts.iter().find(|account| account.network == *network);
        let variant = |account: &Account| Variant { id: VariantId(0), account: account.id, text: None, url: None, remote_id: None };
        Post {
            id: PostId(0),
            brand: stage.brand.id,
            title: self.draft.title.clone(),
            text: self.draft.text.clone(),
            media: Vec::new(),
            pillar: self.draft.pillar.clone(),
            state: if self.goal == Goal::Idea { PostState::Idea } else { PostState::Planned },
            day: self.due.map(calendar::day_of),
            due: self.due,
            variants: self.networks.iter().filter_map(account).map(variant).collect(),
            approvals: Vec::new(),
            note: SafeText::default(),
        }
    }
}

/// Which variant of `post` a delivery publishes.
fn variant_of(post: &Post, delivery: &Delivery) -> Option<usize> {
    post.variants.iter().position(|variant| Some(variant.id) == delivery.variant)
}

fn approve(
    file: &mut File<'_>,
    stage: &Stage,
    post: &Post,
    of: ApprovalOf,
    words: SafeText,
    passed_over: bool,
    at: Moment,
) -> Result<Post, Trouble> {
    let by = stage.contact(Role::Direction).name.clone();
    file.post(Job::Approve { post: post.id, of, by, words, passed_over, at })
}

/// Moves the post to `state`, unless a validation brought it there already.
fn bring(file: &mut File<'_>, post: Post, state: PostState, at: Moment) -> Result<Post, Trouble> {
    if post.state == state { Ok(post) } else { file.post(Job::MovePost(post.id, state, at)) }
}

/// Two posts a week, one in the quiet week, and the word about the late parcels.
fn past(lang: Lang, chance: &mut Chance) -> Vec<Planned> {
    let days = calendar::days().filter(|day| calendar::works(*day) && *day < calendar::LAST);
    let days = days.filter(|day| matches!(calendar::weekday(*day), "mardi" | "jeudi") && *day != day_of_rest());
    let mut posts: Vec<_> = days.zip(bank::published(lang)).map(|(day, draft)| out(chance, draft, day, 12, 30)).collect();
    let crisis = Draft { pillar: desk(lang, "crisis-pillar"), title: desk(lang, "crisis-title"), text: desk(lang, "crisis-text") };
    let mut word = out(chance, crisis, day(10, 7), 15, 20);
    word.goal = Goal::Hurried;
    word.fame = 260;
    word.networks = vec![Network::Instagram, Network::Facebook, Network::Mastodon, Network::Bluesky];
    posts.push(word);
    posts
}

/// The Thursday of the quiet week on which nothing comes out.
fn day_of_rest() -> Day {
    day(10, 29)
}

fn out(chance: &mut Chance, draft: Draft, day: Day, hour: u32, minute: u32) -> Planned {
    let mut networks = vec![Network::Instagram];
    for (network, percent) in [(Network::Facebook, 80), (Network::Mastodon, 60), (Network::Bluesky, 45), (Network::LinkedIn, 24)] {
        // The posts of the last days are everywhere but on LinkedIn: what waits now answers them.
        let recent = day >= calendar::day(11, 10) && network != Network::LinkedIn;
        if chance.percent(percent) || recent {
            networks.push(network);
        }
    }
    let quiet = if calendar::is_quiet(day) { 70 } else { 100 };
    Planned { draft, networks, due: Some(instant(day, hour, minute)), goal: Goal::Scheduled, fame: chance.around(quiet, 45), stored: None }
}

/// How far a post to come gets, where it goes, and its day and hour in November.
type Way = (Goal, &'static [Network], (u32, u32, u32));

/// What is to come, in the order of the bank.
fn coming(lang: Lang) -> Vec<Planned> {
    use Network::{Bluesky, Facebook, Instagram, LinkedIn, Mastodon};
    let ways: [Way; 11] = [
        (Goal::Scheduled, &[Instagram], (16, 15, 0)),
        (Goal::Scheduled, &[Mastodon, Bluesky], (16, 18, 0)),
        (Goal::Drafting, &[LinkedIn, Facebook], (24, 9, 0)),
        (Goal::InReview, &[Instagram, Mastodon], (18, 17, 30)),
        (Goal::InReview, &[Instagram, Facebook, Bluesky], (17, 12, 30)),
        (Goal::Drafting, &[Instagram, Facebook], (25, 12, 30)),
        (Goal::Planned, &[Instagram, Facebook], (20, 8, 30)),
        (Goal::Planned, &[Instagram], (26, 12, 30)),
        (Goal::Scheduled, &[Instagram, Facebook], (18, 12, 0)),
        (Goal::InReview, &[Instagram, Mastodon, Bluesky], (20, 17, 0)),
        (Goal::Drafting, &[Instagram], (19, 12, 0)),
    ];
    let planned = |(draft, (goal, networks, (date, hour, minute))): (Draft, Way)| Planned {
        draft,
        networks: networks.to_vec(),
        due: Some(instant(day(11, date), hour, minute)),
        goal,
        fame: 100,
        stored: None,
    };
    bank::coming(lang).into_iter().zip(ways).map(planned).collect()
}

/// A post is written six working days before it leaves and validated three days before.
fn plan(agenda: &mut Agenda, number: usize, post: &Planned) {
    let Some(due) = post.due else {
        let written = instant(calendar::working_day_after(day(11, 2), number as u32 % 9), 14, 10);
        agenda.plan(written, Scene::Write(number));
        return;
    };
    let day = calendar::day_of(due);
    let before = |count: i64| {
        let mut back = day - Duration::days(count);
        while !calendar::works(back) {
            back = calendar::eve(back);
        }
        back.max(calendar::FIRST).min(calendar::day(11, 13))
    };
    let minute = number as u32 % 50;
    let written = match post.goal {
        Goal::Hurried => instant(day, 14, 30),
        Goal::Idea | Goal::Planned | Goal::Drafting | Goal::InReview | Goal::Scheduled => instant(before(8), 14, minute),
    };
    let planned = match post.goal {
        Goal::Hurried => written + Duration::minutes(4),
        Goal::Idea | Goal::Planned | Goal::Drafting | Goal::InReview | Goal::Scheduled => written + Duration::minutes(48),
    };
    let (reviewed, approved) = match post.goal {
        Goal::Hurried => (instant(day, 15, 5), instant(day, 15, 10)),
        Goal::Idea | Goal::Planned | Goal::Drafting | Goal::InReview | Goal::Scheduled => {
            let reviewed = instant(before(3), 14, minute).max(planned + Duration::minutes(3));
            (reviewed, reviewed + Duration::minutes(64))
        }
    };
    agenda.plan(written, Scene::Write(number));
    if post.goal != Goal::Planned {
        agenda.plan(planned, Scene::ApprovePlan(number));
    }
    if matches!(post.goal, Goal::InReview | Goal::Scheduled | Goal::Hurried) {
        agenda.plan(reviewed, Scene::Review(number));
    }
    if matches!(post.goal, Goal::Scheduled | Goal::Hurried) {
        agenda.plan(approved, Scene::Approve(number));
        agenda.plan(due, Scene::Publish(number));
    }
}
