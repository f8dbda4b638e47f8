//! The input thread: keys, pastes, the mouse and sizes of the terminal, in our own words.
//!
//! It reads one batch, hands it over, and waits until the loop has drawn: while the CM's editor or
//! the shell has the terminal, no key is taken from it.

use super::Heard;
use crate::app::event::Event;
use crate::app::key::{Code, Input, Key};
use crate::domain::text::SafeText;
use ratatui::crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// The thread that listens to the terminal.
pub struct Listener {
    permits: Sender<()>,
}

impl Listener {
    /// Starts to listen.
    pub fn start(events: Sender<Heard>) -> Self {
        let (permits, allowed) = channel();
        std::thread::spawn(move || listen(&events, &allowed));
        Self { permits }
    }

    /// Lets the next batch be read.
    pub fn go_on(&mut self) {
        // A thread that has ended told so by a hang-up.
        let _ = self.permits.send(());
    }
}

fn listen(events: &Sender<Heard>, allowed: &Receiver<()>) {
    loop {
        let mut batch = Vec::new();
        let read = event::read().and_then(|first| {
            batch.extend(translate(first));
            while event::poll(Duration::ZERO)? {
                batch.extend(translate(event::read()?));
            }
            Ok(())
        });
        let handed = !batch.is_empty();
        if handed && events.send(Heard::Batch(batch)).is_err() {
            return;
        }
        if read.is_err() {
            // The terminal is gone.
            let _ = events.send(Heard::Event(Event::Hangup));
            return;
        }
        if handed && allowed.recv().is_err() {
            return;
        }
    }
}

fn translate(event: event::Event) -> Option<Input> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => translate_key(key).map(Input::Key),
        event::Event::Paste(text) => Some(Input::Paste(SafeText::clean(&text))),
        event::Event::Resize(width, height) => Some(Input::Resize { width, height }),
        event::Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Click { column: mouse.column, row: mouse.row }),
            MouseEventKind::ScrollDown => Some(Input::Wheel(1)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(-1)),
            _ => None,
        },
        _ => None,
    }
}

fn translate_key(key: KeyEvent) -> Option<Key> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    // AltGr arrives as Ctrl+Alt on some systems: what it types is text.
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL) && !alt;
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        KeyCode::Char(c) => return Some(Key { code: Code::Char(if ctrl { c.to_ascii_lowercase() } else { c }), ctrl, shift: false }),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => return Some(Key::plain(Code::BackTab)),
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl, shift })
}
