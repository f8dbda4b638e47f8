//! Reactions in the file: each is one row, tells of a person who writes, goes with them, and makes no work.

use crate::given::{self, Home, at};
use ronde::app::effect::{Job, Page, PersonJob, Stream, Table};
use ronde::app::event::{PersonReply, Reply};
use ronde::domain::account::{Access, Network};
use ronde::domain::message::StateName;
use ronde::domain::query::View;
use ronde::domain::reaction::{Attention, Reaction, ReactionKind, Reactions};
use ronde::domain::text::SafeText;
use ronde::domain::today::DayBoard;
use ronde::domain::{AccountId, BrandId, PersonId};
use serde_json::Value;

/// A reaction as a network brings it; `author` is the number of one of those who write in [`given::incoming`].
fn reaction(kind: ReactionKind, number: i64, author: i64, about: &str, minute: i64) -> Reaction {
    Reaction {
        kind,
        remote_id: SafeText::line(&format!("r{number}")),
        author_id: SafeText::line(&format!("a{author}")),
        about: (kind != ReactionKind::Follow).then(|| about.into()),
        at: at(minute),
    }
}

fn like(number: i64, author: i64, about: &str) -> Reaction {
    reaction(ReactionKind::Like, number, author, about, number)
}

/// Takes reactions in; gives how many were new.
fn take(home: &mut Home, account: AccountId, reactions: Vec<Reaction>, cursor: &str) -> u32 {
    let (incoming, own) = (vec![], vec![]);
    let page = Page { stream: Stream::Reactions, incoming, own, reactions, cursor: Some(cursor.to_owned()), more: false };
    match home.ask(Job::Take { account, page: Box::new(page), at: at(60) }) {
        Reply::Taken { new: 0, changed: 0, answered: 0, reactions, .. } => reactions,
        other => panic!("reactions alone, not {other:?}"),
    }
}

fn scene() -> (Home, BrandId, AccountId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, (0..3).map(given::incoming).collect());
    (home, brand, account)
}

fn board(home: &mut Home, brand: BrandId, day: &str) -> DayBoard {
    match home.ask(Job::Board(brand, day.parse().expect("a day"), at(60))) {
        Reply::Board(board) => *board,
        other => panic!("a board, not {other:?}"),
    }
}

fn person(home: &mut Home, brand: BrandId, remote_id: &str) -> PersonId {
    let rows = given::rows(home, brand, View::All, "");
    rows.iter().find(|row| row.message.remote_id == remote_id).expect("a message").message.person
}

fn attention(home: &mut Home, person: PersonId) -> Attention {
    match home.ask(Job::Person(PersonJob::Card(person))) {
        Reply::Person(PersonReply::Card(Some(found))) => found.0.attention,
        other => panic!("a card, not {other:?}"),
    }
}

fn all_about(home: &mut Home, person: PersonId) -> Value {
    match home.ask(Job::Person(PersonJob::Dump(person))) {
        Reply::Person(PersonReply::Dump(all)) => all["reactions"].clone(),
        other => panic!("all that is kept, not {other:?}"),
    }
}

fn counted(likes: u32, shares: u32, follows: u32) -> Reactions {
    Reactions { likes, shares, follows }
}

#[test]
fn a_reaction_is_one_row_however_often_it_is_told_or_taken_back_and_given_again() {
    let (mut home, brand, account) = scene();
    let page = vec![like(1, 0, "p1"), reaction(ReactionKind::Share, 2, 0, "p1", 2), reaction(ReactionKind::Follow, 3, 1, "", 3)];
    assert_eq!(take(&mut home, account, page.clone(), "c1"), 3);
    let kept = crate::dump::of(&home.path(), &["reaction", "cursor"]);
    assert_eq!(take(&mut home, account, page, "c1"), 0);
    assert_eq!(crate::dump::of(&home.path(), &["reaction", "cursor"]), kept, "the same page changes nothing");
    // The network gives the second like of the same post another id.
    assert_eq!(take(&mut home, account, vec![like(9, 0, "p1"), like(10, 0, "p2")], "c2"), 1);
    assert_eq!(board(&mut home, brand, "2026-11-04").reactions, counted(2, 1, 1));
    assert_eq!(home.ask(Job::Cursor(account, Stream::Reactions)), Reply::Cursor(Some("c2".into())));
    assert_eq!(home.ask(Job::Cursor(account, Stream::Incoming)), Reply::Cursor(None));
}

#[test]
fn nobody_has_to_do_anything_about_a_reaction() {
    let (mut home, brand, account) = scene();
    let before = crate::dump::of(&home.path(), &["message", "person", "handle", "counter", "day_total", "journal", "sweep_item"]);
    take(&mut home, account, (0..50).map(|number| like(number, number, "p1")).collect(), "c1");
    let after = crate::dump::of(&home.path(), &["message", "person", "handle", "counter", "day_total", "journal", "sweep_item"]);
    assert_eq!(before, after, "no message, no person, no line of the journal");
    let open = board(&mut home, brand, "2026-11-04").counts.into_iter().find(|(state, _)| *state == StateName::Open);
    assert_eq!(open.map(|(_, count)| count), Some(3));
}

