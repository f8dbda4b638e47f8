//! Brands, accounts kept by hand, contacts.

use super::Home;

#[test]
fn an_account_kept_by_hand_is_noted_listed_and_removed() {
    let home = Home::with_account();
    assert!(home.does(&["account", "list"]).contains("@cafelumen"));
    assert_eq!(home.run(&["account", "add", "manual", "--network", "instagram", "--handle", "@cafelumen"]).code, 1);
    home.does(&["account", "remove", "@cafelumen"]);
    assert_eq!(home.json(&["account", "list"])["accounts"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_first_account_makes_its_brand_where_one_is_named() {
    let home = Home::new();
    let args = ["account", "add", "manual", "--network", "x", "--handle", "@lumen"];
    let ran = home.run(&args);
    assert_eq!(ran.code, 1, "without a brand: {}", ran.err);
    home.does(&[&args[..], &["--brand", "Lumen"]].concat());
    assert_eq!(home.json(&["brand", "list"])["brands"][0]["name"], "Lumen");
    let ran = home.run(&["account", "add", "manual", "--network", "x", "--handle", "@b", "--brand", "Lumne"]);
    assert_eq!(ran.code, 2, "a second brand is not made by a slip: {}", ran.err);
}

#[test]
fn an_account_is_found_by_number_handle_or_lone_network() {
    let home = Home::with_account();
    for named in ["1", "#1", "@cafelumen", "CafeLumen", "instagram"] {
        home.does(&["account", "check", named]);
    }
    home.does(&["account", "add", "manual", "--network", "instagram", "--handle", "@second"]);
    let ran = home.run(&["account", "check", "instagram"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("@cafelumen") && ran.err.contains("@second"), "{}", ran.err);
}

#[test]
fn which_of_two_brands_has_to_be_said() {
    let home = Home::with_account();
    home.does(&["brand", "add", "Autre"]);
    let ran = home.run(&["inbox"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("Café Lumen, Autre"), "{}", ran.err);
    home.does(&["inbox", "--brand", "café lumen"]);
}

#[test]
fn a_brand_is_put_on_hold_and_let_go() {
    let home = Home::with_account();
    assert_eq!(home.json(&["brand", "hold"])["brand"]["on_hold"], true);
    assert_eq!(home.json(&["brand", "hold", "--off"])["brand"]["on_hold"], false);
}

#[test]
fn hours_and_zones_that_mean_nothing_are_refused() {
    let home = Home::new();
    for flags in [&["--zone", "Paris"][..], &["--hours", "17:00-09:00"], &["--hours", "9"], &["--weekdays", "0"]] {
        let ran = home.run(&[&["brand", "add", "Lumen"], flags].concat());
        assert_eq!(ran.code, 2, "{flags:?}: {}", ran.err);
    }
    assert_eq!(home.json(&["brand", "list"])["brands"].as_array().map(Vec::len), Some(0));
}
