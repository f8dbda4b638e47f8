//! What is read from the person: a text or a secret, from standard input or typed without echo.
//!
//! A secret is never taken from an argument: every process of the machine can read those.

use super::failure::Failure;
use super::out::Out;
use crate::app::effect::Secret;
use crate::domain::text::{MAX_BYTES, SafeText};
use crate::lang::Text;
use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use std::io::{IsTerminal, Read};

/// The text of `--text`, else standard input up to its end.
pub(super) fn text(given: Option<&str>, out: &Out<'_>) -> Result<SafeText, Failure> {
    if let Some(given) = given {
        return Ok(SafeText::clean(given));
    }
    if std::io::stdin().is_terminal() {
        out.warn(&Text::new("cli-type-text"));
    }
    Ok(SafeText::clean(read_all()?.trim_end()))
}

/// One line of standard input.
pub(super) fn line() -> Result<SafeText, Failure> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| unreadable(&error))?;
    Ok(SafeText::line(&line))
}

/// A secret from standard input.
pub(super) fn piped_secret() -> Result<Secret, Failure> {
    not_empty(&read_all()?)
}

/// A secret typed without echo; from standard input where that is no terminal.
pub(super) fn typed_secret(out: &Out<'_>, ask: &Text) -> Result<Secret, Failure> {
    if !std::io::stdin().is_terminal() {
        return piped_secret();
    }
    out.warn(ask);
    crossterm::terminal::enable_raw_mode().map_err(|error| unreadable(&error))?;
    let typed = type_unseen();
    // Whatever happened, the terminal comes back first.
    crossterm::terminal::disable_raw_mode().map_err(|error| unreadable(&error))?;
    not_empty(&typed.map_err(|error| unreadable(&error))?)
}

fn type_unseen() -> std::io::Result<String> {
    let mut typed = String::new();
    loop {
        match crossterm::event::read()? {
            Event::Key(key) if key.kind == KeyEventKind::Release => {}
            Event::Key(key) => match key.code {
                KeyCode::Enter => return Ok(typed),
                KeyCode::Esc => return Ok(String::new()),
                KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => return Ok(String::new()),
                KeyCode::Backspace => {
                    typed.pop();
                }
                KeyCode::Char(c) => typed.push(c),
                _ => {}
            },
            Event::Paste(pasted) => typed.push_str(&pasted),
            _ => {}
        }
    }
}

fn not_empty(typed: &str) -> Result<Secret, Failure> {
    let line = typed.trim();
    if line.is_empty() { Err(Failure::usage(Text::new("cli-no-token"))) } else { Ok(Secret::new(line)) }
}

fn read_all() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unreadable(error: &std::io::Error) -> Failure {
    Failure::failed(Text::new("cli-stdin-failed").with("why", SafeText::line(&error.to_string())))
}
