//! Secrets lie in the keyring or in one file that its owner alone can read.

use super::stage::CANARY;
use ronde::app::effect::Secret;
use ronde::domain::AccountId;
use ronde::secrets::Vault;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

fn home() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ronde/secrets.json");
    (folder, file)
}

fn vault(file: &Path) -> Vault {
    Vault::file_only(file.to_owned(), Path::new("/data/ronde.db"))
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn a_secret_is_kept_found_replaced_and_forgotten() {
    let (_folder, file) = home();
    let vault = vault(&file);
    assert_eq!(vault.find(AccountId(1)).expect("nothing yet"), None);
    assert_eq!(vault.keep(AccountId(1), &Secret::new("old")).expect("kept"), Some(file.as_path()));
    vault.keep(AccountId(2), &Secret::new("other")).expect("kept");
    vault.keep(AccountId(1), &Secret::new(CANARY)).expect("replaced");
    assert_eq!(vault.find(AccountId(1)).expect("found"), Some(Secret::new(CANARY)));
    vault.forget(AccountId(1)).expect("forgotten");
    vault.forget(AccountId(1)).expect("forgotten already");
    assert_eq!(vault.find(AccountId(1)).expect("nothing"), None);
    assert_eq!(vault.find(AccountId(2)).expect("found"), Some(Secret::new("other")));
}

#[test]
fn the_file_and_its_folder_are_the_owners_alone() {
    let (_folder, file) = home();
    vault(&file).keep(AccountId(1), &Secret::new(CANARY)).expect("kept");
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(file.parent().expect("a folder")), 0o700);
    let others: Vec<_> =
        std::fs::read_dir(file.parent().expect("a folder")).expect("a folder").flatten().map(|entry| entry.path()).collect();
    for path in &others {
        assert_eq!(mode(path), 0o600, "{path:?}");
    }
    assert_eq!(others.len(), 2, "the file and its lock: {others:?}");
}

#[test]
fn a_file_open_to_others_is_refused_with_the_chmod_to_type() {
    let (_folder, file) = home();
    let vault = vault(&file);
    vault.keep(AccountId(1), &Secret::new(CANARY)).expect("kept");
    for open in [0o640, 0o604, 0o644, 0o666] {
        set_mode(&file, open);
        let refused = vault.find(AccountId(1)).expect_err("refused").to_string();
        assert!(refused.contains(&format!("chmod 600 '{}'", file.display())), "{refused}");
        assert!(vault.keep(AccountId(2), &Secret::new("x")).is_err());
    }
    set_mode(&file, 0o600);
    set_mode(file.parent().expect("a folder"), 0o777);
    let refused = vault.keep(AccountId(2), &Secret::new("x")).expect_err("refused").to_string();
    assert!(refused.contains("chmod 700"), "{refused}");
}

#[test]
fn a_link_a_folder_and_a_damaged_file_are_left_alone() {
    let (folder, file) = home();
    let elsewhere = folder.path().join("elsewhere");
    std::fs::write(&elsewhere, "mine").expect("a file");
    std::fs::create_dir(file.parent().expect("a folder")).expect("a folder");
    symlink(&elsewhere, &file).expect("a link");
    assert!(vault(&file).keep(AccountId(1), &Secret::new(CANARY)).is_err());
    assert_eq!(std::fs::read_to_string(&elsewhere).expect("still there"), "mine");
    std::fs::remove_file(&file).expect("removed");

    std::fs::write(&file, format!("{{\"half\": \"{CANARY}")).expect("a file");
    set_mode(&file, 0o600);
    let refused = vault(&file).keep(AccountId(1), &Secret::new("x")).expect_err("refused");
    assert!(!format!("{refused} {refused:?}").contains(CANARY));
    assert!(std::fs::read_to_string(&file).expect("still there").contains("half"));
}

#[test]
fn accounts_of_two_databases_do_not_share_a_secret() {
    let (_folder, file) = home();
    vault(&file).keep(AccountId(1), &Secret::new(CANARY)).expect("kept");
    let other = Vault::file_only(file, Path::new("/data/other.db"));
    assert_eq!(other.find(AccountId(1)).expect("nothing"), None);
}

#[test]
fn two_writers_lose_nothing_of_each_other() {
    let (_folder, file) = home();
    std::thread::scope(|scope| {
        for id in 0..8 {
            let file = &file;
            scope.spawn(move || vault(file).keep(AccountId(id), &Secret::new(&format!("secret-{id}"))).expect("kept").is_some());
        }
    });
    for id in 0..8 {
        assert_eq!(vault(&file).find(AccountId(id)).expect("found"), Some(Secret::new(&format!("secret-{id}"))));
    }
}

#[test]
fn a_vault_never_prints_what_it_holds() {
    let (_folder, file) = home();
    let vault = vault(&file);
    vault.keep(AccountId(1), &Secret::new(CANARY)).expect("kept");
    assert!(!format!("{vault:?}").contains(CANARY));
}
