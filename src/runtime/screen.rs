//! The terminal: taken at the start, given back at the end, whatever happens in between.

use crate::domain::text::SafeText;
use crate::layout::Size;
use anyhow::Context;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::crossterm::{cursor, execute};
use ratatui::{Frame, Terminal};
use std::io::{BufWriter, IsTerminal, Stdout, stdout};

type Canvas = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The terminal while Ronde has it.
pub struct Screen {
    terminal: Canvas,
    mouse: bool,
    taken: bool,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// If standard input or output is none.
    pub fn open(mouse: bool) -> anyhow::Result<Self> {
        anyhow::ensure!(
            stdout().is_terminal() && std::io::stdin().is_terminal(),
            "there is no terminal here; `ronde --help` lists the commands"
        );
        anyhow::ensure!(std::env::var("TERM").as_deref() != Ok("dumb"), "TERM=dumb can't show screens; `ronde --help` lists the commands");
        let mut screen = Self { terminal: blank()?, mouse, taken: false };
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal, or takes it back.
    pub fn take(&mut self) -> anyhow::Result<()> {
        terminal::enable_raw_mode()?;
        self.taken = true;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, terminal::Clear(terminal::ClearType::All))?;
        if self.mouse {
            execute!(stdout(), EnableMouseCapture)?;
        }
        // One that knows of nothing drawn: to clear the old one would ask the terminal for its cursor, and wait.
        self.terminal = blank()?;
        Ok(())
    }

    /// Gives the terminal back for a while.
    pub fn give(&mut self) {
        if std::mem::take(&mut self.taken) {
            restore();
        }
    }

    /// Gives the terminal back for good.
    pub fn close(&mut self) {
        self.give();
    }

    /// Draws.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> anyhow::Result<()> {
        self.terminal.draw(view)?;
        Ok(())
    }
}

/// The size of the terminal.
pub fn size() -> Size {
    let (width, height) = terminal::size().unwrap_or((80, 24));
    Size { width, height }
}

/// Puts a text on the clipboard, through the terminal.
///
/// # Errors
/// If the terminal is gone.
pub fn copy(text: &SafeText) -> anyhow::Result<()> {
    execute!(stdout(), CopyToClipboard::to_clipboard_from(text.as_str()))?;
    Ok(())
}

fn blank() -> anyhow::Result<Canvas> {
    let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout()));
    Terminal::new(backend).context("the terminal does not answer")
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.give();
    }
}

/// Puts the terminal as it was. Failures are left alone: there may be no terminal any more.
pub fn restore() {
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}
