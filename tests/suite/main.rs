//! The one integration test binary: a module a layer. One binary, because each links everything.

mod alone;
mod cli;
mod demo;
mod given;
mod network;
mod notebook;
mod queue;
mod report;
mod screen;
mod store;
mod sweep;
mod texts;
mod welcome;
