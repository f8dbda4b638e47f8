//! Every screen and dialog on which somebody's words stand, by the keys that lead there.

use super::world::{Said, sign};
use super::{LARGE, SMALL, Stage, screen};
use ratatui::buffer::{Buffer, Cell};
use ronde::lang::Texts;
use std::rc::Rc;

/// One screen.
#[derive(Debug)]
pub struct Scene {
    /// From the scene before; see [`Stage::keys`] for the words among them.
    pub keys: &'static str,
    /// What the screen says in French when these keys lead there, whatever a stranger wrote.
    pub shows: &'static str,
}

const fn scene(keys: &'static str, shows: &'static str) -> Scene {
    Scene { keys, shows }
}

/// The scenes, in the order they are walked: each begins by leaving the one before.
pub const SCENES: &[Scene] = &[
    scene("1", "À ne pas laisser passer"),
    scene("1 ,", "jours ouvrés"),
    scene("1 F2", "Délais de réponse"),
    scene("Esc 2 Home", "Attend depuis 9 min"),
    scene("2 j", "par la règle"),
    scene("Home 2 Right Right", "Attend depuis 9 min"),
    scene("Esc Esc 2 End", "Attend depuis 29 min"),
    // Each message that waits, with what hangs on it.
    scene("2 Home j", "10:"),
    scene("j", "10:"),
    scene("j", "10:"),
    scene("j", "10:"),
    // The card of a person.
    scene("Home 2 p", "Promesses"),
    scene("PageDown", "Échanges"),
    scene("Home e", "Note"),
    scene("Esc t", "Qui est cette personne"),
    scene("Esc =", "La même personne sous un autre nom"),
    scene("\"m", "La même personne sous un autre nom"),
    scene("Esc x", "Exporter tout ce qui la concerne"),
    scene("x", "u n’annulera pas"),
    scene("n Home Enter", "Cette promesse"),
    scene("Esc n", "Que promettre"),
    scene("PASTE \"x Enter", "Pour quel jour"),
    // The answer, its models and what was answered before.
    scene("Esc Esc Esc 2 Home r", "déjà répondu à un message semblable"),
    scene("BANNED Ctrl+D", "écarté par la charte"),
    scene("Ctrl+U \"Merci Ctrl+D", "Relisez avant"),
    scene("Esc Ctrl+U Ctrl+T", "Modèles de réponse"),
    scene("Tab", "anglais"),
    scene("Ctrl+G", "Ctrl+T modèles"),
    scene("Esc Esc m", "Modèles de réponse"),
    scene("Enter", "Que mettre pour"),
    scene("Esc Esc Esc 2 j r", "Ctrl+T modèle"),
    // Types, labels, moderation, delegation.
    scene("Esc Esc 2 Home t", "Quel type, quel ton"),
    scene("e", "Quelles étiquettes"),
    scene("Esc Esc 2 x", "Modérer"),
    scene("m", "Quelle règle n’est pas respectée"),
    scene("Esc Esc 2 d", "Déléguer à qui"),
    scene("1", "Réponse attendue quand"),
    scene("q", "Que demandez-vous"),
    scene("PASTE \"x Enter", "Demandé"),
    scene("Esc Esc Esc 2 ,", "Délégués"),
    scene("D", "Demande à"),
    scene("q", "Que demandez-vous"),
    scene("Esc D l", "Relance à"),
    scene("Esc Esc D p PASTE", "Réponse de"),
    scene("Esc Esc Esc 2 , ,", "Répondus"),
    scene(",", "Tous"),
    scene(",", "répondre"),
    scene("End", "répondre"),
    scene(",", "type:plainte"),
    scene(",", "À traiter"),
    scene("; ; ; ; ; ; Home", "Délégués"),
    // By hand, wins, feedback, ideas.
    scene("Esc 2 Home n", "Noter un message reçu ailleurs"),
    scene("Tab SAID", "Marie"),
    scene("Esc Esc Esc 2 Home b", "Garder ce bravo"),
    scene("Esc f", "À qui transmettre"),
    scene("1", "Délégués"),
    scene("Esc Esc 2 F2", "Délais de réponse"),
    // Views and labels by name.
    scene("Esc Esc 2 /", "Filtre"),
    scene("PASTE", "Filtre"),
    scene("\"x Ctrl+S", "Quel nom pour cette vue"),
    scene("Esc Esc Esc Esc : \"vues", "vues"),
    scene("Enter", "Quelle vue"),
    scene("1", "10:"),
    // The metrics.
    scene("Esc Esc Esc 3", "Relevé du"),
    scene("3 Enter", "SAISIE"),
    scene("Esc Esc 3 Home F2", "Pourquoi ce chiffre"),
    scene("Esc Esc 3 j", "Relevé du"),
    scene(",", "abonnés"),
    scene(",", "Publications"),
    scene("F2", "Pourquoi ce chiffre"),
    // The queue and its editor.
    scene("Esc Esc ; ; 4", "Idées"),
    scene("4 v", "Qui valide"),
    scene("1", "En quels mots"),
    scene("Esc v p", "Pourquoi passer outre"),
    scene("Esc 4 x", "Que faire de ce contenu"),
    scene("Esc 4 e", "Fichiers"),
    scene("Tab Enter", "Texte pour"),
    scene("Esc Tab Home Enter", "Que montre cette image"),
    scene("Esc Tab Tab Tab PASTE", "Fichiers"),
    scene("Esc Esc Esc 4 n PASTE", "Nouvelle idée"),
    scene("Esc 4 Right Right Right Right Right Right", "Programmé 1"),
    scene("4 ,", "Novembre 2026"),
    scene("4 ,", "contenus"),
    scene("End", "contenus"),
    scene("Home , Esc 5", "Veille"),
    // The report, section by section.
    scene("6", "Octobre 2026"),
    scene("6 ,", "1/9"),
    scene("j", "2/9"),
    scene("j", "3/9"),
    scene("j", "4/9"),
    scene("j", "5/9"),
    scene("j", "6/9"),
    scene("j", "7/9"),
    scene("j", "8/9"),
    scene("j", "9/9"),
    scene("k Enter", "Recommandations et besoins"),
    scene("Esc F2", "Comment ces chiffres sont comptés"),
    scene("Esc X", "Exporter le rapport"),
    // The notebook.
    scene("Esc Esc , 7 Home", "Marque"),
    scene("7 End", "Règles communauté"),
    scene("Up Up Enter", "Règles communauté"),
    scene("Esc Up Up Enter", "Mots écartés"),
    scene("Esc Home Enter", "Le nom que vos écrans"),
    scene("Esc Home j j j j j Enter i PASTE", "Échap"),
    scene("HOLIDAYS", "Échap"),
    scene("Esc Esc 7 ,", "Comptes"),
    scene("Enter", "Que faire de ce compte"),
    scene("x", "Retirer ce compte"),
    scene("Esc Esc 7 r", "ce serveur est interrogé"),
    scene("SERVER", "Comment autoriser Ronde"),
    scene("b AUTHORIZE", "Autorisez Ronde dans le navigateur"),
    scene("Esc Esc Esc r REFUSED", "Le réseau a refusé"),
    scene("Esc Esc 7 j", "à la main"),
    scene("Esc Esc Esc Esc 7 n", "Quel réseau"),
    scene("Esc Esc 7 ,", "Contacts"),
    scene("Enter", "Ce contact"),
    scene("n", "Le nom de ce contact"),
    scene("Esc Esc 7 x", "Retirer ce contact"),
    scene("Esc Esc 7 ,", "Modèles"),
    scene("Enter", "Modèle · français"),
    scene("t", "se remplissent seuls"),
    scene("Esc Esc Esc 7 x", "Retirer ce modèle"),
    scene("Esc Esc Esc 7 ,", "Règles"),
    scene("m", "Quelles règles prendre"),
    scene("Esc Enter", "Une règle"),
    scene("BackTab", "Essai à blanc"),
    scene("Esc x", "Règle"),
    scene("u 7 ,", "Marque"),
    scene("Esc Esc B", "Quelle marque"),
    scene("Esc :", "Toutes les commandes"),
    scene("PASTE", "Toutes les commandes"),
    scene("Esc Esc : \"envois Enter", "Derniers envois"),
    // A sweep.
    scene("Esc Esc 1 2 S", "Ronde"),
    scene("z", "z ou"),
    scene("r", "Ctrl+G"),
    scene("Esc z d 1 2", "Ronde"),
    scene("E", "terminée"),
    scene("Esc 1 Tab", "Ma journée"),
    scene("Esc 1", "Ma journée"),
    // What the system, the file and the networks say went wrong.
    scene("1 DESKTOP", "Impossible sur ce poste"),
    scene("REPORT", "Le rapport n’a pas pu être écrit"),
    scene("REPORTED", "2 fichiers écrits"),
    scene("BRIEF", "La demande n’a pas pu être"),
    scene("BRIEFED", "Demande enregistrée"),
    scene("PERSON", "Écrit"),
    scene("FILE", "Une erreur imprévue"),
    scene("Ctrl+R REFUSED", "Le réseau a refusé"),
    scene("7 , Home", "en difficulté"),
    scene("2 j l TICK NO", "Le réseau a refusé"),
    // The first run.
    scene("FRESH", "Bienvenue dans Ronde"),
    scene("Enter", "Par où commencer"),
    scene("Enter PASTE", "Pour quelle marque"),
];

