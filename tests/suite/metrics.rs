//! The metrics tab: keys in, screen out, on the demo.

use crate::given;
use crate::screen::Screen;
use ronde::app::effect::{Desktop, Job};
use ronde::app::event::Reply;
use ronde::domain::account::{Access, Network};
use ronde::domain::reading::{Metric, Reading, Source};
use ronde::domain::time::Period;
use ronde::lang::Lang;
use ronde::store;

/// The metrics of the demo, the cursor on the first cell of `LinkedIn`, which is kept by hand.
fn linkedin() -> Screen {
    let mut screen = Screen::demo();
    screen.keys("3 j j");
    screen
}

/// What the file holds of a metric of the account under the cursor, on the day of the sheet.
fn stored(screen: &mut Screen, metric: Metric) -> Option<Reading> {
    let brand = screen.model.brand.expect("a brand");
    let day = ronde::app::metrics::day(&screen.model);
    let account = ronde::app::metrics::account(&screen.model).expect("an account").id;
    match store::serve(&mut screen.store, Job::Readings(brand, Period::new(day, day), Some(metric))) {
        Ok(Reply::Readings(readings)) => readings.into_iter().find(|reading| reading.account == account && reading.variant.is_none()),
        other => panic!("readings, not {other:?}"),
    }
}

/// The line of the screen that holds these words.
fn line(screen: &Screen, words: &str) -> String {
    let text = screen.text();
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in\n{text}")).to_owned()
}

#[test]
fn the_sheet_opens_on_yesterday_and_tells_unknown_from_not_given() {
    let mut screen = linkedin();
    assert!(screen.says("Relevé du dim. 15 nov. (hier)"));
    assert!(line(&screen, "LinkedIn   ✎").contains('…'), "nobody typed it: unknown");
    assert!(line(&screen, "Mastodon   ⟳").contains("n.d."), "the network gives no reach");
    screen.lang(Lang::En);
    assert!(screen.says("Figures of Sun 15 Nov (yesterday)") && screen.says("n/a not given (≠ 0)"));
}

#[test]
fn a_typed_cell_is_on_disk_the_moment_it_is_left() {
    let mut screen = linkedin();
    screen.keys("Enter 1 1 8 0");
    assert!(line(&screen, "LinkedIn").contains("1\u{202f}180]"), "{}", screen.text());
    assert_eq!(stored(&mut screen, Metric::Followers), None);
    screen.keys("Enter");
    let reading = stored(&mut screen, Metric::Followers).expect("a reading");
    assert_eq!((reading.value, reading.source), (Some(1_180), Source::Typed));
    assert!(line(&screen, "LinkedIn").contains("1\u{202f}180"));
    assert_eq!(ronde::app::metrics::metric(&screen.model), Metric::Reach, "the next cell waits");
}

#[test]
fn digits_are_typed_without_shift_on_a_french_keyboard() {
    let mut screen = linkedin();
    screen.keys("Enter & & _ à Enter");
    assert_eq!(stored(&mut screen, Metric::Followers).and_then(|reading| reading.value), Some(1_180));
}

#[test]
fn an_unlikely_value_is_taken_at_the_second_enter_only() {
    let mut screen = linkedin();
    screen.keys("Enter 9 9 9 9 9 Enter");
    assert!(screen.says("plus de 50") && screen.says("Entrée encore une fois"), "{}", screen.text());
    assert_eq!(stored(&mut screen, Metric::Followers), None);
    screen.keys("Enter");
    assert_eq!(stored(&mut screen, Metric::Followers).and_then(|reading| reading.value), Some(99_999));
}

#[test]
fn an_unlikely_value_is_forgotten_by_the_second_escape() {
    let mut screen = linkedin();
    screen.keys("Enter 9 9 9 9 9 Esc Esc");
    assert_eq!(stored(&mut screen, Metric::Followers), None);
    assert!(!screen.says("SAISIE"));
}

