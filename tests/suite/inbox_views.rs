//! Views, the filter and its words, labels and deadlines: keys in, screen out, in both languages.

use crate::alone::Screen;
use crate::given::{self, account_of, at, brand, store};
use ronde::app::effect::{Classify, Job};
use ronde::app::event::Reply;
use ronde::domain::MessageId;
use ronde::domain::account::{Access, Network};
use ronde::domain::message::{Channel, Incoming, MessageKind, MessageState, Tone, Visibility};
use ronde::domain::person::PersonKind;
use ronde::domain::text::SafeText;

/// Seven messages on two accounts, one in each state and kind that a query asks for.
///
/// `colis` open and negative, `plainte` a complaint, `prive` a private message of Instagram, `repondu` answered,
/// `suspendu` snoozed, `delegue` delegated, `fete` archived with an emoji.
fn inbox() -> Screen {
    let mut home = store();
    let brand = brand(&mut home);
    let mastodon = account_of(&mut home, brand, Network::Mastodon, Access::Manual);
    let instagram = account_of(&mut home, brand, Network::Instagram, Access::Manual);
    let contact = given::contact(&mut home, brand);
    let message = |number: i64, author: &str, text: &str| Incoming {
        author_id: author.into(),
        author: author.into(),
        handle: SafeText::line(&format!("@{}", author.to_lowercase())),
        text: text.into(),
        channel: Channel::Reply,
        at: at(number),
        ..given::incoming(number)
    };
    given::take(
        &mut home,
        mastodon,
        vec![
            message(0, "Ava", "colis perdu, pas reçu"),
            message(1, "Bea", "plainte : café brûlé"),
            message(2, "Cyr", "repondu hier, merci"),
            message(3, "Dan", "suspendu pour l’instant"),
            message(4, "Eve", "delegue au SAV"),
            message(5, "Fay", "fete 🎉 bravo"),
        ],
    );
    let private = Incoming { channel: Channel::Direct, visibility: Visibility::Direct, ..message(6, "Gil", "prive : une question") };
    given::take(&mut home, instagram, vec![private]);
    let decide = |id: i64, state| Job::Decide { messages: vec![MessageId(id)], state, at: at(30), sweep: None, reason: SafeText::EMPTY };
    home.ask(decide(3, MessageState::Answered));
    home.ask(decide(4, MessageState::Snoozed { until: at(90_000) }));
    home.ask(decide(5, MessageState::Delegated { contact, due: at(90_000) }));
    home.ask(decide(6, MessageState::Closed));
    home.ask(Job::Classify { messages: vec![MessageId(2)], change: Classify::Kind(MessageKind::Complaint), at: at(31) });
    home.ask(Job::Classify { messages: vec![MessageId(1)], change: Classify::Tone(Tone::Negative), at: at(31) });
    let mut screen = Screen::over(home.store, at(60));
    screen.keys("2");
    screen
}

/// The first words of what is listed, in its order.
fn listed(screen: &Screen) -> Vec<String> {
    let word = |text: &SafeText| text.as_str().split([' ', ',']).next().unwrap_or_default().to_owned();
    screen.model.inbox.rows.iter().map(|row| word(&row.message.text)).collect()
}

fn filter(screen: &mut Screen, typed: &str) -> Vec<String> {
    screen.keys("/");
    screen.type_text(typed);
    let found = listed(screen);
    screen.keys("Esc");
    found
}

fn person_of(screen: &mut Screen, message: i64) -> ronde::domain::PersonId {
    match screen.ask(Job::Open(MessageId(message))) {
        Reply::Opened(Some(opened)) => opened.person.id,
        other => panic!("a message, not {other:?}"),
    }
}

// ---- views

#[test]
fn each_view_lists_its_own_and_the_keys_go_round() {
    for english in [false, true] {
        let mut screen = if english { inbox().in_english() } else { inbox() };
        let titles = if english {
            ["To handle 3", "Delegated", "Snoozed", "Answered", "All"]
        } else {
            ["À traiter 3", "Délégués", "En attente", "Répondus", "Tous"]
        };
        let lists: [&[&str]; 5] = [
            &["plainte", "prive", "colis"],
            &["delegue"],
            &["suspendu"],
            &["repondu"],
            &["prive", "fete", "delegue", "suspendu", "repondu", "plainte", "colis"],
        ];
        for (title, list) in titles.iter().zip(lists) {
            if !english {
                screen.shows(title);
            }
            assert_eq!(listed(&screen), list, "{title}");
            screen.keys(",");
        }
        assert_eq!(listed(&screen), lists[0]);
        screen.keys(";");
        assert_eq!(listed(&screen), lists[4]);
    }
}

