//! How a list that is told from its newest item backwards is read once.
//!
//! The list is ordered by instants that authors have a part in: an item may enter it a while behind
//! its head, and several may share an instant. So the cursor remembers the newest items by a mark,
//! a walk goes back an hour beyond the newest of them, and what has a mark is not told again.

use crate::domain::time::Moment;
use chrono::{DateTime, Duration, SecondsFormat};
use serde::{Deserialize, Serialize};

/// How many pages back the first pull goes.
const FIRST_PAGES: u32 = 5;
/// How late an item may enter the list and still be read.
const LATE: Duration = Duration::hours(1);
/// The most marks that are kept: a cursor stays small.
const MARKS: usize = 300;

/// An item that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Mark(i64, u32);

impl Mark {
    fn of(item: &Item<'_>) -> Self {
        let hash = item.id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        Self(item.at.timestamp_millis(), hash)
    }
}

/// An item of a list: its name and its place.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    pub id: &'a str,
    pub at: Moment,
}

/// Where a list was left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    /// What earlier walks read, newest first.
    read: Vec<Mark>,
    /// What this walk read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    now: Vec<Mark>,
    /// What this walk read at the instant where its last page ends: the next page may begin with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    edge: Vec<Mark>,
    /// The server's cursor of the next page; none at rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// How many pages the very first walk still takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<u32>,
}

/// What a page was for the walk.
#[derive(Debug, PartialEq, Eq)]
pub struct Stride {
    /// Where the next page begins.
    pub cursor: Option<String>,
    /// Whether more pages wait.
    pub more: bool,
}

impl Walk {
    /// Takes up where `cursor` left; a cursor that can't be read begins anew.
    pub fn from_cursor(cursor: Option<&str>) -> Self {
        let walk = cursor.and_then(|cursor| serde_json::from_str::<Self>(cursor).ok()).unwrap_or_default();
        if walk.read.is_empty() && walk.next.is_none() { Self { left: Some(FIRST_PAGES), ..Self::default() } } else { walk }
    }

    /// Whether this is the first page of a walk.
    pub const fn is_at_head(&self) -> bool {
        self.next.is_none()
    }

    /// The cursor to ask with. One that is an instant says "before": a moment later is asked for, so that
    /// what shares the instant is not passed over.
    pub fn ask(&self) -> Option<String> {
        let next = self.next.as_ref()?;
        // A page that holds one instant alone can't be left otherwise.
        let is_stuck = self.edge.len() >= super::read::PAGE;
        match DateTime::parse_from_rfc3339(next) {
            Ok(at) if !is_stuck => Some((at.to_utc() + Duration::milliseconds(1)).to_rfc3339_opts(SecondsFormat::Millis, true)),
            _ => Some(next.clone()),
        }
    }

    /// Whether an item was not read yet.
    pub fn is_new(&self, item: Item<'_>) -> bool {
        let mark = Mark::of(&item);
        !self.is_past(&mark) && !self.read.contains(&mark) && !self.now.contains(&mark) && !self.edge.contains(&mark)
    }

    /// Whether an item lies behind what earlier walks remember.
    fn is_past(&self, mark: &Mark) -> bool {
        self.floor().is_some_and(|floor| mark.0 < floor)
    }

    fn floor(&self) -> Option<i64> {
        let newest = self.read.first()?.0 - LATE.num_milliseconds();
        // Where there are too many to remember, only those of a shorter time are.
        Some(if self.read.len() >= MARKS { newest.max(self.read.last()?.0) } else { newest })
    }

