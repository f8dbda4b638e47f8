//! Puts it together: threads, inbox, draw loop, input, desktop. The only place with a clock.

pub mod clock;
