//! Every command of the inbox, and the same on marked messages.

use super::world::{desk, poor};
use super::{Entry, complete, entry, run};
use ronde::app::command::{Scope, all};

/// An answer begins with the name of whom it answers, and is counted with it: `@a0 `.
const COMMANDS: &[Entry] = &[
    entry("inbox-reply", desk, "r", "4/500"),
    entry("inbox-model", desk, "m", "Modèles de réponse"),
    entry("inbox-close", desk, "a", "Archivé : Élodie Petit"),
    entry("inbox-delegate", desk, "d 1 2", "Pour Nadia : texte copié"),
    entry("inbox-brief", desk, "d 1 2 , D", "Demande à Nadia"),
    entry("inbox-snooze", desk, "s 1", "Suspendu : Élodie Petit"),
    entry("inbox-classify", desk, "t p", "plainte"),
    entry("inbox-accept", desk, "y", "Accepté : question"),
    entry("inbox-refuse", desk, "N", "Laissé : question"),
    entry("inbox-moderate", desk, "x", "Modérer ce message"),
    entry("inbox-like", desk, "l", "Aimé dans 10 secondes."),
    entry("inbox-share", desk, "L", "Relayer ce message"),
    entry("inbox-raise", desk, "!", "Noté : alerte"),
    entry("inbox-reopen", desk, "a ; End R", "Rouvert : Élodie Petit"),
    entry("inbox-repeat", desk, "a .", "Archivé : Karim B."),
    entry("inbox-win", desk, "b Ctrl+D", "Bravo gardé pour le rapport"),
    entry("inbox-feedback", desk, "f Ctrl+D", "Retour gardé pour le rapport"),
    entry("inbox-idea", desk, "i", "Idée ajoutée à la File (4)."),
    entry("inbox-mark", desk, "Space Space x", "Modérer 2 messages"),
    entry("inbox-mark-all", desk, "* x", "Modérer 9 messages"),
    entry("inbox-find", desk, "/ \"numéro 3\"", "Message numéro 3"),
    entry("inbox-next-view", desk, ",", "┌ Délégués"),
    entry("inbox-previous-view", desk, ";", "┌ Tous"),
    entry("inbox-person", desk, "p", "Rien de promis"),
    entry("inbox-promise", desk, "P", "Que promettre à Élodie Petit ?"),
    entry("inbox-log", desk, "n", "Noter un message reçu ailleurs"),
    entry("inbox-open", desk, "o", "desktop:Browse("),
    entry("inbox-copy", desk, "c", "Message copié."),
    entry("inbox-sweep", desk, "S", "0/9"),
    entry("inbox-end-sweep", desk, "S a E", "terminée"),
    entry("views", desk, "/ \"ton:-\" Ctrl+S \"Râleurs\" Enter : \"vues enregistrées\" Enter", "Quelle vue ?"),
    entry("inbox-label", desk, ": \"étiqueter\" Enter", "Quelles étiquettes ?"),
    entry("labels", desk, ": \"étiquettes de la marque\" Enter", "SAV (1 message)"),
    entry("filter-keep", desk, "/ \"numéro 3\" Enter r", "4/500"),
    entry("filter-clear", desk, "/ \"zzz\" Esc", "┌ À traiter 9"),
    entry("views-save", desk, "/ \"ton:-\" Ctrl+S", "Quel nom pour cette vue ?"),
    entry("inbox-focus", desk, "z", "z ou Échap montre la liste"),
    entry("inbox-why", desk, "F2", "Délais de réponse : d'où viennent ces chiffres"),
    entry("composer-send", desk, "r \"Merci\" Ctrl+D", "Réponse à Élodie Petit"),
    entry("composer-leave", desk, "r \"Merci\" Esc", "Brouillon gardé."),
    entry("composer-models", desk, "r Ctrl+T", "Modèles de réponse"),
    entry("composer-past", desk, "r Ctrl+G", "Vos réponses passées"),
    entry("composer-editor", desk, "r Ctrl+E", "desktop:Edit {"),
    entry("composer-saved", desk, "r Ctrl+S", "Déjà enregistré"),
    entry("composer-send-now", desk, "t - r \"Désolée\" Ctrl+D Ctrl+D", "Réponse à Élodie Petit"),
    entry("composer-back-to-text", desk, "t - r \"Désolée\" Ctrl+D Esc", "11/500"),
    entry("card-note", desk, "p e \"aime le déca\" Ctrl+D", "Note gardée."),
    entry("card-promise", desk, "p n", "Que promettre à Élodie Petit ?"),
    entry("card-kind", desk, "p t j", "Noté : journaliste"),
    entry("card-join", desk, "p = \"karim\" Enter", "Réunis : Élodie Petit et Karim B."),
    entry("card-keep", desk, "p n \"rappeler\" Enter 1 Home a", "Promesse tenue."),
    entry("card-move", desk, "p n \"rappeler\" Enter 1 Home s 3", "Promesse reportée au"),
    entry("card-more", desk, "p x", "Effacer cette personne…"),
    entry("card-open", desk, "p End Enter", "Message numéro 0"),
    entry("card-leave", desk, "p p", "Comment conclure ce message ?"),
    entry("note-leave", desk, "p e \"x\" Esc", "Note gardée."),
    entry("note-saved", desk, "p e \"x\" Ctrl+S", "Déjà enregistré"),
];

