//! The README says what the program does: its keys, its picture and its commands are fresh.

#[path = "../../examples/readme/keys.rs"]
mod keys;
#[path = "../../examples/picture/screen.rs"]
mod picture;
#[path = "../../examples/picture/svg.rs"]
mod svg;

use assert_cmd::Command;
use ronde::lang::Lang;
use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is there")
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_program() {
    let readme = read("README.md");
    assert!(readme == keys::refresh(&readme), "run: cargo run --example readme");
}

#[test]
fn the_picture_of_the_readme_is_the_screen_of_today() {
    let (width, height) = picture::SIZE;
    let fresh = svg::draw(&picture::screen(Lang::Fr, width, height, &picture::STEPS), "ronde demo");
    assert!(read(picture::README) == fresh, "run: cargo run --example picture");
    assert!(read("README.md").contains(&format!("]({})", picture::README)));
}

#[test]
fn every_command_of_the_readme_exists() {
    let readme = read("README.md");
    let mut seen = 0;
    for cell in readme.lines().filter(|line| line.starts_with("| `ronde")).filter_map(|line| line.split('|').nth(1)) {
        let mut first: Vec<&str> = Vec::new();
        for quoted in cell.split('`').skip(1).step_by(2) {
            let words: Vec<&str> = quoted.split(' ').take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).collect();
            // After a dot stands another command, or another word after the same one.
            let path = match words.as_slice() {
                ["ronde", rest @ ..] => rest.to_vec(),
                rest if ["add", "list"].contains(&first.get(1).copied().unwrap_or_default()) => [&first[..1], rest].concat(),
                rest => rest.to_vec(),
            };
            if path.first() != Some(&"help") {
                Command::cargo_bin("ronde").expect("the program is built").args(&path).arg("--help").assert().success();
            }
            seen += 1;
            first = if first.is_empty() { path } else { first };
        }
    }
    assert!(seen > 25, "{seen} commands");
}
