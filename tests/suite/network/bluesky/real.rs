//! The same on the real network (PLC, PDS, AppView), where `tests/servers/bluesky.sh start` said where it is.

use super::super::stage::{delivery, look_up_by, pull_by, send_by};
use ronde::app::effect::{Call, Secret, Stream};
use ronde::app::event::News;
use ronde::domain::account::{Account, Network};
use ronde::domain::conversation::Turn;
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::message::{Channel, Incoming, Own, Visibility};
use ronde::domain::text::SafeText;
use ronde::domain::{AccountId, BrandId, MessageId};
use ronde::network::http::Limits;
use ronde::network::{Directories, Networks, serve};
use ronde::runtime::clock;
use ronde::secrets::Vault;
use std::time::Duration;

/// A setting of the script; without it the test says that it did nothing.
pub fn setting(name: &str) -> Option<String> {
    let found = std::env::var(name).ok().filter(|value| !value.is_empty());
    if found.is_none() {
        eprintln!("skipped: {name} is not set (see tests/servers)");
    }
    found
}

/// The handle and the app password of somebody.
pub fn person(name: &str) -> Option<(String, String)> {
    Some((setting(&format!("BSKY_HANDLE_{name}"))?, setting(&format!("BSKY_APP_PASSWORD_{name}"))?))
}

/// The directories of the network, as a setting names them.
pub fn directories() -> Option<Directories> {
    Some(Directories { resolver: setting("BSKY_PDS_URL")?, plc: setting("BSKY_PLC_URL")? })
}

/// Someone on the network, through Ronde.
pub struct Somebody {
    pub networks: Networks,
    pub account: Account,
}

impl Somebody {
    /// Connects by handle and app password alone; the server is found by them.
    pub async fn connect(name: &str, id: i64) -> Option<Self> {
        let (handle, password) = person(name)?;
        let networks = Networks::new(Vault::in_memory(), Limits::default()).looking_in(directories()?);
        let (account, session) = connect(&networks, &handle, "", &password).await;
        let account = Account { id: AccountId(id), ..account };
        serve(&networks, Call::KeepSecret(account.id, session), clock::now()).await.expect("kept");
        Some(Self { networks, account })
    }

    pub fn delivery(&self, act: Act, key: &str) -> Delivery {
        Delivery { account: self.account.id, key: unique(key), ..delivery(act, clock::now()) }
    }

    pub async fn send(&self, delivery: &Delivery) -> Answer {
        send_by(&self.networks, &self.account, delivery, clock::now()).await.expect("an answer")
    }

    /// Does an act and gives the network's id of it.
    pub async fn does(&self, act: Act, key: &str) -> String {
        let delivery = self.delivery(act, key);
        match self.send(&delivery).await {
            Answer::Done { remote_id, .. } => remote_id.unwrap_or_default().to_string(),
            other => panic!("{key}: done, not {other:?}"),
        }
    }

    pub async fn look_up(&self, delivery: &Delivery) -> Sighting {
        look_up_by(&self.networks, &self.account, delivery, clock::now()).await.expect("a sighting")
    }

    /// Pulls until no more pages wait.
    pub async fn pull(&self, stream: Stream, cursor: &mut Option<String>) -> (Vec<Incoming>, Vec<Own>) {
        let (mut incoming, mut own) = (Vec::new(), Vec::new());
        loop {
            let page = pull_by(&self.networks, &self.account, stream, cursor.clone()).await.expect("a page");
            incoming.extend(page.incoming);
            own.extend(page.own);
            *cursor = page.cursor.or(cursor.take());
            if !page.more {
                return (incoming, own);
            }
        }
    }

    /// Pulls until a message with these words came: the AppView shows a write a while after the PDS.
    pub async fn waits_for(&self, words: &str, cursor: &mut Option<String>) -> Incoming {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        for _ in 0..200 {
            tick.tick().await;
            let (incoming, _) = self.pull(Stream::Incoming, cursor).await;
            if let Some(found) = incoming.into_iter().find(|message| message.text.as_str().contains(words)) {
                return found;
            }
        }
        panic!("{words:?} never came");
    }

    pub async fn context(&self, of: &str) -> Vec<Turn> {
        let call = Call::Context { account: Box::new(self.account.clone()), message: MessageId(1), remote_id: SafeText::line(of) };
        match serve(&self.networks, call, clock::now()).await {
            Ok(News::Context(_, turns)) => turns,
            other => panic!("a conversation, not {other:?}"),
        }
    }
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

pub fn unique(word: &str) -> String {
    format!("{word}-{}-{}", clock::now().timestamp_micros(), std::process::id())
}

pub fn publish(text: &str) -> Act {
    Act::Publish { text: SafeText::clean(text), media: Vec::new(), visibility: Visibility::Public, after: None }
}

pub fn answer_to(message: &Incoming, text: &str) -> Act {
    Act::Reply {
        to: message.remote_id.clone(),
        handle: message.handle.clone(),
        text: SafeText::clean(text),
        visibility: message.visibility,
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
    let asked = first.iter().find(|message| message.text.as_str().contains("When does it ship?")).expect("bob's question");
    assert_eq!((asked.channel, asked.author.as_str(), asked.handle.as_str()), (Channel::Reply, "Bob", "@bob.test"));
    assert!(asked.parent.as_ref().is_some_and(|parent| parent.as_str().contains(alice.account.remote_id.as_str())));
    assert!(first.iter().any(|message| message.text.as_str().contains("have a look") && message.channel == Channel::Mention));
    assert_eq!(alice.pull(Stream::Incoming, &mut cursor).await.0, Vec::new());
    let (_, own) = alice.pull(Stream::Own, &mut None).await;
    let launch = own.iter().find(|own| own.text.as_str().contains("launch day")).expect("the seeded post");
    assert!(launch.likes >= Some(2) && launch.shares >= Some(1) && launch.comments >= Some(1), "{launch:?}");

    // A question comes; its answer is there once, under it.
    let question = unique("Question");
    bob.does(publish(&format!("@alice.test {question}")), "question").await;
    let message = alice.waits_for(&question, &mut cursor).await;
    let text = unique("Réponse « oui »");
    let answer = alice.delivery(answer_to(&message, &text), "answer");
    let Answer::Done { remote_id: Some(id), url: Some(url) } = alice.send(&answer).await else { panic!("done") };
    assert!(url.as_str().starts_with("https://bsky.app/profile/did:plc:"));
    let told = bob.waits_for(&text, &mut None).await;
    assert_eq!((told.channel, told.remote_id.clone(), told.parent), (Channel::Reply, id.clone(), Some(message.remote_id.clone())));
    // Sent again, it changes nothing, and it is looked up exactly.
    assert!(matches!(alice.send(&answer).await, Answer::Done { remote_id: Some(again), .. } if again == id));
    assert!(matches!(alice.look_up(&answer).await, Sighting::There { remote_id, .. } if remote_id == id));
    let turns = bob.context(message.remote_id.as_str()).await;
    assert_eq!(turns.iter().filter(|turn| turn.text.as_str() == text).count(), 1);
    let other = alice.delivery(answer_to(&message, "Quite another thing"), "other");
    assert_eq!(alice.look_up(&other).await, Sighting::Absent);
}
