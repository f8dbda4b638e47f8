//! A month as a grid: Monday first, a sign for each post, today and days off marked.

use super::pen::{Pen, row_of};
use super::theme::Ink;
use crate::app::model::Model;
use crate::app::queue::{Sign, of_day, sign};
use crate::domain::time::{Day, Period};
use crate::lang::format;
use chrono::{Datelike, Duration};
use ratatui::layout::Rect;

/// The weeks that a month takes.
const WEEKS: usize = 6;

/// Draws the month that holds `cursor`. The cursor is shown if `alive`.
pub fn month(pen: &mut Pen<'_, '_>, model: &Model, area: Rect, cursor: Day, alive: bool) {
    let cell = (area.width / 7).max(4);
    for (at, name) in format::short_weekdays(model.lang).iter().enumerate() {
        pen.text(column(row_of(area, 0), cell, at), &format!(" {}", name.trim_end_matches('.')), Ink::Quiet);
    }
    let month = Period::month_of(cursor);
    let first = month.from - Duration::days(i64::from(month.from.weekday().num_days_from_monday()));
    // A tall area gives each week two lines: the day above, its signs below.
    let tall = usize::from(area.height) > WEEKS * 2;
    for week in 0..WEEKS {
        for weekday in 0..7 {
            let day = first + Duration::days(i64::try_from(week * 7 + weekday).unwrap_or(0));
            if !month.contains(day) {
                continue;
            }
            let row = if tall { 1 + week * 2 } else { 1 + week };
            draw_day(pen, model, column(row_of(area, row), cell, weekday), day, tall.then(|| column(row_of(area, row + 1), cell, weekday)));
            if alive && day == cursor {
                let place = column(row_of(area, row), cell, weekday);
                pen.choose(place);
                pen.cursor(place.x, place.y);
            }
        }
    }
}

fn column(line: Rect, cell: u16, at: usize) -> Rect {
    let left = u16::try_from(at).unwrap_or(0) * cell;
    Rect { x: line.x + left, width: cell.min(line.width.saturating_sub(left)), ..line }
}

fn draw_day(pen: &mut Pen<'_, '_>, model: &Model, place: Rect, day: Day, below: Option<Rect>) {
    let off = model.brand().is_some_and(|brand| brand.hours.is_off(day));
    let works = model.brand().is_none_or(|brand| brand.hours.works_on(day));
    let signs: Vec<Sign> = of_day(model, day).into_iter().map(|post| sign(model, post)).collect();
    let head = match (day == model.day(), below.is_some()) {
        (true, _) => format!("[{}]", day.day()),
        (false, true) => format!("{:>3} ", day.day()),
        (false, false) => format!("{:>3}", day.day()),
    };
    let taken = if below.is_some() { 2 } else { head.len() };
    let shown = signs_of(&signs, usize::from(place.width).saturating_sub(taken), off);
    let ink = if day == model.day() {
        Ink::Title
    } else if works {
        Ink::Text
    } else {
        Ink::Quiet
    };
    let sign_ink = if signs.contains(&Sign::Alert) { Ink::Bad } else { Ink::Ours };
    match below {
        None => pen.line(place, vec![pen.span(&head, ink), pen.span(&shown, sign_ink)]),
        Some(below) => {
            pen.text(place, &head, ink);
            pen.text(below, &format!("  {shown}"), sign_ink);
        }
    }
}

/// As many signs as fit; `+` says that there are more. A day off is told even without a post.
fn signs_of(signs: &[Sign], room: usize, off: bool) -> String {
    let mut shown = String::new();
    if off {
        shown.push('✕');
    }
    let room = room.saturating_sub(usize::from(off)).max(1);
    if signs.len() > room {
        shown.extend(signs.iter().take(room - 1).map(|sign| sign.mark()));
        shown.push('+');
    } else {
        shown.extend(signs.iter().map(|sign| sign.mark()));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_posts_than_fit_end_in_a_plus() {
        let signs = [Sign::Scheduled, Sign::ToValidate, Sign::Planned];
        assert_eq!(signs_of(&signs, 2, false), "◷+");
        assert_eq!(signs_of(&signs, 3, false), "◷?~");
        assert_eq!(signs_of(&[], 2, true), "✕");
    }
}
