//! What works in every tab: changing tabs, help, the palette, undo, pulling, brands, language, leaving.

use super::command::{Command as Any, Reason, always, commands, spec};
use super::dialog::{Dialog, Item, Label, Menu, Then as Chosen};
use super::effect::{Desktop, Job, Ticket};
use super::event::Reply;
use super::key::Key;
use super::model::{Asker, Model, Tab};
use super::trouble::Trouble;
use super::{finder, inbox, trouble};
use crate::domain::journal::{Entry, Subject, Verb};
use crate::domain::text::SafeText;
use crate::domain::{BrandId, MessageId};
use crate::lang::Text;

commands! { Shell;
    Help "help" Global ["F1", "?"] 90 always;
    Palette "palette" Global [":", "Ctrl+K"] 91 always;
    Undo "undo" Global ["u", "Ctrl+Z"] 85 has_brand;
    Redo "redo" Global ["U", "Ctrl+Y"] 0 has_brand;
    Pull "pull" Global ["Ctrl+R", "F5"] 0 can_pull;
    Go "go" Global ["g"] 0 always;
    Brands "brands" Global ["B"] 0 has_brand;
    Language "language" Global [] 0 always;
    Theme "theme" Global [] 0 always;
    Today "tab-today" Global ["1", "&"] 0 always;
    Inbox "tab-inbox" Global ["2", "é"] 0 always;
    Metrics "tab-metrics" Global ["3", "\""] 0 always;
    Queue "tab-queue" Global ["4", "'"] 0 always;
    Watch "tab-watch" Global ["5", "("] 0 always;
    Report "tab-report" Global ["6", "-", "§"] 0 always;
    Notebook "tab-notebook" Global ["7", "è"] 0 always;
    NextTab "next-tab" Global ["Ctrl+N"] 0 always;
    PreviousTab "previous-tab" Global ["Ctrl+P"] 0 always;
    Outbox "outbox" Global [] 0 has_brand;
    Suspend "suspend" Global [] 0 always;
    Quit "quit" Global ["q", "Ctrl+Q"] 95 always;
}

/// What a choice or a typed line of the whole app does.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Shows another brand.
    Brand(BrandId),
    /// Lets a late delivery leave now.
    SendLate(crate::domain::DeliveryId),
    /// Takes a late delivery back.
    DropLate(crate::domain::DeliveryId),
    /// The CM looked: the act is out, or it is not.
    Resolve(crate::domain::DeliveryId, bool),
    /// Deletes on the network an answer that is out.
    Unsay(crate::domain::DeliveryId),
    /// Leaves what has left by a delivery, and undoes the act before.
    UndoBefore(crate::domain::DeliveryId),
    /// Opens the place of a delivery to look.
    Look(SafeText),
}

fn has_brand(model: &Model) -> Result<(), Reason> {
    model.brand().map(|_| ()).ok_or_else(|| Text::new("shell-no-brand"))
}

fn can_pull(model: &Model) -> Result<(), Reason> {
    if model.look.demo {
        return Err(Text::new("shell-demo-no-pull"));
    }
    let connected = model.accounts().any(|account| account.access == crate::domain::account::Access::Connected);
    if connected { Ok(()) } else { Err(Text::new("shell-no-account")) }
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Help => finder::open(model, true),
        Command::Palette => finder::open(model, false),
        Command::Undo => undo(model, false),
        Command::Redo => undo(model, true),
        Command::Pull => super::rounds::pull(model),
        Command::Go => model.dialog = Some(Dialog::Menu(go_menu())),
        Command::Brands => model.dialog = Some(Dialog::Menu(brand_menu(model))),
        Command::Language => {
            model.lang = model.lang.other();
            model.asks.store(Job::SaveSetting("language".to_owned(), model.lang.code().to_owned()));
            model.tell(Text::new("shell-language-changed"));
        }
        Command::Theme => next_theme(model),
        Command::Today => show(model, Tab::Today),
        Command::Inbox => show(model, Tab::Inbox),
        Command::Metrics => show(model, Tab::Metrics),
        Command::Queue => show(model, Tab::Queue),
        Command::Watch => show(model, Tab::Watch),
        Command::Report => show(model, Tab::Report),
        Command::Notebook => show(model, Tab::Notebook),
        Command::NextTab => step_tab(model, 1),
        Command::PreviousTab => step_tab(model, Tab::ALL.len() - 1),
        Command::Outbox => super::rounds::show_outbox(model),
        Command::Suspend => model.asks.desktop(Desktop::Suspend),
        Command::Quit => quit(model),
    }
}

