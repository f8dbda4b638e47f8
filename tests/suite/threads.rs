//! Threads and several accounts in the queue: keys in, screen out; what networks say is given by the test.

use crate::alone::Screen;
use crate::given::post::{done, said};
use crate::given::{a_brand, all_abilities, an_account, at};
use ronde::app::effect::{Call, Desktop, Job};
use ronde::app::event::{Event, News, Reply};
use ronde::domain::account::{Account, Capabilities, Network};
use ronde::domain::brand::{Brand, Charter};
use ronde::domain::delivery::{Answer, Delivery, Stage};
use ronde::domain::file::{Kind, Look};
use ronde::domain::post::PostState;
use ronde::domain::refusal::Refusal;
use ronde::domain::{AccountId, BrandId};
use ronde::store::{Store, serve};

/// A brand on Mastodon and on Bluesky, both connected, the queue open.
fn queue_of(brand: Brand) -> Screen {
    let mut store = Store::in_memory().expect("a store in memory");
    let mut ask = |job| serve(&mut store, job).expect("the job is carried out");
    let Reply::Brand(brand) = ask(Job::SaveBrand(Box::new(brand), at(0))) else { panic!("a brand") };
    for (network, handle) in [(Network::Mastodon, "@brume"), (Network::Bluesky, "brume.example")] {
        let limits = Capabilities { media_limit: 4, alt_limit: 40, media_bytes: Some(1_000_000), ..all_abilities(network) };
        let account = Account { handle: handle.into(), capabilities: limits, ..an_account(brand.id, network) };
        ask(Job::SaveAccount(Box::new(account), at(0)));
    }
    let other = Brand { id: BrandId(0), name: "Brûlerie Nord".into(), ..a_brand() };
    ask(Job::SaveBrand(Box::new(other), at(0)));
    let mut screen = Screen::over(store, at(0));
    screen.keys("4");
    screen
}

fn queue() -> Screen {
    queue_of(a_brand())
}

/// A post on both accounts, its plan validated, its text being written.
fn writing(screen: &mut Screen) {
    screen.keys("n");
    screen.type_text("Torréfaction");
    screen.keys("Enter Shift+Right");
    screen.type_text("4/11");
    screen.keys("Enter v e Tab Space Down Space BackTab");
}

/// The same with a text, validated and scheduled for this evening.
fn scheduled(screen: &mut Screen, text: &str) {
    writing(screen);
    screen.paste(text);
    screen.keys("Esc v h");
    screen.type_text("18:00");
    screen.keys("Enter");
    assert_eq!(screen.post().state, PostState::Scheduled, "{}", screen.text());
    screen.shows("attend son");
    let due = screen.post().due.expect("an hour");
    screen.tick((due - screen.model.now).num_seconds() + 1);
    screen.tick(1);
}

/// The network's answer to what is sent to an account, whichever was asked first.
fn answers(screen: &mut Screen, account: i64, answer: Answer) -> Delivery {
    let sends = |call: &Call| matches!(call, Call::Send { account: to, .. } if to.id == AccountId(account));
    let place = screen.calls.iter().position(|(_, call)| sends(call)).unwrap_or_else(|| panic!("nothing is sent: {:?}", screen.calls));
    let (ticket, call) = screen.calls.remove(place);
    let Call::Send { delivery, .. } = call else { unreachable!("it was looked for") };
    screen.hear(Event::Net(ticket, Ok(News::Answer(delivery.id, answer))));
    screen.tick(1);
    *delivery
}

#[test]
fn each_part_is_counted_for_each_account_while_it_is_written() {
    let mut screen = queue();
    writing(&mut screen);
    screen.shows("une ligne « --- » commence la partie suivante d'un fil");
    screen.type_text("Un atelier.\n---\nDeux.");
    screen.shows("✓ 1/2 · 11/500   2/2 · 5/500");
    screen.shows("✓ 1/2 · 11/300   2/2 · 5/300");
    // With many parts, the one that is written.
    screen.type_text("\n---\nTrois, la.\n---\nQuatre.\n---\nCinq et fin");
    screen.shows("✓ 5/5 · 11/300");
    screen.keys("Up Up");
    screen.shows("✓ 4/5 · 7/300");
}

