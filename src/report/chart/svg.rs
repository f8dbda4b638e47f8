//! Charts as SVG, to stand inside an HTML page: no script, no font and no picture from elsewhere.
//!
//! Colours come from the page's style; shades stay apart when printed in black and white.

use super::{Bar, Chart, Column, Heat, Panel, Plot};
use std::fmt::Write as _;

/// The width of every chart, in its own units.
const WIDTH: f64 = 680.0;

/// The SVG of a chart; `id` tells its title from those of the other charts of the page.
#[must_use]
pub fn draw(chart: &Chart, id: usize) -> String {
    let (height, body) = match &chart.plot {
        Plot::Bars(bars) => draw_bars(bars),
        Plot::Columns(columns) => draw_columns(columns),
        Plot::Lines(panels) => draw_lines(panels),
        Plot::Heat(heat) => draw_heat(heat),
    };
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-labelledby=\"chart-{id}-title chart-{id}-about\"><title id=\"chart-{id}-title\">{}</title><desc id=\"chart-{id}-about\">{}</desc>{body}</svg>",
        escape(&chart.title),
        escape(&chart.about),
    )
}

/// A text made harmless within SVG and HTML, in elements and in attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

fn text(svg: &mut String, class: &str, x: f64, y: f64, said: &str) {
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(said));
}

/// A text cut to what fits, for labels.
fn cut(said: &str, most: usize) -> String {
    if said.chars().count() <= most { said.to_owned() } else { said.chars().take(most - 1).chain(['…']).collect() }
}

fn draw_bars(bars: &[Bar]) -> (f64, String) {
    const ROW: f64 = 27.0;
    const LEFT: f64 = 190.0;
    let most = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
    let mut svg = String::new();
    for (place, bar) in bars.iter().enumerate() {
        let y = f64::from(u32::try_from(place).unwrap_or(0)) * ROW;
        text(&mut svg, "label end", LEFT - 12.0, y + 18.0, &cut(&bar.label, 30));
        let length = bar.value.filter(|_| most > 0.0).map_or(0.0, |value| (value / most * (WIDTH - LEFT - 165.0)).max(1.5));
        if bar.value.is_some() {
            let _ = write!(svg, "<rect class=\"bar\" x=\"{LEFT}\" y=\"{:.1}\" width=\"{length:.1}\" height=\"17\" rx=\"1.5\"/>", y + 5.0);
        }
        text(&mut svg, "value", LEFT + length + 9.0, y + 18.0, &bar.said);
    }
    let height = ROW * f64::from(u32::try_from(bars.len()).unwrap_or(0));
    let _ = write!(svg, "<line class=\"axis\" x1=\"{LEFT}\" y1=\"0\" x2=\"{LEFT}\" y2=\"{height:.0}\"/>");
    (height + 2.0, svg)
}

fn draw_columns(columns: &[Column]) -> (f64, String) {
    const TOP: f64 = 22.0;
    const HIGH: f64 = 110.0;
    let most = columns.iter().map(|column| column.value).max().unwrap_or(0);
    let step = WIDTH / f64::from(u32::try_from(columns.len().max(1)).unwrap_or(1));
    let wide = (step * 0.72).min(26.0);
    let mut svg = String::new();
    let mut told = false;
    for (place, column) in columns.iter().enumerate() {
        let x = (f64::from(u32::try_from(place).unwrap_or(0)) + 0.5) * step;
        let high = if most == 0 { 0.0 } else { f64::from(column.value) / f64::from(most) * HIGH };
        let class = if column.quiet { "bar quiet" } else { "bar" };
        if column.value > 0 {
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"1\"/>",
                x - wide / 2.0,
                TOP + HIGH - high
            );
        }
        if column.value == most && most > 0 && !told {
            told = true;
            text(&mut svg, "value middle", x, TOP + HIGH - high - 6.0, &most.to_string());
        }
        if column.marked {
            text(&mut svg, "tick middle", x.clamp(26.0, WIDTH - 26.0), TOP + HIGH + 18.0, &column.label);
        }
    }
    let y = TOP + HIGH;
    let _ = write!(svg, "<line class=\"axis\" x1=\"0\" y1=\"{y}\" x2=\"{WIDTH}\" y2=\"{y}\"/>");
    (y + 26.0, svg)
}

fn draw_lines(panels: &[Panel]) -> (f64, String) {
    const WIDE: f64 = 205.0;
    const HIGH: f64 = 140.0;
    const GAP: f64 = 32.5;
    let mut svg = String::new();
    for (place, panel) in panels.iter().enumerate() {
        let (column, row) = (u32::try_from(place % 3).unwrap_or(0), u32::try_from(place / 3).unwrap_or(0));
        let _ = write!(svg, "<g transform=\"translate({:.1} {:.1})\">", f64::from(column) * (WIDE + GAP), f64::from(row) * HIGH);
        draw_panel(&mut svg, panel, WIDE);
        svg.push_str("</g>");
    }
    (HIGH * f64::from(u32::try_from(panels.len().div_ceil(3)).unwrap_or(0)), svg)
}

