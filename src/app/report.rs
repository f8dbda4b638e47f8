//! The report: its sections, the CM's texts saved as they are typed, the export.
//!
//! Figures can't be changed here: they are counted from what was kept during the month.

mod editor;

pub use editor::{Editor, keep_now};

use super::command::{Reason, Scope, always, commands};
use super::dialog::{Dialog, Label, Menu, Sheet, Then as Chosen};
use super::effect::{Desktop, Job, Ticket};
use super::event::Reply;
use super::key::{Code, Key};
use super::model::{Asker, Model, Tab};
use crate::domain::coded;
use crate::domain::facts::{Facts, Section};
use crate::domain::report::{Format, Report as Built};
use crate::domain::text::SafeText;
use crate::domain::time::Period;
use crate::lang::{Lang, Text};
use crate::report::say;
use chrono::Months;

commands! { Report;
    Write "report-write" Report ["e", "Enter"] 10 can_write;
    Export "report-export" Report ["X"] 20 has_report;
    Mail "report-mail" Report ["c"] 30 has_report;
    Compare "report-compare" Report ["="] 40 always;
    Language "report-language" Report ["L"] 0 always;
    Pane "report-pane" Report [",", "Tab"] 50 always;
    Why "report-why" Report ["F2"] 0 has_report;
    SectionDone "section-done" SectionEditor ["Esc", "Ctrl+D"] 10 always;
    SectionEditor "section-editor" SectionEditor ["Ctrl+E"] 20 always;
    SectionSaved "section-saved" SectionEditor ["Ctrl+S"] 0 always;
}

/// What a choice or a typed line does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// Writes the report in these forms.
    Export(Vec<Format>),
}

coded! {
    /// With what the report compares.
    Against { Before = "before", LastYear = "last-year" }
}

/// The state of the tab.
#[derive(Debug)]
pub struct Report {
    /// The period; none is the last month that is over.
    pub period: Option<Period>,
    /// With what it compares.
    pub against: Against,
    /// The language it is written in; none is that of the screens.
    pub lang: Option<Lang>,
    /// Which section the cursor is on.
    pub section: usize,
    /// How many lines of the preview are scrolled away.
    pub scroll: usize,
    /// On a narrow screen: whether the preview is shown in the place of the sections.
    pub preview: bool,
    /// The text being written.
    pub editor: Option<Editor>,
    /// The report as counted, once both periods were read.
    pub built: Option<Box<Built>>,
    /// Whether it is being written to files.
    pub writing: bool,
    facts: Option<Box<Facts>>,
    before: Option<Box<Facts>>,
    wanted: (Option<Ticket>, Option<Ticket>),
}

impl Default for Report {
    fn default() -> Self {
        Self {
            period: None,
            against: Against::Before,
            lang: None,
            section: 0,
            scroll: 0,
            preview: false,
            editor: None,
            built: None,
            writing: false,
            facts: None,
            before: None,
            wanted: (None, None),
        }
    }
}

/// The period that is shown: the last month that is over, unless another one was chosen.
#[must_use]
pub fn period(model: &Model) -> Period {
    model.report.period.unwrap_or_else(|| Period::month_of(model.day()).previous())
}

/// The section under the cursor.
#[must_use]
pub fn section(model: &Model) -> Section {
    Section::ALL.get(model.report.section).copied().unwrap_or(Section::Essentials)
}

/// The language of the report.
#[must_use]
pub fn lang(model: &Model) -> Lang {
    model.report.lang.unwrap_or(model.lang)
}

impl Against {
    fn period(self, period: Period) -> Period {
        let year = |day: crate::domain::time::Day| day.checked_sub_months(Months::new(12)).unwrap_or(day);
        match self {
            Self::Before => period.previous(),
            Self::LastYear if period.is_month() => Period::month_of(year(period.from)),
            Self::LastYear => Period::new(year(period.from), year(period.to)),
        }
    }
}

