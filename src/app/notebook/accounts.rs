//! Accounts: adding one by hand, checking, renaming, removing; connecting is in `connect`.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label, Menu, Prompt, Then as Chosen};
use super::super::effect::{Call, Desktop, Job};
use super::super::event::News;
use super::super::model::{Asker, Model, Tab};
use super::super::shell;
use super::super::trouble::{Cause, Trouble};
use super::{Page, Then, brand, connect};
use crate::domain::AccountId;
use crate::domain::account::{Access, Account, Capabilities, Network, Standing};
use crate::domain::text::SafeText;
use crate::lang::Text;

#[expect(clippy::unnecessary_wraps, reason = "a menu takes a choice, or the reason it can't be made")]
fn then(then: Then) -> Result<Chosen, Text> {
    Ok(Chosen::Notebook(then))
}

/// The account under the cursor, while accounts are shown.
pub fn current(model: &Model) -> Option<&Account> {
    (model.notebook.page == Page::Accounts).then(|| model.accounts().nth(model.notebook.row())).flatten()
}

fn connected(model: &Model) -> Result<&Account, Reason> {
    let account = current(model).ok_or_else(|| Text::new("notebook-no-account"))?;
    match account.access {
        Access::Connected => Ok(account),
        Access::Manual => Err(Text::new("lack-manual").with("account", &account.handle)),
    }
}

/// Whether the account can be asked how it stands.
pub fn can_check(model: &Model) -> Result<(), Reason> {
    connected(model)?;
    if model.look.demo { Err(Text::new("notebook-demo")) } else { Ok(()) }
}

/// Whether the account can be connected again.
pub fn can_reconnect(model: &Model) -> Result<(), Reason> {
    can_check(model)
}

/// Whether the account has a place on the web.
pub fn has_server(model: &Model) -> Result<(), Reason> {
    connected(model).map(|_| ())
}

/// Opens the server of the account.
pub fn open(model: &mut Model) {
    if let Some(server) = current(model).map(|account| account.server.clone()) {
        model.asks.desktop(Desktop::Browse(server));
    }
}

/// Asks for the network of a new account: those that connect come first, the others are kept by hand.
pub fn ask_network(model: &mut Model) {
    let start = Menu::new(Text::new("notebook-network-title"));
    let menu = Network::listed().into_iter().zip("1234567890".chars()).fold(start, |menu, (network, key)| {
        let label = if network.connects() {
            Text::new("notebook-network-connects").with("network", network.name())
        } else {
            Text::coded("notebook-network", network.code())
        };
        menu.item(Some(key), Label::Text(label), then(Then::Add(network)))
    });
    model.dialog = Some(Dialog::Menu(menu));
}

/// Goes on with the network chosen.
pub fn add(model: &mut Model, network: Network) {
    if !network.connects() {
        let prompt = Prompt::new(Text::new("notebook-handle-title"), "", Chosen::Notebook(Then::Manual(network)))
            .help(Text::new("notebook-handle-help"));
        model.dialog = Some(Dialog::Prompt(prompt));
    } else if model.look.demo {
        model.hint(Text::new("notebook-demo"));
    } else {
        connect::begin(model, network, None);
    }
}

/// Adds an account that is kept by hand.
pub fn add_manual(model: &mut Model, network: Network, typed: &str) {
    let handle = SafeText::line(typed);
    let Some(brand) = model.brand.filter(|_| !handle.is_blank()) else {
        return brand::wrong(model, Text::new("notebook-handle-empty"));
    };
    if model.accounts().any(|account| account.network == network && account.handle == handle) {
        return brand::wrong(model, Text::new("notebook-handle-known"));
    }
    model.dialog = None;
    let account = Account {
        id: AccountId(0),
        brand,
        network,
        access: Access::Manual,
        handle: handle.clone(),
        server: SafeText::EMPTY,
        remote_id: SafeText::EMPTY,
        capabilities: Capabilities::manual(network),
        standing: Standing::Well,
    };
    model.ask(Asker::Tab(Tab::Notebook), Job::SaveAccount(Box::new(account), model.now));
    model.tell(Text::new("notebook-manual-added").with("account", handle));
}

