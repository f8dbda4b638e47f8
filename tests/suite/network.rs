//! The networks: one contract for every call, then faults, secrets, and real servers.

mod authorize;
mod bluesky;
mod contract;
mod faults;
mod real;
pub mod stage;
mod vault;
