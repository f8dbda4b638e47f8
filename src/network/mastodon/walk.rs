//! How a list that grows at its head is read once: from the newest back to what is known.
//!
//! The cursor is JSON. At rest it is `{"top": ID}`, the newest id read. During a walk it also holds
//! `low` (where to stop: the former top), `high` (below which the next page begins) and, on the very
//! first walk, `left` (how many pages are still taken). What arrives during a walk is newer than
//! `top` and is read by the next one, so nothing is missed; servers differ in what `min_id` and
//! `since_id` mean, and this needs neither of them to be right.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How many pages back the first pull goes.
const FIRST_PAGES: u32 = 5;

/// Where a list was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    top: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
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
        let rest = cursor.and_then(|cursor| serde_json::from_str::<Self>(cursor).ok());
        match rest {
            Some(walk) if walk.high.is_some() => walk,
            Some(Self { top: Some(top), .. }) => Self { top: None, low: Some(top), high: None, left: None },
            _ => Self { top: None, low: None, high: None, left: Some(FIRST_PAGES) },
        }
    }

    /// What the page is asked for by.
    pub fn query(&self, limit: u32) -> Vec<(&'static str, String)> {
        let mut query = self.query_unbounded(limit);
        query.extend(self.low.clone().map(|low| ("since_id", low)));
        query
    }

    /// The same, without saying what is known already.
    pub fn query_unbounded(&self, limit: u32) -> Vec<(&'static str, String)> {
        let mut query = vec![("limit", limit.to_string())];
        query.extend(self.high.clone().map(|high| ("max_id", high)));
        query
    }

    /// Whether this is the first page of a walk.
    pub const fn is_at_head(&self) -> bool {
        self.high.is_none()
    }

    /// Whether an item was not read by an earlier walk, nor by an earlier page of this one.
    pub fn is_new(&self, id: &str) -> bool {
        self.low.as_deref().is_none_or(|low| by_age(id, low) == Ordering::Greater)
            && self.high.as_deref().is_none_or(|high| by_age(id, high) == Ordering::Less)
    }

    /// Goes on past a page with these ids, whatever they are of.
    pub fn stride<'a>(self, ids: &(impl Iterator<Item = &'a str> + Clone)) -> Stride {
        let newest = ids.clone().max_by(|one, other| by_age(one, other)).map(str::to_owned);
        let lowest = ids.clone().filter(|id| self.is_new(id)).min_by(|one, other| by_age(one, other)).map(str::to_owned);
        let reaches_low = self.low.as_deref().is_some_and(|low| ids.clone().any(|id| by_age(id, low) != Ordering::Greater));
        let top = self.top.or(newest);
        let left = self.left.map(|left| left.saturating_sub(1));
        match lowest {
            // A page without anything new is the end, also where a server repeats itself.
            Some(high) if !reaches_low && left != Some(0) => {
                Stride { cursor: write(&Self { top, low: self.low, high: Some(high), left }), more: true }
            }
            _ => Stride { cursor: rest(top.or(self.low)), more: false },
        }
    }
}

fn rest(top: Option<String>) -> Option<String> {
    write(&Walk { top: Some(top?), low: None, high: None, left: None })
}

fn write(walk: &Walk) -> Option<String> {
    serde_json::to_string(walk).ok()
}

/// Orders ids by age, oldest first: numbers grow in length, other ids keep theirs.
pub fn by_age(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server with a list that grows between pages; gives what was read.
    fn pull(list: &mut Vec<u32>, cursor: &mut Option<String>, page: usize, honours_bounds: bool, grow: u32) -> Vec<u32> {
        let mut read = Vec::new();
        loop {
            let walk = Walk::from_cursor(cursor.as_deref());
            let query = walk.query(80);
            let bound =
                |name| query.iter().find(|(key, _)| *key == name).and_then(|(_, id)| id.parse::<u32>().ok()).filter(|_| honours_bounds);
            let (low, high) = (bound("since_id").unwrap_or(0), bound("max_id").unwrap_or(u32::MAX));
            let ids: Vec<String> = list.iter().rev().filter(|id| **id > low && **id < high).take(page).map(u32::to_string).collect();
            read.extend(ids.iter().filter(|id| walk.is_new(id)).map(|id| id.parse::<u32>().expect("a number")));
            let stride = walk.stride(&ids.iter().map(String::as_str));
            *cursor = stride.cursor.or(cursor.take());
            for _ in 0..grow {
                list.push(list.last().map_or(1, |last| last + 7));
            }
            if !stride.more {
                return read;
            }
        }
    }

    #[test]
    fn nothing_is_missed_and_nothing_read_twice_while_the_list_grows() {
        for honours_bounds in [true, false] {
            let mut list: Vec<u32> = (1..=100).map(|n| n * 7).collect();
            let mut cursor = None;
            // A server that ignores bounds gives one page: the newest.
            let mut read = pull(&mut list, &mut cursor, 20, honours_bounds, 3);
            let first = *read.iter().min().expect("something");
            for _ in 0..5 {
                read.extend(pull(&mut list, &mut cursor, 20, honours_bounds, 3));
            }
            read.extend(pull(&mut list, &mut cursor, 20, honours_bounds, 0));
            read.sort_unstable();
            let expected: Vec<u32> = list.iter().copied().filter(|id| *id >= first).collect();
            assert_eq!(read, expected, "bounds honoured: {honours_bounds}");
        }
    }

    #[test]
    fn the_first_pull_goes_five_pages_back_and_the_next_ones_as_far_as_needed() {
        let mut list: Vec<u32> = (1..=1000).collect();
        let mut cursor = None;
        assert_eq!(pull(&mut list, &mut cursor, 20, true, 0).len(), 100);
        list.extend(1001..=1500);
        assert_eq!(pull(&mut list, &mut cursor, 20, true, 0).len(), 500);
        assert_eq!(pull(&mut list, &mut cursor, 20, true, 0), Vec::<u32>::new());
    }

    #[test]
    fn an_empty_list_keeps_no_cursor_and_a_damaged_one_begins_anew() {
        let nothing = Walk::from_cursor(None).stride(&std::iter::empty());
        assert_eq!(nothing, Stride { cursor: None, more: false });
        assert_eq!(Walk::from_cursor(Some("17953")), Walk::from_cursor(None));
    }

    #[test]
    fn a_longer_number_is_newer() {
        assert_eq!(by_age("999", "1000"), Ordering::Less);
        assert_eq!(by_age("01HZZ", "01J00"), Ordering::Less);
    }
}
