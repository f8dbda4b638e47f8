//! Every screen and dialog on which somebody's words stand, by the keys that lead there.

use super::{Stage, screen};
use ratatui::buffer::Buffer;

/// One screen.
#[derive(Debug)]
pub struct Scene {
    /// From the scene before; see [`Stage::keys`] for the words among them.
    pub keys: &'static str,
    /// What the screen says in French when these keys lead there.
    pub shows: &'static str,
    /// Whether a dialog grows with the words in it: `shows` is its title then, and its own frame is looked at.
    pub grows: bool,
}

const fn scene(keys: &'static str, shows: &'static str) -> Scene {
    Scene { keys, shows, grows: false }
}

const fn grows(keys: &'static str, shows: &'static str) -> Scene {
    Scene { keys, shows, grows: true }
}

/// The scenes, in the order they are walked: each begins by leaving the one before.
pub const SCENES: &[Scene] = &[
    scene("1", "À ne pas laisser passer"),
    scene("1 ,", ""),
    grows("1 F2", "Délais de réponse"),
    scene("Esc 2 Home", ""),
    scene("2 j", "par la règle"),
    scene("Home 2 Right Right", ""),
    scene("Esc Esc 2 End", ""),
    // The card of a person.
    scene("Home 2 p", "Promesses"),
    scene("PageDown", "Échanges"),
    scene("Home e", "Note"),
    scene("Esc t", "Qui est cette personne"),
    scene("Esc =", "La même personne sous un autre nom"),
    scene("\"m", "La même personne sous un autre nom"),
    scene("Esc x", "Exporter tout ce qui la concerne"),
    scene("x", "pour toujours"),
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
    scene("Esc Esc Esc 2 j r", "enregistré"),
    // Types, labels, moderation, delegation.
    scene("Esc Esc 2 Home t", "Quel type, quel ton"),
    scene("e", "Quelles étiquettes"),
    scene("Esc Esc 2 x", "mot"),
    scene("m", "Quelle règle n’est pas respectée"),
    scene("Esc Esc 2 d", "Déléguer à qui"),
    scene("1", "Réponse attendue quand"),
    scene("q", "Que demandez-vous"),
    scene("PASTE Enter", "Demandé"),
    scene("Esc Esc Esc 2 ,", "mot"),
    grows("D", "Demande à"),
    scene("q", "Que demandez-vous"),
    grows("Esc D l", "Relance à"),
    scene("Esc Esc D p PASTE", "Réponse de"),
    scene("Esc Esc Esc 2 , ,", ""),
    scene(",", ""),
    scene(",", ""),
    scene("End", ""),
    scene(",", "type:plainte"),
    scene(",", ""),
    scene("; ; ; ; ; ; Home", ""),
    // By hand, wins, feedback.
    scene("Esc 2 Home n", "Noter un message reçu ailleurs"),
    scene("Tab SAID", "Marie"),
    scene("Esc Esc Esc 2 Home b", "Garder ce bravo"),
    scene("Esc f", "À qui transmettre"),
    scene("1", "mot"),
    grows("Esc Esc 2 F2", "Délais de réponse"),
    // Views and labels by name.
    scene("Esc Esc 2 /", ""),
    scene("PASTE", ""),
    scene("Ctrl+S", "Quel nom pour cette vue"),
    scene("Esc Esc Esc Esc : \"vues", "vues"),
    scene("Enter", "Quelle vue"),
    scene("1", "mot"),
    // The other tabs.
    scene("Esc Esc Esc 3", ""),
    scene("3 Enter", ""),
    scene("Esc Esc 4", ""),
    scene("4 v", ""),
    scene("4 Enter", ""),
    scene("Esc Esc Esc 5", ""),
    scene("6", ""),
    scene("6 j j", ""),
    scene("6 Enter", ""),
    scene("Esc Esc 7 Home", "Marque"),
    scene("7 End", "Règles communauté"),
    scene("Up Up Enter", ""),
    scene("Esc Up Up Enter", ""),
    scene("Esc Esc 7 ,", "Comptes"),
    scene("Enter", ""),
    scene("Esc Esc 7 ,", "Contacts"),
    scene("Enter", ""),
    scene("Esc Esc 7 ,", "Modèles"),
    scene("Enter", ""),
    scene("Esc Esc Esc 7 ,", "Règles"),
    scene("m", "Quelles règles prendre"),
    scene("Esc Enter", "Une règle"),
    scene("BackTab", "Essai à blanc"),
    scene("Esc x", "Règle"),
    scene("u 7 ,", "Marque"),
    scene("Esc Esc B", ""),
    scene("Esc :", ""),
    // A sweep.
    scene("Esc Esc 1 2 S", "Ronde"),
    scene("z", "z ou"),
    scene("r", ""),
    scene("Esc z d 1 2", ""),
    scene("E", "terminée"),
    scene("Esc 1 Tab", ""),
    scene("Esc 1", ""),
];

/// What is wrong with the frame that bears a title: where a sign of it should stand, and what stands there.
pub fn broken(buffer: &Buffer, title: &str) -> Vec<(u16, u16, String)> {
    let area = buffer.area;
    let sign = |x: u16, y: u16| buffer[(x, y)].symbol();
    let plain = |symbol: &str| symbol.replace(['\u{202f}', '\u{a0}'], " ");
    let row = |y: u16| (0..area.width).map(|x| plain(sign(x, y))).collect::<Vec<_>>();
    let head = (0..area.height).find_map(|y| {
        let cells = row(y);
        let left = (0..cells.len()).find(|left| cells[*left] == "┌" && cells[left + 1..].concat().starts_with(&format!(" {title}")))?;
        let right = (left..cells.len()).find(|right| cells[*right] == "┐")?;
        Some((u16::try_from(left).ok()?, u16::try_from(right).ok()?, y))
    });
    let Some((left, right, top)) = head else { return vec![(0, 0, format!("no frame « {title} »"))] };
    let mut wrong = Vec::new();
    for y in top + 1..area.height {
        let here = (sign(left, y), sign(right, y));
        match here {
            ("│", "│") => {}
            ("└", "┘") => return wrong,
            _ => wrong.extend([(left, y, here.0.to_owned()), (right, y, here.1.to_owned())]),
        }
    }
    wrong.push((left, area.height, "no end".to_owned()));
    wrong
}

#[test]
fn the_keys_of_each_scene_lead_to_its_screen() {
    let mut missed = Vec::new();
    for (width, height) in [(80, 24), (120, 40)] {
        for (scene, frame) in Stage::with("mot").frames(width, height, None) {
            let text = screen::text(&frame);
            if std::env::var_os("RONDE_SHOW").is_some() {
                eprintln!("=== {scene:?}\n{text}");
            }
            if !text.replace(['\u{202f}', '\u{a0}'], " ").contains(scene.shows) {
                missed.push(format!("{scene:?} at {width}x{height} shows\n{text}"));
            }
        }
    }
    assert!(missed.is_empty(), "{} scenes:\n{}", missed.len(), missed.join("\n"));
}
