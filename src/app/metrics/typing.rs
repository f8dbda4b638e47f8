//! Typing figures: digits into a cell, which is saved the moment it is left.

use super::cell;
use super::{Cell, View, columns, metric, previous, rows};
use crate::app::effect::Job;
use crate::app::key::{Code, Key};
use crate::app::model::{Asker, Model, Tab};
use crate::domain::journal::Actor;
use crate::domain::reading::{Reading, Source, is_unlikely};
use crate::domain::text::SafeText;
use crate::lang::{Text, format};

/// The most digits of a figure.
const DIGITS: usize = 12;

/// What is being typed into a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typing {
    /// The digits so far.
    pub digits: String,
    /// Whether the CM was told that the value is unlikely: the next time it is taken.
    pub warned: bool,
}

/// Where to go from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The next one that is to be typed.
    Next,
    /// The one before.
    Back,
    /// The row above.
    Up,
    /// The row below.
    Down,
}

/// Hears a key that no command takes. Gives whether it meant something.
pub(super) fn hear_key(model: &mut Model, key: Key) -> bool {
    let way = match key.code {
        Code::Up => Way::Up,
        Code::Down => Way::Down,
        Code::Left => Way::Back,
        Code::Right => Way::Next,
        Code::Backspace | Code::Delete => {
            if let Some(typing) = &mut model.metrics.typing {
                typing.digits.pop();
                typing.warned = false;
            }
            return true;
        }
        _ => return key.typed().is_some_and(|c| type_char(model, c)),
    };
    leave_cell(model, way);
    true
}

/// The digit that a key gives, also without Shift on a French keyboard.
const fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'à' => Some('0'),
        '&' => Some('1'),
        'é' => Some('2'),
        '"' => Some('3'),
        '\'' => Some('4'),
        '(' => Some('5'),
        '-' | '§' => Some('6'),
        'è' => Some('7'),
        '_' | '!' => Some('8'),
        'ç' => Some('9'),
        _ => None,
    }
}

fn type_char(model: &mut Model, c: char) -> bool {
    // What people type between thousands is taken and means nothing.
    if matches!(c, ' ' | '.' | ',' | '\u{a0}' | '\u{202f}') {
        return true;
    }
    let Some(digit) = digit(c) else {
        model.hint(Text::new("sheet-digits-only"));
        return true;
    };
    if let Some(typing) = &mut model.metrics.typing
        && typing.digits.len() < DIGITS
    {
        typing.digits.push(digit);
        typing.warned = false;
    }
    true
}

/// Leaves the cell: what was typed is saved, unless it is unlikely and was not confirmed.
pub(super) fn leave_cell(model: &mut Model, way: Way) {
    if take(model) {
        step(model, way);
    }
}

/// Saves what was typed. Gives whether the cell may be left.
fn take(model: &mut Model) -> bool {
    let before = previous(model);
    let Some(typing) = &mut model.metrics.typing else { return true };
    if typing.digits.is_empty() {
        return true;
    }
    let Ok(value) = typing.digits.parse::<u64>() else { return true };
    if is_unlikely(value, before) && !typing.warned {
        typing.warned = true;
        let before = format::integer(model.lang, i64::try_from(before.unwrap_or(0)).unwrap_or(i64::MAX));
        let value = format::integer(model.lang, i64::try_from(value).unwrap_or(i64::MAX));
        model.hint(Text::new("sheet-unlikely").with("value", value).with("before", before));
        return false;
    }
    write(model, Some(value));
    true
}

/// Writes a value, or that the network does not give one, into the cell under the cursor.
pub(super) fn write(model: &mut Model, value: Option<u64>) {
    let Some((account, variant, day)) = cell::target(model) else { return };
    let reading = Reading {
        account,
        variant,
        day,
        metric: metric(model),
        value,
        source: Source::Typed,
        definition: SafeText::default(),
        at: model.now,
    };
    cell::show(model, &reading);
    if let Some(typing) = &mut model.metrics.typing {
        *typing = Typing::default();
    }
    model.ask(Asker::Tab(Tab::Metrics), Job::WriteReadings(vec![reading], Actor::Cm, model.now));
}

/// Writes the value of the day before.
pub(super) fn same(model: &mut Model) {
    if let Some(before) = previous(model) {
        write(model, Some(before));
    }
}

/// Goes to another cell. What came by itself needs no typing and is passed over by Enter and Tab.
pub(super) fn step(model: &mut Model, way: Way) {
    let (rows, across) = (rows(model), columns(model.metrics.view).len());
    match way {
        Way::Up => model.metrics.row = model.metrics.row.saturating_sub(1),
        Way::Down => model.metrics.row = (model.metrics.row + 1).min(rows.saturating_sub(1)),
        Way::Next | Way::Back => {
            let here = model.metrics.row * across + model.metrics.column;
            let wanted = |place: &usize| is_typed(model, place / across, place % across);
            let found = if way == Way::Next { (here + 1..rows * across).find(wanted) } else { (0..here).rev().find(wanted) };
            match found {
                Some(place) => {
                    model.metrics.row = place / across;
                    model.metrics.column = place % across;
                }
                None if way == Way::Next => {
                    leave(model);
                    model.tell(Text::new("sheet-end"));
                    return;
                }
                None => {}
            }
        }
    }
    if let Some(typing) = &mut model.metrics.typing {
        *typing = Typing::default();
    }
}

/// Whether a cell is one that the CM types.
fn is_typed(model: &Model, row: usize, column: usize) -> bool {
    let Some(metric) = columns(model.metrics.view).get(column) else { return false };
    match cell::cell(model, row, *metric) {
        Cell::Value(_, Some(Source::Api)) => false,
        Cell::NotGiven => model.metrics.view == View::Sheet && !is_fetched_row(model, row) && cell::gives(model, row, *metric),
        Cell::Unknown | Cell::Value(..) => true,
    }
}

fn is_fetched_row(model: &Model, row: usize) -> bool {
    let line = model.metrics.sheet.as_ref().and_then(|sheet| sheet.rows.get(row));
    line.and_then(|line| model.account(line.account)).is_some_and(super::is_fetched)
}

/// Leaves the mode of typing. What is typed is saved; an unlikely value that was not confirmed is
/// told first, and forgotten the second time.
pub(super) fn leave(model: &mut Model) {
    let told = model.metrics.typing.as_ref().is_some_and(|typing| typing.warned);
    if told || take(model) {
        model.metrics.typing = None;
    }
}
