//! `ronde replies`, and the charter's refusals of `ronde reply` and `ronde post`.

use super::Home;
use ronde::app::effect::Job;
use ronde::app::event::Reply;
use ronde::store::{Store, serve};

const FILE: &str = "format = 1\n\n[[reply]]\nname = \"Livraison\"\nlanguage = \"fr\"\ntext = \"Bonjour {prénom}\"\n\n\
    [[reply]]\nname = \"Livraison\"\nlanguage = \"en\"\ntext = \"Hello {firstname}\"\n";

/// Bans a word, as the notebook does.
fn ban(home: &Home, word: &str) {
    let mut store = Store::open(&home.path("data/ronde.db")).expect("the file opens");
    let Ok(Reply::Workspace(workspace)) = serve(&mut store, Job::Load) else { panic!("no workspace") };
    let mut brand = workspace.brands[0].clone();
    brand.charter.banned.push(word.into());
    serve(&mut store, Job::SaveBrand(Box::new(brand), "2026-11-22T10:00:00Z".parse().expect("an instant"))).expect("it is written");
}

#[test]
fn replies_come_from_a_file_and_go_back_as_they_were() {
    let home = Home::with_account();
    std::fs::write(home.path("replies.toml"), FILE).expect("a file");
    assert!(home.does(&["replies", "import", "replies.toml", "--dry-run"]).contains("Nothing is changed"));
    assert!(home.does(&["replies", "list"]).contains("No saved reply"));
    assert!(home.does(&["replies", "import", "replies.toml"]).contains("Read: 2"));
    home.does(&["replies", "export", "out.toml"]);
    let listed = home.json(&["replies", "list"]);
    assert_eq!(listed["replies"].as_array().map(Vec::len), Some(2));
    assert!(home.does(&["replies", "import", "out.toml"]).contains("there already: 2"));
    let again = home.does(&["replies", "export"]);
    assert_eq!(again.trim_end(), std::fs::read_to_string(home.path("out.toml")).expect("read").trim_end());
    let ran = home.run(&["replies", "export", "out.toml"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("exists already") && ran.err.contains("--force"), "{}", ran.err);
    home.does(&["replies", "export", "out.toml", "--force"]);
}

#[test]
fn a_reply_that_differs_is_never_written_over_silently() {
    let home = Home::with_account();
    std::fs::write(home.path("replies.toml"), FILE).expect("a file");
    home.does(&["replies", "import", "replies.toml"]);
    std::fs::write(home.path("replies.toml"), FILE.replace("Hello", "Hi")).expect("a file");
    let ran = home.run(&["replies", "import", "replies.toml"]);
    assert_eq!(ran.code, 3, "done in part");
    assert!(ran.out.contains("yours: Hello {firstname}") && ran.out.contains("the file: Hi {firstname}"), "{}", ran.out);
    assert!(ran.err.contains("--replace"), "{}", ran.err);
    assert!(home.does(&["replies", "list"]).contains("Hello"));
    home.does(&["replies", "import", "replies.toml", "--skip"]);
    assert!(home.does(&["replies", "list"]).contains("Hello"));
    home.does(&["replies", "import", "replies.toml", "--replace"]);
    assert!(home.does(&["replies", "list"]).contains("Hi {firstname}"));
}

#[test]
fn a_wrong_file_is_told_with_its_line_and_changes_nothing() {
    let home = Home::with_account();
    std::fs::write(home.path("bad.toml"), FILE.replace("\"en\"", "\"de\"")).expect("a file");
    let ran = home.run(&["replies", "import", "bad.toml"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("line 10") && ran.err.contains("“de” is not a language"), "{}", ran.err);
    assert!(home.does(&["replies", "list"]).contains("No saved reply"));
    assert_eq!(home.run(&["replies", "import", "nowhere.toml"]).code, 1);
    assert_eq!(home.run(&["replies", "import", "bad.toml", "--skip", "--replace"]).code, 2);
}

#[test]
fn the_charter_holds_for_commands_too() {
    let home = Home::with_account();
    home.receives(&["un message"]);
    ban(&home, "pas cher");
    let ran = home.run(&["reply", "1", "--text", "C’est PAS CHER"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("“pas cher” is banned"), "{}", ran.err);
    assert!(home.run(&["reply", "1", "--text", "Bonjour {prénom}"]).err.contains("is not filled in"));
    let added = home.run(&["post", "add", "--title", "Offre", "--text", "Pas cher !", "--account", "instagram", "--day", "2026-12-01"]);
    assert_eq!(added.code, 0, "an idea may be noted: {}", added.err);
    assert!(added.err.contains("is banned"), "{}", added.err);
    home.does(&["post", "approve", "1", "--of", "plan", "--by", "Paul"]);
    let ran = home.run(&["post", "approve", "1", "--of", "content", "--by", "Paul"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("is banned") && ran.err.contains("post edit"), "{}", ran.err);
    home.does(&["reply", "1", "--text", "C’est une bonne affaire"]);
}
