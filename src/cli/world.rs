//! The file and the networks, one request after the other. The only place of the commands with IO on them.

use super::failure::Failure;
use crate::app::effect::{Call, Job};
use crate::app::event::{Cause, News, Reply, Trouble};
use crate::config::Places;
use crate::domain::text::SafeText;
use crate::domain::time::Moment;

/// The file and the networks of one installation.
pub(super) struct World {}

impl World {
    /// Opens the file; makes it where there is none.
    pub fn open(_places: &Places) -> Result<Self, Failure> {
        Ok(Self {})
    }

    /// Asks the file.
    pub fn job(&mut self, _job: Job) -> Result<Reply, Trouble> {
        Err(Trouble { cause: Cause::Failed, account: None, detail: SafeText::default() })
    }

    /// Asks a network.
    pub fn call(&mut self, _call: Call, _now: Moment) -> Result<News, Trouble> {
        Err(Trouble { cause: Cause::Failed, account: None, detail: SafeText::default() })
    }

    /// From now on a signal to stop is heard between two requests instead of ending the program.
    pub fn listen(&mut self) {}

    /// Waits, unless a signal to stop comes.
    pub fn wait(&mut self, _length: std::time::Duration) {}

    /// Whether the person asked to stop.
    pub fn was_stopped(&self) -> bool {
        false
    }
}
