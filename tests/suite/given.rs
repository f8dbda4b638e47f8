//! What tests begin with: a store on a real file, a brand, accounts, messages.

pub mod post;

use chrono::Duration;
use proptest::prelude::ProptestConfig;
use ronde::app::effect::{Job, Page, Stream};
use ronde::app::event::{Reply, Row, Window};
use ronde::domain::account::{Ability, Access, Account, Capabilities, Network, Standing};
use ronde::domain::brand::{Brand, Charter, Colour, ReportsTo, Targets};
use ronde::domain::contact::Contact;
use ronde::domain::delivery::{Act, Delivery, Move};
use ronde::domain::hours::WorkingHours;
use ronde::domain::message::{Channel, Incoming, Own, Visibility};
use ronde::domain::query::{Anchor, Ask, Query, View};
use ronde::domain::text::SafeText;
use ronde::domain::time::Moment;
use ronde::domain::{AccountId, BrandId, ContactId, MessageId};
use ronde::store::{Store, serve};
use std::path::PathBuf;

/// A store and the folder it lies in, which goes with it.
pub struct Home {
    /// The store.
    pub store: Store,
    /// The folder.
    pub folder: tempfile::TempDir,
}

impl Home {
    /// Carries out a job that must succeed.
    pub fn ask(&mut self, job: Job) -> Reply {
        serve(&mut self.store, job).expect("the job is carried out")
    }

    /// Closes the file and opens it again.
    pub fn restart(&mut self) {
        self.store = Store::open(&self.path()).expect("the file opens again");
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("ronde.db")
    }
}

/// A new store on a real file.
pub fn store() -> Home {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&folder.path().join("ronde.db")).expect("a new file opens");
    Home { store, folder }
}

/// An instant: Wednesday 4 November 2026 at 10:00 in Paris, and so many minutes.
pub fn at(minutes: i64) -> Moment {
    "2026-11-04T09:00:00Z".parse::<Moment>().expect("an instant") + Duration::minutes(minutes)
}

/// A brand as the welcome makes it.
pub fn a_brand() -> Brand {
    Brand {
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
    }
}

/// A brand that is stored.
pub fn brand(home: &mut Home) -> BrandId {
    match home.ask(Job::SaveBrand(Box::new(a_brand()), at(0))) {
        Reply::Brand(brand) => brand.id,
        other => panic!("a brand, not {other:?}"),
    }
}

/// A connected account that is stored.
pub fn account(home: &mut Home, brand: BrandId) -> AccountId {
    account_of(home, brand, Network::Mastodon, Access::Connected)
}

/// A connected account as a network tells it, not stored yet.
pub fn an_account(brand: BrandId, network: Network) -> Account {
    Account {
        id: AccountId(0),
        brand,
        network,
        access: Access::Connected,
        handle: "@brume@example.social".into(),
        server: "https://example.social".into(),
        remote_id: "1".into(),
        capabilities: Capabilities::manual(network),
        standing: Standing::Well,
    }
}

/// What an account can do where its network offers everything.
pub fn all_abilities(network: Network) -> Capabilities {
    Capabilities { can: Ability::ALL.iter().copied().collect(), ..Capabilities::manual(network) }
}

/// An account of a network that is stored.
pub fn account_of(home: &mut Home, brand: BrandId, network: Network, access: Access) -> AccountId {
    let account = Account { access, ..an_account(brand, network) };
    match home.ask(Job::SaveAccount(Box::new(account), at(0))) {
        Reply::Account(account) => account.id,
        other => panic!("an account, not {other:?}"),
    }
}

/// A contact that is stored.
pub fn contact(home: &mut Home, brand: BrandId) -> ContactId {
    let contact = Contact {
        id: ContactId(0),
        brand,
        name: "Nadia".into(),
        role: "SAV".into(),
        email: "nadia@example.org".into(),
        validates: false,
        receives_reports: false,
    };
    match home.ask(Job::SaveContact(Box::new(contact), at(0))) {
        Reply::Contact(contact) => contact.id,
        other => panic!("a contact, not {other:?}"),
    }
}

