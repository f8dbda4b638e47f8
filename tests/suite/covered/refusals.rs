//! Every text by which the inbox says no: found in the code where it says so, brought about by keys, read on the screen.

use super::world::{answering, bare, closed, demo, desk, empty, expired, manual, poor, private, weighed};
use super::{Entry, complete, entry, long, run, with};
use crate::double::{self, Say};
use crate::screen::Screen;
use ronde::app::effect::EditWhat;
use ronde::app::event::Event;
use ronde::domain::delivery::Answer;
use ronde::domain::refusal::Refusal;
use ronde::domain::rule::Flaw;
use ronde::domain::text::MAX_BYTES;
use std::path::Path;

/// Reads a file of saved replies that holds this.
fn read(screen: &mut Screen, text: &str) {
    let path = screen.folder.path().join("modeles.toml");
    std::fs::write(&path, text).expect("written");
    screen.keys("7 , , , I Ctrl+U").type_text(&path.display().to_string()).keys("Enter");
}

fn one(fields: &str) -> String {
    format!("format = 1\n[[reply]]\n{fields}\n")
}

/// A server that takes what it is sent without saying so.
fn unclear() -> Screen {
    let status = "{\"id\":\"m0\",\"created_at\":\"2026-11-04T09:00:00Z\",\"content\":\"<p>x</p>\",\"visibility\":\"public\",
        \"account\":{\"id\":\"a0\",\"acct\":\"a0\",\"display_name\":\"Ava\"},\"mentions\":[]}";
    let server = double::server(move |line| match line {
        line if line.starts_with("POST") => Say::error("500 Oops", "oops"),
        line if line.ends_with("/m0") => Say::json(status),
        _ => Say::json("[]"),
    });
    double::screen(&server, 2)
}

/// Ronde says no before anything leaves.
fn gone() -> Screen {
    let mut screen = desk();
    screen.answers = Some(Answer::Refused { why: Refusal::Gone.to_words() });
    screen
}

