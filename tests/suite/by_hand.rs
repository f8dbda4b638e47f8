//! By hand: messages logged one at a time or pasted at once, answers sent there, wins, feedback, ideas.

use crate::given::{self, at};
use crate::screen::Screen;
use ronde::app::dialog::Dialog;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::{Reply, Row};
use ronde::domain::BrandId;
use ronde::domain::account::{Access, Network};
use ronde::domain::highlight::{Consent, Highlight, HighlightKind};
use ronde::domain::message::Channel;
use ronde::domain::post::{Post, PostState};
use ronde::domain::query::View;
use ronde::domain::time::Period;
use ronde::lang::Lang;
use ronde::store::serve;

fn screen(messages: i64) -> (Screen, BrandId) {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    given::account_of(&mut home, brand, Network::Mastodon, Access::Connected);
    let forum = given::account_of(&mut home, brand, Network::Other, Access::Manual);
    given::contact(&mut home, brand);
    given::messages(&mut home, forum, messages);
    let mut screen = Screen::given(home, at(120));
    screen.keys("2");
    (screen, brand)
}

fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ").replace('’', "'")
}

#[track_caller]
fn shows(screen: &Screen, words: &str) {
    let text = plain(&screen.text());
    assert!(text.contains(words), "« {words} » is not on this screen:\n{text}");
}

fn rows(screen: &mut Screen, brand: BrandId) -> Vec<Row> {
    match serve(&mut screen.store, Job::Window(Box::new(given::ask(brand, View::All, "")))) {
        Ok(Reply::Window(window)) => window.rows,
        other => panic!("a window, not {other:?}"),
    }
}

fn dump(screen: &Screen) -> Vec<String> {
    crate::dump::of(&screen.path(), &["message", "person", "handle", "counter", "day_total"])
}

#[test]
fn a_message_is_logged_in_three_fields_on_one_screen() {
    let (mut screen, brand) = screen(0);
    screen.keys("n");
    shows(&screen, "Noter un message reçu ailleurs");
    shows(&screen, "04/11/2026 12:00");
    screen
        .type_text("Marie")
        .keys("Enter")
        .type_text("Où est le marché ?")
        .keys("Tab")
        .type_text("https://forum.example/12")
        .keys("Ctrl+D");
    shows(&screen, "Message noté.");
    let row = &rows(&mut screen, brand)[0].message;
    assert_eq!((row.author.as_str(), row.text.as_str(), row.channel), ("Marie", "Où est le marché ?", Channel::Manual));
    assert_eq!((row.url.as_ref().map(ronde::domain::text::SafeText::as_str), row.at), (Some("https://forum.example/12"), at(120)));
    let account = screen.model.account(row.account).expect("an account");
    assert_eq!(account.access, Access::Manual, "the space kept by hand is chosen before");
}

#[test]
fn place_hour_and_privacy_are_kept_and_what_is_missing_is_said() {
    let (mut screen, brand) = screen(0);
    screen.keys("n Ctrl+D");
    shows(&screen, "Qui a écrit ? Un nom suffit.");
    screen.type_text("Jean").keys("Ctrl+D");
    shows(&screen, "Qu'a dit cette personne ?");
    screen.type_text("Rappelez-moi").keys("Tab").type_text("téléphone").keys("Tab Ctrl+U").type_text("5/11 09:30").keys("Ctrl+D");
    // The fifth is tomorrow: without a year it is that of last year.
    let row = rows(&mut screen, brand)[0].message.clone();
    assert_eq!(row.at, "2025-11-05T08:30:00Z".parse::<ronde::domain::time::Moment>().expect("an instant"));
    assert_eq!(row.text, "[téléphone] Rappelez-moi");
    screen.keys("n").type_text("Jean").keys("Tab").type_text("Demain ?").keys("Tab Tab Ctrl+U").type_text("demain").keys("Ctrl+D");
    shows(&screen, "Une date passée");
    screen.keys("Ctrl+U").type_text("09:30").keys("Tab Right Ctrl+D");
    let row = rows(&mut screen, brand)[0].message.clone();
    assert_eq!((row.channel, row.at), (Channel::Direct, at(-30)));
}

