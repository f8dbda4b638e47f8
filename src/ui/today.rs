//! Today, drawn: the blocks of the day beside what must not slip; the week; the newest highlights.

use super::format::{age_said, bar};
use super::pen::{Pen, fit, fit_right, inset, row_of};
use super::theme::Ink;
use crate::app::model::Model;
use crate::app::response;
use crate::app::today::{Block, blocks, shows_streak};
use crate::domain::AccountId;
use crate::domain::account::{Access, Network};
use crate::domain::message::StateName;
use crate::domain::text::SafeText;
use crate::domain::today::{DayBoard, Slip, SweepLine};
use crate::lang::{Text, format};
use ratatui::layout::{Constraint, Layout, Rect};
use unicode_width::UnicodeWidthStr;

/// Draws the tab.
pub fn draw(pen: &mut Pen<'_, '_>, model: &Model, area: Rect) {
    let Some(board) = &model.today.board else {
        pen.boxed(area, &model.voice().coded("tab", "today"), Ink::Title);
        return;
    };
    let wide = model.size.is_wide();
    let blocks_height = u16::try_from(blocks(board).len()).unwrap_or(5) + 4;
    let blocks_height = if wide { blocks_height.max(9) } else { blocks_height };
    // What must not slip keeps its five lines: a low screen does without the reactions.
    let room = wide || area.height > blocks_height + 7;
    let has_reactions = room && !board.reactions.is_empty();
    let blocks_height = blocks_height + u16::from(has_reactions);
    if wide {
        let [top, middle, notes] =
            Layout::vertical([Constraint::Length(blocks_height), Constraint::Length(7), Constraint::Min(0)]).areas(area);
        let side = (area.width * 2 / 5).min(60);
        let [left, right] = Layout::horizontal([Constraint::Min(50), Constraint::Length(side)]).areas(top);
        draw_blocks(pen, model, board, has_reactions, left);
        draw_slipping(pen, model, board, right);
        draw_week(pen, model, board, middle);
        draw_highlights(pen, model, board, notes);
    } else {
        let [top, bottom] = Layout::vertical([Constraint::Length(blocks_height), Constraint::Min(5)]).areas(area);
        draw_blocks(pen, model, board, has_reactions, top);
        if model.today.week {
            draw_week(pen, model, board, bottom);
        } else {
            draw_slipping(pen, model, board, bottom);
        }
    }
}

/// The width of the name of a block.
const NAME: usize = 20;

/// What networks told of likes, shares and follows, in one line; which networks, where that has room.
fn reactions_line(model: &Model, board: &DayBoard, room: usize) -> String {
    let voice = model.voice();
    let told = board.reactions.each().map(|(kind, count)| voice.say(&Text::coded("reaction", kind.code()).count("count", count)));
    let what = told.collect::<Vec<_>>().join(", ");
    let is_here = |network: &&Network| model.accounts().any(|account| account.access == Access::Connected && account.network == **network);
    let telling = Network::ALL.iter().filter(|network| network.tells_who_reacts()).filter(is_here);
    let names: Vec<&str> = telling.map(|network| network.name()).collect();
    let whole = voice.say(&Text::new("today-reactions-on").with("networks", names.join(", ")).with("what", &*what));
    if whole.width() <= room && !names.is_empty() { whole } else { voice.say(&Text::new("today-reactions").with("what", what)) }
}

fn draw_blocks(pen: &mut Pen<'_, '_>, model: &Model, board: &DayBoard, has_reactions: bool, area: Rect) {
    let voice = model.voice();
    let title = voice.say(&Text::new("today-title").with("day", format::long_day(model.lang, model.day())));
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    pen.text(row_of(inside, 0), &voice.t("today-headings"), Ink::Quiet);
    for (at, block) in blocks(board).iter().enumerate() {
        let line = row_of(inside, at + 1);
        let room = usize::from(line.width).saturating_sub(NAME + 2);
        let (name, state, ink) = block_line(model, board, *block, room);
        let here = model.today.slip.is_none() && at == model.today.block;
        let sign = if here { "▸ " } else { "  " };
        let spans = vec![pen.span(sign, Ink::Key), pen.span(&fit(&name, NAME), Ink::Text), pen.span(&fit(&state, room), ink)];
        pen.line(line, spans);
        if here {
            pen.choose(line);
            pen.cursor(line.x, line.y);
        }
    }
    let open = board.counts.iter().find(|(state, _)| *state == StateName::Open).map_or(0, |(_, count)| *count);
    let under = usize::from(has_reactions) + 1;
    let last = row_of(inside, usize::from(inside.height).saturating_sub(under));
    if has_reactions {
        let line = row_of(inside, usize::from(inside.height).saturating_sub(1));
        pen.text(line, &reactions_line(model, board, usize::from(line.width)), Ink::Quiet);
    }
    let text = if model.accounts().next().is_none() { Text::new("today-no-account") } else { Text::new("today-open").count("count", open) };
    pen.text(last, &voice.say(&text), Ink::Quiet);
}

