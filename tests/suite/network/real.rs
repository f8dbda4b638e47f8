//! The same calls against real servers, where `tests/servers/*.sh start` said where they are.

use super::somebody::{Somebody, unique};
use super::stage::{by_hand, losing_answers_of, publish, pull_by, send_by};
use crate::given::{answer_to, setting};
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::app::trouble::Cause;
use ronde::domain::account::{Ability, Account, Network};
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::message::{Channel, Incoming, Visibility};
use ronde::domain::post::Media;
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId};
use ronde::network::http::Limits;
use ronde::network::{Networks, serve};
use ronde::runtime::clock;
use ronde::secrets::Vault;
use std::time::Duration;

impl Somebody {
    /// Connects by a token.
    async fn by_token(server: &str, token: &str, id: i64, whole: Duration) -> Self {
        let networks = Networks::new(Vault::in_memory(), Limits { whole, ..Limits::default() });
        let call = Call::Connect {
            brand: BrandId(1),
            network: Network::Mastodon,
            name: SafeText::default(),
            server: SafeText::line(server),
            token: Secret::new(token),
        };
        let connected = serve(&networks, call, clock::now()).await;
        let Ok(News::Connected(account, secret)) = connected else { panic!("{server}: {connected:?}") };
        let account = Account { id: AccountId(id), ..*account };
        serve(&networks, Call::KeepSecret(account.id, secret), clock::now()).await.expect("kept");
        Self { networks, account }
    }

    /// Answers a message through a connection that breaks once the server has the answer.
    async fn loses_the_answer_to(&self, message: &Incoming) -> Delivery {
        let text = unique("Lost");
        let delivery = self.delivery(answer_to(message, &text), &text);
        let detour = Account { server: SafeText::line(&losing_answers_of(self.account.server.as_str())), ..self.account.clone() };
        let answer = send_by(&self.networks, &detour, &delivery, clock::now()).await;
        assert!(matches!(answer, Ok(Answer::Unclear { .. })), "{answer:?}");
        delivery
    }

    /// How often these words stand in the conversation around a message, said by the account.
    async fn times_said(&self, around: &str, words: &str) -> usize {
        let turns = self.context(around).await;
        turns.iter().filter(|turn| turn.ours && turn.text.as_str().contains(words)).count()
    }
}

