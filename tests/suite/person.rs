//! The card of a person: keys in, screen out. The file is a real one.

use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::Reply;
use ronde::app::inbox::person::Card;
use ronde::domain::account::{Access, Network};
use ronde::domain::message::{Incoming, StateName};
use ronde::domain::person::PersonKind;
use ronde::store::serve;

/// Nine messages of three persons, each on two networks, the inbox open on the first.
fn inbox() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    let other = given::account_of(&mut home, brand, Network::Bluesky, Access::Connected);
    given::take(&mut home, account, (0..6).map(given::incoming).collect());
    given::take(&mut home, other, (6..9).map(given::incoming).collect());
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    screen
}

fn card(screen: &Screen) -> &Card {
    screen.model.inbox.card.as_ref().expect("a card is open")
}

fn known(screen: &Screen) -> &ronde::domain::person::Card {
    card(screen).known.as_ref().expect("the file has told it")
}

#[test]
fn the_card_tells_who_wrote_and_esc_and_its_own_key_close_it() {
    for (width, height) in [(100, 30), (80, 24), (160, 45), (60, 16)] {
        let mut screen = inbox();
        screen.resize(width, height).keys("p");
        for words in ["Élodie Petit", "@a0@example.social", "2 messages, dont 0 avec réponse", "ton", "Rien de noté", "Rien de promis"] {
            let seen = screen.says(words) || height < 20;
            assert!(seen, "{words} at {width}x{height}\n{}", screen.text());
        }
        screen.keys("p");
        assert!(screen.model.inbox.card.is_none());
        screen.keys("p Esc");
        assert!(screen.model.inbox.card.is_none());
    }
}

#[test]
fn the_card_stands_beside_the_conversation_where_both_have_room() {
    let mut screen = inbox();
    screen.resize(170, 45).keys("p");
    assert!(screen.says("Message numéro 0 : où est mon colis ?  ") && screen.says("Rien de promis"), "{}", screen.text());
    screen.resize(100, 30);
    assert!(!screen.says("mon colis ?  ") && screen.says("Rien de promis"), "{}", screen.text());
}

#[test]
fn a_note_of_many_lines_is_kept_from_the_first_key_and_undone() {
    let mut screen = inbox();
    screen.keys("p e").type_text("Deux enfants").keys("Enter").type_text("aime le déca");
    assert!(screen.says("enregistré"), "{}", screen.text());
    // The app goes without a word: what was typed is offered again.
    screen.restart();
    screen.keys("2 p");
    assert!(screen.says("Une note est commencée"), "{}", screen.text());
    screen.keys("e");
    assert_eq!(card(&screen).note.as_ref().expect("the note").field.text(), "Deux enfants\naime le déca");
    screen.keys("Esc");
    assert!(screen.says("Note gardée."), "{}", screen.text());
    assert!(screen.says("aime le déca"));
    assert_eq!(known(&screen).begun, None);
    screen.keys("u");
    assert_eq!(known(&screen).person.note.as_str(), "");
    screen.keys("U");
    assert_eq!(known(&screen).person.note.as_str(), "Deux enfants\naime le déca");
}

#[test]
fn a_note_takes_a_paste_and_says_that_it_is_saved() {
    let mut screen = inbox();
    screen.keys("p e").paste("collé\ndeux lignes").keys("Ctrl+S");
    assert!(screen.says("Déjà enregistré"), "{}", screen.text());
    screen.keys("Ctrl+D");
    assert_eq!(known(&screen).person.note.as_str(), "collé\ndeux lignes");
}

#[test]
fn what_a_person_is_takes_two_keys_and_is_undone() {
    let mut screen = inbox();
    screen.keys("p t j");
    assert_eq!(known(&screen).person.kind, PersonKind::Journalist);
    assert!(screen.says("journaliste"), "{}", screen.text());
    screen.keys("u");
    assert_eq!(known(&screen).person.kind, PersonKind::Unknown);
}

