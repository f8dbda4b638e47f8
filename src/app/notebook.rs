//! The notebook: the brand and its charter, its accounts, its contacts, its saved replies; connecting an account.
//!
//! A secret passes through on its way to where secrets are kept; none is ever shown or stored here.

mod accounts;
mod brand;
mod connect;
mod contacts;
mod holidays;
mod password;
mod replies_file;
mod rules;
mod saved_replies;
mod targets;
mod writing;

pub use brand::Setting;
pub use connect::{Connecting, Stage};
pub use holidays::{heard as heard_holidays, told as told_holidays};
pub use replies_file::heard as heard_replies;
pub use rules::{Editor as RuleEditor, Part as RulePart, Rules, current as current_rule};
pub use targets::told as told_targets;
pub use writing::{What, Writing, edited, keep_now};

use super::command::{Reason, Scope, always, commands};
use super::dialog::Form;
use super::effect::Ticket;
use super::event::{News, Reply};
use super::key::{Code, Key};
use super::model::Model;
use super::trouble::Trouble;
use crate::domain::account::Network;
use crate::domain::brand::{Colour, ReportsTo};
use crate::domain::saved_reply::Tongue;
use crate::domain::text::SafeText;
use crate::domain::time::Day;
use crate::domain::{AccountId, ContactId, SavedReplyId, coded};
use crate::lang::Text;

commands! { Notebook;
    New "notebook-new" Notebook ["n"] 10 has_brand;
    Edit "notebook-edit" Notebook ["Enter", "e"] 20 has_row;
    NextSection "notebook-next-section" Notebook [",", "Tab"] 30 always;
    PreviousSection "notebook-previous-section" Notebook [";", "BackTab"] 0 always;
    Check "notebook-check" Notebook ["v"] 40 accounts::can_check;
    Reconnect "notebook-reconnect" Notebook ["r"] 50 accounts::can_reconnect;
    Remove "notebook-remove" Notebook ["x"] 60 can_remove;
    OpenInBrowser "notebook-open" Notebook ["o"] 0 accounts::has_server;
    Copy "notebook-copy" Notebook ["c"] 0 connect::has_url;
    Holidays "notebook-holidays" Notebook [] 0 has_brand;
    Hold "notebook-hold" Notebook [] 0 has_brand;
    NewBrand "notebook-new-brand" Notebook [] 0 always;
    ImportReplies "replies-import" Notebook ["I"] 62 replies_file::is_shown;
    ExportReplies "replies-export" Notebook ["X"] 64 replies_file::has_any;
    KeepText "notebook-keep-text" NotebookText ["Ctrl+D", "Esc"] 10 always;
    WriteOutside "notebook-write-outside" NotebookText ["Ctrl+E"] 30 always;
    SwitchRule "rule-switch" Notebook ["Space"] 0 rules::has_rule;
    RuleUp "rule-up" Notebook ["Shift+Up"] 0 rules::has_rule;
    RuleDown "rule-down" Notebook ["Shift+Down"] 0 rules::has_rule;
    ReadyRules "rule-ready" Notebook ["m"] 0 rules::is_shown;
    SaveRule "rule-save" RuleEditor ["Ctrl+D"] 10 always;
    LeaveRule "rule-leave" RuleEditor ["Esc"] 20 always;
    NextField "rule-next" RuleEditor ["Tab"] 30 always;
    PreviousField "rule-previous" RuleEditor ["BackTab"] 0 always;
}

