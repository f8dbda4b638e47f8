//! Prints a config file that holds every key, with what each means: `cargo run --example config`.

fn main() {
    print!("{}", ronde::config::Config::example());
}
