//! Every word of the query language, in both languages, with every value that it takes: typed, and what is listed then.

use super::{complete, play};
use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::{Classify, Job, Labelling};
use ronde::domain::account::{Access, Network};
use ronde::domain::message::{Incoming, Message, MessageKind, MessageState, StateName, Tone};
use ronde::domain::query::{Query, Term, View, Why};
use ronde::domain::text::SafeText;
use ronde::domain::{ContactId, MessageId};

/// A message of each network, of each type, of each tone, in each state; the first of each network has a label.
fn library() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let contact = given::contact(&mut home, brand);
    let mut number = 0;
    let mut message = |home: &mut given::Home, account| {
        number += 1;
        let author: SafeText = format!("Auteur {number}").as_str().into();
        let text: SafeText = format!("Thé numéro {number}, à l’heure").as_str().into();
        let day = at(number * 24 * 60);
        let told = Incoming {
            author_id: format!("b{number}").as_str().into(),
            handle: format!("@b{number}@example.social").as_str().into(),
            author,
            text,
            at: day,
            ..given::incoming(number)
        };
        given::take(home, account, vec![told]);
        let rows = given::rows(home, brand, View::All, "");
        rows.iter().map(|row| row.message.id).max().expect("a message")
    };
    let accounts: Vec<_> = Network::ALL.iter().map(|network| given::account_of(&mut home, brand, *network, Access::Manual)).collect();
    let of_networks: Vec<MessageId> = accounts.iter().map(|account| message(&mut home, *account)).collect();
    home.ask(Job::Label(Labelling { messages: of_networks, put: vec!["Salon du thé".into()], take: vec![], at: at(5) }));
    for kind in MessageKind::ALL {
        let id = message(&mut home, accounts[0]);
        home.ask(Job::Classify { messages: vec![id], change: Classify::Kind(*kind), at: at(6) });
    }
    for tone in Tone::ALL {
        let id = message(&mut home, accounts[0]);
        home.ask(Job::Classify { messages: vec![id], change: Classify::Tone(*tone), at: at(7) });
    }
    for state in StateName::ALL {
        let id = message(&mut home, accounts[0]);
        if let Some(state) = outcome(*state, contact) {
            home.ask(Job::Decide { messages: vec![id], state, at: at(60 * 24 * 50), sweep: None, reason: SafeText::EMPTY });
        }
    }
    let mut screen = Screen::given(home, at(60 * 24 * 60));
    screen.resize(160, 60).keys("2 ;");
    screen
}

fn outcome(state: StateName, contact: ContactId) -> Option<MessageState> {
    Some(match state {
        StateName::Open => return None,
        StateName::Answered => MessageState::Answered,
        StateName::Delegated => MessageState::Delegated { contact, due: at(60 * 24 * 90) },
        StateName::Snoozed => MessageState::Snoozed { until: at(60 * 24 * 90) },
        StateName::Closed => MessageState::Closed,
        StateName::Hidden => MessageState::Hidden,
    })
}

fn listed(screen: &Screen) -> Vec<Message> {
    screen.model.inbox.rows.iter().map(|row| row.message.clone()).collect()
}

/// Types a query, checks that the list holds what it asks for, all of it and no more, and that the screen shows it.
#[track_caller]
fn finds(screen: &mut Screen, all: &[Message], typed: &str, holds: impl Fn(&Message) -> bool) {
    play(screen, &format!("/ <{typed}>"));
    let mut found: Vec<MessageId> = listed(screen).iter().map(|message| message.id).collect();
    found.sort_unstable();
    let wanted: Vec<&Message> = all.iter().filter(|message| holds(message)).collect();
    assert!(!wanted.is_empty() && wanted.len() < all.len(), "{typed} tells messages apart");
    let mut ids: Vec<MessageId> = wanted.iter().map(|message| message.id).collect();
    ids.sort_unstable();
    assert_eq!(found, ids, "{typed}\n{}", screen.text());
    assert!(screen.model.inbox.nonsense.is_empty(), "{typed} is understood");
    screen.shows(wanted[0].author.as_str());
    screen.keys("Esc");
}

fn network_of(screen: &Screen, message: &Message) -> Network {
    screen.model.account(message.account).expect("its account").network
}

