//! A connector that is broken on purpose, one promise at a time: each clause must fail on it, by its name.
//!
//! It asks the honest connector for everything and spoils what comes, or does more than it was asked.

use ronde::app::effect::{Call, Page, Stream};
use ronde::app::event::News;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::MessageId;
use ronde::domain::account::{Account, Capabilities};
use ronde::domain::conversation::Turn;
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::text::SafeText;
use ronde::domain::time::{Day, Moment};
use ronde::network::{Connector, Networks, serve};
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// What it does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fraud {
    /// Nothing: there is no fraud, and not even a connector in between.
    None,
    /// Nothing, though it stands in between.
    Honest,
    /// What could be read of a damaged page is given.
    HalfPages,
    /// The same message has another id in each pull.
    NewIds,
    /// It remembers by itself where it was.
    OwnCursor,
    /// What arrives during a walk is taken for known.
    SkipsTheLate,
    /// What is offered does not work.
    Refuses,
    /// Every trouble is of one kind.
    OneKind,
    /// An act is done again, to be sure.
    Twice,
    /// A look-up finds whatever is there.
    FindsAnother,
    /// A look-up knows of nothing.
    Denies,
    /// A look-up that fails proves absence.
    Guesses,
    /// Told to wait, it asks again.
    Impatient,
    /// Names are what strangers make of them.
    RawNames,
    /// An error tells the token, for those who debug.
    TellsSecrets,
    /// What is not told is 0.
    MakesUpFigures,
    /// A field has another name than the network's.
    WrongField,
}

/// The clause that each fraud breaks.
pub const FRAUDS: [(Fraud, &str); 15] = [
    (Fraud::HalfPages, "pages_are_whole_or_not_at_all"),
    (Fraud::NewIds, "one_row_for_an_id"),
    (Fraud::OwnCursor, "the_cursor_moves_after_the_commit"),
    (Fraud::SkipsTheLate, "nothing_is_missed_while_the_list_grows"),
    (Fraud::Refuses, "capabilities_are_true"),
    (Fraud::OneKind, "errors_are_of_their_kind"),
    (Fraud::Twice, "an_act_is_done_once"),
    (Fraud::FindsAnother, "a_look_up_finds_what_was_sent"),
    (Fraud::Denies, "a_look_up_says_absent_only_of_what_is"),
    (Fraud::Guesses, "a_look_up_that_cannot_tell_says_so"),
    (Fraud::Impatient, "a_rate_limit_is_obeyed"),
    (Fraud::RawNames, "untrusted_text_enters_as_safe_text"),
    (Fraud::TellsSecrets, "secrets_are_never_in_errors"),
    (Fraud::MakesUpFigures, "figures_say_what_is_not_given"),
    (Fraud::WrongField, "every_request_is_as_described"),
];

/// The connector, for one call.
pub struct Broken {
    well: Rc<Networks>,
    fraud: Fraud,
    now: Moment,
    /// What it remembers and should not.
    memory: Rc<RefCell<(u32, Option<String>)>>,
}

impl Broken {
    /// What makes it, for each call.
    pub fn maker(well: Networks, fraud: Fraud) -> impl Fn(Moment) -> Self {
        let (well, memory) = (Rc::new(well), Rc::new(RefCell::new((0, None))));
        move |now| Self { well: Rc::clone(&well), fraud, now, memory: Rc::clone(&memory) }
    }

    async fn ask(&self, call: Call) -> Result<News, Trouble> {
        serve(&self.well, call, self.now).await.map_err(|trouble| match self.fraud {
            Fraud::OneKind => Trouble { cause: Cause::Failed, ..trouble },
            Fraud::TellsSecrets => Trouble { detail: SafeText::line(&format!("{} (token-of-alice)", trouble.detail)), ..trouble },
            _ => trouble,
        })
    }

    async fn page(&self, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        let call = Call::Pull { account: Box::new(account.clone()), stream, cursor: cursor.map(str::to_owned) };
        match self.ask(call).await? {
            News::Page(page) => Ok(*page),
            other => panic!("a page, not {other:?}"),
        }
    }

    async fn sent(&self, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
        let call = Call::Send { account: Box::new(account.clone()), delivery: Box::new(delivery.clone()) };
        match self.ask(call).await? {
            News::Answer(_, answer) => Ok(answer),
            other => panic!("an answer, not {other:?}"),
        }
    }

    /// Answers with a field that the network does not know.
    fn misspelt(account: &Account) {
        let form = "status=Hello&in_reply_to=1";
        crate::network::stage::by_hand(account.server.as_str(), "POST /api/v1/statuses", "application/x-www-form-urlencoded", form);
    }
}

