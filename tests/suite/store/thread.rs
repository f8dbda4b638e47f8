//! Threads: each part is a delivery, leaves after the one before it, and is never made twice.

use crate::given::post::{a_post, done, variant};
use crate::given::{self, Home, at};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::delivery::{Act, Answer, Delivery, Journey, Stage, Step};
use ronde::domain::message::Own;
use ronde::domain::post::{ApprovalOf, Media, Missing, Post, PostState};
use ronde::domain::reading::Metric;
use ronde::domain::text::SafeText;
use ronde::domain::thread::Progress;
use ronde::domain::time::Period;
use ronde::domain::{AccountId, BrandId, PostId};

const TEXT: &str = "Un atelier.\n---\nDeux torréfacteurs.\n---\nTrois tasses.";

struct Scene {
    home: Home,
    brand: BrandId,
    account: AccountId,
    id: PostId,
    minute: i64,
}

/// A thread of three parts, validated and scheduled on one account.
fn scene() -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let post = Post {
        media: vec![Media { path: "/tmp/atelier.jpg".into(), alt: "L’atelier".into() }],
        day: Some("2026-11-10".parse().expect("a day")),
        ..a_post(brand, &[account], TEXT)
    };
    let mut scene = Scene { home, brand, account, id: PostId(0), minute: 0 };
    scene.id = scene.ask(Job::SavePost(Box::new(post), at(0))).expect("it is saved").id;
    scene.approve(ApprovalOf::Plan);
    scene.approve(ApprovalOf::Content);
    scene.schedule(600).expect("it is scheduled");
    scene
}

impl Scene {
    fn ask(&mut self, job: Job) -> Result<Post, Missing> {
        match self.home.ask(job) {
            Reply::Post(answer) => *answer,
            other => panic!("a post, not {other:?}"),
        }
    }

    fn approve(&mut self, of: ApprovalOf) -> Post {
        let job = Job::Approve { post: self.id, of, by: "Anne".into(), words: "ok".into(), passed_over: false, at: at(1) };
        self.ask(job).expect("it is approved")
    }

    fn schedule(&mut self, minute: i64) -> Result<Post, Missing> {
        self.minute = minute;
        self.ask(Job::Schedule(self.id, at(minute), at(3)))
    }

    fn post(&mut self) -> Post {
        self.ask(Job::Post(self.id)).expect("it is there")
    }

    /// The text edited and validated again.
    fn rewrite(&mut self, text: &str) {
        let post = self.post();
        self.ask(Job::SavePost(Box::new(Post { text: SafeText::clean(text), ..post }), at(4))).expect("it is saved");
        self.approve(ApprovalOf::Content);
    }

    /// The deliveries, oldest first.
    fn deliveries(&mut self) -> Vec<Delivery> {
        match self.home.ask(Job::Publishing(self.brand)) {
            Reply::Deliveries(mut all) => {
                all.reverse();
                all
            }
            other => panic!("deliveries, not {other:?}"),
        }
    }

    fn stages(&mut self) -> Vec<Stage> {
        self.deliveries().iter().map(|delivery| delivery.journey.stage()).collect()
    }

    /// The delivery of a part that was made last, on its way.
    fn part(&mut self, part: u32) -> Delivery {
        self.deliveries().into_iter().rev().find(|known| known.place.part == part).expect("the part has a delivery")
    }

    fn release(&mut self) {
        for delivery in self.deliveries() {
            if delivery.journey.stage() == Stage::Held {
                given::advance(&mut self.home, delivery.release());
            }
        }
    }

    /// Lets a part leave with an answer of the network.
    fn leaves(&mut self, part: u32, answer: Answer) {
        self.release();
        let now = at(self.minute);
        let start = self.part(part).start(now);
        let sending = given::advance(&mut self.home, start).expect("it may leave");
        given::advance(&mut self.home, sending.settle(answer, now)).expect("settled");
    }

    /// What the account said is pulled, at a minute.
    fn pulls(&mut self, own: Vec<Own>, minute: i64) {
        self.home.ask(Job::Take { account: self.account, page: Box::new(given::own_page(own)), at: at(minute) });
    }

    fn undo(&mut self) -> usize {
        match self.home.ask(Job::Undo(self.brand, at(5))) {
            Reply::Undone(lines) => lines.len(),
            other => panic!("undone, not {other:?}"),
        }
    }
}

fn no() -> Answer {
    Answer::Refused { why: "trop long".into() }
}