impl Scene {
    /// What is wrong with a frame that is not of this scene. A text may go on in the next line.
    pub fn missed(&self, frame: &Buffer) -> Option<String> {
        let mut text = String::with_capacity(frame.content().len() * 2);
        for symbol in frame.content().iter().map(Cell::symbol) {
            let space = matches!(symbol, " " | "\u{202f}" | "\u{a0}");
            if !space || !text.ends_with(' ') {
                text.push_str(if space { " " } else { symbol });
            }
        }
        (!text.contains(self.shows)).then(|| format!("« {} » is not in\n{}", self.shows, screen::text(frame)))
    }
}

#[test]
fn the_keys_of_each_scene_lead_to_its_screen() {
    let mut missed = Vec::new();
    for size in [SMALL, LARGE] {
        let mut stage = Stage::with("mot");
        stage.resize(size);
        for scene in SCENES {
            stage.keys(scene.keys);
            let frame = screen::frame(&stage.model).0;
            if std::env::var_os("RONDE_SHOW").is_some() {
                eprintln!("=== {scene:?}\n{}", screen::text(&frame));
            }
            if scene.shows.is_empty() {
                missed.push(format!("{scene:?} names no text"));
            }
            missed.extend(scene.missed(&frame).map(|missed| format!("{scene:?} at {size}: {missed}")));
        }
    }
    assert!(missed.is_empty(), "{} scenes:\n{}", missed.len(), missed.join("\n"));
}

