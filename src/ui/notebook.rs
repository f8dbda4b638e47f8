//! The notebook, drawn: its sections, their rows, and what is under the cursor.

mod replies;
mod rule_editor;
mod rules;

use super::pen::{Pen, cut, fit, inset, row_of};
use super::theme::Ink;
use crate::app::command::{Command, spec};
use crate::app::model::Model;
use crate::app::notebook::{self, Connecting, Page, Setting, Stage, told_holidays, told_targets};
use crate::domain::account::{Ability, Access, Account, Standing, Way};
use crate::domain::brand::Brand;
use crate::domain::contact::Contact;
use crate::domain::text::SafeText;
use crate::lang::{Text, format};
use crate::layout;
use ratatui::layout::Rect;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let Some(brand) = model.brand() else {
        pen.boxed(area, &model.voice().coded("tab", "notebook"), Ink::Title);
        return;
    };
    if let Some(editor) = model.notebook.rules.editor.as_ref().filter(|_| model.notebook.page == Page::Rules) {
        rule_editor::draw(pen, model, editor, area);
        return;
    }
    let [sections, list, detail] = layout::notebook(model.size);
    draw_sections(pen, model, sections);
    if let Some(writing) = &model.notebook.writing {
        let whole = Rect { height: list.height + detail.height, ..list };
        return replies::draw_writing(pen, model, writing, whole);
    }
    let page = model.notebook.page;
    let title = model.voice().coded("notebook-page", page.code());
    match page {
        Page::Brand => {
            let whole = Rect { height: list.height + detail.height, ..list };
            let inside = inset(pen.boxed(whole, &title, Ink::Title), 1);
            draw_brand(pen, model, brand, inside);
        }
        Page::Accounts => {
            let inside = inset(pen.boxed(list, &title, Ink::Title), 1);
            draw_accounts(pen, model, inside);
            draw_more(pen, list, model.accounts().count(), model.notebook.row(), inside.height);
            match &model.notebook.connecting {
                Some(connecting) => draw_connecting(pen, model, connecting, detail),
                None => draw_account(pen, model, model.accounts().nth(model.notebook.row()), detail),
            }
        }
        Page::Contacts => {
            let inside = inset(pen.boxed(list, &title, Ink::Title), 1);
            draw_contacts(pen, model, inside);
            draw_more(pen, list, model.contacts().count(), model.notebook.row(), inside.height);
            draw_contact(pen, model, model.contacts().nth(model.notebook.row()), detail);
        }
        Page::Replies => {
            let inside = inset(pen.boxed(list, &title, Ink::Title), 1);
            replies::draw_list(pen, model, inside);
            draw_more(pen, list, model.saved_replies().count(), model.notebook.row(), inside.height);
            replies::draw_reply(pen, model, model.saved_replies().nth(model.notebook.row()), detail);
        }
        Page::Rules => {
            let inside = inset(pen.boxed(list, &title, Ink::Title), 1);
            rules::draw_list(pen, model, inside);
            draw_more(pen, list, model.notebook.rules.list.len(), model.notebook.row(), inside.height.saturating_sub(1));
            rules::draw_detail(pen, model, detail);
        }
    }
}

fn draw_sections(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.coded("tab", "notebook"), Ink::Title), 1);
    for (at, page) in Page::ALL.iter().enumerate() {
        let line = row_of(inside, at);
        let count = match page {
            Page::Brand => String::new(),
            Page::Accounts => format!(" {}", model.accounts().count()),
            Page::Contacts => format!(" {}", model.contacts().count()),
            Page::Replies => format!(" {}", model.saved_replies().count()),
            Page::Rules => format!(" {}", model.notebook.rules.list.len()),
        };
        let here = *page == model.notebook.page;
        let sign = if here { "▸ " } else { "  " };
        pen.text(line, &format!("{sign}{}{count}", voice.coded("notebook-page", page.code())), if here { Ink::Title } else { Ink::Text });
    }
    let used = u16::try_from(Page::ALL.len() + 1).unwrap_or(inside.height).min(inside.height);
    let rest = Rect { y: inside.y + used, height: inside.height - used, ..inside };
    let mut keys = vec![voice.t("notebook-sections-help")];
    // Where the line of keys has no room for them.
    if model.notebook.page == Page::Replies {
        let line = |command| {
            let command = Command::Notebook(command);
            format!("{} {}", model.look.keymap.shown(model.lang, command), voice.coded("key", spec(command).name))
        };
        keys.extend([notebook::Command::ImportReplies, notebook::Command::ExportReplies].map(line));
    }
    pen.paragraph(rest, &keys.join("\n"), Ink::Quiet, 0);
}