fn after(delivery: &Delivery) -> (String, usize, Option<String>) {
    match &delivery.act {
        Act::Publish { text, media, after, .. } => (text.to_string(), media.len(), after.as_ref().map(ToString::to_string)),
        other => panic!("a publication, not {other:?}"),
    }
}

#[test]
fn each_part_is_a_delivery_and_files_go_with_the_first() {
    let mut scene = scene();
    let parts: Vec<_> = scene.deliveries().iter().map(after).collect();
    let said = |text: &str, media| (text.to_owned(), media, None);
    assert_eq!(parts, [said("Un atelier.", 1), said("Deux torréfacteurs.", 0), said("Trois tasses.", 0)]);
    let keys: std::collections::BTreeSet<String> = scene.deliveries().into_iter().map(|delivery| delivery.key).collect();
    assert_eq!(keys.len(), 3);
}

#[test]
fn a_part_leaves_only_when_the_one_before_it_is_out_and_is_told_where_that_is() {
    let mut scene = scene();
    scene.release();
    let now = at(600);
    assert_eq!([1, 2, 3].map(|part| scene.part(part).step(now)), [Step::Send, Step::Follow, Step::Follow]);
    // Whoever wants to send it all the same is held back by the file.
    for part in [2, 3] {
        let start = scene.part(part).start(now);
        assert_eq!(given::advance(&mut scene.home, start), None, "part {part}");
    }
    scene.leaves(1, done("p1"));
    assert_eq!([2, 3].map(|part| scene.part(part).step(now)), [Step::Send, Step::Follow]);
    assert_eq!(after(&scene.part(2)).2.as_deref(), Some("p1"));
    assert_eq!(scene.post().state, PostState::Scheduled, "a part that is out is not the post");
    scene.leaves(2, done("p2"));
    assert_eq!(after(&scene.part(3)).2.as_deref(), Some("p2"));
    scene.leaves(3, done("p3"));
    let post = scene.post();
    assert_eq!(post.state, PostState::Published);
    assert_eq!(post.variants[0].remote_id, Some("p1".into()), "a thread is known by its first part");
    assert_eq!(post.variants[0].url, Some("https://example.social/p1".into()));
    let month = Period::month_of("2026-11-01".parse().expect("a day"));
    let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, month)) else { panic!("facts") };
    assert_eq!(facts.posts.len(), 1, "the report counts a thread once");
}

#[test]
fn the_likes_of_a_thread_are_those_of_its_first_part() {
    let mut scene = scene();
    for (part, id) in [(1, "p1"), (2, "p2"), (3, "p3")] {
        scene.leaves(part, done(id));
    }
    let own = |id: &str, likes| Own { likes: Some(likes), ..given::own(id, "", "x", at(61)) };
    scene.pulls(vec![own("p1", 12), own("p2", 5), own("p3", 1)], 62);
    let month = Period::month_of("2026-11-01".parse().expect("a day"));
    let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, month)) else { panic!("facts") };
    assert_eq!(facts.posts.iter().map(|post| post.figures.clone()).collect::<Vec<_>>(), [[(Metric::Likes, 12)]]);
}

#[test]
fn the_next_part_of_a_thread_is_no_comment_on_it() {
    let mut scene = scene();
    let comments = |scene: &mut Scene, told| {
        let own = Own { comments: told, ..given::own("p1", "", "Un atelier.", at(61)) };
        scene.pulls(vec![own], 62);
        let month = Period::month_of("2026-11-01".parse().expect("a day"));
        let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, month)) else { panic!("facts") };
        facts.posts[0].figures.iter().find(|(metric, _)| *metric == Metric::Comments).map(|(_, value)| *value)
    };
    for (part, id) in [(1, "p1"), (2, "p2"), (3, "p3")] {
        scene.leaves(part, done(id));
    }
    assert_eq!(comments(&mut scene, None), None, "not told");
    assert_eq!(comments(&mut scene, Some(3)), Some(2), "the network counts the second part");
    assert_eq!(comments(&mut scene, Some(0)), Some(0), "it does not show it yet");
}

#[test]
fn a_refused_part_takes_the_rest_back_and_what_is_missing_is_scheduled_again() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    scene.leaves(2, no());
    assert_eq!(scene.stages(), [Stage::Done, Stage::Refused, Stage::TakenBack]);
    let deliveries = scene.deliveries();
    let progress = Progress::of(deliveries.iter()).expect("something was sent");
    assert!(progress.is_broken() && !progress.is_whole());
    assert_eq!((progress.out, progress.of, progress.next.expect("a part lacks").part), (1, 3, 2));
    scene.rewrite("Un atelier.\n---\nDeux.\n---\nTrois tasses.");
    scene.schedule(600).expect("it is scheduled");
    let made: Vec<_> = scene.deliveries().iter().skip(3).map(after).collect();
    assert_eq!(made, [("Deux.".to_owned(), 0, Some("p1".to_owned())), ("Trois tasses.".to_owned(), 0, None)]);
    scene.leaves(2, done("p2"));
    scene.leaves(3, done("p3"));
    assert_eq!(scene.post().state, PostState::Published);
    assert_eq!(scene.post().variants[0].remote_id, Some("p1".into()));
}

