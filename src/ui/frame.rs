//! What surrounds every tab: the header, the line of what is happening, the line of keys.

use super::pen::{Pen, cut};
use super::theme::Ink;
use crate::app::command::{Command, Scope, Spec, all};
use crate::app::dialog::Dialog;
use crate::app::inbox::{self, Walk};
use crate::app::key::{Code, Key};
use crate::app::model::{Model, Tab};
use crate::app::notebook::{self, Page};
use crate::app::notice::Weight;
use crate::app::shell::tab_titles;
use crate::lang::{Text, format, keys};
use crate::layout;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// The most lines that a notice takes.
const MOST_LINES: usize = 3;

/// Brand, tabs, day and hour.
pub fn header(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let room = layout::brand_width(model.size);
    if let Some(brand) = model.brand() {
        let style = pen.theme().brand(brand.colour);
        let name = super::pen::fit(&format!(" {}", brand.name), usize::from(room) - 1);
        let span = pen.styled(&name, style);
        pen.line(Rect { width: room - 1, ..area }, vec![span]);
    }
    let mut left = room;
    for (tab, title) in Tab::ALL.iter().zip(tab_titles(model)) {
        let width = u16::try_from(title.width()).unwrap_or(0) + 2;
        let (ink, text) = if *tab == model.tab { (Ink::Chosen, format!("[{title}]")) } else { (Ink::Quiet, format!(" {title} ")) };
        if left + width <= area.width {
            pen.text(Rect { x: area.x + left, width, ..area }, &text, ink);
        }
        left += width;
    }
    let clock = format!("{} {} ", format::short_day(model.lang, model.day()), format::clock(model.zone(), model.now));
    let short = format!("{} ", format::clock(model.zone(), model.now));
    let free = usize::from(area.width.saturating_sub(left + 1));
    let shown = if clock.width() <= free { clock } else { short };
    if shown.width() <= free {
        pen.text_right(area, &shown, Ink::Quiet);
    }
}

/// What is happening: a notice, an answer that can be taken back, the pull; and the demo's sign.
pub fn status(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let voice = model.voice();
    let demo = if model.look.demo { format!("{} ", voice.t("shell-demo-sign")) } else { String::new() };
    if let Some((text, ink, lines)) = measured(pen, model) {
        draw_notice(pen, model, area, (&text, ink, &lines), &demo);
        return;
    }
    pen.text_right(area, &demo, Ink::Warn);
    let area = Rect { width: area.width.saturating_sub(u16::try_from(demo.width()).unwrap_or(0) + 1), ..area };
    let mut parts = Vec::new();
    let on_hold = model.brand().is_some_and(|brand| brand.on_hold);
    if on_hold {
        parts.push(format!("⚠ {}", voice.t("shell-on-hold")));
    }
    if let Some(held) = held(model) {
        parts.push(held);
    }
    parts.push(sync(model));
    if !model.asking.is_empty() {
        parts.push(voice.say(&Text::new("shell-asking").count("count", model.asking.len())));
    }
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ");
    pen.text(area, &format!(" {text}"), if on_hold { Ink::Warn } else { Ink::Quiet });
}

/// What there is to tell now, with its sign.
fn notice(model: &Model) -> Option<(String, Ink)> {
    let voice = model.voice();
    if let Some(wrong) = crate::app::inbox::filter_trouble(model) {
        return Some((format!("· {}", voice.say(&wrong)), Ink::Warn));
    }
    let notice = model.notices.current(model.now)?;
    let (sign, ink) = match notice.weight {
        Weight::Done => ("✓", Ink::Good),
        Weight::Hint => ("·", Ink::Warn),
        Weight::Trouble => ("⚠", Ink::Bad),
    };
    let mut text = format!("{sign} {}", voice.say(&notice.said));
    if let Some(remedy) = &notice.remedy {
        text = format::followed(&text, &voice.say(remedy));
    }
    if let Some(held) = held(model) {
        text = format!("{text}  {held}");
    }
    Some((text, ink))
}

