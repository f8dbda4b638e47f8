//! Someone on a real server, through Ronde: what is done and read there, whichever network it is.
//!
//! How one connects is each network's own, and stands with its tests.

use super::stage::{delivery, look_up_by, pull_by, send_by};
use ronde::app::effect::{Call, Stream};
use ronde::app::event::News;
use ronde::domain::MessageId;
use ronde::domain::account::Account;
use ronde::domain::conversation::Turn;
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::message::{Incoming, Own};
use ronde::domain::text::SafeText;
use ronde::network::{Networks, serve};
use ronde::runtime::clock;
use std::time::Duration;

/// Someone with an account.
pub struct Somebody {
    pub networks: Networks,
    pub account: Account,
}

impl Somebody {
    /// A delivery with a key of its own.
    pub fn delivery(&self, act: Act, key: &str) -> Delivery {
        Delivery { account: self.account.id, key: unique(key), ..delivery(act, clock::now()) }
    }

    pub async fn send(&self, delivery: &Delivery) -> Answer {
        send_by(&self.networks, &self.account, delivery, clock::now()).await.expect("an answer")
    }

    /// Sends as the courier does: what did not leave is tried again, for some servers tell of a message before they let
    /// it be acted upon.
    pub async fn sends(&self, delivery: &Delivery) -> Answer {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        let mut answer = self.send(delivery).await;
        for _ in 0..200 {
            if !matches!(answer, Answer::NotSent { .. }) {
                break;
            }
            tick.tick().await;
            answer = self.send(delivery).await;
        }
        answer
    }

    /// Does an act and gives the network's id of it.
    pub async fn does(&self, act: Act, key: &str) -> String {
        let delivery = self.delivery(act, key);
        match self.sends(&delivery).await {
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

    /// Pulls until a message with these words came: real servers deliver when they can, and some show a write a while
    /// after they have it.
    pub async fn waits_for(&self, words: &str, cursor: &mut Option<String>) -> Incoming {
        let mut tick = tokio::time::interval(Duration::from_millis(100));
        for _ in 0..300 {
            tick.tick().await;
            let (incoming, _) = self.pull(Stream::Incoming, cursor).await;
            if let Some(found) = incoming.into_iter().find(|message| message.text.as_str().contains(words)) {
                return found;
            }
        }
        panic!("{words:?} never came");
    }

    /// The conversation around a message.
    pub async fn context(&self, of: &str) -> Vec<Turn> {
        let call = Call::Context { account: Box::new(self.account.clone()), message: MessageId(1), remote_id: SafeText::line(of) };
        match serve(&self.networks, call, clock::now()).await {
            Ok(News::Context(_, turns)) => turns,
            other => panic!("a conversation, not {other:?}"),
        }
    }
}

/// A word that nobody said before.
pub fn unique(word: &str) -> String {
    format!("{word}-{}-{}", clock::now().timestamp_micros(), std::process::id())
}