#[test]
fn a_first_part_that_is_refused_leaves_the_post_to_be_scheduled_anew() {
    let mut scene = scene();
    scene.leaves(1, no());
    assert_eq!(scene.stages(), [Stage::Refused, Stage::TakenBack, Stage::TakenBack]);
    assert_eq!(scene.post().state, PostState::Approved);
}

#[test]
fn what_is_out_keeps_its_words_and_its_account() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    scene.leaves(2, no());
    scene.rewrite("Un autre atelier.\n---\nDeux.\n---\nTrois.");
    assert_eq!(scene.schedule(600), Err(Missing::PartAsOut(1)));
    // Off and on again, the account is still the one on which the first part is out.
    let post = scene.post();
    let off = scene.ask(Job::SavePost(Box::new(Post { variants: vec![], ..post.clone() }), at(5))).expect("it is saved");
    assert_eq!(off.variants, post.variants);
    let anew = scene.ask(Job::SavePost(Box::new(Post { variants: vec![variant(scene.account)], ..post.clone() }), at(5))).expect("saved");
    assert_eq!(anew.variants, post.variants);
}

#[test]
fn the_rest_may_be_left_out_and_the_post_is_published() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    scene.leaves(2, done("p2"));
    scene.leaves(3, no());
    scene.rewrite("Un atelier.\n---\nDeux torréfacteurs.");
    assert_eq!(scene.schedule(600).expect("nothing lacks").state, PostState::Published);
    assert_eq!(scene.home.ask(Job::Moving), Reply::Deliveries(vec![]));
}

#[test]
fn an_unclear_part_holds_the_rest_until_it_is_known() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    scene.leaves(2, Answer::Unclear { why: "lost".into() });
    assert_eq!(scene.part(3).step(at(9_000)), Step::Follow);
    let unclear = scene.part(2);
    // It is not out, says the CM: it is sent again, and the rest follows it.
    scene.home.ask(Job::Resolve(unclear.id, false, at(601)));
    scene.leaves(2, done("p2"));
    scene.leaves(3, done("p3"));
    assert_eq!(scene.post().state, PostState::Published);
}

#[test]
fn a_part_that_only_the_cm_saw_is_followed_once_it_was_pulled() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    scene.leaves(2, Answer::Unclear { why: "lost".into() });
    let unclear = scene.part(2);
    scene.home.ask(Job::Resolve(unclear.id, true, at(601)));
    assert_eq!(scene.stages(), [Stage::Done, Stage::Done, Stage::TakenBack], "nobody knows what the rest would follow");
    assert_eq!(scene.schedule(600), Err(Missing::PartUnknown(2)));
    scene.pulls(vec![given::own("p2", "p1", "Deux torréfacteurs.", at(600))], 602);
    scene.schedule(600).expect("it is known now");
    assert_eq!(after(&scene.part(3)).2.as_deref(), Some("p2"));
    scene.leaves(3, done("p3"));
    assert_eq!(scene.post().state, PostState::Published);
}

#[test]
fn a_part_that_was_pulled_before_the_cm_said_that_it_is_out_leads_the_rest_on() {
    let mut scene = scene();
    scene.leaves(1, Answer::Unclear { why: "lost".into() });
    let own = Own { url: Some("https://example.social/p1".into()), ..given::own("p1", "", "Un  atelier.", at(600)) };
    scene.pulls(vec![own], 601);
    let unclear = scene.part(1);
    scene.home.ask(Job::Resolve(unclear.id, true, at(602)));
    assert_eq!(after(&scene.part(2)).2.as_deref(), Some("p1"));
    assert_eq!(scene.post().variants[0].remote_id, Some("p1".into()));
}

