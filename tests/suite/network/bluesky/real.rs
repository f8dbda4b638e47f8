//! The same on the real network (its directory, a PDS, the view of all), where `tests/servers/bluesky.sh start` said where it is.

mod kills;
mod renewals;

use super::super::somebody::{Somebody, unique};
use super::super::stage::{by_hand, losing_answers_of, publish, pull_by, send_by};
use crate::given::{answer_to, setting};
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::domain::account::{Account, Network};
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::message::{Channel, Visibility};
use ronde::domain::post::Media;
use ronde::domain::reaction::{Reaction, ReactionKind};
use ronde::domain::reading::Metric;
use ronde::domain::refusal::Refusal;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId};
use ronde::network::http::Limits;
use ronde::network::http::page::Pages;
use ronde::network::{Directories, Networks, serve};
use ronde::runtime::clock;
use ronde::secrets::Vault;
use std::time::Duration;

/// The handle and the app password of somebody.
pub fn person(name: &str) -> Option<(String, String)> {
    Some((setting(&format!("BSKY_HANDLE_{name}"))?, setting(&format!("BSKY_APP_PASSWORD_{name}"))?))
}

/// The directories of the network, as a setting names them.
pub fn directories() -> Option<Directories> {
    Some(Directories { resolver: setting("BSKY_PDS_URL")?, plc: setting("BSKY_PLC_URL")? })
}

impl Somebody {
    /// Connects by handle and app password alone; the server is found by them.
    pub async fn connect(name: &str, id: i64) -> Option<Self> {
        let (handle, password) = person(name)?;
        let networks = Networks::new(Vault::in_memory(), real_limits()).looking_in(directories()?);
        let (account, session) = connect(&networks, &handle, "", &password).await;
        let account = Account { id: AccountId(id), ..account };
        serve(&networks, Call::KeepSecret(account.id, session), clock::now()).await.expect("kept");
        Some(Self { networks, account })
    }

    /// Sends the same again until the network knows what this account did before.
    pub async fn sends_until(&self, delivery: &Delivery, known: impl Fn(&Answer) -> bool) -> Answer {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        let mut answer = self.send(delivery).await;
        for _ in 0..200 {
            if known(&answer) {
                break;
            }
            tick.tick().await;
            answer = self.send(delivery).await;
        }
        answer
    }

    /// Waits until the network shows a post to this account.
    pub async fn sees(&self, uri: &str) {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        for _ in 0..200 {
            tick.tick().await;
            let call = Call::Context { account: Box::new(self.account.clone()), message: MessageId(1), remote_id: SafeText::line(uri) };
            if matches!(serve(&self.networks, call, clock::now()).await, Ok(News::Context(..))) {
                return;
            }
        }
        panic!("{uri} never came");
    }

    /// Pulls likes, shares and follows until no more pages wait.
    async fn pull_reactions(&self, cursor: &mut Option<String>) -> Vec<Reaction> {
        let mut reactions = Vec::new();
        loop {
            let page = pull_by(&self.networks, &self.account, Stream::Reactions, cursor.clone()).await.expect("a page");
            reactions.extend(page.reactions);
            *cursor = page.cursor.or(cursor.take());
            if !page.more {
                return reactions;
            }
        }
    }

    /// Waits until the network counts a like or a share of a post.
    pub async fn sees_its(&self, uri: &SafeText, act: &str) {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        let counted = if act == "like" { "likeCount" } else { "repostCount" };
        let server = setting("BSKY_APPVIEW_URL").expect("the network");
        let request = format!("GET /xrpc/app.bsky.feed.getPosts?uris={uri}");
        for _ in 0..200 {
            tick.tick().await;
            if by_hand(&server, &request, "text/plain", "").contains(&format!("\"{counted}\":1")) {
                return;
            }
        }
        panic!("no {counted} of {uri}");
    }
}

