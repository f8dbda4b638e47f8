//! `ronde account`: connects accounts, or takes note of those kept by hand.
//!
//! A token comes from standard input or is typed without echo; it is kept where secrets are, never in the file.

use super::args::{AccountAdd, AccountCommand};
use super::failure::{Exit, Failure};
use super::input;
use super::session::{self, Session, reply};
use super::shape;
use crate::app::effect::{Call, Job, Secret};
use crate::app::event::{News, Reply};
use crate::domain::account::{Access, Account, Capabilities, Network, Standing, Way, handle_in, is_app_password};
use crate::domain::text::SafeText;
use crate::domain::{AccountId, BrandId};
use crate::lang::Text;
use secrecy::ExposeSecret;
use std::io::IsTerminal;

/// Carries out a sub-command.
pub(super) fn run(session: &mut Session<'_>, command: AccountCommand) -> Result<Exit, Failure> {
    match command {
        AccountCommand::Add(asked) if asked.kind == "manual" => add_by_hand(session, &asked),
        AccountCommand::Add(asked) => connect(session, &asked),
        AccountCommand::List => list(session),
        AccountCommand::Check { account } => check(session, account.as_deref()),
        AccountCommand::Remove { account } => remove(session, &account),
    }
}

/// The brand of a new account. Where there is none yet, `--brand NAME` makes it, but only by
/// `make_brand`, once the account is known to work.
fn brand_for(session: &mut Session<'_>) -> Result<Option<BrandId>, Failure> {
    let workspace = session.workspace()?;
    let makes_one = session.global.brand.as_ref().is_some_and(|name| {
        !workspace.brands.iter().any(|brand| brand.name.as_str().to_lowercase() == name.to_lowercase() || brand.id.to_string() == *name)
    });
    if makes_one && workspace.brands.is_empty() {
        return Ok(None);
    }
    session.choose_brand(&workspace).map(|brand| Some(brand.id))
}

fn make_brand(session: &mut Session<'_>, known: Option<BrandId>) -> Result<BrandId, Failure> {
    if let Some(id) = known {
        return Ok(id);
    }
    let name = session.global.brand.clone().unwrap_or_default();
    let brand = super::brand::store(session, super::brand::new(&name, chrono_tz::Europe::Paris))?;
    session.out.tell(&Text::new("cli-brand-made").with("name", &brand.name).with("id", brand.id));
    Ok(brand.id)
}

fn add_by_hand(session: &mut Session<'_>, asked: &AccountAdd) -> Result<Exit, Failure> {
    let network = asked.network.ok_or_else(|| Failure::usage(Text::new("cli-which-network")))?;
    let handle = SafeText::line(asked.handle.as_deref().unwrap_or_default());
    if handle.is_blank() {
        return Err(Failure::usage(Text::new("cli-which-handle")));
    }
    let brand = brand_for(session)?;
    let brand = make_brand(session, brand)?;
    let workspace = session.workspace()?;
    if workspace.accounts.iter().any(|known| known.brand == brand && known.network == network && known.handle == handle) {
        return Err(Failure::failed(Text::new("cli-account-exists").with("handle", &handle)));
    }
    let account = Account {
        id: AccountId(0),
        brand,
        network,
        access: Access::Manual,
        handle,
        server: SafeText::default(),
        remote_id: SafeText::default(),
        capabilities: Capabilities::manual(network),
        standing: Standing::Well,
    };
    let account = save(session, account)?;
    session.out.tell(&Text::new("cli-account-noted").with("handle", &account.handle).with("id", account.id));
    session.out.field("account", shape::account(&account));
    Ok(Exit::Done)
}

/// What was given to connect by, read before anything is asked of the person or of a network.
enum Ready {
    /// A handle, and the server where one was named.
    Password(SafeText, SafeText),
    /// A server.
    Server(SafeText),
}

fn handle_of(asked: &AccountAdd) -> Result<SafeText, Failure> {
    handle_in(asked.handle.as_deref().unwrap_or_default())
        .map_err(|fault| Failure::usage(Text::coded("connect-wrong-handle", fault.code())))
}

