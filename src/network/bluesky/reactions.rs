//! What others did without words: likes and reposts of the account's posts, and follows.
//!
//! Likes and reposts "via" a repost of the account's are not asked for: they are of what somebody else said.

use super::client::Client;
use super::uri::{AtUri, POST};
use super::walk::{Item, Walk};
use super::{read, wire};
use crate::app::effect::{Page, Stream};
use crate::domain::account::Account;
use crate::domain::reaction::{Reaction, ReactionKind};
use crate::domain::text::SafeText;
use crate::network::api::ApiError;

/// The reasons of notifications, and what each is.
const REASONS: [(&str, ReactionKind); 3] =
    [("like", ReactionKind::Like), ("repost", ReactionKind::Share), ("follow", ReactionKind::Follow)];

/// A page of the stream.
pub async fn page(client: &Client<'_>, account: &Account, walk: Walk) -> Result<Page, ApiError> {
    let mut query = read::bounds(&walk);
    query.extend(REASONS.map(|(reason, _)| ("reasons", reason.to_owned())));
    let told: wire::Notifications = client.query("app.bsky.notification.listNotifications", &query).await?;
    let items: Vec<Item<'_>> = told.notifications.iter().map(|note| Item { id: &note.uri, at: note.indexed_at }).collect();
    let mut reactions: Vec<Reaction> = Vec::new();
    for (note, item) in told.notifications.iter().zip(&items) {
        let known = !walk.is_new(*item) || reactions.iter().any(|other| other.remote_id.as_str() == note.uri);
        reactions.extend(reaction(account, note).filter(|_| !known));
    }
    let stride = walk.stride(&items, told.cursor);
    let (incoming, own) = (Vec::new(), Vec::new());
    Ok(Page { stream: Stream::Reactions, incoming, own, reactions, cursor: stride.cursor, more: stride.more })
}

/// A server that knows no reasons tells of everything: the rest is left out here.
fn reaction(account: &Account, note: &wire::Notification) -> Option<Reaction> {
    let (_, kind) = REASONS.into_iter().find(|(reason, _)| *reason == note.reason)?;
    let is_ours = |uri: &AtUri| uri.collection == POST && uri.did == account.remote_id.as_str();
    let about = match kind {
        ReactionKind::Follow => None,
        ReactionKind::Like | ReactionKind::Share => {
            let subject = note.reason_subject.as_deref()?;
            AtUri::read(subject).filter(is_ours)?;
            Some(SafeText::line(subject))
        }
    };
    Some(Reaction { kind, remote_id: SafeText::line(&note.uri), author_id: SafeText::line(&note.author.did), about, at: note.indexed_at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Network;
    use crate::domain::account::{Access, Capabilities, Standing};
    use crate::domain::{AccountId, BrandId};
    use serde_json::json;

    fn account() -> Account {
        Account {
            id: AccountId(1),
            brand: BrandId(1),
            network: Network::Bluesky,
            access: Access::Connected,
            handle: "@alice.test".into(),
            server: "https://pds.example".into(),
            remote_id: "did:plc:alice".into(),
            capabilities: Capabilities::manual(Network::Bluesky),
            standing: Standing::Well,
        }
    }

    fn told(reason: &str, subject: Option<&str>) -> Option<Reaction> {
        let note = json!({
            "uri": "at://did:plc:bob/app.bsky.feed.like/3l1", "cid": "c", "reason": reason, "reasonSubject": subject, "isRead": false,
            "author": {"did": "did:plc:bob", "handle": "bob.test", "displayName": "Bob\u{1b}[2J"},
            "record": {"createdAt": "1999-01-01T00:00:00Z"}, "indexedAt": "2026-11-22T10:04:00.123Z",
        });
        reaction(&account(), &serde_json::from_value(note).expect("a notification"))
    }

    #[test]
    fn a_like_a_repost_and_a_follow_are_read_with_the_servers_instant() {
        let post = "at://did:plc:alice/app.bsky.feed.post/3k1";
        let like = told("like", Some(post)).expect("a like");
        assert_eq!((like.kind, like.about.as_ref().map(SafeText::as_str)), (ReactionKind::Like, Some(post)));
        assert_eq!((like.author_id.as_str(), like.remote_id.as_str()), ("did:plc:bob", "at://did:plc:bob/app.bsky.feed.like/3l1"));
        assert_eq!(like.at.to_rfc3339(), "2026-11-22T10:04:00.123+00:00");
        assert_eq!(told("repost", Some(post)).map(|share| share.kind), Some(ReactionKind::Share));
        assert_eq!(told("follow", None).map(|follow| (follow.kind, follow.about)), Some((ReactionKind::Follow, None)));
    }

    #[test]
    fn what_is_no_reaction_to_something_of_ours_is_left_out() {
        for (reason, subject) in [
            ("reply", Some("at://did:plc:alice/app.bsky.feed.post/3k1")),
            ("like-via-repost", Some("at://did:plc:alice/app.bsky.feed.repost/3k1")),
            ("repost-via-repost", Some("at://did:plc:alice/app.bsky.feed.repost/3k1")),
            ("like", Some("at://did:plc:carol/app.bsky.feed.post/3k1")),
            ("like", Some("at://did:plc:alice/app.bsky.feed.generator/mine")),
            ("like", Some("nonsense")),
            ("like", None),
            ("starterpack-joined", None),
        ] {
            assert_eq!(told(reason, subject), None, "{reason} {subject:?}");
        }
    }
}