/// Name, state and ink of a block.
fn block_line(model: &Model, board: &DayBoard, block: Block, room: usize) -> (String, String, Ink) {
    let voice = model.voice();
    match block {
        Block::Sweep(slot) => {
            let line = board.sweeps.iter().find(|(known, _)| *known == slot).and_then(|(_, line)| line.as_ref());
            let (state, ink) = sweep_state(model, line, room);
            (voice.coded("sweep-of", slot.code()), state, ink)
        }
        Block::Sheet => {
            let (done, all) = board.sheet;
            let ink = if done >= all && all > 0 { Ink::Good } else { Ink::Text };
            (voice.t("today-sheet"), voice.say(&Text::new("today-sheet-state").count("done", done).count("all", all)), ink)
        }
        Block::Content => {
            let text = Text::new("today-content-state").count("review", board.to_validate).count("create", board.to_create);
            (voice.t("today-content"), voice.say(&text), Ink::Text)
        }
    }
}

fn sweep_state(model: &Model, line: Option<&SweepLine>, room: usize) -> (String, Ink) {
    let voice = model.voice();
    let Some(line) = line else { return (voice.t("today-sweep-waiting"), Ink::Quiet) };
    let receipt = line.receipt;
    match line.ended {
        Some(ended) => {
            let lasted = format::duration(model.lang, (ended - line.started).num_seconds());
            let mut told = voice.say(&Text::new("today-sweep-done").count("count", receipt.done()).with("lasted", lasted));
            let parts = [("left", receipt.left()), ("read", receipt.read), ("answered", receipt.answered)];
            for (part, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
                let more = format!("{told} · {}", voice.say(&Text::coded("today-sweep", part).count("count", count)));
                // What has no room is told by the receipt and the report.
                if more.width() > room {
                    break;
                }
                told = more;
            }
            (told, if receipt.left() == 0 { Ink::Good } else { Ink::Text })
        }
        None => (format!("{}/{} {}", receipt.done(), receipt.listed, bar(receipt.done(), receipt.listed, 12)), Ink::Warn),
    }
}

fn draw_slipping(pen: &mut Pen<'_, '_>, model: &Model, board: &DayBoard, area: Rect) {
    let voice = model.voice();
    let title = voice.say(&Text::new("today-slipping").count("count", board.slipping.len()));
    let inside = inset(pen.boxed(area, &title, Ink::Title), 1);
    if board.slipping.is_empty() {
        pen.text(row_of(inside, 0), &voice.t("today-nothing-slips"), Ink::Good);
    }
    let room = usize::from(inside.height).max(1);
    let skip = model.today.slip.map_or(0, |slip| (slip + 1).saturating_sub(room));
    for (at, slip) in board.slipping.iter().enumerate().skip(skip).take(room) {
        let line = row_of(inside, at - skip);
        let (sign, text, ink) = slip_line(model, slip);
        pen.text(line, &format!("{sign} {}", voice.say(&text)), ink);
        if model.today.slip == Some(at) {
            pen.choose(line);
            pen.cursor(line.x, line.y);
        }
    }
}

fn slip_line(model: &Model, slip: &Slip) -> (&'static str, Text, Ink) {
    let since = |at| age_said(model.lang, model.now, at);
    match slip {
        Slip::Unclear { count } => ("⚠", Text::new("slip-unclear").count("count", *count), Ink::Bad),
        Slip::Complaints { count, oldest, .. } => {
            ("!", Text::new("slip-complaints").count("count", *count).with("age", since(*oldest)), Ink::Bad)
        }
        Slip::Overdue { contact, due, .. } => {
            let late = crate::app::brief::waited(model.lang, model.now, *due);
            ("→", Text::new("slip-overdue").with("contact", contact).with("age", late), Ink::Warn)
        }
        Slip::Waiting { count, contact, since, .. } => {
            let waited = crate::app::brief::waited(model.lang, model.now, *since);
            ("→", Text::new("slip-waiting").count("count", *count).with("contact", contact).with("waited", waited), Ink::Text)
        }
        Slip::Unsent { count, .. } => ("✎", Text::new("slip-unsent").count("count", *count), Ink::Warn),
        Slip::Promise { text, name, due, .. } => (
            "◷",
            Text::new("slip-promise").with("name", name).with("text", text.on_one_line()).with("day", format::tiny_day(model.lang, *due)),
            Ink::Warn,
        ),
        Slip::Missed { title, due, .. } => {
            ("⚠", Text::new("slip-missed").with("title", title).with("clock", format::clock(model.zone(), *due)), Ink::Bad)
        }
        Slip::Leaving { title, due, .. } => {
            ("◷", Text::new("slip-leaving").with("title", title).with("clock", format::clock(model.zone(), *due)), Ink::Text)
        }
        Slip::Validation { count } => ("?", Text::new("slip-validation").count("count", *count), Ink::Text),
        Slip::Expired { account, handle } => ("⚠", Text::new("slip-expired").with("name", named(model, *account, handle)), Ink::Warn),
        Slip::Report { month } => ("▤", Text::new("slip-report").with("month", format::month(model.lang, *month)), Ink::Text),
    }
}

