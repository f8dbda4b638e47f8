//! The post being written: its fields, its accounts and files; kept from the first key on.
//!
//! Only one request to keep it is under way at a time, and nothing typed is let go before it is kept.

use super::super::command::Reason;
use super::super::dialog::{Dialog, Prompt, Then as Chosen};
use super::super::effect::{Desktop, EditWhat, Job, Ticket};
use super::super::field::Field;
use super::super::key::{Code, Key};
use super::super::model::{Asker, Model, Tab};
use super::{Then, board, files, menus, parts, refresh, step};
use crate::domain::post::{ApprovalOf, Media, Missing, Post, PostState, Variant};
use crate::domain::text::SafeText;
use crate::domain::thread;
use crate::domain::time::{Day, Zone, parse_day, wall_in};
use crate::domain::{AccountId, PostId, VariantId, coded};
use crate::lang::Text;

coded! {
    /// A part of the post that is written.
    Part { Title = "title", Text = "text", Accounts = "accounts", Media = "media", Day = "day", Pillar = "pillar", Note = "note" }
}

/// What follows once all is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Stay,
    Close,
    NextStep,
}

/// The post being written.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// The post as stored, with the accounts and files as chosen here.
    pub post: Post,
    /// The part that hears keys.
    pub part: Part,
    /// Its title.
    pub title: Field,
    /// Its text.
    pub text: Field,
    /// Its day, as typed.
    pub day: Field,
    /// Its pillar.
    pub pillar: Field,
    /// Notes that are never published.
    pub note: Field,
    /// The line of the cursor among accounts, or among files.
    pub row: usize,
    /// The text of one account alone, while it is written.
    pub own: Option<(AccountId, Field)>,
    /// Whether all of it is on disk.
    pub saved: bool,
    /// Whether the day typed can be read.
    pub day_ok: bool,
    saving: Option<(Ticket, Post)>,
    /// How many times in a row it could not be kept.
    failures: u8,
    after: After,
}

/// Opens the post under the cursor.
pub fn open(model: &mut Model) {
    let Some(post) = board::current(model).cloned() else { return };
    let day = post.day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    model.queue.editor = Some(Editor {
        part: if post.text.is_blank() || !post.title.is_blank() { Part::Text } else { Part::Title },
        title: Field::line(post.title.as_str()),
        text: Field::lines(post.text.as_str()),
        day: Field::line(&day),
        pillar: Field::line(post.pillar.as_str()),
        note: Field::line(post.note.as_str()),
        row: 0,
        own: None,
        saved: true,
        day_ok: true,
        saving: None,
        failures: 0,
        after: After::Stay,
        post,
    });
}

impl Editor {
    /// The post with all that is typed.
    #[must_use]
    pub fn draft(&self, today: Day, zone: Zone) -> Post {
        let mut post = self.post.clone();
        post.title = SafeText::line(self.title.text());
        post.text = self.text.safe();
        post.pillar = SafeText::line(self.pillar.text());
        post.note = SafeText::line(self.note.text());
        post.day = read_day(&self.day, today).unwrap_or(self.post.day);
        if post.day != self.post.day {
            // The hour stays, on the other day.
            post.due = self.post.due.zip(post.day).map(|(due, day)| wall_in(zone, day.and_time(due.with_timezone(&zone).time())).moment());
        }
        if let Some((account, field)) = &self.own
            && let Some(variant) = post.variants.iter_mut().find(|variant| variant.account == *account)
        {
            // An empty text of its own is no text of its own.
            variant.text = (!field.is_blank()).then(|| field.safe());
        }
        post
    }

    /// Takes the rows and validations that the file gave, and leaves what is typed.
    fn adopt(&mut self, stored: &Post) {
        self.post.state = stored.state;
        self.post.approvals.clone_from(&stored.approvals);
        for variant in &mut self.post.variants {
            if let Some(known) = stored.variants.iter().find(|known| known.account == variant.account) {
                variant.id = known.id;
            }
        }
    }