#[test]
fn a_filter_is_saved_under_a_name_stepped_to_and_narrowed_further() {
    let mut screen = inbox();
    screen.keys("/");
    screen.shows("Ctrl+S enregistrer la vue");
    screen.type_text("réseau:mastodon");
    screen.keys("Ctrl+S");
    screen.shows("Quel nom pour cette vue ?");
    screen.shows("état:ouvert réseau:mastodon");
    screen.keys("Enter");
    screen.shows("Il faut un nom.");
    screen.type_text("tous");
    screen.keys("Enter");
    screen.shows("« tous » est déjà le nom d'une vue.");
    screen.keys("Ctrl+U");
    screen.type_text("Fédivers");
    screen.keys("Enter");
    screen.shows("Vue « Fédivers » enregistrée");
    screen.shows("┌ Fédivers");
    assert_eq!(listed(&screen), ["plainte", "colis"]);
    // What gets an outcome leaves at once, as in the view of what is open.
    screen.keys("a");
    assert_eq!(listed(&screen), ["colis"]);
    screen.keys("u");
    assert_eq!(listed(&screen), ["plainte", "colis"]);
    assert_eq!(filter(&mut screen, "perdu"), ["colis"], "what is typed narrows the view");
    screen.keys(",");
    assert_eq!(screen.model.inbox.named, None);
    screen.keys(";");
    assert_eq!(listed(&screen), ["plainte", "colis"], "it comes after the five");
}

/// Saves a view in the place of typing its name.
fn save_view(screen: &mut Screen, typed: &str, name: &str) {
    screen.keys("/");
    screen.type_text(typed);
    screen.keys("Ctrl+S");
    screen.type_text(name);
    screen.keys("Enter");
}

#[test]
fn a_saved_view_is_found_in_the_palette_renamed_removed_and_each_is_undone() {
    let mut screen = inbox();
    save_view(&mut screen, "type:plainte", "Râleurs");
    save_view(&mut screen, "ton:-", "Négatifs");
    screen.keys("1 :");
    screen.type_text("raleurs");
    screen.shows("Vue : Râleurs");
    screen.keys("Enter");
    assert_eq!(listed(&screen), ["plainte"]);
    screen.keys(":");
    screen.type_text("vues enregistrées");
    screen.keys("Enter");
    screen.shows("Râleurs — état:ouvert type:plainte");
    screen.keys("1 r Ctrl+U");
    screen.type_text("négatifs");
    screen.keys("Enter");
    screen.shows("est déjà le nom d'une vue");
    screen.keys("Ctrl+U");
    screen.type_text("Plaintes");
    screen.keys("Enter");
    screen.shows("Vue « Plaintes » mise à jour.");
    screen.keys("u");
    assert_eq!(screen.model.views().next().map(|view| view.name.to_string()), Some("Râleurs".to_owned()));
    screen.keys(":");
    screen.type_text("vues enregistrées");
    screen.keys("Enter 1 x");
    screen.shows("Vue « Râleurs » retirée.");
    assert_eq!(screen.model.views().count(), 1);
    assert_eq!(screen.model.inbox.named, None);
    screen.keys("u");
    assert_eq!(screen.model.views().count(), 2);
}

#[test]
fn without_a_filter_or_a_view_the_commands_say_what_to_do() {
    let mut screen = inbox();
    for (command, said) in [
        ("vues enregistrées", "Aucune vue enregistrée : / filtre, puis Ctrl+S l'enregistre."),
        ("enregistrer ce filtre", "Rien à enregistrer : tapez d'abord un filtre"),
        ("effacer le filtre", "Aucun filtre n'est en cours de saisie"),
    ] {
        screen.keys(":");
        screen.type_text(command);
        screen.keys("Enter");
        screen.shows(said);
    }
}

// ---- the words of a query

