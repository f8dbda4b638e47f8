//! Ronde.

pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod files;
pub mod lang;
pub mod layout;
pub mod network;
pub mod report;
pub mod runtime;
pub mod secrets;
pub mod store;
pub mod ui;
