//! What a clause is tried in: alice, whose account is under test, bob and carol who write to her, the relay
//! between them and their server, and a file that takes in what comes.

use super::cassette::{Cassette, THERE};
use super::relay::{Behind, Heard, Relay};
use super::subject::{Setting, Subject};
use super::village::Village;
use super::wire::Asked;
use crate::given::{self, Home};
use crate::network::stage;
use chrono::Duration as Span;
use ronde::app::effect::{Call, Job, Page, Secret, Stream};
use ronde::app::event::{News, Reply};
use ronde::app::trouble::Trouble;
use ronde::domain::account::Account;
use ronde::domain::conversation::Turn;
use ronde::domain::delivery::{Act, Answer, Delivery, Sighting};
use ronde::domain::message::{Incoming, Visibility};
use ronde::domain::reaction::{Reaction, ReactionKind};
use ronde::domain::reading::Reading;
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, MessageId};
use ronde::network::http::Limits;
use ronde::network::{Networks, serve};
use ronde::runtime::clock;
use ronde::secrets::Vault;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// What became of a clause: kept, or how it was broken.
pub type Kept = Result<(), String>;

/// Says how a clause was broken, unless something holds.
macro_rules! keep {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+));
        }
    };
}
pub(crate) use keep;

/// Somebody on the server, through Ronde.
pub struct Somebody {
    networks: RefCell<Networks>,
    /// The account.
    pub account: Account,
}

/// The world of one clause.
pub struct World {
    /// The network under test.
    pub subject: Subject,
    /// What stands before the server.
    pub relay: Relay,
    /// Whose account is under test.
    pub alice: Somebody,
    /// Another program of hers, which nothing happens to.
    other: Somebody,
    /// Who writes to her.
    pub bob: Somebody,
    /// Who may be muted and blocked.
    pub carol: Somebody,
    /// The file that alice's messages go to.
    pub home: RefCell<Home>,
    secret: String,
    clock: Ticks,
    run: String,
    /// Whether a real server needs its time.
    waits: bool,
    recorded: RefCell<Option<Cassette>>,
    heard: RefCell<Vec<Heard>>,
}

/// A clock that goes on a little whenever it is read: it tells the same in a recording and in its playback.
struct Ticks {
    began: Moment,
    read: Cell<i32>,
}

impl Ticks {
    fn now(&self) -> Moment {
        self.read.set(self.read.get() + 1);
        self.began + Span::milliseconds(100) * self.read.get()
    }
}

/// A name that no other clause has on the same server, however quickly they follow each other: their words and the
/// keys of their deliveries differ by it.
fn run_of_its_own(now: Moment) -> String {
    static RUNS: AtomicU32 = AtomicU32::new(0);
    format!("{:x}-{}", now.timestamp(), RUNS.fetch_add(1, Ordering::Relaxed))
}

const PEOPLE: [&str; 3] = ["alice", "bob", "carol"];

