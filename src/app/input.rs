//! Keys, pastes and the mouse, to whoever is meant: the dialog, the text field, or a command.

use super::command::{Command, Scope};
use super::dialog::{Dialog, Found, Then};
use super::key::{Code, Input, Key};
use super::model::{Model, Tab};
use super::{finder, inbox, metrics, notebook, queue, report, shell, today, welcome};
use crate::lang::Text;
use crate::layout::{self, Size, Spot};

/// Hears what the terminal brings.
pub fn hear(model: &mut Model, input: Input) {
    match input {
        Input::Resize { width, height } => {
            model.size = Size { width, height };
            shell::refresh(model);
        }
        Input::Key(key) => hear_key(model, key),
        Input::Paste(text) => paste(model, &text),
        Input::Click { column, row } => click(model, column, row),
        Input::Wheel(notches) => {
            let code = if notches > 0 { Code::Down } else { Code::Up };
            for _ in 0..notches.unsigned_abs().min(10) {
                hear_key(model, Key::plain(code));
            }
        }
    }
}

fn hear_key(model: &mut Model, key: Key) {
    if key == Key::ctrl('c') {
        if std::mem::replace(&mut model.leaving, true) {
            inbox::keep_draft_now(model);
            report::keep_now(model);
            queue::keep_now(model);
            notebook::keep_now(model);
            model.asks.quit();
        } else {
            model.hint(Text::new("shell-ctrl-c"));
        }
        return;
    }
    model.leaving = false;
    if model.welcome.is_some() {
        welcome::hear_key(model, key);
    } else if let Some(dialog) = model.dialog.take() {
        hear_dialog(model, dialog, key);
    } else if !inbox::hear_tail(model, key) {
        hear_tab(model, key);
    }
}

fn hear_tab(model: &mut Model, key: Key) {
    let scopes = model.scopes();
    if let Some(command) = model.look.keymap.command(&scopes, key) {
        run(model, command);
        return;
    }
    let heard = match model.tab {
        Tab::Today => today::hear_key(model, key),
        Tab::Inbox => inbox::hear_key(model, key),
        Tab::Metrics => metrics::hear_key(model, key),
        Tab::Queue => queue::hear_key(model, key),
        Tab::Watch => false,
        Tab::Report => report::hear_key(model, key),
        Tab::Notebook => notebook::hear_key(model, key),
    };
    let typing = scopes.contains(&Scope::Field);
    if !heard && key.code == Code::Esc && model.notices.dismiss(model.now) {
        return;
    }
    let is_pressed_for_something = key.typed().is_some_and(|c| !c.is_whitespace()) || matches!(key.code, Code::F(_));
    if !heard && !typing && is_pressed_for_something {
        model.hint(Text::new("shell-key-unknown").with("key", key));
    }
}

/// Runs a command, or says why it can't be run now.
pub fn run(model: &mut Model, command: Command) {
    if let Err(reason) = model.available(command) {
        model.hint(reason);
        return;
    }
    match command {
        Command::Shell(command) => shell::run(model, command),
        Command::Today(command) => today::run(model, command),
        Command::Inbox(command) => inbox::run(model, command),
        Command::Person(command) => inbox::person::run(model, command),
        Command::Metrics(command) => metrics::run(model, command),
        Command::Queue(command) => queue::run(model, command),
        Command::Report(command) => report::run(model, command),
        Command::Notebook(command) => notebook::run(model, command),
    }
}

