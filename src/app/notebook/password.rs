//! Connecting by a handle and a password made for Ronde alone: asked on one screen, tried at once.
//!
//! The password goes to where secrets are kept once the account answers; until then it is only here, and hidden.

use super::super::dialog::{Dialog, Form};
use super::super::effect::{Call, Secret};
use super::super::inbox::Filled;
use super::super::model::Model;
use super::super::trouble;
use super::super::trouble::{Cause, Trouble};
use super::connect::{Stage, ask};
use crate::domain::account::{handle_in, is_app_password};
use crate::domain::text::SafeText;
use crate::lang::Text;
use secrecy::ExposeSecret;

/// The parts of the form, from the top.
const HANDLE: usize = 0;
const PASSWORD: usize = 1;
const SERVER: usize = 2;

/// Asks for what the network wants, with what is known of it.
pub fn ask_all(model: &mut Model) {
    let form = form(model);
    model.dialog = form.map(|form| Dialog::Form(Box::new(form)));
}

fn form(model: &Model) -> Option<Form> {
    let connecting = model.notebook.connecting.as_ref()?;
    let network = connecting.network;
    let password = connecting.secret.as_ref().map_or("", |secret| secret.0.expose_secret());
    let form =
        Form::new(Text::new("connect-title").with("network", network.name()), Text::new("connect-help-server"), Filled::Connect(network));
    let form = form
        .steps(Text::coded("connect-steps", network.code()))
        .line("connect-handle", connecting.name.as_str())
        .helped(Text::coded("connect-help-handle", network.code()))
        .secret("connect-password", password)
        .helped(Text::coded("connect-help-password", network.code()))
        .line("connect-server", connecting.server.as_str());
    let first_empty = if connecting.name.is_blank() { HANDLE } else { PASSWORD };
    Some(form.from(first_empty))
}

/// Tries what was typed, or says what is wrong with it and where.
pub fn take(model: &mut Model, mut form: Box<Form>) {
    let Some(brand) = model.brand else { return };
    let Some(connecting) = &mut model.notebook.connecting else { return };
    let network = connecting.network;
    remember(connecting, &form);
    let wrong = match (handle_in(form.text(HANDLE)), form.text(PASSWORD).trim()) {
        (Err(fault), _) => Some((HANDLE, Text::coded("connect-wrong-handle", fault.code()))),
        (Ok(_), "") => Some((PASSWORD, Text::new("connect-wrong-no-password"))),
        // Said once: whoever sends it again means it.
        (Ok(_), password) if !is_app_password(password) && !std::mem::replace(&mut connecting.warned, true) => {
            Some((PASSWORD, Text::new("connect-wrong-main-password").with("place", network.passwords_at())))
        }
        (Ok(handle), _) => {
            connecting.name = handle;
            None
        }
    };
    if let Some((part, wrong)) = wrong {
        form.refuse(part, wrong);
        model.dialog = Some(Dialog::Form(form));
        return;
    }
    let (server, name) = (connecting.server.clone(), connecting.name.clone());
    let token = Secret::new(form.text(PASSWORD));
    model.dialog = None;
    ask(model, Stage::Trying, Call::Connect { brand, network, server, name, token });
}

/// Leaves the form; what was typed is there again when it is taken up.
pub fn leave(model: &mut Model, form: &Form) {
    if let Some(connecting) = &mut model.notebook.connecting {
        remember(connecting, form);
    }
}

fn remember(connecting: &mut super::Connecting, form: &Form) {
    connecting.name = SafeText::line(form.text(HANDLE).trim());
    connecting.server = SafeText::line(form.text(SERVER).trim());
    let password = form.text(PASSWORD).trim();
    connecting.secret = (!password.is_empty()).then(|| Secret::new(password));
}

/// It failed: asks again, with what was typed, the cursor where the trouble is.
pub fn ask_again(model: &mut Model, trouble: &Trouble) {
    let named = model.notebook.connecting.as_ref().is_some_and(|connecting| !connecting.server.is_blank());
    let is_refused = matches!(trouble.cause, Cause::AuthExpired | Cause::ScopeMissing | Cause::WrongPassword | Cause::NeedsAppPassword);
    if let Some(connecting) = model.notebook.connecting.as_mut().filter(|_| is_refused) {
        connecting.secret = None;
    }
    let Some(mut form) = form(model) else { return };
    let part = match trouble.cause {
        Cause::UnknownHandle | Cause::NotFound | Cause::Missing => HANDLE,
        Cause::Unreachable | Cause::TimedOut | Cause::BadAddress | Cause::Unreadable if named => SERVER,
        _ => PASSWORD,
    };
    let wrong = wrong(model, trouble);
    form.refuse(part, wrong);
    model.dialog = Some(Dialog::Form(Box::new(form)));
}

/// What is told in the form: what happened, and what there is to do here. Nothing is tried again by itself.
fn wrong(model: &Model, trouble: &Trouble) -> Text {
    let (what, step) = trouble::explain(trouble, model.zone());
    let remedy = match trouble.cause {
        Cause::AuthExpired => return Text::new("connect-wrong-refused"),
        Cause::NeedsAppPassword | Cause::Suspended | Cause::UnknownHandle | Cause::BadAddress | Cause::Unreadable | Cause::Demo => step,
        Cause::Unreachable | Cause::TimedOut | Cause::RateLimited(_) | Cause::ServerFailed | Cause::TooLarge => Text::new("connect-again"),
        // The steps above say where another one is made.
        Cause::WrongPassword
        | Cause::ScopeMissing
        | Cause::NotFound
        | Cause::Rejected
        | Cause::NotOffered
        | Cause::NoSecret
        | Cause::DiskFull
        | Cause::ReadOnly
        | Cause::Locked
        | Cause::Damaged
        | Cause::Newer
        | Cause::Missing
        | Cause::Conflict
        | Cause::Failed => return what,
    };
    Text::new("connect-failed").and("what", what).and("remedy", remedy)
}
