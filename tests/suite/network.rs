//! The networks: what is peculiar to one of them, then faults, secrets, and real servers. What all of them
//! promise is in `contract.rs`.

mod authorize;
mod bluesky;
mod faults;
mod mastodon;
mod real;
mod somebody;
pub mod stage;
mod vault;