/// The password made for Ronde: from standard input, or typed without echo. One that looks like that of the account
/// itself is told about once; at a terminal it may be typed anew.
fn password(session: &Session<'_>, network: Network, piped: bool) -> Result<Secret, Failure> {
    let ask = Text::new("cli-type-password").with("place", network.passwords_at());
    let read = || if piped { input::piped_secret() } else { input::typed_secret(&session.out, &ask) };
    let secret = read()?;
    if is_app_password(secret.0.expose_secret()) {
        return Ok(secret);
    }
    session.out.warn(&Text::new("cli-main-password").with("place", network.passwords_at()));
    if !piped && std::io::stdin().is_terminal() { read() } else { Ok(secret) }
}

fn connect(session: &mut Session<'_>, asked: &AccountAdd) -> Result<Exit, Failure> {
    let network = Network::from_code(&asked.kind).unwrap_or(Network::Other);
    let ready = match network.connects_by() {
        Some(Way::Password) => Ready::Password(handle_of(asked)?, SafeText::line(asked.server.as_deref().unwrap_or_default())),
        Some(Way::Authorization) | None => {
            let server = asked.server.as_deref().ok_or_else(|| Failure::usage(Text::new("cli-which-server")))?;
            Ready::Server(SafeText::line(server))
        }
    };
    let brand = brand_for(session)?;
    // The brand of an account that is not stored yet is set below, once it is known to work.
    let for_now = brand.unwrap_or(BrandId(0));
    let connected = match ready {
        Ready::Password(name, server) => {
            let token = password(session, network, asked.token_stdin)?;
            session.call(Call::Connect { brand: for_now, network, server, name, token })?
        }
        Ready::Server(server) if asked.token_stdin || asked.token => {
            let token =
                if asked.token_stdin { input::piped_secret()? } else { input::typed_secret(&session.out, &Text::new("cli-type-token"))? };
            session.call(Call::Connect { brand: for_now, network, server, name: SafeText::default(), token })?
        }
        Ready::Server(server) => authorize(session, for_now, &server)?,
    };
    let (account, secret) = match connected {
        News::Connected(account, secret) => (*account, secret),
        other => return Err(Failure::odd(&other)),
    };
    let brand = make_brand(session, brand)?;
    keep(session, Account { brand, ..account }, secret)
}

/// Shows where the CM allows Ronde, reads the code that they are given there, and exchanges it.
///
/// A code that was mistyped may be typed again: the attempt stays open.
fn authorize(session: &mut Session<'_>, brand: BrandId, server: &SafeText) -> Result<News, Failure> {
    let caught = match session.call(Call::StartAuthorization { server: server.clone() })? {
        News::Authorize { url, caught } => {
            session.out.warn(&Text::new("cli-open-url").with("url", url));
            caught
        }
        other => return Err(Failure::odd(&other)),
    };
    loop {
        session.out.warn(&Text::new(if caught { "cli-code-caught" } else { "cli-paste-code" }));
        let code = input::line()?;
        // An empty code says: take the one that the loopback port catches.
        if code.is_blank() && !caught {
            return Err(Failure::usage(Text::new("cli-no-code")));
        }
        match session.call(Call::FinishAuthorization { brand, server: server.clone(), code: code.clone() }) {
            Err(failure) if failure.code == "rejected" && !code.is_blank() && std::io::stdin().is_terminal() => {
                session.out.warn(&failure.what);
            }
            ended => return ended,
        }
    }
}

/// Stores the account, then its secret under its row; without the secret there is no account.
fn keep(session: &mut Session<'_>, mut account: Account, secret: Secret) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    let known = workspace.accounts.iter().find(|known| known.brand == account.brand && known.is_same_place(&account));
    account.id = known.map_or(AccountId(0), |known| known.id);
    let is_new = known.is_none();
    let account = save(session, account)?;
    let kept = session.call(Call::KeepSecret(account.id, secret));
    let now = session.now();
    if kept.is_err() && is_new {
        session.job(Job::RemoveAccount(account.id, now))?;
    }
    if let News::Kept { in_file: Some(file) } = kept? {
        session.out.warn(&Text::new("cli-secret-in-file").with("file", file));
    }
    let id = if is_new { "cli-account-connected" } else { "cli-account-renewed" };
    session.out.tell(&Text::new(id).with("handle", &account.handle).with("id", account.id));
    session.out.tell(&Text::new("cli-account-next"));
    session.out.field("account", shape::account(&account));
    Ok(Exit::Done)
}

fn save(session: &mut Session<'_>, account: Account) -> Result<Account, Failure> {
    let now = session.now();
    Ok(reply!(session, Job::SaveAccount(Box::new(account), now), Reply::Account(account) => *account))
}