impl World {
    /// Connects everybody; `None` where the real server is not running.
    pub async fn open(subject: Subject, setting: Setting, clause: &str) -> Result<Option<Self>, String> {
        let real = clock::now();
        let (behind, secrets, began, run) = match setting {
            Setting::Village => {
                let began = stage::now();
                let made_up = PEOPLE.map(|name| (format!("{name}.{THERE}"), format!("token-of-{name}")));
                (Behind::Village(Box::new(Village::new(began))), made_up, began, "v".to_owned())
            }
            Setting::Recorded => {
                let cassette = Cassette::open(subject.name, clause)?;
                let (began, run) = (cassette.now, cassette.run.clone());
                let made_up = PEOPLE.map(|name| (subject.made_up_name(name), format!("secret-of-{name}")));
                (Behind::Cassette(cassette), made_up, began, run)
            }
            Setting::Real => {
                let Some((url, people)) = subject.people() else { return Ok(None) };
                (Behind::Server(url), people, real, run_of_its_own(real))
            }
        };
        let mut words: Vec<(String, String)> =
            PEOPLE.iter().zip(&secrets).map(|(name, (_, secret))| (secret.clone(), format!("secret-of-{name}"))).collect();
        if let Behind::Server(url) = &behind {
            // A server may call itself by another name of this computer.
            let port = url.rsplit(':').next().unwrap_or_default();
            words.extend(["localhost", "127.0.0.1"].map(|host| (format!("{host}:{port}"), THERE.to_owned())));
        }
        let record = matches!(setting, Setting::Real) && std::env::var_os("RONDE_RECORD").is_some();
        let clock = Ticks { began, read: Cell::new(0) };
        let relay = Relay::start(behind, words);
        let mut home = given::store();
        let brand = given::brand(&mut home);
        let mut people = Vec::new();
        for (number, (name, secret)) in (1..).zip(&secrets) {
            let networks = Networks::new(vault(&home), patient());
            relay.now(clock.now());
            let call = Call::Connect {
                brand,
                network: subject.network,
                server: SafeText::line(&relay.url),
                name: SafeText::line(name),
                token: Secret::new(secret),
            };
            let connected = serve(&networks, call, clock.now()).await;
            let Ok(News::Connected(account, secret)) = connected else {
                let missing = relay.heard().into_iter().find_map(|heard| heard.trouble);
                return Err(format!("{name} can't be connected: {connected:?}; {missing:?}"));
            };
            let account = Account { id: AccountId(number), server: SafeText::line(&relay.url), ..*account };
            serve(&networks, Call::KeepSecret(account.id, secret), clock.now()).await.map_err(|trouble| format!("{trouble:?}"))?;
            people.push(Somebody { networks: RefCell::new(networks), account });
        }
        let [alice, bob, carol] = <[Somebody; 3]>::try_from(people).map_err(|_| "three people".to_owned())?;
        let other = Somebody { networks: RefCell::new(Networks::new(vault(&home), patient())), account: alice.account.clone() };
        home.ask(Job::SaveAccount(Box::new(Account { id: AccountId(0), ..alice.account.clone() }), began));
        let recorded = record.then(|| Cassette::new(began, run.clone()));
        let [(_, secret), ..] = secrets;
        let waits = matches!(setting, Setting::Real);
        let world = Self {
            subject,
            relay,
            alice,
            other,
            bob,
            carol,
            home: RefCell::new(home),
            secret,
            clock,
            run,
            waits,
            recorded: RefCell::new(recorded),
            heard: RefCell::default(),
        };
        world.alice_begins_anew(patient());
        Ok(Some(world))
    }

    /// The instant, a little later each time.
    pub fn now(&self) -> Moment {
        let now = self.clock.now();
        self.relay.now(now);
        now
    }

    /// Words that stand nowhere else on the server.
    pub fn unique(&self, word: &str) -> String {
        format!("{word} {}{}", self.run, self.clock.read.get())
    }

    /// What alice was connected with, and nothing may tell.
    pub fn secret(&self) -> &str {
        &self.secret
    }

    /// Alice's program ends and starts: what it held in memory is gone.
    pub fn alice_begins_anew(&self, limits: Limits) {
        let networks = Networks::new(vault(&self.home.borrow()), limits);
        self.alice.networks.replace(self.subject.wrapped(networks));
    }

    /// What was asked since the last time.
    pub fn asked(&self) -> Vec<Asked> {
        let fresh = self.relay.heard();
        let asked = fresh.iter().map(|heard| heard.asked.clone()).collect();
        self.heard.borrow_mut().extend(fresh);
        asked
    }

    /// The acts among what was asked since the last time.
    pub fn acts(&self) -> usize {
        self.asked().iter().filter(|asked| (self.subject.is_act)(asked)).count()
    }

    /// What is wrong with the requests so far, by the network's own description.
    pub fn violations(&self) -> Vec<String> {
        let description = (self.subject.description)();
        self.heard.borrow().iter().flat_map(|heard| description.violations(&heard.asked)).collect()
    }

    /// The answers of the server so far, where they are JSON.
    pub fn samples(&self) -> Vec<Value> {
        self.asked();
        self.heard.borrow().iter().filter_map(|heard| heard.exchange.as_ref()?.1.get("json").cloned()).collect()
    }