    /// The number of the part in which the cursor is, and the account whose own text it is in; `None` outside of texts.
    #[must_use]
    pub fn writes(&self) -> Option<(u32, Option<AccountId>)> {
        let at = |field: &Field| thread::part_at(field.text(), field.cursor());
        match &self.own {
            Some((account, field)) => Some((at(field), Some(*account))),
            None => (self.part == Part::Text).then(|| (at(&self.text), None)),
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        if let Some((_, field)) = &mut self.own {
            return Some(field);
        }
        match self.part {
            Part::Title => Some(&mut self.title),
            Part::Text => Some(&mut self.text),
            Part::Day => Some(&mut self.day),
            Part::Pillar => Some(&mut self.pillar),
            Part::Note => Some(&mut self.note),
            Part::Accounts | Part::Media => None,
        }
    }
}

/// `1/12/2026`, `2026-12-01` or `1/12`; nothing is no day.
fn read_day(field: &Field, today: Day) -> Result<Option<Day>, Text> {
    let typed = field.text().trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = typed.split('/').collect();
    let day = match parts[..] {
        [day, month, year] => full_day(day, month, year),
        _ => parse_day(typed, today),
    };
    day.map(Some).ok_or_else(|| Text::new("when-unreadable"))
}

fn full_day(day: &str, month: &str, year: &str) -> Option<Day> {
    Day::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Whether a text that the CM's own editor takes is being written.
pub fn in_text(model: &Model) -> Result<(), Reason> {
    let within = model.queue.editor.as_ref().is_some_and(|editor| editor.own.is_some() || editor.part == Part::Text);
    if within { Ok(()) } else { Err(Text::new("post-outside-text")) }
}

/// Goes to another part; a text of one account is left first.
pub fn step_part(model: &mut Model, step: usize) {
    close_own(model);
    let Some(editor) = &mut model.queue.editor else { return };
    let at = Part::ALL.iter().position(|part| *part == editor.part).unwrap_or(0);
    editor.part = Part::ALL[(at + step) % Part::ALL.len()];
    editor.row = 0;
    if !editor.saved {
        keep(model);
    }
}

/// Puts the text of one account where it belongs.
fn close_own(model: &mut Model) -> bool {
    let (today, zone) = (model.day(), model.zone());
    let Some(editor) = model.queue.editor.as_mut().filter(|editor| editor.own.is_some()) else { return false };
    let variants = editor.draft(today, zone).variants;
    editor.post.variants = variants;
    editor.own = None;
    true
}

/// Hears a key. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    let today = model.day();
    let Some(editor) = &mut model.queue.editor else { return false };
    if let Some(field) = editor.field() {
        // Up and down leave a line for the next part; a text of many lines keeps them.
        let Some(changed) = field.hear(key) else { return leave_line(model, key) };
        if changed {
            editor.day_ok = read_day(&editor.day, today).is_ok();
            if editor.part == Part::Day {
                // Half a date is another date, and would void the plan: it is kept when the field is left.
                editor.saved = false;
            } else {
                keep(model);
            }
        }
        return true;
    }
    match editor.part {
        Part::Accounts => hear_accounts(model, key),
        Part::Media => hear_media(model, key),
        Part::Title | Part::Text | Part::Day | Part::Pillar | Part::Note => false,
    }
}

fn leave_line(model: &mut Model, key: Key) -> bool {
    match key.code {
        Code::Enter | Code::Down => step_part(model, 1),
        Code::Up => step_part(model, Part::ALL.len() - 1),
        _ => return false,
    }
    true
}

fn hear_accounts(model: &mut Model, key: Key) -> bool {
    let accounts: Vec<AccountId> = model.accounts().map(|account| account.id).collect();
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some(account) = accounts.get(editor.row).copied() else { return leave_line(model, key) };
    match key.code {
        Code::Down if editor.row + 1 < accounts.len() => editor.row += 1,
        Code::Up if editor.row > 0 => editor.row -= 1,
        Code::Down | Code::Up => return leave_line(model, key),
        Code::Char(' ' | 'x') => toggle(model, account),
        Code::Enter => {
            let Some(variant) = editor.post.variants.iter().find(|variant| variant.account == account) else {
                toggle(model, account);
                return true;
            };
            let start = variant.text.clone().unwrap_or_default();
            editor.own = Some((account, Field::lines(start.as_str())));
        }
        _ => return false,
    }
    true
}

fn toggle(model: &mut Model, account: AccountId) {
    let out = |variant: &Variant| variant.remote_id.is_some() || parts::progress(model, variant.id).is_some_and(|known| known.out > 0);
    let known = model.queue.editor.as_ref().and_then(|editor| editor.post.variants.iter().find(|variant| variant.account == account));
    if known.is_some_and(out) {
        return model.hint(Text::new("post-account-out"));
    }
    let Some(editor) = &mut model.queue.editor else { return };
    let variants = &mut editor.post.variants;
    if let Some(at) = variants.iter().position(|variant| variant.account == account) {
        variants.remove(at);
    } else {
        variants.push(Variant { id: VariantId(0), account, text: None, url: None, remote_id: None });
    }
    keep(model);
}

fn hear_media(model: &mut Model, key: Key) -> bool {
    let Some(editor) = &mut model.queue.editor else { return false };
    let (at, files) = (editor.row, editor.post.media.len());
    match key.code {
        Code::Down if at < files => editor.row += 1,
        Code::Up if at > 0 => editor.row -= 1,
        Code::Down | Code::Up => return leave_line(model, key),
        Code::Enter if at < files => ask_alt(model, at),
        Code::Enter => {
            let prompt = Prompt::new(Text::new("post-media-title"), "", Chosen::Queue(Then::MediaPath)).help(Text::new("post-media-help"));
            model.dialog = Some(Dialog::Prompt(prompt));
        }
        Code::Delete | Code::Backspace if at < files => {
            editor.post.media.remove(at);
            keep(model);
        }
        _ => return false,
    }
    true
}

/// Takes the path typed, and asks what the file shows.
pub fn take_path(model: &mut Model, typed: &str) {
    let path = SafeText::line(typed.trim().trim_matches(['\'', '"']));
    if path.is_blank() {
        return step::wrong(model, Text::new("post-media-empty"));
    }
    model.dialog = None;
    let Some(editor) = &mut model.queue.editor else { return };
    editor.post.media.push(Media { path: path.clone(), alt: SafeText::EMPTY });
    let (at, post) = (editor.post.media.len() - 1, editor.post.id);
    files::look_at(model, post, path);
    keep(model);
    ask_alt(model, at);
}

fn ask_alt(model: &mut Model, at: usize) {
    let Some(media) = model.queue.editor.as_ref().and_then(|editor| editor.post.media.get(at)) else { return };
    let prompt =
        Prompt::new(Text::new("post-alt-title"), media.alt.as_str(), Chosen::Queue(Then::MediaAlt(at))).help(Text::new("post-alt-help"));
    model.dialog = Some(Dialog::Prompt(prompt));
}

/// Takes what a file shows, as typed; nothing is allowed, and warned of.
pub fn take_alt(model: &mut Model, at: usize, typed: &str) {
    model.dialog = None;
    if let Some(media) = model.queue.editor.as_mut().and_then(|editor| editor.post.media.get_mut(at)) {
        media.alt = SafeText::line(typed);
        keep(model);
    }
}

/// Takes a paste into the field that is open. Gives whether there is one.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some(field) = editor.field() else { return false };
    if field.paste(text) {
        keep(model);
    }
    true
}

