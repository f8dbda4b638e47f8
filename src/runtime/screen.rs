//! The terminal: taken at the start, given back at the end, whatever happens in between.

use crate::app::model::Model;
use crate::domain::text::SafeText;
use crate::layout::Size;
use anyhow::Context;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::crossterm::{cursor, execute};
use std::io::{BufWriter, IsTerminal, Stdout, Write, stdout};

/// The terminal while Ronde has it.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
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
        restore_on_panic();
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout()));
        let mut screen = Self { terminal: Terminal::new(backend).context("the terminal does not answer")?, mouse, taken: false };
        screen.take()?;
        Ok(screen)
    }

    /// Its size.
    #[must_use]
    pub fn size(&self) -> Size {
        let (width, height) = terminal::size().unwrap_or((80, 24));
        Size { width, height }
    }

    /// Takes the terminal, or takes it back.
    pub fn take(&mut self) -> anyhow::Result<()> {
        terminal::enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        if self.mouse {
            execute!(stdout(), EnableMouseCapture)?;
        }
        self.taken = true;
        // Clears and draws anew. `Terminal::clear` would first ask where the cursor is and wait for the answer.
        self.terminal.resize(self.size().area())?;
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

    /// Draws the model.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw(&mut self, model: &Model) -> anyhow::Result<()> {
        self.terminal.draw(|frame| crate::ui::draw(frame, model))?;
        Ok(())
    }

    /// Puts a text on the clipboard, through the terminal.
    pub fn copy(&self, text: &SafeText) -> anyhow::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text.as_str()))?;
        Ok(())
    }

    /// Rings the bell.
    pub fn ring(&self) -> anyhow::Result<()> {
        let mut out = stdout();
        out.write_all(b"\x07")?;
        out.flush()?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.give();
    }
}

/// Puts the terminal as it was. Failures are left alone: there may be no terminal any more.
fn restore() {
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}

/// A panic in any thread gives the terminal back before it is told.
fn restore_on_panic() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        told(panic);
    }));
}