#[test]
fn equal_takes_the_value_before_and_n_says_not_given() {
    let mut screen = linkedin();
    let before = ronde::app::metrics::previous(&screen.model).expect("a value before");
    screen.keys("Enter =");
    assert_eq!(stored(&mut screen, Metric::Followers).and_then(|reading| reading.value), Some(before));
    screen.keys("n Esc");
    let reading = stored(&mut screen, Metric::Reach).expect("a reading");
    assert_eq!(reading.value, None, "not given is a reading, and is not 0");
    assert!(line(&screen, "LinkedIn").contains("n.d."));
}

#[test]
fn undo_takes_a_typed_cell_back() {
    let mut screen = linkedin();
    screen.keys("Enter 1 1 8 0 Enter Esc u");
    assert_eq!(stored(&mut screen, Metric::Followers), None, "{}", screen.text());
    assert!(!line(&screen, "LinkedIn").contains("1\u{202f}180"));
}

#[test]
fn enter_passes_over_what_came_by_itself() {
    let mut screen = Screen::demo();
    screen.keys("3 Enter Tab");
    let account = ronde::app::metrics::account(&screen.model).expect("an account").network.name();
    assert_ne!(account, "Instagram", "every cell of it was fetched");
}

#[test]
fn letters_are_no_digits_and_say_so() {
    let mut screen = linkedin();
    screen.keys("Enter z");
    assert!(screen.says("Des chiffres seulement"));
    assert!(screen.says("SAISIE"), "typing goes on");
}

#[test]
fn the_arrows_walk_the_days_up_to_today() {
    let mut screen = Screen::demo();
    screen.keys("3 Left");
    assert!(screen.says("Relevé du sam. 14 nov."));
    screen.keys("Right Right");
    assert!(screen.says("(aujourd’hui)"));
    screen.keys("Right");
    assert!(screen.says("pas encore commencé") && screen.says("(aujourd’hui)"));
    screen.keys("h");
    assert!(screen.says("(hier)"));
}

#[test]
fn the_gaps_are_offered_one_after_the_other() {
    let mut screen = Screen::demo();
    screen.keys("3");
    assert!(screen.says("jours sans relevé"));
    let gaps = screen.model.metrics.sheet.as_ref().expect("a sheet").gaps.clone();
    screen.keys("Shift+Left");
    assert_eq!(Some(&ronde::app::metrics::day(&screen.model)), gaps.last());
}

#[test]
fn the_comma_shows_curves_then_posts() {
    let mut screen = Screen::demo();
    screen.keys("3 , Tab Tab");
    assert!(screen.says("Instagram · vues") && screen.says("┌ vues"), "{}", screen.text());
    screen.keys("Enter");
    assert!(screen.says("Les courbes ne se saisissent pas"), "a key that can't act says why");
    screen.keys(",");
    assert!(screen.says("Chiffres à 7 jours d’âge"));
    screen.keys(",");
    assert!(screen.says("Relevé du"));
}

#[test]
fn a_change_of_definition_is_told_under_the_curve() {
    let mut screen = Screen::demo();
    screen.keys("3 Tab Tab");
    assert!(screen.says("Compté autrement depuis le 20/10"), "{}", screen.text());
}

#[test]
fn a_figure_typed_for_a_post_counts_in_its_rate() {
    let mut screen = Screen::demo();
    screen.keys("3 , , End Enter 9 0 0 Enter 9 5 0 Enter 4 5 Enter Esc");
    let post = ronde::app::metrics::post(&screen.model).expect("a post");
    assert_eq!(ronde::domain::metric::posts::value(post, Metric::Reach), Some(900), "{}", screen.text());
    assert_eq!(ronde::domain::metric::posts::value(post, Metric::Views), Some(950));
}

#[test]
fn f2_says_what_the_figure_is_and_where_it_comes_from() {
    let mut screen = Screen::demo();
    screen.keys("3 Tab F2");
    assert!(screen.says("comptes différents") && screen.says("Relevé automatiquement le") && screen.says("÷"), "{}", screen.text());
}

