//! Speed, beside the limit measured in the same run.

fn main() {}
