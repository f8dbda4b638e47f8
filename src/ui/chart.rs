//! Charts drawn in cells: a curve over days, with its gaps.

use super::pen::{Pen, row_of};
use super::theme::Ink;
use ratatui::layout::Rect;

/// A curve: one value a day, oldest first; a day without a reading is `None`.
pub struct Curve<'a> {
    /// The values.
    pub values: &'a [Option<f64>],
    /// How a value is written on the axis.
    pub label: &'a dyn Fn(f64) -> String,
    /// What stands under the first and the last day.
    pub ends: (String, String),
}

/// Draws a curve in an area. Days without a reading stay empty: nothing is drawn across them.
pub fn curve(pen: &mut Pen<'_, '_>, area: Rect, curve: &Curve<'_>) {
    let known: Vec<f64> = curve.values.iter().flatten().copied().collect();
    if known.is_empty() || area.height < 4 || area.width < 20 {
        return;
    }
    let (low, high) = known.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    let span = (high - low).max(f64::EPSILON);
    let axis = 9_u16;
    let rows = usize::from(area.height - 1);
    let columns = usize::from(area.width.saturating_sub(axis + 1));
    for row in 0..rows {
        let line = row_of(area, row);
        let label = match row {
            0 => (curve.label)(high),
            _ if row + 1 == rows => (curve.label)(low),
            _ => String::new(),
        };
        pen.text_right(Rect { width: axis - 1, ..line }, &label, Ink::Quiet);
        let signs: String = (0..columns).map(|column| sign(curve.values, column, columns, row, rows, low, span)).collect();
        pen.text(Rect { x: line.x + axis - 1, width: 1, ..line }, "│", Ink::Quiet);
        pen.text(Rect { x: line.x + axis, width: line.width.saturating_sub(axis), ..line }, &signs, Ink::Title);
    }
    let foot = row_of(area, rows);
    pen.text(Rect { x: foot.x + axis, width: foot.width.saturating_sub(axis), ..foot }, &curve.ends.0, Ink::Quiet);
    pen.text_right(foot, &curve.ends.1, Ink::Quiet);
}

/// The sign in a cell: eighths of a column that stands on the lowest value.
fn sign(values: &[Option<f64>], column: usize, columns: usize, row: usize, rows: usize, low: f64, span: f64) -> char {
    const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let at = column * values.len() / columns.max(1);
    let Some(Some(value)) = values.get(at) else { return if row + 1 == rows { '·' } else { ' ' } };
    let (rows_f, from_bottom) = (f64_of(rows), f64_of(rows - 1 - row));
    // The lowest value still shows an eighth, so that it is told from a gap.
    let height = (value - low) / span * (rows_f - 0.125) + 0.125;
    let eighths = ((height - from_bottom) * 8.0).round().clamp(0.0, 8.0);
    #[expect(clippy::cast_sign_loss, reason = "clamped to 0..=8")]
    let index = eighths as usize;
    EIGHTHS[index]
}

fn f64_of(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