    /// Everything heard, and where a recording goes.
    pub fn close(self) -> (Vec<Heard>, Option<Cassette>) {
        self.asked();
        let heard = self.heard.take();
        let recorded = self.recorded.take().map(|mut cassette| {
            for (asked, said) in heard.iter().filter_map(|heard| heard.exchange.clone()) {
                cassette.add(asked, said);
            }
            cassette
        });
        (heard, recorded)
    }

    /// One call of somebody.
    #[expect(clippy::await_holding_refcell_ref, reason = "a program begins anew between calls, never within one")]
    pub async fn call(&self, who: &Somebody, call: Call) -> Result<News, Trouble> {
        let now = self.now();
        serve(&who.networks.borrow(), call, now).await
    }

    /// A page of alice's.
    pub async fn pull(&self, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        self.pull_of(&self.alice, &self.alice.account, stream, cursor).await
    }

    async fn pull_of(&self, who: &Somebody, account: &Account, stream: Stream, cursor: Option<&str>) -> Result<Page, Trouble> {
        let call = Call::Pull { account: Box::new(account.clone()), stream, cursor: cursor.map(str::to_owned) };
        match self.call(who, call).await? {
            News::Page(page) => Ok(*page),
            other => panic!("a page, not {other:?}"),
        }
    }

    /// The conversation around something, as somebody sees it.
    pub async fn context(&self, who: &Somebody, id: &SafeText) -> Result<Vec<Turn>, Trouble> {
        let call = Call::Context { account: Box::new(who.account.clone()), message: MessageId(1), remote_id: id.clone() };
        match self.call(who, call).await? {
            News::Context(_, turns) => Ok(turns),
            other => panic!("a conversation, not {other:?}"),
        }
    }

    /// Alice's figures.
    pub async fn figures(&self) -> Result<Vec<Reading>, Trouble> {
        let call = Call::Figures { account: Box::new(self.alice.account.clone()), day: self.clock.began.date_naive() };
        match self.call(&self.alice, call).await? {
            News::Figures(_, readings) => Ok(readings),
            other => panic!("figures, not {other:?}"),
        }
    }

    /// A delivery of somebody, as it stands when it is sent.
    pub fn delivery(&self, who: &Somebody, act: Act) -> Delivery {
        let key = format!("{}-{}-{}", self.run, act.code(), self.clock.read.get());
        Delivery { account: who.account.id, key, ..stage::delivery(act, self.now()) }
    }

    /// Sends a delivery of alice's.
    pub async fn send(&self, delivery: &Delivery) -> Result<Answer, Trouble> {
        self.send_as(&self.alice, delivery).await
    }

    /// Sends a delivery of alice's as the courier does: what did not leave is tried again, for some servers tell of
    /// a message before they let it be acted upon.
    pub async fn sends(&self, delivery: &Delivery) -> Result<Answer, Trouble> {
        self.sends_as(&self.alice, delivery).await
    }

    async fn sends_as(&self, who: &Somebody, delivery: &Delivery) -> Result<Answer, Trouble> {
        let mut answer = self.send_as(who, delivery).await;
        for _ in 0..100 {
            if !matches!(answer, Ok(Answer::NotSent { .. })) {
                break;
            }
            self.rest().await;
            answer = self.send_as(who, delivery).await;
        }
        answer
    }

    async fn send_as(&self, who: &Somebody, delivery: &Delivery) -> Result<Answer, Trouble> {
        let call = Call::Send { account: Box::new(who.account.clone()), delivery: Box::new(delivery.clone()) };
        match self.call(who, call).await? {
            News::Answer(_, answer) => Ok(answer),
            other => panic!("an answer, not {other:?}"),
        }
    }

    /// Sends one to another address of alice's server.
    pub async fn send_to(&self, server: &str, delivery: &Delivery) -> Result<Answer, Trouble> {
        let account = Account { server: SafeText::line(server), ..self.alice.account.clone() };
        match self.call(&self.alice, Call::Send { account: Box::new(account), delivery: Box::new(delivery.clone()) }).await? {
            News::Answer(_, answer) => Ok(answer),
            other => panic!("an answer, not {other:?}"),
        }
    }

