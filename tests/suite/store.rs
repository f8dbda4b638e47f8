//! The store: each job on a real file.

mod inbox;
