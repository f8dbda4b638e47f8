//! Likes, shares and follows: pulled after the messages, told on the card and on Today, and never work.

use crate::given::{self, Home, at};
use crate::screen::Screen;
use ronde::app::asks::Asks;
use ronde::app::effect::{Call, Effect, Job, Page, Stream, Table};
use ronde::app::event::{News, Reply};
use ronde::app::pull::{Haul, Puller};
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::reaction::{Reaction, ReactionKind};
use ronde::domain::reading::Metric;
use ronde::domain::text::SafeText;
use ronde::domain::time::Period;
use ronde::domain::{AccountId, BrandId};
use ronde::lang::Lang;
use std::collections::VecDeque;

fn reaction(kind: ReactionKind, author: &str, about: &str, minute: i64) -> Reaction {
    Reaction {
        kind,
        remote_id: SafeText::line(&format!("{}-{author}-{about}", kind.code())),
        author_id: author.into(),
        about: (kind != ReactionKind::Follow).then(|| about.into()),
        at: at(minute),
    }
}

fn take(home: &mut Home, account: AccountId, reactions: Vec<Reaction>) {
    let page = Page { stream: Stream::Reactions, incoming: vec![], own: vec![], reactions, cursor: None, more: false };
    home.ask(Job::Take { account, page: Box::new(page), at: at(0) });
}

/// Three messages of three persons; Élodie likes, shares and follows, Karim likes.
fn inbox() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, (0..3).map(given::incoming).collect());
    let mut all: Vec<Reaction> =
        (0..5).map(|post| reaction(ReactionKind::Like, "a0", &format!("p{post}"), -20 * 24 * 60 + i64::from(post))).collect();
    all.push(reaction(ReactionKind::Share, "a0", "p1", -30));
    all.push(reaction(ReactionKind::Follow, "a0", "", -40));
    all.push(reaction(ReactionKind::Like, "a1", "p1", -30));
    all.push(reaction(ReactionKind::Like, "somebody", "p1", -30));
    take(&mut home, account, all);
    Screen::given(home, at(60))
}

#[test]
fn the_card_tells_in_one_line_what_a_person_did_without_words() {
    for (width, height) in [(100, 30), (80, 24), (160, 45)] {
        let mut screen = inbox();
        screen.resize(width, height).keys("2 p");
        screen.shows("Reçu : 5 j’aime, 1 partage, abonnement le 4 novembre 2026");
        screen.lang(Lang::En).shows("Received: 5 likes, 1 share, a follow on 4 November 2026");
        screen.lang(Lang::Fr).keys("Esc j p").shows("Reçu : 1 j’aime");
        assert!(!screen.says("partage") && !screen.says("abonnement le"), "{}", screen.text());
        screen.keys("Esc j p");
        assert!(!screen.says("Reçu"), "of whom no network told anything, nothing is said\n{}", screen.text());
    }
}

#[test]
fn today_counts_them_in_one_quiet_line_and_they_are_no_work() {
    for (width, height) in [(100, 30), (80, 24), (160, 45)] {
        let mut screen = inbox();
        screen.resize(width, height);
        // Beside the list of what must not slip there is no room for the name.
        let networks = if width == 100 { "" } else { " (Mastodon)" };
        screen.shows(&format!("Depuis hier{networks} : 2 j’aime, 1 partage, 1 abonnement"));
        screen.shows("3 messages attendent une décision.");
        screen.lang(Lang::En).shows("Since yesterday (Mastodon): 2 likes, 1 share, 1 follow");
        assert_eq!(screen.model.inbox.open_count, 3);
    }
    // The round lists the messages alone.
    let mut screen = inbox();
    screen.keys("Enter");
    screen.shows("0/3");
}

#[test]
fn f2_says_that_they_are_no_totals_and_which_networks_tell_of_them() {
    let mut screen = inbox();
    screen.keys("F2");
    screen.shows("ceux que les réseaux signalent un à un (Mastodon, Bluesky)");
    screen.keys("Esc").lang(Lang::En).keys("F2").shows("totals are in Metrics");
    let mut home = given::store();
    given::brand(&mut home);
    let mut screen = Screen::given(home, at(60));
    screen.keys("F2");
    assert!(!screen.says("un à un"), "{}", screen.text());
}

