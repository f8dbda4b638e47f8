//! What using the screens showed to be rough: each is pressed here as it was met, and read.

use crate::screen::{Screen, shown};
use ronde::app::command;
use ronde::app::dialog::{Dialog, Found};
use ronde::app::event::Event;
use ronde::app::model::Tab;
use ronde::app::notebook::Page;
use ronde::domain::MessageId;
use ronde::domain::delivery::Answer;
use ronde::domain::text::SafeText;
use ronde::lang::{Lang, Text};
use unicode_width::UnicodeWidthStr;

fn demo() -> Screen {
    let mut screen = Screen::demo();
    screen.resize(80, 24);
    screen
}

#[track_caller]
fn hides(screen: &Screen, words: &str) {
    let text = screen.text();
    assert!(!shown(&text).contains(&shown(words)), "“{words}” is on this screen:\n{text}");
}

/// The line on which the keys stand.
fn keys_line(screen: &Screen) -> String {
    screen.text().lines().rfind(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

#[test]
fn without_a_browser_the_address_is_there_to_be_copied() {
    let mut screen = demo();
    screen.hear(Event::NotOpened(SafeText::line("https://pouet.example/@marie/114")));
    screen.tick(60);
    screen.shows("Aucun navigateur ne s'ouvre sur ce poste. L'adresse, à copier : https://pouet.example/@marie/114");
    screen.lang(Lang::En).shows("No browser opens on this machine. The address, to copy: https://pouet.example/@marie/114");
    screen.keys("Esc");
    screen.hear(Event::NotOpened(SafeText::line("mailto:karim@brume.example?body=long")));
    screen.lang(Lang::Fr).shows("Aucun logiciel de courriel ne s'ouvre sur ce poste. Copiez le texte et envoyez-le vous-même.");
    hides(&screen, "mailto:");
}

#[test]
fn undo_and_redo_say_what_and_of_whom() {
    let mut screen = demo();
    screen.keys("2");
    let author = screen.model.inbox.rows[screen.model.inbox.cursor].message.author.to_string();
    for (keys, what) in [("a", "archivé"), ("s 2", "suspendu"), ("d 1 2", "délégué"), ("t q", "type"), ("!", "urgence"), ("l", "j’aime")]
    {
        screen.keys(keys).keys("u");
        screen.shows(&format!("Annulé : {what}, message de {author}."));
        screen.keys("U");
        let again = if keys == "l" { "envoi" } else { what };
        screen.shows(&format!("Rétabli : {again}"));
        screen.keys("u");
    }
    screen.lang(Lang::En).keys("a u");
    screen.shows(&format!("Undone: archived, message of {author}."));
}

#[test]
fn undo_counts_several_and_names_what_is_kept() {
    let mut screen = demo();
    screen.keys("2 Space Space Space a u");
    screen.shows("Annulé : 3 messages archivés.");
    screen.keys("U");
    screen.shows("Rétabli : 3 messages archivés.");
    screen.keys("u 4 n").type_text("Une idée à moi").keys("Enter u");
    screen.shows("Annulé : ajout, contenu « Une idée à moi ».");
}

/// Steps through the views to the one that lists a message, and opens it.
fn find(screen: &mut Screen, message: MessageId) {
    for _ in 0..8 {
        screen.keys(",");
        if let Some(down) = screen.model.inbox.rows.iter().position(|row| row.message.id == message) {
            screen.keys("Home").keys(&"j ".repeat(down));
            return;
        }
    }
    panic!("no view lists it\n{}", screen.text());
}

#[test]
fn how_an_answer_stands_agrees_with_it_in_french() {
    let mut screen = demo();
    screen.resize(100, 40).keys("2 End r").type_text("Bonjour, on regarde.").keys("Ctrl+D");
    let answered = screen.model.held[0].message.expect("the message");
    find(&mut screen, answered);
    screen.shows("Votre réponse (retenue)");
    screen.answers = Some(Answer::Refused { why: SafeText::line("Non.") });
    screen.tick(12);
    find(&mut screen, answered);
    screen.shows("Votre réponse (refusée)");
}

#[test]
fn the_palette_finds_a_page_by_its_name_before_what_can_not_be_done() {
    for typed in ["modèles", "modeles", "Modèles"] {
        let mut screen = demo();
        screen.keys("2 :").type_text(typed).keys("Enter");
        assert_eq!((screen.model.tab, screen.model.notebook.page), (Tab::Notebook, Page::Replies), "{typed}\n{}", screen.text());
    }
    let mut screen = demo();
    screen.keys("2 :").type_text("boîte").keys("Enter");
    assert_eq!(screen.model.tab, Tab::Inbox);
    screen.keys(":").type_text("modèle");
    let Some(Dialog::Finder(finder)) = &screen.model.dialog else { panic!("the palette") };
    let ready: Vec<bool> = finder
        .found
        .iter()
        .map(|found| match found {
            Found::Command(command) => screen.model.available(*command).is_ok(),
            Found::View(..) | Found::Page(_) => true,
        })
        .collect();
    assert!(ready.contains(&true) && ready.contains(&false), "{ready:?}");
    assert!(ready.is_sorted_by(|first, next| first >= next), "{ready:?}");
}

#[test]
fn a_new_post_on_a_day_that_is_past_is_offered_for_today() {
    let mut screen = demo();
    screen.keys("4");
    while !matches!(screen.model.queue.view, ronde::app::queue::View::Calendar) {
        screen.keys(",");
    }
    let today = screen.model.day();
    screen.keys("= Left Left n");
    screen.shows("est passé : ce contenu sera prévu pour");
    screen.type_text("Rattrapage").keys("Enter");
    let made = screen.model.queue.posts.iter().find(|post| post.title.as_str() == "Rattrapage").expect("the post");
    assert_eq!(made.day, Some(today));
    assert_eq!(screen.model.queue.day.unwrap_or(today), today, "the cursor is where the post is");
}

#[test]
fn the_preview_of_a_report_says_how_to_come_back() {
    let mut screen = demo();
    screen.keys("6");
    assert!(keys_line(&screen).contains(", aperçu"), "{}", screen.text());
    screen.keys(",");
    assert!(keys_line(&screen).contains(", parties"), "{}", screen.text());
}

#[test]
fn no_part_of_a_form_lies_under_its_help() {
    let mut screen = demo();
    screen.resize(60, 16).keys("2 n");
    screen.shows("Vu par");
    screen.shows("Collez-les ensemble dans Message.");
    assert!(screen.text().lines().any(|line| line.contains("Vu par") && line.contains("publique")), "{}", screen.text());
    screen.keys("Ctrl+D");
    screen.shows("Vu par");
}

#[test]
fn no_command_is_cut_in_the_help_at_80_columns() {
    let texts = ronde::lang::Texts::load();
    for lang in [Lang::Fr, Lang::En] {
        let cut: Vec<String> =
            command::all().map(|spec| texts.say(lang, &Text::coded("cmd", spec.name))).filter(|label| label.width() > 54).collect();
        assert!(cut.is_empty(), "{cut:#?}");
    }
}

#[test]
fn a_list_of_the_notebook_says_that_there_is_more() {
    let mut screen = demo();
    screen.keys("7 , , ,");
    assert_eq!(screen.model.notebook.page, Page::Replies);
    assert!(screen.text().contains('↓'), "{}", screen.text());
    screen.keys("End");
    assert!(screen.text().contains('↑') && !screen.text().contains('↓'), "{}", screen.text());
}

#[test]
fn each_wrong_term_of_a_filter_is_told() {
    let mut screen = demo();
    screen.keys("2 /").type_text("reseau:instagrm avant:hier").keys("Enter");
    screen.shows("vouliez-vous dire réseau:instagram");
    screen.shows("Incompris aussi : avant:hier");
}

#[test]
fn a_figure_of_a_post_is_told_as_one_of_a_post() {
    let mut screen = demo();
    screen.keys("3 , ,");
    for _ in 0..7 {
        screen.keys("F2");
        screen.shows("C'est le total depuis sa sortie, relevé à sept jours au plus.");
        hides(&screen, "ce jour-là");
        hides(&screen, "de la journée");
        screen.keys("Esc Right");
    }
}

#[test]
fn the_page_about_a_report_has_the_name_of_its_command() {
    let mut screen = demo();
    screen.keys("6 F2");
    screen.shows("Comment ces chiffres sont comptés");
    screen.lang(Lang::En).shows("How these figures are counted");
}
