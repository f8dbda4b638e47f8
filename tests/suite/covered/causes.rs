//! Every cause of trouble, and every conflict of the file: what brings it about, and what the screen says.

use super::world::{answering, beneath, desk, foreign, locked_out, nowhere, signing_in, silent, unconnected};
use super::{Entry, complete, entry, play, run, with};
use crate::double::Say;
use crate::screen::Screen;
use ronde::app::trouble::{Cause, Trouble};
use ronde::domain::conflict::Conflict;
use ronde::domain::delivery::Answer;
use ronde::domain::refusal::Refusal;
use ronde::domain::text::SafeText;

fn says(status: &'static str, headers: &'static str, body: &str) -> Screen {
    answering(Say::Http(status, headers, body.to_owned()))
}

/// The file refuses the next thing it is asked to write, for this.
fn refusing(cause: Cause, words: &str) -> Screen {
    let mut screen = desk();
    screen.refuses = Some(Trouble { cause, account: None, detail: SafeText::line(words) });
    screen
}

/// An error as Bluesky names it.
fn named(status: &'static str, code: &str, words: &str) -> Say {
    Say::Http(status, "Content-Type: application/json\r\n", format!("{{\"error\":\"{code}\",\"message\":\"{words}\"}}"))
}

/// What leaves next from this desk is refused for this.
fn refused(mut screen: Screen, refusal: &Refusal) -> Screen {
    screen.answers = Some(Answer::Refused { why: refusal.to_words() });
    screen
}

/// The same for an answer.
fn answer_refused(refusal: &Refusal) -> Screen {
    refused(desk(), refusal)
}

fn file() -> SafeText {
    SafeText::line("tasse.png")
}

/// Writes an answer and lets it leave.
const ANSWER: &str = "r \"Merci\" Ctrl+D ~11";