fn has_report(model: &Model) -> Result<(), Reason> {
    model.report.built.as_ref().map(|_| ()).ok_or_else(|| Text::new("shell-not-loaded"))
}

fn can_write(model: &Model) -> Result<(), Reason> {
    has_report(model)?;
    if section(model).has_text() { Ok(()) } else { Err(Text::new("report-no-text-here")) }
}

/// The scopes that hear a key.
pub fn scopes(model: &Model, scopes: &mut Vec<Scope>) {
    if model.report.editor.is_some() {
        scopes.extend([Scope::SectionEditor, Scope::Field]);
    } else {
        scopes.push(Scope::Report);
    }
}

/// Runs a command of this part.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::Write => editor::open(model),
        Command::Export => model.dialog = Some(Dialog::Menu(export_menu(model))),
        Command::Mail => copy_summary(model),
        Command::Compare => {
            let against = if model.report.against == Against::Before { Against::LastYear } else { Against::Before };
            model.report.against = against;
            model.tell(Text::new("report-compares").with("period", say::period(model.voice(), against.period(period(model)))));
            refresh(model);
        }
        Command::Language => {
            model.report.lang = Some(lang(model).other());
            build(model);
            model.tell(Text::coded("report-language-is", lang(model).code()));
        }
        Command::Pane => model.report.preview = !model.report.preview,
        Command::Why => why(model),
        Command::SectionDone => editor::leave(model),
        Command::SectionEditor => editor::edit_outside(model),
        Command::SectionSaved => model.tell(Text::new("composer-is-saved")),
    }
}

/// Does what was chosen or typed.
pub fn choose(model: &mut Model, then: Then, _: &str) {
    match then {
        Then::Export(formats) => {
            let Some(report) = model.report.built.clone() else { return };
            model.report.writing = true;
            model.asks.desktop(Desktop::WriteReport { report, formats, folder: SafeText::default() });
        }
    }
}

/// Asks again for what the tab shows.
pub fn refresh(model: &mut Model) {
    let Some(brand) = model.brand else { return };
    let period = period(model);
    let before = model.report.against.period(period);
    let now = model.ask(Asker::Tab(Tab::Report), Job::Facts(brand, period));
    let then = model.ask(Asker::Tab(Tab::Report), Job::Facts(brand, before));
    model.report.wanted = (Some(now), Some(then));
}

/// Hears the file.
pub fn hear(model: &mut Model, ticket: Ticket, reply: Reply) {
    match reply {
        Reply::Facts(facts) if model.report.wanted.0 == Some(ticket) => model.report.facts = Some(facts),
        Reply::Facts(facts) if model.report.wanted.1 == Some(ticket) => model.report.before = Some(facts),
        Reply::Saved => return editor::saved(model, ticket),
        _ => return,
    }
    build(model);
}

/// A request of this part failed; the trouble was told, and what is typed stays.
pub fn hear_trouble(model: &mut Model, ticket: Ticket) {
    editor::not_saved(model, ticket);
}

/// Counts the report, once the facts of both periods are those that are shown.
fn build(model: &mut Model) {
    let (wanted, against) = (period(model), model.report.against.period(period(model)));
    let lang = lang(model);
    let (Some(brand), Some(now), Some(before)) = (model.brand(), &model.report.facts, &model.report.before) else { return };
    if now.period != wanted || before.period != against {
        return;
    }
    let built = Built::build(brand, now, before, model.now, model.look.demo, lang);
    model.report.built = Some(Box::new(built));
}

