//! To come.

use super::pen::Pen;
use crate::app::model::Model;
use crate::app::welcome::Welcome;

/// Draws the welcome.
pub fn draw(_: &mut Pen<'_, '_>, _: &Model, _: &Welcome) {}
