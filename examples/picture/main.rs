//! Draws the picture of the README: `cargo run --example picture`, or with a file, a language, a size
//! and keys: `cargo run --example picture -- today.svg fr 120x34 1`.

mod screen;
mod svg;

use ronde::lang::Lang;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize, usual: &'static str| words.get(at).map_or(usual, String::as_str).to_owned();
    let file = word(0, svg::README);
    let lang = Lang::from_locale(&word(1, "fr")).unwrap_or(Lang::Fr);
    let size = word(2, "116x34");
    let (width, height) = size.split_once('x').unwrap_or(("116", "34"));
    let keys: Vec<&str> = if words.len() > 3 { words[3..].iter().map(String::as_str).collect() } else { svg::KEYS.to_vec() };
    let cells = screen::screen(lang, width.parse().unwrap_or(116), height.parse().unwrap_or(34), &keys);
    std::fs::write(&file, svg::draw(&cells, "ronde demo"))
}