fn list(session: &mut Session<'_>) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    let brands = session.brands(&workspace)?;
    let accounts: Vec<_> = workspace.accounts.iter().filter(|account| brands.iter().any(|brand| brand.id == account.brand)).collect();
    for account in &accounts {
        let standing = match account.access {
            Access::Manual => session.out.voice().t("cli-standing-manual"),
            Access::Connected => session.out.voice().coded("cli-standing", shape::standing(account)),
        };
        session.out.line(&format!("{:>4}  {:<10}  {}  {standing}", account.id, name(account.network), account.handle));
    }
    if accounts.is_empty() {
        session.out.say(&Text::new("cli-no-account-todo"));
    }
    session.out.field("accounts", accounts.into_iter().map(shape::account).collect::<Vec<_>>());
    Ok(Exit::Done)
}

fn name(network: Network) -> &'static str {
    if network == Network::Other { network.code() } else { network.name() }
}

fn check(session: &mut Session<'_>, named: Option<&str>) -> Result<Exit, Failure> {
    let workspace = session.workspace()?;
    let accounts: Vec<Account> = if let Some(named) = named {
        let brand = session.choose_brand(&workspace)?;
        vec![session::account(&workspace, brand.id, named)?.clone()]
    } else {
        let brands = session.brands(&workspace)?;
        workspace.accounts.iter().filter(|account| brands.iter().any(|brand| brand.id == account.brand)).cloned().collect()
    };
    let mut worst = Exit::Done;
    let mut shapes = Vec::new();
    for account in &accounts {
        let (checked, failure) = check_one(session, account)?;
        let mut shape = shape::account(&checked);
        shape["error"] = failure.as_ref().map_or(serde_json::Value::Null, |failure| failure.code.into());
        shapes.push(shape);
        if let Some(failure) = failure {
            let said = SafeText::clean(&failure.say(session.out.voice()));
            session.out.warn(&Text::new("cli-account-fails").with("handle", &account.handle).with("why", said));
            worst = worst.max(failure.exit);
        } else {
            session.out.tell(&Text::new("cli-account-well").with("handle", &account.handle));
        }
    }
    if accounts.is_empty() {
        session.out.say(&Text::new("cli-no-account-todo"));
    }
    session.out.field("accounts", shapes);
    Ok(worst)
}

/// Asks whether an account answers, and keeps what was learnt about it.
pub(super) fn check_one(session: &mut Session<'_>, account: &Account) -> Result<(Account, Option<Failure>), Failure> {
    if account.access == Access::Manual {
        return Ok((account.clone(), None));
    }
    let now = session.now();
    match session.world()?.call(Call::Check(Box::new(account.clone())), now) {
        Ok(News::Checked(checked)) => {
            let expired = checked.standing == Standing::Expired;
            let checked = if *checked == *account { *checked } else { save(session, *checked)? };
            let failure = expired.then(|| {
                let todo = match account.network.connects_by() {
                    Some(Way::Password) => Text::new("cli-account-expired-password-todo")
                        .with("network", account.network.code())
                        .with("account", &account.handle),
                    Some(Way::Authorization) | None => Text::new("cli-account-expired-todo").with("server", &account.server),
                };
                Failure::person(Text::new("cli-account-expired").with("handle", &account.handle)).todo(todo)
            });
            Ok((checked, failure))
        }
        Ok(other) => Err(Failure::odd(&other)),
        Err(trouble) => {
            let mut checked = account.clone();
            if trouble.cause.pauses() {
                checked.standing = Standing::Expired;
                session.job(Job::SetStanding(account.id, Standing::Expired, now))?;
            }
            Ok((checked, Some(Failure::of(&trouble, session.zone))))
        }
    }
}

fn remove(session: &mut Session<'_>, named: &str) -> Result<Exit, Failure> {
    let (brand, workspace) = session.brand()?;
    let account = session::account(&workspace, brand.id, named)?.clone();
    let now = session.now();
    reply!(session, Job::RemoveAccount(account.id, now), Reply::Done => ());
    if account.access == Access::Connected {
        // The account is gone for Ronde; a token that could not be forgotten is said, not hidden.
        session.call(Call::DropSecret(account.id))?;
    }
    session.out.tell(&Text::new("cli-account-removed").with("handle", &account.handle));
    session.out.field("account", shape::account(&account));
    Ok(Exit::Done)
}