impl Connector for Broken {
    async fn probe(&self) -> Result<Capabilities, Trouble> {
        Ok(Capabilities::manual(ronde::domain::account::Network::Mastodon))
    }

    async fn check(&self, account: &Account) -> Result<Account, Trouble> {
        match self.ask(Call::Check(Box::new(account.clone()))).await? {
            News::Checked(account) => Ok(*account),
            other => panic!("an account, not {other:?}"),
        }
    }

    async fn pull(&self, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        let remembered = self.memory.borrow().1.clone();
        let cursor = if self.fraud == Fraud::OwnCursor { remembered.as_deref().or(cursor) } else { cursor };
        let mut page = match self.page(account, stream, cursor).await {
            Err(trouble) if self.fraud == Fraud::HalfPages && trouble.cause == Cause::Unreadable => {
                Page { stream, incoming: Vec::new(), own: Vec::new(), reactions: Vec::new(), cursor: None, more: false }
            }
            Err(Trouble { cause: Cause::RateLimited(_), .. }) if self.fraud == Fraud::Impatient => {
                self.page(account, stream, cursor).await?
            }
            page => page?,
        };
        let pulls = self.memory.borrow().0 + 1;
        self.memory.borrow_mut().0 = pulls;
        match self.fraud {
            Fraud::NewIds => {
                for message in &mut page.incoming {
                    message.remote_id = SafeText::line(&format!("{}-{pulls}", message.remote_id));
                }
            }
            Fraud::OwnCursor => self.memory.borrow_mut().1.clone_from(&page.cursor),
            Fraud::RawNames => {
                for message in &mut page.incoming {
                    message.author = SafeText::clean(&format!("{}\n{}", message.author, message.handle));
                }
            }
            Fraud::SkipsTheLate if stream == Stream::Incoming && !page.more => {
                let newest = self.page(account, stream, None).await?.cursor;
                let top = newest.and_then(|cursor| serde_json::from_str::<Value>(&cursor).ok()).map(|cursor| cursor["top"].clone());
                page.cursor = top.map(|top| serde_json::json!({"top": top}).to_string());
            }
            _ => {}
        }
        Ok(page)
    }

    async fn context(&self, account: &Account, remote_id: &SafeText) -> Result<Vec<Turn>, Trouble> {
        let call = Call::Context { account: Box::new(account.clone()), message: MessageId(1), remote_id: remote_id.clone() };
        match self.ask(call).await? {
            News::Context(_, turns) => Ok(turns),
            other => panic!("a conversation, not {other:?}"),
        }
    }

    async fn figures(&self, account: &Account, day: Day) -> Result<Vec<Reading>, Trouble> {
        let News::Figures(_, mut readings) = self.ask(Call::Figures { account: Box::new(account.clone()), day }).await? else {
            panic!("figures");
        };
        if self.fraud == Fraud::MakesUpFigures && readings.is_empty() {
            readings.push(Reading {
                account: account.id,
                variant: None,
                day,
                metric: Metric::Followers,
                value: Some(0),
                source: Source::Api,
                definition: SafeText::line("mastodon"),
                at: self.now,
            });
        }
        Ok(readings)
    }

    async fn send(&self, account: &Account, delivery: &Delivery) -> Result<Answer, Trouble> {
        let answer = self.sent(account, delivery).await?;
        match (self.fraud, &delivery.act, &answer) {
            (Fraud::Twice, Act::Reply { .. }, _) => {
                self.sent(account, &Delivery { key: format!("{}-again", delivery.key), ..delivery.clone() }).await
            }
            (Fraud::Impatient, _, Answer::Wait { .. }) => self.sent(account, delivery).await,
            (Fraud::Refuses, Act::Like { .. }, _) => Ok(Answer::Refused { why: SafeText::line("Not today") }),
            (Fraud::WrongField, Act::Reply { .. }, _) => {
                Self::misspelt(account);
                Ok(answer)
            }
            _ => Ok(answer),
        }
    }

    async fn look_up(&self, account: &Account, delivery: &Delivery) -> Result<Sighting, Trouble> {
        let call = Call::LookUp { account: Box::new(account.clone()), delivery: Box::new(delivery.clone()) };
        let sighting = match self.ask(call).await {
            Ok(News::Sighting(_, sighting)) => Ok(sighting),
            Ok(other) => panic!("a sighting, not {other:?}"),
            Err(trouble) => Err(trouble),
        };
        match (self.fraud, sighting) {
            (Fraud::FindsAnother, Ok(Sighting::There { url, .. })) => Ok(Sighting::There { remote_id: SafeText::line("1"), url }),
            (Fraud::Denies, Ok(Sighting::There { .. })) | (Fraud::Guesses, Ok(Sighting::Failed { .. })) => Ok(Sighting::Absent),
            (_, sighting) => sighting,
        }
    }
}