#[test]
fn a_part_that_is_too_long_is_named_and_not_validated() {
    let mut screen = queue();
    writing(&mut screen);
    screen.paste(&format!("Un.\n---\n{}\n---\nTrois.", "mot ".repeat(90)));
    screen.shows("⚠ 1/3 · 3/300   2/3 · 359/300");
    screen.keys("Esc v");
    screen.shows("La partie 2 sur 3 est trop longue de 59 caractères pour brume.example (359 sur 300)");
    assert_eq!(screen.post().state, PostState::Drafting);
}

#[test]
fn a_text_of_few_signs_and_many_bytes_is_refused_with_both_figures() {
    let mut screen = queue();
    writing(&mut screen);
    screen.paste(&"👩‍👩‍👧‍👦".repeat(150));
    screen.shows("⚠ 150/300 · 3 750 octets sur 3 000");
    screen.keys("Esc v");
    screen.shows("Trop lourd pour brume.example : 150 caractères, mais 3 750 octets sur 3 000.");
}

#[test]
fn both_figures_of_a_heavy_text_are_whole_beside_every_account_at_80_by_24() {
    let mut screen = queue();
    screen.resize(80, 24);
    writing(&mut screen);
    screen.paste(&"👩‍👩‍👧‍👦".repeat(150));
    screen.shows("⚠ 150/300 · 3 750 octets sur 3 000");
    screen.keys("Tab Down Enter");
    screen.type_text("Bluesky à part.");
    screen.keys("Esc");
    screen.shows("✓ 15/300      texte à part (Entrée)");
    screen.keys("Enter Ctrl+U");
    screen.paste(&"👩‍👩‍👧‍👦".repeat(150));
    screen.keys("Esc");
    screen.shows("BS brume.example          ⚠ 150/300 · 3 750 octets sur 3 000");
}

#[test]
fn an_empty_part_is_refused_in_words() {
    let mut screen = queue();
    writing(&mut screen);
    screen.type_text("Un.\n---\n");
    screen.keys("Esc v");
    screen.shows("La partie 2 est vide");
    assert_eq!(screen.post().state, PostState::Drafting);
}

#[test]
fn the_preview_shows_each_account_with_its_parts_numbered() {
    let mut screen = queue();
    writing(&mut screen);
    screen.type_text("Un atelier.\n---\nDeux.");
    screen.keys("Tab Down Enter");
    screen.type_text("Bluesky à part.");
    screen.keys("Esc BackTab Ctrl+P");
    screen.shows("Aperçu, compte par compte");
    screen.shows("✓ 1/2 · 11/500");
    screen.shows("✓ 2/2 · 5/500");
    screen.shows("▸ BS brume.example");
    screen.shows("Bluesky à part.");
    screen.keys("Esc Esc");
    // Under the board it reads without the sign.
    screen.shows("1/2 Un atelier.");
    screen.shows("2/2 Deux.");
    screen.hides("---");
}

#[test]
fn the_same_post_leaves_for_both_networks_each_in_its_own_chain() {
    let mut screen = queue();
    scheduled(&mut screen, "Un atelier.\n---\nDeux.");
    let first = answers(&mut screen, 1, done("m1"));
    assert_eq!(said(&first), ("Un atelier.".to_owned(), None));
    let second = answers(&mut screen, 1, done("m2"));
    assert_eq!(said(&second), ("Deux.".to_owned(), Some("m1".to_owned())));
    screen.shows("MA · 2 parties en ligne");
    screen.shows("BS · 2 parties, en train de partir");
    assert_eq!(screen.post().state, PostState::Scheduled);
    answers(&mut screen, 2, done("b1"));
    screen.shows("BS · 1/2 en ligne, partie 2 : en train de partir");
    let last = answers(&mut screen, 2, done("b2"));
    assert_eq!(said(&last), ("Deux.".to_owned(), Some("b1".to_owned())));
    let post = screen.post();
    assert_eq!(post.state, PostState::Published);
    let ids: Vec<_> = post.variants.iter().map(|variant| variant.remote_id.clone().unwrap_or_default().to_string()).collect();
    assert_eq!(ids, ["m1", "b1"]);
    assert!(screen.calls.is_empty(), "nothing is sent twice: {:?}", screen.calls);
}

