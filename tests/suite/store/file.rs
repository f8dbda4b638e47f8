//! The file itself: what is refused stays untouched, what is made belongs to its owner alone.

use crate::given::{self, at};
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::message::MessageState;
use ronde::domain::text::SafeText;
use ronde::store::{Store, serve};
use std::path::Path;

fn refusal(path: &Path) -> Cause {
    let error = Store::open(path).expect_err("the file is refused");
    Trouble::from(error).cause
}

/// Runs SQL on the file as another program would.
fn meddle(path: &Path, sql: &str) {
    let conn = rusqlite::Connection::open(path).expect("the file opens");
    conn.execute_batch(sql).expect("the statements run");
}

#[test]
fn a_newer_file_is_refused_and_left_byte_for_byte() {
    let home = given::store();
    let path = home.path();
    let folder = home.folder;
    drop(home.store);
    meddle(&path, "PRAGMA user_version = 99; PRAGMA journal_mode = DELETE;");
    let before = std::fs::read(&path).expect("it is read");
    assert_eq!(refusal(&path), Cause::Newer);
    assert_eq!(std::fs::read(&path).expect("it is read"), before);
    drop(folder);
}

#[test]
fn what_is_not_a_file_of_ours_is_refused_and_left_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "a letter to my aunt, and more").expect("it is written");
    assert_eq!(refusal(&text), Cause::Damaged);
    assert_eq!(std::fs::read(&text).expect("it is read"), b"a letter to my aunt, and more");

    let other = folder.path().join("other.db");
    meddle(&other, "CREATE TABLE song (name TEXT)");
    let before = std::fs::read(&other).expect("it is read");
    assert_eq!(refusal(&other), Cause::Damaged);
    assert_eq!(std::fs::read(&other).expect("it is read"), before);
    assert_eq!(refusal(folder.path()), Cause::Damaged);
}

#[test]
fn flipped_bytes_are_a_trouble_and_never_a_panic() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::messages(&mut home, account, 60);
    let path = home.path();
    let folder = home.folder;
    drop(home.store);
    let whole = std::fs::read(&path).expect("it is read");
    for round in 0..120_usize {
        let mut bytes = whole.clone();
        for flip in 0..8 {
            let place = (round * 7_919 + flip * 104_729) % bytes.len();
            bytes[place] ^= 0xa5;
        }
        let copy = folder.path().join(format!("flipped-{round}.db"));
        std::fs::write(&copy, &bytes).expect("it is written");
        match Store::open_reader(&copy) {
            Err(_) => {}
            Ok(mut store) => {
                let _ = serve(&mut store, Job::Load);
                let _ = serve(&mut store, Job::Window(Box::new(given::ask(brand, ronde::domain::query::View::All, "colis"))));
                let _ = serve(&mut store, Job::Check);
            }
        }
        assert_eq!(std::fs::read(&copy).expect("it is read"), bytes, "round {round}");
    }
}

#[test]
fn a_file_whose_head_is_torn_is_damaged() {
    let home = given::store();
    let path = home.path();
    let folder = home.folder;
    drop(home.store);
    let mut bytes = std::fs::read(&path).expect("it is read");
    bytes[100..4000].fill(0xff);
    std::fs::write(&path, &bytes).expect("it is written");
    assert_eq!(refusal(&path), Cause::Damaged);
    assert_eq!(std::fs::read(&path).expect("it is read"), bytes);
    drop(folder);
}

#[cfg(unix)]
#[test]
fn the_files_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new").join("ronde.db");
    let mut store = Store::open(&path).expect("it opens");
    serve(&mut store, Job::SaveSetting("language".into(), "fr".into())).expect("it is kept");
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().expect("a folder")), 0o700);
    for file in ["ronde.db", "ronde.db-wal", "ronde.db-shm"] {
        assert_eq!(mode(&path.with_file_name(file)), 0o600, "{file}");
    }
    let backup = folder.path().join("copy.db");
    serve(&mut store, Job::Backup(backup.clone())).expect("it is copied");
    assert_eq!(mode(&backup), 0o600);
    drop(store);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("it is opened to others");
    let _store = Store::open(&path).expect("it opens");
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn a_backup_is_whole_and_never_goes_over_a_file() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::messages(&mut home, account, 40);
    let copy = home.folder.path().join("copy.db");
    assert_eq!(home.ask(Job::Backup(copy.clone())), Reply::Done);
    let mut other = Store::open(&copy).expect("the copy opens");
    let Reply::Health(health) = serve(&mut other, Job::Check).expect("it is checked") else { panic!("health") };
    assert_eq!((health.damage, health.index_ok, health.counters, health.messages), (vec![], true, vec![], 40));
    let before = std::fs::read(&copy).expect("it is read");
    let trouble = serve(&mut home.store, Job::Backup(copy.clone())).expect_err("it exists");
    assert_eq!(trouble.cause, Cause::Conflict);
    assert_eq!(std::fs::read(&copy).expect("it is read"), before);
}

