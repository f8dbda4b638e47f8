//! Bluesky: sessions, troubles, direct messages and acts on servers of the test's own, then the real network.

mod chat;
mod figures;
mod real;
mod sessions;
mod troubles;
