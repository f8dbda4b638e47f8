//! A small server in this process that speaks Mastodon's API and does what it says: alice, bob and carol.
//!
//! What is broken on purpose is tried on it, for a cassette could not answer what it was never asked.

use super::wire::{Asked, Content, Fields, Said};
use chrono::SecondsFormat;
use ronde::domain::time::Moment;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: [&str; 3] = ["alice", "bob", "carol"];

/// The server.
pub struct Village {
    /// Its clock.
    pub now: Moment,
    posts: Vec<Post>,
    /// What people were told, in order.
    notes: Vec<Note>,
    keys: BTreeMap<(usize, String), usize>,
    liked: BTreeSet<(usize, usize)>,
    shared: BTreeSet<(usize, usize)>,
    files: Vec<String>,
}

struct Post {
    author: usize,
    text: String,
    parent: Option<usize>,
    visibility: String,
    file: Option<usize>,
    at: Moment,
    gone: bool,
}

/// What somebody is told: who did what, about which post.
struct Note {
    whom: usize,
    kind: &'static str,
    by: usize,
    post: usize,
    at: Moment,
}

impl Village {
    /// One where nothing was said yet.
    pub fn new(now: Moment) -> Self {
        let (posts, notes, files) = (Vec::new(), Vec::new(), Vec::new());
        Self { now, posts, notes, keys: BTreeMap::new(), liked: BTreeSet::new(), shared: BTreeSet::new(), files }
    }

    /// Its answer.
    pub fn answer(&mut self, asked: &Asked) -> Said {
        let path: Vec<&str> = asked.path.split('/').filter(|part| !part.is_empty()).collect();
        let open = Self::to_anybody(&path);
        if let Some(told) = open {
            return Said::json(200, &told);
        }
        let Some(me) = asked.token().and_then(|token| PEOPLE.iter().position(|name| token.ends_with(name))) else {
            return Said::json(401, &json!({"error": "The access token is invalid"}));
        };
        match self.to(me, asked, &path) {
            Ok(told) => Said::json(200, &told),
            Err(404) => Said::json(404, &json!({"error": "Record not found"})),
            Err(status) => Said::json(status, &json!({"error": "Validation failed"})),
        }
    }

    fn to_anybody(path: &[&str]) -> Option<Value> {
        Some(match path {
            ["api", "v2", "instance"] => json!({
                "domain": "there.example", "version": "4.6.0", "source_url": "https://github.com/mastodon/mastodon",
                "configuration": {"statuses": {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23},
                    "media_attachments": {"description_limit": 1500}}}),
            [".well-known", "nodeinfo"] => json!({"links": [{"rel": "2.0", "href": "http://there.example/nodeinfo/2.0"}]}),
            ["nodeinfo", "2.0"] => json!({"software": {"name": "mastodon", "version": "4.6.0"}}),
            _ => return None,
        })
    }

    fn to(&mut self, me: usize, asked: &Asked, path: &[&str]) -> Result<Value, u16> {
        let number = |id: &str| id.parse::<usize>().map_err(|_| 404_u16);
        Ok(match (asked.method.as_str(), path) {
            ("GET", ["api", "v1", "accounts", "verify_credentials"]) => self.person(me),
            ("GET", ["api", "v1", "notifications"]) => {
                let kinds: Vec<&str> = asked.query.iter().filter(|(name, _)| name == "types[]").map(|(_, kind)| kind.as_str()).collect();
                let is_asked = |note: &Note| note.whom == me && (kinds.is_empty() || kinds.contains(&note.kind));
                let mine = (0..self.notes.len()).rev().filter(|note| is_asked(&self.notes[*note]));
                let told = cut(mine.map(|note| note + 1), &asked.query).map(|id| {
                    let note = &self.notes[id - 1];
                    json!({"id": id.to_string(), "type": note.kind, "created_at": written(note.at), "account": self.person(note.by),
                        "status": self.post(me, note.post)})
                });
                told.collect()
            }
            ("GET", ["api", "v1", "accounts", who, "statuses"]) => {
                let who = number(who)?;
                let said = (0..self.posts.len()).rev().filter(|post| self.posts[*post].author + 1 == who && !self.posts[*post].gone);
                cut(said.map(|post| post + 1), &asked.query).map(|id| self.post(me, id - 1)).collect()
            }
            ("GET", ["api", "v1", "statuses", id, "context"]) => {
                let post = self.found(id)?;
                let above: Vec<usize> = std::iter::successors(self.posts[post].parent, |above| self.posts[*above].parent).collect();
                let under = |below: &usize| {
                    let mut up = std::iter::successors(self.posts[*below].parent, |above| self.posts[*above].parent);
                    !self.posts[*below].gone && up.any(|above| above == post)
                };
                let below = (0..self.posts.len()).filter(under);
                let told = |posts: &mut dyn Iterator<Item = usize>| posts.map(|post| self.post(me, post)).collect::<Value>();
                json!({"ancestors": told(&mut above.into_iter().rev()), "descendants": told(&mut below.into_iter())})
            }
            ("POST", ["api", "v1", "statuses", id, "favourite"]) => {
                let post = self.found(id)?;
                if self.liked.insert((me, post)) {
                    self.tell(self.posts[post].author, "favourite", me, post);
                }
                self.post(me, post)
            }
            ("POST", ["api", "v1", "statuses", id, "reblog"]) => {
                let post = self.found(id)?;
                if self.shared.insert((me, post)) {
                    self.tell(self.posts[post].author, "reblog", me, post);
                }
                self.post(me, post)
            }
            ("GET", ["api", "v1", "statuses", id]) => self.post(me, self.found(id)?),
            ("DELETE", ["api", "v1", "statuses", id]) => {
                let post = self.found(id)?;
                self.posts[post].gone = true;
                json!({"id": id})
            }
            ("POST", ["api", "v1", "statuses"]) => self.publish(me, asked)?,
            ("POST", ["api", "v1", "accounts", _, "mute" | "block"]) => json!({"id": "1"}),
            ("POST", ["api", "v1", "reports"]) => json!({"id": "1", "action_taken": false}),
            ("POST", ["api", "v2", "media"]) => {
                let Content::Parts(parts) = asked.content() else { return Err(422) };
                let alt =
                    parts.iter().find(|(name, ..)| name == "description").map(|(.., bytes)| String::from_utf8_lossy(bytes).into_owned());
                self.files.push(alt.unwrap_or_default());
                json!({"id": self.files.len().to_string(), "url": "http://there.example/file"})
            }
            _ => return Err(404),
        })
    }

