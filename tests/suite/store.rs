//! The store: each job on a real file.

mod deliveries;
mod file;
mod inbox;
mod labels;
mod last_word;
mod out_by_hand;
mod person;
mod posts;
mod reactions;
mod readings;
mod search;
mod take;
mod thread;
mod thread_story;
mod totals;
mod unanswered;