/// The usual ones, but no page of a link is fetched from outside.
pub fn real_limits() -> Limits {
    Limits { pages: Pages::ThisComputer, ..Limits::default() }
}

/// Opens a session; gives the account and the session.
pub async fn connect(networks: &Networks, handle: &str, server: &str, password: &str) -> (Account, Secret) {
    let connected = serve(networks, connecting(handle, server, password), clock::now()).await;
    let Ok(News::Connected(account, session)) = connected else { panic!("{handle}: {connected:?}") };
    (*account, session)
}

pub fn connecting(handle: &str, server: &str, password: &str) -> Call {
    Call::Connect {
        brand: BrandId(1),
        network: Network::Bluesky,
        name: SafeText::line(handle),
        server: SafeText::line(server),
        token: Secret::new(password),
    }
}

#[tokio::test]
async fn an_app_password_connects_and_what_was_said_is_pulled_once() {
    let (Some(alice), Some(bob)) = (Somebody::connect("ALICE", 1).await, Somebody::connect("BOB", 2).await) else { return };
    assert_eq!(alice.account.handle, "@alice.test");
    assert_eq!(Some(alice.account.server.to_string()), setting("BSKY_PDS_URL"));
    assert!(alice.account.remote_id.as_str().starts_with("did:plc:"));

    // Everything once, then nothing.
    let mut cursor = None;
    let (first, _) = alice.pull(Stream::Incoming, &mut cursor).await;
    let asked = first.iter().find(|message| message.text.as_str() == "At what time?").expect("bob's question");
    assert_eq!((asked.channel, asked.author.as_str(), asked.handle.as_str()), (Channel::Reply, "Bob", "@bob.test"));
    assert!(asked.parent.as_ref().is_some_and(|parent| parent.as_str().contains(alice.account.remote_id.as_str())));
    assert!(first.iter().any(|message| message.text.as_str().contains("gift cards") && message.channel == Channel::Mention));
    let quote = first.iter().find(|message| message.text.as_str().starts_with("At last")).expect("carol's quote");
    assert_eq!(quote.text.as_str(), "At last, a shop in our street.\n\n> @alice.test\n> The shop opens on Saturday!");
    let (_, own) = alice.pull(Stream::Own, &mut None).await;
    let opening = own.iter().find(|own| own.text.as_str().contains("opens on Saturday")).expect("the seeded post");
    assert!(opening.likes >= Some(2) && opening.shares >= Some(2) && opening.comments >= Some(1) && opening.saves.is_some(), "{opening:?}");

    // Likes, the repost and the follow, each once.
    let mut cursor_of_reactions = None;
    let seeded = alice.pull_reactions(&mut cursor_of_reactions).await;
    let of = |kind| seeded.iter().filter(move |reaction| reaction.kind == kind);
    let about = |kind| of(kind).filter(|reaction| reaction.about.as_ref() == Some(&opening.remote_id)).count();
    assert_eq!((about(ReactionKind::Like), about(ReactionKind::Share)), (2, 1), "{seeded:?}");
    let followers: Vec<_> = of(ReactionKind::Follow).map(|reaction| (&reaction.author_id, &reaction.about)).collect();
    assert_eq!(followers, [(&bob.account.remote_id, &None)]);
    let again = alice.pull_reactions(&mut cursor_of_reactions).await;
    assert!(again.iter().all(|reaction| !seeded.contains(reaction)), "{again:?}");

    // A question comes; its answer is there once, under it.
    let question = unique("Question");
    bob.does(publish(&format!("@alice.test {question}")), "question").await;
    let message = alice.waits_for(&question, &mut cursor).await;
    let text = unique("Réponse « oui »");
    let answer = alice.delivery(answer_to(&message, &text), "answer");
    let told = alice.sends(&answer).await;
    let Answer::Done { remote_id: Some(id), url: Some(url) } = told.clone() else { panic!("done, not {told:?}") };
    assert!(url.as_str().starts_with("https://bsky.app/profile/did:plc:"));
    // What was pulled once does not come again.
    let again = alice.pull(Stream::Incoming, &mut cursor).await.0;
    assert!(again.iter().all(|message| !first.contains(message) && message.remote_id != asked.remote_id), "{again:?}");
    let told = bob.waits_for(&text, &mut None).await;
    assert_eq!((told.channel, told.remote_id.clone(), told.parent), (Channel::Reply, id.clone(), Some(message.remote_id.clone())));
    // Sent again, it changes nothing, and it is looked up exactly.
    assert!(matches!(alice.sends(&answer).await, Answer::Done { remote_id: Some(again), .. } if again == id));
    assert!(matches!(alice.look_up(&answer).await, Sighting::There { remote_id, .. } if remote_id == id));
    let turns = bob.context(message.remote_id.as_str()).await;
    assert_eq!(turns.iter().filter(|turn| turn.text.as_str() == text).count(), 1);
    let other = alice.delivery(answer_to(&message, "Quite another thing"), "other");
    assert_eq!(alice.look_up(&other).await, Sighting::Absent);
}