    /// Pulls from another address of alice's server.
    pub async fn pull_from(&self, server: &str) -> Result<Page, Trouble> {
        let account = Account { server: SafeText::line(server), ..self.alice.account.clone() };
        self.pull_of(&self.alice, &account, Stream::Incoming, None).await
    }

    /// Looks a delivery of alice's up.
    pub async fn look_up(&self, delivery: &Delivery) -> Result<Sighting, Trouble> {
        let call = Call::LookUp { account: Box::new(self.alice.account.clone()), delivery: Box::new(delivery.clone()) };
        match self.call(&self.alice, call).await? {
            News::Sighting(_, sighting) => Ok(sighting),
            other => panic!("a sighting, not {other:?}"),
        }
    }

    /// Does an act that must succeed; gives its id on the network.
    pub async fn does(&self, who: &Somebody, act: Act) -> Result<SafeText, String> {
        let delivery = self.delivery(who, act);
        match self.sends_as(who, &delivery).await {
            Ok(Answer::Done { remote_id, .. }) => Ok(remote_id.unwrap_or_default()),
            other => Err(format!("{}: {other:?}", delivery.act.code())),
        }
    }

    /// Somebody writes to alice, and it arrives.
    pub async fn hears(&self, from: &Somebody, word: &str) -> Result<Incoming, String> {
        Ok(self.hears_all(from, &[word]).await?.remove(0))
    }

    /// Somebody writes to alice several times, and all arrives.
    pub async fn hears_all(&self, from: &Somebody, words: &[&str]) -> Result<Vec<Incoming>, String> {
        let mut said = Vec::new();
        for word in words {
            let words = self.unique(word);
            let text = format!("{} {words}", (self.subject.mention)(&self.alice.account));
            self.does(from, stage::publish(&text)).await?;
            said.push(words);
        }
        let mut heard = Vec::new();
        for words in said {
            heard.push(self.arrives(&words).await?);
        }
        Ok(heard)
    }

    /// Waits until these words are on alice's newest page, as another program of hers sees it.
    pub async fn arrives(&self, words: &str) -> Result<Incoming, String> {
        for _ in 0..150 {
            let page =
                self.pull_of(&self.other, &self.other.account, Stream::Incoming, None).await.map_err(|trouble| format!("{trouble:?}"))?;
            if let Some(found) = page.incoming.into_iter().find(|message| message.text.as_str().contains(words)) {
                return Ok(found);
            }
            self.rest().await;
        }
        Err(format!("{words:?} never arrived"))
    }

    /// Somebody likes these things of alice's, and shares the last, and she is told of all.
    pub async fn is_liked(&self, by: &Somebody, posts: &[SafeText]) -> Result<Vec<Reaction>, String> {
        let mut acts = Vec::new();
        for of in posts {
            self.is_seen(by, of).await;
            acts.push((ReactionKind::Like, of, Act::Like { of: of.clone() }));
        }
        acts.extend(posts.last().map(|of| (ReactionKind::Share, of, Act::Repost { of: of.clone() })));
        let mut told = Vec::new();
        for (kind, of, act) in acts {
            self.does_in_the_end(by, act).await?;
            told.push(self.is_told(kind, of).await?);
        }
        Ok(told)
    }

    /// Does an act on something that may not have reached its server's view of somebody yet.
    async fn does_in_the_end(&self, who: &Somebody, act: Act) -> Kept {
        let delivery = self.delivery(who, act);
        let mut last = None;
        for _ in 0..100 {
            match self.send_as(who, &delivery).await {
                Ok(Answer::Done { .. }) => return Ok(()),
                other => last = Some(other),
            }
            self.rest().await;
        }
        Err(format!("{}: {last:?}", delivery.act.code()))
    }

    /// Waits until a reaction to something is on alice's newest page, as another program of hers sees it.
    async fn is_told(&self, kind: ReactionKind, about: &SafeText) -> Result<Reaction, String> {
        for _ in 0..150 {
            let page =
                self.pull_of(&self.other, &self.other.account, Stream::Reactions, None).await.map_err(|trouble| format!("{trouble:?}"))?;
            let found = page.reactions.into_iter().find(|reaction| reaction.kind == kind && reaction.about.as_ref() == Some(about));
            if let Some(found) = found {
                return Ok(found);
            }
            self.rest().await;
        }
        Err(format!("nobody told of a {} of {about}", kind.code()))
    }

