//! The cells of the grids: which there are, what each holds, and what the day before held.

use super::{View, day, is_fetched, metric, post, posts};
use crate::app::model::Model;
use crate::domain::account::Network;
use crate::domain::reading::{Metric, Reading, Source};
use crate::domain::time::{Day, day_in};
use crate::domain::{AccountId, VariantId};
use chrono::Duration;

/// The columns of the figures of posts.
pub const POST_COLUMNS: &[Metric] =
    &[Metric::Reach, Metric::Views, Metric::Likes, Metric::Comments, Metric::Shares, Metric::Saves, Metric::Clicks];

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Nobody wrote anything: unknown, which is not 0.
    Unknown,
    /// The network does not give it: never, or the CM said so for that day.
    NotGiven,
    /// A value and where it comes from; the source of a post's figure is not told.
    Value(u64, Option<Source>),
}

/// The columns of a view.
#[must_use]
pub const fn columns(view: View) -> &'static [Metric] {
    match view {
        View::Sheet | View::Curve => Metric::SHEET,
        View::Posts => POST_COLUMNS,
    }
}

/// How many rows the grid of the view has.
#[must_use]
pub fn rows(model: &Model) -> usize {
    match model.metrics.view {
        View::Sheet | View::Curve => model.metrics.sheet.as_ref().map_or(0, |sheet| sheet.rows.len()),
        View::Posts => posts(model).count(),
    }
}

/// What the cell of a row and a column holds.
#[must_use]
pub fn cell(model: &Model, row: usize, metric: Metric) -> Cell {
    if model.metrics.view == View::Posts {
        let Some(post) = posts(model).nth(row) else { return Cell::Unknown };
        let absent = if post.network.gives(metric) { Cell::Unknown } else { Cell::NotGiven };
        return crate::domain::metric::posts::value(post, metric).map_or(absent, |value| Cell::Value(value, None));
    }
    let Some(line) = model.metrics.sheet.as_ref().and_then(|sheet| sheet.rows.get(row)) else { return Cell::Unknown };
    match line.today.iter().find(|reading| reading.metric == metric) {
        Some(reading) => reading.value.map_or(Cell::NotGiven, |value| Cell::Value(value, Some(reading.source))),
        None if !gives(model, row, metric) => Cell::NotGiven,
        // A network that tells its figures and not this one does not give it.
        None if model.account(line.account).is_some_and(is_fetched) && !line.today.is_empty() => Cell::NotGiven,
        None => Cell::Unknown,
    }
}

/// Whether the network of a row gives a metric at all; what it never gives is not asked for, and can be typed all the same.
#[must_use]
pub fn gives(model: &Model, row: usize, metric: Metric) -> bool {
    network(model, row).is_none_or(|network| network.gives(metric))
}

/// The network of a row.
pub(super) fn network(model: &Model, row: usize) -> Option<Network> {
    if model.metrics.view == View::Posts {
        return posts(model).nth(row).map(|post| post.network);
    }
    let line = model.metrics.sheet.as_ref()?.rows.get(row)?;
    model.account(line.account).map(|account| account.network)
}

/// The reading under the cursor of the sheet.
pub(super) fn reading(model: &Model) -> Option<&Reading> {
    if model.metrics.view == View::Posts {
        return None;
    }
    let line = model.metrics.sheet.as_ref()?.rows.get(model.metrics.row)?;
    line.today.iter().find(|reading| reading.metric == metric(model))
}

/// The last value before the day of the sheet, for the cell under the cursor.
#[must_use]
pub fn previous(model: &Model) -> Option<u64> {
    if model.metrics.view == View::Posts {
        return None;
    }
    let line = model.metrics.sheet.as_ref()?.rows.get(model.metrics.row)?;
    line.before.iter().find(|reading| reading.metric == metric(model)).and_then(|reading| reading.value)
}

/// Where a value typed now is written: account, post, day.
pub(super) fn target(model: &Model) -> Option<(AccountId, Option<VariantId>, Day)> {
    if let Some(post) = post(model) {
        // Posts are compared at seven days of age: a later look is noted for that day.
        let week = day_in(model.zone(), post.at) + Duration::days(crate::domain::metric::posts::AGE);
        return Some((post.account, Some(post.variant), model.day().min(week)));
    }
    let line = model.metrics.sheet.as_ref()?.rows.get(model.metrics.row)?;
    Some((line.account, None, day(model)))
}

/// Puts a reading into what is shown, before the file has answered.
pub(super) fn show(model: &mut Model, reading: &Reading) {
    if let Some(variant) = reading.variant {
        let shown = model.metrics.facts.iter_mut().flat_map(|facts| facts.posts.iter_mut()).find(|post| post.variant == variant);
        if let Some(post) = shown {
            post.figures.retain(|(metric, _)| *metric != reading.metric);
            post.figures.extend(reading.value.map(|value| (reading.metric, value)));
        }
        return;
    }
    let Some(sheet) = &mut model.metrics.sheet else { return };
    if let Some(line) = sheet.rows.iter_mut().find(|line| line.account == reading.account) {
        line.today.retain(|known| known.metric != reading.metric);
        line.today.push(reading.clone());
    }
}
