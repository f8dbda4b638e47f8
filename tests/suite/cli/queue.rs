//! Posts: from the idea to the schedule, and what holds one back.

use super::Home;

fn drafted() -> Home {
    let home = Home::with_account();
    home.does(&["post", "add", "--title", "Torréfaction", "--account", "1", "--text", "Bientôt.", "--day", "2026-11-24"]);
    home
}

#[test]
fn a_post_goes_from_the_plan_to_its_hour_with_both_validations() {
    let home = drafted();
    assert_eq!(home.json(&["post", "show", "1"])["post"]["state"], "planned");
    let plan = home.json(&["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    assert_eq!(plan["post"]["state"], "drafting");
    let content = home.json(&["post", "approve", "1", "--of", "content", "--by", "Léa", "--words", "parfait"]);
    assert_eq!((&content["post"]["state"], &content["post"]["needs"]), (&"approved".into(), &serde_json::Value::Null));
    let post = home.json(&["post", "schedule", "1", "--at", "2026-11-24T09:00"])["post"].clone();
    assert_eq!((&post["state"], &post["due"]), (&"scheduled".into(), &"2026-11-24T08:00:00Z".into()));
    assert_eq!(home.json(&["post", "cancel", "1"])["post"]["state"], "approved");
}

#[test]
fn a_post_without_its_validations_is_not_scheduled() {
    let home = drafted();
    let ran = home.run(&["post", "schedule", "1", "--at", "2026-11-24T09:00"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("--of plan"), "{}", ran.err);
}

#[test]
fn passing_over_a_validation_asks_for_a_reason() {
    let home = drafted();
    assert_eq!(home.run(&["post", "approve", "1", "--of", "plan", "--pass-over"]).code, 2);
    let post = home.json(&["post", "approve", "1", "--of", "plan", "--pass-over", "--words", "urgent"]);
    assert_eq!(post["post"]["approvals"][0]["passed_over"], true);
}

#[test]
fn an_edit_voids_the_validation_of_the_content() {
    let home = drafted();
    home.does(&["post", "approve", "1", "--of", "plan", "--by", "Léa"]);
    home.does(&["post", "approve", "1", "--of", "content", "--by", "Léa"]);
    let post = home.json(&["post", "edit", "1", "--text", "Demain."]);
    assert_eq!(post["post"]["needs"], "content");
    assert_eq!(home.run(&["post", "schedule", "1", "--at", "2026-11-24T09:00"]).code, 1);
}

#[test]
fn the_text_of_a_post_comes_from_standard_input_and_its_media_from_files() {
    let home = Home::with_account();
    std::fs::write(home.path("tasse.jpg"), b"jpeg").expect("written");
    let args = ["post", "add", "--title", "Tasse", "--account", "instagram", "--media", "tasse.jpg", "--alt", "Une tasse", "--json"];
    let ran = home.fed(&args, "Première ligne\nSeconde\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let post = ran.json()["post"].clone();
    assert_eq!(post["text"], "Première ligne\nSeconde");
    assert_eq!(post["media"][0]["alt"], "Une tasse");
    assert_eq!(home.fed(&["post", "add", "--title", "x", "--media", "none.jpg"], "x").code, 1);
}

#[test]
fn a_text_that_an_account_refuses_is_told() {
    let home = Home::with_account();
    let long = "é".repeat(2_300);
    let ran = home.fed(&["post", "add", "--title", "Long", "--account", "1"], &long);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("2,200") && ran.err.contains("2,300"), "{}", ran.err);
}