/// Says at the foot of a list's frame on which sides there is more of it.
fn draw_more(pen: &mut Pen<'_, '_>, list: Rect, count: usize, cursor: usize, room: u16) {
    let room = usize::from(room).max(1);
    let skip = (cursor + 1).saturating_sub(room);
    let more = match (skip > 0, skip + room < count) {
        (true, true) => " ↑↓ ",
        (true, false) => " ↑ ",
        (false, true) => " ↓ ",
        (false, false) => return,
    };
    pen.text_right(Rect { y: list.bottom().saturating_sub(1), height: 1, width: list.width.saturating_sub(2), ..list }, more, Ink::Quiet);
}

/// Draws a row and shows the cursor on it.
fn row(pen: &mut Pen<'_, '_>, line: Rect, here: bool, cells: &[(String, Ink)]) {
    let spans = cells.iter().map(|(text, ink)| pen.span(text, *ink)).collect();
    pen.line(line, spans);
    if here {
        pen.choose(line);
        pen.cursor(line.x, line.y);
    }
}

fn draw_brand(pen: &mut Pen<'_, '_>, model: &Model, brand: &Brand, area: Rect) {
    let voice = model.voice();
    for (at, setting) in Setting::ALL.iter().enumerate() {
        let name = voice.coded("notebook-setting", setting.code());
        let value = cut(&value(model, brand, *setting), usize::from(area.width).saturating_sub(22));
        let ink = if *setting == Setting::Hold && brand.on_hold { Ink::Bad } else { Ink::Text };
        row(pen, row_of(area, at), at == model.notebook.row(), &[(fit(&name, 22), Ink::Quiet), (value, ink)]);
    }
    let rows = u16::try_from(Setting::ALL.len() + 1).unwrap_or(u16::MAX).min(area.height);
    let rest = Rect { y: area.y + rows, height: area.height - rows, ..area };
    let setting = Setting::ALL.get(model.notebook.row()).copied().unwrap_or(Setting::Name);
    pen.paragraph(rest, &voice.coded("notebook-about", setting.code()), Ink::Quiet, 0);
}

/// What a setting is now.
fn value(model: &Model, brand: &Brand, setting: Setting) -> String {
    let voice = model.voice();
    match setting {
        Setting::Name => brand.name.to_string(),
        Setting::Zone => brand.zone.name().to_owned(),
        Setting::Hours => format!("{}–{}", brand.hours.opens.format("%H:%M"), brand.hours.closes.format("%H:%M")),
        Setting::Weekdays => {
            let days = format::short_weekdays(model.lang).into_iter().zip(brand.hours.weekdays);
            days.filter(|(_, works)| *works).map(|(day, _)| day).collect::<Vec<_>>().join(" ")
        }
        Setting::DaysOff => {
            let coming: Vec<_> = brand.hours.days_off.iter().filter(|day| **day >= model.day()).collect();
            match coming.first() {
                Some(next) => voice
                    .say(&Text::new("notebook-days-off").count("count", coming.len()).with("day", format::short_day(model.lang, **next))),
                None => voice.t("notebook-no-day-off"),
            }
        }
        Setting::Holidays => told_holidays(model, &brand.hours.holidays),
        Setting::Targets => told_targets(model, &brand.targets),
        Setting::Sweeps => voice.say(&Text::new("notebook-sweeps").count("count", brand.sweeps_per_day)),
        Setting::ReportsTo => voice.coded("notebook-reports-to", brand.reports_to.code()),
        Setting::Alone => voice.t(if brand.validates_alone { "notebook-yes" } else { "notebook-no" }),
        Setting::Banned => list_of(model, "charter-banned-count", &brand.charter.banned),
        Setting::SecondLook => voice.t(if brand.charter.second_look { "charter-second-look" } else { "notebook-no" }),
        Setting::Community => list_of(model, "charter-community-count", &brand.charter.community),
        Setting::Labels => {
            let names: Vec<SafeText> = model.labels().map(|label| label.name.clone()).collect();
            list_of(model, "labels-count", &names)
        }
        Setting::Hold => voice.t(if brand.on_hold { "notebook-hold-on" } else { "notebook-no" }),
        Setting::Colour => voice.coded("notebook-colour", brand.colour.code()),
    }
}

