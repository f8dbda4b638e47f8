//! Bluesky: sessions, errors and acts on recorded answers, then the real network.

mod real;