/// How many lines a notice takes from the end of the tab.
pub fn taken(pen: &Pen<'_, '_>, model: &Model) -> u16 {
    measured(pen, model).map_or(0, |(_, _, lines)| u16::try_from(lines.len().max(1) - 1).unwrap_or(0))
}

/// The notice, no longer than can be shown, and how wide each of its lines is.
fn measured(pen: &Pen<'_, '_>, model: &Model) -> Option<(String, Ink, Vec<usize>)> {
    let (text, ink) = notice(model)?;
    let room = usize::from(model.size.width.saturating_sub(2));
    // What a server answers may be long: no more is looked at than can be shown.
    // A dialog may reach down to the notice: one line it is then.
    let most = if model.dialog.is_some() { 1 } else { MOST_LINES };
    let mut text = cut(&text, room * most);
    let mut lines = pen.lines(&text, room);
    if lines.len() > most {
        text = cut(&text, lines.iter().take(most).sum());
        lines = pen.lines(&text, room);
    }
    lines.truncate(most);
    Some((text, ink, lines))
}

/// Draws a notice, whole: one that is longer than its line takes lines from the tab above, whose frames end higher.
/// The demo's sign stands after it where there is room.
fn draw_notice(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, (text, ink, lines): (&str, Ink, &[usize]), demo: &str) {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let room = usize::from(inside.width);
    let more = u16::try_from(lines.len().max(1) - 1).unwrap_or(0);
    pen.lift(layout::frame(model.size).body, more);
    pen.paragraph(Rect { y: inside.y - more, height: more + 1, ..inside }, text, ink, 0);
    let last = lines.get(usize::from(more)).copied().unwrap_or(0);
    if last + demo.width() + 2 <= room {
        pen.text_right(area, demo, Ink::Warn);
    }
}

/// The answer that leaves next and how long it can be taken back.
fn held(model: &Model) -> Option<String> {
    // What waits for a brand on hold to be let go does not leave in ten seconds.
    let stays = |id| model.workspace.brands.iter().any(|brand| brand.id == id && brand.on_hold);
    let leaving: Vec<_> = model.held.iter().filter(|delivery| !stays(delivery.brand)).collect();
    let soonest = leaving.iter().filter_map(|delivery| match delivery.journey {
        crate::domain::delivery::Journey::Held { until } => Some(until),
        _ => None,
    });
    let until = soonest.min()?;
    let seconds = (until - model.now).num_seconds().max(0);
    let key = model.look.keymap.shown(model.lang, Command::Shell(crate::app::shell::Command::Undo));
    Some(model.voice().say(&Text::new("shell-held").count("count", leaving.len()).count("seconds", seconds).with("key", key)))
}

/// How the accounts stand: pulling, pulled at, or kept by hand.
fn sync(model: &Model) -> String {
    let voice = model.voice();
    let pulling = model.puller.pulling().count();
    if pulling > 0 {
        let done = model.pull_size.saturating_sub(pulling);
        return voice.say(&Text::new("shell-pulling").count("done", done).count("all", model.pull_size));
    }
    if !model.account_troubles.is_empty() {
        return voice.say(&Text::new("shell-pull-trouble").count("count", model.account_troubles.len()));
    }
    match model.pulled {
        Some(at) => voice.say(&Text::new("shell-pulled-at").with("clock", format::clock(model.zone(), at))),
        None => String::new(),
    }
}

/// The keys of the moment, by their rank in the command table, as many as fit.
pub fn hints(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let mut spans: Vec<Span<'static>> = vec![pen.span(" ", Ink::Quiet)];
    let mut used = 1;
    for (key, label, ready) in shown_hints(model) {
        let width = key.width() + label.width() + 3;
        if used + width > usize::from(area.width) {
            continue;
        }
        used += width;
        spans.push(pen.span(&key, if ready { Ink::Key } else { Ink::Quiet }));
        spans.push(pen.span(&format!(" {label}  "), Ink::Quiet));
    }
    pen.line(area, spans);
}

