//! How long a text is, part by part, in the room that a line leaves.

use super::super::theme::Ink;
use crate::app::model::Model;
use crate::app::queue::heavy;
use crate::domain::count::Count;
use unicode_width::UnicodeWidthStr;

/// The counts of the parts of one text; `here` is the number of the part that is written.
///
/// Where they have no room side by side: those that are too long, else the one that is written, else the longest.
pub fn counted(model: &Model, counts: &[Count], here: Option<u32>, room: usize) -> (String, Ink) {
    let over = counts.iter().any(|count| count.over);
    let (sign, ink) = if over { ("⚠", Ink::Bad) } else { ("✓", Ink::Good) };
    let one = |number: usize, count: &Count| {
        let bytes = count.bytes.map(|bytes| heavy(model, bytes)).unwrap_or_default();
        let figure = format!("{}/{}{bytes}", count.used, count.limit);
        if counts.len() > 1 { format!("{number}/{} · {figure}", counts.len()) } else { figure }
    };
    let numbered = || (1..).zip(counts);
    let all: Vec<String> = numbered().map(|(number, count)| one(number, count)).collect();
    let whole = format!("{sign} {}", all.join("   "));
    if whole.width() <= room {
        return (whole, ink);
    }
    let chosen: Vec<String> = if over {
        numbered().filter(|(_, count)| count.over).map(|(number, count)| one(number, count)).collect()
    } else {
        let longest = numbered().max_by_key(|(_, count)| count.used);
        let written = here.and_then(|here| numbered().find(|(number, _)| *number == here as usize));
        written.or(longest).map(|(number, count)| one(number, count)).into_iter().collect()
    };
    (format!("{sign} {}", chosen.join("   ")), ink)
}