#[test]
fn two_cards_are_joined_by_a_search_undone_and_separated() {
    let mut screen = inbox();
    let main = screen.model.inbox.opened.as_ref().expect("a message").person.id;
    screen.keys("p =").type_text("élod");
    assert!(screen.says("Élodie Petit"), "{}", screen.text());
    screen.keys("Enter");
    assert_eq!((known(&screen).person.id, known(&screen).person.messages), (main, 3));
    assert!(screen.says("Bluesky") && screen.says("Mastodon"), "{}", screen.text());
    screen.keys("u");
    assert_eq!(known(&screen).person.messages, 2);
    screen.keys("U x 1");
    assert!(screen.says("Fiches séparées."), "{}", screen.text());
    assert_eq!(known(&screen).aliases.len(), 1);
    screen.keys("=").type_text("zzz").keys("Enter");
    assert!(screen.says("Personne de ce nom."), "{}", screen.text());
    screen.keys("Esc Esc");
    assert!(screen.model.inbox.card.is_none());
}

#[test]
fn a_promise_is_made_from_a_message_and_comes_back_on_today_on_its_day() {
    let mut screen = inbox();
    screen.keys("P").type_text("rappeler quand le déca revient").keys("Enter d").type_text("2026-12-01").keys("Enter");
    assert!(screen.says("Promis"), "{}", screen.text());
    assert_eq!(known(&screen).promises.len(), 1);
    let about = screen.model.inbox.opened.as_ref().expect("a message").message.id;
    assert_eq!(known(&screen).promises[0].message, Some(about));
    screen.keys("Esc");
    assert!(screen.says("◷"), "the conversation tells it\n{}", screen.text());
    screen.model.now = "2026-12-01T09:00:00Z".parse().expect("an instant");
    screen.keys("1");
    assert!(screen.says("Promis à Élodie Petit"), "{}", screen.text());
    let place = screen
        .model
        .today
        .board
        .as_ref()
        .expect("the day")
        .slipping
        .iter()
        .position(|slip| matches!(slip, ronde::domain::today::Slip::Promise { .. }));
    screen.keys("Tab");
    for _ in 0..place.expect("it is there") {
        screen.keys("j");
    }
    screen.keys("Enter");
    assert!(screen.says("rappeler quand le déca revient"), "{}", screen.text());
    screen.keys("a");
    assert!(screen.says("Promesse tenue."), "{}", screen.text());
    screen.keys("1");
    assert!(!screen.says("Promis à Élodie"), "{}", screen.text());
}

#[test]
fn a_promise_is_put_off_removed_and_brought_back() {
    let mut screen = inbox();
    screen.keys("p n").type_text("un échantillon").keys("Enter 1");
    let first = known(&screen).promises[0].clone();
    screen.keys("Home s 3");
    assert!(known(&screen).promises[0].due > first.due);
    screen.keys("u");
    assert_eq!(known(&screen).promises[0], first);
    screen.keys("Enter x");
    assert!(known(&screen).promises.is_empty());
    screen.keys("u");
    assert_eq!(known(&screen).promises[0], first);
    screen.keys("Enter a");
    assert!(!known(&screen).promises[0].is_owed());
    screen.keys("Enter a");
    assert!(known(&screen).promises[0].is_owed());
}

#[test]
fn a_promise_without_words_or_on_a_day_that_is_over_is_refused_and_says_why() {
    let mut screen = inbox();
    screen.keys("p a");
    assert!(screen.says("Placez le curseur sur une promesse."), "{}", screen.text());
    screen.keys("n Enter");
    assert!(screen.says("Écrivez ce qui est promis."), "{}", screen.text());
    screen.type_text("x").keys("Enter d").type_text("2020-01-01").keys("Enter");
    assert!(screen.says("Ce jour est passé."), "{}", screen.text());
    screen.type_text("x").keys("Enter");
    assert!(screen.says("Écrivez un jour"), "{}", screen.text());
    screen.keys("Esc");
    assert!(known(&screen).promises.is_empty());
}

#[test]
fn enter_opens_an_exchange_of_any_age_and_state() {
    let mut screen = inbox();
    screen.keys("a").keys("End");
    // The message that was closed is the oldest of its author.
    let author = given::incoming(0).author;
    let row = screen.model.inbox.rows.iter().position(|row| row.message.author == author).expect("another of theirs");
    while screen.model.inbox.cursor > row {
        screen.keys("k");
    }
    screen.keys("p =").type_text("élod").keys("Enter End Enter");
    assert!(screen.model.inbox.card.is_none());
    let opened = &screen.model.inbox.opened.as_ref().expect("it is open").message;
    assert_eq!((opened.remote_id.as_str(), opened.state.name()), ("m0", StateName::Closed));
    let inbox = &screen.model.inbox;
    assert_eq!(inbox.rows[inbox.cursor].message.id, opened.id);
}

