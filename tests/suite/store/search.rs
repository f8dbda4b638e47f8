//! Looking for words: whatever is typed.

use crate::given::{self, Home};
use proptest::prelude::*;
use ronde::app::effect::Job;
use ronde::domain::BrandId;
use ronde::domain::message::Incoming;
use ronde::domain::person::PersonKind;
use ronde::domain::query::{Ask, Query, View};

fn scene() -> (Home, BrandId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let texts = [
        "Le gâteau était délicieux, merci !",
        "Où est ma commande ? Le service client ne répond pas.",
        "GATEAU raté… service après-vente et client fâché",
        "🎉 bravo à l’équipe",
        "Great cake, thanks",
    ];
    let messages = (0_i64..).zip(texts).map(|(number, text)| Incoming { text: text.into(), ..given::incoming(number) }).collect();
    given::take(&mut home, account, messages);
    (home, brand)
}

fn found(home: &mut Home, brand: BrandId, typed: &str) -> Vec<String> {
    given::rows(home, brand, View::All, typed).iter().map(|row| row.message.remote_id.as_str().to_owned()).collect()
}

#[test]
fn words_are_found_by_their_beginning_without_accents_newest_first() {
    let (mut home, brand) = scene();
    assert_eq!(found(&mut home, brand, "gateau"), ["m2", "m0"]);
    assert_eq!(found(&mut home, brand, "GÂTEAU"), ["m2", "m0"]);
    assert_eq!(found(&mut home, brand, "gât"), ["m2", "m0"]);
    assert_eq!(found(&mut home, brand, "ou"), ["m1"]);
    assert_eq!(found(&mut home, brand, "g"), ["m4", "m2", "m0"]);
    assert_eq!(found(&mut home, brand, "\"service client\""), ["m1"]);
    assert_eq!(found(&mut home, brand, "service -client"), Vec::<String>::new());
    assert_eq!(found(&mut home, brand, "client -commande"), ["m2"]);
    assert_eq!(found(&mut home, brand, "-merci -client"), ["m4", "m3"]);
    let emoji = Query { words: vec!["🎉".to_owned()], ..Query::default() };
    let rows = given::window(&mut home, Ask { query: emoji, ..given::ask(brand, View::All, "") }).rows;
    assert_eq!(rows.iter().map(|row| row.message.remote_id.as_str()).collect::<Vec<_>>(), ["m3"]);
    assert_eq!(found(&mut home, brand, "service ra"), ["m2"]);
}

#[test]
fn authors_are_found_by_name_and_handle() {
    let (mut home, brand) = scene();
    assert_eq!(found(&mut home, brand, "de:elodie"), ["m3", "m0"]);
    assert_eq!(found(&mut home, brand, "de:av"), ["m2"]);
    assert_eq!(found(&mut home, brand, "elodie gateau"), ["m0"]);
    assert_eq!(found(&mut home, brand, "de:@a1"), ["m4", "m1"]);
}

#[test]
fn what_was_noted_of_a_person_finds_their_messages() {
    let (mut home, brand) = scene();
    let person = given::rows(&mut home, brand, View::All, "bravo")[0].message.person;
    home.ask(Job::SavePerson(person, PersonKind::Journalist, "Écrit pour le Courrier".into(), given::at(9)));
    assert_eq!(found(&mut home, brand, "courr"), ["m3", "m0"]);
    assert_eq!(found(&mut home, brand, "ecrit co"), ["m3", "m0"]);
    assert_eq!(found(&mut home, brand, "courr -merci"), ["m3"], "a word to leave out is looked for in the message too");
}

#[test]
fn notes_are_looked_through_with_all_that_a_query_says() {
    let (mut home, brand) = scene();
    let person = given::rows(&mut home, brand, View::All, "bravo")[0].message.person;
    home.ask(Job::SavePerson(person, PersonKind::Journalist, "Écrit pour le Courrier, pas de café 🎉".into(), given::at(9)));
    for (typed, expected) in [
        ("courrier gateau", &["m0"][..]),
        ("gateau courrier delicieux", &["m0"]),
        ("courrier elodie", &["m3", "m0"]),
        ("courrier de:elodie", &["m3", "m0"]),
        ("courrier de:@a0", &["m3", "m0"]),
        ("courrier de:karim", &[]),
        ("\"pour le courrier\"", &["m3", "m0"]),
        ("\"pour le courrier\" \"etait delicieux\"", &["m0"]),
        ("\"le courrier pas\" bravo", &["m3"]),
        ("courrier \"service client\"", &[]),
        ("courrier -gateau", &["m3"]),
        ("-courrier", &["m4", "m2", "m1"]),
        ("merci -courrier", &[]),
        ("bravo -courrier", &[]),
        ("courrier type:plainte", &[]),
        ("courrier étiquette:x", &[]),
        ("🎉", &["m3", "m0"]),
        ("courrier 🎉 équipe", &["m3"]),
    ] {
        assert_eq!(found(&mut home, brand, typed), expected, "{typed}");
    }
}

#[test]
fn an_emoji_is_looked_for_as_typed() {
    let (mut home, brand) = scene();
    assert_eq!(found(&mut home, brand, "🎉"), ["m3"]);
    assert_eq!(found(&mut home, brand, "🎉 bravo"), ["m3"]);
    assert_eq!(found(&mut home, brand, "-🎉 équipe"), Vec::<String>::new());
    assert_eq!(found(&mut home, brand, "🙏"), Vec::<String>::new());
}

#[test]
fn conditions_narrow_a_search() {
    let (mut home, brand) = scene();
    assert_eq!(found(&mut home, brand, "réseau:bluesky gateau"), Vec::<String>::new());
    assert_eq!(found(&mut home, brand, "réseau:mastodon gateau"), ["m2", "m0"]);
    assert_eq!(found(&mut home, brand, "après:2026-11-05"), Vec::<String>::new());
    assert_eq!(found(&mut home, brand, "avant:2026-11-05 état:ouvert merci"), ["m0"]);
    assert_eq!(found(&mut home, brand, "type:plainte"), Vec::<String>::new());
}

#[test]
fn a_search_never_errors() {
    let (mut home, brand) = scene();
    let syntax = prop::sample::select(vec![
        "\"",
        "*",
        "^",
        "(",
        ")",
        "AND",
        "OR",
        "NOT",
        "NEAR(a b, 2)",
        "text:",
        "{text author}:",
        "-",
        "+",
        "--",
        "'",
        ";",
        "\\",
        "%",
        "_",
        "é",
        "e\u{301}",
        "\0",
        "😀",
        "de:",
        "de:\"",
        "état:",
        "\u{202e}",
        "ﬁ",
        "İ",
        "ß",
        "中文",
        "٣",
        "a",
        "zz",
        "merci",
    ]);
    let typed = prop::collection::vec(prop_oneof![syntax.prop_map(str::to_owned), "\\PC{0,6}", any::<char>().prop_map(String::from)], 0..6);
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() });
    let home = std::cell::RefCell::new(&mut home);
    runner
        .run(&(typed, prop::bool::ANY), |(parts, spaced)| {
            let typed = parts.join(if spaced { " " } else { "" });
            given::rows(&mut home.borrow_mut(), brand, View::All, &typed);
            Ok(())
        })
        .expect("every search is answered");
}