/// The scopes in which the inbox hears keys.
const SCOPES: &[Scope] = &[Scope::Inbox, Scope::Filter, Scope::Card, Scope::Note, Scope::Composer, Scope::SecondLook];

#[test]
fn every_command_of_the_inbox_is_reached_by_keys_and_shows_what_it_did() {
    let commands = all().filter(|spec| SCOPES.contains(&spec.scope)).map(|spec| spec.name);
    complete("commands", commands, COMMANDS.iter().map(|entry| entry.name));
    run(COMMANDS);
}

const BULK: &[Entry] = &[
    entry("inbox-close", desk, "Space Space Space a", "3 messages archivés"),
    entry("inbox-delegate", desk, "Space Space Space d 1 2", "3 messages délégués"),
    entry("inbox-brief", desk, "Space Space d 1 2 , Space Space D", "Demande à Nadia"),
    entry("inbox-snooze", desk, "Space Space Space s 1", "3 messages suspendus"),
    entry("inbox-classify", desk, "Space Space Space t p", "3 messages notés"),
    entry("inbox-accept", desk, "Space Space Space y", "Propositions acceptées pour 3 messages"),
    entry("inbox-refuse", desk, "Space Space Space N", "Propositions laissées pour 3 messages"),
    entry("inbox-moderate", desk, "Space Space Space x m 1", "3 messages modérés"),
    entry("inbox-like", desk, "Space Space Space l", "◷ 3 envois"),
    entry("inbox-share", desk, "Space Space Space L r", "3 messages relayés dans 10 secondes"),
    entry("inbox-raise", desk, "Space Space Space !", "3 messages notés : alerte"),
    entry("inbox-reopen", desk, "a a a ; End k k Space Space Space R", "3 messages rouverts"),
    entry("inbox-repeat", desk, "a Space Space .", "2 messages archivés"),
    entry("inbox-label", desk, "Space Space t e \"foire\" Enter", "2 messages étiquetés : +foire"),
];

/// Commands that are for one message, or for none, whatever is marked, and why.
const SINGLE: &[(&str, &str)] = &[
    ("inbox-reply", "an answer is to one person"),
    ("inbox-model", "an answer is to one person"),
    ("inbox-win", "its words, link and consent are those of one message"),
    ("inbox-feedback", "its words are those of one message"),
    ("inbox-idea", "its words are those of one message"),
    ("inbox-mark", "it marks"),
    ("inbox-mark-all", "it marks"),
    ("inbox-find", "about the list"),
    ("inbox-next-view", "about the list"),
    ("inbox-previous-view", "about the list"),
    ("inbox-person", "a card is of one person"),
    ("inbox-promise", "a promise is to one person"),
    ("inbox-log", "about a new message"),
    ("inbox-open", "a browser per message would be a flood"),
    ("inbox-copy", "the clipboard holds one text"),
    ("inbox-sweep", "about the list"),
    ("inbox-end-sweep", "about the list"),
    ("views", "about the list"),
    ("labels", "about the words of the brand"),
    ("inbox-focus", "about the list"),
    ("inbox-why", "about figures"),
];

#[test]
fn every_command_that_can_acts_on_all_marked_messages() {
    let commands = all().filter(|spec| spec.scope == Scope::Inbox).map(|spec| spec.name);
    complete("commands on marked messages", commands, BULK.iter().map(|entry| entry.name).chain(SINGLE.iter().map(|(name, _)| *name)));
    run(BULK);
}

/// What touches many messages asks first; Enter changes nothing, the letter does it.
const MANY: &[Entry] = &[
    entry("a close", desk, "* a", "Archiver 9 messages sans répondre ?"),
    entry("a close, left", desk, "* a Enter", "┌ À traiter 9"),
    entry("a close, done", desk, "* a y", "9 messages archivés"),
    entry("a snooze", desk, "* s 1", "Suspendre 9 messages ?"),
    entry("a delegation", desk, "* d 1 2", "Déléguer 9 messages ?"),
    entry("a hiding", desk, "* x m 1", "Masquer 9 messages ici ?"),
    entry("a mute", desk, "* x s 1", "Masquer 9 messages et ne plus voir leurs auteurs ?"),
    entry("a block", desk, "* x b 1", "Bloquer les auteurs de 9 messages ?"),
    entry("a report", desk, "* x r 1", "Signaler 9 messages au serveur ?"),
    entry("a like", desk, "* l", "Aimer 9 messages ?"),
    entry("a repost", desk, "* L r", "Relayer 9 messages au nom de la marque"),
    entry("a block of one", desk, "x b 1", "Bloquer Élodie Petit ?"),
    entry("a report of one", desk, "x r 1", "Signaler Élodie Petit au serveur ?"),
    entry("a reopening", desk, "* a y ; * R", "Rouvrir 9 messages ?"),
    entry("a mute that the server lacks", poor, "x s", "Le serveur de @brume@example.social ne propose pas"),
];

#[test]
fn what_touches_many_or_can_t_be_taken_back_asks_first() {
    run(MANY);
}