coded! {
    /// A section of the notebook.
    Page { Brand = "brand", Accounts = "accounts", Contacts = "contacts", Replies = "replies", Rules = "rules" }
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Writes a setting of the brand, as typed.
    Set(Setting),
    /// Makes another brand of the name typed.
    NewBrand,
    /// The brand works on this day of the week, or no longer (Monday is 0).
    Weekday(usize),
    /// A day off no longer is one.
    DropDayOff(Day),
    /// Asks for a day off.
    AskDayOff,
    /// Adds the French public holidays of a year.
    Holidays(i32),
    /// Something of the public holidays that are kept.
    PublicHolidays(holidays::Then),
    /// Something of the targets by type.
    Targets(targets::Then),
    /// Sets how many sweeps a day has.
    Sweeps(u8),
    /// Sets whom the CM reports to.
    ReportsTo(ReportsTo),
    /// Sets the colour.
    Colour(Colour),
    /// Holds the brand, or ends the hold.
    Hold(bool),
    /// Adds an account of a network.
    Add(Network),
    /// Adds an account that is kept by hand, of the handle typed.
    Manual(Network),
    /// Asks a server what it is.
    Server,
    /// Connects through the browser.
    Browser,
    /// Asks for a token.
    AskToken,
    /// Connects with the token typed.
    Token,
    /// Asks for the code that the server shows.
    AskCode,
    /// Connects with the code typed.
    Code,
    /// Opens the address of the authorization again.
    OpenAgain,
    /// Copies the address of the authorization.
    CopyUrl,
    /// Stops connecting.
    GiveUp,
    /// Writes the handle of an account kept by hand.
    Handle(AccountId),
    /// Removes an account.
    RemoveAccount(AccountId),
    /// Asks for the role of a contact whose name is typed.
    ContactName(Option<ContactId>),
    /// Writes the role of a contact.
    ContactRole(ContactId),
    /// Writes the address of a contact.
    ContactEmail(ContactId),
    /// Asks for the name again.
    AskContactName(ContactId),
    /// Asks for the role.
    AskContactRole(ContactId),
    /// Asks for the address.
    AskContactEmail(ContactId),
    /// The contact validates, or no longer.
    Validates(ContactId),
    /// The contact receives reports, or no longer.
    Receives(ContactId),
    /// Removes a contact.
    RemoveContact(ContactId),
    /// Takes the name typed for a saved reply; asks for the language of a new one.
    ReplyName(Option<SavedReplyId>),
    /// Opens the text of a new saved reply of this name, in this language.
    ReplyNew(SafeText, Tongue),
    /// Opens the text of a saved reply.
    ReplyText(SavedReplyId),
    /// Asks for the name of a saved reply again.
    AskReplyName(SavedReplyId),
    /// Removes a saved reply in one language.
    RemoveReply(SavedReplyId),
    /// Something of a file of saved replies.
    RepliesFile(replies_file::Then),
    /// Takes a ready-made rule, or all of them.
    TakeRules(Option<SafeText>),
    /// Stores the rule that is written.
    SaveRule,
    /// Forgets what is written of a rule.
    DropRule,
}

/// The state of the tab.
#[derive(Debug, Default)]
pub struct Notebook {
    /// The section that is shown.
    pub page: Page,
    /// The row of the cursor in each section.
    pub rows: [usize; Page::ALL.len()],
    /// The text being written.
    pub writing: Option<Writing>,
    /// What a file of saved replies would change, while the CM reads it.
    import: Option<Box<crate::replies::Plan>>,
    /// The rules.
    pub rules: Rules,
    /// The account being connected.
    pub connecting: Option<Connecting>,
    /// A contact whose questions go on once it is stored.
    asking: Option<Ticket>,
    /// An account whose check was asked for.
    checking: Option<Ticket>,
    /// A brand that is shown once it is stored.
    brand_asked: Option<Ticket>,
    /// A secret on its way to where it is kept.
    keeping: Option<Ticket>,
}

#[expect(clippy::derivable_impls, reason = "the enum is made by a macro")]
impl Default for Page {
    fn default() -> Self {
        Self::Brand
    }
}

impl Notebook {
    /// The row of the cursor in the section that is shown.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.rows[self.page as usize]
    }
}

fn has_brand(model: &Model) -> Result<(), Reason> {
    model.brand().map(|_| ()).ok_or_else(|| Text::new("shell-no-brand"))
}

/// How many rows the section has.
fn length(model: &Model) -> usize {
    match model.notebook.page {
        Page::Brand => Setting::ALL.len(),
        Page::Accounts => model.accounts().count(),
        Page::Contacts => model.contacts().count(),
        Page::Replies => model.saved_replies().count(),
        Page::Rules => model.notebook.rules.list.len(),
    }
}

fn has_row(model: &Model) -> Result<(), Reason> {
    has_brand(model)?;
    if model.notebook.page == Page::Accounts && model.notebook.connecting.is_some() {
        return Ok(());
    }
    if model.notebook.row() < length(model) { Ok(()) } else { Err(Text::new("notebook-no-row")) }
}

fn can_remove(model: &Model) -> Result<(), Reason> {
    has_row(model)?;
    if model.notebook.row() >= length(model) {
        return Err(Text::new("notebook-no-row"));
    }
    if model.notebook.page == Page::Brand { Err(Text::new("notebook-brand-stays")) } else { Ok(()) }
}