#[test]
fn erasing_asks_first_and_no_is_what_enter_says() {
    let mut screen = inbox();
    screen.keys("p x x");
    assert!(screen.says("Effacer Élodie Petit pour toujours"), "{}", screen.text());
    assert!(screen.says("2 messages attendent encore"), "{}", screen.text());
    assert!(screen.says("copies de Ronde"), "{}", screen.text());
    screen.keys("Enter");
    assert_eq!(known(&screen).person.messages, 2);
    screen.keys("x x y");
    assert!(screen.model.inbox.card.is_none());
    assert!(screen.says("Effacé"), "{}", screen.text());
    let open = screen.model.inbox.rows.iter().filter(|row| row.message.account.0 == 1).count();
    assert_eq!(open, 4, "what waited is closed");
    screen.keys("u");
    assert!(screen.says("ne s’annule pas"), "{}", screen.text());
    screen.keys(", , , ,");
    assert!(screen.says("(effacé)"), "{}", screen.text());
    let row = screen.model.inbox.rows.iter().position(|row| row.message.is_erased()).expect("a husk");
    screen.keys("Home");
    for _ in 0..row {
        screen.keys("j");
    }
    screen.keys("p");
    assert!(screen.says("Cette personne a été effacée"), "{}", screen.text());
}

#[test]
fn a_copy_of_everything_is_written_beside_the_reports() {
    let mut screen = inbox();
    screen.keys("p x e");
    match screen.desktop.last() {
        Some(Desktop::WritePerson { name, text }) => {
            assert!(name.as_str().starts_with("personne-"), "{name}");
            let all: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(all["messages"].as_array().map(Vec::len), Some(2));
        }
        other => panic!("a file, not {other:?}"),
    }
}

#[test]
fn a_new_name_is_told_with_the_old_one() {
    let mut screen = inbox();
    let renamed = Incoming { author: "Élo Dupré".into(), handle: "@elo@example.social".into(), ..given::incoming(30) };
    let page = Box::new(given::page(vec![renamed]));
    serve(&mut screen.store, Job::Take { account: ronde::domain::AccountId(1), page, at: at(61) }).expect("it is taken");
    screen.restart();
    screen.keys("2 p");
    for words in ["Élo Dupré", "auparavant", "@a0@example.social", "Élodie Petit"] {
        assert!(screen.says(words), "{words}\n{}", screen.text());
    }
}

#[test]
fn both_texts_of_an_edited_message_are_shown_and_an_edit_after_the_end_offers_to_reopen() {
    let mut screen = inbox();
    screen.keys("a").keys(", , , , End");
    let message = screen.model.inbox.rows.iter().position(|row| row.message.remote_id == "m0").expect("it is listed");
    let edited = Incoming { text: "En fait tout va bien".into(), ..given::incoming(0) };
    let page = Box::new(given::page(vec![edited]));
    serve(&mut screen.store, Job::Take { account: ronde::domain::AccountId(1), page, at: at(61) }).expect("it is taken");
    screen.keys("Home");
    for _ in 0..message {
        screen.keys("j");
    }
    for words in ["En fait tout va bien", "Message numéro 0", "Modifié par son auteur", "(R rouvre)"] {
        assert!(screen.says(words), "{words}\n{}", screen.text());
    }
    screen.keys("R");
    let opened = match serve(&mut screen.store, Job::Open(screen.model.inbox.opened.as_ref().expect("a message").message.id)) {
        Ok(Reply::Opened(Some(opened))) => opened,
        other => panic!("opened, not {other:?}"),
    };
    assert_eq!(opened.message.state.name(), StateName::Open);
}

#[test]
fn a_parent_that_is_gone_is_told_in_words() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account(&mut home, brand);
    given::take(&mut home, account, vec![Incoming { parent: Some("perdu".into()), ..given::incoming(0) }]);
    let mut screen = Screen::given(home, at(60));
    screen.keys("2");
    assert!(screen.says("Message supprimé"), "{}", screen.text());
    assert!(screen.says("Message numéro 0"));
}
