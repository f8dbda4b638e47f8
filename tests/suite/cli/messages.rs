//! The inbox and the outcomes.

use super::Home;

fn states(home: &Home) -> Vec<String> {
    let inbox = home.json(&["inbox", "--view", "all"]);
    let mut states: Vec<(i64, String)> = inbox["messages"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|message| (message["id"].as_i64().expect("an id"), message["state"].as_str().expect("a state").to_owned()))
        .collect();
    states.sort();
    states.into_iter().map(|(_, state)| state).collect()
}

#[test]
fn each_message_ends_in_the_outcome_that_was_typed() {
    let home = Home::with_account();
    home.receives(&["un", "deux !", "trois ?", "quatre ??"]);
    home.does(&["contact", "add", "Karim"]);
    home.does(&["reply", "1", "--text", "Merci"]);
    home.does(&["close", "2", "--reason", "merci"]);
    home.does(&["delegate", "3", "--to", "karim", "--until", "demain"]);
    home.does(&["snooze", "4", "--until", "2026-11-23T14:00"]);
    assert_eq!(states(&home), ["answered", "closed", "delegated", "snoozed"]);
    let snoozed = home.json(&["inbox", "--view", "snoozed"]);
    assert_eq!(snoozed["messages"][0]["comes_back"], "2026-11-23T13:00:00Z", "14:00 in Paris");
    assert_eq!(snoozed["counts"]["answered"], 1);
}

#[test]
fn what_was_put_off_comes_back_by_itself() {
    let home = Home::with_account();
    home.receives(&["un"]);
    home.does(&["snooze", "1", "--until", "2h"]);
    assert_eq!(states(&home), ["snoozed"]);
    let later = home.at("2026-11-22T22:00:00Z", &["inbox", "--json"], "");
    assert_eq!(later.json()["messages"][0]["state"], "open", "{}", later.err);
}

#[test]
fn an_answer_on_an_account_kept_by_hand_is_noted_and_sends_nothing() {
    let home = Home::with_account();
    home.receives(&["un"]);
    let ran = home.fed(&["reply", "1"], "Avec plaisir\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("by hand"), "{}", ran.out);
    assert!(home.does(&["publish"]).contains("Nothing"));
}

#[test]
fn an_empty_answer_a_stranger_number_and_a_past_hour_change_nothing() {
    let home = Home::with_account();
    home.receives(&["un"]);
    for (args, code) in [
        (&["reply", "1"][..], 2),
        (&["reply", "99", "--text", "x"], 1),
        (&["close", "1", "99"], 1),
        (&["close", "one"], 2),
        (&["snooze", "1", "--until", "yesterday"], 2),
        (&["snooze", "1", "--until", "2027-03-28T02:30"], 2),
        (&["delegate", "1", "--to", "Nobody", "--until", "2d"], 2),
    ] {
        let ran = home.run(args);
        assert_eq!(ran.code, code, "{args:?}: {}{}", ran.out, ran.err);
        assert!(!ran.err.is_empty(), "{args:?}");
    }
    assert_eq!(states(&home), ["open"]);
}

#[test]
fn a_filter_lists_what_matches_and_says_what_means_nothing() {
    let home = Home::with_account();
    home.receives(&["où est mon colis", "merci pour tout"]);
    assert_eq!(home.json(&["inbox", "--filter", "colis"])["messages"].as_array().map(Vec::len), Some(1));
    let ran = home.run(&["inbox", "--filter", "type:plinte"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean type:complaint?"), "{}", ran.err);
    let ran = home.run(&["inbox", "--filter", "étiquette:sav"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no labels yet"), "{}", ran.err);
}

#[test]
fn a_view_is_one_of_five_or_one_that_was_saved_in_this_brand() {
    let home = Home::with_account();
    home.receives(&["où est mon colis", "merci pour tout"]);
    let mut store = ronde::store::Store::open(&home.path("data/ronde.db")).expect("the file opens");
    let view = ronde::domain::saved_view::SavedView {
        id: ronde::domain::ViewId(0),
        brand: ronde::domain::BrandId(1),
        name: "Colis égarés".into(),
        query: "état:ouvert colis".into(),
    };
    let at = "2026-11-22T19:00:00Z".parse().expect("an instant");
    ronde::store::serve(&mut store, ronde::app::effect::Job::SaveView(Box::new(view), at)).expect("saved");
    drop(store);
    let listed = home.json(&["inbox", "--view", "COLIS EGARES"]);
    assert_eq!(listed["messages"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["messages"][0]["text"], "où est mon colis");
    assert_eq!(home.json(&["inbox", "--view", "colis égarés", "--filter", "merci"])["messages"].as_array().map(Vec::len), Some(0));
    let ran = home.run(&["inbox", "--view", "every"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("open, delegated, snoozed, answered, all, Colis égarés"), "{}", ran.err);
    let ran = home.run(&["inbox", "--view", "snozed"]);
    assert!(ran.err.contains("Did you mean snoozed?"), "{}", ran.err);
}

#[test]
fn a_limit_shows_that_more_wait() {
    let home = Home::with_account();
    home.receives(&["a", "bb", "ccc", "dddd", "eeeee"]);
    let some = home.json(&["inbox", "--limit", "2"]);
    assert_eq!((some["messages"].as_array().map(Vec::len), &some["more"]), (Some(2), &true.into()));
    let all = home.json(&["inbox", "--limit", "5"]);
    assert_eq!((all["messages"].as_array().map(Vec::len), &all["more"]), (Some(5), &false.into()));
}

#[test]
fn hostile_words_act_on_nothing_in_lines_and_in_json() {
    let home = Home::with_account();
    home.receives(&["\u{1b}]0;pwned\u{7}\u{1b}[2J\u{9b}31mtext\u{202e}gnp \u{1b}]52;c;ZWNobw==\u{7}end"]);
    home.does(&["contact", "add", "\u{1b}[31mKarim\u{202e}"]);
    for args in [&["inbox"][..], &["inbox", "--json"], &["contact", "list"], &["contact", "list", "--json"]] {
        let out = home.does(args);
        let acts = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!out.contains(acts), "{args:?}: {out:?}");
    }
    let unknown = home.run(&["account", "check", "\u{1b}[31mred\u{7}"]);
    assert!(!unknown.err.contains(['\u{1b}', '\u{7}']), "{:?}", unknown.err);
}
