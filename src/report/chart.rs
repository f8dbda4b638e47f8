//! The charts of a report: what they show, in words and numbers, before any drawing.
//!
//! No pies, no colour that carries meaning alone, no line across a gap or a change of definition.

pub mod svg;

use crate::domain::metric::tally::whole;
use serde::Serialize;

/// A chart with its title and what it shows, for those who can't see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// What it shows and how to read it.
    pub about: String,
    /// What is drawn.
    pub plot: Plot,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Plot {
    /// Horizontal bars from 0, each with its value beside it.
    Bars(Vec<Bar>),
    /// Upright bars from 0, one a day.
    Columns(Vec<Column>),
    /// One small curve for each account, each with its own scale.
    Lines(Vec<Panel>),
    /// A table whose cells are darker where there is more.
    Heat(Heat),
}

/// A horizontal bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length; none where the value is unknown.
    pub value: Option<f64>,
    /// Its value as said.
    pub said: String,
}

/// An upright bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its day, as said.
    pub label: String,
    /// Whether its label is written below.
    pub marked: bool,
    /// Its height.
    pub value: u32,
    /// Whether it is a day on which the brand does not work.
    pub quiet: bool,
}

/// A small curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// What it is of.
    pub name: String,
    /// The values by day; a gap is a day that is not known.
    pub points: Vec<Option<f64>>,
    /// The places at which a new definition begins: no line joins the point before.
    pub breaks: Vec<usize>,
    /// The last value, as said.
    pub last: String,
    /// The lowest and the highest value, as said.
    pub range: (String, String),
    /// The first and the last day, as said.
    pub days: (String, String),
}

/// A table of shades.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heat {
    /// The names of the rows.
    pub rows: Vec<String>,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The counts, by row.
    pub cells: Vec<Vec<u32>>,
}

impl Panel {
    /// The lowest and the highest value.
    #[must_use]
    pub fn bounds(&self) -> Option<(f64, f64)> {
        let known = || self.points.iter().flatten().copied();
        Some((known().reduce(f64::min)?, known().reduce(f64::max)?))
    }

    /// The stretches that one line joins: they end at a gap and before a change of definition.
    #[must_use]
    pub fn stretches(&self) -> Vec<Vec<(usize, f64)>> {
        let mut stretches: Vec<Vec<(usize, f64)>> = vec![vec![]];
        for (place, point) in self.points.iter().enumerate() {
            if point.is_none() || self.breaks.contains(&place) {
                stretches.push(vec![]);
            }
            if let (Some(value), Some(stretch)) = (point, stretches.last_mut()) {
                stretch.push((place, *value));
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        stretches
    }

    /// The curve in one line of text: `▁▃▅ ▆▇`, a gap where a day is not known.
    #[must_use]
    pub fn spark(&self) -> String {
        let Some((low, high)) = self.bounds() else { return String::new() };
        self.points.iter().map(|point| point.map_or('·', |value| shade(value - low, high - low))).collect()
    }
}

/// Upright bars in one line of text.
#[must_use]
pub fn spark(columns: &[Column]) -> String {
    let most = columns.iter().map(|column| column.value).max().unwrap_or(0);
    columns.iter().map(|column| if column.value == 0 { '·' } else { shade(f64::from(column.value), f64::from(most)) }).collect()
}

/// A bar of at most `width` blocks.
#[must_use]
pub fn blocks(value: Option<f64>, most: f64, width: u32) -> String {
    let length = value.map_or(0.0, |value| if most > 0.0 { (value / most * f64::from(width)).round() } else { 0.0 });
    let least = usize::from(value.is_some_and(|value| value > 0.0));
    "█".repeat((whole(length) as usize).max(least))
}

fn shade(value: f64, most: f64) -> char {
    const SHADES: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let place = if most > 0.0 { (value / most * 7.0).round() } else { 3.0 };
    SHADES[(whole(place) as usize).min(7)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(points: &[Option<f64>], breaks: &[usize]) -> Panel {
        Panel {
            name: String::new(),
            points: points.to_vec(),
            breaks: breaks.to_vec(),
            last: String::new(),
            range: (String::new(), String::new()),
            days: (String::new(), String::new()),
        }
    }

    #[test]
    fn h6_h7_no_line_joins_across_a_gap_or_a_change_of_definition() {
        let panel = panel(&[Some(1.0), Some(2.0), None, Some(3.0), Some(9.0), Some(8.0)], &[4]);
        let stretches = panel.stretches();
        let places: Vec<Vec<usize>> = stretches.iter().map(|stretch| stretch.iter().map(|(place, _)| *place).collect()).collect();
        assert_eq!(places, [vec![0, 1], vec![3], vec![4, 5]]);
        assert_eq!(panel.spark(), "▁▂·▃█▇");
    }

    #[test]
    fn a_bar_is_as_long_as_its_value_from_zero() {
        assert_eq!(blocks(Some(5.0), 10.0, 10), "█████");
        assert_eq!(blocks(Some(0.1), 10.0, 10), "█", "little is not nothing");
        assert_eq!(blocks(None, 10.0, 10), "");
    }
}