/// Does what was chosen.
pub fn choose(model: &mut Model, then: Then) {
    match then {
        Then::Brand(brand) => switch_brand(model, brand),
        Then::SendLate(id) => {
            model.asking.retain(|delivery| delivery.id != id);
            model.ask(Asker::Shell, Job::AllowLate(id, model.now));
        }
        Then::DropLate(id) => {
            model.asking.retain(|delivery| delivery.id != id);
            model.ask(Asker::Shell, Job::TakeBack(id, model.now));
        }
        Then::Resolve(id, out) => {
            model.asking.retain(|delivery| delivery.id != id);
            model.ask(Asker::Shell, Job::Resolve(id, out, model.now));
        }
        Then::Unsay(id) => {
            model.ask(Asker::Shell, Job::Unsay(id, model.now));
        }
        Then::UndoBefore(left) => undo_before(model, left),
        Then::Look(url) => model.asks.desktop(Desktop::Browse(url)),
    }
}

/// Shows a tab and asks for what it shows.
pub fn show(model: &mut Model, tab: Tab) {
    model.tab = tab;
    refresh(model);
}

/// Asks again for what the tab of the moment shows.
pub fn refresh(model: &mut Model) {
    if model.brand.is_none() {
        return;
    }
    match model.tab {
        Tab::Today => super::today::refresh(model),
        Tab::Inbox => inbox::refresh(model),
        Tab::Metrics => super::metrics::refresh(model),
        Tab::Queue => super::queue::refresh(model),
        Tab::Watch => {}
        Tab::Report => super::report::refresh(model),
        Tab::Notebook => super::notebook::refresh(model),
    }
}

/// Shows a brand: forgets all that the tabs know of the former one.
pub fn switch_brand(model: &mut Model, brand: BrandId) {
    model.brand = Some(brand);
    model.today = super::today::Today::default();
    model.inbox = inbox::Inbox::default();
    model.metrics = super::metrics::Metrics::default();
    model.queue = super::queue::Queue::default();
    model.report = super::report::Report::default();
    model.notebook = super::notebook::Notebook::default();
    model.asks.store(Job::SaveSetting("brand".to_owned(), brand.to_string()));
    refresh(model);
    super::proposing::resume(model, brand);
    if model.tab != Tab::Today {
        super::today::refresh(model);
    }
}

fn step_tab(model: &mut Model, step: usize) {
    let at = Tab::ALL.iter().position(|tab| *tab == model.tab).unwrap_or(0);
    show(model, Tab::ALL[(at + step) % Tab::ALL.len()]);
}

fn next_theme(model: &mut Model) {
    let names = super::model::ThemeName::ALL;
    let at = names.iter().position(|name| *name == model.look.theme).unwrap_or(0);
    model.look.theme = names[(at + 1) % names.len()];
    model.asks.store(Job::SaveSetting("theme".to_owned(), model.look.theme.code().to_owned()));
    model.tell(Text::new("shell-theme-changed").and("theme", Text::coded("theme", model.look.theme.code())));
}

fn quit(model: &mut Model) {
    inbox::keep_draft_now(model);
    super::report::keep_now(model);
    super::queue::keep_now(model);
    super::notebook::keep_now(model);
    model.asks.quit();
}

fn undo(model: &mut Model, again: bool) {
    let Some(brand) = model.brand else { return };
    if let Some(left) = model.told_left.take().filter(|_| !again) {
        return undo_before(model, left);
    }
    let job = if again { Job::Redo(brand, model.now) } else { Job::Undo(brand, model.now) };
    model.ask(Asker::Shell, job);
}

fn undo_before(model: &mut Model, left: crate::domain::DeliveryId) {
    if let Some(brand) = model.brand {
        model.ask(Asker::Shell, Job::UndoBefore(brand, left, model.now));
    }
}

/// Hears a reply that the app as a whole waits for.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    match reply {
        Reply::Workspace(workspace) => super::opening::take_workspace(model, *workspace),
        Reply::Undone(entries) => undone(model, &entries),
        Reply::TakenBack(taken) => {
            if taken.is_none() {
                model.hint(Text::new("shell-already-left"));
            }
            super::rounds::wake(model);
            refresh(model);
        }
        Reply::Opened(opened) => super::undone::heard(model, ticket, opened.as_deref()),
        Reply::HasLeft(delivery) => super::unsay::ask(model, &delivery),
        Reply::Delivery(delivery) => {
            model.held.push(*delivery);
            super::rounds::wake(model);
        }
        Reply::Advanced(_) => super::rounds::wake(model),
        Reply::Deliveries(deliveries) => super::rounds::open_outbox(model, &deliveries),
        Reply::Rule(super::effect::RuleReply::Proposed(progress)) => super::proposing::hear(model, ticket, progress),
        Reply::Woken(count) if count > 0 => {
            model.tell(Text::new("shell-came-back").count("count", count));
            refresh(model);
        }
        _ => {
            let _ = ticket;
        }
    }
}

