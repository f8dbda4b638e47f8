//! The second of two terminals, written by others: tmux, driven by its control mode over one pipe.
//!
//! Runs where `RONDE_TMUX` names the program, as `.ci/run` does.

use super::Look;
use ratatui::layout::Size;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use unicode_width::UnicodeWidthChar;

/// What a terminal answers that is asked how it is: all that was written before has been read by then.
const WELL: &[u8] = b"\x1b[0n";

/// A tmux server of its own, whose one pane shows what is written to a pipe.
pub struct Tmux {
    folder: tempfile::TempDir,
    program: String,
    client: Child,
    asks: ChildStdin,
    told: BufReader<ChildStdout>,
    /// What the pane shows.
    shows: File,
    /// What tmux answers the pane.
    answers: File,
    /// How it was before anything was shown.
    before: String,
}

impl Tmux {
    /// The tmux that was asked for; none where none was.
    pub fn asked(size: Size) -> Option<Self> {
        let program = std::env::var("RONDE_TMUX").ok().filter(|program| !program.is_empty())?;
        Some(Self::start(program, size))
    }

    fn start(program: String, size: Size) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let [shows, answers] = ["shows", "answers"].map(|name| folder.path().join(name));
        assert!(Command::new("mkfifo").args([&shows, &answers]).status().expect("mkfifo runs").success());
        // All that a program in a pane may do to tmux is allowed here, so that it would be seen.
        let options = "set -g status off\nset -g set-clipboard on\nset -g allow-rename on\nset -g allow-passthrough on\nset -g automatic-rename off\nset -g history-limit 0\n";
        std::fs::write(folder.path().join("tmux.conf"), options).expect("written");
        let pane = format!("stty raw -echo; cat <'{}' & exec cat >'{}'", shows.display(), answers.display());
        let cells = [size.width.to_string(), size.height.to_string()];
        let mut start = tmux(&program, &folder);
        let started = start.args(["new-session", "-d", "-x", &cells[0], "-y", &cells[1], &pane]).status();
        assert!(started.expect("tmux runs").success());
        let mut client = tmux(&program, &folder);
        client.args(["-C", "attach-session", "-f", "no-output,ignore-size"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut client = client.spawn().expect("tmux runs");
        let (asks, told) = (client.stdin.take().expect("a pipe"), client.stdout.take().expect("a pipe"));
        let shows = File::options().write(true).open(shows).expect("the pane reads");
        let answers = File::open(answers).expect("the pane writes");
        let mut tmux = Self { folder, program, client, asks, told: BufReader::new(told), shows, answers, before: String::new() };
        tmux.next_reply();
        tmux.before = tmux.state();
        tmux
    }

    /// The lines of the next reply; what tmux tells by itself is passed over.
    fn next_reply(&mut self) -> Vec<String> {
        let mut end = None;
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.told.read_line(&mut line).expect("UTF-8"), 0, "tmux has ended");
            let line = line.trim_end_matches('\n');
            match &end {
                None => end = line.strip_prefix("%begin ").map(|number| (format!("%end {number}"), format!("%error {number}"))),
                Some((well, _)) if line == well => return lines,
                Some((_, ill)) if line == ill => panic!("tmux refuses: {lines:?}"),
                Some(_) => lines.push(line.to_owned()),
            }
        }
    }

    fn ask(&mut self, command: &str) -> Vec<String> {
        writeln!(self.asks, "{command}").expect("tmux reads");
        self.next_reply()
    }

    /// What a program in the pane could have changed, besides the text.
    fn state(&mut self) -> String {
        let pane = self.ask("display-message -p '#{pane_title}|#{window_name}|#{alternate_on}|#{mouse_any_flag}|#{cursor_flag}|#{keypad_flag}|#{keypad_cursor_flag}|#{insert_flag}|#{origin_flag}|#{wrap_flag}|#{window_bell_flag}|#{pane_width}x#{pane_height}|#{scroll_region_upper}-#{scroll_region_lower}|#{history_size}|#{pane_path}'");
        format!("{pane:?} {:?}", self.ask("list-buffers"))
    }

    /// Shows a screen, and gives what is wrong with what it makes of it.
    pub fn read(&mut self, look: &Look) -> Option<String> {
        let bytes = [super::BLANK, &look.bytes, b"\x1b[0m\x1b[?25h\x1b[5n"].concat();
        self.shows.write_all(&bytes).expect("the pane reads");
        let mut answer = Vec::new();
        while !answer.ends_with(WELL) {
            let mut some = [0; 256];
            let read = self.answers.read(&mut some).expect("the pane writes");
            assert_ne!(read, 0, "the pane has ended");
            answer.extend(&some[..read]);
        }
        if answer != WELL {
            return Some(format!("tmux was made to answer {:?}", String::from_utf8_lossy(&answer)));
        }
        let lines = self.ask("capture-pane -p");
        let cells: Vec<Vec<String>> = lines.iter().map(|line| cells(line)).collect();
        look.borders.iter().find_map(|(x, y, sign)| {
            let shown = cells.get(usize::from(*y)).and_then(|line| line.get(usize::from(*x))).map_or("", String::as_str);
            (shown != sign).then(|| format!("tmux shows {shown:?} at {x},{y} for {sign} in\n{}", lines.join("\n")))
        })
    }

    /// Whether something was done to it meanwhile besides showing text.
    pub fn changed(&mut self) -> Option<String> {
        let now = self.state();
        (now != self.before).then(|| format!("tmux was {} and is {now}", self.before))
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = tmux(&self.program, &self.folder).arg("kill-server").output();
        let _ = self.client.wait();
    }
}

fn tmux(program: &str, folder: &tempfile::TempDir) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", folder.path())
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.arg("-u").arg("-f").arg(folder.path().join("tmux.conf")).arg("-S").arg(folder.path().join("socket"));
    command
}

/// The signs in the cells of a line; a wide one has an empty cell behind it.
fn cells(line: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for c in line.chars() {
        match c.width().unwrap_or(0) {
            0 => {
                let wide = cells.len() > 1 && cells.last().is_some_and(String::is_empty);
                let last = cells.len().saturating_sub(1 + usize::from(wide));
                if let Some(cell) = cells.get_mut(last) {
                    cell.push(c);
                }
            }
            width => {
                cells.push(c.to_string());
                cells.extend((1..width).map(|_| String::new()));
            }
        }
    }
    cells
}