#[test]
fn every_word_of_a_query_finds_in_both_languages() {
    let mut screen = inbox();
    let author = person_of(&mut screen, 1);
    screen.ask(Job::SavePerson(author, PersonKind::Client, "Vend des théières".into(), at(40)));
    screen.keys("t e");
    screen.type_text("SAV");
    screen.keys("Enter");
    for _ in 0..4 {
        screen.keys(",");
    }
    let everything = ["prive", "fete", "delegue", "suspendu", "repondu", "plainte", "colis"];
    assert_eq!(listed(&screen), everything);
    for (french, english, found) in [
        ("de:ava", "from:ava", &["colis"][..]),
        ("de:@ava", "by:@AVA", &["colis"]),
        ("réseau:instagram", "network:instagram", &["prive"]),
        ("reseau:mastodon merci", "network:mastodon merci", &["repondu"]),
        ("type:plainte", "type:complaint", &["plainte"]),
        ("TYPE:Plainte", "kind:complaint", &["plainte"]),
        ("ton:-", "tone:negative", &["colis"]),
        ("ton:négatif", "tone:-", &["colis"]),
        ("état:répondu", "state:answered", &["repondu"]),
        ("etat:suspendu", "state:snoozed", &["suspendu"]),
        ("état:délégué", "state:delegated", &["delegue"]),
        ("état:archivé", "state:closed", &["fete"]),
        ("état:ouvert", "state:open", &["plainte", "prive", "colis"]),
        ("état:masqué", "state:hidden", &[]),
        ("avant:2026-11-04", "before:04/11/2026", &[]),
        ("avant:2026-11-05", "before:2026-11-05", &everything),
        ("après:2026-11-05", "after:2026-11-05", &[]),
        ("depuis:04/11/2026", "since:2026-11-04", &everything),
        ("étiquette:sav", "label:SAV", &["plainte"]),
        ("etiquette:sa", "tag:sav", &["plainte"]),
        ("\"pas reçu\"", "“PAS RECU”", &["colis"]),
        ("«café brûlé»", "\"cafe brule\"", &["plainte"]),
        ("merci", "MERCI", &["repondu"]),
        ("-merci -bravo -question -colis -suspendu -brûlé", "-MERCI -BRAVO -question -colis -SUSPENDU -brule", &["delegue"]),
        ("🎉", "🎉", &["fete"]),
        ("théi", "THEI", &["colis"]),
        ("théières perdu", "theieres PERDU", &["colis"]),
        ("théières de:ava", "theieres from:ava", &["colis"]),
        ("théières -reçu", "theieres -recu", &[]),
    ] {
        assert_eq!(filter(&mut screen, french), found, "{french}");
        assert_eq!(filter(&mut screen, english), found, "{english}");
        assert_eq!(screen.model.inbox.nonsense, [], "{french} {english}");
    }
}

#[test]
fn a_wrong_word_says_what_is_wrong_and_the_rest_is_still_shown() {
    let french = [
        ("colis resau:mastodon", "« resau:mastodon » : vouliez-vous dire réseau: ? (de: réseau:"),
        ("colis foobar:x", "« foobar:x » n'est pas compris : de: réseau: type: ton: état: avant: après: étiquette:"),
        ("colis type:plinte", "« type:plinte » : vouliez-vous dire type:plainte ? (question, plainte, achat"),
        ("colis type:zzz", "« type:zzz » n'est pas compris : question, plainte, achat, compliment, mention, spam, aucun"),
        ("colis ton:rouge", "« ton:rouge » n'est pas compris : +, =, -, positif, neutre, négatif"),
        ("colis état:ouvrt", "vouliez-vous dire état:ouvert ?"),
        ("colis réseau:blusky", "vouliez-vous dire réseau:bluesky ?"),
        ("colis avant:hier", "« avant:hier » n'est pas un jour : écrivez avant:2026-11-01 ou avant:01/11/2026"),
        ("colis après:2026-13-45", "« après:2026-13-45 » n'est pas un jour"),
        ("colis étiquette:sav", "« étiquette:sav » : pas encore d'étiquette (t puis e en pose une)."),
        ("colis -type:spam", "« -type:spam » : le - ne retire que des mots simples."),
    ];
    let english = [
        ("colis netwrok:mastodon", "“netwrok:mastodon”: did you mean network:? (from: network:"),
        ("colis foobar:x", "“foobar:x” is not understood: from: network: type: tone: state: before: after: label:"),
        ("colis kind:complant", "did you mean type:complaint? (question, complaint, purchase"),
        ("colis tone:red", "“tone:red” is not understood: +, =, -, positive, neutral, negative"),
        ("colis state:opn", "did you mean state:open?"),
        ("colis before:yesterday", "“before:yesterday” is not a day: write before:2026-11-01 or before:01/11/2026"),
        ("colis label:sav", "“label:sav”: no labels yet (t then e puts one on)."),
        ("colis -tone:-", "“-tone:-”: the - leaves out plain words only."),
    ];
    let (mut screen, mut other) = (inbox(), inbox().in_english());
    for (screen, cases) in [(&mut screen, &french[..]), (&mut other, &english[..])] {
        screen.resize(160, 45);
        for (typed, said) in cases {
            screen.keys("/");
            screen.type_text(typed);
            screen.shows(said);
            assert_eq!(listed(screen), ["colis"], "{typed}");
            // It is still told once the filter is kept.
            screen.keys("Enter");
            screen.shows(said);
            screen.keys("Esc");
            screen.hides(said);
        }
    }
}

