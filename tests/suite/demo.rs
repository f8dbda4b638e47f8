//! The demo is the same everywhere, true by its own journal, and holds what its screens promise.

use ronde::app::effect::Job;
use ronde::app::event::{Reply, Window, Workspace};
use ronde::demo;
use ronde::domain::BrandId;
use ronde::domain::account::{Access, Network, Standing};
use ronde::domain::facts::Facts;
use ronde::domain::journal::{Actor, Entry};
use ronde::domain::message::{MessageKind, MessageState, StateName};
use ronde::domain::post::{Post, PostState};
use ronde::domain::query::{Anchor, Ask, Query, View};
use ronde::domain::reading::Metric;
use ronde::domain::text::SafeText;
use ronde::domain::time::{Day, Period, day_in};
use ronde::domain::today::Slip;
use ronde::lang::Lang;
use ronde::store::{Store, serve};
use std::collections::BTreeSet;

/// The demo as it opens.
struct Demo {
    store: Store,
    workspace: Workspace,
}

impl Demo {
    fn fill(lang: Lang) -> Self {
        let mut store = Store::in_memory().expect("memory holds a file");
        demo::fill(&mut |job| serve(&mut store, job), lang).expect("the demo fills an empty file");
        let Ok(Reply::Workspace(workspace)) = serve(&mut store, Job::Load) else { panic!("the demo has a workspace") };
        Self { store, workspace: *workspace }
    }

    fn brand(&self) -> BrandId {
        self.workspace.brands[0].id
    }

    fn ask(&mut self, job: Job) -> Reply {
        serve(&mut self.store, job).expect("the demo answers")
    }

    /// As the app does when it opens: what is due comes back.
    fn wake(&mut self) -> u32 {
        let Reply::Woken(count) = self.ask(Job::Wake(demo::NOW)) else { panic!("a count") };
        count
    }

    fn window(&mut self, view: View) -> Window {
        let ask = Ask { brand: self.brand(), view, query: Query::default(), anchor: Anchor::Top, rows: 1_000, sweep: None };
        let Reply::Window(window) = self.ask(Job::Window(Box::new(ask))) else { panic!("a window") };
        *window
    }

    fn facts(&mut self, from: &str, to: &str) -> Facts {
        let brand = self.brand();
        let Reply::Facts(facts) = self.ask(Job::Facts(brand, Period::new(day(from), day(to)))) else { panic!("facts") };
        *facts
    }

    fn journal(&mut self) -> Vec<Entry> {
        let brand = self.brand();
        let Reply::Journal(journal) = self.ask(Job::Journal(brand, u16::MAX)) else { panic!("a journal") };
        journal
    }

