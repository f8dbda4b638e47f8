//! Ronde: parse, call, print the error with its hints, exit code.

fn main() {}