fn at_most(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

#[tokio::test]
async fn snac_is_pulled_answered_once_and_looked_up() {
    let (Some(url), Some(alice), Some(bob)) = (setting("SNAC_URL"), setting("SNAC_TOKEN_ALICE"), setting("SNAC_TOKEN_BOB")) else { return };
    let alice = Somebody::by_token(&url, &alice, 1, at_most(30_000)).await;
    let bob = Somebody::by_token(&url, &bob, 2, at_most(30_000)).await;
    assert!(alice.account.capabilities.server.as_str().starts_with("snac"));
    assert!(!alice.account.capabilities.offers(Ability::Delete));

    // Everything once, then nothing.
    let mut cursor = None;
    let (first, _) = alice.pull(Stream::Incoming, &mut cursor).await;
    let asked = first.iter().find(|message| message.text == "At what time?").expect("bob's question");
    assert_eq!((asked.channel, asked.parent.is_some()), (Channel::Reply, true));
    assert!(first.iter().any(|message| message.text.as_str().contains("gift cards") && message.channel == Channel::Mention));
    assert_eq!(alice.pull(Stream::Incoming, &mut cursor).await.0, Vec::new());

    // A question comes; its answer is there once, under it.
    let question = unique("Question");
    bob.does(publish(&format!("@alice {question}")), "snac-question").await;
    let message = alice.waits_for(&question, &mut cursor).await;
    let text = unique("Answer: *yes* :) — « oui »");
    let answer = alice.delivery(answer_to(&message, &text), "snac-answer");
    let told = alice.send(&answer).await;
    let Answer::Done { remote_id: Some(id), url: Some(_) } = told.clone() else { panic!("done, not {told:?}") };
    assert_eq!(alice.times_said(message.remote_id.as_str(), "Answer").await, 1);
    assert!(matches!(alice.look_up(&answer).await, Sighting::There { remote_id, .. } if remote_id == id));
    let other = alice.delivery(answer_to(&message, "Quite another thing"), "snac-other");
    assert_eq!(alice.look_up(&other).await, Sighting::Absent);
    let (_, own) = alice.pull(Stream::Own, &mut None).await;
    assert_eq!(own.iter().filter(|own| own.remote_id == id && own.parent.as_ref() == Some(&message.remote_id)).count(), 1);
    let mut told = None;
    bob.waits_for("Answer", &mut told).await;

    // Lost on the way back: unclear, then found, once.
    let lost = alice.loses_the_answer_to(&message).await;
    assert!(matches!(alice.look_up(&lost).await, Sighting::There { .. }));
    assert_eq!(alice.times_said(message.remote_id.as_str(), "Lost").await, 1);

    // A like, seen by a look-up.
    let like = alice.delivery(Act::Like { of: message.remote_id.clone() }, "snac-like");
    assert!(matches!(alice.send(&like).await, Answer::Done { .. }));
    assert!(matches!(alice.look_up(&like).await, Sighting::There { .. }));
}

#[tokio::test]
async fn snac_keeps_a_private_answer_private() {
    let tokens = (setting("SNAC_URL"), setting("SNAC_TOKEN_ALICE"), setting("SNAC_TOKEN_BOB"), setting("SNAC_TOKEN_CAROL"));
    let (Some(url), Some(alice), Some(bob), Some(carol)) = tokens else { return };
    let alice = Somebody::by_token(&url, &alice, 1, at_most(30_000)).await;
    let bob = Somebody::by_token(&url, &bob, 2, at_most(30_000)).await;
    let carol = Somebody::by_token(&url, &carol, 3, at_most(30_000)).await;
    let secret = unique("Secret");
    let act =
        Act::Publish { text: SafeText::clean(&format!("@alice {secret}")), media: Vec::new(), visibility: Visibility::Direct, after: None };
    bob.does(act, "snac-secret").await;
    let message = alice.waits_for(&secret, &mut None).await;
    assert_eq!((message.channel, message.visibility), (Channel::Direct, Visibility::Direct));
    let text = unique("Whispered");
    let answer = alice.delivery(answer_to(&message, &text), "snac-whisper");
    assert!(matches!(alice.send(&answer).await, Answer::Done { .. }));
    assert_ne!(alice.look_up(&answer).await, Sighting::Absent, "a private answer is not claimed to be absent");
    let seen = bob.waits_for(&text, &mut None).await;
    assert_eq!(seen.visibility, Visibility::Direct);
    let profile = Account { remote_id: alice.account.remote_id.clone(), ..carol.account.clone() };
    let page = pull_by(&carol.networks, &profile, Stream::Own, None).await.expect("alice's page as carol sees it");
    assert!(page.own.iter().all(|own| !own.text.as_str().contains("Whispered")), "carol reads it");
}

#[tokio::test]
async fn snac_allows_ronde_in_the_browser() {
    let (Some(url), Some(password)) = (setting("SNAC_URL"), setting("SNAC_PASSWORD_ALICE")) else { return };
    let networks = Networks::new(Vault::in_memory(), Limits::default());
    let server = SafeText::line(&url);
    let started = serve(&networks, Call::StartAuthorization { server: server.clone() }, clock::now()).await;
    let Ok(News::Authorize { url: page, caught: true }) = started else { panic!("{started:?}") };
    let asked = url::Url::parse(page.as_str()).expect("an address");
    let value = |name: &str| asked.query_pairs().find(|(key, _)| key == name).expect("it is asked").1.into_owned();
    let form = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("login", "alice"), ("passwd", &password), ("redir", &value("redirect_uri"))])
        .extend_pairs([("cid", &value("client_id")), ("state", &value("state"))])
        .finish();
    let browser = std::thread::spawn(move || {
        let redirect = by_hand(&url, "POST /oauth/x-snac-login", "application/x-www-form-urlencoded", &form);
        let to = redirect.lines().find_map(|line| line.to_lowercase().starts_with("location: ").then(|| line[10..].trim().to_owned()));
        let to = url::Url::parse(&to.unwrap_or_else(|| panic!("a redirect, not {redirect}"))).expect("an address");
        by_hand(&to.origin().ascii_serialization(), &format!("GET {}?{}", to.path(), to.query().unwrap_or_default()), "text/plain", "")
    });
    let finish = Call::FinishAuthorization { brand: BrandId(1), server, code: SafeText::default() };
    let connected = serve(&networks, finish, clock::now()).await;
    assert!(browser.join().expect("the browser").contains("go back to Ronde"));
    let Ok(News::Connected(account, _)) = connected else { panic!("{connected:?}") };
    assert!(account.handle.as_str().starts_with("@alice@"), "{}", account.handle);
}

