//! What a post brought, as the network counts it: quotes are shares, bookmarks are saves, and what is not told is not 0.

use super::super::stage::pull_by;
use super::sessions::{DID, account, memory, networks, said};
use ronde::app::effect::Stream;
use ronde::domain::message::Own;
use serde_json::{Value, json};
use wiremock::MockServer;

/// What the account said, with these counts of it.
async fn counted(counts: &Value) -> Own {
    let mut post = json!({
        "uri": format!("at://{DID}/app.bsky.feed.post/3kaaaaaaaaa22"), "cid": "bafy",
        "author": { "did": DID, "handle": "cafelumen.test" },
        "record": { "$type": "app.bsky.feed.post", "text": "Le lot est là.", "createdAt": "2026-11-22T08:00:00.000Z" },
        "indexedAt": "2026-11-22T08:00:01.000Z",
    });
    let fields = counts.as_object().expect("counts by their names").clone();
    post.as_object_mut().expect("a post").extend(fields);
    let server = MockServer::start().await;
    said("app.bsky.feed.getAuthorFeed", 200, &json!({ "feed": [{ "post": post }] })).mount(&server).await;
    let page = pull_by(&networks(memory("access", "refresh")), &account(&server.uri()), Stream::Own, None).await.expect("a page");
    page.own.into_iter().next().expect("one post")
}

#[tokio::test]
async fn quotes_are_among_the_shares_and_bookmarks_are_saves() {
    let own = counted(&json!({ "likeCount": 12, "repostCount": 4, "quoteCount": 3, "replyCount": 5, "bookmarkCount": 2 })).await;
    assert_eq!((own.likes, own.shares, own.comments, own.saves), (Some(12), Some(7), Some(5), Some(2)));
}

#[tokio::test]
async fn what_is_not_told_of_a_post_is_not_nil() {
    for (counts, shares, saves) in [
        (json!({ "repostCount": 4 }), Some(4), None),
        (json!({ "quoteCount": 3, "bookmarkCount": 0 }), Some(3), Some(0)),
        (json!({ "repostCount": -1, "quoteCount": 3 }), Some(3), None),
        (json!({}), None, None),
    ] {
        let own = counted(&counts).await;
        assert_eq!((own.shares, own.saves), (shares, saves), "{counts}");
    }
}
