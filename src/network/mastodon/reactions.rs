//! What others did without words: favourites and reblogs of the account's statuses, and follows.
//!
//! Asked for apart from mentions, so that a day of a thousand likes holds up no message.

use super::client::Client;
use super::walk::Walk;
use crate::app::effect::{Page, Stream};
use crate::domain::reaction::{Reaction, ReactionKind};
use crate::domain::text::SafeText;
use crate::domain::time::Moment;
use crate::network::api::ApiError;
use serde::Deserialize;

/// The most that Mastodon gives of notifications.
const PAGE: u32 = 80;

/// The types of notifications, and what each is.
const TYPES: [(&str, ReactionKind); 3] =
    [("favourite", ReactionKind::Like), ("reblog", ReactionKind::Share), ("follow", ReactionKind::Follow)];

/// A notification, as much of it as a reaction is made of.
#[derive(Deserialize)]
struct Told {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    created_at: Moment,
    account: Option<Named>,
    status: Option<Liked>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

#[derive(Deserialize)]
struct Liked {
    id: String,
    /// Some servers put the share in the place of what was shared.
    reblog: Option<Named>,
}

/// A page of the stream.
pub async fn page(client: &Client<'_>, walk: Walk) -> Result<Page, ApiError> {
    let mut query = walk.query(PAGE);
    query.extend(TYPES.map(|(name, _)| ("types[]", name.to_owned())));
    let told: Vec<Told> = client.get(client.url("/api/v1/notifications", &query)).await?;
    // Some servers send every kind whatever was asked for: the cursor moves over them all.
    let reactions = told.iter().filter(|note| walk.is_new(&note.id)).filter_map(reaction).collect();
    let stride = walk.stride(&told.iter().map(|note| note.id.as_str()));
    let (incoming, own) = (Vec::new(), Vec::new());
    Ok(Page { stream: Stream::Reactions, incoming, own, reactions, cursor: stride.cursor, more: stride.more })
}

fn reaction(note: &Told) -> Option<Reaction> {
    let (_, kind) = TYPES.into_iter().find(|(name, _)| *name == note.kind)?;
    let about = match kind {
        ReactionKind::Follow => None,
        ReactionKind::Like | ReactionKind::Share => {
            let status = note.status.as_ref()?;
            Some(SafeText::line(status.reblog.as_ref().map_or(&status.id, |shared| &shared.id)))
        }
    };
    let author_id = SafeText::line(&note.account.as_ref()?.id);
    Some(Reaction { kind, remote_id: SafeText::line(&note.id), author_id, about, at: note.created_at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn told(kind: &str, status: &Value) -> Option<Reaction> {
        let note = json!({
            "id": "34975861", "type": kind, "created_at": "2026-11-22T10:04:00.123Z", "group_key": "ungrouped-34975861",
            "account": {"id": "971724", "acct": "zsc", "display_name": "Zoé\u{202e}"}, "status": status,
        });
        reaction(&serde_json::from_value(note).expect("a notification"))
    }

    #[test]
    fn a_favourite_a_reblog_and_a_follow_are_read() {
        let status = json!({"id": "103186126728896492", "reblog": null, "content": "<p>Hello</p>"});
        let like = told("favourite", &status).expect("a like");
        assert_eq!((like.kind, like.about), (ReactionKind::Like, Some("103186126728896492".into())));
        assert_eq!((like.author_id.as_str(), like.remote_id.as_str()), ("971724", "34975861"));
        assert_eq!(told("reblog", &status).map(|share| share.kind), Some(ReactionKind::Share));
        let wrapped = told("reblog", &json!({"id": "9", "reblog": {"id": "103186126728896492"}}));
        assert_eq!(wrapped.and_then(|share| share.about), Some("103186126728896492".into()));
        assert_eq!(told("follow", &Value::Null).map(|follow| (follow.kind, follow.about)), Some((ReactionKind::Follow, None)));
    }

    #[test]
    fn other_notifications_are_left_out_and_those_that_say_too_little() {
        let status = json!({"id": "1"});
        for kind in ["mention", "status", "poll", "update", "follow_request", "admin.sign_up", "quote", "pleroma:emoji_reaction"] {
            assert_eq!(told(kind, &status), None, "{kind}");
        }
        assert_eq!(told("favourite", &Value::Null), None);
    }
}
