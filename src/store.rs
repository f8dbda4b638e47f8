//! To come.

use crate::app::effect::Job;
use crate::app::event::{Reply, Trouble};

/// The file.
#[derive(Debug)]
pub struct Store;

/// Serves a job.
pub fn serve(_: &mut Store, _: Job) -> Result<Reply, Trouble> {
    Ok(Reply::Done)
}
