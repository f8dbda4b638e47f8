//! Writes what the README takes from the program: `cargo run --example readme`.

mod keys;

fn main() -> std::io::Result<()> {
    let readme = std::fs::read_to_string("README.md")?;
    std::fs::write("README.md", keys::refresh(&readme))
}