#[test]
fn a_form_that_is_left_is_taken_up_again() {
    let (mut screen, _) = screen(0);
    screen.keys("n").type_text("Marie").keys("Esc");
    shows(&screen, "Gardé : n reprend ce message.");
    screen.keys("n");
    shows(&screen, "Marie");
}

#[test]
fn a_paste_of_many_is_shown_first_and_any_line_can_be_left_out() {
    let (mut screen, brand) = screen(0);
    screen.keys("n Tab").paste("Marie : où est mon colis ?\nJean — merci beaucoup\nSpam Bot: gagnez un iPhone");
    shows(&screen, "3 messages trouvés pour @brume@example.social");
    shows(&screen, "✓ Marie · où est mon colis ?");
    screen.keys("End Enter");
    shows(&screen, "✕ Spam Bot");
    shows(&screen, "Noter ces 2 messages");
    screen.keys("y");
    shows(&screen, "2 messages notés.");
    let authors: Vec<String> = rows(&mut screen, brand).iter().map(|row| row.message.author.to_string()).collect();
    assert_eq!(authors, ["Marie", "Jean"]);
}

#[test]
fn a_bulk_paste_is_undone_whole_redone_whole_and_known_again() {
    let (mut screen, _) = screen(2);
    let before = dump(&screen);
    let paste = "Marie : où est mon colis ?\nJean : merci\nAva : re-bonjour";
    screen.keys("n Tab").paste(paste).keys("y");
    let logged = dump(&screen);
    assert_ne!(logged, before);
    screen.keys("u");
    shows(&screen, "Annulé : 3 messages notés à la main.");
    crate::dump::same_but_zeros(&dump(&screen), &before);
    screen.keys("U");
    crate::dump::same_but_zeros(&dump(&screen), &logged);
    let Ok(Reply::Health(health)) = serve(&mut screen.store, Job::Check) else { panic!("a check") };
    assert!(health.index_ok && health.damage.is_empty() && health.counters.is_empty(), "{health:?}");
    screen.keys("n Tab").paste(&format!("{paste}\nLou : bonjour")).keys("y");
    shows(&screen, "Un message noté, 3 déjà connus.");
    screen.keys("n Tab").paste(paste).keys("y");
    shows(&screen, "Ces 3 messages étaient déjà notés.");
}

#[test]
fn a_logged_message_that_was_touched_since_is_not_taken_away() {
    let (mut screen, brand) = screen(0);
    screen.keys("n").type_text("Marie").keys("Enter").type_text("Bonjour").keys("Ctrl+D");
    screen.keys("r").type_text("Oui").keys("Esc u");
    assert_eq!(rows(&mut screen, brand).len(), 1, "a draft was begun: {}", screen.text());
}

#[test]
fn a_text_of_blocks_may_be_one_message_after_all() {
    let (mut screen, brand) = screen(0);
    screen.keys("n").type_text("Marie").keys("Tab").paste("Bonjour,\n\nOù est mon colis ?\n\nMerci");
    shows(&screen, "3 messages trouvés");
    screen.keys("n Ctrl+D");
    assert_eq!(rows(&mut screen, brand)[0].message.text, "Bonjour,\n\nOù est mon colis ?\n\nMerci");
}

#[test]
fn an_answer_that_is_not_sent_yet_is_kept_and_asked_for_on_today() {
    let (mut screen, _) = screen(2);
    screen.keys("r").type_text("Oui, samedi").keys("Ctrl+D n Esc 1");
    shows(&screen, "Une réponse à envoyer à la main");
    screen.keys("Tab Enter r Ctrl+D");
    shows(&screen, "Est-il envoyé ?");
    screen.keys("y 1");
    assert!(!screen.says("à envoyer à la main"), "{}", screen.text());
}