#[test]
fn a_key_that_waits_for_its_value_says_what_it_takes() {
    let (mut screen, mut english) = (inbox(), inbox().in_english());
    for (screen, cases) in [
        (&mut screen, [("type:", "type: question, plainte, achat"), ("avant:", "avant: 2026-11-01"), ("de:", "de: un nom, ou un compte")]),
        (&mut english, [("state:", "state: open, answered"), ("after:", "after: 2026-11-01"), ("from:", "from: a name, or a handle")]),
    ] {
        for (typed, said) in cases {
            screen.keys("/");
            screen.type_text(typed);
            screen.shows(said);
            assert_eq!(screen.model.inbox.rows.len(), 3, "it asks for nothing yet");
            screen.keys("Esc");
        }
    }
}

// ---- labels

#[test]
fn labels_are_put_on_with_completion_shown_found_and_undone() {
    let mut screen = inbox();
    screen.keys("t");
    screen.shows("e étiquette");
    screen.keys("e");
    screen.shows("Quelles étiquettes ?");
    screen.keys("Enter");
    screen.shows("Écrivez un mot");
    screen.type_text("Salon, à relire");
    screen.keys("Enter");
    screen.shows("Étiqueté : +Salon +à relire");
    screen.shows("Étiquettes : #à relire #Salon");
    // The next message: Tab completes with what the brand knows by now.
    screen.keys("j t e");
    screen.shows("Tab : à relire · Salon");
    screen.type_text("sal");
    screen.shows("Tab : Salon");
    screen.keys("Tab Enter");
    assert_eq!(screen.model.inbox.rows[1].message.labels, [SafeText::line("Salon")]);
    assert_eq!(filter(&mut screen, "étiquette:salon"), ["plainte", "prive"]);
    assert_eq!(filter(&mut screen, "étiquette:\"à relire\""), ["plainte"]);
    screen.keys("u");
    assert_eq!(filter(&mut screen, "étiquette:salon"), ["plainte"]);
    screen.keys("u");
    assert_eq!(screen.model.labels().count(), 0, "the words came with the act and go with it");
    screen.keys("U U");
    assert_eq!(filter(&mut screen, "étiquette:salon"), ["plainte", "prive"]);
    assert_eq!(screen.model.labels().count(), 2);
}

#[test]
fn labelling_is_repeated_by_the_key_that_repeats() {
    let mut screen = inbox();
    screen.keys("t e");
    screen.type_text("Salon");
    screen.keys("Enter j .");
    assert_eq!(filter(&mut screen, "étiquette:salon"), ["plainte", "prive"]);
    screen.keys("u");
    assert_eq!(filter(&mut screen, "étiquette:salon"), ["plainte"], "and undone by itself");
}

#[test]
fn labels_go_on_all_marked_and_off_again() {
    let mut screen = inbox();
    screen.keys("* t e");
    screen.type_text("SAV");
    screen.keys("Enter");
    screen.shows("3 messages étiquetés : +SAV");
    assert!(screen.model.inbox.rows.iter().all(|row| row.message.labels == [SafeText::line("SAV")]));
    screen.keys("t e");
    screen.shows("Déjà posées : SAV (les retaper les retire)");
    screen.type_text("sav");
    screen.keys("Enter");
    screen.shows("Étiqueté : −sav");
    assert_eq!(filter(&mut screen, "étiquette:sav"), ["prive", "colis"]);
    screen.keys("* t e");
    screen.type_text("-sav, vip");
    screen.keys("Enter");
    assert_eq!(filter(&mut screen, "étiquette:vip"), ["plainte", "prive", "colis"]);
    screen.keys("u");
    assert_eq!(filter(&mut screen, "étiquette:sav"), ["prive", "colis"]);
    assert_eq!(listed(&screen), ["plainte", "prive", "colis"]);
}

