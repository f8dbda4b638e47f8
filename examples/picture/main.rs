//! Draws the picture of the README: `cargo run --example picture`, or with a file, a language, a size
//! and steps: `cargo run --example picture -- today.svg fr 120x34 1`.

mod screen;
mod svg;

use ronde::lang::Lang;

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    let file = word(0).unwrap_or(screen::README);
    let lang = word(1).and_then(Lang::from_locale).unwrap_or(Lang::Fr);
    let asked = word(2).and_then(|size| size.split_once('x')).and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let (width, height) = asked.unwrap_or(screen::SIZE);
    let own: Vec<&str> = words.iter().skip(3).map(String::as_str).collect();
    let steps = if own.is_empty() { &screen::STEPS[..] } else { &own };
    std::fs::write(file, svg::draw(&screen::screen(lang, width, height, steps), "ronde demo"))
}