#[test]
fn the_copy_of_the_day_is_made_once_and_kept_a_week() {
    let home = given::store();
    let folder = home.folder.path().join("backups");
    let day = |text: &str| text.parse().expect("a day");
    assert!(home.store.daily_backup(&folder, day("2026-11-01")).expect("it is made").is_some());
    assert!(home.store.daily_backup(&folder, day("2026-11-01")).expect("it is there").is_none());
    for today in ["2026-11-02", "2026-11-07", "2026-11-08"] {
        home.store.daily_backup(&folder, day(today)).expect("it is made");
    }
    let mut names: Vec<_> = std::fs::read_dir(&folder).expect("a folder").flatten().map(|file| file.file_name()).collect();
    names.sort();
    assert_eq!(names, ["ronde-2026-11-02.db", "ronde-2026-11-07.db", "ronde-2026-11-08.db"]);
}

#[test]
fn two_files_in_one_folder_have_a_copy_of_the_day_each() {
    let home = given::store();
    let folder = home.folder.path().join("backups");
    let today = "2026-11-02".parse().expect("a day");
    let late = "2026-11-30".parse().expect("a day");
    for name in ["ronde.db", "ronde-deux.db", "deux.db", "deux.sqlite", "deux"] {
        let store = Store::open(&home.folder.path().join(name)).expect("a file opens");
        assert!(store.daily_backup(&folder, today).expect("it is made").is_some(), "{name}");
    }
    home.store.daily_backup(&folder, late).expect("it is made");
    let mut names: Vec<_> = std::fs::read_dir(&folder).expect("a folder").flatten().map(|file| file.file_name()).collect();
    names.sort();
    let left = ["deux-2026-11-02.db", "deux.2026-11-02.db", "deux.sqlite.2026-11-02.db", "ronde-2026-11-30.db", "ronde-deux-2026-11-02.db"];
    assert_eq!(names, left, "a week takes away one's own copies alone");
}

#[test]
fn the_journal_is_only_ever_added_to() {
    let mut home = given::store();
    given::brand(&mut home);
    let conn = rusqlite::Connection::open(home.path()).expect("the file opens");
    for sql in ["UPDATE journal SET at = 0", "DELETE FROM journal"] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn a_reader_sees_what_was_committed_and_writes_nothing() {
    let mut home = given::store();
    let mut reader = home.store.reader().expect("a second connection");
    let brand = given::brand(&mut home);
    let Reply::Workspace(seen) = serve(&mut reader, Job::Load).expect("it reads") else { panic!("a workspace") };
    assert_eq!(seen.brands[0].id, brand);
    let trouble = serve(&mut reader, Job::SaveSetting("a".into(), "b".into())).expect_err("it may not write");
    assert_eq!(trouble.cause, Cause::ReadOnly);
    home.store.idle().expect("a checkpoint");
}

#[test]
fn in_memory_a_second_connection_sees_the_same_and_another_store_does_not() {
    let mut store = Store::in_memory().expect("it opens");
    let mut reader = store.reader().expect("a second connection");
    let mut stranger = Store::in_memory().expect("it opens");
    serve(&mut store, Job::SaveSetting("language".into(), "fr".into())).expect("it is kept");
    let settings = |store: &mut Store| match serve(store, Job::Load).expect("it reads") {
        Reply::Workspace(workspace) => workspace.settings.len(),
        other => panic!("a workspace, not {other:?}"),
    };
    assert_eq!((settings(&mut reader), settings(&mut stranger)), (1, 0));
}

#[test]
fn a_job_that_fails_half_way_changes_nothing() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 2);
    let before = crate::dump::of(&home.path(), &["message", "counter", "journal"]);
    let job = Job::Decide {
        messages: vec![messages[0], ronde::domain::MessageId(999)],
        state: MessageState::Closed,
        at: at(9),
        sweep: None,
        reason: SafeText::default(),
    };
    let trouble = serve(&mut home.store, job).expect_err("one is missing");
    assert_eq!(trouble.cause, Cause::Missing);
    assert_eq!(crate::dump::of(&home.path(), &["message", "counter", "journal"]), before);
}

#[test]
fn an_account_removed_never_gives_its_number_to_another() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let first = given::account(&mut home, brand);
    home.ask(Job::RemoveAccount(first, at(1)));
    let second = given::account(&mut home, brand);
    assert_ne!(first, second);
    given::messages(&mut home, second, 1);
    home.ask(Job::RemoveAccount(second, at(2)));
    let Reply::Workspace(workspace) = home.ask(Job::Load) else { panic!("a workspace") };
    assert_eq!(workspace.accounts, []);
    assert_eq!(given::rows(&mut home, brand, ronde::domain::query::View::All, "").len(), 1);
}

#[test]
fn a_contact_with_something_delegated_stays() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let messages = given::messages(&mut home, account, 1);
    let contact = given::contact(&mut home, brand);
    let state = MessageState::Delegated { contact, due: at(90) };
    home.ask(Job::Decide { messages, state, at: at(9), sweep: None, reason: SafeText::default() });
    let trouble = serve(&mut home.store, Job::RemoveContact(contact, at(10))).expect_err("it is needed");
    assert_eq!(trouble.cause, Cause::Conflict);
    home.ask(Job::Undo(brand, at(11)));
    home.ask(Job::RemoveContact(contact, at(12)));
    home.ask(Job::Undo(brand, at(13)));
    let Reply::Workspace(workspace) = home.ask(Job::Load) else { panic!("a workspace") };
    assert_eq!(workspace.contacts[0].id, contact);
}