#[test]
fn every_word_of_a_query_finds_by_every_value_in_both_languages() {
    let mut screen = library();
    let all = listed(&screen);
    let networks: Vec<Network> = all.iter().map(|message| network_of(&screen, message)).collect();
    let network_of = |message: &Message| networks[all.iter().position(|known| known.id == message.id).expect("it is listed")];
    for term in Term::ALL {
        let names: Vec<&str> = term.names().into_iter().chain(term.aliases().iter().copied()).collect();
        for name in names {
            let values = term.values();
            match term {
                Term::From => finds(&mut screen, &all, &format!("{name}:\"auteur 3\""), |message| message.author.as_str() == "Auteur 3"),
                Term::Label => finds(&mut screen, &all, &format!("{name}:\"salon du the\""), |message| !message.labels.is_empty()),
                Term::Before => finds(&mut screen, &all, &format!("{name}:2026-11-10"), |message| message.at < day("2026-11-10")),
                Term::After => finds(&mut screen, &all, &format!("{name}:10/11/2026"), |message| message.at >= day("2026-11-10")),
                Term::Network => {
                    for (pair, network) in values.iter().zip(Network::ALL) {
                        for value in pair {
                            finds(&mut screen, &all, &format!("{name}:{value}"), |one| network_of(one) == *network);
                        }
                    }
                }
                Term::Kind | Term::Tone | Term::State => {
                    for value in values.iter().flatten() {
                        let query = Query::parse(&format!("{name}:{value}")).0;
                        let holds = |message: &Message| {
                            query.kind.is_none_or(|kind| message.kind == kind)
                                && query.tone.is_none_or(|tone| message.tone == tone)
                                && query.state.is_none_or(|state| message.state.name() == state)
                        };
                        finds(&mut screen, &all, &format!("{name}:{value}"), holds);
                    }
                }
            }
        }
    }
}

fn day(text: &str) -> ronde::domain::time::Moment {
    format!("{text}T00:00:00+01:00").parse().expect("an instant")
}

#[test]
fn every_value_has_a_message_and_every_type_tone_and_state_a_value() {
    let values = |term: Term| term.values().len();
    assert_eq!(values(Term::Network), Network::ALL.len());
    for (term, most) in [(Term::Kind, MessageKind::ALL.len()), (Term::Tone, Tone::ALL.len()), (Term::State, StateName::ALL.len())] {
        assert!(values(term) + 1 >= most, "{term:?}: only what is not told yet may be without a word");
    }
}

#[test]
fn plain_words_phrases_and_what_must_not_stand_there_find_too() {
    let mut screen = library();
    let all = listed(&screen);
    // A new kind of word has to be named here, and tried below.
    let Query { words: _, phrases: _, without: _, from: _, network: _, kind: _, tone: _, state: _, before: _, after: _, labels: _ } =
        Query::default();
    finds(&mut screen, &all, "NUMERO 12", |message| message.text.as_str().contains(" 12,"));
    finds(&mut screen, &all, "\"numéro 7\"", |message| message.text.as_str().contains("numéro 7,"));
    finds(&mut screen, &all, "« numéro 7 »", |message| message.text.as_str().contains("numéro 7,"));
    finds(&mut screen, &all, "thé -5", |message| !message.text.as_str().contains(" 5"));
}

/// What of a query means nothing: its kind, what is typed, and what the screen says.
const NONSENSE: &[(&str, &str, &str)] = &[
    ("key", "resau:x", "« resau:x » : vouliez-vous dire réseau: ?"),
    ("value", "ton:zzzzzz", "« ton:zzzzzz » n'est pas compris :"),
    ("day", "avant:hier", "« avant:hier » n'est pas un jour : écrivez avant:2026-11-01 ou avant:01/11/2026"),
    ("label", "étiquette:zzzzzz", "aucune étiquette de ce nom, il y a Salon du thé"),
    ("without", "-type:spam", "« -type:spam » : le - ne retire que des mots simples."),
];

/// The name of a reason: a new one has to be named here.
const fn name(why: &Why) -> &'static str {
    match why {
        Why::Key(_) => "key",
        Why::Value(..) => "value",
        Why::Day(_) => "day",
        Why::Label(_) => "label",
        Why::Without => "without",
    }
}

#[test]
fn every_word_that_means_nothing_is_told_and_something_is_still_listed() {
    let mut screen = library();
    let mut told = Vec::new();
    for (kind, typed, said) in NONSENSE {
        play(&mut screen, &format!("/ <thé {typed}>"));
        screen.shows(said);
        assert!(!screen.model.inbox.rows.is_empty(), "{typed}: something is still shown");
        told.extend(screen.model.inbox.nonsense.iter().map(|nonsense| name(&nonsense.why)));
        assert!(told.contains(kind), "{typed}");
        screen.keys("Esc");
    }
    told.sort_unstable();
    told.dedup();
    complete("nonsense", ["key", "value", "day", "label", "without"], told);
}