const CAUSES: &[Entry] = &[
    // ---- a network, asked for what is new; the account's page tells what it said
    entry("unreachable", nowhere, "Ctrl+R 7 ,", "Pas de connexion au serveur."),
    entry("timed-out", silent, "Ctrl+R 7 ,", "Le serveur n'a pas répondu à temps."),
    entry("auth-expired", || says("401 Unauthorized", "", "{}"), "Ctrl+R", "Le réseau refuse la clé d'accès de ce compte."),
    entry(
        "scope-missing",
        || answering(Say::error("403 Forbidden", "This action is outside the authorized scopes")),
        "Ctrl+R 7 ,",
        "La clé d'accès de ce compte ne permet pas cette action.",
    ),
    entry("rate-limited", || says("429 Too Many Requests", "Retry-After: 60\r\n", "{}"), "Ctrl+R 7 ,", "jusqu'à"),
    entry("not-found", || says("404 Not Found", "", "{}"), "Ctrl+R 7 ,", "Le serveur ne trouve pas ce que Ronde lui demande."),
    entry("rejected", || answering(Say::error("422 Unprocessable", "Trop tard")), "Ctrl+R 7 ,", "Le réseau a refusé : Trop tard"),
    entry("server-failed", || says("500 Oops", "", "{}"), "Ctrl+R 7 ,", "Le serveur du réseau est en panne."),
    entry("unreadable", || says("200 OK", "", "<html>hôtel</html>"), "Ctrl+R 7 ,", "quelque chose que Ronde ne sait pas lire"),
    entry("too-large", || says("200 OK", "", &" ".repeat(70_000)), "Ctrl+R 7 ,", "La réponse du serveur est trop volumineuse"),
    entry("not-offered", foreign, "Ctrl+R 7 ,", "Ce réseau ou ce serveur ne propose pas cela."),
    entry("no-secret", locked_out, "Ctrl+R", "La clé d'accès de ce compte est introuvable"),
    entry("bad-address", unconnected, "7 , n 1 Ctrl+U \"ftp://exemple.fr\" Enter", "Ronde ne va pas à cette adresse"),
    entry("demo", super::world::empty, "7 , n 1 Ctrl+U \"mastodon.social\" Enter Enter", "La démonstration n'envoie rien."),
    // ---- a network that takes a password, asked to let an account in
    entry(
        "wrong-password",
        || signing_in(named("401 Unauthorized", "AuthenticationRequired", "Invalid identifier or password")),
        "Enter",
        "Le réseau ne reconnaît pas cet identifiant avec ce mot de passe.",
    ),
    entry(
        "needs-app-password",
        || signing_in(named("401 Unauthorized", "AuthFactorTokenRequired", "A code was sent")),
        "Enter",
        "Ce compte demande une seconde preuve à la connexion.",
    ),
    entry(
        "suspended",
        || signing_in(named("401 Unauthorized", "AccountTakedown", "Account has been taken down")),
        "Enter",
        "Le réseau a fermé ce compte, ou son titulaire l'a mis en pause :",
    ),
    entry(
        "unknown-handle",
        || signing_in(named("400 Bad Request", "HandleNotFound", "Unable to resolve handle")),
        "Ctrl+U Enter",
        "Aucun compte trouvé pour : brume.test",
    ),
    // ---- what left, refused with Ronde's own figures or in the network's words
    entry("refused-said", || answering(Say::error("422 Unprocessable", "Texte bloqué")), ANSWER, "Le réseau a refusé : Texte bloqué"),
    entry(
        "refused-too-long",
        || answer_refused(&Refusal::TooLong { used: 312, limit: 300 }),
        ANSWER,
        "312 caractères, le réseau en prend 300 au plus : raccourcissez le texte",
    ),
    entry(
        "refused-too-many-bytes",
        || answer_refused(&Refusal::TooManyBytes { used: 3125, limit: 3000 }),
        ANSWER,
        "3 125 octets, le réseau en prend 3 000 au plus : enlevez quelques émojis",
    ),
    entry(
        "refused-too-many-media",
        || answer_refused(&Refusal::TooManyMedia { used: 5, limit: 4 }),
        ANSWER,
        "5 images, le réseau en prend 4 au plus : enlevez-en",
    ),
    entry(
        "refused-media-too-large",
        || answer_refused(&Refusal::MediaTooLarge { file: file(), bytes: 3_200_001, limit: 1_000_000 }),
        ANSWER,
        "tasse.png pèse 3 201 ko, le réseau en prend 1 000 au plus : réduisez l'image",
    ),
    entry(
        "refused-file-missing",
        || answer_refused(&Refusal::FileMissing { file: file() }),
        ANSWER,
        "N'est pas parti : tasse.png n'est plus à sa place : remettez-y le fichier, ou choisissez-en un autre",
    ),
    entry(
        "refused-file-unreadable",
        || answer_refused(&Refusal::FileUnreadable { file: file() }),
        ANSWER,
        "tasse.png ne se laisse pas lire : vérifiez que ce fichier vous appartient, ou choisissez-en un autre",
    ),
    entry(
        "refused-not-a-file",
        || answer_refused(&Refusal::NotAFile { file: file() }),
        ANSWER,
        "tasse.png n'est pas un fichier : choisissez une image",
    ),
    entry(
        "refused-file-too-large",
        || answer_refused(&Refusal::FileTooLarge { file: file(), bytes: 312_000_001, limit: 100_000_000 }),
        ANSWER,
        "tasse.png pèse 313 Mo, Ronde en envoie 100 au plus : réduisez le fichier",
    ),
    entry(
        "refused-upload-too-slow",
        || answer_refused(&Refusal::UploadTooSlow { file: file(), seconds: 120 }),
        ANSWER,
        "l'envoi de tasse.png n'était pas fini après 120 s : réduisez le fichier, ou attendez une meilleure connexion",
    ),
    entry(
        "refused-not-a-picture",
        || answer_refused(&Refusal::NotAPicture { file: file() }),
        ANSWER,
        "tasse.png n'est pas une image que le réseau accepte : choisissez un fichier JPEG, PNG, WebP ou GIF",
    ),
    entry(
        "refused-alt-too-long",
        || answer_refused(&Refusal::AltTooLong { file: file(), used: 2100, limit: 2000 }),
        ANSWER,
        "la description de tasse.png a 2 100 caractères, le réseau en prend 2 000 au plus : raccourcissez-la",
    ),
    entry(
        "refused-not-offered",
        || answer_refused(&Refusal::NotOffered),
        "l ~11",
        "ce réseau ou ce serveur ne propose pas cela : faites-le dans le navigateur, puis notez-le ici",
    ),
    entry("refused-gone", || answer_refused(&Refusal::Gone), "L r ~11", "ce message n'est plus là"),
    entry(
        "refused-blocked",
        || answer_refused(&Refusal::Blocked),
        ANSWER,
        "impossible d'agir sur ce que dit cet auteur : l'un de vous bloque l'autre",
    ),
    entry(
        "refused-replies-closed",
        || answer_refused(&Refusal::RepliesClosed),
        ANSWER,
        "son auteur ne laisse répondre que certaines personnes",
    ),
    entry(
        "refused-quotes-closed",
        || answer_refused(&Refusal::QuotesClosed),
        "L c \"Bravo\" Ctrl+D ~11",
        "son auteur ne permet pas de le citer",
    ),
    entry(
        "refused-not-beneath-ours",
        || refused(beneath(), &Refusal::NotBeneathOurs),
        "x m 1 ~11",
        "seules les réponses sous l'une de vos publications peuvent être masquées : masquez ou bloquez plutôt l'auteur",
    ),
    entry(
        "refused-not-ours",
        || answer_refused(&Refusal::NotOurs),
        "j x d y ~11",
        "ceci n'est pas à vous, vous ne pouvez pas le supprimer",
    ),
    entry(
        "refused-gate-full",
        || refused(beneath(), &Refusal::GateFull { limit: 300 }),
        "x m 1 ~11",
        "300 réponses sont déjà masquées sous cette publication, le réseau n'en prend pas plus : masquez ou bloquez plutôt l'auteur",
    ),
    // ---- the file: another program took the view away meanwhile
    with(
        "missing",
        desk,
        "/ \"ton:-\" Ctrl+S \"Râleurs\" Enter : \"vues enregistrées\" Enter 1",
        |screen| {
            let conn = rusqlite::Connection::open(screen.path()).expect("the file opens");
            conn.execute("DELETE FROM saved_view", []).expect("it is gone");
            screen.keys("x");
        },
        "Ce que vous cherchez n'existe pas ou plus.",
    ),
    // ---- the file, which refuses: disks and other programs that no key brings about
    entry("disk-full", || refusing(Cause::DiskFull, ""), "a", "Le disque est plein : rien de nouveau ne peut être enregistré."),
    entry("read-only", || refusing(Cause::ReadOnly, ""), "a", "Le fichier de Ronde ne peut pas être modifié."),
    entry("locked", || refusing(Cause::Locked, ""), "a", "Un autre programme utilise le fichier de Ronde."),
    entry("damaged", || refusing(Cause::Damaged, ""), "a", "Le fichier de Ronde est abîmé."),
    entry("newer", || refusing(Cause::Newer, ""), "a", "Ce fichier vient d'une version plus récente de Ronde."),
    entry(
        "conflict",
        || refusing(Cause::Conflict, "the brand is on hold"),
        "a",
        "Cela ne peut pas se faire maintenant : la marque est en pause",
    ),
    entry("failed", || refusing(Cause::Failed, "boum"), "a", "Une erreur imprévue est survenue : boum"),
];

