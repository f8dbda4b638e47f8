//! A post that the CM published by hand: undone to the byte, and never published beside its deliveries.

use crate::dump;
use crate::given::post::{a_post, done, validate, variant};
use crate::given::{self, Home, at};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Access, Network};
use ronde::domain::conflict::Conflict;
use ronde::domain::delivery::{Delivery, Stage};
use ronde::domain::post::{Post, PostState};
use ronde::domain::time::Period;
use ronde::domain::{BrandId, PostId};
use ronde::store::serve;

struct Scene {
    home: Home,
    brand: BrandId,
    post: PostId,
}

/// A scheduled post on accounts of these kinds.
fn scene(accesses: &[Access]) -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let accounts: Vec<_> = accesses
        .iter()
        .zip([Network::Mastodon, Network::Instagram])
        .map(|(access, network)| given::account_of(&mut home, brand, network, *access))
        .collect();
    let Reply::Post(saved) = home.ask(Job::SavePost(Box::new(a_post(brand, &accounts, "Elle arrive lundi.")), at(0))) else {
        panic!("a post")
    };
    let post = saved.expect("it is saved").id;
    validate(&mut home, post, at(1));
    let mut scene = Scene { home, brand, post };
    assert_eq!(scene.tried(Job::Schedule(post, at(600), at(2))).expect("it is scheduled").state, PostState::Scheduled);
    scene
}

impl Scene {
    fn tried(&mut self, job: Job) -> Result<Post, Option<Conflict>> {
        match serve(&mut self.home.store, job) {
            Ok(Reply::Post(post)) => Ok(post.expect("nothing lacks")),
            Ok(other) => panic!("a post, not {other:?}"),
            Err(trouble) => {
                assert_eq!(trouble.cause, Cause::Conflict);
                Err(Conflict::told(trouble.detail.as_str()))
            }
        }
    }

    fn out(&mut self) -> Result<Post, Option<Conflict>> {
        self.tried(Job::MovePost(self.post, PostState::Published, at(3)))
    }

    fn state(&mut self) -> PostState {
        self.tried(Job::Post(self.post)).expect("it is there").state
    }

    fn undo(&mut self) {
        assert!(matches!(self.home.ask(Job::Undo(self.brand, at(4))), Reply::Undone(lines) if !lines.is_empty()));
    }

    fn redo(&mut self) {
        assert!(matches!(self.home.ask(Job::Redo(self.brand, at(5))), Reply::Undone(lines) if !lines.is_empty()));
    }

    /// How many are published: by the facts of the day, and by Today.
    fn published(&mut self) -> (usize, u32) {
        let day = at(3).date_naive();
        let Reply::Facts(facts) = self.home.ask(Job::Facts(self.brand, Period::new(day, day))) else { panic!("facts") };
        let Reply::Board(board) = self.home.ask(Job::Board(self.brand, day, at(6))) else { panic!("a board") };
        (facts.posts.len(), board.published_today)
    }

    fn moving(&mut self) -> Vec<Delivery> {
        match self.home.ask(Job::Moving) {
            Reply::Deliveries(moving) => moving,
            other => panic!("deliveries, not {other:?}"),
        }
    }
}

#[test]
fn a_post_published_by_hand_and_undone_is_not_published_and_done_again_is() {
    let mut scene = scene(&[Access::Manual]);
    let before = dump::all(&scene.home.path());
    assert_eq!(scene.out().expect("it is out").state, PostState::Published);
    let done = dump::all(&scene.home.path());
    assert_eq!(scene.published(), (1, 1));
    for _ in 0..2 {
        scene.undo();
        assert_eq!(scene.state(), PostState::Scheduled);
        assert_eq!(scene.published(), (0, 0));
        dump::same(&before, &dump::all(&scene.home.path()), "undone");
        scene.redo();
        assert_eq!(scene.published(), (1, 1));
        dump::same(&done, &dump::all(&scene.home.path()), "done again");
    }
}