#[test]
fn the_card_tells_what_those_did_who_were_joined_and_since_when_they_follow() {
    let (mut home, brand, account) = scene();
    let other = given::account_of(&mut home, brand, Network::Bluesky, Access::Connected);
    given::take(&mut home, other, vec![given::incoming(6)]);
    take(&mut home, account, vec![like(1, 0, "p1"), like(2, 0, "p2"), reaction(ReactionKind::Follow, 3, 0, "", 30)], "c1");
    take(&mut home, other, vec![like(4, 0, "p1"), reaction(ReactionKind::Follow, 5, 0, "", 20), like(6, 1, "p1")], "c1");
    let (main, joined) = (person(&mut home, brand, "m0"), person(&mut home, brand, "m6"));
    assert_eq!(attention(&mut home, main), Attention { count: counted(2, 0, 1), followed: Some(at(30)) });
    home.ask(Job::Person(PersonJob::Join { main, other: joined, at: at(61) }));
    assert_eq!(attention(&mut home, main), Attention { count: counted(3, 0, 2), followed: Some(at(20)) });
    let bystander = person(&mut home, brand, "m2");
    assert_eq!(attention(&mut home, bystander), Attention::default());
}

#[test]
fn somebody_who_writes_later_is_known_by_what_they_liked_before() {
    let (mut home, brand, account) = scene();
    take(&mut home, account, vec![like(1, 77, "p1")], "c1");
    let late = ronde::domain::message::Incoming { author_id: "a77".into(), remote_id: "m77".into(), ..given::incoming(77) };
    given::take(&mut home, account, vec![late]);
    let person = person(&mut home, brand, "m77");
    assert_eq!(attention(&mut home, person).count, counted(1, 0, 0));
}

#[test]
fn today_counts_since_yesterday_began_where_the_brand_is() {
    let (mut home, brand, account) = scene();
    // 4 November in Paris began at 23:00 UTC; `at(0)` is 9:00 UTC of that day.
    let midnight = -10 * 60;
    let told = [midnight - 1, midnight, midnight + 1, 0].into_iter().zip(1..);
    take(&mut home, account, told.map(|(minute, number)| reaction(ReactionKind::Like, number, number, "p1", minute)).collect(), "c1");
    assert_eq!(board(&mut home, brand, "2026-11-05").reactions, counted(3, 0, 0));
    assert_eq!(board(&mut home, brand, "2026-11-06").reactions, counted(0, 0, 0));
}

#[test]
fn reactions_of_two_brands_never_mix() {
    let (mut home, brand, account) = scene();
    let other = given::brand(&mut home);
    let theirs = given::account(&mut home, other);
    given::take(&mut home, theirs, (0..3).map(given::incoming).collect());
    take(&mut home, account, vec![like(1, 0, "p1"), like(2, 1, "p1")], "c1");
    take(&mut home, theirs, vec![like(1, 0, "p1")], "c1");
    assert_eq!(board(&mut home, brand, "2026-11-04").reactions, counted(2, 0, 0));
    assert_eq!(board(&mut home, other, "2026-11-04").reactions, counted(1, 0, 0));
    let (ours, same) = (person(&mut home, brand, "m0"), person(&mut home, other, "m0"));
    home.ask(Job::Person(PersonJob::Erase(ours, at(600))));
    assert_eq!(attention(&mut home, same).count, counted(1, 0, 0), "the same person of the other brand is another one");
    assert_eq!(board(&mut home, brand, "2026-11-04").reactions, counted(1, 0, 0));
}

#[test]
fn a_person_is_given_their_reactions_and_erased_with_them_for_good() {
    let (mut home, brand, account) = scene();
    let page = vec![like(1, 0, "p1"), reaction(ReactionKind::Follow, 2, 0, "", 2), like(3, 1, "p1")];
    take(&mut home, account, page.clone(), "c1");
    let erased = person(&mut home, brand, "m0");
    let given = all_about(&mut home, erased);
    assert_eq!(given.as_array().map(Vec::len), Some(2), "{given}");
    assert_eq!((&given[0]["kind"], &given[0]["about"], &given[1]["about"]), (&"like".into(), &"p1".into(), &Value::Null));
    home.ask(Job::Person(PersonJob::Erase(erased, at(600))));
    let Reply::Dump(rows) = home.ask(Job::Dump(Table::Reactions, 0, 10)) else { panic!("rows") };
    assert_eq!(rows.iter().map(|(_, row)| row["author"].clone()).collect::<Vec<_>>(), ["a1"]);
    // A pull that begins anew brings nothing of theirs back; what they do after it counts.
    assert_eq!(take(&mut home, account, page, "c1"), 0);
    assert_eq!(take(&mut home, account, vec![reaction(ReactionKind::Like, 8, 0, "p9", 700)], "c2"), 1);
}

#[test]
fn an_account_that_was_only_liked_is_closed_and_not_removed() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    take(&mut home, account, vec![like(1, 0, "p1")], "c1");
    home.ask(Job::RemoveAccount(account, at(61)));
    assert_eq!(board(&mut home, brand, "2026-11-04").reactions, counted(1, 0, 0));
}
