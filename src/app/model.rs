//! The model: all that the screens know. `update` alone changes it, `view` alone draws it.

use super::asks::Asks;
use super::command::{Command, Scope};
use super::courier::Courier;
use super::dialog::Dialog;
use super::effect::{Call, Job, Ticket};
use super::event::Workspace;
use super::keymap::Keymap;
use super::notice::{Notice, Notices, Weight};
use super::pull::Puller;
use super::{inbox, metrics, notebook, queue, report, today, welcome};
use crate::domain::account::Account;
use crate::domain::brand::Brand;
use crate::domain::delivery::Delivery;
use crate::domain::time::{Day, Moment, Zone, day_in};
use crate::domain::{AccountId, BrandId, coded};
use crate::lang::{Lang, Text, Texts, Voice};
use crate::layout::Size;
use std::collections::BTreeMap;
use std::rc::Rc;

coded! {
    /// A tab.
    Tab {
        Today = "today", Inbox = "inbox", Metrics = "metrics", Queue = "queue", Watch = "watch", Report = "report", Notebook = "notebook",
    }
}

coded! {
    /// The colours of the screens.
    ThemeName { Auto = "auto", Light = "light", Dark = "dark", Contrast = "contrast", Mono = "mono" }
}

/// What the screens are told once, from the config, the terminal and the command line.
#[derive(Debug, Clone)]
pub struct Look {
    /// The colours.
    pub theme: ThemeName,
    /// Whether only ASCII signs are drawn.
    pub ascii: bool,
    /// Whether this is the demo: nothing leaves.
    pub demo: bool,
    /// The minutes between two pulls; 0 pulls by hand only.
    pub pull_minutes: u16,
    /// The folder of reports, as shown.
    pub reports: crate::domain::text::SafeText,
    /// The keys.
    pub keymap: Keymap,
}

/// Who waits for a reply of the file or of a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The app as a whole.
    Shell,
    /// The welcome.
    Welcome,
    /// A tab.
    Tab(Tab),
}

/// All that the screens know.
pub struct Model {
    /// Now, as last told by a tick.
    pub now: Moment,
    /// The size of the terminal.
    pub size: Size,
    /// The texts of both languages.
    pub texts: Rc<Texts>,
    /// The language of the screens.
    pub lang: Lang,
    /// Whether that language was asked for with this start: the one that was chosen before does not replace it.
    pub lang_asked: bool,
    /// What was told once.
    pub look: Look,
    /// Brands, accounts, contacts, settings.
    pub workspace: Workspace,
    /// Whether the workspace was read.
    pub loaded: bool,
    /// The brand that is shown; nothing of another one is.
    pub brand: Option<BrandId>,
    /// The tab.
    pub tab: Tab,
    /// Today.
    pub today: today::Today,
    /// The inbox.
    pub inbox: inbox::Inbox,
    /// The metrics.
    pub metrics: metrics::Metrics,
    /// The queue.
    pub queue: queue::Queue,
    /// The report.
    pub report: report::Report,
    /// The notebook.
    pub notebook: notebook::Notebook,
    /// The time zone of the machine: that of a new brand.
    pub home: Zone,
    /// The welcome, on the first run.
    pub welcome: Option<welcome::Welcome>,
    /// What stands above the tab.
    pub dialog: Option<Dialog>,
    /// What was said.
    pub notices: Notices,
    /// Requests not handed out yet.
    pub asks: Asks,
    /// Who waits for which reply.
    pub waiting: BTreeMap<Ticket, Asker>,
    /// Deliveries on their way.
    pub courier: Courier,
    /// Pulls under way.
    pub puller: Puller,
    /// Open messages being held against the rules.
    pub proposing: super::proposing::Proposing,
    /// When the last pull ended.
    pub pulled: Option<Moment>,
    /// How many accounts the pull under way began with.
    pub pull_size: usize,
    /// What the network told of an account in the last pull, if it was trouble.
    pub account_troubles: BTreeMap<AccountId, super::trouble::Trouble>,
    /// Deliveries that can still be taken back.
    pub held: Vec<Delivery>,
    /// Deliveries that wait for a person.
    pub asking: Vec<Delivery>,
    /// When deliveries and what comes back are looked at next.
    pub next_round: Moment,
    /// The delivery by which an act has left that was to be undone: the next undo goes on to the act before.
    pub told_left: Option<crate::domain::DeliveryId>,
    /// What was undone and is still to be told.
    pub undone: Option<super::undone::Telling>,
    /// Ctrl+C was pressed once.
    pub leaving: bool,
}