/// How many entries a list has, and those that fit.
fn list_of(model: &Model, id: &'static str, list: &[SafeText]) -> String {
    let all: Vec<&str> = list.iter().map(SafeText::as_str).collect();
    let shown = all.join(" · ");
    let count = model.voice().say(&Text::new(id).count("count", all.len()));
    if all.is_empty() { count } else { format!("{count} · {shown}") }
}

/// How an account stands, with a sign that tells it without colour.
fn standing(model: &Model, account: &Account) -> (String, Ink) {
    let voice = model.voice();
    match (account.access, &account.standing) {
        (Access::Manual, _) => (voice.t("notebook-by-hand"), Ink::Quiet),
        (Access::Connected, Standing::Expired) => (voice.t("notebook-expired"), Ink::Bad),
        (Access::Connected, Standing::Limited { until }) if *until > model.now => {
            (voice.say(&Text::new("notebook-limited").with("clock", format::clock(model.zone(), *until))), Ink::Warn)
        }
        (Access::Connected, _) if model.account_troubles.contains_key(&account.id) => (voice.t("notebook-troubled"), Ink::Warn),
        (Access::Connected, Standing::Well | Standing::Limited { .. }) => (voice.t("notebook-well"), Ink::Good),
    }
}

fn draw_accounts(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let cursor = model.notebook.row();
    let room = usize::from(area.height).max(1);
    let skip = (cursor + 1).saturating_sub(room);
    for (at, account) in model.accounts().enumerate().skip(skip).take(room) {
        let (state, ink) = standing(model, account);
        let line = row_of(area, at - skip);
        let width = usize::from(line.width).saturating_sub(28).clamp(12, 34);
        let cells = [
            (format!("{} ", account.network.mark()), Ink::Quiet),
            (fit(account.handle.as_str(), width), Ink::Text),
            (format!(" {state}"), ink),
        ];
        row(pen, line, at == cursor, &cells);
    }
    if model.accounts().next().is_none() {
        pen.paragraph(area, &model.voice().t("notebook-accounts-empty"), Ink::Text, 0);
    }
}

fn draw_account(pen: &mut Pen<'_, '_>, model: &Model, account: Option<&Account>, area: Rect) {
    let voice = model.voice();
    let title = account.map(|account| account.handle.to_string()).unwrap_or_default();
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    let Some(account) = account else { return };
    let network = if account.network.name() == "…" { voice.t("notebook-network-other") } else { account.network.name().to_owned() };
    let mut lines = vec![(format!("{network} · {}", standing(model, account).0), standing(model, account).1)];
    if account.access == Access::Manual {
        lines.push((voice.say(&Text::new("lack-manual").with("account", &account.handle)), Ink::Text));
        lines.push((voice.coded("notebook-network", account.network.code()), Ink::Quiet));
    } else {
        lines.push((
            voice.say(&Text::new("notebook-server").with("server", &account.server).with("software", &account.capabilities.server)),
            Ink::Text,
        ));
        lines.push((voice.say(&Text::new("notebook-limit").count("count", account.capabilities.count.limit)), Ink::Quiet));
        let lacks: Vec<String> = Ability::ALL
            .iter()
            .filter(|ability| !account.capabilities.offers(**ability))
            .map(|ability| voice.coded("ability", ability.code()))
            .collect();
        let text = if lacks.is_empty() {
            (voice.t("notebook-lacks-nothing"), Ink::Good)
        } else {
            (voice.say(&Text::new("lack-server").with("account", &account.handle).with("ability", lacks.join(", "))), Ink::Warn)
        };
        lines.push(text);
    }
    if account.standing == Standing::Expired && account.access == Access::Connected {
        lines.push((voice.t("notebook-expired-do"), Ink::Bad));
    }
    if let Some(trouble) = model.account_troubles.get(&account.id) {
        let (said, remedy) = crate::app::trouble::explain(trouble, model.zone());
        lines.push((format::followed(&voice.say(&said), &voice.say(&remedy)), Ink::Bad));
    }
    paragraphs(pen, inside, &lines);
}