/// Asks the mock for a fault of the next request to publish.
fn fault(url: &str, effect: &str) {
    let rule = format!(r#"{{"match":{{"methods":["POST"],"path":"/api/v1/statuses"}},"effect":{effect},"count":1}}"#);
    let told = by_hand(url, "POST /api/v1/_mock/faults", "application/json", &rule);
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
}

/// One test, for the faults of the mock hit whoever publishes next.
#[tokio::test]
async fn the_mock_of_mastodon_is_answered_once_whatever_goes_wrong() {
    let (Some(url), Some(alice), Some(bob)) = (setting("MMOCK_URL"), setting("MMOCK_TOKEN_ALICE"), setting("MMOCK_TOKEN_BOB")) else {
        return;
    };
    let token = alice;
    let alice = Somebody::by_token(&url, &token, 1, at_most(10_000)).await;
    let bob = Somebody::by_token(&url, &bob, 2, at_most(10_000)).await;
    let hasty = Somebody::by_token(&url, &token, 1, at_most(700)).await;
    assert!(alice.account.capabilities.offers(Ability::Idempotency));

    // A question, read once, and its answer, there once although it is sent twice with its key.
    let opening = unique("Opening");
    let post = alice.does(publish(&opening), &opening).await;
    let question = unique("Question");
    let handle = alice.account.handle.clone();
    let text = SafeText::clean(&format!("@alice {question}"));
    bob.does(Act::Reply { to: SafeText::line(&post), handle, text, visibility: Visibility::Public }, &question).await;
    let mut cursor = None;
    let message = alice.waits_for(&question, &mut cursor).await;
    assert_eq!((message.channel, message.parent.as_ref().map(SafeText::as_str)), (Channel::Reply, Some(post.as_str())));
    assert_eq!(alice.pull(Stream::Incoming, &mut cursor).await.0, Vec::new());
    let text = unique("Answer");
    let answer = alice.delivery(answer_to(&message, &text), &text);
    let told = alice.send(&answer).await;
    let Answer::Done { remote_id: Some(id), .. } = told.clone() else { panic!("done, not {told:?}") };
    assert!(matches!(alice.send(&answer).await, Answer::Done { remote_id, .. } if remote_id == Some(id.clone())));
    assert_eq!(alice.times_said(message.remote_id.as_str(), &text).await, 1);

    // Lost on the way back: unclear, then found, once; its key would have helped too.
    let lost = alice.loses_the_answer_to(&message).await;
    let told = alice.look_up(&lost).await;
    let Sighting::There { remote_id: id_lost, .. } = told.clone() else { panic!("there, not {told:?}") };
    assert!(matches!(alice.send(&lost).await, Answer::Done { remote_id, .. } if remote_id == Some(id_lost)));
    assert_eq!(alice.times_said(message.remote_id.as_str(), "Lost").await, 1);

    // A request that hangs, and one answered with garbage: unclear, absent, sent again, there once.
    for effect in [r#"{"type":"timeout"}"#, r#"{"type":"malformed"}"#, r#"{"type":"status","status":504}"#] {
        let text = unique(&format!("Again{}", effect.len()));
        let lost = hasty.delivery(answer_to(&message, &text), &text);
        fault(&url, effect);
        assert!(matches!(hasty.send(&lost).await, Answer::Unclear { .. }), "{effect}");
        assert_eq!(alice.look_up(&lost).await, Sighting::Absent, "{effect}");
        assert!(matches!(alice.send(&lost).await, Answer::Done { .. }), "{effect}");
        assert!(matches!(alice.look_up(&lost).await, Sighting::There { .. }), "{effect}");
        assert_eq!(alice.times_said(message.remote_id.as_str(), &text).await, 1, "{effect}");
    }

    // Told to wait: nothing happened, and until when is known.
    fault(&url, r#"{"type":"ratelimit","status":429,"headers":{"Retry-After":"30"}}"#);
    let text = unique("Patient");
    let patient = alice.delivery(publish(&text), &text);
    let begun = clock::now();
    let told = alice.send(&patient).await;
    let Answer::Wait { until } = told.clone() else { panic!("wait, not {told:?}") };
    assert!((29..42).contains(&(until - begun).num_seconds()), "{until}");
    assert_eq!(alice.look_up(&patient).await, Sighting::Absent);

    // The other acts.
    let like = alice.delivery(Act::Like { of: message.remote_id.clone() }, "like");
    assert!(matches!(alice.send(&like).await, Answer::Done { .. }));
    assert!(matches!(alice.look_up(&like).await, Sighting::There { .. }));
    let report = Act::Report { what: message.remote_id.clone(), reason: SafeText::line("A try") };
    alice.does(report, "report").await;
    let delete = alice.delivery(Act::Delete { what: id.clone() }, "delete");
    assert!(matches!(alice.send(&delete).await, Answer::Done { .. }));
    assert!(matches!(alice.look_up(&delete).await, Sighting::There { .. }));
    alice.does(Act::Mute { author_of: message.remote_id.clone() }, "mute").await;

    // A picture with its description.
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dot.gif");
    std::fs::write(&file, b"GIF89a\x01\0\x01\0\0\0\0;").expect("a file");
    let media = vec![Media { path: SafeText::line(&file.display().to_string()), alt: SafeText::line("A dot") }];
    let seen = unique("Picture");
    alice.does(Act::Publish { text: SafeText::line(&seen), media, visibility: Visibility::Public, after: None }, &seen).await;
    let (_, own) = alice.pull(Stream::Own, &mut None).await;
    assert!(own.iter().any(|own| own.text.as_str().contains(&seen) && own.text.as_str().contains("[A dot]")));

    // A token that is none.
    let call = Call::Connect {
        brand: BrandId(1),
        network: Network::Mastodon,
        name: SafeText::default(),
        server: SafeText::line(&url),
        token: Secret::new("nonsense"),
    };
    assert_eq!(serve(&alice.networks, call, clock::now()).await.map_err(|trouble| trouble.cause), Err(Cause::AuthExpired));
}
