//! Bluesky: sessions, troubles and acts on servers of the test's own, then the real network.

mod real;
mod sessions;
mod troubles;
