//! The post being written: its fields and the cursor among them.

mod accounts;
mod keeping;
mod media;
mod outside;

pub use keeping::{hear, keep, keep_now, leave, not_saved};
pub use media::{take_alt, take_path};
pub use outside::{edit_outside, edited, in_text};

use super::super::effect::Ticket;
use super::super::field::Field;
use super::super::key::{Code, Key};
use super::super::model::Model;
use super::board;
use crate::domain::post::Post;
use crate::domain::text::SafeText;
use crate::domain::thread;
use crate::domain::time::{Day, Zone, parse_day, wall_in};
use crate::domain::{AccountId, coded};
use crate::lang::Text;
use keeping::After;

coded! {
    /// A part of the post that is written.
    Part { Title = "title", Text = "text", Accounts = "accounts", Media = "media", Day = "day", Pillar = "pillar", Note = "note" }
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
        Part::Accounts => accounts::hear_key(model, key),
        Part::Media => media::hear_key(model, key),
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

/// Takes a paste into the field that is open. Gives whether there is one.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    let Some(editor) = &mut model.queue.editor else { return false };
    let Some(field) = editor.field() else { return false };
    if field.paste(text) {
        keep(model);
    }
    true
}