fn kept(screen: &mut Screen, brand: BrandId) -> Vec<Highlight> {
    let period = Period::month_of("2026-11-04".parse().expect("a day"));
    match serve(&mut screen.store, Job::Facts(brand, period)) {
        Ok(Reply::Facts(facts)) => facts.highlights,
        other => panic!("facts, not {other:?}"),
    }
}

#[test]
fn a_win_is_kept_with_its_words_its_link_and_the_consent_of_its_author() {
    let (mut screen, brand) = screen(2);
    screen.keys("b");
    shows(&screen, "Sans accord donné, le rapport ne nomme personne.");
    screen.keys("Right Right Tab").type_text("en message privé").keys("Ctrl+D");
    shows(&screen, "Bravo gardé pour le rapport (accord : donné).");
    let win = kept(&mut screen, brand).remove(0);
    assert_eq!((win.kind, win.consent, win.consent_where.as_str()), (HighlightKind::Win, Consent::Given, "en message privé"));
    assert_eq!(win.named().as_str(), "Élodie Petit");
    screen.keys("u");
    assert!(kept(&mut screen, brand).is_empty());
    screen.keys("b Ctrl+D");
    let win = kept(&mut screen, brand).remove(0);
    assert_eq!((win.consent, win.named().as_str()), (Consent::NotAsked, ""));
}

#[test]
fn a_feedback_is_edited_copied_for_a_colleague_and_kept() {
    let (mut screen, brand) = screen(2);
    screen.keys("f 2 Tab Ctrl+End").type_text(" (3e demande)").keys("Ctrl+D");
    shows(&screen, "Retour gardé pour le rapport, texte copié à transmettre.");
    let Some(Desktop::Copy(text)) = screen.desktop.last() else { panic!("a copy") };
    let text = plain(text.as_str());
    assert!(text.starts_with("Bonjour Nadia,") && text.contains("où est mon colis ? (3e demande) »"), "{text}");
    let feedback = kept(&mut screen, brand).remove(0);
    assert!(feedback.contact.is_some() && feedback.text.as_str().ends_with("(3e demande)"));
}

#[test]
fn what_has_no_words_left_is_not_kept() {
    let (mut screen, brand) = screen(1);
    screen.keys("b BackTab BackTab Ctrl+U Ctrl+D");
    shows(&screen, "Il n'y a plus de texte à garder.");
    assert!(kept(&mut screen, brand).is_empty());
}

fn ideas(screen: &mut Screen, brand: BrandId) -> Vec<Post> {
    let period = Period::month_of("2026-11-04".parse().expect("a day"));
    match serve(&mut screen.store, Job::Posts(brand, period)) {
        Ok(Reply::Posts(posts)) => posts,
        other => panic!("posts, not {other:?}"),
    }
}

#[test]
fn a_message_makes_an_idea_of_the_queue_and_undo_takes_it_back() {
    let (mut screen, brand) = screen(2);
    screen.keys("i");
    shows(&screen, "Idée ajoutée à la File (4).");
    let idea = ideas(&mut screen, brand).remove(0);
    assert_eq!(idea.state, PostState::Idea);
    assert!(plain(idea.note.as_str()).contains("Élodie Petit : « Message numéro 0"), "{}", idea.note);
    screen.keys("u");
    assert!(ideas(&mut screen, brand).is_empty());
}

#[test]
fn forms_and_previews_stand_in_both_languages_and_sizes() {
    let (mut screen, _) = screen(2);
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (100, 30)] {
            screen.lang(lang).resize(width, height);
            for keys in ["n", "b", "f"] {
                screen.keys(keys);
                assert!(matches!(screen.model.dialog, Some(Dialog::Form(_))));
                assert!(!screen.text().contains('⟨'), "{}", screen.text());
                screen.keys("Esc");
            }
            screen.keys("n Tab").paste("Marie : a\nJean : b");
            assert!(!screen.text().contains('⟨'), "{}", screen.text());
            screen.keys("Esc");
            drop(std::mem::take(&mut screen.model.inbox.hand));
        }
    }
}
