//! Posts to begin with, their validations, and what a network says of their parts.

use super::{Home, at};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::delivery::{Act, Answer, Delivery};
use ronde::domain::post::{ApprovalOf, Post, PostState, Variant};
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, BrandId, PostId, VariantId};

/// What an account is to publish: the text of the post.
pub fn variant(account: AccountId) -> Variant {
    Variant { id: VariantId(0), account, text: None, url: None, remote_id: None }
}

/// A post on accounts, in the plan of the day; not stored yet.
pub fn a_post(brand: BrandId, accounts: &[AccountId], text: &str) -> Post {
    Post {
        id: PostId(0),
        brand,
        title: "Torréfaction".into(),
        text: SafeText::clean(text),
        media: vec![],
        pillar: "".into(),
        state: PostState::Planned,
        day: Some(at(0).date_naive()),
        due: None,
        variants: accounts.iter().copied().map(variant).collect(),
        approvals: vec![],
        note: "".into(),
    }
}

/// Gives both validations.
pub fn validate(home: &mut Home, post: PostId, at: Moment) {
    for of in [ApprovalOf::Plan, ApprovalOf::Content] {
        let given = home.ask(Job::Approve { post, of, by: "moi".into(), words: "".into(), passed_over: false, at });
        assert!(matches!(&given, Reply::Post(post) if post.is_ok()), "{given:?}");
    }
}

/// The network took it, under this id.
pub fn done(id: &str) -> Answer {
    Answer::Done { remote_id: Some(id.into()), url: Some(SafeText::clean(&format!("https://example.social/{id}"))) }
}

/// What a part says, and beneath what.
pub fn said(part: &Delivery) -> (String, Option<String>) {
    match &part.act {
        Act::Publish { text, after, .. } => (text.to_string(), after.as_ref().map(ToString::to_string)),
        other => panic!("a publication, not {other:?}"),
    }
}