    fn posts(&mut self) -> Vec<Post> {
        let brand = self.brand();
        let Reply::Posts(posts) = self.ask(Job::Posts(brand, Period::new(day("2026-08-01"), day("2026-12-31")))) else { panic!("posts") };
        posts
    }
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

#[test]
fn the_demo_is_the_same_twice() {
    let (mut one, mut other) = (Demo::fill(Lang::Fr), Demo::fill(Lang::Fr));
    assert_eq!(one.journal(), other.journal());
    assert_eq!(one.window(View::All), other.window(View::All));
}

fn nineteen_messages_wait_this_morning_and_the_first_is_a_complaint_of_four_hours(demo: &mut Demo) {
    assert_eq!(demo.wake(), 1, "the late delegation comes back");
    let open = demo.window(View::Open);
    assert_eq!(open.rows.len(), 19);
    assert_eq!(open.counts.iter().find(|(state, _)| *state == StateName::Open).map(|(_, count)| *count), Some(19));
    let complaints = open.rows.iter().filter(|row| row.message.kind == MessageKind::Complaint).count();
    assert_eq!(complaints, 2);
    let first = &open.rows[0].message;
    assert_eq!((first.kind, (demo::NOW - first.at).num_hours()), (MessageKind::Complaint, 4));
    assert!(open.rows.iter().any(|row| row.message.kind == MessageKind::Unsorted), "something is left to sort");
}

fn two_messages_are_with_others_and_one_is_late_and_one_sleeps(demo: &mut Demo) {
    let lent = demo.window(View::Delegated);
    assert_eq!(lent.rows.len(), 2);
    let late = lent.rows.iter().filter(|row| matches!(row.message.state, MessageState::Delegated { due, .. } if due < demo::NOW));
    assert_eq!(late.count(), 1);
    assert_eq!(demo.window(View::Snoozed).rows.len(), 1);
}

fn three_months_bring_enough_messages_in_both_languages(demo: &mut Demo) {
    let all = demo.window(View::All);
    assert!((450..=640).contains(&all.rows.len()), "{} messages", all.rows.len());
    let english = all
        .rows
        .iter()
        .filter(|row| [" the ", " you ", "you ", " is ", " for "].iter().any(|word| row.message.text.as_str().contains(word)));
    let share = english.count() * 100 / all.rows.len();
    assert!((10..=30).contains(&share), "{share} % in English");
    for row in &all.rows {
        assert_eq!(SafeText::clean(row.message.text.as_str()), row.message.text);
    }
}

fn every_message_before_this_weekend_came_to_an_end(demo: &mut Demo) {
    let facts = demo.facts("2026-08-17", "2026-11-12");
    let waiting: u32 = facts.messages.iter().map(|kind| kind.waiting).sum();
    assert_eq!(waiting, 1, "only the late delegation");
    let answered: u32 = facts.messages.iter().map(|kind| kind.answered).sum();
    assert!(answered > 250, "{answered} answered");
}

fn the_receipts_say_what_was_decided(demo: &mut Demo) {
    let facts = demo.facts("2026-08-17", "2026-11-15");
    assert!((150..=195).contains(&facts.sweeps.len()), "{} sweeps", facts.sweeps.len());
    for (day, slot, receipt) in &facts.sweeps {
        assert_eq!(receipt.left(), 0, "{day} {slot:?}");
    }
}

fn october_has_its_crisis_and_its_quiet_week(demo: &mut Demo) {
    let on = |facts: &Facts, from: &str, to: &str| -> u32 {
        let period = Period::new(day(from), day(to));
        facts.by_day.iter().filter(|(day, _)| period.contains(*day)).map(|(_, count)| count).sum()
    };
    let october = demo.facts("2026-10-01", "2026-10-31");
    assert!(on(&october, "2026-10-07", "2026-10-09") >= 45);
    assert!(on(&october, "2026-10-26", "2026-10-31") <= 14);
    let complaints = october.messages.iter().find(|facts| facts.kind == MessageKind::Complaint).expect("complaints");
    assert_eq!(complaints.waiting, 0);
    assert!(complaints.delegated_done > 5);
}

fn first_answers_take_a_believable_time(demo: &mut Demo) {
    let mut answers = demo.facts("2026-10-01", "2026-10-31").first_answers;
    answers.sort_unstable();
    let median = answers[answers.len() / 2];
    assert!((1_200..=9_000).contains(&median), "{median} s");
}

fn readings_have_a_gap_a_break_and_a_refused_token(demo: &mut Demo) {
    let accounts = demo.workspace.accounts.clone();
    let facts = demo.facts("2026-10-01", "2026-10-31");
    let days = |network: Network| {
        let account = facts.accounts.iter().find(|facts| facts.network == network).expect("the account");
        account.readings.iter().filter(|reading| reading.metric == Metric::Followers).count()
    };
    assert_eq!((days(Network::Instagram), days(Network::LinkedIn)), (31, 29));
    let instagram = facts.accounts.iter().find(|facts| facts.network == Network::Instagram).expect("the account");
    let mut definitions: Vec<_> =
        instagram.readings.iter().filter(|reading| reading.metric == Metric::Views).map(|reading| reading.definition.as_str()).collect();
    definitions.dedup();
    assert_eq!(definitions, ["impressions", "views"]);
    let facebook = accounts.iter().find(|account| account.network == Network::Facebook).expect("the account");
    assert_eq!(facebook.standing, Standing::Expired);
    let by_hand = accounts.iter().filter(|account| account.access == Access::Manual);
    assert_eq!(by_hand.map(|account| account.network).collect::<Vec<_>>(), [Network::LinkedIn]);
}

fn accounts_tell_what_their_networks_tell_of_an_account(demo: &mut Demo) {
    let facts = demo.facts("2026-08-17", "2026-11-15");
    for network in [Network::Mastodon, Network::Bluesky] {
        let account = facts.accounts.iter().find(|facts| facts.network == network).expect("the account");
        let told: BTreeSet<Metric> = account.readings.iter().map(|reading| reading.metric).collect();
        assert_eq!(told, BTreeSet::from([Metric::Followers, Metric::Posts]), "{network:?}: the rest is told post by post");
        let posts: Vec<_> =
            account.readings.iter().filter(|reading| reading.metric == Metric::Posts).map(|reading| reading.value).collect();
        assert!(posts.is_sorted() && posts.first() < posts.last(), "{network:?}: {posts:?}");
    }
}

fn the_queue_has_posts_in_every_state(demo: &mut Demo) {
    let posts = demo.posts();
    let count = |state| posts.iter().filter(|post| post.state == state).count();
    assert_eq!((count(PostState::Idea), count(PostState::Planned), count(PostState::Drafting)), (6, 2, 3));
    let scheduled: Vec<_> = posts.iter().filter(|post| post.state == PostState::Scheduled).map(|post| (&post.title, post.due)).collect();
    assert_eq!((count(PostState::InReview), scheduled.len()), (3, 3), "{scheduled:?}");
    assert!(count(PostState::Published) >= 25);
    for post in posts.iter().filter(|post| post.state == PostState::Published) {
        assert!(post.needs().is_none(), "{} went out with its validations", post.title);
        assert!(post.due.is_some_and(|due| due < demo::NOW));
    }
    let later = posts.iter().filter(|post| post.state == PostState::Scheduled);
    assert!(later.clone().all(|post| post.due > Some(demo::NOW)) && later.count() > 0);
}

fn the_day_opens_on_a_sweep_that_has_not_begun(demo: &mut Demo) {
    let brand = demo.workspace.brands[0].clone();
    let today = day_in(brand.zone, demo::NOW);
    let Reply::Board(board) = demo.ask(Job::Board(brand.id, today, demo::NOW)) else { panic!("a board") };
    assert_eq!(board.sweeps.len(), 3);
    assert!(board.sweeps.iter().all(|(_, line)| line.is_none()));
    assert!(board.streak >= 11, "{} days", board.streak);
    let slips = |wanted: fn(&Slip) -> bool| board.slipping.iter().filter(|slip| wanted(slip)).count();
    assert_eq!(slips(|slip| matches!(slip, Slip::Complaints { count: 2, .. })), 1);
    assert_eq!(slips(|slip| matches!(slip, Slip::Overdue { .. })), 1);
    assert_eq!(slips(|slip| matches!(slip, Slip::Leaving { .. })), 2);
    assert_eq!(slips(|slip| matches!(slip, Slip::Expired { .. })), 1);
    assert_eq!(slips(|slip| matches!(slip, Slip::Report { .. })), 1);
}

fn the_journal_runs_in_the_order_of_the_clock(demo: &mut Demo) {
    let journal = demo.journal();
    assert!(journal.len() > 1_500);
    for pair in journal.windows(2) {
        assert!(pair[0].at + chrono::Duration::minutes(15) > pair[1].at, "{:?} after {:?}", pair[0], pair[1]);
    }
    assert!(journal.iter().any(|entry| entry.actor == Actor::Network));
}

fn the_file_of_the_demo_is_whole(demo: &mut Demo) {
    let Reply::Health(health) = demo.ask(Job::Check) else { panic!("health") };
    assert!(health.damage.is_empty() && health.index_ok && health.counters.is_empty(), "{health:?}");
}

// One demo is filled for several questions: each fill plays three months.

#[test]
fn the_day_of_the_demo_opens_as_promised_in_both_languages() {
    for lang in Lang::ALL {
        let mut demo = Demo::fill(lang);
        two_messages_are_with_others_and_one_is_late_and_one_sleeps(&mut demo);
        the_day_opens_on_a_sweep_that_has_not_begun(&mut demo);
        nineteen_messages_wait_this_morning_and_the_first_is_a_complaint_of_four_hours(&mut demo);
        the_file_of_the_demo_is_whole(&mut demo);
    }
}

#[test]
fn the_three_months_of_the_demo_are_true_by_their_own_journal() {
    let mut demo = Demo::fill(Lang::Fr);
    three_months_bring_enough_messages_in_both_languages(&mut demo);
    every_message_before_this_weekend_came_to_an_end(&mut demo);
    the_receipts_say_what_was_decided(&mut demo);
    october_has_its_crisis_and_its_quiet_week(&mut demo);
    first_answers_take_a_believable_time(&mut demo);
    readings_have_a_gap_a_break_and_a_refused_token(&mut demo);
    accounts_tell_what_their_networks_tell_of_an_account(&mut demo);
    the_queue_has_posts_in_every_state(&mut demo);
    the_journal_runs_in_the_order_of_the_clock(&mut demo);
}