/// One curve: name, last value, lowest and highest above; days below.
fn draw_panel(svg: &mut String, panel: &Panel, wide: f64) {
    const TOP: f64 = 40.0;
    const HIGH: f64 = 58.0;
    const EDGE: f64 = 8.0;
    text(svg, "label strong", 0.0, 13.0, &cut(&panel.name, 20));
    text(svg, "value end", wide, 13.0, &panel.last);
    text(svg, "tick", 0.0, 28.0, &format!("{} – {}", panel.range.0, panel.range.1));
    let bottom = TOP + HIGH;
    let _ = write!(svg, "<line class=\"axis\" x1=\"0\" y1=\"{0}\" x2=\"{wide}\" y2=\"{0}\"/>", bottom + EDGE);
    text(svg, "tick", 0.0, bottom + EDGE + 15.0, &panel.days.0);
    text(svg, "tick end", wide, bottom + EDGE + 15.0, &panel.days.1);
    let Some((low, high)) = panel.bounds() else { return };
    let count = f64::from(u32::try_from(panel.points.len().max(2) - 1).unwrap_or(1));
    let x = |place: usize| f64::from(u32::try_from(place).unwrap_or(0)) / count * (wide - 4.0) + 2.0;
    let y = |value: f64| if high > low { bottom - (value - low) / (high - low) * HIGH } else { bottom - HIGH / 2.0 };
    for place in &panel.breaks {
        let x = f64::midpoint(x(*place), x(place.saturating_sub(1)));
        let _ = write!(svg, "<line class=\"break\" x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{:.1}\"/>", TOP - 6.0, bottom + EDGE);
    }
    for stretch in panel.stretches() {
        let points: Vec<String> = stretch.iter().map(|(place, value)| format!("{:.1},{:.1}", x(*place), y(*value))).collect();
        match points.as_slice() {
            [only] => {
                let (x, y) = only.split_once(',').unwrap_or(("0", "0"));
                let _ = write!(svg, "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"1.8\"/>");
            }
            _ => {
                let _ = write!(svg, "<polyline class=\"curve\" points=\"{}\"/>", points.join(" "));
            }
        }
    }
    if let Some((place, value)) = panel.points.iter().enumerate().rev().find_map(|(place, point)| point.map(|value| (place, value))) {
        let _ = write!(svg, "<circle class=\"dot\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"2.6\"/>", x(place), y(value));
    }
}

fn draw_heat(heat: &Heat) -> (f64, String) {
    const LEFT: f64 = 44.0;
    const HIGH: f64 = 23.0;
    let most = heat.cells.iter().flatten().copied().max().unwrap_or(0);
    let wide = (WIDTH - LEFT) / f64::from(u32::try_from(heat.columns.len().max(1)).unwrap_or(1));
    let number = |place: usize| f64::from(u32::try_from(place).unwrap_or(0));
    let mut svg = String::new();
    for (place, name) in heat.columns.iter().enumerate() {
        text(&mut svg, "tick middle", LEFT + (number(place) + 0.5) * wide, 12.0, name);
    }
    for (row, (name, cells)) in heat.rows.iter().zip(&heat.cells).enumerate() {
        let y = 20.0 + number(row) * HIGH;
        text(&mut svg, "label", 0.0, y + 16.0, name);
        for (column, count) in cells.iter().enumerate() {
            let part = if most == 0 { 0.0 } else { f64::from(*count) / f64::from(most) };
            let x = LEFT + number(column) * wide;
            let _ = write!(
                svg,
                "<rect class=\"{}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"1.5\" fill-opacity=\"{:.2}\"/>",
                if *count == 0 { "empty" } else { "heat" },
                x + 0.75,
                y + 0.75,
                wide - 1.5,
                HIGH - 1.5,
                if *count == 0 { 1.0 } else { 0.12 + 0.88 * part }
            );
            if *count > 0 {
                let class = if part > 0.5 { "count light" } else { "count" };
                text(&mut svg, class, x + wide / 2.0, y + 15.5, &count.to_string());
            }
        }
    }
    (22.0 + HIGH * number(heat.rows.len()), svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_from_a_stranger_stays_a_text() {
        let bars = vec![Bar { label: "\"/><script>alert(1)</script>".to_owned(), value: Some(1.0), said: "<b onload='x'>".to_owned() }];
        let svg = draw(&Chart { title: "<t>".to_owned(), about: "&".to_owned(), plot: Plot::Bars(bars) }, 1);
        assert!(!svg.contains("<script") && !svg.contains("<b") && !svg.contains("<t>"), "{svg}");
    }

    #[test]
    fn an_empty_chart_draws_its_frame_and_no_nonsense() {
        for plot in [
            Plot::Bars(vec![]),
            Plot::Columns(vec![]),
            Plot::Lines(vec![]),
            Plot::Heat(Heat { rows: vec![], columns: vec![], cells: vec![] }),
        ] {
            let svg = draw(&Chart { title: String::new(), about: String::new(), plot }, 1);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