/// The scopes that hear a key.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) {
    if model.notebook.writing.is_some() {
        scopes.extend([Scope::NotebookText, Scope::Field]);
    } else if !rules::scopes(model, scopes) {
        scopes.push(Scope::Notebook);
    }
}

/// Takes a paste, if a field is open. Gives whether it did.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    writing::paste(model, text) || rules::paste(model, text)
}

/// Shows the accounts and begins to add one on a network.
pub fn connect_account(model: &mut Model, network: Network) {
    super::shell::show(model, super::model::Tab::Notebook);
    model.notebook.page = Page::Accounts;
    accounts::add(model, network);
}

/// Shows a page.
pub fn show(model: &mut Model, page: Page) {
    if let Err(reason) = has_brand(model) {
        return model.hint(reason);
    }
    model.notebook.page = page;
    super::shell::show(model, super::model::Tab::Notebook);
    rules::try_now(model);
}

/// Takes the form by which an account is connected.
pub fn take_form(model: &mut Model, form: Box<Form>) {
    password::take(model, form);
}

/// Leaves it.
pub fn leave_form(model: &mut Model, form: &Form) {
    password::leave(model, form);
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match (command, model.notebook.page) {
        (Command::New, Page::Brand) | (Command::NewBrand, _) => brand::ask_new(model),
        (Command::New, Page::Accounts) => accounts::ask_network(model),
        (Command::New, Page::Contacts) => contacts::ask_new(model),
        (Command::New, Page::Replies) => saved_replies::ask_new(model),
        (Command::New, Page::Rules) => rules::ask_new(model),
        (Command::Edit, Page::Brand) => brand::edit(model),
        (Command::Edit, Page::Accounts) if model.notebook.connecting.is_some() => connect::resume(model),
        (Command::Edit, Page::Accounts) => accounts::edit(model),
        (Command::Edit, Page::Contacts) => contacts::edit(model),
        (Command::Edit, Page::Replies) => saved_replies::edit(model),
        (Command::Edit, Page::Rules) => rules::edit(model),
        (Command::NextSection, _) => step(model, 1),
        (Command::PreviousSection, _) => step(model, Page::ALL.len() - 1),
        (Command::Check, _) => accounts::check(model),
        (Command::Reconnect, _) => accounts::reconnect(model),
        (Command::Remove, Page::Accounts) => accounts::ask_remove(model),
        (Command::Remove, Page::Contacts) => contacts::ask_remove(model),
        (Command::Remove, Page::Replies) => saved_replies::ask_remove(model),
        (Command::Remove, Page::Rules) => rules::remove(model),
        (Command::Remove, Page::Brand) => {}
        (Command::OpenInBrowser, _) => accounts::open(model),
        (Command::Copy, _) => connect::copy_url(model),
        (Command::Holidays, _) => brand::ask_holidays(model),
        (Command::Hold, _) => brand::ask_hold(model),
        (Command::ImportReplies, _) => replies_file::ask_import(model),
        (Command::ExportReplies, _) => replies_file::ask_export(model),
        (Command::KeepText, _) => writing::keep(model),
        (Command::WriteOutside, _) => writing::edit_outside(model),
        (Command::SwitchRule, _) => rules::switch(model),
        (Command::RuleUp, _) => rules::step(model, true),
        (Command::RuleDown, _) => rules::step(model, false),
        (Command::ReadyRules, _) => rules::offer(model),
        (Command::SaveRule, _) => rules::save(model),
        (Command::LeaveRule, _) => rules::leave(model),
        (Command::NextField, _) => rules::step_part(model, true),
        (Command::PreviousField, _) => rules::step_part(model, false),
    }
}