/// Sends what is typed to disk, one request at a time: typing is never queued behind it.
pub fn keep(model: &mut Model) {
    let (today, zone) = (model.day(), model.zone());
    let Some(editor) = &mut model.queue.editor else { return };
    editor.saved = false;
    if editor.saving.is_some() {
        return;
    }
    let draft = editor.draft(today, zone);
    let ticket = model.ask(Asker::Tab(Tab::Queue), Job::SavePost(Box::new(draft.clone()), model.now));
    if let Some(editor) = &mut model.queue.editor {
        editor.saving = Some((ticket, draft));
    }
}

/// Sends what is typed to disk whatever is under way: the app is about to leave.
pub fn keep_now(model: &mut Model) {
    let (today, zone) = (model.day(), model.zone());
    if let Some(editor) = model.queue.editor.as_ref().filter(|editor| !editor.saved) {
        let job = Job::SavePost(Box::new(editor.draft(today, zone)), model.now);
        model.asks.store(job);
    }
}

/// Hears the file, if it kept the post being written. Gives whether it did.
pub fn hear(model: &mut Model, ticket: Ticket, answer: &Result<Post, Missing>) -> bool {
    let (today, zone) = (model.day(), model.zone());
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some((_, sent)) = editor.saving.take_if(|(asked, _)| *asked == ticket) else { return false };
    let Ok(stored) = answer.clone() else {
        // It went out while it was written: nothing more can be kept under it.
        give_up(model);
        return true;
    };
    let lost: Vec<ApprovalOf> =
        ApprovalOf::ALL.iter().copied().filter(|of| holds(&sent.approvals, *of) && !holds(&stored.approvals, *of)).collect();
    editor.adopt(&stored);
    editor.failures = 0;
    editor.saved = editor.draft(today, zone) == Post { id: editor.post.id, ..with_ids(sent, &stored) };
    let after = editor.after;
    let saved = editor.saved;
    tell_lost(model, &lost);
    board::put(model, stored.clone());
    if !saved {
        keep(model);
    } else if after != After::Stay {
        close(model, &stored, after);
    }
    true
}