const REFUSALS: &[Entry] = &[
    // ---- keys that can't act say why
    entry("inbox-no-message", empty, "a", "Aucun message ici."),
    entry("inbox-no-contact", bare, "d", "Aucun contact à qui déléguer"),
    entry("inbox-already-open", desk, "R", "Ce message est déjà à traiter."),
    entry("inbox-nothing-to-repeat", desk, ".", "Rien à répéter pour l'instant."),
    entry("inbox-no-url", bare, "o", "L'adresse de ce message n'est pas connue."),
    entry("inbox-not-filtering", desk, ": \"effacer le filtre\" Enter", "Aucun filtre n'est en cours de saisie"),
    entry("inbox-sweeping", desk, "S ,", "La liste d'une ronde est figée"),
    entry("inbox-not-sweeping", desk, "E", "Aucune ronde en cours"),
    entry("lack-server", poor, "l", "Le serveur de @brume@example.social ne propose pas"),
    entry("lack-manual", manual, "l", "@brume@example.social est suivi à la main"),
    entry("lack-expired", expired, "r", "L'autorisation de @brume@example.social a expiré"),
    entry("rule-nothing-proposed", bare, "y", "Rien n'est proposé pour ce message."),
    entry("rule-class-unknown", desk, "t z", "z n'est pas un type."),
    entry("rule-none-here", desk, "7 Space", "Choisissez une règle"),
    entry("rule-ready-none", bare, "7 , , , , m t m", "Vous avez déjà toutes les règles"),
    entry("views-none", desk, ": \"vues enregistrées\" Enter", "Aucune vue enregistrée"),
    entry("views-no-filter", desk, "/ Ctrl+S", "Rien à enregistrer : tapez d'abord un filtre"),
    entry("labels-none", bare, ": \"étiquettes de la marque\" Enter", "Aucune étiquette : t puis e en pose une"),
    entry("moderate-no-answer", desk, "x d", "Aucune réponse de votre part n'est en ligne"),
    entry("moderate-not-ours", desk, "x e", "Ce réseau ne laisse pas supprimer ce qu'un autre a écrit"),
    entry("brief-none", desk, "D", "Aucune demande ici : d délègue le message."),
    entry("brief-several-contacts", desk, "d 1 2 d 2 2 , * D", "Ces messages sont confiés à plusieurs personnes"),
    entry("brief-no-address", desk, "d 2 2 , D m", "Karim n'a pas d'adresse"),
    entry("brief-answer-empty", desk, "d 1 2 , D p Ctrl+D", "Il n'y a pas encore de réponse ici."),
    with(
        "brief-not-saved",
        desk,
        "d 1 2 , D x",
        |screen| screen.hear(Event::WroteBrief(Err("disque plein".into()))),
        "La demande n'a pas pu être enregistrée : disque plein",
    ),
    entry("card-no-promise-here", desk, "p a", "Placez le curseur sur une promesse."),
    entry("card-join-nobody", desk, "p = \"zzz\" Enter", "Personne de ce nom."),
    entry("card-erase-choose", desk, "p x x Down Down Enter", "Choisissez non (n) ou oui (y)."),
    entry("card-is-erased", desk, "p x x y ; End p", "Cette personne a été effacée"),
    entry("shell-erased-for-good", desk, "p x x y u", "L'effacement d'une personne ne s'annule pas."),
    entry("shell-nothing-to-undo", desk, "U", "Rien à annuler ni à rétablir."),
    entry("shell-no-account", manual, "Ctrl+R", "Aucun compte pour l'instant"),
    entry("shell-demo-no-pull", demo, "Ctrl+R", "Données d'exemple : rien n'est relevé."),
    entry("unsay-too-late", poor, "r \"Merci\" Ctrl+D ~11 u", "Trop tard : c'est déjà parti."),
    // ---- lines and forms that are typed
    entry("labels-blank", desk, "t e Enter", "Écrivez un mot"),
    entry(
        "labels-taken",
        desk,
        "j t e \"foire\" Enter : \"étiquettes de la marque\" Enter 1 r Ctrl+U \"sav\" Enter",
        "« sav » est déjà une étiquette",
    ),
    entry("views-name-blank", desk, "/ \"ton:-\" Ctrl+S Enter", "Il faut un nom."),
    entry(
        "views-name-long",
        desk,
        "/ \"ton:-\" Ctrl+S \"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq\" Enter",
        "Pas plus de 40 caractères.",
    ),
    entry("views-name-taken", desk, "/ \"ton:-\" Ctrl+S \"tous\" Enter", "« tous » est déjà le nom d'une vue."),
    entry("promise-blank", desk, "p n Enter", "Écrivez ce qui est promis."),
    entry("when-past", desk, "p n \"x\" Enter d \"2020-01-01\" Enter", "Ce jour est passé."),
    entry("when-unreadable", desk, "p n \"x\" Enter d \"bientôt\" Enter", "Écrivez un jour : 23/11 ou 2026-11-23."),
    entry("hand-no-author", desk, "n Ctrl+D", "Qui a écrit ? Un nom suffit."),
    entry("hand-no-words", desk, "n \"Jean\" Ctrl+D", "Qu'a dit cette personne ?"),
    entry("hand-bad-when", desk, "n \"Jean\" Tab \"Oui\" Tab Tab Ctrl+U \"demain\" Ctrl+D", "Une date passée"),
    entry(
        "hand-nothing-left",
        desk,
        "n Tab <Marie : où est mon colis ?|Jean : merci beaucoup> Down Down Enter Down Enter y",
        "Il ne reste aucun message à noter.",
    ),
    entry("keep-no-words", desk, "b BackTab BackTab Ctrl+A Ctrl+End Ctrl+U Ctrl+D", "Il n'y a plus de texte à garder."),
    entry("notebook-name-empty", desk, "7 , , , n Enter", "Il faut un nom."),
    entry("reply-name-taken", desk, "7 , , , Enter n Ctrl+U \"Livraison\" Enter", "Un autre modèle porte ce nom."),
    entry("reply-variant-there", desk, "7 , , , n \"Livraison\" Enter f", "Ce modèle existe déjà dans cette langue"),
    entry("reply-file-elsewhere", desk, "7 I", "I et X importent et exportent les modèles"),
    entry("reply-file-none", bare, "7 , , , X", "Aucun modèle à exporter"),
    entry("reply-file-which", desk, "7 , , , I Ctrl+U Enter", "Tapez le chemin d'un fichier."),
    entry("reply-file-failed", desk, "7 , , , I Ctrl+U \"/nulle/part.toml\" Enter", "/nulle/part.toml :"),
    // ---- the composer
    entry("composer-empty", desk, "r Ctrl+D", "La réponse est vide."),
    with(
        "composer-too-long",
        desk,
        "r",
        |screen| {
            // With the name in front, `@a0 `.
            screen.paste(&"a".repeat(497)).keys("Ctrl+D");
        },
        "Trop long d'un caractère.",
    ),
    with(
        "composer-too-heavy",
        weighed,
        "r",
        |screen| {
            screen.paste(&"👩‍👩‍👧‍👦".repeat(125)).keys("Ctrl+D");
        },
        "Trop lourd pour ce réseau : 3 125 octets sur 3 000. Enlevez des emojis.",
    ),
    entry("composer-placeholder", desk, "r \"Bonjour {prénom}\" Ctrl+D", "{prénom} n'est pas rempli."),
    entry("composer-other-brand", desk, "r \"Café Lumen vous répond\" Ctrl+D", "Cette réponse nomme une autre marque : Café Lumen."),
    entry("charter-banned", desk, "r \"C'est PAS CHER\" Ctrl+D", "« pas cher » est écarté par la charte"),
    with(
        "composer-full",
        desk,
        "r",
        |screen| {
            screen.paste(long(MAX_BYTES).as_str()).type_text("x");
        },
        "La réponse est pleine (256 Ko)",
    ),
    with(
        "composer-cut",
        desk,
        "r Ctrl+E",
        |screen| {
            let message = screen.model.inbox.rows[0].message.id;
            screen.hear(Event::Edited(EditWhat::Answer(message), Some(long(MAX_BYTES * 2))));
        },
        "Votre éditeur a rendu plus qu'un message ne peut tenir",
    ),
    with(
        "shell-paste-too-long",
        desk,
        "r \"x\"",
        |screen| {
            screen.paste(long(MAX_BYTES).as_str());
        },
        "Trop long pour être collé ici",
    ),
    entry("closing-warning", closed, "r", "Instagram a fermé cette conversation"),
    // ---- sharing
    entry("share-not-public", private, "L r", "Ce message n'est pas public : il ne se relaie pas."),
    entry("share-one-quote", desk, "Space Space L c", "On ne cite qu'un message à la fois : Échap lève les marques."),
    entry("share-quote-leaves", desk, "L c \"Bravo\" Ctrl+D L c", "Votre citation part dans quelques secondes : u la reprend."),
    entry("share-no-past", desk, "L c Ctrl+G", "Une citation ne reprend pas vos réponses passées"),
    // ---- the query
    entry("filter-takes", desk, "/ \"type:\"", "type: question, plainte"),
    entry("filter-takes-author", desk, "/ \"de:\"", "de: un nom, ou un compte"),
    entry("filter-key", desk, "/ \"foobar:1\"", "« foobar:1 » n'est pas compris : de:"),
    entry("filter-key-near", desk, "/ \"resau:x\"", "« resau:x » : vouliez-vous dire réseau: ?"),
    entry("filter-value", desk, "/ \"ton:zzzzzz\"", "« ton:zzzzzz » n'est pas compris"),
    entry("filter-value-near", desk, "/ \"type:plinte\"", "« type:plinte » : vouliez-vous dire type:plainte ?"),
    entry("filter-day", desk, "/ \"avant:hier\"", "« avant:hier » n'est pas un jour"),
    entry("filter-label-none", bare, "/ \"étiquette:\"", "pas encore d'étiquette"),
    entry("filter-label", desk, "/ \"étiquette:zzzzzz\"", "aucune étiquette de ce nom, il y a SAV"),
    entry("filter-label-near", desk, "/ \"étiquette:sva\"", "vouliez-vous dire étiquette:SAV ?"),
    entry("filter-without", desk, "/ \"-type:spam\"", "le - ne retire que des mots simples."),
    entry("filter-also", desk, "/ \"type:plinte avant:hier\"", "Incompris aussi : avant:hier"),
    // ---- what this machine can't do
    with(
        "shell-no-browser",
        desk,
        "",
        |screen| screen.hear(Event::NotOpened("https://pouet.example/1".into())),
        "L'adresse, à copier : https://pouet.example/1",
    ),
    with("shell-no-mail", desk, "", |screen| screen.hear(Event::NotOpened("mailto:k@a.example".into())), "Copiez le texte et envoyez-le"),
    // ---- networks
    entry(
        "shell-refused",
        || answering(Say::error("422 Unprocessable", "Texte refusé")),
        "r \"Merci\" Ctrl+D ~11",
        "Le réseau a refusé : Texte refusé",
    ),
    entry("shell-not-left", gone, "r \"Merci\" Ctrl+D ~11", "N'est pas parti : ce message n'est plus là"),
    entry("shell-unclear", unclear, "r \"Merci\" Ctrl+D ~11", "Pas de réponse claire du réseau"),
    entry("shell-ask-person", unclear, "x r \"pub\" Enter y ~11 ~30", "Ce réseau ne permet pas de vérifier si l'envoi est passé."),
    with(
        "shell-late",
        desk,
        "r \"Merci\" Ctrl+D",
        |screen| {
            screen.model.now += chrono::Duration::minutes(20);
            screen.restart();
            screen.tick(2);
        },
        "L'heure est passée de plus de 15 minutes",
    ),
    // ---- files of saved replies
    with("replies-wrong-syntax", desk, "", |screen| read(screen, "format = "), "ce n'est pas ce qui est attendu ici"),
    with("replies-wrong-format", desk, "", |screen| read(screen, "format = 9\n"), "écrivez format = 1"),
    with(
        "replies-wrong-language",
        desk,
        "",
        |screen| read(screen, &one("name = \"a\"\nlanguage = \"de\"\ntext = \"x\"")),
        "n'est pas une langue",
    ),
    with(
        "replies-wrong-name",
        desk,
        "",
        |screen| read(screen, &one("name = \" \"\nlanguage = \"fr\"\ntext = \"x\"")),
        "ce modèle n'a pas de nom",
    ),
    with(
        "replies-wrong-text",
        desk,
        "",
        |screen| read(screen, &one("name = \"a\"\nlanguage = \"fr\"\ntext = \" \"")),
        "ce modèle n'a pas de texte",
    ),
    with(
        "replies-wrong-twice",
        desk,
        "",
        |screen| {
            let reply = "name = \"a\"\nlanguage = \"fr\"\ntext = \"x\"\n";
            read(screen, &one(&format!("{reply}[[reply]]\n{reply}")));
        },
        "y est deux fois dans la même langue",
    ),
    with("replies-wrong-size", desk, "", |screen| read(screen, &"#".repeat(5 * 1024 * 1024)), "trop grand : 4 Mo au plus"),
    // ---- rules
    entry("rule-flaw-no-name", desk, "7 , , , , n Ctrl+D", "Il lui faut un nom."),
    entry("rule-flaw-name-taken", desk, "7 , , , , n \"colis\" Ctrl+D", "Une autre règle porte ce nom."),
    entry("rule-flaw-no-condition", desk, "7 , , , , n \"A\" Ctrl+D", "Il manque une condition"),
    entry("rule-flaw-empty-keyword", desk, "7 , , , , n \"A\" Tab \" , ,\" Ctrl+D", "Un mot est vide."),
    with(
        "rule-flaw-too-long",
        desk,
        "7 , , , , n \"A\" Tab",
        |screen| {
            screen.type_text(&"a".repeat(130)).keys("Ctrl+D");
        },
        "Trop de mots, ou un texte trop long.",
    ),
    entry("rule-flaw-no-length", desk, "7 , , , , n \"A\" Tab Tab Tab Tab \"90\" Tab \"5\" Ctrl+D", "à la fois plus long et plus court"),
    entry("rule-flaw-no-proposal", desk, "7 , , , , n \"A\" Tab \"colis\" Ctrl+D", "Elle ne propose rien"),
];

