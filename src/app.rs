//! The app: events in, effects out. No IO, no clock, no thread.

pub mod asks;
pub mod courier;
pub mod effect;
pub mod event;
pub mod key;
pub mod pull;
pub mod trouble;
