//! A screen of cells as an SVG picture: a window, its colours, its words. Frames and bars are drawn
//! as shapes, so that they join in every font. Knows nothing of what the screen says.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// One cell, in tenths of a pixel: whole numbers keep the file the same on every machine.
const WIDE: u32 = 84;
const HIGH: u32 = 190;
/// The size of the letters, in pixels, and where they stand in their cell, in tenths.
const LETTERS: u32 = 14;
const BASE: u32 = 139;
/// The frame around the screen, and the bar of the window above it.
const MARGIN: u32 = 140;
const BAR: u32 = 360;

/// The ground of the dark theme: the window has no seam.
const PAPER: &str = "#181a1f";
const INK: &str = "#d7dae0";

/// Draws `screen` as a window with `title`.
pub fn draw(screen: &Buffer, title: &str) -> String {
    let (columns, rows) = (u32::from(screen.area.width), u32::from(screen.area.height));
    let (width, height) = (columns * WIDE + 2 * MARGIN, rows * HIGH + BAR + MARGIN);
    let mut svg = String::with_capacity(64 * 1024);
    let (w, h) = (px(width), px(height));
    let _ = writeln!(svg, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img">"#);
    let _ = writeln!(svg, "<title>{}</title>", escape(title));
    let _ = writeln!(
        svg,
        "<style>text{{font:{LETTERS}px 'JetBrains Mono','Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}}.b{{font-weight:700}}.i{{font-style:italic}}</style>"
    );
    let _ = writeln!(svg, r#"<rect width="{w}" height="{h}" rx="11" fill="{PAPER}"/>"#);
    let _ = writeln!(
        svg,
        r##"<rect x="0.5" y="0.5" width="{}" height="{}" rx="10.5" fill="none" stroke="#2f343f"/>"##,
        px(width - 10),
        px(height - 10)
    );
    for (place, colour) in ["#ff5f57", "#febc2e", "#28c840"].iter().enumerate() {
        let _ = writeln!(svg, r#"<circle cx="{}" cy="18" r="5.5" fill="{colour}"/>"#, 22 + place * 20);
    }
    let _ = writeln!(svg, r##"<text x="{}" y="22.5" fill="#7b8291" text-anchor="middle">{}</text>"##, px(width / 2), escape(title));
    for row in 0..screen.area.height {
        let cells = cells(screen, row);
        let top = BAR + u32::from(row) * HIGH;
        grounds(&mut svg, &cells, top);
        words(&mut svg, &cells, top);
        shapes(&mut svg, &cells, top);
    }
    svg.push_str("</svg>\n");
    svg
}

/// What stands at a place of a row.
struct Place<'a> {
    left: u32,
    wide: u32,
    symbol: &'a str,
    ink: String,
    ground: Option<String>,
    bold: bool,
    italic: bool,
    underlined: bool,
}

fn cells(screen: &Buffer, row: u16) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    let mut column = 0;
    while column < screen.area.width {
        let cell = &screen[(screen.area.x + column, screen.area.y + row)];
        let wide = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        places.push(place(cell, u32::from(column) * WIDE + MARGIN, u32::from(wide) * WIDE));
        column += wide;
    }
    places
}

fn place(cell: &Cell, left: u32, wide: u32) -> Place<'_> {
    let mut ink = colour(cell.fg).unwrap_or_else(|| INK.to_owned());
    let mut ground = colour(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        let under = ground.unwrap_or_else(|| PAPER.to_owned());
        ground = Some(std::mem::replace(&mut ink, under));
    }
    if cell.modifier.contains(Modifier::DIM) {
        ink = mix(&ink, ground.as_deref().unwrap_or(PAPER));
    }
    let says = |modifier| cell.modifier.contains(modifier);
    Place {
        left,
        wide,
        symbol: cell.symbol(),
        ink,
        ground,
        bold: says(Modifier::BOLD),
        italic: says(Modifier::ITALIC),
        underlined: says(Modifier::UNDERLINED),
    }
}

/// The grounds of a row, neighbours of one colour as one.
fn grounds(svg: &mut String, cells: &[Place<'_>], top: u32) {
    for run in cells.chunk_by(|one, next| one.ground == next.ground) {
        if let Some(ground) = &run[0].ground {
            let wide: u32 = run.iter().map(|place| place.wide).sum();
            rect(svg, run[0].left, top, wide, HIGH, ground, "");
        }
    }
}

/// The words of a row, neighbours of one style as one; a wide character stands alone.
fn words(svg: &mut String, cells: &[Place<'_>], top: u32) {
    let alike = |one: &Place<'_>, next: &Place<'_>| {
        one.ink == next.ink && one.bold == next.bold && one.italic == next.italic && one.underlined == next.underlined
    };
    let plain = |place: &Place<'_>| place.wide == WIDE && !is_shape(place.symbol);
    for run in cells.chunk_by(|one, next| alike(one, next) && plain(one) && plain(next)) {
        let text: String = run.iter().map(|place| place.symbol).collect();
        if is_shape(run[0].symbol) || text.trim().is_empty() && !run[0].underlined {
            continue;
        }
        let (from, to) = bounds(run);
        let text: String = run[from..to].iter().map(|place| place.symbol).collect();
        let wide: u32 = run[from..to].iter().map(|place| place.wide).sum();
        let class = match (run[0].bold, run[0].italic) {
            (true, true) => r#" class="b i""#,
            (true, false) => r#" class="b""#,
            (false, true) => r#" class="i""#,
            (false, false) => "",
        };
        let line = if run[0].underlined { r#" text-decoration="underline""# } else { "" };
        let _ = writeln!(
            svg,
            r#"<text x="{}" y="{}" fill="{}" textLength="{}" lengthAdjust="spacingAndGlyphs"{class}{line}>{}</text>"#,
            px(run[from].left),
            px(top + BASE),
            run[0].ink,
            px(wide),
            escape(&text)
        );
    }
}

/// The run without the spaces at its ends.
fn bounds(run: &[Place<'_>]) -> (usize, usize) {
    let filled = |place: &Place<'_>| place.symbol != " " || place.underlined;
    let from = run.iter().position(filled).unwrap_or(0);
    let to = run.iter().rposition(filled).map_or(run.len(), |last| last + 1);
    (from, to)
}

/// Frames and bars, drawn as shapes.
fn shapes(svg: &mut String, cells: &[Place<'_>], top: u32) {
    for run in cells.chunk_by(|one, next| one.ink == next.ink && one.symbol == next.symbol && is_shape(one.symbol)) {
        let Some(symbol) = run[0].symbol.chars().next().filter(|_| is_shape(run[0].symbol)) else { continue };
        let wide: u32 = run.iter().map(|place| place.wide).sum();
        let (left, ink) = (run[0].left, run[0].ink.as_str());
        match symbol {
            '─' | '━' | '┄' | '┈' | '╌' => {
                let dash = if matches!(symbol, '─' | '━') { "" } else { r#" stroke-dasharray="2.8 2.8""# };
                let middle = px(top + HIGH / 2);
                let _ = writeln!(svg, r#"<path d="M{} {middle}H{}" stroke="{ink}"{dash}/>"#, px(left), px(left + wide));
            }
            '█' => rect(svg, left, top + 25, wide, HIGH - 50, ink, ""),
            '▓' => rect(svg, left, top + 25, wide, HIGH - 50, ink, r#" opacity=".8""#),
            '▒' => rect(svg, left, top + 25, wide, HIGH - 50, ink, r#" opacity=".5""#),
            '░' => rect(svg, left, top + 25, wide, HIGH - 50, ink, r#" opacity=".25""#),
            '▌' | '▐' => {
                let shift = if symbol == '▐' { WIDE / 2 } else { 0 };
                for place in run {
                    rect(svg, place.left + shift, top, WIDE / 2, HIGH, ink, "");
                }
            }
            '▁'..='▇' => {
                let eighths = u32::from(symbol) - u32::from('▁') + 1;
                let high = HIGH * eighths / 8;
                rect(svg, left, top + HIGH - high, wide, high, ink, "");
            }
            _ => {
                for place in run {
                    joint(svg, symbol, place.left, top, ink);
                }
            }
        }
    }
}

/// A piece of a frame: from its middle to the sides it joins.
fn joint(svg: &mut String, symbol: char, left: u32, top: u32, ink: &str) {
    let (x, y) = (left + WIDE / 2, top + HIGH / 2);
    let (right, bottom) = (left + WIDE, top + HIGH);
    let bend = 40;
    let path = match symbol {
        '╭' => format!("M{} {}V{}Q{} {} {} {}H{}", px(x), px(bottom), px(y + bend), px(x), px(y), px(x + bend), px(y), px(right)),
        '╮' => format!("M{} {}V{}Q{} {} {} {}H{}", px(x), px(bottom), px(y + bend), px(x), px(y), px(x - bend), px(y), px(left)),
        '╰' => format!("M{} {}V{}Q{} {} {} {}H{}", px(x), px(top), px(y - bend), px(x), px(y), px(x + bend), px(y), px(right)),
        '╯' => format!("M{} {}V{}Q{} {} {} {}H{}", px(x), px(top), px(y - bend), px(x), px(y), px(x - bend), px(y), px(left)),
        _ => sides(symbol)
            .iter()
            .map(|side| match side {
                Side::Up => format!("M{} {}V{}", px(x), px(y), px(top)),
                Side::Down => format!("M{} {}V{}", px(x), px(y), px(bottom)),
                Side::Left => format!("M{} {}H{}", px(x), px(y), px(left)),
                Side::Right => format!("M{} {}H{}", px(x), px(y), px(right)),
            })
            .collect(),
    };
    let _ = writeln!(svg, r#"<path d="{path}" stroke="{ink}" fill="none"/>"#);
}

enum Side {
    Up,
    Down,
    Left,
    Right,
}

fn sides(symbol: char) -> &'static [Side] {
    use Side::{Down, Left, Right, Up};
    match symbol {
        '│' | '┃' | '┆' | '┊' => &[Up, Down],
        '┌' | '┏' => &[Down, Right],
        '┐' | '┓' => &[Down, Left],
        '└' | '┗' => &[Up, Right],
        '┘' | '┛' => &[Up, Left],
        '├' | '┣' => &[Up, Down, Right],
        '┤' | '┫' => &[Up, Down, Left],
        '┬' | '┳' => &[Left, Right, Down],
        '┴' | '┻' => &[Left, Right, Up],
        '┼' | '╋' => &[Up, Down, Left, Right],
        _ => &[],
    }
}

fn is_shape(symbol: &str) -> bool {
    let Some(c) = symbol.chars().next() else { return false };
    matches!(c, '─' | '━' | '┄' | '┈' | '╌' | '█' | '▓' | '▒' | '░' | '▌' | '▐' | '▁'..='▇' | '╭' | '╮' | '╰' | '╯') || !sides(c).is_empty()
}

fn rect(svg: &mut String, left: u32, top: u32, wide: u32, high: u32, fill: &str, more: &str) {
    let _ = writeln!(svg, r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"{more}/>"#, px(left), px(top), px(wide), px(high));
}

/// Tenths as pixels.
fn px(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Half way between two colours.
fn mix(one: &str, other: &str) -> String {
    let part = |colour: &str, at: usize| colour.get(at..at + 2).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0);
    let half = |at| u32::midpoint(part(one, at), part(other, at));
    format!("#{:02x}{:02x}{:02x}", half(1), half(3), half(5))
}

/// A colour of the terminal; `None` for its own ground or ink.
fn colour(colour: Color) -> Option<String> {
    let named = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Indexed(index) => return Some(indexed(index)),
        Color::Black => "#1b1e24",
        Color::Red => "#e5616b",
        Color::Green => "#8cc265",
        Color::Yellow => "#e0b050",
        Color::Blue => "#5aa5f0",
        Color::Magenta => "#c07be0",
        Color::Cyan => "#4fb3bf",
        Color::Gray => "#b4bac6",
        Color::DarkGray => "#6b7280",
        Color::LightRed => "#ff7b86",
        Color::LightGreen => "#a5e075",
        Color::LightYellow => "#f0c674",
        Color::LightBlue => "#7fbfff",
        Color::LightMagenta => "#d79bf5",
        Color::LightCyan => "#6cd0dc",
        Color::White => "#f2f4f8",
    };
    Some(named.to_owned())
}

/// A colour of the table of 256: the 16 named ones, a cube of six steps, then greys.
fn indexed(index: u8) -> String {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
    match index {
        0..=15 => colour(NAMED[usize::from(index)]).unwrap_or_default(),
        16..=231 => {
            let part = index - 16;
            format!("#{:02x}{:02x}{:02x}", step(part / 36), step(part / 6 % 6), step(part % 6))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
    }
}
