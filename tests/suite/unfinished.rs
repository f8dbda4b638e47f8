//! What was begun and not finished: answers whose draft was not read yet, forms, a rule. Nothing typed is lost.

use crate::given::{self, at};
use crate::screen::Screen;
use crate::{alone, given::account_of};
use ronde::app::dialog::Dialog;
use ronde::app::effect::{Job, PersonJob};
use ronde::app::event::{Event, Opened, Reply};
use ronde::domain::MessageId;
use ronde::domain::account::{Access, Network};
use ronde::store::serve;

fn screen() -> Screen {
    let mut home = given::store();
    let brand = given::brand(&mut home);
    let account = account_of(&mut home, brand, Network::Facebook, Access::Manual);
    given::contact(&mut home, brand);
    given::messages(&mut home, account, 2);
    let mut screen = Screen::given(home, at(120));
    screen.keys("2");
    screen
}

/// What a part of the open form holds.
#[track_caller]
fn part(screen: &Screen, part: usize) -> String {
    match &screen.model.dialog {
        Some(Dialog::Form(form)) => form.text(part).to_owned(),
        other => panic!("a form, not {other:?}"),
    }
}

fn kept_forms(screen: &mut Screen) -> Vec<String> {
    match serve(&mut screen.store, Job::Load) {
        Ok(Reply::Workspace(workspace)) => workspace.settings.keys().filter(|name| name.starts_with("~form-")).cloned().collect(),
        other => panic!("a workspace, not {other:?}"),
    }
}

fn draft(screen: &mut alone::Screen, message: MessageId) -> String {
    match screen.ask(Job::Open(message)) {
        Reply::Opened(Some(opened)) => {
            let Opened { draft, .. } = *opened;
            draft.to_string()
        }
        other => panic!("a message, not {other:?}"),
    }
}

#[test]
fn leaving_before_the_draft_was_read_loses_nothing_of_it() {
    for leave in ["Esc", "Ctrl+C Ctrl+C", "hangup"] {
        let mut home = given::store();
        let brand = given::brand(&mut home);
        let account = account_of(&mut home, brand, Network::Instagram, Access::Manual);
        given::messages(&mut home, account, 3);
        let mut screen = alone::Screen::over(home.store, at(60));
        screen.keys("2");
        let message = screen.model.inbox.rows[1].message.id;
        screen.ask(Job::KeepDraft(message, "Merci. ".into(), at(60)));
        screen.slow = true;
        screen.keys("j r");
        screen.type_text("À bientôt");
        if leave == "hangup" {
            screen.hear(Event::Hangup);
        } else {
            screen.keys(leave);
        }
        screen.let_write();
        assert_eq!(draft(&mut screen, message), "Merci. À bientôt", "{leave}");
    }
}

#[test]
fn a_form_that_is_left_comes_back_and_is_forgotten_once_taken() {
    let mut screen = screen();
    screen.keys("f Tab Ctrl+End").type_text(" (3e fois)").keys("Esc");
    assert!(screen.says("la même touche reprend ce qui est écrit"), "{}", screen.text());
    screen.keys("f");
    assert!(part(&screen, 1).ends_with(" (3e fois)"));
    screen.keys("Ctrl+D");
    assert_eq!(kept_forms(&mut screen), [""; 0]);
    screen.keys("f");
    assert!(!part(&screen, 1).ends_with(" (3e fois)"), "it was taken");
}

#[test]
fn a_form_as_it_was_opened_is_not_kept() {
    let mut screen = screen();
    screen.keys("b Esc f Esc n Esc");
    assert_eq!(kept_forms(&mut screen), [""; 0]);
    screen.keys("b").type_text("3").keys("Esc b 1 Esc");
    assert_eq!(kept_forms(&mut screen), [""; 0], "nor one that is again as it was");
}

#[test]
fn forms_come_back_after_ronde_was_closed_while_they_were_open() {
    for leave in ["Ctrl+C Ctrl+C", "hangup"] {
        let mut screen = screen();
        for (keys, at) in [("f Tab Ctrl+End", 1), ("b Tab", 3), ("n Tab", 2)] {
            screen.keys(keys).type_text("commencé");
            if leave == "hangup" {
                screen.hear(Event::Hangup);
            } else {
                screen.keys(leave);
            }
            screen.restart();
            screen.keys("2").keys(&keys[..1]);
            assert!(part(&screen, at).ends_with("commencé"), "{leave} {keys}: {}", screen.text());
            screen.keys("Esc");
        }
    }
}

#[test]
fn the_answer_of_a_contact_that_is_being_noted_is_kept_and_a_paste_goes_behind_it() {
    let mut screen = screen();
    screen.keys("d 1 1 ,");
    screen.paste("Le colis est parti.");
    screen.keys("Esc");
    screen.restart();
    screen.keys("2 ,");
    screen.paste(" Suivi 123.");
    assert_eq!(part(&screen, 0), "Le colis est parti. Suivi 123.");
}

#[test]
fn a_rule_that_is_written_comes_back_after_ronde_was_closed() {
    let mut screen = screen();
    screen.keys("7");
    while screen.model.notebook.page != ronde::app::notebook::Page::Rules {
        screen.keys("Right");
    }
    screen.keys("n").type_text("Colis perdu");
    screen.hear(Event::Hangup);
    screen.restart();
    screen.keys("7");
    while screen.model.notebook.page != ronde::app::notebook::Page::Rules {
        screen.keys("Right");
    }
    screen.keys("n");
    assert!(screen.says("Colis perdu"), "{}", screen.text());
    screen.keys("Esc x n");
    assert!(!screen.says("Colis perdu"), "it was given up");
    assert_eq!(kept_forms(&mut screen), [""; 0]);
}

#[test]
fn erasing_a_person_forgets_the_forms_about_them() {
    let mut screen = screen();
    screen.keys("f Tab Ctrl+End").type_text("x").keys("Esc b").type_text("x").keys("Tab Tab x Esc");
    assert_eq!(kept_forms(&mut screen).len(), 2);
    let person = screen.model.inbox.opened.as_ref().expect("a message").message.person;
    serve(&mut screen.store, Job::Person(PersonJob::Erase(person, at(121)))).expect("erased");
    assert_eq!(kept_forms(&mut screen), [""; 0]);
}
