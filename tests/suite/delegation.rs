//! Delegation by keys and screen: the brief and its ways out, who is waited for, the chaser, the answer pasted back.

use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::{Event, Opened, Reply};
use ronde::app::inbox::Purpose;
use ronde::domain::account::{Access, Network};
use ronde::domain::contact::Contact;
use ronde::domain::message::StateName;
use ronde::domain::query::View;
use ronde::domain::{ContactId, MessageId};
use ronde::lang::Lang;
use ronde::store::serve;

/// Three messages with links, and two contacts: Nadia with an address, Karim without one.
fn screen() -> (Screen, Vec<MessageId>) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Facebook, Access::Manual);
    given::contact(&mut home, brand);
    let karim = Contact {
        id: ContactId(0),
        brand,
        name: "Karim".into(),
        role: "".into(),
        email: "".into(),
        validates: false,
        receives_reports: false,
    };
    home.ask(Job::SaveContact(Box::new(karim), at(0)));
    let incoming = (0..3).map(|number| {
        let url = format!("https://example.social/{number}");
        ronde::domain::message::Incoming { url: Some(url.as_str().into()), ..given::incoming(number) }
    });
    given::take(&mut home, account, incoming.collect());
    let mut screen = Screen::given(home, at(120));
    screen.keys("2");
    let rows = screen.model.inbox.rows.iter().map(|row| row.message.id).collect();
    (screen, rows)
}

fn open(screen: &mut Screen, message: MessageId) -> Opened {
    match serve(&mut screen.store, Job::Open(message)) {
        Ok(Reply::Opened(Some(opened))) => *opened,
        other => panic!("a message, not {other:?}"),
    }
}

fn state(screen: &mut Screen, message: MessageId) -> StateName {
    open(screen, message).message.state.name()
}

/// What was last put on the clipboard.
fn copied(screen: &Screen) -> String {
    let copies = screen.desktop.iter().rev().find_map(|ask| if let Desktop::Copy(text) = ask { Some(text.to_string()) } else { None });
    copies.expect("something was copied")
}

/// French spaces and apostrophes as plain ones: a test says words, not typography.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ").replace('’', "'")
}

#[track_caller]
fn shows(screen: &Screen, words: &str) {
    let text = plain(&screen.text());
    assert!(text.contains(words), "« {words} » is not on this screen:\n{text}");
}

#[track_caller]
fn holds(text: &str, words: &str) {
    let text = plain(text);
    assert!(text.contains(words), "« {words} » is not in this text:\n{text}");
}

#[test]
fn three_keys_delegate_and_copy_the_whole_brief() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 2");
    assert_eq!(state(&mut screen, rows[0]), StateName::Delegated);
    let brief = copied(&screen);
    for words in [
        "Bonjour Nadia,",
        "Élodie Petit a écrit à Maison Brume sur Facebook, mercredi 4 novembre 2026 à 10:00 :",
        "« Message numéro 0 : où est mon colis ? »",
        "Lien : https://example.social/0",
        "Que pouvons-nous lui répondre ?",
        "Réponse attendue au plus tard jeudi 5 novembre 2026 à 09:00.",
        "Accusé de réception prêt pour Élodie Petit (c'est moi qui l'envoie) : « Bonjour Élodie, merci pour votre message.",
    ] {
        holds(&brief, words);
    }
    shows(&screen, "Pour Nadia : texte copié");
    // The next message is under the cursor, and D still shows the brief of the last one.
    screen.keys("D");
    shows(&screen, "Demande à Nadia");
    shows(&screen, "Message numéro 0");
}