/// Refusals that no key brings about in a test, and why.
const UNREACHED: &[(&str, &str)] = &[
    ("card-erased-part", "another program holds the file for longer than Ronde waits: tests/suite/store/person.rs holds it"),
    ("card-nothing-here", "a card always lists the message from which it was opened; it is for a card that the file has not filled yet"),
    ("shell-not-loaded", "the key is quicker than the file, which answers at once here: tests/suite/unfinished.rs slows it"),
    ("shell-no-brand", "without a brand the welcome hears every key"),
    ("shell-already-left", "a delivery leaves between two keys of the CM and the file: tests/suite/deliveries.rs races them"),
];

/// What stands before a text that says no.
const NO: &[&str] = &["Err(", "hint(", "warn(", "wrong = Some(", "wrong(model, ", "refuse(words, ", "ok_or_else(|| ", "fail(model, "];
/// Texts that say no wherever they stand.
const FAMILIES: &[&str] = &[
    "filter-",
    "lack-",
    "replies-wrong-",
    "rule-flaw-",
    "hand-no-",
    "hand-bad-",
    "views-name-",
    "labels-taken",
    "closing-warning",
    "brief-answer-empty",
];
/// What the inbox is made of.
const PARTS: &[&str] = &[
    "app/inbox.rs",
    "app/inbox",
    "app/shell.rs",
    "app/rounds.rs",
    "app/unsay.rs",
    "app/proposing.rs",
    "app/unfinished.rs",
    "app/notebook/saved_replies.rs",
    "app/notebook/replies_file.rs",
    "app/notebook/rules.rs",
    "app/notebook/rules",
    "domain/label.rs",
    "replies.rs",
];