#[test]
fn what_the_network_has_stays_out_when_the_word_of_the_cm_is_undone() {
    let mut scene = scene(&[Access::Connected, Access::Manual]);
    let held = scene.moving().remove(0);
    let queued = given::advance(&mut scene.home, held.release()).expect("queued");
    let sending = given::advance(&mut scene.home, queued.start(at(601))).expect("it leaves");
    given::advance(&mut scene.home, sending.settle(done("m1"), at(601)));
    assert_eq!(scene.out().expect("the rest is out by hand").state, PostState::Published);
    scene.undo();
    let out = dump::of(&scene.home.path(), &["variant"]);
    assert!(out[0].contains("out=Integer") && out[1].contains("out=Null"), "{out:#?}");
}

#[test]
fn an_imported_post_undone_and_done_again_is_out_on_its_day() {
    let mut scene = scene(&[Access::Manual]);
    let known = scene.tried(Job::Post(scene.post)).expect("it is there");
    let out = ronde::domain::post::Variant { url: Some("https://example.social/p".into()), ..variant(known.variants[0].account) };
    let import = Post { state: PostState::Published, due: Some(at(3)), variants: vec![out], ..a_post(scene.brand, &[], "Importé") };
    scene.tried(Job::SavePost(Box::new(import), at(4))).expect("it is saved");
    let saved = dump::all(&scene.home.path());
    scene.undo();
    assert_eq!(scene.published(), (0, 0));
    scene.redo();
    dump::same(&saved, &dump::all(&scene.home.path()), "imported again");
}

#[test]
fn a_post_that_still_leaves_by_itself_is_not_published_by_hand() {
    for stage in [Stage::Held, Stage::Queued] {
        let mut scene = scene(&[Access::Connected, Access::Manual]);
        if stage == Stage::Queued {
            let held = scene.moving().remove(0);
            given::advance(&mut scene.home, held.release());
        }
        let before = dump::all(&scene.home.path());
        assert_eq!(scene.out().expect_err("it would be out twice"), Some(Conflict::Leaves), "{stage:?}");
        dump::same(&before, &dump::all(&scene.home.path()), "nothing has changed");
        assert_eq!(scene.moving().len(), 1, "it leaves at its hour");
        // Taken out of the programme, it may be: nothing leaves any more.
        scene.tried(Job::Unschedule(scene.post, at(3))).expect("it is taken out");
        assert_eq!(scene.out().expect("it is out").state, PostState::Published);
        assert_eq!(scene.moving(), []);
    }
}

#[test]
fn a_post_whose_request_is_on_its_way_is_not_published_by_hand() {
    let mut scene = scene(&[Access::Connected]);
    let held = scene.moving().remove(0);
    let queued = given::advance(&mut scene.home, held.release()).expect("queued");
    let sending = given::advance(&mut scene.home, queued.start(at(601))).expect("it leaves");
    assert_eq!(scene.out().expect_err("it is on its way"), Some(Conflict::Left));
    given::advance(&mut scene.home, sending.lose(at(700)));
    assert_eq!(scene.out().expect_err("nobody knows whether it is out"), Some(Conflict::Left));
}

#[test]
fn what_is_out_by_hand_is_not_sent_when_its_post_is_made_anew() {
    for toggles in [false, true] {
        let mut scene = scene(&[Access::Connected]);
        scene.tried(Job::Unschedule(scene.post, at(2))).expect("it is taken out");
        scene.out().expect("it is out");
        scene.tried(Job::MovePost(scene.post, PostState::Archived, at(3))).expect("it is archived");
        let idea = scene.tried(Job::MovePost(scene.post, PostState::Idea, at(3))).expect("it is an idea again");
        if toggles {
            // The account off, then on.
            scene.tried(Job::SavePost(Box::new(Post { variants: vec![], ..idea.clone() }), at(3))).expect("it is saved");
            let on = vec![variant(idea.variants[0].account)];
            scene.tried(Job::SavePost(Box::new(Post { variants: on, ..idea }), at(3))).expect("it is saved");
            validate(&mut scene.home, scene.post, at(3));
        }
        let post = scene.tried(Job::Schedule(scene.post, at(600), at(4))).expect("it is scheduled");
        assert_eq!((post.state, scene.moving()), (PostState::Published, vec![]), "all of it is out");
    }
}