#[test]
fn unscheduling_and_undoing_take_the_whole_thread_back() {
    let mut scene = scene();
    let scheduled = scene.post();
    assert_eq!(scene.ask(Job::Unschedule(scene.id, at(4))).expect("it is taken back").state, PostState::Approved);
    assert_eq!(scene.stages(), [Stage::TakenBack; 3]);
    assert_eq!(scene.undo(), 4);
    assert_eq!(scene.post(), scheduled);
    assert_eq!(scene.stages()[3..], [Stage::Held; 3]);
    // What was done again follows what was done again, not what was taken back.
    let again = scene.deliveries();
    let follows = |delivery: &Delivery| delivery.place.after.as_ref().map(|before| before.id);
    assert_eq!([3, 4, 5].map(|place: usize| follows(&again[place])), [None, Some(again[3].id), Some(again[4].id)]);
    scene.home.ask(Job::Redo(scene.brand, at(6)));
    assert_eq!(scene.stages(), [Stage::TakenBack; 6]);
    scene.undo();
    scene.undo();
    assert_eq!(scene.post().state, PostState::Drafting, "the scheduling itself is undone");
    assert!(scene.stages().iter().all(|stage| *stage == Stage::TakenBack));
    scene.home.ask(Job::Redo(scene.brand, at(7)));
    scene.minute = 600;
    for (part, id) in [(1, "p1"), (2, "p2"), (3, "p3")] {
        scene.leaves(part, done(id));
    }
    assert_eq!(scene.post().state, PostState::Published);
}

#[test]
fn what_follows_a_part_that_is_out_can_still_be_taken_back() {
    let mut scene = scene();
    scene.leaves(1, done("p1"));
    assert_eq!(scene.ask(Job::Unschedule(scene.id, at(601))).expect("it is taken back").state, PostState::Approved);
    assert_eq!(scene.stages(), [Stage::Done, Stage::TakenBack, Stage::TakenBack]);
    scene.schedule(600).expect("the rest is scheduled again");
    let part = scene.part(2);
    let Reply::TakenBack(Some(_)) = scene.home.ask(Job::TakeBack(part.id, at(602))) else { panic!("taken back") };
    assert_eq!(scene.stages()[3..], [Stage::TakenBack; 2], "a part takes those that follow it along");
}

#[test]
fn a_thread_leaves_no_part_late_for_waiting_behind_another() {
    let mut scene = scene();
    scene.release();
    // The first part was told to wait for half an hour.
    let start = scene.part(1).start(at(600));
    let sending = given::advance(&mut scene.home, start).expect("it leaves");
    let waiting = given::advance(&mut scene.home, sending.settle(Answer::Wait { until: at(630) }, at(600))).expect("it waits");
    scene.home.ask(Job::AllowLate(waiting.id, at(630)));
    let start = scene.part(1).start(at(630));
    let sending = given::advance(&mut scene.home, start).expect("it leaves");
    scene.home.ask(Job::Advance(Box::new(sending.settle(done("p1"), at(630)).expect("a step")), at(630)));
    assert_eq!(scene.part(2).step(at(631)), Step::Send);
    assert_eq!(scene.part(2).step(at(660)), Step::AskLate, "it is not sent half an hour later without asking either");
}

#[test]
fn an_empty_part_is_not_scheduled() {
    let mut scene = scene();
    scene.ask(Job::Unschedule(scene.id, at(4))).expect("it is taken back");
    scene.rewrite("Un.\n---\n\n---\nTrois.");
    assert_eq!(scene.schedule(600), Err(Missing::EmptyPart(2)));
}

#[test]
fn a_file_from_before_threads_opens_with_its_deliveries_as_they_were() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let message = given::messages(&mut home, account, 1)[0];
    home.ask(Job::Answer { message, text: "Bonjour".into(), at: at(5), sweep: None, by_hand: false });
    let before = home.ask(Job::Outbox(brand, 5));
    let path = home.path();
    drop(home.store);
    // As the version before left it.
    let conn = rusqlite::Connection::open(&path).expect("the file opens");
    conn.execute_batch(
        "DROP INDEX delivery_follows; ALTER TABLE delivery DROP COLUMN follows; ALTER TABLE delivery DROP COLUMN part;
         ALTER TABLE delivery DROP COLUMN parts; DROP TABLE reaction; DROP INDEX handle_person; PRAGMA user_version = 2;",
    )
    .expect("it is an older file");
    drop(conn);
    let mut home = Home { store: ronde::store::Store::open(&path).expect("it is brought to the newest schema"), folder: home.folder };
    assert_eq!(home.ask(Job::Outbox(brand, 5)), before);
    assert!(home.folder.path().join("ronde.db.before-v3").exists(), "a copy is kept as it was");
    assert!(matches!(&before, Reply::Deliveries(all) if matches!(all[0].journey, Journey::Held { .. })));
}