/// Fields that no screen shows, and why.
const UNSEEN: &[&str] = &[
    // Ids of the networks.
    "account.remote_id",
    "by_hand.remote_id",
    "logged.author_id",
    "variant.remote_id",
    // Addresses are opened by a key.
    "message.url",
    "logged.url",
    "highlight.url",
    "variant.url",
    // A conversation names who wrote by their name.
    "turn.handle",
    // In what words a post was validated is printed by `ronde post show`; why an act was done is kept by the journal.
    "approval.words",
    "act.reason",
    // Why a network refused is told when it does: the scene with `NO`.
    "delivery.why",
    // An account kept by hand has no server of its own.
    "by_hand.server",
];

#[test]
fn every_field_that_somebody_fills_is_shown_by_a_scene() {
    let named = Said::Named(std::cell::RefCell::default());
    let (mut seen, texts) = (std::collections::BTreeSet::new(), Rc::new(Texts::load()));
    for size in [SMALL, LARGE] {
        let mut stage = Stage::said(&named, &texts);
        stage.resize(size);
        for scene in SCENES {
            stage.keys(scene.keys);
            let text = screen::text(&screen::frame(&stage.model).0).to_lowercase();
            seen.extend((0..named.fields().len()).filter(|number| text.contains(&sign(*number))));
        }
    }
    let unseen = named.fields().into_iter().enumerate().filter(|(number, _)| !seen.contains(number));
    let unseen: Vec<_> = unseen.map(|(_, field)| field).filter(|field| !UNSEEN.contains(field)).collect();
    assert!(unseen.is_empty(), "no scene shows {unseen:?}");
}