/// What can be done with the account under the cursor.
pub fn edit(model: &mut Model) {
    let Some(account) = current(model).cloned() else { return };
    match account.access {
        Access::Manual => {
            let prompt =
                Prompt::new(Text::new("notebook-handle-title"), account.handle.as_str(), Chosen::Notebook(Then::Handle(account.id)));
            model.dialog = Some(Dialog::Prompt(prompt));
        }
        Access::Connected => {
            use super::super::command::Command as Any;
            let item = |key, command| shell::command_item(model, key, Any::Notebook(command));
            let mut menu = Menu::new(Text::new("notebook-account-title")).about(&account.handle);
            menu.items = vec![
                item('v', super::Command::Check),
                item('r', super::Command::Reconnect),
                item('o', super::Command::OpenInBrowser),
                item('x', super::Command::Remove),
            ];
            model.dialog = Some(Dialog::Menu(menu));
        }
    }
}

/// Writes the handle of an account kept by hand.
pub fn rename(model: &mut Model, id: AccountId, typed: &str) {
    let handle = SafeText::line(typed);
    if handle.is_blank() {
        return brand::wrong(model, Text::new("notebook-handle-empty"));
    }
    model.dialog = None;
    if let Some(account) = model.account(id).cloned() {
        model.ask(Asker::Tab(Tab::Notebook), Job::SaveAccount(Box::new(Account { handle, ..account }), model.now));
    }
}

/// Connects the account again: what it received and sent stays with it.
pub fn reconnect(model: &mut Model) {
    if let Some((id, network)) = current(model).map(|account| (account.id, account.network)) {
        connect::begin(model, network, Some(id));
    }
}

/// Asks the network how the account stands and what it can do now.
pub fn check(model: &mut Model) {
    let Some(account) = current(model).cloned() else { return };
    model.hint(Text::new("notebook-checking").with("account", &account.handle));
    let ticket = model.call(Asker::Tab(Tab::Notebook), Call::Check(Box::new(account)));
    model.notebook.checking = Some(ticket);
}

/// Takes what a check found.
pub fn checked(model: &mut Model, news: Result<News, Trouble>) {
    match news {
        Ok(News::Checked(account)) => {
            model.account_troubles.remove(&account.id);
            model.tell(Text::new("notebook-checked").with("account", &account.handle));
            model.ask(Asker::Tab(Tab::Notebook), Job::SaveAccount(account, model.now));
        }
        Ok(_) => {}
        Err(trouble) => {
            shell::tell_trouble(model, &trouble);
            let standing = match trouble.cause {
                cause if cause.pauses() => Standing::Expired,
                Cause::RateLimited(until) => Standing::Limited { until },
                _ => return,
            };
            let Some(id) = trouble.account else { return };
            if let Some(account) = model.workspace.accounts.iter_mut().find(|account| account.id == id) {
                account.standing = standing.clone();
                model.asks.store(Job::SetStanding(id, standing, model.now));
            }
        }
    }
}

/// Asks before an account is removed.
pub fn ask_remove(model: &mut Model) {
    let Some(account) = current(model).cloned() else { return };
    let menu = Menu::new(Text::new("notebook-remove-account-title"))
        .about(&account.handle)
        .item(Some('n'), Label::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close))
        .item(Some('x'), Label::Text(Text::new("notebook-remove-account")), then(Then::RemoveAccount(account.id)));
    model.dialog = Some(Dialog::Menu(menu));
}

/// Removes an account and its secret. One with a past is closed, and its past stays.
pub fn remove(model: &mut Model, id: AccountId) {
    let connected = model.account(id).is_some_and(|account| account.access == Access::Connected);
    model.ask(Asker::Tab(Tab::Notebook), Job::RemoveAccount(id, model.now));
    if connected && !model.look.demo {
        // Nobody waits for it; a trouble is told all the same.
        model.asks.net(Call::DropSecret(id));
    }
    model.tell(Text::new("notebook-account-removed"));
}
