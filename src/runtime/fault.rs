//! A panic, in any thread: the loop hears of it and leaves, and what it said is told once the terminal is back.
//!
//! Nothing is printed where it happens: another thread may still be drawing, and its words may be a stranger's.

use super::Heard;
use super::log::{Area, Level, Log};
use super::screen;
use crate::domain::text::SafeText;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::PanicHookInfo;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The screens ended on a fault of Ronde's own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Fault {
    /// What the panic said, and where.
    pub what: SafeText,
    /// Whether all that was typed is on disk.
    pub kept: bool,
}

/// Listens for panics while the screens are open.
pub struct Watch {
    said: Receiver<SafeText>,
}

impl Watch {
    /// Begins to listen; the thread that calls is the one that draws.
    pub fn begin(events: &Sender<Heard>, log: Log) -> Self {
        let (tell, said) = channel();
        let (events, drawing) = (events.clone(), std::thread::current().id());
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().id() == drawing {
                // It draws no more, and may not come to its end.
                screen::restore();
            }
            let said = words(panic);
            log.say(Level::Error, Area::Ronde, said.as_str());
            let _ = tell.send(said);
            let _ = events.send(Heard::Fault);
        }));
        Self { said }
    }

    /// Ends it, and gives what the first panic said, if there was one.
    ///
    /// After one the program is about to end: what else breaks on the way, in a thread that still reads, is not
    /// told over it. After none the words of a later panic are cleaned all the same.
    pub fn end(self) -> Option<SafeText> {
        let said = self.said.try_recv().ok();
        if said.is_none() {
            std::panic::set_hook(Box::new(|panic| eprintln!("{}", words(panic))));
        }
        said
    }
}

/// What is told of it: one line, and where it came from for those who asked (`RUST_BACKTRACE`).
fn words(panic: &PanicHookInfo<'_>) -> SafeText {
    let trace = Backtrace::capture();
    match trace.status() {
        BacktraceStatus::Captured => SafeText::clean(&format!("{panic}\n{trace}")),
        _ => SafeText::line(&panic.to_string()),
    }
}