#[test]
fn what_is_asked_is_said_in_one_line_and_remembered() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 q").type_text("Vérifier la commande 118").keys("Enter");
    shows(&screen, "Demandé : Vérifier la commande 118");
    screen.keys("3");
    assert_eq!(open(&mut screen, rows[0]).briefs[0].asked, "Vérifier la commande 118");
    holds(&copied(&screen), "Ce qu'il me faut : Vérifier la commande 118");
    screen.keys("d 1 q Enter");
    shows(&screen, "Demandé : Vérifier la commande 118");
    screen.keys("Esc D q").type_text(" et la date").keys("Enter");
    shows(&screen, "Ce qu'il me faut : Vérifier la commande 118 et la date");
    assert_eq!(open(&mut screen, rows[0]).briefs[0].asked, "Vérifier la commande 118 et la date");
    screen.keys("Esc u");
    assert_eq!(open(&mut screen, rows[0]).briefs[0].asked, "Vérifier la commande 118", "and that can be undone");
}

#[test]
fn a_mail_is_one_address_and_a_contact_without_one_is_told() {
    let (mut screen, _) = screen();
    screen.keys("d 1 2 D m");
    let mailed = screen.desktop.iter().find_map(|ask| if let Desktop::Mail(url) = ask { Some(url.to_string()) } else { None });
    let url = mailed.expect("a mail");
    assert!(url.starts_with("mailto:nadia@example.org?subject=Question%20de%20%C3%89lodie%20Petit"), "{url}");
    assert!(url.contains("&body=Bonjour%20Nadia%2C%0D%0A%0D%0A") && !url.contains(' '), "{url}");
    shows(&screen, "Courriel pour Nadia ouvert");
    screen.keys("d 2 2 D m");
    shows(&screen, "Karim n'a pas d'adresse : ajoutez-la dans le Carnet (7).");
    assert_eq!(screen.desktop.iter().filter(|ask| matches!(ask, Desktop::Mail(_))).count(), 1);
}

#[test]
fn a_mail_that_would_be_cut_is_copied_whole_and_says_so() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = given::account_of(&mut home, brand, Network::Facebook, Access::Manual);
    given::contact(&mut home, brand);
    let long = ronde::domain::message::Incoming { text: "très long é ".repeat(300).into(), ..given::incoming(0) };
    given::take(&mut home, account, vec![long]);
    let mut screen = Screen::given(home, at(120));
    screen.keys("2 d 1 2 D m");
    shows(&screen, "Trop long pour un courriel prérempli");
    holds(&copied(&screen), "très long é");
    let Some(Desktop::Mail(url)) = screen.desktop.last() else { panic!("a mail that says where the text is") };
    assert!(url.as_str().len() < ronde::domain::brief::MAILTO_LIMIT && url.as_str().contains("presse-papiers"));
}

#[test]
fn a_file_is_named_by_our_own_numbers_and_its_trouble_is_told() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 2 D x");
    let Some(Desktop::WriteBrief { name, text }) = screen.desktop.last().cloned() else { panic!("a file") };
    assert_eq!(name.as_str(), format!("2026-11-04-demande-{}.txt", rows[0]));
    holds(text.as_str(), "Bonjour Nadia");
    screen.hear(Event::WroteBrief(Ok("/home/a/briefs/x.txt".into())));
    shows(&screen, "Demande enregistrée : /home/a/briefs/x.txt");
    screen.hear(Event::WroteBrief(Err("disque plein".into())));
    shows(&screen, "La demande n'a pas pu être enregistrée : disque plein");
}

#[test]
fn the_way_out_is_remembered_for_each_contact() {
    let (mut screen, _) = screen();
    screen.keys("d 1 c");
    shows(&screen, "Transmettre la demande : par courriel");
    screen.keys("2");
    assert!(matches!(screen.desktop.last(), Some(Desktop::Mail(_))), "{:?}", screen.desktop);
    screen.restart();
    screen.keys("2 d 1 3");
    assert!(matches!(screen.desktop.last(), Some(Desktop::Mail(_))));
    screen.keys("d 2 2");
    assert!(matches!(screen.desktop.last(), Some(Desktop::Copy(_))), "Karim is another contact");
}