/// A picture of 1 × 1 with as many bytes as asked for.
fn picture(folder: &std::path::Path, name: &str, bytes: usize) -> Media {
    // A PNG: its signature, its header (3 × 2), then bytes that nobody decodes.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0".to_vec();
    png.resize(bytes.max(png.len()), 0);
    let path = folder.join(name);
    std::fs::write(&path, png).expect("a file");
    Media { path: SafeText::line(&path.display().to_string()), alt: SafeText::line(&format!("Alt of {name}")) }
}

#[tokio::test]
async fn a_post_with_two_pictures_links_a_mention_and_a_tag_is_seen_by_another_as_it_was_written() {
    let (Some(alice), Some(bob)) = (Somebody::connect("ALICE", 1).await, Somebody::connect("BOB", 2).await) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let media = vec![picture(folder.path(), "une.png", 200), picture(folder.path(), "deux.png", 999_999)];
    let mark = unique("Deux tasses");
    let text = format!("👩‍👩‍👧 {mark} : cafelumen.example/atelier, @bob.test et @nobody.test #été2026. https://cafelumen.example/é");
    let act = Act::Publish { text: SafeText::clean(&text), media, visibility: Visibility::Public, after: None };
    let id = alice.does(act, "pictures").await;

    let seen = bob.waits_for(&mark, &mut None).await;
    assert_eq!((seen.remote_id.as_str(), seen.channel), (id.as_str(), Channel::Mention));
    assert!(seen.text.as_str().starts_with(&text), "{}", seen.text);
    for name in ["une.png", "deux.png"] {
        assert!(seen.text.as_str().contains(&format!("[Alt of {name}] http")), "{}", seen.text);
    }
    // What the server holds, read by hand.
    let held = record(&id);
    let at = |part: &str| (text.find(part).expect("it is there"), text.find(part).expect("it is there") + part.len());
    let facets: Vec<(usize, usize, String)> = held["facets"]
        .as_array()
        .expect("facets")
        .iter()
        .map(|facet| {
            let (index, feature) = (&facet["index"], &facet["features"][0]);
            let what = ["uri", "did", "tag"].iter().find_map(|name| feature[*name].as_str()).expect("something");
            (index["byteStart"].as_u64().expect("a byte") as usize, index["byteEnd"].as_u64().expect("a byte") as usize, what.to_owned())
        })
        .collect();
    let expected = [
        ("cafelumen.example/atelier", "https://cafelumen.example/atelier".to_owned()),
        ("@bob.test", bob.account.remote_id.to_string()),
        ("#été2026", "été2026".to_owned()),
        ("https://cafelumen.example/é", "https://cafelumen.example/é".to_owned()),
    ]
    .map(|(part, what)| (at(part).0, at(part).1, what));
    assert_eq!(facets, expected, "a handle that nobody has stays words");
    assert_eq!(held["embed"]["images"][0]["aspectRatio"], serde_json::json!({ "width": 3, "height": 2 }));
    assert_eq!(held["embed"]["images"][1]["alt"], "Alt of deux.png");

    // A thread goes on beneath it at once, whatever the rest of the network knows.
    let part = Act::Publish {
        text: SafeText::line(&unique("Suite")),
        media: Vec::new(),
        visibility: Visibility::Public,
        after: Some(SafeText::line(&id)),
    };
    let second = alice.does(part, "second").await;
    let third = Act::Publish {
        text: SafeText::line(&unique("Fin")),
        media: Vec::new(),
        visibility: Visibility::Public,
        after: Some(SafeText::line(&second)),
    };
    let third = record(&alice.does(third, "third").await);
    assert_eq!(
        (third["reply"]["root"]["uri"].as_str(), third["reply"]["parent"]["uri"].as_str()),
        (Some(id.as_str()), Some(second.as_str()))
    );

    // What is too much is refused with its figure, before anything leaves.
    let heavy = vec![picture(folder.path(), "lourde.png", 1_000_001)];
    for (act, expected) in [
        (
            Act::Publish { text: SafeText::line("x"), media: heavy, visibility: Visibility::Public, after: None },
            Refusal::MediaTooLarge { file: SafeText::line("lourde.png"), bytes: 1_000_001, limit: 1_000_000 },
        ),
        (publish(&"é".repeat(301)), Refusal::TooLong { used: 301, limit: 300 }),
        (publish(&"👩‍👩‍👧‍👦".repeat(150)), Refusal::TooManyBytes { used: 3750, limit: 3000 }),
    ] {
        let Answer::Refused { why } = alice.send(&alice.delivery(act, "too-much")).await else { panic!("refused: {expected:?}") };
        assert_eq!(Refusal::from_words(&why), Some(expected));
    }
}

