//! The one integration test binary: a module a layer. One binary, because each links everything.

mod cli;
mod demo;
mod given;
mod metrics;
mod network;
mod report;
mod screen;
mod store;
mod texts;
