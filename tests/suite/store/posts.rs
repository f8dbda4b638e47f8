//! Posts: no way around a validation, no way to be sent twice.

use crate::given::post::{a_post, variant};
use crate::given::{self, Home, at};
use ronde::app::effect::{Job, Page, Stream};
use ronde::app::event::Reply;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Access, Network};
use ronde::domain::brand::Brand;
use ronde::domain::delivery::{Answer, Delivery, Stage};
use ronde::domain::journal::Verb;
use ronde::domain::message::Own;
use ronde::domain::post::{ApprovalOf, Missing, Post, PostState, Variant};
use ronde::domain::reading::Metric;
use ronde::domain::text::SafeText;
use ronde::domain::time::Period;
use ronde::domain::{BrandId, PostId};
use ronde::store::serve;

struct Scene {
    home: Home,
    brand: BrandId,
    post: Post,
}

fn scene() -> Scene {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let one = given::account(&mut home, brand);
    let other = given::account_of(&mut home, brand, Network::Mastodon, Access::Connected);
    let new = Post {
        title: "Infusion d’hiver".into(),
        pillar: "produit".into(),
        day: Some("2026-11-10".parse().expect("a day")),
        ..a_post(brand, &[one, other], "Elle arrive lundi.")
    };
    let mut scene = Scene { home, brand, post: new.clone() };
    scene.post = scene.ask(Job::SavePost(Box::new(new), at(0))).expect("it is saved");
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
        let job = Job::Approve { post: self.post.id, of, by: "Anne".into(), words: "ok".into(), passed_over: false, at: at(1) };
        self.ask(job).expect("it is approved")
    }

    fn go(&mut self, next: PostState) -> Result<Post, Missing> {
        self.ask(Job::MovePost(self.post.id, next, at(2)))
    }

    fn approved(&mut self) -> Post {
        assert_eq!(self.approve(ApprovalOf::Plan).state, PostState::Drafting);
        assert_eq!(self.go(PostState::InReview).expect("it has content").state, PostState::InReview);
        let post = self.approve(ApprovalOf::Content);
        assert_eq!(post.state, PostState::Approved);
        post
    }

    fn schedule(&mut self) -> Result<Post, Missing> {
        self.ask(Job::Schedule(self.post.id, at(600), at(3)))
    }

    fn read(&mut self) -> Post {
        self.ask(Job::Post(self.post.id)).expect("it is there")
    }

    fn outbox(&mut self) -> Vec<Delivery> {
        match self.home.ask(Job::Outbox(self.brand, 20)) {
            Reply::Deliveries(deliveries) => deliveries,
            other => panic!("deliveries, not {other:?}"),
        }
    }

    fn stages(&mut self) -> Vec<Stage> {
        self.outbox().iter().map(|delivery| delivery.journey.stage()).collect()
    }

    fn undo(&mut self) -> usize {
        match self.home.ask(Job::Undo(self.brand, at(4))) {
            Reply::Undone(lines) => lines.len(),
            other => panic!("undone, not {other:?}"),
        }
    }
}

#[test]
fn a_post_goes_its_way_only_with_its_validations() {
    let mut scene = scene();
    assert_eq!(scene.go(PostState::Drafting), Err(Missing::PlanApproval));
    assert_eq!(scene.schedule(), Err(Missing::PlanApproval));
    scene.approve(ApprovalOf::Plan);
    assert_eq!(scene.schedule(), Err(Missing::ContentApproval));
    assert_eq!(scene.outbox(), []);
    scene.go(PostState::InReview).expect("it has content");
    scene.approve(ApprovalOf::Content);
    let post = scene.schedule().expect("it is scheduled");
    assert_eq!((post.state, post.due), (PostState::Scheduled, Some(at(600))));
    assert_eq!(post.needs(), None);
    assert_eq!(scene.stages(), [Stage::Held, Stage::Held]);
    assert_eq!(scene.schedule().expect("it is already"), post);
    assert_eq!(scene.outbox().len(), 2);
}