#[test]
fn one_brief_lists_all_marked_messages_and_undo_takes_all_back() {
    let (mut screen, rows) = screen();
    let before = crate::dump::of(&screen.path(), &["message", "brief", "draft"]);
    screen.keys("Space Space d 1 2");
    let brief = copied(&screen);
    holds(&brief, "2 messages adressés à Maison Brume attendent votre avis.");
    holds(&brief, "1. Élodie Petit");
    holds(&brief, "2. Karim B.");
    screen.keys("u");
    assert_eq!(crate::dump::of(&screen.path(), &["message", "brief", "draft"]), before);
    shows(&screen, "Annulé : 2 messages délégués.");
    screen.keys("U");
    assert_eq!(open(&mut screen, rows[1]).briefs.len(), 1);
}

#[test]
fn who_is_waited_for_and_how_long_is_in_sight_everywhere() {
    let (mut screen, _) = screen();
    screen.keys("d 1 4").tick(1);
    screen.model.now = at(120 + 26 * 60 + 1);
    screen.keys("1");
    shows(&screen, "En attente de Nadia, 26 h");
    screen.keys("Tab Enter");
    shows(&screen, "→ Nadia 26 h");
    shows(&screen, "En attente de Nadia, 26 h (09/11)");
    shows(&screen, "→ Demandé à Nadia (SAV)");
    screen.resize(180, 40);
    shows(&screen, "en attente de Nadia, 26 h");
    screen.lang(Lang::En);
    shows(&screen, "waiting for Nadia, 26 h");
}

#[test]
fn an_overdue_delegation_stays_on_today_after_it_came_back_until_it_ends() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 1");
    screen.model.now = at(120 + 5 * 60);
    screen.tick(31).keys("1");
    assert_eq!(state(&mut screen, rows[0]), StateName::Open, "it came back by itself");
    shows(&screen, "Nadia : retour en retard de 3 h");
    screen.keys("Tab Enter");
    assert_eq!(screen.model.inbox.opened.as_ref().map(|opened| opened.message.id), Some(rows[0]));
    shows(&screen, "Nadia en retard de 3 h (D relance)");
    screen.keys("a 1");
    assert!(!plain(&screen.text()).contains("retour en retard"), "{}", screen.text());
}

#[test]
fn an_overdue_delegation_opens_where_its_message_stands() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 1");
    screen.model.inbox.view = View::Snoozed;
    screen.model.now = at(120 + 5 * 60);
    // The tick that brings it back did not come yet: Today is read before.
    screen.keys("1 Tab Enter");
    assert_eq!((screen.model.inbox.view, list_current(&screen)), (View::Delegated, Some(rows[0])));
    screen.tick(31).keys("1 Enter");
    assert_eq!((screen.model.inbox.view, list_current(&screen)), (View::Open, Some(rows[0])));
}

fn list_current(screen: &Screen) -> Option<MessageId> {
    screen.model.inbox.rows.get(screen.model.inbox.cursor).map(|row| row.message.id)
}

#[test]
fn a_chaser_is_ready_noted_and_offers_a_new_date() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 1");
    screen.model.now = at(120 + 5 * 60);
    screen.tick(31).keys("1 2 Home");
    let before = crate::dump::of(&screen.path(), &["message", "brief"]);
    screen.keys("D l");
    shows(&screen, "Relance à Nadia");
    screen.keys("c");
    holds(&copied(&screen), "Je vous ai écrit mercredi 4 novembre 2026 à 12:00 à propos de ce message, sans réponse pour l'instant.");
    holds(&copied(&screen), "Son auteur attend depuis 7 h.");
    shows(&screen, "Relance partie ? Attendre Nadia jusqu'à quand ?");
    assert!(open(&mut screen, rows[0]).briefs[0].chased.is_some());
    screen.keys("2");
    let opened = open(&mut screen, rows[0]);
    assert_eq!((opened.message.state.name(), opened.briefs.len()), (StateName::Delegated, 1), "the same brief, another date");
    assert_eq!(opened.message.state.comes_back(), Some(opened.briefs[0].due));
    screen.keys("u u");
    assert_eq!(crate::dump::of(&screen.path(), &["message", "brief"]), before);
}

