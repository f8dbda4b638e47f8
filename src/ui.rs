//! The view: draws the model, changes nothing. One file a tab, and what they share.

pub mod calendar;
pub mod chart;
pub mod dialog;
pub mod format;
pub mod frame;
pub mod inbox;
pub mod metrics;
pub mod notebook;
pub mod pen;
pub mod queue;
pub mod report;
pub mod theme;
pub mod today;
pub mod watch;
pub mod welcome;

use crate::app::model::{Model, Tab};
use crate::layout;
use pen::Pen;
use ratatui::Frame;

/// Draws the model.
pub fn draw(frame: &mut Frame<'_>, model: &Model) {
    let mut pen = Pen::new(frame, model);
    if !model.size.fits() {
        frame::too_small(&mut pen, model);
        return;
    }
    if let Some(welcome) = model.welcome.as_ref().filter(|welcome| !welcome.is_over_today()) {
        welcome::draw(&mut pen, model, welcome);
        return;
    }
    let parts = layout::frame(model.size);
    pen.leave(frame::taken(&pen, model));
    frame::header(&mut pen, model, parts.header);
    match model.tab {
        Tab::Today => today::draw(&mut pen, model, parts.body),
        Tab::Inbox => inbox::draw(&mut pen, model, parts.body),
        Tab::Metrics => metrics::draw(&mut pen, model, parts.body),
        Tab::Queue => queue::draw(&mut pen, model, parts.body),
        Tab::Watch => watch::draw(&mut pen, model, parts.body),
        Tab::Report => report::draw(&mut pen, model, parts.body),
        Tab::Notebook => notebook::draw(&mut pen, model, parts.body),
    }
    frame::status(&mut pen, model, parts.status);
    frame::hints(&mut pen, model, parts.hints);
    if let Some(dialog) = &model.dialog {
        dialog::draw(&mut pen, model, dialog);
    }
    if let Some(welcome) = &model.welcome {
        welcome::draw(&mut pen, model, welcome);
    }
}
