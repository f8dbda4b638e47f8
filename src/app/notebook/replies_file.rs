//! Saved replies from a file and into one: what would change is read before anything does, and no file is written
//! over unasked.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Label, Menu, Prompt, Sheet, Then as Chosen};
use super::super::effect::{Desktop, Job};
use super::super::model::{Asker, Model, Tab};
use super::{Page, brand};
use crate::domain::saved_reply::SavedReply;
use crate::domain::text::SafeText;
use crate::lang::Text;
use crate::replies::file::{FileAsk, FileNews};
use crate::replies::{Plan, plan, read, write};

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Reads the file typed.
    Read,
    /// Takes what is new in the file that was read, and what differs too.
    Take {
        /// Whether what differs is replaced.
        replace: bool,
    },
    /// Writes the file typed.
    Write,
    /// Writes over this file.
    WriteOver(SafeText),
}

const fn then(then: Then) -> Chosen {
    Chosen::Notebook(super::Then::RepliesFile(then))
}

/// Whether the saved replies are shown.
pub fn is_shown(model: &Model) -> Result<(), Reason> {
    super::has_brand(model)?;
    if model.notebook.page == Page::Replies { Ok(()) } else { Err(Text::new("reply-file-elsewhere")) }
}

/// Whether there is a saved reply to write.
pub fn has_any(model: &Model) -> Result<(), Reason> {
    is_shown(model)?;
    if model.saved_replies().next().is_none() { Err(Text::new("reply-file-none")) } else { Ok(()) }
}

/// The file that is proposed: beside the reports, named after the brand.
fn proposed(model: &Model) -> String {
    let name = model.brand().map(|brand| crate::report::slug(brand.name.as_str())).unwrap_or_default();
    let file = model.voice().say(&Text::new("reply-file-name").with("brand", name));
    format!("{}/{file}", model.look.reports.as_str().trim_end_matches('/'))
}

/// Asks which file is read.
pub fn ask_import(model: &mut Model) {
    let prompt = Prompt::new(Text::new("reply-import-title"), &proposed(model), then(Then::Read)).help(Text::new("reply-import-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Asks which file is written.
pub fn ask_export(model: &mut Model) {
    let count = model.saved_replies().count();
    let help = Text::new("reply-export-help").count("count", count);
    let prompt = Prompt::new(Text::new("reply-export-title"), &proposed(model), then(Then::Write)).help(help);
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, chosen: Then, typed: &str) {
    let path = SafeText::line(typed.trim());
    match chosen {
        // The prompt stays until the file was read or written: what is wrong with it is told there.
        Then::Read | Then::Write if path.is_blank() => brand::wrong(model, Text::new("reply-file-which")),
        Then::Read => model.asks.desktop(Desktop::Replies(FileAsk::Read(path))),
        Then::Write => put(model, path, false),
        Then::WriteOver(path) => put(model, path, true),
        Then::Take { replace } => take(model, replace),
    }
}

fn put(model: &mut Model, path: SafeText, replace: bool) {
    let replies: Vec<SavedReply> = model.saved_replies().cloned().collect();
    model.asks.desktop(Desktop::Replies(FileAsk::Write { path, text: write(&replies), replace }));
}

/// A file was read or written, or could not be.
pub fn heard(model: &mut Model, news: FileNews) {
    match news {
        FileNews::Text(path, text) => propose(model, &path, &text),
        FileNews::Written(path) => {
            model.dialog = None;
            model.tell(Text::new("replies-written").count("count", model.saved_replies().count()).with("file", path));
        }
        FileNews::Exists(path) => {
            let menu = Menu::new(Text::new("reply-file-exists"))
                .about(&path)
                .item(Some('n'), Label::Text(Text::new("notebook-leave-as-is")), Ok(Chosen::Close))
                .item(Some('r'), Label::Text(Text::new("reply-file-replace")), Ok(then(Then::WriteOver(path))));
            model.dialog = Some(Dialog::Menu(menu));
        }
        FileNews::Failed(path, why) => fail(model, Text::new("reply-file-failed").with("file", path).with("why", why)),
    }
}

/// Says what is wrong: in the line being typed, else below.
fn fail(model: &mut Model, what: Text) {
    if matches!(model.dialog, Some(Dialog::Prompt(_))) { brand::wrong(model, what) } else { model.hint(what) }
}

/// Shows what a file would change, before it does.
fn propose(model: &mut Model, path: &SafeText, text: &str) {
    let Some(brand) = model.brand else { return };
    let given = match read(brand, text) {
        Ok(given) => given,
        Err(wrong) => return fail(model, wrong.text()),
    };
    let known: Vec<SavedReply> = model.saved_replies().cloned().collect();
    let found = plan(&known, given);
    let (new, differ) = (found.new.len(), found.differ.len());
    let mut sheet = Sheet::new(Text::new("reply-import-sheet").with("file", path), told(model, &found));
    if new > 0 {
        sheet = sheet.item('i', Text::new("reply-import-new").count("count", new), Ok(then(Then::Take { replace: false })));
    }
    if differ > 0 {
        sheet = sheet.item(
            'r',
            Text::new("reply-import-all").count("new", new).count("differ", differ),
            Ok(then(Then::Take { replace: true })),
        );
    }
    sheet = sheet.item('n', Text::new("notebook-leave-as-is"), Ok(Chosen::Close));
    model.notebook.import = Some(Box::new(found));
    model.dialog = Some(Dialog::Sheet(sheet));
}

/// What is new, what differs and how, and how many are the same.
fn told(model: &Model, found: &Plan) -> SafeText {
    let voice = model.voice();
    let count = Text::new("reply-import-count").count("new", found.new.len()).count("differ", found.differ.len()).count("same", found.same);
    let mut lines = vec![voice.say(&count), String::new()];
    let named = |id: &'static str, reply: &SavedReply| Text::new(id).with("name", &reply.name).with("language", reply.language.code());
    for reply in &found.new {
        lines.push(voice.say(&named("reply-import-is-new", reply).with("text", reply.text.on_one_line())));
    }
    for (before, after) in &found.differ {
        let told = named("reply-import-differs", after).with("before", before.text.on_one_line()).with("after", after.text.on_one_line());
        lines.push(voice.say(&told));
    }
    SafeText::clean(&lines.join("\n"))
}

/// Takes the replies of the file that was read: one act, undone whole.
fn take(model: &mut Model, replace: bool) {
    let Some(found) = model.notebook.import.take() else { return };
    let left = if replace { 0 } else { found.differ.len() };
    let replaced = found.differ.into_iter().map(|(_, after)| after).filter(|_| replace);
    let all: Vec<SavedReply> = found.new.into_iter().chain(replaced).collect();
    let told = Text::new("reply-imported").count("count", all.len()).count("left", left);
    model.ask(Asker::Tab(Tab::Notebook), Job::SaveReplies(all, model.now));
    model.dialog = None;
    model.tell(told);
}