/// A record as its server holds it, asked by hand.
pub fn record(uri: &str) -> serde_json::Value {
    let mut parts = uri.trim_start_matches("at://").split('/');
    let (repo, collection, key) = (parts.next().expect("did"), parts.next().expect("collection"), parts.next().expect("key"));
    let request = format!("GET /xrpc/com.atproto.repo.getRecord?repo={repo}&collection={collection}&rkey={key}");
    let answer = by_hand(&setting("BSKY_PDS_URL").expect("the network"), &request, "text/plain", "");
    let body = answer.split_once("\r\n\r\n").expect("an answer").1;
    let json = body.find('{').zip(body.rfind('}')).map_or("null", |(start, end)| &body[start..=end]);
    serde_json::from_str::<serde_json::Value>(json).unwrap_or_else(|error| panic!("{error}: {answer}"))["value"].take()
}

/// The keys of a collection of somebody's repository that hold a word.
pub fn count(did: &str, collection: &str, word: &str) -> usize {
    let request = format!("GET /xrpc/com.atproto.repo.listRecords?repo={did}&collection={collection}&limit=100");
    by_hand(&setting("BSKY_PDS_URL").expect("the network"), &request, "text/plain", "").matches(word).count()
}

#[tokio::test]
async fn every_act_on_a_message_is_done_once_and_looked_up() {
    let people = (Somebody::connect("ALICE", 1).await, Somebody::connect("BOB", 2).await, Somebody::connect("CAROL", 3).await);
    let (Some(alice), Some(bob), Some(carol)) = people else { return };
    let opening = alice.does(publish(&unique("Opening")), "opening").await;
    let to_opening = |text: &str| Act::Reply {
        to: SafeText::line(&opening),
        handle: alice.account.handle.clone(),
        text: SafeText::clean(text),
        visibility: Visibility::Public,
    };
    let question = unique("Question");
    // Bob answers what the AppView does not know yet, perhaps: he waits for it.
    bob.sees(&opening).await;
    bob.does(to_opening(&question), "question").await;
    let mut cursor = None;
    let message = alice.waits_for(&question, &mut cursor).await;
    let of = message.remote_id.clone();

    // Like and share: once, found, and done already where it was done elsewhere.
    for act in [Act::Like { of: of.clone() }, Act::Repost { of: of.clone() }] {
        let delivery = alice.delivery(act.clone(), act.code());
        assert!(matches!(alice.sends(&delivery).await, Answer::Done { .. }), "{act:?}");
        assert!(matches!(alice.send(&delivery).await, Answer::Done { .. }), "{act:?} again");
        assert!(matches!(alice.look_up(&delivery).await, Sighting::There { .. }), "{act:?}");
        let collection = if act.code() == "like" { "app.bsky.feed.like" } else { "app.bsky.feed.repost" };
        assert_eq!(count(alice.account.remote_id.as_str(), collection, of.as_str()), 1);
        alice.sees_its(&of, act.code()).await;
        assert!(matches!(alice.send(&alice.delivery(act.clone(), "another")).await, Answer::Done { .. }));
        assert_eq!(count(alice.account.remote_id.as_str(), collection, of.as_str()), 1, "another {act:?} adds none");
    }

    // A quote tells what it quotes.
    let words = unique("Bravo");
    let quote = Act::Quote { of: SafeText::line(&opening), text: SafeText::line(&words), visibility: Visibility::Public };
    carol.does(quote, "quote").await;
    let told = alice.waits_for(&words, &mut cursor).await;
    assert_eq!(told.channel, Channel::Mention);
    assert!(told.text.as_str().contains("> @alice.test\n> Opening"), "{}", told.text);

    // Two of carol's answers are hidden at the same time: neither is lost.
    carol.sees(&opening).await;
    let mut hides = Vec::new();
    for word in ["Spam-a", "Spam-b"] {
        let spam = unique(word);
        carol.does(to_opening(&spam), word).await;
        let spam = alice.waits_for(&spam, &mut cursor).await;
        let hide = alice.delivery(Act::Hide { what: spam.remote_id.clone() }, word);
        assert_eq!(alice.look_up(&hide).await, Sighting::Absent);
        hides.push(hide);
    }
    let done = tokio::join!(alice.send(&hides[0]), alice.send(&hides[1]));
    assert!(matches!(done, (Answer::Done { .. }, Answer::Done { .. })), "{done:?}");
    for hide in &hides {
        assert!(matches!(alice.send(hide).await, Answer::Done { .. }), "hidden twice is hidden");
        assert!(matches!(alice.look_up(hide).await, Sighting::There { .. }));
    }
    let gate = record(&opening.replace("app.bsky.feed.post", "app.bsky.feed.threadgate"));
    assert_eq!(gate["hiddenReplies"].as_array().map(Vec::len), Some(2), "{gate}");
    // Beneath what another said nothing can be hidden.
    let hide = bob.delivery(Act::Hide { what: of.clone() }, "hide");
    let told = bob.send(&hide).await;
    let Answer::Refused { why } = told.clone() else { panic!("refused, not {told:?}") };
    assert_eq!(Refusal::from_words(&why), Some(Refusal::NotBeneathOurs));

    // A report, a mute, a block; a block is found and made once.
    alice.does(Act::Report { what: of.clone(), reason: SafeText::line("A try") }, "report").await;
    carol.does(Act::Mute { author_of: of.clone() }, "mute").await;
    let block = carol.delivery(Act::Block { author_of: of.clone() }, "block");
    assert!(matches!(carol.send(&block).await, Answer::Done { .. }));
    let told = carol.look_up(&block).await;
    let Sighting::There { remote_id, .. } = told.clone() else { panic!("there, not {told:?}") };
    assert!(matches!(carol.send(&block).await, Answer::Done { .. }));
    assert_eq!(count(carol.account.remote_id.as_str(), "app.bsky.graph.block", bob.account.remote_id.as_str()), 1);
    // Between them nothing is said any more, and it is not told to be gone; what was said is still reported.
    let answer = carol.delivery(Act::Like { of: of.clone() }, "blocked");
    let told = carol.sends_until(&answer, |told| matches!(told, Answer::Refused { .. })).await;
    assert_eq!(told, Answer::Refused { why: Refusal::Blocked.to_words() });
    carol.does(Act::Report { what: of.clone(), reason: SafeText::line("Blocked") }, "report-blocked").await;
    // Other tests need carol and bob on speaking terms.
    let undo = carol.delivery(Act::Delete { what: remote_id }, "unblock");
    assert!(matches!(carol.send(&undo).await, Answer::Done { .. }));

    // What is deleted is gone, twice as well as once; what another said is not ours to delete.
    let delete = alice.delivery(Act::Delete { what: SafeText::line(&opening) }, "delete");
    assert_eq!(alice.look_up(&delete).await, Sighting::Absent);
    assert!(matches!(alice.send(&delete).await, Answer::Done { .. }));
    assert!(matches!(alice.send(&delete).await, Answer::Done { .. }));
    assert!(matches!(alice.look_up(&delete).await, Sighting::There { .. }));
    let foreign = alice.delivery(Act::Delete { what: of }, "foreign");
    let told = alice.send(&foreign).await;
    let Answer::Refused { why } = told.clone() else { panic!("refused, not {told:?}") };
    assert_eq!(Refusal::from_words(&why), Some(Refusal::NotOurs));
    let gone = alice.delivery(
        Act::Reply {
            to: SafeText::line(&opening),
            handle: SafeText::line("@alice.test"),
            text: SafeText::line("x"),
            visibility: Visibility::Public,
        },
        "gone",
    );
    let told = alice.send(&gone).await;
    let Answer::Refused { why } = told.clone() else { panic!("refused, not {told:?}") };
    assert_eq!(Refusal::from_words(&why), Some(Refusal::Gone));
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_back_is_found_by_its_key() {
    let (Some(alice), Some(url)) = (Somebody::connect("ALICE", 1).await, setting("BSKY_PDS_URL")) else { return };
    let text = unique("Lost");
    let delivery = alice.delivery(publish(&text), "lost");
    let detour = Account { server: SafeText::line(&losing_answers_of(&url)), ..alice.account.clone() };
    let answer = send_by(&alice.networks, &detour, &delivery, clock::now()).await;
    assert!(matches!(answer, Ok(Answer::Unclear { .. })), "{answer:?}");
    let told = alice.look_up(&delivery).await;
    let Sighting::There { remote_id, url: Some(_) } = told.clone() else { panic!("there, not {told:?}") };
    // Sent again at another instant, the first one stays.
    let first = record(remote_id.as_str());
    let later = send_by(&alice.networks, &alice.account, &delivery, clock::now() + chrono::Duration::minutes(2)).await;
    assert!(matches!(later, Ok(Answer::Done { remote_id: Some(ref again), .. }) if *again == remote_id), "{later:?}");
    assert_eq!(record(remote_id.as_str()), first);
    assert_eq!(count(alice.account.remote_id.as_str(), "app.bsky.feed.post", &text), 1);
}

#[tokio::test]
async fn figures_are_those_of_the_profile() {
    let Some(alice) = Somebody::connect("ALICE", 1).await else { return };
    let day = clock::now().date_naive();
    let told = serve(&alice.networks, Call::Figures { account: Box::new(alice.account.clone()), day }, clock::now()).await;
    let Ok(News::Figures(_, readings)) = told else { panic!("figures, not {told:?}") };
    let metrics: Vec<_> = readings.iter().map(|reading| (reading.metric, reading.day)).collect();
    assert_eq!(metrics, [(Metric::Followers, day), (Metric::Posts, day)]);
    let checked = serve(&alice.networks, Call::Check(Box::new(alice.account.clone())), clock::now()).await;
    assert!(matches!(checked, Ok(News::Checked(account)) if *account == alice.account));
}
