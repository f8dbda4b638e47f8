//! A notice of several lines: it is whole, and nothing that is being written is below it.

use crate::double::{Say, screen, server};
use crate::screen::Screen;

/// An answer of several lines being written at this size, while a network says much.
fn written(width: u16, height: u16, focus: bool) -> Screen {
    let address = server(|line| {
        let words = "Votre compte est suspendu jusqu’à ce que vous ayez lu et accepté les nouvelles règles de cette instance, en ligne";
        if line.starts_with("POST") { Say::error("422 Unprocessable Entity", words) } else { Say::error("500 Oops", "x") }
    });
    let mut screen = screen(&address, 3);
    screen.resize(width, height);
    screen.keys("r").type_text("Ceci part.").keys("Ctrl+D");
    if focus {
        screen.keys("z");
    }
    screen.keys("r");
    for line in ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"] {
        screen.type_text(line).keys("Enter");
    }
    screen.type_text("la toute dernière");
    screen
}

#[test]
fn a_long_notice_never_covers_what_is_being_written() {
    for (width, height) in [(80, 24), (100, 30), (60, 16)] {
        for focus in [false, true] {
            let mut screen = written(width, height, focus);
            let before = screen.text();
            assert!(before.contains("la toute dernière") && before.contains("/500"), "{before}");
            screen.tick(11);
            let after = screen.text();
            let what = format!("{width}×{height}, {focus}\n{after}");
            assert!(after.contains("Le réseau a refusé"), "{what}");
            assert!(after.contains("la toute dernière"), "the line of the cursor is in sight\n{what}");
            assert!(after.contains("/500"), "so is the count\n{what}");
            let (_, cursor) = screen.frame();
            let row = after.lines().position(|line| line.contains("la toute dernière")).expect("a row");
            assert_eq!(cursor.map(|(_, y)| usize::from(y)), Some(row), "{what}");
        }
    }
}
