//! One person on two networks: joined by hand, read as one, given whole, erased whole.

use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job, PersonJob};
use ronde::app::event::{PersonReply, Reply};
use ronde::domain::PersonId;
use ronde::domain::account::{Access, Network};
use ronde::domain::message::Incoming;
use ronde::store::serve;
use std::path::Path;

/// What stands in the file of the person alone, on each network.
const THEIRS: &[&str] = &["ninonpiaille", "ninonbsky", "zqcolis", "vxtasse"];

fn said(number: i64, handle: &str, text: &str) -> Incoming {
    Incoming {
        author: "Ninon Varnay".into(),
        author_id: handle.into(),
        handle: handle.into(),
        text: text.into(),
        ..given::incoming(number)
    }
}

/// Ninon wrote on Mastodon and on Bluesky, another one wrote too; the two Ninons are joined by keys.
fn joined() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let mastodon = given::account(&mut home, brand);
    let bluesky = given::account_of(&mut home, brand, Network::Bluesky, Access::Connected);
    given::take(&mut home, mastodon, vec![said(0, "@ninonpiaille@piaille.example", "Mon zqcolis n’est pas là"), given::incoming(1)]);
    given::take(&mut home, bluesky, vec![said(2, "ninonbsky.example", "Une vxtasse offerte ?")]);
    let mut screen = Screen::given(home, at(60));
    screen.keys("2 p =").type_text("ninonbsky").keys("Enter");
    screen
}

fn person(screen: &Screen) -> PersonId {
    screen.model.inbox.card.as_ref().and_then(|card| card.known.as_ref()).expect("a card").person.id
}

fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is read").flatten() {
        if entry.path().is_dir() {
            found.extend(traces(&entry.path()));
            continue;
        }
        let bytes = std::fs::read(entry.path()).expect("a file").to_ascii_lowercase();
        let holds = |word: &&&str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        found.extend(THEIRS.iter().filter(holds).map(|word| format!("{word} in {}", entry.file_name().display())));
    }
    found
}

#[test]
fn handles_of_two_networks_are_one_card_with_the_exchanges_of_both() {
    let mut screen = joined();
    for words in ["@ninonpiaille@piaille.example", "ninonbsky.example", "Mastodon", "Bluesky", "2 messages", "zqcolis", "vxtasse"] {
        assert!(screen.says(words), "{words}\n{}", screen.text());
    }
    // The card opens from a message of the other network too, and is the same one.
    let one = person(&screen);
    screen.keys("Esc j j p");
    assert_eq!(person(&screen), one, "{}", screen.text());
    screen.restart();
    screen.keys("2 p");
    assert_eq!(person(&screen), one);
}

#[test]
fn the_person_is_given_whole_and_nothing_of_anybody_else() {
    let mut screen = joined();
    screen.keys("x e");
    let Some(Desktop::WritePerson { text, .. }) = screen.desktop.last() else { panic!("a file is written") };
    for word in THEIRS {
        assert!(text.contains(word), "{word} is not given");
    }
    assert!(!text.contains("Message numéro"));
    let all: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(all["messages"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_person_is_erased_on_both_networks_with_what_was_begun_about_them() {
    let mut screen = joined();
    let who = person(&screen);
    // The words of a quote that was begun are about them too.
    let about = screen.model.inbox.opened.as_ref().expect("a message").message.id;
    serve(&mut screen.store, Job::SaveSetting(format!("~form-quote-{about}"), "zqcolis retrouvé".to_owned())).expect("it is kept");
    let folder = screen.folder.path().to_owned();
    let before = traces(&folder);
    for word in THEIRS {
        assert!(before.iter().any(|trace| trace.starts_with(word)), "{word} is nowhere before: {before:?}");
    }
    match serve(&mut screen.store, Job::Person(PersonJob::Erase(who, at(90)))) {
        Ok(Reply::Person(PersonReply::Erased(erasure))) => assert_eq!(erasure.messages, 2),
        other => panic!("an erasure, not {other:?}"),
    }
    assert_eq!(traces(&folder), Vec::<String>::new());
}