fn step(model: &mut Model, step: usize) {
    let at = model.notebook.page as usize;
    model.notebook.page = Page::ALL[(at + step) % Page::ALL.len()];
    rules::try_now(model);
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Set(setting) => brand::set(model, setting, typed),
        Then::NewBrand => brand::make(model, typed),
        Then::Weekday(day) => brand::toggle_weekday(model, day),
        Then::DropDayOff(day) => brand::drop_day_off(model, day),
        Then::AskDayOff => brand::ask_day_off(model),
        Then::Holidays(year) => brand::add_holidays(model, year),
        Then::PublicHolidays(then) => holidays::choose(model, then, typed),
        Then::Targets(then) => targets::choose(model, then, typed),
        Then::Sweeps(sweeps) => brand::change(model, |brand| brand.sweeps_per_day = sweeps),
        Then::ReportsTo(whom) => brand::change(model, |brand| brand.reports_to = whom),
        Then::Colour(colour) => brand::change(model, |brand| brand.colour = colour),
        Then::Hold(hold) => brand::hold(model, hold),
        Then::Add(network) => accounts::add(model, network),
        Then::Manual(network) => accounts::add_manual(model, network, typed),
        Then::Server => connect::probe(model, typed),
        Then::Browser => connect::start(model),
        Then::AskToken => connect::ask_token(model),
        Then::Token => connect::connect(model, typed),
        Then::AskCode => connect::ask_code(model),
        Then::Code => connect::finish(model, typed),
        Then::OpenAgain => connect::open_again(model),
        Then::CopyUrl => connect::copy_url(model),
        Then::GiveUp => connect::give_up(model),
        Then::Handle(account) => accounts::rename(model, account, typed),
        Then::RemoveAccount(account) => accounts::remove(model, account),
        Then::ContactName(contact) => contacts::take_name(model, contact, typed),
        Then::ContactRole(contact) => contacts::take(model, contact, |contact| contact.role = SafeText::line(typed)),
        Then::ContactEmail(contact) => contacts::take(model, contact, |contact| contact.email = SafeText::line(typed)),
        Then::AskContactName(contact) => contacts::ask_name(model, contact),
        Then::AskContactRole(contact) => contacts::ask_role(model, contact),
        Then::AskContactEmail(contact) => contacts::ask_email(model, contact),
        Then::Validates(contact) => contacts::take(model, contact, |contact| contact.validates = !contact.validates),
        Then::Receives(contact) => contacts::take(model, contact, |contact| contact.receives_reports = !contact.receives_reports),
        Then::RemoveContact(contact) => contacts::remove(model, contact),
        Then::ReplyName(reply) => saved_replies::take_name(model, reply, typed),
        Then::ReplyNew(name, language) => saved_replies::begin(model, name, language),
        Then::ReplyText(reply) => saved_replies::edit_text(model, reply),
        Then::AskReplyName(reply) => saved_replies::ask_name(model, reply),
        Then::RemoveReply(reply) => saved_replies::remove(model, reply),
        Then::RepliesFile(then) => replies_file::choose(model, then, typed),
        Then::TakeRules(named) => rules::take_ready(model, named.as_ref()),
        Then::SaveRule => rules::save(model),
        Then::DropRule => rules::drop_editor(model),
    }
}

/// Asks again for what the tab shows: the rules. The workspace is kept as it changes.
pub fn refresh(model: &mut Model) {
    let last = length(model).saturating_sub(1);
    let page = model.notebook.page as usize;
    model.notebook.rows[page] = model.notebook.rows[page].min(last);
    rules::refresh(model);
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    if model.notebook.writing.is_some() {
        return writing::hear_key(model, key);
    }
    if model.notebook.rules.editor.is_some() {
        return rules::hear_key(model, key);
    }
    match key.code {
        Code::Right => step(model, 1),
        Code::Left => step(model, Page::ALL.len() - 1),
        Code::Esc if model.notebook.connecting.is_some() => connect::give_up(model),
        _ => {
            let length = length(model);
            let page = model.notebook.page as usize;
            let heard = super::queue::vertical(&mut model.notebook.rows[page], length, 10, key);
            rules::try_now(model);
            return heard;
        }
    }
    true
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    match reply {
        Reply::Brand(stored) => brand::take(model, ticket, *stored),
        Reply::Account(stored) => connect::stored(model, ticket, *stored),
        Reply::SavedReply(stored) => saved_replies::stored(model, *stored),
        Reply::Contact(stored) => contacts::stored(model, ticket, &stored),
        Reply::Rule(reply) => rules::hear(model, ticket, reply),
        // An account or a contact was removed: the workspace is read again.
        Reply::Done => {
            model.ask(super::model::Asker::Shell, super::effect::Job::Load);
        }
        _ => {}
    }
}

/// A request failed and the trouble was told.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    rules::hear_trouble(model, ticket);
}

/// Hears a network.
pub fn hear_news(model: &mut Model, ticket: Ticket, news: Result<News, Trouble>) {
    if model.notebook.checking == Some(ticket) {
        model.notebook.checking = None;
        accounts::checked(model, news);
    } else {
        connect::hear(model, ticket, news);
    }
}
