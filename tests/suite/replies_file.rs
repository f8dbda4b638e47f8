//! Saved replies from a file and into one, from the notebook: read before anything changes, no file written over
//! unasked, one act to undo.

use crate::dump;
use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::Job;
use ronde::domain::SavedReplyId;
use ronde::domain::saved_reply::{SavedReply, Tongue};

/// A brand with two saved replies, its page of the notebook shown.
fn notebook() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let reply =
        |name: &str, text: &str| SavedReply { id: SavedReplyId(0), brand, name: name.into(), language: Tongue::French, text: text.into() };
    home.ask(Job::SaveReplies(vec![reply("Horaires", "Ouvert du mardi au samedi."), reply("Livraison", "Sous 48 h.")], at(0)));
    let mut screen = Screen::given(home, at(30));
    screen.keys("7 , , ,");
    screen
}

const FILE: &str = "format = 1\n
[[reply]]\nname = \"Horaires\"\nlanguage = \"fr\"\ntext = \"Ouvert tous les jours.\"\n
[[reply]]\nname = \"Livraison\"\nlanguage = \"fr\"\ntext = \"Sous 48 h.\"\n
[[reply]]\nname = \"Retours\"\nlanguage = \"fr\"\ntext = \"Sous 30 jours.\"\n";

fn put(screen: &Screen, name: &str, text: &str) -> String {
    let path = screen.folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    path.display().to_string()
}

fn texts(screen: &Screen) -> Vec<String> {
    screen.model.saved_replies().map(|reply| format!("{} = {}", reply.name, reply.text)).collect()
}

#[test]
fn what_a_file_would_change_is_read_before_anything_does() {
    let mut screen = notebook();
    let (before, path) = (dump::all(&screen.path()), put(&screen, "a.toml", FILE));
    screen.keys("I Ctrl+U").type_text(&path).keys("Enter");
    screen.shows("Nouveaux : 1 · différents : 1 · déjà là : 1. Rien n'est changé.");
    screen.shows("+ Retours (fr) : Sous 30 jours.");
    screen.shows("le vôtre : Ouvert du mardi au samedi.");
    screen.shows("le fichier : Ouvert tous les jours.");
    dump::same(&before, &dump::all(&screen.path()), "nothing is changed");
    screen.keys("i");
    screen.shows("1 modèle importé. Gardés tels quels : 1. u annule.");
    assert_eq!(texts(&screen), ["Horaires = Ouvert du mardi au samedi.", "Livraison = Sous 48 h.", "Retours = Sous 30 jours."]);
    screen.keys("u");
    dump::same(&before, &dump::all(&screen.path()), "undone");
    screen.keys("I Ctrl+U").type_text(&path).keys("Enter r");
    screen.shows("2 modèles importés.");
    assert_eq!(texts(&screen), ["Horaires = Ouvert tous les jours.", "Livraison = Sous 48 h.", "Retours = Sous 30 jours."]);
    screen.restart();
    screen.keys("7 , , , u");
    dump::same(&before, &dump::all(&screen.path()), "undone whole after a restart");
}

#[test]
fn a_file_is_proposed_written_and_read_back_and_never_written_over_unasked() {
    let mut screen = notebook();
    screen.keys("X");
    screen.shows("~/rapports/modeles-maison-brume.toml");
    screen.keys("Enter");
    screen.shows("2 modèles écrits dans ~/rapports/modeles-maison-brume.toml.");
    let path = screen.folder.path().join("rapports/modeles-maison-brume.toml");
    std::fs::write(&path, "mine").expect("written");
    screen.keys("X Enter");
    screen.shows("Ce fichier existe déjà.");
    screen.keys("Enter");
    assert_eq!(std::fs::read_to_string(&path).expect("read"), "mine", "Enter leaves it");
    screen.keys("X Enter r");
    assert!(std::fs::read_to_string(&path).expect("read").contains("Sous 48 h."));
    screen.keys("I Enter");
    screen.shows("Nouveaux : 0 · différents : 0 · déjà là : 2.");
    screen.keys("Esc");
    assert!(screen.model.dialog.is_none());
}

#[test]
fn a_file_that_is_wrong_says_where_in_the_line_being_typed() {
    let mut screen = notebook();
    let path = put(&screen, "faux.toml", "format = 1\n[[reply]]\nname = \"a\"\nlanguage = \"de\"\ntext = \"x\"\n");
    screen.keys("I Ctrl+U Enter");
    screen.shows("Tapez le chemin d'un fichier.");
    screen.type_text(&path).keys("Enter");
    screen.shows("ligne 4 :");
    screen.shows("« de » n'est pas une langue");
    screen.keys("Ctrl+U").type_text("/nulle/part.toml").keys("Enter");
    screen.shows("/nulle/part.toml :");
    screen.keys("Esc , I");
    screen.shows("I et X importent et exportent les modèles : , mène à la page Modèles.");
}
