//! Connecting an account: the server, the way, the code or the token, then its row and its secret. What a network
//! wants instead of that, `password` asks for.
//!
//! A trouble leaves the flow where it was: nothing typed before has to be typed again.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{Call, Desktop, Job, Secret, Ticket};
use super::super::event::News;
use super::super::model::{Asker, Model, Tab};
use super::super::trouble::Trouble;
use super::super::{rounds, shell};
use super::{Page, Then, brand, password};
use crate::domain::AccountId;
use crate::domain::account::{Account, Network, Way};
use crate::domain::text::SafeText;
use crate::lang::Text;

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// The server is to be named.
    Naming,
    /// The server is asked what it is.
    Probing,
    /// The way is to be chosen; what the server is.
    Choosing(SafeText),
    /// The server is asked for an address.
    Starting,
    /// The CM allows Ronde at this address; whether the code comes by itself.
    Allowing(SafeText, bool),
    /// The code or the token is tried.
    Trying,
    /// The account is written.
    Storing,
}

/// An account being connected.
#[derive(Debug, Clone, PartialEq)]
pub struct Connecting {
    /// The account that is connected again, if it is not a new one.
    pub again: Option<AccountId>,
    /// Its network.
    pub network: Network,
    /// The address of the server, as typed.
    pub server: SafeText,
    /// The handle, as typed, where the network asks for one.
    pub name: SafeText,
    /// How far it is.
    pub stage: Stage,
    /// What the stage goes back to, if what is tried fails.
    before: Option<Stage>,
    /// The request under way: an older reply is no news.
    asked: Option<Ticket>,
    /// The token or the password, until it is kept.
    pub(super) secret: Option<Secret>,
    /// Whether it was told that the password looks like that of the account itself.
    pub(super) warned: bool,
}

impl Connecting {
    /// What it is called until the account answers.
    #[must_use]
    pub fn called(&self) -> SafeText {
        let known = [&self.name, &self.server].into_iter().find(|known| !known.is_blank());
        known.cloned().unwrap_or_else(|| SafeText::line(self.network.name()))
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Notebook(then))
}

/// Begins: asks for what the network wants first, or asks the server of the account again.
pub fn begin(model: &mut Model, network: Network, again: Option<AccountId>) {
    let known = again.and_then(|id| model.account(id));
    let server = known.map(|account| account.server.clone()).unwrap_or_default();
    let by_name = network.connects_by() == Some(Way::Password);
    let name = known.filter(|_| by_name).map(|account| account.handle.clone()).unwrap_or_default();
    model.notebook.page = Page::Accounts;
    model.notebook.connecting = Some(Connecting {
        again,
        network,
        server: server.clone(),
        name,
        stage: Stage::Naming,
        before: None,
        asked: None,
        secret: None,
        warned: false,
    });
    if again.is_some() && !by_name {
        probe(model, server.as_str());
    } else {
        ask_first(model);
    }
}

/// Asks for what the network wants first.
fn ask_first(model: &mut Model) {
    match model.notebook.connecting.as_ref().and_then(|connecting| connecting.network.connects_by()) {
        Some(Way::Password) => password::ask_all(model),
        Some(Way::Authorization) | None => ask_server(model),
    }
}