#[test]
fn a_network_that_refuses_does_not_hold_the_other_and_the_rest_is_sent_alone() {
    let mut screen = queue();
    scheduled(&mut screen, "Un atelier.\n---\nDeux.");
    answers(&mut screen, 2, done("b1"));
    answers(&mut screen, 2, Answer::Refused { why: "trop long".into() });
    answers(&mut screen, 1, done("m1"));
    answers(&mut screen, 1, done("m2"));
    screen.shows("⚠ Fil interrompu sur brume.example : 1 sur 2 en");
    screen.shows("ligne, partie 2 refusée (trop long). e la corrige,");
    screen.shows("MA · 2 parties en ligne");
    screen.shows("BS · 1/2 en ligne, partie 2 : refusé");
    // The second part of Bluesky alone in other words; what is out keeps its own.
    screen.keys("e Tab Down Enter");
    screen.paste("Un atelier.\n---\nDeux, autrement.");
    screen.keys("Esc Esc v h Ctrl+U");
    screen.type_text("20:00");
    screen.keys("Enter");
    let due = screen.post().due.expect("an hour");
    assert_eq!(screen.post().state, PostState::Scheduled, "{}", screen.text());
    screen.tick((due - screen.model.now).num_seconds() + 1);
    screen.tick(1);
    let rest = answers(&mut screen, 2, done("b2"));
    assert_eq!(said(&rest), ("Deux, autrement.".to_owned(), Some("b1".to_owned())));
    assert_eq!(screen.post().state, PostState::Published);
    assert!(screen.calls.is_empty(), "nothing is sent twice: {:?}", screen.calls);
}

#[test]
fn a_file_that_is_gone_is_told_in_both_languages_and_not_as_the_networks_refusal() {
    let mut screen = queue();
    scheduled(&mut screen, "Un atelier.");
    let why = Refusal::FileMissing { file: "tasse.png".into() }.to_words();
    answers(&mut screen, 2, Answer::Refused { why });
    answers(&mut screen, 1, done("m1"));
    screen.keys("Esc");
    screen.shows("N'est pas parti : tasse.png n'est plus à sa place");
    assert!(!screen.text().contains("Refusé par le réseau"), "{}", screen.text());
    screen.model.lang = ronde::lang::Lang::En;
    screen.shows("Not sent: tasse.png is no longer where it was");
}

#[test]
fn a_pause_between_two_parts_says_what_is_out() {
    let mut screen = queue();
    scheduled(&mut screen, "Un.\n---\nDeux.\n---\nTrois.");
    answers(&mut screen, 1, done("m1"));
    answers(&mut screen, 1, Answer::Wait { until: at(600) });
    answers(&mut screen, 2, Answer::Refused { why: "non".into() });
    screen.keys("s");
    screen.shows("⚠ Fil interrompu sur @brume : 1 sur 3 en ligne. h");
    screen.shows("programme la suite, à partir de la partie 2.");
    screen.shows("3 parties, refusé");
    let Reply::Deliveries(moving) = screen.ask(Job::Moving) else { panic!("deliveries") };
    assert_eq!(moving, [], "nothing moves any more");
}

#[test]
fn an_account_on_which_something_is_out_stays_in_the_post() {
    let mut screen = queue();
    scheduled(&mut screen, "Un.\n---\nDeux.");
    answers(&mut screen, 1, done("m1"));
    answers(&mut screen, 1, Answer::Refused { why: "non".into() });
    answers(&mut screen, 2, Answer::Refused { why: "non".into() });
    screen.keys("e Tab Space");
    screen.shows("Une partie est déjà en ligne sur ce compte");
    screen.shows("[x] MA @brume");
}