#[test]
fn an_answer_pasted_over_the_message_opens_it_again_and_starts_the_reply() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 2 ,");
    let before = crate::dump::of(&screen.path(), &["message", "brief"]);
    screen.paste("Oui, \u{1b}[31mexpédié hier.\nNuméro 8Z.");
    shows(&screen, "Réponse de Nadia");
    screen.keys("Ctrl+D");
    let opened = open(&mut screen, rows[0]);
    assert_eq!(opened.message.state.name(), StateName::Open);
    assert_eq!(opened.briefs[0].answer, "Oui, expédié hier.\nNuméro 8Z.");
    shows(&screen, "Nadia (SAV) a répondu, 04/11 12:00 :");
    shows(&screen, "Numéro 8Z.");
    screen.keys("D r");
    let composer = screen.model.inbox.composer.as_ref().expect("the answer is begun");
    assert_eq!((composer.message, composer.field.text()), (rows[0], "Oui, expédié hier.\nNuméro 8Z."));
    screen.keys("Ctrl+U Esc").keys("u");
    let undone = crate::dump::of(&screen.path(), &["message", "brief"]);
    assert_eq!(undone, before);
}

#[test]
fn an_empty_answer_is_refused_and_an_ordinary_paste_is_ignored() {
    let (mut screen, _) = screen();
    screen.paste("Bonjour");
    shows(&screen, "le collage est ignoré");
    screen.keys("d 1 2 D p Ctrl+D");
    shows(&screen, "Il n'y a pas encore de réponse ici.");
    screen.keys("Esc");
    assert!(screen.model.dialog.is_none());
}

#[test]
fn an_acknowledgement_waits_for_a_key_and_leaves_the_message_delegated() {
    let (mut screen, rows) = screen();
    screen.keys("d 1 2 D r");
    let composer = screen.model.inbox.composer.as_ref().expect("a word for the author");
    assert!(composer.purpose == Purpose::Word && composer.message == rows[0]);
    shows(&screen, "Accusé, reste délégué");
    assert!(screen.model.held.is_empty(), "nothing is sent by itself");
    screen.keys("Ctrl+D y");
    let opened = open(&mut screen, rows[0]);
    assert_eq!(opened.message.state.name(), StateName::Delegated);
    assert!(opened.message.answered_at.is_some(), "the author has had a first answer");
    shows(&screen, "Accusé de réception à Élodie Petit : le message reste délégué");
    assert_eq!(screen.model.inbox.rows[screen.model.inbox.cursor].message.id, rows[1]);
    screen.keys("u");
    let opened = open(&mut screen, rows[0]);
    assert!(opened.message.answered_at.is_none() && opened.draft.as_str().starts_with("Bonjour Élodie"));
}

#[test]
fn without_a_brief_the_key_says_what_to_press() {
    let (mut screen, _) = screen();
    screen.keys("D");
    shows(&screen, "Aucune demande ici : d délègue le message.");
}

#[test]
fn a_delegation_in_a_sweep_takes_three_keys_in_both_languages() {
    for lang in Lang::ALL {
        let mut screen = Screen::demo_in(lang);
        screen.keys("Enter d 1 2");
        assert_eq!(screen.model.inbox.walk.as_ref().expect("a sweep").sweep.receipt.delegated, 1);
        assert!(!copied(&screen).contains('⟨'), "{}", copied(&screen));
        for size in [(80, 24), (100, 30)] {
            screen.resize(size.0, size.1).keys("D");
            assert!(matches!(screen.model.dialog, Some(ronde::app::dialog::Dialog::Sheet(_))), "{}", screen.text());
            assert!(!screen.text().contains('⟨'));
            screen.keys("Esc");
        }
    }
}