/// Something was undone or redone: says what, and shows it again.
fn undone(model: &mut Model, entries: &[Entry]) {
    let Some(first) = entries.first() else {
        model.hint(Text::new("shell-nothing-to-undo"));
        return;
    };
    if first.verb == Verb::Erased {
        model.hint(Text::new("shell-erased-for-good"));
        return;
    }
    match first.verb {
        Verb::CameBack => model.tell(Text::new("shell-left-stays")),
        _ => super::undone::tell(model, entries),
    }
    // What was taken back leaves the count-down.
    let taken = |id: i64| entries.iter().any(|entry| entry.subject == Subject::Delivery && entry.row == id);
    model.held.retain(|delivery| !taken(delivery.id.0));
    let message = entries.iter().find(|entry| entry.subject == Subject::Message).map(|entry| MessageId(entry.row));
    let around = |entry: &Entry| {
        matches!(entry.subject, Subject::Brand | Subject::Account | Subject::Contact | Subject::Label | Subject::View | Subject::SavedReply)
    };
    if entries.iter().any(around) {
        // Brands and what belongs to them are kept in the model: they are read again.
        model.ask(Asker::Shell, Job::Load);
    }
    if let Some(rule) = entries.iter().find(|entry| entry.subject == Subject::Rule) {
        super::proposing::begin(model, rule.brand);
    }
    super::rounds::wake(model);
    inbox::follow_undo(model, entries);
    match message {
        Some(message) if model.tab == Tab::Inbox => inbox::return_to(model, message),
        _ => refresh(model),
    }
}

/// There is no browser, or no mail program: the address stays in sight, so that it can be copied.
pub fn not_opened(model: &mut Model, address: &SafeText) {
    if address.as_str().starts_with("mailto:") {
        return model.warn(Text::new("shell-no-mail"), Text::new("shell-no-mail-do"));
    }
    model.warn(Text::new("shell-no-browser"), Text::new("shell-no-browser-do").with("address", address));
}

/// Tells a trouble of the file or of a network: what happened, what is safe, what to do.
pub fn tell_trouble(model: &mut Model, trouble: &Trouble) {
    let (said, remedy) = trouble::explain(trouble, model.zone());
    let handle = trouble.account.and_then(|id| model.account(id)).map(|account| account.handle.clone());
    let said = match handle {
        Some(handle) => Text::new("shell-trouble-of").with("account", handle).and("what", said),
        None => said,
    };
    model.warn(said, remedy);
}

/// The titles of the tabs as the header shows them, with what waits in each; shorter on a narrow screen.
#[must_use]
pub fn tab_titles(model: &Model) -> Vec<String> {
    let voice = model.voice();
    let narrow = model.size.width < 100;
    let open = model.inbox.open_count;
    let counted = |tab: Tab| match tab {
        Tab::Inbox => open,
        Tab::Queue => model.today.board.as_ref().map_or(0, |board| board.to_create + board.to_validate),
        Tab::Today | Tab::Metrics | Tab::Watch | Tab::Report | Tab::Notebook => 0,
    };
    Tab::ALL
        .iter()
        .enumerate()
        .map(|(at, tab)| {
            let name = if narrow { voice.coded("tab-short", tab.code()) } else { voice.coded("tab", tab.code()) };
            let head = if narrow { format!("{}{name}", at + 1) } else { format!("{} {name}", at + 1) };
            match counted(*tab) {
                0 => head,
                count => format!("{head}·{count}"),
            }
        })
        .collect()
}

fn go_menu() -> Menu {
    // The letters of both languages, as far as they don't meet.
    let places: [(char, Any, &'static str); 7] = [
        ('a', Any::Shell(Command::Today), "tab-today"),
        ('i', Any::Shell(Command::Inbox), "tab-inbox"),
        ('m', Any::Shell(Command::Metrics), "tab-metrics"),
        ('f', Any::Shell(Command::Queue), "tab-queue"),
        ('v', Any::Shell(Command::Watch), "tab-watch"),
        ('r', Any::Shell(Command::Report), "tab-report"),
        ('n', Any::Shell(Command::Notebook), "tab-notebook"),
    ];
    places.into_iter().fold(Menu::new(Text::new("shell-go-title")), |menu, (key, command, name)| {
        menu.item(Some(key), Label::Text(Text::coded("cmd", name)), Ok(Chosen::Run(command)))
    })
}

fn brand_menu(model: &Model) -> Menu {
    let start = Menu::new(Text::new("shell-brands-title"));
    model
        .workspace
        .brands
        .iter()
        .zip('1'..='9')
        .fold(start, |menu, (brand, key)| menu.item(Some(key), Label::Name(brand.name.clone()), Ok(Chosen::Shell(Then::Brand(brand.id)))))
}

/// The items of a menu of commands, each with its key and the reason it can't be run.
#[must_use]
pub fn command_item(model: &Model, key: char, command: Any) -> Item {
    let name = spec(command).name;
    let then = model.available(command).map(|()| Chosen::Run(command));
    Item { key: Some(Key::char(key)), label: Label::Text(Text::coded("cmd", name)), then }
}
