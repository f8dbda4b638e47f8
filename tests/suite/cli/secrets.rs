//! A token lies in the file of secrets and nowhere else.

use super::network::{Server, TOKEN};
use std::path::Path;

fn files_with_it(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_with_it(&path, found);
        } else if std::fs::read(&path).expect("a file").windows(TOKEN.len()).any(|window| window == TOKEN.as_bytes()) {
            found.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
}

#[test]
fn the_canary_is_in_the_file_of_secrets_and_nowhere_else() {
    let server = Server::start();
    let home = server.connected();
    let commands: &[&[&str]] = &[
        &["account", "list", "--json"],
        &["account", "check", "--json"],
        &["pull", "--json"],
        &["inbox", "--json"],
        &["reply", "1", "--text", "Oui.", "--json"],
        &["publish", "--dry-run"],
        &["doctor", "--json"],
        &["report"],
        &["export", "tout"],
        &["backup", "copie.db"],
        &["help", "json"],
    ];
    for args in commands {
        let ran = home.run(args);
        assert!(!ran.out.contains(TOKEN) && !ran.err.contains(TOKEN), "{args:?}");
    }
    let mut found = Vec::new();
    files_with_it(home.folder(), &mut found);
    assert_eq!(found, ["secrets.json"]);
    let log = std::fs::read_to_string(home.path(".local/state/ronde/ronde.log")).expect("a log");
    for line in [" info pull account 1 pulled: ", " info delivery 1 reply account 1 is held, attempts 0"] {
        assert!(log.contains(line), "{log}");
    }
    assert!(!log.contains("Oui."), "{log}");
}

#[cfg(unix)]
#[test]
fn the_file_of_secrets_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::start();
    let home = server.connected();
    let mode = std::fs::metadata(home.path("conf/secrets.json")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_removed_account_leaves_no_secret() {
    let server = Server::start();
    let home = server.connected();
    home.does(&["account", "remove", "1"]);
    let mut found = Vec::new();
    files_with_it(home.folder(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}