#[test]
fn a_wide_list_shows_the_first_label_of_a_row() {
    let mut screen = inbox();
    screen.keys("t e");
    screen.type_text("SAV");
    screen.keys("Enter");
    screen.resize(160, 45);
    screen.shows("#SAV");
    screen.resize(80, 24);
    screen.shows("Étiquettes : #SAV");
}

#[test]
fn a_label_that_is_not_there_names_the_one_that_was_meant() {
    for (english, said, typed) in
        [(false, "« étiquette:sva » : vouliez-vous dire étiquette:SAV ?", "étiquette:sva"), (true, "did you mean label:SAV?", "label:sva")]
    {
        let mut screen = if english { inbox().in_english() } else { inbox() };
        screen.keys("t e");
        screen.type_text("SAV");
        screen.keys("Enter /");
        screen.type_text(typed);
        screen.shows(said);
        assert_eq!(screen.model.inbox.rows.len(), 3, "something is still shown");
        screen.keys("Esc /");
        screen.type_text("label:zzzz");
        screen.shows(if english { "there is SAV" } else { "il y a SAV" });
    }
}

// ---- deadlines

#[test]
fn a_row_and_its_conversation_say_when_the_network_closes() {
    let mut screen = inbox();
    screen.keys("j");
    screen.shows("◷ ferme dans 23 h");
    screen.shows("◷ Ferme dans 23 h 06 (05/11 10:06)");
    screen.tick(20 * 3_600);
    screen.shows("◷ ferme dans 3 h");
    screen.resize(80, 24);
    screen.shows("◷ ferme 3 h");
    screen.tick(6 * 3_600);
    screen.shows("◷ fermé");
    screen.resize(100, 30);
    screen.shows("◷ fermé depuis 2 h");
    screen.shows("◷ Fermé depuis 2 h (05/11 10:06)");
    let mut screen = inbox().in_english();
    screen.keys("j");
    screen.shows("◷ closes in 23 h");
    screen.tick(30 * 3_600);
    screen.shows("◷ closed for 6 h");
}

#[test]
fn an_answer_after_the_deadline_is_warned_about_and_still_possible() {
    for (english, said) in [
        (false, "Instagram a fermé cette conversation depuis 6 h : il refusera sans doute la réponse."),
        (true, "Instagram closed this conversation 6 h ago: it will probably refuse the answer."),
    ] {
        let mut screen = if english { inbox().in_english() } else { inbox() };
        screen.keys("j r");
        screen.hides(said);
        screen.keys("Esc");
        screen.tick(30 * 3_600);
        screen.resize(140, 45);
        screen.keys("r");
        screen.shows(said);
        screen.type_text("Bonjour");
        screen.shows(said);
        screen.keys("Ctrl+D y");
        assert_eq!(listed(&screen), ["plainte", "colis"]);
    }
}

#[test]
fn what_closes_soon_stands_before_what_is_older_and_after_complaints_and_what_was_raised() {
    let mut screen = inbox();
    assert_eq!(listed(&screen), ["plainte", "prive", "colis"]);
    screen.keys("j j !");
    assert_eq!(listed(&screen), ["colis", "plainte", "prive"]);
    screen.keys("u");
    assert_eq!(listed(&screen), ["plainte", "prive", "colis"]);
}

#[test]
fn an_answer_counts_for_what_the_same_person_wrote_before_and_says_so() {
    let mut home = store();
    let brand = brand(&mut home);
    let account = account_of(&mut home, brand, Network::Mastodon, Access::Manual);
    let direct = |id: &str, number: i64| Incoming {
        remote_id: id.into(),
        author_id: "a0".into(),
        channel: Channel::Direct,
        ..given::incoming(number)
    };
    given::take(&mut home, account, vec![direct("m0", 0), direct("m3", 3), direct("m6", 6), given::incoming(1)]);
    let mut screen = Screen::over(home.store, at(60));
    screen.keys("2 j j");
    screen.keys("j r");
    screen.type_text("Bonjour, tout est réglé.");
    screen.keys("Ctrl+D y");
    screen.shows("La réponse vaut aussi pour les 2 messages qui précédaient.");
    assert_eq!(screen.model.inbox.rows.len(), 1);
    screen.keys("u");
    assert_eq!(screen.model.inbox.rows.len(), 4);
    assert_eq!(screen.model.inbox.cursor, 3, "and the cursor is back on the one that was answered");
}