fn paragraphs(pen: &mut Pen<'_, '_>, area: Rect, lines: &[(String, Ink)]) {
    let mut rest = area;
    for (text, ink) in lines {
        let used = u16::try_from(pen.paragraph(rest, text, *ink, 0)).unwrap_or(1).min(rest.height);
        rest = Rect { y: rest.y + used, height: rest.height - used, ..rest };
    }
}

/// How far the account being connected is.
fn draw_connecting(pen: &mut Pen<'_, '_>, model: &Model, connecting: &Connecting, area: Rect) {
    let voice = model.voice();
    let title = voice.say(&Text::new("notebook-connecting").with("server", connecting.called()));
    let inside = inset(pen.boxed(area, &title, Ink::Warn), 1);
    let mut lines = Vec::new();
    let said = match &connecting.stage {
        Stage::Naming if connecting.network.connects_by() == Some(Way::Password) => voice.t("notebook-stage-password"),
        Stage::Naming => voice.t("notebook-stage-naming"),
        Stage::Probing => voice.t("notebook-stage-probing"),
        Stage::Choosing(software) => voice.say(&Text::new("notebook-stage-choosing").with("software", software)),
        Stage::Starting => voice.t("notebook-stage-starting"),
        Stage::Allowing(url, caught) => {
            lines.push((url.to_string(), Ink::Key));
            voice.t(if *caught { "notebook-stage-caught" } else { "notebook-stage-allowing" })
        }
        Stage::Trying => voice.t("notebook-stage-trying"),
        Stage::Storing => voice.t("notebook-stage-storing"),
    };
    lines.insert(0, (said, Ink::Text));
    lines.push((voice.t("notebook-stage-esc"), Ink::Quiet));
    paragraphs(pen, inside, &lines);
}

fn draw_contacts(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let cursor = model.notebook.row();
    let room = usize::from(area.height).max(1);
    let skip = (cursor + 1).saturating_sub(room);
    for (at, contact) in model.contacts().enumerate().skip(skip).take(room) {
        let mut signs = Vec::new();
        if contact.validates {
            signs.push(voice.t("notebook-sign-validates"));
        }
        if contact.receives_reports {
            signs.push(voice.t("notebook-sign-receives"));
        }
        let cells =
            [(fit(contact.name.as_str(), 20), Ink::Text), (fit(contact.role.as_str(), 16), Ink::Quiet), (signs.join(" · "), Ink::Good)];
        row(pen, row_of(area, at - skip), at == cursor, &cells);
    }
    if model.contacts().next().is_none() {
        pen.paragraph(area, &voice.t("notebook-contacts-empty"), Ink::Text, 0);
    }
}

fn draw_contact(pen: &mut Pen<'_, '_>, model: &Model, contact: Option<&Contact>, area: Rect) {
    let voice = model.voice();
    let title = contact.map(|contact| contact.name.to_string()).unwrap_or_default();
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    let Some(contact) = contact else { return };
    let validates = if contact.validates { "notebook-contact-validates" } else { "notebook-contact-validates-not" };
    let receives = if contact.receives_reports { "notebook-contact-receives" } else { "notebook-contact-receives-not" };
    let lines = [
        (voice.say(&Text::new("notebook-contact-role-of").with("role", &contact.role)), Ink::Text),
        (voice.say(&Text::new("notebook-contact-email-of").with("email", &contact.email)), Ink::Text),
        (voice.t(validates), Ink::Text),
        (voice.t(receives), Ink::Text),
    ];
    paragraphs(pen, inside, &lines);
}
