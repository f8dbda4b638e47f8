//! A text of the report being written: saved as it is typed, one request at a time.

use super::super::effect::{Desktop, EditWhat, Job, Ticket};
use super::super::field::Field;
use super::super::key::Key;
use super::super::model::{Asker, Model, Tab};
use super::{build, period, section};
use crate::domain::facts::Section;
use crate::domain::text::SafeText;
use crate::domain::time::Period;

/// A text being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Of which section.
    pub section: Section,
    /// Of which period: it stays that one whatever is shown.
    pub period: Period,
    /// What is typed.
    pub field: Field,
    /// Whether all of it is on disk.
    pub saved: bool,
    /// What was last sent to disk, and under which number, while that is under way.
    saving: Option<(Ticket, SafeText)>,
}

/// Opens the text of the section under the cursor.
pub(super) fn open(model: &mut Model) {
    let section = section(model);
    let text = model.report.built.as_ref().and_then(|report| report.text(section)).map_or("", SafeText::as_str);
    let field = Field::lines(text);
    model.report.editor = Some(Editor { section, period: period(model), field, saved: true, saving: None });
    model.report.preview = true;
}

/// Hears a key. Gives whether it meant something.
pub(super) fn hear_key(model: &mut Model, key: Key) -> bool {
    let Some(editor) = &mut model.report.editor else { return false };
    let changed = editor.field.hear(key);
    if changed == Some(true) {
        keep(model);
    }
    changed.is_some()
}

/// Takes a paste, if the text is open. Gives whether it did.
pub(super) fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(editor) = &mut model.report.editor else { return false };
    if editor.field.paste(text) {
        keep(model);
    }
    true
}

/// Sends what is typed to disk, one request at a time: typing is never queued behind it.
fn keep(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let Some(editor) = &mut model.report.editor else { return };
    editor.saved = false;
    if editor.saving.is_some() {
        return;
    }
    let (section, period, text) = (editor.section, editor.period, editor.field.safe());
    let ticket = model.ask(Asker::Tab(Tab::Report), Job::SaveSection(brand, period, section, text.clone(), model.now));
    if let Some(editor) = &mut model.report.editor {
        editor.saving = Some((ticket, text));
    }
}

/// A text is on disk: sends what was typed since.
pub(super) fn saved(model: &mut Model, ticket: Ticket) {
    let Some(editor) = &mut model.report.editor else { return };
    let Some((_, text)) = editor.saving.take_if(|(asked, _)| *asked == ticket) else { return };
    if text.as_str() == editor.field.text() {
        editor.saved = true;
    } else {
        keep(model);
    }
}

/// A text could not be written; the trouble was told, and what is typed stays.
pub(super) fn not_saved(model: &mut Model, ticket: Ticket) {
    if let Some(editor) = &mut model.report.editor {
        editor.saving.take_if(|(asked, _)| *asked == ticket);
    }
}

/// Sends what is typed to disk whatever is under way: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    if let Some(editor) = model.report.editor.as_ref().filter(|editor| !editor.saved) {
        let job = Job::SaveSection(brand, editor.period, editor.section, editor.field.safe(), model.now);
        model.asks.store(job);
    }
}

/// Closes the text; all of it is kept, and the report holds it.
pub(super) fn leave(model: &mut Model) {
    keep_now(model);
    let Some(editor) = model.report.editor.take() else { return };
    if let Some(facts) = model.report.facts.as_mut().filter(|facts| facts.period == editor.period) {
        facts.texts.retain(|(section, _)| *section != editor.section);
        if !editor.field.is_blank() {
            facts.texts.push((editor.section, editor.field.safe()));
        }
    }
    build(model);
}

/// Lets the CM write in their own editor.
pub(super) fn edit_outside(model: &mut Model) {
    if let Some(editor) = &model.report.editor {
        model.asks.desktop(Desktop::Edit { what: EditWhat::Section(editor.section), text: editor.field.safe() });
    }
}

/// A text came back from the CM's editor.
pub(super) fn edited(model: &mut Model, section: Section, text: &SafeText) {
    if let Some(editor) = model.report.editor.as_mut().filter(|editor| editor.section == section) {
        editor.field.replace(text);
        keep(model);
    }
}