#[test]
fn an_edit_after_the_validation_voids_it_and_takes_the_deliveries_back() {
    let mut scene = scene();
    scene.approved();
    let before = scene.schedule().expect("it is scheduled");
    let edited = Post { text: "Elle arrive mardi.".into(), ..before.clone() };
    let after = scene.ask(Job::SavePost(Box::new(edited), at(5))).expect("it is saved");
    assert_eq!(after.state, PostState::Drafting);
    assert_eq!(after.needs(), Some(ApprovalOf::Content));
    assert_eq!(scene.stages(), [Stage::TakenBack, Stage::TakenBack]);
    let Reply::Journal(lines) = scene.home.ask(Job::Journal(scene.brand, 1)) else { panic!("lines") };
    assert_eq!(lines[0].verb, Verb::Voided);
    assert_eq!(lines[0].after.as_ref().expect("what changed")["changed"][0], "text");
    // Undone: the text, its validation and its place in the queue come back, with new deliveries.
    assert_eq!(scene.undo(), 3);
    assert_eq!(scene.read(), before);
    let mut stages = scene.stages();
    stages.sort();
    assert_eq!(stages, [Stage::Held, Stage::Held, Stage::TakenBack, Stage::TakenBack]);
}

#[test]
fn a_note_or_a_pillar_voids_nothing() {
    let mut scene = scene();
    let post = scene.approved();
    let edited = Post { note: "penser au visuel".into(), pillar: "saison".into(), ..post };
    let after = scene.ask(Job::SavePost(Box::new(edited), at(5))).expect("it is saved");
    assert_eq!((after.state, after.needs()), (PostState::Approved, None));
}

#[test]
fn scheduling_is_undone_and_done_again() {
    let mut scene = scene();
    let approved = scene.approved();
    let scheduled = scene.schedule().expect("it is scheduled");
    assert_eq!(scene.undo(), 3);
    assert_eq!(scene.read(), approved);
    assert_eq!(scene.stages(), [Stage::TakenBack, Stage::TakenBack]);
    scene.home.ask(Job::Redo(scene.brand, at(5)));
    assert_eq!(scene.read(), scheduled);
    assert_eq!(scene.stages(), [Stage::Held, Stage::Held, Stage::TakenBack, Stage::TakenBack]);
    let after = scene.ask(Job::Unschedule(scene.post.id, at(6))).expect("it is taken back");
    assert_eq!(after.state, PostState::Approved);
    assert!(scene.stages().iter().all(|stage| *stage == Stage::TakenBack));
    assert_eq!(scene.undo(), 3);
    assert_eq!(scene.stages().iter().filter(|stage| **stage == Stage::Held).count(), 2);
}

#[test]
fn a_post_whose_hour_is_past_is_asked_about_when_it_comes_back_to_the_queue() {
    let mut scene = scene();
    scene.approved();
    scene.schedule().expect("it is scheduled");
    scene.ask(Job::Unschedule(scene.post.id, at(6))).expect("it is taken back");
    scene.home.ask(Job::Undo(scene.brand, at(700)));
    let back: Vec<Delivery> = scene.outbox().into_iter().filter(|delivery| delivery.journey.stage() == Stage::Held).collect();
    assert_eq!(back.len(), 2);
    assert!(back.iter().all(|delivery| delivery.due == at(600) && delivery.is_late(at(701))), "{back:?}");
}

#[test]
fn a_post_is_published_with_its_last_variant() {
    let mut scene = scene();
    scene.approved();
    scene.schedule().expect("it is scheduled");
    for (number, delivery) in scene.outbox().into_iter().enumerate() {
        assert_eq!(scene.read().state, PostState::Scheduled);
        let queued = given::advance(&mut scene.home, delivery.release()).expect("released");
        let sending = given::advance(&mut scene.home, queued.start(at(600))).expect("started");
        let done = Answer::Done { remote_id: Some(SafeText::clean(&format!("p{number}"))), url: Some("https://example.social/p".into()) };
        given::advance(&mut scene.home, sending.settle(done, at(601))).expect("settled");
    }
    let post = scene.read();
    assert_eq!(post.state, PostState::Published);
    assert!(post.variants.iter().all(|variant| variant.remote_id.is_some() && variant.url.is_some()));
    let month = Period::month_of("2026-11-01".parse().expect("a day"));
    let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, month)) else { panic!("facts") };
    assert_eq!(facts.posts.len(), 2);
    let edited = Post { text: "autre".into(), ..post.clone() };
    assert_eq!(scene.ask(Job::SavePost(Box::new(edited), at(700))), Err(Missing::AlreadyOut));
    let Reply::Posts(listed) = scene.home.ask(Job::Posts(scene.brand, month)) else { panic!("posts") };
    assert_eq!(listed, [post]);
    let Reply::Posts(listed) = scene.home.ask(Job::Posts(scene.brand, month.previous())) else { panic!("posts") };
    assert_eq!(listed, []);
}

