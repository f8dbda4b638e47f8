//! Every view of the list, and the way each outcome leads into one.

use super::world::{beneath, desk};
use super::{Entry, complete, entry, run};
use ronde::app::effect::ActName;
use ronde::domain::message::StateName;
use ronde::domain::query::View;

const VIEWS: &[Entry] = &[
    entry("open", desk, ", ;", "┌ À traiter 9"),
    entry("delegated", desk, "d 1 2 ,", "Délégués Élodie Petit · Mastodon"),
    entry("snoozed", desk, "s 1 , ,", "En attente Élodie Petit · Mastodon"),
    entry("answered", desk, "r \"Merci\" Ctrl+D , , ,", "Répondus Élodie Petit · Mastodon"),
    entry("all", desk, "a ;", "┌ Tous"),
];

#[test]
fn every_view_is_reached_by_keys_and_lists_what_it_is_for() {
    complete("views", View::ALL.iter().map(|view| view.code()), VIEWS.iter().map(|entry| entry.name));
    run(VIEWS);
}

/// Each outcome, as the line below the list tells it.
const OUTCOMES: &[Entry] = &[
    entry("open", desk, "a ; End R", "Rouvert : Élodie Petit"),
    entry("answered", desk, "r \"Merci\" Ctrl+D", "Réponse à Élodie Petit"),
    entry("delegated", desk, "d 1 2", "Délégué : Élodie Petit"),
    entry("snoozed", desk, "s 1", "Suspendu : Élodie Petit"),
    entry("closed", desk, "a", "Archivé : Élodie Petit"),
    entry("hidden", desk, "x m 1", "Modéré : Élodie Petit"),
];

#[test]
fn every_outcome_is_reached_by_keys_and_told() {
    complete("outcomes", StateName::ALL.iter().map(|state| state.code()), OUTCOMES.iter().map(|entry| entry.name));
    run(OUTCOMES);
}

/// Each act on a network, as it is told.
const ACTS: &[Entry] = &[
    entry("like", desk, "l", "Aimé dans 10 secondes."),
    entry("repost", desk, "L r", "Relayé dans 10 secondes"),
    entry("hide", beneath, "x m 1", "sur le réseau dans 10 secondes"),
    entry("mute", desk, "x s 1", "Modéré : Élodie Petit"),
    entry("block", desk, "x b 1 y", "Modéré : Élodie Petit"),
    entry("report", desk, "x r 2 y", "Modéré : Élodie Petit"),
    entry("delete-answer", desk, "j x d y", "Réponse supprimée dans 10 secondes"),
];

/// The name of an act: a new one has to be named here.
const fn name(act: ActName) -> &'static str {
    match act {
        ActName::Like => "like",
        ActName::Repost => "repost",
        ActName::Hide => "hide",
        ActName::Mute => "mute",
        ActName::Block => "block",
        ActName::Report => "report",
        ActName::DeleteAnswer => "delete-answer",
    }
}

#[test]
fn every_act_on_a_network_is_reached_by_keys_and_told() {
    let acts = [ActName::Like, ActName::Repost, ActName::Hide, ActName::Mute, ActName::Block, ActName::Report, ActName::DeleteAnswer];
    complete("acts", acts.map(name), ACTS.iter().map(|entry| entry.name));
    run(ACTS);
}