fn sources(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("a folder").flatten();
        entries.for_each(|entry| sources(&entry.path(), found));
    } else if path.exists() {
        let text = std::fs::read_to_string(path).expect("a source");
        found.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
    }
}

/// The ids of the texts by which the code says no.
fn refusals() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut code = Vec::new();
    for part in PARTS {
        sources(&root.join(part), &mut code);
    }
    let mut found = Vec::new();
    for text in &code {
        for (at, opening) in text.match_indices("Text::new(\"") {
            let id = text[at + opening.len()..].split('"').next().expect("a literal ends");
            let before = text[..at].trim_end();
            let says_no = NO.iter().any(|no| before.ends_with(no.trim_end())) || FAMILIES.iter().any(|family| id.starts_with(family));
            if says_no {
                found.push(id.to_owned());
            }
        }
    }
    // The charter's check is told by texts of its own.
    let charter = std::fs::read_to_string(root.join("app/refusal.rs")).expect("a source");
    let of_answer = charter.split("pub fn of_post").next().unwrap_or_default();
    found.extend(of_answer.split("Text::new(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    found.extend(Flaw::ALL.iter().map(|flaw| format!("rule-flaw-{}", flaw.code())));
    found
}

#[test]
fn every_text_that_says_no_is_brought_about_and_read() {
    let in_code = refusals();
    let listed = REFUSALS.iter().map(|entry| entry.name).chain(UNREACHED.iter().map(|(id, _)| *id));
    complete("texts that say no", in_code.iter().map(String::as_str), listed);
    run(REFUSALS);
}

#[test]
fn a_key_without_a_place_to_act_says_so_in_english_too() {
    for (stage, keys, said) in [
        (empty as fn() -> Screen, "a", "No message here."),
        (bare, "d", "No contact to delegate to"),
        (desk, "r Ctrl+D", "The answer is empty."),
        (desk, "/ <foobar:1>", "“foobar:1” is not understood"),
    ] {
        let mut screen = stage();
        screen.lang(ronde::lang::Lang::En);
        super::play(&mut screen, keys);
        screen.shows(said);
    }
}
