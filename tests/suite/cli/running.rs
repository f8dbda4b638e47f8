//! `ronde run`: one at a time, and gone when it is told to.
#![cfg(unix)]

use super::{Home, NOW};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn only_one_runs_for_a_file_and_it_stops_on_a_signal() {
    let home = Home::with_account();
    let mut running = Command::new(assert_cmd::cargo::cargo_bin!("ronde"))
        .args(["run", "--every", "5"])
        .env_clear()
        .envs([("RONDE_NOW", NOW), ("RONDE_SECRETS", "file"), ("LANG", "en_GB.UTF-8")])
        .env("HOME", home.folder())
        .env("RONDE_DB", home.path("data/ronde.db"))
        .env("RONDE_CONFIG", home.path("conf/config.toml"))
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(running.stdout.take().expect("its output")).lines();
    let first = lines.next().expect("a line").expect("UTF-8");
    assert!(first.contains("every 5 minutes"), "{first}");
    let second = home.run(&["run"]);
    assert_eq!(second.code, 1);
    assert!(second.err.contains("already"), "{}", second.err);
    let killed = Command::new("sh").args(["-c", "kill $0", &running.id().to_string()]).status().expect("a shell");
    assert!(killed.success());
    assert_eq!(running.wait().expect("it ends").code(), Some(0));
    assert!(lines.map_while(Result::ok).any(|line| line.contains("Stopped")));
    assert_eq!(home.run(&["brand", "list"]).code, 0);
}