#[test]
fn a_low_screen_keeps_what_must_not_slip_and_a_day_without_reactions_has_no_line() {
    let mut screen = inbox();
    screen.resize(80, 18);
    assert!(!screen.says("Depuis hier"), "{}", screen.text());
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    take(&mut home, account, vec![reaction(ReactionKind::Like, "a0", "p1", -3 * 24 * 60)]);
    let screen = Screen::given(home, at(60));
    assert!(!screen.says("Depuis hier"), "{}", screen.text());
}

#[test]
fn the_demo_names_the_networks_that_tell_of_them_where_there_is_room() {
    for (lang, short, whole) in [
        (Lang::Fr, "Depuis hier : 94 j’aime", "Depuis hier (Mastodon, Bluesky) : 94 j’aime"),
        (Lang::En, "Since yesterday: 99 likes", "Since yesterday (Mastodon, Bluesky): 99 likes"),
    ] {
        let mut screen = Screen::demo_in(lang);
        screen.shows(short);
        screen.resize(80, 24).shows(whole);
    }
}

#[test]
fn a_day_of_the_demo_has_likes_told_one_by_one_and_in_no_figure_of_the_account() {
    let mut screen = Screen::demo();
    let mut ask = |job| ronde::store::serve(&mut screen.store, job).expect("it is told");
    let Reply::Dump(rows) = ask(Job::Dump(Table::Reactions, 0, u16::MAX)) else { panic!("rows") };
    let is_of = |row: &serde_json::Value| row["at"].as_str().is_some_and(|at| at.starts_with("2026-11-12"));
    let told = rows.iter().filter(|(_, row)| row["kind"] == "like" && is_of(row)).count();
    let day = "2026-11-12".parse().expect("a day");
    let Reply::Readings(readings) = ask(Job::Readings(BrandId(1), Period::new(day, day), Some(Metric::Likes))) else { panic!("figures") };
    let Reply::Workspace(workspace) = ask(Job::Load) else { panic!("accounts") };
    let telling = workspace.accounts.iter().filter(|account| account.network.tells_who_reacts()).map(|account| account.id);
    let telling: Vec<AccountId> = telling.collect();
    let of_accounts = readings.iter().filter(|reading| reading.variant.is_none() && telling.contains(&reading.account));
    let counted: u64 = of_accounts.filter_map(|reading| reading.value).sum();
    assert!(told > 50 && counted == 0, "{told} told, {counted} counted");
}

// ---- the pull

fn account(can: &[Ability]) -> Account {
    let mut capabilities = Capabilities::manual(Network::Mastodon);
    capabilities.can.extend(can);
    Account {
        id: AccountId(1),
        brand: BrandId(1),
        network: Network::Mastodon,
        access: Access::Connected,
        handle: "@brume@example.social".into(),
        server: "https://example.social".into(),
        remote_id: "1".into(),
        capabilities,
        standing: Standing::Well,
    }
}