impl Model {
    /// A model that knows nothing yet but what it was told.
    #[must_use]
    pub fn new(now: Moment, size: Size, texts: Rc<Texts>, lang: Lang, look: Look) -> Self {
        Self {
            now,
            size,
            texts,
            lang,
            lang_asked: false,
            look,
            workspace: Workspace::default(),
            loaded: false,
            brand: None,
            tab: Tab::Today,
            today: today::Today::default(),
            inbox: inbox::Inbox::default(),
            metrics: metrics::Metrics::default(),
            queue: queue::Queue::default(),
            report: report::Report::default(),
            notebook: notebook::Notebook::default(),
            home: Zone::UTC,
            welcome: None,
            dialog: None,
            notices: Notices::default(),
            asks: Asks::default(),
            waiting: BTreeMap::new(),
            courier: Courier::default(),
            puller: Puller::default(),
            proposing: super::proposing::Proposing::default(),
            pulled: None,
            pull_size: 0,
            account_troubles: BTreeMap::new(),
            held: Vec::new(),
            asking: Vec::new(),
            next_round: now,
            told_left: None,
            undone: None,
            leaving: false,
        }
    }

    /// Says texts in the language of the screens.
    #[must_use]
    pub fn voice(&self) -> Voice<'_> {
        self.texts.voice(self.lang)
    }

    /// The brand that is shown.
    #[must_use]
    pub fn brand(&self) -> Option<&Brand> {
        self.workspace.brands.iter().find(|brand| Some(brand.id) == self.brand)
    }

    /// The time zone of the brand that is shown.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.brand().map_or(Zone::UTC, |brand| brand.zone)
    }

    /// The day, in the zone of the brand.
    #[must_use]
    pub fn day(&self) -> Day {
        day_in(self.zone(), self.now)
    }

    /// The accounts of the brand that is shown.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.workspace.accounts.iter().filter(|account| Some(account.brand) == self.brand)
    }

    /// An account of any brand.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.workspace.accounts.iter().find(|account| account.id == id)
    }

    /// The contacts of the brand that is shown.
    pub fn contacts(&self) -> impl Iterator<Item = &crate::domain::contact::Contact> {
        self.workspace.contacts.iter().filter(|contact| Some(contact.brand) == self.brand)
    }

    /// The labels of the brand that is shown.
    pub fn labels(&self) -> impl Iterator<Item = &crate::domain::label::Label> + Clone {
        self.workspace.labels.iter().filter(|label| Some(label.brand) == self.brand)
    }

    /// The saved views of the brand that is shown.
    pub fn views(&self) -> impl Iterator<Item = &crate::domain::saved_view::SavedView> {
        self.workspace.views.iter().filter(|view| Some(view.brand) == self.brand)
    }

    /// The saved replies of the brand that is shown, by name.
    pub fn saved_replies(&self) -> impl Iterator<Item = &crate::domain::saved_reply::SavedReply> {
        self.workspace.saved_replies.iter().filter(|reply| Some(reply.brand) == self.brand)
    }

    /// Asks the file, for someone who will hear the reply.
    pub fn ask(&mut self, asker: Asker, job: Job) -> Ticket {
        let ticket = self.asks.store(job);
        self.waiting.insert(ticket, asker);
        ticket
    }

    /// Asks a network, for someone who will hear the reply.
    pub fn call(&mut self, asker: Asker, call: Call) -> Ticket {
        let ticket = self.asks.net(call);
        self.waiting.insert(ticket, asker);
        ticket
    }

    /// Says that something is done.
    pub fn tell(&mut self, said: Text) {
        self.notices.add(Notice { weight: Weight::Done, said, remedy: None, at: self.now });
    }

    /// Says why something can't be done now.
    pub fn hint(&mut self, said: Text) {
        self.notices.add(Notice { weight: Weight::Hint, said, remedy: None, at: self.now });
    }

    /// Says that something went wrong, and what to do.
    pub fn warn(&mut self, said: Text, remedy: Text) {
        self.notices.add(Notice { weight: Weight::Trouble, said, remedy: Some(remedy), at: self.now });
    }

    /// The scopes that hear a key, from the top.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        if self.welcome.is_some() {
            return vec![Scope::Field];
        }
        if self.dialog.is_some() {
            return vec![Scope::Dialog];
        }
        self.scopes_of_tab()
    }

    /// The scopes that hear a key where no dialog is open, from the top.
    #[must_use]
    pub fn scopes_of_tab(&self) -> Vec<Scope> {
        let mut scopes = Vec::with_capacity(4);
        match self.tab {
            Tab::Today => scopes.push(Scope::Today),
            Tab::Inbox => inbox::scopes(self, &mut scopes),
            Tab::Metrics => metrics::scopes(self, &mut scopes),
            Tab::Queue => queue::scopes(self, &mut scopes),
            Tab::Watch => scopes.push(Scope::Watch),
            Tab::Report => report::scopes(self, &mut scopes),
            Tab::Notebook => notebook::scopes(self, &mut scopes),
        }
        scopes.push(Scope::Global);
        scopes
    }

    /// Whether `command` is heard now and can be run.
    ///
    /// # Errors
    /// Why it can't.
    pub fn available(&self, command: Command) -> Result<(), Text> {
        (super::command::spec(command).available)(self)
    }
}