    /// Goes on past a page; `next` is the server's cursor behind it.
    pub fn stride(mut self, page: &[Item<'_>], next: Option<String>) -> Stride {
        let marks: Vec<Mark> = page.iter().map(Mark::of).collect();
        let ends = marks.iter().any(|mark| self.is_past(mark));
        let moves = marks.iter().any(|mark| !self.now.contains(mark) && !self.edge.contains(mark));
        let left = self.left.map(|left| left.saturating_sub(1));
        let goes_on = next.is_some() && next != self.next && moves && !ends && left != Some(0);
        let lowest = marks.iter().map(|mark| mark.0).min();
        let edge = marks.iter().filter(|mark| Some(mark.0) == lowest).cloned();
        let kept = self.edge.iter().filter(|mark| Some(mark.0) == lowest).cloned();
        self.edge = edge.chain(kept).collect();
        self.edge.sort_unstable();
        self.edge.dedup();
        self.now = newest(self.now.into_iter().chain(marks));
        if goes_on {
            let walk = Self { next, left, ..self };
            return Stride { cursor: write(&walk), more: true };
        }
        let read = newest(self.read.into_iter().chain(self.now));
        let cursor = if read.is_empty() { None } else { write(&Self { read, ..Self::default() }) };
        Stride { cursor, more: false }
    }
}

/// The marks worth keeping: the newest, of an hour.
fn newest(marks: impl Iterator<Item = Mark>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = marks.collect();
    marks.sort_unstable_by(|one, other| other.cmp(one));
    marks.dedup();
    marks.truncate(MARKS);
    let floor = marks.first().map_or(0, |newest| newest.0 - LATE.num_milliseconds());
    marks.retain(|mark| mark.0 >= floor);
    marks
}

fn write(walk: &Walk) -> Option<String> {
    serde_json::to_string(walk).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Moment {
        Moment::from_timestamp_millis(1_795_000_000_000 + millis).expect("an instant")
    }

    /// A list as the network keeps it, told by pages; gives what was read.
    fn pull(
        list: &[(String, Moment)],
        cursor: &mut Option<String>,
        size: usize,
        mut between: impl FnMut() -> Option<(String, Moment)>,
    ) -> Vec<String> {
        let (mut list, mut told) = (list.to_vec(), Vec::new());
        for _ in 0..10_000 {
            let walk = Walk::from_cursor(cursor.as_deref());
            let before = walk.ask().map(|asked| DateTime::parse_from_rfc3339(&asked).expect("an instant").to_utc());
            list.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
            let page: Vec<_> = list.iter().filter(|item| before.is_none_or(|before| item.1 < before)).take(size).cloned().collect();
            let next = (page.len() == size).then(|| page[size - 1].1.to_rfc3339_opts(SecondsFormat::Millis, true));
            let items: Vec<Item<'_>> = page.iter().map(|(id, at)| Item { id, at: *at }).collect();
            told.extend(items.iter().filter(|item| walk.is_new(**item)).map(|item| item.id.to_owned()));
            let stride = walk.stride(&items, next);
            *cursor = stride.cursor.or(cursor.take());
            if !stride.more {
                return told;
            }
            list.extend(between());
        }
        panic!("it never ends");
    }

    fn once(told: &mut [String]) -> bool {
        told.sort_unstable();
        told.windows(2).all(|pair| pair[0] != pair[1])
    }

    #[test]
    fn items_of_one_instant_are_read_once_across_pages() {
        // Four of each instant, pages of three: every page ends within an instant.
        let list: Vec<_> = (0..200).map(|n| (format!("item-{n:03}"), at(n / 4 * 7))).collect();
        let mut cursor = None;
        let mut told = pull(&list[..40], &mut cursor, 9, || None);
        let first = told.len();
        told.extend(pull(&list, &mut cursor, 9, || None));
        assert!(once(&mut told));
        assert_eq!(first, 40, "the first pull reads five pages and no less");
        assert_eq!(told.len(), 200);
        assert_eq!(pull(&list, &mut cursor, 9, || None), Vec::<String>::new());
    }

    #[test]
    fn what_enters_the_list_late_is_read_too() {
        let mut list: Vec<_> = (0..30).map(|n| (format!("item-{n:03}"), at(n * 60_000))).collect();
        let mut cursor = None;
        pull(&list, &mut cursor, 10, || None);
        list.push(("late".to_owned(), at(5 * 60_000 + 30_000)));
        list.push(("new".to_owned(), at(40 * 60_000)));
        let mut told = pull(&list, &mut cursor, 10, || None);
        told.sort_unstable();
        assert_eq!(told, ["late", "new"]);
        assert_eq!(pull(&list, &mut cursor, 10, || None), Vec::<String>::new());
    }

    #[test]
    fn a_list_that_grows_during_the_walk_loses_nothing() {
        let mut list: Vec<_> = (0..50).map(|n| (format!("item-{n:03}"), at(n * 1000))).collect();
        let mut cursor = None;
        let first = pull(&list, &mut cursor, 10, || None).len();
        list.extend((50..150).map(|n| (format!("item-{n:03}"), at(n * 1000))));
        let mut added = Vec::new();
        let mut more = 150..160;
        let mut told = pull(&list, &mut cursor, 10, || {
            let item = more.next().map(|n| (format!("item-{n:03}"), at(n * 1000)));
            added.extend(item.clone());
            item
        });
        list.extend(added);
        told.extend(pull(&list, &mut cursor, 10, || None));
        assert!(once(&mut told));
        assert_eq!(told.len(), list.len() - first);
    }

    #[test]
    fn more_than_can_be_remembered_is_still_read_once() {
        let mut list: Vec<_> = (0..1000).map(|n| (format!("item-{n:04}"), at(n * 10))).collect();
        let mut cursor = None;
        let first = pull(&list, &mut cursor, 100, || None);
        assert_eq!(first.len(), 500 - 4, "five pages that overlap by one");
        list.extend((1000..1400).map(|n| (format!("item-{n:04}"), at(n * 10))));
        let mut told = pull(&list, &mut cursor, 100, || None);
        assert!(once(&mut told));
        assert_eq!(told.len(), 400);
        assert!(cursor.is_some_and(|cursor| cursor.len() < 16_000));
    }

    #[test]
    fn an_empty_list_keeps_no_cursor_and_a_damaged_one_begins_anew() {
        assert_eq!(Walk::from_cursor(None).stride(&[], None), Stride { cursor: None, more: false });
        assert_eq!(Walk::from_cursor(Some("2026-11-23T01:19:44.055Z")), Walk::from_cursor(None));
    }
}