/// An account by its network where that says which; else by its handle.
fn named(model: &Model, id: AccountId, handle: &SafeText) -> String {
    let Some(network) = model.account(id).map(|account| account.network) else { return handle.to_string() };
    let alone = model.accounts().filter(|other| other.network == network).count() == 1;
    if alone && network != Network::Other { network.name().to_owned() } else { handle.to_string() }
}

fn draw_week(pen: &mut Pen<'_, '_>, model: &Model, board: &DayBoard, area: Rect) {
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("today-week"), Ink::Title), 1);
    let goal = model.brand().map_or(3, |brand| u32::from(brand.sweeps_per_day));
    let label = 15;
    let row = |cells: Vec<String>| cells.into_iter().map(|cell| fit(&cell, 10)).collect::<String>();
    let days = row(board
        .week
        .iter()
        .map(|(day, _, _)| format::short_day(model.lang, *day).split(' ').take(2).collect::<Vec<_>>().join(" "))
        .collect());
    let sweeps =
        row(board.week.iter().map(|(_, sweeps, _)| format!("{sweeps}/{goal}{}", if *sweeps >= goal { " ✓" } else { "" })).collect());
    let posts = row(board.week.iter().map(|(_, _, posts)| if *posts == 0 { "–".to_owned() } else { posts.to_string() }).collect());
    for (at, (name, cells)) in
        [(String::new(), days), (voice.t("today-week-sweeps"), sweeps), (voice.t("today-week-posts"), posts)].into_iter().enumerate()
    {
        let ink = if at == 0 { Ink::Quiet } else { Ink::Text };
        pen.text(row_of(inside, at), &format!("{}{cells}", fit(&name, label)), ink);
    }
    pen.text(row_of(inside, 3), &answers(model, board), Ink::Text);
    if shows_streak(model) {
        pen.text(row_of(inside, 4), &voice.say(&Text::new("today-streak").count("count", board.streak)), Ink::Quiet);
    }
}

/// How fast messages were answered, in one line; F2 tells the rest.
fn answers(model: &Model, board: &DayBoard) -> String {
    let voice = model.voice();
    let exchanges = &board.exchanges;
    let text = Text::new("today-answers")
        .with("median", response::working(exchanges.median))
        .with("ninth", response::working(exchanges.ninth))
        .with("rate", response::share(model, exchanges.answered, exchanges.needing))
        .count("count", exchanges.needing);
    let told = voice.say(&text);
    match exchanges.within_target().filter(|_| exchanges.needing > 0) {
        Some((answered, needing)) => {
            let within = Text::new("today-within").with("share", response::share(model, answered, needing));
            format!("{told} · {}", voice.say(&within))
        }
        None => told,
    }
}

fn draw_highlights(pen: &mut Pen<'_, '_>, model: &Model, board: &DayBoard, area: Rect) {
    if area.height < 3 {
        return;
    }
    let voice = model.voice();
    let inside = inset(pen.boxed(area, &voice.t("today-highlights"), Ink::Title), 1);
    if board.highlights.is_empty() {
        pen.text(row_of(inside, 0), &voice.t("today-no-highlight"), Ink::Quiet);
    }
    for (at, highlight) in board.highlights.iter().enumerate() {
        let line = row_of(inside, at);
        let day = format::tiny_day(model.lang, crate::domain::time::day_in(model.zone(), highlight.at));
        let kind = voice.coded("highlight", highlight.kind.code());
        let words = highlight.text.on_one_line();
        let words = if highlight.author.is_blank() {
            words.to_string()
        } else {
            voice.say(&Text::new("today-highlight-of").with("author", &highlight.author).with("words", words))
        };
        let rest = usize::from(line.width).saturating_sub(18);
        let spans = vec![
            pen.span(&fit_right(&day, 6), Ink::Quiet),
            pen.span(&fit(&format!(" {kind}"), 11), Ink::Good),
            pen.span(&fit(&format!(" {words}"), rest), Ink::Text),
        ];
        pen.line(line, spans);
    }
}
