//! `ronde rule`: what is listed, what a dry run prints, and that it changes nothing.

use super::Home;

#[test]
fn rules_are_listed_in_words_and_tried_without_a_trace() {
    let home = Home::with_account();
    assert!(home.does(&["rule", "list"]).contains("There is no rule yet"));
    home.receives(&["Where is my parcel?", "Un COLIS, s’il vous plaît", "parcels"]);
    home.has_rule("Réclamations", "parcel, colis");
    assert_eq!(home.does(&["rule", "list"]).trim(), "1  Réclamations: if holds one of these words: parcel, colis → complaint");
    let before = home.json(&["inbox"]);
    let printed = home.does(&["rule", "test", "reclamations"]);
    assert!(printed.contains("Marie : Where is my parcel?  → complaint"), "{printed}");
    assert!(printed.contains("Dry run: 2 of the last 3 messages. Nothing was changed."), "{printed}");
    assert!(!printed.contains("parcels  →"), "{printed}");
    let tried = home.json(&["rule", "test", "1", "--last", "1"]);
    assert_eq!((&tried["looked"], &tried["rule"]["name"]), (&1.into(), &"Réclamations".into()));
    assert_eq!(home.json(&["inbox"]), before);
}

#[test]
fn a_rule_that_is_not_there_is_named_with_those_that_are() {
    let home = Home::with_account();
    home.has_rule("Réclamations", "colis");
    let ran = home.run(&["rule", "test", "Plaintes"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("There is no rule “Plaintes”.") && ran.err.contains("Réclamations"), "{}", ran.err);
    assert_eq!(home.run(&["rule"]).code, 2);
}