/// Hears a key that no command takes. Gives whether it meant something.
pub fn hear_key(model: &mut Model, key: Key) -> bool {
    if model.report.editor.is_some() {
        return editor::hear_key(model, key);
    }
    let last = Section::ALL.len() - 1;
    let report = &mut model.report;
    match key.code {
        Code::Down | Code::Char('j') => report.section = (report.section + 1).min(last),
        Code::Up | Code::Char('k') => report.section = report.section.saturating_sub(1),
        Code::Home => report.section = 0,
        Code::End => report.section = last,
        Code::PageDown | Code::Char(' ') => {
            report.scroll += 10;
            return true;
        }
        Code::PageUp => {
            report.scroll = report.scroll.saturating_sub(10);
            return true;
        }
        Code::Left => return step_month(model, false),
        Code::Right => return step_month(model, true),
        Code::Esc if report.preview => {
            report.preview = false;
            return true;
        }
        _ => return false,
    }
    report.scroll = 0;
    true
}

fn step_month(model: &mut Model, later: bool) -> bool {
    let shown = period(model);
    let next = if later { Period::month_of(shown.to.succ_opt().unwrap_or(shown.to)) } else { Period::month_of(shown.from).previous() };
    if next.from > model.day() {
        model.hint(Text::new("report-not-begun"));
        return true;
    }
    model.report.period = Some(next);
    model.report.scroll = 0;
    model.report.built = None;
    refresh(model);
    true
}

fn export_menu(model: &Model) -> Menu {
    let item = |menu: Menu, key: char, id: &'static str, formats: &[Format]| {
        menu.item(Some(key), Label::Text(Text::new(id)), Ok(Chosen::Report(Then::Export(formats.to_vec()))))
    };
    let menu =
        Menu::new(Text::new("report-export-title").with("period", say::period(model.voice(), period(model)))).about(&model.look.reports);
    let menu = item(menu, 'a', "report-export-all", Format::ALL);
    let menu = item(menu, 'h', "report-export-html", &[Format::Html]);
    let menu = item(menu, 'm', "report-export-markdown", &[Format::Markdown]);
    item(menu, 'c', "report-export-csv", &[Format::Csv])
}

fn copy_summary(model: &mut Model) {
    let Some(report) = &model.report.built else { return };
    let summary = crate::report::summary(report, &model.texts);
    model.asks.desktop(Desktop::Copy(SafeText::clean(&summary)));
    model.tell(Text::new("report-mail-copied"));
}

/// A report was written, or not.
pub fn wrote(model: &mut Model, written: Result<Vec<SafeText>, SafeText>) {
    model.report.writing = false;
    match written {
        Ok(files) => {
            let Some(first) = files.first() else { return };
            model.tell(Text::new("report-written").count("count", files.len()).with("file", first));
            if let Some(brand) = model.brand {
                model.asks.store(Job::Exported(brand, period(model), model.now));
            }
        }
        Err(why) => model.warn(Text::new("report-not-written").with("why", why), Text::new("report-not-written-do")),
    }
}

/// F2: how the figures of the report are counted.
fn why(model: &mut Model) {
    let Some(report) = &model.report.built else { return };
    let voice = model.texts.voice(model.lang);
    let figures = report.lines_of(section(model)).filter(|line| line.now.value.is_some()).take(6);
    let mut lines: Vec<Text> = figures
        .map(|line| {
            let grounds = say::grounds(voice, &line.now);
            let value = say::figure(model.lang, &line.now);
            let value = if grounds.is_empty() { value } else { format!("{value} ({grounds})") };
            Text::new("report-why-line")
                .and("name", Text::coded("report-figure", line.now.formula.code()))
                .with("value", value)
                .and("how", Text::coded("report-how", line.now.formula.code()))
        })
        .collect();
    lines.extend([Text::new("report-rule-unknown"), Text::new("report-rule-change")]);
    model.dialog = Some(Dialog::Sheet(Sheet::of(Text::new("metrics-why-title"), &lines, model.voice())));
}

/// A text came back from the CM's editor.
pub fn edited(model: &mut Model, section: Section, text: &SafeText) {
    editor::edited(model, section, text);
}

/// Takes a paste, if a field is open. Gives whether it did.
pub fn paste(model: &mut Model, text: &SafeText) -> bool {
    editor::paste(model, text)
}