/// The codes of the causes, as their texts list them: `trouble-CODE`, with what to do beside it.
fn codes() -> Vec<&'static str> {
    let texts = include_str!("../../../assets/lang/fr/trouble.ftl");
    let ids = texts.lines().filter_map(|line| line.strip_prefix("trouble-")?.split(" =").next());
    ids.filter(|id| !id.starts_with("do-") && !id.starts_with("no-detail")).collect()
}

#[test]
fn every_cause_of_trouble_is_brought_about_and_told() {
    complete("causes", codes(), CAUSES.iter().map(|entry| entry.name));
    run(CAUSES);
}

#[test]
fn a_refusal_ends_before_what_to_do_begins_and_only_a_text_is_kept_as_a_draft() {
    let mut screen = answer_refused(&Refusal::TooLong { used: 312, limit: 300 });
    play(&mut screen, ANSWER);
    screen.shows("raccourcissez le texte. Rien n'est publié, votre texte est gardé en brouillon");
    let mut screen = refused(beneath(), &Refusal::GateFull { limit: 300 });
    play(&mut screen, "x m 1 ~11");
    screen.shows("masquez ou bloquez plutôt l'auteur. Rien n'a changé sur le réseau.");
    assert!(!screen.says("brouillon"), "{}", screen.text());
}

