//! How a brief leaves: the way that was last chosen for its contact, onto the clipboard until another one is.
//!
//! Nothing of it is sent by itself.

use super::{contact, name, remember, told, words};
use crate::app::effect::Desktop;
use crate::app::model::Model;
use crate::domain::brief::mailto;
use crate::domain::text::SafeText;
use crate::domain::{ContactId, coded};
use crate::lang::Text;

coded! {
    /// How the brief of a delegation leaves.
    Way {
        /// Onto the clipboard.
        Copy = "copy",
        /// Into a new mail.
        Mail = "mail",
        /// Into a file.
        File = "file",
        /// Not by itself: `D` shows it.
        Later = "later",
    }
}

/// The setting that remembers how briefs reach a contact.
fn way_setting(contact: ContactId) -> String {
    format!("brief-way-{contact}")
}

/// How briefs reach a contact.
#[must_use]
pub fn way_of(model: &Model, contact: ContactId) -> Way {
    model.workspace.settings.get(&way_setting(contact)).and_then(|code| Way::from_code(code)).unwrap_or(Way::Copy)
}

/// Remembers the next way for a contact.
pub fn next_way(model: &mut Model, contact: ContactId) {
    let at = Way::ALL.iter().position(|way| *way == way_of(model, contact)).unwrap_or(0);
    let next = Way::ALL[(at + 1) % Way::ALL.len()];
    remember(model, way_setting(contact), next.code().to_owned());
}

/// Lets the words leave.
pub(super) fn leave(model: &mut Model, way: Way) {
    let (text, to) = (words(model), name(model));
    match way {
        Way::Copy => {
            model.asks.desktop(Desktop::Copy(text));
            model.tell(Text::new("brief-copied").with("name", to));
        }
        Way::Mail => mail(model, text),
        Way::File => {
            let name = SafeText::line(&told(model, &|told| told.file_name().to_string()));
            model.asks.desktop(Desktop::WriteBrief { name, text });
        }
        Way::Later => model.tell(Text::new("brief-later").with("name", to)),
    }
}

/// Opens a new mail. A text too long for an address is copied, and the mail says so.
fn mail(model: &mut Model, text: SafeText) {
    let address = contact(model).map(|contact| contact.email.clone()).unwrap_or_default();
    if address.is_blank() {
        model.asks.desktop(Desktop::Copy(text));
        return model.tell(Text::new("brief-no-address-copied").with("name", name(model)));
    }
    let subject = told(model, &|told| told.subject().to_string());
    if let Some(url) = mailto(address.as_str(), &subject, text.as_str()) {
        model.asks.desktop(Desktop::Mail(SafeText::line(&url)));
        return model.tell(Text::new("brief-mailed").with("name", name(model)));
    }
    model.asks.desktop(Desktop::Copy(text));
    let short = model.voice().t("brief-mail-too-long");
    if let Some(url) = mailto(address.as_str(), &subject, &short) {
        model.asks.desktop(Desktop::Mail(SafeText::line(&url)));
    }
    model.tell(Text::new("brief-mailed-copied").with("name", name(model)));
}

/// A brief was written to a file, or could not be.
pub fn wrote(model: &mut Model, result: Result<SafeText, SafeText>) {
    match result {
        Ok(path) => model.tell(Text::new("brief-saved").with("path", path)),
        Err(why) => model.warn(Text::new("brief-not-saved").with("why", why), Text::new("brief-not-saved-do")),
    }
}
