//! The one integration test binary: a module a layer. One binary, because each links everything.

mod alone;
mod cli;
mod day;
mod deliveries;
mod demo;
mod given;
mod hostile;
mod inbox;
mod metrics;
mod network;
mod never;
mod notebook;
mod queue;
mod readme;
mod recording;
mod report;
mod screen;
mod screens;
mod store;
mod sweep;
mod sweep40;
mod sweeps;
mod terminal;
mod texts;
mod undo;
mod welcome;
