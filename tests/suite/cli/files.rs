//! Reports, exports and copies: whole, where they were asked for, and over nothing.

use super::Home;

#[test]
fn a_report_is_written_in_each_form_and_not_written_over() {
    let home = Home::with_account();
    home.receives(&["où est mon colis"]);
    let report = home.json(&["report", "--month", "2026-11", "--out", "rapports"]);
    assert_eq!(report["files"].as_array().map(Vec::len), Some(3), "{report}");
    assert_eq!(report["period"]["from"], "2026-11-01");
    for form in ["md", "html", "csv"] {
        let name = format!("2026-11_cafe-lumen_report.{form}");
        let size = std::fs::metadata(home.path("rapports").join(&name)).map_or(0, |meta| meta.len());
        assert!(size > 100, "{name}: {size}");
    }
    let again = home.run(&["report", "--month", "2026-11", "--out", "rapports"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("--force"), "{}", again.err);
    home.does(&["report", "--month", "2026-11", "--out", "rapports", "--force"]);
}

#[test]
fn a_report_speaks_the_language_that_is_asked_for() {
    let home = Home::with_account();
    home.does(&["report", "--month", "2026-10", "--format", "md", "--lang", "fr", "--out", "r"]);
    let text = std::fs::read_to_string(home.path("r/2026-10_cafe-lumen_rapport.md")).expect("written");
    assert!(text.contains("octobre"), "{text}");
}

#[test]
fn a_copy_is_a_file_that_opens_and_nothing_is_written_over() {
    let home = Home::with_account();
    home.does(&["backup", "copie.db"]);
    assert_eq!(home.run(&["backup", "copie.db"]).code, 1);
    let copy = home.path("copie.db");
    let listed = home.json(&["account", "list", "--db", copy.to_str().expect("a path")]);
    assert_eq!(listed["accounts"][0]["handle"], "@cafelumen");
}

#[test]
fn an_export_holds_everything_that_was_made() {
    let home = Home::with_account();
    home.receives(&["un", "deux !"]);
    home.does(&["close", "1"]);
    home.does(&["log", "1", "followers=844"]);
    home.does(&["post", "add", "--title", "Tasse", "--account", "1", "--text", "Une tasse."]);
    home.does(&["contact", "add", "Karim"]);
    let export = home.json(&["export", "tout"]);
    let rows = |name: &str| {
        let file = std::fs::read_to_string(home.path("tout").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        serde_json::from_str::<serde_json::Value>(&file).expect("JSON")["rows"].as_array().expect("rows").clone()
    };
    assert_eq!(rows("brands.json")[0]["name"], "Café Lumen");
    assert_eq!(rows("messages.json").len(), 2);
    assert_eq!(rows("messages.json")[0]["state"], "closed");
    assert_eq!(rows("messages.json")[0]["at"], "2026-11-22T10:00:00Z");
    assert_eq!(rows("readings.json")[0]["value"], 844);
    assert_eq!(rows("readings.json")[0]["day"], "2026-11-22");
    assert_eq!(rows("posts.json")[0]["variants"][0]["account"], 1);
    assert_eq!(rows("contacts.json")[0]["name"], "Karim");
    assert!(!rows("journal.json").is_empty());
    for file in export["files"].as_array().expect("files") {
        let name = file["name"].as_str().expect("a name");
        assert_eq!(rows(name).len() as u64, file["rows"].as_u64().expect("a count"), "{name}");
    }
    assert_eq!(home.run(&["export", "tout"]).code, 1, "nothing is written over");
}

#[cfg(unix)]
#[test]
fn an_export_never_leads_through_a_link() {
    let home = Home::with_account();
    let outside = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(outside.path(), home.path("lien")).expect("a link");
    for args in [&["export", "lien"][..], &["report", "--out", "lien"]] {
        assert_eq!(home.run(args).code, 1, "{args:?}");
    }
    assert_eq!(std::fs::read_dir(outside.path()).expect("listed").count(), 0);
}

#[test]
fn doctor_finds_nothing_wrong_on_a_fresh_file() {
    let home = Home::with_account();
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("--  "), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn doctor_says_which_file_others_can_read_and_what_to_type() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_account();
    let secrets = home.path("conf/secrets.json");
    std::fs::create_dir_all(home.path("conf")).expect("a folder");
    std::fs::write(&secrets, "{}").expect("written");
    std::fs::set_permissions(&secrets, std::fs::Permissions::from_mode(0o644)).expect("opened to others");
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 4, "{}", ran.out);
    assert!(ran.out.contains("chmod 600"), "{}", ran.out);
}

#[test]
fn a_newer_file_is_refused_and_left_untouched() {
    let home = Home::with_account();
    let file = home.path("data/ronde.db");
    home.does(&["backup", "plain.db"]);
    // The version of a SQLite file stands at byte 60, big end first.
    let mut bytes = std::fs::read(home.path("plain.db")).expect("read");
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(home.path(&format!("data/ronde.db{end}")));
    }
    std::fs::write(&file, &bytes).expect("written");
    let ran = home.run(&["inbox"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("newer"), "{}", ran.err);
    assert_eq!(std::fs::read(&file).expect("read"), bytes);
}
