//! Ronde: hands what was typed to the commands, and their exit code to the shell.

fn main() -> std::process::ExitCode {
    ronde::cli::main(std::env::args_os().collect())
}
