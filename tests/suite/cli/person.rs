//! One person: what is kept about them given, or erased.

use super::Home;

fn home() -> Home {
    let home = Home::with_account();
    home.receives(&["Bonjour, zqcanari", "Et mon colis ?"]);
    home
}

#[test]
fn everything_about_a_person_is_written_into_the_file_that_was_named() {
    let home = home();
    let said = home.does(&["person", "export", "marie", "--out", "copie/marie.json"]);
    assert!(said.contains("marie.json") && said.contains("Marie"), "{said}");
    let written = std::fs::read_to_string(home.path("copie/marie.json")).expect("it is written");
    let all: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(all["messages"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["names"][0]["handle"], "@marie");
    let again = home.run(&["person", "export", "@marie", "--out", "copie/marie.json"]);
    assert_eq!(again.code, 1, "it is never written over: {}{}", again.out, again.err);
    home.does(&["person", "export", "1", "--out", "copie/marie.json", "--force"]);
}

#[test]
fn erasing_asks_says_what_follows_and_takes_silence_for_a_no() {
    let home = home();
    for answer in ["", "\n", "no\n", "n\n"] {
        let ran = home.fed(&["person", "erase", "@marie"], answer);
        assert_eq!(ran.code, 4, "{answer:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains("Marie") && ran.err.contains("2 messages") && ran.err.contains("backups"), "{}", ran.err);
        assert!(ran.err.contains("Nothing was erased."), "{}", ran.err);
    }
    assert!(home.does(&["inbox"]).contains("zqcanari"));
    let ran = home.fed(&["person", "erase", "@marie"], "yes\n");
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("2 messages"), "{}", ran.out);
    assert!(!home.does(&["inbox", "--view", "all"]).contains("zqcanari"));
    let file = std::fs::read(home.path("data/ronde.db")).expect("the file");
    assert!(!file.windows(8).any(|bytes| bytes == b"zqcanari"));
    assert!(home.does(&["doctor"]).contains("ronde.db"), "the file is whole");
}

#[test]
fn who_is_not_known_is_named_and_nothing_is_done() {
    let home = home();
    for who in ["@karim", "99", "mari"] {
        let ran = home.run(&["person", "erase", who, "--yes"]);
        assert_eq!(ran.code, 1, "{who}: {}", ran.err);
        assert!(ran.err.contains(who), "{}", ran.err);
    }
    home.does(&["person", "erase", "1", "--yes"]);
    assert_eq!(home.run(&["person", "erase", "1", "--yes"]).code, 1, "nobody is left to erase");
}

#[test]
fn a_person_whom_no_network_names_can_be_given_their_data_and_erased_once() {
    let home = Home::with_account();
    home.receives_from("", &["Bonjour, zqcanari"]);
    assert!(home.does(&["person", "export", "1", "--out", "copie/1.json"]).contains("1.json"));
    home.does(&["person", "erase", "1", "--yes"]);
    assert!(!home.does(&["inbox", "--view", "all"]).contains("zqcanari"));
    assert_eq!(home.run(&["person", "erase", "1", "--yes"]).code, 1, "nobody is left to erase");
}