/// Key, label and whether it can be pressed now, most likely first; help and palette always fit.
fn shown_hints(model: &Model) -> Vec<(String, String, bool)> {
    let voice = model.voice();
    let scopes: Vec<Scope> = if model.dialog.is_some() { vec![Scope::Dialog] } else { model.scopes() };
    // A dialog, or a line being typed that has no commands of its own.
    if matches!(model.dialog, Some(Dialog::Form(_))) {
        let keys = [
            (Key::ctrl('d'), "shell-dialog-enter"),
            (Key::plain(Code::Tab), "shell-dialog-tab"),
            (Key::plain(Code::Esc), "shell-dialog-esc"),
        ];
        return keys.map(|(key, id)| (keys::name(model.lang, key), voice.coded("key", id), true)).into();
    }
    if matches!(scopes.first(), Some(Scope::Dialog | Scope::Field)) {
        let keys = [(Code::Enter, "shell-dialog-enter"), (Code::Esc, "shell-dialog-esc")];
        // Letters answer the panel of types, and what is only read is left: Enter chooses nothing there.
        let chooses = match &model.dialog {
            Some(Dialog::Class(_)) => false,
            Some(Dialog::Sheet(sheet)) => !sheet.items.is_empty(),
            _ => true,
        };
        let keys = keys.into_iter().skip(usize::from(!chooses));
        return keys.map(|(code, id)| (keys::name(model.lang, Key::plain(code)), voice.coded("key", id), true)).collect();
    }
    let typing = scopes.contains(&Scope::Field);
    let mut specs: Vec<&Spec> = all()
        .filter(|spec| spec.rank > 0 && scopes.contains(&spec.scope) && belongs(model, spec.command))
        .filter(|spec| !typing || spec.scope != Scope::Global)
        .collect();
    specs.sort_by_key(|spec| spec.rank);
    let budget = usize::from(model.size.width);
    let line = |spec: &Spec| {
        (model.look.keymap.shown(model.lang, spec.command), voice.coded("key", spec.name), model.available(spec.command).is_ok())
    };
    let (always, own): (Vec<_>, Vec<_>) = specs.into_iter().partition(|spec| spec.rank >= 90);
    let always: Vec<_> = always.into_iter().map(line).collect();
    let width = |(key, label, _): &(String, String, bool)| key.width() + label.width() + 3;
    let mut room = budget.saturating_sub(always.iter().map(width).sum::<usize>() + 1);
    let mut hints: Vec<_> = own
        .into_iter()
        .map(line)
        .filter(|hint| {
            let fits = width(hint) <= room;
            if fits {
                room -= width(hint);
            }
            fits
        })
        .collect();
    hints.extend(always);
    hints
}

/// Whether a key has a place on what is shown: what another page or another moment is for takes no room here.
fn belongs(model: &Model, command: Command) -> bool {
    let sweeping = model.inbox.walk.as_ref().is_some_and(Walk::is_under_way);
    match command {
        Command::Notebook(notebook::Command::Check | notebook::Command::Reconnect) => model.notebook.page == Page::Accounts,
        Command::Notebook(notebook::Command::ImportReplies | notebook::Command::ExportReplies) => model.notebook.page == Page::Replies,
        Command::Inbox(inbox::Command::Find | inbox::Command::NextView) => !sweeping,
        Command::Inbox(inbox::Command::EndSweep) => sweeping,
        _ => true,
    }
}

/// The notice of a terminal that is too small. Nothing is lost.
pub fn too_small(pen: &mut Pen<'_, '_>, model: &Model) {
    let text = Text::new("shell-too-small")
        .count("width", model.size.width)
        .count("height", model.size.height)
        .count("least-width", layout::SMALLEST.width)
        .count("least-height", layout::SMALLEST.height);
    pen.paragraph(model.size.area(), &model.voice().say(&text), Ink::Warn, 0);
}
