//! What contacts are asked, from the command line: printed, written to a file, chased, answered.

use super::Home;

fn home() -> Home {
    let home = Home::with_account();
    home.receives(&["où est mon colis", "et le mien ?"]);
    home.does(&["contact", "add", "Karim", "--role", "SAV", "--email", "karim@example.org"]);
    home
}

#[test]
fn delegating_prints_the_brief_and_its_acknowledgement() {
    let home = home();
    let out = home.does(&["delegate", "1", "--to", "karim", "--until", "2026-11-24T09:00", "--ask", "Check order 118"]);
    for words in [
        "Hello Karim,",
        "Marie wrote to Café Lumen on Instagram",
        "où est mon colis",
        "What I need: Check order 118",
        "24 November 2026 at 09:00",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
    let json = home.json(&["brief", "1"]);
    assert_eq!((json["briefs"][0]["asked"].as_str(), json["briefs"][0]["message"].as_i64()), (Some("Check order 118"), Some(1)));
    assert!(json["brief"]["acknowledgement"].as_str().is_some_and(|text| text.starts_with("Hello Marie, thank you")), "{json}");
}

#[test]
fn a_brief_goes_into_a_new_file_and_never_over_one_that_is_there() {
    let home = home();
    home.does(&["delegate", "1", "2", "--to", "karim", "--until", "2d", "--out", "brief.txt"]);
    let written = std::fs::read_to_string(home.path("brief.txt")).expect("the file is there");
    assert!(written.contains("2 messages to Café Lumen need your view."), "{written}");
    let again = home.run(&["brief", "1", "--out", "brief.txt"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("brief.txt exists"), "{}", again.err);
    let third = home.run(&["delegate", "1", "--to", "karim", "--until", "3d", "--out", "brief.txt"]);
    assert_eq!(third.code, 1, "and nothing is decided then");
    assert_eq!(home.json(&["brief", "1"])["briefs"][0]["chased"], serde_json::Value::Null);
}

#[test]
fn a_contact_is_chased_and_their_answer_opens_the_message_again() {
    let home = home();
    let none = home.run(&["brief", "1"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("Nobody was asked about message 1"), "{}", none.err);
    home.does(&["delegate", "1", "--to", "karim", "--until", "2d"]);
    assert!(home.does(&["brief", "1", "--chase"]).contains("have no answer yet"));
    assert!(home.json(&["brief", "1"])["briefs"][0]["chased"].is_string());
    home.does(&["brief", "1", "--answer", "Yes, \u{1b}[31msent yesterday"]);
    let inbox = home.json(&["inbox"]);
    assert!(inbox["messages"].as_array().expect("a list").iter().any(|message| message["id"] == 1 && message["state"] == "open"));
    assert_eq!(home.json(&["brief", "1"])["briefs"][0]["answer"], "Yes, sent yesterday");
    assert_eq!(home.run(&["brief", "1", "--answer", " "]).code, 2);
}
