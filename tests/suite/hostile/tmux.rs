//! The same strangers read through tmux, a terminal written by others: no border moves, nothing acts on it.
//!
//! Runs where `RONDE_TMUX` names the program, as `.ci/run` does.

use super::{Stage, borders, corpus, drawn, screen};
use ronde::app::key::Input;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use unicode_width::UnicodeWidthChar;

const WIDTH: u16 = 80;
const HEIGHT: u16 = 24;

/// A person's menu, their erasure, models, labels, a brief, a paste of many messages, the charter and the rules.
const LATER: [&str; 8] =
    ["x", "x", "Esc Esc Esc 2 Home m", "Esc Esc Esc t e", "Esc Esc , D", "Esc Esc ; n Tab SAID", "Esc Esc 7 Home", ", , , , Enter"];

/// A tmux server of its own, whose one pane shows what is written to a pipe.
struct Tmux {
    program: String,
    folder: tempfile::TempDir,
    pipe: File,
}

impl Tmux {
    fn start(program: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
        // All that a program in a pane may do to tmux is allowed here, so that it would be seen.
        let options = "set -g status off\nset -g set-clipboard on\nset -g allow-rename on\nset -g allow-passthrough on\nset -g automatic-rename off\n";
        std::fs::write(folder.path().join("tmux.conf"), options).expect("written");
        // One line more than the screen: it says which screen is shown.
        let shows = format!("stty raw -echo; exec cat '{}'", pipe.display());
        let size = [WIDTH.to_string(), (HEIGHT + 1).to_string()];
        let started = tmux(&program, folder.path(), &["new-session", "-d", "-x", &size[0], "-y", &size[1], &shows]);
        assert!(started.status.success(), "{started:?}");
        let pipe = File::options().write(true).open(&pipe).expect("the pane reads");
        Self { program, folder, pipe }
    }

    fn ask(&self, args: &[&str]) -> String {
        let output = tmux(&self.program, self.folder.path(), args);
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Writes a screen and gives its lines as tmux shows them, once they are there.
    fn show(&mut self, number: usize, bytes: &[u8]) -> Vec<String> {
        let below = HEIGHT + 1;
        self.pipe.write_all(b"\x1b[0m\x1b[H\x1b[2J").expect("written");
        self.pipe.write_all(bytes).expect("written");
        write!(self.pipe, "\x1b[0m\x1b[{below};1Hscreen {number};").expect("written");
        let wanted = format!("screen {number};");
        // Each question is a process that waits for the server: nothing here depends on how long it takes.
        for _ in 0..10_000 {
            let text = self.ask(&["capture-pane", "-p"]);
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.resize(usize::from(below), String::new());
            if lines.pop().is_some_and(|last| last == wanted) {
                return lines;
            }
        }
        panic!("screen {number} never came: {}", self.ask(&["capture-pane", "-p"]));
    }

    /// What a program in the pane could have changed, besides the text.
    fn state(&self) -> String {
        let pane = self.ask(&[
            "display-message",
            "-p",
            "#{pane_title}|#{window_name}|#{alternate_on}|#{mouse_any_flag}|#{cursor_flag}|#{keypad_flag}|#{insert_flag}|#{origin_flag}|#{window_bell_flag}|#{pane_width}x#{pane_height}",
        ]);
        pane + &self.ask(&["list-buffers"])
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        tmux(&self.program, self.folder.path(), &["kill-server"]);
    }
}

fn tmux(program: &str, folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", folder)
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.arg("-u").arg("-f").arg(folder.join("tmux.conf")).arg("-S").arg(folder.join("socket")).args(args);
    command.output().expect("tmux runs")
}

/// The sign in a cell of a line as a terminal shows it.
fn cell(line: &str, wanted: u16) -> String {
    let mut at = 0;
    let mut found = String::new();
    for c in line.chars() {
        let width = c.width().unwrap_or(0);
        if width == 0 {
            if at == usize::from(wanted) + 1 {
                found.push(c);
            }
            continue;
        }
        if at == usize::from(wanted) {
            found.push(c);
        }
        at += width;
    }
    found
}

#[test]
fn real_tmux_shows_every_border_in_its_cell_and_is_told_nothing_else() {
    let Some(program) = std::env::var("RONDE_TMUX").ok().filter(|program| !program.is_empty()) else {
        eprintln!("RONDE_TMUX is not set: nothing is read through tmux");
        return;
    };
    let mut tmux = Tmux::start(program);
    let before = tmux.state();
    let mut number = 0;
    for (place, (name, words)) in corpus().into_iter().enumerate() {
        let mut stage = Stage::with(&words);
        stage.hear(Input::Resize { width: WIDTH, height: HEIGHT });
        // Each screen waits for tmux: what came later is read for every third of them.
        let later: &[&str] = if place % 3 == 0 { &LATER } else { &[] };
        for keys in ["1", "2", "2 Home p"].iter().chain(later) {
            stage.keys(keys);
            let (frame, bytes) = (screen::frame(&stage.model).0, drawn(&stage.model));
            number += 1;
            let lines = tmux.show(number, &bytes);
            for (x, y, symbol) in borders(&frame) {
                let line = &lines[usize::from(y)];
                assert_eq!(cell(line, x), symbol, "{name} on {keys}: at {x},{y} tmux shows\n{}", lines.join("\n"));
            }
        }
        assert_eq!(tmux.state(), before, "{name} did something to tmux");
    }
}