/// Pulls an account whose network answers each stream so; gives what was asked of the network and what it came to.
fn pull(can: &[Ability], answer: impl Fn(Stream) -> Result<Page, Cause>) -> (Vec<&'static str>, Haul, Vec<Job>) {
    let (mut puller, mut asks) = (Puller::default(), Asks::default());
    assert!(puller.start(&account(can), chrono_tz::Europe::Paris, at(0), &mut asks));
    let (mut asked, mut jobs, mut hauls) = (Vec::new(), Vec::new(), Vec::new());
    let mut effects = VecDeque::from(asks.take());
    while let Some(effect) = effects.pop_front() {
        let haul = match effect {
            Effect::Store(ticket, job) => {
                let reply = match &job {
                    Job::Cursor(..) => Reply::Cursor(None),
                    Job::Take { account, page, .. } => Reply::Taken {
                        account: *account,
                        new: u32::try_from(page.incoming.len()).expect("few"),
                        changed: 0,
                        answered: 0,
                        reactions: u32::try_from(page.reactions.len()).expect("few"),
                        more: page.more,
                    },
                    _ => Reply::Done,
                };
                jobs.push(job);
                puller.hear_store(ticket, Ok(reply), at(0), &mut asks)
            }
            Effect::Net(ticket, Call::Pull { stream, .. }) => {
                asked.push(stream.code());
                let trouble = |cause| Trouble { cause, account: None, detail: SafeText::default() };
                puller.hear_net(ticket, answer(stream).map(|page| News::Page(Box::new(page))).map_err(trouble), at(0), &mut asks)
            }
            Effect::Net(ticket, _) => {
                asked.push("figures");
                puller.hear_net(ticket, Ok(News::Figures(AccountId(1), Vec::new())), at(0), &mut asks)
            }
            other => panic!("{other:?}"),
        };
        hauls.extend(haul.map(|(_, haul)| haul));
        effects.extend(asks.take());
    }
    assert_eq!(hauls.len(), 1, "a pull ends once");
    (asked, hauls.remove(0), jobs)
}

fn page(stream: Stream, more: bool) -> Page {
    let mut page = Page { stream, incoming: vec![], own: vec![], reactions: vec![], cursor: Some("c".to_owned()), more };
    match stream {
        Stream::Incoming => page.incoming = vec![given::incoming(1)],
        Stream::Own => {}
        Stream::Reactions => page.reactions = vec![reaction(ReactionKind::Like, "a0", "p1", 0)],
    }
    page
}

#[test]
fn reactions_are_asked_for_after_the_messages_and_before_the_figures() {
    let (asked, haul, _) = pull(&[Ability::LookUp, Ability::Figures], |stream| Ok(page(stream, false)));
    assert_eq!(asked, ["incoming", "own", "reactions", "figures"]);
    assert_eq!((haul.new, haul.reactions, haul.trouble), (1, 1, None));
    let (asked, ..) = pull(&[], |stream| Ok(page(stream, false)));
    assert_eq!(asked, ["incoming", "reactions"]);
}

#[test]
fn trouble_with_reactions_holds_back_neither_messages_nor_figures() {
    for cause in [Cause::NotOffered, Cause::Unreadable, Cause::TimedOut, Cause::Failed, Cause::ScopeMissing, Cause::Rejected] {
        let answer = |stream| if stream == Stream::Reactions { Err(cause) } else { Ok(page(stream, false)) };
        let (asked, haul, jobs) = pull(&[Ability::Figures], answer);
        assert_eq!(asked, ["incoming", "reactions", "figures"], "{cause:?}");
        assert_eq!((haul.new, haul.trouble), (1, None), "{cause:?}");
        assert!(jobs.iter().any(|job| matches!(job, Job::Pulled(_, 1, _))), "{cause:?}");
    }
    // A token that is refused and a wait are of the whole account.
    for cause in [Cause::AuthExpired, Cause::RateLimited(at(9))] {
        let answer = |stream| if stream == Stream::Reactions { Err(cause) } else { Ok(page(stream, false)) };
        let (asked, haul, _) = pull(&[Ability::Figures], answer);
        assert_eq!((asked.last(), haul.new), (Some(&"reactions"), 1), "{cause:?}");
        assert_eq!(haul.trouble.map(|trouble| trouble.cause), Some(cause));
    }
}

#[test]
fn a_flood_of_reactions_ends_after_ten_pages_and_the_rest_waits_for_the_next_pull() {
    let (asked, haul, jobs) = pull(&[], |stream| Ok(page(stream, stream == Stream::Reactions)));
    assert_eq!(asked.iter().filter(|stream| **stream == "reactions").count(), 10);
    assert_eq!((haul.reactions, haul.trouble), (10, None));
    let kept = jobs.iter().filter(|job| matches!(job, Job::Take { page, .. } if page.cursor.is_some())).count();
    assert_eq!(kept, 11, "each page was kept with its cursor");
}