#[test]
fn every_view_draws_at_every_size() {
    for lang in Lang::ALL {
        let mut screen = Screen::demo_in(lang);
        screen.keys("3");
        for (width, height) in [(60, 16), (80, 24), (160, 45)] {
            screen.resize(width, height);
            for keys in ["Enter 1", "Esc ,", ",", ","] {
                let text = screen.keys(keys).text();
                assert!(!text.contains('⟨'), "{keys} at {width}×{height}: {text}");
            }
        }
    }
}

#[test]
fn o_opens_the_post_in_the_browser() {
    let mut screen = Screen::demo();
    screen.keys("3 , ,");
    let url = ronde::app::metrics::post(&screen.model).and_then(|post| post.url.clone());
    screen.keys("o");
    match url {
        Some(url) => assert_eq!(screen.desktop.last(), Some(&Desktop::Browse(url))),
        None => assert!(screen.says("pas d’adresse")),
    }
}

/// Metrics of a Mastodon account kept by hand, nothing typed yet.
fn mastodon_by_hand() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    given::account_of(&mut home, brand, Network::Mastodon, Access::Manual);
    let mut screen = Screen::given(home, given::at(60));
    screen.keys("3");
    screen
}

#[test]
fn what_a_network_never_gives_is_told_from_what_nobody_typed_and_is_not_asked_for() {
    let mut screen = mastodon_by_hand();
    let row = line(&screen, "Mastodon   ✎");
    assert_eq!((row.matches('…').count(), row.matches("n.d.").count()), (4, 4), "{}", screen.text());
    screen.keys("Enter 1 2 Enter");
    assert_eq!(ronde::app::metrics::metric(&screen.model), Metric::Likes, "reach and views are passed over\n{}", screen.text());
    screen.keys("3 Enter 4 Enter 5 Enter");
    assert!(screen.says("plus rien à saisir"), "{}", screen.text());
}

#[test]
fn what_a_network_never_gives_can_be_typed_all_the_same() {
    let mut screen = mastodon_by_hand();
    screen.keys("Tab");
    assert!(screen.says("jamais donné par ce réseau"), "{}", screen.text());
    screen.keys("Enter 4 2 Enter Esc");
    assert_eq!(stored(&mut screen, Metric::Reach).and_then(|reading| reading.value), Some(42));
    assert!(line(&screen, "Mastodon   ✎").contains("42"), "{}", screen.text());
}

#[test]
fn f2_and_the_curve_say_that_a_network_never_gives_a_figure() {
    let mut screen = mastodon_by_hand();
    screen.keys("Tab ,");
    assert!(screen.says("Mastodon ne donne jamais ce chiffre"), "{}", screen.text());
    screen.keys("; F2");
    assert!(screen.says("Mastodon ne donne jamais ce chiffre"), "{}", screen.text());
    screen.keys("Esc").lang(Lang::En).keys("F2");
    assert!(screen.says("Mastodon never gives this figure"), "{}", screen.text());
}

#[test]
fn posts_tell_what_their_network_counts_and_what_it_never_gives() {
    use ronde::app::metrics::{Cell, cell, posts};
    let mut screen = Screen::demo();
    screen.keys("3 , ,");
    let on = |network| posts(&screen.model).position(|post| post.network == network).expect("a post there");
    let (bluesky, mastodon, facebook) = (on(Network::Bluesky), on(Network::Mastodon), on(Network::Facebook));
    assert_eq!(cell(&screen.model, facebook, Metric::Saves), Cell::NotGiven, "nothing says how often a Page post was saved");
    assert_eq!(cell(&screen.model, bluesky, Metric::Reach), Cell::NotGiven);
    assert!(matches!(cell(&screen.model, bluesky, Metric::Saves), Cell::Value(..)), "bookmarks are counted");
    assert_eq!(cell(&screen.model, mastodon, Metric::Saves), Cell::NotGiven, "bookmarks are private");
    screen.keys("F2");
    screen.shows("C'est le total depuis sa sortie");
}