    /// How often somebody sees alice say these words around something; waits for the first.
    pub async fn times_seen(&self, who: &Somebody, around: &SafeText, words: &str) -> Result<usize, String> {
        for _ in 0..100 {
            let turns = self.context(who, around).await.map_err(|trouble| format!("{trouble:?}"))?;
            let seen = turns.iter().filter(|turn| turn.text.as_str().contains(words)).count();
            if seen > 0 {
                return Ok(seen);
            }
            self.rest().await;
        }
        Ok(0)
    }

    /// Waits until alice sees something.
    pub async fn sees(&self, id: &SafeText) {
        self.is_seen(&self.alice, id).await;
    }

    /// Waits until somebody sees something.
    async fn is_seen(&self, who: &Somebody, id: &SafeText) {
        for _ in 0..100 {
            if self.context(who, id).await.is_ok() {
                return;
            }
            self.rest().await;
        }
    }

    /// Gives a real server a moment.
    pub async fn rest(&self) {
        if self.waits {
            let mut tick = tokio::time::interval(Duration::from_millis(200));
            tick.tick().await;
            tick.tick().await;
        }
    }

    /// Takes a page into alice's file.
    pub fn take(&self, page: Page) {
        let job = Job::Take { account: AccountId(1), page: Box::new(page), at: self.clock.began };
        self.home.borrow_mut().ask(job);
    }

    /// Where alice's file says that a stream was left.
    pub fn cursor(&self, stream: Stream) -> Option<String> {
        match self.home.borrow_mut().ask(Job::Cursor(AccountId(1), stream)) {
            Reply::Cursor(cursor) => cursor,
            other => panic!("a cursor, not {other:?}"),
        }
    }

    /// Pulls from where the file says until no page waits, and takes each in.
    pub async fn pull_to_the_end(&self, stream: Stream) -> Kept {
        for _ in 0..60 {
            let cursor = self.cursor(stream);
            let page = self.pull(stream, cursor.as_deref()).await.map_err(|trouble| format!("{trouble:?}"))?;
            let more = page.more;
            self.take(page);
            if !more {
                return Ok(());
            }
        }
        Err("pages without an end".to_owned())
    }

    /// The kinds of the reactions to something that are in alice's file, in their order.
    pub fn reactions(&self, about: &SafeText) -> Vec<String> {
        let home = self.home.borrow();
        let conn = rusqlite::Connection::open(home.path()).expect("the file opens");
        let mut statement = conn.prepare("SELECT kind FROM reaction WHERE about = ?1 ORDER BY kind").expect("reactions have these");
        let rows = statement.query_map([about.as_str()], |row| row.get(0)).expect("it is read");
        rows.map(|row| row.expect("a row")).collect()
    }

    /// The texts of the messages in alice's file that hold these words, with what they said before.
    pub fn stored(&self, words: &str) -> Vec<(String, Option<String>)> {
        let home = self.home.borrow();
        let conn = rusqlite::Connection::open(home.path()).expect("the file opens");
        let sql = "SELECT text, text_before FROM message WHERE instr(text, ?1) OR instr(coalesce(text_before, ''), ?1)";
        let mut statement = conn.prepare(sql).expect("messages have these");
        let rows = statement.query_map([words], |row| Ok((row.get(0)?, row.get(1)?))).expect("it is read");
        rows.map(|row| row.expect("a row")).collect()
    }
}

/// Where the secrets of a world lie: a program that begins anew finds them.
fn vault(home: &Home) -> Vault {
    Vault::file_only(home.folder.path().join("secrets"), &home.path())
}

/// As long as a real server may need.
pub fn patient() -> Limits {
    Limits { whole: Duration::from_secs(20), bytes: 1024 * 1024, poll: Duration::from_millis(100), ..Limits::default() }
}

/// Short, so that silence is given up at once.
pub fn hasty() -> Limits {
    Limits { whole: Duration::from_millis(1500), ..patient() }
}

/// Who reads what is public.
pub const PUBLIC: Visibility = Visibility::Public;