/// Whether a validation stands among those given.
fn holds(approvals: &[crate::domain::post::Approval], of: ApprovalOf) -> bool {
    approvals.iter().any(|approval| approval.of == of && approval.voided.is_none())
}

/// What was sent, with what only the file knows.
fn with_ids(mut sent: Post, stored: &Post) -> Post {
    sent.state = stored.state;
    sent.approvals.clone_from(&stored.approvals);
    for variant in &mut sent.variants {
        if let Some(known) = stored.variants.iter().find(|known| known.account == variant.account) {
            variant.id = known.id;
        }
    }
    sent
}

fn tell_lost(model: &mut Model, lost: &[ApprovalOf]) {
    if lost.contains(&ApprovalOf::Plan) {
        model.hint(Text::new("queue-voided-plan"));
    } else if lost.contains(&ApprovalOf::Content) {
        model.hint(Text::new("queue-voided-content"));
    }
}

/// The post could not be kept; the trouble was told, and what is typed stays.
pub fn not_saved(model: &mut Model, ticket: Ticket) {
    if let Some(editor) = &mut model.queue.editor
        && editor.saving.take_if(|(asked, _)| *asked == ticket).is_some()
    {
        editor.after = After::Stay;
        editor.failures = editor.failures.saturating_add(1);
    }
}

/// Leaves although what is typed can't be kept: it goes to the clipboard.
fn give_up(model: &mut Model) {
    if let Some(editor) = model.queue.editor.take() {
        model.asks.desktop(Desktop::Copy(editor.text.safe()));
        model.hint(Text::new("post-not-kept"));
        refresh(model);
    }
}

/// Leaves, as soon as all is kept; then proposes the next step, if that was asked.
pub fn leave(model: &mut Model, done: bool) {
    if close_own(model) && !done {
        return;
    }
    let Some(editor) = &mut model.queue.editor else { return };
    editor.after = if done { After::NextStep } else { After::Close };
    let (after, saved, post) = (editor.after, editor.saved, editor.post.clone());
    if !saved && editor.failures > 1 {
        return give_up(model);
    }
    if !saved {
        keep(model);
        return;
    }
    let post = board::post(model, post.id).cloned().unwrap_or(post);
    close(model, &post, after);
}

fn close(model: &mut Model, post: &Post, after: After) {
    model.queue.editor = None;
    refresh(model);
    if after == After::NextStep && post.state != PostState::Scheduled {
        menus::next_step(model, post);
    } else {
        model.tell(Text::new("post-kept"));
    }
}

/// Lets the CM write in their own editor.
pub fn edit_outside(model: &mut Model) {
    let Some(editor) = &model.queue.editor else { return };
    let post = editor.post.id;
    let (what, text) = match &editor.own {
        Some((account, field)) => {
            let variant = editor.post.variants.iter().find(|variant| variant.account == *account).map(|variant| variant.id);
            (EditWhat::Post(post, variant), field.safe())
        }
        None => (EditWhat::Post(post, None), editor.text.safe()),
    };
    model.asks.desktop(Desktop::Edit { what, text });
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, post: PostId, variant: Option<VariantId>, text: &SafeText) {
    let Some(editor) = model.queue.editor.as_mut().filter(|editor| editor.post.id == post) else { return };
    match (&mut editor.own, variant) {
        (Some((_, field)), Some(_)) => field.replace(text),
        (None, Some(id)) => {
            if let Some(variant) = editor.post.variants.iter_mut().find(|known| known.id == id) {
                variant.text = (!text.is_blank()).then(|| text.clone());
            }
        }
        (_, None) => editor.text.replace(text),
    }
    keep(model);
}
