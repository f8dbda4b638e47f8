//! Where every sign of a frame has to stand: where it stands for harmless words, but for what the layout moves on
//! purpose, by as much as the layout says.

use super::{Stage, screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ronde::app::dialog::Dialog;
use ronde::app::inbox::Step;
use ronde::app::lines::wrap;
use ronde::app::model::{Model, Tab};
use ronde::layout;
use ronde::ui;
use ronde::ui::pen::Pen;

/// Signs that frames are made of; level ones stand in lower edges alone, for an upper one shares its line with a title.
const BORDER: &str = "│┌┐└┘├┤┬┴┼";

fn is_border(symbol: &str) -> bool {
    symbol.len() == 3 && BORDER.contains(symbol)
}

/// A sign and its cell.
pub type Sign = (u16, u16, String);

/// The signs of the frames of a screen.
pub fn signs(buffer: &Buffer) -> Vec<Sign> {
    let area = buffer.area;
    let mut signs = Vec::new();
    for y in 0..area.height {
        let mut below = false;
        for x in 0..area.width {
            let symbol = buffer[(x, y)].symbol();
            if symbol == "└" {
                below = true;
            }
            // A stroke that stands alone is the mark of a quote.
            let stands = |y: u16| y < area.height && is_border(buffer[(x, y)].symbol());
            let alone = symbol == "│" && !stands(y.wrapping_sub(1)) && !stands(y + 1);
            let is_sign = is_border(symbol) && !alone || below && symbol == "─";
            if is_sign {
                signs.push((x, y, symbol.to_owned()));
            }
            if symbol == "┘" || !is_sign {
                below = false;
            }
        }
    }
    signs
}

/// By how much a screen moves its frames for words that need more lines.
#[derive(Clone, Copy)]
pub struct Moves {
    /// The lines that a notice takes from the tab.
    lifted: u16,
    /// The lines that a prompt tells.
    told: usize,
}

impl Moves {
    /// As the program counts them.
    pub fn of(pen: &Pen<'_, '_>, model: &Model) -> Self {
        let told = match &model.dialog {
            Some(Dialog::Prompt(prompt)) => prompt.wrong.as_ref().or(prompt.help.as_ref()),
            _ => None,
        };
        let room = usize::from(prompt_width(model) - 4);
        let told = told.map_or(0, |text| pen.lines(&model.voice().say(text), room).len());
        Self { lifted: ui::frame::taken(pen, model), told }
    }
}

/// A scene as harmless words show it.
pub struct Plain {
    /// The signs of its frames, without any notice.
    pub whole: Vec<Sign>,
    /// The same without its dialog.
    ground: Vec<Sign>,
}

impl Plain {
    /// Takes a scene in, as it is on the stage now.
    pub fn of(stage: &mut Stage) -> Self {
        let notices = std::mem::take(&mut stage.model.notices);
        let whole = signs(&screen::frame(&stage.model).0);
        let dialog = stage.model.dialog.take();
        let ground = signs(&screen::frame(&stage.model).0);
        (stage.model.notices, stage.model.dialog) = (notices, dialog);
        Self { whole, ground }
    }

    /// Where every sign has to stand, with what the model holds and a notice that takes so many lines from the tab.
    pub fn expected(&self, model: &Model, moves: Moves) -> Vec<Sign> {
        let Moves { lifted, told } = moves;
        let Some(dialog) = &model.dialog else {
            let lower = lift(&self.whole, model, lifted);
            return if lifted == 0 { lower } else { above_the_answer(lower, model, lifted) };
        };
        // Those that grow with their words.
        match height(model, dialog, told) {
            Some((width, height)) => {
                let area = layout::centred(model.size, width, height);
                let around = self.ground.iter().filter(|(x, y, _)| !area.contains((*x, *y).into())).cloned();
                around.chain(outline(area)).collect()
            }
            None => self.whole.clone(),
        }
    }
}

/// A notice of several lines takes them from the panels above: their lower edge stands that much higher.
fn lift(signs: &[Sign], model: &Model, lines: u16) -> Vec<Sign> {
    let last = layout::frame(model.size).body.bottom() - 1;
    let end = last - lines;
    let moved = |(x, y, sign): &Sign| match *y {
        y if y == last => Some((*x, end, sign.clone())),
        y if y < end || y > last => Some((*x, y, sign.clone())),
        _ => None,
    };
    signs.iter().filter_map(moved).collect()
}

/// While an answer is written, those lines are the conversation's: the answer stands higher and keeps its size.
fn above_the_answer(signs: Vec<Sign>, model: &Model, lines: u16) -> Vec<Sign> {
    // What is looked at once more has the whole height.
    let is_written = model.inbox.composer.as_ref().is_some_and(|composer| composer.step != Step::SecondLook);
    let (conversation, composer) = match (model.tab, is_written, model.inbox.focus) {
        (Tab::Inbox, true, true) => {
            let (conversation, composer, _) = layout::inbox_focus(model.size, true);
            (conversation, composer)
        }
        (Tab::Inbox, true, false) => {
            let parts = layout::inbox(model.size, true);
            (parts.conversation, parts.composer)
        }
        _ => return signs,
    };
    let Some(composer) = composer else { return signs };
    let higher = Rect { height: conversation.height - lines, ..conversation };
    let answer = Rect { y: composer.y - lines, ..composer };
    let both = Rect { height: conversation.height + composer.height, ..conversation };
    let beside = signs.into_iter().filter(|(x, y, _)| !both.contains((*x, *y).into()));
    beside.chain(outline(higher)).chain(outline(answer)).collect()
}

const fn prompt_width(model: &Model) -> u16 {
    let room = model.size.width - 2;
    if room < 66 { room } else { 66 }
}

/// How wide and how high a dialog is that has a line for each line of its words.
fn height(model: &Model, dialog: &Dialog, told: usize) -> Option<(u16, u16)> {
    let room = model.size.width;
    let lines = |text: &str, width: u16| wrap(text, usize::from(width - 4)).len();
    let (width, height) = match dialog {
        Dialog::Sheet(sheet) => {
            let width = (room - 6).min(84);
            let below = if sheet.items.is_empty() { 0 } else { sheet.items.len() + 1 };
            (width, lines(sheet.text.as_str(), width) + below + 2)
        }
        // The field, a line of what is offered, and at most six lines of what is told.
        Dialog::Prompt(_) => (prompt_width(model), told.clamp(1, 6) + 5),
        Dialog::Menu(_) | Dialog::Finder(_) | Dialog::Replies(_) | Dialog::Class(_) | Dialog::Form(_) => return None,
    };
    Some((width, u16::try_from(height).unwrap_or(u16::MAX)))
}

fn outline(area: Rect) -> Vec<Sign> {
    let (right, last) = (area.right() - 1, area.bottom() - 1);
    let sign = |x, y, sign: &str| (x, y, sign.to_owned());
    let mut signs = vec![sign(area.x, area.y, "┌"), sign(right, area.y, "┐"), sign(area.x, last, "└"), sign(right, last, "┘")];
    signs.extend((area.y + 1..last).flat_map(|y| [sign(area.x, y, "│"), sign(right, y, "│")]));
    signs.extend((area.x + 1..right).map(|x| sign(x, last, "─")));
    signs
}

/// The signs that do not stand where they have to.
pub fn moved(expected: &[Sign], frame: &Buffer) -> Vec<Sign> {
    expected.iter().filter(|(x, y, sign)| frame[(*x, *y)].symbol() != sign).cloned().collect()
}