    fn publish(&mut self, me: usize, asked: &Asked) -> Result<Value, u16> {
        let Content::Form(fields) = asked.content() else { return Err(422) };
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let key = (me, asked.header("idempotency-key").unwrap_or_default().to_owned());
        if let Some(post) = self.keys.get(&key) {
            return Ok(self.post(me, *post));
        }
        let text = field("status").filter(|text| !text.trim().is_empty()).ok_or(422_u16)?;
        let parent = field("in_reply_to_id").map(|id| self.found(&id)).transpose()?;
        let file = field("media_ids[]").and_then(|id| id.parse::<usize>().ok()).map(|id| id - 1);
        let visibility = field("visibility").unwrap_or_else(|| "public".to_owned());
        let post = self.posts.len();
        let named = |who: &usize| *who != me && text.split_whitespace().any(|word| short(word) == format!("@{}", PEOPLE[*who]));
        let told: BTreeSet<usize> = (0..PEOPLE.len()).filter(named).chain(parent.map(|parent| self.posts[parent].author)).collect();
        self.posts.push(Post { author: me, text, parent, visibility, file, at: self.now, gone: false });
        for who in told {
            self.tell(who, "mention", me, post);
        }
        self.keys.insert(key, post);
        Ok(self.post(me, post))
    }

    /// Tells somebody else of something.
    fn tell(&mut self, whom: usize, kind: &'static str, by: usize, post: usize) {
        if whom != by {
            self.notes.push(Note { whom, kind, by, post, at: self.now });
        }
    }

    fn found(&self, id: &str) -> Result<usize, u16> {
        let post = id.parse::<usize>().ok().and_then(|id| id.checked_sub(1));
        post.filter(|post| self.posts.get(*post).is_some_and(|post| !post.gone)).ok_or(404)
    }

    fn at(&self, post: usize) -> String {
        written(self.posts[post].at)
    }

    fn person(&self, who: usize) -> Value {
        let name = PEOPLE[who];
        let said = self.posts.iter().filter(|post| post.author == who && !post.gone).count();
        json!({"id": (who + 1).to_string(), "acct": name, "username": name, "display_name": format!("{name} of the village"),
            "note": "", "url": format!("http://there.example/@{name}"), "followers_count": 12, "statuses_count": said})
    }

    fn post(&self, me: usize, place: usize) -> Value {
        let post = &self.posts[place];
        let id = (place + 1).to_string();
        let safe = post.text.replace('&', "&amp;").replace('<', "&lt;");
        let likes = self.liked.iter().filter(|(_, liked)| *liked == place).count();
        let answers = self.posts.iter().filter(|other| other.parent == Some(place) && !other.gone).count();
        let media: Vec<Value> =
            post.file.iter().map(|file| json!({"id": "1", "url": "http://there.example/file", "description": self.files[*file]})).collect();
        json!({
            "id": id, "created_at": self.at(place), "account": self.person(post.author), "content": format!("<p>{safe}</p>"),
            "visibility": post.visibility, "url": format!("http://there.example/@{}/{id}", PEOPLE[post.author]), "spoiler_text": "",
            "in_reply_to_id": post.parent.map(|parent| (parent + 1).to_string()),
            "in_reply_to_account_id": post.parent.map(|parent| (self.posts[parent].author + 1).to_string()),
            "favourites_count": likes, "reblogs_count": 0, "replies_count": answers, "favourited": self.liked.contains(&(me, place)),
            "media_attachments": media, "reblog": null,
        })
    }
}

fn written(at: Moment) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// `@name` of `@name@server`.
fn short(word: &str) -> String {
    word.split('@').take(2).collect::<Vec<_>>().join("@")
}

/// What a query leaves of a list of ids, newest first.
fn cut(ids: impl Iterator<Item = usize>, query: &Fields) -> impl Iterator<Item = usize> {
    let value = |name: &str| query.iter().find(|(key, _)| key == name).and_then(|(_, value)| value.parse::<usize>().ok());
    let (most, below, above) = (value("limit").unwrap_or(20), value("max_id").unwrap_or(usize::MAX), value("since_id").unwrap_or(0));
    ids.filter(move |id| *id < below && *id > above).take(most)
}