#[test]
fn an_outcome_that_the_file_refuses_leaves_the_message_where_it_was() {
    for cause in [Cause::DiskFull, Cause::ReadOnly, Cause::Locked] {
        let mut screen = refusing(cause, "");
        screen.keys("a");
        assert_eq!(screen.model.inbox.rows.len(), 9, "{cause:?}\n{}", screen.text());
        screen.keys("Home a");
        assert_eq!(screen.model.inbox.rows.len(), 8, "{cause:?}: the next time it goes\n{}", screen.text());
    }
}

/// Conflicts that keys alone bring about.
const CONFLICTS: &[Entry] = &[
    entry("delegated", desk, "d 1 2 7 , , x x", "des messages sont encore délégués à ce contact"),
    entry("on-its-way", desk, "r \"Merci\" Ctrl+D j j p x x y", "une réponse à cette personne est en route"),
];

/// Conflicts that the screens prevent, and how: the file refuses them to other programs and to the commands.
const PREVENTED: &[(&str, &str)] = &[
    ("left", "u asks what to do with an act that has left before it undoes anything"),
    ("leaves", "the menu of the queue says that the post leaves by itself"),
    ("changed-since", "what changed since was changed by an act that is undone first"),
    ("on-hold", "a brand on hold holds its deliveries back; no job of the screens asks for more"),
    ("blank", "the line being typed says that it is empty"),
    ("no-reason", "the line being typed asks for a reason"),
    ("manual", "the menu says that the account is kept by hand"),
    ("no-answer", "the menu says that no answer is out"),
    ("exists", "the screens write no copy of the file"),
    ("name-taken", "the line being typed says that the name is taken"),
    ("other-brand", "the screens show one brand at a time"),
    ("no-such-arrow", "the screens offer the arrows that there are"),
    ("flawed", "the rule editor says what a rule lacks"),
];

#[test]
fn every_conflict_is_brought_about_or_prevented() {
    let listed = CONFLICTS.iter().map(|entry| entry.name).chain(PREVENTED.iter().map(|(name, _)| *name));
    complete("conflicts", Conflict::ALL.iter().map(|conflict| conflict.code()), listed);
    run(CONFLICTS);
}

#[test]
fn every_conflict_is_told_in_the_language_of_the_screens() {
    for conflict in Conflict::ALL {
        let mut screen = refusing(Cause::Conflict, conflict.words());
        screen.keys("a");
        let text = screen.model.voice().coded("conflict", conflict.code());
        screen.shows("Cela ne peut pas se faire maintenant :");
        screen.shows(&text);
        assert!(!screen.text().contains(conflict.words()), "not in the words of the log\n{}", screen.text());
    }
}
