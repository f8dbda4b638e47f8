//! Reposts, quotes and hiding on the network: keys in, screen out, deliveries in the file.

use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::domain::account::{Ability, Account, Capabilities, Network};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::delivery::{Act, Delivery, Stage};
use ronde::domain::message::{Channel, Incoming, StateName, Visibility};
use ronde::lang::Lang;
use ronde::store::serve;

/// A message on the account that can `can`, seen by whom `with` says.
fn inbox_of(can: &[Ability], messages: i64, with: impl Fn(Incoming) -> Incoming) -> Screen {
    let mut home = given::store();
    let charter = Charter { banned: vec!["gratuit".into()], ..Charter::default() };
    let Reply::Brand(brand) = home.ask(Job::SaveBrand(Box::new(Brand { charter, ..given::a_brand() }), at(0))) else { panic!("a brand") };
    let account = Account {
        handle: "brume.bsky.social".into(),
        server: "https://pds.example".into(),
        remote_id: "did:plc:brume".into(),
        capabilities: Capabilities { can: can.iter().copied().collect(), ..Capabilities::manual(Network::Bluesky) },
        ..given::an_account(brand.id, Network::Bluesky)
    };
    let Reply::Account(account) = home.ask(Job::SaveAccount(Box::new(account), at(0))) else { panic!("an account") };
    given::take(&mut home, account.id, (0..messages).map(given::incoming).map(with).collect());
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

fn reply(message: Incoming) -> Incoming {
    Incoming { channel: Channel::Reply, ..message }
}

fn inbox() -> Screen {
    inbox_of(Ability::ALL, 8, reply)
}

fn outbox(screen: &mut Screen) -> Vec<Delivery> {
    let brand = screen.model.brand.expect("a brand");
    match serve(&mut screen.store, Job::Outbox(brand, 50)) {
        Ok(Reply::Deliveries(all)) => all,
        other => panic!("deliveries, not {other:?}"),
    }
}

fn acts(screen: &mut Screen) -> Vec<(&'static str, Stage)> {
    outbox(screen).iter().map(|delivery| (delivery.act.code(), delivery.journey.stage())).collect()
}

fn state(screen: &Screen) -> StateName {
    screen.model.inbox.opened.as_ref().expect("a message").message.state.name()
}

#[test]
fn a_repost_is_two_keys_is_held_and_leaves_the_message_where_it_is() {
    let mut screen = inbox();
    screen.keys("L");
    assert!(
        screen.says("Relayer ce message") && screen.says("Relayer tel quel") && screen.says("Citer, avec vos mots"),
        "{}",
        screen.text()
    );
    screen.keys("r");
    assert!(screen.says("Relayé dans 10 secondes"), "{}", screen.text());
    assert_eq!((acts(&mut screen), state(&screen)), (vec![("repost", Stage::Held)], StateName::Open));
    screen.keys("u");
    assert_eq!(acts(&mut screen), [("repost", Stage::TakenBack)]);
    screen.keys("L r").tick(12);
    assert_eq!(acts(&mut screen)[0], ("repost", Stage::Done));
    assert!(screen.says("relais") || screen.says("Relais"), "its word is told\n{}", screen.text());
}

#[test]
fn the_same_message_is_not_reposted_twice() {
    let mut screen = inbox();
    screen.keys("L r").tick(12);
    screen.keys("L r").tick(12);
    assert_eq!(acts(&mut screen), [("repost", Stage::Done)]);
}

#[test]
fn marked_messages_are_reposted_together_and_many_ask_first() {
    let mut screen = inbox();
    screen.keys("Space Space Space L r");
    assert!(screen.says("3 messages relayés dans 10 secondes"), "{}", screen.text());
    assert_eq!(acts(&mut screen).len(), 3);
    screen.keys("u * L r");
    assert!(screen.says("Relayer 8 messages au nom de la marque"), "{}", screen.text());
    screen.keys("Enter");
    assert_eq!(acts(&mut screen).iter().filter(|(_, stage)| *stage == Stage::Held).count(), 0, "the safe choice is first");
    screen.keys("L r y");
    assert_eq!(acts(&mut screen).iter().filter(|(_, stage)| *stage == Stage::Held).count(), 8);
}

#[test]
fn a_point_reposts_the_next_one_too_and_says_why_where_it_can_t() {
    let mut screen = inbox();
    screen.keys("L r j .");
    assert_eq!(acts(&mut screen).len(), 2);
    let mut direct = inbox_of(Ability::ALL, 2, |message| {
        let visibility = if message.remote_id.as_str() == "m1" { Visibility::Direct } else { Visibility::Public };
        Incoming { visibility, ..message }
    });
    direct.keys("L r j .");
    assert!(direct.says("n’est pas public"), "{}", direct.text());
    assert_eq!(acts(&mut direct).len(), 1);
}

#[test]
fn a_network_that_lacks_it_and_a_private_message_say_why() {
    let mut screen = inbox_of(&[Ability::Reply], 2, reply);
    screen.keys("L r");
    assert!(screen.says("ne propose pas") && screen.says("les relais"), "{}", screen.text());
    screen.keys("c");
    assert!(screen.says("les citations"), "{}", screen.text());
    assert!(screen.model.inbox.composer.is_none());
    let mut direct = inbox_of(Ability::ALL, 2, |message| Incoming { visibility: Visibility::Direct, channel: Channel::Direct, ..message });
    direct.keys("L c");
    assert!(direct.says("n’est pas public"), "{}", direct.text());
    assert_eq!(acts(&mut direct), []);
}

#[test]
fn a_quote_is_written_counted_checked_and_held() {
    let mut screen = inbox();
    screen.keys("L c");
    assert!(screen.says("Citer · brume.bsky.social") && screen.says("0/300"), "{}", screen.text());
    screen.keys("Ctrl+D");
    assert!(screen.says("vide"), "{}", screen.text());
    screen.type_text("C’est gratuit !").keys("Ctrl+D");
    assert!(screen.says("gratuit"), "the charter refuses it\n{}", screen.text());
    assert_eq!(acts(&mut screen), []);
    screen.keys("Ctrl+U").type_text("Bravo à Élodie").keys("Ctrl+D");
    assert!(screen.says("Citation envoyée dans 10 secondes"), "{}", screen.text());
    let held = outbox(&mut screen).remove(0);
    match &held.act {
        Act::Quote { of, text, visibility } => {
            assert_eq!((of.as_str(), text.as_str(), *visibility), ("m0", "Bravo à Élodie", Visibility::Public));
        }
        other => panic!("a quote, not {other:?}"),
    }
    assert_eq!(state(&screen), StateName::Open);
    screen.tick(12);
    assert_eq!(acts(&mut screen), [("quote", Stage::Done)]);
}

#[test]
fn the_words_of_a_quote_are_kept_apart_from_the_draft_of_the_answer_until_it_is_out() {
    let mut screen = inbox();
    screen.keys("r").type_text("Une réponse").keys("Esc L c").type_text("Une citation");
    assert!(screen.says("enregistré"), "{}", screen.text());
    screen.restart();
    screen.keys("2 L c");
    assert!(screen.says("Une citation") && !screen.says("Une réponse"), "{}", screen.text());
    screen.keys("Esc r");
    assert!(screen.says("Une réponse"), "{}", screen.text());
    screen.keys("Esc L c Ctrl+D u L c");
    assert!(screen.says("Une citation"), "taken back, it is there to be written on\n{}", screen.text());
    screen.keys("Ctrl+D").tick(12);
    screen.keys("L c");
    assert!(!screen.says("│Une citation") && screen.says("0/300"), "out, it is no draft\n{}", screen.text());
    screen.keys("Esc");
    screen.restart();
    screen.keys("2 L c");
    assert!(screen.says("0/300"), "{}", screen.text());
}

#[test]
fn a_quote_that_is_held_is_not_begun_anew_and_marks_are_no_quote() {
    let mut screen = inbox();
    screen.keys("L c").type_text("Une citation").keys("Ctrl+D L c");
    assert!(screen.says("part dans quelques secondes"), "{}", screen.text());
    screen.keys("Esc u Space Space L c");
    assert!(screen.says("un message à la fois"), "{}", screen.text());
}

#[test]
fn a_quote_takes_no_past_answer_and_says_so() {
    let mut screen = inbox();
    screen.keys("L c Ctrl+G");
    assert!(screen.says("Une citation ne reprend pas vos réponses passées"), "{}", screen.text());
}

#[test]
fn hiding_a_reply_hides_it_here_and_on_its_network() {
    let mut screen = inbox();
    screen.keys("x");
    assert!(screen.says("Masquer ici et sur Bluesky, pour tout le monde") && screen.says("Masquer ici (le réseau"), "{}", screen.text());
    screen.keys("m").type_text("hors sujet").keys("Enter");
    assert!(screen.says("Masqué ici ; sur le réseau dans 10 secondes") || screen.says("Masqué ici"), "{}", screen.text());
    assert_eq!(acts(&mut screen), [("hide", Stage::Held)]);
    screen.keys("u");
    assert_eq!(acts(&mut screen), [("hide", Stage::TakenBack)]);
    assert_eq!(state(&screen), StateName::Open);
    screen.keys("x i").type_text("hors sujet").keys("Enter");
    assert_eq!(acts(&mut screen), [("hide", Stage::TakenBack)], "here alone, nothing leaves");
}

#[test]
fn what_can_t_be_hidden_on_the_network_is_hidden_here_and_the_menu_says_why() {
    let mut lacks = inbox_of(&[Ability::Reply], 2, reply);
    lacks.keys("x");
    assert!(lacks.says("Masquer ici (Bluesky ne sait pas masquer)"), "{}", lacks.text());
    let mut mention = inbox_of(Ability::ALL, 2, |message| message);
    mention.keys("x");
    assert!(
        mention.says("Masquer ici (Bluesky : sous vos publications seulement)".replace(" :", "\u{a0}:").as_str()),
        "{}",
        mention.text()
    );
    mention.keys("m").type_text("hors sujet").keys("Enter");
    assert_eq!(acts(&mut mention), []);
}

#[test]
fn marked_replies_are_hidden_together_and_those_elsewhere_here_alone() {
    let mut screen = inbox_of(Ability::ALL, 3, |message| {
        let channel = if message.remote_id.as_str() == "m2" { Channel::Mention } else { Channel::Reply };
        Incoming { channel, ..message }
    });
    screen.keys("Space Space Space Home x m").type_text("hors sujet").keys("Enter");
    assert_eq!(acts(&mut screen), [("hide", Stage::Held), ("hide", Stage::Held)]);
    assert!(screen.model.inbox.rows.is_empty(), "all three are out of the list");
}

#[test]
fn the_menus_are_drawn_whole_in_both_languages_at_80_by_24() {
    for lang in Lang::ALL {
        let mut screen = inbox();
        screen.resize(80, 24).lang(lang).keys("x");
        let title = screen.model.voice().t("inbox-delete-ours");
        assert!(screen.says(&title), "{}", screen.text());
        screen.keys("Esc L");
        let quote = screen.model.voice().t("share-quote");
        assert!(screen.says(&quote), "{}", screen.text());
    }
}

#[test]
fn over_its_bytes_alone_the_counter_says_so() {
    let mut screen = inbox();
    screen.keys("r").paste(&"👩‍👩‍👧‍👦".repeat(125));
    for (width, height) in [(100, 30), (80, 24)] {
        for (lang, bytes) in [(Lang::En, "3,125 bytes of 3,000"), (Lang::Fr, "3\u{202f}125 octets sur 3\u{202f}000")] {
            screen.resize(width, height).lang(lang);
            let text = screen.text();
            let line = text.lines().find(|line| line.contains(&format!("⚠ 125/300 · {bytes}"))).unwrap_or_else(|| panic!("{text}"));
            assert!(!line.contains('…'), "what has no room is not begun\n{text}");
        }
    }
    screen.keys("Ctrl+D");
    screen.shows("Trop lourd pour ce réseau : 3 125 octets sur 3 000. Enlevez des emojis.");
    assert_eq!(acts(&mut screen), []);
}

#[test]
fn the_count_of_an_answer_holds_the_name_in_front_where_the_network_wants_it() {
    let mut screen = inbox();
    screen.keys("r").type_text("Merci");
    assert!(screen.says("5/300"), "Bluesky wants none\n{}", screen.text());
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, vec![Incoming { handle: "@ninon@piaille.example".into(), ..given::incoming(0) }]);
    let mut capable = Screen::given(home, at(60));
    for known in &mut capable.model.workspace.accounts {
        known.capabilities.can.insert(Ability::Reply);
    }
    capable.keys("2 r").type_text("Merci");
    assert!(capable.says("12/500"), "@ninon and a space\n{}", capable.text());
}