#[test]
fn a_post_that_an_import_brings_is_out_and_its_figures_follow() {
    let mut scene = scene();
    let account = scene.post.variants[0].account;
    let out = Variant { url: Some("https://example.social/p1".into()), remote_id: Some("p1".into()), ..variant(account) };
    let past = Post { id: PostId(0), state: PostState::Published, due: Some(at(-60)), variants: vec![out], ..scene.post.clone() };
    let stored = scene.ask(Job::SavePost(Box::new(past.clone()), at(0))).expect("it is saved");
    assert_eq!(stored.state, PostState::Published);
    let claimed = Post { variants: vec![variant(account)], ..past };
    assert_eq!(scene.ask(Job::SavePost(Box::new(claimed), at(0))).expect("it is saved").state, PostState::Idea);
    let own = Own {
        remote_id: "p1".into(),
        parent: None,
        text: "Elle arrive lundi.".into(),
        url: None,
        at: at(-60),
        likes: Some(12),
        shares: None,
        comments: Some(0),
        saves: Some(3),
    };
    let page = Page { stream: Stream::Own, incoming: vec![], own: vec![own], reactions: vec![], cursor: None, more: false };
    scene.home.ask(Job::Take { account, page: Box::new(page), at: at(0) });
    let month = Period::month_of("2026-11-01".parse().expect("a day"));
    let Reply::Facts(facts) = scene.home.ask(Job::Facts(scene.brand, month)) else { panic!("facts") };
    assert_eq!(facts.posts[0].figures, [(Metric::Likes, 12), (Metric::Comments, 0), (Metric::Saves, 3)]);
}

#[test]
fn a_post_whose_variants_were_all_refused_is_approved_again() {
    let mut scene = scene();
    scene.approved();
    scene.schedule().expect("it is scheduled");
    for delivery in scene.outbox() {
        let queued = given::advance(&mut scene.home, delivery.release()).expect("released");
        let sending = given::advance(&mut scene.home, queued.start(at(600))).expect("started");
        given::advance(&mut scene.home, sending.settle(Answer::Refused { why: "too long".into() }, at(601))).expect("settled");
    }
    assert_eq!(scene.read().state, PostState::Approved);
}

#[test]
fn a_brand_on_hold_schedules_nothing_and_passing_over_needs_a_reason() {
    let mut scene = scene();
    let silent =
        Job::Approve { post: scene.post.id, of: ApprovalOf::Plan, by: "moi".into(), words: " ".into(), passed_over: true, at: at(1) };
    assert_eq!(serve(&mut scene.home.store, silent).expect_err("no reason").cause, Cause::Conflict);
    scene.approved();
    let hold = Brand { id: scene.brand, on_hold: true, ..given::a_brand() };
    scene.home.ask(Job::SaveBrand(Box::new(hold), at(2)));
    let job = Job::Schedule(scene.post.id, at(600), at(3));
    assert_eq!(serve(&mut scene.home.store, job).expect_err("on hold").cause, Cause::Conflict);
}

#[test]
fn what_is_kept_by_hand_has_no_delivery_and_the_cm_says_when_it_is_out() {
    let mut scene = scene();
    let by_hand = given::account_of(&mut scene.home, scene.brand, Network::Instagram, Access::Manual);
    let post = Post { variants: vec![variant(by_hand)], ..scene.post.clone() };
    scene.post = scene.ask(Job::SavePost(Box::new(post), at(0))).expect("it is saved");
    scene.approved();
    scene.schedule().expect("it is scheduled");
    assert_eq!(scene.outbox(), []);
    assert_eq!(scene.go(PostState::Published).expect("it is out").state, PostState::Published);
}

#[test]
fn a_new_post_undone_is_gone_and_done_again_is_the_same() {
    let mut scene = scene();
    let post = scene.post.clone();
    assert_eq!(scene.undo(), 1);
    assert_eq!(serve(&mut scene.home.store, Job::Post(post.id)).expect_err("it is gone").cause, Cause::Missing);
    scene.home.ask(Job::Redo(scene.brand, at(5)));
    assert_eq!(scene.read(), post);
}
