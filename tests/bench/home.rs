//! The file that is measured: one brand, eight accounts, comments over two years, most of them decided.

use crate::comments::{ACCOUNTS, comments, first, now};
use crate::measure::{Sample, lasted, real, timed};
use chrono::Duration;
use ronde::app::effect::{Classify, Job, Page, RuleJob, Stream};
use ronde::app::event::Reply;
use ronde::domain::account::{Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use ronde::domain::hours::WorkingHours;
use ronde::domain::message::{Channel, Incoming, MessageKind, MessageState, Tone};
use ronde::domain::rule::{Conditions, Only, Proposes, Rule};
use ronde::domain::text::SafeText;
use ronde::domain::time::{Period, day_in};
use ronde::domain::{AccountId, BrandId, MessageId};
use ronde::store::{Store, serve};
use std::path::{Path, PathBuf};

/// The file and what is in it.
pub struct Home {
    /// The file.
    pub file: PathBuf,
    /// The connection that writes.
    pub store: Store,
    /// The brand.
    pub brand: BrandId,
    accounts: Vec<Account>,
    rows: u64,
}

impl Home {
    /// A new file with a brand and its accounts.
    pub fn new(folder: &Path, rows: u64) -> Self {
        let file = folder.join(format!("ronde-{rows}.db"));
        let mut store = Store::open(&file).expect("a new file");
        let brand = Brand {
            id: BrandId(0),
            name: "Maison Brume".into(),
            colour: Colour::Teal,
            zone: chrono_tz::Europe::Paris,
            hours: WorkingHours::default(),
            sweeps_per_day: 2,
            reports_to: ReportsTo::Communication,
            validates_alone: true,
            on_hold: false,
            charter: Charter::default(),
            targets: Targets::default(),
        };
        let Ok(Reply::Brand(brand)) = serve(&mut store, Job::SaveBrand(Box::new(brand), first())) else { panic!("no brand") };
        let accounts = (0..ACCOUNTS).map(|number| account(&mut store, brand.id, number)).collect();
        Self { file, store, brand: brand.id, accounts, rows }
    }

    /// An account.
    pub fn account(&self, number: usize) -> &Account {
        &self.accounts[number]
    }

    /// Takes every comment in, in pages of 200. Gives the rows by second of processor.
    pub fn take_all(&mut self) -> f64 {
        let mut time = 0.0;
        let mut pages: Vec<Vec<Incoming>> = vec![Vec::new(); ACCOUNTS];
        for comment in comments(self.rows) {
            let page = &mut pages[comment.account];
            page.push(comment.incoming());
            if page.len() == 200 {
                let full = std::mem::replace(page, Vec::with_capacity(200));
                time += self.take(comment.account, full);
            }
        }
        for (account, rest) in pages.into_iter().enumerate() {
            time += self.take(account, rest);
        }
        self.store.idle().expect("a checkpoint");
        real(self.rows) / time * 1e3
    }

    fn take(&mut self, account: usize, incoming: Vec<Incoming>) -> f64 {
        let page =
            Page { stream: Stream::Incoming, incoming, own: Vec::new(), reactions: Vec::new(), cursor: Some("{}".into()), more: true };
        let job = Job::Take { account: self.accounts[account].id, page: Box::new(page), at: now() };
        timed(|| serve(&mut self.store, job).expect("a page is taken")).0
    }

    /// Answers or closes all but the newest tenth, as two years of work would have.
    pub fn decide_most(&mut self) {
        let most = self.rows - self.rows / 10;
        let mut from = 0;
        while from < most {
            let to = (from + 500).min(most);
            let messages = (from + 1..=to).map(|id| MessageId(id.cast_signed())).collect();
            let state = if from / 500 % 4 == 0 { MessageState::Closed } else { MessageState::Answered };
            let at = first() + (now() - first()) / 1000 * i32::try_from(to * 1000 / self.rows).expect("a thousandth") + Duration::hours(2);
            let job = Job::Decide { messages, state, at, sweep: None, reason: SafeText::default() };
            serve(&mut self.store, job).expect("they are decided");
            from = to;
        }
        self.store.idle().expect("a checkpoint");
    }

    /// Rules as a workshop of a brand would have: words, a length, signs alone, a channel, a newcomer.
    pub fn give_rules(&mut self) {
        let words = |words: &[&str]| words.iter().map(|word| SafeText::line(word)).collect();
        let asked = [
            Conditions { keywords: words(&["remboursement", "colis", "refund", "parcel", "abîmé"]), ..Conditions::default() },
            Conditions { keywords: words(&["toujours pas", "still no answer", "personne ne répond"]), ..Conditions::default() },
            Conditions { keywords: words(&["où", "combien", "livrez-vous", "deliver"]), longer: Some(20), ..Conditions::default() },
            Conditions { only: Some(Only::Emoji), ..Conditions::default() },
            Conditions { keywords: words(&["merci", "bravo", "lovely"]), shorter: Some(200), ..Conditions::default() },
            Conditions { new_person: true, channel: Some(Channel::Mention), ..Conditions::default() },
        ];
        let complaint = || Proposes { kind: Some(MessageKind::Complaint), ..Proposes::default() };
        let proposed = [
            complaint(),
            Proposes { urgent: true, ..complaint() },
            Proposes { label: Some("Boutique".into()), ..Proposes::default() },
            Proposes { close: true, ..Proposes::default() },
            Proposes { tone: Some(Tone::Positive), ..Proposes::default() },
            Proposes { label: Some("Bienvenue".into()), ..Proposes::default() },
        ];
        let rules = asked.into_iter().zip(proposed).enumerate().map(|(number, (conditions, proposes))| Rule {
            name: SafeText::line(&format!("Règle {number}")),
            conditions,
            proposes,
            ..Rule::new(self.brand)
        });
        serve(&mut self.store, Job::Rule(RuleJob::Add(rules.collect(), first()))).expect("the rules are written");
    }

    /// Calls one message in so many a complaint.
    pub fn complain(&mut self, one_in: usize) {
        let complaints: Vec<MessageId> = (1..=self.rows.cast_signed()).step_by(one_in).map(MessageId).collect();
        for messages in complaints.chunks(500) {
            let job = Job::Classify { messages: messages.to_vec(), change: Classify::Kind(MessageKind::Complaint), at: now() };
            serve(&mut self.store, job).expect("they are classified");
        }
        self.store.idle().expect("a checkpoint");
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> u64 {
        std::fs::metadata(&self.file).map_or(0, |file| file.len())
    }

    /// Outcomes, drafts and undone outcomes, each one durable: milliseconds on the wall.
    pub fn durable(&mut self, newest: i64) -> [Sample; 3] {
        let mut samples = [Sample::default(), Sample::default(), Sample::default()];
        for step in 0..100 {
            let message = MessageId(newest - step);
            let at = now() + Duration::seconds(step);
            let decide = Job::Decide { messages: vec![message], state: MessageState::Closed, at, sweep: None, reason: SafeText::default() };
            let draft = Job::KeepDraft(message, "Bonjour, nous regardons cela tout de suite.".into(), at);
            for (sample, job) in samples.iter_mut().zip([decide, draft, Job::Undo(self.brand, at)]) {
                sample.add(lasted(|| serve(&mut self.store, job).expect("it is written")).0);
            }
        }
        samples
    }

    /// The facts of a year, cold then warm: milliseconds of processor.
    pub fn facts(&mut self) -> (f64, u64) {
        let to = day_in(chrono_tz::Europe::Paris, now());
        let period = Period { from: to - Duration::days(364), to };
        let mut sample = Sample::default();
        let mut received = 0;
        for _ in 0..5 {
            let (time, reply) = timed(|| serve(&mut self.store, Job::Facts(self.brand, period)).expect("facts"));
            let Reply::Facts(facts) = reply else { panic!("no facts") };
            received = facts.messages.iter().map(|kind| u64::from(kind.received)).sum();
            sample.add(time);
        }
        (sample.at(50), received)
    }
}

fn account(store: &mut Store, brand: BrandId, number: usize) -> Account {
    let account = Account {
        id: AccountId(0),
        brand,
        network: Network::Mastodon,
        access: Access::Connected,
        handle: format!("@brume{number}@place.example").into(),
        server: "http://127.0.0.1:9".into(),
        remote_id: "1".into(),
        capabilities: Capabilities::manual(Network::Mastodon),
        standing: Standing::Well,
    };
    match serve(store, Job::SaveAccount(Box::new(account), first())) {
        Ok(Reply::Account(account)) => *account,
        other => panic!("no account: {other:?}"),
    }
}