#[test]
fn files_are_looked_at_before_the_hour_is_asked_for() {
    let mut screen = queue();
    writing(&mut screen);
    screen.type_text("Un.");
    screen.keys("Tab Tab Enter");
    screen.type_text("/photos/tasse.jpg");
    screen.keys("Enter Enter Esc v h");
    screen.hides("Quand publier ?");
    let Some(Desktop::LookAt { post, paths }) = screen.desktop.last().cloned() else { panic!("{:?}", screen.desktop) };
    let found = |screen: &mut Screen, found| {
        let looks = paths.iter().map(|path| Look { path: path.clone(), full: path.clone(), found }).collect();
        screen.hear(Event::LookedAt(post, looks));
    };
    found(&mut screen, None);
    screen.shows("Fichier introuvable : tasse.jpg.");
    screen.keys("h");
    found(&mut screen, Some((Kind::Other, 10)));
    screen.shows("ne prend pas tasse.jpg");
    screen.keys("h");
    found(&mut screen, Some((Kind::Jpeg, 1_540_200)));
    screen.shows("tasse.jpg est trop lourd pour @brume : 1 541 ko sur 1 000.");
    screen.keys("h");
    found(&mut screen, Some((Kind::Jpeg, 900_000)));
    screen.shows("Quand publier ?");
    // An answer that comes a second time asks nothing again.
    screen.keys("Esc");
    found(&mut screen, Some((Kind::Jpeg, 900_000)));
    screen.hides("Quand publier ?");
}

#[test]
fn a_file_that_is_added_is_kept_by_its_whole_path_and_judged_at_once() {
    let mut screen = queue();
    writing(&mut screen);
    screen.type_text("Un.");
    screen.keys("Tab Tab Enter");
    screen.type_text("tasse.jpg");
    screen.keys("Enter");
    let Some(Desktop::LookAt { post, paths }) = screen.desktop.last().cloned() else { panic!("{:?}", screen.desktop) };
    let look = Look { path: paths[0].clone(), full: "/home/lea/tasse.jpg".into(), found: Some((Kind::Jpeg, 2_000_001)) };
    screen.hear(Event::LookedAt(post, vec![look]));
    screen.keys("Enter");
    screen.shows("tasse.jpg est trop lourd pour @brume : 2 001 ko sur 1 000.");
    assert_eq!(screen.post().media[0].path.as_str(), "/home/lea/tasse.jpg");
}

#[test]
fn too_many_files_and_too_long_words_about_one_are_told_with_the_figures() {
    let mut screen = queue();
    writing(&mut screen);
    screen.type_text("Un.");
    screen.keys("Tab Tab Enter");
    screen.type_text("/photos/tasse.jpg");
    screen.keys("Enter");
    screen.type_text(&"é".repeat(41));
    screen.keys("Enter Esc v");
    screen.shows("Le texte alternatif de tasse.jpg est trop long pour @brume : 41 caractères sur 40.");
    screen.keys("e Tab Tab");
    for number in 1..=4 {
        screen.keys("Down Enter");
        screen.type_text(&format!("/photos/{number}.jpg"));
        screen.keys("Enter Enter");
    }
    screen.keys("Esc v");
    screen.shows("Trop de fichiers pour @brume : 5 sur 4.");
}

#[test]
fn another_brands_name_and_a_banned_word_hold_a_post_back_as_they_hold_an_answer() {
    let charter = Charter { banned: vec!["gratuit".into()], ..Charter::default() };
    let mut screen = queue_of(Brand { charter, ..a_brand() });
    writing(&mut screen);
    screen.type_text("Un.\n---\nComme à la Brûlerie Nord.");
    screen.keys("Esc v");
    screen.shows("Ce contenu nomme une autre marque : Brûlerie Nord.");
    screen.keys("e");
    screen.keys("Ctrl+U");
    screen.type_text("Et c'est gratuit.");
    screen.keys("Esc v");
    screen.shows("gratuit");
    assert_eq!(screen.post().state, PostState::Drafting);
}

#[test]
fn threads_speak_english_too() {
    let mut screen = queue().in_english();
    writing(&mut screen);
    screen.shows("a “---” line begins the next part of a thread");
    screen.type_text("One.\n---\n");
    screen.keys("Esc v");
    screen.shows("Part 2 is empty");
    screen.keys("e");
    screen.type_text("Two.");
    screen.keys("Esc v h");
    screen.type_text("18:00");
    screen.keys("Enter");
    screen.shows("MA · 2 parts, waits for its hour");
    let Reply::Deliveries(moving) = screen.ask(Job::Moving) else { panic!("deliveries") };
    assert_eq!(moving.len(), 4, "two parts for each of two accounts");
    assert!(moving.iter().all(|delivery| delivery.journey.stage() == Stage::Held));
}
