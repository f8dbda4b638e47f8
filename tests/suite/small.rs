//! What has little room at 80 by 24: the line being typed, the answer being read again, the keys of a page.

use crate::given;
use crate::screen::Screen;
use ronde::domain::account::{Access, Network};
use ronde::lang::Lang;

fn demo() -> Screen {
    let mut screen = Screen::demo();
    screen.resize(80, 24);
    screen
}

#[test]
fn a_filter_stays_in_sight_while_a_long_notice_tells_what_is_wrong_with_it() {
    let mut screen = demo();
    screen.keys("2 /").type_text("ton:negatif reseau:instagrm");
    screen.shows("vouliez-vous dire réseau:instagram");
    screen.shows("Filtre :");
    screen.keys("Enter");
    screen.shows("vouliez-vous dire réseau:instagram");
    screen.shows("Filtre :");
}

#[test]
fn the_cursor_of_the_list_stays_in_sight_above_a_long_notice() {
    let mut screen = demo();
    screen.keys("2 /").type_text("reseau:instagrm").keys("Enter End");
    screen.shows("vouliez-vous dire réseau:instagram");
    let row = &screen.model.inbox.rows[screen.model.inbox.cursor];
    screen.shows(row.message.author.as_str());
}

#[test]
fn a_long_answer_that_is_read_again_is_seen_whole_above_a_long_message() {
    let mut screen = demo();
    let answer = format!("Nous commençons par le début, {}et voici la fin.", "avec tout ce qu’il faut en dire, ".repeat(13));
    assert!(answer.chars().count() > 450);
    screen.keys("2 Home r").type_text(&answer).keys("Ctrl+D");
    screen.shows("Relisez avant d'envoyer");
    screen.shows("Nous commençons par le début");
    screen.shows("et voici la fin.");
    screen.shows("Commande LU-20811");
}

#[test]
fn the_saved_replies_name_the_keys_of_their_files_where_the_footer_has_no_room() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (100, 30)] {
            let mut screen = Screen::demo_in(lang);
            screen.resize(width, height).keys("7 , , ,");
            for words in if lang == Lang::Fr { ["I importer", "X exporter"] } else { ["I import", "X export"] } {
                screen.shows(words);
            }
            screen.keys(",");
            assert!(!screen.says("X export"), "only there\n{}", screen.text());
        }
    }
}

#[test]
fn an_empty_inbox_kept_by_hand_says_which_key_logs_a_message() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    given::account_of(&mut home, brand, Network::Other, Access::Manual);
    let mut screen = Screen::given(home, given::at(60));
    screen.keys("2");
    screen.shows("Boîte vide : tout le monde a sa réponse. n note un message reçu ailleurs.");
    assert!(!screen.says("Ctrl+R"), "there is nothing to fetch\n{}", screen.text());
}

#[test]
fn a_long_handle_leaves_a_space_before_the_count_of_its_text() {
    let mut screen = demo();
    screen.keys("4 n").type_text("Une tasse").keys("Enter e");
    screen.paste(&"Un café de saison. ".repeat(40)).keys("Tab Down Down Down Space");
    let line = screen.text().lines().find(|line| line.contains("@cafelumen@toot")).map(str::to_owned);
    let line = line.expect("the account is listed");
    assert!(line.contains(" ⚠ 7"), "{line}");
}

#[test]
fn a_preview_without_accounts_says_where_to_tick_one_from_where_the_cm_is() {
    let mut screen = demo();
    screen.keys("4 n").type_text("Une tasse").keys("Enter e Ctrl+P");
    screen.shows("Aucun compte à montrer : cochez-en un dans Comptes (Tab y mène).");
}

#[test]
fn the_state_of_every_account_is_whole_in_both_languages() {
    for (lang, words) in [(Lang::Fr, "⚠ autorisation expirée"), (Lang::En, "⚠ authorization expired")] {
        let mut screen = Screen::demo_in(lang);
        screen.resize(80, 24).keys("7 ,");
        screen.shows(words);
    }
}

#[test]
fn a_function_key_that_does_nothing_here_says_so() {
    let mut screen = demo();
    screen.keys("7 F2");
    screen.shows("La touche F2 ne fait rien ici");
}

#[test]
fn the_reasons_of_a_figure_name_the_signs_that_the_screen_draws() {
    let mut screen = demo();
    screen.keys("3 F2");
    screen.shows("« … » veut dire inconnu, « n.d. » que le réseau ne le donne pas.");
}

#[test]
fn what_explains_a_figure_is_read_to_its_end_on_a_low_screen() {
    for (lang, first, last) in
        [(Lang::Fr, "Taux de réponse", "les totaux sont dans Mesures"), (Lang::En, "Response rate", "totals are in Metrics")]
    {
        let mut screen = Screen::demo_in(lang);
        screen.resize(80, 24).keys("1 F2");
        screen.shows(first);
        screen.shows("↑↓");
        assert!(!screen.says(last), "it is longer than the screen\n{}", screen.text());
        screen.keys("PageDown PageDown PageDown");
        screen.shows(last);
        assert!(!screen.says(first), "{}", screen.text());
        // Pressed too often, nothing is owed on the way back.
        screen.keys("Home Down Up");
        screen.shows(first);
        screen.keys("End");
        let end = screen.text();
        screen.keys("Down Down Down Up Down");
        assert_eq!(screen.text(), end);
        screen.keys("Enter");
        assert!(!screen.says(last), "Enter leaves it");
    }
}

#[test]
fn the_language_that_was_asked_for_with_this_start_is_spoken_whatever_was_chosen_before() {
    let mut screen = demo();
    screen.keys(":").type_text("anglais").keys("Enter");
    screen.lang(Lang::Fr).restart();
    assert_eq!(screen.model.lang, Lang::En, "what was chosen is kept");
    let model = ronde::app::model::Model { lang_asked: true, ..crate::screen::model(screen.model.now, Lang::Fr) };
    screen.model = model;
    let effects = ronde::app::begin(&mut screen.model);
    for effect in effects {
        if let ronde::app::effect::Effect::Store(ticket, job) = effect {
            let reply = ronde::store::serve(&mut screen.store, job);
            screen.hear(ronde::app::event::Event::Store(ticket, reply));
        }
    }
    assert_eq!(screen.model.lang, Lang::Fr, "and gives way to what is asked for");
}

#[test]
fn a_brand_on_hold_says_on_every_screen_that_nothing_leaves_and_an_answer_says_that_it_is_kept() {
    let mut screen = demo();
    screen.keys(":").type_text("pause").keys("Down Enter p").tick(30);
    for tab in ["1", "2", "3", "4", "6", "7"] {
        screen.keys(tab);
        screen.shows("⚠ Marque en pause : rien ne part");
    }
    screen.keys("2 End r").type_text("Bonjour à vous").keys("Ctrl+D");
    screen.shows("gardée : elle ne part pas tant que la marque est en pause");
    assert!(!screen.says("part dans"), "it does not leave in ten seconds\n{}", screen.text());
    screen.tick(30);
    screen.shows("⚠ Marque en pause : rien ne part");
    screen.lang(Lang::En);
    screen.shows("⚠ Brand on hold: nothing leaves");
}

#[test]
fn the_days_of_a_report_call_what_is_kept_by_hand_by_its_name() {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    given::account_of(&mut home, brand, Network::Other, Access::Manual);
    let mut screen = Screen::given(home, given::at(60));
    screen.keys("6");
    let name = screen.model.workspace.accounts[0].handle.clone();
    screen.shows(&format!("⚠ {name} 0/31"));
}