fn hear_dialog(model: &mut Model, mut dialog: Dialog, key: Key) {
    if key.code == Code::Esc {
        if let Dialog::Form(form) = dialog {
            inbox::leave_form(model, &form);
        }
        return;
    }
    match &mut dialog {
        Dialog::Menu(menu) => match menu.hear(key) {
            Some(Ok(then)) => return choose(model, then, ""),
            Some(Err(reason)) => model.hint(reason),
            None => {}
        },
        Dialog::Prompt(prompt) => {
            if key.code == Code::Enter {
                let typed = prompt.field.text().to_owned();
                let then = prompt.then.clone();
                model.dialog = Some(dialog);
                return choose(model, then, &typed);
            }
            prompt.wrong = None;
            if key.code == Code::Tab {
                prompt.complete();
            } else {
                prompt.field.hear(key);
            }
        }
        Dialog::Replies(chooser) => {
            if let Some(text) = inbox::hear_chooser(model, chooser, key) {
                return inbox::insert(model, &text);
            }
        }
        Dialog::Class(panel) => {
            if inbox::hear_class(model, panel, key) {
                return;
            }
        }
        Dialog::Finder(finder) => match finder::hear_key(model, finder, key) {
            Some(Found::Command(command)) => return run(model, command),
            Some(Found::View(view, _)) => return inbox::show_view(model, view),
            None => {}
        },
        Dialog::Sheet(sheet) => match sheet.hear(key, model.size) {
            Some(Ok(then)) => return choose(model, then, ""),
            Some(Err(reason)) => model.hint(reason),
            None => {}
        },
        Dialog::Form(form) => {
            if form.hear(key) {
                return inbox::take_form(model, form.clone());
            }
        }
    }
    model.dialog = Some(dialog);
}

/// Does what was chosen or typed. A prompt stays open until its part closes it or accepts.
fn choose(model: &mut Model, then: Then, typed: &str) {
    match then {
        Then::Close => {}
        Then::Run(command) => run(model, command),
        Then::Inbox(then) => inbox::choose(model, then, typed),
        Then::Queue(then) => queue::choose(model, then, typed),
        Then::Metrics(then) => metrics::choose(model, then, typed),
        Then::Report(then) => report::choose(model, then, typed),
        Then::Notebook(then) => notebook::choose(model, then, typed),
        Then::Shell(then) => shell::choose(model, then),
    }
}

/// A paste is text: it goes into a field or nowhere.
fn paste(model: &mut Model, text: &crate::domain::text::SafeText) {
    if text.is_cut() {
        model.hint(Text::new("shell-paste-cut"));
    }
    if model.welcome.is_some() {
        welcome::paste(model, text);
        return;
    }
    match &mut model.dialog {
        Some(Dialog::Prompt(prompt)) => {
            prompt.wrong = None;
            prompt.field.paste(text);
            return;
        }
        Some(Dialog::Finder(finder)) => {
            finder.field.paste(text);
            return;
        }
        Some(Dialog::Form(form)) => {
            form.paste(text);
            return inbox::pasted(model, text);
        }
        Some(Dialog::Replies(_)) => {
            if let Some(Dialog::Replies(mut chooser)) = model.dialog.take() {
                inbox::paste_into(model, &mut chooser, text);
                model.dialog = Some(Dialog::Replies(chooser));
            }
            return;
        }
        Some(Dialog::Menu(_) | Dialog::Sheet(_) | Dialog::Class(_)) => return,
        None => {}
    }
    let taken = match model.tab {
        Tab::Inbox => inbox::paste(model, text),
        Tab::Queue => queue::paste(model, text),
        Tab::Report => report::paste(model, text),
        Tab::Notebook => notebook::paste(model, text),
        Tab::Today | Tab::Metrics | Tab::Watch => false,
    };
    if !taken {
        model.hint(Text::new("shell-paste-nowhere"));
    }
}

fn click(model: &mut Model, column: u16, row: u16) {
    if model.welcome.is_some() {
        return;
    }
    if let Some(dialog) = &mut model.dialog {
        if let Dialog::Menu(menu) = dialog
            && let Some(line) = layout::menu_row(model.size, menu.items.len(), !menu.about.is_blank(), column, row)
        {
            menu.cursor = line;
            hear_key(model, Key::plain(Code::Enter));
        }
        return;
    }
    match layout::spot(model.size, &tab_widths(model), column, row) {
        Spot::Tab(index) => shell::show(model, Tab::ALL[index.min(Tab::ALL.len() - 1)]),
        Spot::Body { column, row } => match model.tab {
            Tab::Inbox => inbox::click(model, column, row),
            Tab::Today => today::click(model, column, row),
            Tab::Metrics | Tab::Queue | Tab::Watch | Tab::Report | Tab::Notebook => {}
        },
        Spot::Elsewhere => {}
    }
}

/// The widths of the tabs' titles as the header draws them.
#[must_use]
pub fn tab_widths(model: &Model) -> Vec<u16> {
    use unicode_width::UnicodeWidthStr;
    super::shell::tab_titles(model).iter().map(|title| u16::try_from(title.width()).unwrap_or(0)).collect()
}