fn ask_server(model: &mut Model) {
    let Some(connecting) = &model.notebook.connecting else { return };
    let prompt = Prompt::new(Text::new("notebook-server-title"), connecting.server.as_str(), Chosen::Notebook(Then::Server))
        .help(Text::new("notebook-server-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Makes a request that the flow waits for, and remembers what to go back to.
pub(super) fn ask(model: &mut Model, stage: Stage, call: Call) {
    let ticket = model.call(Asker::Tab(Tab::Notebook), call);
    if let Some(connecting) = &mut model.notebook.connecting {
        connecting.before = Some(std::mem::replace(&mut connecting.stage, stage));
        connecting.asked = Some(ticket);
    }
}

/// Asks the server what it is.
pub fn probe(model: &mut Model, typed: &str) {
    let server = SafeText::line(typed.trim());
    if server.is_blank() {
        return brand::wrong(model, Text::new("notebook-server-empty"));
    }
    model.dialog = None;
    let Some(connecting) = &mut model.notebook.connecting else { return };
    connecting.server = server.clone();
    connecting.stage = Stage::Naming;
    let network = connecting.network;
    ask(model, Stage::Probing, Call::Probe { server, network });
}

fn ask_way(model: &mut Model) {
    let menu = Menu::new(Text::new("notebook-way-title"))
        .about(&model.notebook.connecting.as_ref().map(|connecting| connecting.server.clone()).unwrap_or_default())
        .item(Some('b'), Label::Text(Text::new("notebook-way-browser")), then(Then::Browser))
        .item(Some('t'), Label::Text(Text::new("notebook-way-token")), then(Then::AskToken))
        .item(Some('q'), Label::Text(Text::new("notebook-give-up")), then(Then::GiveUp));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Asks the server for the address at which the CM allows Ronde.
pub fn start(model: &mut Model) {
    let Some(server) = model.notebook.connecting.as_ref().map(|connecting| connecting.server.clone()) else { return };
    ask(model, Stage::Starting, Call::StartAuthorization { server });
}

/// Asks for a token.
pub fn ask_token(model: &mut Model) {
    let mut prompt =
        Prompt::new(Text::new("notebook-token-title"), "", Chosen::Notebook(Then::Token)).help(Text::new("notebook-token-help"));
    prompt.secret = true;
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Tries the token typed.
pub fn connect(model: &mut Model, typed: &str) {
    let (Some(brand), Some(connecting)) = (model.brand, &model.notebook.connecting) else { return };
    let (network, server) = (connecting.network, connecting.server.clone());
    if typed.trim().is_empty() {
        return brand::wrong(model, Text::new("notebook-token-empty"));
    }
    model.dialog = None;
    ask(model, Stage::Trying, Call::Connect { brand, network, server, name: SafeText::default(), token: Secret::new(typed) });
}

/// Asks for the code that the server shows.
pub fn ask_code(model: &mut Model) {
    let prompt = Prompt::new(Text::new("notebook-code-title"), "", Chosen::Notebook(Then::Code)).help(Text::new("notebook-code-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Tries the code typed.
pub fn finish(model: &mut Model, typed: &str) {
    let (Some(brand), Some(server)) = (model.brand, model.notebook.connecting.as_ref().map(|connecting| connecting.server.clone())) else {
        return;
    };
    let code = SafeText::line(typed.trim());
    if code.is_blank() {
        return brand::wrong(model, Text::new("notebook-code-empty"));
    }
    model.dialog = None;
    ask(model, Stage::Trying, Call::FinishAuthorization { brand, server, code });
}

/// Whether there is an address to copy.
pub fn has_url(model: &Model) -> Result<(), Reason> {
    url(model).map(|_| ()).ok_or_else(|| Text::new("notebook-no-url"))
}

fn url(model: &Model) -> Option<SafeText> {
    match &model.notebook.connecting.as_ref()?.stage {
        Stage::Allowing(url, _) => Some(url.clone()),
        Stage::Naming | Stage::Probing | Stage::Choosing(_) | Stage::Starting | Stage::Trying | Stage::Storing => None,
    }
}

/// Copies the address of the authorization.
pub fn copy_url(model: &mut Model) {
    if let Some(url) = url(model) {
        model.asks.desktop(Desktop::Copy(url));
        model.tell(Text::new("notebook-url-copied"));
        ask_allowed(model);
    }
}

/// Opens the address of the authorization again.
pub fn open_again(model: &mut Model) {
    if let Some(url) = url(model) {
        model.asks.desktop(Desktop::Browse(url));
        ask_allowed(model);
    }
}

/// Asks again what the stage of the flow asks.
pub fn resume(model: &mut Model) {
    match model.notebook.connecting.as_ref().map(|connecting| &connecting.stage) {
        Some(Stage::Naming) => ask_first(model),
        Some(Stage::Choosing(_)) => ask_way(model),
        Some(Stage::Allowing(..)) => ask_allowed(model),
        Some(Stage::Probing | Stage::Starting | Stage::Trying | Stage::Storing) => model.hint(Text::new("notebook-one-moment")),
        None => {}
    }
}

/// Stops connecting; nothing was stored.
pub fn give_up(model: &mut Model) {
    model.dialog = None;
    model.notebook.connecting = None;
    model.hint(Text::new("notebook-gave-up"));
}

/// What is done while the CM allows Ronde in the browser.
fn ask_allowed(model: &mut Model) {
    let Some(Connecting { stage: Stage::Allowing(url, caught), .. }) = model.notebook.connecting.as_ref() else { return };
    let title = if *caught { "notebook-allow-waiting" } else { "notebook-allow-title" };
    let mut menu = Menu::new(Text::new(title)).about(url);
    if !*caught {
        menu = menu.item(Some('p'), Label::Text(Text::new("notebook-allow-code")), then(Then::AskCode));
    }
    menu = menu
        .item(Some('c'), Label::Text(Text::new("notebook-allow-copy")), then(Then::CopyUrl))
        .item(Some('o'), Label::Text(Text::new("notebook-allow-open")), then(Then::OpenAgain))
        .item(Some('q'), Label::Text(Text::new("notebook-give-up")), then(Then::GiveUp));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Hears a network, if it answers the flow.
pub fn hear(model: &mut Model, ticket: Ticket, news: Result<News, Trouble>) {
    if let Ok(News::Kept { in_file }) = news {
        return kept(model, in_file);
    }
    let awaited = model.notebook.connecting.as_ref().is_some_and(|connecting| connecting.asked == Some(ticket));
    match news {
        Err(trouble) if model.notebook.keeping.take_if(|asked| *asked == ticket).is_some() => shell::tell_trouble(model, &trouble),
        // Given up meanwhile.
        _ if !awaited => {}
        Ok(News::Server(found)) => {
            set_stage(model, Stage::Choosing(found.server));
            ask_way(model);
        }
        Ok(News::Authorize { url, caught }) => allow(model, url, caught),
        Ok(News::Connected(account, secret)) => connected(model, *account, secret),
        Ok(_) => {}
        Err(trouble) => failed(model, &trouble),
    }
}

fn set_stage(model: &mut Model, stage: Stage) {
    if let Some(connecting) = &mut model.notebook.connecting {
        connecting.stage = stage;
        connecting.before = None;
        connecting.asked = None;
    }
}

/// Opens the browser; where the code comes by itself, waits for it.
fn allow(model: &mut Model, url: SafeText, caught: bool) {
    model.asks.desktop(Desktop::Browse(url.clone()));
    set_stage(model, Stage::Allowing(url, caught));
    ask_allowed(model);
    if !caught {
        return;
    }
    let (Some(brand), Some(server)) = (model.brand, model.notebook.connecting.as_ref().map(|connecting| connecting.server.clone())) else {
        return;
    };
    let ticket = model.call(Asker::Tab(Tab::Notebook), Call::FinishAuthorization { brand, server, code: SafeText::EMPTY });
    if let Some(connecting) = &mut model.notebook.connecting {
        connecting.asked = Some(ticket);
    }
}

/// It failed: says why, and asks again what was asked.
fn failed(model: &mut Model, trouble: &Trouble) {
    let Some(connecting) = &mut model.notebook.connecting else { return shell::tell_trouble(model, trouble) };
    let tried = connecting.stage.clone();
    if let Some(before) = connecting.before.take() {
        connecting.stage = before;
    }
    connecting.asked = None;
    let now = connecting.stage.clone();
    // What a form tried is told in the form, where it can be mended, and nowhere else.
    if (&now, &tried) != (&Stage::Naming, &Stage::Trying) {
        shell::tell_trouble(model, trouble);
    }
    match (now, tried) {
        (Stage::Naming, Stage::Trying) => password::ask_again(model, trouble),
        (Stage::Naming, _) => ask_server(model),
        (Stage::Choosing(_), Stage::Trying) => ask_token(model),
        (Stage::Choosing(_), _) => ask_way(model),
        // The wait for the browser ended without a code.
        (Stage::Allowing(_, true), _) => {
            set_stage(model, Stage::Choosing(SafeText::EMPTY));
            ask_way(model);
        }
        (Stage::Allowing(_, false), _) => ask_code(model),
        (Stage::Probing | Stage::Starting | Stage::Trying | Stage::Storing, _) => {}
    }
}

/// The account answers: it is written under its row, then its secret is kept there.
fn connected(model: &mut Model, account: Account, secret: Secret) {
    model.dialog = None;
    let Some(connecting) = &model.notebook.connecting else { return };
    if let Some(known) = connecting.again.and_then(|id| model.account(id))
        && known.remote_id != account.remote_id
        && !known.remote_id.is_blank()
    {
        let text = Text::new("notebook-another-account").with("account", &account.handle).with("known", &known.handle);
        model.notebook.connecting = None;
        return model.hint(text);
    }
    // The same account added twice is the same row.
    let same = model.accounts().find(|known| known.is_same_place(&account)).map(|known| known.id);
    let id = connecting.again.or(same).unwrap_or(AccountId(0));
    let ticket = model.ask(Asker::Tab(Tab::Notebook), Job::SaveAccount(Box::new(Account { id, ..account }), model.now));
    set_stage(model, Stage::Storing);
    if let Some(connecting) = &mut model.notebook.connecting {
        connecting.asked = Some(ticket);
        connecting.secret = Some(secret);
    }
}

/// Takes an account as stored; one that was just connected has its secret kept.
pub fn stored(model: &mut Model, ticket: Ticket, stored: Account) {
    let id = stored.id;
    let handle = stored.handle.clone();
    match model.workspace.accounts.iter_mut().find(|account| account.id == id) {
        Some(known) => *known = stored,
        None => model.workspace.accounts.push(stored),
    }
    let row = model.accounts().position(|account| account.id == id);
    if let Some(row) = row {
        model.notebook.rows[Page::Accounts as usize] = row;
    }
    let awaited = model.notebook.connecting.as_ref().is_some_and(|connecting| connecting.asked == Some(ticket));
    if awaited && let Some(secret) = model.notebook.connecting.take().and_then(|connecting| connecting.secret) {
        model.account_troubles.remove(&id);
        model.tell(Text::new("notebook-connected").with("account", handle));
        let ticket = model.call(Asker::Tab(Tab::Notebook), Call::KeepSecret(id, secret));
        model.notebook.keeping = Some(ticket);
    }
}

/// A secret is kept, or forgotten: says where, if that is a file; an account can be pulled now.
fn kept(model: &mut Model, in_file: Option<SafeText>) {
    if let Some(file) = in_file {
        model.hint(Text::new("notebook-secret-in-file").with("file", file));
    }
    rounds::pull(model);
}
