//! Where everything that asks the world for something leaves its request, and gets its number.

use super::effect::{Call, Desktop, Effect, Job, Ticket};

/// Requests not handed out yet.
#[derive(Debug, Default)]
pub struct Asks {
    last: u64,
    effects: Vec<Effect>,
}

impl Asks {
    /// Asks the file.
    pub fn store(&mut self, job: Job) -> Ticket {
        self.last += 1;
        self.effects.push(Effect::Store(Ticket(self.last), job));
        Ticket(self.last)
    }

    /// Asks a network.
    pub fn net(&mut self, call: Call) -> Ticket {
        self.last += 1;
        self.effects.push(Effect::Net(Ticket(self.last), call));
        Ticket(self.last)
    }

    /// Asks the desktop.
    pub fn desktop(&mut self, desktop: Desktop) {
        self.effects.push(Effect::Desktop(desktop));
    }

    /// Asks to leave.
    pub fn quit(&mut self) {
        self.effects.push(Effect::Quit);
    }

    /// Asks to leave for the demo.
    pub fn open_demo(&mut self) {
        self.effects.push(Effect::OpenDemo);
    }

    /// Hands out what was asked, in order.
    #[must_use]
    pub fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