/// A message as a network brings it: `m0`, `m1`… a minute apart, by three authors in turn.
pub fn incoming(number: i64) -> Incoming {
    let author = ["Élodie Petit", "Karim B.", "Ava"][usize::try_from(number.rem_euclid(3)).expect("0 to 2")];
    Incoming {
        remote_id: SafeText::clean(&format!("m{number}")),
        parent: None,
        author_id: SafeText::clean(&format!("a{}", number.rem_euclid(3))),
        author: author.into(),
        handle: SafeText::clean(&format!("@a{}@example.social", number.rem_euclid(3))),
        text: SafeText::clean(&format!("Message numéro {number} : où est mon colis ?")),
        channel: Channel::Mention,
        visibility: Visibility::Public,
        filtered: false,
        url: None,
        at: at(number),
    }
}

/// A page of messages.
pub fn page(incoming: Vec<Incoming>) -> Page {
    Page { stream: Stream::Incoming, incoming, own: Vec::new(), reactions: Vec::new(), cursor: None, more: false }
}

/// What an account itself said elsewhere, beneath something or nothing.
pub fn own(remote_id: &str, parent: &str, text: &str, at: Moment) -> Own {
    Own {
        remote_id: SafeText::line(remote_id),
        parent: (!parent.is_empty()).then(|| SafeText::line(parent)),
        text: SafeText::clean(text),
        url: None,
        at,
        likes: None,
        shares: None,
        comments: None,
        saves: None,
    }
}

/// A page of what an account itself said.
pub fn own_page(own: Vec<Own>) -> Page {
    Page { stream: Stream::Own, incoming: vec![], own, reactions: vec![], cursor: None, more: false }
}

/// An answer to a message, seen by those who see the message.
pub fn answer_to(message: &Incoming, text: &str) -> Act {
    Act::Reply {
        to: message.remote_id.clone(),
        handle: message.handle.clone(),
        text: SafeText::clean(text),
        visibility: message.visibility,
    }
}

/// Takes messages in.
pub fn take(home: &mut Home, account: AccountId, incoming: Vec<Incoming>) -> Reply {
    home.ask(Job::Take { account, page: Box::new(page(incoming)), at: at(0) })
}

/// So many open messages, oldest first.
pub fn messages(home: &mut Home, account: AccountId, number: i64) -> Vec<MessageId> {
    take(home, account, (0..number).map(incoming).collect());
    let brand = match home.ask(Job::Load) {
        Reply::Workspace(workspace) => workspace.accounts.iter().find(|known| known.id == account).expect("the account").brand,
        other => panic!("a workspace, not {other:?}"),
    };
    rows(home, brand, View::Open, "").iter().map(|row| row.message.id).collect()
}

/// A request for the first rows of a view.
pub fn ask(brand: BrandId, view: View, typed: &str) -> Ask {
    Ask { brand, view, query: Query::parse(typed).0, anchor: Anchor::Top, rows: 500, sweep: None }
}

/// A window.
pub fn window(home: &mut Home, ask: Ask) -> Window {
    match home.ask(Job::Window(Box::new(ask))) {
        Reply::Window(window) => *window,
        other => panic!("a window, not {other:?}"),
    }
}

/// The first rows of a view.
pub fn rows(home: &mut Home, brand: BrandId, view: View, typed: &str) -> Vec<Row> {
    window(home, ask(brand, view, typed)).rows
}

/// Takes a step of a delivery.
pub fn advance(home: &mut Home, step: Option<Move>) -> Option<Delivery> {
    match home.ask(Job::Advance(Box::new(step.expect("a step to take")), at(61))) {
        Reply::Advanced(delivery) => delivery.map(|delivery| *delivery),
        other => panic!("advanced, not {other:?}"),
    }
}

/// A setting of the scripts in `tests/servers`; without it the test says that it did nothing.
pub fn setting(name: &str) -> Option<String> {
    let found = std::env::var(name).ok().filter(|value| !value.is_empty());
    if found.is_none() {
        eprintln!("skipped: {name} is not set (see tests/servers)");
    }
    found
}

/// How stories are told by chance: `PROPTEST_CASES` of them, else 48.
pub fn stories(max_shrink_iters: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters, ..ProptestConfig::default() }
}
